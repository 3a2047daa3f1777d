//! Which stretch of a document a comment on a line speaks of: a paragraph counts as one line however it is wrapped, and
//! so does a row of a table.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use crate::document::{Block, Kind};
use crate::source::Span;

/// The lines of a document in this sense, with the blocks that they are made of.
pub(super) struct Lines<'a> {
    /// Sorted by their start.
    lines: Vec<Span>,
    /// The blocks themselves, sorted by their start.
    blocks: Vec<(Span, &'a Block)>,
    /// The line of the text that was asked for last, with its answer.
    last: Option<(Range<usize>, Option<Span>)>,
}

/// How many blocks before a place may be the one that holds it, where blocks stand inside others.
const NESTED: usize = 8;

impl<'a> Lines<'a> {
    pub fn of(blocks: &'a [Block]) -> Self {
        let whole = |block: &Block| block.prose.source_span(0, block.prose.text().len());
        let is_read = |block: &&Block| !block.prose.text().trim().is_empty();
        let mut blocks: Vec<(Span, &Block)> =
            blocks.iter().filter(is_read).map(|block| (whole(block), block)).collect();
        blocks.sort_by_key(|(span, _)| *span);
        let mut lines: Vec<Span> = Vec::with_capacity(blocks.len());
        let mut rows = HashMap::new();
        for (span, block) in &blocks {
            if let Kind::Cell(cell) = block.kind {
                match rows.entry((cell.table, cell.row)) {
                    Entry::Vacant(row) => {
                        row.insert(lines.len());
                    }
                    Entry::Occupied(row) => {
                        let row: &mut Span = &mut lines[*row.get()];
                        row.end = row.end.max(span.end);
                        continue;
                    }
                }
            }
            lines.push(*span);
        }
        Self { lines, blocks, last: None }
    }

    /// True if the byte stands in what is read, and so in no comment.
    pub fn is_text(&self, at: usize) -> bool {
        let after = self.blocks.partition_point(|(span, _)| span.start <= at);
        self.blocks[..after].iter().rev().take(NESTED).any(|(_, block)| block.prose.holds(at))
    }

    /// The first line of all.
    pub fn first(&self) -> Option<Span> {
        self.lines.first().copied()
    }

    /// What follows a comment: the line that it stands inside of, on a line of its own, the value of the key that it stands
    /// behind, or the next line.
    pub fn behind(&self, comment: &Range<usize>, text: &str) -> Option<Span> {
        let after = self.lines.partition_point(|line| line.start < comment.start);
        let around = after.checked_sub(1).map(|at| self.lines[at]).filter(|line| line.end > comment.end);
        let value = || self.value(comment).filter(|_| ends_line(comment, text));
        around.filter(|_| stands_alone(comment, text)).or_else(value).or_else(|| {
            let next = self.lines.partition_point(|line| line.start < comment.end);
            let first = *self.lines.get(next)?;
            // A key and its values, a term and what it means: what else begins on the line of the text is meant as well.
            let end =
                memchr::memchr(b'\n', &text.as_bytes()[first.start..]).map_or(text.len(), |end| first.start + end);
            let others = self.lines[next..].iter().take_while(|line| line.start < end);
            Some(others.fold(first, |all, one| Span::new(all.start, all.end.max(one.end))))
        })
    }

    /// What of a key and its value stands behind a comment between them.
    fn value(&self, comment: &Range<usize>) -> Option<Span> {
        let after = self.blocks.partition_point(|(span, _)| span.start < comment.start);
        let mut before = self.blocks[..after].iter().rev().take(NESTED);
        let (span, _) = before.find(|(span, block)| span.end > comment.end && block.entry().is_some())?;
        Some(Span::new(comment.end, span.end))
    }

    /// Everything that has a part in the line of the text on which a comment stands.
    pub fn beside(&mut self, comment: &Range<usize>, text: &str) -> Option<Span> {
        let bytes = text.as_bytes();
        if let Some((line, found)) = &self.last
            && line.contains(&comment.start)
            && comment.end <= line.end
        {
            return *found;
        }
        let start = memchr::memrchr(b'\n', &bytes[..comment.start]).map_or(0, |end| end + 1);
        let end = memchr::memchr(b'\n', &bytes[comment.end..]).map_or(bytes.len(), |end| comment.end + end);
        let after = self.lines.partition_point(|line| line.start < end.max(comment.start + 1));
        let touching = self.lines[..after].iter().rev().take_while(|line| line.end > start);
        let found = touching.copied().reduce(|all, one| Span::new(all.start.min(one.start), all.end.max(one.end)));
        self.last = Some((start..end, found));
        found
    }
}

/// True if nothing but the comment stands on its lines.
fn stands_alone(comment: &Range<usize>, text: &str) -> bool {
    let before = text[..comment.start].rsplit('\n').next().unwrap_or_default();
    before.trim().is_empty() && ends_line(comment, text)
}

/// True if nothing stands behind the comment on its line.
fn ends_line(comment: &Range<usize>, text: &str) -> bool {
    let behind = text[comment.end..].split('\n').next().unwrap_or_default();
    behind.trim_matches(['}', ' ', '\t', '\r']).is_empty()
}

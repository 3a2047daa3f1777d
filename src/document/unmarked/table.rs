//! Tables whose rows all begin with a bar.

use std::ops::Range;

use pulldown_cmark::{Tag, TagEnd};

use super::line::begins_item;
use super::span::{has_markup, has_picture};
use super::{Blocks, Ends, Item};

impl<'a> Blocks<'_, 'a> {
    /// A table whose rows all begin with a bar, up to a blank line.
    pub(super) fn table(&mut self, at: usize, head: &'a str) -> Option<usize> {
        let under = self.behind(at, head);
        let columns = columns(self.line(under))?;
        if columns != bars(head)? {
            return None;
        }
        let mut is_read_here = is_row(head);
        let mut end = self.behind(under, self.line(under));
        self.items.clear();
        loop {
            let line = self.line(end);
            if line.is_empty() {
                break;
            }
            let has_tab = !self.reader.is_plain && line.contains('\t');
            if !line.starts_with('|') || line[1..].bytes().all(|byte| byte == b' ') || has_tab {
                return None;
            }
            let next = self.behind(end, line);
            let is_wanted = self.reader.has_anchor(&(end..next));
            is_read_here =
                is_read_here && if is_wanted { is_row(line) } else { !(self.has_pictures && has_picture(line)) };
            self.items.push(Item { start: end, words: end..end + line.len(), ends: Ends::of(line) });
            end = next;
        }
        if !is_read_here {
            self.reader.parse(at..end);
            return Some(end);
        }
        self.reader.start(&Tag::Table(Vec::new()), at..end);
        self.row(at, head, columns, (Tag::TableHead, TagEnd::TableHead));
        let rows = std::mem::take(&mut self.items);
        for row in &rows {
            self.row(row.start, &self.text[row.words.clone()], columns, (Tag::TableRow, TagEnd::TableRow));
        }
        self.items = rows;
        self.reader.end(TagEnd::Table, &(at..end));
        Some(end)
    }

    fn row(&mut self, at: usize, line: &str, columns: usize, (tag, tag_end): (Tag<'a>, TagEnd)) {
        let range = at..self.behind(at, line);
        if tag == Tag::TableRow && !self.reader.has_anchor(&range) {
            return self.reader.pass_row();
        }
        self.reader.start(&tag, range.clone());
        for cell in cells(line).take(columns) {
            let cell = at + cell.start..at + cell.end;
            self.reader.start(&Tag::TableCell, cell.clone());
            // They have no blanks around them.
            self.words(cell.clone(), Ends::of(""));
            self.reader.end(TagEnd::TableCell, &cell);
        }
        self.reader.end(tag_end, &range);
    }
}

/// How many columns the line under the head of a table has, if it is one.
fn columns(line: &str) -> Option<usize> {
    let rest = line.strip_prefix('|')?.trim_end_matches(' ');
    let rest = rest.strip_suffix('|').unwrap_or(rest);
    let mut count = 0;
    for column in rest.split('|') {
        if !column.contains('-') || !column.bytes().all(|byte| matches!(byte, b'-' | b':' | b' ')) {
            return None;
        }
        count += 1;
    }
    Some(count)
}

/// How many cells the head of a table has; nothing if that is not certain.
fn bars(head: &str) -> Option<usize> {
    let bars = memchr::memchr_iter(b'|', head.as_bytes()).count() - 1;
    let is_closed = head.trim_end_matches(' ').ends_with('|');
    (!head.contains(['\\', '\t']) && bars > 0).then(|| bars + usize::from(!is_closed))
}

/// The cells of a row that begins with a bar, without the blanks around them.
fn cells(line: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = line.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        at += usize::from(bytes.get(at) == Some(&b'|'));
        let blanks = bytes[at..].iter().take_while(|byte| **byte == b' ').count();
        at += blanks;
        if at == bytes.len() {
            return None;
        }
        let start = at;
        at += memchr::memchr(b'|', &bytes[at..]).unwrap_or(bytes.len() - at);
        let words = bytes[start..at].trim_ascii_end();
        Some(start..start + words.len())
    })
}

/// True if the cells of a row read the same as paragraphs would, or are plain.
fn is_row(line: &str) -> bool {
    let is_plain = |cell: Range<usize>| !has_markup(&line[cell.clone()]) || begins_item(&line[cell]);
    !has_markup(line) || (!line.contains('\\') && cells(line).all(is_plain))
}

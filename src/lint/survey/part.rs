//! Which parts of an element a document speaks of.

use std::cmp::Reverse;
use std::ops::Range;
use std::path::Path;

use super::super::denial::{self, Entry};
use super::super::plan::{HEARSAY, Plan, plan};
use super::super::substance::{is_chapter, is_of_document};
use super::super::title::Promise;
use super::Surveyor;
use super::evidence::Found;
use super::said::PartOf;
use super::void::only_names;
use crate::document::{Cell, Format, Kind};
use crate::rule::facts::{Evidence, Standing};
use crate::rule::lexicon::folded;
use crate::rule::words::{RISKS, SIGNATURE_LABELS};
use crate::source::Place;

/// Extents in order, without those that stand in others.
pub(super) fn outermost(mut all: Vec<Range<usize>>) -> Vec<Range<usize>> {
    all.sort_by_key(|one| (one.start, Reverse(one.end)));
    let mut last = 0;
    all.retain(|one| {
        let is_new = one.end > last;
        last = last.max(one.end);
        is_new
    });
    all
}

/// The longest title, in words, that is only what one word of it says.
const BARE: usize = 3;

/// Most blocks below a heading that only keep the place of what is to be written.
const FEW: usize = 3;

/// Most cells of a table to sign.
const SIGNING: usize = 60;

/// How many labels of those who sign make a table one to sign.
const SIGNED: usize = 2;

impl Surveyor<'_> {
    /// True for the title of a text that does not say what is done: it begins with such a word, or is little more. One that is that
    /// of an element, or speaks of risks, says it.
    fn is_hearsay(&self, title: &Promise) -> bool {
        if !title.lists.contains(&HEARSAY) || title.lists.iter().any(|list| Plan::is_title(*list)) {
            return false;
        }
        let stem = || Path::new(&*self.source.path).file_stem().map_or("".into(), |stem| stem.to_string_lossy());
        let text = folded(&title.block.map_or_else(stem, |at| self.blocks[at].prose.text().into()));
        let text = text.trim_start();
        let words: Vec<&str> = text.split(|one: char| !one.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        let mut begins = false;
        plan().lexicon.each(text, |list, range| begins |= list == HEARSAY && range.start == 0);
        (begins || words.len() <= BARE) && !words.iter().any(|word| RISKS.contains(word))
    }

    /// The first place of each part of the elements that the document holds; its head if only its name speaks of it. Where a
    /// section is the element, what stands elsewhere is about something else. What a roadmap or a course says of it is not done.
    pub(super) fn parts(&mut self, evidence: &[Found], titles: &[&Promise]) -> Vec<(usize, usize, Place)> {
        let mut found = Vec::new();
        let is_explained = evidence.iter().any(|(one, _)| one.standing == Standing::Explaining)
            && evidence.iter().all(|(one, _)| one.standing != Standing::Kept);
        for (element, parts) in plan().parts.iter().enumerate() {
            let Some(parts) = parts else { continue };
            let extents = self.extents(element, evidence);
            // What a text that teaches says of it is not done either.
            if parts.anywhere && is_explained {
                continue;
            }
            if extents.is_empty() && titles.iter().any(|one| self.is_hearsay(one)) {
                continue;
            }
            let is_whole = parts.anywhere || extents.contains(&(0..self.blocks.len()));
            let is_there = |block: usize| {
                let next = extents.partition_point(|one| one.end <= block);
                is_whole || extents.get(next).is_some_and(|one| one.contains(&block))
            };
            for part in 0..parts.parts.len() {
                let list = plan().first_part[element] + part;
                if let Some((block, range)) = self.best_said(PartOf { element, part }, &is_there) {
                    let span = self.blocks[block].prose.source_span(range.start, range.end);
                    found.push((element, part, self.locator.place(span)));
                } else if let Some(block) = self.signature(PartOf { element, part }, &is_there) {
                    found.push((element, part, self.label(Some(block)).place));
                } else if is_whole
                    && (titles.iter().any(|one| one.lists.contains(&list)) || self.is_named(titles, element, part))
                {
                    found.push((element, part, self.label(None).place));
                }
            }
        }
        found
    }

    /// The first heading that names a part, else the first place that says it.
    fn best_said(&self, one: PartOf, is_there: &dyn Fn(usize) -> bool) -> Option<(usize, Range<usize>)> {
        let all = 0..self.blocks.len();
        let first = self.first_said(one, &all, is_there)?;
        let is_heading = |block: usize| self.levels[block].is_some() && is_there(block);
        Some(self.first_said(one, &all, &is_heading).unwrap_or(first))
    }

    /// The blocks that speak for an element: what shows it, and sections of the same kind that are too short to do so alone.
    fn extents(&self, element: usize, evidence: &[Found]) -> Vec<Range<usize>> {
        let speaks = |one: &Evidence| {
            one.element == element
                && matches!(
                    one.standing,
                    Standing::Kept | Standing::Thin | Standing::Unrelated(_) | Standing::Explaining
                )
        };
        // Sections stand in one another; each block is asked for once.
        outermost(evidence.iter().filter(|(one, _)| speaks(one)).map(|(_, extent)| extent.clone()).collect())
    }

    /// True if what ends at `end` is the label of a blank: "Approved by: ____", or a cell beside an empty one.
    pub(super) fn is_blank(&self, block: usize, end: usize) -> bool {
        let own = &self.blocks[block];
        match denial::entry_behind(own.prose.text(), end) {
            Entry::Filled => false,
            Entry::None => self.is_over_blank(block) || self.is_over_nothing(block),
            Entry::Blank => true,
            Entry::Open => match own.kind {
                Kind::Metadata => own.entry().is_some_and(|(_, value)| value.trim().is_empty()),
                Kind::Cell(cell) => (cell.row == 0 || cell.column == 0) && self.is_beside_blank(cell),
                Kind::Text | Kind::Note | Kind::Item => {
                    let next = self.blocks.get(block + 1);
                    self.is_over_blank(block)
                        || own.prose.text().trim_end().ends_with([':', '：'])
                            && next.is_none_or(|one| {
                                // A label behind a label stands for the next entry.
                                let is_label =
                                    one.kind == own.kind && one.prose.text().trim_end().ends_with([':', '：']);
                                is_label || matches!(one.kind, Kind::Heading(_)) || denial::is_blank(one.prose.text())
                            })
                }
                Kind::Heading(_) => self.is_over_blank(block) || self.is_over_nothing(block),
                Kind::Key(_) | Kind::Code => false,
            },
        }
    }

    /// The blocks below a heading, up to the next one.
    fn below(&self, block: usize) -> Range<usize> {
        let end = (block + 1..self.blocks.len()).find(|at| self.levels[*at].is_some());
        block + 1..end.unwrap_or(self.blocks.len())
    }

    /// True for a heading under which something only keeps the place of what is to be written: "TBD", a table to sign that nobody
    /// has signed.
    fn is_over_blank(&self, block: usize) -> bool {
        if self.levels[block].is_none() || matches!(self.blocks[block].kind, Kind::Key(_)) {
            return false;
        }
        let below = self.below(block);
        if below.is_empty() || self.is_above_deeper(block, below.end) {
            return false;
        }
        let keeps_place = |at: usize| {
            let one = &self.blocks[at];
            matches!(one.kind, Kind::Text | Kind::Note | Kind::Item) && denial::keeps_place(one.prose.text())
        };
        self.is_unsigned(&below) || below.len() <= FEW && below.clone().all(keeps_place)
    }

    /// True if the heading at `next` is of a lower level: what is below it belongs to the one before.
    fn is_above_deeper(&self, block: usize, next: usize) -> bool {
        self.levels.get(next).is_some_and(|level| *level > self.levels[block])
    }

    /// True for a heading that only names something and has nothing below it, not even a picture.
    fn is_over_nothing(&self, block: usize) -> bool {
        if !matches!(self.blocks[block].kind, Kind::Heading(_)) || self.format == Format::Plain {
            return false;
        }
        let text = self.blocks[block].prose.text();
        let below = self.below(block);
        if !below.is_empty() || self.format.container().is_some() || self.is_above_deeper(block, below.end) {
            return false;
        }
        let end = self.blocks[block].prose.source_span(0, text.len()).end;
        let next = self.blocks.get(below.end).map(|one| one.prose.source_span(0, one.prose.text().len()).start);
        let gap = self.source.text.get(end..next.unwrap_or(self.source.text.len()));
        let is_bare =
            |gap: &str| gap.chars().all(|one| one.is_whitespace() || matches!(one, '#' | '=' | '-' | '*' | '_' | '~'));
        (is_chapter(text) || only_names(text)) && gap.is_some_and(is_bare)
    }

    /// True for a table to sign of which each row has no more than one cell that is filled in.
    fn is_unsigned(&self, below: &Range<usize>) -> bool {
        if below.len() > SIGNING {
            return false;
        }
        let cells = below.clone().map_while(|at| match self.blocks[at].kind {
            Kind::Cell(cell) => Some((cell, self.blocks[at].prose.text())),
            _ => None,
        });
        let cells: Vec<(Cell, &str)> = cells.collect();
        let is_label = |text: &str| SIGNATURE_LABELS.contains(folded(text).trim());
        let labels = cells.iter().filter(|(cell, text)| cell.row == 0 && is_label(text)).count();
        let filled =
            |row: usize| cells.iter().filter(|(cell, text)| cell.row == row && !denial::is_blank(text)).count();
        cells.len() == below.len()
            && labels >= SIGNED
            && cells.iter().all(|(cell, _)| cell.row == 0 || filled(cell.row) <= 1)
    }

    /// True if a cell stands at the head of nothing: the cell beside it is blank, or in the first row of a wide table all those
    /// below it.
    fn is_beside_blank(&self, cell: Cell) -> bool {
        let table = self.blocks.iter().filter_map(|one| match one.kind {
            Kind::Cell(other) if other.table == cell.table => Some((other, one.prose.text())),
            _ => None,
        });
        let cells: Vec<(Cell, &str)> = table.collect();
        let beside = cells.iter().find(|(one, _)| (one.row, one.column) == (cell.row, cell.column + 1));
        let is_blank = beside.is_none_or(|(_, text)| denial::is_blank(text));
        let width = cells.iter().map(|(one, _)| one.column).max().unwrap_or_default();
        if cell.row > 0 || cell.column == 0 && width == 1 && beside.is_some_and(|_| is_blank) {
            return cell.column < width && is_blank;
        }
        let mut below = cells.iter().filter(|(one, _)| one.row > 0 && one.column == cell.column);
        // Where nothing stands beside it, what stands below it in the first column may be the next label.
        below.all(|(_, text)| denial::is_blank(text) || width == 0 && is_of_document(text))
    }

    /// True if a title names a part, and the text shows that this is what it means.
    fn is_named(&self, titles: &[&Promise], element: usize, part: usize) -> bool {
        let Some(spec) = plan().parts[element].and_then(|all| all.parts.get(part)) else { return false };
        let (list, whole) = (plan().named_parts[element][part], 0..self.blocks.len());
        titles.iter().any(|one| one.lists.contains(&list))
            && (1..=spec.beside.len()).all(|group| self.speaks_of(&whole, list + group))
    }
}

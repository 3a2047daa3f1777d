//! Whether a phrase is evidence of a part: words of every day say it only beside what they are about.

use std::ops::Range;

use super::super::denial;
use super::super::plan::{INCIDENTS, Plan, RELATED, plan};
use super::super::seen::{Seen, seen_in, seen_within};
use super::super::substance::{count_words, is_document, is_of_document, near, row_of, sentence_around};
use super::{Surveyor, TRIES};
use crate::document::Kind;

/// How many blocks at the start of a document, or below a heading that names such entries, tell which document it is.
const HEAD: usize = 24;

/// The longest value of such an entry, in bytes; what is longer says something.
const VALUE: usize = 80;

/// How many phrases of a part are looked at whether they mean it.
const LOOKS: usize = 4096;

/// How far away the blocks may stand that belong to one.
const FAR: usize = 512;

/// The longest phrase, with the words that may stand between its own, in bytes.
const PHRASE: usize = 256;

/// Most words of the name of a document in a list.
const NAME: usize = 8;

/// The longest rest of a label behind a phrase in it, in bytes.
const NEXT: usize = 24;

/// A part of an element, by their numbers.
#[derive(Clone, Copy)]
pub(super) struct PartOf {
    pub element: usize,
    pub part: usize,
}

/// The lists of a part.
struct Lists {
    strong: usize,
    weak: usize,
    with: usize,
    never: usize,
    unless: usize,
    is_wide: bool,
    /// True for what a text says of itself, so that a box that nobody has ticked says that it is not so.
    is_done: bool,
}

impl PartOf {
    fn lists(self) -> Lists {
        let [weak, with, never] = Plan::weak_part(self.element, self.part);
        let (strong, unless) = Plan::part(self.element, self.part);
        let is_wide = plan().parts[self.element].is_some_and(|all| all.parts[self.part].wide);
        let is_done = plan().elements[self.element].id != INCIDENTS;
        Lists { strong, weak, with, never, unless, is_wide, is_done }
    }
}

impl Surveyor<'_> {
    /// The first place in those of the blocks that `is_there` accepts where a text says that a part is so.
    pub(super) fn first_said(
        &self,
        one: PartOf,
        blocks: &Range<usize>,
        is_there: &dyn Fn(usize) -> bool,
    ) -> Option<(usize, Range<usize>)> {
        let lists = one.lists();
        let own = seen_in(&self.seen, blocks)
            .iter()
            .filter(|(list, block, _)| (*list == lists.strong || *list == lists.weak) && is_there(*block));
        // Those that are weak and stand alone are many, and do not use up the tries.
        let counts = |(list, block, range): &&Seen| {
            self.means(&lists, *block, range) && (*list == lists.strong || self.is_beside(&lists, *block, range))
        };
        let said =
            own.take(LOOKS).filter(counts).take(TRIES).find(|(_, block, range)| self.is_so(&lists, *block, range));
        said.map(|(_, block, range)| (*block, range.clone()))
    }

    /// True if the blocks say that a part is so.
    pub(super) fn is_said_in(&self, one: PartOf, extent: &Range<usize>) -> bool {
        self.first_said(one, extent, &|_| true).is_some()
    }

    /// True if a phrase does not stand in a fixed one that means something else, nor tells which document it is.
    fn means(&self, lists: &Lists, block: usize, range: &Range<usize>) -> bool {
        !self.has_over(lists.never, block, range) && !self.is_of_document(block, range) && !self.is_listed(block)
    }

    /// True for an entry that only names a document, in a list of other documents.
    fn is_listed(&self, block: usize) -> bool {
        let text = self.blocks[block].prose.text();
        let words = text.trim().to_lowercase();
        let is_named = is_document(text) || words.ends_with(" process") || words == "statement of applicability";
        if self.blocks[block].kind != Kind::Item || !is_named || count_words(text) > NAME {
            return false;
        }
        let lead = (block.saturating_sub(FAR)..block).rev().find(|at| self.blocks[*at].kind != Kind::Item);
        lead.is_some_and(|at| {
            let is_head = self.levels[at].is_some() || self.blocks[at].prose.text().trim_end().ends_with([':', '：']);
            let text = self.blocks[at].prose.text();
            is_head && self.has_within(RELATED, at, &(0..text.len()))
        })
    }

    /// True if a phrase says that a thing is so: the clause does not deny it, the sentence does not speak of something else,
    /// and nobody has left a blank behind it.
    fn is_so(&self, lists: &Lists, block: usize, range: &Range<usize>) -> bool {
        let text = self.blocks[block].prose.text();
        let is_to_do = lists.is_done && self.is_unticked(block);
        !is_to_do
            && !denial::denies(text, range, self.language)
            && !self.is_blank(block, range.end)
            && !denial::is_placeholder(text, range)
            && !self.has_within(lists.unless, block, &sentence_around(text, range))
            && !self.is_void(block, range, lists.is_done)
    }

    /// True for an entry of a list with a box before it that nobody has ticked.
    fn is_unticked(&self, block: usize) -> bool {
        let own = &self.blocks[block];
        let text = own.prose.text();
        let before = || self.source.text.get(..own.prose.source_span(0, text.len()).start).unwrap_or_default();
        let is_raw = || before().trim_end().ends_with("[ ]");
        own.kind == Kind::Item && (denial::is_unticked(text) || is_raw())
    }

    /// True if what a weak phrase is about stands in its sentence, or in what belongs to an entry of a list or a table.
    fn is_beside(&self, lists: &Lists, block: usize, range: &Range<usize>) -> bool {
        let sentence = sentence_around(self.blocks[block].prose.text(), range);
        let is_about = |at: usize, within: &Range<usize>| {
            let mut about = self.in_block(at, lists.with, within).take(TRIES);
            let is_denied = |one| at != block && denial::denies(self.blocks[at].prose.text(), one, self.language);
            about.any(|one| !self.has_over(lists.never, at, one) && !is_denied(one))
        };
        is_about(block, &sentence)
            || self.company(block).into_iter().any(|at| is_about(at, &(0..self.blocks[at].prose.text().len())))
            || lists.is_wide && self.is_in_section(lists, block)
    }

    /// True if a phrase of the list stands below the heading that a block is, or below the one above it, and not far away.
    fn is_in_section(&self, lists: &Lists, block: usize) -> bool {
        let near = block.saturating_sub(FAR)..(block + FAR).min(self.blocks.len());
        let head = (near.start..=block).rev().find(|at| self.levels[*at].is_some());
        let (start, own) = head.map_or((near.start, u8::MAX), |head| (head + 1, self.levels[head].unwrap_or_default()));
        let ends = |at: &usize| self.levels[*at].is_some_and(|level| level <= own);
        let end = (start..near.end).find(ends).unwrap_or(near.end);
        let own = seen_in(&self.seen, &(start..end)).iter();
        own.filter(|(list, ..)| *list == lists.with)
            .take(TRIES)
            .any(|(_, at, one)| !self.has_over(lists.never, *at, one))
    }

    /// The blocks that belong to one that is no sentence: the row of a cell, the text that leads to a list, the heading above,
    /// and for a heading what stands first below it.
    fn company(&self, block: usize) -> Vec<usize> {
        let kind = |at: &usize| self.blocks[*at].kind;
        let mut found = Vec::new();
        if self.levels[block].is_some() {
            found.extend((block + 1 < self.blocks.len()).then_some(block + 1));
            return found;
        }
        let before = block.saturating_sub(FAR)..block;
        match self.blocks[block].kind {
            Kind::Item => {
                let lead = before.clone().rev().find(|at| kind(at) != Kind::Item);
                found.extend(lead.filter(|at| self.blocks[*at].prose.text().trim_end().ends_with([':', '：'])));
            }
            Kind::Cell(_) => {
                let row = row_of(&self.blocks[block]);
                let is_row = |at: &usize| row_of(&self.blocks[*at]) == row;
                found.extend(before.clone().rev().take_while(is_row));
                found.extend((block + 1..self.blocks.len()).take(FAR).take_while(is_row));
            }
            Kind::Metadata | Kind::Key(_) | Kind::Code => {}
            Kind::Text | Kind::Note | Kind::Heading(_) => return found,
        }
        found.extend(before.rev().find(|at| self.levels[*at].is_some()));
        found
    }

    /// Places in a block, and within a range of it, of the phrases of a list.
    fn in_block(&self, block: usize, list: usize, within: &Range<usize>) -> impl Iterator<Item = &Range<usize>> {
        let end = within.end;
        let own = seen_within(&self.seen, block, within).iter();
        own.filter(move |(one, _, range)| *one == list && range.end <= end).map(|(.., range)| range)
    }

    fn has_within(&self, list: usize, block: usize, within: &Range<usize>) -> bool {
        self.in_block(block, list, within).next().is_some()
    }

    fn has_over(&self, list: usize, block: usize, range: &Range<usize>) -> bool {
        let near = range.start.saturating_sub(PHRASE)..range.end + PHRASE;
        self.in_block(block, list, &near).any(|one| one.start < range.end && range.start < one.end)
    }

    /// True if a phrase stands in an entry at the head of a document that tells which one it is: "Owner: the security manager".
    fn is_of_document(&self, block: usize, range: &Range<usize>) -> bool {
        let own = &self.blocks[block];
        if let Some((key, value)) = own.entry() {
            return is_of_document(key) && is_name(value);
        }
        if block >= HEAD {
            return false;
        }
        if let Kind::Cell(cell) = own.kind {
            let row = row_of(own);
            let first = (0..=block).rev().take_while(|at| row_of(&self.blocks[*at]) == row).last();
            let is_pair = cell.column < 2 && self.blocks.get(block + 2 - cell.column).and_then(row_of) != row;
            return is_pair && first.is_some_and(|at| is_of_document(self.blocks[at].prose.text()));
        }
        let text = own.prose.text();
        let ends = ['\n', '|', '·', ';'];
        let near = near(text, range, VALUE * 2);
        let start = text[near.start..range.start].rfind(ends).map_or(near.start, |at| near.start + at);
        let end = text[range.end..near.end].find(ends).map_or(near.end, |at| range.end + at);
        if let Some(label) = second_label(&text[start..end], range.start - start, range.end - start) {
            return is_of_document(label);
        }
        let entry = text[start..end].trim_start_matches(ends).split_once([':', '：']);
        entry.is_some_and(|(label, value)| is_of_document(label) && is_name(value))
    }
}

/// The label in which a phrase stands behind another entry in the same line: "Prepared by: M. Lee, Approved by: J. Roe". Where no
/// sign parts them, the phrase is all of it.
fn second_label(line: &str, start: usize, end: usize) -> Option<&str> {
    let signs = [':', '：'];
    let end = line[..end].trim_end_matches(signs).len().max(start);
    let length = line[end..].find(signs).filter(|at| *at <= NEXT && !line[end..end + at].contains([',', '.']))?;
    let before = line[..start].find(signs).map(|at| &line[at..start])?;
    let parted = before.rfind([',', '/', '–', '—']).or_else(|| before.rfind(" - ").map(|at| at + 1));
    match parted {
        Some(at) => {
            let first = start - before.len() + at;
            line[first..end + length].get(line[first..].chars().next().map_or(0, char::len_utf8)..)
        }
        None => line[end..end + length].trim().is_empty().then(|| &line[start..end]),
    }
}

/// True for the value of an entry that is no sentence.
fn is_name(value: &str) -> bool {
    value.len() <= VALUE && !value.trim_end().ends_with(['.', '。'])
}

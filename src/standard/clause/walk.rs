//! Walks over a document and keeps what may bind the numbers further down: headings, heads of columns, what was named
//! last.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::beside::beside;
use super::mention::{Mention, Mentions, Named, Role};
use super::model::{Bound, Form};
use crate::document::{Cell, Document, Kind};

/// A heading with the mentions that it holds.
struct Heading {
    level: u8,
    /// The mention that matters to controls.
    controls: Option<usize>,
    /// The only mention.
    only: Option<usize>,
}

/// What is known of the document up to a block; mentions by their indices.
#[derive(Default)]
struct State {
    headings: Vec<Heading>,
    /// The last mention in running text since the heading.
    section: Option<usize>,
    /// The last mention anywhere.
    last: Option<usize>,
    /// The last mention in front matter.
    front: Option<usize>,
    /// True once something else than front matter has been seen.
    is_begun: bool,
    /// The keys of the object that is being read, and its first block.
    object: (HashSet<String>, usize),
    /// The block of the head of each column, by table and column.
    columns: HashMap<(usize, usize), usize>,
    /// The last mention below the head of each column.
    in_column: HashMap<(usize, usize), usize>,
    /// The only mention of the paragraph above a table.
    caption: Option<usize>,
}

/// The walk over one document.
pub(super) struct Walk<'a> {
    pub(super) document: &'a Document,
    pub(super) named: &'a [Named],
    pub(super) mentions: &'a Mentions,
    /// The designation in the path of the document.
    pub(super) path: Option<Mention>,
    at: State,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        document: &'a Document,
        named: &'a [Named],
        mentions: &'a Mentions,
        path: Option<Mention>,
    ) -> Self {
        Self { document, named, mentions, path, at: State::default() }
    }

    /// Every number that something binds, in the order of their places.
    pub(super) fn run(mut self) -> Vec<Bound> {
        let mut found = Vec::new();
        for block in 0..self.document.blocks.len() {
            self.enter(block);
            self.bind_block(block, &mut found);
            self.leave(block);
        }
        found
    }

    fn kind(&self, block: usize) -> Kind {
        self.document.blocks[block].kind
    }

    fn enter(&mut self, block: usize) {
        match self.kind(block) {
            Kind::Heading(level) | Kind::Key(level) => {
                self.at.headings.retain(|one| one.level < level);
                (self.at.section, self.at.caption) = (None, None);
            }
            Kind::Cell(cell) if cell.row == 0 => {
                self.at.columns.insert((cell.table, cell.column), block);
            }
            Kind::Text | Kind::Item => self.at.caption = only(self.mentions.of_block(block)),
            Kind::Metadata => self.enter_entry(block),
            Kind::Cell(_) | Kind::Code | Kind::Note => {}
        }
        self.at.is_begun |= self.kind(block) != Kind::Metadata;
    }

    /// An entry goes on with the object above unless something else stands between, or its key was there already.
    fn enter_entry(&mut self, block: usize) {
        let follows = block > 0 && self.kind(block - 1) == Kind::Metadata;
        let key = self.key(block);
        let (keys, start) = &mut self.at.object;
        if !follows || key.as_ref().is_some_and(|key| keys.contains(key)) {
            keys.clear();
            *start = block;
        }
        keys.extend(key);
    }

    /// The key of an entry.
    fn key(&self, block: usize) -> Option<String> {
        let text = self.document.blocks[block].prose.text();
        let (key, _) = text.split_once([':', '='])?;
        Some(key.trim().to_owned()).filter(|key| !key.is_empty() && !key.starts_with("- "))
    }

    fn leave(&mut self, block: usize) {
        let own = self.mentions.of_block(block);
        let last = self.mentions.last_of(own.clone());
        match self.kind(block) {
            Kind::Heading(level) => self.at.headings.push(Heading { level, controls: last, only: only(own) }),
            Kind::Key(level) if !self.document.blocks[block].prose.is_empty() => {
                // What stands below a key belongs to the object that the key does.
                let controls = last.or_else(|| self.in_object_above(block));
                self.at.headings.push(Heading { level, controls, only: only(own) });
            }
            Kind::Key(_) | Kind::Text | Kind::Note | Kind::Item | Kind::Metadata | Kind::Cell(_) | Kind::Code => {}
        }
        let Some(last) = last else { return };
        self.at.last = Some(last);
        match self.kind(block) {
            Kind::Text | Kind::Item => self.at.section = Some(last),
            Kind::Metadata if !self.at.is_begun => self.at.front = Some(last),
            Kind::Cell(cell) if cell.row > 0 => {
                self.at.in_column.insert((cell.table, cell.column), last);
            }
            Kind::Heading(_) | Kind::Key(_) | Kind::Metadata | Kind::Cell(_) | Kind::Code | Kind::Note => {}
        }
    }

    /// The last mention in the entries right above a key.
    fn in_object_above(&self, block: usize) -> Option<usize> {
        let is_entry = |at: &usize| self.kind(*at) == Kind::Metadata;
        let entries = (self.at.object.1..block).rev().take_while(is_entry);
        entries.map(|at| self.mentions.of_block(at)).find_map(|own| self.mentions.last_of(own))
    }

    fn bind_block(&self, block: usize, found: &mut Vec<Bound>) {
        let named = &self.named[block];
        if named.localities.is_empty() {
            return;
        }
        let beside = beside(self.document.blocks[block].prose.text(), named);
        for (own, beside) in named.localities.iter().zip(beside) {
            let beside = beside.map(|at| self.mentions.of_block(block).start + at);
            found.extend(match own.form {
                Form::Lettered | Form::Spaced => self.control(block, own, beside),
                Form::Control | Form::Clause | Form::Section | Form::Bare => self.part(block, own, beside),
            });
        }
    }

    /// The block of the head of the column that a cell stands in.
    pub(super) fn head(&self, cell: Cell) -> Option<usize> {
        self.at.columns.get(&(cell.table, cell.column)).copied().filter(|_| cell.row > 0)
    }

    /// The mention in the head of the column.
    pub(super) fn in_head(&self, block: usize) -> Option<usize> {
        let head = self.head(self.cell(block)?)?;
        self.mentions.last_of(self.mentions.of_block(head))
    }

    /// The mention in another cell of the row, or in another entry of the object: the nearest before, else behind.
    pub(super) fn in_row(&self, block: usize) -> Option<usize> {
        let of = |at: usize| self.mentions.last_of(self.mentions.of_block(at));
        if self.kind(block) == Kind::Metadata {
            let before = (self.at.object.1..block).rev().find_map(of);
            return before.or_else(|| self.rest_of_object(block).find_map(of));
        }
        let own = self.cell(block)?;
        let of_row = |at: &usize| self.cell(*at).is_some_and(|one| (one.table, one.row) == (own.table, own.row));
        let left = (0..block).rev().take_while(of_row).find_map(of);
        left.or_else(|| (block + 1..self.document.blocks.len()).take_while(of_row).find_map(of))
    }

    /// The entries behind one that belong to its object.
    fn rest_of_object(&self, block: usize) -> impl Iterator<Item = usize> {
        let mut keys: HashSet<String> = self.at.object.0.clone();
        (block + 1..self.document.blocks.len())
            .take_while(move |at| self.kind(*at) == Kind::Metadata && self.key(*at).is_none_or(|key| keys.insert(key)))
    }

    /// The first cell of the row that a cell stands in, if that is another.
    pub(super) fn label(&self, block: usize, own: Cell) -> Option<usize> {
        let of_row = |at: &usize| self.cell(*at).is_some_and(|one| (one.table, one.row) == (own.table, own.row));
        (0..block).rev().take_while(of_row).last()
    }

    /// The last mention above in the section, else that of the nearest heading with one.
    pub(super) fn above(&self, block: usize) -> Option<usize> {
        let in_column = self.cell(block).and_then(|one| self.at.in_column.get(&(one.table, one.column)));
        let heading = self.at.headings.iter().rev().find_map(|heading| heading.controls);
        // "We also hold ISO 27001" in a chapter on another standard changes nothing.
        let rival = heading.filter(|at| self.mentions.all[*at].role == Role::Rival);
        in_column.copied().or(rival).or(self.at.section).or(heading)
    }

    /// The last mention in front matter.
    pub(super) fn in_front(&self) -> Option<usize> {
        self.at.front
    }

    /// The last mention above; if there is none, the first below, provided that no rival stands anywhere.
    pub(super) fn anywhere(&self, block: usize) -> Option<usize> {
        self.at.last.or_else(|| {
            let rest = self.mentions.of_block(block).end..self.mentions.all.len();
            let rivalled = self.mentions.all[rest.clone()].iter().any(|one| one.role == Role::Rival);
            self.mentions.first_of(rest).filter(|_| !rivalled)
        })
    }

    /// The only mention of the paragraph above a table, else of the nearest heading with one.
    pub(super) fn only_above(&self, with_caption: bool) -> Option<usize> {
        let caption = self.at.caption.filter(|_| with_caption);
        caption.or_else(|| self.at.headings.iter().rev().find_map(|heading| heading.only))
    }

    /// Where a block stands in its table, if it is a cell.
    pub(super) fn cell(&self, block: usize) -> Option<Cell> {
        match self.kind(block) {
            Kind::Cell(cell) => Some(cell),
            Kind::Text | Kind::Note | Kind::Item | Kind::Heading(_) | Kind::Key(_) | Kind::Code | Kind::Metadata => {
                None
            }
        }
    }
}

/// The only one of some mentions.
pub(super) fn only(range: Range<usize>) -> Option<usize> {
    (range.len() == 1).then_some(range.start)
}

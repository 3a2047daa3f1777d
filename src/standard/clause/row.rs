//! What stands beside a number in its row or its object: the head of its column, its key, the cells and entries that go
//! with it.

use std::collections::HashSet;
use std::rc::Rc;

use super::appendix;
use super::claim;
use super::lexicon::{FRAMEWORKS, SOURCES, STANDARD_HEADS, SUBJECTS};
use super::mention::{Near, Role};
use super::others;
use super::walk::{Walk, only};
use super::words::{self, Word, beginning};
use crate::document::{Cell, Kind};
use crate::list::List;

/// What an entry of data says for the others of its object.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    block: usize,
    /// Who is named for a number beside it.
    near: Near,
    /// What it says of the standard of its object.
    alone: Near,
}

/// Where the standard of the controls is named in cells and entries.
#[derive(Debug, Default)]
pub(super) struct Parting {
    /// Columns, by table and number.
    columns: HashSet<(usize, usize)>,
    /// Keys of entries.
    keys: HashSet<String>,
}

/// True for a word for ISO or an annex of it.
fn is_home_word(word: &str) -> bool {
    word.eq_ignore_ascii_case("iso") || words::class(word) == Some(Word::Annex)
}

/// How many cells behind a number may say of what its row is.
const NEAR: usize = 4;

/// How many cells of a row are looked at on either side, and its first: so a row costs what it is long.
const WIDE: usize = 64;

/// How much of the head of a column, of a key or of a title is read for its words, in bytes: it is asked of each row.
pub(super) const LABEL: usize = 256;

/// How many cells further up a table of pairs is looked at.
const PAIRS: usize = 40;

/// True if a value may name a standard or a framework, unlike "yes" and "internal".
fn is_name(value: &str) -> bool {
    value.chars().any(char::is_uppercase) && !["Yes", "No", "N/A", "TBD", "None", "All"].contains(&value.trim())
}

impl Walk<'_> {
    /// Who is named in the head of the column, or by the key of an entry.
    pub(super) fn in_head(&self, block: usize) -> Near {
        match self.cell(block).and_then(|cell| self.head(cell)) {
            Some(head) => {
                let mention = self.mentions.last_of(self.mentions.of_block(head));
                Near::from(mention).or_else(|| others::in_label(self.label_of(head), false))
            }
            None => self.label(block).map_or(Near::Nobody, |key| others::in_label(key, true)),
        }
    }

    /// What a number is called: the head of its column, the key of its entry or of the list that it is an item of.
    pub(super) fn label(&self, block: usize) -> Option<&str> {
        self.labelled_by(block).map(|(_, label)| label)
    }

    /// The same with the block that it stands in.
    pub(super) fn labelled_by(&self, block: usize) -> Option<(usize, &str)> {
        let key = |at: usize| self.entry_key(at).map(|key| (at, beginning(key, LABEL)));
        let above = || self.key_above().map(|at| (at, self.label_of(at)));
        match self.kind(block) {
            Kind::Cell(cell) => match self.head(cell) {
                Some(head) => Some((head, self.label_of(head))),
                None => key(self
                    .cells_before(block, cell)
                    .take_while(|at| self.is_in_column(*at, cell))
                    .last()
                    .unwrap_or(block)),
            },
            Kind::Metadata => key(block).or_else(above),
            Kind::Item => above(),
            Kind::Text | Kind::Note | Kind::Heading(_) | Kind::Key(_) | Kind::Code => None,
        }
    }

    /// The words of a head or a key, as far as they are read.
    pub(super) fn label_of(&self, block: usize) -> &str {
        beginning(self.text(block), LABEL)
    }

    /// The key of an entry as the reader marked it, else the words before its colon.
    fn entry_key(&self, block: usize) -> Option<&str> {
        let marked = self.document.blocks[block].entry().map(|(key, _)| key);
        marked.or_else(|| {
            let (key, _) = self.text(block).split_once(':').filter(|_| self.kind(block) == Kind::Metadata)?;
            key.chars().all(|one| one.is_alphabetic() || matches!(one, ' ' | '-' | '_')).then_some(key)
        })
    }

    /// True if an entry of front matter says what the document is about: a title, a standard.
    pub(super) fn is_subject(&self, block: usize) -> bool {
        let is_title = || self.label(block).is_none() && self.kind(block) == Kind::Metadata;
        self.is_labelled(block, SUBJECTS) || is_title()
    }

    /// True if a word of its label is one of these.
    pub(super) fn is_labelled(&self, block: usize, wanted: List) -> bool {
        let is_wanted = |word: &str| wanted.contains(word.to_lowercase().as_str());
        self.label(block).is_some_and(|label| label.split(|one: char| !one.is_alphabetic()).any(is_wanted))
    }

    /// True if its label says that a control of ISO, or of an annex, stands there.
    pub(super) fn is_home(&self, block: usize) -> bool {
        self.label(block).is_some_and(|label| label.split(|one: char| !one.is_alphabetic()).any(is_home_word))
    }

    /// Who is named in another cell of the row, or in another entry of the object: the nearest before, else behind.
    pub(super) fn in_row(&self, block: usize) -> Near {
        *self.seen().row.get_or_init(|| self.find_in_row(block))
    }

    fn find_in_row(&self, block: usize) -> Near {
        let counts = |near: &Near| match near {
            Near::Nobody => false,
            Near::Mention(_) => true,
            Near::Other { .. } => !self.is_home(block),
        };
        let found = if self.kind(block) == Kind::Metadata {
            let object = self.object();
            let at = object.partition_point(|one| one.block < block);
            let behind = object[at..].iter().filter(|one| one.block > block);
            object[..at].iter().rev().chain(behind).map(|one| one.near).find(counts)
        } else {
            self.in_row_of(block).map(|at| self.in_companion(at)).find(counts)
        };
        found.unwrap_or_default()
    }

    /// True if another management system is spoken of in a block, or in its row.
    pub(super) fn speaks_of_system(&self, block: usize) -> bool {
        let is_cell = self.cell(block).is_some();
        let mut row = self.behind_in_row(block).take(NEAR).filter(|_| is_cell);
        claim::names_system(self.text(block)) || row.any(|at| claim::names_system(self.text(at)))
    }

    /// Who is named in a cell or an entry for a number that stands beside it.
    fn in_companion(&self, block: usize) -> Near {
        let in_other = || self.in_framework(block).or_else(|| self.in_own_text(block));
        self.in_value(block).or_else(|| self.in_other_source(block)).or_else(in_other)
    }

    /// What a cell or an entry under the word for a source says that names a text of the writer's own: "internal handbook".
    fn in_own_text(&self, block: usize) -> Near {
        let mut words = self.value(block).split(|one: char| !one.is_alphabetic());
        let is_own = self.mentions.of_block(block).is_empty()
            && self.is_labelled(block, SOURCES)
            && words.any(appendix::is_own_text);
        if is_own { Near::Other { wholly: true } } else { Near::Nobody }
    }

    /// What a cell or an entry under the word for a standard or a source says where others under it name that of the controls:
    /// it has another, or none.
    fn in_other_source(&self, block: usize) -> Near {
        let value = self.value(block).trim();
        let is_source = [STANDARD_HEADS, SOURCES, FRAMEWORKS].into_iter().any(|words| self.is_labelled(block, words));
        let is_other = !self.mentions.of_block(block).is_empty();
        if !is_source || value.is_empty() || (!is_other && value.split(' ').any(is_home_word)) {
            return Near::Nobody;
        }
        let parts = || {
            let parting = self.parting.get_or_init(|| self.find_parting());
            match self.cell(block) {
                Some(cell) => parting.columns.contains(&(cell.table, cell.column)),
                None => self.entry_key(block).is_some_and(|key| parting.keys.contains(key)),
            }
        };
        if is_other || parts() { Near::Other { wholly: true } } else { Near::Nobody }
    }

    fn find_parting(&self) -> Parting {
        let mut found = Parting::default();
        for one in self.mentions.all.iter().filter(|one| one.role == Role::Controls) {
            match self.cell(one.block) {
                Some(cell) if cell.row > 0 => found.columns.extend([(cell.table, cell.column)]),
                Some(_) => {}
                None => found.keys.extend(self.entry_key(one.block).map(str::to_owned)),
            }
        }
        found
    }

    /// The entries of the object that is being read which name somebody; read once for each object.
    fn object(&self) -> Rc<Vec<Entry>> {
        let start = self.object_start();
        let mut kept = self.kept.borrow_mut();
        if kept.0 != start {
            let mut keys: HashSet<String> = HashSet::new();
            let goes_on =
                |at: &usize| self.kind(*at) == Kind::Metadata && self.key(*at).is_none_or(|key| keys.insert(key));
            let read = |block| Entry { block, near: self.in_companion(block), alone: self.alone(block) };
            let all = (start..self.document.blocks.len()).take_while(goes_on).map(read);
            *kept = (start, Rc::new(all.filter(|one| (one.near, one.alone) != (Near::Nobody, Near::Nobody)).collect()));
        }
        Rc::clone(&kept.1)
    }

    /// What a cell under the word for a framework says that names no standard: "SAMA".
    fn in_framework(&self, block: usize) -> Near {
        let is_other = is_name(self.value(block)) && !self.value(block).split(' ').any(is_home_word);
        let is_other = is_other && self.mentions.of_block(block).is_empty() && self.is_labelled(block, FRAMEWORKS);
        if is_other { Near::Other { wholly: false } } else { Near::Nobody }
    }

    /// Who is named in a cell or an entry for those that go with it.
    pub(super) fn in_value(&self, block: usize) -> Near {
        let mention = self.mentions.last_of(self.mentions.of_block(block));
        let is_data = self.document.blocks[block].entry().is_some();
        Near::from(mention).or_else(|| others::in_value(self.value(block), is_data))
    }

    /// The value of an entry, or the whole text.
    fn value(&self, block: usize) -> &str {
        self.document.blocks[block].entry().map_or_else(|| self.text(block), |(_, value)| value)
    }

    /// The cells of the row before a cell, or the entries right above a key, the nearest first. Of a wide row those near the
    /// cell and the first.
    fn before_in_row(&self, block: usize) -> Box<dyn Iterator<Item = usize> + '_> {
        match self.kind(block) {
            Kind::Cell(own) => {
                let first = self.first_cell(block, own).filter(|first| first + WIDE < block);
                Box::new(self.cells_before(block, own).take(WIDE).chain(first))
            }
            Kind::Key(_) => {
                let is_entry = |at: &usize| self.kind(*at) == Kind::Metadata;
                Box::new((self.object_start()..block).rev().take_while(is_entry))
            }
            Kind::Text | Kind::Note | Kind::Item | Kind::Heading(_) | Kind::Code | Kind::Metadata => {
                Box::new(std::iter::empty())
            }
        }
    }

    /// The cells of the row behind a cell, of a wide one those near it.
    fn behind_in_row(&self, block: usize) -> impl Iterator<Item = usize> {
        let own = self.cell(block);
        let goes_on = move |at: &usize| own.is_some_and(|own| self.is_in_row(*at, own));
        (block + 1..self.document.blocks.len()).take(WIDE).take_while(goes_on)
    }

    /// The other cells of a row.
    pub(super) fn in_row_of(&self, block: usize) -> impl Iterator<Item = usize> {
        self.before_in_row(block).chain(self.behind_in_row(block))
    }

    fn cells_before(&self, block: usize, own: Cell) -> impl Iterator<Item = usize> {
        (0..block).rev().take_while(move |at| self.is_in_row(*at, own))
    }

    fn is_in_row(&self, block: usize, own: Cell) -> bool {
        self.cell(block).is_some_and(|one| (one.table, one.row) == (own.table, own.row))
    }

    fn is_in_column(&self, block: usize, own: Cell) -> bool {
        self.cell(block).is_some_and(|one| one.column == own.column)
    }

    /// The last mention in the entries right above a key.
    pub(super) fn in_object_above(&self, block: usize) -> Option<usize> {
        self.before_in_row(block).map(|at| self.mentions.of_block(at)).find_map(|own| self.mentions.last_of(own))
    }

    /// The standard of the row or the object: what its other cells or entries name that hold a designation and nothing
    /// else, or that stand under the word for a standard. Somebody else if they name several, or none by its number.
    pub(super) fn alone_in_row(&self, block: usize) -> Near {
        let found: Vec<Near> = if self.kind(block) == Kind::Metadata {
            self.object().iter().filter(|one| one.block != block).map(|one| one.alone).collect()
        } else {
            self.in_row_of(block).map(|at| self.alone(at)).collect()
        };
        let mention = |near: &Near| if let Near::Mention(at) = near { Some(*at) } else { None };
        let is_other = |near: &Near| matches!(near, Near::Other { .. });
        let same = self.same(found.iter().filter_map(mention));
        match same.filter(|_| !found.iter().any(is_other)) {
            Some(at) => Near::Mention(at),
            None if found.iter().all(|near| *near == Near::Nobody) => Near::Nobody,
            None => Near::Other { wholly: true },
        }
    }

    /// What a cell or an entry says of the standard of its row.
    fn alone(&self, block: usize) -> Near {
        let own = self.mentions.of_block(block);
        let is_of_standard = || self.is_labelled(block, STANDARD_HEADS) && is_name(self.value(block));
        let is_shared = || others::in_label(self.value(block), false) != Near::Nobody;
        match only(own.clone()) {
            Some(one) if self.is_whole(block, one) || (is_of_standard() && !is_shared()) => Near::Mention(one),
            None if own.is_empty() && !is_of_standard() => self.in_value(block),
            Some(_) | None if !is_of_standard() => Near::Nobody,
            Some(_) | None => Near::Other { wholly: true },
        }
    }

    /// True if a mention is all that a cell or the value of an entry holds.
    fn is_whole(&self, block: usize, mention: usize) -> bool {
        let value = self.value(block).trim_matches(['"', '\'', '*', ' ', '`', '[', ']']);
        value.len() == self.mentions.all[mention].range.len()
    }

    /// The standard that a pair of name and value gives further up in a table, in the same column.
    pub(super) fn standard_above(&self, block: usize, own: Cell) -> Option<usize> {
        let is_pair = |at: &usize| self.cell(*at).is_some_and(|one| one.table == own.table);
        let is_standard = |word: &str| STANDARD_HEADS.contains(word.to_lowercase().as_str());
        let of = |at: usize| {
            let cell = self.cell(at).filter(|one| one.column == own.column)?;
            let name = self.label_of(self.first_cell(at, cell)?);
            name.split(|one: char| !one.is_alphabetic()).any(is_standard).then_some(at)
        };
        let found = (0..block).rev().take(PAIRS).take_while(is_pair).find_map(of)?;
        only(self.mentions.of_block(found))
    }

    /// The first cell of the row that a cell stands in, if that is another.
    pub(super) fn first_cell(&self, block: usize, own: Cell) -> Option<usize> {
        let first = self.rows.get_or_init(|| self.find_rows())[block];
        (first < block && self.is_in_row(first, own)).then_some(first)
    }

    /// For each cell the first of its row, for other blocks themselves.
    fn find_rows(&self) -> Vec<usize> {
        let mut firsts = Vec::with_capacity(self.document.blocks.len());
        for block in 0..self.document.blocks.len() {
            let before = self.cell(block).zip(block.checked_sub(1)).filter(|(own, at)| self.is_in_row(*at, *own));
            firsts.push(before.map_or(block, |(_, at)| firsts[at]));
        }
        firsts
    }
}

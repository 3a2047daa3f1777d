//! Walks over a document and keeps what may bind the numbers further down: headings, heads of columns, what was named
//! last.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use super::appendix::{self, Annex};
use super::beside::beside;
use super::mention::{Mention, Mentions, Named, Near, Role};
use super::model::{Bound, Form, Number};
use super::proof::Whole;
use super::row::{Entry, Parting};
use super::scan::last_word;
use super::state::{Heading, Seen, State};
use super::words::{self, Word};
use super::{list, others};
use crate::document::{Cell, Document, Kind};

/// The walk over one document.
pub(super) struct Walk<'a> {
    pub(super) document: &'a Document,
    pub(super) named: &'a [Named],
    pub(super) mentions: &'a Mentions,
    /// The designation in the path of the document.
    pub(super) path: Option<Mention>,
    /// The numbers of the document's own chapters.
    chapters: OnceCell<BTreeSet<Number>>,
    /// The same without those that are called clauses.
    sections: OnceCell<BTreeSet<Number>>,
    /// True if the document has annexes of its own with other letters.
    annexed: OnceCell<bool>,
    /// True if it calls itself a contract.
    contract: OnceCell<bool>,
    /// What its numbers and designations say together.
    whole: OnceCell<Whole>,
    /// Columns and keys under which a cell or an entry names the standard of the controls.
    pub(super) parting: OnceCell<Parting>,
    /// For each cell the first of its row.
    pub(super) rows: OnceCell<Vec<usize>>,
    /// The block of the title that was asked for last, and whether it has a word for another text.
    titled: RefCell<(usize, bool)>,
    /// The first block of the object that was read last, and its entries.
    pub(super) kept: RefCell<(usize, Rc<Vec<Entry>>)>,
    at: State,
}

/// Most columns of a table that are looked at.
const MOST_COLUMNS: usize = 16;

/// The longest cell and line, in bytes, that may name others for what follows.
const LINE: usize = 120;

impl<'a> Walk<'a> {
    pub(super) fn new(
        document: &'a Document,
        named: &'a [Named],
        mentions: &'a Mentions,
        path: Option<Mention>,
    ) -> Self {
        let (chapters, sections) = (OnceCell::new(), OnceCell::new());
        let (annexed, contract, rows) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        let (titled, kept) = (RefCell::new((usize::MAX, false)), RefCell::new((usize::MAX, Rc::default())));
        let (whole, parting, at) = (OnceCell::new(), OnceCell::new(), State::default());
        Self {
            document,
            named,
            mentions,
            path,
            chapters,
            sections,
            annexed,
            contract,
            whole,
            parting,
            rows,
            titled,
            kept,
            at,
        }
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

    pub(super) fn kind(&self, block: usize) -> Kind {
        self.document.blocks[block].kind
    }

    fn enter(&mut self, block: usize) {
        match self.kind(block) {
            Kind::Heading(level) | Kind::Key(level) => {
                self.at.headings.retain(|one| one.level < level);
                let is_comment =
                    |above: usize| self.kind(above) == Kind::Text && matches!(self.kind(block), Kind::Key(_));
                let is_noted =
                    block.checked_sub(1).is_some_and(is_comment) && matches!(self.at.section, Near::Other { .. });
                self.at.note = if is_noted { self.at.section } else { Near::Nobody };
                (self.at.section, self.at.caption, self.at.spoken) = (Near::Nobody, None, None);
            }
            Kind::Cell(cell) if cell.row == 0 => {
                self.at.columns.insert((cell.table, cell.column), block);
            }
            Kind::Text | Kind::Item => self.at.caption = only(self.mentions.of_block(block)),
            Kind::Metadata => self.enter_entry(block),
            Kind::Cell(_) | Kind::Code | Kind::Note => {}
        }
        if self.kind(block) != Kind::Item {
            (self.at.item, self.at.list) = (Near::Nobody, block + 1);
        }
        self.at.seen = Seen::default();
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
    pub(super) fn key(&self, block: usize) -> Option<String> {
        let text = self.document.blocks[block].prose.text();
        let (key, _) = text.split_once([':', '='])?;
        Some(key.trim().to_owned()).filter(|key| !key.is_empty() && !key.starts_with("- "))
    }

    fn leave(&mut self, block: usize) {
        let own = self.mentions.of_block(block);
        let last = self.mentions.last_of(own.clone());
        let is_naming = !own.is_empty();
        match self.kind(block) {
            Kind::Heading(level) => {
                let near = Near::from(last).or_else(|| self.in_title(block));
                self.at.headings.push(Heading {
                    level,
                    block,
                    near,
                    note: Near::Nobody,
                    is_naming,
                    names_controls: self.names_controls(block),
                    only: only(own),
                    is_own: OnceCell::new(),
                    key: None,
                });
            }
            Kind::Key(level) if !self.document.blocks[block].prose.is_empty() => {
                // What stands below a key belongs to the object that the key does.
                let near = Near::from(last).or_else(|| others::in_label(self.text(block), true));
                let near = near.or_else(|| self.in_key(block));
                let near = near.or_else(|| self.in_object_above(block).into());
                let only = match self.alone_in_row(block) {
                    Near::Mention(at) if !is_naming => Some(at),
                    Near::Mention(_) | Near::Nobody | Near::Other { .. } => only(own),
                };
                let is_naming = is_naming || only.is_some();
                let note = self.at.note;
                let (is_own, key) = (OnceCell::new(), Some(block));
                let names_controls = self.names_controls(block);
                let heading = Heading { level, block, near, note, is_naming, names_controls, only, is_own, key };
                self.at.headings.push(heading);
            }
            Kind::Text | Kind::Item => {
                self.note_line(block, last);
                self.at.spoken = own.last().or(self.at.spoken);
            }
            Kind::Metadata if !self.at.is_begun => {
                self.at.front = self.in_value(block).or_else(|| self.at.front);
                self.at.titles.extend(only(own).filter(|_| self.is_subject(block)));
            }
            Kind::Cell(cell) if cell.row > 0 && self.text(block).len() <= LINE => {
                let near = self.in_value(block);
                if near != Near::Nobody {
                    self.at.in_column.insert((cell.table, cell.column), near);
                }
            }
            Kind::Key(_) | Kind::Note | Kind::Metadata | Kind::Cell(_) | Kind::Code => {}
        }
        self.at.last = last.or(self.at.last);
    }

    /// Who is named by a heading without a mention: another collection, an annex of the document's own.
    fn in_title(&self, block: usize) -> Near {
        match appendix::annex(self.text(block)) {
            Annex::Own if appendix::is_of_applicability(&self.document.blocks) => Near::Nobody,
            Annex::Own => Near::Other { wholly: true },
            Annex::Bare if !self.is_of_standard() => Near::Other { wholly: false },
            Annex::Bare => Near::Nobody,
            Annex::None => others::in_heading(self.text(block)),
        }
    }

    /// True if an annex that is merely called so is that of the standard: a heading above, front matter or the path names
    /// it, and there is no annex with another letter.
    fn is_of_standard(&self) -> bool {
        let is_named = |near: &Near| matches!(near, Near::Mention(at) if self.mentions.all[*at].role == Role::Controls);
        let above = || self.at.headings.iter().any(|heading| is_named(&heading.near));
        let of_path = || self.path.as_ref().is_some_and(|path| path.role == Role::Controls);
        let has_others = || *self.annexed.get_or_init(|| appendix::has_others(&self.document.blocks));
        (above() || is_named(&self.at.front) || of_path()) && !has_others()
    }

    /// Notes whom a line of text names for what follows.
    fn note_line(&mut self, block: usize, last: Option<usize>) {
        let near = Near::from(last).or_else(|| {
            let stands_for_heading = appendix::may_be_heading(&self.document.blocks[block]);
            let is_own = stands_for_heading && appendix::annex(self.text(block)) == Annex::Own;
            if is_own { Near::Other { wholly: true } } else { others::in_line(self.text(block)) }
        });
        let is_item = self.kind(block) == Kind::Item;
        if matches!(near, Near::Other { .. }) && is_item {
            // An item names others only for those right below it.
            let goes_on = self.named.get(block + 1).is_some_and(|next| !next.localities.is_empty());
            self.at.item = if goes_on && self.kind(block + 1) == Kind::Item { near } else { Near::Nobody };
        } else if near != Near::Nobody && !self.says_less(near) {
            (self.at.section, self.at.item) = (near, Near::Nobody);
        }
    }

    /// True if a certificate is named for a standard that is already named for what follows: "We are certified to ISO/IEC 27001"
    /// below the heading "ISO/IEC 27001 controls".
    fn says_less(&self, near: Near) -> bool {
        let Near::Mention(at) = near else { return false };
        let is_named = |one: Near| {
            let Near::Mention(above) = one else { return false };
            let (own, above) = (&self.mentions.all[at], &self.mentions.all[above]);
            let is_same = own.standard.is_some_and(|own| above.standard.is_some_and(|one| std::ptr::eq(own, one)));
            is_same && !self.is_weak(above)
        };
        let heading = || self.at.headings.iter().rev().map(|one| one.near).find(|one| *one != Near::Nobody);
        let above = if self.at.section == Near::Nobody { heading().unwrap_or_default() } else { self.at.section };
        self.is_weak(&self.mentions.all[at]) && is_named(above)
    }

    fn bind_block(&self, block: usize, found: &mut Vec<Bound>) {
        let named = &self.named[block];
        if named.localities.is_empty() {
            return;
        }
        let beside = beside(self.text(block), named);
        for (own, beside) in named.localities.iter().zip(beside) {
            let beside = beside.map(|at| self.mentions.of_block(block).start + at);
            let bound = match own.form {
                Form::Lettered | Form::Spaced => self.control(block, own, beside),
                Form::Control | Form::Clause | Form::Section | Form::Bare => self.part(block, own, beside),
            };
            found.extend(bound.into_iter().flat_map(|bound| list::parts(self.text(block), bound)));
        }
    }

    /// The block of the head of the column that a cell stands in.
    pub(super) fn head(&self, cell: Cell) -> Option<usize> {
        self.at.columns.get(&(cell.table, cell.column)).copied().filter(|_| cell.row > 0)
    }

    /// The heads of the columns of the table of a cell, by column.
    pub(super) fn heads(&self, cell: Cell) -> impl Iterator<Item = (usize, usize)> {
        let head = move |column: usize| Some((column, *self.at.columns.get(&(cell.table, column))?));
        (0..MOST_COLUMNS).filter_map(head)
    }

    /// Who was named last above in the section, else in the nearest heading that names somebody.
    pub(super) fn above(&self, block: usize) -> Near {
        let in_column = self.cell(block).and_then(|one| self.at.in_column.get(&(one.table, one.column)));
        let named = self.at.headings.iter().rev().find(|one| (one.near, one.note) != (Near::Nobody, Near::Nobody));
        let (heading, note) = named.map_or_else(Default::default, |one| (one.near, one.note));
        // "We also hold ISO 27001" in a chapter on another standard changes nothing.
        let is_passed = match heading {
            Near::Mention(at) => self.mentions.all[at].role == Role::Rival,
            // Nor does it there, unless it leads to what follows.
            Near::Other { wholly: true } => !self.leads_on(),
            Near::Other { wholly: false } | Near::Nobody => false,
        };
        let section = if is_passed { self.at.item } else { self.at.item.or_else(|| self.at.section) };
        in_column.copied().unwrap_or_default().or_else(|| section).or_else(|| heading).or_else(|| note)
    }

    /// True if the text of the section that named somebody last ends with a colon.
    fn leads_on(&self) -> bool {
        matches!(self.at.section, Near::Mention(at) if self.text(self.mentions.all[at].block).trim_end().ends_with([':', '：']))
    }

    /// Who is named by a key of data without a mention that matters: an annex of the document's own, another standard.
    fn in_key(&self, block: usize) -> Near {
        let is_other = !self.mentions.of_block(block).is_empty();
        let is_own = is_other || appendix::annex(self.text(block)) == Annex::Own;
        if is_own { Near::Other { wholly: true } } else { Near::Nobody }
    }

    /// What the numbers and the designations of the document say together.
    pub(super) fn whole(&self) -> &Whole {
        self.whole.get_or_init(|| Whole::of(self))
    }

    /// The headings above, the outermost first.
    pub(super) fn headings(&self) -> &[Heading] {
        &self.at.headings
    }

    /// What has been asked of the block whose numbers are bound.
    pub(super) fn seen(&self) -> &Seen {
        &self.at.seen
    }

    /// Who was named last in front matter.
    pub(super) fn in_front(&self) -> Near {
        self.at.front
    }

    /// The last mention above; if there is none, the first below, provided that no rival stands anywhere.
    pub(super) fn anywhere(&self, block: usize) -> Option<usize> {
        self.at.last.or_else(|| {
            let rest = self.mentions.of_block(block).end..self.mentions.all.len();
            let rivalled = self.mentions.has_rival_from(rest.start);
            self.mentions.first_of(rest).filter(|_| !rivalled)
        })
    }

    /// The only mention of the paragraph above a table, else of the nearest heading that names somebody, else of the
    /// entries of front matter that say what the document is about.
    pub(super) fn only_above(&self, with_caption: bool) -> Option<usize> {
        if let Some(caption) = self.at.caption.filter(|_| with_caption) {
            return Some(caption);
        }
        let names = |one: &&Heading| one.is_naming || matches!(one.near, Near::Other { .. });
        match self.at.headings.iter().rev().find(names) {
            Some(heading) => heading.only,
            None => self.same(self.at.titles.iter().copied()),
        }
    }

    /// The first of some mentions, if all are of one standard and edition.
    pub(super) fn same(&self, mut mentions: impl Iterator<Item = usize>) -> Option<usize> {
        let first = mentions.next()?;
        let key = |at: usize| (self.mentions.all[at].standard.map(|one| one.id), self.mentions.all[at].year);
        mentions.all(|other| key(other) == key(first)).then_some(first)
    }

    /// The only standard that the line right above a list names, if it ends with a word for clauses and a colon.
    pub(super) fn leading_line(&self, block: usize) -> Option<usize> {
        let line = self.mentions.all[self.at.spoken?].block;
        let head = self.text(line).trim_end().strip_suffix([':', '：'])?;
        let is_clause = words::class(last_word(head.trim_end()).0) == Some(Word::Part(Form::Clause));
        let is_list = self.kind(block) == Kind::Item && self.at.list <= line + 1;
        (is_clause && is_list).then(|| self.same(self.mentions.of_block(line))).flatten()
    }

    /// The only standard that the line right above a list names, if that is short and ends no sentence.
    pub(super) fn naming_line(&self, block: usize) -> Option<usize> {
        let line = self.mentions.all[self.at.spoken?].block;
        let text = self.text(line).trim_end();
        let is_short = text.len() <= LINE && !text.ends_with(['.', ';', ',', '!', '?']);
        let is_list = self.kind(block) == Kind::Item && self.kind(line) == Kind::Text && self.at.list <= line + 1;
        (is_short && is_list).then(|| self.same(self.mentions.of_block(line))).flatten()
    }

    /// True if running text in the section has last spoken of another standard.
    pub(super) fn speaks_of_other(&self, mention: usize) -> bool {
        let id = |at: usize| self.mentions.all[at].standard.map(|one| one.id);
        self.at.spoken.is_some_and(|spoken| id(spoken) != id(mention))
    }

    /// True if a number is that of one of the document's own chapters.
    pub(super) fn is_chapter(&self, number: Number, is_sign: bool) -> bool {
        let own = self.chapters.get_or_init(|| appendix::chapters(&self.document.blocks, true));
        appendix::is_chapter(number, is_sign, own)
    }

    /// True if it is, below a title that names a standard: "Clause 9.7" is a chapter of a manual, but one of the standard in
    /// a checklist for it.
    pub(super) fn is_chapter_below(&self, mention: usize, number: Number, is_sign: bool) -> bool {
        if self.is_titled_own(self.mentions.all[mention].block) {
            return self.is_chapter(number, is_sign);
        }
        let own = self.sections.get_or_init(|| appendix::chapters(&self.document.blocks, false));
        appendix::is_chapter(number, is_sign, own)
    }

    /// True if a block has a word for a text that is no standard. Many numbers ask it of one title.
    fn is_titled_own(&self, block: usize) -> bool {
        let mut titled = self.titled.borrow_mut();
        if titled.0 != block {
            let mut words = self.text(block).split(|one: char| !one.is_alphabetic());
            *titled = (block, words.any(appendix::is_own_text));
        }
        titled.1
    }

    /// True if the document calls itself a contract.
    pub(super) fn is_contract(&self) -> bool {
        *self.contract.get_or_init(|| appendix::is_contract(&self.document.blocks))
    }

    /// The nearest key of data above.
    pub(super) fn key_above(&self) -> Option<usize> {
        self.at.headings.last().and_then(|heading| heading.key)
    }

    /// True if a key above declares what the document satisfies.
    pub(super) fn is_declared(&self) -> bool {
        let mut keys = self.at.headings.iter().filter_map(|heading| heading.key);
        keys.any(|key| self.text(key).eq_ignore_ascii_case("satisfies"))
    }

    /// The first block of the object that is being read.
    pub(super) fn object_start(&self) -> usize {
        self.at.object.1
    }

    /// The words of a block.
    pub(super) fn text(&self, block: usize) -> &str {
        self.document.blocks[block].prose.text()
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

//! Binds numbers to standards by what a reader sees: a designation beside them, the head of their column, what stands
//! above.

use std::collections::HashMap;
use std::ops::Range;

use super::super::catalogue;
use super::gap::{self, Gap};
use super::group;
use super::mention::{self, Mention, Mentions, Named, Role};
use super::model::{Binder, Bound, Form, Locality, Tie};
use super::scope;
use super::table::{self, Known};
use crate::document::{Cell, Document, Kind};
use crate::standard::{Citation, Standard};

/// For each number of a block the index of the designation that stands beside it.
#[must_use]
pub fn beside(prose: &str, named: &Named) -> Vec<Option<usize>> {
    let passed: Vec<Range<usize>> = named.localities.iter().map(|one| one.range.clone()).collect();
    named.localities.iter().map(|one| beside_one(prose, &named.citations, one, &passed)).collect()
}

fn beside_one(prose: &str, citations: &[Citation], own: &Locality, passed: &[Range<usize>]) -> Option<usize> {
    let behind = citations.partition_point(|one| one.reference.range.start < own.range.start);
    let range = |at: usize| &citations[at].reference.range;
    let before = behind.checked_sub(1).and_then(|at| Some((at, gap::between(prose, range(at).end..own.range.start, passed)?)));
    let after = (behind < citations.len())
        .then(|| Some((behind, gap::between(prose, own.range.end..range(behind).start, passed)?)))
        .flatten()
        .filter(|(at, gap)| belongs_to(prose, own, gap, range(*at)));
    let before = before.filter(|(_, gap)| follows(own, gap));
    match (before, after) {
        (Some((_, one)), Some((at, other))) if other.has_of && !one.is_plain => Some(at),
        (Some((at, _)), _) | (None, Some((at, _))) => Some(at),
        (None, None) => None,
    }
}

/// True if a number may belong to the designation before such a gap.
fn follows(own: &Locality, gap: &Gap) -> bool {
    match own.form {
        Form::Bare => gap.is_plain && (gap.has_sign || own.number.depth() > 2),
        Form::Lettered | Form::Spaced | Form::Control | Form::Clause | Form::Section => true,
    }
}

/// True if a number may belong to the designation behind such a gap: "A.12.6.1 of ISO 27001", "clause 8.7 (ISO 22301)".
fn belongs_to(prose: &str, own: &Locality, gap: &Gap, designation: &Range<usize>) -> bool {
    let tied = match own.form {
        Form::Bare => gap.has_of,
        Form::Lettered | Form::Spaced | Form::Control | Form::Clause | Form::Section => {
            gap.has_of || (gap.is_plain && gap.has_sign)
        }
    };
    tied && !mention::is_attribute(prose, designation.end)
}

/// Every number of a document that something binds to a standard of which clauses or controls are on record. `named` has
/// what stands in each block.
#[must_use]
pub fn bind(document: &Document, path: &[Citation], named: &[Named]) -> Vec<Bound> {
    let mentions = Mentions::of(named);
    let path = path.iter().map(|one| Mention::of(0, one)).rev().find(|one| one.role != Role::Other);
    let mut walk = Walk { document, named, mentions: &mentions, path, at: State::default(), found: Vec::new() };
    for block in 0..document.blocks.len() {
        walk.enter(block);
        walk.bind_block(block);
        walk.leave(block);
    }
    group::consistent(walk.found)
}

/// A heading with the mentions that it holds.
struct Heading {
    level: u8,
    /// The mention that matters to controls.
    controls: Option<usize>,
    /// The only mention.
    only: Option<usize>,
}

/// What is known of the document up to a block.
#[derive(Default)]
struct State {
    headings: Vec<Heading>,
    /// The last mention in running text since the heading.
    section: Option<usize>,
    /// The last mention anywhere.
    last: Option<usize>,
    /// The last mention in front matter.
    metadata: Option<usize>,
    /// The block of the head of each column, by table and column.
    columns: HashMap<(usize, usize), usize>,
    /// The last mention below the head of each column.
    in_column: HashMap<(usize, usize), usize>,
    /// The only mention of the paragraph above a table.
    caption: Option<usize>,
}

struct Walk<'a> {
    document: &'a Document,
    named: &'a [Named],
    mentions: &'a Mentions,
    path: Option<Mention>,
    at: State,
    found: Vec<Bound>,
}

/// What a search for the owner of a control came to.
enum Search {
    /// Bound by this mention, this close.
    Found(Tie, usize),
    /// Nobody here.
    Open,
    /// Somebody else's.
    Closed,
}

impl Walk<'_> {
    fn enter(&mut self, block: usize) {
        match self.document.blocks[block].kind {
            Kind::Heading(level) => {
                self.at.headings.retain(|one| one.level < level);
                (self.at.section, self.at.caption) = (None, None);
            }
            Kind::Cell(cell) if cell.row == 0 => {
                self.at.columns.insert((cell.table, cell.column), block);
            }
            Kind::Text | Kind::Item => self.at.caption = only(self.mentions.of_block(block)),
            Kind::Cell(_) | Kind::Code | Kind::Metadata => {}
        }
    }

    fn leave(&mut self, block: usize) {
        let own = self.mentions.of_block(block);
        let Some(last) = self.mentions.last_of(own.clone()) else {
            if let Kind::Heading(level) = self.document.blocks[block].kind {
                self.at.headings.push(Heading { level, controls: None, only: only(own) });
            }
            return;
        };
        self.at.last = Some(last);
        match self.document.blocks[block].kind {
            Kind::Heading(level) => self.at.headings.push(Heading { level, controls: Some(last), only: only(own) }),
            Kind::Text | Kind::Item => self.at.section = Some(last),
            Kind::Metadata => self.at.metadata = Some(last),
            Kind::Cell(cell) if cell.row > 0 => {
                self.at.in_column.insert((cell.table, cell.column), last);
            }
            Kind::Cell(_) | Kind::Code => {}
        }
    }

    fn bind_block(&mut self, block: usize) {
        let named = &self.named[block];
        if named.localities.is_empty() {
            return;
        }
        let beside = beside(self.document.blocks[block].prose.text(), named);
        for (own, beside) in named.localities.iter().zip(beside) {
            let beside = beside.map(|at| self.mentions.of_block(block).start + at);
            let bound = match own.form {
                Form::Lettered | Form::Spaced => self.control(block, own, beside),
                Form::Control | Form::Clause | Form::Section | Form::Bare => self.clause(block, own, beside),
            };
            self.found.extend(bound);
        }
    }

    /// Binds a number with the letter of the annex.
    fn control(&self, block: usize, own: &Locality, beside: Option<usize>) -> Option<Bound> {
        if let Some(at) = beside.filter(|at| self.mentions.all[*at].role != Role::Other) {
            let at = self.mentions.owner(self.document, at, own.number)?;
            return Some(self.bound(block, own, Tie::Beside, &self.mentions.all[at]));
        }
        let prose = self.document.blocks[block].prose.text();
        if let Some(mention) = mention::short(prose, own, block) {
            let rivalled = mention.range.len() > 5 || self.mentions.all.iter().any(|one| one.role == Role::Rival);
            if own.form == Form::Lettered && (mention_is_number(prose, &mention) || !rivalled) {
                return Some(self.bound(block, own, Tie::Beside, &mention));
            }
        }
        if beside.is_some() || own.is_foreign {
            return None;
        }
        self.search(block, own)
    }

    /// Looks for the owner of a control, the nearest place first.
    fn search(&self, block: usize, own: &Locality) -> Option<Bound> {
        let steps: [fn(&Self, usize, &Locality) -> (Tie, Option<usize>); 6] = [
            |walk, block, own| (Tie::Block, walk.in_block(block, own)),
            |walk, block, _| (Tie::Column, walk.in_head(block)),
            |walk, block, _| (Tie::Row, walk.in_row(block)),
            |walk, block, _| (Tie::Section, walk.above(block)),
            |walk, _, _| (Tie::Document, walk.at.metadata),
            |walk, block, _| (Tie::Anywhere, walk.anywhere(block)),
        ];
        for step in steps {
            let (tie, at) = step(self, block, own);
            if tie == Tie::Anywhere
                && let Some(path) = &self.path
            {
                return (path.role == Role::Controls).then(|| self.bound_by_path(block, own, path));
            }
            match self.taken(own, tie, at) {
                // "A 9.2.5" may be an article and a version.
                Search::Found(tie, _) if own.form == Form::Spaced && tie > Tie::Column => return None,
                Search::Found(tie, at) => return Some(self.bound(block, own, tie, &self.mentions.all[at])),
                Search::Closed => return None,
                Search::Open => {}
            }
        }
        None
    }

    /// What a mention means for a number: a rival closes the search unless the number is none of its own.
    fn taken(&self, own: &Locality, tie: Tie, at: Option<usize>) -> Search {
        let Some(at) = at else { return Search::Open };
        if let Some(owner) = self.mentions.owner(self.document, at, own.number) {
            return Search::Found(tie, owner);
        }
        let only_here = own.number.depth() == 3
            && own.number.first() > mention::LAST_SHARED
            && table::known(own.number) == Known::Older;
        if only_here && tie > Tie::Block { Search::Open } else { Search::Closed }
    }

    /// The mention before a number in its block, else the one behind it; in a listing of those that go together with it.
    fn in_block(&self, block: usize, own: &Locality) -> Option<usize> {
        let all = self.mentions.of_block(block);
        let matters = |at: &usize| self.mentions.all[*at].role != Role::Other;
        let nearest = |wanted: &dyn Fn(&Range<usize>) -> bool| {
            let wanted = |at: &usize| matters(at) && wanted(&self.mentions.all[*at].range);
            let is_before = |at: &usize| self.mentions.all[*at].range.start < own.range.start;
            let before = all.clone().rev().filter(is_before).find(wanted);
            before.or_else(|| all.clone().find(|at| !is_before(at) && wanted(at)))
        };
        if self.document.blocks[block].kind == Kind::Code {
            let text = self.document.blocks[block].prose.text();
            let at = own.range.start;
            let found = scope::around(text, at).into_iter().find_map(|scope| {
                nearest(&|one| scope.contains(&one.start) && !scope::is_apart(text, &scope, one.start, at))
            });
            if found.is_some() {
                return found;
            }
        }
        nearest(&|_| true)
    }

    /// The mention in the head of the column.
    fn in_head(&self, block: usize) -> Option<usize> {
        let cell = self.cell(block).filter(|cell| cell.row > 0)?;
        let head = *self.at.columns.get(&(cell.table, cell.column))?;
        self.mentions.last_of(self.mentions.of_block(head))
    }

    /// The mention in another cell of the row: the nearest on the left, else on the right.
    fn in_row(&self, block: usize) -> Option<usize> {
        let own = self.cell(block)?;
        let of_row = |at: &usize| self.cell(*at).is_some_and(|one| (one.table, one.row) == (own.table, own.row));
        let of = |at: usize| self.mentions.last_of(self.mentions.of_block(at));
        let left = (0..block).rev().take_while(of_row).find_map(of);
        left.or_else(|| (block + 1..self.document.blocks.len()).take_while(of_row).find_map(of))
    }

    /// The last mention above in the section, else that of the nearest heading with one.
    fn above(&self, block: usize) -> Option<usize> {
        let in_column = self.cell(block).and_then(|one| self.at.in_column.get(&(one.table, one.column)));
        let heading = self.at.headings.iter().rev().find_map(|heading| heading.controls);
        // "We also hold ISO 27001" in a chapter on another standard changes nothing.
        let rival = heading.filter(|at| self.mentions.all[*at].role == Role::Rival);
        in_column.copied().or(rival).or(self.at.section).or(heading)
    }

    /// The last mention above; if there is none, the first below, provided that no rival stands anywhere.
    fn anywhere(&self, block: usize) -> Option<usize> {
        self.at.last.or_else(|| {
            let rest = self.mentions.of_block(block).end..self.mentions.all.len();
            let rivalled = self.mentions.all[rest.clone()].iter().any(|one| one.role == Role::Rival);
            self.mentions.first_of(rest).filter(|_| !rivalled)
        })
    }

    fn cell(&self, block: usize) -> Option<Cell> {
        match self.document.blocks[block].kind {
            Kind::Cell(cell) => Some(cell),
            Kind::Text | Kind::Item | Kind::Heading(_) | Kind::Code | Kind::Metadata => None,
        }
    }

    /// Binds a number without the letter: a clause, or a control of the standard that explains the controls.
    fn clause(&self, block: usize, own: &Locality, beside: Option<usize>) -> Option<Bound> {
        if let Some(at) = beside {
            return self.clause_of(block, own, Tie::Beside, &self.mentions.all[at]);
        }
        let prose = self.document.blocks[block].prose.text();
        if own.form == Form::Bare
            && let Some(mention) = mention::short(prose, own, block).filter(|one| mention_is_number(prose, one))
        {
            return self.clause_of(block, own, Tie::Beside, &mention);
        }
        let fits = own.form != Form::Bare || self.leads(block, own);
        let (tie, at) = match (self.cell(block), own.form) {
            (Some(cell), Form::Bare | Form::Clause | Form::Control) if fits && cell.row > 0 => {
                let head = self.at.columns.get(&(cell.table, cell.column));
                let in_head = head.and_then(|head| self.in_clause_head(*head));
                in_head.map_or_else(|| Some((Tie::Row, self.in_label(block, cell)?)), |at| Some((Tie::Column, at)))?
            }
            (_, Form::Clause) if self.named[block].citations.is_empty() && !names_owner(prose, own.range.end) => {
                (Tie::Section, self.at.headings.iter().rev().find_map(|heading| heading.only)?)
            }
            _ => return None,
        };
        self.clause_of(block, own, tie, &self.mentions.all[at])
    }

    /// True if nothing but other numbers stands before a number in its cell.
    fn leads(&self, block: usize, own: &Locality) -> bool {
        let prose = self.document.blocks[block].prose.text();
        let mut before = &prose[..own.range.start];
        for other in self.named[block].localities.iter().rev().filter(|one| one.range.end <= own.range.start) {
            let gap = before.get(other.range.end..).unwrap_or_default();
            if !super::words::joins(gap) {
                return false;
            }
            before = &prose[..other.range.start];
        }
        before.trim_start_matches(['*', '"', '§', ' ']).is_empty()
    }

    /// The only mention in the first cell of a row, if that is a standard whose numbers need no letter.
    fn in_label(&self, block: usize, own: Cell) -> Option<usize> {
        let of_row = |at: &usize| self.cell(*at).is_some_and(|one| (one.table, one.row) == (own.table, own.row));
        let first = (0..block).rev().take_while(of_row).last()?;
        let is_guidance = |at: &usize| {
            self.mentions.all[*at].standard.is_some_and(|one| one.id == table::controls().guidance)
        };
        only(self.mentions.of_block(first)).filter(is_guidance)
    }

    /// The only mention in the head of a column; if the head merely says "clause", the one that the table stands under.
    fn in_clause_head(&self, head: usize) -> Option<usize> {
        let own = self.mentions.of_block(head);
        if !own.is_empty() {
            return only(own);
        }
        let text = self.document.blocks[head].prose.text().trim();
        let first = text.split(|one: char| !one.is_alphabetic()).next().unwrap_or_default();
        let is_clause = super::words::class(first) == Some(super::words::Word::Part(Form::Clause));
        is_clause.then(|| self.only_above()).flatten()
    }

    /// The only mention of the paragraph above, else of the nearest heading with one.
    fn only_above(&self) -> Option<usize> {
        self.at.caption.or_else(|| self.at.headings.iter().rev().find_map(|heading| heading.only))
    }

    fn clause_of(&self, block: usize, own: &Locality, tie: Tie, mention: &Mention) -> Option<Bound> {
        let standard = mention.standard.filter(|one| table::knows(one.id))?;
        let mut bound = self.bound(block, own, tie, mention);
        bound.standard = standard;
        bound.is_control = is_control(own, standard);
        Some(bound)
    }

    fn bound(&self, block: usize, own: &Locality, tie: Tie, mention: &Mention) -> Bound {
        Bound {
            block,
            locality: own.clone(),
            binder: Binder { tie, place: Some((mention.block, mention.range.clone())) },
            standard: home(),
            year: mention.year,
            is_control: true,
        }
    }

    fn bound_by_path(&self, block: usize, own: &Locality, path: &Mention) -> Bound {
        Bound { binder: Binder { tie: Tie::Document, place: None }, ..self.bound(block, own, Tie::Document, path) }
    }
}

/// The standard that has the controls in its annex.
fn home() -> &'static Standard {
    let id = table::controls().standard;
    catalogue::standards().iter().find(|one| one.id == id).expect("a test finds every standard of the tables")
}

/// True if a number without the letter is a control of the standard: in the one that explains them every number from
/// its fifth chapter on, in the other what is called so, and what lies behind its last clause.
fn is_control(own: &Locality, standard: &Standard) -> bool {
    if standard.id == table::controls().guidance {
        return own.number.first() > 4;
    }
    let behind_clauses = own.number.first() > 10 && table::known(own.number) == Known::Older;
    standard.id == table::controls().standard && (own.form == Form::Control || behind_clauses)
}

/// True if a word behind a number says whose it is: "clause 9.7 of the contract".
fn names_owner(prose: &str, end: usize) -> bool {
    let behind = prose[end..].trim_start_matches([' ', '\n']);
    super::words::is_of(&behind[..behind.find(|one: char| !one.is_alphabetic()).unwrap_or(behind.len())])
}

/// True if a short mention is the number of the standard rather than its publisher.
fn mention_is_number(prose: &str, mention: &Mention) -> bool {
    prose[mention.range.clone()].bytes().all(|byte| byte.is_ascii_digit())
}

fn only(range: Range<usize>) -> Option<usize> {
    (range.len() == 1).then_some(range.start)
}

//! The designations of a document as binders: which may own a control, which own others of the same shape.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use super::super::catalogue;
use super::super::citation::Citation;
use super::super::grammar;
use super::super::model::Series;
use super::lexicon::UNDERTAKINGS;
use super::model::{Locality, Number};
use super::table::{self, Known};
use super::words;
use crate::document::Document;
use crate::standard::Standard;

/// The designations and numbers of one block that are no addresses; both in the order of their places.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// Designations.
    pub citations: Vec<Citation>,
    /// Numbers of clauses and controls.
    pub localities: Vec<Locality>,
    /// Numbers that are links to the page of an edition, with that; in the order of their places.
    pub linked: Vec<Citation>,
}

/// What a designation means for a control near it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The controls are those of this standard.
    Controls,
    /// The standard adds to them under the same numbers.
    Branch,
    /// It has numbers of the same shape of its own, or nobody knows.
    Rival,
    /// It has no such numbers.
    Other,
}

/// Who is named at a place where the owner of a number may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Near {
    /// Nobody.
    #[default]
    Nobody,
    /// A designation, by its index.
    Mention(usize),
    /// Another collection of controls, or a part of the document's own.
    Other {
        /// True if it claims even numbers that no other annex has.
        wholly: bool,
    },
}

impl Near {
    /// This one, if it is anybody, else another.
    pub(super) fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if self == Self::Nobody { other() } else { self }
    }
}

impl From<Option<usize>> for Near {
    fn from(mention: Option<usize>) -> Self {
        mention.map_or(Self::Nobody, Self::Mention)
    }
}

/// A designation that may bind numbers.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub block: usize,
    /// Bytes of the prose.
    pub range: Range<usize>,
    pub standard: Option<&'static Standard>,
    /// Year of the ISO edition.
    pub year: Option<u16>,
    pub role: Role,
}

impl Mention {
    pub(super) fn of(block: usize, citation: &Citation) -> Self {
        // Of a family that is cited as one the clauses are those of its main part.
        let is_whole = citation.reference.part.is_empty() && citation.reference.year.is_none();
        let (series, number) = (citation.reference.series, citation.reference.number);
        let family = || catalogue::family(series, number).filter(|one| is_whole && !one.main_part.is_empty());
        let main = || family().and_then(|one| catalogue::standard(series, number, one.main_part));
        let standard = citation.standard.or_else(main);
        let role = match standard {
            Some(one) if table::is_of_controls(one.id) => Role::Controls,
            Some(one) if table::is_branch(one.id) => Role::Branch,
            Some(one) if table::is_rival(one.id) => Role::Rival,
            Some(_) => Role::Other,
            // A number that exists in parts only is cited as a family.
            None if !catalogue::parts(series, number).is_empty() => Role::Other,
            None => Role::Rival,
        };
        let year = citation.edition.map(|edition| edition.year);
        Self { block, range: citation.reference.range.clone(), standard, year, role }
    }
}

/// The mentions of a document, in the order of their places.
pub(super) struct Mentions {
    pub all: Vec<Mention>,
    /// For each block the first of its mentions, or of those behind it.
    first: Vec<usize>,
    /// Those that matter to controls, ascending.
    matter: Vec<usize>,
    /// The last rival.
    last_rival: Option<usize>,
    /// The list of mentions that was asked for last.
    chain: RefCell<Rc<Chain>>,
}

/// Mentions that stand in one list: "ISO 27001/27002/27017".
#[derive(Default)]
struct Chain {
    /// All of them.
    range: Range<usize>,
    /// Those that the controls may be of, ascending.
    controls: Vec<usize>,
    /// True if a rival stands among them.
    has_rival: bool,
}

impl Mentions {
    pub(super) fn of(named: &[Named]) -> Self {
        let (mut all, mut first): (Vec<Mention>, _) = (Vec::new(), Vec::with_capacity(named.len() + 1));
        for (block, one) in named.iter().enumerate() {
            first.push(all.len());
            all.extend(one.citations.iter().map(|citation| Mention::of(block, citation)));
        }
        first.push(all.len());
        let matter = (0..all.len()).filter(|at| all[*at].role != Role::Other).collect();
        let last_rival = all.iter().rposition(|one| one.role == Role::Rival);
        Self { all, first, matter, last_rival, chain: RefCell::default() }
    }

    /// True if a rival stands among the mentions from `first` on.
    pub(super) fn has_rival_from(&self, first: usize) -> bool {
        self.last_rival.is_some_and(|at| at >= first)
    }

    /// Those of some mentions that matter to controls, ascending.
    pub(super) fn that_matter(&self, range: Range<usize>) -> &[usize] {
        let from = self.matter.partition_point(|at| *at < range.start);
        let length = self.matter[from..].partition_point(|at| *at < range.end);
        &self.matter[from..from + length]
    }

    /// The mentions of a block, by their indices.
    pub(super) fn of_block(&self, block: usize) -> Range<usize> {
        self.first[block]..self.first[block + 1]
    }

    /// The last of some mentions that matters to controls.
    pub(super) fn last_of(&self, range: Range<usize>) -> Option<usize> {
        self.that_matter(range).last().copied()
    }

    /// The first of some mentions that matters to controls.
    pub(super) fn first_of(&self, range: Range<usize>) -> Option<usize> {
        self.that_matter(range).first().copied()
    }

    /// The mention that owns a control near `at`: itself, or another that stands in a list with it, "ISO 27001/27002/27017".
    /// Nothing if a rival stands there whose number it may be.
    pub(super) fn owner(&self, document: &Document, at: usize, own: &Locality) -> Option<usize> {
        let chain = self.chain(document, at);
        let is_of_none = |number: Number| number.first() > LAST_SHARED && table::known(number) == Known::Older;
        // "A.5-A.18" is a range of groups that no other annex has.
        let only_here = own.number.depth() == 3 && is_of_none(own.number)
            || own.number.first() >= FIRST && own.last.is_some_and(is_of_none);
        let behind = chain.controls.partition_point(|one| *one < at);
        let near = [behind.checked_sub(1), Some(behind)].into_iter().flatten();
        let near = near.filter_map(|one| chain.controls.get(one)).min_by_key(|one| one.abs_diff(at)).copied();
        near.filter(|_| !chain.has_rival || only_here)
    }

    /// The mentions that stand in one list with `at`.
    fn chain(&self, document: &Document, at: usize) -> Rc<Chain> {
        let mut kept = self.chain.borrow_mut();
        if !kept.range.contains(&at) {
            let range = self.list_around(document, at);
            let has = |one: usize, role| self.all[one].role == role;
            let controls = range.clone().filter(|one| has(*one, Role::Controls)).collect();
            let has_rival = range.clone().any(|one| has(one, Role::Rival));
            *kept = Rc::new(Chain { range, controls, has_rival });
        }
        Rc::clone(&kept)
    }

    fn list_around(&self, document: &Document, at: usize) -> Range<usize> {
        let prose = document.blocks[self.all[at].block].prose.text();
        let own = self.of_block(self.all[at].block);
        let tied = |first: usize| {
            let gap = self.all[first].range.end..self.all[first + 1].range.start;
            prose.get(gap).is_some_and(words::joins)
        };
        let start = (own.start..at).rev().take_while(|one| tied(*one)).last().unwrap_or(at);
        let end = (at..own.end - 1).take_while(|one| tied(*one)).last().map_or(at, |one| one + 1);
        start..end + 1
    }
}

/// The first chapter of Annex A.
pub(super) const FIRST: u8 = 5;

/// The last first level that annexes of other standards have too.
pub(super) const LAST_SHARED: u8 = 10;

/// Signs between a number of a standard and that of its control: "27001: A.18.2.1".
const BETWEEN: &[char] = &[' ', ':', '-', ',', '(', '"', '\'', '_', '/', '—'];

/// What a short designation consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Short {
    /// The number of the standard.
    Number,
    /// Its publisher, which says little.
    Publisher,
}

/// A designation that is none without the control behind it: the number alone, "27002: 18.2.1", or the publisher alone,
/// "ISO-A.12.6.1".
pub(super) fn short(prose: &str, locality: &Locality, block: usize) -> Option<(Mention, Short)> {
    let own = locality.range.start;
    let mut head = prose[..own].trim_end_matches(BETWEEN);
    if own - head.len() > 4 {
        return None;
    }
    let mut year = None;
    for known in [table::controls().from, table::controls().to] {
        let text = known.to_string();
        if let Some(rest) = head.strip_suffix(text.as_str()).filter(|rest| rest.ends_with(BETWEEN)) {
            (head, year) = (rest.trim_end_matches(BETWEEN), Some(known));
        }
    }
    let is_start = |rest: &str| !rest.ends_with(|one: char| one.is_ascii_alphanumeric() || ".+".contains(one));
    let controls = table::controls();
    let mention = |length: usize, standard, year| Mention {
        block,
        range: head.len() - length..head.len(),
        standard,
        year,
        role: Role::Controls,
    };
    let of = |id: &str| catalogue::standards().iter().find(|one| one.id == id);
    for id in [controls.standard, controls.guidance] {
        let standard = of(id)?;
        let number = standard.number.to_string();
        let is_named = |rest: &str| is_start(rest) || is_glued(rest);
        if standard.series == Series::International && head.strip_suffix(number.as_str()).is_some_and(is_named) {
            return Some((mention(number.len(), Some(standard), year), Short::Number));
        }
    }
    let publisher = ["ISO/IEC", "ISO"].into_iter().find(|one| head.strip_suffix(one).is_some_and(is_start))?;
    goes_with_publisher(locality).then(|| (mention(publisher.len(), of(controls.standard), year), Short::Publisher))
}

/// True if the publisher touches the number behind it: "ISO27001 12.4".
fn is_glued(head: &str) -> bool {
    let rest = head.strip_suffix("ISO").or_else(|| head.strip_suffix("IEC").map(|rest| rest.trim_end_matches("ISO/")));
    rest.is_some_and(|rest| !rest.ends_with(|one: char| one.is_ascii_alphanumeric()))
}

/// True for a number that few other annexes have, so that the name of the publisher is enough.
pub(super) fn goes_with_publisher(locality: &Locality) -> bool {
    locality.form.is_lettered() && locality.number.depth() == 3 && table::known(locality.number) == Known::Older
}

/// True if a noun of the writer's own follows a designation: "the ISO 27001 questionnaire".
pub(super) fn is_attribute(prose: &str, end: usize) -> bool {
    let behind = prose[end..].trim_start_matches([' ', '\n']);
    let word = &behind[..behind.find(|one: char| !one.is_alphabetic()).unwrap_or(behind.len())];
    grammar::is_own_noun(word) || UNDERTAKINGS.contains(word.to_lowercase().as_str())
}

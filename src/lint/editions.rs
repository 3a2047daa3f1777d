//! The reduce of `mixed-editions`: one finding for each standard of which different documents cite different editions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::facts::{IsExcused, OfSet, Subject};
use super::repository::append;
use super::statement;
use crate::finding::{Cited, Finding, Label, Related, Relation};
use crate::rule::check::editions::{self, Count, Named};
use crate::rule::{Check, Rule, set};
use crate::source::Place;
use crate::standard::citation::successors_of;
use crate::standard::{Edition, Standard, Status};

/// Dated citations in use.
#[derive(Debug, Default)]
pub struct Editions {
    dated: Vec<Dated>,
    /// The editions that have been shown, while the citations of one document are added.
    shown: BTreeSet<Key>,
}

type Key = (&'static str, u16);

/// One of them, without its text: a large set holds many.
#[derive(Debug)]
pub struct Dated {
    /// The standard.
    pub standard: &'static Standard,
    /// The edition, for an adoption the one it adopts.
    pub edition: &'static Edition,
    /// True if it is an adoption that is only reported to be that edition.
    pub reported: bool,
    /// Where.
    pub place: Place,
    /// How a finding shows it: for the first one in its document of an edition that may be the older one of two.
    pub shown: Option<Box<First>>,
}

/// A citation as a finding shows it.
#[derive(Debug)]
pub struct First {
    /// Where, with the lines around it.
    pub label: Arc<Label>,
    /// Its status on the day.
    pub status: Status,
    /// The adoption by which it is cited.
    pub adoption: Option<String>,
}

impl Dated {
    fn key(&self) -> Key {
        (self.standard.id, self.edition.year)
    }
}

impl Editions {
    /// Adds the next citation of a document; `show` gives its lines, which are kept of the first alone unless each
    /// `stands_alone`, and not at all of the newest edition: a finding is shown where an older one is cited.
    pub fn add(&mut self, mut dated: Dated, stands_alone: bool, show: impl FnOnce() -> First) {
        let is_newest = dated.standard.editions.last().is_some_and(|last| std::ptr::eq(last, dated.edition));
        if !is_newest && (self.shown.insert(dated.key()) || stands_alone) {
            dated.shown = Some(Box::new(show()));
        }
        self.dated.push(dated);
    }

    /// True if there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.dated.is_empty()
    }

    /// Adds those of other documents.
    pub fn merge(&mut self, other: Self) {
        append(&mut self.dated, other.dated);
    }
}

/// One finding for each standard whose editions are mixed, at the first place of an older one, with every other place.
pub(super) fn find(editions: &Editions, on: Date, is_excused: &mut IsExcused<'_>, out: &mut OfSet) {
    let Some(rule) = set::rule_for(Check::MixedEditions) else { return };
    let mut dated: Vec<&Dated> = editions.dated.iter().collect();
    // The order of the standards does not matter: findings are sorted by their places.
    dated.sort_by_key(|one| (std::ptr::from_ref(one.standard), one.edition.year));
    for group in dated.chunk_by(|a, b| std::ptr::eq(a.standard, b.standard)) {
        let Some(found) = finding(rule, &mut group.to_vec(), on) else { continue };
        let mut counts = |one: &&Dated| {
            let subject = Subject { standard: one.standard.id, edition: Some(one.edition.year), adoption: None };
            !is_excused(rule.id, &one.place, subject)
        };
        let mut counting: Vec<&Dated> = group.iter().copied().filter(|one| counts(one)).collect();
        if counting.len() == group.len() {
            out.findings.push(found);
        } else {
            match finding(rule, &mut counting, on) {
                Some(left) => out.findings.push(left),
                None => out.excused.push(found),
            }
        }
    }
}

/// The finding on citations of one standard, which are sorted by year; nothing if its editions are not mixed.
fn finding(rule: &'static Rule, group: &mut [&Dated], on: Date) -> Option<Finding> {
    let (oldest, newest) = (group.first()?.edition.year, group.last()?.edition.year);
    if oldest == newest {
        return None;
    }
    group.sort_by_cached_key(|one| (one.place.head(), &one.place));
    let counts = counts(group)?;
    let primary = group.iter().position(|one| one.edition.year < newest && one.shown.is_some())?;
    let Dated { standard, edition, reported, shown, .. } = group[primary];
    let First { label, status, adoption } = &**shown.as_ref()?;
    let named = adoption.as_deref().map(|adoption| Named { adoption, reported: *reported });
    let hit = editions::hit(standard, &counts, (edition, named), on);
    let others = group[..primary].iter().chain(&group[primary + 1..]);
    let mut said: BTreeMap<(u16, bool), Arc<str>> = BTreeMap::new();
    let mut words = |one: &Dated| {
        let reported = if one.reported { "reported to be " } else { "" };
        let make = || format!("{reported}the edition of {}", one.edition.year).into();
        Arc::clone(said.entry((one.edition.year, one.reported)).or_insert_with(make))
    };
    let related =
        others.map(|one| Related { relation: Relation::Again, place: one.place.clone(), words: words(one) }).collect();
    let gone = status.verdict().map(|_| successors_of(standard, edition, on).0).unwrap_or_default();
    let cited = Cited {
        standard: standard.id.to_owned(),
        edition: Some(edition.year.to_string()),
        clause: None,
        status: status.name(),
        adoption: adoption.clone(),
        successors: gone.iter().map(|one| one.designation.to_owned()).collect(),
    };
    Some(Finding { related, ..statement::finding(rule, &hit, Some(cited), Arc::clone(label)) })
}

/// How many documents cite each edition, from the places in order; nothing if no two documents differ.
fn counts(group: &[&Dated]) -> Option<Vec<Count>> {
    let documents = group.chunk_by(|a, b| a.place.path == b.place.path);
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    let (mut first, mut cited) = (None, Vec::new());
    let mut is_mixed = false;
    for document in documents {
        cited.clear();
        cited.extend(document.iter().map(|one| one.edition.year));
        cited.sort_unstable();
        cited.dedup();
        for year in &cited {
            *counts.entry(*year).or_default() += 1;
        }
        is_mixed |= *first.get_or_insert_with(|| cited.clone()) != cited;
    }
    is_mixed.then(|| counts.into_iter().map(|(year, documents)| Count { year, documents }).collect())
}

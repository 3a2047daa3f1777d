//! The reduce of `mixed-editions`: one finding for each standard of which different documents cite different editions.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::statement;
use crate::finding::{Cited, Finding, Label, Related};
use crate::rule::check::editions::{self, Count};
use crate::rule::{Check, Rule, set};
use crate::source::Place;
use crate::standard::{Edition, Standard};

/// Dated citations in use.
#[derive(Debug, Default)]
pub struct Editions {
    dated: Vec<Dated>,
    /// The first place of each edition that may be the older one of two, by standard and year.
    firsts: BTreeMap<Key, First>,
}

type Key = (&'static str, u16);

/// One of them, without its text: a large set holds many.
#[derive(Debug)]
pub struct Dated {
    /// The standard.
    pub standard: &'static Standard,
    /// The edition, for an adoption the one it adopts.
    pub edition: &'static Edition,
    /// Where.
    pub place: Place,
}

/// A citation as a finding shows it.
#[derive(Debug)]
pub struct First {
    /// Where, with the lines around it.
    pub label: Label,
    /// What it denotes.
    pub cited: Cited,
}

impl Dated {
    fn key(&self) -> Key {
        (self.standard.id, self.edition.year)
    }
}

impl Editions {
    /// Adds the next citation of a document; `shown` gives its lines, which are kept of the first alone, and not at all
    /// of the newest edition: a finding is shown where an older one is cited.
    pub fn add(&mut self, dated: Dated, shown: impl FnOnce() -> First) {
        let is_newest = dated.standard.editions.last().is_some_and(|last| std::ptr::eq(last, dated.edition));
        if !is_newest {
            self.firsts.entry(dated.key()).or_insert_with(shown);
        }
        self.dated.push(dated);
    }

    /// Adds those of other documents.
    pub fn merge(&mut self, other: Self) {
        self.dated.extend(other.dated);
        for (key, first) in other.firsts {
            match self.firsts.entry(key) {
                Entry::Vacant(own) => {
                    own.insert(first);
                }
                Entry::Occupied(mut own) if first.label.place < own.get().label.place => {
                    own.insert(first);
                }
                Entry::Occupied(_) => {}
            }
        }
    }
}

/// One finding for each standard whose editions are mixed, at the first place of an older one, with every other place.
pub(super) fn findings(mut editions: Editions, on: Date) -> Vec<Finding> {
    let Some(rule) = set::rule_for(Check::MixedEditions) else { return Vec::new() };
    let firsts = &editions.firsts;
    editions.dated.sort_by(|a, b| a.key().cmp(&b.key()).then_with(|| a.place.cmp(&b.place)));
    let mixed = editions.dated.chunk_by(|a, b| std::ptr::eq(a.standard, b.standard)).filter(|group| is_mixed(group));
    mixed.filter_map(|group| finding(rule, firsts, group, on)).collect()
}

/// True if two documents differ in the editions that they cite.
fn is_mixed(group: &[Dated]) -> bool {
    if group.first().map(Dated::key) == group.last().map(Dated::key) {
        return false;
    }
    let mut documents: BTreeMap<&str, BTreeSet<u16>> = BTreeMap::new();
    for one in group {
        documents.entry(&one.place.path).or_default().insert(one.edition.year);
    }
    let mut sets = documents.values();
    let first = sets.next();
    sets.any(|other| Some(other) != first)
}

fn finding(rule: &'static Rule, firsts: &BTreeMap<Key, First>, group: &[Dated], on: Date) -> Option<Finding> {
    let newest = group.last()?.edition.year;
    let older = group.iter().filter(|one| one.edition.year < newest);
    let primary = older.min_by(|a, b| a.place.cmp(&b.place))?;
    let First { label, cited } = firsts.get(&primary.key())?;
    let counts: Vec<Count> = group.chunk_by(|a, b| a.key() == b.key()).map(count).collect();
    let hit = editions::hit(primary.standard, &counts, (primary.edition, cited.adoption.as_deref()), on);
    let mut others: Vec<&Dated> = group.iter().filter(|one| one.place != primary.place).collect();
    others.sort_by(|a, b| a.place.cmp(&b.place));
    let related = others
        .into_iter()
        .map(|one| Related { place: one.place.clone(), words: format!("the edition of {}", one.edition.year) })
        .collect();
    let (severity, said) = statement::of_hit(rule, &hit, Some(cited.clone()));
    Some(Finding { rule: rule.id, severity, said, primary: label.clone(), related })
}

/// How many documents cite an edition, from its places in order.
fn count(places: &[Dated]) -> Count {
    let documents = places.chunk_by(|a, b| a.place.path == b.place.path).count();
    Count { year: places[0].edition.year, documents }
}

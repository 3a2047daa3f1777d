//! What a report finds of a control: the verb stands in the past, the number is the one by which it is named today.

use std::ops::Range;

use jiff::civil::{Date, date};

use super::super::citation::Citation;
use super::super::grammar;
use super::super::status::{self, Status, Verdict};
use super::cue::Scope;
use super::judge::Judge;
use super::lexicon::{CHECKS, FIRSTS, FOUND, REQUIRED};
use super::phrase;
use super::sentence::{Sentence, is_article};
use super::word::{is_attested_somewhere, is_deed, is_preposition};
use crate::year;

/// How many blocks at the head of a document are looked at for its date, and how much of each, in bytes.
const HEAD: usize = 12;
const LONGEST: usize = 200;

impl Sentence<'_> {
    /// The citation that stands at a range.
    fn cited(&self, own: &Range<usize>) -> Option<&Citation> {
        self.citations.iter().find(|one| one.reference.range == *own).copied()
    }

    /// True for the number of a clause or control that is judged as a citation is.
    pub(super) fn is_of_number(&self, own: &Range<usize>) -> bool {
        let is_number = |one: &Citation| {
            one.reference.year.is_none() && !self.prose[own.clone()].contains(&one.reference.number.to_string())
        };
        self.cited(own).is_some_and(is_number)
    }

    /// True if nothing of the kind was ever published: a tense alone makes no history of it.
    pub(super) fn is_of_nothing(&self, own: &Range<usize>) -> bool {
        let verdict = self.cited(own).and_then(|one| one.status.verdict());
        matches!(verdict, Some(Verdict::NeverPublished | Verdict::UnknownEdition))
    }

    /// True if a year beside a citation makes no history of it: nothing of the kind ever was, or the edition had been replaced so
    /// long before that no certificate to it was valid in that year, and somebody was audited or certified all the same.
    pub(super) fn is_wrong_in(&self, own: &Range<usize>, year: &str, on: Date) -> bool {
        let is_checked = |word: &str| is_attested_somewhere(word) || is_deed(word) || CHECKS.contains(&word);
        let checks = || self.is_found(own, on) || self.words(self.start..self.end()).any(is_checked);
        self.is_of_nothing(own) || (self.is_beyond(own, year, on) && checks())
    }

    /// True if the edition of a citation was not certified to any more in a year.
    fn is_beyond(&self, own: &Range<usize>, year: &str, on: Date) -> bool {
        let last = self.cited(own).and_then(|one| last_year(one, on));
        last.is_some_and(|last| year.parse().is_ok_and(|year: i16| last < year))
    }

    /// True if a year in which the edition of a citation was still certified to stands in the sentence.
    fn has_its_year(&self, own: &Range<usize>, on: Date) -> bool {
        let words = self.clause(self.start..self.end());
        words.iter().any(|(_, word)| year::is_written(word) && year::leads(word) && !self.is_beyond(own, word, on))
    }

    /// True if the noun before the citation is for what an edition asks for: "the requirements of".
    fn is_asked_for(&self, own: &Range<usize>) -> bool {
        let head = &self.lower[..own.start - self.start];
        let mut words = head.rsplit(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty());
        words.find(|word| !(is_preposition(word) || is_article(word))).is_some_and(|word| REQUIRED.contains(&word))
    }

    /// True if the verb behind the citation tells what a report found of the control, or of what the edition asks for.
    pub(super) fn is_found(&self, own: &Range<usize>, on: Date) -> bool {
        let Some(one) = self.cited(own) else { return false };
        let may_be = if one.reference.year.is_some() { self.is_asked_for(own) } else { self.is_of_number(own) };
        if !may_be {
            return false;
        }
        let behind: Vec<&str> = self.words(own.end..self.end()).collect();
        let told = |scope| self.hits_of(scope).next().is_some();
        let is_old = || [Scope::Before, Scope::State, Scope::Former, Scope::Bygone, Scope::Frame].into_iter().any(told);
        phrase::has(FOUND, &behind)
            && !behind.iter().any(|word| grammar::is_edition_word(word))
            && !self.has_citation(&(own.end..self.end()))
            && !is_old()
            && !self.words(self.start..self.end()).any(|word| FIRSTS.contains(&word))
            && !self.has_its_year(own, on)
    }
}

impl Judge<'_> {
    /// Why a finding is of the past: what stands above it names a year in which the edition was still certified to.
    pub(super) fn by_dated_finding(&self, block_at: usize, sentence: &Sentence<'_>, own: &Citation) -> Option<String> {
        let range = &own.reference.range;
        if own.status == Status::InForce || sentence.is_of_nothing(range) || !sentence.is_found(range, self.on) {
            return None;
        }
        let because = sentence.by_finding(range)?;
        let last = last_year(own, self.on)?;
        let blocks = &self.document.blocks;
        let above = self.outline().headings(block_at).chain(0..HEAD.min(block_at));
        let newest = above.filter_map(|at| year_of(blocks[at].prose.text())).max()?;
        (newest <= last).then(|| format!("{because}, in a document of {newest}"))
    }
}

/// The last year in which certificates to the edition of a citation were valid; for a number that of the last edition that is over.
fn last_year(own: &Citation, on: Date) -> Option<i16> {
    let over = || own.standard?.editions.iter().rev().find(|one| !status::in_force(one, on));
    let edition = own.edition.or_else(|| (own.status != Status::InForce).then(over).flatten())?;
    let first = i16::try_from(edition.year).ok()?;
    (first..=on.year()).rev().find(|year| status::recently_ended(edition, date(*year, 1, 1)))
}

/// The newest year that a short text names outside of designations.
fn year_of(text: &str) -> Option<i16> {
    if text.len() > LONGEST || !text.contains(['1', '2']) {
        return None;
    }
    let named = grammar::find(text);
    let is_own = |at: usize| !named.iter().any(|one| one.range.contains(&at));
    let mut at = 0;
    let mut newest = None;
    for word in text.split(|one: char| !one.is_alphanumeric()) {
        let start = at;
        at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        if year::leads(word) && year::is_written(word) && is_own(start) {
            newest = newest.max(word.parse().ok());
        }
    }
    newest
}

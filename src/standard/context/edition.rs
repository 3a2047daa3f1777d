//! Editions of one standard told of together: their list, one that tells of another, what one took in.

use std::ops::Range;

use jiff::civil::Date;

use super::super::citation::Citation;
use super::super::grammar::is_edition_word;
use super::cue::Scope;
use super::lexicon::SUCCESSION;
use super::sentence::{Gap, Sentence, is_article};
use super::word::{is_filler, is_preposition, joins_clauses};

/// How many editions of a standard in a row are a list of its editions.
const EDITIONS: usize = 3;

/// How many words an edition may need to tell of an older one: "differs only slightly from".
const VERB: usize = 4;

/// How many words may stand between "incorporates" and an amendment.
const ABSORBED: usize = 2;

impl Sentence<'_> {
    /// The editions of a standard in a row, or a newer edition as the subject: "ISO 9001:2015 regroups the clauses of".
    pub(super) fn by_edition(&self, own: &Citation, newer: &[&Range<usize>]) -> Option<String> {
        if newer.is_empty() {
            return None;
        }
        // Three editions side by side may all be in use, unless they are called so.
        let mut words = self.prose[self.start..self.end()].split(|one: char| !one.is_alphabetic());
        if words.any(|word| is_edition_word(word) || SUCCESSION.iter().any(|told| word.eq_ignore_ascii_case(told)))
            && self.is_enumerated(own, newer)
        {
            return Some("the editions of its standard are listed".into());
        }
        let range = &own.reference.range;
        let told = newer.iter().any(|other| self.is_told_by(range, other));
        told.then(|| "a newer edition is compared with it".into())
    }

    /// True if the citation stands in a row of editions of its standard, one of them newer.
    fn is_enumerated(&self, own: &Citation, newer: &[&Range<usize>]) -> bool {
        let same =
            |one: &Citation| one.reference.number == own.reference.number && one.reference.part == own.reference.part;
        let near = |one: &Citation, next: &Citation| {
            let gap = one.reference.range.end..next.reference.range.start;
            gap.start <= gap.end && self.is_small(gap, Gap::Pair)
        };
        let runs = self.citations.chunk_by(|one, next| same(one) && same(next) && near(one, next));
        runs.filter(|run| run.iter().any(|one| one.reference.range == own.reference.range)).any(|run| {
            let mut years: Vec<u16> = run.iter().filter_map(|one| Some(one.reference.year?.value)).collect();
            years.sort_unstable();
            years.dedup();
            years.len() >= EDITIONS && run.iter().any(|one| newer.contains(&&one.reference.range))
        })
    }

    /// True if a newer edition is the subject of the sentence and the citation what its verb is about.
    fn is_told_by(&self, own: &Range<usize>, newer: &Range<usize>) -> bool {
        let gap = newer.end..own.start;
        let leads = newer.end <= own.start
            && self.is_small(self.start..newer.start, Gap::Before)
            && !self.words(self.start..newer.start).any(is_preposition);
        leads
            && self.unknown(gap.clone(), Gap::Before).is_some_and(|unknown| (1..=VERB).contains(&unknown))
            && !self.has_comma(&gap)
            && !self.has_denial(own.start)
            && !self.goes_on_to_another(gap)
    }

    /// True if a word joins clauses in a stretch. One that does so in another language may be a preposition in this, behind a
    /// noun for parts of a standard: "merges 57 controls of".
    fn goes_on_to_another(&self, gap: Range<usize>) -> bool {
        let is_part = |word: &str| is_filler(word) && !is_article(word) && !is_preposition(word);
        let mut before = "";
        self.joins(gap.clone())
            || self.words(gap).any(|word| {
                let leads = is_preposition(word) && is_part(before);
                before = word;
                joins_clauses(word) && !leads
            })
    }

    /// An amendment that a later edition took in: "it also incorporates ISO 9001:2015/Amd 1:2024".
    pub(super) fn by_absorption(&self, own: &Citation) -> Option<String> {
        if !own.reference.supplements.iter().any(|one| !one.beside) {
            return None;
        }
        let range = &own.reference.range;
        let from = self.behind_label();
        let hit = self.hits_of(Scope::Absorbed).find(|hit| {
            // "Contract: incorporates": what stands before the colon does so.
            let is_subject = || from == self.start || self.words(from..hit.range.start).next().is_some();
            (from..=range.start).contains(&hit.range.end)
                && is_subject()
                && self.is_small(from.min(hit.range.start)..hit.range.start, Gap::After)
                && self.unknown(hit.range.end..range.start, Gap::Before).is_some_and(|unknown| unknown <= ABSORBED)
                && !self.is_denied(hit)
        })?;
        Some(format!("\"{}\" stands before it", self.quoted(hit)))
    }

    /// A newer edition with a later year: "in 2014 we were certified to …, in 2017 to …".
    pub(super) fn by_chronicle(&self, own: &Range<usize>, newer: &[&Range<usize>], on: Date) -> Option<String> {
        newer.iter().filter(|other| own.end <= other.start).find_map(|other| {
            let first = self.last_year(self.start..own.start)?;
            let then = self.last_year(own.end..other.start)?;
            (first < then && then <= on.year())
                .then(|| format!("\"{first}\" has passed, and a newer edition is named for {then}"))
        })
    }

    /// The last year of a stretch outside citations.
    fn last_year(&self, gap: Range<usize>) -> Option<i16> {
        let text = &self.prose[gap.clone()];
        let mut groups = text.match_indices(|one: char| one.is_ascii_digit()).map(|(at, _)| at).collect::<Vec<_>>();
        groups.retain(|at| !text[..*at].ends_with(|one: char| one.is_ascii_digit() || "-/.:".contains(one)));
        groups.into_iter().rev().find_map(|at| {
            let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
            let year: i16 =
                (digits == 4 && !self.in_citation(gap.start + at)).then(|| text[at..at + 4].parse().ok())??;
            (1990..2100).contains(&year).then_some(year)
        })
    }
}

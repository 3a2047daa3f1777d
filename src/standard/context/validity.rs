//! Days that are named with a citation and have passed: up to which a certificate was valid, on which an edition was to be
//! withdrawn.

use std::ops::Range;

use jiff::civil::Date;

use super::cue::Scope;
use super::date::{DATE, is_valid, says_coming_year, says_nothing};
use super::duty::speaks_of_owners;
use super::gain::is_certificate;
use super::lexicon::{FUTURES, GIVEN, RUNS_OUT};
use super::sentence::{Sentence, floor, is_article};
use super::tense::is_number;
use super::word::{is_filler, is_link, is_preposition, is_speaker, month};

/// Most digits of the day of a month.
const DAY: usize = 2;

/// Forms of "be" that stand behind these.
const BEINGS: &[&str] = &["be", "sein"];

impl Sentence<'_> {
    /// True if words behind a place name a day to come on which what they tell of ends, and tell of nothing but a
    /// certificate: "(awarded 2024, expires 2027)", "the certificate runs to 2028".
    pub(super) fn runs_on(&self, from: usize, on: Date) -> bool {
        if !says_coming_year(&self.lower[from - self.start..], on) {
            return false;
        }
        let words = self.clause(from..self.end());
        let is_of_it = |word: &str| {
            says_nothing(word) || is_certificate(word) || word.starts_with("zertifi") || GIVEN.contains(word)
        };
        let of_it = words.iter().take_while(|(_, word)| is_running(word) || is_of_it(word));
        of_it.filter(|(_, word)| is_running(word)).any(|(range, _)| {
            let year = self.year(range.end..range.end + floor(&self.prose[range.end..self.end()], DATE));
            year.is_some_and(|at| !self.is_past(range.end..at, at, on))
        })
    }

    /// Why the citation is history, if right behind it stands up to which day it was valid: "ISO 9001:2008 (valid until May
    /// 2018)".
    pub(super) fn by_validity(&self, own: &Range<usize>, on: Date) -> Option<String> {
        let hit = self.hits_of(Scope::Until).filter(|hit| hit.range.start >= own.end).find(|hit| {
            let Some(whole) = self.dated(hit, on) else { return false };
            let gap = own.end..hit.range.start;
            let text = &self.prose[gap.clone()];
            let is_small = |word: &str| is_filler(word) || is_valid(word) || is_number(word);
            let says_valid = self.words(own.end..hit.range.end).any(is_valid);
            let rest = self.prose[whole.end.max(hit.range.end)..self.end()].trim_start_matches([')', ' ', '日']);
            says_valid
                && !text.contains([';', ':', '|'])
                && self.words(gap).all(is_small)
                && rest.trim_end_matches(['.', '*', '"', '\'']).is_empty()
        })?;
        let is_bare = |word: &str| is_article(word) || is_certificate(word);
        let head = self.start..own.start;
        let is_named = !self.prose[head.clone()].contains([':', ',', ';']) && self.words(head.clone()).all(is_bare);
        let is_held = self.words(head).any(is_speaker) || self.is_now();
        (is_named && !is_held && self.is_last() && !says_coming_year(&self.lower, on))
            .then(|| format!("\"{}\" and a day that has passed stand behind it", self.quoted(hit)))
    }

    /// Why the citation is history, if it was to be withdrawn on a day that has passed: "will be withdrawn on 31 October 2025".
    pub(super) fn by_withdrawal(&self, own: &Range<usize>, on: Date) -> Option<String> {
        let hit = self.hits_of(Scope::State).filter(|hit| hit.range.start >= own.end).find(|hit| {
            let gap = own.end..hit.range.start;
            let is_known =
                |word: &str| is_filler(word) || is_link(word) || FUTURES.contains(word) || BEINGS.contains(&word);
            let mut words = self.words(gap.clone());
            self.words(gap.clone()).any(|word| FUTURES.contains(word))
                && words.all(is_known)
                && !self.prose[gap].contains([',', ';', ':', '('])
                && !self.is_denied(hit)
                && (self.has_passed_behind(hit.range.end, on) || self.is_dated_without_year(hit.range.end))
        })?;
        let is_bare = |word: &str| is_filler(word) || is_certificate(word);
        let is_day = |word: &str| is_number(word) || is_preposition(word) || is_filler(word) || month(word).is_some();
        let is_only = self.words(self.start..own.start).all(is_bare)
            && self.words(hit.range.end..self.end()).all(is_day)
            && self.is_last();
        let is_open = self.is_limited(own.end, on) || self.hits_of(Scope::Pending).next().is_some();
        (is_only && !is_open && !self.is_question())
            .then(|| format!("the day on which it was to be \"{}\" has passed", self.quoted(hit)))
    }

    /// True if nothing but a preposition with a day and its month follows a place, in a sentence that names no owner: the catalogue
    /// tells that the edition is out of force, so that the day has passed: "will be withdrawn on September 15".
    fn is_dated_without_year(&self, from: usize) -> bool {
        let words: Vec<&str> = self.words(from..self.end()).collect();
        let Some((first, day)) = words.split_first() else { return false };
        let is_short = |word: &str| word.bytes().take_while(u8::is_ascii_digit).count() <= DAY && is_number(word);
        is_preposition(first)
            && day.iter().any(|word| month(word).is_some())
            && day.iter().all(|word| month(word).is_some() || is_short(word))
            && !speaks_of_owners(&self.prose[self.start..self.end()])
    }

    /// True if a day that has passed follows a place, with a preposition between.
    fn has_passed_behind(&self, from: usize, on: Date) -> bool {
        self.words(from..self.end()).next().is_some_and(is_preposition) && self.day_behind(from, on)
    }
}

/// True for a word before the day on which a certificate ends, in small letters.
fn is_running(word: &str) -> bool {
    is_valid(word) || RUNS_OUT.iter().any(|head| word.starts_with(head))
}

//! Certificates that end: "All ISO/IEC 27001:2013 certificates expire in October 2025", "organisations certified to ISO
//! 27001:2013 have until October 2025". Who says so of all of them uses none.

use std::ops::Range;

use jiff::civil::Date;

use super::super::citation::Citation;
use super::cue::{Hit, Scope};
use super::date::says_coming_year;
use super::duty::speaks_of_owners;
use super::gain::is_certificate;
use super::kept::is_standard;
use super::lexicon::{
    ALL, DEADLINES, FUTURE_FILLERS, GRANTS, HEDGES, HELD_BY_ALL, HOLDERS, NEWER, PERIODS, SINGLES, SPANS,
};
use super::phrase;
use super::sentence::{Sentence, is_article};
use super::tense::is_number;
use super::word::{is_filler, is_link, is_preposition, joins_clauses, month, relates};

/// How many words of their own may stand between the citation and what is said of the certificates: "issued in 2015".
const BETWEEN: usize = 1;

/// Digits of a year.
const YEAR: usize = 4;

/// How many words behind a verb of giving may name the years: "is a three year".
const GRANTED: usize = 6;

/// How many words behind the citation may say that certificates to it are held: "zertifiziert sind".
const BESIDE: usize = 2;

impl Sentence<'_> {
    /// Why the citation is history: all certificates to it end, or all who hold them had to move by a day that has passed.
    pub(super) fn by_ending(&self, own: &Citation, on: Date) -> Option<String> {
        let range = &own.reference.range;
        let ends = |hit: &&Hit| self.is_end_of(hit, range, on);
        let hit = self.hits_of(Scope::Ending).find(ends).filter(|_| !self.is_of_owners_or_to_come(range, on));
        let because = hit.map(|hit| format!("\"{}\" is said of it", self.quoted(hit)));
        because.or_else(|| self.by_holders(own, on))
    }

    /// True if the sentence speaks of those who speak, or names a year to come behind the citation.
    fn is_of_owners_or_to_come(&self, own: &Range<usize>, on: Date) -> bool {
        speaks_of_owners(&self.prose[self.start..self.end()]) || says_coming_year(&self.prose[own.end..self.end()], on)
    }

    /// True if a word of ending is said of all certificates to the citation.
    fn is_end_of(&self, hit: &Hit, own: &Range<usize>, on: Date) -> bool {
        if hit.range.start < own.end && !hit.is_around(own) {
            return false;
        }
        let gap = own.end..if hit.is_around(own) { hit.last_start } else { hit.range.start };
        let signs: &[char] = if hit.is_around(own) { &[';', ':', '|', '('] } else { &[';', ':', '|', '(', ','] };
        let pending = |one: &Hit| gap.contains(&one.range.start);
        let is_sign = |(at, one): (usize, char)| signs.contains(&one) && !self.in_citation(gap.start + at);
        if self.prose[gap.clone()].char_indices().any(is_sign) || self.hits_of(Scope::Pending).any(pending) {
            return false;
        }
        let words = self.clause(gap.clone());
        let is_day = |word: &str| is_number(word) || month(word).is_some();
        let is_small = |word: &str| is_filler(word) || is_link(word) || joins_clauses(word) || is_certificate(word);
        let is_known = |word: &str| is_small(word) || is_day(word) || FUTURE_FILLERS.contains(word);
        let is_said = words.iter().filter(|(_, word)| !is_known(word)).count() <= BETWEEN
            && !words.iter().any(|(_, word)| relates(word) || SINGLES.contains(word) || begins_clause(word));
        is_said
            && !self.is_denied(hit)
            && (!self.is_single(own) || self.is_after_day(own, on))
            && (self.speaks_of_certificates(own, &gap) || (self.is_subject(own) && self.day_behind(hit.range.end, on)))
            && self.is_for_all(hit, own, on)
            && !self.recurs(hit, own, on)
    }

    /// True if certificates are named beside the citation: not "access rights under", "certificates for servers under".
    fn speaks_of_certificates(&self, own: &Range<usize>, gap: &Range<usize>) -> bool {
        let is_one =
            |word: &str| is_certificate(word) || word.starts_with("zertifi") || word.starts_with("registration");
        let mut beside = self.words(self.start..own.start).chain(self.words(gap.clone()));
        beside.any(is_one)
    }

    /// True if the sentence begins with a day that has passed, and nothing but a certificate follows that: "After September 2018, a
    /// certificate to".
    fn is_after_day(&self, own: &Range<usize>, on: Date) -> bool {
        let head = &self.prose[self.start..own.start];
        let Some(comma) = head.find(',').map(|at| self.start + at) else { return false };
        let is_small = |word: &str| is_article(word) || is_certificate(word) || is_preposition(word);
        let is_owned = speaks_of_owners(head);
        self.words(self.start..comma).next().is_some_and(is_preposition)
            && self.day_behind(self.start, on)
            && self.words(comma..own.start).all(is_small)
            && !is_owned
    }

    /// True if one certificate is spoken of, or those of a clause that only supposes or chooses them: "the certificate to", "which".
    fn is_single(&self, own: &Range<usize>) -> bool {
        let head = &self.prose[self.start..own.start];
        let from = head.rfind([';', ':', '(']).map_or(self.start, |at| self.start + at + 1);
        let supposed = self.hits_of(Scope::Pending).any(|hit| from <= hit.range.start && hit.range.end <= own.start);
        let mut words = self.words(from..own.start);
        supposed || words.any(|word| SINGLES.contains(word))
    }

    /// True if a day that has passed or was named before stands behind the words for the end, a newer edition or a word of moving
    /// in the sentence, or "all" before the citation and nothing else in the sentence.
    fn is_for_all(&self, hit: &Hit, own: &Range<usize>, on: Date) -> bool {
        let tail: Vec<&str> = self.words(hit.range.end..self.end()).collect();
        let moves = || self.hits_of(Scope::Transition).next().is_some();
        let is_hedge = |word: &str| HEDGES.iter().any(|(_, all)| all.contains(word));
        let is_plain = || !self.words(self.start..hit.range.start).any(is_hedge);
        self.day_behind(hit.range.end, on)
            || self.is_after_day(own, on)
            || phrase::has(DEADLINES, &tail)
            || (is_plain() && (moves() || (tail.is_empty() && self.is_bare_end(hit, own, on))))
    }

    /// True if nothing but "all", certificates and a day that has passed or was named stands beside the words for the end: no
    /// owner, no reason.
    fn is_bare_end(&self, hit: &Hit, own: &Range<usize>, on: Date) -> bool {
        let before: Vec<&str> = self.words(self.start..own.start).collect();
        let all = before.iter().position(|word| ALL.contains(word));
        if all.is_none() && !self.is_end_of_certificates(hit, own) {
            return false;
        }
        let (lead, named) = all.map_or((&[][..], &before[..]), |at| (&before[..at], &before[at + 1..]));
        // "At the end of the contract all certificates expire."
        let is_year = |word: &&str| word.len() == YEAR && is_number(word);
        let is_dated = || lead.iter().any(is_year) && self.day_behind(self.start, on);
        let is_small = |word: &str| is_filler(word) || is_link(word) || is_preposition(word) || is_certificate(word);
        let is_known = |word: &str| is_small(word) || FUTURE_FILLERS.contains(word);
        let around = hit.is_around(own);
        let between = if around { own.end..own.end } else { own.end..hit.range.start };
        let inner = if around { own.end..own.end } else { hit.first_end..hit.last_start.max(hit.first_end) };
        (lead.iter().all(|word| around && hit.cue.first() == *word) || phrase::has(DEADLINES, lead) || is_dated())
            && named.iter().copied().chain(self.words(between)).chain(self.words(inner)).all(is_known)
    }

    /// True if "no longer" is said of certificates in whose name nothing else stands: "certificates for … will no longer be valid",
    /// but not "access badges and … certificates".
    fn is_end_of_certificates(&self, hit: &Hit, own: &Range<usize>) -> bool {
        let is_no_longer = self.hits_of(Scope::Past).any(|past| past.range.start == hit.range.start);
        let held = |word: &&str| HELD_BY_ALL.contains(word);
        let first = || self.words(self.start..own.start).next();
        is_no_longer
            && (first().as_ref().is_some_and(held)
                || (first().is_none() && self.words(own.end..hit.range.start).next().as_ref().is_some_and(held)))
    }

    /// True if what follows tells of an end that comes to each certificate in its time, "after three years", or for a reason of its
    /// own, "after misuse of the logo".
    fn recurs(&self, hit: &Hit, own: &Range<usize>, on: Date) -> bool {
        let tail = hit.range.end..self.end();
        let end = self.prose[tail.clone()].find([',', ';', ':', '(']).map_or(tail.end, |at| tail.start + at);
        let leads = self.words(tail.start..end).next().is_some_and(is_preposition);
        let moves = |one: &Hit| tail.start <= one.range.start && one.range.end <= end;
        let is_day = || {
            self.day_behind(tail.start, on)
                || self.hits_of(Scope::Transition).any(moves)
                || phrase::has(DEADLINES, &self.words(tail.start..end).collect::<Vec<_>>())
        };
        // "In September 2021, so you have two years": the comma ends the clause of a day that has passed.
        let last = if self.day_behind(tail.start, on) { end } else { tail.end };
        self.hits_of(Scope::Pending).any(|one| tail.start <= one.range.start)
            || self.words(own.end..last).any(|word| PERIODS.contains(word))
            || (leads && !is_day())
    }

    /// Why the citation is history: those who hold certificates to it had until a day that has passed, or some years, to move to a
    /// newer edition.
    pub(super) fn by_holders(&self, own: &Citation, on: Date) -> Option<String> {
        let range = &own.reference.range;
        // Few sentences have a word of moving: those who speak are looked for last.
        let behind = range.end..self.end();
        let moves = |hit: &&Hit| range.end <= hit.range.start && !self.is_denied(hit);
        let moving = self.hits_of(Scope::Transition).find(moves)?;
        let holder = self.holder(range)?;
        if self.hits_of(Scope::NotYet).next().is_some() || self.is_of_owners_or_to_come(range, on) {
            return None;
        }
        let words: Vec<&str> = self.words(behind.clone()).collect();
        let of_standard = |two: &[&str]| NEWER.contains(two[0]) && is_standard(two[1]);
        let is_newer = || words.windows(2).any(of_standard) || self.newer_years(own, range.end).next().is_some();
        let others = || self.citations.iter().filter(|one| range.end <= one.reference.range.start);
        let names_newer = others().any(|one| self.is_newer_year(one, own)) || is_newer();
        let days = [Scope::Until, Scope::Deadline].into_iter().flat_map(|scope| self.hits_of(scope));
        let mut days = days.filter(|hit| range.end <= hit.range.start);
        let has_day = days.any(|hit| self.dated(hit, on).is_some());
        let is_told = names_newer && (has_day || are_given_years(&words)) || has_day && self.is_bare_duty(moving);
        (is_told && !self.is_question())
            .then(|| format!("\"{holder}\" and \"{}\" stand beside it", self.quoted(moving)))
    }

    /// True if nothing but a day stands between the word of a duty and that of moving, and nothing behind it: "mussten bis 31.10.2025
    /// umstellen", but not "ihre Firewalls umstellen".
    fn is_bare_duty(&self, moving: &Hit) -> bool {
        let is_small = |word: &str| is_filler(word) || is_preposition(word) || is_number(word) || month(word).is_some();
        let is_bare = |duty: &Hit| {
            duty.range.end <= moving.range.start
                && !self.is_denied(duty)
                && self.words(duty.range.end..moving.range.start).all(is_small)
        };
        self.words(moving.range.end..self.end()).next().is_none() && self.hits_of(Scope::Duty).any(is_bare)
    }

    /// The noun before a citation for all who hold certificates to it: "companies certified to", "companies that are certified to",
    /// but not "companies are certified to".
    fn holder(&self, own: &Range<usize>) -> Option<&str> {
        let head: Vec<&str> = self.words(self.start..own.start).collect();
        let at = head.iter().position(|word| HOLDERS.contains(word))?;
        let is_held = |word: &str| is_certificate(word) || word == "registered" || word.starts_with("zertifi");
        let between = &head[at + 1..];
        // "Unternehmen, die", but not "Unternehmen der Gruppe".
        let is_parted =
            |word: &str| !is_article(word) || self.lower[..own.start - self.start].contains(&format!(", {word} "));
        let is_told = between.first().is_some_and(|word| is_held(word) || relates(word) && is_parted(word));
        let mut beside = head.iter().copied().chain(self.words(own.end..self.end()).take(BESIDE));
        (is_told && beside.any(is_held)).then_some(head[at])
    }

    /// True if a citation names the same standard with a later year.
    fn is_newer_year(&self, other: &Citation, own: &Citation) -> bool {
        let year = |one: &Citation| one.reference.year.map(|year| year.value);
        let is_same = other.reference.number == own.reference.number && other.reference.part == own.reference.part;
        is_same && year(other) > year(own)
    }
}

/// True for a word that begins a clause about a time: "must be checked before they".
fn begins_clause(word: &str) -> bool {
    is_preposition(word) && is_link(word)
}

/// True if words give some years for something: "will have three years", "there is a 3 year".
fn are_given_years(words: &[&str]) -> bool {
    let is_count = |word: &str| is_number(word) || SPANS.contains(word);
    let is_span = |two: &[&str]| is_count(two[0]) && PERIODS.contains(two[1]);
    let given = words.iter().enumerate().filter(|(_, word)| GRANTS.contains(word));
    given.map(|(at, _)| &words[at + 1..words.len().min(at + 1 + GRANTED)]).any(|next| next.windows(2).any(is_span))
}

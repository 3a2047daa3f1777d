//! A duty to leave an older edition: those certified to it "were required to transition to the 2022 version", "had to migrate
//! by October 2025".

use std::ops::Range;

use jiff::civil::Date;

use super::super::citation::Citation;
use super::cue::{Hit, Scope};
use super::lexicon::{HELD_BY_ALL, OURS, OURS_JOINED, PASSIVES};
use super::sentence::{Gap, Sentence};
use super::word::{Language, is_conjunction, is_denial, is_relative, is_speaker, is_subordinator, joins_clauses};

/// How many words of their own may stand between the citation and what is said of those who have it: "organisations of
/// the group".
const HOLDERS: usize = 5;

/// How many words may stand between the parts of the duty: "given a formal transition period to migrate".
const BETWEEN: usize = 3;

/// True if a text speaks of those who speak in it: "we hold", "our certificate".
pub(super) fn speaks_of_owners(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|one: char| !one.is_alphanumeric());
    words.any(|word| is_speaker(word) || OURS.contains(word))
        || (!text.is_ascii() && OURS_JOINED.iter().any(|word| text.contains(word)))
}

impl Sentence<'_> {
    /// A word of duty and one of moving behind the citation, with a newer edition that is named by its year as what they
    /// lead to, or with a day that has passed.
    pub(super) fn by_duty(&self, own: &Citation, on: Date) -> Option<String> {
        let range = &own.reference.range;
        let behind = |hit: &&Hit| range.end <= hit.range.start;
        let (duty, moving) = self.hits_of(Scope::Duty).filter(behind).find_map(|duty| {
            let mut moves = self.hits_of(Scope::Transition).filter(behind);
            let fits = |moving: &&Hit| {
                let goals = self.newer_years(own, range.end).map(|goal| (goal, BETWEEN));
                let days = self.days_passed(range.end, duty.cue.language, on).map(|day| (day, 0));
                let of_all = || self.is_of_certificates(range.end..duty.range.start);
                let days = days.filter(|_| !self.is_suffered(duty, moving) || of_all());
                goals.chain(days).any(|(goal, most)| self.is_one_duty(range, [duty, *moving], &goal, most))
            };
            moves.find(fits).map(|moving| (duty, moving))
        })?;
        let is_own = speaks_of_owners(&self.prose[self.start..range.start]);
        (!is_own).then(|| format!("\"{}\" and \"{}\" stand behind it", self.quoted(duty), self.quoted(moving)))
    }

    /// True if what stands between the citation, the duty, the moving and its goal says nothing else.
    fn is_one_duty(&self, own: &Range<usize>, [duty, moving]: [&Hit; 2], goal: &Range<usize>, most: usize) -> bool {
        let mut pieces = [duty.range.clone(), moving.range.clone(), goal.clone()];
        pieces.sort_by_key(|one| one.start);
        let ahead = own.end..pieces[0].start;
        let gaps = pieces.windows(2).map(|two| two[0].end..two[1].start.max(two[0].end));
        // "Had to upgrade their firewalls by": nothing but the day may follow the moving.
        let between: Option<usize> = gaps.map(|gap| self.words_within_clause(gap)).sum();
        // "That has not transitioned must have done so": the denial goes with the moving.
        let is_belated = moving.range.end <= duty.range.start && self.is_denied(moving);
        between.is_some_and(|unknown| unknown <= most)
            && self.words_within_clause(ahead.clone()).is_some_and(|unknown| unknown <= HOLDERS)
            && (is_belated || self.speaks_of_holders(ahead, duty))
            && (is_belated || !(self.is_denied(duty) || self.is_denied(moving)))
            && !self.is_question()
    }

    /// True if something must be moved, not those who have the citation: "the systems must be migrated".
    fn is_suffered(&self, duty: &Hit, moving: &Hit) -> bool {
        self.words(duty.range.end..moving.range.start).any(|word| PASSIVES.contains(word))
    }

    /// True if the citation is that of certificates, of which nothing else is said: "… certificates must be transitioned".
    fn is_of_certificates(&self, gap: Range<usize>) -> bool {
        let is_sign = |one: char| matches!(one, ',' | ';' | '(' | ')');
        !self.prose[gap.clone()].contains(is_sign)
            && self.words(gap.clone()).next().is_some()
            && self.words(gap).all(|word| HELD_BY_ALL.contains(word))
    }

    /// True if the words between the citation and its duty describe those who have it, and begin no clause.
    fn speaks_of_holders(&self, gap: Range<usize>, duty: &Hit) -> bool {
        let language = self.language().unwrap_or(duty.cue.language);
        let begins = |word: &str| is_subordinator(word) || is_relative(language, word) || is_denial(word);
        !self.words(gap).any(begins)
    }

    /// How many words of a stretch mean something of their own; nothing if a sign or a word in it begins another clause, or
    /// says that what follows has not come about.
    fn words_within_clause(&self, gap: Range<usize>) -> Option<usize> {
        let is_sign =
            |(at, one): (usize, char)| matches!(one, ',' | ';' | '(' | ')') && !self.in_citation(gap.start + at);
        let parts = self.prose[gap.clone()].char_indices().any(is_sign) || self.joins(gap.clone());
        let pending = |hit: &Hit| gap.contains(&hit.range.start);
        if parts || self.hits_of(Scope::Pending).any(pending) { None } else { self.unknown(gap, Gap::Pair) }
    }

    /// True if a word joins clauses in a stretch, in the language of the sentence: "of" does in others.
    pub(super) fn joins(&self, gap: Range<usize>) -> bool {
        let language = self.language();
        self.words(gap).any(|word| language.map_or_else(|| joins_clauses(word), |one| is_conjunction(one, word)))
    }

    /// The days that have passed and of which words like "by" say that something must be done until then.
    fn days_passed(&self, from: usize, language: Language, on: Date) -> impl Iterator<Item = Range<usize>> {
        const DAYS: [Scope; 3] = [Scope::Deadline, Scope::Until, Scope::Then];
        let hits = DAYS.into_iter().flat_map(|scope| self.hits_of(scope));
        // A short word such as "do" is one of another language.
        let fits = move |hit: &&Hit| hit.cue.scope != Scope::Deadline || hit.cue.language == language;
        hits.filter(move |hit| from <= hit.range.start).filter(fits).filter_map(move |hit| self.dated(hit, on))
    }
}

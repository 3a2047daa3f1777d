//! "No longer" that is said of something else than the citation: of those who do not meet it, "suppliers without … are no
//! longer accepted", of what is enough, or of what it asks for, "records are no longer needed under …".

use std::ops::Range;

use super::cue::{Hit, folded};
use super::date::is_valid;
use super::gain::is_certificate;
use super::lexicon::{CAUSES, LACKS, NEEDS, NEWEST, PERSONS, REASONS, SUFFICES};
use super::phrase;
use super::said::UNBRACKETED;
use super::sentence::{Sentence, floor};
use super::word::{is_attested_somewhere, is_filler, is_link, is_preposition, is_small_word, relates, words};

/// How many words behind "no longer" may say that something is enough.
const ENOUGH: usize = 2;

/// Endings of a German participle or adjective that describes the noun behind it.
const ATTRIBUTES: &[&str] = &["te", "ten", "ter", "tes", "tem", "ene", "enen", "ener"];

/// How far behind the citation another edition is looked for, in bytes.
const NEXT: usize = 200;

impl Sentence<'_> {
    /// True if words like "no longer" speak of something else than the citation.
    pub(super) fn speaks_of_other(&self, hit: &Hit, own: &Range<usize>) -> bool {
        if own.end <= hit.range.start {
            return self.is_lacked(own) || (self.is_reason_at(own) && self.describes_noun(hit));
        }
        let end = if hit.is_around(own) { hit.first_end } else { hit.range.end };
        end <= own.start && (self.is_not_enough(hit, end..own.start, own.end) || self.is_ruled_by(hit, end, own))
    }

    /// True if those who do not have or meet the citation are spoken of: "suppliers without a certificate to".
    pub(super) fn is_lacked(&self, own: &Range<usize>) -> bool {
        let clause = self.clause_head(own, UNBRACKETED);
        let words: Vec<&str> = self.words(clause).collect();
        let is_between = |word: &&str| {
            is_small_word(word)
                || is_preposition(word)
                || is_attested_somewhere(word)
                || is_valid(word)
                || word.chars().count() < 3
        };
        let is_caused = || {
            let behind: Vec<&str> = self.words(own.end..self.end()).collect();
            phrase::has(CAUSES, &behind)
        };
        phrase::find(LACKS, &words).any(|lack| words[lack.end..].iter().all(is_between)) && !is_caused()
    }

    /// True if it is not enough to meet the citation alone, and no other edition is asked for.
    fn is_not_enough(&self, hit: &Hit, gap: Range<usize>, behind: usize) -> bool {
        let inside = self.words(hit.range.start..gap.start);
        let words: Vec<&str> = inside.chain(self.words(gap).take(ENOUGH)).collect();
        phrase::has(SUFFICES, &words) && self.citations.len() == 1 && !self.names_other_from(behind)
    }

    /// True if a year, or a newer edition without one, stands in what follows right away.
    fn names_other_from(&self, from: usize) -> bool {
        let rest = &self.prose[from..];
        let near = &rest[..floor(rest, NEXT)];
        let near = &near[..near.find('.').unwrap_or(near.len())];
        let folded = folded(near);
        let words: Vec<&str> = words(&folded).collect();
        Self::names_year_in(rest) || phrase::has(NEWEST, &words)
    }

    /// True if a year stands in the first bytes of a text.
    fn names_year_in(rest: &str) -> bool {
        let near = &rest[..floor(rest, NEXT)];
        near.split(|one: char| !one.is_ascii_digit()).any(|word| word.len() == 4)
    }

    /// True if the citation is that by which something is done.
    fn is_reason_at(&self, own: &Range<usize>) -> bool {
        let words: Vec<&str> = self.words(self.clause_head(own, UNBRACKETED)).collect();
        let is_article = |word: &&str| is_filler(word) && !is_preposition(word);
        phrase::find(REASONS, &words).any(|reason| words[reason.end..].iter().all(is_article))
    }

    /// True if "no longer" belongs to what the citation asks for, "no longer needed under", or to what is dealt with as it asks:
    /// "accounts that are no longer used are closed according to".
    fn is_ruled_by(&self, hit: &Hit, end: usize, own: &Range<usize>) -> bool {
        if !self.is_reason_at(own) {
            return false;
        }
        let words: Vec<&str> = self.words(end..own.start).collect();
        // "No longer required to work under" and "it is no longer allowed under" tell of the edition itself.
        let is_direct = |end: usize| phrase::find(REASONS, &words).any(|reason| reason.start == end);
        let is_needed = phrase::find(NEEDS, &words).any(|needed| needed.start == 0 && is_direct(needed.end));
        let is_related = || {
            let before: Vec<&str> = self.words(self.start..hit.range.start).collect();
            before.iter().rev().find(|word| relates(word) || !is_link(word)).is_some_and(|word| relates(word))
        };
        (is_needed && self.is_of_thing(hit)) || (is_related() && words.iter().skip(1).any(|word| is_link(word)))
    }

    /// True if "no longer" is said of a thing, and not of people, of nothing, or of what is certified or audited.
    fn is_of_thing(&self, hit: &Hit) -> bool {
        let before: Vec<&str> = self.words(self.start..hit.range.start).collect();
        let subject = before.iter().rev().find(|word| !is_link(word));
        let is_attesting =
            |word: &str| is_certificate(word) || word.starts_with("zertifi") || word.starts_with("audit");
        subject.is_some_and(|word| !PERSONS.contains(word) && !is_attesting(word))
    }

    /// True if what "no longer" denies describes the noun behind it: "nicht mehr benötigte Konten".
    fn describes_noun(&self, hit: &Hit) -> bool {
        let rest = &self.prose[hit.range.end..self.end()];
        let mut words = rest.split_whitespace();
        let is_attribute =
            |word: &str| word.starts_with(char::is_lowercase) && ATTRIBUTES.iter().any(|ending| word.ends_with(ending));
        words.next().is_some_and(is_attribute) && words.next().is_some_and(|word| word.starts_with(char::is_uppercase))
    }
}

//! Who holds the older edition today and has not yet gone over to the newer one: "is certified to … and will move to".

use std::ops::Range;

use jiff::civil::Date;

use super::cue::Scope;
use super::lexicon::{ANDS, BESIDES, HELD_AS, HOLDERS, HOLDS, MOVES, TO_BE_MOVED, UNDER_WAY, WHENS};
use super::phrase;
use super::sentence::Sentence;
use super::word::{Verb, is_current, is_deed, is_filler, is_preposition, joins_clauses, relates, verb};

/// How many words may stand between the word that joins the two clauses and the newer edition.
const REST: usize = 12;

/// Signs that set off behind an edition what is to come of it.
const SIGNS: &[char] = &['(', ',', '–', '—', '-'];

impl Sentence<'_> {
    /// True if the sentence says that the citation is held today, and names a newer edition only as what is to come or stands
    /// beside it.
    pub(super) fn is_held_still(&self, own: &Range<usize>, newer: &[&Range<usize>], on: Date) -> bool {
        newer.iter().any(|other| {
            own.end <= other.start
                && !self.has_citation(&(own.end..other.start))
                && self.is_held_before(own, other, on)
                && self.is_told_of_today(own, other)
        })
    }

    /// True if what stands between the two says that the first is held and the second not.
    fn is_held_before(&self, own: &Range<usize>, other: &Range<usize>, on: Date) -> bool {
        let gap: Vec<&str> = self.words(own.end..other.start).collect();
        let joins = |word: &str| joins_clauses(word) || ANDS.contains(&word);
        let describing = gap.iter().take_while(|word| !joins(word) && is_description(word)).count();
        let (described, rest) = gap.split_at(describing);
        let is_held = || self.has_holder(own) || self.is_called_held(own, described);
        if rest.first().is_some_and(|word| joins(word)) {
            return (2..=REST).contains(&rest.len()) && phrase::has(MOVES, &rest[1..]) && is_held();
        }
        let is_beside = || phrase::has(BESIDES, &gap) && is_held();
        let is_to_come = || {
            self.is_to_be_moved(own, rest, described)
                || ((is_held() || self.is_named_alone(own, described)) && self.is_under_way(own))
        };
        // "… planned for 2024" tells what was to come then.
        is_beside() || (is_to_come() && !self.has_year(on))
    }

    /// True if the certificate itself is to become one to the newer edition: "our … certification is being upgraded to".
    fn is_to_be_moved(&self, own: &Range<usize>, rest: &[&str], described: &[&str]) -> bool {
        let is_one = described.last().is_some_and(|word| is_deed(word));
        let has_owner = || self.words(self.start..own.start).next().is_some();
        is_one && phrase::find(TO_BE_MOVED, rest).any(|found| found.start == 0) && has_owner()
    }

    /// True if a sign behind the citation sets off a change that goes on: "… (transition to … in progress)".
    fn is_under_way(&self, own: &Range<usize>) -> bool {
        let is_set_off = self.prose[own.end..]
            .find(|one: char| SIGNS.contains(&one))
            .is_some_and(|sign| self.words(own.end..own.end + sign).all(is_description));
        let words: Vec<&str> = self.words(own.end..self.end()).collect();
        is_set_off && phrase::has(UNDER_WAY, &words) && phrase::has(MOVES, &words)
    }

    /// True if the citation says by itself what is held, with a bracket behind it and at most a label before: "Current
    /// certification: … (transition to …)", "… certified – transition".
    fn is_named_alone(&self, own: &Range<usize>, described: &[&str]) -> bool {
        let is_label = |word: &str| is_current(word) || is_deed(word) || HELD_AS.contains(&word);
        let is_said = described.iter().any(|word| HELD_AS.contains(word));
        let is_set_off = self.prose[own.end..].trim_start().starts_with('(');
        (is_said || is_set_off) && self.words(self.start..own.start).all(is_label)
    }

    /// True if the word that leads to the citation says that it is held: "certified to", "maintains".
    fn has_holder(&self, own: &Range<usize>) -> bool {
        let words: Vec<&str> = self.words(self.start..own.start).collect();
        let is_held = |word: &str| HELD_AS.contains(&word) || HOLDS.contains(&word);
        let last = words.iter().rev().find(|word| is_held(word) || !(is_filler(word) || is_preposition(word)));
        last.is_some_and(|word| is_held(word))
    }

    /// True if the words behind the citation say that it is held, and a verb in the present stands before: "is … certified".
    fn is_called_held(&self, own: &Range<usize>, described: &[&str]) -> bool {
        let Some(language) = self.language() else { return false };
        let mut head = self.words(self.start..own.start);
        described.iter().any(|word| HELD_AS.contains(word))
            && head.any(|word| verb(language, word) == Some(Verb::Present))
    }

    /// True if nothing puts the clause of the citation or the move into the past, denies it or makes it a condition.
    fn is_told_of_today(&self, own: &Range<usize>, other: &Range<usize>) -> bool {
        let head = || self.words(self.start..own.start);
        let language = self.language();
        let is_past = |word: &str| language.is_some_and(|one| verb(one, word) == Some(Verb::Past));
        let ahead: Vec<&str> = head().collect();
        let is_supposed = || WHENS.iter().any(|(_, phrases)| phrase::has(phrases, &ahead));
        let is_of_all = || head().any(|word| HOLDERS.contains(&word) || relates(word));
        let is_over = || self.words(other.end..self.end()).any(is_past);
        !head().any(is_past)
            && !self.words(own.end..other.start).any(is_past)
            && !self.has_denial(own.start)
            && self.hits_of(Scope::Pending).all(|hit| hit.range.start > own.start)
            && !is_supposed()
            && !is_of_all()
            && !is_over()
            && self.by_words(own).is_none()
    }
}

/// True for a word that describes what the citation in front of it is for: "certified", "certification".
fn is_description(word: &str) -> bool {
    HELD_AS.contains(&word) || is_deed(word) || is_filler(word)
}

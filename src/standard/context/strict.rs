//! Cues that speak of the past only where their sentence says no more: "ISO 9001:2008 is not to be used", but not "for travel
//! expenses".

use std::ops::Range;

use super::cue::Hit;
use super::duty::speaks_of_owners;
use super::lexicon::{
    ALONE_CUES, ANDS, BARE_NAMES, BESIDE_CUES, BESIDE_NOUNS, COMPARED_CUES, CONDITIONS, LAST_CUES, LITTLE_MORE,
};
use super::sentence::Sentence;
use super::tense::is_number;
use super::word::month;
use crate::list::List;

/// Cues and the words that must follow.
const FOLLOWED: &[(&str, &[&str])] = &[
    ("rispetto alla ... i controlli sono", &["meno", "nuovi", "93"]),
    ("miała 114", &["zabezpieczeń"]),
    ("ersätts av", &["den", "en", "iso", "nya", "ss"]),
];

impl Sentence<'_> {
    /// True if the rest of the sentence leaves a cue what it says.
    pub(super) fn leaves_said(&self, hit: &Hit, own: &Range<usize>) -> bool {
        let is = |cues: List| cues.contains(hit.cue.words());
        let first = hit.range.start.min(own.start);
        let last = hit.range.end.max(own.end);
        let follow = |words: &[&str]| self.words(last..self.end()).next().is_some_and(|word| words.contains(&word));
        let begins = || self.words(self.start..first).all(|word| BARE_NAMES.contains(word) || is_number(word));
        let is_condition = || self.words(self.start..first).any(|word| CONDITIONS.contains(word));
        let is_beside = || self.prose.get(hit.range.end..own.start).is_none_or(|gap| gap.trim().is_empty());
        let is_owned = || speaks_of_owners(&self.prose[self.start..self.end()]);
        (!is(ALONE_CUES) || (begins() && self.ends_behind(last)))
            && (!is(LAST_CUES) || (!is_condition() && self.ends_behind(last)))
            && (!is(COMPARED_CUES) || !is_owned())
            && (!is(BESIDE_CUES)
                || (self.words(own.end..hit.last_start).all(|word| BESIDE_NOUNS.contains(word)) && is_beside()))
            && FOLLOWED.iter().all(|(cue, words)| hit.cue.words() != *cue || follow(words))
    }

    /// True if nothing follows in the sentence but a year, "any more", or the citation to which a change leads.
    fn ends_behind(&self, from: usize) -> bool {
        let goal = self.citations.iter().map(|one| &one.reference.range).find(|range| range.start >= from);
        let from = match goal {
            Some(goal) if self.words(from..goal.start).all(|word| word == "to" || ANDS.contains(word)) => goal.end,
            _ => from,
        };
        let is_day = |word: &str| is_number(word) || month(word).is_some() || ["in", "on"].contains(&word);
        self.words(from..self.end()).all(|word| LITTLE_MORE.contains(word) || is_day(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard::context::cue::cues;

    #[test]
    fn what_is_strict_is_a_cue() {
        let followed = FOLLOWED.iter().map(|(cue, _)| *cue);
        let all = [ALONE_CUES, LAST_CUES, COMPARED_CUES, BESIDE_CUES].into_iter().flatten().chain(followed);
        for words in all {
            assert!(cues().iter().any(|cue| cue.words() == words), "{words:?}");
        }
    }
}

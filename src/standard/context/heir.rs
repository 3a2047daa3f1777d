//! What took the place of an older standard and is old itself: "ISO 9001:2000 was replaced by ISO 9001:2008."

use std::ops::Range;

use super::super::citation::Citation;
use super::super::status::Status;
use super::cue::{Hit, Scope};
use super::lexicon::{CAME_ABOUT, RENEWED, STANDARDS_INFLECTED};
use super::sentence::{Gap, Sentence, begins_with_pronoun, is_article};
use super::word::{Language, Verb, is_auxiliary, is_filler, is_preposition, is_small_word, is_speaker, month, verb};

/// Codes of languages in which the verb ends the sentence.
const VERB_LAST: &[&str] = &["tr"];

/// Nouns that may stand before a designation.
const NOUNS: &[&str] = &["norm", "norma", "norme", "standard"];

/// Small words that tell whose the subject of a sentence is: "our certificate was replaced by one to".
pub(super) const OWNERS: &[&str] = &["our", "its", "my", "your", "their"];

impl Sentence<'_> {
    /// An old edition that took the place of an older standard, in a sentence that tells no more than that. What goes on,
    /// as in "…, which we follow", and what is said of references or certificates, tells of use.
    pub(super) fn by_heir(&self, own: &Citation) -> Option<String> {
        if !matches!(own.status, Status::Superseded { .. } | Status::Withdrawn) {
            return None;
        }
        let range = &own.reference.range;
        // "Revised by" stands between two editions.
        let is_verb = |hit: &&Hit| {
            let words = hit.cue.first();
            let before = || self.words(self.start..hit.range.start).last();
            words.contains(' ')
                || verb(hit.cue.language, words) == Some(Verb::Past)
                || before().is_some_and(|word| RENEWED.contains(word))
        };
        let told = self.hits_of(Scope::Joint).filter(is_verb);
        let mut states = [Scope::State, Scope::After].into_iter().flat_map(|scope| self.hits_of(scope)).chain(told);
        let hit = states.find(|hit| {
            let gap = if hit.is_around(range) { hit.first_end } else { hit.range.end }..range.start;
            if gap.start > gap.end {
                return false;
            }
            let inflected = |word: &str| STANDARDS_INFLECTED.contains(word);
            let told = |word: &str| verb(hit.cue.language, word) == Some(Verb::Past);
            let leads = |word: &str| is_preposition(word) || inflected(word);
            let behind = self.verb_behind(hit, range);
            let led = behind.is_some()
                || self.words(hit.range.start..range.start).any(leads)
                || (hit.cue.scope == Scope::Joint && self.words(hit.range.clone()).any(told));
            let small = |word: &str| is_preposition(word) || is_filler(word) || inflected(word);
            led && !self.has_citation(&gap) && self.words(gap).all(small) && self.tells_of(hit, behind.is_some())
        })?;
        let end = self.verb_behind(hit, range).unwrap_or(range.end);
        self.says_no_more(end.max(hit.range.end))
            .then(|| format!("\"{}\" tells what was replaced by it", self.quoted(hit)))
    }

    /// Where a verb in the past ends that stands right behind the citation, in a language in which it ends the sentence: "yerini ISO
    /// 9001:2008 aldı".
    fn verb_behind(&self, hit: &Hit, own: &Range<usize>) -> Option<usize> {
        if !VERB_LAST.contains(&hit.cue.language.code()) {
            return None;
        }
        let (place, word) = self.clause(own.end..self.end()).into_iter().next()?;
        came_about(hit.cue.language, word).then_some(place.end)
    }

    /// True if the sentence begins with a citation of which a cue tells in the past, or a verb behind.
    fn tells_of(&self, hit: &Hit, is_told_behind: bool) -> bool {
        let small = |word: &str| is_bare_name(word) || month(word).is_some();
        // "A été remplacée" tells of the past, "has been replaced" of today.
        let language = hit.cue.language;
        let is_past = |word: &str| verb(language, word) == Some(Verb::Past) || is_auxiliary(language, word);
        let past = |word: &str| is_past(word) || came_about(language, word);
        let mut subjects =
            self.citations.iter().map(|one| &one.reference.range).filter(|one| one.end <= hit.range.start);
        subjects.next_back().is_some_and(|one| {
            let gap = one.end..hit.range.start.max(one.end);
            // What is quoted begins behind its sign.
            let head =
                self.prose[self.start..one.start].rfind(['"', '“', '„', '«']).map_or(self.start, |at| self.start + at);
            let told = is_told_behind || self.words(one.end..hit.range.end).any(past);
            let is_renewed = |word: &str| RENEWED.contains(word) || is_small_word(word);
            let is_plain = self.is_small(gap.clone(), Gap::After) || self.words(gap).all(is_renewed);
            told && is_plain && self.words(head..one.start).all(small)
        })
    }

    /// True if nothing but a date stands behind a place to the end of the sentence, and the next does not go on about it.
    fn says_no_more(&self, at: usize) -> bool {
        let small = |word: &str| {
            let numbered = word.starts_with(|one: char| one.is_ascii_digit());
            numbered || is_preposition(word) || is_filler(word)
        };
        let next = self.prose[self.end()..].trim_start_matches(|one: char| !one.is_alphanumeric());
        let first = next.split(|one: char| !one.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        let ends = !self.prose[at..self.end()].contains([',', ':', '|', '–', '—']);
        ends && self.words(at..self.end()).all(small) && !begins_with_pronoun(next) && !is_speaker(&first)
    }
}

/// True for a verb that puts what is beside it into the past, in a language of which the tenses are not known.
fn came_about(language: Language, word: &str) -> bool {
    CAME_ABOUT.iter().any(|(code, words)| *code == language.code() && words.contains(word))
}

/// True for a word that stands beside the designation of a standard and names nothing of one's own.
pub(super) fn is_bare_name(word: &str) -> bool {
    let numbered = word.starts_with(|one: char| one.is_ascii_digit());
    numbered || NOUNS.contains(&word) || (is_article(word) && !is_speaker(word) && !OWNERS.contains(&word))
}

//! A verb in the past of which the citation is the subject: "listed 114 controls", but not "certified for hosting".

use std::ops::Range;

use super::cue::Scope;
use super::lexicon::{ADOPTIONS, DELAYS, FOUNDATIONS, TOLD};
use super::phrase;
use super::sentence::{Gap, Sentence, is_article};
use super::tense::{Word, is_number};
use super::word::{
    Language, Verb, is_attested, is_before_infinitive, is_being, is_conjunction, is_current, is_denial, is_determiner,
    is_filler, is_link, is_preposition, is_relative, is_small_word, is_unmarked, joins_clauses, verb,
};
use crate::standard::clause::CONTROLS;

impl Sentence<'_> {
    /// A verb in the past of which the citation is the subject, as a report tells what it found of it.
    pub(super) fn by_finding(&self, own: &Range<usize>) -> Option<String> {
        let language = self.language()?;
        self.told_of(own, language).or_else(|| self.by_place(own, language))
    }

    /// A verb in the past of which the citation is the subject.
    pub(super) fn told_of(&self, own: &Range<usize>, language: Language) -> Option<String> {
        let behind = self.clause(own.end..self.end());
        let at = behind.iter().position(|(_, word)| verb(language, word).is_some() || !is_small_word(word))?;
        let gap = own.end..behind[at].0.start;
        // "Replaced" and "took the place of" are said of what follows.
        let verb_at = behind[at].0.start;
        let replaces = self.hits_of(Scope::Before).any(|hit| hit.range.contains(&verb_at));
        // "… covered ISO 9001 and found" tells of somebody else.
        let joined = self.words(gap.clone()).any(|word| is_conjunction(language, word));
        // "The 2013 revision, ISO/IEC 27001:2013, adopted": between commas it stands for what is named before it.
        let apposed = self.prose[self.start..own.start].trim_end().ends_with(',')
            && self.prose[gap.clone()].trim() == ","
            && self.prose[self.start..own.start].matches(',').count() == 1;
        // "ISO 9001:2008-aligned", "um die … zu erhalten" tell of no time.
        let timeless = &self.prose[gap.clone()] == "-"
            || self.words(gap.clone()).last().is_some_and(|word| is_before_infinitive(language, word));
        let told = self.is_small(gap.clone(), Gap::After)
            && !replaces
            && !timeless
            && !self.is_late(own, behind[at].0.start)
            && !self.is_called_current(own)
            && !joined
            && !self.has_citation(&gap)
            && (apposed || !self.prose[gap.clone()].contains([',', ':']))
            && self.is_told_of(own, language, &behind[at..])
            && !tells_of_adoption(language, &behind[at..])
            && !self.denies_state(verb_at)
            && self.is_subject(own);
        told.then(|| format!("\"{}\", a verb in the past, stands behind it", behind[at].1))
    }

    /// True if the verb that begins there tells of a control that it is past its date; an edition that is may be out of force.
    fn is_late(&self, own: &Range<usize>, start: usize) -> bool {
        let behind = &self.lower[start - self.start..];
        // "The controls A.12.4.1 and A.9.2.5 exceeded", "A.12.1.2 y A.14.2.1 superaron".
        let is_listed =
            |word: &&str| word.contains(|one: char| one.is_ascii_digit()) || *word == "a" || joins_clauses(word);
        let before: Vec<&str> = self.words(self.start..own.start).collect();
        let last = before.iter().rev().find(|word| !is_listed(word));
        if !last.map_or_else(|| self.is_of_number(own), |last| CONTROLS.contains(last)) {
            return false;
        }
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        DELAYS.iter().any(|one| behind.strip_prefix(one).is_some_and(ends))
    }

    /// True if it is denied behind a place that something is out of force: "was never withdrawn".
    fn denies_state(&self, at: usize) -> bool {
        self.hits_of(Scope::State).any(|hit| at < hit.range.start && self.is_denied(hit))
    }

    /// True if the first of some words is a verb in the past and no noun that it describes follows.
    fn is_told_of(&self, own: &Range<usize>, language: Language, words: &[Word<'_>]) -> bool {
        let [(range, word), (behind, next), ..] = words else { return false };
        let is_noun = is_determiner(language, next) || is_number(next);
        let is_near = || self.prose[range.end..behind.start].trim().is_empty();
        // "Contained clauses", "gliederte Controls": only an edition does so.
        let is_only = || words[1..].iter().all(|(_, word)| !matches!(verb(language, word), Some(Verb::Present)));
        if TOLD.contains(word) && is_near() && !is_preposition(next) && !is_link(next) && !self.is_now() && is_only() {
            return true;
        }
        match verb(language, word) {
            Some(Verb::Past) => is_noun || is_denial(next) || is_preposition(next) || is_being(language, next),
            Some(Verb::Participle) => {
                let near = self.prose[range.end..behind.start].trim().is_empty();
                self.is_doing(own, language, word) && ((near && is_noun) || self.is_related_to(own, language))
            }
            Some(Verb::Present) | None => false,
        }
    }

    /// True if a word behind the citation that may be a participle can be what that did: "required", but not "certified",
    /// which is said of others, as all is behind "is ISO 9001:2008".
    fn is_doing(&self, own: &Range<usize>, language: Language, word: &str) -> bool {
        let before = self.before_citation(own);
        let is_complement = before.last().is_some_and(|(_, word)| verb(language, word) == Some(Verb::Present));
        let depends = || before.iter().any(|(_, word)| is_preposition(word));
        let is_said_of_several = || is_unmarked(language, word) && depends();
        !(is_attested(language, word) || is_complement || is_said_of_several())
    }

    /// True if the citation stands behind a word that begins a clause; one that is an article as well needs a comma.
    fn is_related_to(&self, own: &Range<usize>, language: Language) -> bool {
        let head = self.lower[..own.start - self.start].trim_end();
        let word = head.rsplit(|one: char| !one.is_alphanumeric()).next().unwrap_or_default();
        let parted = || head[..head.len() - word.len()].trim_end().ends_with(',');
        is_relative(language, word) && (!is_article(word) || parted())
    }

    /// True if words before the citation say that it holds: "the current standard, ISO 9001:2015".
    pub(super) fn is_called_current(&self, own: &Range<usize>) -> bool {
        let before = self.before_citation(own);
        let mut words = before.iter().rev().map(|(_, word)| *word);
        words.find(|word| is_current(word) || !is_filler(word)).is_some_and(is_current)
            && !words.next().is_some_and(is_link)
    }
}

/// How many words behind a verb may tell what a standard is for.
const FOUNDATION: usize = 4;

/// True if a verb in the past and what follows tell of the day on which a standard was taken up: "wurde als Norm festgelegt",
/// "diente als Grundlage".
pub(super) fn tells_of_adoption(language: Language, words: &[Word<'_>]) -> bool {
    let clause = || words.iter().map(|(_, word)| *word).take_while(|word| !is_conjunction(language, word));
    let next: Vec<&str> = clause().skip(1).take(FOUNDATION).collect();
    // "Wurde 2014 eingeführt und 2022 ersetzt" tells of an end as well, and a denial may.
    let may_end = |(_, word): &Word<'_>| is_conjunction(language, word) || is_denial(word);
    !words.iter().any(may_end) && (clause().any(|word| ADOPTIONS.contains(word)) || phrase::has(FOUNDATIONS, &next))
}

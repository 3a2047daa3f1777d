//! A question whether a citation still holds, with "no" behind it.

use std::ops::Range;

use super::super::citation::Citation;
use super::cue::{self, Hit, Scope};
use super::duty::speaks_of_owners;
use super::judge::{BlockCitations, Judge};
use super::lexicon::ANSWER_KEYS;
use super::sentence::{Gap, REACH, Sentence, begins_with_pronoun, floor, is_article};
use super::word::{
    Verb, is_denial, is_determiner, is_filler, is_link, is_preposition, is_small_word, is_subordinator, is_thing,
    is_told_somewhere, languages, verb, words,
};
use crate::document::{Block, Kind};

/// Scopes that show history, so that "no" may deny just that.
const OF_HISTORY: &[Scope] = &[Scope::State, Scope::Before, Scope::After, Scope::Past, Scope::Removal];

/// How many words may stand between "still" and the citation: "get certified to".
const VERB: usize = 2;

/// How many words behind an article may tell what a standard was: "the first formal specification".
const NOUN: usize = 3;

/// How far behind a citation its question may end, in bytes.
const NEAR: usize = 200;

impl Judge<'_> {
    /// A question whether the citation is still used or valid, and "no" as the answer behind it or in the next block.
    pub(super) fn by_answer(&self, block_at: usize, citations: BlockCitations<'_>, cited: &Citation) -> Option<String> {
        let block = &self.document.blocks[block_at];
        let text = block.prose.text();
        let own = &cited.reference.range;
        let near = &text.as_bytes()[own.end..text.len().min(own.end + NEAR)];
        // The byte is the first of the full-width sign.
        memchr::memchr2(b'?', 0xEF, near)?;
        let question = self.sentence(block_at, citations, cited);
        let rest = &text[question.end()..];
        let of_history = |scope: &Scope| question.hits_of(*scope).next().is_some();
        if !rest.starts_with(['?', '？']) || !question.asks_for(own) || OF_HISTORY.iter().any(of_history) {
            return None;
        }
        let inside = rest.trim_start_matches(|one: char| !one.is_alphabetic());
        let is_answer = |next: &&Block| match (block.entry(), next.entry()) {
            (Some(_), Some((key, _))) => ANSWER_KEYS.contains(key.trim().to_lowercase().as_str()),
            _ => !matches!(next.kind, Kind::Key(_)),
        };
        let next = || self.document.blocks.get(block_at + 1).filter(is_answer);
        let answer = if inside.is_empty() { next().map(Block::value)? } else { inside };
        let word = denial(answer)?;
        Some(format!("the answer to its question is \"{word}\""))
    }
}

impl Sentence<'_> {
    /// True if the sentence asks whether something is so and what follows says that it is used: "Was it withdrawn? We
    /// apply it all the same".
    pub(super) fn is_question(&self) -> bool {
        let rest = &self.prose[self.end()..];
        if !rest.starts_with(['?', '？']) || !self.words(self.start..self.end()).next().is_some_and(is_link) {
            return false;
        }
        let answer = rest.trim_start_matches(['?', '？']);
        let answer = &answer[..answer.find(['.', '!', '\n']).unwrap_or(floor(answer, REACH)).min(floor(answer, REACH))];
        cue::hits(&cue::folded(answer), None)
            .iter()
            .any(|hit| matches!(hit.cue.scope, Scope::UseBefore | Scope::UseAfter | Scope::UseOf))
    }

    /// Why the citation is history, if its sentence asks what it was, or the next tells that.
    pub(super) fn by_bare(&self, own: &Range<usize>) -> Option<String> {
        self.by_question(own).or_else(|| self.by_state_asked(own)).or_else(|| self.by_next(own))
    }

    /// Why the citation is history, if it is all of its sentence and the next tells what it was: "BS 15000-1. This was the".
    fn by_next(&self, own: &Range<usize>) -> Option<String> {
        let is_all = !self.prose[self.start..own.start].contains(char::is_alphanumeric)
            && !self.prose[own.end..self.end()].contains(char::is_alphanumeric);
        let rest = self.prose[self.end()..].strip_prefix('.').filter(|_| is_all)?;
        let near = rest[..floor(rest, NEAR)].to_lowercase();
        let words: Vec<&str> = words(&near).take(3 + NOUN).collect();
        let [_, verb_at, next, noun @ ..] = words.as_slice() else { return None };
        let is_past = languages().any(|one| verb(one, verb_at) == Some(Verb::Past) && is_determiner(one, next));
        // "This was the basis of the audit" tells of use.
        let is_past =
            is_past && noun.iter().any(|word| matches!(*word, "specification" | "predecessor" | "forerunner"));
        let is_told = is_past && begins_with_pronoun(rest) && !speaks_of_owners(&near);
        is_told.then(|| format!("\"{}\" stands behind it", words[..2].join(" ")))
    }

    /// Why the citation is history, if the sentence asks no more than what it was: "What was BS 15000?"
    fn by_question(&self, own: &Range<usize>) -> Option<String> {
        let is_all =
            self.prose[self.end()..].starts_with(['?', '？']) && self.prose[own.end..self.end()].trim().is_empty();
        if !is_all {
            return None;
        }
        let is_past = |word: &str| languages().any(|one| verb(one, word) == Some(Verb::Past));
        let words: Vec<&str> = self.words(self.start..own.start).collect();
        let asks = matches!(words.as_slice(), [first, last] if is_subordinator(first) && is_past(last));
        asks.then(|| format!("\"{}\" asks what it was", words.join(" ")))
    }

    /// Why the citation is history, if the sentence asks no more than how it stands, and the next says that it is out of force: "What
    /// is the status of …? It is withdrawn."
    fn by_state_asked(&self, own: &Range<usize>) -> Option<String> {
        let rest =
            self.prose[self.end()..].strip_prefix('?').filter(|_| self.prose[own.end..self.end()].trim().is_empty())?;
        let is_asking = |word: &str| is_small_word(word) || is_subordinator(word);
        if !begins_with_pronoun(rest) || !self.words(self.start..own.start).all(is_asking) {
            return None;
        }
        let near = &rest[..floor(rest, NEAR)];
        let next = Sentence::of(&near[..near.find(['.', '!', '?', ';']).unwrap_or(near.len())]);
        let is_bare = |word: &str| is_link(word) || is_filler(word);
        let is_said = |hit: &&Hit| {
            next.words(0..hit.range.start).all(is_bare)
                && next.words(hit.range.end..next.end()).next().is_none()
                && !next.is_denied(hit)
        };
        let hit = next.hits_of(Scope::State).find(is_said)?;
        Some(format!("\"{}\" is the answer to its question", next.quoted(hit)))
    }

    /// True if a question asks whether the citation, or a certificate or document by it, is still used: "is … still
    /// valid", "may we still use", but not "are all controls of … still effective".
    fn asks_for(&self, own: &Range<usize>) -> bool {
        let is_head = |word: &str| {
            let small = is_link(word) || (is_filler(word) && (is_preposition(word) || is_article(word)));
            small || languages().any(|one| is_thing(one, word))
        };
        let is_subject = || self.words(self.head(own)).all(is_head);
        let behind = |hit: &Hit| own.end <= hit.range.start && self.is_small(own.end..hit.range.start, Gap::After);
        let before = |hit: &Hit| {
            let gap = hit.range.end..own.start;
            let unknown = if gap.start <= gap.end { self.unknown(gap.clone(), Gap::Before) } else { None };
            unknown == Some(0) || (unknown.is_some_and(|most| most <= VERB) && self.words(gap).any(is_told_somewhere))
        };
        let lasts = || self.hits_of(Scope::UseAfter).chain(self.hits_of(Scope::Lasting));
        self.hits_of(Scope::UseBefore).any(before) || (is_subject() && lasts().any(behind))
    }
}

/// The word "no" that a text begins with, if a sign or nothing follows.
fn denial(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(|one: char| !one.is_alphabetic());
    let word = &text[..text.find(|one: char| !one.is_alphabetic()).unwrap_or(text.len())];
    let behind = text[word.len()..].chars().next();
    let ends = behind.is_none_or(|one| !one.is_whitespace() && one != '-' && one != '\'');
    (ends && is_denial(&word.to_lowercase())).then_some(word)
}

//! What was once and is over: "when we introduced … in 2014, the change took a year", "until it was closed".

use std::ops::Range;

use jiff::civil::Date;

use super::cue::{Hit, Scope};
use super::date::is_over;
use super::lexicon::{AGENTS, ATTESTATIONS, KEPT_UP, ONES};
use super::sentence::{Gap, Sentence, floor};
use super::word::{
    Language, is_attested_somewhere, is_denial, is_determiner, is_filler, is_preposition, is_since_somewhere,
    is_speaker, is_thing, language_of, verb,
};

/// How many words may stand between "old" and the noun that it describes.
const NOUN: usize = 3;

/// How many words tell the language of a sentence.
const WORDS: usize = 40;

/// How many words may stand between the citation and "until".
const BEHIND: usize = 3;

/// How many words a sentence needs at most to name its subject.
const SUBJECT: usize = 3;

/// Longest clause that is read behind a semicolon or in the next sentence, in bytes.
const CLAUSE: usize = 200;

/// Longest label with which a sentence begins, in bytes.
const LABEL: usize = 32;

impl Sentence<'_> {
    /// A clause that tells when something was, with a year that has passed, in a sentence that tells of the past.
    pub(super) fn by_story(&self, own: &Range<usize>, on: Date) -> Option<String> {
        let hit = self.hits_of(Scope::Story).find(|hit| {
            let language = hit.cue.language;
            let end = self.prose[own.end..self.end()].find([',', ';']).map_or(self.end(), |at| own.end + at);
            if own.start < hit.range.end || self.has_comma(&(hit.range.end..own.start)) {
                return false;
            }
            let clause = hit.range.end..end;
            let rest = if self.begins_clause(hit.range.start) { end..self.end() } else { self.start..hit.range.start };
            let dated = self.has_past_year(clause.clone(), on) || self.has_past_year(self.start..hit.range.start, on);
            dated
                && self.is_told_in(language, &(hit.range.end..own.start)) != Some(false)
                && self.is_told_in(language, &rest) == Some(true)
        })?;
        Some(format!("\"{}\" begins what has passed", self.quoted(hit)))
    }

    /// True if a year that has passed stands in a stretch.
    fn has_past_year(&self, gap: Range<usize>, on: Date) -> bool {
        self.clause(gap).iter().any(|(range, word)| {
            let year = word.len() == 4 && word.parse().is_ok_and(|year: i16| (1990..=on.year()).contains(&year));
            year && is_over(&self.lower[..range.start - self.start], word, on)
        })
    }

    /// True if the verbs of a stretch stand in the past, false if one stands in the present; nothing without verbs.
    pub(super) fn is_told_in(&self, language: Language, gap: &Range<usize>) -> Option<bool> {
        let words = self.clause(gap.clone());
        let mut tenses = (0..words.len()).filter_map(|at| self.tense(language, &words, at, gap.end));
        let first = tenses.next()?;
        Some(first && tenses.all(|past| past))
    }

    /// "Until" with a verb in the past behind the citation: "held the certificate until it was closed".
    pub(super) fn by_end(&self, own: &Range<usize>) -> Option<String> {
        let hit = self.hits_of(Scope::Until).find(|hit| {
            let gap = own.end..hit.range.start;
            hit.cue.is_single()
                && own.end <= hit.range.start
                && self.unknown(gap, Gap::Before).is_some_and(|unknown| unknown <= BEHIND)
                && self.is_told_in(hit.cue.language, &(hit.range.end..self.end())) == Some(true)
                && self.is_in_past(own, hit.cue.language)
        })?;
        Some(format!("\"{}\" stands behind it, with a verb in the past", self.quoted(hit)))
    }

    /// True if a word like "old" describes a noun for a document, a certificate, an audit or an organisation.
    pub(super) fn describes_thing(&self, hit: &Hit) -> bool {
        let language = hit.cue.language;
        let is_noun = |word: &&str| is_thing(language, word);
        let mut behind = self.words(hit.range.end..self.end()).take(NOUN);
        let before = self.words(self.start..hit.range.start).last();
        behind.find(|word| is_noun(word) || verb(language, word).is_some()).as_ref().is_some_and(is_noun)
            || before.as_ref().is_some_and(is_noun)
    }

    /// True if a word that may describe a noun says when something was done: "Earlier we relied on", "anteriormente".
    pub(super) fn is_adverb(&self, hit: &Hit) -> bool {
        let mut words = self.words(hit.range.start..self.end());
        if words
            .next()
            .is_some_and(|word| word.ends_with("mente") || word.ends_with("mment") || word.ends_with("ement"))
        {
            return true;
        }
        let begins = self.words(self.start..hit.range.start).next().is_none();
        begins && words.next().is_some_and(|word| is_speaker(word) || is_determiner(hit.cue.language, word))
    }

    /// True if what is told of the past holds to this day: "and has kept it ever since".
    pub(super) fn lasts(&self, own: &Range<usize>, on: Date) -> bool {
        let holds = |hit: &Hit, from: usize| {
            from <= hit.range.start
                && self.words(from..hit.range.start).next().is_some()
                && self.is_told_in(hit.cue.language, &(from..hit.range.end)) != Some(true)
                && !self.is_denied(hit)
        };
        let alone = !self.has_citation(&(own.end..self.end()));
        // "And have kept the certificate since": what has been so since ends the sentence.
        let words = || self.words(own.end..self.end());
        let is_since = || {
            words().last().is_some_and(is_since_somewhere)
                && words().any(|word| KEPT_UP.contains(word))
                && !words().any(is_denial)
        };
        alone
            && (is_since()
                || self.hits_of(Scope::Lasting).any(|hit| holds(hit, own.end))
                || self.is_limited(own.end, on)
                || self.lasts_behind(on))
    }

    /// True if the clause behind the semicolon that ends the sentence says so, "; the certificate is valid", or the next
    /// sentence, if it speaks of the certificate.
    fn lasts_behind(&self, on: Date) -> bool {
        let rest = &self.prose[self.end()..];
        if !rest.starts_with([';', '.']) {
            return false;
        }
        let clause = &rest[1..floor(rest, CLAUSE).max(1)];
        let clause = &clause[..clause.find(['.', ';', '!', '?', '\n']).unwrap_or(clause.len())];
        // Most sentences speak of something else, which their first words tell.
        let mut words = clause.split(|one: char| !one.is_alphabetic()).filter(|word| !word.is_empty()).take(SUBJECT);
        let is_certificate = |word: &str| {
            let begins = |head: &str| word.get(..head.len()).is_some_and(|have| have.eq_ignore_ascii_case(head));
            ATTESTATIONS.iter().any(begins)
        };
        if rest.starts_with('.') && !words.any(is_certificate) {
            return false;
        }
        let next = Sentence::of(clause);
        let is_other = clause.contains(|one: char| one.is_uppercase()) && clause.contains("ISO");
        let now = |hit: &Hit| next.is_told_in(hit.cue.language, &(0..hit.range.end)) != Some(true);
        let lasts = || next.hits_of(Scope::Lasting).any(|hit| now(hit) && !next.is_denied(hit));
        !is_other && (lasts() || next.is_limited(0, on))
    }

    /// True if the citation is what took the place of something: "replaced by", "ISO 9001 replaced our earlier".
    pub(super) fn is_agent(&self, own: &Range<usize>) -> bool {
        // Where a verb is known by its beginning alone, what it leads to tells of suffering: "sustituido por".
        let led = |hit: &&Hit| {
            let next = self.words(hit.range.end..self.end()).next();
            hit.cue.open_end && next.is_some_and(|word| AGENTS.contains(word))
        };
        self.hits_of(Scope::State).chain(self.hits_of(Scope::Before).filter(led)).any(|hit| {
            let gap = hit.range.end..own.start;
            let directly = self.prose.get(own.end..hit.range.start).is_some_and(|gap| gap.trim().is_empty());
            let next = self.words(hit.range.end..self.end()).next();
            if directly && next.is_some_and(|word| is_determiner(hit.cue.language, word)) {
                return true;
            }
            gap.start < gap.end
                && !self.has_citation(&gap)
                && self.words(gap.clone()).next().is_some_and(is_preposition)
                && self.words(gap).all(|word| {
                    let stands_for = ONES.contains(word) || is_thing(hit.cue.language, word);
                    is_preposition(word) || is_filler(word) || stands_for || is_attested_somewhere(word)
                })
        })
    }

    /// The language of the sentence, if its tenses are known.
    pub(super) fn language(&self) -> Option<Language> {
        let words = self.clause(self.start..self.end());
        language_of(words.iter().take(WORDS).map(|(_, word)| *word))
    }

    /// Where the sentence begins behind a label or the key of a value: "Note: In …", "description: It …".
    pub(super) fn behind_label(&self) -> usize {
        let text = &self.prose[self.start..self.end()];
        let near = &text[..floor(text, LABEL)];
        let label = near.find(':').filter(|colon| text[colon + 1..].starts_with([' ', '\n']));
        let is_sign = |one: char| !(one.is_alphabetic() || matches!(one, ' ' | '_' | '-' | '*'));
        match label.filter(|colon| !near[..*colon].contains(is_sign)) {
            Some(colon) => self.start + colon + 1,
            None => self.start,
        }
    }

    /// What stands before the citation in its sentence, behind a label.
    pub(super) fn head(&self, own: &Range<usize>) -> Range<usize> {
        self.behind_label().min(own.start)..own.start
    }
}

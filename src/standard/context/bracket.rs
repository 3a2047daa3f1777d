//! Brackets beside words of history: what they call old, and what they name as the reason of a deed.

use std::ops::Range;

use super::cue::{self, Hit, Scope};
use super::heading::is_sentence;
use super::lexicon::{PASSIVES, PLACES, RECORDS, WITHDRAWABLE};
use super::said::closing;
use super::sentence::{Gap, Sentence, is_article};
use super::word::{Verb, is_attested, is_denial, is_filler, is_having, is_link, is_making, is_preposition, verb};

/// Longest phrase in quotation marks that names a part of a standard, in bytes.
const QUOTED: usize = 80;

impl Sentence<'_> {
    /// What stands in brackets behind the citation and is nothing but words for something earlier: "(old)", "(previous
    /// version, for reference)".
    pub(super) fn label_behind(&self, own: &Range<usize>) -> Option<String> {
        let rest = self.prose[own.end..self.end()].trim_start();
        let inside = rest.strip_prefix(['(', '（'])?;
        let start = self.end() - inside.len();
        let label = start..start + inside.find([')', '）', ',', ';'])?;
        let is_earlier = |hit: &&Hit| {
            let of_label = matches!(hit.cue.scope, Scope::Before | Scope::Former | Scope::Bygone);
            let is_whole = hit.cue.is_single() && (!hit.cue.open_end || hit.cue.words().contains(' '));
            of_label && is_whole && label.start <= hit.range.start && hit.range.end <= label.end
        };
        let fills = |hit: &Hit| {
            self.is_small(label.start..hit.range.start, Gap::Before)
                && self.is_small(hit.range.end..label.end, Gap::Before)
        };
        let ends_openly = self.words(label.clone()).last().is_none_or(is_preposition);
        let found = self.hits.iter().filter(is_earlier).any(fills) && !ends_openly && !self.has_citation(&label);
        found.then(|| self.prose[label].trim().to_owned())
    }

    /// Why a bracket before the citation, or around it, makes it history.
    pub(super) fn by_bracket(&self, own: &Range<usize>) -> Option<String> {
        memchr::memchr2(b'(', b')', &self.prose.as_bytes()[self.start..own.start])?;
        let words = self.around_bracket(own).or_else(|| self.told_in_bracket(own))?;
        Some(format!("\"{words}\" stands before it"))
    }

    /// A cue that ends directly before the citation and is broken by an aside: "did not exist (by name) in".
    fn around_bracket(&self, own: &Range<usize>) -> Option<String> {
        let head = &self.lower[..own.start - self.start];
        let close = head.rfind(')')?;
        let open = head[..close].rfind('(')?;
        let behind = &head[close + 1..];
        if behind.trim().is_empty() || self.has_citation(&(self.start + open..self.start + close)) {
            return None;
        }
        let before = head[..open].trim_end();
        let joined = format!("{before}{behind}");
        let end = joined.trim_end().len();
        let is_broken = |hit: &Hit| {
            let ends = hit.range.start < before.len() && before.len() < hit.range.end && hit.range.end == end;
            ends && hit.cue.scope == Scope::Before && hit.cue.is_single()
        };
        let found = cue::hits(&joined, None).into_iter().find(is_broken)?;
        Some(joined[found.range].to_owned())
    }

    /// What stands in a bracket, if a verb in the past or a denial begins it and the citation ends it as the place of that: "no
    /// longer needed (was required in ISO 9001:2008)", "(not in ISO 9001:2008)", but not "(was certified to".
    fn told_in_bracket(&self, own: &Range<usize>) -> Option<String> {
        let open = self.start + self.prose[self.start..own.start].rfind(['(', ')'])?;
        let inside = self.prose[open..own.start].strip_prefix('(')?;
        let end = own.end + self.prose[own.end..self.end()].find(')')?;
        let first = self.words(open..own.start).next()?;
        let stands = |language| {
            let of_place = |word: &str| !is_attested(language, word) && !is_making(language, word);
            verb(language, first) == Some(Verb::Past) && self.words(open..end).all(of_place)
        };
        let placed = self.words(open..own.start).last().is_some_and(|word| PLACES.contains(word));
        let unknown = |gap: Range<usize>| self.unknown(gap, Gap::After);
        let most = unknown(open..own.start)? + unknown(own.end..end)?;
        // "Not all controls in" says nothing of the others, nor does what a sentence tells of something else.
        let is_bare = || self.words(own.end..end).next().is_none() && !is_sentence(&self.prose[self.start..open]);
        let is_absent = || is_denial(first) && self.words(open..own.start).count() == 2 && is_bare();
        let is_told = placed && most <= 1 && (is_absent() || self.language().is_some_and(stands));
        is_told.then(|| inside.trim().to_owned())
    }

    /// True if a stretch is a phrase in quotation marks with a noun for a part of a standard behind it and one word before it
    /// at most: "formal "preventive action" requirement from".
    pub(super) fn names_quoted_part(&self, gap: Range<usize>) -> bool {
        let Some(text) = self.prose.get(gap.clone()) else { return false };
        let Some((at, open)) = text.char_indices().find(|(_, one)| matches!(one, '"' | '“' | '„' | '«' | '「'))
        else {
            return false;
        };
        let inside = at + open.len_utf8();
        let close = closing(open).and_then(|close| text[inside..].split_once([close, '”']));
        let Some((phrase, rest)) = close.filter(|(phrase, _)| phrase.len() <= QUOTED) else { return false };
        let behind = gap.end - rest.len()..gap.end;
        let is_part = |word: &str| !is_preposition(word) && is_filler(word);
        !phrase.is_empty()
            && self.unknown(gap.start..gap.start + at, Gap::Before).is_some_and(|unknown| unknown <= 1)
            && self.is_small(behind.clone(), Gap::Before)
            && self.words(behind).find(|word| !is_article(word)).is_some_and(is_part)
    }

    /// True if a cue stands in brackets behind another citation: "ISO 9001:2008 (old), ISO 22301:2012".
    pub(super) fn is_behind_other(&self, hit: &Hit, own: &Range<usize>) -> bool {
        let head = &self.prose[self.start..hit.range.start];
        let Some(open) = head.rfind(['(', ')']).filter(|at| head[*at..].starts_with('(')) else { return false };
        let before = self.start + head[..open].trim_end().len();
        let closed = self.prose.get(hit.range.end..own.start).is_some_and(|gap| gap.contains(')'));
        closed && self.citations.iter().any(|one| one.reference.range.end == before)
    }

    /// True if a state describes what is dealt with, and the citation in brackets asks for that: "control of obsolete
    /// documents (ISO 9001:2008, 4.2.3)".
    pub(super) fn is_dealt_with(&self, hit: &Hit, own: &Range<usize>) -> bool {
        let gap = self.prose.get(hit.range.end..own.start).unwrap_or_default();
        let is_of = || self.words(self.start..hit.range.start).last().is_some_and(is_preposition);
        let has_clause = || {
            let behind = self.prose[own.end..self.end()].trim_start_matches([',', ' ']);
            behind.len() < self.end() - own.end && behind.starts_with(|one: char| one.is_ascii_digit())
        };
        gap.trim_end().ends_with('(')
            && self.words(hit.range.end..own.start).next().is_some()
            && (is_of() || has_clause())
    }

    /// True if old documents are dealt with as the clause in brackets behind them asks: "archives superseded versions (ISO 9001:2008,
    /// 4.2.3)".
    pub(super) fn is_kept_by_rule(&self, hit: &Hit, own: &Range<usize>) -> bool {
        hit.range.end <= own.start
            && self.words(hit.range.end..own.start).next().is_some_and(|word| RECORDS.contains(word))
            && self.words(self.start..hit.range.start).next().is_some()
            && self.is_dealt_with(hit, own)
    }

    /// True if a participle tells what is done with something, and what stands in brackets behind it is what asks for it:
    /// "access rights are removed (ISO/IEC 27001:2013)", but not "the edition is withdrawn (ISO/IEC 27001:2013)".
    pub(super) fn is_done_now(&self, hit: &Hit, own: &Range<usize>) -> bool {
        let Some(gap) = self.prose.get(hit.range.end..own.start) else { return false };
        let gap = gap.trim();
        if !(gap.ends_with(['(', '[']) || gap.starts_with(['(', '[', '–', '—']) || gap == "-") {
            return false;
        }
        let clause = &self.lower[..hit.range.start - self.start];
        let clause = clause.rsplit([';', ':', '|', '(']).next().unwrap_or_default();
        let words: Vec<&str> = clause.split(|one: char| !one.is_alphanumeric()).filter(|one| !one.is_empty()).collect();
        let language = hit.cue.language;
        let is_finite = |word: &str| matches!(verb(language, word), Some(Verb::Present | Verb::Past));
        let is_verb = |word: &str| is_link(word) || PASSIVES.contains(word) || is_finite(word);
        let Some(at) = words.iter().rposition(|word| is_verb(word)).filter(|at| at + ADVERBS >= words.len()) else {
            return false;
        };
        let is_now = PASSIVES.contains(words[at])
            || (verb(language, words[at]) == Some(Verb::Present) && !is_having(language, words[at]));
        is_now && !words[..at].iter().any(|word| WITHDRAWABLE.contains(word))
    }
}

/// How many words behind the verb a participle that belongs to it may be the last of.
const ADVERBS: usize = 4;

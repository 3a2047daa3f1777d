//! Brackets beside words of history: what they call old, and what they name as the reason of a deed.

use std::ops::Range;

use super::cue::{Hit, Scope};
use super::sentence::{Gap, Sentence};
use super::word::{Verb, is_having, is_link, is_preposition, verb};

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
            let is_whole = hit.cue.parts.len() == 1 && (!hit.cue.open_end || hit.cue.words.contains(' '));
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
        let is_verb = |word: &str| is_link(word) || PASSIVES.contains(&word) || is_finite(word);
        let Some(at) = words.iter().rposition(|word| is_verb(word)).filter(|at| at + ADVERBS >= words.len()) else {
            return false;
        };
        let is_now = PASSIVES.contains(&words[at])
            || (verb(language, words[at]) == Some(Verb::Present) && !is_having(language, words[at]));
        is_now && !words[..at].iter().any(|word| STANDARDS.contains(word))
    }
}

/// How many words behind the verb a participle that belongs to it may be the last of.
const ADVERBS: usize = 4;

/// Verbs of the passive that do not tell the time themselves: "shall be removed".
const PASSIVES: &[&str] = &[
    "be", "get", "gets", "werden", "être", "ser", "serán", "será", "quedan", "queda", "serão", "ficam", "fica",
    "essere", "saranno", "sarà", "vengono", "viene", "worden", "wordt", "blive", "bli", "ska", "skall", "vara", "być",
    "są", "zostają", "zostaje", "být", "быть",
];

/// Words for what is withdrawn itself, not something that is removed because of it.
const STANDARDS: &[&str] = &[
    "standard", "standards", "edition", "editions", "norm", "normen", "norme", "normes", "norma", "normas", "ausgabe",
    "ausgaben", "édition", "éditions", "edición", "ediciones", "edição", "edições", "edizione", "edizioni", "editie",
    "iso", "iec", "certificate", "certificates", "certification", "zertifikat", "zertifikate",
];

//! The words of `rules/claims/` and where they stand in a text.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::super::context::cue::{bounded, is_joined_script, lowered};

/// Words that claim something of a citation.
#[derive(Debug)]
pub struct Cue {
    /// Code of the language.
    pub language: &'static str,
    /// The words as the file has them.
    pub words: &'static str,
    /// The words in small letters, parted where a gap is allowed.
    pub parts: &'static [&'static str],
    /// True if the last word may go on.
    pub open_end: bool,
    /// Where the words must stand.
    pub side: Side,
    /// What they claim.
    pub of: Subject,
    /// A sentence in which they claim it.
    pub example: &'static str,
}

/// Where a claim stands, seen from the citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before it: "certified to".
    Before,
    /// Behind it, whatever follows: "certified".
    After,
    /// Behind it, and no noun follows: "certification", but not "certification body".
    Noun,
}

/// What is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// That somebody else has attested it.
    Certification,
    /// That it is so, or must be.
    Conformity,
}

/// Words that make a claim void.
#[derive(Debug)]
pub struct Word {
    /// Code of the language.
    pub language: &'static str,
    /// The words in small letters.
    pub words: &'static str,
    /// True if the last word may go on.
    pub open_end: bool,
    /// A sentence that claims nothing because of them.
    pub example: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/claims.rs"));

/// Every claim, sorted by language.
#[must_use]
pub fn claims() -> &'static [Cue] {
    CLAIMS
}

/// Words that deny the claim they stand beside: "not".
#[must_use]
pub fn denials() -> &'static [Word] {
    DENIALS
}

/// Words that show, anywhere in the sentence, that it speaks of a claim and does not make one: "misleading".
#[must_use]
pub fn doubts() -> &'static [Word] {
    DOUBTS
}

/// Words beside which a certificate is that of a person: "auditor".
#[must_use]
pub fn persons() -> &'static [Word] {
    PERSONS
}

/// Longest gap inside a claim of several parts, in bytes.
const GAP: usize = 60;

impl Cue {
    /// True for a claim before a citation whose first word is a noun: "compliance with".
    pub(super) fn is_noun(&self) -> bool {
        let first = self.parts[0].split(' ').next().unwrap_or_default();
        CLAIMS.iter().any(|one| one.side == Side::Noun && one.parts[0] == first)
    }
}

/// A claim and where it stands in a text.
pub(super) struct Hit {
    pub cue: &'static Cue,
    pub range: Range<usize>,
}

/// The first parts of all claims in one automaton.
static FIRST_PARTS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let firsts = CLAIMS.iter().map(|cue| cue.parts.first().copied().unwrap_or_default());
    AhoCorasick::new(firsts).expect("the build script refuses empty claims, and they are few")
});

/// Every claim of a text in small letters.
pub(super) fn hits(lower: &str) -> Vec<Hit> {
    let found = FIRST_PARTS.find_overlapping_iter(lower);
    found.filter_map(|found| whole(&CLAIMS[found.pattern().as_usize()], lower, found.range())).collect()
}

/// The claim whose first part stands at `first`, if its other parts follow in the same clause.
fn whole(cue: &'static Cue, lower: &str, first: Range<usize>) -> Option<Hit> {
    let mut range = first;
    if !bounded(lower, &range, cue.open_end && cue.parts.len() == 1) {
        return None;
    }
    for part in &cue.parts[1..] {
        let rest = &lower[range.end..];
        let (at, _) = rest
            .match_indices(part)
            .find(|(at, _)| bounded(rest, &(*at..at + part.len()), false))
            .filter(|(at, _)| *at <= GAP && !rest[..*at].contains([',', ':', '(', '|']))?;
        range.end += at + part.len();
    }
    if cue.open_end {
        let goes_on = |one: char| one.is_alphanumeric() && !is_joined_script(one);
        range.end += lower[range.end..].find(|one| !goes_on(one)).unwrap_or(lower.len() - range.end);
    }
    Some(Hit { cue, range })
}

/// True if a raw text may hold a claim once its markup is gone; false only if it surely holds none.
#[must_use]
pub fn may_claim(text: &str) -> bool {
    // An entity, a tag or an unusual character may hide letters.
    if text.bytes().any(|byte| matches!(byte, b'&' | b'<' | b'\\') || byte >= 0x80) {
        return true;
    }
    let plain: String = text.chars().filter(|one| !matches!(one, '*' | '_' | '`' | '~' | '[' | ']')).collect();
    // A wrap may stand inside a phrase, so the first words are enough.
    let lower = lowered(&plain);
    let spaced = |one: char| one.is_alphabetic() && !is_joined_script(one);
    FIRST_WORDS.find_overlapping_iter(&lower).any(|found| {
        let word = &lower[found.range()];
        !(word.starts_with(spaced) && lower[..found.start()].ends_with(spaced))
    })
}

/// The first words of all claims.
static FIRST_WORDS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    // The blank behind a word keeps "is" from being found in "ISO".
    let firsts = CLAIMS.iter().filter_map(|cue| cue.parts.first()?.split_inclusive(' ').next());
    AhoCorasick::new(firsts).expect("the build script refuses empty claims, and they are few")
});

/// True for a word that may stand between a claim and the citation behind it.
pub(super) fn is_between(word: &str) -> bool {
    BETWEEN.binary_search(&word).is_ok()
}

/// True for a word that may stand between a citation and the claim behind it.
pub(super) fn is_behind(word: &str) -> bool {
    BEHIND.binary_search(&word).is_ok()
}

/// True for a word that joins citations.
pub(super) fn is_joiner(word: &str) -> bool {
    JOINERS.binary_search(&word).is_ok()
}

/// True for a word that begins another clause.
pub(super) fn is_break(word: &str) -> bool {
    BREAKS.binary_search(&word).is_ok()
}

/// True for a word that begins a clause which is the object of the one before: "that".
pub(super) fn is_complement(word: &str) -> bool {
    COMPLEMENTS.binary_search(&word).is_ok()
}

/// True for a verb that may follow a claim that is a noun.
pub(super) fn is_verb(word: &str) -> bool {
    VERBS.binary_search(&word).is_ok()
}

/// True for a verb of several subjects: "are".
pub(super) fn is_plural(word: &str) -> bool {
    PLURALS.binary_search(&word).is_ok()
}

/// True if a word in small letters is one of the words.
pub(super) fn has(list: &[Word], word: &str) -> bool {
    list.iter().any(|one| word == one.words || (one.open_end && word.starts_with(one.words)))
}

/// True if a text in small letters holds one of the words.
pub(super) fn holds(list: &[Word], lower: &str) -> bool {
    list.iter().any(|word| {
        let mut found = lower.match_indices(word.words);
        found.any(|(at, words)| bounded(lower, &(at..at + words.len()), word.open_end))
    })
}

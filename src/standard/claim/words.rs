//! The words of `rules/claims/` and where they stand in a text.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::Match;
use aho_corasick::packed::{Config, MatchKind, Searcher};

use super::super::context::cue::{bounded, is_joined_script, lowered};
use crate::list::List;

/// Words that claim something of a citation.
#[derive(Debug)]
pub struct Cue {
    /// Code of the language.
    pub language: &'static str,
    /// The words as the file has them.
    pub words: &'static str,
    /// The words in small letters, parted where a gap is allowed.
    pub parts: List,
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
        let first = self.first().split(' ').next().unwrap_or_default();
        CLAIMS.iter().any(|one| one.side == Side::Noun && one.first() == first)
    }

    /// Its first part.
    fn first(&self) -> &'static str {
        self.parts.iter().next().unwrap_or_default()
    }

    /// The longest word of the first part, of which not many texts have one.
    fn longest(&self) -> &'static str {
        self.first().split(' ').max_by_key(|word| word.len()).unwrap_or_default()
    }

    /// What stands in the first part before the first place of its longest word, and behind it.
    fn around(&self, longest: &str) -> (&'static str, &'static str) {
        let starts =
            self.first().split(' ').scan(0, |at, word| Some((std::mem::replace(at, *at + word.len() + 1), word)));
        let at = starts.filter(|(_, word)| *word == longest).map(|(at, _)| at).next().unwrap_or_default();
        (&self.first()[..at], &self.first()[at + longest.len()..])
    }

    /// The first letters of the longest word.
    fn stem(&self) -> &'static str {
        let word = self.longest();
        word.char_indices().nth(STEM).map_or(word, |(at, _)| &word[..at])
    }
}

/// A claim and where it stands in a text.
pub(super) struct Hit {
    pub cue: &'static Cue,
    pub range: Range<usize>,
}

/// Every claim of a text in small letters.
pub(super) fn hits(lower: &str) -> Vec<Hit> {
    let Some(stems) = &*STEMS else {
        let everywhere = |cue| (0..lower.len()).filter_map(move |at| around_word(cue, lower, at));
        return CLAIMS.iter().flat_map(everywhere).collect();
    };
    let of_stem = |found: Match| {
        let owners = &stems.owners[found.pattern().as_usize()];
        owners.iter().filter_map(move |cue| around_word(cue, lower, found.start()))
    };
    stems.searcher.find_iter(lower).flat_map(of_stem).collect()
}

/// The claim whose longest word begins at a place, if its other words stand around it; a wrap may part them.
fn around_word(cue: &'static Cue, lower: &str, at: usize) -> Option<Hit> {
    let longest = cue.longest();
    let rest = lower.get(at..)?.strip_prefix(longest)?;
    let (before, behind) = cue.around(longest);
    let mut end = lower.len() - rest.len();
    for word in behind.split(' ').filter(|word| !word.is_empty()) {
        let rest = lower[end..].strip_prefix(' ')?.trim_start_matches(' ').strip_prefix(word)?;
        end = lower.len() - rest.len();
    }
    let mut head = &lower[..at];
    for word in before.rsplit(' ').filter(|word| !word.is_empty()) {
        head = head.strip_suffix(' ')?.trim_end_matches(' ').strip_suffix(word)?;
    }
    whole(cue, lower, head.len()..end)
}

/// The claim whose first part stands at `first`, if its other parts follow in the same clause.
fn whole(cue: &'static Cue, lower: &str, first: Range<usize>) -> Option<Hit> {
    let mut range = first;
    if !bounded(lower, &range, cue.open_end && cue.parts.iter().nth(1).is_none()) {
        return None;
    }
    for part in cue.parts.iter().skip(1) {
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
    // The marks of a quotation may stand inside a phrase that is wrapped.
    !hits(&lowered(&plain.replace('>', " "))).is_empty()
}

/// What the claims have in them, with those that have it.
struct Stems {
    searcher: Searcher,
    owners: Vec<Vec<&'static Cue>>,
}

/// Found with vector instructions; nothing on a processor without them.
static STEMS: LazyLock<Option<Stems>> = LazyLock::new(|| {
    let mut stems: Vec<&str> = CLAIMS.iter().map(Cue::stem).collect();
    stems.sort_unstable();
    // Of two stems that begin alike the shorter one serves both.
    stems.dedup_by(|next, kept| next.starts_with(*kept));
    let mut owners = vec![Vec::new(); stems.len()];
    for cue in CLAIMS {
        owners[stems.partition_point(|kept| *kept <= cue.stem()) - 1].push(cue);
    }
    let searcher = Config::new().match_kind(MatchKind::LeftmostFirst).builder().extend(stems).build()?;
    Some(Stems { searcher, owners })
});

/// Length of a stem in letters: enough to be rare, so few that forms of one word have the same.
const STEM: usize = 5;

/// True for a word that may stand between a claim and the citation behind it.
pub(super) fn is_between(word: &str) -> bool {
    BETWEEN.contains(word)
}

/// True for a word that may stand between a citation and the claim behind it.
pub(super) fn is_behind(word: &str) -> bool {
    BEHIND.contains(word)
}

/// True for a word that joins citations.
pub(super) fn is_joiner(word: &str) -> bool {
    JOINERS.contains(word)
}

/// True for a word that begins another clause.
pub(super) fn is_break(word: &str) -> bool {
    BREAKS.contains(word)
}

/// True for a word that begins a clause which is the object of the one before: "that".
pub(super) fn is_complement(word: &str) -> bool {
    COMPLEMENTS.contains(word)
}

/// True if a word beside a number makes it that of a family: "series".
pub(super) fn is_family(word: &str) -> bool {
    FAMILIES.iter().any(|one| word == one || (one.starts_with(is_joined_script) && word.starts_with(one)))
}

/// True if a word behind a number makes it that of a family: "standards".
pub(super) fn is_many(word: &str) -> bool {
    MANY.contains(word) || is_family(word)
}

/// True for a verb that may follow a claim that is a noun.
pub(super) fn is_verb(word: &str) -> bool {
    VERBS.contains(word)
}

/// True for a verb of several subjects: "are".
pub(super) fn is_plural(word: &str) -> bool {
    PLURALS.contains(word)
}

/// True if a word in small letters is one of the words.
pub(super) fn has(list: &[Word], word: &str) -> bool {
    list.iter().any(|one| word == one.words || (one.open_end && word.starts_with(one.words)))
}

/// True if a text in small letters holds one of the words.
pub(super) fn holds(list: &[Word], lower: &str) -> bool {
    let lower = &lower.split(' ').filter(|word| !word.is_empty()).collect::<Vec<&str>>().join(" ");
    list.iter().any(|word| {
        let mut found = lower.match_indices(word.words);
        found.any(|(at, words)| bounded(lower, &(at..at + words.len()), word.open_end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_claim_is_found_by_its_stem() {
        #[cfg(target_arch = "x86_64")]
        assert!(STEMS.is_some(), "the stems are too many for vector instructions");
        for cue in CLAIMS {
            let lower = lowered(cue.example);
            assert!(hits(&lower).iter().any(|hit| std::ptr::eq(hit.cue, cue)), "{}", cue.words);
        }
        assert!(hits("the service desk follows the methods of others").is_empty());
        assert!(hits("comply\u{3000}with").is_empty() && hits("complywith").is_empty());
        assert_eq!(hits("shall comply   with").len(), 1);
    }
}

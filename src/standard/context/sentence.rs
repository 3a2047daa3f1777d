//! History by the sentence: what is said of a citation, and whether it is really said of this one.

use std::ops::Range;

use jiff::civil::Date;
use smallvec::SmallVec;

use super::super::citation::{self, Citation};
use super::cue::{self, Hit, Scope, is_joined_script};
use super::entry::begins_entry;
use super::label;
use super::lexicon::{ABBREVIATIONS, PRONOUNS};
use super::word::{is_filler, is_link, is_preposition};
use crate::document::Prose;

/// A sentence with its cues and citations; all ranges are bytes of the prose.
pub(super) struct Sentence<'a> {
    pub(super) prose: &'a str,
    /// The prose with the way back to its source, if that is known.
    pub(super) whole: Option<&'a Prose>,
    /// Where it begins in the prose.
    pub(super) start: usize,
    /// Its text in small letters.
    pub(super) lower: String,
    pub(super) hits: Vec<Hit>,
    pub(super) citations: Cited<'a>,
    /// True if the citations stand one behind the other, so that a place is looked for among them by halves.
    is_apart: bool,
    /// How far behind the beginning of a cue its last part begins at most.
    reach: usize,
}

/// The citations of a sentence.
type Cited<'a> = SmallVec<[&'a Citation; 4]>;

/// What may stand in a gap besides fillers, numbers and citations.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Gap {
    /// Behind a cue: a colon, as behind "previous standard".
    Before,
    /// Before a cue: links.
    After,
    /// Between two editions: links, and words that join them.
    Pair,
    /// Behind a word of use: words of history.
    Use,
}

impl<'a> Sentence<'a> {
    /// The sentence that stands at `range`.
    pub(super) fn within(
        prose: &'a str,
        citations: &'a [Citation],
        range: Range<usize>,
        without: Option<usize>,
    ) -> Self {
        let citations = citation::within(citations, &range).iter().collect();
        Self::new(prose, range, citations, without)
    }

    fn new(prose: &'a str, range: Range<usize>, citations: Cited<'a>, without: Option<usize>) -> Self {
        let lower = cue::folded(&prose[range.clone()]);
        let mut hits = cue::hits(&lower, without);
        for hit in &mut hits {
            hit.range = hit.range.start + range.start..hit.range.end + range.start;
            hit.first_end += range.start;
            hit.last_start += range.start;
        }
        let reach = hits.iter().map(|hit| hit.last_start - hit.range.start).max().unwrap_or_default();
        let is_apart = citations.windows(2).all(|two| two[0].reference.range.end <= two[1].reference.range.start);
        Self { prose, whole: None, start: range.start, lower, hits, citations, is_apart, reach }
    }

    /// A text without citations.
    pub(super) fn of(text: &'a str) -> Self {
        Self::new(text, 0..text.len(), SmallVec::new(), None)
    }

    /// The state that a cell begins with: "withdrawn in 2015", but not "withdrawn badges".
    pub(super) fn first_state(cell: &'a str, without: Option<usize>) -> Option<&'a str> {
        if cell.len() > 4 * label::LABEL {
            return None;
        }
        let sentence = Self::new(cell, 0..cell.len(), SmallVec::new(), without);
        let start = cell.len() - cell.trim_start_matches(|one: char| !one.is_alphabetic()).len();
        let used = |hit: &Hit| sentence.is_countered(hit) || sentence.hits_of(Scope::UseAfter).next().is_some();
        let mut states = sentence.hits_of(Scope::State).filter(|hit| hit.range.start == start && !used(hit));
        let state = states.find(|hit| sentence.ends_phrase(hit.range.end));
        // Scripts without spaces say it with the words that also stand behind a citation.
        let small = |gap| sentence.is_small(gap, Gap::After);
        let joined = |hit: &&Hit| {
            hit.cue.first().starts_with(is_joined_script)
                && small(0..hit.range.start)
                && small(hit.range.end..cell.len())
        };
        let whole = || sentence.hits_of(Scope::After).filter(|hit| !used(hit)).find(joined);
        state.or_else(whole).map(|hit| &cell[hit.range.clone()])
    }

    /// The state that a heading is made of: "withdrawn standards", but not "withdrawn badges" or "replaced by".
    pub(super) fn only_state(heading: &'a str, without: Option<usize>) -> Option<&'a str> {
        let last = heading.split_whitespace().next_back().unwrap_or_default().to_lowercase();
        if heading.len() > label::LABEL || is_preposition(&last) {
            return None;
        }
        let sentence = Self::new(heading, 0..heading.len(), SmallVec::new(), without);
        let known = |gap| sentence.is_small(gap, Gap::Before);
        let mut states = sentence.hits_of(Scope::State);
        // "Control of obsolete documents" is about what is done with them.
        let dealt = |hit: &Hit| sentence.words(0..hit.range.start).last().is_some_and(is_preposition);
        let whole = states.any(|hit| known(0..hit.range.start) && known(hit.range.end..heading.len()) && !dealt(hit));
        whole.then(|| heading.trim())
    }

    /// The words for something earlier that the label of a row is made of: "former edition", but not "former sites" or
    /// "replacement".
    pub(super) fn only_past(label: &'a str, without: Option<usize>) -> Option<&'a str> {
        let last = label.rsplit(|one: char| !one.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
        if label.len() > label::LABEL || is_preposition(&last.to_lowercase()) {
            return None;
        }
        let sentence = Self::new(label, 0..label.len(), SmallVec::new(), without);
        let known = |gap| sentence.is_small(gap, Gap::Before);
        let is_open = |hit: &Hit| hit.cue.open_end && !hit.cue.first().contains(' ');
        let scopes = [Scope::Before, Scope::Former, Scope::Bygone].into_iter();
        let earlier = scopes.flat_map(|scope| sentence.hits_of(scope));
        let mut earlier = earlier.filter(|hit| hit.cue.is_single() && !is_open(hit));
        let whole = earlier
            .any(|hit| known(0..hit.range.start) && known(hit.range.end..label.len()) && !sentence.is_denied(hit));
        let said = || whole.then(|| label.trim());
        Self::only_state(label, without).or_else(said)
    }

    /// Why the citation is history, if it is; `is_newer` tells which others are newer editions of its standard.
    pub(super) fn history(&self, own: &Citation, on: Date, is_newer: impl Fn(&Citation) -> bool) -> Option<String> {
        self.remembered(own, on, is_newer)
            .filter(|_| !self.is_reserved(&own.reference.range, on) && !self.is_taken_up(own, on))
    }

    /// Why the words of the sentence make the citation history, whatever follows.
    fn remembered(&self, own: &Citation, on: Date, is_newer: impl Fn(&Citation) -> bool) -> Option<String> {
        let range = &own.reference.range;
        if self.hits.is_empty() && self.citations.len() < 2 {
            return self.by_bracket(range).or_else(|| self.by_tense(range, on)).or_else(|| self.by_bare(range));
        }
        let over = self.by_date(range, Scope::Until, on).or_else(|| self.by_mention(range));
        if let Some(because) = over.or_else(|| self.by_absorption(own)).or_else(|| self.by_story(range, on)) {
            return Some(because);
        }
        let newer: Vec<&Range<usize>> =
            self.citations.iter().filter(|one| is_newer(one)).map(|one| &one.reference.range).collect();
        if let Some(because) = self.by_rejection(range, &newer) {
            return Some(because);
        }
        if self.is_used(range) {
            let turned = self.by_joined_gain(range, on).or_else(|| self.by_turn(own, &newer));
            return turned.or_else(|| self.by_holders(own, on)).or_else(|| self.by_origin_used(own, &newer));
        }
        if self.is_held_still(range, &newer, on) {
            return None;
        }
        self.by_denial(range, &newer)
            .or_else(|| self.by_pair(range, &newer).or_else(|| self.by_final_heir(range, &newer)))
            .or_else(|| self.by_bare_year(own))
            .or_else(|| self.by_duty(own, on).or_else(|| self.by_ending(own, on)))
            .or_else(|| self.by_words(range).or_else(|| self.by_bare(range)))
            .or_else(|| self.by_validity(range, on).or_else(|| self.by_withdrawal(range, on)))
            .or_else(|| self.by_origin(own, &newer))
            .or_else(|| self.by_bracket(range))
            .or_else(|| self.by_heir(own))
            .or_else(|| self.by_edition(own, &newer))
            .or_else(|| self.by_chronicle(range, &newer, on))
            .or_else(|| self.by_date(range, Scope::Then, on))
            .or_else(|| self.by_time(range))
            .or_else(|| self.by_tense(range, on))
            .or_else(|| self.by_introduction(range))
    }

    /// True if nothing stands behind the sentence in its block.
    pub(super) fn is_last(&self) -> bool {
        !self.prose[self.end()..].contains(char::is_alphanumeric)
    }

    pub(super) fn quoted(&self, hit: &Hit) -> String {
        self.prose[hit.range.clone()].replace('\n', " ")
    }

    pub(super) fn hits_of(&self, scope: Scope) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(move |hit| hit.cue.scope == scope)
    }

    pub(super) fn in_citation(&self, at: usize) -> bool {
        self.citation_at(at).is_some()
    }

    /// Where the citation stands that a place lies in.
    fn citation_at(&self, at: usize) -> Option<&Range<usize>> {
        if self.is_apart {
            let begun = self.citations.partition_point(|one| one.reference.range.start <= at);
            return self.citations[..begun].last().map(|one| &one.reference.range).filter(|range| at < range.end);
        }
        self.citations.iter().map(|one| &one.reference.range).find(|range| range.contains(&at))
    }

    pub(super) fn has_citation(&self, gap: &Range<usize>) -> bool {
        self.citations.iter().any(|one| gap.start <= one.reference.range.start && one.reference.range.end <= gap.end)
    }

    /// True if a word in a stretch sets what follows against what went before.
    pub(super) fn has_contrast(&self, gap: &Range<usize>) -> bool {
        self.hits_of(Scope::Contrast).any(|hit| gap.start <= hit.range.start && hit.range.end <= gap.end)
    }

    /// The words of a stretch in small letters; citations in it count as words too.
    pub(super) fn words(&self, gap: Range<usize>) -> impl Iterator<Item = &str> {
        let text = self.lower.get(gap.start - self.start..gap.end.max(gap.start) - self.start).unwrap_or_default();
        text.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty())
    }

    /// How many words of a gap mean something of their own; nothing if a sign or word in it parts the clauses.
    pub(super) fn unknown(&self, gap: Range<usize>, of: Gap) -> Option<usize> {
        self.unknown_up_to(usize::MAX, gap, of)
    }

    /// True if no word of a gap means something of its own, and no sign or word in it parts the clauses.
    pub(super) fn is_small(&self, gap: Range<usize>, of: Gap) -> bool {
        self.unknown_up_to(0, gap, of).is_some()
    }

    /// How many words of a gap mean something of their own; nothing if they are more than `most`, or if a sign or word in
    /// it parts the clauses.
    fn unknown_up_to(&self, most: usize, gap: Range<usize>, of: Gap) -> Option<usize> {
        if matches!(of, Gap::Before | Gap::Pair) && self.has_contrast(&gap) {
            return None;
        }
        let mut unknown = 0;
        let mut labelled = false;
        let mut at = gap.start;
        while at < gap.end {
            if let Some(end) = self.passed(at, of).filter(|end| *end > at) {
                at = end;
                continue;
            }
            let rest = self.lower.get(at - self.start..gap.end - self.start)?;
            let one = rest.chars().next()?;
            let length = if one.is_alphanumeric() {
                let (length, known) = word(rest, of);
                if !known {
                    unknown += words_of(&rest[..length]);
                    if unknown > most {
                        return None;
                    }
                }
                length
            } else {
                let label = one == ':' && of == Gap::Before && unknown == 0 && !labelled;
                if matches!(one, '|' | '!' | '?') || (one == ':' && !label) {
                    return None;
                }
                labelled |= label;
                one.len_utf8()
            };
            at += length;
        }
        Some(unknown)
    }

    /// Where a citation or a cue that stands at a place and does not count ends.
    fn passed(&self, at: usize, of: Gap) -> Option<usize> {
        if let Some(range) = self.citation_at(at) {
            return Some(range.end);
        }
        let passes = |scope| match of {
            Gap::Pair => {
                matches!(scope, Scope::Joint | Scope::Transition | Scope::State | Scope::Before | Scope::After)
            }
            Gap::Use => matches!(scope, Scope::Before | Scope::State),
            Gap::Before | Gap::After => scope == Scope::State,
        };
        // They stand in the order in which they begin.
        let first = self.hits.partition_point(|hit| hit.range.start + self.reach < at);
        let near = self.hits[first..].iter().take_while(|hit| hit.range.start <= at);
        let cues = near.filter(|hit| hit.last_start == at && passes(hit.cue.scope));
        cues.map(|hit| hit.range.end).max()
    }
}

/// How many words a stretch without signs is: two characters make one in scripts without spaces.
fn words_of(text: &str) -> usize {
    if text.starts_with(is_joined_script) { text.chars().count().div_ceil(2) } else { 1 }
}

/// Length of the word that a text begins with, and if it may stand in such a gap.
fn word(text: &str, of: Gap) -> (usize, bool) {
    let known = |word: &str| is_filler(word) || (matches!(of, Gap::After | Gap::Pair) && is_link(word));
    let joined = |one: char| is_joined_script(one);
    if text.starts_with(joined) {
        let run: Vec<usize> =
            text.char_indices().take_while(|(_, one)| joined(*one)).map(|(at, one)| at + one.len_utf8()).collect();
        let longest = run.iter().take(6).rev().find(|end| known(&text[..**end]));
        return longest.map_or_else(|| (run.last().copied().unwrap_or(text.len()), false), |end| (*end, true));
    }
    let end = text.find(|one: char| !one.is_alphanumeric() || joined(one)).unwrap_or(text.len());
    (end, text.starts_with(|one: char| one.is_ascii_digit()) || known(&text[..end]))
}

/// True for a filler that names nothing, as articles do.
pub(super) fn is_article(word: &str) -> bool {
    is_filler(word) && word.chars().count() < 4
}

/// How far a sentence is read on either side of a citation, in bytes: a text without full stops has no end.
pub(super) const REACH: usize = 600;

/// The sentence around a range.
pub fn bounds(prose: &str, own: &Range<usize>) -> Range<usize> {
    let floor = boundary(prose, own.start.saturating_sub(REACH));
    let ceiling = boundary(prose, own.end + REACH + 1);
    let start = start(prose, floor, own.start);
    start..end(prose, own.end, ceiling)
}

/// Where the sentence begins that `until` stands in; not before `floor`.
fn start(prose: &str, floor: usize, until: usize) -> usize {
    let mut until = until;
    while let Some(at) = last_mark(&prose.as_bytes()[floor..until]).map(|at| floor + at) {
        if let Some(length) = ends_sentence(prose, at) {
            return at + length;
        }
        until = at;
    }
    floor
}

/// Where the sentence ends that `from` stands in; not behind `ceiling`.
fn end(prose: &str, from: usize, ceiling: usize) -> usize {
    let mut from = from;
    while let Some(at) = first_mark(&prose.as_bytes()[from..ceiling]).map(|at| from + at) {
        if ends_sentence(prose, at).is_some() {
            return at;
        }
        from = at + 1;
    }
    ceiling
}

/// The first place, not before `at`, at which a character begins or the text ends.
fn boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// How many bytes are looked at together for a mark.
const STRIDE: usize = 16;

/// True for a byte with which a character begins at which a sentence may end. Every arm is looked at, so that a stretch
/// is looked through with vector instructions.
fn is_mark(byte: u8) -> bool {
    (byte == b'.')
        | (byte == b'!')
        | (byte == b'?')
        | (byte == b';')
        | (byte == b'\n')
        | (byte == 0xE3)
        | (byte == 0xEF)
}

fn has_mark(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |any, byte| any | is_mark(*byte))
}

/// Where the first mark of some bytes stands.
fn first_mark(bytes: &[u8]) -> Option<usize> {
    let passed = STRIDE * bytes.chunks_exact(STRIDE).take_while(|stride| !has_mark(stride)).count();
    bytes[passed..].iter().position(|byte| is_mark(*byte)).map(|at| passed + at)
}

/// Where the last mark of some bytes stands.
fn last_mark(bytes: &[u8]) -> Option<usize> {
    let passed = STRIDE * bytes.rchunks_exact(STRIDE).take_while(|stride| !has_mark(stride)).count();
    bytes[..bytes.len() - passed].iter().rposition(|byte| is_mark(*byte))
}

/// The length of the sign at a place, in bytes, if it ends a sentence.
fn ends_sentence(prose: &str, at: usize) -> Option<usize> {
    let ends = match prose.as_bytes()[at] {
        b';' => !begins_with_pronoun(&prose[at + 1..]),
        b'\n' => begins_entry(prose, at),
        b'.' | b'!' | b'?' => {
            let behind = &prose[at + 1..];
            let blank = behind.is_empty() || behind.starts_with([' ', '\n', ')', '"', '\'', '*']);
            blank && !is_abbreviation(&prose[..at]) && !is_day(&prose[..at], behind)
        }
        _ => return ['。', '！', '？'].into_iter().find(|sign| prose[at..].starts_with(*sign)).map(char::len_utf8),
    };
    ends.then_some(1)
}

/// True if a full stop stands in a date: "31. Oktober 2025".
fn is_day(before: &str, behind: &str) -> bool {
    let digits = before.bytes().rev().take(3).take_while(u8::is_ascii_digit).count();
    if !matches!(digits, 1 | 2) {
        return false;
    }
    let mut words = behind.split_whitespace();
    let month = words.next().is_some_and(|word| word.chars().all(char::is_alphabetic));
    let year = words.next().unwrap_or_default().trim_matches(|one: char| !one.is_ascii_digit());
    month && year.len() == 4
}

/// True if a clause goes on about what was named last: "; it is withdrawn".
pub(super) fn begins_with_pronoun(text: &str) -> bool {
    let word = text
        .trim_start_matches([' ', '\n'])
        .split(|one: char| !one.is_alphabetic())
        .next()
        .unwrap_or_default()
        .to_lowercase();
    PRONOUNS.contains(word.as_str())
}

/// True if a full stop behind `text` ends an abbreviation or a single letter.
fn is_abbreviation(text: &str) -> bool {
    // A word that is longer than all of these needs no closer look.
    let near = &text.as_bytes()[text.len().saturating_sub("approx".len() + 1)..];
    let parting = near.iter().rposition(|byte| matches!(byte, b' ' | b'\n' | b'('));
    if parting.is_none() && near.len() < text.len() {
        return false;
    }
    let word = &text[text.len() - near.len() + parting.map_or(0, |at| at + 1)..];
    let is_letter = |word: &str| word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    ABBREVIATIONS.contains_in_any_case(word) || is_letter(word)
}

/// The largest character boundary up to `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The sentence around a range, looked for sign by sign.
    fn slowly(prose: &str, own: &Range<usize>) -> Range<usize> {
        let floor = boundary(prose, own.start.saturating_sub(REACH));
        let ceiling = boundary(prose, own.end + REACH + 1);
        let ends = |(at, one): &(usize, char)| {
            is_mark(prose.as_bytes()[*at]) && ends_sentence(prose, *at) == Some(one.len_utf8())
        };
        let before = prose[floor..own.start].char_indices().map(|(at, one)| (floor + at, one));
        let mut behind = prose[own.end..ceiling].char_indices().map(|(at, one)| (own.end + at, one));
        let start = before.rev().find(ends).map_or(floor, |(at, one)| at + one.len_utf8());
        start..behind.find(ends).map_or(ceiling, |(at, _)| at)
    }

    proptest! {
        #[test]
        fn a_sentence_is_found_as_sign_by_sign(
            pieces in proptest::collection::vec(
                "[.!?;] ?|\n|。|！|；|Ä|no\\. |\\(e\\.g\\. |31\\. May 2025|; it |\n\\[3\\] |[a-z]{1,40} |[a-z]{300} |x\\.",
                1..24,
            ),
            at in 0_usize..400,
            length in 0_usize..20,
        ) {
            let prose = pieces.concat();
            let start = boundary(&prose, at.min(prose.len()));
            let end = boundary(&prose, (start + length).min(prose.len()));
            prop_assert_eq!(bounds(&prose, &(start..end)), slowly(&prose, &(start..end)));
        }

        #[test]
        fn marks_are_found_from_both_ends(bytes in proptest::collection::vec(any::<u8>().prop_map(|one| one % 48), 0..70)) {
            prop_assert_eq!(first_mark(&bytes), bytes.iter().position(|byte| is_mark(*byte)));
            prop_assert_eq!(last_mark(&bytes), bytes.iter().rposition(|byte| is_mark(*byte)));
        }
    }

    #[test]
    fn full_stops_of_abbreviations_and_days_end_nothing() {
        for text in
            ["see cf. ISO 1", "approx. ISO 1", "by J. ISO 1", "(vgl. ISO 1", "am 31. Mai 2025 ISO 1", "No. ISO 1"]
        {
            assert_eq!(bounds(text, &(text.len() - 5..text.len())).start, 0, "{text}");
        }
        for text in ["approxx. ISO 1", "unapprox. ISO 1", "am 131. Mai 2025 ISO 1", "it ended. ISO 1"] {
            assert_ne!(bounds(text, &(text.len() - 5..text.len())).start, 0, "{text}");
        }
    }

    #[test]
    fn no_abbreviation_is_longer_than_what_is_looked_at() {
        assert!(ABBREVIATIONS.iter().all(|short| short.len() <= "approx".len()), "{ABBREVIATIONS:?}");
    }
}

//! History by the sentence: what is said of a citation, and whether it is really said of this one.

use std::ops::Range;

use jiff::civil::Date;

use super::super::citation::Citation;
use super::cue::{self, Hit, Scope, is_joined_script};
use super::label;
use super::word::{is_filler, is_link, is_preposition};

/// A sentence with its cues and citations; all ranges are bytes of the prose.
pub(super) struct Sentence<'a> {
    pub(super) prose: &'a str,
    /// Where it begins in the prose.
    pub(super) start: usize,
    /// Its text in small letters.
    pub(super) lower: String,
    pub(super) hits: Vec<Hit>,
    pub(super) citations: Vec<&'a Citation>,
}

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
    /// The sentence around the citation at `own`.
    pub(super) fn around(
        prose: &'a str,
        citations: &'a [Citation],
        own: &Range<usize>,
        without: Option<usize>,
    ) -> Self {
        let range = bounds(prose, own);
        let first = citations.partition_point(|one| one.reference.range.start < range.start);
        let inside = |one: &&Citation| one.reference.range.end <= range.end;
        let citations = citations[first..].iter().take_while(inside).collect();
        Self::new(prose, range, citations, without)
    }

    fn new(prose: &'a str, range: Range<usize>, citations: Vec<&'a Citation>, without: Option<usize>) -> Self {
        let lower = cue::folded(&prose[range.clone()]);
        let mut hits = cue::hits(&lower, without);
        for hit in &mut hits {
            hit.range = hit.range.start + range.start..hit.range.end + range.start;
            hit.first_end += range.start;
            hit.last_start += range.start;
        }
        Self { prose, start: range.start, lower, hits, citations }
    }

    /// A text without citations.
    pub(super) fn of(text: &'a str) -> Self {
        Self::new(text, 0..text.len(), Vec::new(), None)
    }

    /// The state that a cell begins with: "withdrawn in 2015", but not "withdrawn badges".
    pub(super) fn first_state(cell: &'a str, without: Option<usize>) -> Option<&'a str> {
        if cell.len() > 4 * label::LABEL {
            return None;
        }
        let sentence = Self::new(cell, 0..cell.len(), Vec::new(), without);
        let start = cell.len() - cell.trim_start_matches(|one: char| !one.is_alphabetic()).len();
        let used = |hit: &Hit| sentence.is_countered(hit) || sentence.hits_of(Scope::UseAfter).next().is_some();
        let mut states = sentence.hits_of(Scope::State).filter(|hit| hit.range.start == start && !used(hit));
        let state = states.find(|hit| sentence.ends_phrase(hit.range.end));
        // Scripts without spaces say it with the words that also stand behind a citation.
        let small = |gap| sentence.unknown(gap, Gap::After) == Some(0);
        let joined = |hit: &&Hit| {
            hit.cue.parts[0].starts_with(is_joined_script)
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
        let sentence = Self::new(heading, 0..heading.len(), Vec::new(), without);
        let known = |gap| sentence.unknown(gap, Gap::Before) == Some(0);
        let mut states = sentence.hits_of(Scope::State);
        let whole = states.any(|hit| known(0..hit.range.start) && known(hit.range.end..heading.len()));
        whole.then(|| heading.trim())
    }

    /// The words for something earlier that the label of a row is made of: "former edition", but not "former sites" or
    /// "replacement".
    pub(super) fn only_past(label: &'a str, without: Option<usize>) -> Option<&'a str> {
        let last = label.rsplit(|one: char| !one.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
        if label.len() > label::LABEL || is_preposition(&last.to_lowercase()) {
            return None;
        }
        let sentence = Self::new(label, 0..label.len(), Vec::new(), without);
        let known = |gap| sentence.unknown(gap, Gap::Before) == Some(0);
        let is_open = |hit: &Hit| hit.cue.open_end && !hit.cue.parts[0].contains(' ');
        let scopes = [Scope::Before, Scope::Former, Scope::Bygone].into_iter();
        let earlier = scopes.flat_map(|scope| sentence.hits_of(scope));
        let mut earlier = earlier.filter(|hit| hit.cue.parts.len() == 1 && !is_open(hit));
        let whole = earlier
            .any(|hit| known(0..hit.range.start) && known(hit.range.end..label.len()) && !sentence.is_denied(hit));
        let said = || whole.then(|| label.trim());
        Self::only_state(label, without).or_else(said)
    }

    /// Why the citation is history, if it is; `is_newer` tells which others are newer editions of its standard.
    pub(super) fn history(&self, own: &Citation, on: Date, is_newer: impl Fn(&Citation) -> bool) -> Option<String> {
        let range = &own.reference.range;
        if self.hits.is_empty() && self.citations.len() < 2 {
            return self.by_tense(range, on);
        }
        let over = self.by_date(range, Scope::Until, on).or_else(|| self.by_mention(range));
        if let Some(because) = over.or_else(|| self.by_absorption(own)).or_else(|| self.by_story(range, on)) {
            return Some(because);
        }
        let newer: Vec<&Range<usize>> =
            self.citations.iter().filter(|one| is_newer(one)).map(|one| &one.reference.range).collect();
        if self.is_used(range) {
            return None;
        }
        self.by_denial(range, &newer)
            .or_else(|| self.by_pair(range, &newer))
            .or_else(|| self.by_bare_year(own))
            .or_else(|| self.by_words(range))
            .or_else(|| self.by_heir(own))
            .or_else(|| self.by_edition(own, &newer))
            .or_else(|| self.by_chronicle(range, &newer, on))
            .or_else(|| self.by_date(range, Scope::Then, on))
            .or_else(|| self.by_time(range))
            .or_else(|| self.by_tense(range, on))
    }

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
            .any(|hit| matches!(hit.cue.scope, Scope::UseBefore | Scope::UseAfter))
    }

    pub(super) fn quoted(&self, hit: &Hit) -> String {
        self.prose[hit.range.clone()].replace('\n', " ")
    }

    pub(super) fn hits_of(&self, scope: Scope) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(move |hit| hit.cue.scope == scope)
    }

    pub(super) fn in_citation(&self, at: usize) -> bool {
        self.citations.iter().any(|one| one.reference.range.contains(&at))
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
        let citation = self.citations.iter().map(|one| &one.reference.range).find(|range| range.contains(&at));
        if let Some(range) = citation {
            return Some(range.end);
        }
        let passes = |scope| match of {
            Gap::Pair => {
                matches!(scope, Scope::Joint | Scope::Transition | Scope::State | Scope::Before | Scope::After)
            }
            Gap::Use => matches!(scope, Scope::Before | Scope::State),
            Gap::Before | Gap::After => scope == Scope::State,
        };
        let cues = self.hits.iter().filter(|hit| hit.last_start == at && passes(hit.cue.scope));
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
const REACH: usize = 600;

/// The sentence around a range.
pub fn bounds(prose: &str, own: &Range<usize>) -> Range<usize> {
    let floor = boundary(prose, own.start.saturating_sub(REACH));
    let ceiling = boundary(prose, own.end + REACH + 1);
    let ends = |(at, one): &(usize, char)| ends_sentence(prose, *at, *one);
    let before = marks(&prose[floor..own.start]).map(|(at, one)| (floor + at, one));
    let behind = marks(&prose[own.end..ceiling]).map(|(at, one)| (own.end + at, one));
    let start = before.rev().find(ends).map_or(floor, |(at, one)| at + one.len_utf8());
    start..behind.into_iter().find(ends).map_or(ceiling, |(at, _)| at)
}

/// The first place, not before `at`, at which a character begins or the text ends.
fn boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// The characters of a text at which a sentence may end, with their places.
fn marks(text: &str) -> impl DoubleEndedIterator<Item = (usize, char)> {
    let is_mark = |byte: u8| matches!(byte, b'.' | b'!' | b'?' | b';' | b'\n' | 0xE3 | 0xEF);
    let starts = text.bytes().enumerate().filter(move |(_, byte)| is_mark(*byte)).map(|(at, _)| at);
    starts.filter_map(|at| Some((at, text[at..].chars().next()?)))
}

fn ends_sentence(prose: &str, at: usize, one: char) -> bool {
    match one {
        '。' | '！' | '？' => true,
        ';' => !begins_with_pronoun(&prose[at + 1..]),
        '\n' => begins_entry(&prose[at + 1..]),
        '.' | '!' | '?' => {
            let behind = &prose[at + 1..];
            let blank = behind.is_empty() || behind.starts_with([' ', '\n', ')', '"', '\'', '*']);
            blank && !is_abbreviation(&prose[..at]) && !is_day(&prose[..at], behind)
        }
        _ => false,
    }
}

/// True if a line begins with the number of an entry: "[3] ISO 9001".
fn begins_entry(line: &str) -> bool {
    let number = line.trim_start().strip_prefix('[').unwrap_or_default();
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    digits > 0 && number[digits..].starts_with(']')
}

/// True if a full stop stands in a date: "31. Oktober 2025".
fn is_day(before: &str, behind: &str) -> bool {
    let day = before.rsplit(|one: char| !one.is_ascii_digit()).next().unwrap_or_default();
    let mut words = behind.split_whitespace();
    let month = words.next().is_some_and(|word| word.chars().all(char::is_alphabetic));
    let year = words.next().unwrap_or_default().trim_matches(|one: char| !one.is_ascii_digit());
    matches!(day.len(), 1 | 2) && month && year.len() == 4
}

/// True if a clause goes on about what was named last: "; it is withdrawn".
pub(super) fn begins_with_pronoun(text: &str) -> bool {
    const PRONOUNS: &[&str] = &[
        "it", "they", "this", "er", "sie", "es", "dieser", "diese", "dieses", "il", "elle", "ils", "its", "their",
        "seine", "ihre", "deren", "ses", "leurs", "sus", "seus", "suas", "suoi",
    ];
    let word = text
        .trim_start_matches([' ', '\n'])
        .split(|one: char| !one.is_alphabetic())
        .next()
        .unwrap_or_default()
        .to_lowercase();
    PRONOUNS.contains(&word.as_str())
}

/// True if a full stop behind `text` ends an abbreviation or a single letter.
fn is_abbreviation(text: &str) -> bool {
    const SHORT: &[&str] = &[
        "cf", "e.g", "i.e", "ed", "vgl", "bzw", "ca", "no", "nr", "vs", "incl", "inkl", "resp", "art", "z.b", "approx",
        "rev", "vol", "sec", "fig", "cl", "pp",
    ];
    let word = text.rsplit([' ', '\n', '(']).next().unwrap_or_default();
    let is_letter = |word: &str| word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    SHORT.iter().any(|short| word.eq_ignore_ascii_case(short)) || is_letter(word)
}

/// The largest character boundary up to `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

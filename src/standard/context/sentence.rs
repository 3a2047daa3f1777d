//! History by the sentence: what is said of a citation, and whether it is really said of this one.

use std::ops::Range;

use super::super::citation::Citation;
use super::cue::{self, Hit, Scope, is_filler, is_joined_script, is_link, is_preposition};

/// A sentence with its cues and citations; all ranges are bytes of the prose.
pub(super) struct Sentence<'a> {
    prose: &'a str,
    start: usize,
    lower: String,
    hits: Vec<Hit>,
    citations: Vec<&'a Citation>,
}

/// What may stand in a gap besides fillers, numbers and citations.
#[derive(Clone, Copy, PartialEq)]
enum Gap {
    /// Behind a cue: a colon at once.
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
        let lower = cue::lowered(&prose[range.clone()]);
        let mut hits = cue::hits(&lower, without);
        for hit in &mut hits {
            hit.range = hit.range.start + range.start..hit.range.end + range.start;
            hit.first_end += range.start;
            hit.last_start += range.start;
        }
        Self { prose, start: range.start, lower, hits, citations }
    }

    /// The state that a cell begins with: "withdrawn in 2015", but not "withdrawn badges".
    pub(super) fn first_state(cell: &'a str, without: Option<usize>) -> Option<&'a str> {
        if cell.len() > 4 * cue::LABEL {
            return None;
        }
        let sentence = Self::new(cell, 0..cell.len(), Vec::new(), without);
        let start = cell.len() - cell.trim_start_matches(|one: char| !one.is_alphabetic()).len();
        let mut states = sentence.hits_of(Scope::State).filter(|hit| hit.range.start == start);
        states.find(|hit| sentence.ends_phrase(hit.range.end)).map(|hit| &cell[hit.range.clone()])
    }

    /// Why the citation is history, if it is; `is_newer` tells which others are newer editions of its standard.
    pub(super) fn history(&self, own: &Citation, is_newer: impl Fn(&Citation) -> bool) -> Option<String> {
        let range = &own.reference.range;
        if self.hits.is_empty() || self.is_used(range) {
            return None;
        }
        let newer: Vec<&Range<usize>> =
            self.citations.iter().filter(|one| is_newer(one)).map(|one| &one.reference.range).collect();
        self.by_pair(range, &newer)
            .or_else(|| self.before(range).map(|hit| format!("\"{}\" stands before it", self.quoted(hit))))
            .or_else(|| self.after(range).map(|hit| format!("\"{}\" stands behind it", self.quoted(hit))))
    }

    fn quoted(&self, hit: &Hit) -> String {
        self.prose[hit.range.clone()].replace('\n', " ")
    }

    fn hits_of(&self, scope: Scope) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(move |hit| hit.cue.scope == scope)
    }

    /// True if a word of real use governs the citation.
    fn is_used(&self, own: &Range<usize>) -> bool {
        let void = |hit: &Hit| {
            let overlaps = |past: &Hit| past.range.start < hit.range.end && hit.range.start < past.range.end;
            !hit.is_around(own) && self.hits_of(Scope::Before).any(overlaps)
        };
        let remembers = |gap: &Range<usize>| {
            self.hits.iter().any(|hit| {
                matches!(hit.cue.scope, Scope::Before | Scope::State)
                    && gap.start <= hit.range.start
                    && hit.range.end <= gap.end
            })
        };
        let before = self.hits_of(Scope::UseBefore).filter(|hit| !void(hit)).any(|hit| {
            let end = if hit.is_around(own) { hit.first_end } else { hit.range.end };
            let gap = end..own.start;
            end <= own.start
                && self.unknown(gap.clone(), Gap::Use).is_some_and(|unknown| {
                    if self.has_citation(&gap) { unknown == 0 && !remembers(&gap) } else { unknown < 3 }
                })
        });
        before
            || self.hits_of(Scope::UseAfter).filter(|hit| !self.is_ended(hit)).any(|hit| {
                hit.is_around(own) || (hit.range.start >= own.end && !self.has_citation(&(own.end..hit.range.start)))
            })
    }

    /// True if a word of use is part of one of history: "no longer applies".
    fn is_ended(&self, hit: &Hit) -> bool {
        self.hits_of(Scope::After).any(|past| past.range.start < hit.range.end && hit.range.start < past.range.end)
    }

    /// True if a cue is denied: "we did not replace".
    fn is_denied(&self, hit: &Hit) -> bool {
        let clause = &self.lower[..hit.range.start - self.start];
        let words = clause.rsplit(|one: char| !one.is_alphanumeric() && one != '\'').filter(|word| !word.is_empty());
        words.take(NEAR).any(|word| DENIALS.contains(&word) || word.ends_with("n't"))
    }

    /// True if the citation is where a change leads: "moved from ISO 9001:2000 to ISO 9001:2008" leads to the latter.
    fn is_target(&self, gap: Range<usize>) -> bool {
        let last =
            self.prose[gap.clone()].trim_end().rsplit([' ', '\n', ')']).next().unwrap_or_default().to_lowercase();
        self.has_citation(&gap)
            && TARGETS.iter().any(|word| last == *word || (is_joined_script_word(word) && last.ends_with(word)))
    }

    /// An older and a newer edition side by side.
    fn by_pair(&self, own: &Range<usize>, newer: &[&Range<usize>]) -> Option<String> {
        newer.iter().find_map(|other| {
            let (first, second) = if own.start < other.start { (own, *other) } else { (*other, own) };
            let gap = first.end..second.start;
            let unknown = self.unknown(gap.clone(), Gap::Pair)?;
            let joins = |hit: &&Hit| {
                gap.start <= hit.last_start
                    && hit.range.end <= gap.end
                    && (hit.range.start >= gap.start
                        || (hit.first_end <= first.start
                            && self.unknown(hit.first_end..first.start, Gap::After) == Some(0)))
            };
            if let Some(hit) = self.hits_of(Scope::Joint).filter(|_| unknown == 0).find(joins) {
                let words = &self.prose[hit.last_start..hit.range.end];
                return Some(format!("\"{words}\" stands between it and a newer edition"));
            }
            let clear = |hit: &&Hit| {
                let span = hit.range.end.min(first.start)..hit.range.start.max(second.end);
                !self.prose[span.clone()]
                    .char_indices()
                    .any(|(at, one)| matches!(one, ':' | ';' | '|') && !self.in_citation(span.start + at))
            };
            let hit = self.hits_of(Scope::Transition).filter(|_| unknown < 2).find(clear)?;
            Some(format!("\"{}\" stands in the sentence, with a newer edition", self.quoted(hit)))
        })
    }

    /// A cue before the citation, or around it, with nothing else between.
    fn before(&self, own: &Range<usize>) -> Option<&Hit> {
        let near = |hit: &&Hit| {
            let end = if hit.is_around(own) { hit.first_end } else { hit.range.end };
            end <= own.start
                && self.unknown(end..own.start, Gap::Before) == Some(0)
                && !self.is_target(end..own.start)
                && !(hit.cue.scope == Scope::Before && self.is_denied(hit))
        };
        let described = |hit: &&Hit| {
            let gap = hit.range.end..own.start;
            gap.start <= gap.end && !self.words(gap).next().is_some_and(is_preposition)
        };
        let mut states = self.hits_of(Scope::State).filter(described);
        self.hits_of(Scope::Before).find(near).or_else(|| states.find(near))
    }

    /// A cue behind the citation that is said of it.
    fn after(&self, own: &Range<usize>) -> Option<&Hit> {
        let near = |hit: &&Hit| {
            let gap = own.end..hit.range.start;
            let bracketed =
                hit.cue.parts[0].starts_with('(') || self.prose[gap.start.min(gap.end)..gap.end].ends_with('(');
            gap.start <= gap.end
                && self.unknown(gap.clone(), Gap::After) == Some(0)
                && !(bracketed && self.has_citation(&gap))
        };
        // "…, withdrawn in 2015" speaks of the citation wherever that stands.
        let said = |hit: &&Hit| near(hit) && (self.is_aside(own, hit) || self.is_subject(own));
        let mut states = self.hits_of(Scope::State).filter(said);
        self.hits_of(Scope::After).find(said).or_else(|| {
            states.find(|hit| {
                let tied = self.words(own.end..hit.range.start).any(is_link);
                !self.has_object(hit.range.end) && (tied || self.ends_phrase(hit.range.end))
            })
        })
    }

    /// True if a cue stands behind the citation in brackets or between commas.
    fn is_aside(&self, own: &Range<usize>, hit: &Hit) -> bool {
        self.prose[own.end..].trim_start().starts_with([',', '(']) && !self.has_citation(&(own.end..hit.range.start))
    }

    /// True if what stands behind a state is a citation: "replaced ISO 9001:2008".
    fn has_object(&self, end: usize) -> bool {
        let next = self.citations.iter().map(|one| one.reference.range.start).filter(|at| *at >= end).min();
        next.is_some_and(|next| {
            self.unknown(end..next, Gap::Before) == Some(0) && !self.words(end..next).any(is_preposition)
        })
    }

    /// True if a phrase may end at a place: a sign follows, a number or a preposition.
    fn ends_phrase(&self, end: usize) -> bool {
        let rest = self.lower[end - self.start..].trim_start();
        let Some(next) = rest.chars().next().filter(|one| one.is_alphabetic()) else { return true };
        let word = rest.split(|one: char| !one.is_alphanumeric()).next().unwrap_or_default();
        is_preposition(word) || is_joined_script(next)
    }

    /// True if the citation itself is what the sentence speaks of: not "access under ISO 9001", but "certificates to".
    fn is_subject(&self, own: &Range<usize>) -> bool {
        let mut rest = &self.lower[..own.start - self.start];
        let mut depends = false;
        loop {
            let head = rest.trim_end_matches(|one: char| !one.is_alphanumeric());
            if head.is_empty() || rest[head.len()..].contains([',', ':', ';', '(', ')', '|']) {
                return !depends;
            }
            let last = head.char_indices().rev().find(|(_, one)| !one.is_alphanumeric());
            let start = last.map_or(0, |(at, one)| at + one.len_utf8());
            let word = &head[start..];
            if is_preposition(word) && is_link(word) && !depends {
                // "when" and "since" begin a clause, whose subject follows.
                return true;
            } else if is_preposition(word) {
                // At the head of a sentence "de" may be an article of another language.
                depends |= start > 0 || !is_filler(word);
            } else if depends && !is_article(word) {
                return is_filler(word);
            } else if !is_filler(word) && !is_link(word) {
                return true;
            }
            rest = &head[..start];
        }
    }

    fn in_citation(&self, at: usize) -> bool {
        self.citations.iter().any(|one| one.reference.range.contains(&at))
    }

    fn has_citation(&self, gap: &Range<usize>) -> bool {
        self.citations.iter().any(|one| gap.start <= one.reference.range.start && one.reference.range.end <= gap.end)
    }

    /// The words of a stretch in small letters; citations in it count as words too.
    fn words(&self, gap: Range<usize>) -> impl Iterator<Item = &str> {
        let text = self.lower.get(gap.start - self.start..gap.end.max(gap.start) - self.start).unwrap_or_default();
        text.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty())
    }

    /// How many words of a gap mean something of their own; nothing if a sign in it parts the clauses.
    fn unknown(&self, gap: Range<usize>, of: Gap) -> Option<usize> {
        let mut unknown = 0;
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
                unknown += usize::from(!known);
                length
            } else {
                let label = one == ':' && of == Gap::Before && self.prose[gap.start..at].trim().is_empty();
                if matches!(one, '|' | '!' | '?') || (one == ':' && !label) {
                    return None;
                }
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
fn is_article(word: &str) -> bool {
    is_filler(word) && word.chars().count() < 4
}

/// How many words before a cue may deny it.
const NEAR: usize = 4;

/// Words that deny what follows.
const DENIALS: &[&str] = &["not", "never", "nicht", "niet", "ikke", "inte", "não", "nie", "не"];

/// Words after which the new state stands.
const TARGETS: &[&str] = &[
    "to", "into", "auf", "zu", "vers", "à", "a", "al", "ao", "para", "naar", "til", "till", "do", "na", "→", "->",
    "へ", "に", "到", "至", "为",
];

/// True for a word of a script without spaces.
fn is_joined_script_word(word: &str) -> bool {
    word.chars().all(is_joined_script)
}

/// How far a sentence is read on either side of a citation, in bytes: a text without full stops has no end.
const REACH: usize = 600;

/// The sentence around a range.
pub(in crate::standard) fn bounds(prose: &str, own: &Range<usize>) -> Range<usize> {
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
    let is_mark = |byte: u8| matches!(byte, b'.' | b'!' | b'?' | b';' | 0xE3 | 0xEF);
    let starts = text.bytes().enumerate().filter(move |(_, byte)| is_mark(*byte)).map(|(at, _)| at);
    starts.filter_map(|at| Some((at, text[at..].chars().next()?)))
}

fn ends_sentence(prose: &str, at: usize, one: char) -> bool {
    match one {
        '。' | '！' | '？' => true,
        ';' => !begins_with_pronoun(&prose[at + 1..]),
        '.' | '!' | '?' => {
            let behind = &prose[at + 1..];
            let blank = behind.is_empty() || behind.starts_with([' ', '\n', ')', '"', '\'', '*']);
            blank && !is_abbreviation(&prose[..at])
        }
        _ => false,
    }
}

/// True if a clause goes on about what was named last: "; it is withdrawn".
fn begins_with_pronoun(text: &str) -> bool {
    const PRONOUNS: &[&str] =
        &["it", "they", "this", "er", "sie", "es", "dieser", "diese", "dieses", "il", "elle", "ils"];
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
    ];
    let word = text.rsplit([' ', '\n', '(']).next().unwrap_or_default().to_lowercase();
    SHORT.contains(&word.as_str()) || (word.chars().count() == 1 && word.chars().all(char::is_alphabetic))
}

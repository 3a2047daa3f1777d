//! An older and a newer edition of which a paragraph tells what stands in each: "ISO 27001:2013 contains 114 controls, ISO
//! 27001:2022 contains 93". That is a comparison, and neither is asked for.

use std::ops::Range;

use super::super::citation::Citation;
use super::judge::{BlockCitations, Judge};
use super::lexicon::{PART_NOUNS, PART_WORDS, PLACES};
use super::sentence::floor;
use super::tense::is_number;
use super::word::{
    is_filler, is_preposition, is_small_word, is_speaker, is_telling, is_told_somewhere, joins_clauses, month, words,
};
use crate::document::{Block, Kind};

/// How far apart the two may stand, in bytes: in one sentence or in two that follow each other.
const REACH: usize = 240;

/// How far before a citation the brackets with a number open at most, in bytes.
const COUNT: usize = 48;

impl Judge<'_> {
    /// Why the citation at `index` of the block's citations is history: a newer edition is told of like it, or it stands in
    /// brackets behind a newer one with a number before it, as in "93 controls (114 in ISO 27001:2013)".
    pub(super) fn by_contrast(&self, block_at: usize, citations: BlockCitations<'_>, index: usize) -> Option<String> {
        let own = &citations[index];
        let text = self.document().blocks[block_at].prose.text();
        let range = &own.reference.range;
        // Only those near are looked at, because a paragraph may name thousands.
        let near = &citations[index.saturating_sub(OTHERS)..citations.len().min(index + 1 + OTHERS)];
        let mut newer = near.iter().filter(|one| self.is_newer(one, own)).map(|one| &one.reference.range);
        if newer.any(|other| is_compared(text, range, other)) {
            return Some("a newer edition is compared with it".into());
        }
        if self.has_twin_key(block_at, own) {
            return Some("a key beside it names a newer edition".into());
        }
        let mut other = citations[index + 1..].iter().take(1).filter(|one| self.is_newer(own, one));
        let is_over = other.any(|one| replaced_once(text, range, &one.reference.range, self.on.year()));
        is_over.then(|| "it is told when it took the place of an older edition".into())
    }

    /// True if the citation is the key of a value, and another beside it is the same with the year of a newer edition.
    fn has_twin_key(&self, block_at: usize, own: &Citation) -> bool {
        let blocks = &self.document().blocks;
        let (Some(standard), Some(year)) = (own.standard, own.reference.year) else { return false };
        let Some(label) = key(&blocks[block_at]).filter(|key| own.reference.range.end <= key.len()) else {
            return false;
        };
        let near = block_at.saturating_sub(NEIGHBOURS)..blocks.len().min(block_at + NEIGHBOURS);
        let is_twin = |at: usize, twin: &str| key(&blocks[at]) == Some(twin) && is_value_of_numbers(blocks, at);
        let newer = standard.editions.iter().map(|one| one.year).filter(|one| *one > year.value);
        let mut twins = newer.map(|newer| label.replace(&year.value.to_string(), &newer.to_string()));
        is_value_of_numbers(blocks, block_at) && twins.any(|twin| near.clone().any(|at| is_twin(at, &twin)))
    }
}

/// The key that a block is or begins with.
#[must_use]
pub fn key(block: &Block) -> Option<&str> {
    if matches!(block.kind, Kind::Key(_)) { Some(block.prose.text()) } else { block.entry().map(|(key, _)| key) }
}

/// True if numbers, each perhaps with the letter of the annex, and nothing else are the value of the key of a block, or the first
/// of its values.
#[must_use]
pub fn is_value_of_numbers(blocks: &[Block], at: usize) -> bool {
    let at = at + usize::from(matches!(blocks[at].kind, Kind::Key(_)));
    let Some(block) = blocks.get(at) else { return false };
    let value = block.value();
    let is_part = |word: &str| {
        let digits = word.strip_prefix(['A', 'a']).unwrap_or(word);
        digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    value.contains(|one: char| one.is_ascii_digit()) && words(value).all(is_part)
}

/// How many blocks either side another key is looked for.
const NEIGHBOURS: usize = 12;

/// How many citations either side are looked at.
const OTHERS: usize = 6;

/// Words for the numbers of a standard.
const PARTS: &[&str] = &["a", "annex", "and", "clause", "clauses", "control", "controls"];

/// How many words behind the nouns may say more of them: "in 14 groups".
const MORE: usize = 1;

/// True if the older of two citations is told of like the newer one, or is set against it by numbers.
fn is_compared(text: &str, own: &Range<usize>, newer: &Range<usize>) -> bool {
    let gap = own.end.min(newer.end)..own.start.max(newer.start);
    // What two designations share is no gap.
    if gap.start > gap.end || gap.len() > REACH {
        return false;
    }
    if has_number(text, own) && has_number(text, newer) {
        let first = own.start.min(newer.start);
        let head = text[floor(text, first.saturating_sub(REACH))..first].rsplit('\n').next().unwrap_or_default();
        return has_numbers_only(&text[gap]) && words(head).next().is_none();
    }
    // What follows tells whether somebody speaks of use: "We are certified to the former".
    let behind = own.end.max(newer.end);
    let behind = &text[behind..behind + floor(&text[behind..], REACH / 2)];
    let is_used = || words(behind).any(|word| is_speaker(&word.to_lowercase()));
    if let Some(open) = counted(text, own) {
        return newer.end <= open && told(text, newer).is_some() && !is_used();
    }
    let (Some(end), Some(other)) = (told(text, own), told(text, newer)) else { return false };
    let (end, next) = if own.start < newer.start { (end, newer) } else { (other, own) };
    let is_known = |word: &str| is_filler(word) || is_small_word(word) || is_preposition(word) || joins_clauses(word);
    let mut more = 0;
    let is_plain = text.get(end..next.start).is_some_and(|gap| {
        words(gap).map(str::to_lowercase).all(|word| {
            let is_more = !is_known(&word) && !is_noun(&word) && !word.starts_with(|one: char| one.is_ascii_digit());
            more += usize::from(is_more);
            !is_speaker(&word) && more <= MORE
        })
    });
    is_plain && !is_used()
}

/// True for a noun for what a standard has many of.
fn is_noun(word: &str) -> bool {
    PART_NOUNS.iter().any(|head| word.starts_with(head))
}

/// True for a word for parts of a standard, or "part" itself.
pub(super) fn is_part(word: &str) -> bool {
    is_noun(word) || PART_WORDS.contains(word)
}

/// True for a text that is a number of parts of a standard: "133 controls".
pub(super) fn is_count(text: &str) -> bool {
    let mut all = words(text).map(str::to_lowercase);
    let is_number = all.next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    is_number && all.next().is_some_and(|word| is_noun(&word)) && all.count() <= MORE
}

/// True if numbers of clauses or controls stand right behind a citation.
fn has_number(text: &str, own: &Range<usize>) -> bool {
    let behind = text[own.end..].trim_start_matches([':', ' ', '(', '–', '-']);
    let is_set_off = text[own.end..].starts_with(':');
    let behind = behind.strip_prefix("Annex ").unwrap_or(behind);
    let number = behind.strip_prefix("A.").or_else(|| behind.strip_prefix('A')).unwrap_or(behind);
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &number[digits..];
    let goes_on =
        rest.starts_with('.') || is_set_off && !rest.starts_with(|one: char| one.is_alphanumeric() || one == '%');
    behind.len() < text.len() - own.end && (1..=2).contains(&digits) && goes_on
}

/// True if a text between two citations has nothing but such numbers.
fn has_numbers_only(gap: &str) -> bool {
    let is_part =
        |word: &str| word.starts_with(|one: char| one.is_ascii_digit()) || PARTS.contains(&&*word.to_lowercase());
    words(gap).all(is_part)
}

/// Where it ends what a clause tells of the citation that it begins with: how many parts of a kind stand in it.
fn told(text: &str, own: &Range<usize>) -> Option<usize> {
    let head = &text[floor(text, own.start.saturating_sub(REACH))..own.start];
    let clause = head.rsplit(is_break).next().unwrap_or_default();
    let before: Vec<String> = words(clause).map(str::to_lowercase).collect();
    let from = before.iter().rposition(|word| joins_clauses(word)).map_or(0, |at| at + 1);
    let is_small = |word: &String| is_small_word(word) || is_preposition(word);
    let behind = &text[own.end..own.end + floor(&text[own.end..], COUNT)];
    let mut at = own.end;
    let mut after = behind.split_inclusive(' ').filter_map(|word| {
        at += word.len();
        (!word.trim().is_empty()).then(|| (word.trim().to_lowercase(), at))
    });
    if !after.next().is_some_and(|(verb, _)| is_telling(&verb)) || !before[from..].iter().all(is_small) {
        return None;
    }
    let (number, end) = after.next()?;
    let noun = after.take(2).find(|(word, _)| is_noun(word)).map(|(_, end)| end);
    let digits = number.trim_end_matches(['.', ',', ';', ')']);
    let is_last = || digits.len() < number.len() || end == text.len();
    let is_bare = digits.bytes().all(|byte| byte.is_ascii_digit()) && is_last();
    noun.or_else(|| is_bare.then_some(end))
}

/// True if a verb in the past leads from a citation to an older one, and a year that has passed follows: "ISO 9001:2015 replaced
/// ISO 9001:2008 in September 2015".
fn replaced_once(text: &str, own: &Range<usize>, older: &Range<usize>, today: i16) -> bool {
    let Some(gap) = text.get(own.end..older.start).filter(|gap| gap.len() <= COUNT) else { return false };
    let mut verbs = words(gap).map(str::to_lowercase).filter(|word| !is_small_word(word));
    let is_told = verbs.next().is_some_and(|word| is_told_somewhere(&word)) && verbs.next().is_none();
    let ends = ['.', ';', '!', '?', '\n'];
    let head = text[floor(text, own.start.saturating_sub(REACH))..own.start].rsplit(ends).next().unwrap_or_default();
    let rest = &text[older.end..older.end + floor(&text[older.end..], REACH)];
    let rest = rest.split(ends).next().unwrap_or_default();
    let is_past = |word: &str| word.len() == 4 && word.parse().is_ok_and(|year: i16| (1990..today).contains(&year));
    let is_small = |word: &str| {
        let word = word.to_lowercase();
        is_small_word(&word) || is_preposition(&word) || is_number(&word) || month(&word).is_some()
    };
    is_told
        && !gap.contains([',', '.', ';', ':'])
        && words(head).chain(words(rest)).all(is_small)
        && words(rest).any(is_past)
}

/// Where the brackets open in which a citation stands with nothing but a number before it: "(114 in ISO 27001:2013)".
fn counted(text: &str, own: &Range<usize>) -> Option<usize> {
    let near = floor(text, own.start.saturating_sub(COUNT));
    let open = near + text[near..own.start].rfind('(')?;
    let mut inner = words(&text[open + 1..own.start]).map(str::to_lowercase);
    let is_number = inner.next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let is_placed =
        inner.next().is_some_and(|word| PLACES.contains(word.as_str())) && inner.all(|word| is_filler(&word));
    (is_number && is_placed && text[own.end..].starts_with(')')).then_some(open)
}

/// True for a sign behind which another clause or sentence may begin.
const fn is_break(one: char) -> bool {
    matches!(one, '.' | ',' | ';' | ':' | '–' | '—' | '(' | '\n')
}

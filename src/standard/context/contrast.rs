//! An older and a newer edition of which a paragraph tells what stands in each: "ISO 27001:2013 contains 114 controls, ISO
//! 27001:2022 contains 93". That is a comparison, and neither is asked for.

use std::ops::Range;

use super::super::citation::Citation;
use super::judge::{BlockCitations, Judge};
use super::sentence::floor;
use super::tense::PLACES;
use super::word::{is_filler, is_preposition, is_small_word, is_telling, is_told_somewhere, joins_clauses};
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
        let near = |other: &Range<usize>| {
            let gap = range.end.min(other.end)..range.start.max(other.start);
            gap.len() <= REACH && !text[gap].contains('\n')
        };
        let mut newer =
            citations.iter().filter(|one| self.is_newer(one, own)).map(|one| &one.reference.range).peekable();
        if newer.peek().is_some() {
            let (told, counts, is_numbered) = (tells(text, range), counted(text, range), has_number(text, range));
            let is_compared = |other: &Range<usize>| {
                let is_told = || told && tells(text, other) || counts.is_some_and(|open| other.end <= open);
                near(other) && is_told()
                    || is_numbered && has_number(text, other) && has_numbers_only(text, range, other)
            };
            if (told || counts.is_some() || is_numbered) && newer.any(is_compared) {
                return Some("a newer edition is compared with it".into());
            }
        }
        if self.has_twin_key(block_at, own) {
            return Some("a key beside it names a newer edition".into());
        }
        let mut older = citations[index + 1..].iter().take(1).filter(|one| self.is_newer(own, one));
        let is_over = older.any(|one| replaced_once(text, range, &one.reference.range, self.on.year()));
        is_over.then(|| "it is told when it took the place of an older edition".into())
    }
}

impl Judge<'_> {
    /// True if the citation is the key of a value, and another beside it is the same with the year of a newer edition.
    fn has_twin_key(&self, block_at: usize, own: &Citation) -> bool {
        let blocks = &self.document().blocks;
        let key = |block: &Block| match block.kind {
            Kind::Key(_) => Some(block.prose.text().to_owned()),
            _ => block.entry().map(|(key, _)| key.to_owned()),
        };
        let (Some(standard), Some(year)) = (own.standard, own.reference.year) else { return false };
        let Some(label) = key(&blocks[block_at]).filter(|key| own.reference.range.end <= key.len()) else {
            return false;
        };
        let near = blocks[block_at.saturating_sub(NEIGHBOURS)..blocks.len().min(block_at + NEIGHBOURS)].iter();
        let keys: Vec<String> = near.filter_map(key).collect();
        let newer = standard.editions.iter().map(|one| one.year).filter(|one| *one > year.value);
        newer.map(|newer| label.replace(&year.value.to_string(), &newer.to_string())).any(|twin| keys.contains(&twin))
    }
}

/// How many blocks either side another key is looked for.
const NEIGHBOURS: usize = 12;

/// Words for the numbers of a standard.
const PARTS: &[&str] = &["a", "annex", "and", "clause", "clauses", "control", "controls"];

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

/// True if nothing but such numbers stands between two citations.
fn has_numbers_only(text: &str, one: &Range<usize>, other: &Range<usize>) -> bool {
    let gap = one.end.min(other.end)..one.start.max(other.start);
    let is_part =
        |word: &str| word.starts_with(|one: char| one.is_ascii_digit()) || PARTS.contains(&&*word.to_lowercase());
    gap.len() <= REACH && words(&text[gap]).all(is_part)
}

/// True if a citation is that of which its clause tells what stands in it, or begins it as the place of that: "In ISO
/// 27001:2013, A.9.2.3 covers".
fn tells(text: &str, own: &Range<usize>) -> bool {
    let clause = text[..own.start].rsplit(is_break).next().unwrap_or_default();
    let before: Vec<String> = words(clause).map(str::to_lowercase).collect();
    let from = before.iter().rposition(|word| joins_clauses(word)).map_or(0, |at| at + 1);
    let is_small = |word: &String| is_small_word(word) || is_preposition(word);
    if !before[from..].iter().all(is_small) {
        return false;
    }
    let verb = text[own.end..].trim_start();
    let verb = verb[..verb.find(|one: char| !one.is_alphabetic()).unwrap_or(verb.len())].to_lowercase();
    let is_place = before.get(from).is_some_and(|word| PLACES.contains(&word.as_str()));
    is_place || is_telling(&verb)
}

/// True if a verb in the past leads from a citation to an older one, and a year that has passed follows: "ISO 9001:2015 replaced
/// ISO 9001:2008 in September 2015".
fn replaced_once(text: &str, own: &Range<usize>, older: &Range<usize>, today: i16) -> bool {
    let Some(gap) = text.get(own.end..older.start) else { return false };
    let mut verbs = words(gap).map(str::to_lowercase).filter(|word| !is_small_word(word));
    let is_told = verbs.next().is_some_and(|word| is_told_somewhere(&word)) && verbs.next().is_none();
    let rest = text[older.end..].split(['.', ';', '\n']).next().unwrap_or_default();
    let is_past = |word: &str| word.len() == 4 && word.parse().is_ok_and(|year: i16| (1990..today).contains(&year));
    is_told && !gap.contains([',', '.', ';', ':']) && words(rest).any(is_past)
}

/// Where the brackets open in which a citation stands with nothing but a number before it: "(114 in ISO 27001:2013)".
fn counted(text: &str, own: &Range<usize>) -> Option<usize> {
    let near = floor(text, own.start.saturating_sub(COUNT));
    let open = near + text[near..own.start].rfind('(')?;
    let mut inner = words(&text[open + 1..own.start]);
    let is_number = inner.next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let mut rest = inner.map(str::to_lowercase).peekable();
    (is_number && rest.peek().is_some() && rest.all(|word| is_preposition(&word) || is_filler(&word))).then_some(open)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// True for a sign behind which another clause or sentence may begin.
const fn is_break(one: char) -> bool {
    matches!(one, '.' | ',' | ';' | ':' | '–' | '—' | '(' | '\n')
}

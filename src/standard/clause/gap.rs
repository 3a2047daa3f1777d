//! What stands between a designation and a number: only signs and small words, or something of its own.

use std::ops::Range;

use super::super::grammar::is_ideographic;
use super::words::{self, Word};
use crate::year;

/// Longest gap over which a designation stands beside a number, in bytes.
const REACH: usize = 120;

/// What a gap without words of its own holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Gap {
    /// Nothing but signs and blanks.
    pub is_plain: bool,
    /// The same, words that go on with a list before another number left out.
    pub is_listed: bool,
    /// A word by which the number belongs to the designation: "of".
    pub has_of: bool,
    /// A sign stands in it that is more than a blank.
    pub has_sign: bool,
    /// A bracket opens in it.
    pub has_bracket: bool,
    /// A bracket that opens in it does not close there.
    pub is_open: bool,
    /// Besides signs only words for a part stand in it: "clause".
    pub is_direct: bool,
    /// Another number stands in it.
    pub passes: bool,
    /// Another number stands behind a bracket that opens in it.
    pub passes_open: bool,
    /// A semicolon parts it from the number before in its list.
    pub has_semicolon: bool,
}

/// The gap, if it holds nothing of its own; `passed` are the numbers of clauses in the block, sorted, which do not count.
pub(super) fn between(prose: &str, gap: Range<usize>, passed: &[Range<usize>]) -> Option<Gap> {
    if gap.start > gap.end || gap.len() > REACH {
        return None;
    }
    let mut found = Gap { is_plain: true, is_listed: true, is_direct: true, ..Gap::default() };
    let mut at = gap.start;
    while at < gap.end {
        let before = passed.partition_point(|range| range.start <= at);
        if let Some(range) = passed[..before].last().filter(|range| range.contains(&at)) {
            at = range.end;
            found.passes = true;
            found.passes_open |= found.is_open;
            continue;
        }
        let rest = &prose[at..gap.end];
        if let Some(length) = aside(prose, at..gap.end, passed) {
            found.has_sign = true;
            at += length;
            continue;
        }
        let one = rest.chars().next()?;
        at += if one.is_ascii_digit() {
            year::leads(rest).then_some(year::DIGITS)?
        } else if one.is_alphabetic() {
            let length = word(rest, &mut found)?;
            // "and" goes on with a list of numbers.
            let goes_on = words::joins(&format!(" {} ", &rest[..length]));
            found.is_plain &= found.passes && goes_on;
            let next = gap.end - prose[at + length..gap.end].trim_start().len();
            found.is_listed &= goes_on && (found.passes || passed.binary_search_by_key(&next, |one| one.start).is_ok());
            length
        } else {
            let is_listed = || found.passes && is_next(prose, at + 1..gap.end, passed);
            found.has_semicolon |= one == ';';
            if matches!(one, '!' | '?') || (one == ';' && !is_listed()) || (one == '.' && ends_sentence(prose, at)) {
                return None;
            }
            found.has_sign |= !one.is_whitespace();
            found.has_bracket |= matches!(one, '(' | '[');
            found.is_open = matches!(one, '(' | '[') || (found.is_open && !matches!(one, ')' | ']'));
            one.len_utf8()
        };
    }
    Some(found)
}

/// Length of an aside that says something of the number before it in a list: "9.2 (audits), 9.7 (measures)".
fn aside(prose: &str, rest: Range<usize>, passed: &[Range<usize>]) -> Option<usize> {
    let text = &prose[rest.clone()];
    let length = words::aside(text)?;
    let number_end = prose[..rest.start].trim_end().len();
    let follows = passed.binary_search_by_key(&number_end, |one| one.end).is_ok();
    let goes_on = text[length..].trim_start().starts_with(|one: char| one == ',' || one.is_alphabetic());
    (follows && goes_on).then_some(length)
}

/// True if nothing but blanks stands between a sign and the next number of a list.
fn is_next(prose: &str, rest: Range<usize>, passed: &[Range<usize>]) -> bool {
    let blanks = prose[rest.clone()].len() - prose[rest.clone()].trim_start().len();
    let next = rest.start + blanks;
    next == rest.end || passed.iter().any(|one| one.start == next)
}

/// Length of the small word that a text begins with.
fn word(text: &str, found: &mut Gap) -> Option<usize> {
    let joined = text.starts_with(is_ideographic);
    let end = text.find(|one: char| !one.is_alphabetic() || is_ideographic(one) != joined).unwrap_or(text.len());
    let word = &text[..end];
    found.has_of |= words::is_of(word);
    let known = match words::class(word).or_else(|| words::joined(word).map(|(class, _)| class)) {
        Some(Word::Part(_) | Word::Annex) => true,
        Some(Word::Own) => false,
        None => {
            found.is_direct = false;
            words::is_small(word) || word.chars().count() == 1
        }
    };
    known.then_some(end)
}

/// True if a full stop at `at` ends a sentence rather than an abbreviation.
fn ends_sentence(prose: &str, at: usize) -> bool {
    let behind = prose[at + 1..].starts_with([' ', '\n']);
    let (word, _) = super::scan::last_word(&prose[..at]);
    behind && (word.is_empty() || word.chars().count() > 4)
}

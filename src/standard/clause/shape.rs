//! Looks at the bytes of a text for numbers that may be at fault, so that most documents need no second thought.
//!
//! It may stop at what is nothing, never pass by what the parser would find. Markup inside a number or its word is seen
//! through where people write it: escapes, emphasis, quotes.

use std::sync::LazyLock;

use aho_corasick::packed::{Config, MatchKind, Searcher};

use super::model::{Form, Number};
use super::scan::last_word;
use super::table::{self, Known};
use super::words::{self, Word};

/// What every designation that binds numbers has in it: the numbers of the standards of which clauses or controls are on
/// record and of their adoptions, a full-width digit, and the publisher before the letter of the annex.
const LITERALS: &[&str] = &[
    "2700", "20000", "22301", "9001", "2208", "24405", "２７０", "２００", "２２３", "９００", "ISO A", "ISO-A",
    "ISO_A", "ISO:A", "ISO: A", "IEC A", "IEC-A",
];

static SEARCHER: LazyLock<Option<Searcher>> =
    LazyLock::new(|| Config::new().match_kind(MatchKind::LeftmostFirst).builder().extend(LITERALS).build());

/// How far from a number a designation may stand for the number to count whatever is before it, in bytes.
const REACH: usize = 160;

/// True if the path may bind the numbers of its document.
#[must_use]
pub fn may_bind(path: &str) -> bool {
    memchr::memmem::find(path.as_bytes(), b"2700").is_some()
}

/// True if a number that may be at fault stands in the text, and something in the text or the path may bind it.
#[must_use]
pub fn concerns(text: &str, path: &str) -> bool {
    let bytes = text.as_bytes();
    let binders = binders(bytes);
    if binders.as_ref().is_some_and(Vec::is_empty) && !may_bind(path) {
        return false;
    }
    let binders = binders.unwrap_or_default();
    numbers(text).any(|one| one.may_be_wrong(text, &binders))
}

/// Where the numbers stand that a reader must not pass by, ascending.
#[must_use]
pub fn places(text: &str) -> Vec<usize> {
    let binders = binders(text.as_bytes()).unwrap_or_default();
    numbers(text).filter(|one| one.is_lettered || one.may_be_wrong(text, &binders)).map(|one| one.start).collect()
}

/// Where designations that bind may stand; nothing on a processor on which they cannot be looked for.
fn binders(bytes: &[u8]) -> Option<Vec<usize>> {
    SEARCHER.as_ref().map(|searcher| searcher.find_iter(bytes).map(|found| found.start()).collect())
}

/// A number with at least one dot, or with the letter of the annex.
struct Raw {
    /// First byte of the digits.
    start: usize,
    end: usize,
    number: Number,
    is_lettered: bool,
}

/// Every such number.
fn numbers(text: &str) -> impl Iterator<Item = Raw> {
    let bytes = text.as_bytes();
    let mut passed = 0;
    memchr::memchr_iter(b'.', bytes).filter_map(move |dot| {
        let is_inner = bytes.get(dot + 1).is_some_and(u8::is_ascii_digit);
        let is_apart = bytes.get(dot + 1) == Some(&b' ') && bytes.get(dot + 2).is_some_and(u8::is_ascii_digit);
        if dot < passed || !(is_inner || is_apart && text[..dot].ends_with(LETTERS)) {
            return None;
        }
        let raw = number_at(text, dot);
        passed = raw.as_ref().map_or(dot + 1, |raw| raw.end);
        raw
    })
}

/// The number around the dot, with its letter.
fn number_at(text: &str, dot: usize) -> Option<Raw> {
    let bytes = text.as_bytes();
    let is_part = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'\\');
    let mut start = dot;
    while start > 0 && bytes[start - 1].is_ascii_digit() {
        start -= 1;
    }
    if start == dot {
        // The dot behind the letter: "A.12", "A\.12", "A. 12".
        start = dot + 1 + usize::from(bytes.get(dot + 1) == Some(&b' '));
    }
    let length = bytes[start..].iter().take_while(|byte| is_part(**byte)).count();
    let mut levels: Vec<u8> = Vec::with_capacity(5);
    for level in bytes[start..start + length].split(|byte| *byte == b'.') {
        let digits = level.trim_ascii_end().strip_suffix(b"\\").unwrap_or(level);
        if digits.is_empty() {
            break;
        }
        levels.push(std::str::from_utf8(digits).ok().filter(|one| one.len() < 3)?.parse().ok()?);
    }
    let is_lettered = letter_before(text.get(..start)?);
    let fits = (1..=5).contains(&levels.len()) && !levels.contains(&0) && (is_lettered || levels.len() > 1);
    fits.then(|| Raw { start, end: start + length, number: Number::of(&levels), is_lettered })
}

/// Signs that people and their markup put between the letter of the annex and a number.
const SIGNS: &[char] =
    &['.', '\\', ' ', '-', '_', '*', '`', '\n', '\u{a0}', '\u{2009}', '\u{202f}', '\u{2011}', '\u{2013}'];

/// The letter of the annex, in Latin and Cyrillic.
const LETTERS: &[char] = &['A', 'a', 'А'];

/// True if the letter of the annex stands before a number.
fn letter_before(head: &str) -> bool {
    let rest = head.trim_end_matches(SIGNS);
    head.len() - rest.len() <= 6 && rest.ends_with(LETTERS)
}

impl Raw {
    /// True if the number is one that may be at fault where it stands.
    fn may_be_wrong(&self, text: &str, binders: &[usize]) -> bool {
        if self.is_lettered {
            return table::known(self.number) != Known::Newer;
        }
        let lacked = || table::lists().iter().any(|list| list.lacks(self.number));
        if table::known(self.number) == Known::Newer && !lacked() {
            return false;
        }
        self.is_near(binders) || self.is_labelled(text)
    }

    fn is_near(&self, binders: &[usize]) -> bool {
        let next = binders.partition_point(|one| *one < self.start.saturating_sub(REACH));
        binders.get(next).is_some_and(|one| *one < self.end + REACH)
    }

    /// True if the sign or the word before the number makes it a cell, a value or the number of a part.
    fn is_labelled(&self, text: &str) -> bool {
        let head = text[..self.start].trim_end_matches([' ', '*', '_', '`', '(', '[', ':', '\n', '.', '\u{a0}']);
        if head.ends_with(['|', ',', ';', '\t', '"', '\'', '>', '§']) {
            return true;
        }
        let (word, _) = last_word(head);
        let class = words::joined(head).map(|(class, _)| class).or_else(|| words::class(word));
        matches!(class, Some(Word::Annex | Word::Part(Form::Clause | Form::Control | Form::Section)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard::catalogue;

    #[test]
    fn old_numbers_stop_and_others_pass() {
        for text in [
            "ISO 27001 A.12.6.1",
            "ISO 27001 A\\.12\\.6\\.1",
            "ISO 27001, A 9.2.5",
            "ISO 27001, A\u{a0}9.2.5",
            "ISO 27001, А.9.2.5",
            "ISO 27001 A12.6.1",
            "ISO 27001: domain A.9",
            "ISO-A.12.6.1",
            "ISO/IEC 20000-1 clause **9.7.3**",
            "ISO/IEC 20000-1\n\n| 9.7.3 |",
            "27002: 18.2.1",
        ] {
            assert!(concerns(text, "a.md"), "{text}");
        }
        for text in [
            "per A.12.6.1",
            "ISO 27001 A.8.8 and A.5.7",
            "version: 7.6\nsummary: how the teams of the second site keep their tools, and who may lend them to whom, and for \
             how long, as agreed by everybody in the spring of last year\n\nISO 20000-1\n",
            "ISO 9001 is kept, and the audit of the second site that was planned for the spring of that year, when \
             the new hall had been opened and the machines were in their places at last, took us 9.5 hours",
        ] {
            assert!(!concerns(text, "a.md"), "{text}");
        }
        assert!(concerns("A.12.6.1", "iso27001/a.md"));
    }

    #[test]
    fn every_standard_of_the_tables_has_a_literal() {
        let standards = table::lists().iter().map(|list| list.standard);
        let standards = standards.chain([table::controls().standard, table::controls().guidance]);
        for id in standards {
            let standard = catalogue::standards().iter().find(|one| one.id == id).expect("it is in the catalogue");
            let edition = standard.editions.first().expect("it has editions");
            let adopted = catalogue::adoptions_of_standard(edition).map(|one| one.number.to_owned());
            for number in adopted.chain([standard.number.to_string()]) {
                assert!(LITERALS.iter().any(|one| number.starts_with(one)), "{id}: {number}");
            }
        }
    }
}

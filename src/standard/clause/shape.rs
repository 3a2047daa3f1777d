//! Looks at the bytes of a text for numbers that may be at fault, so that most documents need no second thought.
//!
//! It may stop at what is nothing, never pass by what the parser would find. Markup inside a number or its word is seen
//! through where people write it: escapes, emphasis, quotes.

use std::cell::Cell;
use std::sync::LazyLock;

use aho_corasick::packed::{Config, MatchKind, Searcher};

use super::model::{Form, Number};
use super::others;
use super::publisher;
use super::scan::last_word;
use super::table::{self, Known};
use super::words::{self, Word};

/// The beginnings of the numbers of the standards of which clauses or controls are on record, and of their adoptions.
const NUMBERS: &[&str] = &["2700", "20000", "22301", "9001", "2208", "24405"];

/// What else a designation may have: full-width digits, and the publisher right before the letter of the annex.
const OTHERS: &[&str] =
    &["２７０", "２００", "２２３", "９００", "ISO A", "ISO-A", "ISO_A", "ISO:A", "ISO: A", "IEC A", "IEC-A"];

/// The address under which the pages of editions stand.
const PAGES: &str = "iso.org/";

static SEARCHER: LazyLock<Option<Searcher>> = LazyLock::new(|| {
    Config::new().match_kind(MatchKind::LeftmostFirst).builder().extend(NUMBERS).extend(OTHERS).extend([PAGES]).build()
});

/// How far behind a designation a number may stand to count without a word or sign of its own, in bytes.
const REACH: usize = 64;

/// True if the path may bind the numbers of its document.
#[must_use]
pub fn may_bind(path: &str) -> bool {
    // Paths are short: a look at each digit is cheaper than a searcher.
    memchr::memchr_iter(b'2', path.as_bytes()).any(|at| path.as_bytes()[at..].starts_with(b"2700"))
}

/// True if a number that may be at fault stands in the text, and something in the text or the path may bind it.
#[must_use]
pub fn concerns(text: &str, path: &str) -> bool {
    let is_bound = || {
        let Some(searcher) = &*SEARCHER else { return true };
        may_bind(path) || searcher.find_iter(text).next().is_some() || publisher::may_label(text)
    };
    let lists = Lists::default();
    let is_wrong = || {
        found(text).any(|one| match one {
            Found::Number(raw) => raw.may_be_wrong(text, &lists),
            Found::Named(_) => true,
        })
    };
    is_wrong() && is_bound()
}

/// Where the numbers stand that a reader must not pass by, and the names of those who may claim them, in no order.
#[must_use]
pub fn places(text: &str) -> Vec<usize> {
    let lists = Lists::default();
    let wanted = |one: Found| match one {
        Found::Number(raw) => (raw.is_lettered || raw.may_be_wrong(text, &lists)).then_some(raw.start),
        Found::Named(start) => Some(start),
    };
    let mut all: Vec<usize> = found(text).filter_map(wanted).collect();
    all.extend(others::places(text));
    // The title in front matter may say that it is a contract.
    let head = &text.as_bytes()[..text.len().min(HEAD)];
    all.extend(memchr::memmem::find(head, b"itle"));
    all
}

/// Where years stand at the head of a text, in its front matter or a table: they tell when a report found what it says.
#[must_use]
pub fn years_at_head(text: &str) -> Vec<usize> {
    let head = &text.as_bytes()[..text.len().min(HEAD)];
    memchr::memmem::find_iter(head, b"20").collect()
}

/// How far into a document its title may stand, in bytes.
const HEAD: usize = 512;

/// What stands in a number, or before it in a name: a dot before a digit, and the letter of the annex where levels are joined as
/// words are, `ISO_27001_A_12_6_1`. They are looked for in one pass.
const SIGNS_WITHIN: &[&str] = &[".0", ".1", ".2", ".3", ".4", ".5", ".6", ".7", ".8", ".9", "_A_", "_a_"];

static SIGN_SEARCHER: LazyLock<Option<Searcher>> =
    LazyLock::new(|| Config::new().match_kind(MatchKind::LeftmostFirst).builder().extend(SIGNS_WITHIN).build());

/// Where these stand, ascending.
fn signs(text: &str) -> Box<dyn Iterator<Item = usize> + '_> {
    let stands = |at: &usize| SIGNS_WITHIN.iter().any(|sign| text.as_bytes()[*at..].starts_with(sign.as_bytes()));
    match &*SIGN_SEARCHER {
        Some(searcher) => Box::new(searcher.find_iter(text).map(|found| found.start())),
        None => Box::new(memchr::memchr2_iter(b'.', b'_', text.as_bytes()).filter(stands)),
    }
}

/// What may be the number of a clause or control.
enum Found {
    Number(Raw),
    /// Where one begins whose levels are joined as words are in a name.
    Named(usize),
}

/// A number with at least one dot, or with the letter of the annex.
struct Raw {
    /// First byte of the digits.
    start: usize,
    end: usize,
    number: Number,
    is_lettered: bool,
}

/// Every such number, in order.
fn found(text: &str) -> impl Iterator<Item = Found> {
    let mut passed = 0;
    signs(text).filter_map(move |sign| {
        if text.as_bytes()[sign] == b'_' {
            let start = sign + "_A_".len();
            return text.as_bytes().get(start).filter(|byte| byte.is_ascii_digit()).map(|_| Found::Named(start));
        }
        if sign < passed {
            return None;
        }
        let raw = number_at(text, sign);
        passed = raw.as_ref().map_or(sign + 1, |raw| raw.end);
        raw.map(Found::Number)
    })
}

/// How far a number is read, in bytes: one of five levels, each escaped, is shorter.
const LONGEST: usize = 64;

/// The number around the dot, with its letter.
fn number_at(text: &str, dot: usize) -> Option<Raw> {
    let bytes = text.as_bytes();
    let is_part = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'\\');
    let mut start = dot;
    while start > 0 && bytes[start - 1].is_ascii_digit() {
        start -= 1;
    }
    if start == dot {
        // The dot behind the letter: "A.12".
        start = dot + 1;
    }
    let length = bytes[start..].iter().take(LONGEST).take_while(|byte| is_part(**byte)).count();
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

/// Where the list began that was looked at last, and how far it is known; so that a list is gone through once.
#[derive(Default)]
struct Lists(Cell<(usize, usize)>);

impl Lists {
    /// A text up to the list that it ends with.
    fn above<'a>(&self, text: &'a str) -> &'a str {
        let in_list = |one: char| one.is_ascii_digit() || matches!(one, '-' | ' ' | '\n' | '.' | ':');
        let (start, known) = self.0.get();
        let known = if known <= text.len() { known } else { 0 };
        let rest = text[known..].trim_end_matches(in_list).len();
        let start = if rest == 0 && known > 0 { start } else { known + rest };
        self.0.set((start, text.len()));
        &text[..start]
    }
}

impl Raw {
    /// True if the number is one that may be at fault where it stands.
    fn may_be_wrong(&self, text: &str, lists: &Lists) -> bool {
        if self.is_lettered {
            return table::known(self.number) != Known::Newer;
        }
        let is_lacked = || table::lists().iter().any(|list| list.lacks(self.number));
        (table::known(self.number) != Known::Newer || is_lacked())
            && (self.is_labelled(text, lists) || self.follows_designation(text) || self.is_of(text))
    }

    /// True if the number of a standard stands before it in the line; for the first of a line, in the one above.
    fn follows_designation(&self, text: &str) -> bool {
        let head = &text.as_bytes()[self.start.saturating_sub(REACH)..self.start];
        let own_line = head.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        let is_first = own_line.len() < head.len() && own_line.iter().all(|byte| !byte.is_ascii_alphanumeric());
        let near = if is_first { head } else { own_line };
        // Each of them begins with one of these.
        memchr::memchr2_iter(b'2', b'9', near)
            .any(|at| NUMBERS.iter().any(|number| near[at..].starts_with(number.as_bytes())))
    }

    /// True if the word behind it says whose it is.
    fn is_of(&self, text: &str) -> bool {
        let behind = text.get(self.end..).unwrap_or_default().trim_start_matches([' ', '\n', '*', '_', '`', '"']);
        words::is_of(&behind[..behind.find(|one: char| !one.is_alphabetic()).unwrap_or(behind.len())])
    }

    /// True if it is the first of several values of a line.
    fn is_first_cell(&self, text: &str) -> bool {
        let is_first = self.start == 0 || text.as_bytes()[self.start - 1] == b'\n';
        is_first && text.as_bytes().get(self.end).is_some_and(|sign| matches!(sign, b',' | b';' | b'\t' | b'|'))
    }

    /// True if the sign or the word before the number makes it a cell, a value or the number of a part.
    fn is_labelled(&self, text: &str, lists: &Lists) -> bool {
        let head = text[..self.start].trim_end_matches([' ', '*', '_', '`', '(', '[', ':', '\n', '.', '\u{a0}']);
        if head.ends_with(['|', ',', ';', '\t', '"', '\'', '>', '§']) || self.is_first_cell(text) {
            return true;
        }
        // The items of a list are called what stands above its first.
        let head = if head.ends_with('-') { lists.above(head) } else { head };
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
            "clause,standard\n9.7.3,ISO/IEC 20000-1",
            "standard: ISO/IEC 20000-1\nclauses:\n  - 8.7.3\n  - 9.7.3\n",
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
        assert!(NUMBERS.iter().all(|number| number.starts_with(['2', '9'])));
        let standards = table::lists().iter().map(|list| list.standard);
        let standards = standards.chain([table::controls().standard, table::controls().guidance]);
        for id in standards {
            let standard = catalogue::standards().iter().find(|one| one.id == id).expect("it is in the catalogue");
            let edition = standard.editions.first().expect("it has editions");
            let adopted = catalogue::adoptions_of_standard(edition).map(|one| one.number.to_owned());
            for number in adopted.chain([standard.number.to_string()]) {
                assert!(NUMBERS.iter().any(|one| number.starts_with(one)), "{id}: {number}");
            }
        }
    }
}

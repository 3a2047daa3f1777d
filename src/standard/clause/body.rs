//! Standards of other bodies by their numbers, right before the number of a clause or control: "NEN 7510 A.9.4.1".

use super::super::catalogue;
use super::super::grammar::is_body_letter;
use super::super::model::Series;
use super::claim;
use super::lexicon::{BODY_TYPES, FOREIGN_BODIES};
use super::scan::last_word;
use super::table;
use super::words;
use crate::year;

/// How many digits such a number has at least and at most.
const DIGITS: (usize, usize) = (3, 6);

/// Signs that may stand between the number of a standard and that of its control.
const BETWEEN: [char; 6] = [' ', '\n', ':', '-', '(', '"'];

/// True if a standard of another body is named right before `start`: "NEN 7510 A.9.4.1", "GB/T 22239-2019, control A.9.4.1".
/// None is a number that an adoption of the standard of the controls has: "DIN 27001".
pub(super) fn follows(prose: &str, start: usize, inside: &impl Fn(usize) -> bool) -> bool {
    let before = claim::before(prose, start);
    let offset = start - before.len();
    let head = without_year(without_part(before.trim_end_matches(BETWEEN)));
    let from = head.rfind([' ', '\n', '(', '|', ';', ',', '"', '*']).map_or(0, |at| at + 1);
    let Some(digit) = head[from..].find(|one: char| one.is_ascii_digit()).map(|at| from + at) else { return false };
    let number = &head[digit..];
    let length = number.bytes().take_while(u8::is_ascii_digit).count();
    // A year, a part or a supplement may follow.
    let goes_on = number[length..].starts_with(char::is_alphanumeric);
    if goes_on || !(DIGITS.0..=DIGITS.1).contains(&length) || inside(offset + digit) {
        return false;
    }
    let name = head[..digit].trim_end_matches([' ', '\n', '-', '/', '_']);
    let (word, at) = last_word(name);
    let Ok(value) = number[..length].parse::<u32>() else { return false };
    let is_of_kind = || (BODY_TYPES.contains(word) || is_body_letter(word)) && ends_with_body(&name[..at]);
    (FOREIGN_BODIES.contains(word) || is_of_kind()) && !is_of_controls(value)
}

/// How many of the first words of a text, with signs as blanks, are the standard of another body: "NEN 7510", "GB T 22239".
pub(super) fn length(words: &[&str]) -> Option<usize> {
    let number = words.iter().take(NAMES + 1).position(|word| word.bytes().all(|one| one.is_ascii_digit()))?;
    let (names, digits) = (&words[..number], words[number]);
    let is_number = (DIGITS.0..=DIGITS.1).contains(&digits.len()) && !year::leads(digits);
    let is_name = |word: &&str| FOREIGN_BODIES.contains(word) || is_body_letter(word) || BODY_TYPES.contains(word);
    let is_whole = is_number && FOREIGN_BODIES.contains(names.first()?) && names.iter().all(is_name);
    (is_whole && !is_of_controls(digits.parse().ok()?)).then_some(number + 1)
}

/// How many words the name of a body has at most, with its letters and the kind of the document.
const NAMES: usize = 3;

/// True for a number of the standard of the controls or of what it came from: "DIN 27001", "BS 7799".
fn is_of_controls(number: u32) -> bool {
    matches!(number, 7799 | 17799)
        || catalogue::parts(Series::International, number).iter().any(|one| table::is_of_controls(one.id))
}

/// True if a bracket right behind the number that ends at `end`, or behind the list that it is in, holds nothing but the standard of
/// another body: "A.9.4.1 and A.9.4.2 (NEN 7510)".
pub(super) fn is_behind(prose: &str, end: usize, inside: &impl Fn(usize) -> bool) -> bool {
    let mut behind = prose[end..].trim_start_matches([' ', ',']);
    for _ in 0..LISTED {
        let word = &behind[..behind.find([' ', '(', '\n']).unwrap_or(behind.len())];
        if word.is_empty() || !claim::goes_on(word) {
            break;
        }
        behind = behind[word.len()..].trim_start_matches(' ');
    }
    let Some(text) = behind.strip_prefix(['(', '[']) else { return false };
    let Some(close) = text.bytes().take(BRACKET).position(|one| matches!(one, b')' | b']')) else { return false };
    let is_sole = text[..close].split(' ').count() <= WORDS && !text[..close].contains([',', ';']);
    // "A.9.4.1 (also NEN 7510) of ISO 27001".
    let next = text[close + 1..].split_whitespace().next().unwrap_or_default();
    is_sole && !words::is_of(next) && follows(prose, prose.len() - text.len() + close, inside)
}

/// How many words of a list of numbers are passed on the way to such a bracket.
const LISTED: usize = 8;

/// The longest such bracket, in bytes, and the most words in it.
const BRACKET: usize = 40;
const WORDS: usize = 4;

/// The text without a word for a part that it ends with: "NEN 7510, control".
fn without_part(head: &str) -> &str {
    let rest = head.strip_suffix('§').or_else(|| {
        let (word, at) = last_word(head);
        words::class(word).map(|_| &head[..at])
    });
    rest.map_or(head, |rest| rest.trim_end_matches([' ', '\n', ',', '(', ':']))
}

/// The text without a year in brackets that it ends with: "NEN 7510 (2017)".
fn without_year(head: &str) -> &str {
    let year = head.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    year.filter(|(_, year)| year.parse::<u16>().is_ok()).map_or(head, |(rest, _)| rest.trim_end())
}

/// True if a text ends with the name of a body, perhaps with letters of its own behind: "DIN", "GB/", "DIN EN ".
fn ends_with_body(text: &str) -> bool {
    FOREIGN_BODIES.contains(last_word(text.trim_end_matches([' ', '-', '/'])).0)
}

#[cfg(test)]
mod tests {
    #[test]
    fn standards_of_other_bodies_stand_before_numbers() {
        let follows = |text: &str| {
            let start = text.find("A.9.4.1").expect("the number is there");
            let designation = text.find("ISO").map_or(0..0, |at| at..at + "ISO 27001".len());
            super::follows(text, start, &|at| designation.contains(&at))
        };
        for text in [
            "NEN 7510 A.9.4.1",
            "NEN 7510-1:2017 A.9.4.1",
            "NEN 7510-1:2017+A1:2020, control A.9.4.1",
            "NEN-7510: A.9.4.1",
            "NEN 7510 (2017) A.9.4.1",
            "NEN 7510 (A.9.4.1)",
            "CSA Z246.1 A.9.4.1",
            "GB/T 22239 A.9.4.1",
            "GB/T22239-2019 A.9.4.1",
            "BS 10008 A.9.4.1",
            "DIN SPEC 27076 A.9.4.1",
            "UNE 71502 Annex A.9.4.1",
            "AS/NZS 4360 A.9.4.1",
            "GOST R 57580 A.9.4.1",
        ] {
            assert!(follows(text), "{text}");
        }
        for text in [
            "ISO 27001 A.9.4.1", "DIN 27001 A.9.4.1", "BS 10008, A.9.4.1", "CHG 10234: A.9.4.1", "ISMS 2022 A.9.4.1",
            "SOA 2022 A.9.4.1", "in 10008 A.9.4.1", "DIN A4 A.9.4.1", "v4.0.1 A.9.4.1", "Room 10234 A.9.4.1",
            "NC 1045 A.9.4.1", "POL 0012 A.9.4.1", "MS 365: A.9.4.1", "AS 400 A.9.4.1", "IS-001 A.9.4.1",
            "SN 448812 A.9.4.1", "PORT 8443 A.9.4.1", "EUR 1500 A.9.4.1",
        ] {
            assert!(!follows(text), "{text}");
        }
    }
}

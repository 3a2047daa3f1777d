//! Whether a sentence tells of a number that it moved or is gone, so that it is no use of the number.

use std::ops::Range;

use crate::rule::words::{
    NUMBER_ABSENCES, NUMBER_CHANGES, NUMBER_DENIALS, NUMBER_ENDINGS, NUMBER_FORMERS, NUMBER_OUTCOMES, NUMBER_SCHEMES,
};
use crate::standard::grammar::is_ideographic;

/// Why the number at `own` is no use: its sentence says that it is gone, or tells of the change to one of `newer`.
pub(super) fn told(text: &str, own: &Range<usize>, newer: &[Range<usize>], older: u16) -> Option<String> {
    let sentence = sentence(text, own);
    let (before, behind) = (&text[sentence.start..own.start], &text[own.end..sentence.end]);
    if is_denied(before, behind) {
        return Some("the sentence says that there is no such number".into());
    }
    if is_called_old(behind, older) {
        return Some(format!("the sentence says that it is a number of {older}"));
    }
    let newer = newer.iter().find(|one| sentence.start <= one.start && one.end <= sentence.end)?;
    let has_change = || {
        let small = text[sentence.clone()].to_lowercase();
        NUMBER_CHANGES.iter().any(|change| has(&small, change))
    };
    let behind = text[newer.end..].trim_start();
    let is_outcome = || own.end <= newer.start && NUMBER_OUTCOMES.iter().any(|phrase| behind.starts_with(phrase));
    let is_told = is_aside(text, &sentence, own, newer, older) || has_change() || is_outcome();
    is_told.then(|| format!("{}, which took its place, stands in the sentence", &text[newer.clone()]))
}

/// Why the number at `own` is no use: it stands in brackets that name the older edition, right behind one of those that come
/// before, which are of the newer one.
pub(super) fn in_brackets(
    text: &str,
    own: &Range<usize>,
    mut newer: impl Iterator<Item = Range<usize>>,
    older: u16,
) -> Option<String> {
    let sentence = sentence(text, own);
    let is_right_behind = |one: &Range<usize>| {
        let opens = || text[one.end..].trim_start().starts_with(['(', '[']);
        one.end <= own.start && opens() && is_aside(text, &sentence, own, one, older)
    };
    let before = newer.find(is_right_behind)?;
    Some(format!("it stands in the brackets behind {}, which name {older}", &text[before]))
}

/// Why the number at `own` is no use: it stands in brackets that hold nothing but the year of the older edition, with a colon,
/// and numbers of it, and the sentence names one of `newer`: "grew from two (2013: A.15.1 and A.15.2) to four, such as A.5.21".
pub(super) fn behind_year(
    text: &str,
    own: &Range<usize>,
    mut newer: impl Iterator<Item = Range<usize>>,
    older: u16,
) -> Option<String> {
    let from = (own.start.saturating_sub(BRACKET)..own.start).find(|at| text.is_char_boundary(*at))?;
    let open = from + text[from..own.start].rfind(['(', '['])?;
    let close = own.end + text[own.end..].find([')', ']'])?;
    let numbers =
        text[open + 1..close].trim_start().strip_prefix(&older.to_string())?.trim_start().strip_prefix(':')?;
    let is_digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = |word: &str| word == "and" || is_digits(word.trim_start_matches(['A', 'a']));
    let is_sole = numbers.split(|one: char| !one.is_alphanumeric()).all(is_number);
    let sentence = sentence(text, own);
    let found = newer.find(|one| sentence.start <= one.start && one.end <= sentence.end).filter(|_| is_sole)?;
    Some(format!("it stands in brackets behind \"{older}\", with {} in the sentence", &text[found]))
}

/// Why the number at `own` is no use: it stands in brackets that hold nothing but old numbers and the word for that, behind one
/// of `newer` in the same sentence: "A.5.15 Access (was A.9.1.1)".
pub(super) fn called_former(text: &str, own: &Range<usize>, newer: &[Range<usize>]) -> Option<String> {
    let from = (own.start.saturating_sub(BRACKET)..own.start).find(|at| text.is_char_boundary(*at))?;
    let open = from + text[from..own.start].rfind(['(', '['])?;
    let inside = text[open + 1..own.start].trim_start().to_lowercase();
    let word = &inside[..inside.find(|one: char| !one.is_alphabetic()).unwrap_or(inside.len())];
    let is_number =
        |one: char| one.is_ascii_digit() || matches!(one, 'a' | 'A' | '.' | ',' | '/' | ' ' | '&' | ':' | ')' | ']');
    let close = own.end + text[own.end..].find([')', ']'])?;
    let is_sole = inside[word.len()..].chars().all(is_number) && text[own.end..close].chars().all(is_number);
    let sentence = sentence(text, own);
    let before = newer.iter().find(|one| sentence.start <= one.start && one.end <= open)?;
    let is_told = is_sole && NUMBER_FORMERS.contains(word) && !inside.contains([')', ']']);
    is_told.then(|| {
        format!("\"{word}\" stands before it, and {}, which took its place, before the bracket", &text[before.clone()])
    })
}

/// The longest bracket that is read back to its beginning, in bytes.
const BRACKET: usize = 80;

/// True if a text in small letters has a word of a list: one that a star ends may go on, one in a script without spaces
/// stands anywhere.
fn has(text: &str, word: &str) -> bool {
    let (beginning, goes_on) = word.strip_suffix('*').map_or((word, false), |beginning| (beginning, true));
    let is_joined = word.chars().all(is_ideographic);
    text.match_indices(beginning).any(|(at, _)| {
        let behind = &text[at + beginning.len()..];
        let ends = || goes_on || !behind.starts_with(char::is_alphanumeric);
        is_joined || (!text[..at].ends_with(char::is_alphanumeric) && ends())
    })
}

/// True if the words around a number deny that there is one.
fn is_denied(before: &str, behind: &str) -> bool {
    let (before, behind) = (before.trim_end().to_lowercase(), behind.trim_start().to_lowercase());
    let next = &behind[..behind.find(|one: char| !one.is_alphabetic()).unwrap_or(behind.len())];
    let is_open = next.is_empty() || NUMBER_ENDINGS.contains(next);
    let ends = |phrase: &str| {
        before.strip_suffix(phrase).is_some_and(|rest| !rest.ends_with(|one: char| one.is_alphanumeric()))
    };
    (is_open && NUMBER_DENIALS.iter().any(ends)) || NUMBER_ABSENCES.iter().any(|phrase| behind.starts_with(phrase))
}

/// True if what stands behind a number calls it one of the older edition: "in a matrix is 2013 numbering".
fn is_called_old(behind: &str, older: u16) -> bool {
    let clause = &behind[..behind.find([',', ';', ':', '|', '(', '\n']).unwrap_or(behind.len())];
    let small = clause.to_lowercase();
    let is_near = |at: usize| small[..at].split_whitespace().count() <= SUBJECT;
    let stands = |phrase: &str| small.find(phrase).is_some_and(is_near) && has(&small, phrase);
    NUMBER_SCHEMES.iter().any(|phrase| stands(&phrase.replace("0000", &older.to_string())))
}

/// How many words may stand between a number and what calls it old.
const SUBJECT: usize = 6;

/// True if the number stands in a bracket that names the year of the older edition, and the newer number before it.
fn is_aside(text: &str, sentence: &Range<usize>, own: &Range<usize>, newer: &Range<usize>, older: u16) -> bool {
    let Some(open) = text[sentence.start..own.start]
        .rfind(['(', '['])
        .map(|at| sentence.start + at)
        .filter(|open| newer.end <= *open)
    else {
        return false;
    };
    let close = text[own.end..sentence.end].find([')', ']']).map_or(sentence.end, |at| own.end + at);
    let is_same = !text[open..own.start].contains([')', ']']);
    is_same && text[open..close].contains(&older.to_string())
}

/// How far a sentence is looked at on either side of a number, in bytes.
const REACH: usize = 600;

/// The sentence around a number, as far as it is looked at: up to a full stop before a blank, or another sign that ends one.
/// A semicolon does not: "A.12.6.1 was numbered so; it is A.8.8 now".
fn sentence(text: &str, own: &Range<usize>) -> Range<usize> {
    let floor = (own.start.saturating_sub(REACH)..own.start).find(|at| text.is_char_boundary(*at)).unwrap_or(own.start);
    let ceiling = (own.end + REACH..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let ends = |at: usize| {
        let mark = text[at..].chars().next().unwrap_or_default();
        matches!(mark, '!' | '?' | '。') || (mark == '.' && text[at + 1..].starts_with([' ', '\n']))
    };
    let marks = |range: Range<usize>| {
        let start = range.start;
        text[range].char_indices().map(move |(at, one)| (start + at, one.len_utf8())).filter(|(at, _)| ends(*at))
    };
    let start = marks(floor..own.start).next_back().map_or(floor, |(at, length)| at + length);
    let end = marks(own.end..ceiling).next().map_or(ceiling, |(at, _)| at);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_told(text: &str, own: &str, newer: &str) -> bool {
        let range = |number: &str| text.find(number).map(|at| at..at + number.len());
        let newer: Vec<_> = range(newer).into_iter().collect();
        told(text, &range(own).expect("the text has it"), &newer, 2013).is_some()
    }

    #[test]
    fn brackets_hold_what_a_number_was() {
        let is_former = |text: &str| {
            let range = |number: &str| text.find(number).map(|at| at..at + number.len());
            let newer: Vec<_> = range("A.8.8").into_iter().collect();
            called_former(text, &range("A.12.6.1").expect("the text has it"), &newer).is_some()
        };
        for text in [
            "A.8.8 Lamps (was A.12.6.1)",
            "A.8.8 Lampen (alt: A.12.6.1)",
            "A.8.8 (formerly A.18.2.3, A.12.6.1)",
            "A.8.8 (formerly A.12.6.1, A.18.2.3) applies",
        ] {
            assert!(is_former(text), "{text}");
        }
        for text in [
            "Lamps (was A.12.6.1)",
            "A.12.6.1 (was A.8.8)",
            "A.8.8 (with A.12.6.1)",
            "A.8.8 (was A.12.6.1 and still applies)",
            "A.8.8 is old. Lamps (was A.12.6.1)",
            "A.8.8 (was in force) and A.12.6.1 (lamps)",
        ] {
            assert!(!is_former(text), "{text}");
        }
    }

    #[test]
    fn words_of_change_and_absence_tell_of_a_move() {
        for text in [
            "See A.8.8 of the standard (A.12.6.1 in :2013).",
            "The authors merged A.12.6.1 into A.8.8.",
            "There is no A.12.6.1 in it.",
            "A.12.6.1 does not exist any more.",
            "A.12.6.1 was numbered so; it is A.8.8 now.",
            "Maßnahme A.12.6.1 heißt jetzt A.8.8.",
            "A.12.6.1は、2022年版ではA.8.8に対応する。",
            "已将A.12.6.1合并到A.8.8。",
        ] {
            assert!(is_told(text, "A.12.6.1", "A.8.8"), "{text}");
        }
        for text in [
            "We apply A.12.6.1 and A.8.8.",
            "There is no A.12.6.1 evidence.",
            "We merged two teams. We apply A.12.6.1 and A.8.8.",
            "We merged two teams under A.12.6.1.",
            "We apply A.12.6.1 (A.8.8 in the newer one).",
            "脆弱性対応はA.12.6.1とA.8.8による。",
        ] {
            assert!(!is_told(text, "A.12.6.1", "A.8.8"), "{text}");
        }
    }
}

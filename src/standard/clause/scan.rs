//! Finds the numbers of clauses and controls in the prose of a block, with the words and letters that belong to them.

use std::cell::OnceCell;
use std::ops::Range;

use super::super::grammar::is_ideographic;
use super::model::{Form, Locality, Number};
use super::words::{self, Word};
use super::{claim, list, measure, owner};

/// Digits and dots that may be the number of a clause or control.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Bytes of the prose.
    pub range: Range<usize>,
    /// The number.
    pub number: Number,
}

/// Every number of a clause or control in `prose`, in the order of their places; none inside `designations`, which are
/// ascending and do not overlap.
#[must_use]
pub fn find(prose: &str, designations: &[Range<usize>]) -> Vec<Locality> {
    let mut found: Vec<Locality> = Vec::new();
    let inside = |at: usize| {
        let after = designations.partition_point(|one| one.start <= at);
        after.checked_sub(1).is_some_and(|last| designations[last].contains(&at))
    };
    let systems = OnceCell::new();
    let of_system = |at: usize| claim::is_in(systems.get_or_init(|| claim::of_systems(prose, designations)), at);
    for token in tokens(prose).into_iter().filter(|token| !inside(token.range.start)) {
        if let Some((start, form)) = letter_before(prose, &token, &inside) {
            let range = start..token.range.end;
            let with = found.last().filter(|last| last.is_foreign && last.range.end < start);
            let is_foreign = claim::is_foreign(prose, &range, &inside)
                || of_system(start)
                || claim::follows_annex(prose, start, &inside)
                || with.is_some_and(|last| words::joins(&prose[last.range.end..start]));
            let own = Locality { range, number: token.number, last: None, form, is_foreign };
            list::add(prose, own, &mut found);
        } else if !list::shortened(prose, &token, &mut found) && is_apart(prose, &token, &found, &inside) {
            plain(prose, &token, &inside, &mut found);
        }
    }
    found
}

/// Where the annex as a whole is named, without a number.
#[must_use]
pub fn annexes(prose: &str) -> Vec<Locality> {
    let latin = memchr::memchr_iter(b'A', prose.as_bytes()).map(|at| at..at + 1);
    // Of most texts the first byte of the Cyrillic letter tells that they have none.
    let cyrillic = memchr::memchr_iter("А".as_bytes()[0], prose.as_bytes())
        .filter(|at| prose.as_bytes()[*at..].starts_with("А".as_bytes()))
        .map(|at| at..at + "А".len());
    let is_whole = |range: &Range<usize>| {
        let letter_follows = |one: char| one.is_alphanumeric() && !is_ideographic(one);
        let behind = prose[range.end..].trim_start_matches(['.', ' ', ',', ':', '(']);
        !prose[range.end..].starts_with(letter_follows)
            && !behind.starts_with(|one: char| one.is_ascii_digit())
            && word_before(prose, range.start) == Some(Word::Annex)
    };
    let own = |range| Locality { range, number: Number::of(&[]), last: None, form: Form::Lettered, is_foreign: false };
    latin.chain(cyrillic).filter(is_whole).map(own).collect()
}

/// A number without a letter of its own.
fn plain(prose: &str, token: &Token, inside: &impl Fn(usize) -> bool, found: &mut Vec<Locality>) {
    let word = word_before(prose, token.range.start);
    let own =
        |form, is_foreign| Locality { range: token.range.clone(), number: token.number, last: None, form, is_foreign };
    match word {
        Some(Word::Part(form)) => {
            let is_other = claim::is_of_other(prose, token.range.start, inside);
            list::add(prose, own(form, is_other || owner::follows(prose, token.range.end, inside)), found);
        }
        // "Annex 11" is no part of Annex A.
        Some(Word::Own | Word::Annex) => {}
        None if follows_letter(prose, token.range.start) => list::add(prose, own(Form::Lettered, false), found),
        None if words::clause_follows(prose[token.range.end..].trim_start()) => {
            list::add(prose, own(Form::Clause, false), found);
        }
        None if measure::is_one(prose, &token.range, token.number) => {}
        None => {
            let is_other = token.number.depth() > 1 && owner::follows(prose, token.range.end, inside);
            list::add_bare(prose, own(Form::Bare, is_other), found);
        }
    }
}

/// Every run of digits and dots that may be a number: one to five levels of one or two digits, no zero in front but in that
/// of a control whose levels are all of two.
pub(super) fn tokens(prose: &str) -> Vec<Token> {
    let bytes = prose.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|next| at + next) {
        let mut end = start;
        while end < bytes.len()
            && (bytes[end].is_ascii_digit()
                || (bytes[end] == b'.' && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)))
        {
            end += 1;
        }
        let joined = underscored(prose, start).filter(|joined| *joined > end);
        end = joined.unwrap_or(end);
        at = end;
        let written = &prose[start..end];
        let read = joined
            .and_then(|_| number(&written.replace('_', ".")))
            .or_else(|| number(written))
            .or_else(|| prose[..start].ends_with("A.").then(|| padded(written))?);
        if let Some(number) = read.filter(|number| ends(&prose[end..], *number)) {
            found.push(Token { range: start..end, number });
        }
    }
    found
}

/// The end of a number whose levels are joined as words are in a name, behind the letter of the annex: `ISO_27001_A_12_6_1`.
fn underscored(prose: &str, start: usize) -> Option<usize> {
    let head = &prose[..start];
    let head = head.strip_suffix("_A_").or_else(|| head.strip_suffix("_a_"))?;
    // The number of the standard, maybe with a year: "DATA_A_12_6_1" and "REQ_2024_A_9_2_1" are names of something else.
    let head = ["_2005", "_2013", "_2022"].iter().find_map(|year| head.strip_suffix(year)).unwrap_or(head);
    let before = head.strip_suffix("27001").or_else(|| head.strip_suffix("27002"));
    let is_lettered = before.is_some_and(|before| !before.ends_with(|one: char| one.is_ascii_digit()));
    let name = prose[start..].split(|one: char| !one.is_ascii_digit() && one != '_').next().filter(|_| is_lettered)?;
    let is_number = name.split('_').count() == 3 && name.split('_').all(|level| (1..3).contains(&level.len()));
    is_number.then_some(start + name.len())
}

/// The number that a text is.
pub(super) fn number(text: &str) -> Option<Number> {
    let is_written = |level: &str| level.len() <= 2 && !level.starts_with('0');
    let number = Number::parse(text).filter(|_| text.split('.').all(is_written));
    // "9.11.23" is a day.
    number.filter(|number| number.level(2) <= DEEPEST)
}

/// The number that a text of levels of two digits is, as some number controls: "A.12.04.01".
fn padded(text: &str) -> Option<Number> {
    let number = Number::parse(text).filter(|_| text.split('.').all(|level| level.len() == 2));
    number.filter(|number| number.depth() == 3)
}

/// The largest number below the second level: no clause has more children.
const DEEPEST: u8 = 20;

/// True if a number may end before `rest`: no unit, no percentage, no word that goes on.
fn ends(rest: &str, number: Number) -> bool {
    let mut letters = rest.chars();
    match letters.next() {
        Some('%' | '°' | '€' | '$') => false,
        Some(one) if one.is_alphabetic() && !is_ideographic(one) => {
            // "6.1.2a" is a paragraph of a clause.
            number.depth() > 1
                && one.is_ascii_lowercase()
                && !letters.next().is_some_and(|next| next.is_alphanumeric() && !is_ideographic(next))
        }
        _ => true,
    }
}

/// Signs that may stand between the letter of the annex and a number, the longest first.
const SEPARATORS: &[&str] = &[". ", ".", " ", "-", "_", ""];

/// The letter of Annex A before a number: where it begins and how it is written.
fn letter_before(prose: &str, token: &Token, inside: &impl Fn(usize) -> bool) -> Option<(usize, Form)> {
    let head = &prose[..token.range.start];
    let depth = token.number.depth();
    SEPARATORS.iter().find_map(|separator| {
        let rest = head.strip_suffix(separator)?;
        let letter = rest.chars().next_back().filter(|one| matches!(one, 'A' | 'a' | 'А'))?;
        let start = rest.len() - letter.len_utf8();
        let before = prose[..start].chars().next_back();
        // "1.A.11.1" is a number of another kind.
        let dotted_on = || prose[..start - 1].ends_with(|one: char| one.is_alphanumeric()) && !inside(start - 2);
        let word_start = match before {
            None => true,
            Some('.') => !dotted_on(),
            Some(one) => !one.is_alphanumeric() || is_ideographic(one),
        };
        let dotted = separator.starts_with('.');
        let annexed = || word_before(prose, start) == Some(Word::Annex);
        // Only a dot makes a lone level or a small letter more than a word.
        let fits =
            if letter == 'a' { matches!(*separator, "." | "_") && depth > 2 } else { dotted || depth > 1 || annexed() };
        let form = if *separator == " " && !annexed() { Form::Spaced } else { Form::Lettered };
        (word_start && fits).then_some((start, form))
    })
}

/// True if nothing touches a number on its left that would make it a part of something else.
fn is_apart(prose: &str, token: &Token, found: &[Locality], inside: &impl Fn(usize) -> bool) -> bool {
    let Some(before) = prose[..token.range.start].chars().next_back() else { return true };
    let in_list = || {
        found.last().is_some_and(|last| words::joins(&prose[last.range.end.min(token.range.start)..token.range.start]))
    };
    // "ISO/IEC 20000-1:2018/9.7.3", but not "ISO 9001/14.2".
    let head = &prose[..token.range.start - before.len_utf8()];
    let is_dated = || head.len() - head.trim_end_matches(|one: char| one.is_ascii_digit()).len() == 4;
    let is_behind = || inside(head.len().saturating_sub(1)) && (token.number.depth() > 2 || is_dated());
    match before {
        '/' if is_behind() => true,
        '/' | ',' | '+' | '&' => in_list(),
        // "cl.8.7.3".
        '.' => matches!(word_before(prose, token.range.start), Some(Word::Part(_))),
        '_' | '$' | '#' | '@' | '=' | '\\' | '€' | '~' | '^' => false,
        one => !one.is_alphanumeric() || is_ideographic(one),
    }
}

/// Signs that may stand between a word and the number it speaks of.
const BETWEEN: &[char] = &[' ', '\n', '.', ':', '(', '[', '"', '\'', '*', '-', ','];

/// What the word before `at` says of what stands there.
fn word_before(prose: &str, at: usize) -> Option<Word> {
    let head = prose[..at].trim_end_matches(BETWEEN);
    if at - head.len() > 4 {
        return None;
    }
    if let Some((word, _)) = words::joined(head) {
        return Some(word);
    }
    // "c. 9.7.3": the letter alone is none, and a capital one belongs to a list.
    let (word, _) = last_word(head);
    let is_short = word == "c" && prose[head.len()..].starts_with('.');
    if is_short { Some(Word::Part(Form::Section)) } else { words::class(word) }
}

/// True if the letter of an annex stands before `at`: "Annex A, 12.6.1".
fn follows_letter(prose: &str, at: usize) -> bool {
    let head = prose[..at].trim_end_matches(BETWEEN);
    let rest = head.strip_suffix('A').or_else(|| head.strip_suffix('А'));
    at - head.len() <= 4
        && at > head.len()
        && rest.is_some_and(|rest| word_before(prose, rest.len()) == Some(Word::Annex))
}

/// The word that a text ends with, and where it begins.
pub(super) fn last_word(text: &str) -> (&str, usize) {
    let letter = |one: &char| one.is_alphabetic() && !is_ideographic(*one);
    let start = text.char_indices().rev().take_while(|(_, one)| letter(one)).last().map_or(text.len(), |(at, _)| at);
    (&text[start..], start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, wanted: &[(&str, Form)]) {
        let found = find(text, &[]);
        let show = |one: &Locality| {
            let last = one.last.map_or_else(String::new, |last| format!("-{last}"));
            (format!("{}|{}{last}", &text[one.range.clone()], one.number), one.form)
        };
        let found: Vec<(String, Form)> = found.iter().map(show).collect();
        let found: Vec<(&str, Form)> = found.iter().map(|(words, form)| (words.as_str(), *form)).collect();
        assert_eq!(found, wanted, "in {text:?}");
    }

    #[test]
    fn letters_belong_to_numbers() {
        use Form::{Lettered, Spaced};
        check("per A.12.6.1.", &[("A.12.6.1|12.6.1", Lettered)]);
        check("A12.6.1 and A.9", &[("A12.6.1|12.6.1", Lettered), ("A.9|9", Lettered)]);
        check("rule ISO-A.12.6.1", &[("A.12.6.1|12.6.1", Lettered)]);
        check("A 9.2.5", &[("A 9.2.5|9.2.5", Spaced)]);
        check("Annex A 9.2.5", &[("A 9.2.5|9.2.5", Lettered)]);
        check("Annex A.17", &[("A.17|17", Lettered)]);
        check("Annex A, 12.6.1", &[("12.6.1|12.6.1", Lettered)]);
        check("附录A.12.1.2", &[("A.12.1.2|12.1.2", Lettered)]);
        check("EU GMP Annex 11, class 1.A.11.1.1", &[]);
        check("iso27001-a.12.1.1", &[("a.12.1.1|12.1.1", Lettered)]);
        check("SCuBA 0.6, CISA 5.1.1, A4, A.0.1, NCA.5.1", &[("5.1.1|5.1.1", Form::Bare)]);
    }

    #[test]
    fn the_annex_as_a_whole_has_no_number() {
        let named = |text| annexes(text).len();
        assert_eq!(
            [named("ISO 27001 Annex A applies"), named("Anexo A, 附录A"), named("Annex A.9, Annex Alpha, A")],
            [1, 2, 0]
        );
    }

    #[test]
    fn words_say_what_a_number_is() {
        check("Clause 9.7.3", &[("9.7.3|9.7.3", Form::Clause)]);
        check(
            "clauses 6.1.2, 6.1.3 and 8",
            &[("6.1.2|6.1.2", Form::Clause), ("6.1.3|6.1.3", Form::Clause), ("8|8", Form::Clause)],
        );
        check("§ 6.1.2 und Abschnitt 9.7", &[("6.1.2|6.1.2", Form::Section), ("9.7|9.7", Form::Section)]);
        check("control 12.6.1", &[("12.6.1|12.6.1", Form::Control)]);
        check("第9.7.3条", &[("9.7.3|9.7.3", Form::Section)]);
        check("table 9.7.3, 12.11.2024, 9.11.23, 12.6%, v1.2, 10.1.1.1.1.1", &[]);
    }

    #[test]
    fn lists_and_ranges_are_read_on() {
        use Form::Lettered;
        check(
            "A.12.4.1, .2 and .3",
            &[("A.12.4.1|12.4.1", Lettered), (".2|12.4.2", Lettered), (".3|12.4.3", Lettered)],
        );
        check("A.7, 14 controls, and A.12, 15 sub-controls", &[("A.7|7", Lettered), ("A.12|12", Lettered)]);
        check("A.7, 14 domains", &[("A.7|7", Lettered)]);
        check("A.12, 14 and 15", &[("A.12|12", Lettered), ("14|14", Lettered), ("15|15", Lettered)]);
        check("A.12.4.1/2", &[("A.12.4.1|12.4.1", Lettered), ("2|12.4.2", Lettered)]);
        check("A.12.4.1, 12.4.2", &[("A.12.4.1|12.4.1", Lettered), ("12.4.2|12.4.2", Lettered)]);
        check("clauses 9.2 (audits), 9.7", &[("9.2|9.2", Form::Clause), ("9.7|9.7", Form::Clause)]);
        check("A.9.2.1-A.9.2.6", &[("A.9.2.1-A.9.2.6|9.2.1-9.2.6", Lettered)]);
        check("A.9.2.1 to 9.2.6", &[("A.9.2.1 to 9.2.6|9.2.1-9.2.6", Lettered)]);
        check("A.9.2.1-6", &[("A.9.2.1-6|9.2.1-9.2.6", Lettered)]);
        check("A.12.6.1 to A.8.8", &[("A.12.6.1|12.6.1", Lettered), ("A.8.8|8.8", Lettered)]);
    }
}

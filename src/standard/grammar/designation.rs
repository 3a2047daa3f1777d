//! One designation from its publisher to its last supplement.

use super::cursor::{Cursor, plausible_year};
use super::lexicon::LANGUAGES;
use super::model::{Reference, Stage, Year, YearForm};
use super::{head, part, supplement, year};
use crate::standard::catalogue;

/// Reads a designation that begins with a publisher at `cursor`; leaves the cursor behind it.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Reference> {
    let mut ahead = *cursor;
    let start = ahead.at;
    let head = head::read(&mut ahead)?;
    let (number, digits) = head::number(&mut ahead, &head)?;
    let publishers = head.publishers.joined();
    let mut found = Reference {
        series: head.series,
        kind: head.kind,
        stage: head.stage,
        lower: head.lower,
        french: head.publishers.french,
        ..Reference::plain(start..ahead.at, publishers, number)
    };
    part::read(&mut ahead, &mut found);
    tail(&mut ahead, &mut found);
    if !is_whole(&ahead, &found, digits) {
        return None;
    }
    found.range.end = ahead.at;
    *cursor = ahead;
    Some(found)
}

/// What follows number and part: year, supplements, languages, "(all parts)".
pub(super) fn tail(cursor: &mut Cursor<'_>, found: &mut Reference) {
    match plain_year(*cursor, found) {
        Some((year, next)) => {
            found.year = Some(year);
            *cursor = next;
        }
        None => any_tail(cursor, found),
    }
}

/// The year that most tails are, `:2013`, if what stands behind it begins nothing that belongs to a designation.
fn plain_year<'a>(mut cursor: Cursor<'a>, found: &Reference) -> Option<(Year, Cursor<'a>)> {
    let is_open = found.year.is_none() && found.prefix.is_empty();
    let value = (is_open && cursor.eat(b':')).then(|| cursor.year())??;
    // These begin no supplement, no word that ties one, and no edition.
    let is_apart = |letter: u8| letter.is_ascii_alphabetic() && !b"acdefipsw".contains(&letter.to_ascii_lowercase());
    let ends = match cursor.rest().as_bytes() {
        [] | [b')' | b']' | b';' | b'"', ..] => true,
        [b'.', behind @ ..] => !behind.first().is_some_and(u8::is_ascii_digit),
        [b' ', letter, ..] | [b',', b' ', letter, ..] => is_apart(*letter),
        _ => false,
    };
    ends.then_some((Year { value, form: YearForm::Colon }, cursor))
}

fn any_tail(cursor: &mut Cursor<'_>, found: &mut Reference) {
    languages(cursor, found);
    part::behind_brackets(cursor, found);
    if found.year.is_none()
        && let Some((year, next)) = year::read(*cursor, found)
    {
        found.year = Some(year);
        *cursor = next;
        if !found.prefix.is_empty() {
            year::month(cursor);
        }
    }
    part::behind_year(cursor, found);
    draft(cursor, found);
    unpublished(cursor, found);
    languages(cursor, found);
    supplement::read_all(cursor, found);
    edition_mark(cursor);
    twin(cursor, found);
    languages(cursor, found);
    let mut ahead = *cursor;
    ahead.spaces();
    if ahead.eat(b'(') && ahead.eat_words("all parts") && ahead.eat(b')') {
        found.all_parts = true;
        *cursor = ahead;
    }
}

/// `:--`, `:—`: a document that is still to be published, so that its year is open.
fn unpublished(cursor: &mut Cursor<'_>, found: &mut Reference) {
    let mut ahead = *cursor;
    if found.year.is_some() || !ahead.eat(b':') {
        return;
    }
    if let Some(mark) = ["--", "—", "–"].iter().find(|mark| ahead.rest().starts_with(**mark)) {
        ahead.at += mark.len();
        let ends = !ahead.goes_on() && ahead.peek() != Some(b'-');
        if ends {
            found.unpublished = true;
            *cursor = ahead;
        }
    }
}

/// The stage of a draft behind its year: `9001:2014 DIS`, `27001:2021 (FDIS)`.
fn draft(cursor: &mut Cursor<'_>, found: &mut Reference) {
    let mut ahead = *cursor;
    ahead.spaces();
    let bracket = ahead.eat(b'(');
    let name = match ahead.word() {
        "DIS" => "DIS",
        "FDIS" => "FDIS",
        _ => return,
    };
    if found.year.is_some() && found.stage.is_none() && (!bracket || ahead.eat(b')')) {
        found.stage = Some(Stage { name, iteration: String::new() });
        *cursor = ahead;
    }
}

/// ` | IDF 26`: the number that the dairy federation gives the same document.
fn twin(cursor: &mut Cursor<'_>, found: &mut Reference) {
    let mut ahead = *cursor;
    ahead.spaces();
    if !ahead.eat(b'|') {
        return;
    }
    ahead.spaces();
    let from = ahead.at;
    if !ahead.eat_words("IDF/RM") && !ahead.eat_words("IDF") || !ahead.spaces() || ahead.digits().is_empty() {
        return;
    }
    if ahead.eat(b'-') && ahead.digits().is_empty() || ahead.eat(b':') && ahead.year().is_none() {
        return;
    }
    if !ahead.goes_on() {
        ahead.text[from..ahead.at].clone_into(&mut found.twin);
        *cursor = ahead;
    }
}

/// ` Ed 2`, ` ED1`: says nothing that the year does not say.
fn edition_mark(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    if !ahead.spaces() || !matches!(ahead.word(), "Ed" | "ED" | "Ed.") {
        return;
    }
    ahead.eat(b'.');
    ahead.spaces();
    if ahead.digits().len() <= 2 && !ahead.peek().is_some_and(|byte| byte.is_ascii_alphanumeric()) {
        *cursor = ahead;
    }
}

/// `(en)`, `(E/F)`, `(en,fr)`, ` (nl)`.
fn languages(cursor: &mut Cursor<'_>, found: &mut Reference) {
    let mut ahead = *cursor;
    // Behind a blank letters in brackets may be anything.
    let spaced = ahead.spaces();
    if !ahead.eat(b'(') {
        return;
    }
    let from = ahead.at;
    loop {
        let word = ahead.word();
        let known = LANGUAGES.contains(word)
            || (!spaced && word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_lowercase()))
            || (!spaced && matches!(word, "E" | "F" | "R" | "S" | "D" | "A" | "other"));
        if !known {
            return;
        }
        if ahead.eat_any(b",/").is_none() {
            break;
        }
    }
    let to = ahead.at;
    if ahead.eat(b')') {
        found.languages = ahead.text[from..to].to_owned();
        *cursor = ahead;
    }
}

/// False if what was read is the beginning of something else: a date, a version, a measure, a handbook on a standard.
fn is_whole(cursor: &Cursor<'_>, found: &Reference, digits: usize) -> bool {
    if Cursor::eat_words(&mut { *cursor }, "-HBK") {
        return false;
    }
    let unknown = found.part.is_empty() && found.year.is_none() && !catalogue::knows_number(found.number);
    if unknown && digits == 4 && plausible_year(&found.number.to_string()).is_some() {
        return false;
    }
    !(unknown && cursor.goes_on())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_plain_year_is_read_as_any_tail(
            prefix in "|BS EN|CSA",
            behind in "[ ,.;)\\]\"(|/+:&-]{0,3}([a-zA-Z]{0,2}|Amd 1|amendment 1:2024|and its A1|Ed 2|with|version|1|20|年|版|ä|änderung 1|IDF 26|all parts\\)|en\\)|R2019\\)|Office|ISO)[ .,0-9a-z]{0,3}",
            year in "2013|2022|1999|20224|202|2103|13",
        ) {
            let text = format!("27001:{year}{behind}");
            let cursor = Cursor::new(&text, "27001".len());
            let found = Reference { prefix, ..Reference::plain(0..cursor.at, "ISO/IEC", 27001) };
            let read = |how: fn(&mut Cursor<'_>, &mut Reference)| {
                let (mut cursor, mut found) = (cursor, found.clone());
                how(&mut cursor, &mut found);
                (found, cursor.at)
            };
            prop_assert_eq!(read(tail), read(any_tail));
        }
    }
}

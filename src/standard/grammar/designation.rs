//! One designation from its publisher to its last supplement.

use super::cursor::{Cursor, plausible_year};
use super::model::Reference;
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
    languages(cursor, found);
    if found.year.is_none()
        && let Some((year, next)) = year::read(*cursor, found)
    {
        found.year = Some(year);
        *cursor = next;
        if !found.prefix.is_empty() {
            year::month(cursor);
        }
    }
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
    const CODES: &[&str] = &["ar", "cs", "da", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "sv"];
    let mut ahead = *cursor;
    // Behind a blank letters in brackets may be anything.
    let spaced = ahead.spaces();
    if !ahead.eat(b'(') {
        return;
    }
    let from = ahead.at;
    loop {
        let word = ahead.word();
        let known = CODES.contains(&word)
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

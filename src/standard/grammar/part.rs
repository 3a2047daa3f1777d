//! The part of a standard behind its number.

use super::cursor::{Cursor, is_ideographic, is_letter, is_small_digit, plausible_year};
use super::model::{Reference, Year, YearForm};
use super::words;
use crate::standard::catalogue;

/// Numbers of the parts of recommendations.
const ROMAN: &[&str] = &["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/// The part behind the number: `-9`, `.9`, `/9`, `Part 9`, and the iteration of a draft: `.2`.
pub(super) fn read(cursor: &mut Cursor<'_>, found: &mut Reference) {
    // "27001:2013": behind a colon a digit begins a year.
    if matches!(cursor.rest().as_bytes(), [b':', digit, ..] if digit.is_ascii_digit()) {
        return;
    }
    if let Some((part, next)) = hyphen_part(*cursor, found)
        .or_else(|| dot_part(*cursor, found))
        .or_else(|| old_part(*cursor, found))
        .or_else(|| worded_part(*cursor))
    {
        found.part = part;
        *cursor = next;
    }
    if let Some(stage) = &mut found.stage {
        if stage.iteration.is_empty()
            && let Some((iteration, next)) = iteration(*cursor, stage.name)
        {
            iteration.clone_into(&mut stage.iteration);
            *cursor = next;
        }
    } else if let Some(next) = past_iteration(*cursor, found) {
        *cursor = next;
    }
}

/// The part behind a year in brackets that is that of an edition of the part: `20000 (2015) Part 9`.
pub(super) fn behind_brackets(cursor: &mut Cursor<'_>, found: &mut Reference) {
    let mut ahead = *cursor;
    if !found.part.is_empty() || found.year.is_some() || !ahead.spaces() || !ahead.eat(b'(') {
        return;
    }
    if let Some(value) = ahead.year()
        && ahead.eat(b')')
        && let Some((part, next)) = worded_part(ahead)
        && catalogue::knows_part(found.number, &part)
    {
        let own = Reference { part, ..found.clone() };
        if catalogue::knows_year(&own, value) {
            *found = Reference { year: Some(Year { value, form: YearForm::Loose }), ..own };
            *cursor = next;
        }
    }
}

/// The part behind the year, if there is such a part: `20000:2012 Part 2`.
pub(super) fn behind_year(cursor: &mut Cursor<'_>, found: &mut Reference) {
    if found.part.is_empty()
        && found.year.is_some()
        && let Some((part, next)) = worded_part(*cursor)
        && catalogue::knows_part(found.number, &part)
    {
        found.part = part;
        *cursor = next;
    }
}

/// `.2`, `-CD2`: which draft of its stage it is.
fn iteration<'a>(mut cursor: Cursor<'a>, stage: &str) -> Option<(&'a str, Cursor<'a>)> {
    let marked = cursor.eat(b'.') || (cursor.eat(b'-') && cursor.eat_letters(stage));
    let digits = cursor.digits();
    (marked && digits.len() == 1).then_some((digits, cursor))
}

/// `.2` that a published document keeps of its drafts: before a year, or where a type shows that it is no clause.
fn past_iteration<'a>(mut cursor: Cursor<'a>, found: &Reference) -> Option<Cursor<'a>> {
    let one = cursor.eat(b'.') && cursor.digits().len() == 1;
    if !one || catalogue::knows_number(found.number) {
        return None;
    }
    let mut ahead = cursor;
    let dated = ahead.eat(b':') && ahead.year().is_some();
    let typed = found.kind.is_some() && !cursor.goes_on();
    (dated || typed).then_some(cursor)
}

/// `-9`, `-5-1-1`, `-A03`, also with a blank or a line end behind or before the hyphen.
fn hyphen_part<'a>(mut cursor: Cursor<'a>, found: &Reference) -> Option<(String, Cursor<'a>)> {
    let before = cursor.spaces();
    cursor.eat_any(b"-").or_else(|| (!before && found.year.is_none()).then(|| cursor.eat_any(b"_"))?)?;
    let after = cursor.spaces();
    if before && after {
        return None;
    }
    let mut part = part_piece(&mut cursor)?;
    while cursor.peek() == Some(b'-') {
        let mut ahead = cursor;
        ahead.eat(b'-');
        let Some(piece) = part_piece(&mut ahead).filter(|piece| piece.len() <= 3) else { break };
        if catalogue::knows_number(found.number) {
            break;
        }
        part.push('-');
        part.push_str(&piece);
        cursor = ahead;
    }
    let dated = matches!(cursor.peek(), Some(b':')) || (cursor.rest().starts_with(" :"));
    // "27001-2013: met" is a year with a colon behind it.
    if plausible_year(&part).is_some() && !is_dated(cursor) {
        return None;
    }
    // "9001-8.2.1" names a clause; "20000-40000" is a range unless a year follows.
    let clause =
        cursor.peek() == Some(b'.') && cursor.text.as_bytes().get(cursor.at + 1).is_some_and(u8::is_ascii_digit);
    let known = catalogue::knows_part(found.number, &part);
    let loose = before || after || part.len() > 3;
    let clause = clause && found.stage.is_none() && past_iteration(cursor, found).is_none();
    if clause || (loose && !known && !dated && catalogue::knows_number(found.number)) {
        return None;
    }
    Some((part, cursor)).filter(|_| !loose || known || dated || !(before || after))
}

/// True if a colon and a year follow.
fn is_dated(mut cursor: Cursor<'_>) -> bool {
    cursor.spaces();
    let colon = cursor.eat(b':');
    cursor.spaces();
    colon && cursor.year().is_some()
}

/// One piece of a part: digits, or a capital letter with digits, at the end of a word.
fn part_piece(cursor: &mut Cursor<'_>) -> Option<String> {
    let from = cursor.at;
    let letter = cursor.peek().is_some_and(|byte| byte.is_ascii_uppercase());
    cursor.at += usize::from(letter);
    let digits = cursor.digits();
    let number = !digits.is_empty() && digits.len() <= 5;
    if !number || (letter && digits.len() > 2) {
        return None;
    }
    if cursor.peek().is_some_and(|byte| byte.is_ascii_uppercase()) && !letter && digits.len() == 1 {
        cursor.at += 1;
    }
    // A small digit is the mark of a note.
    let goes_on = |one: char| one.is_alphanumeric() && !is_ideographic(one) && !is_small_digit(one);
    if cursor.peek_char().is_some_and(goes_on) {
        return None;
    }
    Some(cursor.text[from..cursor.at].trim_start_matches('0').to_owned()).filter(|part| !part.is_empty())
}

/// `20000.9`: only a part that exists, since a dot also begins a clause or ends a sentence. `5843/6`: an old part.
fn dot_part<'a>(mut cursor: Cursor<'a>, found: &Reference) -> Option<(String, Cursor<'a>)> {
    let mark = cursor.eat_any(b"./")?;
    // The dot of a draft tells which draft it is.
    if found.stage.is_some() && mark == b'.' {
        return None;
    }
    let part = cursor.digits();
    let ends = !matches!(cursor.peek(), Some(b'.' | b'0'..=b'9' | b'%'))
        || cursor.rest().starts_with(". ")
        || cursor.rest() == ".";
    let known = catalogue::knows_part(found.number, part);
    let small = mark == b'/' && !catalogue::knows_number(found.number) && (1..=2).contains(&part.len());
    ((known || small) && ends).then(|| (part.to_owned(), cursor))
}

/// `300/III`, `105/F`: the parts of recommendations had Roman numbers, those of some old standards letters.
fn old_part<'a>(mut cursor: Cursor<'a>, found: &Reference) -> Option<(String, Cursor<'a>)> {
    if !cursor.eat(b'/') || catalogue::knows_number(found.number) {
        return None;
    }
    let word = cursor.word();
    let part = match ROMAN.iter().position(|roman| *roman == word) {
        Some(at) if found.kind == Some("R") => (at + 1).to_string(),
        _ if word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_uppercase()) => word.to_owned(),
        _ => return None,
    };
    let compound = cursor.rest().strip_prefix('-').is_some_and(|rest| rest.starts_with(is_letter));
    let ends = !cursor.goes_on() && !compound && !matches!(cursor.peek(), Some(b'/' | b'&'));
    ends.then_some((part, cursor))
}

/// Words before one part of several that matters most.
const STRESSES: &[&str] =
    &["especially", "particularly", "notably", "namely", "in particular", "insbesondere", "notamment"];

/// `, Teil 9`, `(Part 9)`, `の第9部`, ` series, especially Part 9`.
fn worded_part(mut cursor: Cursor<'_>) -> Option<(String, Cursor<'_>)> {
    let mut ahead = cursor;
    if ahead.spaces() && words::is_group(ahead.word()) {
        cursor = ahead;
    }
    cursor.spaces();
    let bracket = cursor.eat_any(b",(-:") == Some(b'(');
    if let Some(one) = cursor.peek_char().filter(|one| matches!(one, '的' | 'の')) {
        cursor.at += one.len_utf8();
    }
    cursor.spaces();
    // Each of them begins with one of these.
    let may_stress = cursor.peek().is_some_and(|byte| b"epni".contains(&byte.to_ascii_lowercase()));
    let stresses: &[&str] = if may_stress { STRESSES } else { &[] };
    for word in stresses {
        if cursor.eat_words(word) {
            cursor.spaces();
        }
    }
    let (part, mut next) = worded(cursor)?;
    if bracket {
        next.eat(b')');
    }
    Some((part, next))
}

/// `Part 9`, `第9部`.
pub(super) fn worded(mut cursor: Cursor<'_>) -> Option<(String, Cursor<'_>)> {
    if cursor.rest().starts_with('第') {
        cursor.at += '第'.len_utf8();
        let part = cursor.digits();
        let unit = ["部分", "部"].iter().find(|unit| cursor.rest().starts_with(**unit))?;
        cursor.at += unit.len();
        return (!part.is_empty()).then(|| (part.to_owned(), cursor));
    }
    if !words::is_part_word(cursor.word()) {
        return None;
    }
    cursor.eat(b'.');
    cursor.spaces();
    let part = cursor.digits();
    if part.is_empty() || part.len() > 3 || cursor.peek().is_some_and(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    // "Part 4 of our training" is no part of the standard.
    let mut ahead = cursor;
    let is_own = ahead.spaces() && ahead.word() == "of" && ahead.spaces() && words::is_own(ahead.word());
    (!is_own).then(|| (part.to_owned(), cursor))
}

//! The directives by which ISO and IEC work: `ISO/IEC DIR 1`, `ISO/IEC Directives, Part 1:2022 + IEC Supplement:2022`.

use super::cursor::Cursor;
use super::head;
use super::model::{Reference, Written, Year, YearForm};
use super::year::month;
use crate::standard::model::Series;

/// Reads a part of the directives or a supplement to them that begins with its publishers at the cursor.
pub(super) fn read(cursor: &mut Cursor<'_>, found: &mut Vec<Reference>) -> bool {
    let mut ahead = *cursor;
    let Some(publishers) = head::publishers(&mut ahead) else { return false };
    let mut publishers = publishers.joined();
    if publishers != "ISO/IEC" || !ahead.spaces() {
        return false;
    }
    let of_committee = ahead.eat_words("JTC 1") && ahead.spaces();
    if of_committee {
        publishers = "ISO/IEC JTC 1".into();
    }
    let short = ahead.rest().starts_with("DIR");
    if !ahead.eat_words("DIR") && !ahead.eat_words("Directives") {
        return false;
    }
    let mut one = Reference { series: Series::Directives, ..Reference::plain(cursor.at..ahead.at, publishers, 0) };
    one.number = part(&mut ahead, short).unwrap_or(0);
    let mut value = year(&mut ahead);
    if let Some((body, next)) = body(ahead, short && one.number > 0) {
        ahead = next;
        one.part = body;
        value = year(&mut ahead).or(value);
    }
    one.year = value.map(|value| Year { value, form: YearForm::Colon });
    if one.number == 0 && one.part.is_empty() && !of_committee {
        return false;
    }
    with_supplement(&mut ahead, &mut one);
    if ahead.goes_on() {
        return false;
    }
    one.range.end = ahead.at;
    *cursor = ahead;
    found.push(one);
    true
}

/// ` 1`, `, Part 1`; the whole word "Directives" needs the word "Part" before a number.
fn part(cursor: &mut Cursor<'_>, short: bool) -> Option<u32> {
    let mut ahead = *cursor;
    ahead.eat(b',');
    let spaced = ahead.spaces();
    let worded = ahead.eat_words("Part") && ahead.spaces();
    if !spaced || !(worded || short) {
        return None;
    }
    let number = ahead.digits();
    let ends = !ahead.goes_on();
    let number = number.parse().ok().filter(|number| (1..=9).contains(number) && ends)?;
    *cursor = ahead;
    Some(number)
}

/// `:2022`, `:2016-05`.
fn year(cursor: &mut Cursor<'_>) -> Option<u16> {
    let mut ahead = *cursor;
    let value = ahead.eat(b':').then(|| ahead.year())??;
    month(&mut ahead);
    *cursor = ahead;
    Some(value)
}

/// Whose supplement it is, ` ISO SUP`, `, JTC 1 Supplement`, ` -- Consolidated ISO Supplement`, or for whom the part
/// holds: ` IEC`.
fn body(mut cursor: Cursor<'_>, may_be_alone: bool) -> Option<(String, Cursor<'_>)> {
    let spaced = cursor.spaces();
    let marked = ["--", "—", "–", ",", "-"].iter().find(|mark| cursor.rest().starts_with(**mark));
    cursor.at += marked.map_or(0, |mark| mark.len());
    if !cursor.spaces() && !spaced {
        return None;
    }
    if cursor.eat_words("Consolidated") {
        cursor.spaces();
    }
    let name = ["ISO", "IEC", "JTC 1"].into_iter().find(|name| cursor.eat_words(name))?;
    let mut ahead = cursor;
    if ahead.spaces() && (ahead.eat_words("SUP") || ahead.eat_words("Supplement")) {
        let edition = edition(&mut ahead);
        return Some((format!("{name} SUP{edition}"), ahead));
    }
    // "ISO/IEC DIR 2 ISO 9001": another designation follows.
    let begins = ahead.peek().is_some_and(|byte| byte.is_ascii_digit() || byte == b'/');
    (may_be_alone && marked.is_none() && !begins && !cursor.goes_on()).then(|| (name.to_owned(), cursor))
}

/// ` Ed 13`, ` Edition 13`: supplements are numbered, and have no year before they are.
fn edition(cursor: &mut Cursor<'_>) -> String {
    let mut ahead = *cursor;
    if !ahead.spaces() || !(ahead.eat_words("Ed") || ahead.eat_words("Edition")) {
        return String::new();
    }
    ahead.eat(b'.');
    ahead.spaces();
    let number = ahead.digits();
    if number.is_empty() || number.len() > 2 {
        return String::new();
    }
    *cursor = ahead;
    format!(" Edition {number}")
}

/// ` + IEC SUP:2022`: the supplement that is used with the part.
fn with_supplement(cursor: &mut Cursor<'_>, one: &mut Reference) {
    let mut ahead = *cursor;
    ahead.spaces();
    if !ahead.eat(b'+') {
        return;
    }
    let Some((kind, mut ahead)) = body(ahead, false) else { return };
    let year = year(&mut ahead);
    one.supplements.push(Written { kind, number: String::new(), year, beside: true });
    *cursor = ahead;
}

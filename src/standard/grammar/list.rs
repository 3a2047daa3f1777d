//! Lists that do not repeat the publisher: `-1, -2 and -9`, `Parts 4, 7 and 9`, `27001/27002:2013`, `:2013/2022`.

use super::cursor::{Cursor, is_letter};
use super::model::{Reference, Year, YearForm};
use super::words;
use super::{designation, part};
use crate::standard::catalogue;

/// How two items of a list are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// A slash without blanks.
    Slash,
    /// A conjunction or a sign.
    Marked,
    /// A comma or a semicolon, with or without a conjunction behind it.
    Comma,
    /// Nothing but blanks.
    Blank,
}

/// Whether the part before a list was written with a word, and whether the word announces several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ByWord {
    /// With a hyphen, or there is no part.
    No,
    /// `Part 4`: a number behind it is a part only where nothing else can be meant.
    Singular,
    /// `Parts 4`.
    Plural,
}

/// How the part of a designation is written.
pub(super) fn by_word(written: &str, reference: &Reference) -> ByWord {
    let ends_in_part = written.trim_end_matches(')').ends_with(&reference.part);
    if reference.part.is_empty() || !ends_in_part {
        return ByWord::No;
    }
    let mut found = ByWord::No;
    for word in written.split(|one: char| !is_letter(one)) {
        if words::is_parts_word(word) {
            return ByWord::Plural;
        }
        if words::is_part_word(word) {
            found = ByWord::Singular;
        }
    }
    found
}

/// Appends the items that follow the last of `found`, and moves behind the last one.
pub(super) fn read(cursor: &mut Cursor<'_>, mut parts: ByWord, found: &mut Vec<Reference>) {
    while let Some(last) = found.last()
        && let Some((item, next)) = next_item(*cursor, last, parts)
    {
        *cursor = next;
        // "-1 and parts 4 and 7".
        let own = by_word(&cursor.text[item.range.clone()], &item);
        parts = if own == ByWord::No { parts } else { own };
        found.push(item);
    }
}

fn next_item<'a>(cursor: Cursor<'a>, last: &Reference, by_word: ByWord) -> Option<(Reference, Cursor<'a>)> {
    if let Some(end) = range_item(cursor, last, by_word) {
        return Some(end);
    }
    // "Part 1 of 4": the word joins only in Dutch, and not behind one part.
    let counts_parts = by_word == ByWord::Singular && cursor.rest().trim_start().starts_with("of ");
    let (joint, cursor) = joint(cursor).filter(|_| !counts_parts)?;
    hyphen_item(cursor, last, joint)
        .or_else(|| year_item(cursor, last, joint))
        .or_else(|| number_item(cursor, last, joint))
        .or_else(|| slash_item(cursor, last, joint))
        .or_else(|| worded_item(cursor, last, joint))
        .or_else(|| plain_part_item(cursor, last, joint, by_word))
}

/// What parts two items.
fn joint(mut cursor: Cursor<'_>) -> Option<(Joint, Cursor<'_>)> {
    let spaced = cursor.spaces();
    if cursor.peek() == Some(b'/') && !spaced {
        cursor.eat(b'/');
        return Some((Joint::Slash, cursor));
    }
    let mark = cursor.eat_any(b",;/&+|");
    let comma = matches!(mark, Some(b',' | b';'));
    let mut marked = mark.is_some() && !comma;
    cursor.spaces();
    let may_join = cursor.peek().is_some_and(|byte| !byte.is_ascii());
    let mut joined = words::CONJUNCTIONS_JOINED.iter().filter(|_| may_join);
    if let Some(word) = joined.find(|word| cursor.rest().starts_with(**word)) {
        cursor.at += word.len();
        marked = true;
        cursor.spaces();
    }
    let mut ahead = cursor;
    if words::is_conjunction(ahead.word()) && (ahead.spaces() || ahead.peek() == Some(b'-')) {
        cursor = ahead;
        marked = true;
    } else if ahead.at == cursor.at && ahead.eat(b'&') {
        ahead.spaces();
        cursor = ahead;
        marked = true;
    }
    if comma {
        return Some((Joint::Comma, cursor));
    }
    if marked { Some((Joint::Marked, cursor)) } else { spaced.then_some((Joint::Blank, cursor)) }
}

fn item(last: &Reference, start: usize) -> Reference {
    Reference {
        range: start..start,
        stage: None,
        kind: None,
        year: None,
        supplements: Vec::new(),
        twin: String::new(),
        languages: String::new(),
        all_parts: false,
        unpublished: false,
        bare: true,
        ..last.clone()
    }
}

fn finished<'a>(mut item: Reference, mut cursor: Cursor<'a>) -> Option<(Reference, Cursor<'a>)> {
    designation::tail(&mut cursor, &mut item);
    if cursor.peek_char().is_some_and(|one| one.is_alphanumeric() && !super::cursor::is_ideographic(one)) {
        return None;
    }
    item.range.end = cursor.at;
    Some((item, cursor))
}

/// `-9` after `-1` or after the number alone.
fn hyphen_item<'a>(mut cursor: Cursor<'a>, last: &Reference, joint: Joint) -> Option<(Reference, Cursor<'a>)> {
    let start = cursor.at;
    if joint == Joint::Blank || !cursor.eat(b'-') {
        return None;
    }
    let part = cursor.digits();
    if part.is_empty() || part.len() > 2 || cursor.goes_deeper() {
        return None;
    }
    if !catalogue::knows_part(last.number, part) && last.part.is_empty() {
        return None;
    }
    let mut item = item(last, start);
    item.part = part.to_owned();
    finished(item, cursor)
}

/// The last of several parts: `Parts 4 to 9`, `20000-1 to -9`.
fn range_item<'a>(mut cursor: Cursor<'a>, last: &Reference, by_word: ByWord) -> Option<(Reference, Cursor<'a>)> {
    let first: u32 = last.part.parse().ok().filter(|_| last.year.is_none())?;
    let spaced = cursor.spaces();
    let dash = cursor.peek_char().filter(|one| matches!(one, '–' | '—') || (by_word == ByWord::Plural && *one == '-'));
    match dash {
        Some(dash) => cursor.at += dash.len_utf8(),
        None if !spaced || !words::is_range(cursor.word()) => return None,
        None => {}
    }
    cursor.spaces();
    let start = cursor.at;
    let hyphen = cursor.eat(b'-');
    let part = cursor.digits();
    let is_end = part.parse().is_ok_and(|end: u32| end > first) && catalogue::knows_part(last.number, part);
    if !is_end || !(hyphen || by_word == ByWord::Plural) || cursor.goes_deeper() {
        return None;
    }
    let mut item = item(last, start);
    item.part = part.to_owned();
    finished(item, cursor)
}

/// `2022` or `:2022` after a dated item: another edition of the same number.
fn year_item<'a>(mut cursor: Cursor<'a>, last: &Reference, joint: Joint) -> Option<(Reference, Cursor<'a>)> {
    let start = cursor.at;
    let colon = cursor.eat(b':');
    if (last.year.is_none() && !colon) || joint == Joint::Blank {
        return None;
    }
    let value = cursor.year()?;
    let follows = cursor.peek_char();
    let version = follows == Some('.') && cursor.rest()[1..].starts_with(|one: char| one.is_ascii_digit());
    let joined =
        cursor.is_tied() || follows.is_some_and(|one| one.is_alphanumeric() && !super::cursor::is_ideographic(one));
    let thought = !colon && joint != Joint::Slash && begins_thought(cursor, joint, last, value);
    if joined || version || thought || !catalogue::knows_year(last, value) {
        return None;
    }
    let mut item = item(last, start);
    let form = if colon { YearForm::Colon } else { YearForm::Loose };
    item.year = Some(Year { value, form });
    finished(item, cursor)
}

/// `27002:2013`, `20000-9`, `22301`: another number that the catalogue knows.
fn number_item<'a>(mut cursor: Cursor<'a>, last: &Reference, joint: Joint) -> Option<(Reference, Cursor<'a>)> {
    let start = cursor.at;
    let digits = cursor.digits();
    let number: u32 = (4..=5).contains(&digits.len()).then(|| digits.parse().ok())??;
    if !catalogue::knows_number(number) || (joint == Joint::Blank && digits.len() < 5) {
        return None;
    }
    let mut item = item(last, start);
    item.number = number;
    item.part.clear();
    if is_of_family(number) {
        item.prefix = adopted(last);
    }
    part::read(&mut cursor, &mut item);
    let follows = cursor.peek_char();
    let decimal =
        matches!(follows, Some('.' | ',')) && cursor.rest()[1..].starts_with(|one: char| one.is_ascii_digit());
    if matches!(follows, Some('%' | '-' | '€' | '$'))
        && !cursor.rest()[1..].starts_with(|one: char| one.is_alphanumeric())
        || decimal
    {
        return None;
    }
    finished(item, cursor)
}

/// True for the numbers of the standards around ISO/IEC 27001, which bodies adopt together.
const fn is_of_family(number: u32) -> bool {
    number / 1000 == 27
}

/// The bodies of the item before, in full where that is an adoption on record: in "NEN-ISO/IEC 27001:2017 and 27002:2017" both
/// are of the European standard, though the name of that body is left out.
fn adopted(last: &Reference) -> String {
    let row = last.year.and_then(|year| catalogue::adoption(last, year.value));
    row.filter(|row| row.prefix.ends_with("EN")).map_or_else(|| last.prefix.clone(), |row| row.prefix.to_owned())
}

/// `20000-1/2` is two parts, `27001/2` is 27001 and 27002.
fn slash_item<'a>(mut cursor: Cursor<'a>, last: &Reference, joint: Joint) -> Option<(Reference, Cursor<'a>)> {
    let start = cursor.at;
    if joint != Joint::Slash {
        return None;
    }
    let digits = cursor.digits();
    if digits.is_empty()
        || digits.len() > 2
        || cursor.goes_deeper()
        || cursor.peek().is_some_and(|byte| byte.is_ascii_alphanumeric() || (byte == b'/' && last.part.is_empty()))
    {
        return None;
    }
    let mut item = item(last, start);
    if !last.part.is_empty() && catalogue::knows_part(last.number, digits) {
        item.part = digits.to_owned();
        return finished(item, cursor);
    }
    let step = 10_u32.pow(u32::try_from(digits.len()).ok()?);
    let number = last.number / step * step + digits.parse::<u32>().ok()?;
    if last.part.is_empty()
        && last.year.is_none()
        && catalogue::knows_number(last.number)
        && catalogue::knows_number(number)
    {
        item.number = number;
        return finished(item, cursor);
    }
    None
}

/// `and Part 9`, `、第7部`.
fn worded_item<'a>(cursor: Cursor<'a>, last: &Reference, joint: Joint) -> Option<(Reference, Cursor<'a>)> {
    let start = cursor.at;
    let (part, next) = (joint != Joint::Blank).then(|| part::worded(cursor))??;
    if !catalogue::knows_part(last.number, &part) {
        return None;
    }
    let mut item = item(last, start);
    item.part = part;
    finished(item, next)
}

/// `7` in `Parts 4, 7 and 9`.
fn plain_part_item<'a>(
    mut cursor: Cursor<'a>,
    last: &Reference,
    joint: Joint,
    by_word: ByWord,
) -> Option<(Reference, Cursor<'a>)> {
    let start = cursor.at;
    let part = cursor.digits();
    if by_word == ByWord::No || joint == Joint::Blank || part.len() > 2 || !catalogue::knows_part(last.number, part) {
        return None;
    }
    if cursor.peek().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'%') {
        return None;
    }
    if by_word == ByWord::Singular && counts_something(cursor) {
        return None;
    }
    let mut item = item(last, start);
    item.part = part.to_owned();
    item.range.end = cursor.at;
    Some((item, cursor))
}

/// True if a bare year behind an edition is no edition of its own: it says when something was, or counts what follows.
fn begins_thought(cursor: Cursor<'_>, joint: Joint, last: &Reference, value: u16) -> bool {
    let edition = last.year.map_or(0, |year| year.value);
    // "ISO 9001:2008, 2008, Geneva": lists of literature give the year again.
    if edition == value || heads_entry(cursor) || lists_years(cursor, last) {
        return true;
    }
    if !counts_something(cursor) {
        return false;
    }
    match joint {
        // "ISO 9001:2015, 2008 was the year": after a comma a year begins a new thought unless the list goes on.
        Joint::Comma => !next_is(cursor, words::goes_with_editions),
        // "… and 2015 was a record year", "ISO 9001:2015 and 2008 documents".
        Joint::Marked | Joint::Blank | Joint::Slash => {
            let noun = |word: &str| !words::is_small(word) && !words::goes_with_editions(word);
            next_is(cursor, words::is_singular_verb) || (value < edition && next_is(cursor, noun))
        }
    }
}

/// True if a year heads what follows: "2013 - ISO/IEC 27001:2013", "2013 ISO/IEC 27001:2013".
fn heads_entry(mut cursor: Cursor<'_>) -> bool {
    cursor.eat(b']');
    let spaced = cursor.spaces();
    let dash = ["- ", "– ", "— "].iter().any(|dash| cursor.rest().starts_with(dash));
    spaced && (dash || next_is(cursor, |word| words::publisher(word).is_some()))
}

/// True if a list goes on with a year that is no edition: "audits of ISO 9001:2008, 2015, 2018 and 2021".
fn lists_years(mut cursor: Cursor<'_>, last: &Reference) -> bool {
    (0..YEARS).any(|_| {
        let Some(value) = joint(cursor).and_then(|(_, mut next)| {
            let value = next.year()?;
            cursor = next;
            Some(value)
        }) else {
            return false;
        };
        let tied = cursor.is_tied() || cursor.peek_char().is_some_and(char::is_alphanumeric);
        !tied && !catalogue::knows_year(last, value)
    })
}

/// How many years of a list are looked at.
const YEARS: usize = 6;

fn next_is(mut cursor: Cursor<'_>, is: impl Fn(&str) -> bool) -> bool {
    cursor.spaces();
    is(cursor.word())
}

/// True if the number before the cursor counts what follows: "and 4 other standards", "2008 was the year".
fn counts_something(mut cursor: Cursor<'_>) -> bool {
    if !cursor.spaces() || !cursor.peek_char().is_some_and(is_letter) {
        return false;
    }
    let word = cursor.word();
    !words::is_conjunction(word) && !words::is_edition_word(word)
}

//! One designation from its publisher to its last supplement.

use super::cursor::{Cursor, is_ideographic, plausible_year};
use super::model::{Reference, Stage};
use super::words::{self, Middle};
use super::{supplement, year};
use crate::standard::catalogue;
use crate::standard::model::Series;

/// What stands before the number.
struct Head {
    publishers: Vec<&'static str>,
    kind: Option<&'static str>,
    stage: Option<Stage>,
    series: Series,
    /// A word such as "standard" stood between publisher and number: only a known number counts.
    filler: bool,
    lower: bool,
}

/// Reads a designation that begins with a publisher at `cursor`; leaves the cursor behind it.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Reference> {
    let mut ahead = *cursor;
    let start = ahead.at;
    let head = head(&mut ahead)?;
    let (number, digits) = number(&mut ahead, &head)?;
    let publishers = joined(&head.publishers);
    let mut found = Reference {
        series: head.series,
        kind: head.kind,
        stage: head.stage,
        lower: head.lower,
        ..Reference::plain(start..ahead.at, publishers, number)
    };
    part(&mut ahead, &mut found);
    tail(&mut ahead, &mut found);
    if !is_whole(&ahead, &found, digits) {
        return None;
    }
    found.range.end = ahead.at;
    *cursor = ahead;
    Some(found)
}

/// The words "ISO/IEC" in the order that their designations have.
fn joined(publishers: &[&'static str]) -> String {
    let mut names: Vec<&str> = Vec::with_capacity(publishers.len());
    for name in publishers {
        if !names.contains(name) {
            names.push(name);
        }
    }
    names.sort_by_key(|name| ["ISO", "IEC"].iter().position(|known| known == name).unwrap_or(2));
    names.join("/")
}

fn head(cursor: &mut Cursor<'_>) -> Option<Head> {
    let mut head = Head {
        publishers: Vec::new(),
        kind: None,
        stage: None,
        series: Series::International,
        filler: false,
        lower: cursor.peek().is_some_and(|byte| byte.is_ascii_lowercase()),
    };
    head.publishers.extend_from_slice(words::publisher(cursor.word())?);
    while let Some((names, next)) = after_separator(*cursor, words::publisher) {
        head.publishers.extend_from_slice(names);
        *cursor = next;
    }
    if !head.publishers.iter().any(|name| *name == "ISO" || *name == "IEC") {
        return None;
    }
    loop {
        if let Some((kind, next)) = long_kind(*cursor) {
            (head.kind, *cursor) = (Some(kind), next);
            continue;
        }
        let Some((middle, next)) = after_separator(*cursor, words::middle) else { break };
        if !take_middle(&mut head, middle, cursor, next)? {
            break;
        }
    }
    Some(head)
}

/// Takes a word between publisher and number; false if it cannot stand here.
fn take_middle(head: &mut Head, middle: Middle, cursor: &mut Cursor<'_>, next: Cursor<'_>) -> Option<bool> {
    let by_slash = cursor.peek() == Some(b'/');
    match middle {
        Middle::Committee => return None,
        // A lone letter is a type only behind a slash: `ISO/R 125`.
        Middle::Kind("R" | "DATA") if !by_slash => return Some(false),
        Middle::Kind(kind) => head.kind = Some(kind),
        Middle::Stage(name) => head.stage = Some(Stage { name, iteration: String::new() }),
        Middle::Draft(stage, kind) => {
            head.stage = Some(Stage { name: stage, iteration: String::new() });
            head.kind = Some(kind);
        }
        Middle::Guide(draft) => {
            head.series = Series::Guide;
            head.stage = draft.map(|name| Stage { name, iteration: String::new() });
        }
        Middle::Filler => head.filler = true,
    }
    cursor.at = next.at;
    if let Some(stage) = &mut head.stage
        && matches!(middle, Middle::Stage(_))
    {
        let mut ahead = *cursor;
        let iteration = ahead.digits();
        if iteration.len() == 1 && matches!(ahead.peek(), Some(b' ')) {
            stage.iteration = iteration.to_owned();
            *cursor = ahead;
        }
    }
    Some(true)
}

/// A word that `known` knows, behind one separator: a slash, a hyphen, an underscore or spaces.
fn after_separator<'a, T>(mut cursor: Cursor<'a>, known: impl Fn(&str) -> Option<T>) -> Option<(T, Cursor<'a>)> {
    let spaced = cursor.spaces();
    cursor.escape();
    let marked = cursor.eat_any(b"/-_").is_some();
    if marked {
        cursor.spaces();
    }
    if !spaced && !marked {
        return None;
    }
    let found = known(cursor.word())?;
    Some((found, cursor))
}

fn long_kind(mut cursor: Cursor<'_>) -> Option<(&'static str, Cursor<'_>)> {
    cursor.spaces();
    let (_, kind) = words::LONG_KINDS.iter().find(|(words, _)| cursor.eat_words(words))?;
    Some((*kind, cursor))
}

/// The number with what may stand between it and the publisher.
fn number(cursor: &mut Cursor<'_>, head: &Head) -> Option<(u32, usize)> {
    let footnote = footnote_digits(*cursor);
    if let Some(next) = footnote {
        *cursor = next;
    }
    if cursor.rest().starts_with('®') {
        cursor.at += '®'.len_utf8();
    }
    let mut spaced = cursor.spaces();
    cursor.escape();
    let mark = cursor.eat_any(b"-_:(");
    spaced |= mark.is_some() && cursor.spaces();
    let digits = cursor.digits();
    if digits.is_empty() || digits.len() > 5 || digits.starts_with('0') {
        return None;
    }
    let value: u32 = digits.parse().ok()?;
    let known = catalogue::knows_number(value);
    let needs_known =
        head.filler || mark == Some(b':') || footnote.is_some() || (head.lower && !spaced && mark.is_none());
    if (mark == Some(b'(') && !head.filler) || (needs_known && !known) {
        return None;
    }
    Some((value, digits.len()))
}

/// Digits of a footnote glued to the publisher: `ISO/IEC22 27001`.
fn footnote_digits(mut cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let digits = cursor.digits();
    let glued = (1..=2).contains(&digits.len()) && cursor.spaces();
    let number = Cursor::digits(&mut { cursor });
    (glued && number.len() >= 4 && catalogue::knows_number(number.parse().ok()?)).then_some(cursor)
}

/// The part behind the number: `-9`, `.9`, `/9`, `Part 9`.
pub(super) fn part(cursor: &mut Cursor<'_>, found: &mut Reference) {
    if let Some((part, next)) =
        hyphen_part(*cursor, found).or_else(|| dot_part(*cursor, found)).or_else(|| worded_part(*cursor))
    {
        found.part = part;
        *cursor = next;
    }
    if let Some(stage) = &mut found.stage
        && stage.iteration.is_empty()
    {
        let mut ahead = *cursor;
        if ahead.eat(b'.') {
            let digits = ahead.digits();
            if digits.len() == 1 {
                stage.iteration = digits.to_owned();
                *cursor = ahead;
            }
        }
    }
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
    if plausible_year(&part).is_some() && !dated {
        return None;
    }
    // "9001-8.2.1" names a clause; "20000-40000" is a range unless a year follows.
    let clause =
        cursor.peek() == Some(b'.') && cursor.text.as_bytes().get(cursor.at + 1).is_some_and(u8::is_ascii_digit);
    let known = catalogue::knows_part(found.number, &part);
    let loose = before || after || part.len() > 3;
    if (clause && found.stage.is_none()) || (loose && !known && !dated && catalogue::knows_number(found.number)) {
        return None;
    }
    Some((part, cursor)).filter(|_| !loose || known || dated || !(before || after))
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
    if cursor.peek_char().is_some_and(|one| one.is_alphanumeric() && !is_ideographic(one)) {
        return None;
    }
    Some(cursor.text[from..cursor.at].trim_start_matches('0').to_owned()).filter(|part| !part.is_empty())
}

/// `20000.9`: only a part that exists, since a dot also begins a clause or ends a sentence.
fn dot_part<'a>(mut cursor: Cursor<'a>, found: &Reference) -> Option<(String, Cursor<'a>)> {
    if found.stage.is_some() {
        return None;
    }
    let mark = cursor.eat_any(b"./")?;
    let part = cursor.digits();
    let ends = !matches!(cursor.peek(), Some(b'.' | b'0'..=b'9' | b'%'))
        || cursor.rest().starts_with(". ")
        || cursor.rest() == ".";
    let known = catalogue::knows_part(found.number, part);
    let small = mark == b'/' && !catalogue::knows_number(found.number) && (1..=2).contains(&part.len());
    ((known || small) && ends).then(|| (part.to_owned(), cursor))
}

/// `Part 9`, `, Teil 9`, `(Part 9)`, `第9部`.
fn worded_part(mut cursor: Cursor<'_>) -> Option<(String, Cursor<'_>)> {
    cursor.spaces();
    let bracket = cursor.eat_any(b",(-:") == Some(b'(');
    if let Some(one) = cursor.peek_char().filter(|one| matches!(one, '的' | 'の')) {
        cursor.at += one.len_utf8();
    }
    cursor.spaces();
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
    if bracket {
        cursor.eat(b')');
    }
    Some((part.to_owned(), cursor))
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
    languages(cursor, found);
    while let Some((supplement, next)) = supplement::read(*cursor) {
        found.supplements.push(supplement);
        *cursor = next;
    }
    edition_mark(cursor);
    languages(cursor, found);
    let mut ahead = *cursor;
    ahead.spaces();
    if ahead.eat(b'(') && ahead.eat_words("all parts") && ahead.eat(b')') {
        found.all_parts = true;
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

/// `(en)`, `(E/F)`, `(en,fr)`.
fn languages(cursor: &mut Cursor<'_>, found: &mut Reference) {
    let mut ahead = *cursor;
    if !ahead.eat(b'(') {
        return;
    }
    let from = ahead.at;
    loop {
        let word = ahead.word();
        let known = (word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_lowercase()))
            || matches!(word, "E" | "F" | "R" | "S" | "D" | "A" | "other");
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

/// False if what was read is the beginning of something else: a date, a version, a measure.
fn is_whole(cursor: &Cursor<'_>, found: &Reference, digits: usize) -> bool {
    let known = catalogue::knows_number(found.number);
    let plain = found.part.is_empty() && found.year.is_none();
    if plain && !known && digits == 4 && plausible_year(&found.number.to_string()).is_some() {
        return false;
    }
    let next = cursor.peek_char();
    let letter = next.is_some_and(|one| one.is_alphanumeric() && !is_ideographic(one));
    if plain && !known && (letter || next == Some('%')) {
        return false;
    }
    let decimal = next == Some('.') && cursor.rest()[1..].starts_with(|one: char| one.is_ascii_digit());
    !(plain && !known && decimal)
}

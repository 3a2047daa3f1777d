//! One designation from its publisher to its last supplement.

use super::cursor::{Cursor, is_ideographic, plausible_year};
use super::model::{Reference, Stage, Written, Year, YearForm};
use super::words::{self, Middle};
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
        range: start..ahead.at,
        prefix: String::new(),
        publishers,
        series: head.series,
        kind: head.kind,
        stage: head.stage,
        number,
        part: String::new(),
        year: None,
        supplements: Vec::new(),
        languages: String::new(),
        all_parts: false,
        bare: false,
        lower: head.lower,
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
    let mut spaced = cursor.spaces();
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
    if let Some((year, next)) = year(*cursor, found) {
        found.year = Some(year);
        *cursor = next;
        if !found.prefix.is_empty() {
            month(cursor);
        }
    }
    languages(cursor, found);
    while let Some((supplement, next)) = supplement(*cursor) {
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

/// The year of the edition.
pub(super) fn year<'a>(cursor: Cursor<'a>, found: &Reference) -> Option<(Year, Cursor<'a>)> {
    joined_year(cursor, found).or_else(|| loose_year(cursor, found)).or_else(|| worded_year(cursor))
}

/// `:2013`, `-2013`, `_2013`, `/2013`.
fn joined_year<'a>(mut cursor: Cursor<'a>, found: &Reference) -> Option<(Year, Cursor<'a>)> {
    let spaced = cursor.spaces();
    let mark = cursor.eat_any(b":-_/")?;
    let spaced_after = cursor.spaces();
    let form = match mark {
        b':' => YearForm::Colon,
        b'/' => YearForm::Slash,
        _ => YearForm::Hyphen,
    };
    if mark != b':' && (spaced || spaced_after) {
        return None;
    }
    let value = year_digits(&mut cursor, found)?;
    // ": 4.1" is a clause, "2026-03-01" a date.
    let dotted =
        cursor.peek() == Some(b'.') && cursor.text.as_bytes().get(cursor.at + 1).is_some_and(u8::is_ascii_digit);
    if dotted || is_date_tail(cursor) {
        return None;
    }
    let known = catalogue::knows_year(found, value);
    // A date after a colon with a blank, or a folder of a year, is no edition unless there is such an edition.
    if mark == b'/' && !known && found.prefix.is_empty() {
        return None;
    }
    Some((Year { value, form }, cursor))
}

/// `2013` behind a blank, or in brackets: an edition only where the catalogue has it.
fn loose_year<'a>(mut cursor: Cursor<'a>, found: &Reference) -> Option<(Year, Cursor<'a>)> {
    let spaced = cursor.spaces();
    let bracket = cursor.eat(b'(');
    if !spaced && !bracket {
        return None;
    }
    let value = cursor.year()?;
    if bracket && !cursor.eat(b')') {
        return None;
    }
    let follows = cursor.peek_char();
    let joined = follows.is_some_and(|one| one.is_alphanumeric() && !is_ideographic(one) || "-:/".contains(one));
    let version = cursor.rest().starts_with('.') && cursor.rest()[1..].starts_with(|one: char| one.is_ascii_digit());
    let date = !bracket
        && follows == Some('年')
        && cursor.rest()['年'.len_utf8()..].starts_with(|one: char| one.is_ascii_digit());
    let usable = bracket || (follows != Some('-') && !version && !date);
    (usable && (!joined || bracket || follows == Some('/')) && catalogue::knows_year(found, value))
        .then_some((Year { value, form: YearForm::Loose }, cursor))
}

/// `, 2013 edition`, ` edition 2013`, `（2013年版）`.
fn worded_year(mut cursor: Cursor<'_>) -> Option<(Year, Cursor<'_>)> {
    cursor.spaces();
    let mark = cursor.eat_any(b",(-");
    cursor.spaces();
    let mut ahead = cursor;
    let first = ahead.year();
    let value = if let Some(value) = first {
        let joined = words::EDITIONS_JOINED.iter().find(|word| ahead.rest().starts_with(**word));
        if let Some(word) = joined {
            ahead.at += word.len();
        } else {
            ahead.spaces();
            if !words::is_edition_word(ahead.word()) {
                return None;
            }
        }
        value
    } else {
        if !words::is_edition_word(ahead.word()) || !ahead.spaces() {
            return None;
        }
        ahead.year()?
    };
    if mark == Some(b'(') {
        ahead.eat(b')');
    }
    Some((Year { value, form: YearForm::Words }, ahead))
}

/// Four digits of a year, the number of a footnote glued to them left out where the edition is known: `202240`.
fn year_digits(cursor: &mut Cursor<'_>, found: &Reference) -> Option<u16> {
    let from = cursor.at;
    let digits = cursor.digits();
    if (5..=6).contains(&digits.len()) {
        let value = plausible_year(&digits[..4]).filter(|year| catalogue::knows_year(found, *year))?;
        cursor.at = from + 4;
        return Some(value);
    }
    // Canadian adoptions write two digits.
    if digits.len() == 2 && found.prefix.ends_with("CSA") {
        let short: u16 = digits.parse().ok()?;
        return Some(if short < 40 { 2000 + short } else { 1900 + short });
    }
    plausible_year(digits).filter(|_| !cursor.peek().is_some_and(|byte| byte.is_ascii_alphabetic()))
}

/// True if `-03-01` follows: the year was that of a date.
fn is_date_tail(mut cursor: Cursor<'_>) -> bool {
    cursor.eat(b'-') && cursor.digits().len() == 2 && cursor.eat(b'-') && !cursor.digits().is_empty()
}

/// The month of a German or Polish edition: `2017-06`.
pub(super) fn month(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    if ahead.eat(b'-')
        && matches!(ahead.digits().parse(), Ok(1..=12))
        && !matches!(ahead.peek(), Some(b'-' | b'0'..=b'9'))
    {
        *cursor = ahead;
    }
}

/// `/Amd 1:2024`, `+A1:2024`, ` + Cor 1`, `, Amendment 1:2024`, `/DAM 1`.
pub(super) fn supplement(mut cursor: Cursor<'_>) -> Option<(Written, Cursor<'_>)> {
    let spaced = cursor.spaces();
    let mark = cursor.eat_any(b"/+,&(");
    cursor.spaces();
    let mut joined = mark.is_some();
    for word in ["including", "incl", "with", "and", "plus", "as amended by", "its"] {
        if cursor.eat_words(word) {
            cursor.eat(b'.');
            cursor.spaces();
            joined = true;
        }
    }
    if !joined && !spaced {
        return None;
    }
    let mut stage = "";
    for name in ["PWI", "NP", "AWI", "WD", "CD", "DIS", "PRF"] {
        if mark == Some(b'/') && cursor.eat_words(name) {
            stage = name;
            cursor.spaces();
        }
    }
    let from = cursor.at;
    let word = cursor.word();
    let (kind, explicit) = supplement_kind(word)?;
    if !explicit && !matches!(mark, Some(b'/' | b'+' | b',')) {
        return None;
    }
    cursor.eat(b'.');
    cursor.spaces();
    let number_at = cursor.at;
    let mut number = cursor.digits().to_owned();
    if number.is_empty() || number.len() > 3 {
        // `Suppl:1993` has no number; a plain word "amendment" without one is a word.
        if cursor.peek() != Some(b':') && stage.is_empty() || number.len() > 3 {
            return None;
        }
        cursor.at = number_at;
        number.clear();
    } else if cursor.peek() == Some(b'.') {
        let mut ahead = cursor;
        ahead.eat(b'.');
        let iteration = ahead.digits();
        if iteration.len() == 1 && !stage.is_empty() {
            number = format!("{number}.{iteration}");
            cursor = ahead;
        }
    }
    if !explicit && number_at != from + word.len() {
        return None;
    }
    let mut ahead = cursor;
    ahead.spaces();
    let year = ahead.eat_any(b":-").and_then(|_| {
        ahead.spaces();
        ahead.year()
    });
    if year.is_some() {
        cursor = ahead;
        month(&mut cursor);
    }
    if mark == Some(b'(') && !cursor.eat(b')') {
        return None;
    }
    let kind = if stage.is_empty() { kind.to_owned() } else { format!("{stage} {kind}") };
    Some((Written { kind, number, year }, cursor))
}

/// What a word says of a supplement, and whether it says it without help: `A1` needs a slash or a plus.
fn supplement_kind(word: &str) -> Option<(&'static str, bool)> {
    const KINDS: &[(&str, &str)] = &[
        ("amd", "Amd"),
        ("amendment", "Amd"),
        ("amdt", "Amd"),
        ("am", "Amd"),
        ("amendement", "Amd"),
        ("änderung", "Amd"),
        ("enmienda", "Amd"),
        ("emenda", "Amd"),
        ("damd", "DAmd"),
        ("dam", "DAM"),
        ("fdamd", "FDAM"),
        ("fdam", "FDAM"),
        ("pdam", "CD Amd"),
        ("fpdam", "DAM"),
        ("cor", "Cor"),
        ("corr", "Cor"),
        ("corrigendum", "Cor"),
        ("dcor", "DCOR"),
        ("fdcor", "FDCor"),
        ("fcor", "FDCOR"),
        ("pdcor", "CD Cor"),
        ("suppl", "Suppl"),
        ("dsuppl", "DSuppl"),
        ("add", "Add"),
        ("dad", "DAD"),
        ("ext", "Ext"),
    ];
    let lower = word.to_lowercase();
    if let Some((_, kind)) = KINDS.iter().find(|(known, _)| *known == lower) {
        return Some((kind, true));
    }
    match word {
        "A" => Some(("Amd", false)),
        "AC" => Some(("Cor", false)),
        _ => None,
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

//! The year of an edition behind a number: tied to it by a sign, loosely by a blank, or in words.

use super::cursor::{Cursor, is_ideographic, plausible_year};
use super::lexicon::{GENITIVES, LANGUAGES};
use super::model::{Reference, Year, YearForm};
use super::words;
use crate::standard::catalogue;

/// Reads the year of the edition.
pub(super) fn read<'a>(cursor: Cursor<'a>, found: &Reference) -> Option<(Year, Cursor<'a>)> {
    let read = joined(cursor, found).or_else(|| loose(cursor, found)).or_else(|| short(cursor, found));
    let (year, mut next) = read.or_else(|| worded(cursor, found))?;
    edition_behind(&mut next, year.form);
    reaffirmed(&mut next, found);
    Some((year, next))
}

/// `版` behind any year, ` edition` behind one that is not tied by a colon: "ISO 27001 — 2013 edition".
fn edition_behind(cursor: &mut Cursor<'_>, form: YearForm) {
    let mut ahead = *cursor;
    let may_stand = form != YearForm::Colon || words::EDITIONS_JOINED.iter().any(|word| ahead.rest().starts_with(word));
    // "ISO 27001 2013 version 3" speaks of a version of something else.
    let counted = |mut ahead: Cursor<'_>| ahead.spaces() && !ahead.digits().is_empty();
    if may_stand && edition_word(&mut ahead).is_some() && !counted(ahead) {
        *cursor = ahead;
    }
}

/// `:13`, `'2013`, `v2013` and ` (v2013`, where the edition is known.
fn short<'a>(mut cursor: Cursor<'a>, found: &Reference) -> Option<(Year, Cursor<'a>)> {
    let mut ahead = cursor;
    let value = if ahead.eat(b':') {
        let digits = ahead.digits();
        let year: u16 = (digits.len() == 2).then(|| digits.parse().ok())??;
        2000 + year
    } else {
        let quoted = ["'", "’"].iter().find(|sign| ahead.rest().starts_with(**sign));
        match quoted {
            Some(sign) => ahead.at += sign.len(),
            None => {
                if ahead.spaces() {
                    ahead.eat(b'(');
                }
                ahead.eat_any(b"vV")?;
                ahead.eat(b'.');
            }
        }
        ahead.year()?
    };
    cursor = ahead;
    let alone = !cursor.goes_on() && !cursor.is_tied() && cursor.peek() != Some(b'/');
    (alone && catalogue::knows_year(found, value)).then_some((Year { value, form: YearForm::Words }, cursor))
}

/// ` (R2019)`: the year in which a body said that its adoption still holds.
fn reaffirmed(cursor: &mut Cursor<'_>, found: &Reference) {
    let mut ahead = *cursor;
    ahead.spaces();
    if !found.prefix.is_empty() && ahead.eat(b'(') && ahead.eat(b'R') && ahead.year().is_some() && ahead.eat(b')') {
        *cursor = ahead;
    }
}

/// `:2013`, `-2013`, `_2013`, `/2013`, `—2013`, `.2013`, `;2013`; with blanks around the sign only where the edition is
/// known.
fn joined<'a>(mut cursor: Cursor<'a>, found: &Reference) -> Option<(Year, Cursor<'a>)> {
    // Emphasis that a plain text carries along.
    while cursor.eat(b'*') {}
    let before = cursor.spaces();
    cursor.escape();
    let form = sign(&mut cursor)?;
    let after = cursor.spaces();
    let from = cursor;
    let tied = form == YearForm::Colon && !before && !after;
    let value = digits(&mut cursor, found).or_else(|| {
        cursor = from;
        mistyped(&mut cursor, found).filter(|_| tied)
    })?;
    let known = catalogue::knows_year(found, value);
    let colon = form == YearForm::Colon;
    let blank = before || after;
    let slips = form == YearForm::Slip;
    if blank && is_count(cursor) {
        return None;
    }
    if !known && (slips || !colon && blank) || slips && (blank || !may_slip(cursor, found)) {
        return None;
    }
    // The month of an adoption is no date, and be its year unknown.
    let month = if found.prefix.is_empty() { known && !blank } else { known || tied };
    if is_date(cursor, month) || (form == YearForm::Slash && !known && found.prefix.is_empty()) {
        return None;
    }
    // "ISO 27001: 2023 in review" names no edition; with a blank only a known one is firm.
    let form = if colon && blank && !known { YearForm::Loose } else { form };
    Some((Year { value, form }, cursor))
}

/// True if a year behind a full stop is that of an edition and no number of something else: "ISO 9001.2015 employees", "ticket
/// ISO-9001.2008".
fn may_slip(cursor: Cursor<'_>, found: &Reference) -> bool {
    if cursor.is_tied() || cursor.goes_on() {
        return false;
    }
    let mut ahead = cursor;
    let word = if ahead.spaces() { ahead.word() } else { "" };
    let is_noun = word.starts_with(|one: char| one.is_ascii_lowercase())
        && !(words::is_small(word)
            || words::is_connector(word)
            || words::is_conjunction(word)
            || words::is_certified(word));
    !is_noun && !cursor.text[found.range.start..cursor.at].contains('-')
}

/// True if a hyphen stands there and a year behind it, and behind that nothing or a sign: "ISO 27001--2013 in review" may tell of
/// that year.
fn ends_with_year(mut cursor: Cursor<'_>) -> bool {
    let is_year = cursor.eat(b'-') && cursor.year().is_some();
    is_year && (cursor.rest().trim().is_empty() || cursor.rest().starts_with([')', ']', ',', ';', '.']))
}

/// The sign between number and year.
fn sign(cursor: &mut Cursor<'_>) -> Option<YearForm> {
    if cursor.rest().starts_with('—') {
        cursor.at += '—'.len_utf8();
        return Some(YearForm::Hyphen);
    }
    Some(match cursor.eat_any(b":-_/.;")? {
        b':' => YearForm::Colon,
        b'/' => YearForm::Slash,
        b'.' | b';' => YearForm::Slip,
        sign => {
            // A hyphen that stood at the end of a line and the one behind it.
            if sign == b'-' && ends_with_year(*cursor) {
                cursor.eat(b'-');
            }
            YearForm::Hyphen
        }
    })
}

/// `2013` behind a blank, or in brackets: an edition only where the catalogue has it.
fn loose<'a>(mut cursor: Cursor<'a>, found: &Reference) -> Option<(Year, Cursor<'a>)> {
    let spaced = cursor.spaces();
    let bracket = cursor.eat(b'(');
    if !spaced && !bracket {
        return None;
    }
    if bracket {
        cursor.eat(b':');
    }
    let value = cursor.year()?;
    if bracket && !found.prefix.is_empty() {
        month(&mut cursor);
    }
    if bracket && !cursor.eat(b')') {
        let is_edition = catalogue::knows_year(found, value)
            && (goes_with_edition(cursor) || lists_editions(cursor, found, |end| end.peek() == Some(b')')));
        return is_edition.then_some((Year { value, form: YearForm::Words }, cursor));
    }
    let joined =
        cursor.is_tied() || cursor.peek_char().is_some_and(|one| one.is_alphanumeric() && !is_ideographic(one));
    if !catalogue::knows_year(found, value) || (!bracket && (joined || is_date(cursor, false) || is_count(cursor))) {
        return None;
    }
    Some((Year { value, form: YearForm::Loose }, cursor))
}

/// True if what follows a year in brackets belongs to an edition: `(2013 numbering)`.
fn goes_with_edition(mut cursor: Cursor<'_>) -> bool {
    cursor.spaces() && words::is_of_edition(cursor.word())
}

/// True if only years of other editions follow up to where `ends` says that they end: `(2013, 2022)`, `2013 and 2022 editions`.
fn lists_editions(mut cursor: Cursor<'_>, found: &Reference, ends: impl Fn(Cursor<'_>) -> bool) -> bool {
    for _ in 0..EDITIONS {
        cursor.spaces();
        if cursor.eat_any(b",/&+;").is_none() && !words::is_conjunction(cursor.word()) {
            return false;
        }
        cursor.spaces();
        let mut ahead = cursor;
        if words::is_conjunction(ahead.word()) && ahead.spaces() {
            cursor = ahead;
        }
        cursor.eat(b':');
        if !cursor.year().is_some_and(|year| catalogue::knows_year(found, year)) {
            return false;
        }
        if ends(cursor) {
            return true;
        }
    }
    false
}

/// How many editions a list of years may name beside the first.
const EDITIONS: usize = 4;

/// `, 2013 edition`, `, 2013` at the end of an entry, ` edition 2013`, ` in the 2013 edition`, ` (Ed. 2, 2013)`, ` in der
/// Fassung von 2013`, ` de 2013`, ` (published 2013)`, `(2013年版)`, `的2013版`.
fn worded<'a>(mut cursor: Cursor<'a>, found: &Reference) -> Option<(Year, Cursor<'a>)> {
    if let Some(found) = behind_ending(cursor, found) {
        return Some(found);
    }
    cursor.spaces();
    let sign = cursor.eat_any(b",(-:");
    let bracket = sign == Some(b'(');
    for mark in ["—", "的", "の"] {
        if cursor.rest().starts_with(mark) {
            cursor.at += mark.len();
        }
    }
    cursor.spaces();
    let known = |value: &u16| catalogue::knows_year(found, *value);
    let mut ahead = cursor;
    let value = if let Some(value) = ahead.year() {
        let editions = |end: Cursor<'_>| edition_word(&mut { end }).is_some();
        let listed =
            known(&value) && (ends_entry(ahead) || heads_code(ahead, found) || lists_editions(ahead, found, editions));
        if !(sign == Some(b',') && listed) {
            edition_word(&mut ahead)?;
        }
        value
    } else if let Some((value, next)) =
        before_edition(cursor).or_else(|| numbered(cursor)).filter(|(one, _)| known(one))
    {
        ahead = next;
        value
    } else {
        let first = Cursor::word(&mut { ahead });
        // "ISO 9001 selon la version 2008 du manuel": what follows may say of what the edition is.
        let dated = words::is_dated(first) || (words::is_according(first) && !words::is_small(first));
        words_of_edition(&mut ahead, bracket)?;
        let ends =
            |cursor: Cursor<'_>| cursor.rest().trim().is_empty() || cursor.rest().starts_with([')', ',', ';', '.']);
        ahead
            .year()
            .filter(known)
            .filter(|_| !ahead.goes_deeper() && !is_date(ahead, true) && !is_of_own(ahead) && (!dated || ends(ahead)))?
    };
    if bracket {
        ahead.eat(b')');
    }
    Some((Year { value, form: YearForm::Words }, ahead))
}

/// `'in 2013 sürümü`: the year behind the ending by which an edition belongs to a name.
fn behind_ending<'a>(mut cursor: Cursor<'a>, found: &Reference) -> Option<(Year, Cursor<'a>)> {
    let sign = ["'", "’"].into_iter().find(|sign| cursor.rest().starts_with(sign))?;
    cursor.at += sign.len();
    if !GENITIVES.contains(cursor.word()) || !cursor.spaces() {
        return None;
    }
    let value = cursor.year().filter(|year| catalogue::knows_year(found, *year))?;
    edition_word(&mut cursor)?;
    Some((Year { value, form: YearForm::Words }, cursor))
}

/// ` the 2013 edition`, ` in its 2013 version`: the year behind small words and before the word for an edition.
fn before_edition(mut cursor: Cursor<'_>) -> Option<(u16, Cursor<'_>)> {
    for _ in 0..3 {
        let word = cursor.word();
        if word.is_empty() || !(words::is_small(word) || word == "its") || !cursor.spaces() {
            break;
        }
    }
    let value = cursor.year()?;
    edition_word(&mut cursor)?;
    (!is_of_own(cursor)).then_some((value, cursor))
}

/// True if the edition is one of a text of the writer's: "the 2013 edition of our handbook".
fn is_of_own(mut cursor: Cursor<'_>) -> bool {
    cursor.spaces() && words::is_connector(cursor.word()) && cursor.spaces() && words::is_own(cursor.word())
}

/// `2nd edition, 2013-10-01`, `Ed. 2, 2013`, `Edition 2 (2013`: the year behind the number of an edition.
fn numbered(mut cursor: Cursor<'_>) -> Option<(u16, Cursor<'_>)> {
    let ordinal = cursor.digits();
    let is_first = !ordinal.is_empty() && ["st", "nd", "rd", "th"].iter().any(|end| cursor.eat_words(end));
    if (!is_first && cursor.eat_any(b".").is_none() && !ordinal.is_empty()) || ordinal.len() > 1 {
        return None;
    }
    cursor.spaces();
    let word = cursor.word();
    // Documents have versions of their own: "ISO 27001, Version 2, 2013".
    if !words::is_edition_word(word) || words::is_version_word(word) {
        return None;
    }
    cursor.eat(b'.');
    cursor.spaces();
    if ordinal.is_empty() && cursor.digits().len() != 1 {
        return None;
    }
    cursor.spaces();
    cursor.eat_any(b",(")?;
    cursor.spaces();
    let value = cursor.year()?;
    if cursor.eat(b'-') && cursor.digits().len() == 2 && cursor.eat(b'-') {
        cursor.digits();
    }
    Some((value, cursor))
}

/// Moves over the words between a number and its year, up to that: ` edition `, ` in der Fassung von `, ` aus dem Jahr `.
fn words_of_edition(cursor: &mut Cursor<'_>, bracket: bool) -> Option<()> {
    let (mut named, mut origin) = (false, false);
    let begins_line = cursor.text[..cursor.at].trim_end_matches(' ').ends_with('\n');
    for at in 0..4 {
        let word = cursor.word();
        // A document tells its own version below its title.
        if begins_line && cursor.peek() == Some(b':') && words::is_version_word(word) {
            return None;
        }
        origin |= at == 0 && words::is_origin(word);
        // "Introduced ISO 9001 in the year 2008" tells when, "ISO 9001 from the year 2008" which.
        let year = origin && words::is_year_word(word);
        // Without a bracket "published in 2013" tells of that.
        let dated = at == 0 && words::is_dated(word) && (bracket || word == "dated");
        named |= year || dated || words::is_edition_word(word) || words::is_of(word);
        let small =
            words::is_small(word) || (at == 0 && words::is_according(word)) || (origin && words::is_connector(word));
        if word.is_empty() || !(year || dated || small || words::is_edition_word(word)) {
            return None;
        }
        cursor.eat_any(b".:");
        // "De l'année", "dell'anno".
        let elided = ["'", "’"].iter().find(|sign| origin && cursor.rest().starts_with(**sign));
        cursor.at += elided.map_or(0, |sign| sign.len());
        if elided.is_none() && !cursor.spaces() {
            return None;
        }
        if cursor.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            break;
        }
    }
    named.then_some(())
}

/// True if nothing stands before the designation and behind the year only a blank, a colon and the number of a certificate:
/// "ISO 9001, 2015 : AB09202098040". Digits alone count something.
fn heads_code(mut cursor: Cursor<'_>, found: &Reference) -> bool {
    let is_first = !cursor.text[..found.range.start].contains(char::is_alphanumeric);
    let code = if is_first && cursor.spaces() && cursor.eat(b':') { cursor.rest().trim() } else { "" };
    let is_sign = |one: char| one.is_ascii_digit() || one.is_uppercase() || matches!(one, '-' | '/');
    let is_certificate = code.contains(char::is_uppercase) && !code.starts_with("IMG");
    is_certificate && code.chars().all(is_sign) && code.bytes().filter(u8::is_ascii_digit).count() > 3
}

/// True if a sign follows or nothing does, or a word for what is held to the edition, as behind the year in a list of
/// literature: "ISO 9001, 2008, Quality …".
fn ends_entry(cursor: Cursor<'_>) -> bool {
    let mut ahead = cursor;
    let is_held =
        ahead.spaces() && ["certified", "certificate", "certification"].iter().any(|one| ahead.eat_words(one));
    // A paragraph may be read with the end of its last line.
    is_held
        || cursor.rest().trim().is_empty()
        || cursor.peek_char().is_none_or(|one| matches!(one, ',' | '.' | ';' | ')' | ']')) && !cursor.goes_deeper()
}

/// Moves over the word for an edition behind a year.
fn edition_word(cursor: &mut Cursor<'_>) -> Option<()> {
    if let Some(word) = words::EDITIONS_JOINED.iter().find(|word| cursor.rest().starts_with(**word)) {
        cursor.at += word.len();
        return Some(());
    }
    cursor.spaces();
    words::is_edition_word(cursor.word()).then_some(())
}

/// Four digits of a year, the number of a footnote glued to them left out where the edition is known: `202240`.
fn digits(cursor: &mut Cursor<'_>, found: &Reference) -> Option<u16> {
    let from = cursor.at;
    let digits = cursor.digits();
    if (5..=6).contains(&digits.len()) {
        // "ISO 9001/20000" names two standards.
        if digits.parse().is_ok_and(catalogue::knows_number) {
            return None;
        }
        let value = plausible_year(&digits[..4]).filter(|year| catalogue::knows_year(found, *year))?;
        cursor.at = from + 4;
        return Some(value);
    }
    // Canadian adoptions write two digits.
    if digits.len() == 2 && found.prefix.ends_with("CSA") {
        let short: u16 = digits.parse().ok()?;
        return Some(if short < 40 { 2000 + short } else { 1900 + short });
    }
    let touches = cursor.peek().is_some_and(|byte| byte.is_ascii_alphabetic());
    plausible_year(digits).filter(|year| !touches || (begins_word(*cursor) && catalogue::knows_year(found, *year)))
}

/// True if a word with a large letter begins: what stood apart on the page touches the year, "27001:2013Office".
fn begins_word(cursor: Cursor<'_>) -> bool {
    let rest = cursor.rest().as_bytes();
    let is_publisher = ["ISO", "IEC"].iter().any(|one| rest.starts_with(one.as_bytes()))
        || rest.strip_prefix(b"JIS").is_some_and(|rest| !rest.first().is_some_and(u8::is_ascii_alphanumeric));
    is_publisher
        || is_language(cursor)
        || matches!(rest, [first, second, third, ..] if first.is_ascii_uppercase() && second.is_ascii_lowercase() && third.is_ascii_lowercase())
}

/// True if nothing but the code of a language in capitals touches the year: "27001:2013EN".
fn is_language(mut cursor: Cursor<'_>) -> bool {
    let word = cursor.word();
    let is_code = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code && LANGUAGES.contains(word.to_ascii_lowercase().as_str()) && !cursor.goes_on() && !cursor.is_tied()
}

/// Four digits behind the colon of a designation in full that can be no year: `ISO/IEC 27001:2103`.
fn mistyped(cursor: &mut Cursor<'_>, found: &Reference) -> Option<u16> {
    let digits = cursor.digits();
    let standard = catalogue::standard(found.series, found.number, &found.part)?;
    let written_out = standard.complete && !found.publishers.is_empty() && !found.lower && found.prefix.is_empty();
    let year = digits.len() == 4 && digits.starts_with(['1', '2']) && !cursor.goes_on();
    (written_out && year).then(|| digits.parse().ok())?
}

/// True if what follows a year makes it a date, a span of years or a clause. A month behind the year of a known edition
/// is how catalogues write it (`27001:2013-10`), if `month` allows it.
fn is_date(cursor: Cursor<'_>, month: bool) -> bool {
    let mut ahead = cursor;
    match ahead.peek_char() {
        Some('年') => !ahead.rest().starts_with("年版"),
        Some('.') => ahead.goes_deeper(),
        Some('/') => {
            ahead.eat(b'/');
            let is_short = matches!(ahead.digits().len(), 1 | 2);
            // "2018/9.7.3" names a clause of the edition.
            is_short && !ahead.goes_deeper() && !ahead.peek().is_some_and(|byte| byte.is_ascii_alphanumeric())
        }
        Some('-') => {
            ahead.eat(b'-');
            let first = ahead.digits();
            let more = ahead.eat(b'-') && !ahead.digits().is_empty();
            let quarter = first.is_empty() && ahead.peek() == Some(b'Q');
            // "27001-2024-017" is the number of a report.
            more || quarter || first.len() > 2 || (first.len() == 2 && !month)
        }
        _ => false,
    }
}

/// True if what follows says that a number counts or is paid: `2013 users`, `2013 €`.
fn is_count(mut cursor: Cursor<'_>) -> bool {
    // The next line speaks of something else.
    let on_line =
        cursor.rest().starts_with([' ', '\u{a0}']) && !cursor.rest().trim_start_matches(' ').starts_with('\n');
    on_line && cursor.spaces() && (cursor.rest().starts_with(['€', '$', '£']) || words::is_counted(cursor.word()))
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

//! Walks over the prose of a block and reads every designation in it.

use std::cell::OnceCell;
use std::ops::Range;

use super::cursor::{Cursor, is_ideographic, is_letter, plausible_year};
use super::model::{Reference, Stage, Year, YearForm};
use super::{anchor, designation, directives, entry, left, list, part, supplement, words, year};
use crate::standard::catalogue;
use crate::standard::model::Series;

/// Largest number of an ISO guide; the word "Guide" before a larger number is a word.
const LAST_GUIDE: u32 = 199;

/// Every reference in `prose`, in the order of their places.
#[must_use]
pub fn find(prose: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    // Everything before this byte belongs to a reference that was already read.
    let mut floor = 0;
    let mut from = 0;
    let named = OnceCell::new();
    while let Some((at, end)) = anchor::next(prose, from) {
        from = end;
        if at < floor || !at_word_start(prose, at) {
            continue;
        }
        let mut cursor = Cursor::new(prose, at);
        if read_at(&mut cursor, floor, &named, &mut found) {
            floor = cursor.at;
            // What begins in the reference begins no other.
            from = from.max(floor);
        }
    }
    found.sort_by_key(|reference| (reference.range.start, reference.range.end));
    found
}

/// True if no letter or digit touches the word on its left; a letter of an escape (`\n`) does not count.
fn at_word_start(prose: &str, at: usize) -> bool {
    let Some(before) = prose[..at].chars().next_back() else { return true };
    if matches!(before, 'n' | 't' | 'r') && prose[..at - 1].ends_with('\\') {
        return true;
    }
    let glued = is_letter(before) || before.is_ascii_digit();
    !glued || is_ideographic(before) || (before.is_ascii_digit() && ends_year(prose, at))
}

/// True if the year of a designation touches the publisher of the next: `27018:2014ISO 27018:2019`, `9001:2000JIS Q 14001:2004`.
fn ends_year(prose: &str, at: usize) -> bool {
    let (head, rest) = prose.split_at(at);
    let year = head.len().checked_sub(5).and_then(|from| head.get(from..)).and_then(|tail| tail.strip_prefix(':'));
    year.is_some_and(|year| plausible_year(year).is_some())
        && ["ISO", "IEC", "JIS"].iter().any(|one| rest.starts_with(one))
}

/// Reads what stands at the cursor: a designation with its list, an adoption with a number of its own, a bare number.
fn read_at(cursor: &mut Cursor<'_>, floor: usize, named: &OnceCell<bool>, found: &mut Vec<Reference>) -> bool {
    let Some(first) = cursor.peek_char() else { return false };
    if first.is_ascii_digit() {
        return bare(cursor, named, found);
    }
    match first {
        'I' | 'i' | 'İ' | 'С' | 'c' | 'C' | 'И' | 'и' | 'F' => {
            published(cursor, floor, found)
                || (first == 'I' && (own_number(cursor, floor, found) || workshop(cursor, floor, found)))
        }
        'J' | 'G' | 'B' | 'N' | 'Г' | 'A' => own_number(cursor, floor, found),
        _ => false,
    }
}

fn published(cursor: &mut Cursor<'_>, floor: usize, found: &mut Vec<Reference>) -> bool {
    let text = cursor.text;
    cursor.at = left::publisher(text, cursor.at).filter(|from| *from >= floor).unwrap_or(cursor.at);
    let start = cursor.at;
    let before = left::before(text, start, floor);
    let Some(mut first) = designation::read(cursor) else { return directives::read(cursor, found) };
    first.foreign = before.foreign;
    if let Some((prefix, from)) = before.bodies {
        adopt(cursor, &mut first, prefix, from, before.shouted);
    }
    if let Some((name, from)) = before.draft {
        first.stage = Some(Stage { name, iteration: String::new() });
        first.range.start = from.min(first.range.start);
    }
    if first.number <= LAST_GUIDE
        && let Some(from) = left::guide(text, first.range.start).filter(|from| *from >= floor)
    {
        first.series = Series::Guide;
        first.guide_first = text[from..].starts_with("Guide") || text[from..].starts_with("GUIDE");
        first.range.start = from;
    }
    add_left(text, floor, &mut first, found);
    if first.year.is_none() && first.supplements.is_empty() && !first.all_parts {
        let year = entry::behind(text, cursor.at, &first);
        first.year = year.map(|value| Year { value, form: YearForm::Words });
    }
    if first.stage.is_none()
        && first.year.is_some_and(|year| !catalogue::knows_year(&first, year.value))
        && left::is_called_draft(text, first.range.start)
    {
        first.stage = Some(Stage { name: "DIS", iteration: String::new() });
    }
    let by_word = list::by_word(&text[first.range.clone()], &first);
    let may_go_on = first.series == Series::International;
    found.push(first);
    if may_go_on {
        list::read(cursor, by_word, found);
    }
    true
}

/// Puts the adopting bodies before the designation; in a text of capitals only if an adoption bears them out.
fn adopt(cursor: &mut Cursor<'_>, first: &mut Reference, prefix: String, from: usize, shouted: bool) {
    let plain = std::mem::replace(&mut first.prefix, prefix);
    if shouted && first.year.is_none_or(|year| catalogue::adoption(first, year.value).is_none()) {
        first.prefix = plain;
        return;
    }
    first.range.start = from;
    // The year of an adoption need not be one of ISO's; read the tail again with that in mind.
    if first.year.is_none() {
        designation::tail(cursor, first);
    } else {
        year::month(cursor);
    }
    supplement::read_all(cursor, first);
    first.range.end = cursor.at;
}

/// Adds what stands before the designation: parts, or the year of an edition.
fn add_left(text: &str, floor: usize, first: &mut Reference, found: &mut Vec<Reference>) {
    let start = first.range.start;
    if first.part.is_empty()
        && let Some(parts) =
            left::parts(text, start).filter(|parts| parts.start >= floor && left::is_object(text, first.range.end))
    {
        let last = parts.parts.len() - 1;
        for (at, (part, from)) in parts.parts.iter().enumerate() {
            let begin = if at == 0 { parts.start } else { *from };
            if at == last {
                first.part = (*part).to_owned();
                first.range.start = begin;
            } else {
                let mut item = first.clone();
                item.part = (*part).to_owned();
                item.range = begin..from + part.len();
                item.bare = true;
                found.push(item);
            }
        }
    } else if first.year.is_none()
        && let Some((value, from)) =
            left::edition(text, start).filter(|(_, from)| *from >= floor && left::is_object(text, first.range.end))
    {
        for (year, place) in
            left::further_years(text, from, start).into_iter().filter(|(_, place)| place.start >= floor)
        {
            let year = Some(Year { value: year, form: YearForm::Words });
            found.push(Reference { year, range: place, bare: true, ..first.clone() });
        }
        first.year = Some(Year { value, form: YearForm::Words });
        first.range.start = from;
    }
}

/// An adoption with a number of its own, or another series: `JIS Q 20000-1:2020`, `GB/T 22080-2016`, `BS 15000`.
fn own_number(cursor: &mut Cursor<'_>, floor: usize, found: &mut Vec<Reference>) -> bool {
    let mut ahead = *cursor;
    let (names, apart) = own_names(&mut ahead);
    let series = match names.as_slice() {
        ["JIS", "Q"] | ["GB", "T"] | ["ABNT", "NBR"] | ["NBR"] | ["GB"] | ["IEEE", "Std" | "STD"] => {
            Series::International
        }
        ["BS"] | ["BSI", "BS"] => Series::British,
        _ => return false,
    };
    if !apart && names.len() < 2 && series != Series::British {
        return false;
    }
    let digits = ahead.digits();
    let Some(number) = (4..=5).contains(&digits.len()).then(|| digits.parse::<u32>().ok()).flatten() else {
        return false;
    };
    let mut reference = Reference {
        prefix: if series == Series::British { String::new() } else { left::normal_form(&names) },
        series,
        ..Reference::plain(cursor.at..ahead.at, if series == Series::British { "BS" } else { "" }, number)
    };
    if !catalogue::knows_own_number(&reference) {
        return false;
    }
    part::read(&mut ahead, &mut reference);
    designation::tail(&mut ahead, &mut reference);
    // "BS15000A" is a product.
    if !apart && ahead.goes_on() {
        return false;
    }
    reference.range.end = ahead.at;
    add_left(cursor.text, floor, &mut reference, found);
    *cursor = ahead;
    found.push(reference);
    list::read(cursor, list::ByWord::No, found);
    true
}

/// The names of the bodies before a number of their own, and whether a sign or a blank parts them from it.
fn own_names<'a>(ahead: &mut Cursor<'a>) -> (Vec<&'a str>, bool) {
    let first = ahead.word();
    let mut names = match first {
        "JISQ" => vec!["JIS", "Q"],
        "GBT" => vec!["GB", "T"],
        _ => vec![first],
    };
    let separated = |ahead: &mut Cursor<'_>| ahead.spaces() | ahead.eat_any(b"/-_").is_some() | ahead.spaces();
    let mut apart = separated(ahead);
    // No name of more than two is one of those that have a number of their own.
    while names.len() <= 2 {
        let mut next = *ahead;
        let word = next.word();
        let last = names.last().copied().unwrap_or_default();
        if !(words::is_body(word) || words::is_body_letter(word) || (last == "IEEE" && matches!(word, "Std" | "STD")))
            || word.is_empty()
        {
            break;
        }
        names.push(word);
        apart = separated(&mut next);
        *ahead = next;
    }
    (names, apart)
}

/// `IWA 8:2009`, `AWI IWA 36`: a workshop agreement has no publisher before it.
fn workshop(cursor: &mut Cursor<'_>, floor: usize, found: &mut Vec<Reference>) -> bool {
    let mut ahead = *cursor;
    if ahead.word() != "IWA" || !ahead.spaces() {
        return false;
    }
    let digits = ahead.digits();
    let Some(number) = (1..=2).contains(&digits.len()).then(|| digits.parse::<u32>().ok()).flatten() else {
        return false;
    };
    let draft = left::stage(cursor.text, cursor.at, ' ').filter(|(_, from)| *from >= floor);
    let start = draft.map_or(cursor.at, |(_, from)| from);
    let mut reference = Reference {
        series: Series::Workshop,
        stage: draft.map(|(name, _)| Stage { name, iteration: String::new() }),
        ..Reference::plain(start..ahead.at, "IWA", number)
    };
    part::read(&mut ahead, &mut reference);
    designation::tail(&mut ahead, &mut reference);
    reference.range.end = ahead.at;
    *cursor = ahead;
    found.push(reference);
    true
}

/// A number without a publisher: `27001:2013` with an edition that exists, `20000-7` beside a word that makes it a
/// standard. All of the text is asked at most once whether it is `named` after a publisher.
fn bare(cursor: &mut Cursor<'_>, named: &OnceCell<bool>, found: &mut Vec<Reference>) -> bool {
    let mut ahead = *cursor;
    let text = cursor.text;
    let start = cursor.at;
    let digits = ahead.digits();
    let pair = number_before(text, start);
    let begin = pair.as_ref().map_or(start, |range| range.start);
    let Some(number) = (digits.len() == 5 || is_alone(text, start) || is_certified(text, start))
        .then(|| digits.parse::<u32>().ok())
        .flatten()
    else {
        return false;
    };
    if !catalogue::knows_number(number)
        || text[..begin].ends_with([':', '.', '/', '#', '@', '=', '-', '_', '+', '$'])
        || words::is_other_owner(word_before(text, begin))
    {
        return false;
    }
    let mut reference = Reference { bare: true, ..Reference::plain(start..ahead.at, "", number) };
    part::read(&mut ahead, &mut reference);
    let known_part = reference.part.is_empty() || catalogue::knows_part(number, &reference.part);
    let mut dated = ahead;
    let colon = dated.eat(b':');
    let edition = dated.year().filter(|year| colon && catalogue::knows_year(&reference, *year));
    if !known_part || (edition.is_none() && (reference.part.is_empty() || !is_beside(text, start..ahead.at, named))) {
        return false;
    }
    let next = if edition.is_some() { dated.peek_char() } else { ahead.peek_char() };
    let behind = if edition.is_some() { dated } else { ahead };
    let compound = next == Some('-') && edition.is_some() && behind.rest()[1..].starts_with(is_letter);
    if !compound && (behind.is_tied() || next.is_some_and(|one| one.is_alphanumeric() && !is_ideographic(one))) {
        return false;
    }
    designation::tail(&mut ahead, &mut reference);
    let floor = found.last().map_or(0, |last| last.range.end);
    if let Some(range) = pair.filter(|range| range.start >= floor)
        && let Ok(number) = text[range.clone()].parse()
    {
        found.push(Reference { bare: true, ..Reference::plain(range, "", number) });
    }
    reference.range = typed(text, start).filter(|from| *from >= floor).unwrap_or(start)..ahead.at;
    *cursor = ahead;
    found.push(reference);
    list::read(cursor, list::ByWord::No, found);
    true
}

/// A number without a year that a slash joins to the one at `start`: `27001/27002:2013`.
fn number_before(text: &str, start: usize) -> Option<Range<usize>> {
    let head = text[..start].strip_suffix('/')?;
    let from = head.len() - head.bytes().rev().take_while(u8::is_ascii_digit).count();
    let is_apart = !head[..from].ends_with(|one: char| is_letter(one) || one == ':');
    let number = head[from..].parse().ok().filter(|_| head.len() - from == 5 && is_apart)?;
    catalogue::knows_number(number).then_some(from..head.len())
}

/// Where the type of the document before a number begins, `TR 20000-9`: it is part of what is cited.
fn typed(text: &str, start: usize) -> Option<usize> {
    let head = text[..start].trim_end_matches([' ', '\n']);
    let from = ["TR", "TS"].iter().find_map(|kind| head.strip_suffix(kind))?;
    (!from.ends_with(char::is_alphanumeric)).then_some(from.len())
}

/// True if the text is nothing but a number with a year, as in a cell: `9001:2015`.
fn is_alone(text: &str, start: usize) -> bool {
    let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    let whole = text.trim();
    text[..start].trim().is_empty()
        && whole.split_once(':').is_some_and(|(number, year)| digits(number, 4) && digits(year, 4))
}

/// True if a publisher and a word of certification stand before a number: "ISO certified 9001:2015".
fn is_certified(text: &str, start: usize) -> bool {
    let word = word_before(text, start);
    let head = text[..start].trim_end_matches(BEFORE);
    let publisher = || head[..head.len() - word.len()].trim_end_matches(BEFORE);
    words::is_certified(word) && ["ISO", "IEC"].iter().any(|one| publisher().ends_with(one))
}

/// True if the word before or behind says that the number is a standard's.
fn is_beside(text: &str, own: Range<usize>, named: &OnceCell<bool>) -> bool {
    let named = *named.get_or_init(|| text.contains("ISO") || text.contains("IEC"));
    let Range { start, end } = own;
    let before = text[..start].trim_end_matches(BEFORE);
    let behind = text[end..].trim_start_matches([' ', '\n', '-', ')', '"']);
    let word_end = behind.find(|one: char| !is_letter(one)).unwrap_or(behind.len());
    words::is_beside(word_before(text, start), named)
        || words::is_beside(&behind[..word_end], named)
        || words::BESIDE_JOINED.iter().any(|word| before.ends_with(word) || behind.starts_with(word))
}

/// What may stand between a bare number and the word before it.
const BEFORE: [char; 5] = [' ', '\n', '-', '(', '"'];

/// The word that ends before `start`.
fn word_before(text: &str, start: usize) -> &str {
    let before = text[..start].trim_end_matches(BEFORE);
    let from =
        before.char_indices().rev().take_while(|(_, one)| is_letter(*one)).last().map_or(before.len(), |(at, _)| at);
    &before[from..]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every reference, with a look at each place where one may begin, also at those inside of others.
    fn slowly(prose: &str) -> Vec<Reference> {
        let (mut found, mut floor, named) = (Vec::new(), 0, OnceCell::new());
        let starts = anchor::all(prose).unwrap_or_else(|| prose.char_indices().map(|(at, _)| at).collect());
        for at in starts {
            let mut cursor = Cursor::new(prose, at);
            if at >= floor && at_word_start(prose, at) && read_at(&mut cursor, floor, &named, &mut found) {
                floor = cursor.at;
            }
        }
        found.sort_by_key(|reference| (reference.range.start, reference.range.end));
        found
    }

    proptest! {
        #[test]
        fn nothing_begins_inside_of_a_reference(
            pieces in proptest::collection::vec(
                "ISO|IEC|ISO/IEC|iso|Iso|JIS Q|JISO|GB/T|NBR|IEEE|BS|15000|IWA 36|20000-|20000-1|27001|27001:|27002:|:20|:19|:2013|2013|:20000-|-9|/| |,|\n|, | and |IEC DIR|DIR 1 ISO SUP|Fpr|ABNT |/Amd 1:2024|\\(en\\)|:--|x|2|5|ИСО|Ｉ|版|ä",
                0..12,
            ),
        ) {
            let prose = pieces.concat();
            prop_assert_eq!(find(&prose), slowly(&prose));
        }
    }
}

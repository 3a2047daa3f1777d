//! What stands before a publisher and belongs to the designation: adopting bodies, "Parts 4 and 7 of", "the 2013
//! edition of", the French place of "Guide".

use std::ops::Range;

use super::cursor::{Cursor, is_letter, plausible_year};
use super::lexicon::SEVERAL_EDITIONS;
use super::{entry, words};
use crate::source::ceiling;

/// What stands before a publisher and may be the name of a body.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Before {
    /// Known bodies in normal form with the place where they begin.
    pub(super) bodies: Option<(String, usize)>,
    /// The bodies may be words of a text in capitals: "BASADA EN ISO 27001".
    pub(super) shouted: bool,
    /// A word in capitals that is no known body touches the designation: its year need not be one of ISO's.
    pub(super) foreign: bool,
    /// Stage of a draft: of a European standard, `prEN ISO 27001`, or before the publisher, `WD/ISO 10360`.
    pub(super) draft: Option<(&'static str, usize)>,
}

/// Reads what stands before `start`, behind `floor`.
pub(super) fn before(text: &str, start: usize, floor: usize) -> Before {
    // Mostly that is a word in small letters. The name of one body ends with a small letter, of none with two.
    match &text.as_bytes()[..start] {
        [.., one, two, b' ' | b'\n'] if one.is_ascii_lowercase() && two.is_ascii_lowercase() => Before::default(),
        _ => any_before(text, start, floor),
    }
}

/// Most names of bodies before a designation; those of adoptions are four at most.
const MOST_BODIES: usize = 12;

fn any_before(text: &str, start: usize, floor: usize) -> Before {
    // The nearest first.
    let mut names: Vec<&str> = Vec::new();
    let mut found = Before::default();
    let mut begin = start;
    // A disc holds "CD/ISO 9660", and NP is a body.
    found.draft = stage(text, start, '/').filter(|(name, from)| *from >= floor && !matches!(*name, "CD" | "NP"));
    if found.draft.is_some() {
        return found;
    }
    while names.len() < MOST_BODIES
        && let Some((word, from)) = word_before(text, begin).filter(|(_, from)| *from >= floor)
    {
        let is_letter_of_body = words::is_body_letter(word) && follows_body(text, from);
        let turkish = word == "TS" && names.last().is_none_or(|next| *next == "EN");
        let european = matches!(word, "prEN" | "FprEN");
        if european {
            found.draft = Some(("PRF", from));
        }
        if !words::is_body(word) && !is_letter_of_body && !turkish && !european {
            found.foreign = is_capitals(word) || words::is_body_letter(word) || is_dotted(text, from, word);
            break;
        }
        names.push(word);
        begin = from;
    }
    names.reverse();
    if !names.is_empty() {
        found.shouted = is_shouted(text, begin, &names);
        found.bodies = Some((normal_form(&names), begin));
    }
    found
}

/// True for the last letter of an abbreviation with dots: `UAE.S`.
fn is_dotted(text: &str, from: usize, word: &str) -> bool {
    let is_letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    is_letter && text[..from].strip_suffix('.').is_some_and(|head| head.ends_with(char::is_uppercase))
}

/// True for an abbreviation in capitals, in any script.
fn is_capitals(word: &str) -> bool {
    (2..=8).contains(&word.chars().count()) && word.chars().all(char::is_uppercase)
}

/// Joins the names of bodies as designations have them: `AS/NZS`, `GB/T`, `CAN/CSA`, else one blank.
pub(super) fn normal_form(names: &[&str]) -> String {
    let mut out = String::new();
    // Of two Austrian bodies the adoption is known by the second: "ÖVE/ÖNORM EN".
    let names = if matches!(names, ["ÖVE" | "OVE", "ÖNORM" | "OENORM", ..]) { &names[1..] } else { names };
    for (at, name) in names.iter().enumerate() {
        let slash = matches!(
            (at.checked_sub(1).map(|at| names[at]), *name),
            (Some("AS"), "NZS") | (Some("GB"), "T") | (Some("CAN"), "CSA")
        );
        if at > 0 {
            out.push(if slash { '/' } else { ' ' });
        }
        out.push_str(match *name {
            "NBR" if at == 0 => "ABNT NBR",
            "ГОСТ" | "Гост" | "гост" => "GOST",
            "Р" | "р" => "R",
            "ČSN" => "CSN",
            "STD" => "Std",
            "OENORM" => "ÖNORM",
            other => other,
        });
    }
    out
}

/// The word that ends before `at` with at most a blank, a hyphen or a slash between, and where it begins.
fn word_before(text: &str, at: usize) -> Option<(&str, usize)> {
    let head = text[..at].trim_end_matches([' ', '\n']);
    let head = head.strip_suffix(['-', '/', '_']).unwrap_or(head).trim_end_matches([' ', '\n']);
    if at - head.len() > 4 || head.len() == at {
        return None;
    }
    if head.ends_with("I.S.") {
        return Some(("I.S.", head.len() - 4));
    }
    let from = head.char_indices().rev().take_while(|(_, one)| is_letter(*one)).last().map(|(from, _)| from)?;
    if head[..from].ends_with(|one: char| one.is_ascii_digit()) {
        return None;
    }
    Some((&head[from..], from))
}

fn follows_body(text: &str, at: usize) -> bool {
    word_before(text, at).is_some_and(|(word, _)| words::is_body(word))
}

/// True if short words that are also words of a language stand in a text of capitals: "BASADA EN ISO 27001".
fn is_shouted(text: &str, begin: usize, names: &[&str]) -> bool {
    if names.len() > 1 || !matches!(names[0], "EN" | "AS" | "IS" | "NP" | "SI" | "SS" | "MS") {
        return false;
    }
    let Some((word, _)) = word_before(text, begin) else { return false };
    word.len() > 1 && word.chars().all(char::is_uppercase)
}

/// Parts named before the designation: "Parts 4, 7 and 9 of ISO/IEC 20000".
pub(super) struct Parts<'a> {
    /// Each part with the place of its digits.
    pub(super) parts: Vec<(&'a str, usize)>,
    /// Where the first word for a part begins.
    pub(super) start: usize,
}

/// Longest text before a designation that is looked at, in bytes.
const REACH: usize = 80;

/// Reads the parts named before `start`.
pub(super) fn parts(text: &str, start: usize) -> Option<Parts<'_>> {
    if !connector_before(text, start) || !has_digit_near(text, start) {
        return None;
    }
    for from in word_starts(text, start) {
        let mut cursor = Cursor::new(text, from);
        if !words::is_part_word(cursor.word()) {
            continue;
        }
        let mut parts = Vec::new();
        cursor.spaces();
        loop {
            let at = cursor.at;
            let digits = cursor.digits();
            if digits.is_empty() || digits.len() > 2 {
                break;
            }
            parts.push((digits, at));
            let mut ahead = cursor;
            ahead.spaces();
            ahead.eat_any(b",/&");
            ahead.spaces();
            let mut word = ahead;
            if words::is_conjunction(word.word()) && word.spaces() {
                ahead = word;
            }
            if !ahead.peek().is_some_and(|byte| byte.is_ascii_digit()) {
                break;
            }
            cursor = ahead;
        }
        if !parts.is_empty() && connects(cursor, start) {
            return Some(Parts { parts, start: from });
        }
    }
    None
}

/// True if what follows the designation is no noun of the writer's own, of which it would be a part or an edition.
pub(super) fn is_object(text: &str, end: usize) -> bool {
    let behind = text[end..].trim_start_matches([' ', '\n']);
    let word = &behind[..behind.find(|one: char| !is_letter(one)).unwrap_or(behind.len())];
    // "the ISO 27001 Statement of Applicability", "the ISO 20000 implementation project"
    !words::is_own_noun(word)
}

/// The year of "the 2013 edition of" or "edición 2013 de la" before `start`, and where the words begin.
pub(super) fn edition(text: &str, start: usize) -> Option<(u16, usize)> {
    if let Some(found) = joined_edition(text, start).or_else(|| entry::before(text, start)) {
        return Some(found);
    }
    if !connector_before(text, start) || !has_digit_near(text, start) {
        return None;
    }
    for from in word_starts(text, start) {
        let mut cursor = Cursor::new(text, from);
        let year = if let Some(year) = plausible_year(Cursor::digits(&mut { cursor })) {
            cursor.digits();
            // "2013er Ausgabe", "2013-edition", "2013 års utgåva"
            cursor.eat_words("er");
            cursor.eat(b'-');
            cursor.spaces();
            for word in ["års", "года"] {
                if cursor.eat_words(word) {
                    cursor.spaces();
                }
            }
            words::is_edition_word(cursor.word()).then_some(year)
        } else if words::is_edition_word(cursor.word()) && cursor.spaces() {
            cursor.year()
        } else {
            None
        };
        if let Some(year) = year
            && connects(cursor, start)
        {
            return Some((year, from));
        }
    }
    None
}

/// The years before the one at `from`, to which a comma, a slash or a word joins them: "the 2013 and 2022 editions of".
pub(super) fn further_years(text: &str, from: usize, start: usize) -> Vec<(u16, Range<usize>)> {
    let mut found = Vec::new();
    let lower = text[from..start].to_lowercase();
    if !lower.split(|one: char| !one.is_alphabetic()).any(|word| SEVERAL_EDITIONS.contains(word)) {
        return found;
    }
    let mut end = from;
    loop {
        let head = text[..end].trim_end();
        let before = head.strip_suffix([',', '/', '&']).or_else(|| {
            let word =
                head.len() - head.chars().rev().take_while(|one| is_letter(*one)).map(char::len_utf8).sum::<usize>();
            words::is_conjunction(&head[word..]).then_some(&head[..word])
        });
        let Some(before) = before.map(str::trim_end) else { return found };
        let Some(at) = before.len().checked_sub(4).filter(|at| before.is_char_boundary(*at)) else { return found };
        let is_apart = !before[..at].ends_with(|one: char| one.is_alphanumeric() || matches!(one, ':' | '-'));
        let Some(year) = plausible_year(&before[at..]).filter(|_| is_apart) else { return found };
        found.push((year, at..before.len()));
        end = at;
    }
}

/// `2013年版の` and `2013版` right before the designation.
fn joined_edition(text: &str, start: usize) -> Option<(u16, usize)> {
    let head = text[..start].trim_end_matches(['の', '的', ' ']);
    let head = words::EDITIONS_JOINED.iter().find_map(|word| head.strip_suffix(word))?;
    let from = head.len().checked_sub(4).filter(|from| head.is_char_boundary(*from))?;
    let year = plausible_year(&head[from..])?;
    (!head[..from].ends_with(|one: char| one.is_ascii_digit())).then_some((year, from))
}

/// True if the word before `start` may join it to a part or an edition; most designations have none and are done.
fn connector_before(text: &str, start: usize) -> bool {
    let head = text[..start].trim_end_matches([' ', '\n', '\'', '’', '-']);
    let from = head.char_indices().rev().take_while(|(_, one)| is_letter(*one)).last().map_or(head.len(), |(at, _)| at);
    words::is_connector(&head[from..])
}

/// True if a digit stands so near before `start` that it may be that of a part or a year.
fn has_digit_near(text: &str, start: usize) -> bool {
    text.as_bytes()[start.saturating_sub(REACH)..start].iter().any(u8::is_ascii_digit)
}

/// Starts of the words before `start`, the nearest first, in the same sentence.
fn word_starts(text: &str, start: usize) -> Vec<usize> {
    let from = ceiling(text, start.saturating_sub(REACH));
    let head = &text[from..start];
    let ends = |one: char| matches!(one, '.' | ';' | '。' | '(');
    let head_start =
        head.char_indices().rev().find(|(_, one)| ends(*one)).map_or(from, |(at, one)| from + at + one.len_utf8());
    let mut starts = Vec::new();
    let mut inside = false;
    for (at, one) in text[head_start..start].char_indices() {
        let part_of_word = is_letter(one) || one.is_ascii_digit();
        if part_of_word && !inside {
            starts.push(head_start + at);
        }
        inside = part_of_word;
    }
    starts.reverse();
    starts
}

/// True if only small words stand between the cursor and `start`, at least one.
fn connects(mut cursor: Cursor<'_>, start: usize) -> bool {
    let mut count = 0;
    while cursor.at < start {
        let before = cursor.at;
        cursor.spaces();
        cursor.eat_any(b"'-");
        if let Some('’') = cursor.peek_char() {
            cursor.at += '’'.len_utf8();
        }
        if cursor.at == start {
            break;
        }
        let word = cursor.word();
        if !word.is_empty() && !words::is_connector(word) {
            return false;
        }
        count += usize::from(!word.is_empty());
        if cursor.at == before || count > 5 {
            return false;
        }
    }
    cursor.at == start && count > 0
}

/// True if what begins at `start` is called a draft: "the draft ISO/IEC 27001:2021".
pub(super) fn is_called_draft(text: &str, start: usize) -> bool {
    let head = text[..start].trim_end();
    ["draft", "draft standard", "draft international standard"].iter().any(|words| {
        let from = head.len().checked_sub(words.len()).filter(|from| head.is_char_boundary(*from));
        from.is_some_and(|from| {
            head[from..].eq_ignore_ascii_case(words) && !head[..from].ends_with(|one: char| one.is_alphanumeric())
        })
    })
}

/// Where the name of the IEC before that of ISO begins, which alone is no place to begin at: `CEI/ISO 27001`.
pub(super) fn publisher(text: &str, start: usize) -> Option<usize> {
    let (head, rest) = text.split_at(start);
    let names = [("CEI/", "ISO"), ("МЭК/", "ИСО")];
    let (name, _) = names.into_iter().find(|(name, next)| head.ends_with(name) && rest.starts_with(next))?;
    let from = start - name.len();
    (!text[..from].ends_with(|one: char| one.is_alphanumeric())).then_some(from)
}

/// Where the word "Guide" before the publisher begins, as in French: `Guide ISO/CEI 71`.
pub(super) fn guide(text: &str, start: usize) -> Option<usize> {
    let (word, from) = word_before(text, start)?;
    words::is_guide_word(word).then_some(from)
}

/// The stage of a draft right before `start`, as some lists have it, and where it begins: `WD/ISO 10360`, `AWI IWA 36`.
pub(super) fn stage(text: &str, start: usize, joint: char) -> Option<(&'static str, usize)> {
    text[..start].strip_suffix(joint)?;
    let (word, from) = word_before(text, start)?;
    Some((words::stage(word)?, from))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn of_many_bodies_the_nearest_are_read() {
        let names = |count: usize| format!("{}DIN EN ", "BS ".repeat(count));
        let bodies = |head: &str| any_before(&format!("{head}ISO 9001"), head.len(), 0).bodies;
        assert_eq!(bodies(&names(1)), Some(("BS DIN EN".into(), 0)));
        assert_eq!(bodies(&names(20)), Some((names(10).trim_end().into(), 30)));
    }

    proptest! {
        #[test]
        fn a_word_in_small_letters_is_no_name(
            head in "([A-Za-z0-9ä]{0,3} ?(prEN|FprEN|NCh|I\\.S\\.|BS EN|GB/T|[A-Z]{1,4}|[a-z]{1,4}|Ref|ČSN|oä|äö|éen)){0,2}[-/_ \n]{0,3}",
            floor in 0_usize..8,
        ) {
            let text = format!("{head}ISO 9001");
            prop_assert_eq!(before(&text, head.len(), floor), any_before(&text, head.len(), floor));
        }
    }
}

//! What stands before the number of a designation: publishers, stage and type.

use std::borrow::Cow;

use smallvec::{SmallVec, smallvec};

use super::cursor::Cursor;
use super::model::Stage;
use super::words::{self, Middle};
use crate::standard::catalogue;
use crate::standard::model::Series;

/// What stands before the number.
pub(super) struct Head {
    pub(super) publishers: Publishers,
    pub(super) kind: Option<&'static str>,
    pub(super) stage: Option<Stage>,
    pub(super) series: Series,
    /// A word such as "standard" stood between publisher and number: only a known number counts.
    pub(super) filler: bool,
    pub(super) lower: bool,
}

/// Publishers as written.
pub(super) struct Publishers {
    /// Normal forms, in the order in which they stand.
    pub(super) names: SmallVec<[&'static str; 4]>,
    /// One of them is in French.
    pub(super) french: bool,
}

impl Publishers {
    /// The words "ISO/IEC" in the order that their designations have.
    pub(super) fn joined(&self) -> Cow<'static, str> {
        match self.names.as_slice() {
            [one] => return (*one).into(),
            ["ISO", "IEC"] | ["IEC", "ISO"] => return "ISO/IEC".into(),
            _ => {}
        }
        let mut names: Vec<&str> = Vec::with_capacity(self.names.len());
        for name in &self.names {
            if !names.contains(name) {
                names.push(name);
            }
        }
        names.sort_by_key(|name| ["ISO", "IEC"].iter().position(|known| known == name).unwrap_or(2));
        names.join("/").into()
    }
}

/// How most designations begin, with the publishers that they name. A number follows the blank.
const PLAIN: [(&str, &[&str]); 2] = [("ISO/IEC ", &["ISO", "IEC"]), ("ISO ", &["ISO"])];

/// Publishers that are written as most are; leaves the cursor before the blank behind them.
fn plain_publishers(cursor: &mut Cursor<'_>) -> Option<Publishers> {
    let rest = cursor.rest().as_bytes();
    let has_number = |written: &str| rest.get(written.len()).is_some_and(u8::is_ascii_digit);
    let (written, names) =
        PLAIN.iter().find(|(written, _)| rest.starts_with(written.as_bytes()) && has_number(written))?;
    cursor.at += written.len() - " ".len();
    Some(Publishers { names: SmallVec::from_slice(names), french: false })
}

/// Reads publishers with what parts them.
pub(super) fn publishers(cursor: &mut Cursor<'_>) -> Option<Publishers> {
    plain_publishers(cursor).or_else(|| any_publishers(cursor))
}

fn any_publishers(cursor: &mut Cursor<'_>) -> Option<Publishers> {
    let named = |word: &str| Some((words::publisher(word)?, words::is_french(word)));
    let (first, french) = named(cursor.word())?;
    let mut found = Publishers { names: first.into(), french };
    while let Some(((names, french), next)) = after_separator(*cursor, named) {
        found.names.extend(names.iter().copied());
        found.french |= french;
        *cursor = next;
    }
    found.names.iter().any(|name| *name == "ISO" || *name == "IEC").then_some(found)
}

/// Reads everything up to the number.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Head> {
    let lower = cursor.peek().is_some_and(|byte| byte.is_ascii_lowercase());
    // The proof of a draft that is one word with its publisher: `FprISO 105`.
    let proof = cursor.rest().starts_with("Fpr");
    cursor.at += if proof { "Fpr".len() } else { 0 };
    let stage = proof.then(|| Stage { name: "PRF", iteration: String::new() });
    let plain = plain_publishers(cursor);
    let is_plain = plain.is_some();
    let publishers = plain.or_else(|| any_publishers(cursor))?;
    let mut head = Head { publishers, kind: None, stage, series: Series::International, filler: false, lower };
    // Between plain ones and their number stands no word.
    if !is_plain {
        middles(cursor, &mut head)?;
    }
    Some(head)
}

/// Reads the words between publishers and number.
fn middles(cursor: &mut Cursor<'_>, head: &mut Head) -> Option<()> {
    loop {
        let mut ahead = *cursor;
        ahead.spaces();
        let is_word = ahead.peek().is_some_and(|byte| byte.is_ascii_alphabetic());
        let long = words::long_middle(|words| is_word && Cursor::eat_words(&mut { ahead }, words));
        let (middle, next) = if let Some((words, middle)) = long {
            ahead.at += words.len();
            (middle, ahead)
        } else {
            let Some(found) = after_separator(*cursor, words::middle) else { return Some(()) };
            found
        };
        if !take_middle(head, middle, cursor, next)? {
            return Some(());
        }
    }
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
            head.stage = draft.map(|name| Stage { name, iteration: String::new() }).or(head.stage.take());
        }
        Middle::Workshop => {
            head.series = Series::Workshop;
            head.publishers = Publishers { names: smallvec!["IWA"], french: false };
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
pub(super) fn after_separator<'a, T>(
    mut cursor: Cursor<'a>,
    known: impl Fn(&str) -> Option<T>,
) -> Option<(T, Cursor<'a>)> {
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

/// The number with what may stand between it and the publisher.
pub(super) fn number(cursor: &mut Cursor<'_>, head: &Head) -> Option<(u32, usize)> {
    let footnote = footnote_digits(*cursor);
    if let Some(next) = footnote {
        *cursor = next;
    }
    if cursor.rest().starts_with('®') {
        cursor.at += '®'.len_utf8();
    }
    let mut spaced = cursor.spaces();
    cursor.escape();
    let mark = cursor.eat_any(b"-_:(/");
    spaced |= mark.is_some() && cursor.spaces();
    if let Some((value, next)) = in_thousands(*cursor) {
        *cursor = next;
        return Some((value, value.checked_ilog10().map_or(1, |tens| tens as usize + 1)));
    }
    let digits = cursor.digits();
    if digits.is_empty() || digits.len() > 5 || digits.starts_with('0') {
        return None;
    }
    let value: u32 = digits.parse().ok()?;
    let known = || catalogue::knows_number(value);
    let needs_known =
        head.filler || mark == Some(b':') || footnote.is_some() || (head.lower && !spaced && mark.is_none());
    // "ISO (9001:2008) certified": in a bracket of its own a number must be that of an edition.
    let is_dated = || known() && Cursor::eat(&mut { *cursor }, b':');
    // So must one behind a slash: "ISO/27001:2013".
    let is_apart = match mark {
        Some(b'(') => !head.filler,
        Some(b'/') => {
            // "iso/27001:2013" may be the name of an image.
            if head.lower {
                return None;
            }
            true
        }
        _ => false,
    };
    if (is_apart && !is_dated()) || (needs_known && !known()) {
        return None;
    }
    Some((value, digits.len()))
}

/// A number on record with the full stop that some languages have behind its thousands: `ISO 27.001`.
fn in_thousands(mut cursor: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    let thousands = cursor.digits();
    let digits = (thousands.len() <= 2 && cursor.eat(b'.')).then(|| cursor.digits()).filter(|rest| rest.len() == 3)?;
    let value = thousands.parse::<u32>().ok()? * 1000 + digits.parse::<u32>().ok()?;
    catalogue::knows_number(value).then_some((value, cursor))
}

/// Digits of a footnote glued to the publisher: `ISO/IEC22 27001`.
fn footnote_digits(mut cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let digits = cursor.digits();
    let glued = (1..=2).contains(&digits.len()) && cursor.spaces();
    let number = Cursor::digits(&mut { cursor });
    (glued && number.len() >= 4 && catalogue::knows_number(number.parse().ok()?)).then_some(cursor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_publishers_are_read_as_any_others() {
        let read = |text: &str, how: fn(&mut Cursor<'_>) -> Option<Publishers>| {
            let mut cursor = Cursor::new(text, 0);
            how(&mut cursor).map(|found| (found.names.to_vec(), found.french, cursor.at))
        };
        for text in ["ISO 9001", "ISO/IEC 27001:2013", "ISO 27001/27002", "ISO/IEC 2"] {
            let plain = read(text, plain_publishers);
            assert!(plain.is_some() && plain == read(text, any_publishers), "{text}");
            let behind = Cursor::new(text, plain.map_or(0, |(.., at)| at));
            assert!(after_separator(behind, words::middle).is_none(), "{text}");
        }
        for text in ["ISO/IEC TR 20000", "ISO  9001", "ISO/IEC\n27001", "ISO", "ISO ", "iso 9001", "ISO/IEC/IEEE 1"] {
            assert!(read(text, plain_publishers).is_none(), "{text}");
        }
    }
}

//! Amendments and corrigenda behind a designation.

use super::cursor::Cursor;
use super::lexicon::AMENDMENTS;
use super::model::{Reference, Written};
use super::year::month;

/// What ties a supplement to what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tie {
    Slash,
    Plus,
    Comma,
    Bracket,
    Dash,
    /// `&`, "with", "including".
    Word,
    Blank,
}

impl Tie {
    /// True if the edition is cited together with the supplement, not the supplement as a document of its own.
    fn is_beside(self) -> bool {
        match self {
            Self::Plus | Self::Comma | Self::Bracket | Self::Word => true,
            Self::Slash | Self::Dash | Self::Blank => false,
        }
    }
}

/// Reads every supplement at the cursor: `/Amd 1:2024`, `+A1:2024`, ` + Cor 1`, `, Amendment 1:2024`, `/DAM 1`.
pub(super) fn read_all(cursor: &mut Cursor<'_>, found: &mut Reference) {
    while let Some((supplement, next)) = read(*cursor) {
        found.supplements.extend(supplement);
        *cursor = next;
    }
}

/// Reads one supplement; what only Europe amends or corrects is passed over and gives nothing.
fn read(mut cursor: Cursor<'_>) -> Option<(Option<Written>, Cursor<'_>)> {
    let tie = tie(&mut cursor)?;
    let stage = if tie == Tie::Slash { stage(&mut cursor) } else { "" };
    let word = cursor.word();
    let (kind, explicit) = kind(word, tie)?;
    let glued = cursor.at;
    cursor.eat(b'.');
    cursor.spaces();
    let is_draft = !stage.is_empty() || kind.starts_with(['D', 'F']) || kind.starts_with("CD");
    let number = number(&mut cursor, is_draft)?;
    // "amendment" without a number is a word, but `Suppl:1993` and `WD Amd` have none.
    let may_lack_number = tie != Tie::Dash && (cursor.peek() == Some(b':') || !stage.is_empty());
    let is_apart = !explicit && cursor.at != glued + number.len();
    if (number.is_empty() && !may_lack_number) || is_apart {
        return None;
    }
    let year = year(&mut cursor);
    if tie == Tie::Bracket && !cursor.eat(b')') {
        return None;
    }
    // Amendments of a European standard that are ISO's have its numbers, its own begin with 11.
    let is_european = word == "AC" || (!explicit && number.len() > 1);
    let written = Written { kind: with_stage(stage, kind), number, year, beside: tie.is_beside() };
    Some(((!is_european).then_some(written), cursor))
}

/// Moves over what ties a supplement to the designation.
fn tie(cursor: &mut Cursor<'_>) -> Option<Tie> {
    let spaced = cursor.spaces();
    let sign = if let Some(dash) = cursor.peek_char().filter(|one| matches!(one, '—' | '–')) {
        cursor.at += dash.len_utf8();
        Some(Tie::Dash)
    } else {
        cursor.eat_any(b"/+,&(").map(|byte| match byte {
            b'/' => Tie::Slash,
            b'+' => Tie::Plus,
            b',' => Tie::Comma,
            b'(' => Tie::Bracket,
            _ => Tie::Word,
        })
    };
    cursor.spaces();
    let mut worded = false;
    // Each of them begins with one of these.
    let may_be = cursor.peek().is_some_and(|byte| matches!(byte.to_ascii_lowercase(), b'i' | b'w' | b'a' | b'p'));
    for word in ["including", "incl", "with", "and", "plus", "as amended by", "its"] {
        if may_be && cursor.eat_words(word) {
            cursor.eat(b'.');
            cursor.spaces();
            worded = true;
        }
    }
    sign.or(worded.then_some(Tie::Word)).or(spaced.then_some(Tie::Blank))
}

/// The stage of the draft of a supplement, or nothing.
fn stage(cursor: &mut Cursor<'_>) -> &'static str {
    for name in ["PWI", "NP", "AWI", "WD", "CD", "DIS", "FDIS", "PRF"] {
        if cursor.eat_words(name) {
            cursor.spaces();
            return name;
        }
    }
    ""
}

/// Number of the supplement, for a draft with its iteration: `2.3`; empty if there is none, nothing if it is too long.
fn number(cursor: &mut Cursor<'_>, is_draft: bool) -> Option<String> {
    let number = cursor.digits();
    let mut ahead = *cursor;
    if is_draft && !number.is_empty() && ahead.eat(b'.') {
        let iteration = ahead.digits();
        if iteration.len() == 1 {
            *cursor = ahead;
            return Some(format!("{number}.{iteration}"));
        }
    }
    (number.len() <= 3).then(|| number.to_owned())
}

fn year(cursor: &mut Cursor<'_>) -> Option<u16> {
    let mut ahead = *cursor;
    ahead.spaces();
    ahead.eat_any(b":-")?;
    ahead.spaces();
    let year = ahead.year()?;
    month(&mut ahead);
    *cursor = ahead;
    Some(year)
}

/// Abbreviations of supplements beside the words for an amendment, in small letters.
const KINDS: &[(&str, &str)] = &[
    ("amdt", "Amd"),
    ("am", "Amd"),
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
    ("fdcor", "FDCOR"),
    ("fcor", "FDCOR"),
    ("pdcor", "CD Cor"),
    ("suppl", "Suppl"),
    ("dsuppl", "DSuppl"),
    ("add", "Add"),
    ("addendum", "Add"),
    ("dad", "DAD"),
    ("ext", "Ext"),
];

/// Every word for a supplement, in small letters, with the kind that it says.
fn kinds() -> impl Iterator<Item = (&'static str, &'static str)> {
    AMENDMENTS.iter().map(|word| (word, "Amd")).chain(KINDS.iter().copied())
}

/// What a word says of a supplement, and whether it says it without help: `A1` needs a slash or a plus.
fn kind(word: &str, tie: Tie) -> Option<(&'static str, bool)> {
    let first = word.bytes().next()?;
    let found = if word.is_ascii() {
        let may_be = matches!(first.to_ascii_lowercase(), b'a' | b'c' | b'd' | b'e' | b'f' | b'p' | b's');
        kinds().filter(|_| may_be).find(|(known, _)| known.eq_ignore_ascii_case(word))
    } else {
        let lower = word.to_lowercase();
        kinds().find(|(known, _)| *known == lower)
    };
    if let Some((known, kind)) = found {
        // "add 2 controls" and "am 12. Mai" are words of a sentence.
        let is_word = matches!(word, "am" | "add" | "ext" | "dam" | "dad");
        let is_small = tie == Tie::Dash && word == known;
        return (tie == Tie::Slash || !(is_word || is_small)).then_some((kind, true));
    }
    match (word, tie) {
        ("A", Tie::Slash | Tie::Plus | Tie::Comma) => Some(("Amd", false)),
        ("AC", Tie::Slash | Tie::Plus | Tie::Comma) => Some(("Cor", false)),
        _ => None,
    }
}

/// The kind of a supplement with the stage of its draft: `CD Amd`, `DCOR`.
fn with_stage(stage: &str, kind: &str) -> String {
    match (stage, kind) {
        ("", kind) => kind.to_owned(),
        ("DIS", "Amd") => "DAM".to_owned(),
        ("DIS", "Cor") => "DCOR".to_owned(),
        ("FDIS", "Amd") => "FDAM".to_owned(),
        ("FDIS", "Cor") => "FDCOR".to_owned(),
        (stage, kind) => format!("{stage} {kind}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_known_in_small_letters_and_large_ones() {
        for (word, wanted) in kinds() {
            for word in [word.to_owned(), word.to_uppercase()] {
                assert_eq!(kind(&word, Tie::Slash), Some((wanted, true)), "{word}");
            }
        }
        assert_eq!((kind("", Tie::Slash), kind("A", Tie::Slash)), (None, Some(("Amd", false))));
        assert_eq!((kind("am", Tie::Blank), kind("Am", Tie::Blank)), (None, Some(("Amd", true))));
        for text in
            [" including Amd 1", "WITH Amd 1", " and its Amd 1", ", plus Amd. 1", " as amended by Amd 1", "incl. Amd 1"]
        {
            assert!(read(Cursor::new(text, 0)).is_some(), "{text}");
        }
    }
}

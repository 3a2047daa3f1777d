//! Amendments and corrigenda behind a designation.

use super::cursor::Cursor;
use super::model::Written;
use super::year::month;

/// `/Amd 1:2024`, `+A1:2024`, ` + Cor 1`, `, Amendment 1:2024`, `/DAM 1`.
pub(super) fn read(mut cursor: Cursor<'_>) -> Option<(Written, Cursor<'_>)> {
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

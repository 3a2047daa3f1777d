//! The words of serde as ours.

use super::fault::nearest;

/// What is expected, in our words.
pub(super) fn expected(words: &str) -> String {
    match words {
        "a string" | "string" | "a borrowed string" => "a text".into(),
        "a boolean" => "true or false".into(),
        "a sequence" => "a list".into(),
        "a map" => "keys with values".into(),
        "u8" => between(u8::MAX.into()),
        "u16" => between(u16::MAX.into()),
        "u32" => between(u32::MAX),
        "u64" | "usize" | "an integer" => "a whole number of at least 0".into(),
        other => other.to_owned(),
    }
}

/// A whole number up to `most`.
fn between(most: u32) -> String {
    format!("a whole number from 0 to {most}")
}

/// "did you mean …?" if one of the known words is near, and what they are if they are few.
pub(super) fn instead(word: &str, known: &[&'static str], what: &str) -> String {
    const FEW: usize = 20;
    let meant = nearest(word, known.iter().copied()).map(|one| format!("Did you mean {one}? ")).unwrap_or_default();
    let all = if known.len() <= FEW { format!("The {what} are {}.", known.join(", ")) } else { String::new() };
    (meant + &all).trim_end().to_owned()
}

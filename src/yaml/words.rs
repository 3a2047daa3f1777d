//! The words of serde as ours.

use super::fault::nearest;

/// What is expected, in our words.
pub(super) fn expected(words: &str) -> String {
    match words {
        "a string" | "string" | "a borrowed string" => "a text".into(),
        "a boolean" => "true or false".into(),
        "a sequence" => "a list".into(),
        "a map" => "keys with values".into(),
        "u8" | "u16" | "u32" | "u64" | "usize" | "an integer" => "a whole number of at least 0".into(),
        other => other.to_owned(),
    }
}

/// "did you mean …?" if one of the known words is near, and what they are if they are few.
pub(super) fn instead(word: &str, known: &[&'static str], what: &str) -> String {
    const FEW: usize = 20;
    let meant = nearest(word, known.iter().copied()).map(|one| format!("Did you mean {one}? ")).unwrap_or_default();
    let all = if known.len() <= FEW { format!("The {what} are {}.", known.join(", ")) } else { String::new() };
    (meant + &all).trim_end().to_owned()
}

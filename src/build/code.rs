//! Codes of languages, the keys of every list of phrases that is kept for each of them.

use serde::Deserialize;

/// Codes of the languages that rules may name; "all" and "any" stand for every language.
const CODES: &[&str] = &[
    "all", "any", "cs", "da", "de", "en", "es", "fi", "fr", "it", "ja", "ko", "nl", "no", "pl", "pt", "ru", "sk", "sv",
    "tr", "uk", "zh",
];

/// A code that rules may name. YAML takes a bare `no` for a word of logic, and `False` is no language.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(try_from = "String")]
pub struct Code(pub String);

impl TryFrom<String> for Code {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        if CODES.contains(&code.as_str()) { Ok(Self(code)) } else { Err(format!("{code:?} is no code of a language")) }
    }
}

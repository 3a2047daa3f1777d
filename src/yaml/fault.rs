//! What is wrong at one place of a YAML file.

use std::fmt;

use crate::source::Span;

/// A mistake in a text, at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What is said under the marked text.
    pub label: String,
    /// What to do.
    pub help: String,
    /// True if a key is missing, which says nothing once its value was found to be wrong.
    pub is_missing: bool,
}

impl Fault {
    /// A mistake at a place, with what to do.
    #[must_use]
    pub fn new(span: Span, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { span, message: message.into(), label: String::new(), help: help.into(), is_missing: false }
    }

    /// The same with words under the marked text.
    #[must_use]
    pub fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

/// How alike two words must be for one to be meant by the other.
const ALIKE: f64 = 0.7;

/// The word that is probably meant, if one is near enough.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase().replace('_', "-");
    let alike = |one: &str| {
        let whole = strsim::normalized_damerau_levenshtein(&lower, one);
        // "withdrawn" for "withdrawn-standard".
        if one.starts_with(&lower) && lower.len() >= 4 { whole.max(ALIKE) } else { whole }
    };
    let scored = known.into_iter().map(|one| (alike(one), one)).filter(|(score, _)| *score >= ALIKE);
    scored.max_by(|(a, x), (b, y)| a.total_cmp(b).then_with(|| y.cmp(x))).map(|(_, one)| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_that_is_meant_is_found() {
        let known = ["select", "ignore", "per-path", "withdrawn-standard", "fail-on"];
        assert_eq!(nearest("selects", known), Some("select"));
        assert_eq!(nearest("per_path", known), Some("per-path"));
        assert_eq!(nearest("withdrawn", known), Some("withdrawn-standard"));
        assert_eq!(nearest("colour", known), None);
    }
}

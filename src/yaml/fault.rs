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

/// The word that is probably meant, if one is near enough; of several that are as near, the first.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase().replace('_', "-");
    let alike = |one: &str| {
        let whole = strsim::normalized_damerau_levenshtein(&lower, one);
        // "withdrawn" for "withdrawn-standard".
        if one.starts_with(&lower) && lower.len() >= 4 { whole.max(ALIKE) } else { whole }
    };
    let scored = known.into_iter().map(|one| (alike(one), one)).filter(|(score, _)| *score >= ALIKE);
    scored.min_by(|(a, _), (b, _)| b.total_cmp(a)).map(|(_, one)| one)
}

/// How alike a word must be to be named among others that may be meant, of 1.
const REMINDING: f64 = 0.5;

/// The words that remind of one, the nearest first: those with a part that begins like one of its, then those that look
/// like it.
#[must_use]
pub fn closest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>, many: usize) -> Vec<&'a str> {
    let parts: Vec<&str> =
        word.split(['-', '_', ' ']).map(|part| part.trim_end_matches('s')).filter(|part| part.len() >= 3).collect();
    let near = |one: &str| {
        let begins = |part: &&&str| one.split('-').any(|own| own.starts_with(&part.to_lowercase()));
        // Of a short word and a long one this tells as well how much the long one has that the short one lacks.
        let alike = strsim::normalized_damerau_levenshtein(&word.to_lowercase(), one);
        (parts.iter().filter(begins).count(), alike)
    };
    let scored = known.into_iter().map(|one| (near(one), one));
    let mut scored: Vec<_> = scored.filter(|((held, alike), _)| *held > 0 || *alike >= REMINDING).collect();
    scored.sort_by(|((a, b), x), ((c, d), y)| c.cmp(a).then(d.total_cmp(b)).then_with(|| x.cmp(y)));
    scored.into_iter().take(many).map(|(_, one)| one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_words_are_found() {
        let known = ["withdrawn-standard", "unknown-standard", "unused-suppression", "mixed-editions"];
        assert_eq!(closest("my-suppression", known, 1), ["unused-suppression"]);
        assert_eq!(closest("old_standards", known, 2).len(), 2);
        assert_eq!(closest("STANDARD-x", known, 2), ["unknown-standard", "withdrawn-standard"]);
        assert_eq!(closest("zzz", known, 2), [""; 0]);
        assert_eq!(closest("nope", known, 2), [""; 0]);
        assert_eq!(closest("iso", ["missing-documented-information"], 2), [""; 0]);
    }

    #[test]
    fn the_word_that_is_meant_is_found() {
        let known = ["select", "ignore", "per-path", "withdrawn-standard", "fail-on"];
        assert_eq!(nearest("selects", known), Some("select"));
        assert_eq!(nearest("per_path", known), Some("per-path"));
        assert_eq!(nearest("withdrawn", known), Some("withdrawn-standard"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("ignore", ["ignore-next-line", "ignore-end"]), Some("ignore-next-line"));
    }
}

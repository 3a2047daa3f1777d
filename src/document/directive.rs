//! Comments that speak to sms-lint: in no format are they text of the document.

/// What begins such a comment.
pub const MARK: &str = "sms-lint:";

/// True if a comment, of which the first of its `signs` may be left out, speaks to sms-lint.
#[must_use]
pub fn is_directive(comment: &str, signs: &[char]) -> bool {
    comment.trim_start_matches(|one: char| signs.contains(&one) || one.is_whitespace()).starts_with(MARK)
}

//! Numbers with the words for what is counted.

use crate::lint::Summary;

/// "1 document", "12 documents".
#[must_use]
pub fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// What was checked and found, in one line without a full stop.
#[must_use]
pub(super) fn checked(summary: &Summary) -> String {
    format!(
        "{} checked: {}, {}, {}",
        counted(summary.documents, "document", "documents"),
        counted(summary.errors, "error", "errors"),
        counted(summary.warnings, "warning", "warnings"),
        counted(summary.advice, "advice", "advice"),
    )
}

//! What the tests of several readers of data share.

use super::super::model::{Document, Kind};

/// The blocks of a document, each with its text.
pub(super) fn texts(document: Document) -> Vec<(Kind, String)> {
    document.blocks.into_iter().map(|block| (block.kind, block.prose.text().to_owned())).collect()
}

/// The same without the blanks and line ends behind a text.
pub(super) fn trimmed(document: Document) -> Vec<(Kind, String)> {
    texts(document).into_iter().map(|(kind, text)| (kind, text.trim_end().to_owned())).collect()
}

/// What is expected, to be compared with them.
pub(super) fn owned(found: &[(Kind, &str)]) -> Vec<(Kind, String)> {
    found.iter().map(|(kind, text)| (*kind, (*text).to_owned())).collect()
}

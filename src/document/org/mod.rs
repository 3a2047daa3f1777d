//! Org: headlines, lists, tables and blocks, then what is marked inside them.
//!
//! The crates for Org are drafts, of version 0.1 or alpha, or do not tell where in the text a thing stands. The lines, passages,
//! names and tables here are those of the readers of AsciiDoc and reStructuredText.

mod inline;
mod reader;

pub use reader::read;

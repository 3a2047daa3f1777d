//! Org: headlines, lists, tables and blocks, then what is marked inside them.

mod inline;
mod reader;

pub use reader::read;

//! reStructuredText: indented lines to blocks, then what is marked inside them.

mod directive;
mod inline;
mod line;
mod list;
mod reader;
mod table;

pub use reader::read;

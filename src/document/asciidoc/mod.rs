//! AsciiDoc: lines to blocks, then what is marked inside them.

mod inline;
mod line;
mod macros;
mod names;
mod pairs;
mod reader;
mod table;

pub use reader::read;

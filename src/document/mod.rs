//! document: readable text to prose that remembers where each byte came from.
//!
//! One reader a format. Readers know markup; they know nothing of standards.

pub mod asciidoc;
pub mod data;
pub mod format;
pub mod html;
pub mod latex;
pub mod line;
pub mod map;
pub mod markdown;
pub mod mdx;
pub mod model;
pub mod names;
pub mod org;
pub mod passage;
pub mod plain;
pub mod rst;
pub mod table;

pub use format::Format;
pub use map::{Prose, SourceMap};
pub use model::{Block, Cell, Document, Fault, Kind, Mark, Role, has_anchor};

//! document: readable text to prose that remembers where each byte came from.
//!
//! One reader a format. Readers know markup; they know nothing of standards.

pub mod asciidoc;
mod bytes;
pub mod container;
pub mod data;
pub mod directive;
pub mod format;
pub mod html;
pub mod latex;
pub mod line;
pub mod map;
pub mod mark;
pub mod markdown;
pub mod mdx;
pub mod model;
pub mod names;
#[cfg(feature = "office")]
pub mod office;
pub mod org;
pub mod passage;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod plain;
pub mod readable;
pub mod rst;
pub mod table;
mod unmarked;

pub use container::Container;
pub use format::Format;
pub use map::{Prose, SourceMap};
pub use mark::{Mark, Marks, Role};
pub use model::{Block, Cell, Document, Fault, Kind, Remark, has_anchor};
pub use readable::Readable;

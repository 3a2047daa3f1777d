//! The readers of OpenDocument: texts, presentations and spreadsheets.

mod ends;
mod read;
mod sheet;
mod style;
mod text;

pub use read::{Purpose, read};

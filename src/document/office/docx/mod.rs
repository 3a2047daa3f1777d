//! The reader of documents of Word.

mod body;
mod read;
mod style;

pub use read::read;

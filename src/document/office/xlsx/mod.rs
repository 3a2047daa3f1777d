//! The reader of workbooks of Excel.

mod date;
mod format;
mod read;
mod sheet;
mod string;
mod style;

pub use read::read;

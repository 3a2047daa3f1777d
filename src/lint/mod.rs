//! lint: every document alone, in parallel; then what only the whole set shows.

pub mod document;
pub mod read;
pub mod repository;
pub mod section;
mod statement;
pub mod triage;
pub mod window;

pub use document::{Examined, Settings, examine};
pub use read::{Limits, examine_file};
pub use repository::{Collected, Report, Summary};

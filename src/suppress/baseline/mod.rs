//! The baseline: findings that were there when the linter came, so that only new ones fail a run.

mod file;
mod known;
mod model;
mod store;

pub use file::{NAME, of_source, read};
pub use known::{Known, Paths, match_against};
pub use model::{Baseline, Entry, Key, Row};
pub use store::{added, merged, rows, size, store};

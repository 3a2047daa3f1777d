//! report: from a `Report` to bytes, one writer a format.

pub mod concise;
pub mod dossier;
mod escape;
pub mod format;
pub mod github;
pub mod human;
pub mod json;
pub mod json_lines;
pub mod mistake;
pub mod sarif;
pub mod scrub;
pub mod sources;

pub use dossier::{Dossier, Head};
pub use format::{Format, Needs};
pub use human::Look;

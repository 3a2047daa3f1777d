//! report: from a `Report` to bytes, one writer a format.

pub mod checkstyle;
pub mod concise;
mod counted;
pub mod csv;
pub mod dossier;
mod drawing;
mod escape;
pub mod format;
pub mod github;
pub mod gitlab;
pub mod html;
pub mod human;
pub mod json;
pub mod json_lines;
pub mod junit;
pub mod markdown;
pub mod mistake;
pub mod natural;
pub mod oscal;
pub mod sarif;
pub mod scrub;
pub(crate) mod sheet;
pub mod sources;
mod statistics;

pub use counted::counted;
pub use dossier::{Dossier, Head};
pub(crate) use escape::pretty;
pub use format::{Format, write_apart};
pub use human::Look;

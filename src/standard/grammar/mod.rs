//! The citation parser: one hand-written grammar over normalised prose.
//!
//! It finds what is written, with the help of the catalogue where a form alone is not enough (`27001 2013` is an
//! edition, `27001 2016` is not). What the citation means is decided behind it.

pub mod anchor;
mod cursor;
mod designation;
mod directives;
mod entry;
mod head;
mod left;
mod lexicon;
mod list;
pub mod model;
mod part;
mod scan;
mod supplement;
pub mod urn;
mod words;
mod year;

pub use cursor::is_ideographic;
pub(in crate::standard) use lexicon::ALONE;
pub use lexicon::AMENDMENTS;
pub use model::{Reference, Stage, Written, Year, YearForm};
pub use scan::find;
pub(in crate::standard) use words::{is_body_letter, is_edition_word, is_of_edition, is_own_noun};

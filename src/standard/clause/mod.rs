//! clause: which numbers of clauses and controls an edition has, where a document names one, and of which standard.
//!
//! A number alone says little: many annexes have an `A.6.1.2`. It counts only where something that the reader sees binds
//! it to a standard: a designation beside it, the head of its column, the heading above.

mod appendix;
mod beside;
mod bind;
mod body;
mod claim;
mod control;
mod fault;
mod gap;
mod group;
mod lexicon;
mod list;
mod measure;
mod mention;
pub mod model;
mod others;
mod owner;
mod part;
mod proof;
mod publisher;
mod row;
mod said;
mod scan;
mod scope;
pub mod shape;
mod state;
pub mod table;
mod tale;
mod title;
mod walk;
mod words;

pub use beside::beside;
pub use bind::bind;
pub use fault::{Fault, bears_newer_year, judge, moved_to};
pub(in crate::standard) use lexicon::{CONTROLS, STANDARD_HEADS};
pub use mention::Named;
pub use model::{Binder, Bound, Form, Locality, Number, Tie};
pub use proof::is_source_key;
pub(in crate::standard) use proof::words_of_key;
pub use scan::{annexes, find};
pub(in crate::standard) use tale::{may_be_told, told};
pub use words::joins;

//! What is claimed of a standard: that something is certified to it, or conforms to it.
//!
//! The words that claim, deny and doubt are data in `rules/claims/`; this room knows only where they must stand.

mod clause;
mod words;

pub use clause::{Claim, claim};
pub use words::{Cue, Side, Subject, Word, claims, denials, doubts, may_claim, persons};

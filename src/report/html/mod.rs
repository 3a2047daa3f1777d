//! One page for a browser that needs nothing else: no network, no fonts, no pictures but its own.
//!
//! The policy of the page lets exactly its own style and script run, by their hashes. Texts of documents are scrubbed here
//! and escaped by the template.

mod picture;
mod view;
mod write;

pub use write::write;

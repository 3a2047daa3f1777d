//! x
pub mod source;
pub mod document;

//! comment: what people say to sms-lint in the comments of a document, and which stretch of it they speak of.
//!
//! Knows the words and where they stand. Whether a finding is suppressed by them is judged in `suppress`.

mod find;
mod model;
mod read;
mod reach;
mod style;

pub use find::{Found, find, may_be_written, may_hold};
pub use model::{Comment, Until, Verb};

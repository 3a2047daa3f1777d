//! config: `sms-lint.yaml`, found, read, checked; mistakes are told at their place.
//!
//! Says what is written. What follows from it is decided by the rooms that read it.

mod check;
mod discover;
mod load;
mod merge;
mod model;
mod pattern;
mod schema;
mod value;

pub use discover::{Found, NAMES, absolute, find, named};
pub use load::{Config, load, mistake};
pub use model::{Allow, Elements, Files, Keys, PerPath, Suppressions};
pub use pattern::Pattern;
pub use schema::schema;
pub use value::{Asked, Day, FailOn, FormatName};

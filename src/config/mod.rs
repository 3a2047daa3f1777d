//! config: `sms-lint.yaml`, found, read, checked; mistakes are told at their place.
//!
//! Says what is written. What follows from it is decided by the rooms that read it.

mod check;
mod discover;
mod load;
mod merge;
mod model;
mod own;
mod schema;
mod value;

pub use crate::pattern::Pattern;
pub use crate::pattern::absolute;
pub use discover::{Found, NAMES, find, named};
pub use load::{Config, Labels, OUTSIDE, load, mistake, real};
pub use model::{Allow, Elements, Files, Keys, PerPath, Suppressions};
pub use own::{read_rules, rule_files};
pub use schema::schema;
pub use value::{Asked, Day, FailOn, FormatName};

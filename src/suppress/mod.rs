//! suppress: which findings somebody has suppressed, and which suppressions do nothing or have run out.
//!
//! Comments are read in `comment`, the configuration in `config`; here they meet what was found.

pub mod baseline;
mod comments;
mod entries;
mod judge;
mod lapse;
mod list;
mod policy;
mod ranges;
mod rules;

pub use entries::is_of_edition;
pub use judge::{Judged, Means, judge};
pub use list::{By, Listed, State};

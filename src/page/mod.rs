//! page: a rule as a page, all rules as a table, a standard as a page, the inventory of citations, the
//! worklist of a change of edition.

pub mod entry;
pub mod inventory;
mod rule;
pub mod standard;
pub mod transition;

pub use rule::{rule, table};

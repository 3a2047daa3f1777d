//! page: a rule as a page, all rules as a table, a standard as a page, the inventory of citations.

pub mod entry;
pub mod inventory;
mod rule;
pub mod standard;

pub use rule::{rule, table};

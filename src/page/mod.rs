//! page: a rule as a page, all rules as a table, the formats that are read, a standard as a page, the inventory of
//! citations, the worklist of a change of edition, the list of suppressions, what a run cost.

mod clause;
mod control;
mod costs;
pub mod coverage;
pub mod entry;
mod format;
mod hanging;
pub mod inventory;
mod rule;
pub mod standard;
pub mod suppression;
mod table;
pub mod transition;

pub use clause::{known_clause, near_clause};
pub use control::{known_control, near_control};
pub use costs::costs;
pub use format::{formats, formats_table};
pub use rule::{clause, json as rules_json, rule, rules_human, table};

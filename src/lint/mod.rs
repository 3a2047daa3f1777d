//! lint: every document alone, in parallel; then what only the whole set shows.

pub mod amendments;
pub mod buffer;
pub mod container;
pub mod coverage;
pub mod declaration;
pub mod document;
pub mod elements;
pub mod clause;
pub mod editions;
pub mod facts;
pub mod inventory;
mod mend;
mod plan;
pub mod own;
pub mod read;
pub mod repository;
mod requirement;
pub mod section;
pub mod sentence;
pub mod setting;
pub mod statement;
pub mod survey;
pub mod system;
mod title;
pub mod told;
pub mod transition;
pub mod triage;
pub mod window;

pub use buffer::Buffer;
pub use document::{Examined, Purpose, Settings, examine};
pub use facts::Subject;
pub use inventory::Inventory;
pub use read::{Limits, examine_file};
pub use repository::{Collected, Report, Summary};
pub use system::{Decision, System};
pub use transition::Transition;

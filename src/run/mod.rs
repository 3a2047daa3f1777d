//! run: one file a command.

pub mod baseline;
pub mod check;
pub mod cites;
mod command;
pub mod config;
pub mod coverage;
pub mod deliver;
pub mod explain;
mod given;
mod hash;
pub mod init;
mod mend;
mod outcome;
mod print;
pub mod progress;
mod reading;
pub mod rules;
pub mod setup;
pub mod shell;
pub mod standard;
mod stats;
pub mod suppressions;
pub mod test;
pub mod transition;

pub use command::run;
pub(crate) use hash::hash;
pub use outcome::Outcome;
pub use print::tell;
pub(crate) use print::{finish, for_people, is_read_along, print, print_for_people};

//! cli: arguments as typed; no work is done here.

mod adopt;
mod check;
mod command;
mod reading;
mod rule;
mod show;

pub use crate::config::{Asked, FailOn};
pub use adopt::{BaselineAction, Init, Kept, Suppressions};
pub use check::{Check, Colour, Fixes, Output};
pub use command::{Arguments, Command};
pub use reading::{Cites, Coverage, Following, ListFormat, MatrixFormat, Reading, Transition};
pub use rule::{Explain, NewRule, RuleCommand, RuleKind, Rules, RulesFormat, Test};
pub use show::{Configuration, PageFormat, Shown, Standard};

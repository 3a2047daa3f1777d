//! cli: arguments as typed; no work is done here.

mod check;
mod command;
mod kept;
mod reading;
mod rule;
mod show;

pub use crate::config::{Asked, FailOn};
pub use check::{Check, Colour, Fixes, Output};
pub use command::{Arguments, Command};
pub use kept::{BaselineAction, Init, Kept, Suppressions};
pub use reading::{Cites, Coverage, Following, ListFormat, MatrixFormat, Reading, Transition};
pub use rule::{Explain, NewRule, RuleCommand, RuleKind, Rules, RulesFormat, Test};
pub use show::{Configuration, PageFormat, Shown, Standard};

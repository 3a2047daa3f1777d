//! rule: what a rule is, what it checks, and how it speaks.

pub mod check;
pub mod message;
pub mod model;
pub mod set;

pub use check::Hit;
pub use model::{Check, Example, Message, Rule};

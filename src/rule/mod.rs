//! rule: what a rule is, what it checks, and how it speaks.

pub mod check;
pub mod element;
pub mod facts;
pub mod lexicon;
pub mod message;
pub mod model;
pub mod own;
pub mod selection;
pub mod set;
pub mod shape;
pub mod words;

pub use check::Hit;
pub use model::{Check, Example, Message, Rule};
pub use selection::{Selection, Wish};

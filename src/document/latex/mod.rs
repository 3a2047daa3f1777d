//! LaTeX: the text that is set, without the commands that set it.

mod argument;
mod command;
mod condition;
mod literal;
mod reader;

pub use literal::is_literal;
pub use reader::read;

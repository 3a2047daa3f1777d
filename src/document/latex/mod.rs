//! LaTeX: the text that is set, without the commands that set it.

mod argument;
mod command;
mod reader;

pub use reader::read;

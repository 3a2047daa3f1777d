//! MDX: Markdown in which tags are components, braces hold expressions and a file may begin with imports.

mod reader;
mod tag;

pub use reader::{comments, read};

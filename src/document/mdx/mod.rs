//! MDX: Markdown in which tags are components, braces hold expressions and a file may begin with imports.
//!
//! The crate `markdown` reads MDX with its places, but gives an error and no document if a tag or a brace is not closed, and
//! it would be a second reader of Markdown. What is broken must still be checked, so what is no Markdown is taken out here,
//! and the rest is read as any Markdown.

mod reader;
mod tag;

pub use reader::{comments, read};

//! HTML, as a document of its own or inside another: tags are left out, entities resolved, alternative texts read.

mod reader;
pub mod tag;

pub use reader::{footnote_mark, is_line_break, push_alternative, push_entity, read, read_into, strikes};

//! HTML, as a document of its own or inside another: tags are left out, entities resolved, alternative texts read.

mod comment;
mod hidden;
mod inline;
mod reader;
pub mod tag;

pub use comment::{comments, comments_within, ends_raw, is_endless};
pub use inline::{footnote_mark, is_line_break, push_alternative, push_entity, strikes};
pub use reader::{read, read_into};

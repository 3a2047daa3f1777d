//! The reader of PDF: bytes, objects, signs on pages, lines, blocks.
//!
//! `open` finds the pages; `font`, `encoding`, `cmap` and `width` tell what a code in a string shows; `content` runs what draws a
//! page; `line` and `order` make lines of what is drawn; `layout` and `table` make blocks of them, `front` adds what stands beside
//! the pages, and `read` puts all of it together.

mod budget;
mod cmap;
mod content;
mod encoding;
mod font;
mod front;
mod layout;
mod line;
mod matrix;
mod object;
mod open;
mod order;
mod read;
mod running;
mod table;
mod width;

pub use read::read;

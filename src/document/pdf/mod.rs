//! The reader of PDF: bytes, objects, signs on pages, lines, blocks.
//!
//! `open` finds the pages; `font`, `encoding`, `cmap` and `width` tell what a code in a string shows; `content` runs what draws a
//! page; `line` and `order` make lines of what is drawn; `running` knows the heads and feet of pages, `layout` and `table` make blocks of the rest, `write` their prose, `front` adds what stands beside
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
mod number;
mod object;
mod open;
mod operand;
mod order;
mod read;
mod rules;
mod running;
mod spaced;
mod table;
mod width;
mod write;

pub use read::read;

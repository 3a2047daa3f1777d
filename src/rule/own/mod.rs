//! Rules of one's own: the kinds that they may have, and how they are read at run time.

mod compile;
mod document;
pub mod kind;
mod load;
mod words;
pub mod written;

pub use compile::{BUDGET, too_large};
pub use document::{Entry, entries, title};
pub use kind::{Kind, Own};
pub use load::{Loaded, load};

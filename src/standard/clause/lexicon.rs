//! The words around numbers that say what they are and whose, as the build script writes them from `rules/words/numbers/`.

use crate::list::List;

include!(concat!(env!("OUT_DIR"), "/number_words.rs"));

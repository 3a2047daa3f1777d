//! The words that keep a citation from being history, as the build script writes them from `rules/words/kept/`, and the others
//! that tell what is said of it, from `rules/words/context/`.

use crate::list::List;

include!(concat!(env!("OUT_DIR"), "/kept_words.rs"));
include!(concat!(env!("OUT_DIR"), "/context_words.rs"));

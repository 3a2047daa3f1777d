//! The words around numbers that say whose they are, as the build script writes them from `rules/words/numbers/`.

include!(concat!(env!("OUT_DIR"), "/number_words.rs"));

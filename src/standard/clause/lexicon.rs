//! The words around numbers that say what they are and whose, as the build script writes them from `rules/words/numbers/`.

include!(concat!(env!("OUT_DIR"), "/number_words.rs"));

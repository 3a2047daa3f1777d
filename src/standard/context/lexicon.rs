//! The words that keep a citation from being history, as the build script writes them from `rules/words/kept/`.

include!(concat!(env!("OUT_DIR"), "/kept_words.rs"));

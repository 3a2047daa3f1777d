//! The words of designations that the build script writes from `rules/words/designations/`.

use crate::list::List;

include!(concat!(env!("OUT_DIR"), "/designation_words.rs"));

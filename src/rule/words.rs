//! Lists of phrases that several checks share, as the build script writes them from `rules/words/`.

use crate::list::List;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

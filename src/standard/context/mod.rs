//! Is a citation used, or only remembered?
//!
//! A change log, "cancels and replaces", a column of old editions: such a mention is history, no fault. The words that
//! say so are data in `rules/history/`; this room knows only where they must stand.

mod answer;
mod bare;
mod bracket;
mod bucket;
mod chronicle;
mod company;
mod contrast;
pub(in crate::standard) mod cue;
mod date;
mod dated;
mod duty;
mod edition;
mod ending;
mod entry;
mod finding;
mod gain;
mod heading;
mod heir;
mod instead;
mod introduction;
mod judge;
mod kept;
mod label;
mod lack;
mod lexicon;
mod line;
mod moving;
mod object;
mod origin;
mod other;
mod outline;
mod pair;
mod phrase;
mod record;
mod said;
mod scope;
pub(in crate::standard) mod sentence;
mod series;
mod story;
mod strict;
mod subject;
mod supposed;
mod table;
mod tale;
mod tense;
mod timeline;
mod turn;
mod used;
mod validity;
pub(crate) mod word;
mod work;

pub use contrast::{is_value_of_numbers, key};
pub use cue::{Cue, Scope, cues};
pub use judge::{BlockCitations, Judge};
pub use sentence::bounds;
pub use word::Language;

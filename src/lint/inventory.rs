//! The inventory: every citation of a set of documents, for those who ask what is cited rather than what is wrong.

use jiff::civil::Date;

use crate::finding::{Cited, Skipped};
use crate::source::Place;

/// Every citation of a run.
#[derive(Debug)]
pub struct Inventory {
    /// The day on which statuses were judged.
    pub as_of: Date,
    /// How many documents were read.
    pub documents: usize,
    /// Citations, sorted by place.
    pub citations: Vec<Listed>,
    /// What was not read, sorted by path.
    pub skipped: Vec<Skipped>,
}

/// One citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Where it stands.
    pub place: Place,
    /// The text at the place, as written.
    pub text: String,
    /// What is written, in normal form: by the name that ISO gives it.
    pub normal: String,
    /// What it denotes.
    pub cited: Cited,
    /// How it is used.
    pub context: Context,
}

/// How a citation is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Context {
    /// In plain words.
    Plain,
    /// As a memory, for this reason.
    Historical(String),
    /// In code that does not remember.
    Code,
}

impl Context {
    /// The word for it in reports.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Historical(_) => "historical",
            Self::Code => "code",
        }
    }

    /// Why it is taken as a memory, if it is.
    #[must_use]
    pub fn because(&self) -> Option<&str> {
        match self {
            Self::Historical(because) => Some(because),
            Self::Plain | Self::Code => None,
        }
    }
}

impl Listed {
    /// The order of the inventory: by path, then place, then normal form.
    #[must_use]
    pub fn order(&self, other: &Self) -> std::cmp::Ordering {
        let key = |one: &Self| (one.place.start.byte, one.place.end.byte);
        self.place
            .path
            .cmp(&other.place.path)
            .then_with(|| key(self).cmp(&key(other)))
            .then_with(|| self.normal.cmp(&other.normal))
    }
}

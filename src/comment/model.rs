//! The nouns of a comment.

use std::ops::Range;

use jiff::civil::Date;

use crate::finding::Label;

/// A comment that speaks to sms-lint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its words, from `sms-lint:` on, with their place.
    pub label: Label,
    /// What it asks for.
    pub verb: Verb,
    /// The rules that it names, by id or clause; all if it names none.
    pub selectors: Vec<String>,
    /// The last day on which it counts, if it names one.
    pub until: Option<Until>,
    /// Why, in its own words.
    pub reason: Option<String>,
    /// The first word in it that means nothing.
    pub stray: Option<String>,
    /// What a comment on a line speaks of, in bytes of the file; nothing if nothing follows, or not yet in this window.
    pub reach: Option<Range<u64>>,
}

/// What a comment asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// To ignore what is found in the block that follows.
    NextLine,
    /// To ignore what is found in its own line.
    Line,
    /// To ignore what is found from here on.
    Start,
    /// To end that.
    End,
    /// To ignore what is found in the whole document.
    File,
    /// To take the whole document as history.
    Historical,
    /// Nothing that is known.
    Unknown,
}

impl Verb {
    /// All that are known, by their words.
    pub const ALL: [(&'static str, Self); 6] = [
        ("ignore-next-line", Self::NextLine),
        ("ignore-line", Self::Line),
        ("ignore-start", Self::Start),
        ("ignore-end", Self::End),
        ("ignore-file", Self::File),
        ("historical", Self::Historical),
    ];

    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, verb)| *verb == self).map_or("unknown", |(name, _)| name)
    }
}

/// The last day on which a comment counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Until {
    /// This day still counts.
    Day(Date),
    /// What stands there is no day.
    Malformed(String),
}

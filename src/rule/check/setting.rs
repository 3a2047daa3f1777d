//! What is wrong with the configuration though it can be read.

use jiff::civil::Date;

use super::Hit;
use crate::standard::catalogue;

/// A fault of a setting, by its name in rule files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingFault {
    /// A pattern for paths fits no file.
    UnmatchedPattern,
    /// The catalogue is older than allowed.
    OutdatedCatalogue,
}

/// The hit for a pattern that fits no file.
#[must_use]
pub fn unmatched(pattern: &str) -> Hit {
    let depth = if pattern.trim_end_matches('/').contains('/') { "deep" } else { "flat" };
    Hit { values: vec![("pattern", pattern.to_owned()), (depth, pattern.to_owned())], ..Hit::default() }
}

/// The hit for a document of which the configuration declares something, and which is not there.
#[must_use]
pub fn absent(path: &str) -> Hit {
    Hit { values: vec![("pattern", path.to_owned()), ("deep", path.to_owned())], ..Hit::default() }
}

/// The hit for a catalogue that is older on a day than `most` days.
#[must_use]
pub fn outdated(most: u32, on: Date) -> Option<Hit> {
    let made = catalogue::as_of();
    let age = on.since(made).map_or(0, |span| span.get_days());
    let values = vec![("age", age.to_string()), ("most", most.to_string()), ("day", made.to_string())];
    (i64::from(age) > i64::from(most)).then(|| Hit { values, ..Hit::default() })
}

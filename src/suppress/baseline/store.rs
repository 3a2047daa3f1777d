//! Makes the baseline of a run: new, brought up to date, or without what is gone.

use std::collections::BTreeMap;
use std::path::Path;

use super::file::write;
use super::known::Paths;
use super::model::{Baseline, Key, Row, weight};
use crate::error::Error;
use crate::finding::Finding;

/// The rows for findings, sorted, in a baseline at `file`.
#[must_use]
pub fn rows<'a>(findings: impl IntoIterator<Item = &'a Finding>, file: &Path) -> Vec<Row> {
    let mut paths = Paths::from(file);
    let mut counts: BTreeMap<(Option<String>, Key), u32> = BTreeMap::new();
    for finding in findings {
        let path = finding.sentence.and_then(|_| paths.relative(&finding.primary.place.path));
        let count = counts.entry((path, Key::of(finding))).or_default();
        *count = count.saturating_add(weight(finding));
    }
    let row = |((path, key), count)| {
        let Key { rule, citation, sentence } = key;
        Row { path, rule, citation, sentence, count }
    };
    counts.into_iter().map(row).collect()
}

impl Baseline {
    /// What is left over of entries that are not among the `stale` ones: a run did not look there.
    pub fn unjudged<'a>(&'a self, left: &'a [u32], stale: &'a [usize]) -> impl Iterator<Item = Row> + 'a {
        let leftovers = self.entries.iter().zip(left).enumerate().filter(|(_, (_, left))| **left > 0);
        let kept = leftovers.filter(|(at, _)| stale.binary_search(at).is_err());
        kept.map(|(_, (entry, left))| Row { count: *left, ..entry.row.clone() })
    }

    /// How many findings it knows.
    #[must_use]
    pub fn size(&self) -> u64 {
        size(&merged(self.entries.iter().map(|entry| entry.row.clone())))
    }
}

/// Rows, each once, sorted; of the same one twice the greater count.
#[must_use]
pub fn merged(rows: impl IntoIterator<Item = Row>) -> Vec<Row> {
    let mut all: Vec<Row> = rows.into_iter().collect();
    all.sort();
    all.reverse();
    all.dedup_by(|next, kept| next.path == kept.path && next.key() == kept.key());
    all.reverse();
    all
}

/// Rows of what was found, and what is left of others, each once with what both know, sorted.
#[must_use]
pub fn added(found: Vec<Row>, left: impl IntoIterator<Item = Row>) -> Vec<Row> {
    let mut all: BTreeMap<(Option<String>, Key), Row> = BTreeMap::new();
    for row in merged(left).into_iter().chain(found) {
        let known = all.entry((row.path.clone(), row.key())).or_insert_with(|| Row { count: 0, ..row.clone() });
        known.count = known.count.saturating_add(row.count);
    }
    let mut all: Vec<Row> = all.into_values().collect();
    all.sort();
    all
}

/// How many findings rows know, as a report counts them.
#[must_use]
pub fn size(rows: &[Row]) -> u64 {
    rows.iter().map(|row| if row.counts_places() { 1 } else { u64::from(row.count) }).sum()
}

/// Writes rows to `file`.
///
/// # Errors
/// `Error::Baseline` if it cannot be written; it is then as it was.
pub fn store(file: &Path, rows: &[Row]) -> Result<(), Error> {
    let fault = |error: std::io::Error| Error::Baseline {
        deed: "write",
        file: file.display().to_string(),
        reason: crate::error::unwritten(&error),
        help: "check that its folder is there and that you may write to it".into(),
    };
    write(file, rows).map_err(fault)
}

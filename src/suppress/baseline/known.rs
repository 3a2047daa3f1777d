//! Which findings the baseline knows, and which of its entries are for what is gone.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::model::{Baseline, Key, weight};
use crate::config::absolute;
use crate::finding::Finding;

/// What a baseline makes of findings.
#[derive(Debug, Default)]
pub struct Known {
    /// What it does not know.
    pub open: Vec<Finding>,
    /// What it knows.
    pub known: Vec<Finding>,
    /// How much of each entry is left over.
    pub left: Vec<u32>,
}

/// Matches findings against a baseline. The path counts while the file is there; what is left of entries whose file is
/// gone counts for findings of the same key elsewhere, so that entries follow a file to its new name.
#[must_use]
pub fn match_against(baseline: &Baseline, findings: Vec<Finding>) -> Known {
    let mut matcher = Matcher::new(baseline);
    let mut paths = Paths::of(baseline);
    let mut rest = Vec::new();
    let mut known = Known::default();
    for finding in findings {
        let key = Key::of(&finding);
        let path = finding.sentence.and_then(|_| paths.relative(&finding.primary.place.path));
        let own = matcher.own.get(&(key.clone(), path)).copied();
        if own.is_some_and(|entry| matcher.take(entry, weight(&finding))) {
            known.known.push(finding);
        } else {
            rest.push((key, finding));
        }
    }
    let mut elsewhere: HashMap<Key, Vec<usize>> = HashMap::new();
    for (at, entry) in baseline.entries.iter().enumerate().rev() {
        let is_gone = |path: &String| !paths.folder.join(path).exists();
        if matcher.left[at] > 0 && !rest.is_empty() && entry.row.path.as_ref().is_some_and(is_gone) {
            elsewhere.entry(entry.row.key()).or_default().push(at);
        }
    }
    for (key, finding) in rest {
        if elsewhere.get_mut(&key).is_some_and(|entries| matcher.take_any(entries)) {
            known.known.push(finding);
        } else {
            known.open.push(finding);
        }
    }
    known.known.sort_by_cached_key(Finding::key);
    known.open.sort_by_cached_key(Finding::key);
    known.left = matcher.left;
    known
}

/// Entries while they are used up.
struct Matcher {
    /// The entries by key and path.
    own: HashMap<(Key, Option<String>), usize>,
    left: Vec<u32>,
}

impl Matcher {
    fn new(baseline: &Baseline) -> Self {
        let mut matcher =
            Self { own: HashMap::new(), left: baseline.entries.iter().map(|one| one.row.count).collect() };
        for (at, entry) in baseline.entries.iter().enumerate() {
            let first = *matcher.own.entry((entry.row.key(), entry.row.path.clone())).or_insert(at);
            if first != at {
                // A merge of two branches may leave the same entry twice: together they know what the greater one knows.
                matcher.left[first] = matcher.left[first].max(entry.row.count);
                matcher.left[at] = 0;
            }
        }
        matcher
    }

    /// Uses up a part of an entry; false if not so much is left.
    fn take(&mut self, entry: usize, weight: u32) -> bool {
        let left = self.left[entry].checked_sub(weight);
        // One place more makes the finding new; its entry is not gone for that.
        self.left[entry] = left.unwrap_or(0);
        left.is_some()
    }

    /// Uses up one of the last of these entries of which something is left.
    fn take_any(&mut self, entries: &mut Vec<usize>) -> bool {
        while let Some(last) = entries.last() {
            if self.left[*last] > 0 {
                self.left[*last] -= 1;
                return true;
            }
            entries.pop();
        }
        false
    }
}

/// Paths of reports as a baseline has them.
#[derive(Debug)]
pub struct Paths {
    /// The folder of the baseline.
    pub folder: PathBuf,
    made: HashMap<Arc<str>, Option<String>>,
}

impl Paths {
    /// Paths from the folder of a baseline.
    #[must_use]
    pub fn of(baseline: &Baseline) -> Self {
        Self::from(&baseline.file)
    }

    /// Paths from the folder of a file.
    #[must_use]
    pub fn from(file: &Path) -> Self {
        let folder = absolute(file).parent().map_or_else(|| PathBuf::from("."), Path::to_owned);
        Self { folder, made: HashMap::new() }
    }

    /// A path of a report as the baseline has it.
    pub fn relative(&mut self, path: &Arc<str>) -> Option<String> {
        let folder = &self.folder;
        let make = || {
            let way = pathdiff::diff_paths(absolute(Path::new(&**path)), folder)?;
            let steps: Vec<_> = way.components().map(|step| step.as_os_str().to_string_lossy()).collect();
            Some(steps.join("/"))
        };
        self.made.entry(Arc::clone(path)).or_insert_with(make).clone()
    }
}

//! What a configuration says of files: which are documents, and of which format.

use std::ffi::OsStr;
use std::ops::Range;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::config::{Config, FormatName, Pattern};
use crate::document::Format;
use crate::pattern::Patterns;
use crate::yaml::{At, Mark};

/// The choice of a configuration, with what it notes of its patterns while files go by.
#[derive(Debug)]
pub struct Choice {
    config: Config,
    /// Every pattern of the configuration, and whether a file that it fits was seen.
    watched: Vec<(Mark, Pattern, AtomicBool)>,
    /// The same patterns together.
    together: Patterns,
    /// How many of them were not seen.
    left: AtomicUsize,
    /// Which of them are those of `files.include`, if there is such a list, and of `files.exclude`.
    include: Option<Range<usize>>,
    exclude: Range<usize>,
    /// What each of the last of them says, which are those of `files.formats`.
    formats: Vec<Format>,
}

impl Choice {
    /// The choice of a configuration.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        let keys = &config.keys;
        // A pattern that is none was told as a mistake when the configuration was read.
        let said = |(text, name): &(At<String>, FormatName)| Pattern::new(text).is_ok().then_some(name.0);
        let formats: Vec<Format> = keys.files.formats.iter().filter_map(said).collect();
        let include = keys.files.include.as_ref().map(|all| 0..all.len());
        let first = include.as_ref().map_or(0, |include| include.end);
        let exclude = first..first + keys.files.exclude.len();
        let watch = |(mark, pattern)| (mark, pattern, AtomicBool::new(false));
        let watched: Vec<(Mark, Pattern, AtomicBool)> = config.patterns().into_iter().map(watch).collect();
        let together = Patterns::new(&watched.iter().map(|(_, pattern, _)| pattern).collect::<Vec<_>>());
        let left = AtomicUsize::new(watched.len());
        Self { config: config.clone(), watched, together, left, include, exclude, formats }
    }

    /// True if a folder that is walked is entered.
    #[must_use]
    pub fn enters(&self, folder: &Path) -> bool {
        if self.config.keys.files.exclude.is_empty() {
            return true;
        }
        let Some(path) = self.config.relative(folder).filter(|path| !path.is_empty()) else { return true };
        // A pattern for folders fits what is in them, and what is in this one is not seen any more.
        let (own, inside) = (self.together.fitting(&path), self.together.fitting(&format!("{path}/.")));
        let is_excluded = |at: &&usize| self.exclude.contains(at);
        let is_out = own.iter().any(|at| is_excluded(&at))
            || inside.iter().filter(is_excluded).any(|at| self.watched[*at].1.is_folder);
        if is_out {
            self.note(&own);
            self.note(&inside);
        }
        !is_out
    }

    /// The format of a file that was found by walking, the last step of whose path is `name`; nothing if it is no document.
    #[must_use]
    pub fn found(&self, path: &Path, name: &OsStr) -> Option<Format> {
        let usual = || Format::of_found(name);
        if !self.config.rule_files.is_empty() && self.config.rule_files.contains(&crate::config::absolute(path)) {
            return None;
        }
        if self.watched.is_empty() {
            return usual();
        }
        let Some(inside) = self.config.relative(path) else { return usual() };
        let fitting = self.together.fitting(&inside);
        self.note(&fitting);
        if !self.is_chosen(&fitting) {
            return None;
        }
        self.configured(&fitting).or_else(usual)
    }

    /// True if a file that was named would be a document if it were found.
    #[must_use]
    pub fn keeps(&self, path: &Path) -> bool {
        self.config.relative(path).is_none_or(|inside| self.is_chosen(&self.together.fitting(&inside)))
    }

    /// True for a file that these patterns fit.
    fn is_chosen(&self, fitting: &[usize]) -> bool {
        let is_in = |range: &Range<usize>| fitting.iter().any(|at| range.contains(at));
        self.include.as_ref().is_none_or(is_in) && !is_in(&self.exclude)
    }

    /// The format of a file that was named.
    #[must_use]
    pub fn named(&self, path: &Path) -> Option<Format> {
        let inside = self.config.relative(path).filter(|_| !self.watched.is_empty());
        inside.and_then(|inside| self.configured(&self.together.fitting(&inside))).or_else(|| Format::of(path))
    }

    /// True for a configuration that this run does not follow, because it is not the one of the paths that were given.
    #[must_use]
    pub fn passes_by(&self, configuration: &Path) -> bool {
        let whole = crate::config::absolute(configuration);
        self.config.files.iter().all(|(own, _)| *own != whole)
    }

    /// What the last pattern for formats that fits says.
    fn configured(&self, fitting: &[usize]) -> Option<Format> {
        let first = self.watched.len() - self.formats.len();
        fitting.last().and_then(|at| at.checked_sub(first)).map(|at| self.formats[at])
    }

    fn note(&self, fitting: &[usize]) {
        for at in fitting {
            if !self.watched[*at].2.swap(true, Ordering::Relaxed) {
                self.left.fetch_sub(1, Ordering::Relaxed);
            }
        }
    }

    /// The patterns that no file fitted so far.
    fn unseen(&self) -> impl Iterator<Item = &(Mark, Pattern, AtomicBool)> {
        self.watched.iter().filter(|(_, _, seen)| !seen.load(Ordering::Relaxed))
    }

    /// Where the patterns stand that fit no file below the folder of the configuration, whatever ignore files leave out.
    #[must_use]
    pub fn unmatched(&self) -> Vec<(Mark, String)> {
        if self.left.load(Ordering::Relaxed) > 0 {
            let walk = ignore::WalkBuilder::new(&self.config.folder)
                .standard_filters(false)
                .filter_entry(|entry| entry.file_name() != ".git")
                .build();
            for entry in walk.flatten() {
                if let Some(inside) = self.config.relative(entry.path()) {
                    self.note(&self.together.fitting(&inside));
                }
                if self.left.load(Ordering::Relaxed) == 0 {
                    break;
                }
            }
        }
        let mut found: Vec<(Mark, String)> =
            self.unseen().map(|(mark, pattern, _)| (*mark, pattern.text.clone())).collect();
        found.sort();
        found
    }

    /// True if all files below the folder of the configuration lie below `root`.
    #[must_use]
    pub fn is_below(&self, root: &Path) -> bool {
        self.config.folder.starts_with(crate::config::absolute(root))
    }
}

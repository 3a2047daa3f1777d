//! What a configuration says of files: which are documents, and of which format.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::config::{Config, FormatName, NAMES, Pattern};
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
    /// Those of `files.include`, if there is such a list, and of `files.exclude`.
    include: Option<Patterns>,
    exclude: Patterns,
    /// Those of `files.exclude` again, for folders.
    closed: Patterns,
    /// The patterns of `files.formats`, and what each says.
    formats: (Patterns, Vec<Format>),
}

impl Choice {
    /// The choice of a configuration.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        let keys = &config.keys;
        // A pattern that is none was told as a mistake when the configuration was read.
        let compiled = |(text, name): &(At<String>, FormatName)| Some((Pattern::new(text).ok()?, name.0));
        let (formats, named): (Vec<Pattern>, Vec<Format>) = keys.files.formats.iter().filter_map(compiled).unzip();
        let formats = (Patterns::new(&formats.iter().collect::<Vec<_>>()), named);
        let plain = |all: &'_ [At<Pattern>]| all.iter().map(|one| one.value.clone()).collect::<Vec<Pattern>>();
        let patterns = |all: &[At<Pattern>]| Patterns::new(&plain(all).iter().collect::<Vec<_>>());
        let (include, exclude) = (keys.files.include.as_ref().map(|all| patterns(all)), patterns(&keys.files.exclude));
        let closed = Patterns::of_folders(&keys.files.exclude.iter().map(|one| &one.value).collect::<Vec<_>>());
        let watch = |(mark, pattern)| (mark, pattern, AtomicBool::new(false));
        let watched: Vec<(Mark, Pattern, AtomicBool)> = config.patterns().into_iter().map(watch).collect();
        let together = Patterns::new(&watched.iter().map(|(_, pattern, _)| pattern).collect::<Vec<_>>());
        let left = AtomicUsize::new(watched.len());
        Self { config: config.clone(), watched, together, left, include, exclude, closed, formats }
    }

    /// True if a folder that is walked is entered.
    #[must_use]
    pub fn enters(&self, folder: &Path) -> bool {
        if self.config.keys.files.exclude.is_empty() {
            return true;
        }
        let Some(path) = self.config.relative(folder).filter(|path| !path.is_empty()) else { return true };
        let is_out = self.closed.fit(&path);
        if is_out {
            // What is in it is not seen any more.
            self.note(&path);
            self.note(&format!("{path}/."));
        }
        !is_out
    }

    /// The format of a file that was found by walking; nothing if it is no document.
    #[must_use]
    pub fn found(&self, path: &Path) -> Option<Format> {
        let usual = || Format::of_found(path);
        if !self.config.rule_files.is_empty() && self.config.rule_files.contains(&crate::config::absolute(path)) {
            return None;
        }
        if self.watched.is_empty() {
            return usual();
        }
        let Some(inside) = self.config.relative(path) else { return usual() };
        self.note(&inside);
        if !self.is_chosen(&inside) {
            return None;
        }
        self.configured(&inside).or_else(usual)
    }

    /// True if a file that was named would be a document if it were found.
    #[must_use]
    pub fn keeps(&self, path: &Path) -> bool {
        self.config.relative(path).is_none_or(|inside| self.is_chosen(&inside))
    }

    fn is_chosen(&self, inside: &str) -> bool {
        self.include.as_ref().is_none_or(|include| include.fit(inside)) && !self.exclude.fit(inside)
    }

    /// The format of a file that was named.
    #[must_use]
    pub fn named(&self, path: &Path) -> Option<Format> {
        let inside = self.config.relative(path).filter(|_| !self.watched.is_empty());
        inside.as_deref().and_then(|inside| self.configured(inside)).or_else(|| Format::of(path))
    }

    /// A configuration that this run does not follow, because it is not the one of the paths that were given.
    #[must_use]
    pub fn is_passed_by(&self, file: &Path) -> bool {
        let is_config = file.file_name().is_some_and(|name| name == NAMES[0] || name == NAMES[1]);
        let whole = crate::config::absolute(file);
        is_config && self.config.files.iter().all(|(own, _)| *own != whole)
    }

    fn configured(&self, inside: &str) -> Option<Format> {
        let (patterns, formats) = &self.formats;
        patterns.fitting(inside).last().map(|at| formats[*at])
    }

    fn note(&self, inside: &str) {
        if self.left.load(Ordering::Relaxed) == 0 {
            return;
        }
        for at in self.together.fitting(inside) {
            if !self.watched[at].2.swap(true, Ordering::Relaxed) {
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
                    self.note(&inside);
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

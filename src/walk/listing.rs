//! Which documents a walk reads, without reading them.

use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use super::Walk;
use crate::document::Format;

impl Walk {
    /// The real paths of the documents that are read.
    #[must_use]
    pub fn documents(&self) -> Vec<PathBuf> {
        let mut all: Vec<PathBuf> = self.files.iter().filter_map(|file| std::fs::canonicalize(file).ok()).collect();
        let real = |root: &PathBuf| Some((root.clone(), std::fs::canonicalize(root).ok()?));
        let roots: Vec<(PathBuf, PathBuf)> = self.roots.iter().filter_map(real).collect();
        for entry in self.builder(true).into_iter().flat_map(|builder| builder.build()).flatten() {
            let (path, kind) = (entry.path(), entry.file_type());
            if kind.is_some_and(|kind| kind.is_file()) && self.format(path).is_some() {
                all.extend(roots.iter().find_map(|(root, real)| Some(real.join(path.strip_prefix(root).ok()?))));
            }
        }
        all.retain(|path| !self.written.contains(path));
        all
    }

    /// True if a file is one of the documents that are read, by whatever name, whether the run writes it or not.
    #[must_use]
    pub fn reads(&self, file: &Path) -> bool {
        let Ok(real) = std::fs::canonicalize(file) else { return false };
        let is_same = |path: &Path| std::fs::canonicalize(path).is_ok_and(|path| path == real);
        if self.files.iter().any(|file| is_same(file)) {
            return true;
        }
        let walk = self.towards(real.clone()).into_iter().flat_map(|builder| builder.build()).flatten();
        let is_file = |entry: &DirEntry| entry.file_type().is_some_and(|kind| kind.is_file());
        walk.filter(is_file).any(|entry| self.format(entry.path()).is_some() && is_same(entry.path()))
    }

    /// The format of a file that was found; nothing if it is no document.
    fn format(&self, path: &Path) -> Option<Format> {
        self.choice.as_ref().map_or_else(|| Format::of_found(path), |choice| choice.found(path))
    }

    /// The walk into the folders above `target` that are entered, and into no other.
    fn towards(&self, target: PathBuf) -> Option<WalkBuilder> {
        let mut builder = self.builder(true)?;
        let choice = self.choice.clone();
        builder.filter_entry(move |entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            let leads_there = || std::fs::canonicalize(entry.path()).is_ok_and(|path| target.starts_with(path));
            let enters = || choice.as_ref().is_none_or(|choice| choice.enters(entry.path()));
            !is_folder || leads_there() && enters()
        });
        Some(builder)
    }
}

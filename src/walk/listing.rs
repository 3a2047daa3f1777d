//! Which documents a walk reads, without reading them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::{DirEntry, WalkBuilder};

use super::Walk;
use super::ignores::Ignores;
use crate::document::Format;

impl Walk {
    /// The walk below the folders; without `ignores` into all that there is.
    pub(super) fn builder(&self, ignores: Option<&Arc<Ignores>>) -> Option<WalkBuilder> {
        let mut roots = self.roots.iter().filter(|root| ignores.is_none_or(|ignores| ignores.begins(root)));
        let mut builder = WalkBuilder::new(roots.next()?);
        for other in roots {
            builder.add(other);
        }
        // A file of ignores in somebody's home must not change what a set of documents gives.
        builder.threads(self.threads).require_git(false).standard_filters(ignores.is_some()).git_global(false);
        if let Some(ignores) = ignores {
            let enters = self.entering(ignores);
            builder.filter_entry(move |entry| !is_folder(entry) || enters(entry.path()));
        }
        Some(builder)
    }

    /// Whether a folder is entered.
    fn entering(&self, ignores: &Arc<Ignores>) -> impl Fn(&Path) -> bool + use<> {
        let (choice, ignores) = (self.choice.clone(), Arc::clone(ignores));
        move |folder| choice.as_ref().is_none_or(|choice| choice.enters(folder)) && ignores.enters(folder)
    }

    /// The real paths of the documents that are read.
    #[must_use]
    pub fn documents(&self) -> Vec<PathBuf> {
        let mut all: Vec<PathBuf> = self.files.iter().filter_map(|file| std::fs::canonicalize(file).ok()).collect();
        let real = |root: &PathBuf| Some((root.clone(), std::fs::canonicalize(root).ok()?));
        let roots: Vec<(PathBuf, PathBuf)> = self.roots.iter().filter_map(real).collect();
        let ignores = Arc::new(Ignores::of(&self.roots));
        for entry in self.builder(Some(&ignores)).into_iter().flat_map(|builder| builder.build()).flatten() {
            let path = entry.path();
            if is_file(&entry) && self.found(&entry).is_some() {
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
        walk.filter(is_file).any(|entry| self.found(&entry).is_some() && is_same(entry.path()))
    }

    /// The format of a file that was found; nothing if it is no document.
    fn found(&self, entry: &DirEntry) -> Option<Format> {
        let name = entry.file_name();
        self.choice.as_ref().map_or_else(|| Format::of_found(name), |choice| choice.found(entry.path(), name))
    }

    /// The walk into the folders above `target` that are entered, and into no other.
    fn towards(&self, target: PathBuf) -> Option<WalkBuilder> {
        let ignores = Arc::new(Ignores::of(&self.roots));
        let mut builder = self.builder(Some(&ignores))?;
        let enters = self.entering(&ignores);
        builder.filter_entry(move |entry| {
            let leads_there = || std::fs::canonicalize(entry.path()).is_ok_and(|path| target.starts_with(path));
            !is_folder(entry) || leads_there() && enters(entry.path())
        });
        Some(builder)
    }
}

fn is_folder(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_dir())
}

fn is_file(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file())
}

//! Which documents a walk reads, without reading them.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::{DirEntry, WalkBuilder};

use super::ignores::Ignores;
use super::{GONE_BY, Walk, shown, unreadable};
use crate::document::Format;
use crate::error::NOWHERE;
use crate::finding::Skipped;
use crate::source::NEITHER;

/// What becomes of the files that a run comes by, sorted by path.
#[derive(Debug, Default)]
pub struct SortedOut {
    /// Documents that are read, as reports show them.
    pub read: Vec<String>,
    /// Documents and folders that are passed by, and why.
    pub passed: Vec<Skipped>,
    /// How many files are there that are no documents.
    pub other: usize,
}

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
        let (choice, excluded, ignores) = (self.choice.clone(), Arc::clone(&self.excluded), Arc::clone(ignores));
        let is_chosen = move |folder: &Path| choice.as_ref().is_none_or(|choice| choice.enters(folder));
        move |folder| excluded.enters(folder) && is_chosen(folder) && ignores.enters(folder)
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
            if is_file(&entry) && self.found(path, entry.file_name()).is_some() {
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
        let is_found = |entry: &DirEntry| self.found(entry.path(), entry.file_name()).is_some();
        walk.filter(is_file).any(|entry| is_found(&entry) && is_same(entry.path()))
    }

    /// The format of a file that was found, the last step of whose path is `name`; nothing if it is no document.
    pub(super) fn found(&self, path: &Path, name: &OsStr) -> Option<Format> {
        let found = self.choice.as_ref().map_or_else(|| Format::of_found(name), |choice| choice.found(path, name));
        found.filter(|_| !self.excluded.has(path))
    }

    /// Which files are read, and which documents are passed by and why; none is opened.
    #[must_use]
    pub fn sorted_out(&self) -> SortedOut {
        let mut out = SortedOut::default();
        for file in &self.files {
            match self.why_not_named(file) {
                Some(reason) => out.passed.push(Skipped::new(shown(file), reason)),
                None => out.read.push(shown(file)),
            }
        }
        let ignores = Arc::new(Ignores::of(&self.roots));
        let mut read: HashSet<PathBuf> = HashSet::new();
        for entry in self.builder(Some(&ignores)).into_iter().flat_map(|builder| builder.build()) {
            match entry {
                Ok(entry) if is_file(&entry) && self.takes(entry.path()) => drop(read.insert(entry.into_path())),
                Ok(_) => {}
                Err(error) => out.passed.push(unreadable(&error)),
            }
        }
        for entry in self.builder(None).into_iter().flat_map(|builder| builder.build()).flatten() {
            let path = entry.path();
            if is_folder(&entry) || path.components().any(|step| step.as_os_str() == ".git") {
                continue;
            }
            if read.contains(path) {
                out.read.push(shown(path));
                continue;
            }
            let link = if entry.path_is_symlink() { self.why_not_followed(path) } else { None };
            match link.or_else(|| self.may_be_document(path).then(|| self.why_not(path))) {
                Some(reason) => out.passed.push(Skipped::new(shown(path), reason)),
                None => out.other += 1,
            }
        }
        out.passed.extend(ignores.refused());
        out.read.sort();
        out.read.dedup();
        out.passed.retain(|one| out.read.binary_search(&one.path).is_err());
        out.passed.sort();
        out.passed.dedup();
        out
    }

    /// True for a file that was found and is read.
    fn takes(&self, path: &Path) -> bool {
        let name = path.file_name().unwrap_or_default();
        self.found(path, name).is_some() && !self.steering.has_named(path, name) && !self.writes(path)
    }

    /// Why a link below a folder is not followed, if it matters: it leads to a folder, or has the name of a document.
    pub(super) fn why_not_followed(&self, link: &Path) -> Option<&'static str> {
        let is_document = || self.found(link, link.file_name().unwrap_or_default()).is_some();
        match std::fs::metadata(link) {
            Ok(kind) if kind.is_dir() => Some("a link to a folder, which is not followed"),
            Ok(_) if is_document() => Some("a link, which is not followed; name it to have it read"),
            Err(_) if is_document() => Some(NOWHERE),
            _ => None,
        }
    }

    /// True for a file that the run writes.
    fn writes(&self, path: &Path) -> bool {
        !self.written.is_empty() && std::fs::canonicalize(path).is_ok_and(|real| self.written.contains(&real))
    }

    /// True for a file that would be a document if nothing left it out.
    fn may_be_document(&self, path: &Path) -> bool {
        let name = path.file_name().unwrap_or_default();
        Format::of_found(name).is_some() || self.found(path, name).is_some() || self.steering.has_named(path, name)
    }

    /// Why a document is not read that was named.
    fn why_not_named(&self, path: &Path) -> Option<&'static str> {
        match std::fs::metadata(path) {
            _ if self.steering.has(path) => Some(GONE_BY),
            Ok(kind) if !kind.is_file() => Some(NEITHER),
            Err(_) if path.is_symlink() => Some(NOWHERE),
            Err(_) => Some("it cannot be opened"),
            Ok(_) => None,
        }
    }

    /// Why a document is passed by that lies below a folder.
    fn why_not(&self, path: &Path) -> &'static str {
        let choice = || self.choice.as_ref().is_some_and(|choice| !choice.keeps(path));
        match path.symlink_metadata() {
            _ if self.steering.has(path) => GONE_BY,
            _ if self.writes(path) => "this run writes it",
            _ if self.excluded.has(path) => "--exclude leaves it out",
            _ if choice() => "files.include or files.exclude of the configuration leaves it out",
            Ok(kind) if !kind.is_file() => NEITHER,
            _ => "an ignore file such as .gitignore, or a name that begins with a dot, leaves it out",
        }
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

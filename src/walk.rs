//! walk: which files to read, and handing each to a thread.

mod choice;
mod excluded;
mod ignores;
mod listing;
pub mod name;
mod shown;

pub use listing::SortedOut;
pub use shown::shown;

use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use ignore::{DirEntry, WalkState};
use rayon::prelude::*;

use self::choice::Choice;
use self::excluded::Excluded;
use self::ignores::Ignores;
use self::shown::Here;
use crate::config::{Config, NAMES, absolute};
use crate::document::Format;
use crate::error::{Error, NOWHERE, reason};
use crate::finding::{Note, Skipped};
use crate::lint::{Buffer, Collected, Settings, examine_file};
use crate::pattern::Pattern;
use crate::source::{NEITHER, Position};
use crate::yaml::Mark;

/// What to walk and how.
#[derive(Clone, Debug)]
pub struct Walk {
    /// Folders, none inside another, and files, as typed.
    roots: Vec<PathBuf>,
    files: Vec<PathBuf>,
    /// Number of threads; 0 means one for each core.
    threads: usize,
    /// Files that are no documents, because the run writes them.
    written: HashSet<PathBuf>,
    /// Files that are no documents, because the run goes by them.
    steering: Steering,
    /// What the configuration says of files.
    choice: Option<Arc<Choice>>,
    /// What the command line says of them.
    excluded: Arc<Excluded>,
    drafts: Drafts,
}

/// Paths as reports show them, and where those documents are read instead.
pub type Drafts = Arc<HashMap<String, PathBuf>>;

/// Files by which sms-lint goes: what they cite is what they say of documents.
#[derive(Clone, Debug, Default)]
struct Steering {
    /// Those of this run, with nothing in their paths that leads elsewhere.
    files: HashSet<PathBuf>,
    /// Their names, by which most files are known to be none of them.
    names: HashSet<OsString>,
    /// Names of such files wherever they lie.
    always: Vec<&'static str>,
}

impl Steering {
    fn has(&self, path: &Path) -> bool {
        path.file_name().is_some_and(|name| self.has_named(path, name))
    }

    /// The same for a path of which the last step is known.
    fn has_named(&self, path: &Path, name: &OsStr) -> bool {
        (self.always.iter().any(|one| name == *one) && !is_workflow(path))
            || (self.names.contains(name) && std::fs::canonicalize(path).is_ok_and(|real| self.files.contains(&real)))
    }
}

/// True for a workflow of GitHub, which may be called as a configuration is.
fn is_workflow(path: &Path) -> bool {
    path.parent().is_some_and(|folder| folder.ends_with(".github/workflows"))
}

/// Why a file by which a run goes is not read.
const GONE_BY: &str = "sms-lint goes by it, so it is no document";

/// What a folder held that no reader took, for the case that nothing was read.
#[derive(Debug, Default)]
pub struct Passed {
    /// Documents that a filter such as `.gitignore` removed.
    pub ignored: usize,
    /// Documents that the configuration or the command line leaves out.
    pub left_out: usize,
    /// Files by which the run goes.
    pub own: usize,
    /// Files of other kinds.
    pub other: usize,
}

impl Walk {
    /// What was typed must be there; what is there and cannot be read is skipped when its turn comes.
    ///
    /// # Errors
    /// `Error::Path` for the first path that is not there.
    pub fn new(paths: &[PathBuf], threads: usize) -> Result<Self, Error> {
        for path in paths {
            // A link is there wherever it leads.
            std::fs::symlink_metadata(path).map_err(|error| Error::unreadable(path, &reason(&error)))?;
        }
        Ok(Self::listed(paths, threads))
    }

    /// The same for paths that a list names, of which some may be gone: they are skipped when their turn comes. Folders
    /// inside other folders are taken out.
    #[must_use]
    pub fn listed(paths: &[PathBuf], threads: usize) -> Self {
        let (roots, mut files): (Vec<PathBuf>, Vec<PathBuf>) = paths.iter().cloned().partition(|path| path.is_dir());
        let real: Vec<PathBuf> =
            roots.iter().map(|root| std::fs::canonicalize(root).unwrap_or_else(|_| root.clone())).collect();
        let kept = (0..roots.len()).filter(|at| {
            !real
                .iter()
                .enumerate()
                .any(|(other, path)| real[*at].starts_with(path) && (real[*at] != *path || other < *at))
        });
        let roots = kept.map(|at| roots[at].clone()).collect();
        let mut seen = HashSet::new();
        files.retain(|file| seen.insert(std::fs::canonicalize(file).unwrap_or_else(|_| file.clone())));
        Self {
            roots,
            files,
            threads,
            written: HashSet::new(),
            steering: Steering::default(),
            choice: None,
            excluded: Arc::default(),
            drafts: Drafts::default(),
        }
    }

    /// The same, with documents read elsewhere than where they lie.
    #[must_use]
    pub fn reading(self, drafts: &Drafts) -> Self {
        Self { drafts: Arc::clone(drafts), ..self }
    }

    /// Leaves out, below folders, files that the run writes: a report of an earlier run is no document of the set.
    #[must_use]
    pub fn without<'a>(mut self, written: impl Iterator<Item = &'a Path>) -> Self {
        self.written = written.filter_map(|file| std::fs::canonicalize(file).ok()).collect();
        self
    }

    /// Leaves out files by which the run goes, and those with names that such files have `always`: they are no documents,
    /// also where they are named.
    #[must_use]
    pub fn steered_by<'a>(mut self, files: impl Iterator<Item = &'a Path>, always: &[&'static str]) -> Self {
        let files: Vec<PathBuf> = files.filter_map(|file| std::fs::canonicalize(file).ok()).collect();
        let names = files.iter().filter_map(|file| file.file_name()).map(OsString::from).collect();
        self.steering = Steering { names, files: files.into_iter().collect(), always: always.to_vec() };
        self
    }

    /// The same, with files chosen as a configuration says.
    #[must_use]
    pub fn following(self, config: &Config) -> Self {
        Self { choice: Some(Arc::new(Choice::of(config))), ..self }
    }

    /// The same without what patterns fit that count from the working directory.
    #[must_use]
    pub fn excluding(self, patterns: &[Pattern]) -> Self {
        Self { excluded: Arc::new(Excluded::of(patterns)), ..self }
    }

    /// The same without files that were named although they are no documents or the configuration leaves them out.
    #[must_use]
    pub fn without_excluded(mut self) -> Self {
        let steering = &self.steering;
        self.files.retain(|file| !steering.has(file));
        let files = std::mem::take(&mut self.files);
        self.files = files.into_iter().filter(|file| self.keeps(file)).collect();
        self
    }

    /// True unless the configuration or the command line leaves a file out.
    #[must_use]
    pub fn keeps(&self, file: &Path) -> bool {
        !self.excluded.has(file) && self.choice.as_ref().is_none_or(|choice| choice.keeps(file))
    }

    /// The format of a file that is named, if there is a reader for it.
    #[must_use]
    pub fn format_of(&self, file: &Path) -> Option<Format> {
        self.choice.as_ref().map_or_else(|| Format::of(file), |choice| choice.named(file))
    }

    /// True if there is nothing to walk or read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.roots.is_empty() && self.files.is_empty()
    }

    /// Where the patterns of the configuration stand that fit no file, if all the files were walked that they may fit.
    #[must_use]
    pub fn unmatched(&self) -> Vec<(Mark, String)> {
        let whole = |choice: &&Arc<Choice>| self.roots.iter().any(|root| choice.is_below(root));
        self.choice.as_ref().filter(whole).map(|choice| choice.unmatched()).unwrap_or_default()
    }

    /// True if a folder is walked, so that the set is known to which the documents belong.
    #[must_use]
    pub fn has_folders(&self) -> bool {
        !self.roots.is_empty()
    }

    /// True if a path is one that is walked or read, or lies in one that is walked, and the command line does not leave it out.
    #[must_use]
    pub fn covers(&self, path: &Path) -> bool {
        if self.excluded.has(path) {
            return false;
        }
        let path = absolute(path);
        self.roots.iter().any(|root| path.starts_with(absolute(root)))
            || self.files.iter().any(|file| path == absolute(file))
    }

    /// How many bytes of the path of each document stand above the folders that are walked, or above all that they have in
    /// common: what these are called says nothing of the documents. Of files alone nobody knows where their set begins.
    fn above(&self) -> usize {
        if self.roots.is_empty() {
            return 0;
        }
        let folders = self.files.iter().filter_map(|file| file.parent());
        let mut all = self.roots.iter().map(PathBuf::as_path).chain(folders).map(shown);
        let first = all.next().unwrap_or_default();
        let common = all.fold(first, |common, other| {
            let steps = common.split('/').zip(other.split('/')).take_while(|(a, b)| a == b).map(|(step, _)| step);
            steps.collect::<Vec<_>>().join("/")
        });
        let common = common.trim_end_matches('/');
        if matches!(common, "" | ".") { 0 } else { common.len() + 1 }
    }

    /// Examines every document; `tick` is called after each.
    #[must_use]
    pub fn run(&self, settings: Settings, tick: &(dyn Fn() + Sync)) -> Collected {
        let settings = Settings { above: self.above(), ..settings };
        let all = Mutex::new(self.named(settings, tick));
        let mut named: HashSet<PathBuf> =
            self.files.iter().filter_map(|file| std::fs::canonicalize(file).ok()).collect();
        named.extend(self.written.iter().cloned());
        let ignores = Arc::new(Ignores::of(&self.roots));
        if let Some(walker) = self.builder(Some(&ignores)) {
            walker.build_parallel().run(|| {
                let choice = self.choice.as_deref();
                let (buffer, collected) = (Buffer::default(), Collected::default());
                let mut own = Own { buffer, collected, all: &all, choice, walk: self, here: Here::default() };
                let named = &named;
                Box::new(move |entry| {
                    own.take(entry, named, settings, tick);
                    WalkState::Continue
                })
            });
        }
        let mut all = all.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        all.skipped.extend(ignores.refused());
        all
    }

    /// Files named one by one are read whatever filters say.
    fn named(&self, settings: Settings, tick: &(dyn Fn() + Sync)) -> Collected {
        let one = |path: &PathBuf, buffer: &mut Buffer| {
            let mut collected = Collected::default();
            if self.steering.has(path) {
                collected.skipped.push(Skipped::new(shown(path), GONE_BY));
                return collected;
            }
            let format = self.format_of(path);
            named_file(path, format.unwrap_or(Format::Plain), settings, (&self.drafts, buffer, &mut collected));
            if let Some(ending) = path.extension().filter(|_| format.is_none() && collected.documents > 0) {
                let ending = ending.to_string_lossy();
                let reason = format!(
                    "no reader is made for .{ending}; it is read as plain text (`files: formats:` names another)"
                );
                collected.note(Note { path: shown(path), at: Position { byte: 0, line: 1, column: 1 }, reason });
            }
            tick();
            collected
        };
        if let [path] = self.files.as_slice() {
            return one(path, &mut Buffer::default());
        }
        let merge = |mut a: Collected, b: Collected| {
            a.merge(b);
            a
        };
        let work = || {
            self.files
                .par_iter()
                .map_init(Buffer::default, |buffer, path| one(path, buffer))
                .reduce(Collected::default, merge)
        };
        if self.files.is_empty() {
            return Collected::default();
        }
        match rayon::ThreadPoolBuilder::new().num_threads(self.threads).build() {
            Ok(pool) => pool.install(work),
            Err(_) => work(),
        }
    }

    /// Counts what was passed by, after a run that read nothing.
    #[must_use]
    pub fn passed(&self) -> Passed {
        let mut passed = Passed::default();
        for entry in self.builder(None).into_iter().flat_map(|builder| builder.build()).flatten() {
            if entry.file_type().is_some_and(|kind| kind.is_file()) {
                let inside_git = entry.path().components().any(|part| part.as_os_str() == ".git");
                if !inside_git && self.steering.has(entry.path()) {
                    passed.own += 1;
                } else if !inside_git && Format::of_found(entry.file_name()).is_some() {
                    let is_left_out = self.found(entry.path(), entry.file_name()).is_none();
                    *if is_left_out { &mut passed.left_out } else { &mut passed.ignored } += 1;
                } else if !inside_git {
                    passed.other += 1;
                }
            }
        }
        passed
    }
}

/// Reads a file that was named; one without a reader of its own is read as plain text.
fn named_file(
    path: &Path,
    format: Format,
    settings: Settings,
    (drafts, buffer, out): (&Drafts, &mut Buffer, &mut Collected),
) {
    let shown = shown(path);
    let reason = match std::fs::metadata(path) {
        Ok(kind) if !kind.is_file() => NEITHER,
        Err(_) if path.is_symlink() => NOWHERE,
        _ => "",
    };
    if !reason.is_empty() {
        out.skipped.push(Skipped::new(shown, reason));
        return;
    }
    examine_file(drafts.get(&shown).map_or(path, PathBuf::as_path), &shown, format, settings, buffer, out);
}

/// What one thread of the walk keeps.
struct Own<'a> {
    buffer: Buffer,
    collected: Collected,
    all: &'a Mutex<Collected>,
    choice: Option<&'a Choice>,
    walk: &'a Walk,
    here: Here,
}

impl Own<'_> {
    fn take(
        &mut self,
        entry: Result<DirEntry, ignore::Error>,
        named: &HashSet<PathBuf>,
        settings: Settings,
        tick: &(dyn Fn() + Sync),
    ) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => return self.collected.skipped.push(unreadable(&error)),
        };
        let Some(kind) = entry.file_type() else { return };
        if kind.is_symlink() {
            self.link(&entry);
            return;
        }
        let path = entry.path();
        if kind.is_dir() {
            return self.folder(path);
        }
        let name = path.file_name().unwrap_or_default();
        if NAMES.iter().any(|one| !one.starts_with('.') && name == *one) {
            self.other_configuration(path);
        }
        let Some(format) = self.format(path, name).filter(|_| !self.walk.steering.has_named(path, name)) else {
            return;
        };
        if !named.is_empty() && std::fs::canonicalize(path).is_ok_and(|real| named.contains(&real)) {
            return;
        }
        let shown = self.here.shown(path);
        if kind.is_file() {
            let file = self.walk.drafts.get(&shown).map_or(path, PathBuf::as_path);
            examine_file(file, &shown, format, settings, &mut self.buffer, &mut self.collected);
            tick();
        } else {
            self.collected.skipped.push(Skipped::new(shown, NEITHER));
        }
    }

    fn format(&self, path: &Path, name: &OsStr) -> Option<Format> {
        self.walk.found(path, name)
    }

    /// A configuration that is hidden is not met as a file.
    fn folder(&mut self, path: &Path) {
        if self.choice.is_none() {
            return;
        }
        for hidden in NAMES
            .iter()
            .filter(|name| name.starts_with('.'))
            .map(|name| path.join(name))
            .filter(|hidden| hidden.is_file())
        {
            self.other_configuration(&hidden);
        }
    }

    /// Says of a configuration that is not the one in force that it does not count.
    fn other_configuration(&mut self, path: &Path) {
        if self.choice.is_some_and(|choice| choice.passes_by(path)) {
            self.collected.skipped.push(passed_by(path));
        }
    }

    /// Links are not followed, so that no loop and nothing outside the tree is read; that is said where it matters.
    fn link(&mut self, entry: &DirEntry) {
        if let Some(reason) = self.walk.why_not_followed(entry.path()) {
            self.collected.skipped.push(Skipped::new(shown(entry.path()), reason));
        }
    }
}

impl Drop for Own<'_> {
    fn drop(&mut self) {
        let own = std::mem::take(&mut self.collected);
        self.all.lock().unwrap_or_else(std::sync::PoisonError::into_inner).merge(own);
    }
}

/// A configuration that a run does not follow.
#[must_use]
pub fn passed_by(file: &Path) -> Skipped {
    let reason = "a configuration of its own, which this run does not follow; check its folder in a run of its own";
    Skipped::new(shown(file), reason)
}

/// A folder or an ignore file that could not be read.
fn unreadable(error: &ignore::Error) -> Skipped {
    let (path, why) = match error {
        ignore::Error::WithPath { path, err } => (shown(path), err.as_ref()),
        ignore::Error::WithDepth { err, .. } => return unreadable(err),
        other => (String::from("."), other),
    };
    if matches!(why, ignore::Error::WithPath { .. } | ignore::Error::WithDepth { .. }) {
        return unreadable(why);
    }
    let reason = why.io_error().map_or_else(|| why.to_string(), reason);
    Skipped::new(path, reason)
}

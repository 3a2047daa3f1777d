//! What is to be checked, where that is more than the paths on the command line: what has changed, what a list names,
//! what comes on the standard input.

use std::collections::HashSet;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::{setup, tell};
use crate::cli::Check;
use crate::config::{Config, NAMES};
use crate::document::Format;
use crate::error::Error;
use crate::git::{self, Changes, Since};
use crate::lint::{Buffer, Collected, Report, Settings, examine_file};
use crate::pattern::straight;
use crate::suppress::baseline;
use crate::walk::{Walk, shown};

/// What a path or a list is called that comes on the standard input.
const INPUT: &str = "-";

/// Why there is nothing to do if no named document counts.
pub(super) const ALL_EXCLUDED: &str =
    "the configuration or --exclude leaves out all that is named, or sms-lint goes by it";

/// Files that say what of a folder is read, besides the configuration.
const IGNORES: &[&str] = &[".gitignore", ".ignore"];

/// What is to be checked.
#[derive(Debug)]
pub(super) struct Given {
    /// The arguments, with the paths that are meant.
    pub(super) arguments: Check,
    /// The documents in which findings count, as reports show them.
    only: Option<HashSet<String>>,
    input: Option<Input>,
    /// Why there is nothing to do, if so.
    nothing: Option<&'static str>,
}

/// A document that came on the standard input.
#[derive(Debug)]
struct Input {
    file: NamedTempFile,
    shown: String,
    format: Format,
}

impl Given {
    /// Finds out what is to be checked.
    ///
    /// # Errors
    /// `Error::Path` if a list or the standard input cannot be read, `Error::Misuse` if it is not clear that this is meant,
    /// every mistake in the configuration that says how it is read, `Error::Git` if git does not answer.
    pub(super) fn of(arguments: &Check) -> Result<Self, Error> {
        let mut given = Self { arguments: arguments.clone(), only: None, input: None, nothing: None };
        if let Some(list) = &arguments.files_from {
            given.arguments.paths = listed(list)?;
            given.nothing = match given.arguments.paths.as_slice() {
                [] => Some("the list names no file"),
                paths => are_deleted(paths).then_some("all that the list names is deleted"),
            };
        } else if arguments.paths == [Path::new(INPUT)] {
            given.take_input()?;
        } else if arguments.paths.iter().any(|path| path == Path::new(INPUT)) {
            let reason = "it stands for the standard input, and other paths are named too";
            return Err(Error::Misuse {
                what: "the path -",
                reason,
                help: "name it alone, or only the other paths".into(),
            });
        } else if let Some(name) = &arguments.stdin_filename {
            let reason = "it names what comes on the standard input, and nothing says that this is read";
            let help = format!("put the path - behind it: sms-lint --stdin-filename {} -", name.display());
            return Err(Error::Misuse { what: "--stdin-filename", reason, help });
        }
        if let Some(since) = since(arguments) {
            given.keep_changed(since)?;
        }
        Ok(given)
    }

    /// Why there is nothing to do, if so.
    pub(super) fn nothing(&self) -> Option<&'static str> {
        self.nothing
    }

    /// True if a document came on the standard input.
    pub(super) fn has_input(&self) -> bool {
        self.input.is_some()
    }

    /// What is read as the paths say.
    ///
    /// # Errors
    /// `Error::Path` for the first path on the command line that is not there.
    pub(super) fn walk(&self) -> Result<Walk, Error> {
        let paths = if self.input.is_some() || self.nothing.is_some() { &[][..] } else { &self.arguments.paths };
        let threads = self.arguments.jobs.map_or(0, usize::from);
        let walk = match self.arguments.files_from {
            Some(_) => Walk::listed(paths, threads),
            None => Walk::new(paths, threads)?,
        };
        Ok(walk.excluding(&self.arguments.exclude))
    }

    /// Examines what came on the standard input.
    pub(super) fn examine_input(&self, settings: Settings, out: &mut Collected) {
        if let Some(Input { file, shown, format }) = &self.input {
            examine_file(file.path(), shown, *format, settings, &mut Buffer::default(), out);
        }
    }

    /// Leaves out what was found in documents that have not changed; what concerns the set stays.
    pub(super) fn narrow(&self, report: &mut Report) {
        let Some(only) = &self.only else { return };
        report.narrow(&|path| only.contains(path));
    }

    fn take_input(&mut self) -> Result<(), Error> {
        let fault = |error: std::io::Error| Error::unreadable(Path::new(INPUT), &error.to_string());
        let mut file = NamedTempFile::new().map_err(fault)?;
        std::io::copy(&mut std::io::stdin().lock(), &mut file).and_then(|_| file.flush()).map_err(fault)?;
        let name = self.arguments.stdin_filename.clone();
        let name = name.as_deref();
        // The configuration is that of the folder in which the document would lie, which need not be there yet.
        let folder = name.into_iter().flat_map(Path::ancestors).skip(1).find(|folder| folder.is_dir());
        self.arguments.paths = vec![folder.unwrap_or(Path::new(".")).to_owned()];
        let walk = Walk::listed(&[], 1).excluding(&self.arguments.exclude);
        let walk = if self.arguments.isolated { walk } else { walk.following(&setup::config(&self.arguments)?) };
        if name.is_some_and(|name| self.arguments.force_exclude && !walk.keeps(name)) {
            self.nothing = Some(ALL_EXCLUDED);
            return Ok(());
        }
        let format = name.and_then(|name| walk.format_of(name)).unwrap_or(Format::Plain);
        let shown = name.map_or_else(|| "stdin".into(), shown);
        if self.arguments.fix.is_some() || self.arguments.diff {
            let words = "what comes on the standard input is checked and not mended; name the file to have it mended";
            tell(format_args!("sms-lint: {words}"));
            (self.arguments.fix, self.arguments.diff) = (None, false);
        }
        self.input = Some(Input { file, shown, format });
        Ok(())
    }

    fn keep_changed(&mut self, since: Since<'_>) -> Result<(), Error> {
        let config = setup::config(&self.arguments)?;
        let basis = Basis::of(&self.arguments, &config);
        let mut only = HashSet::new();
        let mut is_set_changed = false;
        let mut known: Vec<Changes> = Vec::new();
        for path in &self.arguments.paths {
            let folder = if path.is_dir() { path.as_path() } else { path.parent().unwrap_or(path) };
            let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            let here = std::fs::canonicalize(path).unwrap_or_else(|_| path.clone());
            let real = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
            let at = match known.iter().position(|one| one.hold(&real)) {
                Some(at) => at,
                None => {
                    known.push(git::changed(folder, since)?);
                    known.len() - 1
                }
            };
            let Changes { there, gone, .. } = &known[at];
            let is_document = |one: &&PathBuf| one.starts_with(&here) && is_document(one, &config);
            // Git knows the real path of the repository; reports show the way that was typed.
            let typed = |one: &PathBuf| {
                let below = one.strip_prefix(&here).ok()?;
                Some(shown(&if below.as_os_str().is_empty() { path.clone() } else { path.join(below) }))
            };
            only.extend(there.iter().filter(is_document).filter_map(typed));
            is_set_changed |= gone.iter().any(|one| is_document(&one) || basis.held(one));
            is_set_changed |= there.iter().any(|one| basis.holds(one));
            only.extend(basis.files.iter().filter(|(real, _)| there.contains(real)).map(|(_, shown)| shown.clone()));
        }
        self.nothing = (only.is_empty() && !is_set_changed).then_some("no document has changed");
        self.only = Some(only);
        Ok(())
    }
}

/// True for a file that is a document by its name.
fn is_document(file: &Path, config: &Config) -> bool {
    let patterns = || config.patterns_of_formats();
    let is_configured = |inside: &String| patterns().iter().any(|one| one.matches(inside));
    let is_usual = file.file_name().is_some_and(|name| Format::of_found(name).is_some());
    is_usual || config.relative(file).as_ref().is_some_and(is_configured)
}

/// The files that a run goes by: if one of them changes, what was found in any document may change.
struct Basis {
    /// Real paths, and how reports show them.
    files: Vec<(PathBuf, String)>,
    /// Folders of rules.
    folders: Vec<PathBuf>,
}

impl Basis {
    fn of(arguments: &Check, config: &Config) -> Self {
        let mut files: Vec<PathBuf> = config.files.iter().map(|(file, _)| file.clone()).collect();
        files.extend(config.rule_files.iter().cloned());
        if !arguments.isolated && !arguments.ignore_suppressions {
            files.push(setup::baseline_file(arguments, config).0);
        }
        let real = |file: &PathBuf| std::fs::canonicalize(file).unwrap_or_else(|_| file.clone());
        let files = files.iter().map(|file| (real(file), shown(file))).collect();
        let folders = config.keys.rules.iter().map(|one| real(&config.path_at(one.mark, &one.value))).collect();
        Self { files, folders }
    }

    /// True for a file that a run goes by.
    fn holds(&self, file: &Path) -> bool {
        let is_ignores = file.file_name().is_some_and(|name| IGNORES.iter().any(|one| name == *one));
        is_ignores || self.files.iter().any(|(real, _)| real == file)
    }

    /// True for a file that a run may have gone by when it was there.
    fn held(&self, file: &Path) -> bool {
        let by_name = NAMES.iter().chain([&baseline::NAME]).any(|name| file.ends_with(name));
        by_name || self.holds(file) || self.folders.iter().any(|folder| file.starts_with(folder))
    }
}

fn since(arguments: &Check) -> Option<Since<'_>> {
    match (&arguments.since, arguments.staged, arguments.changed) {
        (Some(name), _, _) => Some(Since::Ref(name)),
        (None, true, _) => Some(Since::Staged),
        (None, false, true) => Some(Since::Commit),
        (None, false, false) => None,
    }
}

/// True if all the paths of a list are gone since the last commit, as those that git lists of a commit may be. What git
/// knows nothing of may as well be misspelt.
fn are_deleted(paths: &[PathBuf]) -> bool {
    if paths.iter().any(|path| path.symlink_metadata().is_ok()) {
        return false;
    }
    let (Ok(here), Ok(Changes { gone, .. })) =
        (std::fs::canonicalize("."), git::changed(Path::new("."), Since::Commit))
    else {
        return false;
    };
    paths.iter().all(|path| gone.contains(&straight(&here.join(path))))
}

/// The paths in a list: one on a line, or parted by zero bytes if there is one among them.
fn listed(list: &Path) -> Result<Vec<PathBuf>, Error> {
    let fault = |error: std::io::Error| Error::unreadable(list, &crate::error::reason(&error));
    let mut text = Vec::new();
    if list == Path::new(INPUT) {
        std::io::stdin().lock().read_to_end(&mut text).map_err(fault)?;
    } else {
        text = std::fs::read(list).map_err(fault)?;
    }
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&text);
    let mark = if text.contains(&0) { 0 } else { b'\n' };
    let names = text.split(|byte| *byte == mark).map(|name| name.strip_suffix(b"\r").unwrap_or(name));
    let path = |name: &[u8]| match git::unquoted(name).filter(|_| mark == b'\n') {
        Some(meant) if git::path(name).symlink_metadata().is_err() => git::path(&meant),
        _ => git::path(name),
    };
    Ok(names.filter(|name| !name.is_empty()).map(path).collect())
}

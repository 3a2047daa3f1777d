//! Where the reports of a run go: to the standard output, to files, to the places that GitHub Actions shows.

use std::collections::HashSet;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::given::Given;
use super::{finish, for_people, hash, is_read_along, setup, tell};
use crate::cli::{Check, Output};
use crate::config::Config;
use crate::error::{Error, unwritten};
use crate::origin::Origin;
use crate::report::dossier::NOTICE;
use crate::report::{Dossier, Format, Head, Look, write_apart};
use crate::source::{folder_of, write_whole};
use crate::walk::name;

/// What a run writes, and where to.
#[derive(Debug)]
pub(super) struct Delivery<'a> {
    format: Format,
    outputs: &'a [Output],
    /// True if the runner of GitHub Actions reads along and no format was asked for.
    in_actions: bool,
    /// The file of the job summary, in GitHub Actions.
    summary: Option<PathBuf>,
}

impl<'a> Delivery<'a> {
    /// True if all there is to deliver is a report for people.
    pub fn only_shows(&self) -> bool {
        let is_for_people = matches!(self.format, Format::Human | Format::Concise);
        is_for_people && self.outputs.is_empty() && !self.in_actions
    }

    /// What the arguments and the environment ask for.
    ///
    /// # Errors
    /// `Error::Output` for a file that is named twice, is a folder, lies in a folder that is not there, or leads elsewhere
    /// through a link.
    pub(super) fn of(arguments: &'a Check) -> Result<Self, Error> {
        let mut seen = HashSet::new();
        for Output { file, .. } in &arguments.output {
            let fault = |reason: &str| Error::Output { file: file.clone(), reason: reason.into() };
            if !folder_of(file).is_dir() {
                return Err(fault("its folder does not exist"));
            }
            if file.is_dir() {
                return Err(fault("it is a folder"));
            }
            if let Some(reason) = strays(file) {
                return Err(fault(reason));
            }
            if !seen.insert(target(file)) {
                return Err(fault("two reports would go there"));
            }
        }
        let in_actions = arguments.format.is_none() && is_read_along();
        let summary = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|file| in_actions && !file.is_empty());
        Ok(Self {
            format: arguments.format.unwrap_or(Format::Human),
            outputs: &arguments.output,
            in_actions,
            summary: summary.map(PathBuf::from),
        })
    }

    /// The files that are written.
    pub(super) fn files(&self) -> impl Iterator<Item = &'a Path> {
        self.outputs.iter().map(|one| one.file.as_path())
    }

    /// True if a report shows what the set cites and covers.
    pub(super) fn shows_set(&self) -> bool {
        self.format.needs().set || self.outputs.iter().any(|one| one.format.needs().set)
    }

    /// Refuses to write over what the run reads: a document, the configuration, a file of rules, the baseline, a list. An
    /// earlier report is not read, and may be written over.
    ///
    /// # Errors
    /// `Error::Output` for the first file that would be lost.
    pub(super) fn spare(&self, given: &Given, config: &Config, reads: &dyn Fn(&Path) -> bool) -> Result<(), Error> {
        let arguments = &given.arguments;
        let configuration = config.files.iter().map(|(file, _)| (file.clone(), "the configuration"));
        let rules = config.rule_files.iter().map(|file| (file.clone(), "a file of rules"));
        let baseline = (setup::baseline_file(arguments, config).0, "the baseline");
        let list = arguments.files_from.iter().map(|file| (file.clone(), "the list of what to check"));
        let named = arguments.stdin_filename.iter().map(|file| (file.clone(), "the document that is checked"));
        let kept: Vec<(PathBuf, &str)> =
            configuration.chain(rules).chain([baseline]).chain(list).chain(named).collect();
        for file in self.files().filter(|file| file.is_file()) {
            let (real, there) = (target(file), |one: &Path| one.exists().then(|| target(one)));
            let known = kept.iter().find(|(kept, _)| there(kept).as_ref() == Some(&real)).map(|(_, what)| *what);
            let document = || (!is_report(file) && reads(file)).then_some("a document that is checked");
            if let Some(what) = known.or_else(document) {
                let reason = format!("it is {what}, which would be lost");
                return Err(Error::Output { file: file.to_owned(), reason });
            }
        }
        Ok(())
    }

    /// What the findings rest on, as far as a report says it; `documents` are those that the run reads.
    pub(super) fn head(&self, given: &Given, config: &Config, documents: &dyn Fn() -> Vec<PathBuf>) -> Head {
        let arguments = &given.arguments;
        let here = std::env::current_dir().unwrap_or_default();
        let mut head = Head {
            origin: None,
            here: fs::canonicalize(&here).unwrap_or(here),
            configuration: configuration(arguments, config),
            with_suppressed: arguments.with_suppressed,
            limit: setup::limit(arguments, config),
        };
        if self.format.needs().head || self.in_actions || !self.outputs.is_empty() {
            let first = arguments.paths.first().map_or(Path::new("."), PathBuf::as_path);
            head.origin = Origin::of(if first.is_dir() { first } else { folder_of(first) }, documents);
        }
        // No commit holds what came on the standard input.
        if let Some(origin) = head.origin.as_mut().filter(|_| given.has_input()) {
            origin.dirty = Some(true);
        }
        head
    }

    /// Prints the report to the standard output.
    ///
    /// # Errors
    /// `Error::Write` if it cannot be written.
    pub(super) fn print(&self, dossier: &Dossier, look: Look, out: &mut dyn Write) -> Result<(), Error> {
        let write = |out: &mut dyn Write| self.format.write(dossier, look, out);
        if matches!(self.format, Format::Human | Format::Concise) {
            finish(for_people(out, write))?;
        } else {
            finish(write(out))?;
        }
        let commands = if self.in_actions { Format::Github.write(dossier, look, out) } else { Ok(()) };
        finish(commands.and_then(|()| out.flush()))
    }

    /// Writes the report to every file that is asked for.
    ///
    /// # Errors
    /// `Error::Output` for the first that cannot be written.
    pub(super) fn save(&self, dossier: &Dossier) -> Result<(), Error> {
        if let Some(file) = &self.summary {
            // Other steps write there too. Nobody asked for it, so the run does not fail for it.
            let summary = fs::OpenOptions::new().append(true).create(true).open(file);
            let written = summary.and_then(|mut out| write_apart(Format::Markdown, dossier, &mut out));
            if let Err(error) = written {
                tell(format_args!(
                    "sms-lint: there is no job summary, because {} cannot be written: {}",
                    file.display(),
                    unwritten(&error)
                ));
            }
        }
        self.outputs.iter().try_for_each(|output| {
            let fault = |error: io::Error| Error::Output { file: output.file.clone(), reason: unwritten(&error) };
            save(&output.file, &mut |out| write_apart(output.format, dossier, out)).map_err(fault)
        })
    }
}

/// Hash of the configuration, with what it extends and the rules that it names, and of what the command line lays on top.
pub(crate) fn configuration(arguments: &Check, config: &Config) -> String {
    let Check { select, ignore, system, root, .. } = arguments;
    let mut asked = format!("select={select:?}\nignore={ignore:?}\nsystem={system:?}\nroot={root:?}\n");
    for (_, file) in &config.files {
        asked += &format!("{:?}\n", &*file.text);
    }
    for file in &config.rule_files {
        // It has just been read; if it is gone, so is what could be compared.
        asked += &format!("rule={:?}\n", fs::read_to_string(file).ok());
    }
    let Check { changed, staged, since, exclude, ignore_suppressions, .. } = arguments;
    if *changed || *staged || since.is_some() {
        asked += &format!("changed={changed}\nstaged={staged}\nsince={since:?}\n");
    }
    if !exclude.is_empty() {
        asked += &format!("exclude={:?}\n", exclude.iter().map(|one| &one.text).collect::<Vec<_>>());
    }
    if *ignore_suppressions {
        asked += "ignore-suppressions\n";
    }
    format!("sha256:{}", hash(asked.as_bytes()))
}

/// True for a report of an earlier run: each holds the same sentence, but for an empty list. An empty file is nothing to lose.
fn is_report(file: &Path) -> bool {
    let holds = |bytes: Vec<u8>| {
        let is_empty = matches!(bytes.trim_ascii(), b"" | b"[]");
        is_empty || memchr::memmem::find(&bytes, NOTICE.as_bytes()).is_some()
    };
    fs::read(file).is_ok_and(holds)
}

/// Why a file that is named as one below the working directory must not be written; nothing for one that is named as lying
/// elsewhere. A link may be part of what a stranger contributes.
fn strays(file: &Path) -> Option<&'static str> {
    let real = target(file);
    let in_git = |path: &Path| path.iter().any(|part| part == ".git");
    if name::strays(file, &real) {
        Some("a link in its path leads out of the working directory")
    } else if !name::is_below_here(file) {
        None
    } else if in_git(&real) && !in_git(file) && !fs::canonicalize(".").is_ok_and(|here| in_git(&here)) {
        Some("a link in its path leads into the folder of git")
    } else if file.is_symlink() && real.exists() && !real.is_file() {
        Some("it is a link to what is neither a file nor a folder")
    } else {
        None
    }
}

/// The file that is meant, however it is named; a link may lead to a file that is not there yet.
fn target(file: &Path) -> PathBuf {
    let mut file = file.to_owned();
    // As many as systems follow.
    for _ in 0..40 {
        let Some(next) = fs::read_link(&file).ok().filter(|_| !file.exists()) else { break };
        file = folder_of(&file).join(next);
    }
    fs::canonicalize(&file).unwrap_or_else(|_| {
        let folder = fs::canonicalize(folder_of(&file)).unwrap_or_else(|_| folder_of(&file).to_owned());
        folder.join(file.file_name().unwrap_or_default())
    })
}

/// Writes a file whole or not at all; what is no plain file, such as a pipe, is written to as it is.
fn save(file: &Path, write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let target = target(file);
    if fs::metadata(&target).is_ok_and(|kind| !kind.is_file()) {
        let mut out = BufWriter::new(fs::OpenOptions::new().write(true).open(&target)?);
        return write(&mut out).and_then(|()| out.flush());
    }
    write_whole(&target, write)
}

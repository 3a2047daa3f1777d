//! run: one file a command.

pub mod baseline;
pub mod check;
pub mod cites;
pub mod config;
pub mod coverage;
pub mod deliver;
pub mod explain;
mod given;
pub mod init;
mod mend;
pub mod progress;
mod reading;
pub mod rules;
pub mod setup;
pub mod shell;
pub mod standard;
mod stats;
pub mod suppressions;
pub mod test;
pub mod transition;

use std::io::{self, Write};
use std::path::PathBuf;

use clap::CommandFactory;
use sha2::{Digest, Sha256};

use crate::cli::{Arguments, Check, Command};
use crate::error::Error;
use crate::page;
use crate::report::scrub::visible;
use crate::yaml::nearest;

/// How a run ended; the exit status follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing as grave as asked for.
    Clean,
    /// Something was found.
    Found,
    /// The run could not be done.
    Failed,
    /// Folders were walked and held no document.
    Empty,
}

impl Outcome {
    /// The exit status.
    #[must_use]
    pub fn status(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Found => 1,
            Self::Failed => 2,
            Self::Empty => 3,
        }
    }
}

/// Does what the arguments ask for; the report goes to `out`.
///
/// # Errors
/// What kept the run from being done.
pub fn run(arguments: Arguments, out: &mut dyn Write) -> Result<Outcome, Error> {
    match arguments.command {
        None if arguments.list_formats => print(out, &page::formats()),
        None => check::run(in_order(&arguments.check)?, out),
        Some(Command::Check(check)) => check::run(&check, out),
        Some(Command::Rules(rules)) => rules::run(&rules, out),
        Some(Command::Test(test)) => test::run(&test, out),
        Some(Command::Explain(explain)) => explain::run(&explain, out),
        Some(Command::Cites(cites)) => cites::run(&cites, out),
        Some(Command::Coverage(coverage)) => coverage::run(&coverage, out),
        Some(Command::Transition(transition)) => transition::run(&transition, out),
        Some(Command::Config(what)) => config::run(&what, out),
        Some(Command::Standard(standard)) => standard::run(&standard, out),
        Some(Command::Suppressions(suppressions)) => suppressions::run(suppressions, out),
        Some(Command::Init(init)) => init::run(&init, out),
        Some(Command::Baseline { action }) => baseline::run(action, out),
        Some(Command::Completions { shell }) => shell::completions(shell, out),
        Some(Command::Man) => shell::man(out),
    }
}

/// What is to be checked, unless a command was meant that stands behind an option or a path.
fn in_order(check: &Check) -> Result<&Check, Error> {
    let is_bare = |path: &&PathBuf| path.to_str().is_some_and(|name| name.bytes().all(|one| one.is_ascii_lowercase()));
    let Some(missing) = check.paths.iter().filter(is_bare).find(|path| !path.exists()) else { return Ok(check) };
    let command = Arguments::command();
    let names = || command.get_subcommands().map(clap::Command::get_name);
    let typed = missing.to_string_lossy().into_owned();
    match nearest(&typed, names()) {
        Some(meant) if meant == typed => Err(Error::Behind { command: typed }),
        Some(meant) => Err(Error::NoCommand { typed, meant: meant.to_owned() }),
        None => Ok(check),
    }
}

/// Says something to people, on the standard error; where that is closed nobody is there to be told.
pub fn tell(words: std::fmt::Arguments<'_>) {
    // A runner of GitHub Actions takes this for a command wherever in a line it stands.
    let _ = writeln!(io::stderr(), "{}", words.to_string().replace("##[", "## ["));
}

/// Prints a text.
pub(crate) fn print(out: &mut dyn Write, text: &str) -> Result<Outcome, Error> {
    finish(out.write_all(text.as_bytes()).and_then(|()| out.flush()))?;
    Ok(Outcome::Clean)
}

/// True if the runner of GitHub Actions reads along, which obeys some lines.
pub(crate) fn is_read_along() -> bool {
    std::env::var_os("GITHUB_ACTIONS").is_some_and(|one| one == "true")
}

/// Lets something be written for people, in which a runner that reads along obeys nothing.
///
/// # Errors
/// What writing to `out` gives.
pub(crate) fn for_people(out: &mut dyn Write, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    if !is_read_along() {
        return write(out).and_then(|()| out.flush());
    }
    let mut text = Vec::new();
    write(&mut text)?;
    if text.is_empty() {
        return Ok(());
    }
    // No document can hold the hash of a text that it is part of.
    let word = hash(&text);
    let behind = format!("{}::{word}::\n", if text.ends_with(b"\n") { "" } else { "\n" });
    let all = [format!("::stop-commands::{word}\n").as_bytes(), &text, behind.as_bytes()].concat();
    out.write_all(&all).and_then(|()| out.flush())
}

/// Prints a text for people, with what a terminal would obey made visible.
pub(crate) fn print_for_people(out: &mut dyn Write, text: &str) -> Result<Outcome, Error> {
    finish(for_people(out, |out| out.write_all(visible(text).as_bytes())))?;
    Ok(Outcome::Clean)
}

/// A closed pipe is the reader's wish; anything else is an error.
pub(crate) fn finish(result: io::Result<()>) -> Result<(), Error> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Error::Write(error)),
        _ => Ok(()),
    }
}

/// The SHA-256 hash, in hexadecimal digits.
pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

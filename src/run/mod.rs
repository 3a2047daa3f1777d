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

use crate::cli::{Arguments, Command};
use crate::error::Error;
use crate::page;

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
        None => check::run(&arguments.check, out),
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

/// Says something to people, on the standard error; where that is closed nobody is there to be told.
pub fn tell(words: std::fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{words}");
}

/// Prints a text.
pub(crate) fn print(out: &mut dyn Write, text: &str) -> Result<Outcome, Error> {
    finish(out.write_all(text.as_bytes()).and_then(|()| out.flush()))?;
    Ok(Outcome::Clean)
}

/// A closed pipe is the reader's wish; anything else is an error.
pub(crate) fn finish(result: io::Result<()>) -> Result<(), Error> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Error::Write(error)),
        _ => Ok(()),
    }
}

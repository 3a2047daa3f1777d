//! What is said to people and what is printed, also where a runner of GitHub Actions reads along.

use std::io::{self, Write};

use super::Outcome;
use super::hash::hash;
use crate::error::Error;
use crate::report::scrub::visible;

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

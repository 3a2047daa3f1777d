//! `sms-lint transition`.

use std::io::Write;

use super::check::unread;
use super::reading::{Read, read};
use super::{Outcome, finish, for_people};
use crate::cli::{ListFormat, Transition};
use crate::error::Error;
use crate::lint::Purpose;
use crate::page::transition;

/// Lists to `out` what a change of edition leaves to do.
///
/// # Errors
/// Every mistake in the configuration; `Error::Path` if a named path cannot be read, `Error::Write` if the list cannot be written.
pub fn run(arguments: &Transition, out: &mut dyn Write) -> Result<Outcome, Error> {
    let Read { walk, as_of, collected } = read(&arguments.reading, Purpose::Transition)?;
    let worklist = collected.transition(as_of);
    let written = match arguments.format {
        ListFormat::Human => for_people(out, |out| transition::human(&worklist, out)),
        ListFormat::Json => transition::json(&worklist, out),
        ListFormat::Csv => transition::csv(&worklist, out),
    };
    finish(written.and_then(|()| out.flush()))?;
    Ok(unread(worklist.documents, &worklist.skipped, &walk).unwrap_or(Outcome::Clean))
}

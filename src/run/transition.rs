//! `sms-lint transition`.

use std::io::Write;

use super::reading::list;
use super::{Outcome, for_people};
use crate::cli::{ListFormat, Transition};
use crate::error::Error;
use crate::lint::{Collected, Purpose};
use crate::page::transition;

/// Lists to `out` what a change of edition leaves to do.
///
/// # Errors
/// Every mistake in the configuration; `Error::Path` if a named path is not there, `Error::Write` if the list cannot be written.
pub fn run(arguments: &Transition, out: &mut dyn Write) -> Result<Outcome, Error> {
    let (_, outcome) = list(&arguments.reading, (Purpose::Transition, Collected::transition), out, |all, out| {
        match arguments.format {
            ListFormat::Human => for_people(out, |out| transition::human(all, out)),
            ListFormat::Json => transition::json(all, out),
            ListFormat::Csv => transition::csv(all, out),
        }
    })?;
    Ok(outcome)
}

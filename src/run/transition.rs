//! `sms-lint transition`.

use std::io::Write;

use super::check::{empty, today};
use super::progress::Progress;
use super::{Outcome, finish};
use crate::cli::{ListFormat, Transition};
use crate::error::Error;
use crate::lint::{Purpose, Settings};
use crate::page::transition;
use crate::walk::Walk;

/// Lists to `out` what a change of edition leaves to do.
///
/// # Errors
/// `Error::Path` if a named path cannot be read, `Error::Write` if the list cannot be written.
pub fn run(arguments: &Transition, out: &mut dyn Write) -> Result<Outcome, Error> {
    let walk = Walk::new(&arguments.paths, arguments.jobs.map_or(0, usize::from))?;
    let settings = Settings { purpose: Purpose::Transition, ..Settings::on(arguments.as_of.unwrap_or_else(today)) };
    let progress = Progress::new(true);
    let collected = walk.run(settings, &|| progress.tick());
    progress.done();
    let worklist = collected.transition(settings.as_of);
    let written = match arguments.format {
        ListFormat::Human => transition::human(&worklist, out),
        ListFormat::Json => transition::json(&worklist, out),
        ListFormat::Csv => transition::csv(&worklist, out),
    };
    finish(written.and_then(|()| out.flush()))?;
    Ok(empty(worklist.documents, worklist.skipped.len(), &walk).unwrap_or(Outcome::Clean))
}

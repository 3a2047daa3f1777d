//! `sms-lint cites`.

use std::io::Write;

use super::check::{empty, today};
use super::progress::Progress;
use super::{Outcome, finish};
use crate::cli::{Cites, ListFormat};
use crate::error::Error;
use crate::lint::{Purpose, Settings};
use crate::page::inventory;
use crate::walk::Walk;

/// Lists every citation to `out`.
///
/// # Errors
/// `Error::Path` if a named path cannot be read, `Error::Write` if the list cannot be written.
pub fn run(arguments: &Cites, out: &mut dyn Write) -> Result<Outcome, Error> {
    let walk = Walk::new(&arguments.paths, arguments.jobs.map_or(0, usize::from))?;
    let settings = Settings { purpose: Purpose::Inventory, ..Settings::on(arguments.as_of.unwrap_or_else(today)) };
    let progress = Progress::new(true);
    let collected = walk.run(settings, &|| progress.tick());
    progress.done();
    let inventory = collected.inventory(settings.as_of);
    let written = match arguments.format {
        ListFormat::Human => inventory::human(&inventory, out),
        ListFormat::Json => inventory::json(&inventory, out),
        ListFormat::Csv => inventory::csv(&inventory, out),
    };
    finish(written.and_then(|()| out.flush()))?;
    Ok(empty(inventory.documents, inventory.skipped.len(), &walk).unwrap_or(Outcome::Clean))
}

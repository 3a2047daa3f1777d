//! `sms-lint cites`.

use std::io::Write;

use super::check::unread;
use super::reading::{Read, read};
use super::{Outcome, finish, for_people};
use crate::cli::{Cites, ListFormat};
use crate::error::Error;
use crate::lint::Purpose;
use crate::page::inventory;

/// Lists every citation to `out`.
///
/// # Errors
/// Every mistake in the configuration; `Error::Path` if a named path cannot be read, `Error::Write` if the list cannot be written.
pub fn run(arguments: &Cites, out: &mut dyn Write) -> Result<Outcome, Error> {
    let Read { walk, as_of, collected } = read(&arguments.reading, Purpose::Inventory)?;
    let inventory = collected.inventory(as_of);
    let written = match arguments.format {
        ListFormat::Human => for_people(out, |out| inventory::human(&inventory, out)),
        ListFormat::Json => inventory::json(&inventory, out),
        ListFormat::Csv => inventory::csv(&inventory, out),
    };
    finish(written.and_then(|()| out.flush()))?;
    Ok(unread(inventory.documents, &inventory.skipped, &walk).unwrap_or(Outcome::Clean))
}

//! `sms-lint cites`.

use std::io::Write;

use super::reading::list;
use super::{Outcome, for_people};
use crate::cli::{Cites, ListFormat};
use crate::error::Error;
use crate::lint::{Collected, Purpose};
use crate::page::inventory;

/// Lists every citation to `out`.
///
/// # Errors
/// Every mistake in the configuration; `Error::Path` if a named path is not there, `Error::Write` if the list cannot be written.
pub fn run(arguments: &Cites, out: &mut dyn Write) -> Result<Outcome, Error> {
    let (_, outcome) =
        list(&arguments.reading, (Purpose::Inventory, Collected::inventory), out, |all, out| match arguments.format {
            ListFormat::Human => for_people(out, |out| inventory::human(all, out)),
            ListFormat::Json => inventory::json(all, out),
            ListFormat::Csv => inventory::csv(all, out),
        })?;
    Ok(outcome)
}

//! `sms-lint coverage`: which elements of clause 8.7.3 a set of documents holds.

use std::io::Write;

use super::reading::list;
use super::{Outcome, for_people};
use crate::cli::{Coverage, MatrixFormat};
use crate::error::Error;
use crate::lint::{Collected, Purpose};
use crate::page::coverage;

/// Surveys documents and writes the matrix to `out`.
///
/// # Errors
/// Every mistake in the configuration; `Error::Path` if a named path is not there, `Error::Write` if the matrix cannot be written.
pub fn run(arguments: &Coverage, out: &mut dyn Write) -> Result<Outcome, Error> {
    let (found, outcome) =
        list(&arguments.reading, (Purpose::Survey, Collected::coverage), out, |found, out| match arguments.format {
            MatrixFormat::Human => for_people(out, |out| coverage::human(found, out)),
            MatrixFormat::Markdown => coverage::markdown(found, out),
            MatrixFormat::Json => coverage::json(found, out),
            MatrixFormat::Csv => coverage::csv(found, out),
        })?;
    let is_under = || arguments.fail_under.is_some_and(|least| found.percent() < least);
    Ok(if outcome == Outcome::Clean && is_under() { Outcome::Found } else { outcome })
}

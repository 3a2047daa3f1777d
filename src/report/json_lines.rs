//! The report for programs that read line by line: `about` first, then one object for each thing, with its `type`.

use std::io::{self, Write};

use serde::Serialize;

use super::Dossier;
use super::escape::line;
use super::json::{About, Entry, Hidden, Passed, Remark};

/// One line; its fields are those of the JSON report.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Line<'a> {
    About(About<'a>),
    Finding(Entry<'a>),
    Acknowledged(Entry<'a>),
    Suppressed(Hidden<'a>),
    Known(Entry<'a>),
    Skipped(Passed<'a>),
    Note(Remark<'a>),
}

/// Writes one object a line.
///
/// # Errors
/// What writing to `out` gives.
pub fn write(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    let report = &dossier.report;
    line(&Line::About(About::of(dossier)), out)?;
    report.findings.iter().try_for_each(|one| line(&Line::Finding(Entry::found(one)), out))?;
    report.acknowledged.iter().try_for_each(|one| line(&Line::Acknowledged(Entry::acknowledged(one)), out))?;
    report.suppressed.iter().try_for_each(|one| line(&Line::Suppressed(Hidden::from(one)), out))?;
    report.known.iter().try_for_each(|one| line(&Line::Known(Entry::found(one)), out))?;
    report.skipped.iter().try_for_each(|one| line(&Line::Skipped(Passed::from(one)), out))?;
    report.notes.iter().try_for_each(|one| line(&Line::Note(Remark::from(one)), out))
}

//! One line for each finding, for editors and for `grep`.

use std::io::{self, Write};

use super::human::{self, Look};
use super::scrub::one_line;
use crate::lint::Report;

/// Writes `path:line:column: severity[rule] message` for each finding, then what was skipped and the closing line.
///
/// # Errors
/// What writing to `out` gives.
pub fn write(report: &Report, look: Look, out: &mut dyn Write) -> io::Result<()> {
    for finding in &report.findings {
        let place = &finding.primary.place;
        write!(
            out,
            "{}:{}:{}: {}[{}] {}",
            one_line(&place.path),
            place.start.line,
            place.start.column,
            finding.severity.name(),
            finding.rule,
            one_line(&finding.said.message)
        )?;
        match &place.location {
            Some(location) => writeln!(out, " ({})", one_line(location))?,
            None => writeln!(out)?,
        }
    }
    human::closing(report, look, out)
}

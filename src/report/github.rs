//! Annotations of GitHub Actions: workflow commands on the standard output, which the runner obeys.

use std::io::{self, Write};

use super::Dossier;
use super::escape::{command_property, command_text};
use crate::finding::{Finding, Severity};

/// How many annotations of a kind the runner shows for one step.
const SHOWN: usize = 10;

/// Writes the first ten errors and the first ten warnings, then a notice that counts what is left and says what all of it
/// rests on.
///
/// # Errors
/// What writing to `out` gives.
pub fn write(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    let mut shown = 0;
    for severity in [Severity::Error, Severity::Warning] {
        for finding in dossier.report.findings.iter().filter(|one| one.severity == severity).take(SHOWN) {
            annotation(dossier, finding, out)?;
            shown += 1;
        }
    }
    let rest = match dossier.report.findings.len() - shown {
        0 => String::new(),
        1 => " 1 more finding is not annotated; the report lists it.".into(),
        rest => format!(" {rest} more findings are not annotated; the report lists them."),
    };
    if let Some(words) = dossier.nothing_checked() {
        writeln!(out, "::error title=sms-lint::{}", command_text(&words))?;
    }
    let about: String = dossier.about().iter().map(|(name, value)| format!(" {name}: {value};")).collect();
    let words = format!("{}.{rest} This rests on{}.", dossier.counts(), about.trim_end_matches(['.', ';']));
    writeln!(out, "::notice title=sms-lint::{}", command_text(&words))
}

fn annotation(dossier: &Dossier, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let kind = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    };
    let place = &finding.primary.place;
    write!(out, "::{kind} file={}", command_property(&dossier.head.rooted(&place.path)))?;
    // Where lines do not tell, a person is told in words.
    let location = match &place.location {
        Some(location) => format!("{location}: "),
        None => {
            write!(out, ",line={},col={}", place.start.line, place.start.column)?;
            if place.end.line == place.start.line {
                write!(out, ",endColumn={}", place.end.column)?;
            } else {
                write!(out, ",endLine={}", place.end.line)?;
            }
            String::new()
        }
    };
    let words = format!("{location}{}. {}", finding.said.message, finding.said.help);
    writeln!(out, ",title={}::{}", command_property(finding.rule), command_text(words.trim_end()))
}

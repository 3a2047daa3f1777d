//! Checkstyle, the XML that many viewers of code reviews read.

use std::io::{self, Write};

use super::Dossier;
use super::dossier::VERSION;
use super::escape::xml;
use crate::finding::{Finding, Severity};

/// Writes a `file` for each document at fault, below a comment on what the report rests on.
///
/// # Errors
/// What writing to `out` gives.
pub fn write(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!--")?;
    let about = dossier.about().into_iter().map(|(name, value)| (name.to_owned(), value));
    let nothing = dossier.nothing_checked().map(|words| ("error".to_owned(), words));
    for (name, value) in nothing.into_iter().chain(about).chain(dossier.sources()) {
        // Two hyphens would end the comment.
        writeln!(out, "  {}", xml(&format!("{name}: {value}")).replace("--", "- -"))?;
    }
    writeln!(out, "-->\n<checkstyle version=\"sms-lint {VERSION}\">")?;
    for of_document in dossier.report.findings.chunk_by(|a, b| a.primary.place.path == b.primary.place.path) {
        writeln!(out, "  <file name=\"{}\">", xml(&of_document[0].primary.place.path))?;
        of_document.iter().try_for_each(|one| error(one, out))?;
        writeln!(out, "  </file>")?;
    }
    writeln!(out, "</checkstyle>")
}

fn error(finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let place = &finding.primary.place;
    let (location, line, column) = match &place.location {
        Some(location) => (format!("{location}: "), 1, 1),
        None => (String::new(), place.start.line, place.start.column),
    };
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "info",
    };
    let message = xml(&format!("{location}{}. {}", finding.said.message, finding.said.help));
    writeln!(
        out,
        "    <error line=\"{line}\" column=\"{column}\" severity=\"{severity}\" message=\"{message}\" source=\"sms-lint.{}\"/>",
        xml(finding.rule)
    )
}

//! CSV, for spreadsheets: a row for each thing, its kind in the first column.

use std::borrow::Cow;
use std::io::{self, Write};

use super::Dossier;
use super::sheet::{Sheet, row};
use super::sources;
use crate::finding::Finding;

row!(Line {
    kind,
    severity,
    rule,
    path,
    line,
    column,
    location,
    text,
    message,
    help,
    url,
    standard,
    edition,
    clause,
    status,
    reason,
    fingerprint,
    sources,
});

/// Writes the rows: what the report rests on, of the kind `about`, stands at the end.
///
/// # Errors
/// What writing to `out` gives.
pub fn write(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    let report = &dossier.report;
    let mut sheet = Sheet::begin(out)?;
    report.findings.iter().try_for_each(|one| sheet.write(&told("finding", one, "")))?;
    report.acknowledged.iter().try_for_each(|one| sheet.write(&told("acknowledged", &one.finding, &one.because)))?;
    report.suppressed.iter().try_for_each(|one| sheet.write(&told("suppressed", &one.finding, &one.because)))?;
    report.known.iter().try_for_each(|one| sheet.write(&told("known", one, "")))?;
    for one in &report.skipped {
        sheet.write(&Line { path: (&*one.path).into(), ..bare("skipped", &*one.reason) })?;
    }
    for one in &report.notes {
        let (line, column) = (one.at.line.to_string().into(), one.at.column.to_string().into());
        sheet.write(&Line { path: (&*one.path).into(), line, column, ..bare("note", &*one.reason) })?;
    }
    if let Some(words) = dossier.nothing_checked() {
        sheet.write(&bare("error", words))?;
    }
    let about = dossier.about();
    about.iter().try_for_each(|(name, value)| sheet.write(&bare("about", format!("{name}: {value}"))))
}

/// The row of a finding.
fn told<'a>(kind: &'a str, finding: &'a Finding, reason: &'a str) -> Line<'a> {
    let (place, said) = (&finding.primary.place, &finding.said);
    let cited = said.cited.as_ref();
    let of_cited = |part: fn(&crate::finding::Cited) -> Option<&str>| cited.and_then(part).unwrap_or_default().into();
    Line {
        severity: finding.severity.name().into(),
        rule: finding.rule.into(),
        path: (&*place.path).into(),
        line: place.start.line.to_string().into(),
        column: place.start.column.to_string().into(),
        location: place.location.as_deref().unwrap_or_default().into(),
        text: (&*finding.primary.text).into(),
        help: (&*said.help).into(),
        url: (&*said.url).into(),
        standard: of_cited(|one| Some(&one.standard)),
        edition: of_cited(|one| one.edition.as_deref()),
        clause: of_cited(|one| one.clause.as_deref()),
        status: of_cited(|one| Some(one.status)),
        reason: reason.into(),
        fingerprint: finding.fingerprint().into(),
        sources: sources::of(cited).join("; ").into(),
        ..bare(kind, &*said.message)
    }
}

/// A row that says something in words.
fn bare<'a>(kind: &'a str, words: impl Into<Cow<'a, str>>) -> Line<'a> {
    Line { kind: kind.into(), message: words.into(), ..Line::default() }
}

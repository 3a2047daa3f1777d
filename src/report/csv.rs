//! CSV, for spreadsheets: a row for each thing, its kind in the first column.

use std::io::{self, Write};

use super::Dossier;
use super::escape::field;
use super::sources;
use crate::finding::Finding;

const COLUMNS: &str = "kind,severity,rule,path,line,column,location,text,message,help,url,\
                       standard,edition,clause,status,reason,fingerprint,sources";

/// How many columns of a finding stand behind its place.
const BEHIND: usize = 12;

/// Writes the rows: what the report rests on, of the kind `about`, stands at the end.
///
/// # Errors
/// What writing to `out` gives.
pub fn write(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    let report = &dossier.report;
    writeln!(out, "{COLUMNS}")?;
    report.findings.iter().try_for_each(|one| row("finding", one, "", out))?;
    report.acknowledged.iter().try_for_each(|one| row("acknowledged", &one.finding, &one.because, out))?;
    report.suppressed.iter().try_for_each(|one| row("suppressed", &one.finding, &one.because, out))?;
    report.known.iter().try_for_each(|one| row("known", one, "", out))?;
    for one in &report.skipped {
        bare("skipped", &one.path, ("", ""), &one.reason, out)?;
    }
    for one in &report.notes {
        bare("note", &one.path, (&one.at.line.to_string(), &one.at.column.to_string()), &one.reason, out)?;
    }
    if let Some(words) = dossier.nothing_checked() {
        bare("error", "", ("", ""), &words, out)?;
    }
    for (name, value) in dossier.about() {
        bare("about", "", ("", ""), &format!("{name}: {value}"), out)?;
    }
    Ok(())
}

fn row(kind: &str, finding: &Finding, reason: &str, out: &mut dyn Write) -> io::Result<()> {
    let (place, said) = (&finding.primary.place, &finding.said);
    let cited = said.cited.as_ref();
    let of_cited = |part: fn(&crate::finding::Cited) -> Option<&str>| cited.and_then(part).unwrap_or_default();
    let (print, sources) = (finding.fingerprint(), sources::of(cited).join("; "));
    let behind: [&str; BEHIND] = [
        place.location.as_deref().unwrap_or_default(),
        &finding.primary.text,
        &said.message,
        &said.help,
        &said.url,
        of_cited(|one| Some(&one.standard)),
        of_cited(|one| one.edition.as_deref()),
        of_cited(|one| one.clause.as_deref()),
        of_cited(|one| Some(one.status)),
        reason,
        &print,
        &sources,
    ];
    let (start, path) = (place.start, field(&place.path));
    write!(out, "{kind},{},{},{path},{},{}", finding.severity.name(), finding.rule, start.line, start.column)?;
    behind.iter().try_for_each(|one| write!(out, ",{}", field(one)))?;
    writeln!(out)
}

/// A row of what is no finding.
fn bare(kind: &str, path: &str, at: (&str, &str), words: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{kind},,,{},{},{},,,{},,,,,,,,,", field(path), at.0, at.1, field(words))
}

//! Markdown, for job summaries and comments: counts, findings as a table, what the report rests on.

use std::io::{self, Write};

use super::Dossier;
use super::escape::markdown as text;
use crate::finding::{Finding, Severity};

/// How many bytes of a table are written: a job summary may have 1 MiB and is not shown at all if it has more.
const MOST: usize = 350 << 10;

/// Longest text in a cell, in characters.
const CLIP: usize = 400;

/// Writes the report.
///
/// # Errors
/// What writing to `out` gives.
pub fn write(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    let report = &dossier.report;
    writeln!(out, "## sms-lint\n\n{}, as of {}.\n", dossier.counts(), report.as_of)?;
    if let Some(sentence) = report.decision.sentence().filter(|_| report.summary.documents > 0) {
        writeln!(out, "{}\n", text(sentence))?;
    }
    if let Some(words) = dossier.nothing_checked() {
        writeln!(out, "**{}**\n", text(&words))?;
    } else if report.findings.is_empty() {
        writeln!(out, "Nothing was found.\n")?;
    } else {
        findings(&report.findings, out)?;
    }
    if !report.skipped.is_empty() {
        writeln!(out, "| skipped | why |\n|---|---|")?;
        let rows = report.skipped.iter().map(|one| format!("| {} | {} |", cell(&one.path), cell(&one.reason)));
        table(rows, "files", out)?;
    }
    about(dossier, out)
}

fn findings(findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| severity | where | what is wrong | what to do |\n|---|---|---|---|")?;
    let by_severity = |severity| findings.iter().filter(move |one| one.severity == severity);
    table(Severity::ALL.into_iter().flat_map(by_severity).map(row), "findings", out)
}

fn row(finding: &Finding) -> String {
    format!(
        "| {} | {} | {} (`{}`) | {} |",
        finding.severity.name(),
        cell(&finding.primary.place.shown()),
        cell(&finding.said.message),
        finding.rule,
        cell(&finding.said.help)
    )
}

/// Writes rows as long as there is room, then says how many are left out.
fn table(rows: impl Iterator<Item = String>, what: &str, out: &mut dyn Write) -> io::Result<()> {
    let (mut written, mut left_out) = (0, 0_usize);
    for row in rows {
        if written + row.len() > MOST {
            left_out += 1;
            continue;
        }
        written += row.len();
        writeln!(out, "{row}")?;
    }
    if left_out > 0 {
        writeln!(out, "\n{left_out} more {what} are left out here; other formats list them all.")?;
    }
    writeln!(out)
}

fn about(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<details><summary>What this report rests on</summary>\n\n| | |\n|---|---|")?;
    for (name, value) in dossier.about() {
        writeln!(out, "| {name} | {} |", text(&value))?;
    }
    for (name, value) in dossier.sources() {
        writeln!(out, "| {} | {} |", cell(&name), text(&value))?;
    }
    writeln!(out, "\n</details>")
}

/// A text that is clipped if it is long.
fn cell(long: &str) -> String {
    match long.char_indices().nth(CLIP) {
        Some((end, _)) => format!("{}…", text(&long[..end])),
        None => text(long),
    }
}

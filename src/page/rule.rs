//! A rule as a page, all rules as a table.

use std::fmt::Write;
use std::io;

use serde::Serialize;

use super::table as drawn;
use crate::finding::Severity;
use crate::report::pretty;
use crate::report::scrub::one_line;
use crate::rule::{Rule, message, model};
use crate::suppress::is_of_edition;

/// All rules as a Markdown table.
#[must_use]
pub fn table<'a>(rules: impl IntoIterator<Item = &'a Rule>) -> String {
    let mut out = String::from("| rule | severity | what it finds |\n|---|---|---|\n");
    for rule in rules {
        let _ = writeln!(out, "| `{}` | {} | {} |", rule.id, severity(rule), rule.summary);
    }
    out
}

/// How grave a rule's findings are, in a word or two.
fn severities(rule: &Rule) -> String {
    let mut names = vec![rule.severity.name()];
    names.extend(rule.lowered.iter().map(|(_, severity)| severity.name()));
    names.dedup();
    names.join(" or ")
}

/// All rules as a table for people.
///
/// # Errors
/// What writing to `out` gives.
pub fn rules_human<'a>(rules: impl IntoIterator<Item = &'a Rule>, out: &mut dyn io::Write) -> io::Result<()> {
    let row = |rule: &Rule| [rule.id.to_owned(), severities(rule), one_line(rule.summary).into_owned()];
    let rows: Vec<[String; 3]> = rules.into_iter().map(row).collect();
    drawn::write(["rule", "severity", "what it finds"], &rows, out)?;
    writeln!(out, "\nsms-lint explain RULE tells more of one.")
}

#[derive(Serialize)]
struct Root<'a> {
    version: u8,
    rules: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    severity: Severity,
    lowered: Vec<Lowered<'a>>,
    summary: &'a str,
    since: Option<&'a str>,
    own: bool,
    suppressible: bool,
    clauses: &'a [&'a str],
    rationale: &'a str,
    remedy: &'a str,
    references: &'a [&'a str],
}

#[derive(Serialize)]
struct Lowered<'a> {
    when: &'a str,
    severity: Severity,
}

impl<'a> From<&'a Rule> for Entry<'a> {
    fn from(rule: &'a Rule) -> Self {
        Self {
            id: rule.id,
            severity: rule.severity,
            lowered: rule.lowered.iter().map(|(when, severity)| Lowered { when, severity: *severity }).collect(),
            summary: rule.summary,
            since: Some(rule.since).filter(|_| !is_own(rule)),
            own: is_own(rule),
            suppressible: !rule.check.is_of_suppressing(),
            clauses: rule.clauses,
            rationale: rule.rationale.trim_end(),
            remedy: rule.remedy.trim_end(),
            references: rule.references,
        }
    }
}

/// Writes all rules as one JSON object, version 1: fields may be added, none change.
///
/// # Errors
/// What writing to `out` gives.
pub fn json<'a>(rules: impl IntoIterator<Item = &'a Rule>, out: &mut dyn io::Write) -> io::Result<()> {
    pretty(&Root { version: 1, rules: rules.into_iter().map(Entry::from).collect() }, out)
}

/// True for a rule that a configuration brings.
fn is_own(rule: &Rule) -> bool {
    rule.since.is_empty()
}

/// A rule with its reasons, its remedy and its examples, as Markdown.
#[must_use]
pub fn rule(rule: &Rule) -> String {
    let mut out = format!(
        "# {}\n\n{}.\n\nSeverity: {}. {}.\n\n## Why it matters\n\n{}\n\n## What to do\n\n{}\n",
        rule.id,
        rule.summary,
        severity(rule),
        if is_own(rule) { "A rule of your own".into() } else { format!("Since: {}", rule.since) },
        rule.rationale,
        rule.remedy
    );
    for (title, examples) in [("Found", rule.bad), ("Not found", rule.good)] {
        let _ = write!(out, "\n## {title}\n");
        for example in examples {
            let _ = write!(out, "\n{}:\n", message::capital(example.name));
            for (path, text) in example.files {
                let _ = write!(out, "\n`{path}`\n\n~~~~text\n{}\n~~~~\n", text.trim_end());
                let marked = example.finds.iter().filter(|(of, _)| of == path).flat_map(|(_, texts)| *texts);
                let marked: Vec<String> = marked.map(|text| format!("`{}`", text.replace('\n', " "))).collect();
                if !marked.is_empty() {
                    let _ = write!(out, "\nMarked: {}\n", marked.join(", "));
                }
            }
        }
    }
    out += &how_to_suppress(rule);
    if !rule.references.is_empty() {
        out.push_str("\n## References\n\n");
    }
    for reference in rule.references {
        let _ = writeln!(out, "- <{reference}>");
    }
    out
}

/// How a finding of the rule is accepted for a while, in a document and in the configuration.
fn how_to_suppress(rule: &Rule) -> String {
    let id = rule.id;
    if rule.check.is_of_suppressing() {
        return format!(
            "\n## How to suppress\n\nA finding of this rule cannot be suppressed: mend what it points at. `ignore: {id}` in \
             sms-lint.yaml leaves the rule out altogether.\n"
        );
    }
    let entry = if is_of_edition(rule.check) {
        "allow:\n  - citation: ISO/IEC 27001:2013\n    where: contracts/\n".to_owned()
    } else {
        format!("per-path:\n  - paths: contracts/\n    ignore: {id}\n")
    };
    format!(
        "\n## How to suppress\n\nIn the document, before the line that is accepted for a while; the day is the last one on \
         which it counts, and the reason is required:\n\n~~~~text\n<!-- sms-lint: ignore-next-line {id} until=2027-01-31 \
         -- named in the signed contract -->\n~~~~\n\nOr in sms-lint.yaml, for documents that must not be touched:\n\n\
         ~~~~yaml\n{entry}    reason: named in the signed contracts\n    until: 2027-01-31\n~~~~\n\n\
         `ignore: {id}` there leaves the rule out altogether.\n"
    )
}

/// The rules about a clause, with what is wrong with its number if it is one that no edition has.
#[must_use]
pub fn clause(asked: &str, rules: &[&Rule]) -> String {
    let meant = model::clause(asked);
    let mut out = format!("# Clause {meant} of ISO/IEC 20000-1:2018\n\n");
    if meant != asked {
        let _ = write!(
            out,
            "No edition has a clause {asked}: clause 9 of the 2018 edition ends at 9.4. Secondary sources that cite {asked} \
             mean {meant}; a document should cite {meant}.\n\n"
        );
    }
    for rule in rules {
        let _ = write!(
            out,
            "## {}\n\n{}. Severity: {}.\n\n{}\n\n{}\n\n",
            rule.id,
            rule.summary,
            severity(rule),
            rule.rationale,
            rule.remedy
        );
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// The severity, with the circumstances in which it is lower.
fn severity(rule: &Rule) -> String {
    let mut out = rule.severity.name().to_owned();
    for (when, severity) in rule.lowered {
        let when = match *when {
            "recent" => "while its successor is younger than 36 months",
            "adoption-in-force" => "where a national adoption may still be in force",
            other => other,
        };
        let _ = write!(out, "; {} {when}", severity.name());
    }
    out
}

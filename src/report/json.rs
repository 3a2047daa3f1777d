//! The report for programs, version 1: fields may be added, none change. `schemas/report.schema.json` describes it.

use std::io::{self, Write};

use serde::Serialize;

use super::dossier::{Dossier, NOTICE, RELEASED, VERSION};
use super::escape::pretty;
use super::sources;
use crate::finding::{
    Acknowledged, Cited, Edit, Finding, Fix, Note, Related, Safety, Severity, Skipped, Suppressed, Suppressor,
};
use crate::lint::{Decision, Summary};
use crate::source::{Place, Position};
use crate::standard::catalogue;

#[derive(Serialize)]
struct Root<'a> {
    #[serde(flatten)]
    about: About<'a>,
    findings: Vec<Entry<'a>>,
    acknowledged: Vec<Entry<'a>>,
    suppressed: Vec<Hidden<'a>>,
    known: Vec<Entry<'a>>,
    skipped: Vec<Passed<'a>>,
    notes: Vec<Remark<'a>>,
}

/// What the report rests on.
#[derive(Serialize)]
pub(super) struct About<'a> {
    version: u8,
    as_of: String,
    tool: Tool,
    catalogue: Catalogue,
    commit: Option<Commit<'a>>,
    configuration: &'a str,
    notice: &'static str,
    summary: Summary,
    system: Whole,
}

/// The commit that the documents are of.
#[derive(Serialize)]
struct Commit<'a> {
    id: &'a str,
    dirty: Option<bool>,
}

impl<'a> About<'a> {
    pub(super) fn of(dossier: &'a Dossier) -> Self {
        let (report, head) = (&dossier.report, &dossier.head);
        Self {
            version: 1,
            as_of: report.as_of.to_string(),
            tool: Tool { name: env!("CARGO_PKG_NAME"), version: VERSION, released: RELEASED },
            catalogue: Catalogue::own(),
            commit: head.origin.as_ref().map(|one| Commit { id: &one.commit, dirty: one.dirty }),
            configuration: &head.configuration,
            notice: NOTICE,
            summary: report.summary,
            system: Whole { checked: report.decision.is_checked(), because: report.decision },
        }
    }
}

/// Whether the set was looked at as a whole.
#[derive(Serialize)]
struct Whole {
    checked: bool,
    because: Decision,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
    released: Option<&'static str>,
}

/// The catalogue that statuses come from.
#[derive(Serialize)]
pub(crate) struct Catalogue {
    as_of: String,
}

impl Catalogue {
    /// The one in the program.
    pub(crate) fn own() -> Self {
        Self { as_of: catalogue::as_of().to_string() }
    }
}

/// What was not read.
#[derive(Serialize)]
pub(crate) struct Passed<'a> {
    path: &'a str,
    reason: &'a str,
}

/// What there is to know of a document that was read.
#[derive(Serialize)]
pub(super) struct Remark<'a> {
    path: &'a str,
    start: Point,
    reason: &'a str,
}

#[derive(Serialize)]
pub(super) struct Entry<'a> {
    rule: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<Severity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<&'a str>,
    message: &'a str,
    help: &'a str,
    url: &'a str,
    path: &'a str,
    start: Point,
    end: Point,
    location: Option<&'a str>,
    text: &'a str,
    citation: Option<&'a Cited>,
    related: Vec<Elsewhere<'a>>,
    fix: Option<Mending<'a>>,
    sources: Vec<&'static str>,
    fingerprint: String,
}

/// A finding that somebody has suppressed.
#[derive(Serialize)]
pub(super) struct Hidden<'a> {
    by: Suppressor,
    because: &'a str,
    until: Option<String>,
    at: Elsewhere<'a>,
    #[serde(flatten)]
    finding: Entry<'a>,
}

/// How a finding can be mended without a person.
#[derive(Serialize)]
struct Mending<'a> {
    safety: Safety,
    description: &'a str,
    edits: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Change<'a> {
    path: &'a str,
    start: Point,
    end: Point,
    text: &'a str,
}

/// A position as reports for programs have it.
#[derive(Serialize)]
pub(crate) struct Point {
    line: u32,
    column: u32,
    byte: u64,
}

#[derive(Serialize)]
struct Elsewhere<'a> {
    path: &'a str,
    start: Point,
    end: Point,
    location: Option<&'a str>,
    label: &'a str,
}

impl<'a> From<&'a Note> for Remark<'a> {
    fn from(note: &'a Note) -> Self {
        Self { path: &note.path, start: Point::from(note.at), reason: &note.reason }
    }
}

impl<'a> From<&'a Skipped> for Passed<'a> {
    fn from(skipped: &'a Skipped) -> Self {
        Self { path: &skipped.path, reason: &skipped.reason }
    }
}

impl From<Position> for Point {
    fn from(position: Position) -> Self {
        Self { line: position.line, column: position.column, byte: position.byte }
    }
}

impl<'a> Entry<'a> {
    pub(super) fn found(finding: &'a Finding) -> Self {
        let Place { path, start, end, location } = &finding.primary.place;
        Self {
            rule: finding.rule,
            severity: Some(finding.severity),
            because: None,
            message: &finding.said.message,
            help: &finding.said.help,
            url: &finding.said.url,
            path,
            start: (*start).into(),
            end: (*end).into(),
            location: location.as_deref(),
            text: &finding.primary.text,
            citation: finding.said.cited.as_ref(),
            related: finding.related.iter().map(Elsewhere::from).collect(),
            fix: finding.fix.as_ref().map(Mending::from),
            sources: sources::of(finding.said.cited.as_ref()),
            fingerprint: finding.fingerprint(),
        }
    }

    pub(super) fn acknowledged(acknowledged: &'a Acknowledged) -> Self {
        Self { severity: None, because: Some(&acknowledged.because), ..Self::found(&acknowledged.finding) }
    }
}

impl<'a> Elsewhere<'a> {
    fn new(place: &'a Place, label: &'a str) -> Self {
        let Place { path, start, end, location } = place;
        Self { path, start: (*start).into(), end: (*end).into(), location: location.as_deref(), label }
    }
}

impl<'a> From<&'a Related> for Elsewhere<'a> {
    fn from(related: &'a Related) -> Self {
        Self::new(&related.place, &related.words)
    }
}

impl<'a> From<&'a Suppressed> for Hidden<'a> {
    fn from(suppressed: &'a Suppressed) -> Self {
        Self {
            by: suppressed.by,
            because: &suppressed.because,
            until: suppressed.until.map(|day| day.to_string()),
            at: Elsewhere::new(&suppressed.at, "it is suppressed here"),
            finding: Entry::found(&suppressed.finding),
        }
    }
}

impl<'a> From<&'a Fix> for Mending<'a> {
    fn from(fix: &'a Fix) -> Self {
        let edits = fix.edits.iter().map(Change::from).collect();
        Self { safety: fix.safety, description: &fix.words, edits }
    }
}

impl<'a> From<&'a Edit> for Change<'a> {
    fn from(edit: &'a Edit) -> Self {
        let Place { path, start, end, .. } = &edit.place;
        Self { path, start: (*start).into(), end: (*end).into(), text: &edit.text }
    }
}

/// Writes the report as one object.
///
/// # Errors
/// What writing to `out` gives.
pub fn write(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    let report = &dossier.report;
    let root = Root {
        about: About::of(dossier),
        findings: report.findings.iter().map(Entry::found).collect(),
        acknowledged: report.acknowledged.iter().map(Entry::acknowledged).collect(),
        suppressed: report.suppressed.iter().map(Hidden::from).collect(),
        known: report.known.iter().map(Entry::found).collect(),
        skipped: report.skipped.iter().map(Passed::from).collect(),
        notes: report.notes.iter().map(Remark::from).collect(),
    };
    pretty(&root, out)
}

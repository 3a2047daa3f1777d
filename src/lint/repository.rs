//! The reduce: what all documents together give, sorted, counted and ready for a writer.

use jiff::civil::Date;

use super::document::{Examined, Unamended};
use super::inventory::{Inventory, Listed};
use super::statement;
use crate::finding::{Acknowledged, Finding, Note, Related, Severity, Skipped};
use crate::rule::check::Hit;
use crate::rule::{Check, set};

/// What the documents of a run gave so far; order does not matter until it is finished.
#[derive(Debug, Default)]
pub struct Collected {
    /// How many documents were examined.
    pub documents: usize,
    /// Files and folders that were not read.
    pub skipped: Vec<Skipped>,
    findings: Vec<Finding>,
    acknowledged: Vec<Acknowledged>,
    unamended: Vec<Unamended>,
    listed: Vec<Listed>,
    notes: Vec<Note>,
}

/// Everything a writer needs.
#[derive(Debug)]
pub struct Report {
    /// The day on which statuses were judged.
    pub as_of: Date,
    /// What is wrong, sorted by place.
    pub findings: Vec<Finding>,
    /// What is history, sorted by place.
    pub acknowledged: Vec<Acknowledged>,
    /// What was not read, sorted by path.
    pub skipped: Vec<Skipped>,
    /// What people should know of documents that were read, sorted by place.
    pub notes: Vec<Note>,
    /// Counts.
    pub summary: Summary,
}

/// Counts of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    /// Documents examined.
    pub documents: usize,
    /// Findings of severity error.
    pub errors: usize,
    /// Findings of severity warning.
    pub warnings: usize,
    /// Findings of severity advice.
    pub advice: usize,
    /// Mentions taken as history.
    pub acknowledged: usize,
    /// Files and folders not read.
    pub skipped: usize,
}

impl Collected {
    /// Adds what a document, or a window of one, gave.
    pub fn add(&mut self, examined: Examined) {
        self.findings.extend(examined.findings);
        self.acknowledged.extend(examined.acknowledged);
        self.unamended.extend(examined.unamended);
        self.listed.extend(examined.listed);
        self.notes.extend(examined.notes);
    }

    /// Adds what another thread collected.
    pub fn merge(&mut self, other: Self) {
        self.documents += other.documents;
        self.skipped.extend(other.skipped);
        self.findings.extend(other.findings);
        self.acknowledged.extend(other.acknowledged);
        self.unamended.extend(other.unamended);
        self.listed.extend(other.listed);
        self.notes.extend(other.notes);
    }

    /// Looks at the whole set and puts everything in order.
    #[must_use]
    pub fn finish(mut self, as_of: Date) -> Report {
        let amendments = amendments(std::mem::take(&mut self.unamended));
        self.findings.extend(amendments);
        self.findings.sort_by(Finding::order);
        self.acknowledged.sort_by(|a, b| a.finding.order(&b.finding));
        self.skipped.sort();
        self.notes.sort();
        let count = |severity| self.findings.iter().filter(|one| one.severity == severity).count();
        let summary = Summary {
            documents: self.documents,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            advice: count(Severity::Advice),
            acknowledged: self.acknowledged.len(),
            skipped: self.skipped.len(),
        };
        let Self { findings, acknowledged, skipped, notes, .. } = self;
        Report { as_of, findings, acknowledged, skipped, notes, summary }
    }

    /// Puts every citation in order.
    #[must_use]
    pub fn inventory(mut self, as_of: Date) -> Inventory {
        self.listed.sort_by(Listed::order);
        self.skipped.sort();
        Inventory { as_of, documents: self.documents, citations: self.listed, skipped: self.skipped }
    }
}

impl Report {
    /// True if a finding is at least as grave as `limit`.
    #[must_use]
    pub fn reaches(&self, limit: Severity) -> bool {
        self.findings.iter().any(|one| one.severity >= limit)
    }
}

/// One finding for each amendment that is left out somewhere, with every place.
fn amendments(mut unamended: Vec<Unamended>) -> Vec<Finding> {
    let Some(rule) = set::rule_for(Check::MissingAmendment) else { return Vec::new() };
    unamended.sort_by(|a, b| {
        a.supplement.designation.cmp(b.supplement.designation).then_with(|| a.first.place.cmp(&b.first.place))
    });
    let mut findings = Vec::new();
    for group in unamended.chunk_by(|a, b| std::ptr::eq(a.supplement, b.supplement)) {
        let first = &group[0];
        let edition = first.supplement.designation.split("/Amd").next().unwrap_or_default();
        let places = group.iter().flat_map(|one| std::iter::once(&one.first.place).chain(&one.others)).skip(1);
        let related: Vec<Related> =
            places.map(|place| Related { place: place.clone(), words: "also here".into() }).collect();
        let mut values = vec![
            ("citation", edition.to_owned()),
            ("amendment", first.supplement.label.to_owned()),
            ("full", first.supplement.designation.to_owned()),
            ("date", first.supplement.published.text.to_owned()),
        ];
        match related.len() {
            0 => {}
            1 => values.push(("one-more", "1".into())),
            more => values.push(("more", more.to_string())),
        }
        let hit = Hit { values, page: first.supplement.page, ..Hit::default() };
        let (severity, said) = statement::of_hit(rule, &hit, Some(first.cited.clone()));
        findings.push(Finding { rule: rule.id, severity, said, primary: first.first.clone(), related });
    }
    findings
}

//! The reduce: what all documents together give, sorted, counted and ready for a writer.

use jiff::civil::Date;

use super::document::Examined;
use super::facts::Facts;
use super::inventory::{Inventory, Listed};
use super::transition::{Transition, Worklist};
use crate::finding::{Acknowledged, Finding, Note, Severity, Skipped};

/// What the documents of a run gave so far; order does not matter until it is finished.
#[derive(Debug, Default)]
pub struct Collected {
    /// How many documents were examined.
    pub documents: usize,
    /// Files and folders that were not read.
    pub skipped: Vec<Skipped>,
    findings: Vec<Finding>,
    acknowledged: Vec<Acknowledged>,
    facts: Facts,
    listed: Vec<Listed>,
    worklist: Worklist,
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
        self.facts.merge(examined.facts);
        self.listed.extend(examined.listed);
        self.worklist.merge(examined.worklist);
        self.notes.extend(examined.notes);
    }

    /// Adds what another thread collected.
    pub fn merge(&mut self, other: Self) {
        self.documents += other.documents;
        self.skipped.extend(other.skipped);
        self.findings.extend(other.findings);
        self.acknowledged.extend(other.acknowledged);
        self.facts.merge(other.facts);
        self.listed.extend(other.listed);
        self.worklist.merge(other.worklist);
        self.notes.extend(other.notes);
    }

    /// Looks at the whole set and puts everything in order.
    #[must_use]
    pub fn finish(mut self, as_of: Date) -> Report {
        let of_set = std::mem::take(&mut self.facts).findings(as_of);
        self.findings.extend(of_set);
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

    /// Puts what must be changed in order.
    #[must_use]
    pub fn transition(mut self, as_of: Date) -> Transition {
        self.skipped.sort();
        self.worklist.finish(as_of, self.documents, self.skipped)
    }
}

impl Report {
    /// True if a finding is at least as grave as `limit`.
    #[must_use]
    pub fn reaches(&self, limit: Severity) -> bool {
        self.findings.iter().any(|one| one.severity >= limit)
    }
}

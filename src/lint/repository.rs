//! The reduce: what all documents together give, sorted, counted and ready for a writer.

use std::sync::Arc;

use jiff::civil::Date;

use super::cost::Costs;
use super::coverage::{Coverage, covered};
use super::document::Examined;
use super::elements::{self, Set};
use super::facts::{Facts, IsExcused, OfSet};
use super::inventory::{Inventory, Listed};
use super::settings::Settings;
use super::system::{Decision, Sign};
use super::transition::{Transition, Worklist};
use crate::comment::{Comment, Verb};
use crate::finding::{Acknowledged, Finding, Note, Severity, Skipped, Suppressed};
use crate::rule::Selection;
use crate::rule::facts::DocumentFacts;

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
    surveyed: Vec<DocumentFacts>,
    sign: Option<Sign>,
    worklist: Worklist,
    notes: Vec<Note>,
    comments: Vec<Comment>,
    /// Comments of documents that belong to the set and are not examined.
    aside: Vec<Comment>,
    costs: Costs,
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
    /// What somebody has suppressed, sorted by place.
    pub suppressed: Vec<Suppressed>,
    /// What the baseline knows, sorted by place.
    pub known: Vec<Finding>,
    /// What was not read, sorted by path.
    pub skipped: Vec<Skipped>,
    /// What people should know of documents that were read, sorted by place.
    pub notes: Vec<Note>,
    /// Counts.
    pub summary: Summary,
    /// Whether the set was looked at as a whole.
    pub decision: Decision,
    /// The rules that were followed.
    pub selection: Selection,
}

/// Counts of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
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
    /// Findings that somebody has suppressed.
    pub suppressed: usize,
    /// Findings that the baseline knows.
    pub known: usize,
    /// Files and folders not read.
    pub skipped: usize,
}

/// Adds more to a list; one that is empty is replaced, so that nothing is copied.
pub(super) fn append<T>(all: &mut Vec<T>, more: Vec<T>) {
    if all.is_empty() {
        *all = more;
    } else {
        all.extend(more);
    }
}

impl Collected {
    /// Adds what a document, or a window of one, gave.
    pub fn add(&mut self, examined: Examined) {
        append(&mut self.findings, examined.findings);
        append(&mut self.acknowledged, examined.acknowledged);
        self.facts.merge(examined.facts);
        append(&mut self.listed, examined.listed);
        self.worklist.merge(examined.worklist);
        append(&mut self.notes, examined.notes);
        self.costs.add(examined.cost);
        self.sign(examined.sign);
        if let Some((reach, last)) = examined.awaited.zip(self.comments.last()) {
            let path = Arc::clone(&last.label.place.path);
            let awaits =
                |one: &&mut Comment| one.label.place.path == path && one.verb == Verb::NextLine && one.reach.is_none();
            self.comments.iter_mut().rev().take_while(awaits).for_each(|one| one.reach = Some(reach.clone()));
        }
        append(&mut self.comments, examined.comments);
    }

    /// Adds findings that no document gave.
    pub fn found(&mut self, findings: impl IntoIterator<Item = Finding>) {
        self.findings.extend(findings);
    }

    /// True if there is nothing in it but a number of documents.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self {
            documents: _, skipped, findings, acknowledged, facts, listed, surveyed, sign, worklist, notes, ..
        } = self;
        let Self { comments, aside, costs, .. } = self;
        let is_judged = !findings.is_empty() || !acknowledged.is_empty() || !facts.is_empty() || sign.is_some();
        let is_listed = !listed.is_empty() || !surveyed.is_empty() || !worklist.is_empty();
        let is_told = !skipped.is_empty() || !notes.is_empty() || !comments.is_empty() || !aside.is_empty();
        !is_judged && !is_listed && !is_told && costs.of_format.is_empty()
    }

    /// Adds what another thread collected.
    pub fn merge(&mut self, other: Self) {
        self.documents += other.documents;
        append(&mut self.skipped, other.skipped);
        append(&mut self.findings, other.findings);
        append(&mut self.acknowledged, other.acknowledged);
        self.facts.merge(other.facts);
        append(&mut self.listed, other.listed);
        self.worklist.merge(other.worklist);
        append(&mut self.notes, other.notes);
        append(&mut self.surveyed, other.surveyed);
        append(&mut self.comments, other.comments);
        append(&mut self.aside, other.aside);
        self.costs.merge(other.costs);
        self.sign(other.sign);
    }

    /// What its documents cost, to be added to.
    pub fn costs(&mut self) -> &mut Costs {
        &mut self.costs
    }

    /// Adds what there is to know of a document.
    pub fn note(&mut self, note: Note) {
        self.notes.push(note);
    }

    /// Adds what shows that the set belongs to a service management system; the best is kept.
    pub fn sign(&mut self, sign: Option<Sign>) {
        let is_better = |one: &Sign| self.sign.as_ref().is_none_or(|own| one.order(own).is_lt());
        if let Some(sign) = sign.filter(is_better) {
            self.sign = Some(sign);
        }
    }

    /// What shows best that the set belongs to a service management system.
    #[must_use]
    pub fn best_sign(&self) -> Option<&Sign> {
        self.sign.as_ref()
    }

    /// Takes over what each document tells of the set, from a run that asked for it.
    pub fn take_survey(&mut self, other: Self) {
        self.surveyed = other.surveyed;
    }

    /// Takes over what shows that the whole set is a system's, and what comments say in documents that only belong to the
    /// set and are not examined.
    pub fn take_set(&mut self, set: Self, is_examined: &dyn Fn(&str) -> bool) {
        self.sign(set.sign);
        self.aside = set.comments;
        self.aside.retain(|one| !is_examined(&one.label.place.path));
    }

    /// Adds what a document tells of the set; of a large one what its first window tells.
    pub fn survey(&mut self, facts: DocumentFacts) {
        if self.surveyed.last().is_none_or(|last| last.path != facts.path) {
            self.surveyed.push(facts);
        }
    }

    /// What comments say to sms-lint, in the order of their places: first those of documents that are examined, then those
    /// of others of the set.
    #[must_use]
    pub fn take_comments(&mut self) -> [Vec<Comment>; 2] {
        [&mut self.comments, &mut self.aside].map(|all| {
            let mut comments = std::mem::take(all);
            comments.sort_by(|a, b| a.label.place.cmp(&b.label.place));
            comments
        })
    }

    /// Looks at the whole set and puts everything in order; nothing is suppressed.
    #[must_use]
    pub fn finish(self, settings: Settings, decision: Decision) -> Report {
        self.finish_without(settings, decision, &mut |_, _, _| false).0
    }

    /// The same without the places that are excused; what would be found at these is given too.
    #[must_use]
    pub fn finish_without(
        mut self,
        settings: Settings,
        decision: Decision,
        is_excused: &mut IsExcused<'_>,
    ) -> (Report, Vec<Finding>) {
        let as_of = settings.as_of;
        if decision.is_checked() {
            self.order_surveyed();
            let sign = self.sign.as_ref();
            let set = Set {
                facts: &self.surveyed,
                sign: sign.map(|one| &one.label),
                is_claim: sign.is_some_and(|one| one.is_claim),
            };
            self.findings.extend(set.findings());
            self.notes.extend(set.note());
        }
        let set = (settings.selection, decision.knows_set());
        let OfSet { findings, mut excused } = std::mem::take(&mut self.facts).of_set(as_of, set, is_excused);
        self.findings.extend(findings);
        self.findings.retain(|one| settings.selection.has(one.rule));
        excused.retain(|one| settings.selection.has(one.rule));
        self.acknowledged.retain(|one| settings.selection.has(one.finding.rule));
        let asked = self.findings.iter_mut().chain(self.acknowledged.iter_mut().map(|one| &mut one.finding));
        for finding in asked {
            finding.severity = settings.selection.severity(finding.rule).unwrap_or(finding.severity);
        }
        self.findings.sort_by_cached_key(Finding::key);
        self.acknowledged.sort_by_cached_key(|one| one.finding.key());
        self.skipped.sort();
        self.notes.sort();
        let mut report = Report {
            as_of,
            findings: self.findings,
            acknowledged: self.acknowledged,
            suppressed: Vec::new(),
            known: Vec::new(),
            skipped: self.skipped,
            notes: self.notes,
            summary: Summary { documents: self.documents, ..Summary::default() },
            decision,
            selection: settings.selection,
        };
        report.count();
        (report, excused)
    }

    /// Sorts what documents tell, and lets those count to which the others link.
    fn order_surveyed(&mut self) {
        self.surveyed.sort_by(|a, b| a.path.cmp(&b.path));
        elements::join(&mut self.surveyed);
    }

    /// What the documents cover.
    #[must_use]
    pub fn coverage(mut self, as_of: Date) -> Coverage {
        self.order_surveyed();
        self.skipped.sort();
        Coverage { as_of, documents: self.documents, elements: covered(&self.surveyed), skipped: self.skipped }
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
    /// Leaves out what was found in documents that `is_wanted` does not want; what concerns the set stays.
    pub fn narrow(&mut self, is_wanted: &dyn Fn(&str) -> bool) {
        let selection = self.selection;
        let concerns_set = |rule: &str| selection.all().any(|one| one.id == rule && one.check.is_of_many());
        let is_kept = |one: &Finding| concerns_set(one.rule) || is_wanted(&one.primary.place.path);
        self.findings.retain(is_kept);
        self.known.retain(is_kept);
        self.acknowledged.retain(|one| is_kept(&one.finding));
        self.suppressed.retain(|one| is_kept(&one.finding));
        self.count();
    }

    /// Counts again what the lists hold.
    pub fn count(&mut self) {
        let count = |severity| self.findings.iter().filter(|one| one.severity == severity).count();
        self.summary = Summary {
            documents: self.summary.documents,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            advice: count(Severity::Advice),
            acknowledged: self.acknowledged.len(),
            suppressed: self.suppressed.len(),
            known: self.known.len(),
            skipped: self.skipped.len(),
        };
    }

    /// True if a finding is at least as grave as `limit`.
    #[must_use]
    pub fn reaches(&self, limit: Severity) -> bool {
        self.findings.iter().any(|one| one.severity >= limit)
    }
}

//! Parts what was found into what is open, what is suppressed, what is known and what is history by somebody's word.

use std::path::Path;

use super::baseline::{self, Baseline, Known};
use super::comments::Comments;
use super::entries::Entries;
use super::lapse::{Lapses, Reach};
use super::list::{Listed, Lister};
use super::policy::Policy;
use super::rules::Rules;
use crate::comment::Until;
use crate::config::Config;
use crate::finding::{Acknowledged, Finding, Suppressed, Suppressor};
use crate::lint::{Collected, Decision, Report, Settings, Subject};
use crate::rule::check::suppression::Form;
use crate::rule::{Check, Rule, Selection, set};
use crate::source::Place;

/// By what findings may be suppressed in a run.
#[derive(Clone, Copy)]
pub struct Means<'a> {
    /// The configuration.
    pub config: &'a Config,
    /// The baseline, if there is one.
    pub baseline: Option<&'a Baseline>,
    /// True if nothing is suppressed, so that what would be is shown.
    pub is_off: bool,
    /// True if no configuration is read, so that comments may name rules that are not known.
    pub is_isolated: bool,
    /// If every suppression is to be listed: how many days before its last one it is expiring.
    pub listed: Option<u32>,
    /// Tells of a folder whether the run looks at all of it, and of a file whether it looks at it.
    pub covers: &'a dyn Fn(&Path) -> bool,
}

impl<'a> Means<'a> {
    /// A configuration and a baseline that are in force over all that is looked at, with nothing else asked for.
    #[must_use]
    pub fn of(config: &'a Config, baseline: Option<&'a Baseline>) -> Self {
        Self { config, baseline, is_off: false, is_isolated: false, listed: None, covers: &|_| true }
    }
}

/// A report with what becomes of the baseline.
#[derive(Debug)]
pub struct Judged {
    /// The report.
    pub report: Report,
    /// How much of each entry of the baseline is left over.
    pub left: Vec<u32>,
    /// Numbers of the entries of which something is gone, ascending.
    pub stale: Vec<usize>,
    /// Every suppression, sorted by place, if they are to be listed.
    pub listed: Vec<Listed>,
}

/// What suppresses a finding, by its number.
#[derive(Clone, Copy, Debug)]
enum Source {
    Comment(usize),
    Entry(usize),
    History(usize),
}

/// Finishes a run with what is suppressed and what is known in lists of their own.
#[must_use]
pub fn judge(mut collected: Collected, settings: Settings, decision: Decision, means: Means<'_>) -> Judged {
    if means.is_off {
        return Judged::of(collected.finish(settings, decision));
    }
    let policy = Policy::of(means.config, settings.as_of, means.is_isolated);
    let mut rules = Rules::new(settings.selection);
    let comments = Comments::new(collected.take_comments(), &policy, &mut rules);
    let entries = Entries::new(means.config, &policy, &mut rules);
    let mut shield = Shield { comments, entries };
    let mut is_excused = |rule, place: &Place, subject: Subject<'_>| shield.look(rule, place, Some(subject)).is_some();
    let (report, excused) = collected.finish_without(settings, decision, &mut is_excused);
    let mut judged = Judged::of(report);
    shield.part(&mut judged.report, excused);
    let reach = reach(settings.selection, &rules, decision, (means.covers)(&means.config.folder));
    let mut lapses = Lapses { policy: &policy, reach, selection: settings.selection, found: Vec::new() };
    lapses.of_comments(&shield.comments);
    lapses.of_entries(&shield.entries);
    if let Some(baseline) = means.baseline {
        judged.recognise(baseline);
        judged.stale = lapses.of_baseline(baseline, &judged, means.covers);
    }
    if let Some(days) = means.listed {
        let lister = Lister { lapses: &lapses, days };
        judged.listed = lister.list(&shield.comments, &shield.entries, means.baseline.map(|one| (one, &judged)));
    }
    let report = &mut judged.report;
    report.findings.extend(lapses.found);
    if !report.findings.is_sorted_by_key(Finding::key) {
        report.findings.sort_by_cached_key(Finding::key);
    }
    report.acknowledged.sort_by_cached_key(|one| one.finding.key());
    report.count();
    judged
}

impl Judged {
    fn of(report: Report) -> Self {
        Self { report, left: Vec::new(), stale: Vec::new(), listed: Vec::new() }
    }

    /// Moves what a baseline knows out of the findings.
    fn recognise(&mut self, baseline: &Baseline) {
        let findings = std::mem::take(&mut self.report.findings);
        let (own, found) = findings.into_iter().partition(is_own);
        let Known { open, known, left } = baseline::match_against(baseline, found);
        self.report.findings = own;
        self.report.findings.extend(open);
        self.report.known = known;
        self.left = left;
    }
}

/// True for a finding that cannot be suppressed.
fn is_own(finding: &Finding) -> bool {
    set::rules().iter().any(|rule| rule.id == finding.rule && rule.check.is_of_suppressing())
}

/// What a run could have found.
fn reach(selection: Selection, rules: &Rules, decision: Decision, is_whole: bool) -> Reach {
    let ran = |rule: &&Rule| {
        let needs_set = rule.check.is_of_set();
        let needs_others = rule.check == Check::MixedEditions;
        !(needs_set && !decision.is_checked() || needs_others && decision == Decision::FilesOnly)
    };
    let on = |rule: &&'static Rule| selection.has(rule.id);
    let all = rules.all();
    Reach {
        rules: selection.all().filter(on).filter(ran).map(|rule| rule.id).collect(),
        is_all: all.iter().all(|id| selection.has(id)),
        all,
        is_whole,
    }
}

/// Everything that suppresses.
struct Shield<'a> {
    comments: Comments,
    entries: Entries<'a>,
}

impl Shield<'_> {
    fn look(&mut self, rule: &'static str, place: &Place, subject: Option<Subject<'_>>) -> Option<Source> {
        let comment = self.comments.look(rule, place).map(Source::Comment);
        let entry = self.entries.look(rule, place, subject).map(Source::Entry);
        let history = subject.and_then(|_| self.comments.history(&place.path)).map(Source::History);
        comment.or(entry).or(history)
    }

    /// Moves what is suppressed out of the findings of a report; `excused` is what is found at suppressed places only.
    fn part(&mut self, report: &mut Report, excused: Vec<Finding>) {
        let mut source_of = |finding: &Finding| {
            let subject = finding.said.cited.as_ref().map(Subject::from);
            let source = self.look(finding.rule, &finding.primary.place, subject).filter(|_| !is_own(finding));
            if subject.is_some() {
                self.comments.meet_history(&finding.primary.place.path);
            }
            source
        };
        let sources: Vec<Option<Source>> = report.findings.iter().map(&mut source_of).collect();
        // In most runs nothing is suppressed, and many findings are left where they are.
        if sources.iter().any(Option::is_some) {
            for (finding, source) in std::mem::take(&mut report.findings).into_iter().zip(sources) {
                self.put(finding, source, report);
            }
        }
        for finding in excused {
            let subject = finding.said.cited.as_ref().map(Subject::from);
            let places = std::iter::once(&finding.primary.place).chain(finding.related.iter().map(|one| &one.place));
            let source = places.into_iter().find_map(|place| self.look(finding.rule, place, subject));
            self.put(finding, source, report);
        }
        report.suppressed.sort_by_cached_key(|one| one.finding.key());
    }

    fn put(&mut self, finding: Finding, source: Option<Source>, report: &mut Report) {
        match source {
            None => report.findings.push(finding),
            Some(Source::Comment(at)) => {
                let comment = &self.comments.all[at].comment;
                let until = match comment.until {
                    Some(Until::Day(day)) => Some(day),
                    Some(Until::Malformed(_)) | None => None,
                };
                let because = comment.reason.clone().unwrap_or_default();
                let at = comment.label.place.clone();
                report.suppressed.push(Suppressed { finding, by: Suppressor::Comment, because, until, at });
            }
            Some(Source::Entry(at)) => {
                let entry = &self.entries.all[at];
                let by = match entry.form {
                    Form::Allow | Form::Comment => Suppressor::Allow,
                    Form::PerPath => Suppressor::PerPath,
                };
                let because = entry.reason.unwrap_or_default().to_owned();
                let at = entry.label.place.clone();
                report.suppressed.push(Suppressed { finding, by, because, until: entry.until, at });
            }
            Some(Source::History(at)) => {
                self.comments.all[at].used.fill(true);
                let comment = &self.comments.all[at].comment;
                let reason = comment.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
                let because = format!("the document says that it is historical{reason}");
                report.acknowledged.push(Acknowledged { finding, because });
            }
        }
    }
}

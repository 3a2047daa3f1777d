//! What is wrong with the suppressions themselves.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use super::baseline::{Baseline, Entry as Known, Paths, Row};
use super::comments::{Comments, Held};
use super::entries::{Entries, Entry};
use super::judge::Judged;
use super::policy::{Policy, Standing};
use super::rules::Ids;
use crate::comment::Verb;
use crate::finding::{Finding, Label, hash};
use crate::lint::statement;
use crate::rule::check::suppression::{self, Form, Lapse};
use crate::rule::{Check, Hit, Selection, set};

/// What a run could have found, so that a suppression that met nothing is one for nothing.
#[derive(Debug)]
pub(super) struct Reach {
    /// The rules that were followed to their end.
    pub rules: Vec<&'static str>,
    /// Every rule that can be suppressed.
    pub all: Ids,
    /// Whether each of them was asked for.
    pub is_all: bool,
    /// Whether every document was looked at for which the configuration speaks.
    pub is_whole: bool,
}

/// Collects the findings.
pub(super) struct Lapses<'a> {
    pub policy: &'a Policy,
    pub reach: Reach,
    pub selection: Selection,
    pub found: Vec<Finding>,
}

impl Lapses<'_> {
    /// What is wrong with comments.
    pub fn of_comments(&mut self, comments: &Comments) {
        for held in comments.all.iter().filter(|held| !held.is_aside) {
            if self.is_off(held) {
                continue;
            }
            let label = &held.comment.label;
            for puzzle in held.puzzles(&Arc::clone(&self.reach.all), self.policy.is_isolated) {
                self.add(Lapse::Unknown, &suppression::unknown(puzzle), label);
            }
            match held.standing {
                Standing::Unreasoned => self.add(Lapse::Unreasoned, &suppression::unreasoned(Form::Comment), label),
                Standing::Expired if held.used.contains(&true) => {
                    if let Some(expiry) = self.policy.expiry(held.end()) {
                        self.add(Lapse::Expired, &suppression::expired(expiry), label);
                    }
                }
                Standing::Expired | Standing::Counts => self.unused(held),
                Standing::Meaningless => {}
            }
        }
    }

    /// True for a comment that speaks only of rules that are not followed.
    fn is_off(&self, held: &Held) -> bool {
        let is_off = |ids: &Ids| !ids.is_empty() && !ids.iter().any(|id| self.selection.has(id));
        !held.comment.selectors.is_empty() && held.rules.iter().all(|rules| rules.as_ref().is_some_and(is_off))
    }

    /// Numbers of the selectors of a comment that met nothing though the run could have found it.
    pub fn idle(&self, held: &Held) -> Vec<usize> {
        match held.comment.verb {
            Verb::NextLine | Verb::Line | Verb::Start | Verb::File => {}
            // A document is taken as history whether or not something in it asks for that.
            Verb::End | Verb::Historical | Verb::Unknown => return Vec::new(),
        }
        let is_judged = |rules: &Ids| match held.comment.selectors.as_slice() {
            [] => self.reach.is_all,
            _ => !rules.is_empty() && self.ran(rules),
        };
        let is_idle = |at: &usize| !held.used[*at] && held.rules[*at].as_ref().is_some_and(is_judged);
        if held.is_aside { Vec::new() } else { (0..held.rules.len()).filter(is_idle).collect() }
    }

    fn unused(&mut self, held: &Held) {
        let comment = &held.comment;
        let unused = self.idle(held);
        if unused.is_empty() {
            return;
        }
        let rules: Vec<&str> = unused.iter().filter_map(|at| comment.selectors.get(*at)).map(String::as_str).collect();
        let hit = suppression::unused(Form::Comment, &rules, held.used.contains(&true));
        self.add(Lapse::Unused, &hit, &comment.label);
    }

    /// What is wrong with entries of the configuration.
    pub fn of_entries(&mut self, entries: &Entries<'_>) {
        for entry in &entries.all {
            let label = &entry.label;
            match entry.standing {
                Standing::Unreasoned => self.add(Lapse::Unreasoned, &suppression::unreasoned(entry.form), label),
                Standing::Expired if entry.used => {
                    if let Some(expiry) = self.policy.expiry(entry.end()) {
                        self.add(Lapse::Expired, &suppression::expired(expiry), label);
                    }
                }
                Standing::Expired | Standing::Counts if !entry.used && self.is_judged(entry) => {
                    self.add(Lapse::Unused, &suppression::unused(entry.form, &entry.selectors, false), label);
                }
                Standing::Expired | Standing::Counts | Standing::Meaningless => {}
            }
        }
    }

    /// Entries of a baseline for what is gone, as far as the run could have found it; gives their numbers.
    pub fn of_baseline(&mut self, baseline: &Baseline, judged: &Judged, covers: &dyn Fn(&Path) -> bool) -> Vec<usize> {
        let mut paths = Paths::of(baseline);
        let skipped: Vec<Option<String>> =
            judged.report.skipped.iter().map(|one| paths.relative(&one.path.as_str().into())).collect();
        let skipped: HashSet<&str> = skipped.iter().filter_map(Option::as_deref).collect();
        let is_looked_at = |row: &Row| match &row.path {
            None => covers(&paths.folder),
            Some(path) => !skipped.contains(path.as_str()) && covers(&paths.folder.join(path)),
        };
        let left = judged.left.iter().zip(&baseline.entries).enumerate();
        let is_whole = covers(&paths.folder);
        let is_no_rule = |row: &Row| is_whole && self.selection.all().all(|rule| rule.id != row.rule);
        let is_stale = |row: &Row, left: u32| {
            let is_judged = self.reach.rules.contains(&row.rule.as_str()) || is_no_rule(row);
            (left > 0 && is_judged || row.count == 0) && is_looked_at(row)
        };
        let stale = left.filter(|(_, (left, entry))| is_stale(&entry.row, **left));
        let stale: Vec<usize> = stale.map(|(at, _)| at).collect();
        let mut locator = baseline.source.locator();
        for at in &stale {
            let Known { row, span } = &baseline.entries[*at];
            let label = Label::of(&baseline.source, *span, locator.place(*span));
            let named: Vec<&str> = [&row.citation, &row.path].into_iter().flatten().map(String::as_str).collect();
            self.put(Check::StaleBaseline, &suppression::stale(&row.rule, &named), &label);
        }
        stale
    }

    /// True if the run could have found all that an entry may suppress.
    pub fn is_judged(&self, entry: &Entry<'_>) -> bool {
        self.reach.is_whole && self.ran(&entry.rules)
    }

    fn ran(&self, rules: &Ids) -> bool {
        rules.iter().all(|id| self.reach.rules.contains(id))
    }

    fn add(&mut self, lapse: Lapse, hit: &Hit, label: &Label) {
        self.put(Check::Suppression(lapse), hit, label);
    }

    fn put(&mut self, check: Check, hit: &Hit, label: &Label) {
        let Some(rule) = set::rule_for(check) else { return };
        if !self.selection.has(rule.id) {
            return;
        }
        let found = statement::finding(rule, hit, None, label.clone());
        let severity = self.selection.severity(rule.id).unwrap_or(found.severity);
        self.found.push(Finding { severity, sentence: Some(hash(&label.text)), ..found });
    }
}

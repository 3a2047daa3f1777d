//! What is wrong with the suppressions themselves.

use std::sync::Arc;

use super::comments::{Comments, Held};
use super::entries::{Entries, Entry};
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
        for held in &comments.all {
            let label = &held.comment.label;
            for puzzle in held.puzzles(&Arc::clone(&self.reach.all)) {
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

    fn unused(&mut self, held: &Held) {
        match held.comment.verb {
            Verb::NextLine | Verb::Line | Verb::Start | Verb::File => {}
            Verb::End | Verb::Historical | Verb::Unknown => return,
        }
        let comment = &held.comment;
        let is_judged = |rules: &Ids| match comment.selectors.as_slice() {
            [] => self.reach.is_all,
            _ => !rules.is_empty() && self.ran(rules),
        };
        let unused = |at: &usize| !held.used[*at] && held.rules[*at].as_ref().is_some_and(is_judged);
        let unused: Vec<usize> = (0..held.rules.len()).filter(unused).collect();
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

    fn is_judged(&self, entry: &Entry<'_>) -> bool {
        self.reach.is_whole && self.ran(&entry.rules)
    }

    fn ran(&self, rules: &Ids) -> bool {
        rules.iter().all(|id| self.reach.rules.contains(id))
    }

    fn add(&mut self, lapse: Lapse, hit: &Hit, label: &Label) {
        let Some(rule) = set::rule_for(Check::Suppression(lapse)) else { return };
        if !self.selection.has(rule.id) {
            return;
        }
        let (severity, said) = statement::of_hit(rule, hit, None);
        let severity = self.selection.severity(rule.id).unwrap_or(severity);
        let sentence = Some(hash(&label.text));
        let primary = label.clone();
        self.found.push(Finding { rule: rule.id, severity, said, primary, related: Vec::new(), fix: None, sentence });
    }
}

//! Runs a rule on one of its examples, in memory: the same steps that a run makes.

use std::path::Path;

use jiff::civil::Date;

use super::document::{Settings, examine};
use super::repository::{Collected, Report};
use super::setting;
use super::survey::survey;
use super::system::Decision;
use crate::config::{Config, NAMES};
use crate::document::Format;
use crate::finding::Finding;
use crate::rule::{Example, Rule};
use crate::source::SourceFile;

/// What the rule finds in an example; the files are the whole set that it belongs to.
#[must_use]
pub fn found(rule: &Rule, example: &Example, settings: Settings) -> Vec<Finding> {
    let decision = if rule.check.is_of_set() { Decision::Asked } else { Decision::Declined };
    let mut findings = report(example.files, settings, decision).findings;
    findings.retain(|finding| finding.rule == rule.id);
    findings
}

/// The report on documents given by path and text.
#[must_use]
pub fn report(files: &[(&str, &str)], settings: Settings, decision: Decision) -> Report {
    let mut collected = Collected::default();
    for (path, text) in files {
        let source = SourceFile::from_text(path, text);
        if NAMES.contains(path) {
            collected.found(of_configuration(&source, files, settings.as_of));
            continue;
        }
        let format = Format::of(Path::new(path)).unwrap_or(Format::Plain);
        if decision.is_checked() {
            collected.survey(survey(&source, format));
            collected.sign(examine(&source, format, settings).sign);
        }
        collected.add(examine(&source, format, settings));
    }
    collected.finish(settings, decision)
}

/// What is wrong with the configuration of an example.
fn of_configuration(source: &SourceFile, files: &[(&str, &str)], on: Date) -> Vec<Finding> {
    let Ok(config) = Config::of_text(source.clone()) else { return Vec::new() };
    let fits = |pattern: &crate::config::Pattern| files.iter().any(|(path, _)| pattern.matches(path));
    let unmatched: Vec<_> = config.patterns().into_iter().filter(|(_, one)| !fits(one)).collect();
    let unmatched: Vec<_> = unmatched.into_iter().map(|(mark, one)| (mark, one.text)).collect();
    let mut found = setting::unmatched(&config, &unmatched);
    found.extend(setting::outdated(&config, on));
    found
}

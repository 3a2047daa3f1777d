//! example: runs a rule on one of its examples, in memory: the same steps that a run makes.

use std::path::Path;

use jiff::civil::{Date, date};

use crate::config::{Config, NAMES, absolute};
use crate::document::Format;
use crate::finding::Finding;
use crate::lint::survey::survey;
use crate::lint::{Collected, Decision, Report, Settings, examine, setting};
use crate::rule::{Example, Rule};
use crate::source::SourceFile;
use crate::suppress::{Means, baseline, judge};

/// The day as on which examples are judged, so that those with dates do not age.
pub const DAY: Date = date(2026, 11, 22);

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
    let (mut config, mut baseline) = (Config::none(), None);
    for (path, text) in files {
        let source = SourceFile::from_text(path, text);
        if *path == baseline::NAME {
            baseline = baseline::of_source(Path::new(path), source).ok();
            continue;
        }
        if NAMES.contains(path) {
            config = Config::of_text(source).unwrap_or_else(|_| Config::none());
            collected.found(of_configuration(&config, files, settings.as_of));
            continue;
        }
        let format = Format::of(Path::new(path)).unwrap_or(Format::Plain);
        if decision.is_checked() {
            collected.survey(survey(&source, format, Some(settings.as_of)));
            collected.sign(examine(&source, format, settings).sign);
        }
        collected.add(examine(&source, format, settings));
    }
    // Paths of examples count from the folder of the run, and so do those of their configuration.
    config.folder = absolute(Path::new("."));
    let means = Means::of(&config, baseline.as_ref());
    judge(collected, settings, decision, means).report
}

/// What is wrong with the configuration of an example.
fn of_configuration(config: &Config, files: &[(&str, &str)], on: Date) -> Vec<Finding> {
    let fits = |pattern: &crate::config::Pattern| files.iter().any(|(path, _)| pattern.matches(path));
    let unmatched: Vec<_> = config.patterns().into_iter().filter(|(_, one)| !fits(one)).collect();
    let unmatched: Vec<_> = unmatched.into_iter().map(|(mark, one)| (mark, one.text)).collect();
    let mut found = setting::unmatched(config, &unmatched);
    found.extend(setting::outdated(config, on));
    found
}

//! Findings about the configuration.

use jiff::civil::Date;

use super::statement;
use crate::config::Config;
use crate::finding::Finding;
use crate::rule::check::{Hit, SettingFault, setting};
use crate::rule::{Check, set};
use crate::yaml::Mark;

/// The findings at patterns that fit no file.
#[must_use]
pub fn unmatched(config: &Config, patterns: &[(Mark, String)]) -> Vec<Finding> {
    let found = patterns.iter();
    found
        .filter_map(|(mark, text)| finding(config, *mark, SettingFault::UnmatchedPattern, &setting::unmatched(text)))
        .collect()
}

/// The finding at the age that the catalogue may have, if it is older.
#[must_use]
pub fn outdated(config: &Config, on: Date) -> Option<Finding> {
    let most = config.keys.max_catalogue_age?;
    let hit = setting::outdated(most.value, on)?;
    finding(config, most.mark, SettingFault::OutdatedCatalogue, &hit)
}

fn finding(config: &Config, mark: Mark, fault: SettingFault, hit: &Hit) -> Option<Finding> {
    let rule = set::rule_for(Check::Setting(fault))?;
    let (severity, said) = statement::of_hit(rule, hit, None);
    let primary = config.label(mark);
    Some(Finding { rule: rule.id, severity, said, primary, related: Vec::new(), fix: None, sentence: None })
}

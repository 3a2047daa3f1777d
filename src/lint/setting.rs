//! Findings about the configuration.

use std::path::Path;

use jiff::civil::Date;

use super::declaration::fault;
use super::elements::unknown;
use super::statement;
use super::told::Told;
use crate::config::Config;
use crate::finding::{Finding, Label};
use crate::rule::check::{Hit, SettingFault, setting};
use crate::rule::facts::{Declaration, Misdeclared};
use crate::rule::{Check, set};
use crate::yaml::{At, Mark};

/// The findings at patterns that fit no file.
#[must_use]
pub fn unmatched(config: &Config, patterns: &[(Mark, String)]) -> Vec<Finding> {
    let mut labels = config.labels();
    let found = patterns.iter().filter_map(|(mark, text)| {
        finding(labels.label(*mark), SettingFault::UnmatchedPattern, &setting::unmatched(text))
    });
    found.collect()
}

/// The finding at the age that the catalogue may have, if it is older.
#[must_use]
pub fn outdated(config: &Config, on: Date) -> Option<Finding> {
    let most = config.keys.max_catalogue_age?;
    let hit = setting::outdated(most.value, on)?;
    finding(config.label(most.mark), SettingFault::OutdatedCatalogue, &hit)
}

/// What the configuration says of elements that counts; `shown` says how reports name a path.
#[must_use]
pub fn told(config: &Config, shown: &dyn Fn(&Path) -> String) -> Told {
    let texts = |all: &[At<String>]| all.iter().map(|one| one.value.clone()).collect();
    let synonyms = config.keys.elements.synonyms.iter().map(|(id, all)| (id.value.clone(), texts(all)));
    let declared = declared(config).filter(|(_, one)| one.fault.is_none());
    let declarations = declared.map(|(path, one)| (shown(&config.folder.join(&path.value)), one));
    Told { synonyms: synonyms.collect(), declarations: declarations.collect() }
}

/// The findings at declarations of the configuration: clauses and standards that do not exist, documents that are not
/// there.
#[must_use]
pub fn misdeclared(config: &Config) -> Vec<Finding> {
    let rule = set::rule_for(Check::UnknownDeclaration);
    let wrong = declared(config).filter(|(_, one)| one.fault.is_some());
    let mut found: Vec<Finding> =
        rule.map(|rule| wrong.map(|(_, one)| unknown(rule, &one)).collect()).unwrap_or_default();
    for (path, _) in config.keys.elements.declarations.iter() {
        if !config.folder.join(&path.value).is_file() {
            let hit = setting::absent(&path.value);
            found.extend(finding(config.label(path.mark), SettingFault::UnmatchedPattern, &hit));
        }
    }
    found
}

/// Every declaration of the configuration with the document it is about, at its place.
fn declared(config: &Config) -> impl Iterator<Item = (&At<String>, Declaration)> {
    config.keys.elements.declarations.iter().flat_map(move |(path, standards)| {
        standards.iter().flat_map(move |(standard, clauses)| {
            clauses.iter().map(move |clause| {
                let fault = fault(&standard.value, &clause.value);
                let mark = if fault == Some(Misdeclared::Standard) { standard.mark } else { clause.mark };
                let (standard, clause) = (standard.value.clone(), clause.value.clone());
                (path, Declaration { standard, clause, label: config.label(mark), fault, is_empty: false })
            })
        })
    })
}

fn finding(primary: Label, fault: SettingFault, hit: &Hit) -> Option<Finding> {
    Some(statement::finding(set::rule_for(Check::Setting(fault))?, hit, None, primary))
}

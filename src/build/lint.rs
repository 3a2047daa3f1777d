//! `rules/lints/` as a table of constants: one rule a file.

use std::path::Path;

use serde::Deserialize;

use crate::element::{self, Element, Kept, Parts, Phrases, Topic};
use crate::emit;
use crate::file::{self, Fault};
use crate::shape;

type Rule = shape::Written<String, Check>;

/// A map with exactly one key, the kind, which keeps the place of a mistake.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Check {
    CitationStatus(Status),
    MissingAmendment(Nothing),
    MissingElement(Box<Element>),
    IncompleteElement(Parts),
    DuplicateElement(Nothing),
    EmptyDeclaration(Nothing),
    UnknownDeclaration(Nothing),
    UnaddressedTopic(Topic),
    MissingDocuments(Vec<Kept>),
    ClauseStatus(ClauseFault),
    MixedEditions(Nothing),
    GuidanceAsRequirement(Nothing),
    Setting(SettingFault),
    Suppression(Lapse),
    StaleBaseline(Nothing),
}

impl Check {
    /// Why one of its phrases cannot be looked for.
    fn fault(&self) -> Option<String> {
        let phrases = match self {
            Self::MissingElement(one) => one.all(),
            Self::IncompleteElement(one) => one.all(),
            Self::UnaddressedTopic(one) => one.all(),
            Self::MissingDocuments(one) => one.all(),
            Self::CitationStatus(_)
            | Self::MissingAmendment(_)
            | Self::ClauseStatus(_)
            | Self::MixedEditions(_)
            | Self::GuidanceAsRequirement(_)
            | Self::Suppression(_)
            | Self::StaleBaseline(_)
            | Self::DuplicateElement(_)
            | Self::EmptyDeclaration(_)
            | Self::UnknownDeclaration(_)
            | Self::Setting(_) => Vec::new(),
        };
        phrases.into_iter().find_map(|phrase| element::fault(phrase))
    }
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ClauseFault {
    UnknownClause,
    RenumberedClause,
    UnknownControl,
    RenumberedControl,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Lapse {
    Unused,
    Expired,
    Unreasoned,
    Unknown,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Status {
    Withdrawn,
    Superseded,
    NeverPublished,
    UnknownEdition,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SettingFault {
    UnmatchedPattern,
    OutdatedCatalogue,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

/// Reads the folder and writes the table.
pub fn table(folder: &Path) -> Result<String, Fault> {
    let mut out = String::from("// Written by the build script from rules/lints.\nstatic RULES: &[Rule] = &[\n");
    for (path, rule) in file::read_all::<Rule>(folder)? {
        if path.file_stem().is_none_or(|stem| *stem != *rule.id) {
            return Err(Fault::new(&path, &format!("the file is not named after its rule, {}", rule.id)));
        }
        check_texts(&rule).map_err(|why| Fault::new(&path, &why))?;
        if let Some(why) = rule.check.fault() {
            return Err(Fault::new(&path, &why));
        }
        out += &show(&rule);
    }
    out += "];\n";
    Ok(out)
}

fn check_texts(rule: &Rule) -> Result<(), String> {
    let texts = [("since", &rule.since), ("rationale", &rule.rationale), ("remedy", &rule.remedy)];
    if let Some((key, _)) = texts.iter().find(|(_, text)| text.is_none()) {
        return Err(format!("the key {key} is missing"));
    }
    let examples = rule.examples.as_ref().ok_or("the key examples is missing")?;
    examples.fault().map_or(Ok(()), Err)
}

fn show(rule: &Rule) -> String {
    let lowered: Vec<(&String, &shape::Level)> = rule.lowered.iter().collect();
    let check = match &rule.check {
        Check::CitationStatus(status) => format!("Check::CitationStatus(Fault::{status:?})"),
        Check::MissingAmendment(Nothing {}) => "Check::MissingAmendment".into(),
        Check::MissingElement(one) => format!("Check::MissingElement({})", one.show()),
        Check::IncompleteElement(one) => format!("Check::IncompleteElement({})", one.show()),
        Check::DuplicateElement(Nothing {}) => "Check::DuplicateElement".into(),
        Check::EmptyDeclaration(Nothing {}) => "Check::EmptyDeclaration".into(),
        Check::UnknownDeclaration(Nothing {}) => "Check::UnknownDeclaration".into(),
        Check::UnaddressedTopic(one) => format!("Check::UnaddressedTopic({})", one.show()),
        Check::MissingDocuments(all) => format!("Check::MissingDocuments({})", element::show_kept(all)),
        Check::ClauseStatus(fault) => format!("Check::ClauseStatus(ClauseFault::{fault:?})"),
        Check::GuidanceAsRequirement(Nothing {}) => "Check::GuidanceAsRequirement".into(),
        Check::StaleBaseline(Nothing {}) => "Check::StaleBaseline".into(),
        Check::Suppression(lapse) => format!("Check::Suppression(Lapse::{lapse:?})"),
        Check::MixedEditions(Nothing {}) => "Check::MixedEditions".into(),
        Check::Setting(fault) => format!("Check::Setting(SettingFault::{fault:?})"),
    };
    format!(
        "Rule {{ id: {:?}, summary: {:?}, severity: Severity::{:?}, lowered: {}, since: {:?}, clauses: {}, rationale: {:?}, remedy: {:?}, references: {}, check: {check}, message: Message {{ text: {}, label: {}, help: {} }}, good: {}, bad: {} }},\n",
        rule.id,
        rule.summary,
        rule.severity,
        emit::list(&lowered, |(when, severity)| format!("({when:?}, Severity::{severity:?})")),
        rule.since.as_deref().unwrap_or_default(),
        emit::texts(&rule.clauses),
        rule.rationale.as_deref().unwrap_or_default().trim(),
        rule.remedy.as_deref().unwrap_or_default().trim(),
        emit::texts(&rule.references),
        emit::texts(&rule.message.text),
        emit::texts(&rule.message.label),
        emit::texts(&rule.message.help),
        emit::list(rule.examples.as_ref().map_or(&[][..], |all| &all.good), example),
        emit::list(rule.examples.as_ref().map_or(&[][..], |all| &all.bad), example),
    )
}

fn example(example: &shape::Example) -> String {
    let files: Vec<(&String, &String)> = example.files.iter().collect();
    let finds: Vec<(&String, &Vec<String>)> = example.finds.iter().collect();
    format!(
        "Example {{ name: {:?}, files: {}, finds: {} }}",
        example.name,
        emit::list(&files, |(path, text)| format!("({path:?}, {text:?})")),
        emit::list(&finds, |(path, texts)| format!("({path:?}, {})", emit::texts(texts))),
    )
}

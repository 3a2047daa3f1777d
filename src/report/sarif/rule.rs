//! A rule as SARIF describes it.

use super::model::{Configuration, Descriptor, Help, Message, Tags, level};
use crate::finding::Severity;
use crate::rule::Rule;
use crate::rule::message::flowing;

/// The rule with its reasons and its remedy.
pub(super) fn descriptor(rule: &'static Rule) -> Descriptor {
    let (why, remedy) = (rule.rationale.trim(), rule.remedy.trim());
    let links: String = rule.references.iter().map(|link| format!("\n- <{link}>")).collect();
    let mut markdown = format!("## Why it matters\n\n{why}\n\n## What to do\n\n{remedy}\n");
    if !links.is_empty() {
        markdown += &format!("\n## References\n{links}\n");
    }
    Descriptor {
        id: rule.id,
        name: pascal(rule.id),
        short_description: Message { text: format!("{}.", rule.summary) },
        full_description: Message { text: format!("{}. {}", rule.summary, flowing(why)) },
        help: Help { text: flowing(remedy), markdown },
        help_uri: rule.page().or_else(|| rule.references.first().map(|link| (*link).to_owned())),
        default_configuration: Configuration { level: level(rule.severity) },
        properties: Tags {
            tags: ["compliance", "documentation"],
            precision: "high",
            severity: severity(rule.severity),
        },
    }
}

/// The severity as code scanning names it.
fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "recommendation",
    }
}

/// `withdrawn-standard` as `WithdrawnStandard`.
fn pascal(id: &str) -> String {
    id.split('-')
        .flat_map(|word| word.get(..1).into_iter().map(str::to_uppercase).chain(word.get(1..).map(Into::into)))
        .collect()
}

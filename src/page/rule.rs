//! A rule as a page, all rules as a table.

use std::fmt::Write;

use crate::rule::{Rule, model};

/// All rules as a Markdown table.
#[must_use]
pub fn table(rules: &[Rule]) -> String {
    let mut out = String::from("| rule | severity | what it finds |\n|---|---|---|\n");
    for rule in rules {
        let _ = writeln!(out, "| `{}` | {} | {} |", rule.id, severity(rule), rule.summary);
    }
    out
}

/// A rule with its reasons, its remedy and its examples, as Markdown.
#[must_use]
pub fn rule(rule: &Rule) -> String {
    let mut out = format!(
        "# {}\n\n{}.\n\nSeverity: {}. {}.\n\n## Why it matters\n\n{}\n\n## What to do\n\n{}\n",
        rule.id,
        rule.summary,
        severity(rule),
        if rule.since.is_empty() { "A rule of your own".into() } else { format!("Since: {}", rule.since) },
        rule.rationale,
        rule.remedy
    );
    for (title, examples) in [("Found", rule.bad), ("Not found", rule.good)] {
        let _ = write!(out, "\n## {title}\n");
        for example in examples {
            let _ = write!(out, "\n{}:\n", sentence(example.name));
            for (path, text) in example.files {
                let _ = write!(out, "\n`{path}`\n\n~~~~text\n{}\n~~~~\n", text.trim_end());
                let marked = example.finds.iter().filter(|(of, _)| of == path).flat_map(|(_, texts)| *texts);
                let marked: Vec<String> = marked.map(|text| format!("`{}`", text.replace('\n', " "))).collect();
                if !marked.is_empty() {
                    let _ = write!(out, "\nMarked: {}\n", marked.join(", "));
                }
            }
        }
    }
    out.push_str("\n## References\n\n");
    for reference in rule.references {
        let _ = writeln!(out, "- <{reference}>");
    }
    out
}

/// The rules about a clause, with what is wrong with its number if it is one that no edition has.
#[must_use]
pub fn clause(asked: &str, rules: &[&Rule]) -> String {
    let meant = model::clause(asked);
    let mut out = format!("# Clause {meant} of ISO/IEC 20000-1:2018\n\n");
    if meant != asked {
        let _ = write!(
            out,
            "No edition has a clause {asked}: clause 9 of the 2018 edition ends at 9.4. Secondary sources that cite {asked} \
             mean {meant}; a document should cite {meant}.\n\n"
        );
    }
    for rule in rules {
        let _ = write!(
            out,
            "## {}\n\n{}. Severity: {}.\n\n{}\n\n{}\n\n",
            rule.id,
            rule.summary,
            severity(rule),
            rule.rationale,
            rule.remedy
        );
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// The severity, with the circumstances in which it is lower.
fn severity(rule: &Rule) -> String {
    let mut out = rule.severity.name().to_owned();
    for (when, severity) in rule.lowered {
        let when = match *when {
            "recent" => "while its successor is younger than 36 months",
            "adoption-in-force" => "where a national adoption may still be in force",
            other => other,
        };
        let _ = write!(out, "; {} {when}", severity.name());
    }
    out
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

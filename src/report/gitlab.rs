//! Code Quality of GitLab: a list of findings, each with a fingerprint of its own.

use std::collections::HashMap;
use std::io::{self, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::Dossier;
use super::escape::pretty;
use super::scrub::one_line;
use super::sources;
use crate::finding::{Finding, Severity};

#[derive(Serialize)]
struct Entry {
    #[serde(rename = "type")]
    kind: &'static str,
    check_name: &'static str,
    description: String,
    content: Content,
    categories: [&'static str; 1],
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

/// What is shown when somebody asks for more.
#[derive(Serialize)]
struct Content {
    body: String,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

/// Writes the findings as one list. What the report rests on stands in each of them: the format has no other place.
///
/// # Errors
/// What writing to `out` gives.
pub fn write(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    let about: Vec<String> = dossier.about().iter().map(|(name, value)| format!("{name}: {value}")).collect();
    let about = about.join("; ");
    let mut seen: HashMap<String, usize> = HashMap::new();
    let entries: Vec<Entry> = dossier
        .report
        .findings
        .iter()
        .map(|one| {
            let path = dossier.head.rooted(&one.primary.place.path);
            let key = format!("{}\n{path}", one.fingerprint());
            let number = seen.entry(key.clone()).and_modify(|count| *count += 1).or_insert(1);
            let fingerprint = Sha256::digest(format!("{key}\n{number}"));
            let fingerprint = fingerprint.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
            entry(one, path, fingerprint, &about)
        })
        .collect();
    pretty(&entries, out)
}

fn entry(finding: &Finding, path: String, fingerprint: String, about: &str) -> Entry {
    let place = &finding.primary.place;
    let (location, lines) = match &place.location {
        Some(location) => (format!("{location}: "), Lines { begin: 1, end: 1 }),
        None => (String::new(), Lines { begin: place.start.line, end: place.end.line }),
    };
    let sources = match sources::of(finding.said.cited.as_ref()).join("; ") {
        none if none.is_empty() => none,
        sources => format!("sources: {sources}; "),
    };
    Entry {
        kind: "issue",
        check_name: finding.rule,
        description: one_line(&format!("{location}{}. {}", finding.said.message, finding.said.help)).into_owned(),
        content: Content { body: one_line(&format!("{sources}{about}")).into_owned() },
        categories: ["Compatibility"],
        fingerprint,
        severity: match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Advice => "info",
        },
        location: Location { path: one_line(&path).into_owned(), lines },
    }
}

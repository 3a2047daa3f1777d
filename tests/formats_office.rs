//! Tests that one policy says the same in every office format, each citation where a person finds it.

#![cfg(feature = "office")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use sms_lint::document::Format;
use sms_lint::finding::Finding;
use sms_lint::lint::{Buffer, Collected, Decision, Settings, examine_file};

#[path = "common/expected.rs"]
mod expected;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/documents")
}

/// The folders of the formats.
const FORMATS: &[&str] = &["docx", "odp", "ods", "odt", "pptx", "xlsx"];

/// The policies by their names below the folder of documents.
fn policies() -> Vec<String> {
    let mut names = Vec::new();
    for format in FORMATS {
        for file in fs::read_dir(folder().join(format)).expect("each format has a folder").flatten() {
            names.push(format!("{format}/{}", file.file_name().to_string_lossy()));
        }
    }
    names.sort();
    names
}

/// A finding, or a mention taken as history, as words that no format changes.
fn told(finding: &Finding, is_history: bool) -> String {
    let cited = finding.said.cited.as_ref().expect("every rule here is on citations");
    let edition = cited.edition.as_deref().unwrap_or("no edition");
    let history = if is_history { " as history" } else { "" };
    format!("{} {} {edition}{history}", finding.rule, cited.standard)
}

fn examined(name: &str) -> Vec<(String, Finding)> {
    let settings = Settings::on(date(2026, 11, 22));
    let path = folder().join(name);
    let format = Format::of(&path).expect("only files that are read are taken");
    let mut collected = Collected::default();
    examine_file(&path, name, format, settings, &mut Buffer::default(), &mut collected);
    let report = collected.finish(settings, Decision::Declined);
    assert_eq!((report.summary.documents, report.skipped.as_slice()), (1, &[][..]), "{name}");
    let mut all: Vec<(String, Finding)> = report.findings.into_iter().map(|one| (told(&one, false), one)).collect();
    all.extend(report.acknowledged.into_iter().map(|one| (told(&one.finding, true), one.finding)));
    all.sort_by(|a, b| a.1.primary.place.cmp(&b.1.primary.place));
    all
}

/// What is told of a policy and how often, but for its title, which most formats have twice.
fn seen(name: &str) -> BTreeMap<String, usize> {
    let mut all = BTreeMap::new();
    for (told, _) in examined(name) {
        *all.entry(told).or_insert(0) += 1;
    }
    all.retain(|told, _| !told.contains("ISO/IEC 20000-1 2011"));
    all
}

#[test]
fn every_format_says_the_same() {
    let policies = policies();
    assert!(policies.len() >= 10, "{policies:?}");
    let source = seen("markdown/policy.md");
    assert!(source.len() > 15, "{source:#?}");
    for name in &policies {
        assert_eq!(seen(name), source, "{name}");
        let title = examined(name).iter().any(|(told, _)| told.contains("ISO/IEC 20000-1 2011"));
        assert!(title, "{name} has the title");
    }
}

/// `UPDATE=1` rewrites the list of places, which is checked by hand.
#[test]
fn every_citation_stands_where_a_person_finds_it() {
    let mut places = String::new();
    for name in policies() {
        for (told, finding) in examined(&name) {
            let location = finding.primary.place.location.as_deref().expect("no line tells where it is");
            let excerpt = &finding.primary.excerpt;
            assert_eq!(&excerpt.text[excerpt.span.start..excerpt.span.end], finding.primary.text, "{name}");
            let history = if told.ends_with(" as history") { " as history" } else { "" };
            places.push_str(&format!("{name}, {location}: {:?}{history}\n", finding.primary.text));
        }
    }
    if let Some(difference) = expected::difference(&folder().join("places-office.txt"), places.as_bytes()) {
        panic!("{difference}");
    }
}

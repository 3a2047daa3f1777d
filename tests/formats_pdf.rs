//! Tests that one policy says the same in PDF, whichever program made it, each citation where a person finds it.

#![cfg(feature = "pdf")]

use std::collections::BTreeSet;
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

/// The policies by their names below the folder of documents.
fn policies() -> Vec<String> {
    let files = fs::read_dir(folder().join("pdf")).expect("the folder is there").flatten();
    let mut names: Vec<String> = files.map(|file| format!("pdf/{}", file.file_name().to_string_lossy())).collect();
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

#[test]
fn every_program_says_the_same() {
    let policies = policies();
    assert!(policies.len() >= 4, "{policies:?}");
    let seen = |name: &str, with_history: bool| {
        let all = examined(name).into_iter().map(|(told, _)| told);
        let told = |told: String| if with_history { told } else { told.replace(" as history", "") };
        let mut all: Vec<String> = all.map(told).collect();
        all.sort();
        all
    };
    for name in &policies {
        // On paper its footnote stands at the end, below the change history.
        let with_history = name != "pdf/policy-weasyprint.pdf";
        let source = seen("markdown/policy.md", with_history);
        assert!(source.len() > 15, "{source:#?}");
        let own = seen(name, with_history);
        let (own_set, source_set): (BTreeSet<_>, BTreeSet<_>) = (own.iter().collect(), source.iter().collect());
        let missing: Vec<_> = source_set.difference(&own_set).collect();
        let more: Vec<_> = own_set.difference(&source_set).collect();
        assert!(own == source, "{name}\nmissing {missing:#?}\nmore {more:#?}\n{} and {}", own.len(), source.len());
    }
}

/// `UPDATE=1` rewrites the list of places, which is checked by hand.
#[test]
fn every_citation_stands_where_a_person_finds_it() {
    let mut places = String::new();
    for name in policies() {
        for (told, finding) in examined(&name) {
            let location = finding.primary.place.location.as_deref().expect("no line of a file tells where it is");
            let excerpt = &finding.primary.excerpt;
            assert_eq!(&excerpt.text[excerpt.span.start..excerpt.span.end], finding.primary.text, "{name}");
            let history = if told.ends_with(" as history") { " as history" } else { "" };
            places.push_str(&format!("{name}, {location}: {:?}{history}\n", finding.primary.text));
        }
    }
    if let Some(difference) = expected::difference(&folder().join("places-pdf.txt"), places.as_bytes()) {
        panic!("{difference}");
    }
}

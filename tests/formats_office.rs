//! Tests that one policy says the same in every office format, each citation where a person finds it.

#![cfg(feature = "office")]

use std::collections::BTreeMap;
use std::fs;

#[path = "common/expected.rs"]
mod expected;
#[path = "common/policies.rs"]
mod policies;
use policies::project::project;
use policies::{examined, places};

/// The folders of the formats.
const FORMATS: &[&str] = &["docx", "odp", "ods", "odt", "pptx", "xlsx"];

/// The policies by their names below the folder of documents.
fn policies() -> Vec<String> {
    let mut names = Vec::new();
    for format in FORMATS {
        for file in
            fs::read_dir(project("fixtures/documents").join(format)).expect("each format has a folder").flatten()
        {
            names.push(format!("{format}/{}", file.file_name().to_string_lossy()));
        }
    }
    names.sort();
    names
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
    let places = places(&policies());
    if let Some(difference) =
        expected::difference(&project("fixtures/documents").join("places-office.txt"), places.as_bytes())
    {
        panic!("{difference}");
    }
}

//! Tests that one policy says the same in PDF, whichever program made it, each citation where a person finds it.

#![cfg(feature = "pdf")]

use std::collections::BTreeSet;
use std::fs;

#[path = "common/expected.rs"]
mod expected;
#[path = "common/policies.rs"]
mod policies;
use policies::project::project;
use policies::{examined, places};

/// The policies by their names below the folder of documents.
fn policies() -> Vec<String> {
    let files = fs::read_dir(project("fixtures/documents").join("pdf")).expect("the folder is there").flatten();
    let mut names: Vec<String> = files.map(|file| format!("pdf/{}", file.file_name().to_string_lossy())).collect();
    names.sort();
    names
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
    let places = places(&policies());
    if let Some(difference) =
        expected::difference(&project("fixtures/documents").join("places-pdf.txt"), places.as_bytes())
    {
        panic!("{difference}");
    }
}

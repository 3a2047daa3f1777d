//! Tests that one policy says the same in every format, each citation at its own place.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::civil::date;
use sms_lint::document::Format;
use sms_lint::finding::Finding;
use sms_lint::lint::{Collected, Decision, Settings, examine};
use sms_lint::source::SourceFile;

#[path = "common/expected.rs"]
mod expected;
#[path = "common/project.rs"]
mod project;
use project::project;

/// The folders of the formats.
const FORMATS: &[&str] = &["asciidoc", "html", "latex", "markdown", "mdx", "org", "plain", "rst"];

/// The policies by the path below the folder of documents, each with its text.
fn policies() -> BTreeMap<String, String> {
    let mut policies = BTreeMap::new();
    for format in FORMATS {
        for file in
            fs::read_dir(project("fixtures/documents").join(format)).expect("each format has a folder").flatten()
        {
            let name = format!("{format}/{}", file.file_name().to_string_lossy());
            policies.insert(name, fs::read_to_string(file.path()).expect("it is UTF-8"));
        }
    }
    policies
}

/// A finding, or a mention taken as history with its reason, as words that no format changes.
fn told(finding: &Finding, because: Option<&str>) -> String {
    let cited = finding.said.cited.as_ref().expect("every rule here is on citations");
    let edition = cited.edition.as_deref().unwrap_or("no edition");
    let history = because.map_or(String::new(), |because| format!(": {because}"));
    format!("{} {} {edition}{history}", finding.rule, cited.standard)
}

fn examined(name: &str, text: &str) -> Vec<(String, Finding)> {
    let on = date(2026, 11, 22);
    let format = Format::of(Path::new(name)).expect("only files that are read are taken");
    let mut collected = Collected::default();
    collected.add(examine(&SourceFile::from_text(name, text), format, Settings::on(on)));
    let report = collected.finish(Settings::on(on), Decision::Declined);
    let mut all: Vec<(String, Finding)> = report.findings.into_iter().map(|one| (told(&one, None), one)).collect();
    all.extend(report.acknowledged.into_iter().map(|one| (told(&one.finding, Some(&one.because)), one.finding)));
    all.sort_by(|a, b| a.1.primary.place.cmp(&b.1.primary.place));
    all
}

#[test]
fn every_format_says_the_same() {
    let policies = policies();
    assert!(policies.len() > 8, "{:?}", policies.keys());
    let seen = |name: &str, text: &str| {
        let mut all: Vec<String> = examined(name, text).into_iter().map(|(told, _)| told).collect();
        // HTML has the title twice, in its head and above its text.
        all.dedup();
        all.sort();
        all
    };
    let source = seen("markdown/policy.md", &policies["markdown/policy.md"]);
    assert!(source.len() > 15, "{source:#?}");
    for (name, text) in &policies {
        if name != "plain/policy.txt" {
            assert_eq!(seen(name, text), source, "{name}");
        }
    }
}

/// Plain text has neither cells nor struck words, but all that is found elsewhere is found there.
#[test]
fn plain_text_misses_nothing() {
    let policies = policies();
    let names = |name: &str| -> Vec<String> {
        let all = examined(name, &policies[name]).into_iter();
        let mut all: Vec<String> =
            all.map(|(told, _)| told.split(": ").next().unwrap_or_default().to_owned()).collect();
        all.sort();
        all
    };
    assert_eq!(names("plain/policy.txt"), names("markdown/policy.md"));
}

/// `UPDATE=1` rewrites the list of places, which is checked by hand: each line quotes what stands in the file.
#[test]
fn every_citation_stands_at_its_place() {
    let mut places = String::new();
    for (name, text) in policies() {
        for (told, finding) in examined(&name, &text) {
            let place = &finding.primary.place;
            let at = |byte| usize::try_from(byte).expect("the documents are short");
            let quoted = &text[at(place.start.byte)..at(place.end.byte)];
            assert_eq!(quoted, finding.primary.text, "{name}");
            let line = text.lines().nth(place.start.line as usize - 1).expect("the place lies in the file");
            assert!(
                line.chars()
                    .skip(place.start.column as usize - 1)
                    .collect::<String>()
                    .starts_with(quoted.lines().next().unwrap_or_default())
            );
            let history = if told.contains(": ") { " as history" } else { "" };
            places.push_str(&format!("{name}:{}:{} {quoted:?}{history}\n", place.start.line, place.start.column));
        }
    }
    if let Some(difference) = expected::difference(&project("fixtures/documents").join("places.txt"), places.as_bytes())
    {
        panic!("{difference}");
    }
}

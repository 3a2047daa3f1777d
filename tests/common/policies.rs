//! What is found in policies that are no text, each citation with the place where a person finds it.

use sms_lint::document::Format;
use sms_lint::finding::Finding;
use sms_lint::lint::{Buffer, Collected, Decision, examine_file};

#[path = "project.rs"]
pub mod project;
#[path = "settings.rs"]
mod settings;

/// A finding, or a mention taken as history, as words that no format changes.
fn told(finding: &Finding, is_history: bool) -> String {
    let cited = finding.said.cited.as_ref().expect("every rule here is on citations");
    let edition = cited.edition.as_deref().unwrap_or("no edition");
    let history = if is_history { " as history" } else { "" };
    format!("{} {} {edition}{history}", finding.rule, cited.standard)
}

/// What is found in a document below `fixtures/documents`, in the order of the places, each with the words for it.
pub fn examined(name: &str) -> Vec<(String, Finding)> {
    let settings = settings::settings();
    let path = project::project("fixtures/documents").join(name);
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

/// The places of what is found in documents, a line each.
pub fn places(names: &[String]) -> String {
    let mut places = String::new();
    for name in names {
        for (told, finding) in examined(name) {
            let location = finding.primary.place.location.as_deref().expect("no line tells where it is");
            let excerpt = &finding.primary.excerpt;
            assert_eq!(&excerpt.text[excerpt.span.start..excerpt.span.end], finding.primary.text, "{name}");
            let history = if told.ends_with(" as history") { " as history" } else { "" };
            places.push_str(&format!("{name}, {location}: {:?}{history}\n", finding.primary.text));
        }
    }
    places
}

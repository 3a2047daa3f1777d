//! JUnit, for pages of test results: a suite for each document at fault, a failed case for each finding.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Property, Report as Suites, TestCase, TestCaseStatus, TestSuite};

use super::Dossier;
use super::escape::{COMMAND, legal};
use super::sources;
use crate::finding::{Finding, Severity};

/// Writes the suites; the first holds what the report rests on, and a case that passes.
///
/// # Errors
/// What writing to `out` gives.
pub fn write(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    let mut suites = Suites::new("sms-lint");
    let mut first = TestSuite::new("sms-lint");
    for (name, value) in dossier.about() {
        first.add_property(Property::new(name, legal(&value)));
    }
    let mut case = TestCase::new("documents are checked", checked(dossier));
    case.set_classname("sms-lint");
    first.add_test_case(case);
    suites.add_test_suite(first);
    for of_document in dossier.report.findings.chunk_by(|a, b| a.primary.place.path == b.primary.place.path) {
        let mut suite = TestSuite::new(legal(&of_document[0].primary.place.path));
        of_document.iter().for_each(|one| {
            suite.add_test_case(case_of(one, dossier.head.limit));
        });
        suites.add_test_suite(suite);
    }
    let text = suites.to_string().map_err(io::Error::other)?;
    out.write_all(text.replace(COMMAND, "&#35;#[").as_bytes())
}

/// Whether documents were checked; none is an error of the run.
fn checked(dossier: &Dossier) -> TestCaseStatus {
    let Some(words) = dossier.nothing_checked() else { return TestCaseStatus::success() };
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
    status.set_message(legal(&words)).set_type("error").set_description(legal(&words));
    status
}

/// A finding as a case that failed; one that is not grave enough to fail the run as one that was skipped.
fn case_of(finding: &Finding, limit: Option<Severity>) -> TestCase {
    let place = &finding.primary.place;
    let at = match &place.location {
        Some(location) => legal(location),
        None => format!("{}:{}", place.start.line, place.start.column),
    };
    let mut status = match limit.is_some_and(|limit| finding.severity >= limit) {
        true => TestCaseStatus::non_success(NonSuccessKind::Failure),
        false => TestCaseStatus::skipped(),
    };
    let path = legal(&place.path);
    let mut words = format!("{path}, {at}: {}. {}", legal(&finding.said.message), legal(&finding.said.help));
    let sources = sources::of(finding.said.cited.as_ref());
    if !sources.is_empty() {
        words += &format!(" Sources: {}.", sources.join("; "));
    }
    status.set_message(legal(&finding.said.message)).set_type(finding.severity.name()).set_description(words);
    let mut case = TestCase::new(format!("{} at {at}", finding.rule), status);
    case.set_classname(path);
    case
}

//! JUnit, for pages of test results: a suite for each document at fault, a failed case for each finding.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Property, Report as Suites, TestCase, TestCaseStatus, TestSuite};

use super::Dossier;
use super::escape::legal;
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
    let mut case = TestCase::new("documents are checked", TestCaseStatus::success());
    case.set_classname("sms-lint");
    first.add_test_case(case);
    suites.add_test_suite(first);
    for of_document in dossier.report.findings.chunk_by(|a, b| a.primary.place.path == b.primary.place.path) {
        let mut suite = TestSuite::new(legal(&of_document[0].primary.place.path));
        of_document.iter().for_each(|one| {
            suite.add_test_case(case_of(one));
        });
        suites.add_test_suite(suite);
    }
    suites.serialize(&mut *out).map_err(io::Error::other)
}

/// A finding as a case that failed; advice as one that was skipped, so that it fails no page.
fn case_of(finding: &Finding) -> TestCase {
    let place = &finding.primary.place;
    let at = match &place.location {
        Some(location) => legal(location),
        None => format!("{}:{}", place.start.line, place.start.column),
    };
    let mut status = match finding.severity {
        Severity::Error | Severity::Warning => TestCaseStatus::non_success(NonSuccessKind::Failure),
        Severity::Advice => TestCaseStatus::skipped(),
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

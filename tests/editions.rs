//! Tests which citations make the editions of a set mixed, and what the finding says.

use jiff::civil::date;
use sms_lint::finding::Finding;

#[path = "common/library.rs"]
mod library;

/// What `mixed-editions` finds in documents, which are named by letters in their order.
fn mixed(texts: &[&str]) -> Vec<Finding> {
    let names = ["a.md", "b.md", "c.md", "d.md"];
    let files: Vec<(&str, &str)> = names.into_iter().zip(texts.iter().copied()).collect();
    let mut findings = library::report(&files, date(2026, 11, 22)).findings;
    findings.retain(|finding| finding.rule == "mixed-editions");
    findings
}

const OLD: &str = "Controls follow ISO/IEC 27002:2013.";
const NEW: &str = "Controls follow ISO/IEC 27002:2022.";
const BOTH: &str = "Controls follow ISO/IEC 27002:2013. Some follow ISO/IEC 27002:2022.";

#[test]
fn two_documents_must_differ() {
    for texts in [[OLD, NEW], [NEW, OLD], [BOTH, NEW], [OLD, BOTH]] {
        assert_eq!(mixed(&texts).len(), 1, "{texts:?}");
    }
    for texts in [&[BOTH][..], &[BOTH, BOTH], &[OLD, OLD], &[NEW], &[BOTH, "Controls follow ISO/IEC 27002."]] {
        assert_eq!(mixed(texts), [], "{texts:?}");
    }
    assert_eq!(mixed(&[OLD, "Controls follow ISO/IEC 27001:2022."]), [], "these are two standards");
}

#[test]
fn only_editions_that_are_surely_in_use_count() {
    for other in [
        "This plan replaces the one written against ISO/IEC 27002:2013.",
        "# Revision history\n\n- 1.1: ISO/IEC 27002:2013",
        "```\nISO/IEC 27002:2013\n```",
        "Controls follow ~~ISO/IEC 27002:2013~~.",
        "Controls follow ISO/IEC 27002:2014.",
        "Controls follow ISO/IEC DIS 27002:2013.",
        "See <https://example.com/iso-27002:2013>.",
        "Controls follow NF EN ISO/IEC 27002:2019.",
        "Controls follow BS EN ISO/IEC 27002:2022.",
    ] {
        assert_eq!(mixed(&[NEW, other]), [], "{other}");
    }
    for other in [
        "| Standard |\n|---|\n| ISO27002-2013 |",
        "Controls follow the 2013 edition of ISO/IEC 27002.",
        "Controls follow BS EN ISO/IEC 27002:2017.",
        "Controls follow `ISO/IEC 27002:2013`.",
    ] {
        assert_eq!(mixed(&[NEW, other]).len(), 1, "{other}");
    }
}

#[test]
fn an_adoption_counts_as_what_it_adopts_or_is_reported_to_adopt() {
    let reported = "Risks are managed to GB/T 22080-2016.";
    let known = "Risks are managed to BS EN ISO/IEC 27001:2017.";
    let old = "Risks are managed to ISO/IEC 27001:2013.";
    let new = "Risks are managed to ISO/IEC 27001:2022/Amd 1:2024.";
    let [found] = &mixed(&[reported, new])[..] else { panic!("what is reported is said with care") };
    assert_eq!(found.said.label, "GB/T 22080-2016 is reported to be the edition of 2013; elsewhere 2022");
    let [found] = &mixed(&[old, "Risks are managed to NS-EN ISO/IEC 27001:2023."])[..] else { panic!("it is newer") };
    assert_eq!(&*found.related[0].words, "reported to be the edition of 2022");
    assert_eq!(mixed(&[known, old]), []);
    assert_eq!(mixed(&[known, new]).len(), 1);
}

#[test]
fn the_finding_stands_at_the_first_older_edition_and_names_every_other_place() {
    let findings = mixed(&[NEW, BOTH, OLD, OLD]);
    let [finding] = findings.as_slice() else { panic!("one standard, one finding: {findings:?}") };
    let said = &finding.said;
    assert_eq!(
        said.message,
        "ISO/IEC 27002 is cited in different editions: 2013 in 3 documents and 2022 in 2 documents"
    );
    assert_eq!(said.label, "the edition of 2013 here; elsewhere 2022");
    assert!(said.help.starts_with("Agree on one edition; ISO/IEC 27002:2022 is in force."), "{}", said.help);
    assert_eq!((&*finding.primary.place.path, finding.primary.text.as_str()), ("b.md", "ISO/IEC 27002:2013"));
    let related: Vec<(&str, &str)> = finding.related.iter().map(|one| (&*one.place.path, &*one.words)).collect();
    let (old, new) = ("the edition of 2013", "the edition of 2022");
    assert_eq!(related, [("a.md", new), ("b.md", new), ("c.md", old), ("d.md", old)]);
}

#[test]
fn the_order_in_which_documents_are_read_changes_nothing() {
    let forth = library::report(&[("a.md", BOTH), ("b.md", OLD), ("c.md", NEW)], date(2026, 11, 22));
    let back = library::report(&[("c.md", NEW), ("b.md", OLD), ("a.md", BOTH)], date(2026, 11, 22));
    assert_eq!(forth.findings, back.findings);
}

//! Tests that every word of `rules/claims/` decides its example.

use jiff::civil::date;
use sms_lint::finding::Finding;
use sms_lint::standard::claim::{self, Cue, Side, Word};

#[path = "common/library.rs"]
mod library;

/// What is found claimed of guidance in a text.
fn found(text: &str) -> Vec<Finding> {
    let mut findings = library::report(&[("policy.md", text)], date(2026, 11, 22)).findings;
    findings.retain(|finding| finding.rule == "guidance-as-requirement");
    findings
}

#[test]
fn every_claim_is_found_in_its_example() {
    let failures: Vec<String> = claim::claims()
        .iter()
        .filter(|cue| !claims_by(cue, &found(cue.example)))
        .map(|Cue { language, words, side, example, .. }| format!("{language}, {words:?}, {side:?}: {example}"))
        .collect();
    assert!(failures.is_empty(), "{} claims are not found:\n{}", failures.len(), failures.join("\n"));
}

/// True if the claim was found by these words and on this side.
fn claims_by(cue: &Cue, findings: &[Finding]) -> bool {
    findings.iter().any(|finding| {
        let label = finding.said.label.to_lowercase();
        let lower = cue.example.to_lowercase();
        let citation = finding.primary.text.to_lowercase();
        let (at, cited) = (cue.parts.iter().next().and_then(|first| lower.find(first)), lower.find(&citation));
        let on_side = match cue.side {
            Side::Before => at < cited,
            Side::After | Side::Noun => at > cited,
        };
        on_side && cue.parts.iter().all(|part| label.contains(part))
    })
}

/// Examples of words that void a claim are silent, and claim something as soon as the words are gone.
#[test]
fn every_word_that_voids_a_claim_decides_its_example() {
    let mut failures = Vec::new();
    for (kind, words) in [("denial", claim::denials()), ("doubt", claim::doubts()), ("person", claim::persons())] {
        for word in words {
            let Word { language, words, example, .. } = word;
            if !found(example).is_empty() {
                failures.push(format!("{language}, {kind} {words:?}: found in {example}"));
            }
            let without = without(word);
            if found(&without).is_empty() {
                failures.push(format!("{language}, {kind} {words:?}: not found in {without}"));
            }
        }
    }
    assert!(failures.is_empty(), "{} words fail:\n{}", failures.len(), failures.join("\n"));
}

/// The example of a word without it.
fn without(word: &Word) -> String {
    let lower = word.example.to_lowercase();
    let start = lower.find(word.words).unwrap_or_else(|| panic!("{:?} is not in its example", word.words));
    let open = |one: char| word.open_end && one.is_alphabetic();
    let behind = &word.example[start + word.words.len()..];
    format!("{}{}", &word.example[..start], behind.trim_start_matches(open).trim_start())
}

#[test]
fn words_of_a_language_are_told_apart() {
    for (at, cue) in claim::claims().iter().enumerate() {
        let same = |other: &&Cue| (other.words, other.side) == (cue.words, cue.side) && other.language == cue.language;
        assert_eq!(claim::claims()[..at].iter().find(same).map(|one| one.words), None, "{} claims twice", cue.language);
    }
}

#[test]
fn a_family_is_no_document() {
    for text in [
        "We comply with the ISO 27000 series.",
        "Our depots are certified to the family of ISO 9000 standards.",
        "All sites are ISO 9000 series certified.",
        "Das Lager ist nach der Normenreihe ISO 27000 zertifiziert.",
        "Nous sommes conformes à la série ISO 9000.",
        "公司通过了ISO 9000系列认证。",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
    assert_eq!(found("We comply with the standards ISO/IEC 27001 and ISO/IEC 27002.").len(), 1);
}

#[test]
fn nothing_is_said_where_title_and_type_do_not_tell() {
    for text in [
        "We comply with ISO/IEC 27001.",
        "We are certified to ISO/IEC 27017.",
        "We are certified to ISO/IEC 20000.",
        "We comply with ISO/IEC 38500 and ISO 8601.",
        "We comply with ISO/IEC 27002:2014.",
        "We comply with ISO/IEC DIS 27002:2022.",
        "# Compliance with ISO/IEC 27002",
        "    We comply with ISO/IEC 27002.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
    assert_eq!(found("We are certified to ISO/IEC 27017:2015.").len(), 1, "it calls itself a code of practice");
}

#[test]
fn what_is_said_of_a_claim() {
    let say = |text: &str| {
        let findings = found(text);
        let [finding] = findings.as_slice() else { panic!("one claim, one finding: {text}") };
        [finding.said.message.clone(), finding.said.label.clone(), finding.said.help.clone()]
    };
    assert_eq!(
        say("The supplier shall comply\nwith ISO 31000."),
        [
            "ISO 31000:2018 holds no requirements to conform to",
            "\"comply with\" takes it for a set of requirements",
            "Say of ISO 31000 that you use it, or name a document that holds requirements.",
        ]
    );
    assert_eq!(
        say("We are ISO/IEC 20000-3 certified."),
        [
            "ISO/IEC 20000-3:2019 holds no requirements to be certified to",
            "\"certified\" takes it for a set of requirements",
            "Name ISO/IEC 20000-1:2018/Amd 1:2024 there, which holds the requirements, and say of ISO/IEC 20000-3 that \
             you use it.",
        ]
    );
}

#[test]
fn wraps_and_quotations_part_no_claim() {
    for text in [
        "We shall comply\nwith ISO/IEC 27002.",
        "> The requirements of ISO/IEC 27002 must be\n> met.",
        "- all of us comply\n  with ISO/IEC\n  27002",
        "**Certified** *to* ISO/IEC 27002",
    ] {
        assert_eq!(found(text).len(), 1, "{text}");
    }
    let indented = [("notes.txt", "1. All depots shall comply\n   with ISO/IEC 27002.\n")];
    let findings = library::report(&indented, date(2026, 11, 22)).findings;
    assert_eq!(findings.iter().map(|one| one.rule).collect::<Vec<_>>(), ["guidance-as-requirement"]);
    assert!(findings[0].said.label.starts_with("\"comply with\""), "{}", findings[0].said.label);
}

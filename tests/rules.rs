//! Tests that every example of every rule finds what it says, and that rules are named and worded as they should be.

use std::path::Path;

use jiff::civil::{Date, date};
use sms_lint::document::Format;
use sms_lint::example;
use sms_lint::finding::{Finding, Severity};
use sms_lint::lint::Settings;
use sms_lint::lint::citations::citations;
use sms_lint::lint::clause;
use sms_lint::rule::check::editions::{self, Count, Named};
use sms_lint::rule::check::{self, SettingFault, guidance, status};
use sms_lint::rule::message::{self, Values};
use sms_lint::rule::set::{rule_for, rules};
use sms_lint::rule::{Check, Example, Rule};
use sms_lint::source::SourceFile;
use sms_lint::standard::claim::{Claim, Subject};
use sms_lint::standard::clause::judge;
use sms_lint::standard::{Adoption, Citation, catalogue};

#[path = "common/library.rs"]
mod library;
use library::report;

const TODAY: Date = date(2026, 11, 22);

/// What the rule finds in an example.
fn found(rule: &Rule, example: &Example) -> Vec<Finding> {
    example::found(rule, example, Settings::on(TODAY))
}

#[test]
fn bad_examples_find_what_they_say() {
    let mut failures = Vec::new();
    for rule in rules() {
        for example in rule.bad {
            let findings = found(rule, example);
            for (path, _) in example.files {
                let promised = example.finds.iter().find(|(of, _)| of == path);
                let promised = promised.map_or(&[][..], |(_, texts)| *texts);
                let here = findings.iter().filter(|one| *one.primary.place.path == **path);
                let texts: Vec<&str> = here.map(|one| one.primary.text.as_str()).collect();
                if texts != promised {
                    failures.push(format!(
                        "{}, {:?}, {path}: promises {promised:?}, finds {texts:?}",
                        rule.id, example.name
                    ));
                }
            }
            let named = |path| example.files.iter().any(|(known, _)| known == path);
            if let Some((path, _)) = example.finds.iter().find(|(path, _)| !named(path)) {
                failures.push(format!("{}, {:?}: there is no file {path}", rule.id, example.name));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn good_examples_find_nothing_of_their_rule_and_nothing_grave_of_any() {
    let mut failures = Vec::new();
    for rule in rules() {
        for example in rule.good {
            for finding in report(example.files, TODAY).findings.into_iter().chain(found(rule, example)) {
                if finding.rule == rule.id || finding.severity >= Severity::Warning {
                    failures.push(format!(
                        "{}, {:?}: {} {} at {:?}",
                        rule.id,
                        example.name,
                        finding.severity.name(),
                        finding.rule,
                        finding.primary.text
                    ));
                }
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// True for a rule whose fault is one of what sms-lint is told, not of what a document cites.
fn is_of_settings(rule: &Rule) -> bool {
    matches!(rule.check, Check::Suppression(_) | Check::StaleBaseline | Check::Setting(SettingFault::UnmatchedPattern))
}

#[test]
fn messages_begin_alike() {
    for rule in rules() {
        for words in rule.message.text {
            assert!(words.starts_with(|one: char| one.is_uppercase() || one == '{'), "{}: {words:?}", rule.id);
        }
    }
}

#[test]
fn findings_are_worded_without_holes() {
    for rule in rules() {
        for finding in rule.bad.iter().flat_map(|example| found(rule, example)) {
            for words in [&finding.said.message, &finding.said.label, &finding.said.help] {
                let at = format!("{} at {:?}: {words:?}", rule.id, finding.primary.text);
                let is_name = |hole: &str| hole.chars().all(|one| one.is_ascii_lowercase() || one == '-');
                assert!(!words.trim().is_empty() && !message::holes(words).any(is_name), "{at}");
                assert!(!words.contains("  ") && words.trim() == words, "{at}");
            }
            let url = &finding.said.url;
            // What is wrong with a setting of sms-lint, no page on a standard says.
            match is_of_settings(rule) {
                true => assert!(rule.references.is_empty() && !url.contains("iso.org"), "{}: {url:?}", rule.id),
                false => assert!(url.starts_with("https://"), "{}: {url:?}", rule.id),
            }
        }
    }
}

#[test]
fn ids_are_kebab_case_unique_and_sorted() {
    let ids: Vec<&str> = rules().iter().map(|rule| rule.id).collect();
    for id in &ids {
        let words = id.split('-').all(|word| !word.is_empty() && word.chars().all(|one| one.is_ascii_lowercase()));
        assert!(words && id.contains('-'), "{id}");
    }
    assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
}

#[test]
fn every_check_has_one_rule_that_speaks_of_it() {
    for rule in rules() {
        let speaker = rule_for(rule.check).map(|one| one.id);
        assert_eq!(speaker, Some(rule.id), "two rules have the check {:?}", rule.check);
    }
}

/// Every wording must be the one that is taken for some citation: then its holes are names that the check fills, and no
/// wording above it hides it.
#[test]
fn every_wording_is_used_and_so_every_hole_is_filled() {
    let hits = hits();
    let mut failures = Vec::new();
    for rule in rules() {
        let own: Vec<&Values> =
            hits.iter().filter(|(check, _)| *check == rule.check).map(|(_, values)| values).collect();
        let is_filled = |wording: &&str, values: &Values| !message::first(&[*wording], values).is_empty();
        let taken = |wordings: &'static [&'static str], values| wordings.iter().position(|one| is_filled(one, values));
        for (kind, wordings) in [("text", rule.message.text), ("label", rule.message.label)] {
            for (at, wording) in wordings.iter().enumerate() {
                if !own.iter().any(|values| taken(wordings, values) == Some(at)) {
                    failures.push(format!("{}: no citation has the {kind} {wording:?}", rule.id));
                }
            }
            if let Some(values) = own.iter().find(|values| taken(wordings, values).is_none()) {
                failures.push(format!("{}: no {kind} is filled by {values:?}", rule.id));
            }
        }
        for wording in rule.message.help {
            if !own.iter().any(|values| is_filled(wording, values)) {
                failures.push(format!("{}: no citation has the help {wording:?}", rule.id));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// The checks with the values they give, for citations of everything in the catalogue and of years near it.
fn hits() -> Vec<(Check, Values)> {
    let mut texts: Vec<String> = catalogue::adoptions().iter().map(|one| one.designation.to_owned()).collect();
    for standard in catalogue::standards() {
        texts.push(standard.id.to_owned());
        for edition in standard.editions {
            texts.push(edition.designation.to_owned());
            texts.push(format!("BS {}", edition.designation));
        }
        texts.extend((1990..=2026).map(|year| format!("{}:{year}", standard.id)));
    }
    // Numbers that exist in parts only are cited as a family.
    texts.extend(["BS 15000".to_owned(), "ISO/IEC 13335".to_owned()]);
    let citations = texts.iter().flat_map(|text| {
        let document = Format::Plain.read(text, None);
        document.blocks.iter().flat_map(|block| citations(block, TODAY)).collect::<Vec<Citation>>()
    });
    let citations: Vec<Citation> = citations.collect();
    let of_status = citations.iter().filter_map(|citation| {
        let verdict = citation.status.verdict()?;
        Some((Check::CitationStatus(verdict), status::hit(citation, TODAY).values))
    });
    of_status
        .chain(of_amendments())
        .chain(of_editions())
        .chain(of_guidance(&citations))
        .chain(of_numbers())
        .chain(of_sets())
        .chain(of_suppressing())
        .collect()
}

/// The values of numbers of clauses and controls at fault in the examples.
fn of_numbers() -> impl Iterator<Item = (Check, Values)> {
    let files = rules().iter().flat_map(|rule| rule.bad).flat_map(|example| example.files);
    files.flat_map(|(path, text)| {
        let format = Format::of(Path::new(path)).expect("examples are documents");
        let numbers = clause::numbers(&format.read(text, None), &SourceFile::from_text(path, text), TODAY);
        let faults = numbers.bound.iter().filter_map(|bound| Some((bound, judge(bound, TODAY)?)));
        let values =
            faults.map(|(bound, fault)| (Check::ClauseStatus(fault), check::clause::hit(bound, fault, TODAY).values));
        values.collect::<Vec<_>>()
    })
}

/// The values of `guidance-as-requirement`, for every citation of guidance and whatever is claimed of it.
fn of_guidance(citations: &[Citation]) -> Vec<(Check, Values)> {
    let guidance = citations.iter().filter(|citation| guidance::is_guidance(citation));
    let hits = guidance.flat_map(|citation| {
        [Subject::Certification, Subject::Conformity].map(|of| {
            let claim = Claim { of, words: "claimed".into() };
            guidance::hit(citation, &claim, TODAY).values
        })
    });
    hits.map(|values| (Check::GuidanceAsRequirement, values)).collect()
}

/// The values of `mixed-editions`, for every edition of the catalogue and every adoption as the place that is shown.
fn of_editions() -> Vec<(Check, Values)> {
    let counts: Vec<Count> =
        [(1994, 1), (2013, 2), (2022, 3)].map(|(year, documents)| Count { year, documents }).into();
    let dated =
        catalogue::standards().iter().flat_map(|one| one.editions.iter().map(move |edition| (one, edition, None)));
    let named = |row: &'static Adoption| Named { adoption: row.designation, reported: !row.confirmed };
    let adopted = catalogue::adoptions()
        .iter()
        .map(|row| (catalogue::standard_of(row.edition), catalogue::edition(row.edition), Some(named(row))));
    let hits =
        dated.chain(adopted).map(|(standard, edition, row)| editions::hit(standard, &counts, (edition, row), TODAY));
    hits.map(|hit| (Check::MixedEditions, hit.values)).collect()
}

/// The values of rules on the whole set, read back from what their examples find.
fn of_sets() -> Vec<(Check, Values)> {
    let rules = rules().iter().filter(|rule| rule.check.is_of_set() || matches!(rule.check, Check::Setting(_)));
    let findings =
        rules.flat_map(|rule| rule.bad.iter().flat_map(|example| found(rule, example)).map(move |one| (rule, one)));
    findings.map(|(rule, finding)| (rule.check, values_of(rule, &finding))).collect()
}

/// The values of rules on suppressing itself, read back from what their examples find.
fn of_suppressing() -> impl Iterator<Item = (Check, Values)> {
    let rules = rules().iter().filter(|rule| rule.check.is_of_suppressing());
    let findings =
        rules.flat_map(|rule| rule.bad.iter().flat_map(|example| found(rule, example)).map(move |one| (rule, one)));
    findings.map(|(rule, finding)| (rule.check, values_of(rule, &finding)))
}

/// The values of `missing-amendment` are made inside the library: they are read back from the wordings, for one, two
/// and three places.
fn of_amendments() -> Vec<(Check, Values)> {
    let Some(rule) = rule_for(Check::MissingAmendment) else { return Vec::new() };
    let cited = "Certified to ISO/IEC 20000-1:2018.\n\n";
    let findings = (1..=3).flat_map(|times| report(&[("a.txt", &cited.repeat(times))], TODAY).findings);
    findings.map(|finding| (rule.check, values_of(rule, &finding))).collect()
}

/// The values of a finding, read back from the wordings of its rule.
fn values_of(rule: &Rule, finding: &Finding) -> Values {
    let said = [&finding.said.message, &finding.said.label, &finding.said.help];
    let wordings = [rule.message.text, rule.message.label, rule.message.help];
    let mut values = Values::new();
    for (words, wording) in said.iter().zip(wordings).flat_map(|(words, list)| list.iter().map(move |one| (words, one)))
    {
        // The help is several sentences in a row: what is before and behind the wording belongs to others.
        let head = wording.split('{').next().unwrap_or_default();
        let starts = words.match_indices(head).map(|(at, _)| &words[at..]);
        let cut = |part: &'static str| part.rsplit('}').next().unwrap_or_default();
        let read = starts
            .flat_map(|part| {
                part.match_indices(cut(wording)).map(|(at, tail)| &part[..at + tail.len()]).collect::<Vec<_>>()
            })
            .find_map(|part| read_back(wording, part))
            .unwrap_or_default();
        values.extend(
            read.into_iter().filter(|(name, _)| !values.iter().any(|(known, _)| known == name)).collect::<Values>(),
        );
    }
    values
}

/// The values with which the holes of a wording were filled to give `words`; nothing if they say something else.
fn read_back(wording: &'static str, words: &str) -> Option<Values> {
    let mut pieces = wording.split('{');
    let mut rest = words.strip_prefix(pieces.next()?)?;
    let mut values = Values::new();
    for piece in pieces {
        let (name, behind) = piece.split_once('}')?;
        let end = if behind.is_empty() { rest.len() } else { rest.find(behind)? };
        values.push((name, rest[..end].to_owned()));
        rest = &rest[end + behind.len()..];
    }
    rest.is_empty().then_some(values)
}

#[test]
fn values_are_read_back_from_wordings() {
    let values = read_back("{a} is {b}.", "X is Y.").expect("the words are of this wording");
    assert_eq!(values, [("a", "X".to_owned()), ("b", "Y".to_owned())]);
    assert!(read_back("{a} is left out here", "X is left out").is_none());
    assert!(read_back("{a} is left out", "X is left out here and there").is_none());
}

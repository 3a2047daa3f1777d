//! One invented policy in every format of data: the same citations are found in each, each at its place.

use std::path::Path;

use jiff::civil::date;
use proptest::prelude::*;
use sms_lint::document::{Document, Format};
use sms_lint::lint::{Buffer, Collected, Decision, Purpose, Report, Settings, examine, examine_file};
use sms_lint::source::{Coding, SourceFile};

#[path = "common/project.rs"]
mod project;
#[path = "common/settings.rs"]
mod settings;
use project::project;
use settings::settings;

/// What the policy cites, sorted: what is found, then what is history.
const FOUND: &[&str] = &[
    "ISO 22301:2012", "ISO 9001:2015", "ISO/IEC 20000-1:2011", "ISO/IEC 20000-1:2018", "ISO/IEC 20000-9",
    "ISO/IEC 27001:2013", "ISO/IEC 27001:2013", "ISO/IEC 27002:2013",
];
const HISTORY: &[&str] = &["ISO 9001:2008", "ISO/IEC 20000-1:2005", "ISO/IEC 27001:2005"];

/// Files of the policy, each with the texts as they stand there, in order, those of history behind a question mark.
const POLICIES: &[(&str, &[&str])] = &[
    (
        "yaml/policy.yaml",
        &[
            "ISO/IEC 20000-1:2018", "ISO\\u00a022301:2012", "ISO/IEC\n  27001:2013", "ISO/IEC 20000-1**:2011",
            "ISO/IEC TR 20000-9", "ISO 9001:2015", "ISO/IEC 27002:2013", "ISO/IEC 27001:2013", "?ISO/IEC 27001:2005",
            "?ISO/IEC 20000-1:2005", "?ISO 9001:2008",
        ],
    ),
    (
        "json/policy.json",
        &[
            "ISO\\/IEC 20000-1:2018", "ISO\\u00a022301:2012", "ISO/IEC\\n27001:2013", "ISO\\/IEC 20000-1**:2011",
            "ISO/IEC TR 20000-9", "ISO 9001:2015", "ISO/IEC 27002:2013", "ISO/IEC 27001:2013", "?ISO/IEC 27001:2005",
            "?ISO/IEC 20000-1:2005", "?ISO 9001:2008",
        ],
    ),
    (
        "json/policy.jsonl",
        &[
            "ISO/IEC 20000-1:2018", "ISO\\u00a022301:2012", "ISO/IEC\\n27001:2013", "ISO/IEC 20000-1**:2011",
            "ISO/IEC TR 20000-9", "ISO/IEC 27001:2013", "?ISO/IEC 27001:2005", "ISO 9001:2015", "ISO/IEC 27002:2013",
            "?ISO/IEC 20000-1:2005", "?ISO 9001:2008",
        ],
    ),
    (
        "toml/policy.toml",
        &[
            "ISO/IEC 20000-1:2018", "ISO\\u00a022301:2012", "ISO/IEC \\\n    27001:2013", "ISO/IEC 20000-1**:2011",
            "ISO/IEC TR 20000-9", "ISO 9001:2015", "ISO/IEC 27002:2013", "ISO/IEC 27001:2013", "?ISO/IEC 27001:2005",
            "?ISO/IEC 20000-1:2005", "?ISO 9001:2008",
        ],
    ),
    (
        "csv/policy.csv",
        &[
            "ISO/IEC 20000-1:2018", "ISO 22301:2012", "ISO/IEC\n27001:2013", "?ISO/IEC 27001:2005",
            "ISO/IEC 20000-1**:2011", "?ISO/IEC 20000-1:2005", "ISO/IEC TR 20000-9", "ISO 9001:2015", "?ISO 9001:2008",
            "ISO/IEC 27002:2013", "ISO/IEC 27001:2013",
        ],
    ),
    (
        "csv/policy.tsv",
        &[
            "ISO/IEC 20000-1:2018", "ISO 22301:2012", "ISO/IEC\n27001:2013", "?ISO/IEC 27001:2005",
            "ISO/IEC 20000-1**:2011", "?ISO/IEC 20000-1:2005", "ISO/IEC TR 20000-9", "ISO 9001:2015", "?ISO 9001:2008",
            "ISO/IEC 27002:2013", "ISO/IEC 27001:2013",
        ],
    ),
];

/// Documents of formats that stand on these, with what is found in them.
const OTHERS: &[(&str, &[&str])] = &[
    (
        "yaml/opencontrol.yaml",
        &["ISO-27001-2013", "A.9.2.5", "ISO/IEC\n          27002:2013", "ISO/IEC 20000-1:2011", "?ISO/IEC TR 20000-4"],
    ),
    (
        "json/oscal.json",
        &[
            "?ISO/IEC 27001:2013", "ISO/IEC 20000-1**:2011", "ISO/IEC\\n27001:2013", "a.9.2.5", "ISO\\/IEC 27002:2013",
            "?ISO/IEC TR 20000-4", "ISO 22301:2012",
        ],
    ),
];

fn text_of(path: &str) -> String {
    let path = project("fixtures/documents").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn report(path: &str, text: &str) -> Report {
    let on = date(2026, 11, 22);
    let format = Format::of(Path::new(path)).expect("its ending is read");
    let mut collected = Collected::default();
    collected.add(examine(&SourceFile::from_text(path, text), format, Settings::on(on)));
    collected.finish(Settings::on(on), Decision::Declined)
}

/// The texts of findings and history, in order of place; fails if another text stands at a place.
fn seen(path: &str, text: &str) -> Vec<String> {
    let report = report(path, text);
    let history = report.acknowledged.iter().map(|one| (&one.finding, "?"));
    let mut all: Vec<_> = report.findings.iter().map(|one| (one, "")).chain(history).collect();
    all.sort_by_key(|(one, _)| one.primary.place.start.byte);
    let quoted = |(one, sign): (&sms_lint::finding::Finding, &str)| {
        let place = &one.primary.place;
        let at = |byte| usize::try_from(byte).expect("the documents are short");
        assert_eq!(&text[at(place.start.byte)..at(place.end.byte)], &*one.primary.text, "{path}");
        format!("{sign}{}", one.primary.text)
    };
    all.into_iter().map(quoted).collect()
}

/// What citations denote, sorted.
fn denoted<'a>(findings: impl Iterator<Item = &'a sms_lint::finding::Finding>) -> Vec<String> {
    let name = |one: &sms_lint::finding::Finding| {
        let cited = one.said.cited.as_ref().expect("a citation is cited");
        cited.edition.as_ref().map_or(cited.standard.clone(), |edition| format!("{}:{edition}", cited.standard))
    };
    let mut all: Vec<String> =
        findings.map(name).map(|one| one.replace(" TR ", " ").replace("/IEC TR", "/IEC")).collect();
    all.sort();
    all
}

#[test]
fn the_same_policy_says_the_same_in_every_format() {
    for (path, _) in POLICIES {
        let report = report(path, &text_of(path));
        assert_eq!(denoted(report.findings.iter()), FOUND, "{path}");
        assert_eq!(denoted(report.acknowledged.iter().map(|one| &one.finding)), HISTORY, "{path}");
        assert_eq!(report.notes, [], "{path}");
    }
}

#[test]
fn each_citation_is_found_at_its_place() {
    for (path, texts) in POLICIES.iter().chain(OTHERS) {
        assert_eq!(seen(path, &text_of(path)), *texts, "{path}");
    }
}

/// An inventory reads every block, a check only those that may hold a citation and what tells their context.
#[test]
fn what_is_left_out_changes_no_judgement() {
    let on = date(2026, 11, 22);
    for (path, _) in POLICIES.iter().chain(OTHERS) {
        let text = text_of(path);
        let format = Format::of(Path::new(path)).expect("its ending is read");
        let settings = Settings { purpose: Purpose::Inventory, ..Settings::on(on) };
        let listed = examine(&SourceFile::from_text(path, &text), format, settings).listed;
        let report = report(path, &text);
        let is_history = |at: u64| report.acknowledged.iter().any(|one| one.finding.primary.place.start.byte == at);
        let all = report.findings.iter().chain(report.acknowledged.iter().map(|one| &one.finding));
        // The number of a control is no citation.
        for finding in all.filter(|one| !one.rule.ends_with("-control")) {
            let at = finding.primary.place.start.byte;
            let same = listed.iter().find(|one| one.place.start.byte == at).expect("it is listed");
            assert_eq!(same.context.because().is_some(), is_history(at), "{path}: {}", finding.primary.text);
        }
    }
}

#[test]
fn carriage_returns_change_nothing_but_themselves() {
    for (path, texts) in POLICIES.iter().chain(OTHERS) {
        let wide = text_of(path).replace('\n', "\r\n");
        let texts: Vec<String> = texts.iter().map(|one| one.replace('\n', "\r\n")).collect();
        assert_eq!(seen(path, &wide), texts, "{path}");
    }
}

/// Each letter and digit of prose leads back to itself, or to an escape that stands for it.
fn check_map(path: &str, source: &str, document: &Document) {
    for block in &document.blocks {
        for (at, one) in block.prose.text().char_indices().filter(|(_, one)| one.is_alphanumeric()) {
            let span = block.prose.source_span(at, at + one.len_utf8());
            let own = &source[span.start..span.end];
            let same = own.chars().eq([one]) || own.chars().eq([one.to_ascii_uppercase()]);
            assert!(
                same || own.starts_with(['\\', '&']),
                "{path}: {one:?} of {:?} leads to {own:?}",
                block.prose.text()
            );
        }
    }
}

#[test]
fn prose_leads_back_to_its_source() {
    for (path, _) in POLICIES.iter().chain(OTHERS) {
        let text = text_of(path);
        for text in [text.replace('\n', "\r\n"), text] {
            let format = Format::of(Path::new(path)).expect("its ending is read");
            check_map(path, &text, &format.read(&text, None));
        }
    }
}

/// Every way to break a text off, and one byte too many or too few, loses no word and no place.
#[test]
fn broken_data_loses_no_word() {
    for (path, _) in POLICIES.iter().chain(OTHERS) {
        let text = text_of(path);
        let format = Format::of(Path::new(path)).expect("its ending is read");
        let ends = text.char_indices().map(|(at, _)| at).step_by(7);
        for end in ends {
            let mut broken = text[..end].to_owned();
            check_words(path, &broken, &format.read(&broken, None));
            broken += &text[text.len().min(end + 1)..];
            check_map(path, &broken, &format.read(&broken, None));
        }
    }
}

/// Every number of four digits of a text is in its prose.
fn check_words(path: &str, text: &str, document: &Document) {
    let numbers = |text: &str| {
        let runs = text.split(|one: char| !one.is_ascii_alphanumeric()).filter(|run| run.len() >= 4);
        runs.filter(|run| run.bytes().all(|byte| byte.is_ascii_digit())).count()
    };
    let plain = |text: &str| text.replace("\\n", " ").replace("\\u00a0", " ");
    let prose: usize = document.blocks.iter().map(|block| numbers(&plain(block.prose.text()))).sum();
    let raw = plain(text);
    // The target of the link is an address.
    let links = raw.matches("iso-22301-2012.md)").count() * 2;
    assert!(prose + links >= numbers(&raw), "{path}: {text}\n{:?}", document.blocks);
}

#[test]
fn a_large_file_gives_what_a_small_one_does() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let settings = settings();
    let filler = |line: fn(usize) -> String| (0..60_000).map(line).collect::<String>();
    let json =
        |at| format!("    {{\"id\": {at}, \"text\": \"words, words and more words without any citation in them\"}},\n");
    let yaml = |at| format!("  - id: {at}\n    text: words, words and more words without any citation in them\n");
    let toml =
        |at| format!("[[other]]\nid = {at}\ntext = \"words and more words without any citation in them, none\"\n");
    let csv = |at| format!("{at},words and more words without any citation in them,none of them at all in here\n");
    let cases = [
        (
            "a.json",
            format!(
                "{{\"change_log\": [\n{}    {{\"text\": \"ISO 9001:2008\"}}], \"ref\": \"ISO\\/IEC 27001:2013\"}}",
                filler(json)
            ),
        ),
        ("a.yaml", format!("change_log:\n{}  - text: ISO 9001:2008\nref: ISO/IEC 27001:2013\n", filler(yaml))),
        (
            "a.toml",
            format!("{}[[change_log]]\ntext = \"ISO 9001:2008\"\n[x]\nref = 'ISO/IEC 27001:2013'\n", filler(toml)),
        ),
        ("a.csv", format!("id,standard,previous edition\n{}1,ISO/IEC 27001:2013,ISO 9001:2008\n", filler(csv))),
    ];
    for (name, text) in cases {
        assert!(text.len() > 4 << 20, "{name} is large: {}", text.len());
        let path = folder.path().join(name);
        std::fs::write(&path, &text).expect("the file can be written");
        let format = Format::of(&path).expect("its ending is read");
        let mut collected = Collected::default();
        examine_file(&path, name, format, settings, &mut Buffer::default(), &mut collected);
        let report = collected.finish(settings, Decision::Declined);
        let found: Vec<&str> = report.findings.iter().map(|one| one.primary.text.as_ref()).collect();
        assert_eq!(
            found.iter().map(|one| one.replace("\\/", "/")).collect::<Vec<_>>(),
            ["ISO/IEC 27001:2013"],
            "{name}"
        );
        assert_eq!(report.acknowledged.len(), 1, "{name}");
        assert_eq!(report.notes, [], "{name}");
        let at = usize::try_from(report.findings[0].primary.place.start.byte).expect("it is not that large");
        assert!(text[at..].starts_with(found[0]), "{name}");
    }
}

/// What texts of data are made of, and what breaks them.
const SIGNS: &[&str] = &[
    "{", "}", "[", "]", ":", ": ", ",", "\n", "\n  ", "\n- ", "\n    ", "\"", "'", "\"\"\"", "'''", "#", " # ", "//",
    "/*", "*/", "\\", "\\n", "\\u00e9", "\\ud83d", "|", ">-", "|\n   ", "&a ", "*a", "!t ", "? ", "---", "\n...\n",
    "%", "=", "[[", "]]", ";", "\t", "\r\n", "key", "aKeyOf_more", "ISO/IEC ", "27001", ":2013", "é", "🏆", "漢",
    "\u{a0}", "**", "`", "[x](y)", "<b>", "&amp;", "\u{feff}", "\u{2028}", "\u{85}", "| a |", "12", "true", "sep=;\n",
];

const ENDINGS: &[&str] = &["yaml", "json", "jsonl", "toml", "csv", "tsv", "md"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_stands_in_a_file_is_read_at_its_place(
        signs in prop::collection::vec(0..SIGNS.len(), 0..40),
        ending in 0..ENDINGS.len(),
    ) {
        let text: String = signs.iter().map(|at| SIGNS[*at]).collect();
        let text = if ENDINGS[ending] == "md" { format!("---\n{text}\n---\n") } else { text };
        let path = format!("a.{}", ENDINGS[ending]);
        let format = Format::of(Path::new(&path)).expect("its ending is read");
        let document = format.read(&text, None);
        check_map(&path, &text, &document);
        let _ = format.read(&text, Some(&[text.len() / 2]));
    }
}

/// Lines with a finding, and lines of what is history.
fn lines(path: &str, text: &str) -> (Vec<u32>, Vec<u32>) {
    let report = report(path, text);
    let found = report.findings.iter().filter(|one| one.rule != "missing-amendment");
    let history = report.acknowledged.iter().map(|one| one.finding.primary.place.start.line);
    (found.map(|one| one.primary.place.start.line).collect(), history.collect())
}

#[test]
fn keys_rows_and_comments_tell_history_from_use() {
    let yaml = "\
superseded_by: ISO/IEC 27001:2013
replaced_by:
  - ISO/IEC 27001:2013
withdrawn: ISO/IEC 27001:2013
previousVersion: ISO/IEC 27001:2013
supersedes:
  standard: ISO/IEC 27001:2013
register:
  - standard: ISO/IEC 27001:2013
    status: withdrawn
  - standard: ISO/IEC 27001:2013
    status: in force
  - from: ISO/IEC 27001:2013
    to: ISO/IEC 27001
# Withdrawn standards
list:
  - ISO/IEC 27001:2013
other:
  - ISO/IEC 27001:2013 # withdrawn in 2022
  - ISO/IEC 27001:2013
# Withdrawn standards
title: none
reference: ISO/IEC 27001:2013
text: |
  # Change log

  - 1.0 ISO/IEC 27001:2013
basis: ISO/IEC 27001:2013
";
    assert_eq!(lines("a.yaml", yaml), (vec![1, 3, 11, 20, 23, 28], vec![4, 5, 7, 9, 13, 17, 19, 27]));
}

#[test]
fn a_year_behind_a_key_is_an_edition_only_if_one_appeared_in_it() {
    let yaml = "ISO 9001: 2008\nISO/IEC 27001: 2019\niso27001: 2013\nISO 22301: 2012-05-15\nISO: 9001:2008\n";
    assert_eq!(lines("a.yaml", yaml), (vec![1, 5], vec![]));
    assert_eq!(
        lines("a.json", r#"{"ISO/IEC 27001": 2019, "iso27001": "2013", "port": 27001, "iso": 15504}"#).0,
        [0; 0]
    );
}

#[test]
fn byte_order_marks_and_wide_characters_move_no_place() {
    for (path, texts) in POLICIES.iter().chain(OTHERS) {
        let text = format!("\u{feff}{}", text_of(path));
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [text.into_bytes(), wide] {
            let coding = Coding::detect(&bytes).expect("it is text");
            let format = Format::of(Path::new(path)).expect("its ending is read");
            let source = SourceFile::decode((*path).into(), &bytes, coding);
            let found = examine(&source, format, settings());
            assert_eq!(
                found.findings.len() + found.acknowledged.len() + found.facts.unamended.len(),
                texts.len(),
                "{path}"
            );
            for finding in &found.findings {
                let place = &finding.primary.place;
                let at = |byte| usize::try_from(byte).expect("the documents are short");
                let slice = &bytes[at(place.start.byte)..at(place.end.byte)];
                let own = if coding.is_wide() {
                    let units = slice.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]]));
                    String::from_utf16(&units.collect::<Vec<u16>>()).expect("whole characters")
                } else {
                    String::from_utf8(slice.to_vec()).expect("whole characters")
                };
                assert_eq!(own, *finding.primary.text, "{path}");
            }
        }
    }
}

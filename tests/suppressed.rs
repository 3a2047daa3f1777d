//! Suppresses in documents that are read in windows, because they are too large to be read whole.

use serde_json::Value;

#[path = "common/program.rs"]
mod program;

const CITED: &str = "The supplier follows ISO/IEC 27001:2013.";

/// Five mebibytes, of which windows are read.
const SIZE: usize = 5 << 20;

/// Words that keep what is looked for apart.
fn filler(number: usize) -> String {
    let line =
        format!("Some words on rooms stand here, as number {number}, and nothing in them cites anything at all.\n");
    line.repeat(10 + number % 7) + "\n"
}

/// Lines of open findings and of findings on suppressing, and how many are suppressed.
fn found(name: &str, text: &str) -> (Vec<(String, u64)>, u64) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    std::fs::write(folder.path().join(name), text).expect("a temporary file can be written");
    let output = program::run(folder.path(), &["--as-of", "2026-11-22", "--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).expect("the report is JSON");
    let finding = |one: &Value| {
        let rule = one["rule"].as_str().expect("a rule").to_owned();
        (rule, one["start"]["line"].as_u64().expect("a line"))
    };
    let open = report["findings"].as_array().expect("a list").iter().map(finding).collect();
    (open, report["summary"]["suppressed"].as_u64().expect("a number"))
}

fn line_of(text: &str, at: usize) -> u64 {
    text[..at].matches('\n').count() as u64 + 1
}

#[test]
fn a_stretch_goes_on_from_window_to_window() {
    let mut text = String::from("# Rooms\n\n<!-- sms-lint: ignore-start superseded-edition -- kept as it was -->\n\n");
    let (mut inside, mut number) = (0, 0);
    while text.len() < SIZE - (SIZE / 4) {
        text += &filler(number);
        number += 1;
        if number.is_multiple_of(50) {
            text += &format!("{CITED}\n\n");
            inside += 1;
        }
    }
    text += "<!-- sms-lint: ignore-end superseded-edition -->\n\n";
    let mut outside = Vec::new();
    while text.len() < SIZE {
        text += &filler(number);
        number += 1;
        if number.is_multiple_of(200) {
            outside.push(("superseded-edition".to_owned(), line_of(&text, text.len())));
            text += &format!("{CITED}\n\n");
        }
    }
    assert!(inside > 50 && outside.len() > 3);
    assert_eq!(found("long.md", &text), (outside, inside));
}

#[test]
fn a_comment_at_the_end_of_a_window_speaks_of_the_next_one() {
    for (name, before, behind) in [("long.md", "<!-- ", " -->"), ("long.adoc", "// ", ""), ("long.rst", ".. ", "")] {
        let mut text = String::new();
        let mut pairs = 0;
        while text.len() < SIZE {
            text += &filler(pairs);
            let words = format!("sms-lint: ignore-next-line superseded-edition -- kept as it was, number {pairs}");
            text += &format!("{before}{words}{behind}\n\n{CITED}\n\n");
            pairs += 1;
        }
        assert_eq!(found(name, &text), (Vec::new(), pairs as u64), "{name}");
    }
}

#[test]
fn a_comment_on_the_whole_file_may_stand_in_its_last_window() {
    let mut text = String::new();
    let mut number = 0;
    while text.len() < SIZE {
        text += &filler(number);
        number += 1;
    }
    text.insert_str(0, &format!("{CITED}\n\n"));
    text += "<!-- sms-lint: ignore-file superseded-edition -- kept as it was -->\n";
    assert_eq!(found("long.md", &text), (Vec::new(), 1));
    let alone = text.replace("ignore-file", "ignore-start");
    let (open, suppressed) = found("long.md", &alone);
    assert_eq!((open.len(), suppressed), (2, 0), "a start without an end means nothing: {open:?}");
}

/// Thousands of comments that speak of the same places, in the time that a few take.
#[test]
fn many_suppressions_cost_little_more_than_few() {
    let mut text = String::from("# Rooms\n\n");
    for number in 0..3000 {
        text += &format!("<!-- sms-lint: ignore-file withdrawn-standard,superseded-edition -- number {number} -->\n\n");
    }
    for _ in 0..3000 {
        text += &format!("{CITED}\n\n");
    }
    let (open, suppressed) = found("many.md", &text);
    assert_eq!(suppressed, 3000);
    assert!(open.iter().all(|(rule, _)| rule == "unused-suppression"), "each hides one of its rules: {open:?}");
    assert_eq!(open.len(), 3000);
}

//! Tests what of a Word file does not stand in its running text: headers, footers, comments, and comments that speak to
//! sms-lint.

#![cfg(feature = "office")]

use std::fs;
use std::io::{Cursor, Write};

use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

#[path = "common/program.rs"]
mod program;

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A part with an element around what stands in it.
fn part(element: &str, inside: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:{element} xmlns:w=\"{NAMESPACE}\">{inside}</w:{element}>")
}

/// A paragraph; `tied` is the id of a comment on all of it.
fn paragraph(words: &str, tied: Option<u32>) -> String {
    let run = format!("<w:r><w:t>{words}</w:t></w:r>");
    match tied {
        None => format!("<w:p>{run}</w:p>"),
        Some(id) => format!(
            "<w:p><w:commentRangeStart w:id=\"{id}\"/>{run}<w:commentRangeEnd w:id=\"{id}\"/>\
             <w:r><w:commentReference w:id=\"{id}\"/></w:r></w:p>"
        ),
    }
}

fn comment(id: u32, words: &str) -> String {
    format!("<w:comment w:id=\"{id}\">{}</w:comment>", paragraph(words, None))
}

/// The report on a file of these parts.
fn report(parts: &[(&str, String)]) -> Value {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        package.start_file(*name, SimpleFileOptions::default()).expect("it can be begun");
        package.write_all(text.as_bytes()).expect("it can be written");
    }
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("policy.docx"), package.finish().expect("it can be ended").into_inner())
        .expect("it can be written");
    let output = program::run(folder.path(), &["--format", "json", "--as-of", "2026-11-28", "policy.docx"]);
    serde_json::from_slice(&output.stdout).expect("it is JSON")
}

/// Rule and location of each entry of a list.
fn places(report: &Value, list: &str) -> Vec<String> {
    let entries = report[list].as_array().expect("it is a list");
    let text = |one: &Value| one.as_str().unwrap_or_default().to_owned();
    entries.iter().map(|one| format!("{}: {}", text(&one["location"]), text(&one["rule"]))).collect()
}

#[test]
fn headers_footers_and_comments_are_read() {
    let report = report(&[
        ("word/document.xml", part("document", &format!("<w:body>{}</w:body>", paragraph("Rules.", Some(4))))),
        ("word/header1.xml", part("hdr", &paragraph("Policy after ISO/IEC 27001:2013", None))),
        ("word/footer2.xml", part("ftr", &paragraph("ISO 22301:2012", None))),
        ("word/comments.xml", part("comments", &comment(4, "Is ISO/IEC TR 20000-9 meant?"))),
    ]);
    assert_eq!(
        places(&report, "findings"),
        ["header: superseded-edition", "footer: superseded-edition", "comment 1: withdrawn-standard"]
    );
}

#[test]
fn a_comment_suppresses_what_it_is_tied_to() {
    let body = [
        paragraph("The contract names ISO/IEC 27001:2013.", Some(0)),
        paragraph("Here nothing follows from it.", Some(1)),
        paragraph("The next paragraph names ISO 22301:2012.", None),
        paragraph("And so does this: ISO 22301:2012.", None),
        paragraph("Nothing is wrong here.", Some(2)),
    ];
    let comments = [
        comment(0, "sms-lint: ignore-line superseded-edition -- ISO/IEC 27001:2013 stands in the signed contract"),
        comment(1, "sms-lint: ignore-next-line superseded-edition -- it is quoted"),
        comment(2, "sms-lint: ignore-line superseded-edition -- no longer needed"),
    ];
    let report = report(&[
        ("word/document.xml", part("document", &format!("<w:body>{}</w:body>", body.concat()))),
        ("word/comments.xml", part("comments", &comments.concat())),
    ]);
    assert_eq!(places(&report, "suppressed"), ["paragraph 1: superseded-edition", "paragraph 3: superseded-edition"]);
    assert_eq!(places(&report, "findings"), ["paragraph 4: superseded-edition", "paragraph 5: unused-suppression"]);
}

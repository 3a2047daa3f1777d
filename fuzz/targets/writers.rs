//! Writers, with texts of documents that mean harm: what they print stays well formed, and obeyed by nobody.

#![no_main]

use clap::ValueEnum;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use sms_lint::report::{Format, write_apart};

#[path = "../../tests/common/shared_report.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod shared_report;

use shared_report::{Texts, dossier};

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let mut parts = text.split('\u{1}');
    let mut next = || parts.next().unwrap_or("x");
    let (path, line, because, quoted) = (next(), [next(), next(), next()], next(), next());
    if path.is_empty() || path.contains('\0') || line[1].is_empty() {
        return;
    }
    let dossier = dossier(&Texts { path, line, because, quoted });
    for format in Format::value_variants() {
        let mut out = Vec::new();
        write_apart(*format, &dossier, &mut out).expect("a list of bytes takes all");
        let out = String::from_utf8(out).expect("every format is UTF-8");
        assert!(!out.contains(is_obeyed), "{format:?} {out}");
        sound(*format, &out);
    }
});

fn sound(format: Format, out: &str) {
    match format {
        Format::Json | Format::Sarif | Format::Gitlab | Format::Oscal => {
            serde_json::from_str::<Value>(out).expect("it is JSON");
        }
        Format::JsonLines => out.lines().for_each(|line| {
            serde_json::from_str::<Value>(line).expect("each line is JSON");
        }),
        Format::Junit | Format::Checkstyle => {
            roxmltree::Document::parse(out).expect("it is XML");
        }
        Format::Csv => {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_bytes());
            for row in reader.records() {
                let row = row.expect("rows are of equal length");
                let is_formula = |cell: &str| cell.trim_start().starts_with(['=', '+', '-', '@']);
                assert!(!row.iter().any(is_formula), "{row:?}");
            }
        }
        Format::Github => {
            let own = ["::error file=", "::warning file=", "::notice "];
            let lines: Vec<&str> = out.lines().filter(|line| !line.starts_with("sources on ISO/IEC ")).collect();
            assert!(lines.iter().all(|line| own.iter().any(|head| line.starts_with(head))), "{out}");
            assert_eq!(lines.len(), 3, "{out}");
        }
        Format::Html => assert_eq!(out.matches("<script").count(), 1, "{out}"),
        Format::Human | Format::Concise | Format::Markdown => {}
    }
}

/// True for what a terminal, an editor or a browser obeys.
fn is_obeyed(one: char) -> bool {
    matches!(one, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}')
        || matches!(one, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

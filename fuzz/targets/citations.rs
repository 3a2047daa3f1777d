//! The parser of citations, and fixes; the first byte says which.

#![no_main]

use std::fs;
use std::path::Path;

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use sms_lint::document::Format;
use sms_lint::document::format::FORMATS;
use sms_lint::finding::{Finding, Safety};
use sms_lint::fix::{Drafts, changes};
use sms_lint::lint::{Settings, examine};
use sms_lint::source::{Coding, SourceFile};
use sms_lint::standard::inquiry::ask;
use sms_lint::standard::{cite, grammar};

/// How often a document is changed until nothing is left to change.
const ROUNDS: usize = 10;

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    match first % 3 {
        0 => parsed(&String::from_utf8_lossy(rest)),
        1 => drop(ask(&String::from_utf8_lossy(rest), date(2026, 11, 22))),
        _ => mended(FORMATS[usize::from(*first) / 3 % FORMATS.len()].format, rest),
    }
});

fn parsed(text: &str) {
    let mut end = 0;
    for reference in grammar::find(text) {
        assert!(text.get(reference.range.clone()).is_some_and(|own| !own.is_empty()), "{:?}", reference.range);
        assert!(reference.range.start >= end || reference.range.start < reference.range.end);
        end = reference.range.end;
        let _ = cite(reference, date(2026, 11, 22));
    }
    let _ = grammar::urn::read(text);
}

/// Fixes leave the encoding as it is and come to an end, and what they write is read again.
fn mended(format: Format, bytes: &[u8]) {
    if format.container().is_some() || Coding::detect(bytes).is_err() {
        return;
    }
    let mut file = tempfile::NamedTempFile::new().expect("a file can be made");
    std::io::Write::write_all(&mut file, bytes).expect("it can be written");
    let path = file.path().to_str().expect("its name is plain").to_owned();
    let mut before = findings(format, &path);
    for _ in 0..ROUNDS {
        let (changes, refused) = changes(&before, Safety::Unsafe, &Drafts::default());
        assert!(refused.is_empty(), "{refused:?}");
        if changes.is_empty() {
            return;
        }
        let _ = changes[0].diff(Path::new("."));
        changes[0].write().expect("it can be written");
        before = findings(format, &path);
    }
    let (changes, _) = changes(&before, Safety::Unsafe, &Drafts::default());
    assert!(changes.is_empty(), "fixes go on and on: {}", changes[0].diff(Path::new(".")));
}

fn findings(format: Format, path: &str) -> Vec<Finding> {
    let bytes = fs::read(path).expect("it is there");
    let coding = Coding::detect(&bytes).expect("it is still text");
    examine(&SourceFile::decode(path.into(), &bytes, coding), format, Settings::on(date(2026, 11, 22))).findings
}

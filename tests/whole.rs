//! Passing documents and sections by must never lose or move a finding: what a file gives equals what its whole text
//! gives.

use std::path::{Path, PathBuf};

use jiff::civil::date;
use sms_lint::document::Format;
use sms_lint::lint::{Buffer, Collected, Report, Settings, examine, examine_file};
use sms_lint::source::SourceFile;

fn documents(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).expect("the fixtures can be listed");
    for entry in entries {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            documents(&path, found);
        } else if Format::of(&path).is_some() {
            found.push(path);
        }
    }
}

/// What matters of a report: each finding and each piece of history with its place.
fn essence(report: &Report) -> Vec<String> {
    let findings = report.findings.iter().map(|one| (one, "found"));
    let history = report.acknowledged.iter().map(|one| (&one.finding, "history"));
    findings
        .chain(history)
        .map(|(one, kind)| format!("{kind} {} {:?} {:?}", one.rule, one.primary.place.start, one.primary.text))
        .collect()
}

fn both_ways(path: &Path) -> (Vec<String>, Vec<String>) {
    let settings = Settings::on(date(2026, 11, 22));
    let shown = path.to_string_lossy();
    let format = Format::of(path).expect("only documents are listed");
    let mut read = Collected::default();
    examine_file(path, &shown, format, settings, &mut Buffer::default(), &mut read);
    let text = std::fs::read_to_string(path).expect("the fixture is UTF-8");
    let mut whole = Collected::default();
    whole.add(examine(&SourceFile::from_text(&shown, &text), format, settings));
    (essence(&read.finish(settings.as_of)), essence(&whole.finish(settings.as_of)))
}

#[test]
fn a_file_gives_what_its_whole_text_gives() {
    let mut paths = Vec::new();
    // Beside the repositories lie the reports on them.
    for repository in ["clean", "legacy", "mixed"] {
        documents(&Path::new("fixtures/repositories").join(repository), &mut paths);
    }
    documents(Path::new("fixtures/documents"), &mut paths);
    assert!(paths.len() > 40, "the fixtures are there");
    for path in paths {
        let (read, whole) = both_ways(&path);
        assert_eq!(read, whole, "{}", path.display());
    }
}

#[test]
fn so_does_a_document_that_cannot_be_cut() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let texts = [
        "Title\n=====\n\nISO/IEC 27001:2013 applies.\n\n# B\n\nISO 9001 and ISO/IEC TR 20000-9.\n",
        "# A\n\n```\n# ISO/IEC 27001:2013\n\n```\n\n## B\n\nper ISO 22301:2012\n",
        "# Revision history\n\n- ISO/IEC 27001:2013\n\n## 2019\n\n- ISO/IEC 27002:2013\n\n# Scope\n\nISO/IEC 27001:2013\n",
        "<!-- ISO 27001:2013\n\n# B -->\n\nISO 27001:2013\n",
        "# A\n\nthe *2013* edition of ISO/IEC 27001\n\n# B\n\n> ISO/IEC 27001,\n> 2013 edition\n\n# C\n\nISO/IEC 27001&#58;2013\n",
        "ISO/IEC 20000-1:2018 applies.\n\n# B\n\nISO/IEC 20000-1:2018 again.\n",
    ];
    for (at, text) in texts.iter().enumerate() {
        let path = folder.path().join(format!("{at}.md"));
        std::fs::write(&path, text).expect("the file can be written");
        let (read, whole) = both_ways(&path);
        assert!(!whole.is_empty(), "{text:?}");
        assert_eq!(read, whole, "{text:?}");
    }
}

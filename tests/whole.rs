//! Passing documents and sections by must never lose or move a finding: what a file gives equals what its whole text
//! gives.

use std::path::{Path, PathBuf};

use sms_lint::document::Format;
use sms_lint::finding::Finding;
use sms_lint::lint::{Buffer, Collected, Decision, Report, examine, examine_file};
use sms_lint::source::SourceFile;

#[path = "common/settings.rs"]
mod settings;
use settings::settings;

fn documents(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).expect("the fixtures can be listed");
    for entry in entries {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            documents(&path, found);
        } else if Format::of(&path).is_some_and(|format| format.container().is_none()) {
            found.push(path);
        }
    }
}

/// What matters of a report: each finding and each piece of history with its places.
fn essence(report: &Report) -> Vec<String> {
    let findings = report.findings.iter().map(|one| (one, "found"));
    let history = report.acknowledged.iter().map(|one| (&one.finding, "history"));
    findings
        .chain(history)
        .map(|(one, kind)| {
            let related: Vec<String> = one.related.iter().map(|one| format!("{:?} {}", one.place, one.words)).collect();
            let Finding { rule, said, primary, .. } = one;
            format!("{kind} {rule} {} {:?} {:?} {related:?}", said.message, primary.place.start, primary.text)
        })
        .collect()
}

fn both_ways(path: &Path) -> (Vec<String>, Vec<String>) {
    let settings = settings();
    let shown = path.to_string_lossy();
    let format = Format::of(path).expect("only documents are listed");
    let mut read = Collected::default();
    examine_file(path, &shown, format, settings, &mut Buffer::default(), &mut read);
    let text = std::fs::read_to_string(path).expect("the fixture is UTF-8");
    let mut whole = Collected::default();
    whole.add(examine(&SourceFile::from_text(&shown, &text), format, settings));
    (essence(&read.finish(settings, Decision::Declined)), essence(&whole.finish(settings, Decision::Declined)))
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

/// What a set of files gives, read and as whole texts.
fn set_both_ways(paths: &[PathBuf]) -> (Vec<String>, Vec<String>) {
    let settings = settings();
    let (mut read, mut whole) = (Collected::default(), Collected::default());
    for path in paths {
        let shown = path.to_string_lossy();
        let format = Format::of(path).expect("only documents are listed");
        examine_file(path, &shown, format, settings, &mut Buffer::default(), &mut read);
        let text = std::fs::read_to_string(path).expect("the file is UTF-8");
        whole.add(examine(&SourceFile::from_text(&shown, &text), format, settings));
    }
    (essence(&read.finish(settings, Decision::Declined)), essence(&whole.finish(settings, Decision::Declined)))
}

#[test]
fn a_set_of_files_gives_what_their_whole_texts_give() {
    for name in ["clean", "legacy", "mixed"] {
        let mut paths = Vec::new();
        documents(&Path::new("fixtures/repositories").join(name), &mut paths);
        let (read, whole) = set_both_ways(&paths);
        let differ = read.iter().zip(&whole).find(|(read, whole)| read != whole);
        assert_eq!((differ, read.len()), (None, whole.len()), "{name}");
    }
}

#[test]
fn a_document_in_order_counts_in_its_set() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let texts = [("a.md", "# A\n\nControls follow ISO/IEC 27002:2022.\n"), ("b.md", "Per ISO/IEC 27002:2013.\n")];
    let paths = texts.map(|(name, text)| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("the file can be written");
        path
    });
    let (read, whole) = set_both_ways(&paths);
    assert_eq!(read, whole);
    assert!(read.iter().any(|one| one.starts_with("found mixed-editions")), "{read:?}");
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
        "# ISO/IEC 27001\n\nWhat it asks.\n\n## B\n\nper **A.12.6.1**\n\n# C\n\n(A\\.9\\.2\\.5)\n",
        "per control A.12.6.1\n\n# B\n\nISO/IEC 27001\n",
        "# A\n\nclause **9.7.3** of ISO/IEC 20000-1\n\n# B\n\nISO/IEC 27002, *12.6.1*\n",
        "# A\n\n| ISO/IEC 20000-1 clause |\n|---|\n| `9.7.3` |\n\n# B\n\n| x | y |\n|---|---|\n| ISO 27002 | 12.2 |\n",
        "# A\n\nISO 27001\n\n# B\n\nlong words that nobody needs, in a paragraph that is longer than a label may be, and then at its end A.9.2.5\n",
        "# A\n\nWe follow ISO/IEC 27002.\n\n# B\n\nThe plan is ISO 31000 compliant.\n\n# C\n\n**Certi**fied to ISO/IEC 27002.\n",
    ];
    for (at, text) in texts.iter().enumerate() {
        let path = folder.path().join(format!("{at}.md"));
        std::fs::write(&path, text).expect("the file can be written");
        let (read, whole) = both_ways(&path);
        assert!(!whole.is_empty(), "{text:?}");
        assert_eq!(read, whole, "{text:?}");
    }
}

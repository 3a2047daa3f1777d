//! Tests on every document of the project that what only changes its form changes nothing that is found: line ends, a
//! byte order mark, no-break blanks and hyphens in citations, and lines of forty columns.

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::LazyLock;

use sms_lint::document::Format;
use sms_lint::finding::Finding;
use sms_lint::lint::{Collected, Decision, Purpose, Settings, examine};
use sms_lint::rule::set::rules;
use sms_lint::source::{Coding, Place, SourceFile};
use sms_lint::standard::context::cues;

#[path = "common/settings.rs"]
mod settings;
#[path = "common/wrap.rs"]
mod wrap;
use settings::settings;

/// A document of the project.
struct Document {
    /// Where it comes from, for messages.
    name: String,
    path: String,
    text: String,
}

/// Every document with what is seen in it as it is.
static DOCUMENTS: LazyLock<Vec<(Document, Vec<String>)>> = LazyLock::new(|| {
    let as_it_is = |one: Document| {
        let before = seen(&one.path, one.text.as_bytes());
        (one, before)
    };
    documents().into_iter().map(as_it_is).collect()
});

/// Every fixture that is read, every example of a rule and every example of a cue.
fn documents() -> Vec<Document> {
    let mut all = Vec::new();
    fixtures(Path::new("fixtures"), &mut all);
    for rule in rules() {
        for example in rule.good.iter().chain(rule.bad) {
            for (path, text) in example.files {
                let name = format!("{}, {:?}, {path}", rule.id, example.name);
                all.push(Document { name, path: (*path).to_owned(), text: (*text).to_owned() });
            }
        }
    }
    for cue in cues() {
        let name = format!("{}, {:?} {:?}", cue.language, cue.words(), cue.scope);
        all.push(Document { name, path: "cue.md".into(), text: format!("{}\n", cue.example().trim_end()) });
    }
    all
}

fn fixtures(folder: &Path, all: &mut Vec<Document>) {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the fixtures can be listed")
        .map(|entry| entry.expect("the entry can be read").path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            fixtures(&path, all);
        } else if Format::of(&path).is_some()
            && let Ok(text) = fs::read_to_string(&path)
            && !text.contains('\0')
        {
            let name = path.display().to_string();
            all.push(Document { path: name.clone(), name, text: text.replace("\r\n", "\n") });
        }
    }
}

fn format_of(path: &str) -> Format {
    Format::of(Path::new(path)).expect("the ending is read")
}

fn range(place: &Place) -> Range<usize> {
    let byte = |at| usize::try_from(at).expect("the documents are short");
    byte(place.start.byte)..byte(place.end.byte)
}

/// Rule, text and reason of each finding and of each piece of history, as they read in one line with plain signs.
fn seen(path: &str, bytes: &[u8]) -> Vec<String> {
    let coding = Coding::detect(bytes).expect("the documents are text");
    let source = SourceFile::decode(path.into(), bytes, coding);
    let mut collected = Collected::default();
    collected.add(examine(&source, format_of(path), settings()));
    let report = collected.finish(settings(), Decision::Declined);
    let found = report.findings.iter().map(|one| (one, ""));
    let history = report.acknowledged.iter().map(|one| (&one.finding, one.because.as_str()));
    found.chain(history).map(|(one, because)| plain(&entry(one, because, bytes))).collect()
}

/// A finding in words; fails if other bytes stand at its place than it quotes.
fn entry(finding: &Finding, because: &str, bytes: &[u8]) -> String {
    let quoted = &bytes[range(&finding.primary.place)];
    assert_eq!(String::from_utf8_lossy(quoted), finding.primary.text);
    format!("{} {} {because}", finding.rule, finding.primary.text)
}

fn plain(text: &str) -> String {
    let words = text.split(|one: char| one.is_whitespace() || one == '>').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").replace('\u{2011}', "-")
}

/// The text with a sign in its citations replaced by another.
fn replaced(document: &Document, sign: char, other: char) -> String {
    let settings = Settings { purpose: Purpose::Inventory, ..settings() };
    let source = SourceFile::from_text(&document.path, &document.text);
    let listed = examine(&source, format_of(&document.path), settings).listed;
    let mut ranges: Vec<Range<usize>> = listed.iter().map(|one| range(&one.place)).collect();
    ranges.sort_by_key(|one| one.start);
    let mut text = String::new();
    let mut at = 0;
    for one in ranges.into_iter().filter(|one| !one.is_empty()) {
        if one.start >= at {
            text += &document.text[at..one.start];
            text += &swapped(&document.text[one.clone()], sign, other);
            at = one.end;
        }
    }
    text + &document.text[at..]
}

/// A text with a sign replaced, but not where it indents a line.
fn swapped(text: &str, sign: char, other: char) -> String {
    let lines = text.split('\n').enumerate().map(|(at, line)| {
        let words = if at == 0 { line } else { line.trim_start_matches(' ') };
        let indent = &line[..line.len() - words.len()];
        format!("{indent}{}", words.replace(sign, other.to_string().as_str()))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn blanks(document: &Document) -> String {
    replaced(document, ' ', '\u{a0}')
}

fn hyphens(document: &Document) -> String {
    replaced(document, '-', '\u{2011}')
}

fn returns(document: &Document) -> String {
    document.text.replace('\n', "\r\n")
}

fn mark(document: &Document) -> String {
    format!("\u{feff}{}", document.text)
}

fn wrapped(document: &Document) -> String {
    wrap::at_forty(&document.text, format_of(&document.path))
}

fn all_at_once(document: &Document) -> String {
    let step = |text: String| Document { name: String::new(), path: document.path.clone(), text };
    mark(&step(returns(&step(wrapped(&step(hyphens(&step(blanks(document)))))))))
}

/// Fails if a change of the form changes what is found, or if it changes fewer than `least` documents.
fn changes_nothing(change: fn(&Document) -> String, least: usize) {
    let mut changed = 0;
    let mut failures = Vec::new();
    for (document, before) in DOCUMENTS.iter() {
        let text = change(document);
        if text == document.text {
            continue;
        }
        changed += 1;
        let after = seen(&document.path, text.as_bytes());
        if *before != after {
            let missing: Vec<_> = before.iter().filter(|one| !after.contains(one)).collect();
            let new: Vec<_> = after.iter().filter(|one| !before.contains(one)).collect();
            failures.push(format!("{}:\n    no longer {missing:#?}\n    but {new:#?}", document.name));
        }
    }
    assert!(failures.is_empty(), "{} documents differ:\n{}", failures.len(), failures.join("\n"));
    assert!(changed >= least, "only {changed} documents are changed");
}

#[test]
fn line_ends_change_nothing() {
    changes_nothing(returns, 900);
}

#[test]
fn a_mark_at_the_head_changes_nothing() {
    changes_nothing(mark, 900);
}

#[test]
fn no_break_blanks_in_citations_change_nothing() {
    changes_nothing(blanks, 900);
}

#[test]
fn no_break_hyphens_in_citations_change_nothing() {
    changes_nothing(hyphens, 150);
}

#[test]
fn lines_of_forty_columns_change_nothing() {
    changes_nothing(wrapped, 500);
}

#[test]
fn all_of_it_changes_nothing() {
    changes_nothing(all_at_once, 900);
}

/// What the changes are tried on must hold something to lose.
#[test]
fn the_documents_hold_findings_and_history() {
    let all: Vec<&String> = DOCUMENTS.iter().flat_map(|(_, before)| before).collect();
    let is_history = |one: &&&String| one.contains("stand") || one.contains("says") || one.contains("passed");
    assert!(all.len() > 1000, "{}", all.len());
    assert!(all.iter().filter(is_history).count() > 600);
}

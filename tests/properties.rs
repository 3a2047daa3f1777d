//! Tests that line ends, byte order marks, signs for blanks and hyphens, line wraps and the order of documents change no
//! finding, that findings point at the bytes they quote, and that texts are written as they were read.

use std::path::Path;

use jiff::civil::date;
use proptest::prelude::*;
use sms_lint::document::Format;
use sms_lint::finding::Finding;
use sms_lint::lint::{Collected, Decision, Settings, examine};
use sms_lint::source::{Coding, SourceFile};

#[path = "common/settings.rs"]
mod settings;
use settings::settings;

/// Documents in which `«` and `»` enclose citations. Only blocks that may be wrapped stand in them: paragraphs, list
/// items and quotations, parted by blank lines.
const DOCUMENTS: &[(&str, &str)] = &[
    (
        "policy.md",
        "Cloud services of this organisation follow «ISO/IEC TR 20000-9:2015», and the controls are those of «ISO/IEC 27001:2013» \
         as well as «ISO/IEC 27002:2013». Guidance: «ISO/IEC 20000-1, -2 and -12».\n\n\
         - We read «parts 4, 7 and 9 of ISO/IEC 20000» together, with the «2012 edition of ISO 22301» beside them.\n\n\
         > The **provider** is certified against «SNI ISO/IEC 20000-9:2016» and «BS EN ISO/IEC 27001:2017», says the contract.\n",
    ),
    (
        "edition.md",
        "This edition cancels and replaces «ISO/IEC 27001:2013». The «ISO/IEC TR 20000-4» has been withdrawn and is no longer \
         part of the series, but «ISO/IEC TR 20000-7:2019» is what our integrated audits are built on today.\n\n\
         Small teams follow «ISO/IEC 20000-8», large ones «ISO/IEC 27001:2023», and everybody «ISO/IEC 20000-1:2018».\n",
    ),
    (
        "notes.txt",
        "Certified to «ISO 20000:2011» since the spring of 2012, with the tables of «GB/T 22080-2016» and the plans of \
         «ISO 22301:2012» in the annex; the rooms are kept as «ISO/IEC 17799:2005» and «BS 15000» once told us to.\n\n\
         The registers follow «JIS Q 20000-1:2012» and, for the assessments, «ISO/IEC 33704» in its first edition.\n",
    ),
    (
        "controls.md",
        "Weaknesses are mended as ISO/IEC 27001 «A.12.6.1» asks, accounts are kept along «A.9.2.1-A.9.2.4», «A.9.2.5» and «A.9.2.6» of the \
         same annex; the words of ISO 27001, «A 9.3.1», are those that our handbook repeats, and control «12.4.1» of ISO/IEC 27002 \
         is a page of its own.\n\n\
         > Security as a whole is what clause «9.7.3» of ISO/IEC 20000-1 was said to ask for, and budgets were «6.4» of it.\n\n\
         - Models are assessed along ISO/IEC 42001, A.6.1.2, and the keys of the house are listed in table A.9.2.1 of the book.\n",
    ),
    (
        "übung.md",
        "Die Prüfung für «ISO/IEC 27001:2013» läuft – gemäß «ISO/IEC TR 20000-9» – über Größen, die «ISO\u{a0}22301:2012» nennt. \
         監査は«ISO/IEC 20000-1:2011»に基づく。\n",
    ),
];

/// How a document is changed.
#[derive(Clone, Debug)]
struct Change {
    carriage_returns: bool,
    mark: bool,
    wrapped: bool,
    /// For each blank and hyphen of the citations in turn, again from the first behind the last: whether it is replaced.
    signs: Vec<bool>,
}

fn change() -> impl Strategy<Value = Change> {
    let signs = prop::collection::vec(any::<bool>(), 1..40);
    (any::<bool>(), any::<bool>(), any::<bool>(), signs).prop_map(|(carriage_returns, mark, wrapped, signs)| Change {
        carriage_returns,
        mark,
        wrapped,
        signs,
    })
}

const UNCHANGED: Change = Change { carriage_returns: false, mark: false, wrapped: false, signs: Vec::new() };

/// The bytes of a document once changed.
fn changed(document: &str, change: &Change) -> Vec<u8> {
    let mut text = signed(document, &change.signs);
    if change.wrapped {
        let wrap = |block| wrapped(block, 40);
        text = text.trim_end().split("\n\n").map(wrap).collect::<Vec<String>>().join("\n\n") + "\n";
    }
    if change.carriage_returns {
        text = text.replace('\n', "\r\n");
    }
    if change.mark {
        text.insert(0, '\u{feff}');
    }
    text.into_bytes()
}

/// The text without its marks, with no-break blanks and hyphens in citations where `signs` says so.
fn signed(document: &str, signs: &[bool]) -> String {
    let mut signs = signs.iter().copied().cycle();
    let mut inside = false;
    let mut text = String::new();
    for one in document.chars() {
        match one {
            '«' | '»' => inside = one == '«',
            ' ' if inside && signs.next() == Some(true) => text.push('\u{a0}'),
            '-' if inside && signs.next() == Some(true) => text.push('\u{2011}'),
            _ => text.push(one),
        }
    }
    text
}

/// A block with lines of at most `width` characters where its words allow.
fn wrapped(block: &str, width: usize) -> String {
    let (first, further) = match block.get(..2) {
        Some("- ") => ("- ", "  "),
        Some("> ") => ("> ", "> "),
        _ => ("", ""),
    };
    let mut lines = vec![first.to_owned()];
    for word in block[first.len()..].split([' ', '\n']) {
        let line = lines.last_mut().expect("there is a line from the start");
        if line.trim_end().len() <= first.len() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            *line += &format!(" {word}");
        } else {
            lines.push(format!("{further}{word}"));
        }
    }
    lines.join("\n")
}

/// Findings and mentions taken as history, with the rule and the text as it reads in one line.
#[derive(Debug, PartialEq)]
struct Seen {
    findings: Vec<(String, String)>,
    acknowledged: Vec<(String, String)>,
}

/// Examines the bytes of a file and fails unless each finding points at what it quotes.
fn seen(path: &str, bytes: &[u8]) -> Seen {
    let coding = Coding::detect(bytes).expect("the documents are text");
    let source = SourceFile::decode(path.into(), bytes, coding);
    let on = date(2026, 11, 22);
    let mut collected = Collected::default();
    let format = Format::of(Path::new(path)).expect("the endings are read");
    collected.add(examine(&source, format, Settings::on(on)));
    let report = collected.finish(Settings::on(on), Decision::Declined);
    let acknowledged: Vec<Finding> = report.acknowledged.into_iter().map(|one| one.finding).collect();
    let read = |findings: &[Finding]| findings.iter().map(|one| (one.rule.to_owned(), quoted(one, bytes))).collect();
    Seen { findings: read(&report.findings), acknowledged: read(&acknowledged) }
}

/// What a finding quotes, in one line and with plain signs; fails if other bytes stand at its place.
fn quoted(finding: &Finding, bytes: &[u8]) -> String {
    let place = &finding.primary.place;
    let at = |byte| usize::try_from(byte).expect("the documents are short");
    let slice = &bytes[at(place.start.byte)..at(place.end.byte)];
    assert_eq!(String::from_utf8_lossy(slice), finding.primary.text, "at {:?}", place.start);
    let before = String::from_utf8_lossy(&bytes[..at(place.start.byte)]).into_owned();
    assert_eq!(place.start.line as usize, before.matches('\n').count() + 1);
    let words: Vec<&str> =
        finding.primary.text.split(['\r', '\n', '>', ' ', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    words.join(" ").replace('\u{2011}', "-")
}

#[test]
fn the_documents_hold_what_the_changes_are_tried_on() {
    let all: Vec<Seen> = DOCUMENTS.iter().map(|(path, text)| seen(path, &changed(text, &UNCHANGED))).collect();
    let counts: Vec<(usize, usize)> = all.iter().map(|one| (one.findings.len(), one.acknowledged.len())).collect();
    assert_eq!(counts, [(11, 0), (4, 2), (7, 0), (7, 0), (4, 0)], "{all:#?}");
}

#[test]
fn blocks_are_wrapped_as_they_are_marked() {
    assert_eq!(wrapped("one two three", 8), "one two\nthree");
    assert_eq!(wrapped("- one two three", 9), "- one two\n  three");
    assert_eq!(wrapped("> one two", 5), "> one\n> two");
    assert_eq!(signed("a b «c d-e»", &[true, false]), "a b c\u{a0}d-e");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn signs_and_line_ends_change_no_finding(at in 0..DOCUMENTS.len(), change in change()) {
        let (path, document) = DOCUMENTS[at];
        let plain = seen(path, &changed(document, &UNCHANGED));
        prop_assert_eq!(seen(path, &changed(document, &change)), plain);
    }

    #[test]
    fn texts_are_written_as_they_were_read(text in "[ -~\u{a0}-\u{2fff}\u{1f600}]{9,60}", is_big in any::<bool>()) {
        let wide = text.encode_utf16().flat_map(if is_big { u16::to_be_bytes } else { u16::to_le_bytes });
        let mark: &[u8] = if is_big { &[0xFE, 0xFF] } else { &[0xFF, 0xFE] };
        let marked: Vec<u8> = mark.iter().copied().chain(wide).collect();
        for bytes in [text.clone().into_bytes(), [&b"\xEF\xBB\xBF"[..], text.as_bytes()].concat(), marked] {
            let coding = Coding::detect(&bytes).expect("it is text").settle(&bytes);
            prop_assert_eq!(&*coding.decode(&bytes), text.as_str());
            prop_assert_eq!(&*coding.encode(&text), &bytes[coding.mark_len()..]);
        }
    }

    #[test]
    fn bytes_that_are_no_utf_8_are_written_as_they_were_read(bytes in prop::collection::vec(1..=255_u8, 1..80)) {
        prop_assume!(std::str::from_utf8(&bytes).is_err() && !bytes.starts_with(&[0xFF, 0xFE]) && !bytes.starts_with(&[0xFE, 0xFF]));
        let Ok(coding) = Coding::detect(&bytes) else { return Ok(()) };
        let coding = coding.settle(&bytes);
        prop_assume!(coding.mark_len() == 0);
        let text = coding.decode(&bytes);
        prop_assert_eq!(&*coding.encode(&text), &bytes[..]);
    }

    #[test]
    fn reports_are_the_same_in_whatever_order_documents_are_read(
        order in Just((0..DOCUMENTS.len()).collect::<Vec<usize>>()).prop_shuffle(),
        groups in prop::collection::vec(0..3_usize, DOCUMENTS.len()),
    ) {
        let one_by_one: Vec<usize> = (0..DOCUMENTS.len()).collect();
        let plain = merged(&one_by_one, &vec![0; DOCUMENTS.len()]);
        prop_assert!(plain.contains("mixed-editions"));
        prop_assert_eq!(merged(&order, &groups), plain);
    }
}

/// The report of all documents, read in some order by some threads.
fn merged(order: &[usize], groups: &[usize]) -> String {
    let settings = settings();
    let mut threads = [Collected::default(), Collected::default(), Collected::default()];
    for at in order {
        let (path, document) = DOCUMENTS[*at];
        let text = signed(document, &[]);
        let source = SourceFile::from_text(path, &text);
        let format = Format::of(Path::new(path)).expect("the endings are read");
        threads[groups[*at]].add(examine(&source, format, settings));
    }
    let mut all = Collected::default();
    threads.into_iter().rev().for_each(|one| all.merge(one));
    let report = all.finish(settings, Decision::Asked);
    format!("{:?} {:?} {:?}", report.findings, report.acknowledged, report.summary)
}

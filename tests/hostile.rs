//! Tests that no text, however broken, stops a reader, leads it astray or costs it more than its length.

use std::time::Duration;

use proptest::prelude::*;
use sms_lint::document::Format;

#[path = "common/busy.rs"]
mod busy;
#[path = "common/examined.rs"]
mod examined;
use busy::Clock;
use examined::examined;

const FORMATS: &[Format] = &[
    Format::Markdown,
    Format::Mdx,
    Format::Html,
    Format::AsciiDoc,
    Format::Rst,
    Format::Org,
    Format::Latex,
    Format::Plain,
];

/// Bytes of a hostile text; those of a large one.
const SIZE: usize = 1 << 14;
const LARGE: usize = 1 << 20;

/// Far above what a reader needs even without optimisation, far below what one needs that goes back over and over.
const PATIENCE: Duration = Duration::from_secs(5);

/// What hostile texts are made of, over and over.
const PIECES: &[&str] = &[
    "<", "[", "|", "{", "*", "_", "`", "``", "\\", "~", "^", "+", "#", "%", "$", "&", "-", "=", "(", "'", "\"", "@@",
    "\n", "\t", " ", "é", "<a ", "<a x=\"", "<a x='\"", "<!--", "<![CDATA[", "</", "<b>", "<div>", "<sup>", "<sup><a>",
    "<table><tr><td>", "<table>", "<script>", "<ul><li>", "<X a={", "{/*", "{'", "import {\n", "export (\n", "> ",
    "- ", "* ", "1. ", "**a", "*a ", "_a_b ", "`a ", "[a](", "[[", "[[a][", "[^a]", "![", "<<", "<<<", "((", "(((",
    "{a}", "{{{a}}}", "{{{", "footnote:[", "link:a[", "https://a[", "image::a[", "[.a]#", "+++", "pass:[", "|===\n",
    "|===\n|a\n", ",===\n\"a\n", "a|\n!===\n", "====\n", "----\n", "////\n", "a::\n", "a:: ", ":a: b\n",
    ":a: {a}{a}\n", "ifdef::a[]\n", "== a\n", ".a\n", "* a\n+\n", ".. ", ".. a::\n", ".. |a| replace:: |a|\n", "|a| ",
    "`a <", "`a`_ ", ":a:`", "a_ ", "[a]_ ", "+--+\n", "+--+\n|a |\n", "==  ==\n", "==  ==\na   b\n", "| a\n", "  a\n",
    "a\n=\n", "a\n  ", ">>> \n", ".. list-table::\n\n   * - ", "#+begin_src\n", "#+macro: a {{{a}}}\n", "** a\n",
    "[fn:", "[fn:a:", ":a:\n", ": a\n", "\\begin{a}", "\\begin{tabular}{", "\\begin{verbatim}", "\\footnote{",
    "\\item[", "\\newcommand{\\a}{", "\\newcommand{\\a}{\\a\\a}\\a", "\\verb|", "\\a[", "\\\"",
];

fn read(format: Format, text: &str, name: &str) {
    let clock = Clock::start();
    let document = format.read(text, None);
    let needed = clock.worked();
    let prose: usize = document.blocks.iter().map(|block| block.prose.text().len()).sum();
    let patience = PATIENCE * if text.len() > SIZE { 12 } else { 1 };
    assert!(needed < patience, "{format:?} needs {needed:?} for {name:?}");
    assert!(prose <= 8 * text.len().max(SIZE), "{format:?} makes {prose} bytes of {name:?}");
}

#[test]
fn what_is_repeated_is_read_in_time() {
    for piece in PIECES {
        let text = piece.repeat(SIZE / piece.len());
        for format in FORMATS {
            read(*format, &text, piece);
        }
    }
    for piece in ["<", "[", "|", "- ", "> ", "{", "\n"] {
        let text = &piece.repeat(LARGE / piece.len());
        std::thread::scope(|scope| {
            for format in FORMATS {
                scope.spawn(move || read(*format, text, piece));
            }
        });
    }
}

#[test]
fn what_goes_ever_deeper_is_read_in_time() {
    let deeper = |line: &str| -> String {
        let mut text = String::new();
        let mut depth = 0;
        while text.len() < SIZE {
            text.push_str(&format!("{}{line}\n", " ".repeat(depth)));
            depth += 1;
        }
        text
    };
    for line in ["- a", "1. a", "a", "term\n", ".. note::", "| a", "> a", "<div>", "a::", ":a: b", "+--+"] {
        let text = deeper(line);
        for format in FORMATS {
            read(*format, &text, line);
        }
    }
}

/// Words and signs that formats give a meaning, in any order.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(PIECES),
        prop::sample::select(
            &[
                "ISO/IEC 27001:2013", "a", "é", "漢", "\u{A0}", "\n", "\n\n", "  ", "\r\n", ">", "]", "}", ")", "|",
                "::", "\\end{a}"
            ][..]
        ),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// As much as a sentence may hold between what belongs together.
const ROOMS: &str =
    "of the house and its rooms and of the garden and its trees and of the yard and its dogs and of the roof";

/// Words that mean something beside a citation, and signs that are neither letters nor digits or both, in any order.
fn said() -> impl Strategy<Value = String> {
    let words = prop::sample::select(
        &[
            "ISO/IEC 27001:2013", "ISO/IEC 20000-1:2018", "27001", "clause", "clauses 6.6 and 8.1", "A.9.2.1", "9.7.3",
            "and", "of", "the", "formerly", "was replaced by", "is certified to", "Annex A", "in", "part", "2013",
            "until", "valid until 2020-01-31", "since 31 December 2019", "Our SMS conforms to", "as", "no longer",
            "der", "seit", ROOMS,
        ][..],
    );
    let signs = prop::sample::select(
        &[" ", "\n", ", ", ". ", ": ", " (", ") ", "²", "½", "Ⅳ", "①", "٣", "e\u{301}", "\u{301}", "ᵃ", "漢", "ß", "İ"]
            [..],
    );
    let quotes = prop::sample::select(&["“", "”", "„", "«", "» ", "‘", "’", " – ", "…", "：", "、", " | "][..]);
    let signs = prop_oneof![2 => signs, 1 => quotes];
    prop::collection::vec((words, signs), 1..14)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(word, sign)| [word, sign]).collect())
}

/// What is said of citations, over and over, in one block or in many.
const CITING: &[&str] = &[
    "We follow ISO/IEC 27001:2013. ",
    "`ISO/IEC 27001:2013` ",
    "| ISO/IEC 27001:2013 |\n",
    "A.12.6.1 of ISO/IEC 27001:2013 is now A.8.8. ",
    "ISO/IEC 27001:2013, A.9.2.3, ",
    "- ISO/IEC 20000-1:2011, withdrawn in 2018\n",
    "ISO/IEC 27001:2022 replaced ISO/IEC 27001:2013; ",
    "# ISO 9001:2008\n\nWe hold it.\n\n",
    "term and clause 8.7.3 of ISO/IEC 20000-1\n",
];

/// Four times as much may take four times as long, and a little more; what looks at all others for each takes sixteen times.
#[test]
fn what_is_said_of_citations_over_and_over_is_judged_in_proportion_to_its_length() {
    let needed = |piece: &str, count| {
        let text = piece.repeat(count);
        let clock = Clock::start();
        let _ = examined("a.md", &text);
        clock.worked()
    };
    for piece in CITING {
        let (less, more) = (needed(piece, 3_000), needed(piece, 12_000));
        assert!(more <= less * 9 + Duration::from_millis(300), "{less:?}, then {more:?} for {piece:?}");
    }
}

/// A sentence is judged only so far as it reaches, and may be cut off within a date or a sign.
#[test]
fn what_stands_where_a_long_sentence_is_cut_off_is_judged() {
    let rooms = ROOMS.repeat(8);
    for said in ["until 2020-01-31", "valid until 31 December 2019 – „“", "since 2019年12月 as „old“ (2013)"]
    {
        for gap in 540..640 {
            let (before, behind) = (&rooms[..gap], format!("{} {said} and on.", &rooms[..gap]));
            let _ = examined("a.md", &format!("Certified to ISO/IEC 27001:2013 {behind}"));
            let _ = examined("a.md", &format!("It was {said} {before} by ISO/IEC 27001:2013 {behind}"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// A number that is no digit, such as "²" between a clause and a designation, once kept the judge for ever.
    #[test]
    fn whatever_stands_beside_a_citation_is_judged_in_time(text in said()) {
        let clock = Clock::start();
        let _ = examined("a.txt", &text);
        prop_assert!(clock.worked() < PATIENCE, "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn places_lie_in_the_text_and_marks_in_the_prose(text in soup()) {
        for format in FORMATS {
            for block in format.read(&text, None).blocks {
                let prose = block.prose.text();
                for (at, one) in prose.char_indices() {
                    let span = block.prose.source_span(at, at + one.len_utf8());
                    prop_assert!(text.get(span.start..span.end).is_some(), "{format:?}: {span:?} of {text:?}");
                }
                for mark in block.marks.iter() {
                    prop_assert!(prose.get(mark.range.clone()).is_some(), "{format:?}: {:?} of {prose:?}", mark.range);
                }
            }
        }
    }
}

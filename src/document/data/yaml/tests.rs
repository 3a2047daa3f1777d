//! Tests of keys, values and comments, and of what is no YAML.

use proptest::prelude::*;

use super::super::super::model::{Cell, Kind};
use super::super::tests::{owned, trimmed};
use super::*;

fn texts(source: &str) -> Vec<(Kind, String)> {
    trimmed(read_on(source, None, &mut Kept::whole()))
}

#[test]
fn scalars_of_every_style_are_read() {
    let source =
        "plain: one\n  two\nsingle: 'it''s'\ndouble: \"a\\u00e9 \\\n  b\"\nlit: |\n  x\n   y\nfold: >-\n  p\n  q\n";
    let expected = [
        (Kind::Metadata, "plain: one two"),
        (Kind::Metadata, "single: it's"),
        (Kind::Metadata, "double: aé b"),
        (Kind::Metadata, "lit: x\ny"),
        (Kind::Metadata, "fold: p q"),
    ];
    assert_eq!(texts(source), owned(&expected));
}

#[test]
fn lists_maps_and_rows_are_told_apart() {
    let source = "- ISO 9001\n- a: b\n  c: [d, e]\n- x:\n    y: z\n";
    let cell = |column| Kind::Cell(Cell { table: 0, row: 1, column });
    let expected = [
        (Kind::Item, "ISO 9001"),
        (cell(0), "a: b"),
        (cell(1), "c: d"),
        (cell(1), "e"),
        (Kind::Key(1), "x"),
        (Kind::Metadata, "y: z"),
    ];
    assert_eq!(texts(source), owned(&expected));
}

#[test]
fn comments_are_read_and_those_beside_values_with_them() {
    let source = "# one\n# two\n\n# three\na: b # four\nc: |\n  x # no comment\nd: [e, f] # five\n# six\n";
    let expected = [
        (Kind::Text, "one\ntwo"),
        (Kind::Text, "three"),
        (Kind::Metadata, "a: b # four"),
        (Kind::Metadata, "c: x # no comment"),
        (Kind::Key(1), "d"),
        (Kind::Item, "e"),
        (Kind::Item, "f # five"),
        (Kind::Key(1), ""),
        (Kind::Text, "six"),
    ];
    assert_eq!(texts(source), owned(&expected));
}

#[test]
fn aliases_and_tags_and_further_documents_are_taken_as_they_are() {
    let source = "a: &x !!str one\nb: *x\n---\nc: {<<: *y}\n...\n---\n- ? [k]\n  : v\n";
    let found = texts(source);
    let words: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).filter(|one| !one.is_empty()).collect();
    assert_eq!(words, ["a: one", "b:", "c", "<<: *y", "k", "v"]);
}

#[test]
fn broken_text_loses_nothing_and_goes_on_below_its_keys() {
    let source = "top:\n  a: \"open\n  b: c: d\n  list:\n    - x\n  \ttab\nnext: [1, 2\nlast: one\n";
    let document = read_on(source, None, &mut Kept::whole());
    let fault = document.fault.expect("it is broken");
    assert!((fault.format, fault.at) > (NAME, 0));
    let found: Vec<&str> = document.blocks.iter().map(|one| one.prose.text().trim()).collect();
    for word in ["top", "a", "open", "b", "c", "d", "x", "tab", "next", "1", "2", "last: one"] {
        assert!(found.iter().any(|text| text.contains(word)), "{word} in {found:?}");
    }
}

#[test]
fn a_value_with_a_colon_is_read_to_the_end_of_its_line() {
    let source = "standard: ISO 22301: 2012 # old\nowner: a\n";
    assert_eq!(
        texts(source)[..2],
        owned(&[(Kind::Metadata, "standard: ISO 22301: 2012 # old"), (Kind::Metadata, "owner: a")])
    );
}

#[test]
fn windows_are_cut_before_entries_far_out() {
    let text = b"list:\n- a: b\n  c: d\n- e: f\n  g: h\n  i: j\n  k: l\n\n# z\n";
    let end = cut(text).expect("there is a line");
    assert_eq!(&text[end..], b"- e: f\n  g: h\n  i: j\n  k: l\n\n# z\n");
}

#[test]
fn front_matter_needs_no_parser() {
    let source = "title: \"A: b # c\"\nversion: 7.7\ntags: [request, 'policy']\nsee: ISO 9001:2015, part (a)\n";
    assert!(flat::read(source, 0, &mut Builder::new(None)));
    for source in ["a: b: c\n", "a: b # c\n", "a:\n", "a: |\n", "- a\n", "a: *b\n", "a: b\n  c\n", "a: [b, [c]]\n"] {
        assert!(!flat::read(source, 0, &mut Builder::new(None)), "{source}");
    }
}

proptest! {
    #[test]
    fn lines_read_the_same_without_the_parser(
        lines in prop::collection::vec(prop_oneof![
            8 => "(iso|a_b|aB|[a-c]{1,2}[-_0-9]?)( ?)(: |: |: |:  |:)([a-cA 0-9é\u{A0}\u{2013}\u{85}\u{FEFF}:.,;%+?@&*!'\"()/_#-]{0,6}[a-c0-9)\"'])?",
            4 => "[a-c]: (\"[a-c0-9:# ,é\u{A0}\u{85}\u{FFFE}'\\\\]{0,5}\"|'[a-c0-9:# ,é\u{A0}\u{FEFF}\"]{0,5}')",
            4 => "[a-c]{1,2}: \\[( ?([a-c0-9.é\u{A0} -]{1,4}|\"[a-c:# ]{0,3}\"),){0,3} ?[a-c0-9-]{0,3} ?\\]",
            1 => Just(String::new()),
            1 => "(  |- )?[a-c: ]{0,4}",
        ], 0..6),
        line_end in prop_oneof![3 => Just("\n"), 1 => Just("\r\n"), 1 => Just("\n\r\n")],
        end in "(\r?\n){0,2}\r?",
        base in 0_usize..9,
        anchors in prop::option::of(prop::collection::btree_set(0_usize..60, 0..3)),
    ) {
        let text = lines.join(line_end) + &end;
        let anchors: Option<Vec<usize>> = anchors.map(|all| all.into_iter().collect());
        let anchors = anchors.as_deref();
        let mut builder = Builder::new(anchors);
        if flat::read(&text, base, &mut builder) {
            let read = read_parsed(&text, base, Builder::new(anchors), &mut Kept::whole(), false);
            prop_assert_eq!(format!("{:?}", builder.blocks), format!("{:?}", read.blocks), "{}", text);
            prop_assert_eq!(read.fault, None, "{}", text);
        } else {
            prop_assert!(builder.blocks.is_empty() && builder.frames.is_empty());
        }
    }

    #[test]
    fn every_word_of_what_is_no_yaml_is_read_once(
        lines in prop::collection::vec(
            prop::sample::select(vec!["", "W W", "W (W) W.", "- W", "| W | W |", "> W", "`W", "@ W", "W: W", "  W W", "---", "{W", "- W: W: W"]),
            0..12,
        ),
        is_printed: bool,
    ) {
        let mut count = 0;
        let mut number = |_| {
            count += 1;
            format!("w{count}w")
        };
        let marked = lines.join("\n") + "\n";
        let parts: Vec<&str> = marked.split('W').collect();
        let text = parts.iter().skip(1).fold(parts[0].to_owned(), |text, part| text + &number(()) + part);
        let builder = Builder::new(None);
        let read = read_parsed(&text, 0, builder, &mut Kept::whole(), is_printed && loose::is_printed(&text));
        let all: Vec<&str> = read.blocks.iter().map(|block| block.prose.text()).collect();
        let all = all.join("\n");
        for number in 1..parts.len() {
            let word = format!("w{number}w");
            prop_assert_eq!(all.matches(&word).count(), 1, "{} of {}\n{}", word, text, all);
        }
    }

    #[test]
    fn text_that_is_no_yaml_reads_the_same_without_the_parser(
        lines in prop::collection::vec(prop_oneof![
            4 => Just(String::new()),
            8 => "[a-c(0-9][a-c0-9,.|:#'\"*&-]{0,6}( {1,2}[a-c0-9:#.|é“\u{A0}-]{1,4}){0,3}(: [a-c]| #[a-c]|:| )?",
            3 => "#{1,2}( [a-c:#]{1,3}){0,2}",
            3 => "[|>]-? {0,2}[a-c#|1-]{0,3} ?\\|?",
            2 => "- ?[a-c:]{0,3}( [a-c]{1,2}){0,2}",
            1 => "  ?[a-c:#|-]{1,3}( [a-c:#]{1,3})?",
            1 => "[`@*&!%?\\[{\"',-]{1,3}[a-c]{0,2}",
            1 => "[a-c]: ?[a-c]{0,2}",
            1 => "(---|\\.\\.\\.|-|\t|\u{85}|\u{FEFF}|\u{FFFE}|a\tb|a\u{1}|\u{7F}|#\u{0}|a\r)",
        ], 0..12),
        end in "\n{0,2}",
        base in 0_usize..9,
        anchors in prop::option::of(prop::collection::btree_set(0_usize..90, 0..3)),
    ) {
        let text = lines.join("\n") + &end;
        let anchors: Option<Vec<usize>> = anchors.map(|all| all.into_iter().collect());
        let read = |is_printed| {
            let mut kept = Kept::whole();
            let found = read_parsed(&text, base, Builder::new(anchors.as_deref()), &mut kept, is_printed);
            format!("{:?} {:?} {:?}", found.fault, found.blocks, kept)
        };
        prop_assert_eq!(read(loose::is_printed(&text)), read(false), "{}", text);
    }
}

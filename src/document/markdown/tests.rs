//! Tests of blocks that are read with and without the parser.

use proptest::prelude::*;

use super::super::model::Cell;
use super::*;

/// All that is known of the blocks of a document.
fn shown(document: &Document) -> Vec<String> {
    document.blocks.iter().map(|block| format!("{block:?}")).collect()
}

/// The same document with and without the blocks that are read without the parser.
fn both(text: &str, anchors: Option<&[usize]>) -> (Vec<String>, Vec<String>) {
    let options = options() | front_matter();
    let mut slow = Reader::new(text, anchors, options);
    slow.parse(0..text.len());
    (shown(&read_with(text, anchors, options)), shown(&slow.finish()))
}

fn texts(source: &str) -> Vec<(Kind, String)> {
    read(source, None).blocks.into_iter().map(|block| (block.kind, block.prose.text().to_owned())).collect()
}

#[test]
fn inline_markup_is_joined_and_blocks_are_apart() {
    let found = texts("# The *ISO/IEC* **27001**\n\nOne [two](http://x.y) three\nfour\n\n- a\n- b `c`\n\n> q\n");
    let words: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(words, ["The ISO/IEC 27001", "One two three\nfour", "a", "b c", "q"]);
    assert_eq!(found[0].0, Kind::Heading(1));
    assert_eq!((found[1].0, found[2].0), (Kind::Text, Kind::Item));
}

#[test]
fn words_in_braces_belong_to_a_heading() {
    let text = "# Policy {ISO 9001:2008}\n\nSecond *one* {ISO 14001:2004, 4.1}\n===\n\n## T {#id9 .c}\n\n## U {: .no_toc2}\n\n## V {k=9}\n";
    let expected = [
        (Kind::Heading(1), "Policy {ISO 9001:2008}"),
        (Kind::Heading(1), "Second one {ISO 14001:2004, 4.1}"),
        (Kind::Heading(2), "T"),
        (Kind::Heading(2), "U"),
        (Kind::Heading(2), "V"),
    ];
    let expected: Vec<(Kind, String)> = expected.into_iter().map(|(kind, text)| (kind, text.to_owned())).collect();
    assert_eq!(texts(text), expected);
    let read = read(text, None);
    let at = read.blocks[0].prose.text().find("ISO").expect("there");
    assert_eq!(read.blocks[0].prose.source_span(at, at + 3).start, text.find("ISO").expect("there"));
}

#[test]
fn what_has_no_anchor_is_passed_by_but_keeps_its_place() {
    let long = "words ".repeat(30);
    let source = format!("Label\n\n{long}\n\n- a\n- ISO 1\n\n| H |\n|---|\n| b |\n| ISO 2 |\n");
    let anchors: Vec<usize> = source.match_indices("ISO").map(|(at, _)| at).collect();
    let blocks = read(&source, Some(&anchors)).blocks;
    let words: Vec<&str> = blocks.iter().map(|block| block.prose.text()).filter(|text| !text.is_empty()).collect();
    assert_eq!(words, ["Label", "ISO 1", "H", "ISO 2"]);
    assert_eq!((blocks[1].kind, blocks[1].prose.text()), (Kind::Text, ""));
    assert_eq!(read(&source, None).blocks.len(), 7);
}

#[test]
fn marks_of_footnotes_are_left_out_and_struck_text_is_known() {
    let document = read("ISO 27001[^a]:2013, 27002<sup>2</sup>:2013, [x], ~~ISO 1~~ <del>ISO 2</del>\n", None);
    let block = &document.blocks[0];
    assert_eq!(block.prose.text(), "ISO 27001:2013, 27002:2013, [x], ISO 1 ISO 2");
    let struck = |words: &str| {
        let at = block.prose.text().rfind(words).expect("there");
        block.has_role(&(at..at + words.len()), Role::Struck)
    };
    assert!(struck("ISO 1") && struck("ISO 2") && !struck("27002"));
}

#[test]
fn cells_know_their_row_and_column() {
    let found = texts("| Old | New |\n|---|---|\n| a | b |\n");
    let cell = |row, column| Kind::Cell(Cell { table: 0, row, column });
    assert_eq!(found[0], (cell(0, 0), "Old".into()));
    assert_eq!(found[3], (cell(1, 1), "b".into()));
}

#[test]
fn front_matter_is_read_as_the_data_it_is() {
    let source = "---\ntitle: \"A\"\ndescription: built on ISO\n  9001:2015\ntags:\n- x\n---\n\nText\n";
    let words = [
        (Kind::Metadata, "title: A"),
        (Kind::Metadata, "description: built on ISO 9001:2015"),
        (Kind::Key(1), "tags"),
        (Kind::Metadata, "x"),
        (Kind::Key(1), ""),
        (Kind::Text, "Text"),
    ];
    assert_eq!(texts(source), words.map(|(kind, text)| (kind, text.to_owned())));
    let document = read(source, None);
    let span = document.blocks[1].prose.source_span(22, 35);
    assert_eq!(&source[span.start..span.end], "ISO\n  9001:2015");
    assert_eq!(texts("+++\ntitle = 'B'\n+++\n\nText\n")[0], (Kind::Metadata, "title: B".to_owned()));
    // Without an anchor in it, its title is left.
    let blocks = read(source, Some(&[source.len() - 2])).blocks;
    assert_eq!((blocks.len(), blocks[0].prose.text()), (2, "title: A"));
}

#[test]
fn entities_escapes_and_code_lead_back_to_the_source() {
    let source = "ISO&nbsp;27001\\_x and ``ISO 9001``";
    let document = read(source, None);
    let block = &document.blocks[0];
    assert_eq!(block.prose.text(), "ISO 27001_x and ISO 9001");
    let at = block.prose.text().find("27001_x").expect("there");
    let span = block.prose.source_span(at, at + 7);
    assert_eq!(&source[span.start..span.end], "27001\\_x");
    let code = block.prose.text().rfind("ISO").expect("there");
    assert!(block.is_code(&(code..code + 3)) && !block.is_code(&(0..3)));
}

#[test]
fn html_between_lines_is_read_without_its_tags() {
    let found = texts(
        "<h1 align=\"center\">📜 ISO <b>27001</b>:2013</h1>\n\nOne<br>two <img alt=\"ISO 9001\" src=\"iso-9001.png\">\n",
    );
    assert_eq!(found[0].1, "📜 ISO 27001:2013");
    assert_eq!(found[1].1, "One\ntwo ISO 9001 ");
    let titled = texts("<img title=\"ISO 9001\" src=\"a.png\"> <img alt=\"b\" title=\"c\" src=\"b.png\">\n");
    assert_eq!(titled[0].1, "ISO 9001  b ");
}

/// Lines that begin blocks of every kind, and some that begin none.
fn line() -> impl Strategy<Value = String> {
    let inline = "([a-cA-C01é.]{1,3}|[*_`~]{1,3}[a-c]{1,2}[*_`~]{0,3}|\\[[a-c^ ]{0,2}\\](\\([a-c]\\))?|<[a-c/]{0,2}>|!\\[a\\]\\(b\\)|\\[a b\\]\\(c\\)|\\*\\*a b\\*\\*|`a b`|a_1|\t|~~a~~|<http:a>|&amp;|[-|:+#>(!\\\\{=]){1,4}";
    let words = proptest::string::string_regex(&format!("({inline} {{0,2}}){{1,5}}")).expect("it is an expression");
    let begin = prop_oneof![
        5 => Just(""), 2 => Just("- "), 2 => Just("1. "), 1 => Just("* "), 2 => Just("  "), 1 => Just("   "),
        1 => Just("    "), 1 => Just("  - "), 1 => Just("# "), 2 => Just("> "), 1 => Just("2) "), 1 => Just(": "),
        1 => Just("+ "), 1 => Just("- [x] "), 1 => Just("[a]: "), 1 => Just("<div>"), 1 => Just("-"),
    ];
    let row = proptest::string::string_regex(&format!("(\\| ?({inline})? ?){{1,4}}\\|?")).expect("it is an expression");
    prop_oneof![
        4 => Just(String::new()),
        6 => (begin, words).prop_map(|(begin, words)| begin.to_owned() + &words),
        3 => row,
        2 => "(\\|-{1,3}:?){1,3}\\|? ?",
        1 => Just("---".to_owned()),
        2 => "(```|~~~|---|\\.\\.\\.|===|\\*\\*\\*|</div>|_{3,4}|-{1,2}|\\| a |```a|   ```| |\t)",
        2 => "[a-c ]{60,130}(!\\[a\\]\\(b\\)|<del>)?",
    ]
}

proptest! {
    #[test]
    fn what_is_read_without_the_parser_reads_as_with_it(
        lines in prop::collection::vec(line(), 0..14),
        end in "(\n|\r\n){0,2}",
        line_end in prop_oneof![3 => Just("\n"), 1 => Just("\r\n")],
        anchors in prop::option::of(prop::collection::btree_set(0_usize..400, 0..4)),
    ) {
        let text = lines.join(line_end) + &end;
        let anchors: Option<Vec<usize>> = anchors.map(|all| all.into_iter().collect());
        let (quick, slow) = both(&text, anchors.as_deref());
        prop_assert_eq!(quick, slow, "{}", text);
    }
}

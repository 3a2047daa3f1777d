//! Tests of blocks and of what is marked in them.

use super::super::super::model::Cell;
use super::*;

fn blocks(source: &str) -> Vec<(Kind, String)> {
    read(source).blocks.into_iter().map(|block| (block.kind, block.prose.text().trim().to_owned())).collect()
}

fn texts(source: &str) -> Vec<String> {
    blocks(source).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn the_head_of_a_document_is_metadata() {
    let source =
        "= Policy for _all_\nJane Roe <jane@x.org>\nv1.0, 2021-01-01\n:revdate: 2021\n// note\n\n== Scope\nText\n";
    let expected = [
        (Kind::Heading(1), "Policy for all"),
        (Kind::Metadata, "Jane Roe <jane@x.org>"),
        (Kind::Metadata, "v1.0, 2021-01-01"),
        (Kind::Metadata, "2021"),
        (Kind::Heading(2), "Scope"),
        (Kind::Text, "Text"),
    ];
    let expected: Vec<(Kind, String)> = expected.map(|(kind, text)| (kind, text.to_owned())).to_vec();
    assert_eq!(blocks(source), expected);
}

#[test]
fn names_stand_for_their_text_which_counts_where_it_is_defined() {
    let source = ":body: ISO/IEC\n:iso: {body} 27001\n\nPer {iso}:2013 and {iso}, {nosuch}, \\{iso}{empty}.\n";
    let document = read(source);
    let block = &document.blocks[2];
    assert_eq!(block.prose.text(), "Per ISO/IEC 27001:2013 and ISO/IEC 27001, {nosuch}, {iso}.");
    assert!(!block.is_named(&(4..22)) && block.is_named(&(27..40)));
    let span = block.prose.source_span(4, 22);
    assert_eq!(&source[span.start..span.end], "{iso}:2013");
}

#[test]
fn comments_are_not_read_and_includes_are_named() {
    let source = "one\n// ISO 1\ntwo\n\n////\nISO 2\n\n////\n\n[comment]\nISO 3\nISO 4\n\n[comment]\n--\nISO 5\n--\n\ninclude::iso-6.adoc[]\n\nifdef::x[seen]\n";
    assert_eq!(texts(source), ["one\ntwo", "iso-6.adoc", "seen"]);
    assert!(read(source).blocks[1].has_role(&(0..10), Role::Address));
}

#[test]
fn conditions_hide_nothing_but_take_no_names() {
    let source = ":a: x\nifdef::site[:a: y]\nifndef::a[]\n:b: 1\n:a: z\nendif::[]\nifdef::b[:c: w]\n\n{a} {b} {c}\n\nifdef::site[]\nseen\nendif::[]\n";
    assert_eq!(texts(source)[5..], ["x 1 w", "seen"]);
}

#[test]
fn listings_are_code_and_what_holds_blocks_is_not() {
    let source = "[source,sh]\n----\n* a\n\n// b\n----\n\n....\nc\n....\n\n====\nNOTE: d\n====\n\n[source]\ne\nf\n\n lit\n\n____\ng\n____\n\n```sh\nh\n```\n";
    let code = |text: &str| (Kind::Code, text.to_owned());
    let text = |text: &str| (Kind::Text, text.to_owned());
    let expected = [code("* a\n\n// b"), code("c"), text("NOTE: d"), code("e\nf"), code("lit"), text("g"), code("h")];
    assert_eq!(blocks(source), expected);
}

#[test]
fn lists_have_items_terms_and_attached_blocks() {
    let source = "* a\n  b\n** c\n+\nd\n\n. e\n\nf\n\nterm:: g\nnext::\n  h\n\n<1> i\n";
    let found = blocks(source);
    let words: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(words, ["a\nb", "c", "d", "e", "f", "term", "g", "next", "h", "i"]);
    let kinds: Vec<bool> = found.iter().map(|(kind, _)| *kind == Kind::Item).collect();
    assert_eq!(kinds, [true, true, true, true, false, false, false, false, true, true]);
}

#[test]
fn marks_are_taken_out_and_other_signs_are_not() {
    for (source, text) in [
        ("ISO/IEC *27001*:2013 and __ISO__9001, `x` #y# H~2~O", "ISO/IEC 27001:2013 and ISO9001, x y H2O"),
        ("a * b, 2 * 3, snake_case_word, ISO_27001", "a * b, 2 * 3, snake_case_word, ISO_27001"),
        ("\\*no*, +*no*+, ++_no_++, pass:[<b>x</b>]", "*no*, *no*, _no_, x"),
        ("https://iso.org/27001[ISO 27001^] link:a.html[b, window=_blank] xref:iso-27001[]", "ISO 27001 b iso-27001"),
        (
            "<<sec,the _section_>> <<sec>> [[here]]x ((term)) (((hid, den))) end +\nline",
            "the section sec x term  end\nline",
        ),
        ("A.footnote:[See *ISO* 9001 [x\\].] B&nbsp;C ISO(R)", "A. B C ISO®"),
        (
            "\"`curved`\" image:x.png[The picture,100] [.lead]#big# [line-through]#old#",
            "\"curved\" The picture big old",
        ),
        ("menu:File[Save] kbd:[Ctrl+C] {empty}linkgit:git-add[1]", "File Save Ctrl+C linkgit:git-add[1]"),
    ] {
        assert_eq!(texts(source)[0].replace("  ", " "), text.replace("  ", " "), "{source}");
    }
    assert_eq!(texts("A.footnote:[See *ISO* 9001.] B"), ["A. B", "See ISO 9001."]);
    let struck = &read("[line-through]#old# new").blocks[0];
    assert!(struck.has_role(&(0..3), Role::Struck) && !struck.has_role(&(4..7), Role::Struck));
}

#[test]
fn tables_have_cells_with_rows_and_columns() {
    let source =
        ".Title\n[cols=\"1,2a\",options=\"header\"]\n|===\n|Old |New\n\n|ISO +\n*1* | * item\n\nmore\n2+|both\n|===\n";
    let cell = |row, column| Kind::Cell(Cell { table: 0, row, column });
    let expected = [
        (Kind::Text, "Title"),
        (cell(0, 0), "Old"),
        (cell(0, 1), "New"),
        (cell(1, 0), "ISO\n1"),
        (cell(1, 1), "item"),
        (cell(1, 1), "more"),
        (cell(2, 0), "both"),
    ];
    let expected: Vec<(Kind, String)> = expected.map(|(kind, text)| (kind, text.to_owned())).to_vec();
    assert_eq!(blocks(source), expected);
    let nested = ",===\na,b\nc,d\n,===\n\n|===\na|\n!===\n!x\n!===\n|===\n";
    let rows: Vec<(usize, usize)> = blocks(nested)
        .iter()
        .filter_map(|(kind, _)| if let Kind::Cell(cell) = kind { Some((cell.table, cell.row)) } else { None })
        .collect();
    assert_eq!(rows, [(0, 0), (0, 0), (0, 1), (0, 1), (2, 0)]);
}

#[test]
fn titles_may_be_underlined() {
    let source = "git-add(1)\n==========\n\nNAME\n----\ngit-add - adds\n\n----\ncode\n----\n";
    let found = blocks(source);
    assert_eq!(found[0], (Kind::Heading(1), "git-add(1)".into()));
    assert_eq!(found[1], (Kind::Heading(2), "NAME".into()));
    assert_eq!(found[3], (Kind::Code, "code".into()));
}

#[test]
fn blanks_between_the_brackets_of_an_address_are_left_out_whole() {
    assert_eq!(texts("See <https://a.org[\u{a0}] and https://b.org[  ].\n").len(), 1);
    assert_eq!(texts(",===\n\"a\n<https://a[\u{a0}]").len(), 1);
}

#[test]
fn titles_among_attributes_are_shown() {
    let source = "image::a.png[Plan,title=\"By ISO 9001, all of it\"]\n\n[.lead,title=Scope of it]\nWords.\n";
    assert_eq!(texts(source), ["Plan", "By ISO 9001, all of it", "Scope of it", "Words."]);
}

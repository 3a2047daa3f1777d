//! Tests of blocks and of what is marked in them.

use super::super::super::mark::Role;
use super::super::table::cell;
use super::*;

fn blocks(source: &str) -> Vec<(Kind, String)> {
    read(source).blocks.into_iter().map(|block| (block.kind, block.prose.text().trim().to_owned())).collect()
}

fn texts(source: &str) -> Vec<String> {
    blocks(source).into_iter().map(|(_, text)| text).collect()
}

fn of<const N: usize>(blocks: [(Kind, &str); N]) -> Vec<(Kind, String)> {
    blocks.map(|(kind, text)| (kind, text.to_owned())).to_vec()
}

#[test]
fn titles_have_levels_and_what_a_document_says_of_itself_is_metadata() {
    let source = "======\nPolicy\n======\n\n:Author: Jane\n:Standard: ISO/IEC\n   27001\n\nScope\n=====\nText\n\n----\n\nMore\n----\n\nEnd\n===\n:a: b\n";
    let expected = of([
        (Kind::Heading(1), "Policy"),
        (Kind::Metadata, "Author: Jane"),
        (Kind::Metadata, "Standard: ISO/IEC\n27001"),
        (Kind::Heading(2), "Scope"),
        (Kind::Text, "Text"),
        (Kind::Heading(3), "More"),
        (Kind::Heading(2), "End"),
        (Kind::Text, "a"),
        (Kind::Text, "b"),
    ]);
    assert_eq!(blocks(source), expected);
}

#[test]
fn lists_and_literal_blocks_are_told_apart() {
    let source = "* one\n  two\n\n  three::\n\n    code\n\n* four\n\n  1. five\n\nterm\n  six\n\n-o FILE  seven\n\n| a\n| b\n\n>>> x\ny\n\nA. Miller\nsaid::\n\n> q\n\n..\n\n  quote\n";
    let expected = of([
        (Kind::Item, "one\ntwo"),
        (Kind::Item, "three:"),
        (Kind::Code, "code"),
        (Kind::Item, "four"),
        (Kind::Item, "five"),
        (Kind::Text, "term"),
        (Kind::Text, "six"),
        (Kind::Code, "-o FILE"),
        (Kind::Text, "seven"),
        (Kind::Text, "a\nb"),
        (Kind::Code, ">>> x\ny"),
        (Kind::Text, "A. Miller\nsaid:"),
        (Kind::Code, "> q"),
        (Kind::Text, "quote"),
    ]);
    assert_eq!(blocks(source), expected);
}

#[test]
fn comments_targets_and_directives_are_told_apart() {
    let source = ".. ISO 1\n   ISO 2\n\n.. _iso: https://iso.org\n.. [1] Note *a*\n.. [ISO] Words\n.. code-block:: sh\n   :caption: Cap\n\n   run\n\n.. note:: Mind\n   this\n\n   and that\n.. admonition:: Title\n   :class: x\n\n   Body\n.. image:: iso-3.png\n   :alt: Plan\n.. include:: iso-4.rst\n.. toctree::\n\n   iso-5\n   ISO 9 <iso-9>\n.. raw:: html\n\n   <b>raw</b>\n";
    let expected = of([
        (Kind::Note, "Note a"),
        (Kind::Text, "ISO"),
        (Kind::Note, "Words"),
        (Kind::Text, "Cap"),
        (Kind::Code, "run"),
        (Kind::Text, "Mind\nthis"),
        (Kind::Text, "and that"),
        (Kind::Text, "Title"),
        (Kind::Text, "Body"),
        (Kind::Text, "Plan"),
        (Kind::Text, "iso-4.rst"),
        (Kind::Item, "ISO 9"),
        (Kind::Text, "raw"),
    ]);
    assert_eq!(blocks(source), expected);
}

#[test]
fn marks_are_taken_out_and_other_signs_are_not() {
    for (source, text) in [
        ("ISO/IEC **27001**:2013, *x*, ``a * b``, 2*3*4, a * b", "ISO/IEC 27001:2013, x, a * b, 2*3*4, a * b"),
        (
            "`the text <https://x.y>`_ and `ref`_ and word_ and anon__ x_y _z",
            "the text and ref and word and anon x_y _z",
        ),
        (":ref:`Label <iso-1>` :term:`asset` `x`:sub: a :b: c", "Label asset x a :b: c"),
        ("ISO\\ 27001 \\*x\\* [1]_ [#n]_ [CIT]_ |nosuch| _`here`", "ISO27001 *x*   [CIT] |nosuch| here"),
        ("ISO/IEC\\ :sup:`1` https://x.y/z_ (*a*) 'b'", "ISO/IEC1 https://x.y/z_ (a) 'b'"),
    ] {
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<&str>>().join(" ");
        assert_eq!(squeezed(&texts(source)[0]), squeezed(text), "{source}");
    }
    let document = read(":ref:`iso-27001` ``iso`` :del:`old`");
    let block = &document.blocks[0];
    assert!(
        block.has_role(&(0..9), Role::Address) && block.is_code(&(10..13)) && block.has_role(&(14..17), Role::Struck)
    );
}

#[test]
fn names_stand_for_their_text_which_counts_where_it_is_defined() {
    let source =
        "Per |iso|:2013 and |iso|, |copy|.\n\n.. |iso| replace:: ISO/IEC *27001*\n.. |copy| unicode:: 0xA9 .. sign\n";
    let document = read(source);
    let block = &document.blocks[0];
    assert_eq!(block.prose.text(), "Per ISO/IEC 27001:2013 and ISO/IEC 27001, ©.");
    assert!(!block.is_named(&(4..22)) && block.is_named(&(27..40)));
    let span = block.prose.source_span(4, 22);
    assert_eq!(&source[span.start..span.end], "|iso|:2013");
    assert_eq!((document.blocks[1].kind, document.blocks[1].prose.text()), (Kind::Metadata, "ISO/IEC 27001"));
}

#[test]
fn rows_with_words_across_a_border_are_not_torn() {
    let expected = of([(cell(0, 0), "Old"), (cell(0, 1), "New"), (cell(1, 0), "ISO 41001:2018 x")]);
    assert_eq!(blocks("=====  ======\nOld    New\n=====  ======\nISO 41001:2018 x\n=====  ======\n"), expected);
    let grid = "+-----+------+\n| Old | New  |\n+=====+======+\n| ISO 41001:2018 | 漢 x |\n+-----+------+\n";
    let found = blocks(grid);
    assert_eq!(found[..2], expected[..2]);
    assert_eq!(found[2].0, cell(1, 0));
    assert!(found[2].1.contains("ISO 41001:2018"), "{found:?}");
}

#[test]
fn tables_of_every_kind_have_cells() {
    let expected = of([
        (cell(0, 0), "Old"),
        (cell(0, 1), "New"),
        (cell(1, 0), "ISO\n1"),
        (cell(1, 1), "漢 x"),
        (cell(2, 0), "both"),
    ]);
    let grid = "+-----+------+\n| Old | New  |\n+=====+======+\n| ISO | 漢 x |\n| 1   |      |\n+-----+------+\n| both       |\n+-----+------+\n";
    assert_eq!(blocks(grid), expected);
    let simple = "=====  ======\nOld    New\n=====  ======\nISO    漢 x\nboth\n=====  ======\n\nText\n";
    assert_eq!(blocks(simple)[..2], expected[..2]);
    assert_eq!(blocks(simple)[3..], of([(cell(1, 1), "漢 x"), (cell(2, 0), "both"), (Kind::Text, "Text")]));
    let list = ".. list-table:: Title\n   :header-rows: 1\n\n   * - Old\n     - New\n   * - ISO\n       1\n     - 漢 x\n   * - both\n";
    assert_eq!(blocks(list)[1..], expected);
    let values = ".. csv-table::\n   :header: Old, New\n\n   \"ISO\n   1\", 漢 x\n   both\n";
    assert_eq!(blocks(values), expected);
}

#[test]
fn columns_are_joined_under_a_line_of_their_own() {
    let source = "====  ====  ====\nA     B     C\n----  ----------\nD     E\n====  ==========\n1     2     3\n====  ====  ====\n";
    let found = blocks(source);
    assert_eq!(found[1..4], of([(cell(0, 1), "B C"), (cell(1, 0), "D"), (cell(1, 1), "E")]));
    assert_eq!(found.last(), Some(&(cell(2, 2), "3".to_owned())));
}

#[test]
fn a_value_over_several_lines_is_one_cell() {
    let source = ".. csv-table::\n\n   a,\"ISO/IEC\n   20000-9\",c\n   d,\"e\n   f\"\n";
    let expected = of([
        (cell(0, 0), "a"),
        (cell(0, 1), "ISO/IEC\n20000-9"),
        (cell(0, 2), "c"),
        (cell(1, 0), "d"),
        (cell(1, 1), "e\nf"),
    ]);
    assert_eq!(blocks(source), expected);
}

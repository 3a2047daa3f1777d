//! Tests of blocks and of what is marked in them.

use super::super::super::model::Cell;
use super::*;

fn blocks(source: &str) -> Vec<(Kind, String)> {
    read(source).blocks.into_iter().map(|block| (block.kind, block.prose.text().trim().to_owned())).collect()
}

#[test]
fn blocks_are_told_apart() {
    let source = "#+TITLE: Policy\n#+OPTIONS: toc:nil\n# ISO 1\n* TODO Scope :tag:\nSCHEDULED: <2021-01-01>\n:PROPERTIES:\n:iso: 2\n:END:\nOne\ntwo\n- a\n  b\n\n  c\n1. [X] d\nOut\n#+begin_src sh\nrun\n#+end_src\n#+begin_quote\nq\n#+end_quote\n: fixed\n#+begin_comment\nISO 3\n#+end_comment\n#+include: \"iso-4.org\"\n* COMMENT Gone\nISO 5\n* Next\n[fn:1] Note\n";
    let expected = [
        (Kind::Metadata, "Policy"),
        (Kind::Heading(1), "TODO Scope :tag:"),
        (Kind::Text, "One\ntwo"),
        (Kind::Item, "a\nb"),
        (Kind::Item, "c"),
        (Kind::Item, "d\nOut"),
        (Kind::Code, "run"),
        (Kind::Text, "q"),
        (Kind::Code, "fixed"),
        (Kind::Text, "iso-4.org"),
        (Kind::Heading(1), "Next"),
        (Kind::Note, "Note"),
    ];
    let expected: Vec<(Kind, String)> = expected.map(|(kind, text)| (kind, text.to_owned())).to_vec();
    assert_eq!(blocks(source), expected);
}

#[test]
fn marks_are_taken_out_and_other_signs_are_not() {
    for (source, text) in [
        (
            "ISO/IEC *27001*:2013, /x/, =a *b*=, 2*3*4, a/b/c, snake_case",
            "ISO/IEC 27001:2013, x, a *b*, 2*3*4, a/b/c, snake_case",
        ),
        ("[[https://x.y/iso-1][the *text*]] and [[file:iso-2.org]]", "the text and file:iso-2.org"),
        ("27001[fn:1]:2013 ISO\\nbsp{}9001 <<here>>x H_{2}O @@html:<b>@@y", "27001:2013 ISO 9001 x H2O y"),
        ("one\\\\\ntwo", "one\ntwo"),
    ] {
        assert_eq!(blocks(source)[0].1, text, "{source}");
    }
    let struck = &read("+old+ new").blocks[0];
    assert!(struck.has_role(&(0..3), Role::Struck) && !struck.has_role(&(4..7), Role::Struck));
    assert_eq!(blocks("A[fn:: See ISO 9001.] b")[1].1, "See ISO 9001.");
}

#[test]
fn names_stand_for_their_text_and_tables_have_cells() {
    let found =
        read("#+MACRO: iso ISO/IEC 27001\nPer {{{iso}}}:2013\n| Old | New |\n|-----+-----|\n| a | b |\nx\n").blocks;
    assert_eq!(found[1].prose.text(), "Per ISO/IEC 27001:2013");
    assert!(!found[1].is_named(&(4..22)) && found[1].is_named(&(4..17)));
    let cell = |row, column| Kind::Cell(Cell { table: 0, row, column });
    let kinds: Vec<Kind> = found[2..].iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1), Kind::Text]);
}

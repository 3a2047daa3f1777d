//! Tests of what is set and what is not.

use super::super::super::model::Cell;
use super::*;

fn blocks(source: &str) -> Vec<(Kind, String)> {
    read(source).blocks.into_iter().map(|block| (block.kind, block.prose.text().trim().to_owned())).collect()
}

#[test]
fn what_stands_before_the_document_is_not_set_but_its_title_is() {
    let source = "\\documentclass[a4paper]{article}\n\\usepackage{iso-1}\n\\title{The \\textbf{policy}}\n\\newcommand{\\iso}{ISO/IEC 27001}\nISO 2\n\\begin{document}\n\\maketitle\n\\section[short]{Scope}\\label{iso-3}\nPer \\iso{}:2013 % ISO 4\n  and \\iso, see~\\cite{iso-5}.\n\nNext\\footnote{See \\emph{ISO} 9001.} line.\n\\end{document}\nISO 6\n";
    let expected = [
        (Kind::Metadata, "The policy"),
        (Kind::Metadata, "ISO/IEC 27001"),
        (Kind::Heading(3), "Scope"),
        (Kind::Text, "Per ISO/IEC 27001:2013 and ISO/IEC 27001, see ."),
        (Kind::Note, "See ISO 9001."),
        (Kind::Text, "Next line."),
    ];
    let expected: Vec<(Kind, String)> = expected.map(|(kind, text)| (kind, text.to_owned())).to_vec();
    assert_eq!(blocks(source), expected);
    let block = &read(source).blocks[3];
    assert!(!block.is_named(&(4..22)) && block.is_named(&(4..17)));
    let span = block.prose.source_span(4, 22);
    assert_eq!(&source[span.start..span.end], "\\iso{}:2013");
}

#[test]
fn signs_and_marks_are_resolved() {
    for (source, text) in [
        ("ISO/IEC~\\textbf{27001}:2013 \\& 50\\,\\% a\\_b", "ISO/IEC 27001:2013 & 50 % a_b"),
        ("f\\\"ur f\\\"{u}r \\'etat na\\\"{\\i}ve gro\\ss{} ISO 27001--1", "für für état naïve groß ISO 27001-1"),
        ("\\href{https://x.y/iso-1}{ISO 9001} \\verb|a_b| $x_1$ {\\bfseries b}", "ISO 9001 a_b x1 b"),
        ("one\\\\[2pt]\ntwo \\unknown{three}", "one\ntwo three"),
    ] {
        assert_eq!(blocks(source)[0].1, text, "{source}");
    }
    let escaped = &read("See \\url{iso.org/a%20b} for \\url{iso.org} ISO 1.").blocks[0];
    assert!(escaped.prose.text().ends_with("iso.org ISO 1.") && escaped.has_role(&(4..17), Role::Address));
    let block = &read("\\sout{old} \\url{iso.org} \\texttt{x}").blocks[0];
    assert!(
        block.has_role(&(0..3), Role::Struck) && block.has_role(&(4..11), Role::Address) && block.is_code(&(12..13))
    );
}

#[test]
fn lists_listings_and_tables_are_known() {
    let source = "\\begin{itemize}\n\\item a\n\n b\n\\item[Label] c\n\\end{itemize}\n\\begin{verbatim}\n% ISO\n\\end{verbatim}\n\\begin{comment}ISO 1\\end{comment}\n\\begin{tabular}{|l|l|}\\hline\nOld & New\\\\ \\hline\n\\multicolumn{2}{c}{a} \\\\\n\\end{tabular}\n\\caption{End}";
    let cell = |row, column| Kind::Cell(Cell { table: 0, row, column });
    let expected = [
        (Kind::Item, "a"),
        (Kind::Item, "b"),
        (Kind::Item, "Label c"),
        (Kind::Code, "% ISO"),
        (cell(0, 0), "Old"),
        (cell(0, 1), "New"),
        (cell(1, 0), "a"),
        (Kind::Text, "End"),
    ];
    let expected: Vec<(Kind, String)> = expected.map(|(kind, text)| (kind, text.to_owned())).to_vec();
    assert_eq!(blocks(source), expected);
}

#[test]
fn what_is_never_set_is_not_read() {
    assert_eq!(texts_of("a \\iffalse b \\ifx c \\fi d \\fi e \\iffalse f \\else g \\fi h"), ["a e g h"]);
    assert_eq!(texts_of("a \\iffalse b"), ["a b"]);
}

fn texts_of(source: &str) -> Vec<String> {
    blocks(source).into_iter().map(|(_, text)| text).collect()
}

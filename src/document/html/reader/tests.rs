//! Tests of what is shown of HTML.

use super::super::super::model::Cell;
use super::*;

fn blocks(source: &str) -> Vec<(Kind, String)> {
    read(source).blocks.into_iter().map(|block| (block.kind, block.prose.text().trim().to_owned())).collect()
}

fn texts(source: &str) -> Vec<String> {
    blocks(source).into_iter().map(|(_, text)| text).collect()
}

fn cell(row: usize, column: usize) -> Kind {
    Kind::Cell(Cell { table: 0, row, column })
}

#[test]
fn block_elements_part_and_inline_ones_join() {
    assert_eq!(
        texts("<p>ISO/IEC<sup>2</sup>&nbsp;27001</p><ul><li>a<li>b</ul><x-y>c</x-y>d<Card>e</Card>"),
        ["ISO/IEC 27001", "a", "b", "cd", "e"]
    );
}

#[test]
fn cells_struck_text_and_line_breaks_are_known() {
    let source = "<table><tr><th>A<tr><td><p>b<br>c</p></td><td><del>d</del> e</td></tr></table>f";
    let read = read(source).blocks;
    let found: Vec<(Kind, &str)> = read.iter().map(|block| (block.kind, block.prose.text())).collect();
    assert_eq!(found, [(cell(0, 0), "A"), (cell(1, 0), "b\nc"), (cell(1, 1), "d e"), (Kind::Text, "f")]);
    assert!(read[2].has_role(&(0..1), Role::Struck) && !read[2].has_role(&(2..3), Role::Struck));
}

#[test]
fn scripts_comments_and_attributes_are_not_text() {
    assert_eq!(
        texts("<!-- ISO 1 --><script>ISO 2</script><a href=\"iso-3\" title='>'>four</a><noscript>5</noscript>"),
        ["four"]
    );
}

#[test]
fn what_an_image_is_called_is_a_word_of_its_own() {
    assert_eq!(texts("<p>x<img alt=\"ISO 9001\">y<img alt='z'></p>"), ["x ISO 9001 y z"]);
}

#[test]
fn broken_markup_loses_nothing() {
    assert_eq!(texts("a < b & c &nosuch; <p"), ["a < b & c &nosuch;"]);
    assert_eq!(texts("<p class=\"x>one</p></table></td></ul>two"), ["one", "two"]);
}

#[test]
fn lines_of_the_source_are_no_lines_of_the_text() {
    assert_eq!(
        texts("<p>ISO/IEC\n      27001:2013\n  <b> x</b></p><pre>a\n  b</pre>"),
        ["ISO/IEC\n27001:2013\nx", "a\n  b"]
    );
}

#[test]
fn title_and_metadata_are_read_and_the_rest_of_the_head_is_not() {
    let source = "<html><head><meta charset=utf-8><title>A &amp; B</title><meta name=\"description\" \
                  content=\"per ISO&#32;9001\"><link href=c></head><body><h2>C</h2><code>d</code></body></html>";
    let metadata = |words: &str| (Kind::Metadata, words.to_owned());
    let expected =
        [metadata("A & B"), metadata("per ISO 9001"), (Kind::Heading(2), "C".to_owned()), (Kind::Text, "d".to_owned())];
    assert_eq!(blocks(source), expected);
    assert!(read(source).blocks[3].is_code(&(0..1)));
}

#[test]
fn marks_of_footnotes_are_left_out_and_exponents_of_words_are_not() {
    let source =
        "27001<sup><a href=\"#n\">[2]</a></sup>:2013<a class=\"footnote-reference x\">[<i>1</i>]</a>, 4<sup>th</sup>";
    assert_eq!(texts(source), ["27001:2013, 4th"]);
}

#[test]
fn cells_over_several_rows_keep_the_columns_of_their_neighbours() {
    let source = "<table><tr><td>a<td>b<td>c</tr><tr><td rowspan=2>d<td>e<td>f</tr><tr><td>g<td>h</table>";
    assert_eq!(blocks(source)[6..], [(cell(2, 1), "g".to_owned()), (cell(2, 2), "h".to_owned())]);
}

#[test]
fn what_is_hidden_is_not_read_and_sections_of_xml_are_where_they_count() {
    assert_eq!(texts("a<span hidden>b</span>c<div style=\"display:none\"><p>d</p></div><p>e</p>"), ["ac", "e"]);
    assert_eq!(texts("<p>a<![CDATA[b]]>c</p>"), ["ac"]);
    assert_eq!(texts("<svg><text><![CDATA[ISO 9001]]></text></svg>"), ["ISO 9001"]);
    assert_eq!(texts("<?xml version=\"1.0\"?><p>a<![CDATA[b]]></p>"), ["ab"]);
}

#[test]
fn texts_of_a_drawing_are_apart() {
    let source = "<svg><text x=1>ISO/IEC</text><text x=9>27001</text><text><tspan x=1>a</tspan><tspan x=1 dy=9>b</tspan></text></svg>";
    assert_eq!(texts(source), ["ISO/IEC", "27001", "a b"]);
}

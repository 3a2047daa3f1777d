//! Tests what of an office file is shown somewhere else than in its text, and what of its text is not shown.

#![cfg(feature = "office")]

use std::io::{Cursor, Write};
use std::path::Path;

use sms_lint::document::{Cell, Format, Readable};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The text that is read of a file of these parts, without the blanks around its lines.
fn read(name: &str, parts: &[(&str, &str)]) -> String {
    let text = readable(name, parts).text;
    let lines =
        text.lines().map(|line| line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<&str>>().join(" "));
    lines.collect::<Vec<String>>().join("\n")
}

fn readable(name: &str, parts: &[(&str, &str)]) -> Readable {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        package.start_file(*name, SimpleFileOptions::default()).expect("it can be begun");
        package.write_all(text.as_bytes()).expect("it can be written");
    }
    let bytes = package.finish().expect("it can be ended").into_inner();
    let container = Format::of(Path::new(name)).and_then(Format::container).expect("it is no text");
    container.read(&mut Cursor::new(bytes)).expect("it is sound")
}

/// The list of parts that a part refers to, each with what it is.
fn relations(all: &[(&str, &str)]) -> String {
    let one = |(at, (kind, target)): (usize, &(&str, &str))| {
        format!("<Relationship Id=\"r{at}\" Type=\"http://x/{kind}\" Target=\"{target}\"/>")
    };
    format!("<Relationships>{}</Relationships>", all.iter().enumerate().map(one).collect::<String>())
}

const CHART: &str = "<c:chartSpace xmlns:c='c' xmlns:a='a'><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Audits by ISO 19011</a:t></a:r></a:p>\
    </c:rich></c:tx></c:title><c:ser><c:tx><c:strRef><c:f>S!A1</c:f><c:strCache><c:pt><c:v>Findings</c:v></c:pt></c:strCache></c:strRef>\
    </c:tx></c:ser></c:chart></c:chartSpace>";

const DIAGRAM: &str = "<d:dataModel xmlns:d='d' xmlns:a='a'><d:pt><d:t><a:p><a:r><a:t>Plan by ISO 9001</a:t></a:r></a:p></d:t></d:pt></d:dataModel>";

fn docx(body: &str, more: &[(&str, &str)]) -> String {
    let body = format!("<w:document xmlns:w='w' xmlns:v='v'><w:body>{body}</w:body></w:document>");
    read("a.docx", &[&[("word/document.xml", body.as_str())], more].concat())
}

#[test]
fn charts_and_diagrams_of_word_are_read() {
    let list = relations(&[("chart", "charts/chart1.xml"), ("diagramData", "diagrams/data1.xml")]);
    let parts = [
        ("word/_rels/document.xml.rels", list.as_str()),
        ("word/charts/chart1.xml", CHART),
        ("word/diagrams/data1.xml", DIAGRAM),
    ];
    let text = docx("<w:p><w:r><w:t>Text</w:t></w:r></w:p>", &parts);
    assert_eq!(text, "Text\nAudits by ISO 19011\nFindings\nPlan by ISO 9001");
}

#[test]
fn what_word_hides_is_not_read() {
    let styles = "<w:styles xmlns:w='w'><w:style w:styleId='H'><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:styleId='C'><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:styleId='S'><w:basedOn w:val='H'/></w:style></w:styles>";
    let paragraph = |style: &str, run: &str, words: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r>{run}<w:t>{words}</w:t></w:r><w:r><w:t> end</w:t></w:r></w:p>"
        )
    };
    let cell = |properties: &str, words: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>")
    };
    let row = |properties: &str, cells: &[String]| format!("<w:tr>{properties}{}</w:tr>", cells.concat());
    let body = [
        paragraph("N", "", "shown"),
        paragraph("H", "", "hidden"),
        paragraph("S", "", "hidden too"),
        paragraph("H", "<w:rPr><w:vanish w:val='0'/></w:rPr>", "shown again"),
        paragraph("N", "<w:rPr><w:rStyle w:val='C'/></w:rPr>", "hidden"),
        "<w:tbl>".to_owned(),
        row("", &[cell("<w:vMerge w:val='restart'/>", "A"), cell("", "B")]),
        row("", &[cell("<w:vMerge/>", "covered"), cell("", "C")]),
        row("<w:trPr><w:hidden/></w:trPr>", &[cell("", "hidden"), cell("", "hidden")]),
        row("", &[cell("", "D"), cell("", "E")]),
        "</w:tbl>".to_owned(),
    ];
    let text = docx(&body.concat(), &[("word/styles.xml", styles)]);
    assert_eq!(text, "shown end\nshown again\nend\nA | B\nC\nD | E");
}

#[test]
fn a_cell_of_word_reaches_into_the_rows_that_it_covers() {
    let cell = |merged: &str| format!("<w:tc><w:tcPr>{merged}</w:tcPr><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc>");
    let rows = ["<w:vMerge w:val='restart'/>", "<w:vMerge/>", ""].map(|merged| {
        let covered_beside = cell("<w:gridSpan w:val='2'/>") + &cell(merged);
        format!("<w:tr>{covered_beside}</w:tr>")
    });
    let body = format!("<w:document xmlns:w='w'><w:body><w:tbl>{}</w:tbl></w:body></w:document>", rows.concat());
    let read = readable("a.docx", &[("word/document.xml", body.as_str())]);
    assert_eq!(read.document.covered, [Cell { table: 0, row: 1, column: 2 }]);
}

#[test]
fn readings_above_characters_part_no_citation_in_word() {
    let ruby = "<w:p><w:r><w:t>ISO/IEC </w:t></w:r><w:r><w:ruby><w:rt><w:r><w:t>reading</w:t></w:r></w:rt>\
        <w:rubyBase><w:r><w:t>20000</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>-9</w:t></w:r></w:p>";
    assert_eq!(docx(ruby, &[]), "ISO/IEC 20000-9");
}

#[test]
fn words_behind_the_text_of_word_are_read() {
    let header = "<w:hdr xmlns:w='w' xmlns:v='v'><w:p><w:r><w:pict><v:shape><v:textpath string='By ISO 9001'/></v:shape></w:pict></w:r></w:p></w:hdr>";
    assert_eq!(docx("", &[("word/header1.xml", header)]), "By ISO 9001");
}

fn xlsx(cells: &str, more: &[(&str, &str)]) -> String {
    let list = relations(&[("worksheet", "worksheets/sheet1.xml")]);
    let sheet = format!("<worksheet><sheetData><row r='1'>{cells}</row></sheetData></worksheet>");
    let parts = [
        ("xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='r0'/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", list.as_str()),
        ("xl/worksheets/sheet1.xml", sheet.as_str()),
    ];
    read("a.xlsx", &[&parts, more].concat())
}

#[test]
fn signs_of_cells_may_be_written_by_their_numbers() {
    let strings = "<sst><si><t>ISO/IEC_x0020_27001_x003A_2013</t></si></sst>";
    let text = xlsx(
        "<c t='s'><v>0</v></c><c t='str'><v>ISO_x002F_IEC 20000-9</v></c><c t='inlineStr'><is><t>one_x000D_\ntwo</t></is></c>",
        &[("xl/sharedStrings.xml", strings)],
    );
    assert_eq!(text, "S\nISO/IEC 27001:2013 | ISO/IEC 20000-9 | one\n\ntwo");
}

#[test]
fn charts_of_sheets_are_read_but_not_the_cells_in_them_again() {
    let (sheet, drawing) =
        (relations(&[("drawing", "../drawings/drawing1.xml")]), relations(&[("chart", "../charts/chart1.xml")]));
    let text = xlsx(
        "<c t='str'><v>Findings</v></c>",
        &[
            ("xl/worksheets/_rels/sheet1.xml.rels", &sheet),
            (
                "xl/drawings/drawing1.xml",
                "<wsDr><sp><nvSpPr><cNvPr hidden='1'/></nvSpPr><txBody><p><r><t>hidden</t></r></p></txBody></sp></wsDr>",
            ),
            ("xl/drawings/_rels/drawing1.xml.rels", &drawing),
            ("xl/charts/chart1.xml", CHART),
        ],
    );
    assert_eq!(text, "S\nFindings\nAudits by ISO 19011");
}

/// A shape with words; what stands before them says what it is.
fn shape(properties: &str, place: &str, words: &str) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr {properties}/><p:cNvSpPr/><p:nvPr>{place}</p:nvPr></p:nvSpPr><p:spPr/>\
         <p:txBody><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
    )
}

fn pptx(slide: &str, layout: &str) -> String {
    let tree = |element: &str, said: &str, shapes: &str| {
        format!(
            "<p:{element} xmlns:p='p' xmlns:a='a' {said}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:{element}>"
        )
    };
    let place = shape("", "<p:ph type='title'/>", "Click to write");
    let parts = [
        ("ppt/presentation.xml", "<p xmlns:r='r'><sldId r:id='r0'/><sldId r:id='r1'/></p>".to_owned()),
        (
            "ppt/_rels/presentation.xml.rels",
            relations(&[("slide", "slides/slide1.xml"), ("slide", "slides/slide2.xml")]),
        ),
        ("ppt/slides/slide1.xml", tree("sld", slide, &(shape("", "", "One") + &shape("hidden='1'", "", "hidden")))),
        ("ppt/slides/slide2.xml", tree("sld", slide, &shape("", "", "Two"))),
        ("ppt/slides/_rels/slide1.xml.rels", relations(&[("slideLayout", "../slideLayouts/slideLayout1.xml")])),
        ("ppt/slides/_rels/slide2.xml.rels", relations(&[("slideLayout", "../slideLayouts/slideLayout1.xml")])),
        (
            "ppt/slideLayouts/slideLayout1.xml",
            tree("sldLayout", layout, &(place.clone() + &shape("", "", "On the layout"))),
        ),
        (
            "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
            relations(&[("slideMaster", "../slideMasters/slideMaster1.xml")]),
        ),
        ("ppt/slideMasters/slideMaster1.xml", tree("sldMaster", "", &(place + &shape("", "", "On the master")))),
    ];
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    read("a.pptx", &parts)
}

#[test]
fn what_stands_behind_slides_is_read_once_where_it_is_shown() {
    assert_eq!(pptx("", ""), "On the master\nOn the layout\nOne\nTwo");
    assert_eq!(pptx("", "showMasterSp='0'"), "On the layout\nOne\nTwo");
    assert_eq!(pptx("showMasterSp='0'", ""), "One\nTwo");
}

/// A document of OpenDocument; `pages` is what stands on each page.
fn odf(name: &str, body: &str, pages: &str, more: &[(&str, &str)]) -> String {
    let content = format!(
        "<o:document-content xmlns:o='o' xmlns:t='t' xmlns:d='d' xmlns:s='s'><o:body>{body}</o:body></o:document-content>"
    );
    let pages = format!(
        "<o:document-styles xmlns:o='o' xmlns:t='t' xmlns:d='d' xmlns:s='s' xmlns:p='p'>{pages}</o:document-styles>"
    );
    read(name, &[&[("content.xml", content.as_str()), ("styles.xml", pages.as_str())], more].concat())
}

const OBJECT: &str = "<o:document-content xmlns:o='o' xmlns:t='t' xmlns:c='c'><o:body><c:chart><c:title><t:p>Audits by ISO 19011</t:p></c:title>\
    <t:table><t:table-row><t:table-cell><t:p>Findings</t:p></t:table-cell></t:table-row></t:table></c:chart></o:body></o:document-content>";

#[test]
fn headers_and_charts_of_sheets_in_opendocument_are_read() {
    let pages = "<s:master-page><s:header><s:region-left><t:p>By ISO 9001</t:p></s:region-left></s:header>\
        <s:footer s:display='false'><t:p>off</t:p></s:footer></s:master-page>\
        <s:master-page><s:header><s:region-left><t:p>By ISO 9001</t:p></s:region-left></s:header></s:master-page>";
    let sheet = "<t:table t:name='S'><t:table-row><t:table-cell><t:p>Findings</t:p></t:table-cell>\
        <t:covered-table-cell><t:p>covered</t:p></t:covered-table-cell><t:table-cell><t:p>C</t:p></t:table-cell></t:table-row></t:table>";
    let text = odf("a.ods", sheet, pages, &[("Object 1/content.xml", OBJECT)]);
    assert_eq!(text, "S\nFindings | C\nBy ISO 9001\nAudits by ISO 19011");
}

#[test]
fn charts_and_wrapped_words_of_texts_in_opendocument_are_read() {
    let body = "<t:p>ISO/IEC <t:meta>20000</t:meta>-<t:ruby><t:ruby-base>9</t:ruby-base><t:ruby-text>reading</t:ruby-text></t:ruby></t:p>\
        <t:p>before <t:hidden-paragraph t:is-hidden='true'/>after</t:p><t:p>shown<t:hidden-paragraph t:is-hidden='false'/></t:p>\
        <t:table><t:table-row><t:table-cell><t:p>A</t:p></t:table-cell><t:covered-table-cell><t:p>covered</t:p></t:covered-table-cell>\
        <t:table-cell><t:p>B</t:p></t:table-cell></t:table-row></t:table>";
    let text = odf("a.odt", body, "", &[("Object 1/content.xml", OBJECT)]);
    assert_eq!(text, "ISO/IEC 20000-9\nshown\nA | B\nAudits by ISO 19011\nFindings");
}

#[test]
fn what_stands_behind_slides_in_opendocument_is_read() {
    let frame =
        |class: &str, words: &str| format!("<d:frame {class}><d:text-box><t:p>{words}</t:p></d:text-box></d:frame>");
    let page = |name: &str, words: &str| {
        format!(
            "<s:master-page s:name='{name}'>{}{}</s:master-page>",
            frame("p:class='title'", "Click to write"),
            frame("", words)
        )
    };
    let pages = page("Used", "By ISO 9001") + &page("Unused", "nowhere");
    let body = format!("<d:page d:master-page-name='Used'>{}</d:page>", frame("", "One"));
    assert_eq!(odf("a.odp", &body, &pages, &[]), "One\nBy ISO 9001");
}

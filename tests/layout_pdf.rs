//! Tests what is made of the lines of pages: paragraphs over pages, heads and feet, tables that go on.

#![cfg(feature = "pdf")]

use std::io::Cursor;

use sms_lint::document::pdf;
use sms_lint::document::{Block, Kind};

#[path = "common/drawn.rs"]
mod drawn;
use drawn::{FONT, file, stream};

/// A text with its place, in points from the left and from below.
type Words<'a> = (usize, usize, &'a str);

/// A file of pages of 400 by 500 points.
fn pages(pages: &[Vec<Words<'_>>]) -> Vec<u8> {
    let content = |words: &Vec<Words<'_>>| -> String {
        words.iter().fold(String::new(), |all, (x, y, text)| all + &show(10, *x, *y, text))
    };
    drawn_pages(&pages.iter().map(content).collect::<Vec<String>>())
}

/// Draws a text of a size, in points, at a place.
fn show(size: usize, x: usize, y: usize, text: &str) -> String {
    format!("BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n")
}

/// A file of pages that are drawn so.
fn drawn_pages(contents: &[String]) -> Vec<u8> {
    let number = |at: usize| 4 + 2 * at;
    let kids: String = (0..contents.len()).map(|at| format!("{} 0 R ", number(at))).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!(
            "<</Type/Pages/Kids[{kids}]/Count {}/MediaBox[0 0 400 500]/Resources<</Font<</F 3 0 R>>>>>>",
            contents.len()
        ),
        FONT.to_owned(),
    ];
    for (at, content) in contents.iter().enumerate() {
        objects.push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", number(at) + 1));
        objects.push(stream("", content));
    }
    file(&objects.iter().map(String::as_str).collect::<Vec<&str>>())
}

fn blocks(bytes: &[u8]) -> Vec<Block> {
    pdf::read(&mut Cursor::new(bytes)).expect("it is sound").document.blocks
}

fn texts(bytes: &[u8]) -> Vec<String> {
    blocks(bytes).into_iter().map(|block| block.prose.text().replace('\n', " ")).collect()
}

/// The cells of a file by table, row and column.
fn cells(bytes: &[u8]) -> Vec<(usize, usize, usize, String)> {
    let of = |block: Block| match block.kind {
        Kind::Cell(cell) => Some((cell.table, cell.row, cell.column, block.prose.text().to_owned())),
        _ => None,
    };
    blocks(bytes).into_iter().filter_map(of).collect()
}

/// Lines of a page that differ from those of other pages by a word.
fn lines<'a>(top: usize, count: usize, words: &[&'a str]) -> Vec<Words<'a>> {
    (0..count).map(|at| (40, top - 12 * at, words[at % words.len()])).collect()
}

const TOWNS: [&str; 4] = ["Bern", "Rome", "Oslo", "Riga"];

#[test]
fn a_line_that_goes_on_with_another_is_no_head() {
    let first = TOWNS.map(|town| format!("The office of {town} meets the rules of ISO/IEC TR"));
    let own = TOWNS.map(|town| format!("Words of {town} that fill the page."));
    let all: Vec<Vec<Words<'_>>> = (0..4)
        .map(|at| {
            let mut page = vec![(40, 460, first[at].as_str()), (40, 448, "20000-9 in all of its work.")];
            page.extend(lines(420, 10, &[&own[at]]));
            page
        })
        .collect();
    let texts = texts(&pages(&all));
    for town in TOWNS {
        let sentence = format!("The office of {town} meets the rules of ISO/IEC TR 20000-9 in all of its work.");
        assert!(texts.contains(&sentence), "{texts:#?}");
    }
}

#[test]
fn a_sentence_that_ends_in_another_way_on_each_page_is_whole() {
    let second = ["20000-9 in Bern.", "20000-4 in Rome.", "20000-5 in Oslo.", "20000-3 in Riga."];
    let own = TOWNS.map(|town| format!("Words of {town} that fill the page."));
    let all: Vec<Vec<Words<'_>>> = (0..4)
        .map(|at| {
            let mut page = vec![(40, 460, "All of us meet the rules of ISO/IEC TR"), (40, 448, second[at])];
            page.extend(lines(420, 10, &[&own[at]]));
            page
        })
        .collect();
    let texts = texts(&pages(&all));
    for end in second {
        assert!(texts.contains(&format!("All of us meet the rules of ISO/IEC TR {end}")), "{texts:#?}");
    }
}

#[test]
fn a_head_of_two_lines_is_read_once_and_whole_and_parts_no_sentence() {
    let ends = TOWNS.map(|town| format!("1:2018 is known in {town}."));
    let feet: Vec<String> = (1..=4).map(|page| format!("Page {page} of 4")).collect();
    let own = TOWNS.map(|town| format!("Words of {town} that fill the page."));
    let all: Vec<Vec<Words<'_>>> = (0..4)
        .map(|at| {
            let mut page = vec![
                (40, 480, "Policy of the office by ISO/IEC TR"),
                (40, 468, "20000-9, which all know"),
                (200, 20, feet[at].as_str()),
            ];
            page.push((40, 430, ends[at].as_str()));
            page.extend(lines(410, 8, &[&own[at]]));
            page.push((40, 300, "What is asked for in ISO/IEC 20000-"));
            page
        })
        .collect();
    let texts = texts(&pages(&all));
    let heads = texts.iter().filter(|text| text.contains("Policy of the office")).collect::<Vec<_>>();
    assert_eq!(heads, ["Policy of the office by ISO/IEC TR 20000-9, which all know"], "{texts:#?}");
    let torn = texts.iter().filter(|text| text.contains("ISO/IEC 20000-1:2018 is known in")).count();
    assert_eq!(torn, 3, "{texts:#?}");
    assert_eq!(texts.iter().filter(|text| text.starts_with("Page ")).count(), 1, "{texts:#?}");
}

#[test]
fn a_sentence_goes_on_over_the_end_of_a_page_with_a_large_letter() {
    let long = "All of us meet what is asked for, and since then we have replaced";
    let first = vec![(40, 80, "The rules of the office are read by all who are new here. With them"), (40, 68, long)];
    let second = "ISO/IEC 27005:2008 by a method of our own, which is a good one";
    let read = texts(&pages(&[first.clone(), vec![(40, 460, second)]]));
    assert!(read.iter().any(|text| text.ends_with(&format!("{long} {second}"))), "{read:#?}");
    // A short line ends what it says, with a full stop or without.
    let short = vec![first[0], (40, 68, "Those of Bern")];
    let read = texts(&pages(&[short, vec![(40, 460, second)]]));
    assert!(read.iter().any(|text| text == second), "{read:#?}");
    let ended = vec![first[0], (40, 68, "All of us meet what is asked for, and have done so since it began.")];
    let read = texts(&pages(&[ended, vec![(40, 460, second)]]));
    assert!(read.iter().any(|text| text == second), "{read:#?}");
}

#[test]
fn the_mark_of_a_note_parts_no_paragraph() {
    // The mark makes room above its line.
    let content = show(10, 40, 400, "The rules of the office are read by all who are new. We replaced")
        + &show(10, 40, 388, "what was there before with all that had been written, and then")
        + &show(10, 40, 372, "ISO/IEC 27005:2008 by our own.")
        + &show(9, 190, 376, "1")
        + &show(10, 200, 372, "It is a good one.")
        + &show(10, 40, 360, "Those who know it say so.");
    let read = texts(&drawn_pages(&[content]));
    assert_eq!(read.len(), 1, "{read:#?}");
    assert!(read[0].contains("and then ISO/IEC 27005:2008 by our own. 1 It is"), "{read:#?}");
}

#[test]
fn what_two_of_many_pages_begin_with_is_read_on_each() {
    let own: Vec<String> = ('a'..'h').map(|letter| format!("Words of {letter} that fill the page.")).collect();
    let begins: Vec<String> = ('a'..'h').map(|letter| format!("Text on {letter}.")).collect();
    let all: Vec<Vec<Words<'_>>> = (0..7)
        .map(|at| {
            let first = if at == 2 || at == 3 { "Reference: ISO/IEC 27001:2013" } else { begins[at].as_str() };
            let mut page = vec![(40, 470, first)];
            page.extend(lines(420, 10, &[&own[at]]));
            page
        })
        .collect();
    assert_eq!(texts(&pages(&all)).iter().filter(|text| text.starts_with("Reference")).count(), 2);
}

/// A page of rows of a table, with or without its head.
fn table<'a>(head: Option<&[&'a str; 3]>, rows: &[[&'a str; 3]]) -> Vec<Words<'a>> {
    let all = head.into_iter().chain(rows);
    let row = |(at, cells): (usize, &[&'a str; 3])| {
        let y = 460 - 16 * at;
        [(40, y, cells[0]), (200, y, cells[1]), (260, y, cells[2])]
    };
    all.enumerate().flat_map(row).collect()
}

const HEAD: [&str; 3] = ["Clause of ISO/IEC 20000-1", "Met", "Owner"];

fn rows(from: usize, count: usize) -> Vec<String> {
    (from..from + count).map(|at| format!("{}.{}", 4 + at / 4, 1 + at % 4)).collect()
}

#[test]
fn a_table_goes_on_over_pages_with_its_head_again_or_without() {
    let clauses = rows(0, 24);
    let all: Vec<[&str; 3]> = clauses.iter().map(|clause| [clause.as_str(), "yes", "Head of office"]).collect();
    for again in [Some(&HEAD), None] {
        let bytes = pages(&[table(Some(&HEAD), &all[..8]), table(again, &all[8..16]), table(again, &all[16..])]);
        let cells = cells(&bytes);
        let seen: Vec<(usize, usize, &str)> =
            cells.iter().filter(|cell| cell.2 == 0).map(|cell| (cell.0, cell.1, cell.3.as_str())).collect();
        let mut expected = vec![(0, 0, HEAD[0])];
        expected.extend(clauses.iter().enumerate().map(|(at, clause)| (0, at + 1, clause.as_str())));
        assert_eq!(seen, expected);
    }
}

#[test]
fn another_table_on_the_next_page_is_another() {
    let clauses = rows(0, 12);
    let all: Vec<[&str; 3]> = clauses.iter().map(|clause| [clause.as_str(), "yes", "Head of office"]).collect();
    let mut second = table(Some(&HEAD), &all[6..]);
    second.iter_mut().for_each(|words| words.1 -= 40);
    second.insert(0, (40, 460, "Table 2"));
    let bytes = pages(&[table(Some(&HEAD), &all[..6]), second]);
    let heads: Vec<usize> = cells(&bytes).iter().filter(|cell| cell.3 == HEAD[0]).map(|cell| cell.0).collect();
    assert_eq!(heads, [0, 1]);
}

#[test]
fn letters_that_are_set_apart_are_words() {
    let of = |content: &str| {
        let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>";
        let whole =
            ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, &stream("", content), FONT];
        texts(&file(&whole))
    };
    assert_eq!(of("BT /F 10 Tf 3 Tc 20 200 Td (ISO/IEC 27001:2013) Tj ET"), ["ISO/IEC 27001:2013"]);
    let apart: String = "ISO/IEC 27001:2013".chars().map(|sign| format!("({sign})-300")).collect();
    assert_eq!(of(&format!("BT /F 10 Tf 20 200 Td [{apart}] TJ ET")), ["ISO/IEC 27001:2013"]);
}

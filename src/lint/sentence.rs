//! The sentence around a finding as a number, by which the finding is known again when lines have moved.

use std::fmt::Write;
use std::ops::Range;

use smallvec::SmallVec;

use crate::document::{Document, Kind};
use crate::finding::hash;
use crate::standard::context::Judge;
use crate::standard::grammar;

/// Most that is taken of the cell that names a row, in bytes.
const HEAD: usize = 120;

/// What stands for a citation in the text that is hashed.
const MARK: char = '\u{1}';

/// Where things stand in a sentence.
pub type Ranges = SmallVec<[Range<usize>; 4]>;

/// Hashes the sentence around `range` of a block; in a table together with the cell that names its row, because cells
/// are often no more than the citation. The ranges that are `cited`, and numbers of clauses and controls, count alike
/// whatever stands in them: a finding is known
/// by its own citation too, and one that is mended leaves the others in its sentence as they were. How many stand before
/// it counts, so that the same citation in the place of another is new. `cited` is asked for those of the sentence alone, of
/// which a block may hold thousands.
#[must_use]
pub fn sentence(judge: &Judge<'_>, at: usize, range: &Range<usize>, cited: impl Fn(&Range<usize>) -> Ranges) -> u64 {
    let document = judge.document();
    let text = document.blocks[at].prose.text();
    let bounds = judge.bounds(at, range);
    let cited = cited(&bounds);
    let mut own = marked(text, bounds, &cited);
    let before = cited.iter().filter(|one| one.start < range.start).count();
    if before > 0 {
        let _ = write!(own, "{MARK}{before}");
    }
    match name_of_row(document, at) {
        Some(name) => {
            let cited: Ranges = grammar::find(name).into_iter().map(|one| one.range).collect();
            hash(&format!("{} | {own}", marked(name, 0..name.len(), &cited)))
        }
        None => hash(&own),
    }
}

/// Those of many things, sorted by their place in a text, that begin in a stretch of it.
pub fn within<'a, T>(all: &'a [T], place: impl Fn(&T) -> &Range<usize>, stretch: &Range<usize>) -> &'a [T] {
    let from = all.partition_point(|one| place(one).start < stretch.start);
    let length = all[from..].partition_point(|one| place(one).start < stretch.end);
    &all[from..from + length]
}

/// The text of a sentence with marks for what is cited.
fn marked(text: &str, sentence: Range<usize>, cited: &[Range<usize>]) -> String {
    let mut cited: SmallVec<[&Range<usize>; 4]> =
        cited.iter().filter(|one| sentence.start <= one.start && one.end <= sentence.end).collect();
    cited.sort_by_key(|one| (one.start, one.end));
    let (mut out, mut from) = (String::with_capacity(sentence.len()), sentence.start);
    for one in cited {
        out += text.get(from..one.start).unwrap_or_default();
        out.push(MARK);
        from = from.max(one.end);
    }
    out += &text[from..sentence.end];
    numbers_marked(out)
}

/// A text with marks for numbers of several levels, such as 9.7.3 and A.5.1, which are mended as citations are.
fn numbers_marked(text: String) -> String {
    // Without an early end the loop is vectorised.
    if !text.bytes().fold(false, |any, byte| any | byte.is_ascii_digit()) {
        return text;
    }
    let is_of_number = |one: &u8| one.is_ascii_digit() || *one == b'.';
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.bytes().position(|one| one.is_ascii_digit()) {
        let length = rest.as_bytes()[start..].iter().take_while(|one| is_of_number(one)).count();
        let number = rest[start..start + length].trim_end_matches('.');
        let before = &rest[..start];
        if number.contains('.') {
            out += before.strip_suffix("A.").unwrap_or(before);
            out.push(MARK);
        } else {
            out += before;
            out += number;
        }
        rest = &rest[start + number.len()..];
    }
    out + rest
}

/// The first cell of the row that a cell stands in, if that is another one.
fn name_of_row(document: &Document, at: usize) -> Option<&str> {
    let Kind::Cell(own) = document.blocks[at].kind else { return None };
    let in_row = |one: &usize| matches!(document.blocks[*one].kind, Kind::Cell(cell) if cell.table == own.table && cell.row == own.row);
    // Most cells are one block, so the first of the row is as far away as its column is.
    let near = at.checked_sub(own.column).filter(|first| *first < at && in_row(first)).map_or(at, |first| first + 1);
    let first = (0..near).rev().take_while(in_row).last()?;
    let name = document.blocks[first].prose.text();
    let end = (HEAD..name.len()).find(|end| name.is_char_boundary(*end)).unwrap_or(name.len());
    Some(&name[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;

    fn of(text: &str, words: &str) -> u64 {
        let document = Format::Markdown.read(text, None);
        let holds = |(at, block): (usize, &crate::document::Block)| {
            let start = block.prose.text().find(words)?;
            Some((at, start..start + words.len()))
        };
        let (at, range) = document.blocks.iter().enumerate().find_map(holds).expect("there");
        let cited: Ranges = crate::standard::grammar::find(document.blocks[at].prose.text())
            .into_iter()
            .map(|reference| reference.range)
            .collect();
        let judge = Judge::new(&document, "", jiff::civil::date(2026, 11, 22));
        sentence(&judge, at, &range, |_| cited.clone())
    }

    #[test]
    fn other_citations_of_a_sentence_count_alike_and_its_words_do_not() {
        let own = of("We follow ISO/IEC 27001:2013 and ISO 22301:2012 here.\n", "ISO/IEC 27001:2013");
        assert_eq!(of("We follow ISO/IEC 27001:2013 and ISO 22301 here.\n", "ISO/IEC 27001:2013"), own);
        assert_eq!(of("We follow ISO/IEC 27001:2013 and ISO 22301:2019 here.\n", "ISO/IEC 27001:2013"), own);
        assert_ne!(of("We follow ISO/IEC 27001:2013 here.\n", "ISO/IEC 27001:2013"), own);
        assert_ne!(of("We follow ISO/IEC 27001:2013 and COBIT here.\n", "ISO/IEC 27001:2013"), own);
        assert_ne!(of("We follow ISO 22301:2012 and ISO/IEC 27001:2013 here.\n", "ISO/IEC 27001:2013"), own);
        assert_ne!(of("They follow ISO/IEC 27001:2013 and ISO 22301:2012 here.\n", "ISO/IEC 27001:2013"), own);
    }

    #[test]
    fn numbers_of_clauses_count_alike() {
        let own =
            of("What clause 9.7.3 of ISO/IEC 20000-1 asks for follows ISO/IEC 27001:2013.\n", "ISO/IEC 27001:2013");
        let mended = "What clause 8.7.3 of ISO/IEC 20000-1 asks for follows ISO/IEC 27001:2013.\n";
        assert_eq!(of(mended, "ISO/IEC 27001:2013"), own);
        assert_ne!(of(&mended.replace("clause", "control"), "ISO/IEC 27001:2013"), own);
        assert_eq!(numbers_marked("A.9.2.1, 1. item 12 of 2024, 3.4.".into()), "\u{1}, 1. item 12 of 2024, \u{1}.");
    }

    #[test]
    fn moved_and_wrapped_sentences_are_the_same_and_others_are_not() {
        let own = of("Controls follow ISO 1. So it is.\n", "ISO 1");
        assert_eq!(of("# Head\n\nMore. Controls\nfollow *ISO 1*. And so on.\n", "ISO 1"), own);
        assert_ne!(of("Controls followed ISO 1.\n", "ISO 1"), own);
    }

    #[test]
    fn cells_are_told_apart_by_their_row() {
        let text = "| a | b | c |\n|---|---|---|\n| one | x | ISO 1 |\n| two | y | ISO 2 |\n";
        let row = "| a | b |\n|---|---|\n| ISO 33704 | ISO/IEC 27001:2013 |\n";
        let mended = row.replace("ISO 33704", "ISO/IEC TS 33074");
        assert_eq!(of(row, "ISO/IEC 27001:2013"), of(&mended, "ISO/IEC 27001:2013"));
        let other = text.replace("| x |", "| z |").replace("| two |", "| 2 |");
        assert_eq!(of(text, "ISO 1"), of(&other, "ISO 1"));
        assert_ne!(of(text, "ISO 2"), of(&other, "ISO 2"));
    }
}

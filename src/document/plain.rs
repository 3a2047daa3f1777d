//! The reader of plain text: paragraphs between blank lines, list items, headings that stand alone or are underlined.

use std::ops::Range;

use super::map::Prose;
use super::mark::Marks;
use super::model::{Block, Document, Kind};
use crate::source::Span;

/// Longest line, in bytes, that can be a heading.
const HEADING: usize = 80;

/// Reads plain text.
#[must_use]
pub fn read(text: &str) -> Document {
    let mut document = Document::default();
    // The lines of the block that is open, and how many they are.
    let (mut open, mut count) = (0..0, 0);
    let mut body = Kind::Text;
    let mut at = 0;
    for line in lines(text) {
        let words = line.trim();
        let underline = !words.is_empty() && words.len() > 2 && words.bytes().all(|byte| byte == b'=' || byte == b'-');
        if words.is_empty() || begins_item(words) || underline {
            flush(&mut document, (text, open), |prose| {
                if count == 1 && (underline || is_heading(prose.text())) { Kind::Heading(1) } else { body }
            });
            body = if begins_item(words) { Kind::Item } else { Kind::Text };
            (open, count) = (at..at, 0);
        }
        at += line.len();
        if !words.is_empty() && !underline {
            open.end = at;
            count += 1;
        } else {
            open = at..at;
        }
    }
    flush(
        &mut document,
        (text, open),
        |prose| {
            if count == 1 && is_heading(prose.text()) { Kind::Heading(1) } else { body }
        },
    );
    document
}

/// The lines of a text with their ends: as old programs end them too, with a carriage return alone.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let at = memchr::memchr2(b'\n', b'\r', rest.as_bytes());
        let end = at.map_or(rest.len(), |at| at + if rest[at..].starts_with("\r\n") { 2 } else { 1 });
        let (line, behind) = rest.split_at(end);
        rest = behind;
        (!line.is_empty()).then_some(line)
    })
}

/// Adds the block of some lines, if there are words in it.
fn flush(document: &mut Document, (text, open): (&str, Range<usize>), kind: impl FnOnce(&Prose) -> Kind) {
    let own = &text[open.clone()];
    let mut prose = Prose::default();
    prose.reserve(own.len());
    if memchr::memchr(b'\r', own.as_bytes()).is_none() {
        if !own.is_empty() {
            prose.push(own, open.start);
        }
    } else {
        let mut at = open.start;
        for line in lines(own) {
            prose.push(line, at);
            at += line.len();
            if line.ends_with('\r') {
                prose.push_as('\n', Span::new(at - 1, at));
            }
        }
    }
    if !prose.is_empty() {
        let kind = kind(&prose);
        document.blocks.push(Block { kind, prose, marks: Marks::default() });
    }
}

/// True if a line begins with the mark of a list item.
fn begins_item(line: &str) -> bool {
    // Most lines begin with a letter.
    if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return false;
    }
    let rest = line.trim_start_matches(|one: char| one.is_ascii_digit());
    line.starts_with("- ")
        || line.starts_with("* ")
        || line.starts_with("• ")
        || (rest.len() < line.len()
            && line.len() - rest.len() < 3
            && (rest.starts_with(". ") || rest.starts_with(") ")))
}

/// True if a line that stands alone reads like a heading: short, no end of sentence, no mark of a list.
fn is_heading(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty()
        && line.len() <= HEADING
        && !line.ends_with(['.', ',', ';', '!', '?', '。', '；'])
        && !line.starts_with(['-', '*', '•', '|', '>'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carriage_returns_alone_end_lines() {
        let source = "Scope\r\rISO/IEC\r20000-9 here.\rEnd\r\nof it.\r";
        let found: Vec<String> = read(source).blocks.iter().map(|one| one.prose.text().trim_end().to_owned()).collect();
        assert_eq!(found, ["Scope", "ISO/IEC\n20000-9 here.\nEnd\nof it."]);
    }

    #[test]
    fn paragraphs_items_and_headings_are_told_apart() {
        let found: Vec<(Kind, String)> = read("Change log\n\nOne\ntwo.\n- a\n- b\n\nNotes\n-----\nend.\n")
            .blocks
            .into_iter()
            .map(|block| (block.kind, block.prose.text().trim_end().to_owned()))
            .collect();
        let text = |words: &str| (Kind::Text, words.to_owned());
        let item = |words: &str| (Kind::Item, words.to_owned());
        let heading = |words: &str| (Kind::Heading(1), words.to_owned());
        assert_eq!(
            found,
            [heading("Change log"), text("One\ntwo."), item("- a"), item("- b"), heading("Notes"), text("end.")]
        );
    }
}

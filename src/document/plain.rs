//! The reader of plain text: paragraphs between blank lines, list items, headings that stand alone or are underlined.

use super::map::Prose;
use super::model::{Block, Document, Kind};

/// Longest line, in bytes, that can be a heading.
const HEADING: usize = 80;

/// Reads plain text.
#[must_use]
pub fn read(text: &str) -> Document {
    let mut document = Document::default();
    let mut prose = Prose::default();
    let mut lines = 0;
    let mut body = Kind::Text;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let underline = !words.is_empty() && words.len() > 2 && words.bytes().all(|byte| byte == b'=' || byte == b'-');
        if words.is_empty() || begins_item(words) || underline {
            let kind = if lines == 1 && (underline || is_heading(prose.text())) { Kind::Heading(1) } else { body };
            flush(&mut document, kind, &mut prose);
            body = if begins_item(words) { Kind::Item } else { Kind::Text };
            lines = 0;
        }
        if !words.is_empty() && !underline {
            prose.push(line, at);
            lines += 1;
        }
        at += line.len();
    }
    let kind = if lines == 1 && is_heading(prose.text()) { Kind::Heading(1) } else { body };
    flush(&mut document, kind, &mut prose);
    document
}

fn flush(document: &mut Document, kind: Kind, prose: &mut Prose) {
    let prose = std::mem::take(prose);
    if !prose.is_empty() {
        document.blocks.push(Block { kind, prose, marks: Vec::new() });
    }
}

/// True if a line begins with the mark of a list item.
fn begins_item(line: &str) -> bool {
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

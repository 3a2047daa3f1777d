//! What a document says of itself: its title and its metadata.

use std::ops::Range;

use crate::document::{Block, Kind};

/// How many blocks at the start of a document may speak of the document itself.
const HEAD: usize = 24;

/// Longest key in running text, in bytes.
const KEY: usize = 40;

/// A key with its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key in small letters, with blanks for signs.
    pub key: String,
    /// The value.
    pub value: String,
    /// Where the value stands: block and bytes of its prose.
    pub at: (usize, Range<usize>),
}

/// A key as it is compared.
#[must_use]
pub fn folded(key: &str) -> String {
    let plain = key.trim().trim_end_matches(':').to_lowercase().replace(['_', '-'], " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The block that is the title: an entry `title` of the front matter, the first heading, or the first text.
#[must_use]
pub fn title(blocks: &[Block]) -> Option<usize> {
    let is_entry = |block: &&Block| block.entry().is_some_and(|(key, _)| folded(key) == "title");
    let entry = blocks.iter().take(HEAD).position(|block| is_entry(&block));
    let heading = || blocks.iter().position(|block| matches!(block.kind, Kind::Heading(_)));
    let text = || blocks.iter().position(|block| !block.prose.text().trim().is_empty());
    entry.or_else(heading).or_else(text)
}

/// The metadata: front matter, of a list or map its first value, and at the start of the text lines such as "Owner: …" and
/// rows of two cells.
#[must_use]
pub fn entries(blocks: &[Block]) -> Vec<Entry> {
    let mut found = Vec::new();
    let mut prose = 0;
    for (at, block) in blocks.iter().enumerate() {
        if let Some((key, value)) = block.entry() {
            found.push(entry(key, value, at, block));
            continue;
        }
        prose += 1;
        if prose > HEAD {
            break;
        }
        match block.kind {
            Kind::Text | Kind::Item | Kind::Metadata => lines(at, block, &mut found),
            Kind::Cell(cell) if cell.column == 0 => {
                let next = blocks.get(at + 1).filter(
                    |next| matches!(next.kind, Kind::Cell(other) if other.row == cell.row && other.table == cell.table),
                );
                if let Some(next) = next {
                    found.push(entry(block.prose.text(), next.prose.text(), at + 1, next));
                }
            }
            Kind::Key(_) => found.extend(below(block, at + 1, blocks)),
            Kind::Cell(_) | Kind::Heading(_) | Kind::Code | Kind::Note => {}
        }
    }
    found
}

/// The first value of a list or a map below a key of front matter.
fn below(key: &Block, at: usize, blocks: &[Block]) -> Option<Entry> {
    let first = blocks.get(at).filter(|one| matches!(one.kind, Kind::Metadata | Kind::Item | Kind::Cell(_)))?;
    let value = first.value();
    (!key.prose.text().trim().is_empty()).then(|| entry(key.prose.text(), value, at, first))
}

/// Lines of a block with a colon behind a few words.
fn lines(at: usize, block: &Block, found: &mut Vec<Entry>) {
    let mut start = 0;
    for line in block.prose.text().split_inclusive('\n') {
        if let Some((key, value)) = line.split_once(':').filter(|(key, _)| key.len() <= KEY) {
            let from = start + key.len() + 1 + value.len() - value.trim_start().len();
            let value = value.trim();
            found.push(Entry { key: folded(key), value: value.to_owned(), at: (at, from..from + value.len()) });
        }
        start += line.len();
    }
}

fn entry(key: &str, value: &str, at: usize, block: &Block) -> Entry {
    let value = value.trim();
    let from = block.prose.text().rfind(value).unwrap_or_default();
    Entry { key: folded(key), value: value.to_owned(), at: (at, from..from + value.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;

    #[test]
    fn lists_and_maps_of_front_matter_are_values() {
        let text =
            "---\nowner: [Ada, Bo]\napprover:\n  - Cy\ncontact:\n  name: Di\nnobody:\n---\n# Plan\n\nReviewer: Ed\n";
        let found = entries(&Format::Markdown.read(text, None).blocks);
        let value =
            |key: &str| found.iter().find(|one| one.key == key && !one.value.is_empty()).map(|one| one.value.as_str());
        let wanted = [
            ("owner", Some("Ada")),
            ("approver", Some("Cy")),
            ("contact", Some("Di")),
            ("nobody", None),
            ("reviewer", Some("Ed")),
        ];
        for (key, own) in wanted {
            assert_eq!(value(key), own, "{key}: {found:?}");
        }
    }
}

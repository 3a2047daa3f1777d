//! The text of HTML that stands in other documents: tags are left out, entities resolved, alternative texts read.

use super::map::Prose;
use super::model::{Block, Kind};
use crate::source::Span;

/// Elements that do not end the line they stand in.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements whose content is no text for people.
const UNREAD: &[&str] = &["script", "style", "template"];

/// Appends the blocks of an HTML fragment that stands in the source at `start`.
pub fn read_into(text: &str, start: usize, blocks: &mut Vec<Block>) {
    let mut prose = Prose::default();
    let mut kind = Kind::Text;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let plain = rest.find(['<', '&']).unwrap_or(rest.len());
        if plain > 0 {
            prose.push(&rest[..plain], start + at);
            at += plain;
        } else if rest.starts_with('&') {
            at += push_entity(rest, start + at, &mut prose);
        } else {
            let tag = &rest[..tag_end(rest)];
            let name = tag_name(tag);
            if UNREAD.iter().any(|one| one.eq_ignore_ascii_case(name)) && !tag.starts_with("</") {
                at += unread_end(rest, name);
                continue;
            }
            if name.is_empty() {
                if !tag.starts_with("<!") {
                    prose.push(tag, start + at);
                }
            } else if INLINE.iter().any(|one| one.eq_ignore_ascii_case(name)) {
                push_alternative(tag, start + at, &mut prose);
            } else {
                flush(kind, &mut prose, blocks);
                kind = heading(tag, name).unwrap_or(Kind::Text);
            }
            at += tag.len();
        }
    }
    flush(kind, &mut prose, blocks);
}

/// True for a tag that ends a line.
#[must_use]
pub fn is_line_break(tag: &str) -> bool {
    tag_name(tag).eq_ignore_ascii_case("br")
}

/// Appends the alternative text of an image, a word of its own.
pub fn push_alternative(tag: &str, start: usize, prose: &mut Prose) {
    if !tag_name(tag).eq_ignore_ascii_case("img") {
        return;
    }
    let lower = tag.to_ascii_lowercase();
    let Some(at) = lower.find("alt=").map(|at| at + 4) else { return };
    let quote = match tag.as_bytes().get(at) {
        Some(b'"') => '"',
        Some(b'\'') => '\'',
        _ => return,
    };
    let value = &tag[at + 1..];
    if let Some(end) = value.find(quote) {
        prose.push(&value[..end], start + at + 1);
        prose.push_as(' ', Span::new(start + at + 1 + end, start + at + 1 + end));
    }
}

fn flush(kind: Kind, prose: &mut Prose, blocks: &mut Vec<Block>) {
    let prose = std::mem::take(prose);
    if !prose.text().trim().is_empty() {
        blocks.push(Block { kind, prose, marks: Vec::new() });
    }
}

/// The kind of block that an opening tag of a heading begins.
fn heading(tag: &str, name: &str) -> Option<Kind> {
    let level = name.strip_prefix(['h', 'H'])?.parse().ok().filter(|level| (1..=6).contains(level))?;
    (!tag.starts_with("</")).then_some(Kind::Heading(level))
}

fn tag_name(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|one: char| !one.is_ascii_alphanumeric()).unwrap_or(name.len());
    &name[..end]
}

/// One past the end of the tag or comment that `text` begins with; an unclosed one ends with the text.
fn tag_end(text: &str) -> usize {
    if text.starts_with("<!--") {
        return text.find("-->").map_or(text.len(), |at| at + 3);
    }
    let named = text[1..].starts_with(|one: char| one.is_ascii_alphabetic() || "/!?".contains(one));
    if !named {
        return 1;
    }
    let mut quote = None;
    for (at, one) in text.char_indices() {
        match (quote, one) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(one),
            (Some(open), _) if open == one => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn unread_end(text: &str, name: &str) -> usize {
    let lower = text.to_ascii_lowercase();
    let closing = format!("</{}", name.to_ascii_lowercase());
    lower.find(&closing).map_or(text.len(), |at| at + tag_end(&text[at..]))
}

/// Appends the character an entity stands for; gives the length of what was read.
fn push_entity(text: &str, source: usize, prose: &mut Prose) -> usize {
    let end = text.as_bytes().iter().take(34).position(|byte| *byte == b';').map(|at| at + 1);
    if let Some(end) = end {
        let plain = htmlize::unescape(&text[..end]);
        if plain != text[..end] {
            prose.push_for(&plain, Span::new(source, source + end));
            return end;
        }
    }
    prose.push("&", source);
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        let mut blocks = Vec::new();
        read_into(source, 0, &mut blocks);
        blocks.iter().map(|block| block.prose.text().trim().to_owned()).collect()
    }

    #[test]
    fn block_elements_part_and_inline_ones_join() {
        assert_eq!(texts("<p>ISO/IEC<sup>2</sup>&nbsp;27001</p><ul><li>a<li>b</ul>"), ["ISO/IEC2 27001", "a", "b"]);
    }

    #[test]
    fn scripts_comments_and_attributes_are_not_text() {
        assert_eq!(texts("<!-- ISO 1 --><script>ISO 2</script><a href=\"iso-3\" title='>'>four</a>"), ["four"]);
    }

    #[test]
    fn broken_markup_loses_nothing() {
        assert_eq!(texts("a < b & c &nosuch; <p"), ["a < b & c &nosuch;"]);
    }
}

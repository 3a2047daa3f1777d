//! The text of HTML that stands in other documents: tags are left out, entities resolved, alternative texts read.

use super::map::Prose;
use super::model::{Block, Cell, Kind, Mark, Role};
use crate::source::Span;

/// Elements that do not end the line they stand in.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements whose content is no text for people.
const UNREAD: &[&str] = &["script", "style", "template"];

/// Elements whose content is struck out.
const STRUCK: &[&str] = &["del", "s", "strike"];

/// The tables of a document, counted while it is read.
#[derive(Debug, Default)]
pub struct Tables {
    /// How many have begun.
    pub count: usize,
    /// Row of the next cell.
    pub row: usize,
    /// Column of the next cell.
    pub column: usize,
    /// True inside a table of HTML.
    open: bool,
}

impl Tables {
    /// Begins a table.
    pub fn begin(&mut self) {
        (self.count, self.row, self.column) = (self.count + 1, 0, 0);
    }

    /// The cell that begins here.
    #[must_use]
    pub fn cell(&self) -> Kind {
        Kind::Cell(Cell { table: self.count.saturating_sub(1), row: self.row, column: self.column })
    }

    /// Takes a tag of HTML; gives the cell that begins with it.
    fn take(&mut self, name: &str, closing: bool) -> Option<Kind> {
        match (name, closing) {
            ("table", false) => {
                self.begin();
                self.open = true;
            }
            ("table", true) => self.open = false,
            ("tr", true) => (self.row, self.column) = (self.row + 1, 0),
            ("tr", false) if self.column > 0 => (self.row, self.column) = (self.row + 1, 0),
            ("td" | "th", false) if self.open => {
                let cell = self.cell();
                self.column += 1;
                return Some(cell);
            }
            _ => {}
        }
        None
    }
}

/// Appends the blocks of an HTML fragment that stands in the source at `start`.
pub fn read_into(text: &str, start: usize, tables: &mut Tables, blocks: &mut Vec<Block>) {
    let mut fragment =
        Fragment { start, tables, blocks, prose: Prose::default(), kind: Kind::Text, marks: Vec::new(), struck: None };
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let plain = rest.find(['<', '&']).unwrap_or(rest.len());
        at += if plain > 0 {
            fragment.prose.push(&rest[..plain], start + at);
            plain
        } else if rest.starts_with('&') {
            push_entity(rest, start + at, &mut fragment.prose)
        } else {
            fragment.tag(rest, at)
        };
    }
    fragment.flush(Kind::Text);
}

/// A fragment while it is read.
struct Fragment<'a> {
    start: usize,
    tables: &'a mut Tables,
    blocks: &'a mut Vec<Block>,
    prose: Prose,
    kind: Kind,
    marks: Vec<Mark>,
    /// Where struck text began.
    struck: Option<usize>,
}

impl Fragment<'_> {
    /// Takes the tag that `rest` begins with, at `at` of the fragment; gives the length of what was read.
    fn tag(&mut self, rest: &str, at: usize) -> usize {
        let tag = &rest[..tag_end(rest)];
        let name = tag_name(tag).to_ascii_lowercase();
        let closing = tag.starts_with("</");
        if UNREAD.contains(&name.as_str()) && !closing {
            return unread_end(rest, &name);
        }
        if let Some(length) = footnote_mark(rest) {
            return length;
        }
        let source = self.start + at;
        if name.is_empty() {
            if !tag.starts_with("<!") {
                self.prose.push(tag, source);
            }
        } else if is_line_break(tag) {
            self.prose.push_as('\n', Span::new(source, source + tag.len()));
        } else if let Some(struck) = strikes(tag) {
            self.strike(struck);
        } else if INLINE.contains(&name.as_str()) {
            push_alternative(tag, source, &mut self.prose);
        } else {
            self.block(tag, &name, closing);
        }
        tag.len()
    }

    /// A tag that ends a block and begins another.
    fn block(&mut self, tag: &str, name: &str, closing: bool) {
        let in_cell = matches!(self.kind, Kind::Cell(_));
        let ends_cell = matches!(name, "td" | "th" | "tr" | "table");
        let next = match self.tables.take(name, closing) {
            Some(cell) => cell,
            None if in_cell && !ends_cell => self.kind,
            None if name == "li" && !closing => Kind::Item,
            None => heading(tag, name).unwrap_or(Kind::Text),
        };
        self.flush(next);
    }

    fn strike(&mut self, begins: bool) {
        let here = self.prose.text().len();
        if begins {
            self.struck = Some(here);
        } else if let Some(start) = self.struck.take() {
            self.marks.push(Mark { range: start..here, role: Role::Struck });
        }
    }

    /// Ends the block; the next is of a kind.
    fn flush(&mut self, next: Kind) {
        if self.struck.is_some() {
            self.strike(false);
            self.struck = Some(0);
        }
        let prose = std::mem::take(&mut self.prose);
        let marks = std::mem::take(&mut self.marks);
        if !prose.text().trim().is_empty() {
            self.blocks.push(Block { kind: self.kind, prose, marks });
        }
        self.kind = next;
    }
}

/// True for a tag that begins struck text, false for one that ends it, nothing for another.
#[must_use]
pub fn strikes(tag: &str) -> Option<bool> {
    STRUCK.iter().any(|one| one.eq_ignore_ascii_case(tag_name(tag))).then(|| !tag.starts_with("</"))
}

/// Length of the mark of a footnote that a text begins with: `<sup>1</sup>`.
#[must_use]
pub fn footnote_mark(text: &str) -> Option<usize> {
    let head = "<sup>";
    let rest = text.get(..head.len()).filter(|one| one.eq_ignore_ascii_case(head)).map(|_| &text[head.len()..])?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let tail = "</sup>";
    let closed = rest[digits..].get(..tail.len()).is_some_and(|one| one.eq_ignore_ascii_case(tail));
    (digits > 0 && closed).then_some(head.len() + digits + tail.len())
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
        read_into(source, 0, &mut Tables::default(), &mut blocks);
        blocks.iter().map(|block| block.prose.text().trim().to_owned()).collect()
    }

    #[test]
    fn block_elements_part_and_inline_ones_join() {
        assert_eq!(texts("<p>ISO/IEC<sup>2</sup>&nbsp;27001</p><ul><li>a<li>b</ul>"), ["ISO/IEC 27001", "a", "b"]);
    }

    #[test]
    fn cells_struck_text_and_line_breaks_are_known() {
        let mut blocks = Vec::new();
        let source = "<table><tr><th>A<tr><td><p>b<br>c</p></td><td><del>d</del> e</td></tr></table>f";
        read_into(source, 0, &mut Tables::default(), &mut blocks);
        let cell = |row, column| Kind::Cell(Cell { table: 0, row, column });
        let found: Vec<(Kind, &str)> = blocks.iter().map(|block| (block.kind, block.prose.text())).collect();
        assert_eq!(found, [(cell(0, 0), "A"), (cell(1, 0), "b\nc"), (cell(1, 1), "d e"), (Kind::Text, "f")]);
        assert!(blocks[2].has_role(&(0..1), Role::Struck) && !blocks[2].has_role(&(2..3), Role::Struck));
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

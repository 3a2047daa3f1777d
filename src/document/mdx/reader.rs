//! The reader of MDX: what is no Markdown is taken out, the rest is read as Markdown and led back to where it came from.

use super::super::markdown;
use super::super::model::{Block, Document, Kind};
use super::super::passage::Passage;
use super::tag::{SHOWN, Tags};

/// Elements of HTML that are left to the reader of Markdown.
const KEPT: &[&str] = &[
    "br", "code", "del", "h1", "h2", "h3", "h4", "h5", "h6", "img", "pre", "s", "strike", "sup", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr",
];

/// Attributes that elements of HTML keep.
const OWN: &[&str] = &["alt", "colSpan", "colspan", "rowSpan", "rowspan"];

/// Longest code in a line, in bytes.
const CODE: usize = 300;

/// What stands for a comment where comments are looked for: Markdown tells whether it is one.
const COMMENT: &str = "<!---->";

/// Reads a document.
#[must_use]
pub fn read(text: &str) -> Document {
    let mut reader = Reader::of(text, false);
    let mut document = markdown::read(reader.passage.text(), None);
    reader.passage.lead_back(&mut document.blocks);
    reader.blocks.append(&mut document.blocks);
    Document { blocks: reader.blocks, ..document }
}

/// Where the comments of a document begin, as bytes of it, in order: in braces, or as those of HTML.
#[must_use]
pub fn comments(text: &str) -> Vec<usize> {
    let passage = Reader::of(text, true).passage;
    markdown::comments(passage.text()).into_iter().map(|at| passage.source(at)).collect()
}

struct Reader<'a> {
    text: &'a str,
    /// True if comments are looked for, and values of attributes are not read.
    for_comments: bool,
    passage: Passage,
    /// What is exported, which is code.
    blocks: Vec<Block>,
    tags: Tags<'a>,
    /// How far the content of each open component is indented.
    indents: Vec<Option<usize>>,
}

impl<'a> Reader<'a> {
    /// A reader that has gone through the text.
    fn of(text: &'a str, for_comments: bool) -> Self {
        let (passage, tags) = (Passage::default(), Tags::new(text));
        let mut reader = Self { text, for_comments, passage, blocks: Vec::new(), tags, indents: Vec::new() };
        let mut at = front_matter(text);
        reader.passage.push(&text[..at], 0);
        while at < text.len() {
            at = reader.block(at);
        }
        reader
    }
}

impl Reader<'_> {
    /// Takes what begins at the start of a line; gives where to go on.
    fn block(&mut self, at: usize) -> usize {
        let line = line_at(self.text, at);
        if line.starts_with("import ") || line.starts_with("export ") {
            return self.module(at);
        }
        let words = line.trim_start_matches([' ', '\t']);
        let indent = line.len() - words.len();
        if words.trim().is_empty() {
            self.passage.break_line(at);
            return at + line.len();
        }
        // There is no indented code: what stands further in is read all the same.
        let start = at + if self.for_comments { indent } else { indent.min(self.dedent(indent)) };
        for mark in ["```", "~~~"] {
            if words.starts_with(mark) {
                return self.fenced(start, at + line.len(), mark);
            }
        }
        let mut from = start;
        let end = at + line.len();
        while from < end {
            from = self.inline(from, start);
        }
        from
    }

    /// Ends a paragraph.
    fn part(&mut self, at: usize) {
        self.passage.break_line(at);
        self.passage.break_line(at);
    }

    /// How much of an indentation is that of the component around.
    fn dedent(&mut self, indent: usize) -> usize {
        match self.indents.last_mut() {
            Some(own) => *own.get_or_insert(indent),
            None => 0,
        }
    }

    /// Imports are not read, exports are code.
    fn module(&mut self, at: usize) -> usize {
        let mut end = at;
        while end < self.text.len() {
            let line = line_at(self.text, end);
            if line.trim().is_empty() {
                break;
            }
            let open = line.rfind(['{', '(']).map(|brace| end + brace);
            end += line.len();
            if let Some(close) = open.and_then(|open| self.tags.closing(open)).filter(|close| *close >= end) {
                end = close + line_at(self.text, close).len();
            }
        }
        if self.text[at..].starts_with("export") {
            Passage::of(&self.text[at..end], at).write_raw(Kind::Code, &mut self.blocks);
        }
        end
    }

    /// A listing is copied up to the fence that closes it.
    fn fenced(&mut self, start: usize, next: usize, mark: &str) -> usize {
        let run = self.text[start..].trim_start();
        let length = run.bytes().take_while(|byte| *byte == mark.as_bytes()[0]).count();
        let indent = self.indents.last().copied().flatten().unwrap_or(0);
        self.passage.push(&self.text[start..next], start);
        let mut at = next;
        while at < self.text.len() {
            let line = line_at(self.text, at);
            let own = line.len() - line.trim_start_matches([' ', '\t']).len();
            let from = at + own.min(indent);
            self.passage.push(&self.text[from..at + line.len()], from);
            at += line.len();
            let words = line.trim();
            if words.len() >= length && words.bytes().all(|byte| byte == mark.as_bytes()[0]) {
                break;
            }
        }
        at
    }

    /// Takes what stands at `at` of a line whose words begin at `start`; gives where to go on.
    fn inline(&mut self, at: usize, start: usize) -> usize {
        let rest = &self.text[at..];
        let plain = rest.find(['<', '{', '`', '\\', '\n']).unwrap_or(rest.len());
        if plain > 0 {
            self.passage.push(&rest[..plain], at);
            return at + plain;
        }
        let length = match rest.as_bytes()[0] {
            b'\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            b'`' => code(rest),
            b'{' => return self.expression(at),
            b'<' => return self.tag(at, start),
            _ => 1,
        };
        self.passage.push(&rest[..length], at);
        at + length
    }

    /// An expression is not shown, but for a text in quotation marks.
    fn expression(&mut self, at: usize) -> usize {
        if let Some(end) = comment_end(self.text, at) {
            if self.for_comments {
                // A comment at the head of a line would take the rest of the line with it.
                self.passage.push("x", at);
                self.passage.push(COMMENT, at);
            }
            return end;
        }
        let Some(close) = self.tags.closing(at) else {
            self.passage.push("{", at);
            return at + 1;
        };
        let inner = self.text[at + 1..close].trim();
        let quote = inner.chars().next().filter(|one| matches!(one, '"' | '\'' | '`'));
        if let Some(quote) = quote.filter(|quote| inner.len() > 1 && inner.ends_with(*quote))
            && !inner[1..inner.len() - 1].contains([quote, '$'])
        {
            let start = at + 1 + self.text[at + 1..].find(quote).map_or(0, |found| found + 1);
            self.passage.push(&self.text[start..start + inner.len() - 2], start);
        }
        close + 1
    }

    /// A tag of a component is taken out; the line it fills parts what stands around it.
    fn tag(&mut self, at: usize, start: usize) -> usize {
        let Some(tag) = self.tags.read(at) else {
            self.passage.push("<", at);
            return at + 1;
        };
        let behind = self.text[tag.end..].trim_start_matches([' ', '\t', '\r']);
        let fills = at == start && (behind.is_empty() || behind.starts_with('\n'));
        if KEPT.contains(&tag.name) {
            let name_end = at + 1 + usize::from(tag.closing) + tag.name.len();
            self.passage.push(&self.text[at..name_end], at);
            for (name, value) in tag.attributes.iter().filter(|(name, _)| OWN.contains(name)) {
                let from = value.start - 2 - name.len();
                self.passage.push(" ", from.saturating_sub(1));
                self.passage.push(&self.text[from..value.end + 1], from);
            }
            self.passage.push(">", tag.end - 1);
            return tag.end;
        }
        // In the middle of a line they would tear its sentence.
        if (tag.alone || at == start) && !self.for_comments {
            for (_, value) in tag.attributes.iter().filter(|(name, _)| SHOWN.contains(name)) {
                self.part(value.start);
                self.passage.push(&self.text[value.clone()], value.start);
                self.part(value.end);
            }
        }
        match (tag.closing, tag.alone) {
            (true, _) => drop(self.indents.pop()),
            (false, false) if fills => self.indents.push(None),
            (false, false) => self.indents.push(Some(0)),
            (false, true) => {}
        }
        if fills {
            self.part(tag.end);
        }
        tag.end
    }
}

/// One past the end of braces that hold a comment and nothing else, whatever braces stand in it.
fn comment_end(text: &str, at: usize) -> Option<usize> {
    let inner = text[at..].strip_prefix("{/*")?;
    let behind = inner[memchr::memmem::find(inner.as_bytes(), b"*/")? + 2..].trim_start();
    behind.starts_with('}').then(|| text.len() - behind.len() + 1)
}

/// The line that begins at `at`, with its end.
fn line_at(text: &str, at: usize) -> &str {
    let end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |end| at + end + 1);
    &text[at..end]
}

/// Where the front matter ends.
fn front_matter(text: &str) -> usize {
    let first = line_at(text, 0);
    if first.trim_end() != "---" {
        return 0;
    }
    let mut at = first.len();
    while at < text.len() {
        let line = line_at(text, at);
        at += line.len();
        if line.trim_end() == "---" {
            return at;
        }
    }
    0
}

/// Length of the code in a line that a text begins with, or of its mark if nothing closes it.
fn code(text: &str) -> usize {
    let ticks = text.bytes().take_while(|byte| *byte == b'`').count();
    let mut at = ticks;
    let reach = text.len().min(ticks + CODE);
    while let Some(found) = memchr::memchr(b'`', &text.as_bytes()[at..reach]) {
        let run = text[at + found..].bytes().take_while(|byte| *byte == b'`').count();
        at += found + run;
        if run == ticks {
            return at;
        }
        if at >= reach {
            break;
        }
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        read(source).blocks.iter().map(|block| block.prose.text().trim().to_owned()).collect()
    }

    #[test]
    fn components_expressions_and_imports_are_taken_out() {
        let source = "---\ntitle: T\n---\nimport A from './iso-1.mdx'\n\n<Tabs items={['a']}>\n    <Card title=\"Old\" href='/x'>\n      ISO/IEC **27001**:2013\n\n      - one\n    </Card>\n</Tabs>\n\nPer <b>ISO</b> 9001{/* not 3 */} {x > 2} {'of 2008'} a < b <br/>c.\n";
        assert_eq!(texts(source), ["title: T", "Old", "ISO/IEC 27001:2013", "one", "Per ISO 9001  of 2008 a < b \nc."]);
        let document = read(source);
        let block = &document.blocks[2];
        let span = block.prose.source_span(0, block.prose.text().len());
        assert_eq!(&source[span.start..span.end], "ISO/IEC **27001**:2013");
    }

    #[test]
    fn attributes_are_read_before_what_stands_in_the_same_line() {
        assert_eq!(texts("<Card title=\"ISO 9001:2008\">Plan</Card>\n"), ["ISO 9001:2008", "Plan"]);
        assert_eq!(texts("See <Tip title=\"ISO 9001\">the plan</Tip> now.\n"), ["See the plan now."]);
    }

    #[test]
    fn exports_and_listings_are_code() {
        let source =
            "export const a = {\n  b: 'ISO 9001:2008',\n\n  c: 1\n}\n\nText `<b>` and\n\n```js\n<Card>{x}\n```\n";
        let found: Vec<(Kind, String)> =
            read(source).blocks.into_iter().map(|one| (one.kind, one.prose.text().trim().to_owned())).collect();
        assert_eq!(found[0].0, Kind::Code);
        assert!(found[0].1.contains("9001:2008") && found[0].1.ends_with('}'), "{found:?}");
        assert_eq!(found[1..], [(Kind::Text, "Text <b> and".to_owned()), (Kind::Code, "<Card>{x}".to_owned())]);
    }

    #[test]
    fn what_is_broken_is_text() {
        assert_eq!(texts("a <b and {c\n\nd <e f=\"g\n"), ["a <b and {c", "d <e f=\"g"]);
        assert_eq!(texts("<>\nISO</> <x.y z={{a: '>'}} /> 1"), ["ISO  1"]);
    }

    #[test]
    fn tables_of_html_keep_their_cells_and_images_their_texts() {
        let source = "<table style={{a: 1}}>\n<tr><td colSpan=\"2\" className=\"x\">Old</td></tr>\n</table>\n\n<img src=\"iso-1.png\" alt=\"Plan\" />\n";
        let found = read(source).blocks;
        assert!(matches!(found[0].kind, Kind::Cell(_)) && found[0].prose.text().trim() == "Old");
        assert_eq!(found[1].prose.text().trim(), "Plan");
    }
}

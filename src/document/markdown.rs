//! The reader of Markdown: CommonMark with tables, footnotes, definition lists, front matter and HTML in it.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::html;
use super::map::Prose;
use super::model::{Block, Document, Kind, Mark, Role};
use super::table::Tables;
use crate::source::Span;

/// Reads Markdown; of the blocks without any of the `anchors`, ascending offsets, only those that give context.
#[must_use]
pub fn read(text: &str, anchors: Option<&[usize]>) -> Document {
    let mut reader = Reader { text, anchors, ..Reader::default() };
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        reader.take(event, range);
    }
    reader.flush();
    Document { blocks: reader.blocks }
}

/// Longest block, in bytes of the source, that is read although it has no anchor.
const LABEL: usize = 120;

/// Most room made for a block at once, in bytes: a list holds many blocks and is none itself.
const LONG: usize = 512;

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    anchors: Option<&'a [usize]>,
    /// Inside a block that is passed by.
    passing: bool,
    blocks: Vec<Block>,
    kinds: Vec<Kind>,
    prose: Prose,
    marks: Vec<Mark>,
    tables: Tables,
    /// Where the text of an address began, while inside one.
    address: Option<usize>,
    /// Inside an HTML block or front matter, which are read as a whole.
    whole: bool,
    /// Where struck text began, while inside it.
    struck: Option<usize>,
    /// The source up to here is read or passed by: the mark of a footnote.
    done: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, &range),
            _ if self.whole || self.passing => {}
            Event::Text(text) => self.push_text(&text, &range),
            Event::Code(_) => self.code(&range),
            Event::SoftBreak | Event::HardBreak => self.prose.push_as('\n', Span::new(range.start, range.end)),
            Event::InlineHtml(tag) => self.inline_html(&tag, &range),
            Event::Rule => self.flush(),
            Event::Html(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'a>, range: Range<usize>) {
        match tag {
            Tag::Strikethrough => return self.strike(true),
            Tag::Emphasis | Tag::Strong | Tag::Superscript | Tag::Subscript => return,
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {
                self.address = Some(self.prose.text().len());
                return;
            }
            Tag::Link { .. } | Tag::Image { .. } => return,
            _ => self.flush(),
        }
        let kind = match tag {
            Tag::Heading { level, .. } => Kind::Heading(*level as u8),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => Kind::Code,
            Tag::MetadataBlock(kind) => {
                self.whole = true;
                self.metadata(*kind, &range);
                Kind::Metadata
            }
            Tag::HtmlBlock => {
                self.whole = true;
                html::read_into(&self.text[range.clone()], range.start, &mut self.tables, &mut self.blocks);
                Kind::Text
            }
            Tag::Table(_) => {
                self.tables.begin();
                Kind::Text
            }
            Tag::TableHead | Tag::TableRow => {
                self.tables.begin_row();
                Kind::Text
            }
            Tag::TableCell => self.tables.begin_cell(1, 1).unwrap_or(Kind::Text),
            Tag::Item => Kind::Item,
            Tag::Paragraph if self.kinds.contains(&Kind::Item) => Kind::Item,
            _ => Kind::Text,
        };
        self.passing = matches!(kind, Kind::Text | Kind::Item | Kind::Code) && !self.is_wanted(&range);
        if !self.passing && !self.whole {
            self.prose.reserve(range.len().min(LONG));
        }
        self.kinds.push(kind);
    }

    /// True if a block must be read: it holds an anchor, or is short enough to be a label for what follows.
    fn is_wanted(&self, range: &Range<usize>) -> bool {
        let Some(anchors) = self.anchors else { return true };
        range.len() <= LABEL
            || anchors.get(anchors.partition_point(|at| *at < range.start)).is_some_and(|at| *at < range.end)
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Strikethrough => return self.strike(false),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Superscript | TagEnd::Subscript => return,
            TagEnd::Link => {
                if let Some(start) = self.address.take() {
                    self.marks.push(Mark { range: start..self.prose.text().len(), role: Role::Address });
                }
                return;
            }
            // The texts of two images side by side are not one word.
            TagEnd::Image => return self.prose.push_as(' ', Span::new(range.end, range.end)),
            TagEnd::TableCell => {
                self.flush();
                self.tables.end_cell();
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.flush();
                self.tables.end_row();
            }
            TagEnd::Table => {
                self.flush();
                self.tables.end();
            }
            TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {
                self.whole = false;
                self.prose = Prose::default();
            }
            _ => self.flush(),
        }
        self.passing = false;
        self.kinds.pop();
    }

    fn push_text(&mut self, text: &str, range: &Range<usize>) {
        if self.text[range.clone()] != *text {
            if range.start >= self.done {
                self.prose.push_for(text, Span::new(range.start, range.end));
            }
            return;
        }
        let mut at = range.start.max(self.done);
        while at < range.end {
            let open = self.text[at..range.end].find('[').map_or(range.end, |open| at + open);
            self.prose.push(&self.text[at..open], at);
            at = open;
            if at < range.end {
                let mark = footnote_mark(&self.text[at..]);
                self.prose.push(&self.text[at..at + usize::from(mark.is_none())], at);
                at += mark.unwrap_or(1);
                self.done = at;
            }
        }
    }

    fn inline_html(&mut self, tag: &str, range: &Range<usize>) {
        if let Some(length) = html::footnote_mark(&self.text[range.start..]) {
            self.done = range.start + length;
        } else if html::is_line_break(tag) {
            self.prose.push_as('\n', Span::new(range.start, range.end));
        } else if let Some(begins) = html::strikes(tag) {
            self.strike(begins);
        } else {
            html::push_alternative(tag, range.start, &mut self.prose);
        }
    }

    fn strike(&mut self, begins: bool) {
        let here = self.prose.text().len();
        if begins {
            self.struck = Some(here);
        } else if let Some(start) = self.struck.take() {
            self.marks.push(Mark { range: start..here, role: Role::Struck });
        }
    }

    fn code(&mut self, range: &Range<usize>) {
        let raw = &self.text[range.clone()];
        let ticks = raw.bytes().take_while(|byte| *byte == b'`').count();
        let start = self.prose.text().len();
        if raw.len() > 2 * ticks {
            self.prose.push(&raw[ticks..raw.len() - ticks], range.start + ticks);
        }
        self.marks.push(Mark { range: start..self.prose.text().len(), role: Role::Code });
    }

    /// Front matter: every key begins a block of its own, indented lines continue it.
    fn metadata(&mut self, _: MetadataBlockKind, range: &Range<usize>) {
        let mut at = range.start;
        let mut prose = Prose::default();
        for line in self.text[range.clone()].split_inclusive('\n') {
            let fence = matches!(line.trim_end(), "---" | "+++" | "...");
            if fence || begins_entry(line) {
                push_block(&mut self.blocks, Kind::Metadata, std::mem::take(&mut prose), Vec::new());
            }
            if !fence {
                prose.push(line, at);
            }
            at += line.len();
        }
        push_block(&mut self.blocks, Kind::Metadata, prose, Vec::new());
    }

    fn flush(&mut self) {
        self.address = None;
        self.struck = None;
        if self.prose.is_empty() {
            return self.marks.clear();
        }
        let kind = self.kinds.last().copied().unwrap_or(Kind::Text);
        let marks = std::mem::take(&mut self.marks);
        self.blocks.push(Block { kind, prose: std::mem::take(&mut self.prose), marks });
    }
}

/// Length of the mark of a footnote that a text begins with, `[^1]`: one that is defined in another section is no
/// footnote to the parser.
fn footnote_mark(text: &str) -> Option<usize> {
    let name = text.strip_prefix("[^")?;
    let end = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
    ((1..=30).contains(&end) && name[end..].starts_with(']')).then_some(end + 3)
}

/// True if a line of front matter begins a key or a list item rather than continuing the value above.
fn begins_entry(line: &str) -> bool {
    let rest = line.trim_start();
    let key = rest.split([':', '=']).next().unwrap_or_default();
    let named = key.len() < rest.trim_end().len()
        && key.trim_end().chars().all(|one| one.is_alphanumeric() || "_-\"' ".contains(one));
    rest.starts_with("- ")
        || (named
            && !key.is_empty()
            && (rest[key.len()..].starts_with(": ")
                || rest[key.len()..].trim_end() == ":"
                || rest[key.len()..].starts_with('=')))
}

fn push_block(blocks: &mut Vec<Block>, kind: Kind, prose: Prose, marks: Vec<Mark>) {
    if !prose.is_empty() {
        blocks.push(Block { kind, prose, marks });
    }
}

#[cfg(test)]
mod tests {
    use super::super::model::Cell;
    use super::*;

    fn texts(source: &str) -> Vec<(Kind, String)> {
        read(source, None).blocks.into_iter().map(|block| (block.kind, block.prose.text().to_owned())).collect()
    }

    #[test]
    fn inline_markup_is_joined_and_blocks_are_apart() {
        let found = texts("# The *ISO/IEC* **27001**\n\nOne [two](http://x.y) three\nfour\n\n- a\n- b `c`\n\n> q\n");
        let words: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(words, ["The ISO/IEC 27001", "One two three\nfour", "a", "b c", "q"]);
        assert_eq!(found[0].0, Kind::Heading(1));
        assert_eq!((found[1].0, found[2].0), (Kind::Text, Kind::Item));
    }

    #[test]
    fn marks_of_footnotes_are_left_out_and_struck_text_is_known() {
        let document = read("ISO 27001[^a]:2013, 27002<sup>2</sup>:2013, [x], ~~ISO 1~~ <del>ISO 2</del>\n", None);
        let block = &document.blocks[0];
        assert_eq!(block.prose.text(), "ISO 27001:2013, 27002:2013, [x], ISO 1 ISO 2");
        let struck = |words: &str| {
            let at = block.prose.text().rfind(words).expect("there");
            block.has_role(&(at..at + words.len()), Role::Struck)
        };
        assert!(struck("ISO 1") && struck("ISO 2") && !struck("27002"));
    }

    #[test]
    fn cells_know_their_row_and_column() {
        let found = texts("| Old | New |\n|---|---|\n| a | b |\n");
        let cell = |row, column| Kind::Cell(Cell { table: 0, row, column });
        assert_eq!(found[0], (cell(0, 0), "Old".into()));
        assert_eq!(found[3], (cell(1, 1), "b".into()));
    }

    #[test]
    fn front_matter_has_a_block_for_every_key_and_folded_lines_stay_together() {
        let found = texts("---\ntitle: A\ndescription: built on ISO\n  9001:2015\ntags:\n- x\n---\n\nText\n");
        let words: Vec<&str> = found.iter().map(|(_, text)| text.trim_end()).collect();
        assert_eq!(words, ["title: A", "description: built on ISO\n  9001:2015", "tags:", "- x", "Text"]);
        assert_eq!(found[0].0, Kind::Metadata);
    }

    #[test]
    fn entities_escapes_and_code_lead_back_to_the_source() {
        let source = "ISO&nbsp;27001\\_x and ``ISO 9001``";
        let document = read(source, None);
        let block = &document.blocks[0];
        assert_eq!(block.prose.text(), "ISO 27001_x and ISO 9001");
        let at = block.prose.text().find("27001_x").expect("there");
        let span = block.prose.source_span(at, at + 7);
        assert_eq!(&source[span.start..span.end], "27001\\_x");
        let code = block.prose.text().rfind("ISO").expect("there");
        assert!(block.is_code(&(code..code + 3)) && !block.is_code(&(0..3)));
    }

    #[test]
    fn html_between_lines_is_read_without_its_tags() {
        let found = texts(
            "<h1 align=\"center\">📜 ISO <b>27001</b>:2013</h1>\n\nOne<br>two <img alt=\"ISO 9001\" src=\"iso-9001.png\">\n",
        );
        assert_eq!(found[0].1, "📜 ISO 27001:2013");
        assert_eq!(found[1].1, "One\ntwo ISO 9001 ");
    }
}

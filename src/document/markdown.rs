//! The reader of Markdown: CommonMark with tables, footnotes, definition lists, front matter and HTML in it.

use std::collections::HashMap;
use std::ops::Range;

use super::data::{toml, yaml};
use super::html;
use super::map::{Prose, is_plain_text};
use super::mark::{Mark, Marks, Role};
use super::model::{Block, Document, Kind, has_anchor};
use super::table::Tables;
use super::unmarked;
use crate::source::Span;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, MetadataBlockKind, Options, Parser, Tag, TagEnd};

/// Reads Markdown; of the blocks without any of the `anchors`, ascending offsets, only those that give context.
#[must_use]
pub fn read(text: &str, anchors: Option<&[usize]>) -> Document {
    read_with(text, anchors, options() | front_matter())
}

/// Reads Markdown that stands inside another document, so that it has no front matter.
#[must_use]
pub fn read_part(text: &str) -> Document {
    read_with(text, None, options())
}

fn read_with(text: &str, anchors: Option<&[usize]>, options: Options) -> Document {
    let mut reader = Reader::new(text, anchors, options);
    let at = unmarked::read(&mut reader);
    if at < text.len() {
        reader.parse(at..text.len());
    }
    reader.finish()
}

/// Longest paragraph, in bytes of the source, that is read although it has no anchor.
const LABEL: usize = 120;

/// Most room made for an item at once, in bytes: it may hold many blocks.
const LONG: usize = 512;

/// How much room is made for the words of a block so many bytes long.
fn room(tag: &Tag<'_>, length: usize) -> usize {
    match tag {
        Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::TableCell => length,
        Tag::Item => length.min(LONG),
        _ => 0,
    }
}

/// Where the comments of a document begin, as bytes of it, in order: those of HTML that stand in it as such.
#[must_use]
pub fn comments(text: &str) -> Vec<usize> {
    // Stretches of HTML; nothing where a block ends. In the words for a picture what looks like a comment is none.
    let mut pieces: Vec<Option<Range<usize>>> = Vec::new();
    let (mut pictures, mut cell) = (0_usize, 0);
    for (event, range) in Parser::new_ext(text, options() | front_matter()).into_offset_iter() {
        match event {
            Event::Start(Tag::Image { .. }) => pictures += 1,
            Event::End(TagEnd::Image) => pictures = pictures.saturating_sub(1),
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) if pictures == 0 => pieces.push(Some(range)),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => pieces.push(None),
            Event::End(TagEnd::TableCell) => {
                cell = range.end;
                pieces.push(None);
            }
            // What stands behind the last column is no cell, and is not shown.
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => {
                let behind = text[cell..range.end.max(cell)].trim_start_matches(['|', ' ', '\t']);
                let own = range.end.max(cell) - behind.len()..range.end.max(cell);
                pieces.extend(behind.starts_with("<!--").then_some(Some(own)));
                pieces.push(None);
            }
            Event::End(TagEnd::Item | TagEnd::HtmlBlock) => pieces.push(None),
            _ => {}
        }
    }
    // A name in angle brackets that nothing closes is more likely a blank to be filled in than an element of text.
    let mut last_closed = HashMap::new();
    let mut is_closed_behind = |at: usize, name: &'static str| {
        let closes = |piece: &Option<Range<usize>>| piece.clone().is_some_and(|own| html::ends_raw(&text[own], name));
        *last_closed.entry(name).or_insert_with(|| pieces.iter().rposition(closes)) > Some(at)
    };
    let (mut found, mut raw) = (Vec::new(), None);
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Some(own) => {
                let comments = html::comments_within(&text[own.clone()], &mut raw);
                found.extend(comments.into_iter().map(|one| own.start + one.start));
            }
            None => raw = raw.filter(|name| html::is_endless(name) || is_closed_behind(at, name)),
        }
    }
    found
}

pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
}

pub(super) fn front_matter() -> Options {
    Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

/// Length of a block with what stands around it, in bytes; most texts have no more blocks than this tells.
const USUAL_BLOCK: usize = 96;

/// How deep blocks stand in one another in most texts, at most.
const USUAL_DEPTH: usize = 8;

/// A document while it is read.
pub(super) struct Reader<'a> {
    /// The text of all of it.
    pub text: &'a str,
    /// True if prose takes all of it as it is.
    pub is_plain: bool,
    anchors: Option<&'a [usize]>,
    /// What the parser is to know.
    pub options: Options,
    /// Inside a block that is passed by.
    passing: bool,
    /// Inside a row of a table that is passed by.
    passing_row: bool,
    blocks: Vec<Block>,
    kinds: Vec<Kind>,
    prose: Prose,
    marks: Vec<Mark>,
    tables: Tables,
    /// Where the text of an address began, while inside one.
    address: Option<usize>,
    /// Where words in braces stand that belong to the heading that is read.
    braces: Option<Range<usize>>,
    /// Inside an HTML block or front matter, which are read as a whole.
    whole: bool,
    /// Where struck text began, while inside it.
    struck: Option<usize>,
    /// The source up to here is read or passed by: the mark of a footnote.
    done: usize,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, anchors: Option<&'a [usize]>, options: Options) -> Self {
        Self {
            text,
            is_plain: is_plain_text(text),
            anchors,
            options,
            passing: false,
            passing_row: false,
            blocks: Vec::with_capacity(text.len() / USUAL_BLOCK + 1),
            kinds: Vec::with_capacity(USUAL_DEPTH),
            prose: Prose::default(),
            marks: Vec::new(),
            tables: Tables::default(),
            address: None,
            braces: None,
            whole: false,
            struck: None,
            done: 0,
        }
    }

    /// Has a stretch of the text parsed in which whole blocks stand.
    pub fn parse(&mut self, range: Range<usize>) {
        let (text, start) = (self.text, range.start);
        for (event, own) in Parser::new_ext(&text[range], self.options).into_offset_iter() {
            self.take(event, start + own.start..start + own.end);
        }
    }

    /// Has the words of a block parsed that has begun: a stretch of the text that would be a paragraph.
    pub fn parse_words(&mut self, range: Range<usize>) {
        let (text, start) = (self.text, range.start);
        for (event, own) in Parser::new_ext(&text[range], self.options).into_offset_iter() {
            if !matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)) {
                self.take(event, start + own.start..start + own.end);
            }
        }
    }

    /// Adds words without markup to the block that has begun.
    pub fn push_plain(&mut self, range: Range<usize>) {
        let (words, start) = (&self.text[range.clone()], range.start);
        if self.is_plain && !words.is_empty() {
            self.prose.push_plain(words, start);
        } else if !words.is_empty() {
            self.prose.push(words, start);
        }
    }

    /// Adds the end of a line inside the block that has begun. It stands for itself alone, unlike one that its writer asked for.
    pub fn push_line_end(&mut self, at: usize) {
        self.prose.push_as('\n', Span::new(at, at + 1));
    }

    /// True while inside a block that is passed by.
    pub fn is_passing(&self) -> bool {
        self.passing
    }

    /// Counts a row of a table of which nothing is read.
    pub fn pass_row(&mut self) {
        self.tables.begin_row();
        self.tables.end_row();
    }

    fn finish(mut self) -> Document {
        self.flush();
        Document { blocks: self.blocks, covered: self.tables.into_covered(), ..Document::default() }
    }

    fn take(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, &range),
            _ if self.whole || self.passing => {}
            Event::Text(text) => self.push_text(&text, &range),
            Event::Code(_) => self.code(&range),
            // A line end stands for itself alone, unlike one that its writer asked for.
            Event::SoftBreak => self.prose.push_as('\n', Span::new(range.end - 1, range.end)),
            Event::HardBreak => self.prose.push_as('\n', Span::new(range.start, range.end)),
            Event::InlineHtml(tag) => self.inline_html(&tag, &range),
            Event::Rule => self.flush(),
            Event::Html(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    /// Begins a block, or a stretch in one.
    pub fn start(&mut self, tag: &Tag<'a>, range: Range<usize>) {
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
            Tag::Heading { level, attrs, .. } => {
                self.braces = self.words_in_braces(attrs, &range);
                Kind::Heading(*level as u8)
            }
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
                self.passing_row = matches!(tag, Tag::TableRow) && !self.has_anchor(&range);
                Kind::Text
            }
            Tag::TableCell => self.tables.begin_cell(1, 1).unwrap_or(Kind::Text),
            Tag::Item => Kind::Item,
            Tag::FootnoteDefinition(_) => Kind::Note,
            Tag::Paragraph if self.kinds.contains(&Kind::Note) => Kind::Note,
            Tag::Paragraph if self.kinds.contains(&Kind::Item) => Kind::Item,
            _ => Kind::Text,
        };
        self.passing = match kind {
            Kind::Text | Kind::Note => range.len() > LABEL && !self.has_anchor(&range),
            Kind::Item | Kind::Code => !self.has_anchor(&range),
            Kind::Cell(_) => self.passing_row,
            Kind::Heading(_) | Kind::Metadata | Kind::Key(_) => false,
        };
        if self.passing && !self.passing_row && !self.whole {
            // What stands before it must not seem to stand directly above what follows.
            self.blocks.push(Block { kind, prose: Prose::default(), marks: Marks::default() });
        }
        if !self.passing && !self.whole {
            self.prose.reserve(room(tag, range.len()));
        }
        self.kinds.push(kind);
    }

    /// Where braces with words stand at the end of a heading: the parser takes them for attributes, `# Policy {ISO 9001}`.
    fn words_in_braces(
        &self,
        attributes: &[(CowStr<'_>, Option<CowStr<'_>>)],
        range: &Range<usize>,
    ) -> Option<Range<usize>> {
        let is_word = |name: &str| !name.starts_with(':') && name.bytes().any(|byte| byte.is_ascii_digit());
        attributes.iter().find(|(name, value)| value.is_none() && is_word(name))?;
        let heading = &self.text[range.clone()];
        let close = heading.rfind('}')?;
        let open = heading[..close].rfind('{')?;
        Some(range.start + open..range.start + close + 1)
    }

    /// True if an anchor lies in the range, or if nobody knows.
    pub fn has_anchor(&self, range: &Range<usize>) -> bool {
        self.anchors.is_none_or(|all| has_anchor(all, Span::new(range.start, range.end)))
    }

    /// Ends what was begun last.
    pub fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
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
                self.passing_row = false;
                self.tables.end_row();
            }
            TagEnd::Table => {
                self.flush();
                self.tables.end();
            }
            TagEnd::Heading(_) => {
                if let Some(braces) = self.braces.take() {
                    self.prose.push_as(' ', Span::new(braces.start, braces.start));
                    self.prose.push(&self.text[braces.clone()], braces.start);
                }
                self.flush();
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
            let open = memchr::memchr(b'[', &self.text.as_bytes()[at..range.end]).map_or(range.end, |open| at + open);
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

    /// Adds code, with the ticks around it.
    pub fn code(&mut self, range: &Range<usize>) {
        let raw = &self.text[range.clone()];
        let ticks = raw.bytes().take_while(|byte| *byte == b'`').count();
        let start = self.prose.text().len();
        if raw.len() > 2 * ticks {
            self.prose.push(&raw[ticks..raw.len() - ticks], range.start + ticks);
        }
        self.marks.push(Mark { range: start..self.prose.text().len(), role: Role::Code });
    }

    /// Front matter is data; the sections of its keys end with it. Its lists and comments are front matter too. Its title
    /// gives context to all.
    fn metadata(&mut self, kind: MetadataBlockKind, range: &Range<usize>) {
        let start = range.start + self.text[range.clone()].find('\n').map_or(0, |end| end + 1);
        let lines = &self.text[start..range.end];
        let inner = &lines[..lines.trim_end().rfind('\n').map_or(0, |end| end + 1)];
        let read = |lines, start, anchors| match kind {
            MetadataBlockKind::YamlStyle => yaml::read_at(lines, start, anchors).blocks,
            MetadataBlockKind::PlusesStyle => toml::read_at(lines, start, anchors).blocks,
        };
        let title = title(inner);
        let apart = !title.is_empty() && !self.has_anchor(&(start + title.start..start + title.end));
        let head = if apart { read(&inner[title.clone()], start + title.start, None) } else { Vec::new() };
        let rest = if self.has_anchor(range) { read(inner, start, self.anchors) } else { Vec::new() };
        self.blocks.extend(head.into_iter().chain(rest).map(|block| match block.kind {
            Kind::Item => Block { kind: Kind::Metadata, ..block },
            // A comment says nothing of the document.
            Kind::Text => Block { kind: Kind::Note, ..block },
            Kind::Note | Kind::Heading(_) | Kind::Cell(_) | Kind::Code | Kind::Metadata | Kind::Key(_) => block,
        }));
        if self.blocks.iter().any(|block| matches!(block.kind, Kind::Key(_))) {
            self.blocks.push(Block { kind: Kind::Key(1), prose: Prose::default(), marks: Marks::default() });
        }
    }

    fn flush(&mut self) {
        self.address = None;
        self.struck = None;
        if self.prose.is_empty() {
            return self.marks.clear();
        }
        let kind = self.kinds.last().copied().unwrap_or(Kind::Text);
        let marks = std::mem::take(&mut self.marks);
        self.blocks.push(Block { kind, prose: std::mem::take(&mut self.prose), marks: marks.into() });
    }
}

/// The line of front matter that gives the document its title; nothing of it if there is none.
pub(crate) fn title(lines: &str) -> Range<usize> {
    let mut at = 0;
    let mut all = lines.split_inclusive('\n').map(|line| {
        at += line.len();
        (at - line.len()..at, line)
    });
    let is_title =
        |line: &str| line.strip_prefix("title").is_some_and(|rest| rest.trim_start().starts_with([':', '=']));
    all.find(|(_, line)| is_title(line)).map_or(0..0, |(range, _)| range)
}

/// Length of the mark of a footnote that a text begins with, `[^1]`: one that is defined in another section is no
/// footnote to the parser.
fn footnote_mark(text: &str) -> Option<usize> {
    let name = text.strip_prefix("[^")?;
    let end = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
    ((1..=30).contains(&end) && name[end..].starts_with(']')).then_some(end + 3)
}

#[cfg(test)]
mod tests;

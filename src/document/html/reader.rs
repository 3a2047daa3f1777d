//! The reader of HTML. What a browser shows is text: elements that make blocks part it, all others join it.

use super::super::map::Prose;
use super::super::mark::{Mark, Role};
use super::super::model::{Block, Document, Kind};
use super::super::table::Tables;
use super::hidden;
use super::inline::{STRUCK, footnote_mark, holds_notes, push_alternative, push_entity, push_value};
use super::tag;
use crate::source::Span;

/// Elements that end the line they stand in. Those that no list knows do not.
pub(super) const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4",
    "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup",
    "option", "p", "pre", "search", "section", "select", "summary", "table", "tbody", "td", "text", "textarea",
    "tfoot", "th", "thead", "title", "tr", "ul",
];

/// Elements whose content is no text for people.
const UNREAD: &[&str] =
    &["annotation", "datalist", "iframe", "noembed", "noframes", "noscript", "script", "style", "template"];

/// Elements whose content is code in a line.
const CODE: &[&str] = &["code", "kbd", "samp", "tt", "var"];

/// Elements in a line whose style may strike their text out.
const STYLED: &[&str] = &["b", "em", "font", "i", "mark", "span", "strong", "u"];

/// Reads a document.
#[must_use]
pub fn read(text: &str) -> Document {
    let (mut tables, mut blocks) = (Tables::default(), Vec::new());
    read_into(text, 0, &mut tables, &mut blocks);
    Document { blocks, covered: tables.into_covered(), ..Document::default() }
}

/// Appends the blocks of an HTML fragment that stands in the source at `start`.
pub fn read_into(text: &str, start: usize, tables: &mut Tables, blocks: &mut Vec<Block>) {
    let mut reader = Reader {
        start,
        tables,
        blocks,
        prose: Prose::default(),
        marks: Vec::new(),
        struck: Stretch::default(),
        code: Stretch::default(),
        lists: 0,
        listings: 0,
        heading: None,
        title: false,
        notes: None,
        styles: Vec::new(),
        foreign: 0,
        is_xml: text.trim_start_matches('\u{FEFF}').starts_with("<?xml"),
    };
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let plain = memchr::memchr2(b'<', b'&', rest.as_bytes()).unwrap_or(rest.len());
        at += if plain > 0 {
            reader.push(&rest[..plain], start + at);
            plain
        } else if rest.starts_with('&') {
            push_entity(rest, start + at, &mut reader.prose)
        } else {
            reader.tag(rest, at)
        };
    }
    reader.flush();
}

/// A document or fragment while it is read.
struct Reader<'a> {
    start: usize,
    tables: &'a mut Tables,
    blocks: &'a mut Vec<Block>,
    prose: Prose,
    marks: Vec<Mark>,
    struck: Stretch,
    code: Stretch,
    /// Open lists.
    lists: usize,
    /// Open elements in which every blank counts.
    listings: usize,
    heading: Option<u8>,
    title: bool,
    /// The element that holds footnotes, and how many of its name are open in it.
    notes: Option<(String, usize)>,
    /// For each open element with a style, if its text is struck out.
    styles: Vec<bool>,
    /// Open drawings and formulas, which go by the rules of XML.
    foreign: usize,
    /// True if all of it goes by the rules of XML.
    is_xml: bool,
}

/// A stretch of the prose with a role, while it is open.
#[derive(Default)]
struct Stretch {
    depth: usize,
    from: usize,
}

impl Reader<'_> {
    /// Takes the tag that `rest` begins with, at `at` of the text; gives the length of what was read.
    fn tag(&mut self, rest: &str, at: usize) -> usize {
        let source = self.start + at;
        let length = tag::end(rest);
        let tag = &rest[..length];
        if let Some(section) = tag.strip_prefix(tag::CDATA) {
            if !self.is_xml && self.foreign == 0 {
                // HTML knows no such sections: it is a comment up to the next sign that ends a tag.
                return memchr::memchr(b'>', rest.as_bytes()).map_or(length, |end| end + 1);
            }
            self.push(section.strip_suffix("]]>").unwrap_or(section), source + tag::CDATA.len());
            return length;
        }
        let mut name = [0; 16];
        let name = lowered(tag::name(tag), &mut name);
        let closing = tag.starts_with("</");
        if UNREAD.contains(&name) && !closing {
            return if tag.ends_with("/>") && name != "script" { length } else { unread_end(rest, name) };
        }
        if !closing && hidden::is_hidden(tag, name) {
            return hidden::end(rest, name);
        }
        if let Some(length) = footnote_mark(rest) {
            return length;
        }
        if matches!(name, "svg" | "math") && !tag.ends_with("/>") {
            self.foreign = if closing { self.foreign.saturating_sub(1) } else { self.foreign + 1 };
        }
        if name.is_empty() {
            if length == 1 {
                self.push(tag, source);
            }
        } else if name == "br" {
            self.prose.push_as('\n', Span::new(source, source + length));
        } else if STRUCK.contains(&name) {
            self.stretch(Role::Struck, !closing);
        } else if CODE.contains(&name) {
            self.stretch(Role::Code, !closing);
        } else if name == "tspan" && ["x", "y", "dy"].iter().any(|place| tag::attribute(tag, place).is_some()) {
            self.prose.push_as(' ', Span::new(source, source));
        } else if STYLED.contains(&name) {
            self.style(tag, closing);
        } else if name == "meta" && !closing {
            self.meta(tag, source);
        } else if BLOCKS.contains(&name) || is_component(tag::name(tag)) {
            self.block(tag, name, closing);
        } else {
            push_alternative(tag, source, &mut self.prose);
        }
        length
    }

    fn push(&mut self, text: &str, source: usize) {
        if self.listings > 0 {
            self.prose.push(text, source);
        } else {
            self.prose.push_collapsed(text, source);
        }
    }

    /// A tag that ends a block and begins another.
    fn block(&mut self, tag: &str, name: &str, closing: bool) {
        self.flush();
        self.note(tag, name, closing);
        match (name, closing) {
            ("table", false) => self.tables.begin(),
            ("table", true) => self.tables.end(),
            ("tr", false) => self.tables.begin_row(),
            ("tr", true) => self.tables.end_row(),
            ("td" | "th", false) => {
                let span = |wanted| tag::value(tag, wanted).trim().parse().unwrap_or(1);
                self.tables.begin_cell(span("colspan"), span("rowspan"));
            }
            ("td" | "th", true) => self.tables.end_cell(),
            ("ul" | "ol" | "menu" | "dir", false) => self.lists += 1,
            ("ul" | "ol" | "menu" | "dir", true) => self.lists = self.lists.saturating_sub(1),
            ("li", _) if self.lists == 0 => self.lists = usize::from(!closing),
            ("pre", false) => self.listings += 1,
            ("pre", true) => self.listings = self.listings.saturating_sub(1),
            ("title", _) => self.title = !closing,
            _ => self.heading = heading(name).filter(|_| !closing),
        }
    }

    /// Notes where footnotes begin and end.
    fn note(&mut self, tag: &str, name: &str, closing: bool) {
        match &mut self.notes {
            Some((own, depth)) if own == name => {
                *depth = if closing { depth.saturating_sub(1) } else { *depth + 1 };
                if *depth == 0 {
                    self.notes = None;
                }
            }
            None if !closing && holds_notes(tag) => self.notes = Some((name.to_owned(), 1)),
            Some(_) | None => {}
        }
    }

    /// An element whose style may strike its text out.
    fn style(&mut self, tag: &str, closing: bool) {
        if closing {
            if self.styles.pop() == Some(true) {
                self.stretch(Role::Struck, false);
            }
            return;
        }
        let strikes = ["class", "style"].iter().any(|name| tag::value(tag, name).contains("line-through"));
        self.styles.push(strikes);
        if strikes {
            self.stretch(Role::Struck, true);
        }
    }

    fn stretch(&mut self, role: Role, begins: bool) {
        let here = self.prose.text().len();
        let stretch = match role {
            Role::Struck => &mut self.struck,
            Role::Code | Role::Address | Role::Key | Role::Named => &mut self.code,
        };
        if begins {
            stretch.depth += 1;
            if stretch.depth == 1 {
                stretch.from = here;
            }
        } else if stretch.depth > 0 {
            stretch.depth -= 1;
            if stretch.depth == 0 && stretch.from < here {
                self.marks.push(Mark { range: stretch.from..here, role });
            }
        }
    }

    /// What a page says of itself: description, keywords and the like, each a block of its own.
    fn meta(&mut self, tag: &str, source: usize) {
        let Some(content) = tag::attribute(tag, "content")
            .filter(|_| tag::attribute(tag, "name").is_some() || tag::attribute(tag, "property").is_some())
        else {
            return;
        };
        self.flush();
        push_value(&tag[content.clone()], source + content.start, &mut self.prose);
        self.end_block(Kind::Metadata);
    }

    fn kind(&self) -> Kind {
        if let Some(cell) = self.tables.cell() {
            return cell;
        }
        match self.heading {
            _ if self.title => Kind::Metadata,
            _ if self.listings > 0 => Kind::Code,
            Some(level) => Kind::Heading(level),
            None if self.notes.is_some() => Kind::Note,
            None if self.lists > 0 => Kind::Item,
            None => Kind::Text,
        }
    }

    fn flush(&mut self) {
        self.end_block(self.kind());
    }

    /// Ends the block; marks that are still open go on in the next.
    fn end_block(&mut self, kind: Kind) {
        for (role, open) in [(Role::Struck, self.struck.depth), (Role::Code, self.code.depth)] {
            if open > 0 {
                let stretch = if role == Role::Struck { &mut self.struck } else { &mut self.code };
                let range = stretch.from..self.prose.text().len();
                stretch.from = 0;
                if !range.is_empty() {
                    self.marks.push(Mark { range, role });
                }
            }
        }
        let prose = std::mem::take(&mut self.prose);
        let marks = std::mem::take(&mut self.marks);
        if !prose.text().trim().is_empty() {
            self.blocks.push(Block { kind, prose, marks: marks.into() });
        }
    }
}

/// A name in small letters; one too long for any list is empty.
pub(super) fn lowered<'a>(name: &str, buffer: &'a mut [u8; 16]) -> &'a str {
    let Some(own) = buffer.get_mut(..name.len()) else { return "-" };
    own.copy_from_slice(name.as_bytes());
    own.make_ascii_lowercase();
    std::str::from_utf8(own).unwrap_or_default()
}

/// True for the name of a component, as pages built from parts have them: `Card`, but not `DIV`.
fn is_component(name: &str) -> bool {
    name.starts_with(|one: char| one.is_ascii_uppercase()) && name.contains(|one: char| one.is_ascii_lowercase())
}

/// The level of a heading's tag.
fn heading(name: &str) -> Option<u8> {
    name.strip_prefix('h')?.parse().ok().filter(|level| (1..=6).contains(level))
}

/// One past the end of an element whose content is not read, and that `text` begins with.
pub(super) fn unread_end(text: &str, name: &str) -> usize {
    let closes = |at: &usize| {
        let rest = &text.as_bytes()[at + 2..];
        rest.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name.as_bytes()))
    };
    let mut ends = memchr::memmem::find_iter(text.as_bytes(), "</");
    ends.find(closes).map_or(text.len(), |at| at + tag::end(&text[at..]))
}

#[cfg(test)]
mod tests;

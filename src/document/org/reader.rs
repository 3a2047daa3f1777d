//! The reader of Org, line by line.

use super::super::html;
use super::super::line::{Line, joined, lines};
use super::super::mark::Role;
use super::super::model::{Block, Document, Kind};
use super::super::names::Names;
use super::super::passage::{Edits, Passage};
use super::super::table::Tables;
use super::inline;

/// Keywords whose values are what a document says of itself.
const METADATA: &[&str] = &["title", "subtitle", "author", "date", "description", "keywords"];

/// Drawers that are not shown.
const UNSEEN: &[&str] = &[":properties:", ":logbook:"];

/// Reads a document.
#[must_use]
pub fn read(text: &str) -> Document {
    let lines = lines(text, 0);
    let mut reader = Reader {
        source: text,
        names: Names::new(text.len()),
        tables: Tables::default(),
        blocks: Vec::new(),
        passage: Passage::default(),
        kind: Kind::Text,
        list: false,
        none: Vec::new(),
    };
    let mut at = 0;
    while at < lines.len() {
        at += reader.take(&lines[at..]).max(1);
    }
    reader.flush();
    reader.tables.end();
    Document { blocks: reader.blocks, ..Document::default() }
}

struct Reader<'a> {
    source: &'a str,
    names: Names,
    tables: Tables,
    blocks: Vec<Block>,
    /// The paragraph that is open, and its kind.
    passage: Passage,
    kind: Kind,
    /// Inside a list.
    list: bool,
    /// Ends of blocks and drawers of which none stands in the rest of the document.
    none: Vec<String>,
}

impl<'a> Reader<'a> {
    /// Takes what `lines` begin with; gives how many were read.
    fn take(&mut self, lines: &[Line<'a>]) -> usize {
        let own = lines[0];
        let words = own.text.trim_start();
        let indent = own.text.len() - words.len();
        if !words.starts_with('|') && self.tables.is_open() {
            self.flush();
            self.tables.end();
        }
        if words.is_empty() {
            self.flush();
            return 1;
        }
        let level = own.text.bytes().take_while(|byte| *byte == b'*').count();
        if level > 0 && own.text[level..].starts_with(' ') {
            return self.headline(level, lines);
        }
        if words.starts_with('|') {
            self.row(&Line { text: words, at: own.at + indent });
            return 1;
        }
        if words.starts_with("#+") {
            return self.keyword(lines, &Line { text: words, at: own.at + indent });
        }
        if words == "#" || words.starts_with("# ") || is_planning(words) {
            return 1;
        }
        if UNSEEN.iter().any(|name| name.eq_ignore_ascii_case(words)) {
            self.flush();
            return self.closing(lines, ":end:").map_or(1, |end| end + 1);
        }
        if is_drawer(words) || (words.len() >= 5 && words.bytes().all(|byte| byte == b'-')) {
            self.flush();
            return 1;
        }
        if words == ":" || words.starts_with(": ") {
            return self.fixed(lines);
        }
        self.text(own, indent);
        1
    }

    /// A line of running text or the first of a list item or a footnote.
    fn text(&mut self, own: Line<'a>, indent: usize) {
        if let Some(from) = item(own.text) {
            self.flush();
            self.list = true;
            return self.begin(own, from, Kind::Item);
        }
        if indent == 0
            && own.text.starts_with("[fn:")
            && let Some(end) = own.text.find(']')
        {
            self.flush();
            self.list = false;
            return self.begin(own, end + 1, Kind::Note);
        }
        if self.passage.is_blank() {
            self.list &= indent > 0;
            let kind = if self.list { Kind::Item } else { Kind::Text };
            return self.begin(own, 0, kind);
        }
        self.passage.break_line(own.at);
        self.passage.push(own.text, own.at);
    }

    fn begin(&mut self, own: Line<'a>, from: usize, kind: Kind) {
        self.kind = kind;
        self.passage.push(&own.text[from..], own.at + from);
    }

    fn flush(&mut self) {
        if !self.passage.is_blank() {
            inline::write(&self.passage, self.kind, &mut self.names, &mut self.blocks);
        }
        self.passage.clear();
    }

    /// A headline; one that is commented out or not to be exported is passed by with all below it.
    fn headline(&mut self, level: usize, lines: &[Line<'a>]) -> usize {
        self.flush();
        self.list = false;
        let own = lines[0];
        let words = own.text[level..].trim_start();
        if words == "COMMENT" || words.starts_with("COMMENT ") || words.ends_with(":noexport:") {
            let ends = |line: &Line<'_>| {
                let other = line.text.bytes().take_while(|byte| *byte == b'*').count();
                other > 0 && other <= level && line.text[other..].starts_with(' ')
            };
            return lines[1..].iter().position(ends).map_or(lines.len(), |end| end + 1);
        }
        let kind = Kind::Heading(u8::try_from(level).unwrap_or(6).min(6));
        self.begin(own, own.text.len() - words.len(), kind);
        self.flush();
        1
    }

    /// `#+TITLE: words`, or a block from `#+BEGIN_…` to `#+END_…`.
    fn keyword(&mut self, lines: &[Line<'a>], own: &Line<'a>) -> usize {
        let body = &own.text[2..];
        let end = body.find(|one: char| one == ':' || one.is_whitespace()).unwrap_or(body.len());
        let name = body[..end].to_ascii_lowercase();
        let from = own.text.len() - body[end..].trim_start_matches(':').trim_start().len();
        if let Some(kind) = name.strip_prefix("begin_") {
            return self.block(lines, kind, &own.text[from..]);
        }
        self.flush();
        let value = Line { text: &own.text[from..], at: own.at + from };
        match name.as_str() {
            _ if METADATA.contains(&name.as_str()) => self.begin(value, 0, Kind::Metadata),
            "caption" => self.begin(value, 0, Kind::Text),
            "include" => {
                let path = value.text.trim_matches('"');
                let passage = Passage::of(path, value.at + value.text.find(path).unwrap_or(0));
                let mut edits = Edits::default();
                edits.mark(0..path.len(), Role::Address);
                passage.write(Kind::Text, edits, &mut self.blocks);
            }
            "macro" => {
                if let Some((own, words)) = value.text.split_once(' ') {
                    let from = value.text.len() - words.trim_start().len();
                    self.names.define(own, words);
                    self.begin(value, from, Kind::Metadata);
                }
            }
            _ => {}
        }
        self.flush();
        1
    }

    /// A block: listings are code, comments are not read, others hold text. Gives how many lines were read.
    fn block(&mut self, lines: &[Line<'a>], kind: &str, language: &str) -> usize {
        let name = kind.split_whitespace().next().unwrap_or_default();
        let listing = matches!(name, "src" | "example");
        let unread = matches!(name, "comment" | "export");
        self.flush();
        if !listing && !unread {
            return 1;
        }
        let Some(end) = self.closing(lines, &format!("#+end_{name}")) else { return 1 };
        let body = &lines[1..end];
        if listing {
            self.listing(body, 0);
        } else if name == "export" && language.starts_with("html") && !body.is_empty() {
            let last = body[body.len() - 1];
            let text = &self.source[body[0].at..last.at + last.text.len()];
            html::read_into(text, body[0].at, &mut self.tables, &mut self.blocks);
        }
        end + 1
    }

    /// Where the line stands that ends what the first line begins.
    fn closing(&mut self, lines: &[Line<'a>], mark: &str) -> Option<usize> {
        if self.none.iter().any(|known| known == mark) {
            return None;
        }
        let found = lines.iter().position(|line| line.text.trim_start().eq_ignore_ascii_case(mark));
        if found.is_none() {
            self.none.push(mark.to_owned());
        }
        found
    }

    /// Lines that begin with a colon.
    fn fixed(&mut self, lines: &[Line<'a>]) -> usize {
        self.flush();
        let is_fixed = |line: &Line<'_>| line.text.trim_start() == ":" || line.text.trim_start().starts_with(": ");
        let end = lines.iter().position(|line| !is_fixed(line)).unwrap_or(lines.len());
        self.listing(&lines[..end], 1);
        end
    }

    /// Lines of code, of which `signs` bytes behind the indentation are no text.
    fn listing(&mut self, lines: &[Line<'a>], signs: usize) {
        let bare = |line: &Line<'a>| {
            let from = if signs == 0 { 0 } else { line.text.len() - line.text.trim_start().len() + signs };
            Line { text: &line.text[from..], at: line.at + from }
        };
        let lines: Vec<Line<'a>> = lines.iter().map(bare).collect();
        joined(&lines).write_raw(Kind::Code, &mut self.blocks);
    }

    /// A row of a table, or a line between rows.
    fn row(&mut self, own: &Line<'a>) {
        if !self.tables.is_open() {
            self.flush();
            self.tables.begin();
        }
        if own.text.starts_with("|-") {
            return;
        }
        self.tables.begin_row();
        let inner = own.text[1..].strip_suffix('|').unwrap_or(&own.text[1..]);
        let mut at = own.at + 1;
        for cell in inner.split('|') {
            if let Some(kind) = self.tables.begin_cell(1, 1) {
                self.begin(Line { text: cell, at }, 0, kind);
                self.flush();
            }
            at += cell.len() + 1;
        }
    }
}

/// True for the line of a drawer's name, or of its end.
fn is_drawer(words: &str) -> bool {
    let inner = words.strip_prefix(':').and_then(|rest| rest.strip_suffix(':'));
    inner.is_some_and(|name| !name.is_empty() && name.chars().all(|one| one.is_alphanumeric() || "-_".contains(one)))
}

/// True for a line of dates below a headline.
fn is_planning(words: &str) -> bool {
    ["SCHEDULED:", "DEADLINE:", "CLOSED:", "CLOCK:"].iter().any(|name| words.starts_with(name))
}

/// Where the words of a list item begin, if the line begins one.
fn item(line: &str) -> Option<usize> {
    let rest = line.trim_start();
    let indent = line.len() - rest.len();
    let mark = rest.find([' ', '\t']).unwrap_or(rest.len());
    let sign = &rest[..mark];
    let number = sign.strip_suffix(['.', ')']).is_some_and(|body| {
        (!body.is_empty() && body.bytes().all(|byte| byte.is_ascii_digit()))
            || (body.len() == 1 && body.as_bytes()[0].is_ascii_alphabetic())
    });
    let is_mark = sign == "-" || sign == "+" || number || (sign == "*" && indent > 0);
    let words = rest[mark..].trim_start();
    let boxed =
        ["[ ] ", "[X] ", "[-] ", "[x] "].iter().find(|sign| words.starts_with(**sign)).map_or(0, |sign| sign.len());
    is_mark.then(|| line.len() - words.len() + boxed)
}

#[cfg(test)]
mod tests;

//! The reader of AsciiDoc: headings, paragraphs, lists, listings, tables, comments.

use std::ops::Range;

use super::super::html;
use super::super::line::{Line, joined, lines};
use super::super::mark::Role;
use super::super::model::{Block, Document, Kind};
use super::super::names::Names;
use super::super::passage::{Edits, Passage};
use super::super::table::Tables;
use super::inline;
use super::line::{self, Fence};
use super::names;
use super::table;

/// Reads a document.
#[must_use]
pub fn read(text: &str) -> Document {
    let mut shared = Shared { names: Names::new(text.len()), tables: Tables::default(), blocks: Vec::new() };
    let lines = lines(text, 0);
    Reader::new(text, &mut shared).run(&lines);
    Document { blocks: shared.blocks, covered: shared.tables.into_covered(), ..Document::default() }
}

/// What a document and the cells of its tables share.
pub(super) struct Shared {
    pub names: Names,
    pub tables: Tables,
    pub blocks: Vec<Block>,
}

/// A document, or a cell that is read like one.
pub(super) struct Reader<'a, 's> {
    source: &'a str,
    shared: &'s mut Shared,
    /// The paragraph that is open, and its kind.
    passage: Passage,
    kind: Kind,
    /// The attributes of the block that follows.
    attributes: &'a str,
    /// Inside a list.
    list: bool,
    /// The next paragraph belongs to the list.
    attached: bool,
    /// A cell gives its kind to all that stands in it.
    cell: Option<Kind>,
    /// The head of the document: what follows its title without a blank line.
    head: bool,
    /// Open conditions, each true if it and those around it hold.
    open: Vec<bool>,
}

impl<'a, 's> Reader<'a, 's> {
    pub fn new(source: &'a str, shared: &'s mut Shared) -> Self {
        Self {
            source,
            shared,
            passage: Passage::default(),
            kind: Kind::Text,
            attributes: "",
            list: false,
            attached: false,
            cell: None,
            head: false,
            open: Vec::new(),
        }
    }

    /// A reader of what stands in a cell.
    pub fn of_cell(source: &'a str, shared: &'s mut Shared, cell: Kind) -> Self {
        Self { cell: Some(cell), ..Self::new(source, shared) }
    }

    pub fn run(&mut self, lines: &[Line<'a>]) {
        let mut at = 0;
        while at < lines.len() {
            at += self.take(&lines[at..]).max(1);
        }
        self.flush();
    }

    /// Takes the block or the line that `lines` begin with; gives how many were read.
    fn take(&mut self, lines: &[Line<'a>]) -> usize {
        let own = lines[0];
        if own.text.is_empty() {
            self.flush();
            self.head = false;
            return 1;
        }
        if let Some(fence) = line::fence(own.text) {
            let underlines = fence != Fence::Comment && self.passage.is_blank() && self.underlined(lines).is_some();
            if !underlines {
                return self.fenced(fence, lines);
            }
        }
        if own.text.starts_with("//") && !own.text.starts_with("///") {
            return 1;
        }
        if self.directive(own) {
            return 1;
        }
        if line::is_attributes(own.text) {
            self.flush();
            self.attribute_line(own);
            return 1;
        }
        if own.text == "+" {
            self.flush();
            self.attached = true;
            return 1;
        }
        if self.passage.is_blank() || self.list { self.opening(lines) } else { self.further(own) }
    }

    /// A line that may begin a block.
    fn opening(&mut self, lines: &[Line<'a>]) -> usize {
        let own = lines[0];
        if self.passage.is_blank() {
            if let Some(count) = self.definition(lines).or_else(|| self.title(lines)) {
                return count;
            }
            if self.head {
                self.begin(own, 0, Kind::Metadata);
                self.flush();
                return 1;
            }
            if line::is_rule(own.text) || self.block_macro(own) {
                return 1;
            }
            if let Some(title) = own.text.strip_prefix('.').filter(|rest| !rest.starts_with(['.', ' ', '\t'])) {
                self.begin(Line { text: title, at: own.at + 1 }, 0, Kind::Text);
                self.flush();
                return 1;
            }
        }
        if self.list_entry(own) {
            return 1;
        }
        if self.passage.is_blank() {
            return self.paragraph(lines);
        }
        self.further(own)
    }

    /// An item, or a term and its description; true if there is one.
    fn list_entry(&mut self, own: Line<'a>) -> bool {
        if let Some(words) = line::item(own.text) {
            self.flush();
            self.begin(own, words, Kind::Item);
            (self.list, self.attached) = (true, false);
            return true;
        }
        if let Some((term, words)) = line::term(own.text) {
            self.flush();
            self.begin(Line { text: &own.text[term.clone()], at: own.at + term.start }, 0, Kind::Text);
            self.flush();
            (self.list, self.attached) = (true, true);
            if words < own.text.len() {
                self.begin(own, words, Kind::Text);
                self.attached = false;
            }
            return true;
        }
        false
    }

    /// A paragraph begins, or a listing that is marked by its indentation or its attributes.
    fn paragraph(&mut self, lines: &[Line<'a>]) -> usize {
        let own = lines[0];
        let indented = own.text.starts_with([' ', '\t']) && !self.attached;
        if indented || self.is_listing() {
            let end = lines.iter().position(|line| line.text.is_empty() || line.text == "+").unwrap_or(lines.len());
            self.listing(&lines[..end]);
            return end;
        }
        if style(self.attributes) == "comment" {
            self.attributes = "";
            return lines.iter().position(|line| line.text.is_empty()).unwrap_or(lines.len());
        }
        self.list &= self.attached;
        let kind = if self.list { Kind::Item } else { Kind::Text };
        self.begin(own, 0, kind);
        self.attached = false;
        1
    }

    fn begin(&mut self, own: Line<'a>, from: usize, kind: Kind) {
        self.kind = self.cell.unwrap_or(kind);
        self.attributes = "";
        self.passage.push(&own.text[from..], own.at + from);
    }

    fn further(&mut self, own: Line<'a>) -> usize {
        self.passage.break_line(own.at);
        self.passage.push(own.text, own.at);
        1
    }

    fn flush(&mut self) {
        if !self.passage.is_blank() {
            inline::write(&self.passage, self.kind, &mut self.shared.names, &mut self.shared.blocks);
        }
        self.passage.clear();
    }

    /// A title with marks before it or a line under it.
    fn title(&mut self, lines: &[Line<'a>]) -> Option<usize> {
        let own = lines[0];
        let (level, words, count) = match line::title(own.text) {
            Some((level, words)) => (level, words, 1),
            None => (self.underlined(lines)?, 0, 2),
        };
        self.list = false;
        self.head = level == 1 && self.shared.blocks.iter().all(|block| block.kind == Kind::Metadata);
        self.begin(own, words, Kind::Heading(level));
        self.flush();
        Some(count)
    }

    fn underlined(&self, lines: &[Line<'a>]) -> Option<u8> {
        line::underlined(lines[0].text, lines.get(1)?.text)
    }

    /// A name and what it stands for, over several lines if each but the last ends with a backslash.
    fn definition(&mut self, lines: &[Line<'a>]) -> Option<usize> {
        let own = lines[0];
        let (name, value) = line::entry(own.text)?;
        let goes_on = |line: &&Line<'_>| line.text.ends_with(" \\");
        let count = 1 + lines.iter().take_while(goes_on).count().min(lines.len() - 1);
        let mut passage = Passage::default();
        for (at, line) in lines[..count].iter().enumerate() {
            let from = if at == 0 { value.start } else { 0 };
            let text = if at + 1 < count { line.text.trim_end_matches('\\') } else { line.text };
            if at > 0 {
                passage.break_line(line.at);
            }
            passage.push(text.get(from..).unwrap_or_default(), line.at + from);
        }
        let (prose, _) = inline::prose(&passage, &mut self.shared.names);
        if (name.starts_with('!') || name.ends_with('!')) && self.is_shown() {
            self.shared.names.forget(name.trim_matches('!'));
        } else if self.is_shown() || !self.shared.names.has(name) {
            self.shared.names.define(name, &prose.text().replace('\n', " "));
        }
        inline::write(&passage, self.cell.unwrap_or(Kind::Metadata), &mut self.shared.names, &mut self.shared.blocks);
        Some(count)
    }

    /// A line for what makes the document from its parts: `include::other.adoc[]`, `ifdef::name[words]`.
    fn directive(&mut self, own: Line<'a>) -> bool {
        let Some((name, target, inner)) = line::block_macro(own.text) else { return false };
        match name {
            "include" => {
                let passage = Passage::of(&own.text[target.clone()], own.at + target.start);
                let mut edits = Edits::default();
                edits.mark(0..target.len(), Role::Address);
                self.flush();
                passage.write(self.cell.unwrap_or(Kind::Text), edits, &mut self.shared.blocks);
            }
            "ifdef" | "ifndef" => {
                let holds = names::holds(&self.shared.names, &own.text[target]) == (name == "ifdef");
                self.open.push(self.is_shown() && holds);
                if !inner.is_empty() {
                    self.take(&[Line { text: &own.text[inner.clone()], at: own.at + inner.start }]);
                    self.open.pop();
                }
            }
            "ifeval" => self.open.push(self.is_shown()),
            "endif" => drop(self.open.pop()),
            _ => return false,
        }
        true
    }

    /// True unless a condition is open that does not hold for the document alone. What stands under it is read all the
    /// same, as it is shown elsewhere, but takes no name from what is shown here.
    fn is_shown(&self) -> bool {
        self.open.last().copied().unwrap_or(true)
    }

    /// A macro that is a block; true if it is known.
    fn block_macro(&mut self, own: Line<'a>) -> bool {
        let Some((name, _, inner)) = line::block_macro(own.text) else { return false };
        match name {
            "image" => {
                let end = own.text[inner.clone()].find(',').map_or(inner.end, |comma| inner.start + comma);
                self.positional(own, inner.start..end);
                self.titled(own, inner);
            }
            "toc" | "video" | "audio" | "index" => {}
            _ => return false,
        }
        true
    }

    /// A part of a line of attributes that is shown.
    fn positional(&mut self, own: Line<'a>, range: Range<usize>) {
        let words = own.text[range.clone()].trim_matches(['"', ' ']);
        if !words.contains('=') {
            let at = range.start + own.text[range].find(words).unwrap_or(0);
            self.begin(Line { text: words, at: own.at + at }, 0, Kind::Text);
            self.flush();
        }
    }

    /// A line of attributes: the author and the source of a quotation are shown.
    fn attribute_line(&mut self, own: Line<'a>) {
        let inner = &own.text[1..own.text.len() - 1];
        if matches!(style(inner), "quote" | "verse") {
            let mut at = 1;
            for (number, part) in inner.split(',').enumerate() {
                if number > 0 {
                    self.positional(own, at..at + part.len());
                }
                at += part.len() + 1;
            }
        }
        if !inner.starts_with('[') {
            self.titled(own, 1..own.text.len() - 1);
            self.attributes = inner;
        }
    }

    /// The title among attributes, which is shown beside the block.
    fn titled(&mut self, own: Line<'a>, inner: Range<usize>) {
        if let Some(range) = line::named(own.text, inner, "title") {
            self.begin(Line { text: &own.text[range.clone()], at: own.at + range.start }, 0, Kind::Text);
            self.flush();
        }
    }

    fn is_listing(&self) -> bool {
        matches!(style(self.attributes), "source" | "listing" | "literal")
    }

    /// The block that a fence begins, up to the one that ends it.
    fn fenced(&mut self, fence: Fence, lines: &[Line<'a>]) -> usize {
        self.flush();
        let own = lines[0];
        let mark = if own.text.starts_with("```") { "```" } else { own.text };
        let holds = fence == Fence::Holder && !self.is_listing() && style(self.attributes) != "comment";
        if holds {
            self.attributes = "";
            return 1;
        }
        let end = lines[1..].iter().position(|line| line.text == mark).map_or(lines.len(), |found| found + 1);
        let body = &lines[1.min(end)..end];
        let span = lines.get(1).map_or(own.at, |line| line.at)..body.last().map_or(0, |line| line.at + line.text.len());
        let attributes = std::mem::take(&mut self.attributes);
        match fence {
            Fence::Comment => {}
            _ if style(attributes) == "comment" => {}
            Fence::Pass if span.start < span.end => {
                let text = &self.source[span.clone()];
                html::read_into(text, span.start, &mut self.shared.tables, &mut self.shared.blocks);
            }
            Fence::Table(mark) if span.start < span.end => {
                table::read(self.source, span, (mark, attributes), self.shared);
            }
            Fence::Listing | Fence::Literal | Fence::Holder => self.listing(body),
            Fence::Pass | Fence::Table(_) => {}
        }
        (end + 1).min(lines.len())
    }

    fn listing(&mut self, lines: &[Line<'a>]) {
        self.attributes = "";
        joined(lines).write_raw(self.cell.unwrap_or(Kind::Code), &mut self.shared.blocks);
    }
}

/// The style that attributes begin with: `source` in `source,ruby` or `source%linenums`.
fn style(attributes: &str) -> &str {
    attributes.split([',', '%', '#', '.']).next().unwrap_or_default().trim()
}

#[cfg(test)]
mod tests;

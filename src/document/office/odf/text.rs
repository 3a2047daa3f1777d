//! The text of an OpenDocument file: paragraphs, tables, notes, text boxes, slides and cells, as they are shown.

use super::super::super::mark::Role;
use super::super::super::model::Kind;
use super::super::super::readable::{LINE, Writer};
use super::super::flow::Flow;
use super::super::part::Part;
use super::super::sheet::Before;
use super::super::style::{Look, Styles};
use super::super::xml::{Item, Tag, Xml};
use super::read::{BEHIND, Purpose};
use super::sheet::Grid;
use super::style::{key, level};
use crate::source::Landmark;

/// What stands in a paragraph and holds paragraphs itself is told apart so deep; what is deeper is read where it stands.
const INNER: usize = 4;

/// Most blanks that one element stands for.
const BLANKS: usize = 100;

/// Elements of which nothing is shown: what is deleted, styles, programs, forms, pictures, readings of characters, and
/// numbers of notes.
const UNSEEN: &[&str] = &[
    "tracked-changes", "automatic-styles", "scripts", "script", "event-listeners", "forms", "font-face-decls",
    "binary-data", "ruby-text", "note-citation", "settings", "master-styles", "styles", "meta", "date-time-decl",
];

/// Elements in headers and footers that differ from page to page.
const FIELDS: &[&str] = &["sheet-name", "page-number", "page-count", "date", "time", "file-name"];

/// Elements that may hold paragraphs in the middle of one.
const HOLDERS: &[&str] = &[
    "text-box", "custom-shape", "rect", "ellipse", "circle", "line", "polyline", "polygon", "regular-polygon", "path",
    "connector", "caption", "measure", "note", "annotation",
];

/// An element that is open.
#[derive(Clone, Copy, Debug)]
pub(super) enum Open {
    Paragraph,
    /// Words of a style, with how many stretches of the block end with them and whether they are hidden.
    Span(u8, bool),
    Item,
    Table,
    Row,
    Cell,
    Sheet,
    SheetRow,
    /// A cell of a sheet; true if it is struck out.
    SheetCell(bool),
    /// A slide or its notes; behind it goes on what stood before.
    Part(Part),
    /// A frame with a title.
    Titled,
    Other,
}

/// A document while it is read.
pub(super) struct Reader<'a> {
    pub flow: Flow<'a>,
    styles: &'a Styles,
    purpose: Purpose,
    /// The name of an element that is left out, if any.
    without: &'static str,
    /// What stands before the next sheet.
    pub before: Before,
    /// So far: slides, footnotes, endnotes, comments.
    slides: u32,
    footnotes: u32,
    endnotes: u32,
    comments: u32,
}

/// A part while it is read.
pub(super) struct Walk<'a, 'b> {
    pub reader: &'b mut Reader<'a>,
    pub stack: Vec<Open>,
    /// What the paragraph is.
    pub look: Look,
    /// Paragraphs, list items and titled frames that are open.
    pub open: usize,
    pub items: usize,
    pub titled: usize,
    pub hidden: usize,
    /// True if the paragraph is hidden by something in it.
    pub drops: bool,
    /// True if blanks that follow count for nothing.
    blank: bool,
    pub grid: Option<Grid>,
    /// True in a cell of a sheet.
    pub in_cell: bool,
    /// What stands in the paragraph and is read behind it: the part it is, and its text.
    pub inner: Vec<(Option<Part>, String)>,
    pub depth: usize,
}

impl<'a> Reader<'a> {
    pub fn new(writer: &'a mut Writer, styles: &'a Styles, purpose: Purpose) -> Self {
        Self {
            flow: Flow::new(writer),
            styles,
            purpose,
            without: "",
            before: Before::default(),
            slides: 0,
            footnotes: 0,
            endnotes: 0,
            comments: 0,
        }
    }

    /// Leaves out elements of a name.
    pub fn without(&mut self, name: &'static str) -> &mut Self {
        self.without = name;
        self
    }

    /// Reads a part, or a piece of one.
    pub fn read(&mut self, name: &str, text: &str, part: Part) -> Result<(), String> {
        self.flow.begin(part);
        self.walk(name, text, 0)
    }

    pub fn walk(&mut self, name: &str, text: &str, depth: usize) -> Result<(), String> {
        let mut walk = Walk {
            reader: self,
            stack: Vec::new(),
            look: Look::default(),
            open: 0,
            items: 0,
            titled: 0,
            hidden: 0,
            drops: false,
            blank: true,
            grid: None,
            in_cell: false,
            inner: Vec::new(),
            depth,
        };
        let mut xml = Xml::new(name, text);
        while let Some(item) = xml.item()? {
            match item {
                Item::Start(tag) => walk.start(&tag, &mut xml, name)?,
                Item::Text(text) => walk.text(&text),
                Item::End => walk.end(name)?,
            }
        }
        walk.end_paragraph(name)
    }

    /// The part that an element begins which holds paragraphs in the middle of one.
    fn inner_part(&mut self, tag: &Tag<'_>, cell: Option<(u32, u32)>) -> Option<Part> {
        let next = |count: &mut u32| {
            *count += 1;
            *count
        };
        match tag.name() {
            "note" if tag.attribute("note-class").is_some_and(|class| class == "endnote") => {
                Some(Part::Numbered("endnote", next(&mut self.endnotes)))
            }
            "note" => Some(Part::Numbered("footnote", next(&mut self.footnotes))),
            "annotation" if let Some((row, column)) = cell => Some(Part::Remark(row, column)),
            "annotation" => Some(Part::Numbered("comment", next(&mut self.comments))),
            _ => self.flow.next_box(),
        }
    }
}

impl Walk<'_, '_> {
    fn start(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>, part_name: &str) -> Result<(), String> {
        if self.is_unseen(tag) {
            xml.skip()?;
            return Ok(());
        }
        let open = match tag.name() {
            "covered-table-cell" => return self.cover(tag, xml),
            _ if self.is_held(tag) => return self.hold(tag, xml, part_name),
            "p" | "h" => self.begin_paragraph(tag),
            "span" => self.begin_span(tag),
            "list-item" | "list-header" => {
                self.items += 1;
                Open::Item
            }
            "table" | "table-row" | "table-cell" => self.begin_of_table(tag, xml)?,
            name @ ("page" | "notes") => self.begin_part(name),
            "frame" if tag.attribute("class").is_some_and(|class| class == "title") => {
                self.titled += 1;
                Open::Titled
            }
            "title" | "desc" => {
                let words = xml.text()?;
                self.alternative(&words);
                return Ok(());
            }
            "footer-decl" | "header-decl" => {
                let words = xml.text()?;
                self.reader.flow.writer.push(words.trim());
                self.reader.flow.writer.end_block(Kind::Text, || Landmark::Named("footer"));
                return Ok(());
            }
            _ => {
                self.sign(tag);
                Open::Other
            }
        };
        self.stack.push(open);
        Ok(())
    }

    /// True for an element of which nothing is shown.
    fn is_unseen(&self, tag: &Tag<'_>) -> bool {
        let name = tag.name();
        let is_hidden = tag.attribute("display").is_some_and(|value| value == "none")
            || name == "hidden-text" && tag.attribute("is-hidden").is_some_and(|value| value == "true");
        let is_field = FIELDS.contains(&name) && matches!(self.reader.flow.part, Part::Named("header" | "footer"));
        // Words of a paragraph may be marked as data.
        let is_unseen = is_field || UNSEEN.contains(&name) && !(name == "meta" && self.open > 0);
        is_unseen || is_hidden || name == self.reader.without || self.is_place(tag)
    }

    /// Passes by a cell that another covers: such are written as well, but not shown.
    fn cover(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<(), String> {
        if let Open::SheetCell(true) = self.begin_of_table(tag, xml)? {
            self.reader.flow.writer.end();
        }
        self.pass_covered();
        xml.skip()?;
        Ok(())
    }

    /// True for an element that holds paragraphs and stands in the middle of one, or in a cell of a sheet.
    fn is_held(&self, tag: &Tag<'_>) -> bool {
        let is_inside = self.open > 0 || self.grid.is_some() || tag.name() == "annotation";
        HOLDERS.contains(&tag.name()) && self.depth < INNER && is_inside
    }

    /// Keeps what such an element holds until the paragraph or cell has ended.
    fn hold(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>, part_name: &str) -> Result<(), String> {
        let cell = self.grid.as_ref().filter(|_| self.in_cell).map(|grid| (grid.row, grid.column));
        let part = self.reader.inner_part(tag, cell);
        let text = xml.skip()?.to_owned();
        self.inner.push((part, text));
        if self.open == 0 && !self.in_cell {
            self.read_inner(part_name)?;
        }
        Ok(())
    }

    /// True for a place on a page behind slides that is to be written over, and for the notes of one.
    fn is_place(&self, tag: &Tag<'_>) -> bool {
        matches!(self.reader.flow.part, Part::Named(BEHIND))
            && (tag.name() == "notes" || tag.attribute("class").is_some())
    }

    /// Passes by a cell that has begun and is covered.
    fn pass_covered(&mut self) {
        self.in_cell = false;
        match &mut self.grid {
            Some(grid) => grid.pass_cell(),
            None => self.reader.flow.tables.end_cell(),
        }
    }

    /// Takes in an element that stands for a sign.
    fn sign(&mut self, tag: &Tag<'_>) {
        if self.open == 0 || self.hidden > 0 {
            return;
        }
        match tag.name() {
            "s" => {
                let count = tag.number("c").unwrap_or(1);
                self.reader.flow.writer.push(&" ".repeat(usize::min(count, BLANKS)));
            }
            "tab" => self.reader.flow.writer.push("\t"),
            "hidden-paragraph" => {
                self.drops |= tag.attribute("is-hidden").is_some_and(|value| value == "true");
            }
            "line-break" => {
                self.reader.flow.writer.push(LINE);
                self.blank = true;
            }
            _ => {}
        }
    }

    fn begin_paragraph(&mut self, tag: &Tag<'_>) -> Open {
        if self.open == 0 && self.in_cell && !self.reader.flow.writer.is_blank() {
            self.reader.flow.writer.push(LINE);
        }
        let style = tag.attribute("style-name").map(|name| key("paragraph", &name));
        let mut look = self.reader.styles.look(style.as_deref(), Look::default());
        if tag.name() == "h" {
            look.heading = Some(level(tag));
        } else if self.titled > 0 {
            look.heading = Some(1);
        }
        look.item = Some(self.items > 0 && self.titled == 0);
        if look.hidden == Some(true) {
            self.hidden += 1;
        }
        if look.struck == Some(true) {
            self.reader.flow.writer.begin(Role::Struck);
        }
        (self.look, self.blank) = (look, true);
        self.open += 1;
        Open::Paragraph
    }

    fn begin_span(&mut self, tag: &Tag<'_>) -> Open {
        let style = tag.attribute("style-name").map(|name| key("text", &name));
        let look = self.reader.styles.look(style.as_deref(), Look::default());
        let mut stretches = 0;
        for (role, is_on) in [(Role::Struck, look.struck == Some(true)), (Role::Code, look.code)] {
            if is_on {
                self.reader.flow.writer.begin(role);
                stretches += 1;
            }
        }
        let hidden = look.hidden == Some(true);
        self.hidden += usize::from(hidden);
        Open::Span(stretches, hidden)
    }

    fn begin_of_table(&mut self, tag: &Tag<'_>, xml: &Xml<'_>) -> Result<Open, String> {
        let reader = &mut *self.reader;
        let is_sheet = reader.purpose == Purpose::Sheets && self.depth == 0;
        Ok(match (tag.name(), &mut self.grid) {
            ("table", None) if is_sheet => {
                reader.flow.sheet = tag.attribute("name").unwrap_or_default().into();
                self.grid = Some(Grid::begin(&reader.flow.sheet, xml, reader.before, reader.flow.writer)?);
                Open::Sheet
            }
            ("table-row", Some(grid)) => {
                grid.begin_row(tag);
                Open::SheetRow
            }
            ("table-cell" | "covered-table-cell", Some(grid)) => {
                grid.begin_cell(tag);
                self.in_cell = true;
                let style = tag.attribute("style-name").map(|name| key("table-cell", &name));
                let struck = reader.styles.look(style.as_deref(), Look::default()).struck == Some(true);
                if struck {
                    reader.flow.writer.begin(Role::Struck);
                }
                Open::SheetCell(struck)
            }
            ("table", _) => {
                reader.flow.tables.begin();
                Open::Table
            }
            ("table-row", _) => {
                reader.flow.tables.begin_row();
                Open::Row
            }
            _ => {
                reader.flow.tables.begin_cell(tag.number("number-columns-repeated").unwrap_or(1), 1);
                Open::Cell
            }
        })
    }

    fn begin_part(&mut self, name: &str) -> Open {
        let outer = self.reader.flow.part;
        if name == "page" {
            self.reader.slides += 1;
            self.reader.flow.writer.end_sections();
        }
        let slide = self.reader.slides;
        self.reader.flow.part = if name == "page" { Part::Slide(slide) } else { Part::Notes(slide) };
        Open::Part(outer)
    }

    /// The words for a picture.
    fn alternative(&mut self, words: &str) {
        if words.trim().is_empty() {
            return;
        }
        if self.open > 0 {
            self.reader.flow.writer.push(&format!(" {} ", words.trim()));
        } else {
            self.reader.flow.writer.push(words.trim());
            let landmark = self.reader.flow.landmark(Kind::Text);
            self.reader.flow.writer.end_block(Kind::Text, || landmark);
        }
    }

    /// Text counts in paragraphs alone; blanks in a row are one.
    fn text(&mut self, text: &str) {
        if self.open == 0 || self.hidden > 0 {
            return;
        }
        let mut piece = String::with_capacity(text.len());
        for one in text.chars() {
            let is_blank = matches!(one, ' ' | '\t' | '\n' | '\r');
            if !is_blank {
                piece.push(one);
            } else if !self.blank {
                piece.push(' ');
            }
            self.blank = is_blank;
        }
        self.reader.flow.writer.push(&piece);
    }
}

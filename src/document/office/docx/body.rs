//! The text of a part of a Word document: paragraphs, tables and text boxes, as they are shown.

use std::collections::HashMap;

use super::super::super::mark::Role;
use super::super::super::model::Kind;
use super::super::super::readable::{LINE, Writer};
use super::super::flow::Flow;
use super::super::part::Part;
use super::super::sheet::BAR;
use super::super::style::{Look, Styles};
use super::super::xml::{Item, Tag, Xml};
use super::style::note;

/// Text boxes inside text boxes that are told apart; deeper ones are read where they stand.
const BOXES: usize = 4;

/// Elements of which nothing is shown: what is deleted or moved away, what was before a change, the second telling of
/// what newer programs show, readings of characters, and properties that are needed nowhere.
const UNSEEN: &[&str] =
    &["del", "moveFrom", "Fallback", "rt", "sectPr", "sdtPr", "sdtEndPr", "ctrlPr", "tblPr", "tblGrid"];

/// The ids of notes in the order in which the text refers to them, and of comments.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub footnotes: Vec<String>,
    pub endnotes: Vec<String>,
    /// Where in the readable text the words begin and end that each comment is tied to.
    pub comments: HashMap<String, (usize, usize)>,
}

/// An element that is open.
#[derive(Clone, Copy, Debug)]
enum Open {
    Paragraph,
    /// A run, with how many stretches of the block end with it and whether it is hidden.
    Run(u8, bool),
    Text,
    Table,
    /// A row; true if it is hidden.
    Row(bool),
    /// A cell; true if one above it covers it.
    Cell(bool),
    Other,
}

/// A document while it is read.
pub(super) struct Reader<'a> {
    flow: Flow<'a>,
    styles: &'a Styles,
    pub notes: Notes,
}

/// A part while it is read.
struct Walk<'a, 'b> {
    reader: &'b mut Reader<'a>,
    stack: Vec<Open>,
    /// What the paragraph is.
    look: Look,
    /// True if the sign that ends the paragraph is deleted, so that the next goes on in it.
    joins: bool,
    /// For each field that is open, true up to its result.
    fields: Vec<bool>,
    hidden: usize,
    /// True if the cell goes on with the one above.
    is_below: bool,
    /// Columns of a cell that has begun and of which nothing is read yet.
    cell: Option<usize>,
    /// Text boxes that stand in the paragraph.
    boxes: Vec<String>,
    depth: usize,
}

impl<'a> Reader<'a> {
    pub fn new(writer: &'a mut Writer, styles: &'a Styles) -> Self {
        Self { flow: Flow::new(writer), styles, notes: Notes::default() }
    }

    /// Reads a part, or a piece of one.
    pub fn read(&mut self, name: &str, text: &str, part: Part) -> Result<(), String> {
        self.flow.begin(part);
        self.walk(name, text, 0)
    }

    fn walk(&mut self, name: &str, text: &str, depth: usize) -> Result<(), String> {
        let mut walk = Walk {
            reader: self,
            stack: Vec::new(),
            look: Look::default(),
            joins: false,
            fields: Vec::new(),
            hidden: 0,
            is_below: false,
            cell: None,
            boxes: Vec::new(),
            depth,
        };
        let mut xml = Xml::new(name, text);
        while let Some(item) = xml.item()? {
            match item {
                Item::Start(tag) => walk.start(&tag, &mut xml)?,
                Item::Text(text) => {
                    if matches!(walk.stack.last(), Some(Open::Text)) {
                        walk.push(&text);
                    }
                }
                Item::End => walk.end(name)?,
            }
        }
        walk.end_paragraph(name)
    }
}

impl Walk<'_, '_> {
    fn start(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<(), String> {
        let name = tag.name();
        let open = match name {
            _ if UNSEEN.contains(&name) || name.ends_with("Change") => {
                xml.skip()?;
                return Ok(());
            }
            "txbxContent" if self.depth < BOXES => {
                let text = xml.skip()?;
                self.boxes.push(text.to_owned());
                return Ok(());
            }
            "pPr" => return self.paragraph_properties(xml),
            "rPr" => return self.run_properties(xml),
            "p" => {
                self.begin_cell();
                Open::Paragraph
            }
            "r" => self.begin_run(),
            "t" => Open::Text,
            "tbl" => {
                self.begin_cell();
                self.reader.flow.tables.begin();
                Open::Table
            }
            "tr" => {
                self.reader.flow.tables.begin_row();
                Open::Row(false)
            }
            "tc" => {
                self.cell = Some(1);
                Open::Cell(false)
            }
            _ => {
                self.mark(tag);
                Open::Other
            }
        };
        self.stack.push(open);
        Ok(())
    }

    /// Takes in an element that stands for a sign or says something of the table.
    fn mark(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "br" | "cr" => self.push("\n"),
            "tab" | "ptab" => self.push("\t"),
            "noBreakHyphen" => self.push("\u{2011}"),
            "softHyphen" => self.push("\u{AD}"),
            "sym" => self.push(symbol(tag).encode_utf8(&mut [0; 4])),
            "docPr" => self.alternative(tag, "descr"),
            // Words as a picture behind the text.
            "textpath" => self.alternative(tag, "string"),
            "hidden" | "vMerge" | "hMerge" => self.cover(tag),
            "fldChar" => match tag.attribute("fldCharType").as_deref() {
                Some("begin") => self.fields.push(true),
                Some("separate") => self.fields.last_mut().into_iter().for_each(|field| *field = false),
                _ => drop(self.fields.pop()),
            },
            "gridSpan" => self.cell = self.cell.map(|_| tag.number("val").unwrap_or(1)),
            "gridBefore" => drop(self.reader.flow.tables.begin_cell(tag.number("val").unwrap_or(0), 1)),
            "footnoteReference" => self.reader.notes.footnotes.extend(tag.attribute("id")),
            "endnoteReference" => self.reader.notes.endnotes.extend(tag.attribute("id")),
            "commentRangeStart" | "commentReference" => self.tie(tag),
            _ => {}
        }
    }

    /// Notes where the words of a comment begin, which need not be marked, or where they end.
    fn tie(&mut self, tag: &Tag<'_>) {
        let at = self.reader.flow.writer.place();
        let Some(id) = tag.attribute("id") else { return };
        self.reader.notes.comments.entry(id).or_insert((at, at)).1 = at;
    }

    /// Takes in that a row is hidden, or that a cell goes on with the one above or before it, which is all that is shown.
    fn cover(&mut self, tag: &Tag<'_>) {
        let is_row = tag.name() == "hidden";
        let is_on = if is_row { tag.is_on() } else { tag.attribute("val").is_none_or(|value| value != "restart") };
        let open = self.stack.iter_mut().rev().find_map(|open| match open {
            Open::Row(hidden) if is_row => Some(hidden),
            Open::Cell(covered) if !is_row => Some(covered),
            _ => None,
        });
        if let Some(open) = open.filter(|open| is_on && !**open) {
            *open = true;
            self.is_below = tag.name() == "vMerge";
            self.hidden += 1;
        }
    }

    /// The words for a picture.
    fn alternative(&mut self, tag: &Tag<'_>, name: &str) {
        if let Some(words) = tag.attribute(name).filter(|words| !words.trim().is_empty()) {
            self.push(" ");
            self.push(&words);
            self.push(" ");
        }
    }

    fn end(&mut self, name: &str) -> Result<(), String> {
        match self.stack.pop() {
            Some(Open::Paragraph) => self.end_paragraph(name)?,
            Some(Open::Run(stretches, hidden)) => {
                (0..stretches).for_each(|_| self.reader.flow.writer.end());
                self.hidden -= usize::from(hidden);
            }
            Some(Open::Table) => self.reader.flow.tables.end(),
            Some(Open::Row(hidden)) => {
                self.hidden -= usize::from(hidden);
                self.reader.flow.tables.end_row();
                self.reader.flow.writer.separate(LINE);
            }
            Some(Open::Cell(covered)) => {
                self.hidden -= usize::from(covered);
                self.begin_cell();
                if let (true, Some(Kind::Cell(cell))) =
                    (std::mem::take(&mut self.is_below), self.reader.flow.tables.cell())
                {
                    self.reader.flow.writer.cover(cell);
                }
                self.reader.flow.tables.end_cell();
                self.reader.flow.writer.separate_on_line(BAR);
            }
            Some(Open::Text | Open::Other) | None => {}
        }
        Ok(())
    }

    /// Begins the cell, if one waits for it.
    fn begin_cell(&mut self) {
        if let Some(columns) = self.cell.take() {
            self.reader.flow.tables.begin_cell(columns, 1);
        }
    }

    fn push(&mut self, text: &str) {
        if self.hidden == 0 && !self.fields.contains(&true) {
            self.reader.flow.writer.push(text);
        }
    }

    fn paragraph_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), String> {
        let (mut own, mut style) = (Look::default(), None);
        let depth = xml.depth();
        while let Some(item) = xml.within(depth)? {
            let Item::Start(tag) = item else { continue };
            match tag.name() {
                // What it was before a change.
                name if name.ends_with("Change") => drop(xml.skip()?),
                "pStyle" => style = tag.attribute("val"),
                "del" => self.joins = true,
                // What is said of the sign that ends the paragraph.
                "strike" | "dstrike" | "vanish" => {}
                _ => note(&mut own, &tag),
            }
        }
        self.look = self.reader.styles.look(style.as_deref(), own);
        Ok(())
    }

    /// Begins a run, which looks as its paragraph does unless it says otherwise.
    fn begin_run(&mut self) -> Open {
        let (struck, hidden) = (self.look.struck == Some(true), self.look.hidden == Some(true));
        if struck {
            self.reader.flow.writer.begin(Role::Struck);
        }
        self.hidden += usize::from(hidden);
        Open::Run(u8::from(struck), hidden)
    }

    fn run_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), String> {
        let (mut own, mut style) = (Look::default(), None);
        let depth = xml.depth();
        while let Some(item) = xml.within(depth)? {
            let Item::Start(tag) = item else { continue };
            match tag.name() {
                name if name.ends_with("Change") => drop(xml.skip()?),
                "rStyle" => style = tag.attribute("val"),
                _ => note(&mut own, &tag),
            }
        }
        let look = self.reader.styles.look(style.as_deref(), own);
        let Some(Open::Run(stretches, hidden)) = self.stack.last_mut() else { return Ok(()) };
        if look.struck == Some(false) {
            (0..std::mem::take(stretches)).for_each(|_| self.reader.flow.writer.end());
        }
        for (role, is_on) in [(Role::Struck, look.struck == Some(true)), (Role::Code, look.code)] {
            if is_on {
                self.reader.flow.writer.begin(role);
                *stretches += 1;
            }
        }
        if let Some(is_hidden) = look.hidden {
            self.hidden = self.hidden + usize::from(is_hidden) - usize::from(*hidden);
            *hidden = is_hidden;
        }
        Ok(())
    }

    /// Ends a paragraph; the text boxes in it follow.
    fn end_paragraph(&mut self, name: &str) -> Result<(), String> {
        let look = std::mem::take(&mut self.look);
        if std::mem::take(&mut self.joins) {
            return Ok(());
        }
        self.reader.flow.end_paragraph(&look);
        let outer = self.reader.flow.part;
        for text in std::mem::take(&mut self.boxes) {
            let flow = &mut self.reader.flow;
            flow.part = flow.next_box().unwrap_or(outer);
            self.reader.walk(name, &text, self.depth + 1)?;
            self.reader.flow.part = outer;
        }
        Ok(())
    }
}

/// The sign that a number in a font of symbols stands for, if it is one of ASCII; else a blank.
fn symbol(tag: &Tag<'_>) -> char {
    let code = tag.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok()).unwrap_or(0);
    let is_text = tag.attribute("font").is_some_and(|font| font.eq_ignore_ascii_case("Symbol"));
    let code = if (0xF000..0xF100).contains(&code) { code - 0xF000 } else { code };
    // The font Symbol has digits and signs where ASCII has them, and Greek letters where it has its own.
    char::from_u32(code).filter(|one| is_text && (' '..'A').contains(one)).unwrap_or(' ')
}

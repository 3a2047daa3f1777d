//! Text in drawings of Office files: shapes of slides, diagrams, charts, and comments on slides.

use super::super::mark::Role;
use super::super::model::Kind;
use super::super::readable::{LINE, Writer};
use super::super::table::Tables;
use super::sheet::BAR;
use super::xml::{Item, Tag, Xml};
use crate::source::Landmark;

/// Elements of which nothing is shown: the second telling of what newer programs show, extensions, numbers of charts.
const UNSEEN: &[&str] = &["Fallback", "extLst", "numCache", "numLit", "f"];

/// What a drawing is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// What is shown.
    Shown,
    /// Notes of a speaker: of their page only the notes count.
    Notes,
    /// A comment.
    Comment,
    /// A chart of cells that are read where they stand.
    OfCells,
    /// What stands behind slides: what is to be written over is left out.
    Behind,
}

/// Reads the drawings of a file.
pub struct Drawings<'a> {
    writer: &'a mut Writer,
    tables: Tables,
}

/// A drawing while it is read.
struct Walk<'a, 'b> {
    drawings: &'b mut Drawings<'a>,
    landmark: &'b Landmark,
    used: Use,
    /// What paragraphs of the shape are.
    kind: Kind,
    stack: Vec<Open>,
}

/// An element that is open.
#[derive(Clone, Copy, Debug)]
enum Open {
    Paragraph,
    /// A run; true if it is struck out.
    Run(bool),
    Text,
    /// A value of a chart or a comment, which is a paragraph by itself.
    Value,
    Table,
    Row,
    Cell,
    Shape,
    Other,
}

impl<'a> Drawings<'a> {
    /// Begins with none.
    #[must_use]
    pub fn new(writer: &'a mut Writer) -> Self {
        Self { writer, tables: Tables::default() }
    }

    /// What is written to.
    pub fn writer(&mut self) -> &mut Writer {
        self.writer
    }

    /// Reads a part, which people find by `landmark`.
    ///
    /// # Errors
    /// A reason if it is no XML.
    pub fn read(&mut self, name: &str, text: &str, landmark: &Landmark, used: Use) -> Result<(), String> {
        let mut walk = Walk { drawings: self, landmark, used, kind: Kind::Text, stack: Vec::new() };
        let mut xml = Xml::new(name, text);
        while let Some(item) = xml.item()? {
            match item {
                Item::Start(tag) => walk.start(&tag, &mut xml)?,
                Item::Text(text) => {
                    if matches!(walk.stack.last(), Some(Open::Text | Open::Value)) {
                        walk.drawings.writer.push(&text);
                    }
                }
                Item::End => walk.end(),
            }
        }
        Ok(())
    }
}

impl Walk<'_, '_> {
    fn start(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<(), String> {
        let name = tag.name();
        let open = match name {
            _ if UNSEEN.contains(&name) => {
                xml.skip()?;
                return Ok(());
            }
            "strCache" | "multiLvlStrCache" if self.used == Use::OfCells => {
                xml.skip()?;
                return Ok(());
            }
            "sp" | "pic" | "graphicFrame" | "grpSp" | "cxnSp" => {
                self.kind = Kind::Text;
                if !self.is_shown(name, xml)? {
                    xml.skip()?;
                    return Ok(());
                }
                Open::Shape
            }
            "p" => Open::Paragraph,
            "r" | "fld" => Open::Run(false),
            "t" => Open::Text,
            // Values of a chart, and comments as older programs write them.
            "v" | "text" => Open::Value,
            "tbl" => {
                self.drawings.tables.begin();
                Open::Table
            }
            "tr" => {
                self.drawings.tables.begin_row();
                Open::Row
            }
            "tc" => {
                // Cells that another covers are written as well, but not shown.
                self.drawings.tables.begin_cell(1, 1);
                if ["hMerge", "vMerge"].iter().any(|name| tag.attribute(name).is_some_and(|value| is_true(&value))) {
                    self.drawings.tables.end_cell();
                    xml.skip()?;
                    return Ok(());
                }
                Open::Cell
            }
            _ => {
                self.mark(tag);
                Open::Other
            }
        };
        self.stack.push(open);
        Ok(())
    }

    /// True if a shape is read, as far as it says so itself.
    fn is_shown(&self, name: &str, xml: &Xml<'_>) -> Result<bool, String> {
        let said = said(xml)?;
        let is_read = match (self.used, said.place.as_deref()) {
            (Use::Notes, Some(place)) => place == "body" || name != "sp",
            (Use::Behind, place) => place.is_none(),
            (Use::Shown | Use::Notes | Use::Comment | Use::OfCells, _) => true,
        };
        Ok(is_read && !said.is_hidden)
    }

    /// Takes in what an element says of a shape or of words.
    fn mark(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "br" => self.drawings.writer.push(LINE),
            "ph" => {
                self.kind = match tag.attribute("type").as_deref() {
                    Some("title" | "ctrTitle") => Kind::Heading(1),
                    Some("body" | "obj") | None => Kind::Item,
                    Some(_) => Kind::Text,
                }
            }
            "cNvPr" => {
                if let Some(words) = tag.attribute("descr") {
                    self.drawings.writer.push(words.trim());
                    self.end_block(Kind::Text);
                }
            }
            "rPr" if tag.attribute("strike").is_some_and(|strike| strike != "noStrike") => {
                if let Some(Open::Run(struck)) = self.stack.last_mut()
                    && !*struck
                {
                    *struck = true;
                    self.drawings.writer.begin(Role::Struck);
                }
            }
            _ => {}
        }
    }

    fn end(&mut self) {
        match self.stack.pop() {
            Some(Open::Paragraph) => self.end_block(self.kind),
            Some(Open::Value) => self.end_block(Kind::Text),
            Some(Open::Run(true)) => self.drawings.writer.end(),
            Some(Open::Shape) => self.kind = Kind::Text,
            Some(Open::Table) => self.drawings.tables.end(),
            Some(Open::Row) => {
                self.drawings.tables.end_row();
                self.drawings.writer.separate(LINE);
            }
            Some(Open::Cell) => {
                self.drawings.tables.end_cell();
                self.drawings.writer.separate_on_line(BAR);
            }
            Some(Open::Run(false) | Open::Text | Open::Other) | None => {}
        }
    }

    fn end_block(&mut self, kind: Kind) {
        let number = |at: usize| u32::try_from(at + 1).unwrap_or(u32::MAX);
        let drawings = &mut *self.drawings;
        let kind = match self.used {
            Use::Notes | Use::Comment => Kind::Note,
            Use::Shown | Use::OfCells | Use::Behind => drawings.tables.cell().unwrap_or(kind),
        };
        let landmark = || match kind {
            Kind::Cell(cell) => self.landmark.clone().with("row", number(cell.row)).with("column", number(cell.column)),
            _ => self.landmark.clone(),
        };
        if drawings.writer.end_block(kind, landmark) && matches!(kind, Kind::Cell(_)) {
            drawings.writer.separate(" ");
        }
    }
}

/// True for the value of an attribute that switches something on.
pub(super) fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

/// What a shape says of itself before its text.
#[derive(Debug, Default)]
struct Said {
    is_hidden: bool,
    /// What is to be written there, if it is a place for something.
    place: Option<String>,
}

fn said(xml: &Xml<'_>) -> Result<Said, String> {
    let (mut ahead, mut said) = (xml.ahead(), Said::default());
    while let Some(item) = ahead.item()? {
        match item {
            Item::Start(tag) => match tag.name() {
                "cNvPr" => said.is_hidden = tag.attribute("hidden").is_some_and(|value| is_true(&value)),
                "ph" => said.place = Some(tag.attribute("type").unwrap_or_else(|| "body".into())),
                "spPr" | "grpSpPr" | "blipFill" | "xfrm" | "graphic" | "txBody" => break,
                _ => {}
            },
            Item::End if ahead.is_behind() => break,
            Item::End | Item::Text(_) => {}
        }
    }
    Ok(said)
}

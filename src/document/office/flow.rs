//! The text of a document of Word or OpenDocument while it is written, block by block.

use std::sync::Arc;

use super::super::model::Kind;
use super::super::readable::Writer;
use super::super::table::Tables;
use super::part::Part;
use super::style::Look;
use crate::source::Landmark;

/// What is written, and where in the document.
pub(super) struct Flow<'a> {
    pub writer: &'a mut Writer,
    pub tables: Tables,
    pub part: Part,
    /// The name of the last sheet.
    pub sheet: Arc<str>,
    /// Paragraphs and text boxes so far.
    paragraphs: u32,
    boxes: u32,
}

impl<'a> Flow<'a> {
    pub fn new(writer: &'a mut Writer) -> Self {
        Self { writer, tables: Tables::default(), part: Part::Body, sheet: Arc::from(""), paragraphs: 0, boxes: 0 }
    }

    /// Begins a part.
    pub fn begin(&mut self, part: Part) {
        if !matches!(part, Part::Body) {
            self.writer.end_sections();
        }
        self.part = part;
    }

    /// How people find a block that ends here.
    pub fn landmark(&self, kind: Kind) -> Landmark {
        self.part.landmark(kind, self.paragraphs, &self.sheet)
    }

    /// Ends the block that a paragraph is, or its part of a cell.
    pub fn end_paragraph(&mut self, look: &Look) {
        let kind = self.tables.cell().unwrap_or_else(|| self.part.kind(look));
        let landmark = self.landmark(kind);
        let is_cell = matches!(kind, Kind::Cell(_));
        if self.writer.end_block(kind, || landmark) {
            self.paragraphs += u32::from(!is_cell && matches!(self.part, Part::Body));
            if is_cell {
                self.writer.separate(" ");
            }
        }
    }

    /// The part that a text box here is; one outside the text of a document is no part of its own.
    pub fn next_box(&mut self) -> Option<Part> {
        matches!(self.part, Part::Body).then(|| {
            self.boxes += 1;
            Part::Box(self.boxes)
        })
    }
}

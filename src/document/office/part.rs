//! The parts of a document of Word or OpenDocument: what a paragraph is in each, and how people find it.

use std::sync::Arc;

use super::super::model::Kind;
use super::style::Look;
use crate::source::Landmark;

/// What is read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// The text of a document.
    Body,
    /// A slide.
    Slide(u32),
    /// What is to be said beside a slide.
    Notes(u32),
    /// One of several: a note, a comment.
    Numbered(&'static str, u32),
    /// What is remarked on a cell of a sheet, by row and column from 0.
    Remark(u32, u32),
    /// A header or footer.
    Named(&'static str),
    /// A text box.
    Box(u32),
}

impl Part {
    /// What a paragraph is that stands in no cell.
    pub fn kind(self, look: &Look) -> Kind {
        match (self, look.heading) {
            (Self::Numbered(..) | Self::Notes(_) | Self::Remark(..), _) => Kind::Note,
            (Self::Body | Self::Slide(_), Some(level @ 1..)) => Kind::Heading(level),
            _ if look.code => Kind::Code,
            _ if look.item == Some(true) => Kind::Item,
            _ => Kind::Text,
        }
    }

    /// How people find a block, where so many paragraphs stand before it, and on which sheet.
    pub fn landmark(self, kind: Kind, paragraphs: u32, sheet: &Arc<str>) -> Landmark {
        let number = |at: usize| u32::try_from(at + 1).unwrap_or(u32::MAX);
        match (self, kind) {
            (Self::Body, Kind::Cell(cell)) => Landmark::counted("table", number(cell.table))
                .with("row", number(cell.row))
                .with("column", number(cell.column)),
            (Self::Body, _) => Landmark::counted("paragraph", paragraphs + 1),
            (Self::Slide(slide), Kind::Cell(cell)) => {
                Landmark::counted("slide", slide).with("row", number(cell.row)).with("column", number(cell.column))
            }
            (Self::Slide(slide), _) => Landmark::counted("slide", slide),
            (Self::Notes(slide), _) => Landmark::counted("slide", slide).with("notes", 0),
            (Self::Numbered(what, number), _) => Landmark::counted(what, number),
            (Self::Remark(row, column), _) => Landmark::Remark { sheet: Arc::clone(sheet), row, column },
            (Self::Named(what), _) => Landmark::Named(what),
            (Self::Box(number), _) => Landmark::counted("text box", number),
        }
    }
}

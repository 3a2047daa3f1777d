//! The nouns of a document: blocks of prose, what they are and where they stand.

use std::ops::Range;

use super::map::Prose;
use super::mark::{Marks, Role};
use crate::source::Span;

/// A document, or one window of a large one, as blocks in reading order.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Blocks in the order a person reads them.
    pub blocks: Vec<Block>,
    /// The first place where the text breaks the rules of its format, if it does.
    pub fault: Option<Fault>,
    /// Comments whose words do not stand in the text, in the order of their places.
    pub remarks: Vec<Remark>,
    /// Where a cell would stand in tables if one further up, in the same column, did not reach there.
    pub covered: Vec<Cell>,
}

/// A comment that is tied to a stretch of the text and kept elsewhere, as word processors do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is tied to.
    pub span: Span,
    /// Its words.
    pub text: String,
}

/// Where a text breaks the rules of its format. What stands there is read all the same, as well as it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Byte of the readable text.
    pub at: usize,
    /// Name of the format.
    pub format: &'static str,
}

/// A stretch of text that is read as one: a paragraph, a heading, a table cell, a list item, a code block.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its words, normalised, with the way back to the source.
    pub prose: Prose,
    /// Stretches of the prose that are more than plain words.
    pub marks: Marks,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Running text: a paragraph, a quotation.
    Text,
    /// A footnote: often it stands at the end of the document, so the headings above say nothing of it.
    Note,
    /// A list item, or a paragraph of one.
    Item,
    /// A heading of a level, 1 the highest.
    Heading(u8),
    /// A cell of a table.
    Cell(Cell),
    /// A listing: its text is read, but known as code.
    Code,
    /// A key with its value, in data or front matter.
    Metadata,
    /// A key of data with more than one value below it: it is to them what a heading of this level is to a section.
    /// One without words ends the sections of its level and below.
    Key(u8),
}

/// Where a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Number of the table in the document, from 0.
    pub table: usize,
    /// Row, from 0; row 0 is the header.
    pub row: usize,
    /// Column, from 0.
    pub column: usize,
}

/// True if one of the `anchors`, ascending offsets of the source, lies in `span`.
#[must_use]
pub fn has_anchor(anchors: &[usize], span: Span) -> bool {
    anchors.get(anchors.partition_point(|at| *at < span.start)).is_some_and(|at| *at < span.end)
}

impl Block {
    /// True if any byte of `range` of the prose has the role.
    #[must_use]
    pub fn has_role(&self, range: &Range<usize>, role: Role) -> bool {
        self.marks.touch(range, role)
    }

    /// The key and the value of a block that has a key.
    #[must_use]
    pub fn entry(&self) -> Option<(&str, &str)> {
        let key = self.marks.of(Role::Key).first()?;
        let rest = &self.prose.text()[key.range.end..];
        let value = [": ", " = ", " "].into_iter().find_map(|sign| rest.strip_prefix(sign)).unwrap_or(rest);
        Some((&self.prose.text()[key.range.clone()], value))
    }

    /// The value of a block that has a key, else all of its text.
    #[must_use]
    pub fn value(&self) -> &str {
        self.entry().map_or_else(|| self.prose.text(), |(_, value)| value)
    }

    /// True if all of `range` of the prose is what one name stands for.
    #[must_use]
    pub fn is_named(&self, range: &Range<usize>) -> bool {
        self.marks.around(range, Role::Named).next().is_some()
    }

    /// True if `range` of the prose is code, in a line or as a block.
    #[must_use]
    pub fn is_code(&self, range: &Range<usize>) -> bool {
        self.kind == Kind::Code || self.has_role(range, Role::Code)
    }
}

//! Objects of a list as rows of a table.

use super::super::mark::Marks;
use super::super::model::{Block, Cell, Kind};
use super::entry::{Value, one};
use super::piece::Piece;
use super::value::Reading;
use crate::source::Span;

/// Longest value, in bytes, that is a cell rather than a text of its own.
const CELL: usize = 400;

/// The table that the objects of a list are rows of.
#[derive(Debug, Default)]
pub(super) struct Rows {
    table: Option<usize>,
    count: usize,
}

/// A key of an object with its values: one, or those of a list.
#[derive(Debug)]
pub(super) struct Field<'a> {
    pub key: Option<Piece<'a>>,
    pub values: Vec<Value<'a>>,
}

impl Rows {
    /// Table and row of the next object, where `tables` were there before. Row 0 would be the heads.
    pub fn next(&mut self, tables: usize) -> (usize, usize) {
        self.count += 1;
        (*self.table.get_or_insert(tables), self.count)
    }
}

impl Value<'_> {
    /// True if it is short enough for a cell.
    pub fn is_cell(&self) -> bool {
        self.piece.raw.len() <= CELL && !self.piece.raw.contains('\n')
    }
}

impl Field<'_> {
    /// From the key to the last value.
    pub fn span(&self) -> Span {
        let first = self.key.as_ref().map(|key| key.at).or(self.values.first().map(|value| value.piece.at));
        let last = self.values.last().map(Value::end).or(self.key.as_ref().map(|key| key.span().end));
        Span::new(first.unwrap_or(0), last.unwrap_or(0))
    }

    /// True if letters may be written as numbers in it.
    pub fn hides_letters(&self) -> bool {
        self.key.as_ref().is_some_and(Piece::hides_letters) || self.values.iter().any(|one| one.piece.hides_letters())
    }

    /// Its values as cells; the key stands in the first.
    pub fn cells(&self, table: usize, row: usize, column: usize) -> Vec<Block> {
        let kind = Kind::Cell(Cell { table, row, column });
        let mut key = self.key.as_ref();
        let mut cells = Vec::new();
        for value in &self.values {
            match value.read() {
                Reading::One(prose, marks) => cells.extend(one(key.take(), &prose, marks, kind)),
                Reading::Many(blocks) => {
                    for block in blocks {
                        cells.extend(one(key.take(), &block.prose, block.marks, kind));
                    }
                }
            }
        }
        if let Some(key) = key {
            let none = Piece { raw: "", at: key.span().end, ..key.clone() };
            cells.extend(one(Some(key), &none.prose(), Marks::default(), kind));
        }
        cells
    }
}

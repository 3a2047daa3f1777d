//! The tables of a document: which row and column each cell stands in, cells over several of them included.

use std::collections::BTreeSet;

use super::model::{Cell, Kind};

/// Tables inside tables that are told apart; deeper ones count as text of the last.
const DEPTH: usize = 32;

/// Columns whose cells may reach into further rows.
const COLUMNS: usize = 1000;

/// Most covered places that are kept.
const COVERED: usize = 100_000;

/// The tables of a document, counted while it is read.
#[derive(Debug, Default)]
pub struct Tables {
    count: usize,
    open: Vec<Table>,
    /// Open tables deeper than are told apart.
    deeper: usize,
    /// Where cells further up reach.
    covered: Vec<Cell>,
}

/// A table that has begun and not ended.
#[derive(Debug, Default)]
struct Table {
    number: usize,
    row: usize,
    column: usize,
    /// True if the row has begun.
    in_row: bool,
    /// The cell that has begun and not ended.
    cell: Option<Cell>,
    /// For each column the number of further rows that a cell above reaches into.
    taken: Vec<usize>,
    /// The first columns of the cells that reach into further rows.
    reaching: BTreeSet<usize>,
}

impl Tables {
    /// Begins a table.
    pub fn begin(&mut self) {
        if self.open.len() == DEPTH {
            self.deeper += 1;
            return;
        }
        self.open.push(Table { number: self.count, ..Table::default() });
        self.count += 1;
    }

    /// Ends the innermost table.
    pub fn end(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
        } else {
            self.open.pop();
        }
    }

    /// True inside a table.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Begins a row; what was open of the row above ends.
    pub fn begin_row(&mut self) {
        self.end_row();
        self.open_row();
    }

    /// Begins the row unless it has begun.
    fn open_row(&mut self) {
        let Some(table) = self.open.last_mut().filter(|table| !table.in_row) else { return };
        table.in_row = true;
        if table.reaching.is_empty() {
            return;
        }
        let (number, row, taken) = (table.number, table.row, &table.taken);
        table.reaching.retain(|column| taken.get(*column).is_some_and(|rows| *rows > 0));
        let covered = table.reaching.iter().map(|column| Cell { table: number, row, column: *column });
        self.covered.extend(covered.take(COVERED.saturating_sub(self.covered.len())));
    }

    /// Where cells further up reach, in the order of the rows.
    pub fn into_covered(self) -> Vec<Cell> {
        self.covered
    }

    /// Ends the row, if one has begun.
    pub fn end_row(&mut self) {
        let Some(table) = self.open.last_mut().filter(|table| table.in_row) else { return };
        (table.row, table.column, table.in_row, table.cell) = (table.row + 1, 0, false, None);
        table.taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    }

    /// Begins a cell over so many columns and rows; nothing outside a table.
    pub fn begin_cell(&mut self, columns: usize, rows: usize) -> Option<Kind> {
        self.open_row();
        let table = self.open.last_mut()?;
        while table.taken.get(table.column).is_some_and(|rows| *rows > 0) {
            table.column += 1;
        }
        let cell = Cell { table: table.number, row: table.row, column: table.column };
        let end = (table.column + columns.max(1)).min(COLUMNS.max(table.column + 1));
        if rows > 1 && end <= COLUMNS {
            table.taken.resize(table.taken.len().max(end), 0);
            table.taken[table.column..end].fill(rows);
            table.reaching.insert(table.column);
        }
        (table.column, table.cell) = (end, Some(cell));
        Some(Kind::Cell(cell))
    }

    /// Ends the cell.
    pub fn end_cell(&mut self) {
        if let Some(table) = self.open.last_mut() {
            table.cell = None;
        }
    }

    /// The innermost cell that is open.
    #[must_use]
    pub fn cell(&self) -> Option<Kind> {
        self.open.iter().rev().find_map(|table| table.cell).map(Kind::Cell)
    }

    /// How many cells, counted in columns, the row has so far.
    #[must_use]
    pub fn width(&self) -> usize {
        self.open.last().map_or(0, |table| {
            let further = table.taken.get(table.column..).unwrap_or_default();
            table.column + further.iter().take_while(|rows| **rows > 0).count()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_reach_over_rows_and_columns_move_those_beside_them() {
        let mut tables = Tables::default();
        assert_eq!(tables.begin_cell(1, 1), None, "outside a table there is no cell");
        tables.begin();
        let mut place = |spans: &[(usize, usize)]| -> Vec<usize> {
            tables.begin_row();
            let column = |kind| match kind {
                Some(Kind::Cell(cell)) => cell.column,
                other => panic!("{other:?} is no cell"),
            };
            spans.iter().map(|(columns, rows)| column(tables.begin_cell(*columns, *rows))).collect()
        };
        assert_eq!(place(&[(1, 3), (2, 1), (1, 1), (2, 2)]), [0, 1, 3, 4]);
        assert_eq!(place(&[(1, 1), (1, 1)]), [1, 2]);
        assert_eq!(place(&[(1, 1)]), [1]);
        assert_eq!(place(&[(1, 1)]), [0]);
        let covered = tables.into_covered().into_iter().map(|cell| (cell.row, cell.column)).collect::<Vec<_>>();
        assert_eq!(covered, [(1, 0), (1, 4), (2, 0)]);
    }

    #[test]
    fn a_table_in_a_cell_has_rows_of_its_own() {
        let mut tables = Tables::default();
        tables.begin();
        tables.begin_row();
        let outer = tables.begin_cell(1, 1);
        (0..2 * DEPTH).for_each(|_| tables.begin());
        assert!(tables.begin_cell(1, 1).is_some_and(|inner| Some(inner) != outer));
        (0..2 * DEPTH).for_each(|_| tables.end());
        assert_eq!(tables.cell(), outer);
        tables.end_row();
        assert_eq!(tables.cell(), None);
    }
}

//! Sheets of a spreadsheet: which row holds the heads of the columns, and what each cell is.

use std::sync::Arc;

use super::super::model::{Cell, Kind};
use super::super::readable::Writer;
use crate::source::Landmark;

/// How many rows at the head of a sheet are looked at for the heads of its columns.
pub const LOOKED: usize = 30;

/// What parts cells of a row.
pub const BAR: &str = " | ";

/// What stands before a sheet.
#[derive(Clone, Copy, Debug, Default)]
pub struct Before {
    /// Sheets.
    pub sheets: u32,
    /// Tables, of which a sheet may hold several.
    pub tables: usize,
}

/// A sheet while it is read.
#[derive(Debug)]
pub struct Sheet {
    name: Arc<str>,
    /// Its number, from 1.
    number: u32,
    /// Rows that hold heads, ascending.
    heads: Vec<u32>,
    /// Number of the table, and the row of its heads.
    table: usize,
    head: Option<u32>,
}

impl Sheet {
    /// Begins a sheet with its name, which its tab shows, and the rows that hold heads, ascending.
    #[must_use]
    pub fn begin(name: &str, heads: Vec<u32>, before: Before, writer: &mut Writer) -> Self {
        let name: Arc<str> = name.into();
        writer.end_sections();
        writer.push(&name);
        let number = before.sheets + 1;
        writer.end_block(Kind::Heading(1), || Landmark::counted("sheet", number));
        // Every address names the sheet.
        writer.end_sections();
        Self { name, number, heads, table: before.tables, head: None }
    }

    /// Ends the cell that was written; rows and columns count from 0.
    pub fn cell(&mut self, row: u32, column: u32, writer: &mut Writer) {
        let passed = self.heads.partition_point(|head| *head <= row);
        if let Some(head) = passed.checked_sub(1).map(|last| self.heads[last])
            && self.head != Some(head)
        {
            self.table += usize::from(self.head.is_some());
            self.head = Some(head);
        }
        let kind = match self.head {
            Some(head) => Kind::Cell(Cell { table: self.table, row: (row - head) as usize, column: column as usize }),
            None => Kind::Text,
        };
        let landmark = || Landmark::Cell { sheet: Arc::clone(&self.name), row, column };
        if writer.end_block(kind, landmark) {
            writer.separate(BAR);
        }
    }

    /// Ends the remark on a cell that was written.
    pub fn remark(&self, row: u32, column: u32, writer: &mut Writer) {
        writer.end_block(Kind::Note, || Landmark::Remark { sheet: Arc::clone(&self.name), row, column });
    }

    /// Ends what stands above or below the cells on each page that is printed.
    pub fn page_text(&self, writer: &mut Writer) {
        writer.end_block(Kind::Text, || self.landmark().with("header or footer", 0));
    }

    /// How people find the sheet as a whole.
    #[must_use]
    pub fn landmark(&self) -> Landmark {
        Landmark::counted("sheet", self.number)
    }

    /// What stands before the next sheet.
    #[must_use]
    pub fn after(&self) -> Before {
        Before { sheets: self.number, tables: self.table + 1 }
    }
}

/// The row that holds the heads of the columns, by how many cells of each row at the head of a sheet hold something: the
/// first that is about as wide as the widest. What stands above it is no table.
#[must_use]
pub fn guess(rows: &[(u32, usize)]) -> Option<u32> {
    let widest = rows.iter().map(|(_, cells)| *cells).max()?;
    rows.iter().find(|(_, cells)| *cells * 3 >= widest * 2 && *cells > 0).map(|(row, _)| *row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_above_a_table_are_no_heads() {
        assert_eq!(guess(&[(0, 1), (2, 2), (4, 7), (5, 8), (6, 6)]), Some(4));
        assert_eq!(guess(&[(3, 2), (4, 2)]), Some(3));
        assert_eq!(guess(&[]), None);
    }

    #[test]
    fn each_row_of_heads_begins_a_table() {
        let mut writer = Writer::default();
        let mut sheet = Sheet::begin("A", vec![1, 5], Before { sheets: 0, tables: 2 }, &mut writer);
        for row in [0, 1, 2, 5, 6] {
            writer.push("x");
            sheet.cell(row, 1, &mut writer);
        }
        assert_eq!(sheet.after().tables, 4);
        let kinds: Vec<Kind> =
            writer.finish().expect("it is short").document.blocks.iter().map(|one| one.kind).collect();
        let cell = |table, row| Kind::Cell(Cell { table, row, column: 1 });
        assert_eq!(kinds, [Kind::Heading(1), Kind::Text, cell(2, 0), cell(2, 1), cell(3, 0), cell(3, 1)]);
    }
}

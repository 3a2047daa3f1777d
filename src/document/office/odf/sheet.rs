//! Rows and columns of a spreadsheet, repeated ones counted and not read again.

use super::super::super::readable::Writer;
use super::super::sheet::{Before, LOOKED, Sheet, guess};
use super::super::xml::{Item, Tag, Xml};

/// A sheet with the cell that is read.
#[derive(Debug)]
pub(super) struct Grid {
    pub sheet: Sheet,
    pub row: u32,
    pub column: u32,
    /// How often row and cell are repeated.
    rows: u32,
    columns: u32,
}

impl Grid {
    /// Begins a sheet whose tag `xml` has read.
    pub fn begin(name: &str, xml: &Xml<'_>, before: Before, writer: &mut Writer) -> Result<Self, String> {
        let heads = guess(&widths(xml)?).into_iter().collect();
        let sheet = Sheet::begin(name, heads, before, writer);
        Ok(Self { sheet, row: 0, column: 0, rows: 0, columns: 0 })
    }

    pub fn begin_row(&mut self, tag: &Tag<'_>) {
        (self.column, self.columns) = (0, 0);
        self.rows = tag.number("number-rows-repeated").unwrap_or(1);
    }

    pub fn end_row(&mut self) {
        self.row = self.row.saturating_add(self.rows);
    }

    pub fn begin_cell(&mut self, tag: &Tag<'_>) {
        self.columns = tag.number("number-columns-repeated").unwrap_or(1);
    }

    /// Ends the cell that was written.
    pub fn end_cell(&mut self, writer: &mut Writer) {
        self.sheet.cell(self.row, self.column, writer);
    }

    /// Goes on to the next cell.
    pub fn pass_cell(&mut self) {
        self.column = self.column.saturating_add(self.columns);
    }
}

/// How many cells of the first rows hold something, for a sheet whose tag was read.
fn widths(xml: &Xml<'_>) -> Result<Vec<(u32, usize)>, String> {
    let mut ahead = xml.ahead();
    let mut found: Vec<(u32, usize)> = Vec::new();
    let (mut row, mut repeated) = (0, 0);
    while let Some(item) = ahead.item()? {
        match item {
            Item::Start(tag) if tag.name() == "table-row" => {
                row = u32::saturating_add(row, repeated);
                repeated = tag.number("number-rows-repeated").unwrap_or(1);
                if found.len() >= LOOKED {
                    break;
                }
            }
            Item::Start(tag) if tag.name() == "table-cell" && tag.attribute("value-type").is_some() => {
                match found.last_mut().filter(|(last, _)| *last == row) {
                    Some((_, cells)) => *cells += 1,
                    None => found.push((row, 1)),
                }
            }
            Item::End if ahead.is_behind() => break,
            Item::Start(_) | Item::End | Item::Text(_) => {}
        }
    }
    Ok(found)
}

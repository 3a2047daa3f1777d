//! What happens where the elements of an OpenDocument file end.

use super::super::super::readable::LINE;
use super::super::sheet::BAR;
use super::text::{Open, Walk};

impl Walk<'_, '_> {
    pub(super) fn end(&mut self, name: &str) -> Result<(), String> {
        match self.stack.pop() {
            Some(Open::Paragraph) => {
                self.open -= 1;
                if self.look.struck == Some(true) {
                    self.reader.flow.writer.end();
                }
                self.hidden -= usize::from(self.look.hidden == Some(true));
                if !self.in_cell {
                    self.end_paragraph(name)?;
                }
            }
            Some(Open::Span(stretches, hidden)) => {
                (0..stretches).for_each(|_| self.reader.flow.writer.end());
                self.hidden -= usize::from(hidden);
            }
            Some(Open::Item) => self.items -= 1,
            Some(Open::Titled) => self.titled -= 1,
            Some(Open::Part(outer)) => self.reader.flow.part = outer,
            Some(Open::Table) => self.reader.flow.tables.end(),
            Some(Open::Row) => {
                self.reader.flow.tables.end_row();
                self.reader.flow.writer.separate(LINE);
            }
            Some(Open::Cell) => {
                self.reader.flow.tables.end_cell();
                self.reader.flow.writer.separate_on_line(BAR);
            }
            Some(Open::Sheet) => {
                self.reader.before = self.grid.take().map_or(self.reader.before, |grid| grid.sheet.after());
            }
            Some(Open::SheetRow) => {
                self.reader.flow.writer.separate(LINE);
                self.grid.iter_mut().for_each(super::sheet::Grid::end_row);
            }
            Some(Open::SheetCell(struck)) => self.end_cell(struck, name)?,
            Some(Open::Other) | None => {}
        }
        Ok(())
    }

    /// Ends a paragraph; what stands in it as a text of its own follows.
    pub(super) fn end_paragraph(&mut self, name: &str) -> Result<(), String> {
        let look = std::mem::take(&mut self.look);
        if std::mem::take(&mut self.drops) {
            self.reader.flow.writer.drop_block();
        }
        self.reader.flow.end_paragraph(&look);
        self.read_inner(name)
    }

    /// Ends a cell of a sheet; what is remarked on it follows.
    fn end_cell(&mut self, struck: bool, name: &str) -> Result<(), String> {
        self.in_cell = false;
        if struck {
            self.reader.flow.writer.end();
        }
        if let Some(grid) = &mut self.grid {
            grid.end_cell(self.reader.flow.writer);
        }
        self.read_inner(name)?;
        self.grid.iter_mut().for_each(super::sheet::Grid::pass_cell);
        Ok(())
    }

    /// Reads what stood in the middle of a paragraph or cell.
    pub(super) fn read_inner(&mut self, name: &str) -> Result<(), String> {
        let outer = self.reader.flow.part;
        for (part, text) in std::mem::take(&mut self.inner) {
            self.reader.flow.part = part.unwrap_or(outer);
            self.reader.walk(name, &text, self.depth + 1)?;
        }
        self.reader.flow.part = outer;
        Ok(())
    }
}

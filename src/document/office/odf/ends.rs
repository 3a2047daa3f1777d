//! What happens where the elements of an OpenDocument file end.

use super::super::super::model::Kind;
use super::super::super::readable::LINE;
use super::super::sheet::BAR;
use super::part::Part;
use super::text::{Open, Walk};

impl Walk<'_, '_> {
    pub(super) fn end(&mut self, name: &str) -> Result<(), String> {
        match self.stack.pop() {
            Some(Open::Paragraph) => {
                self.open -= 1;
                if self.look.struck == Some(true) {
                    self.reader.writer.end();
                }
                self.hidden -= usize::from(self.look.hidden == Some(true));
                if !self.in_cell {
                    self.end_paragraph(name)?;
                }
            }
            Some(Open::Span(stretches, hidden)) => {
                (0..stretches).for_each(|_| self.reader.writer.end());
                self.hidden -= usize::from(hidden);
            }
            Some(Open::Item) => self.items -= 1,
            Some(Open::Titled) => self.titled -= 1,
            Some(Open::Part(outer)) => self.reader.part = outer,
            Some(Open::Table) => self.reader.tables.end(),
            Some(Open::Row) => {
                self.reader.tables.end_row();
                self.reader.writer.separate(LINE);
            }
            Some(Open::Cell) => {
                self.reader.tables.end_cell();
                self.reader.writer.separate_on_line(BAR);
            }
            Some(Open::Sheet) => {
                self.reader.before = self.grid.take().map_or(self.reader.before, |grid| grid.sheet.after());
            }
            Some(Open::SheetRow) => {
                self.reader.writer.separate(LINE);
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
            self.reader.writer.drop_block();
        }
        let reader = &mut *self.reader;
        let kind = reader.tables.cell().unwrap_or_else(|| reader.part.kind(&look));
        let landmark = reader.landmark(kind);
        let is_cell = matches!(kind, Kind::Cell(_));
        if reader.writer.end_block(kind, || landmark) {
            reader.paragraphs += u32::from(!is_cell && matches!(reader.part, Part::Body));
            if is_cell {
                reader.writer.separate(" ");
            }
        }
        self.read_inner(name)
    }

    /// Ends a cell of a sheet; what is remarked on it follows.
    fn end_cell(&mut self, struck: bool, name: &str) -> Result<(), String> {
        self.in_cell = false;
        if struck {
            self.reader.writer.end();
        }
        if let Some(grid) = &mut self.grid {
            grid.end_cell(self.reader.writer);
        }
        self.read_inner(name)?;
        self.grid.iter_mut().for_each(super::sheet::Grid::pass_cell);
        Ok(())
    }

    /// Reads what stood in the middle of a paragraph or cell.
    pub(super) fn read_inner(&mut self, name: &str) -> Result<(), String> {
        let outer = self.reader.part;
        for (part, text) in std::mem::take(&mut self.inner) {
            self.reader.part = part.unwrap_or(outer);
            self.reader.walk(name, &text, self.depth + 1)?;
        }
        self.reader.part = outer;
        Ok(())
    }
}

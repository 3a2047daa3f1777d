//! Tables: rows whose parts stand below one another.

use std::ops::Range;

use super::layout::{Role, Row, begins_item};

/// A part of a row: the row and the part in it.
pub(super) type Part = (usize, usize);

/// A cell with the parts of its text, in order.
#[derive(Debug)]
pub(super) struct Cell {
    /// Row of the table, from 0.
    pub(super) row: usize,
    /// Column of the table, from 0.
    pub(super) column: usize,
    /// Its parts.
    pub(super) parts: Vec<Part>,
}

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    /// The rows of the page that it takes.
    pub(super) rows: Range<usize>,
    /// Its cells, row by row.
    pub(super) cells: Vec<Cell>,
}

/// Most that rows of a table are apart, in parts of the size.
const APART: f64 = 4.0;

/// Most columns.
const COLUMNS: usize = 64;

/// The table that begins at a row, if one does.
pub(super) fn at(rows: &[Row], start: usize, leading: f64) -> Option<Table> {
    if !is_tabular(&rows[start]) {
        return None;
    }
    let mut columns = Columns::default();
    columns.take(&rows[start])?;
    let (mut end, mut tabular) = (start + 1, 1);
    while let Some(row) = rows.get(end) {
        let before = &rows[end - 1];
        let down = before.y - row.y;
        if row.role != Role::Body || row.page != before.page || down <= 0.0 || down > APART * row.size.max(before.size)
        {
            break;
        }
        if (row.size - before.size).abs() > 0.1 * before.size {
            break;
        }
        // A cell of several lines may begin above those beside it.
        let next = rows.get(end + 1).filter(|next| is_tabular(next) && next.page == row.page && next.y < row.y);
        let is_near = is_tight(before, row, leading) || next.is_some_and(|next| is_tight(row, next, leading));
        if !(is_tabular(row) || (is_near && row.parts.len() == 1 && columns.holds(row))) || columns.take(row).is_none()
        {
            break;
        }
        tabular += usize::from(is_tabular(row));
        end += 1;
    }
    let is_table = tabular >= 2 && columns.spans.len() >= 2;
    is_table.then(|| Table { rows: start..end, cells: columns.cells(&rows[start..end], start, leading) })
}

/// True if a row has parts that may be cells.
fn is_tabular(row: &Row) -> bool {
    let has_label = row.parts.first().is_some_and(|part| {
        let text = &part.words.text;
        begins_item(&format!("{text} x")) && text.chars().count() <= 4
    });
    let leads = row.parts.iter().any(|part| part.words.text.contains(". . .") || part.words.text.contains("...."));
    row.role == Role::Body && row.is_level && !leads && row.parts.len() >= if has_label { 3 } else { 2 }
}

/// The columns of a table as far as it is known.
#[derive(Default)]
struct Columns {
    /// Where each begins and ends, from left to right.
    spans: Vec<(f64, f64)>,
}

impl Columns {
    /// The columns that a stretch lies over.
    fn under(&self, from: f64, to: f64) -> Vec<usize> {
        (0..self.spans.len()).filter(|at| self.spans[*at].0 < to && from < self.spans[*at].1).collect()
    }

    /// True if a row of one part lies in one column and begins as it does or further right.
    fn holds(&self, row: &Row) -> bool {
        let part = &row.parts[0];
        let under = self.under(part.from, part.to);
        under.len() == 1 && under.iter().all(|at| part.from >= self.spans[*at].0 - row.size)
    }

    /// Takes the parts of a row; nothing if one of them lies over several columns.
    fn take(&mut self, row: &Row) -> Option<()> {
        let mut spans = Columns { spans: self.spans.clone() };
        for part in &row.parts {
            match spans.under(part.from, part.to).as_slice() {
                [] => {
                    let at = spans.spans.partition_point(|span| span.0 < part.from);
                    spans.spans.insert(at, (part.from, part.to));
                }
                [at] => {
                    let span = &mut spans.spans[*at];
                    *span = (span.0.min(part.from), span.1.max(part.to));
                }
                _ => return None,
            }
        }
        // What has grown together parts nothing any more.
        let is_parted = spans.spans.windows(2).all(|pair| pair[0].1 <= pair[1].0);
        if !is_parted || spans.spans.len() > COLUMNS {
            return None;
        }
        *self = spans;
        Some(())
    }

    /// The cells of the rows, the first of which has the number `first`.
    fn cells(&self, rows: &[Row], first: usize, leading: f64) -> Vec<Cell> {
        let mut cells: Vec<Cell> = Vec::new();
        let (mut number, mut begun) = (0, 0);
        // Where rows are apart, the lines of one are told by it.
        let apart = rows.windows(2).filter(|pair| pair[0].y - pair[1].y > 1.25 * leading * pair[1].size).count();
        for (at, row) in rows.iter().enumerate() {
            let columns: Vec<usize> =
                row.parts.iter().filter_map(|part| self.under(part.from, part.to).first().copied()).collect();
            let is_more = |before: &Row| {
                let is_unfinished = apart > 0 && before.parts.len() < self.spans.len();
                is_tight(before, row, leading) && (is_part(before, row, &columns) || is_unfinished || apart > 1)
            };
            if at > 0 && !is_more(&rows[at - 1]) {
                number += 1;
                begun = cells.len();
            }
            for (part, column) in columns.into_iter().enumerate() {
                match cells[begun..].iter_mut().find(|cell| cell.column == column) {
                    Some(cell) => cell.parts.push((first + at, part)),
                    None => cells.push(Cell { row: number, column, parts: vec![(first + at, part)] }),
                }
            }
            cells[begun..].sort_by_key(|cell| cell.column);
        }
        cells
    }
}

/// True if a row stands as near below another as lines do.
fn is_tight(before: &Row, row: &Row, leading: f64) -> bool {
    before.y - row.y <= 1.15 * leading * row.size
}

/// True if a row looks like a part of the one before it: it has nothing in the first column, or one part only.
fn is_part(before: &Row, row: &Row, columns: &[usize]) -> bool {
    (row.parts.len() == 1 || columns.first() != Some(&0)) && before.is_bold == row.is_bold
}

//! Tables: rows whose parts stand below one another.

use std::ops::Range;

use super::layout::{Role, Row, RowPart, begins_item};

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

/// A table, or the part of one on a further page.
#[derive(Debug)]
pub(super) struct Table {
    /// The rows of the page that it takes.
    pub(super) rows: Range<usize>,
    /// Its cells, row by row.
    pub(super) cells: Vec<Cell>,
    /// Its first row on its first page, with which it may begin on each.
    head: usize,
    /// How many rows it has, with those on the pages before.
    count: usize,
    columns: Columns,
}

/// Most that rows of a table are apart, in parts of the size.
const APART: f64 = 4.0;

/// Most columns.
const COLUMNS: usize = 64;

/// Most rows that the head of a table has, which may be repeated on further pages.
const HEAD: usize = 12;

/// How many rows are looked at for a second column.
const ROWS_OF_ONE: usize = 200;

/// The table that begins at a row, if one does.
pub(super) fn at(rows: &[Row], start: usize, leading: f64) -> Option<Table> {
    if !is_tabular(&rows[start]) {
        return None;
    }
    let mut columns = Columns::default();
    columns.take(&rows[start])?;
    let (end, tabular) = columns.grow(rows, start, leading);
    let is_table = tabular >= 2 && columns.spans.len() >= 2;
    is_table.then(|| {
        let (cells, count) = columns.cells(&rows[start..end], start, leading);
        Table { rows: start..end, cells, head: start, count, columns }
    })
}

/// What goes on at a row with the table that was the last of the page before. Rows that it began with are left out if they
/// are repeated.
pub(super) fn further(rows: &[Row], start: usize, before: &Table, leading: f64) -> Option<Table> {
    let last = &rows[before.rows.end - 1];
    if rows[start].role != Role::Body || rows[start].page != last.page + 1 {
        return None;
    }
    let head = rows[before.head..before.rows.end].iter().take(HEAD).zip(&rows[start..]);
    let first = start + head.take_while(|(own, again)| is_again(own, again)).count();
    let row = rows.get(first).filter(|row| row.page == rows[start].page && row.role == Role::Body)?;
    // What is heavier than the rows before may be the head of another table.
    let is_other = first == start && row.is_bold && !last.is_bold;
    if is_other || !is_tabular(row) || !before.columns.fit(row) {
        return None;
    }
    let mut columns = before.columns.clone();
    columns.take(row)?;
    let (end, _) = columns.grow(rows, first, leading);
    let (mut cells, count) = columns.cells(&rows[first..end], first, leading);
    cells.iter_mut().for_each(|cell| cell.row += before.count);
    Some(Table { rows: start..end, cells, head: before.head, count: before.count + count, columns })
}

/// True if a row says the same as another at the same place.
fn is_again(own: &Row, again: &Row) -> bool {
    /// How far apart the same place may be, in points.
    const SHIFT: f64 = 1.0;
    own.parts.len() == again.parts.len()
        && own.is_bold == again.is_bold
        && own
            .parts
            .iter()
            .zip(&again.parts)
            .all(|(own, again)| (own.from - again.from).abs() < SHIFT && own.words.text == again.words.text)
}

/// True if the row below another may be a row of the same table: each part of the upper one stands at the edge of one of its own.
pub(super) fn is_head_of(upper: &Row, lower: &Row) -> bool {
    /// How far apart the edges may be, in points.
    const SHIFT: f64 = 3.0;
    let near = |one: f64, other: f64| (one - other).abs() < SHIFT;
    let has_mate = |part: &RowPart| {
        lower.parts.iter().any(|own| {
            near(own.from, part.from) || near(own.to, part.to) || near(own.from + own.to, part.from + part.to)
        })
    };
    let down = upper.y - lower.y;
    let is_near = down > 0.0 && down <= APART * upper.size.max(lower.size);
    is_near && (2..=COLUMNS).contains(&upper.parts.len()) && lower.parts.len() >= 2 && upper.parts.iter().all(has_mate)
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
#[derive(Clone, Debug, Default)]
struct Columns {
    /// Where each begins and ends, from left to right.
    spans: Vec<(f64, f64)>,
}

impl Columns {
    /// Takes the rows below the first one as long as they fit; gives where they end, and how many have several parts.
    fn grow(&mut self, rows: &[Row], first: usize, leading: f64) -> (usize, usize) {
        let (mut end, mut tabular) = (first + 1, 1);
        while let Some(row) = rows.get(end) {
            let before = &rows[end - 1];
            let down = before.y - row.y;
            let is_apart = down <= 0.0 || down > APART * row.size.max(before.size);
            if row.role != Role::Body || row.page != before.page || is_apart {
                break;
            }
            if (row.size - before.size).abs() > 0.1 * before.size || (self.spans.len() < 2 && end > first + ROWS_OF_ONE)
            {
                break;
            }
            // A cell of several lines may begin above those beside it.
            let next = rows.get(end + 1).filter(|next| is_tabular(next) && next.page == row.page && next.y < row.y);
            let is_near = is_tight(before, row, leading) || next.is_some_and(|next| is_tight(row, next, leading));
            let is_of_it = is_tabular(row) || (is_near && row.parts.len() == 1 && self.holds(row));
            if !is_of_it || self.take(row).is_none() {
                break;
            }
            tabular += usize::from(is_tabular(row));
            end += 1;
        }
        (end, tabular)
    }

    /// True if each part of a row lies in a column of its own, in order.
    fn fit(&self, row: &Row) -> bool {
        let mut at = 0;
        row.parts.len() <= COLUMNS
            && row.parts.iter().all(|part| match self.under(part.from, part.to).as_slice() {
                [own] if *own >= at => {
                    at = own + 1;
                    true
                }
                _ => false,
            })
    }

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
        if row.parts.len() > COLUMNS {
            return None;
        }
        let mut spans = self.clone();
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

    /// The cells of the rows, the first of which has the number `first`, and how many rows they make.
    fn cells(&self, rows: &[Row], first: usize, leading: f64) -> (Vec<Cell>, usize) {
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
        (cells, number + 1)
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

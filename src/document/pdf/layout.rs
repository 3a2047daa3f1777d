//! Rows of pages become paragraphs, headings, items and cells.

use super::line::{Line, Words};
use super::rules::Rules;
use super::table::{self, Part, Table};
use super::write::{self, Shown};
use crate::document::model::{Block, Cell, Kind};

/// How a row belongs to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It is text.
    Body,
    /// It is the head or foot of a page.
    Running,
    /// It is one that was read on another page.
    Repeated,
}

/// A line of a page with its place in the readable text.
#[derive(Debug)]
pub(super) struct Row {
    /// Number of the page, from 1.
    pub(super) page: usize,
    /// Its parts, from left to right.
    pub(super) parts: Vec<RowPart>,
    /// Where it begins and ends.
    pub(super) from: f64,
    /// See `from`.
    pub(super) to: f64,
    /// The height of its base line.
    pub(super) y: f64,
    /// By how much the marks of notes in it stand above it; that parts it from the row before.
    pub(super) rise: f64,
    /// The size of most of it.
    pub(super) size: f64,
    /// True if it runs from left to right.
    pub(super) is_level: bool,
    /// True if all of it is heavy.
    pub(super) is_bold: bool,
    /// True if all of it is in signs of one width.
    pub(super) is_fixed: bool,
    /// True if the file says that it belongs to the page.
    pub(super) is_artifact: bool,
    /// True if it stands where the heads and feet of pages do, and is not all that its page has.
    pub(super) is_marginal: bool,
    /// How it belongs to the text.
    pub(super) role: Role,
    /// The level that the outline of the file gives it.
    pub(super) level: Option<u8>,
}

/// A part of a row.
#[derive(Debug)]
pub(super) struct RowPart {
    /// Its words.
    pub(super) words: Words,
    /// Where they begin in the readable text.
    pub(super) at: usize,
    /// Where it begins and ends on the page.
    pub(super) from: f64,
    /// See `from`.
    pub(super) to: f64,
}

impl Row {
    /// The row of a line; its parts are written to `text`.
    pub(super) fn of(line: &Line, page: usize, rules: &Rules, text: &mut String) -> Self {
        /// What parts the parts of a row in the text.
        const GAP: &str = "   ";
        let mut parts = Vec::new();
        for pieces in line.parts() {
            let words = Words::of(pieces, rules);
            let (Some(first), false) = (pieces.first(), words.text.trim().is_empty()) else { continue };
            if !parts.is_empty() {
                text.push_str(GAP);
            }
            let at = text.len();
            text.push_str(&words.text);
            let to = pieces.iter().fold(first.to, |to, piece| to.max(piece.to));
            parts.push(RowPart { words, at, from: first.from, to });
        }
        Self {
            page,
            parts,
            from: line.from,
            to: line.to,
            y: line.y,
            rise: line.rise(),
            size: line.size,
            is_level: line.angle == 0,
            is_bold: line.is_bold(),
            is_fixed: line.is_fixed(),
            is_artifact: line.is_artifact(),
            is_marginal: false,
            role: Role::Body,
            level: None,
        }
    }

    /// Its text.
    pub(super) fn text(&self) -> String {
        self.parts.iter().map(|part| part.words.text.as_str()).collect::<Vec<&str>>().join(" ")
    }

    fn first_char(&self) -> Option<char> {
        self.parts.first()?.words.text.chars().next()
    }

    /// True if it begins with the mark of a list item.
    fn begins_item(&self) -> bool {
        /// Longer than any mark, in characters.
        const MARK: usize = 8;
        let parts = self.parts.iter().take(MARK).flat_map(|part| part.words.text.chars().take(MARK).chain([' ']));
        begins_item(&parts.take(MARK).collect::<String>())
    }

    fn last_text(&self) -> &str {
        self.parts.last().map_or("", |part| part.words.text.as_str())
    }
}

/// True if a line begins with the mark of a list item.
pub(super) fn begins_item(line: &str) -> bool {
    let mut characters = line.chars();
    let first = characters.next();
    if first.is_some_and(|one| "•‣◦▪■●○–—*-·\u{F0B7}\u{2043}".contains(one)) {
        return characters.next() == Some(' ');
    }
    let open = line.strip_prefix('(').unwrap_or(line);
    let digits = open.len() - open.trim_start_matches(|one: char| one.is_ascii_digit()).len();
    let label = if digits > 0 { digits } else { usize::from(open.starts_with(|one: char| one.is_ascii_alphabetic())) };
    (1..3).contains(&label)
        && (open[label..].starts_with(") ")
            || (open.len() == line.len() && digits > 0 && open[label..].starts_with(". ")))
}

/// What is usual in a file.
#[derive(Debug)]
struct Usual {
    /// The size of most of its text.
    size: f64,
    /// How far its lines are apart, in parts of the size.
    leading: f64,
    /// Sizes of headings, the largest first.
    sizes: Vec<f64>,
}

/// Makes blocks of rows, in order.
pub(super) fn blocks(rows: &[Row], text: &str) -> Vec<Block> {
    let usual = Usual::of(rows);
    // Signs of one width say nothing where all are.
    let is_all_fixed = rows.iter().filter(|row| row.is_fixed).count() * 10 > rows.len() * 9;
    let shown = Shown { rows, text };
    let mut layout = Layout {
        rows,
        shown,
        usual,
        is_all_fixed,
        blocks: Vec::new(),
        open: Open::default(),
        head: Open::default(),
        tables: 0,
    };
    let (mut at, mut last) = (0, None);
    while at < rows.len() {
        let further = last.as_ref().and_then(|last| table::further(rows, at, last, layout.usual.leading));
        layout.tables += usize::from(further.is_none() && last.is_some() && rows[at].role == Role::Body);
        if let Some(table) = further.or_else(|| table::at(rows, at, layout.usual.leading)) {
            layout.flush();
            layout.flush_head();
            at = table.rows.end;
            layout.table(&table);
            last = Some(table);
            continue;
        }
        if rows[at].role == Role::Body {
            last = None;
        }
        layout.row(at);
        at += 1;
    }
    layout.flush();
    layout.flush_head();
    layout.blocks
}

/// The value that most weight lies on.
fn most(values: impl Iterator<Item = (u32, usize)>) -> Option<u32> {
    let mut weights = std::collections::BTreeMap::new();
    for (value, weight) in values {
        *weights.entry(value).or_insert(0) += weight;
    }
    weights.into_iter().max_by_key(|(_, weight)| *weight).map(|(value, _)| value)
}

impl Usual {
    fn of(rows: &[Row]) -> Self {
        let body = || rows.iter().filter(|row| row.role == Role::Body && row.is_level);
        let leading = leading(rows);
        let size = most(body().map(|row| (half_points(row.size), row.text().len())))
            .map_or(10.0, |size| f64::from(size) / 2.0);
        let mut sizes: Vec<u32> = body()
            .filter(|row| row.size >= LARGE * size && row.text().len() < HEADING)
            .map(|row| half_points(row.size))
            .collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes.dedup();
        sizes.truncate(usize::from(LOWEST));
        Self { size, leading, sizes: sizes.into_iter().map(|size| f64::from(size) / 2.0).collect() }
    }

    /// The level of a heading of a size.
    fn level(&self, size: f64) -> u8 {
        let at = self.sizes.iter().position(|own| half_points(*own) == half_points(size)).unwrap_or(self.sizes.len());
        u8::try_from(at + 1).unwrap_or(LOWEST).min(LOWEST)
    }
}

/// How far most lines of a file are apart, in parts of the size.
pub(super) fn leading(rows: &[Row]) -> f64 {
    let gaps = rows.windows(2).filter_map(|pair| {
        let gap = (pair[0].y - pair[1].y) / pair[1].size;
        let is_usual = pair[0].page == pair[1].page && half_points(pair[0].size) == half_points(pair[1].size);
        (is_usual && (0.9..3.0).contains(&gap)).then_some(((gap * 20.0).round() as u32, 1))
    });
    most(gaps).map_or(1.2, |gap| f64::from(gap) / 20.0)
}

/// How much larger than the text a heading is at least.
const LARGE: f64 = 1.12;

/// Longest heading, in bytes.
const HEADING: usize = 240;

/// The lowest level of a heading.
const LOWEST: u8 = 6;

pub(super) fn half_points(size: f64) -> u32 {
    (size * 2.0).round() as u32
}

struct Layout<'a> {
    rows: &'a [Row],
    shown: Shown<'a>,
    usual: Usual,
    is_all_fixed: bool,
    blocks: Vec<Block>,
    /// The paragraph that is open.
    open: Open,
    /// The paragraph of heads or feet that is open; one of the text may go on behind it.
    head: Open,
    tables: usize,
}

/// A paragraph that may go on.
struct Open {
    /// Its rows.
    rows: Vec<usize>,
    /// How far the longest of them reaches.
    widest: f64,
    /// True if all of them are heavy.
    is_bold: bool,
}

impl Default for Open {
    fn default() -> Self {
        Self { rows: Vec::new(), widest: f64::NEG_INFINITY, is_bold: true }
    }
}

impl Open {
    fn push(&mut self, at: usize, row: &Row) {
        self.rows.push(at);
        self.widest = self.widest.max(row.to);
        self.is_bold &= row.is_bold;
    }
}

impl Layout<'_> {
    fn row(&mut self, at: usize) {
        let row = &self.rows[at];
        match row.role {
            Role::Repeated => {}
            Role::Running => {
                let last = self.head.rows.last().map(|last| &self.rows[*last]);
                if !last.is_some_and(|last| is_below(last, row) && self.goes_on(&self.head, last, row)) {
                    self.flush_head();
                }
                self.head.push(at, row);
            }
            Role::Body => {
                self.flush_head();
                let last = self.open.rows.last().map(|last| &self.rows[*last]);
                if !last.is_some_and(|last| self.goes_on(&self.open, last, row)) {
                    self.flush();
                }
                self.open.push(at, row);
            }
        }
    }

    /// True if a row goes on with the paragraph whose last row is `before`.
    fn goes_on(&self, open: &Open, before: &Row, row: &Row) -> bool {
        let is_other = half_points(before.size).abs_diff(half_points(row.size)) > 1
            || before.is_level != row.is_level
            || before.is_fixed != row.is_fixed
            || before.level != row.level
            || row.begins_item();
        if is_other {
            return false;
        }
        if !is_below(before, row) {
            return is_torn(open, before, row);
        }
        let is_near = before.y - row.y - row.rise <= (1.2 * self.usual.leading).max(1.3) * row.size;
        let is_heading_end = !row.is_bold && open.is_bold;
        is_near && !is_heading_end && !self.begins_paragraph(open, before, row)
    }

    /// True if the shape of the lines shows that a paragraph has ended.
    fn begins_paragraph(&self, open: &Open, before: &Row, row: &Row) -> bool {
        let widest = open.widest.max(row.to);
        let is_short = before.to < before.from.min(row.from) + 0.7 * (widest - before.from.min(row.from));
        let is_item = open.rows.first().is_some_and(|first| self.rows[*first].begins_item());
        let shift = (row.from - before.from) / row.size;
        let is_indented = shift > 0.9 && !(is_item && open.rows.len() == 1);
        let is_moved = is_indented || (shift < -0.9 && open.rows.len() > 1);
        let begins = row.first_char().is_some_and(|one| !one.is_lowercase());
        begins && ends_sentence(before.last_text()) && (is_short || is_moved)
    }

    fn flush(&mut self) {
        let open = std::mem::take(&mut self.open).rows;
        self.write(self.kind(&open), &self.parts_of(&open));
    }

    fn flush_head(&mut self) {
        let open = std::mem::take(&mut self.head).rows;
        self.write(Kind::Text, &self.parts_of(&open));
    }

    /// All parts of rows.
    fn parts_of(&self, rows: &[usize]) -> Vec<Part> {
        rows.iter().flat_map(|at| (0..self.rows[*at].parts.len()).map(|part| (*at, part))).collect()
    }

    fn kind(&self, open: &[usize]) -> Kind {
        let rows: Vec<&Row> = open.iter().map(|at| &self.rows[*at]).collect();
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Kind::Text };
        let length: usize = rows.iter().map(|row| row.text().len()).sum();
        if let Some(level) = first.level {
            return Kind::Heading(level);
        }
        if rows.iter().all(|row| row.is_fixed) && !self.is_all_fixed {
            return Kind::Code;
        }
        let is_short = length < HEADING && first.is_level && first.first_char().is_some_and(char::is_alphanumeric);
        if is_short && first.size >= LARGE * self.usual.size {
            return Kind::Heading(self.usual.level(first.size));
        }
        let is_bold =
            rows.iter().all(|row| row.is_bold) && rows.len() <= 3 && !last.last_text().ends_with(['.', ',', ';', ':']);
        if is_short && is_bold && first.size >= 0.95 * self.usual.size {
            return Kind::Heading(self.usual.level(0.0));
        }
        if first.begins_item() {
            return Kind::Item;
        }
        let is_note = first.size <= 0.92 * self.usual.size
            && first.first_char().is_some_and(|one| one.is_ascii_digit() || "*†‡".contains(one));
        if is_note { Kind::Note } else { Kind::Text }
    }

    fn table(&mut self, table: &Table) {
        for table::Cell { row, column, parts } in &table.cells {
            let cell = Cell { table: self.tables, row: *row, column: *column };
            self.write(Kind::Cell(cell), parts);
        }
    }

    /// Writes parts of rows as one block.
    fn write(&mut self, kind: Kind, parts: &[Part]) {
        let with_code = kind != Kind::Code && !self.is_all_fixed;
        self.blocks.extend(write::block(kind, with_code, &self.shown, parts));
    }
}

/// True if a row stands below another on the same page.
fn is_below(before: &Row, row: &Row) -> bool {
    before.page == row.page && before.y > row.y && row.from <= before.to && before.from <= row.to
}

/// True if a sentence goes on over the end of a page or column.
fn is_torn(open: &Open, before: &Row, row: &Row) -> bool {
    let last = before.last_text();
    let goes_on = row.first_char().is_some_and(|one| one.is_lowercase() || one.is_ascii_digit() || one == '(');
    !before.is_bold
        && before.is_level
        && !ends_sentence(last)
        && (goes_on || last.ends_with(['-', '\u{AD}', '\u{2010}', '/']) || is_filled(open, before, row))
}

/// True if the last row of a paragraph is as long as its others, so that it goes on even with a large letter.
fn is_filled(open: &Open, before: &Row, row: &Row) -> bool {
    /// The part of the widest row that one fills of which the next word had no room.
    const FULL: f64 = 0.7;
    let widest = (open.widest - before.from).max(row.to - row.from);
    let is_paragraph = open.rows.len() > 1 || row.to - row.from >= before.to - before.from;
    let is_plain = before.parts.len() == 1 && row.parts.len() == 1 && !row.is_bold;
    is_plain && is_paragraph && before.to - before.from >= FULL * widest
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '\u{201D}', ')', ']', '\'']).ends_with(['.', ':', ';', '!', '?', '。'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_items_are_known() {
        assert!(["• one", "1. one", "12) one", "a) one", "(b) one", "– one"].iter().all(|line| begins_item(line)));
        assert!(
            !["one", "2013. It", "A. Vos", "-1 and", "1.2 Scope", "(one) two"].iter().any(|line| begins_item(line))
        );
    }
}

//! Rows of pages become paragraphs, headings, items and cells.

use super::line::{Line, Words};
use super::table::{self, Part, Table};
use crate::document::map::Prose;
use crate::document::model::Role as Said;
use crate::document::model::{Block, Cell, Kind, Mark};
use crate::source::Span;

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
    /// True if it is not all that the page has.
    pub(super) page_has_more: bool,
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
    pub(super) fn of(line: &Line, page: usize, rules: &[[f64; 3]], text: &mut String) -> Self {
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
            size: line.size,
            is_level: line.angle == 0,
            is_bold: line.is_bold(),
            is_fixed: line.is_fixed(),
            is_artifact: line.is_artifact(),
            page_has_more: false,
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
    let mut layout = Layout { rows, text, usual, blocks: Vec::new(), open: Vec::new(), tables: 0 };
    let mut at = 0;
    while at < rows.len() {
        if let Some(table) = table::at(rows, at, layout.usual.leading) {
            layout.flush();
            at = table.rows.end;
            layout.table(&table);
            continue;
        }
        layout.row(at);
        at += 1;
    }
    layout.flush();
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
        let size = most(body().map(|row| (half_points(row.size), row.text().len())))
            .map_or(10.0, |size| f64::from(size) / 2.0);
        let gaps = rows.windows(2).filter_map(|pair| {
            let gap = (pair[0].y - pair[1].y) / pair[1].size;
            let is_usual = pair[0].page == pair[1].page && half_points(pair[0].size) == half_points(pair[1].size);
            (is_usual && (0.9..3.0).contains(&gap)).then_some(((gap * 20.0).round() as u32, 1))
        });
        let leading = most(gaps).map_or(1.2, |gap| f64::from(gap) / 20.0);
        let mut sizes: Vec<u32> = body()
            .filter(|row| row.size >= LARGE * size && row.text().len() < HEADING)
            .map(|row| half_points(row.size))
            .collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes.dedup();
        Self { size, leading, sizes: sizes.into_iter().map(|size| f64::from(size) / 2.0).collect() }
    }

    /// The level of a heading of a size.
    fn level(&self, size: f64) -> u8 {
        let at = self.sizes.iter().position(|own| half_points(*own) == half_points(size)).unwrap_or(self.sizes.len());
        u8::try_from(at + 1).unwrap_or(LOWEST).min(LOWEST)
    }
}

/// How much larger than the text a heading is at least.
const LARGE: f64 = 1.12;

/// Longest heading, in bytes.
const HEADING: usize = 240;

/// The lowest level of a heading.
const LOWEST: u8 = 6;

fn half_points(size: f64) -> u32 {
    (size * 2.0).round() as u32
}

struct Layout<'a> {
    rows: &'a [Row],
    text: &'a str,
    usual: Usual,
    blocks: Vec<Block>,
    /// The rows of the paragraph that is open.
    open: Vec<usize>,
    tables: usize,
}

impl Layout<'_> {
    fn row(&mut self, at: usize) {
        let row = &self.rows[at];
        match row.role {
            // A paragraph may go on behind them.
            Role::Repeated => return,
            Role::Running => return self.write(Kind::Text, &parts_of(row, at)),
            Role::Body => {}
        }
        if let Some(last) = self.open.last()
            && !self.goes_on(&self.rows[*last], row)
        {
            self.flush();
        }
        self.open.push(at);
    }

    /// True if a row goes on with the paragraph whose last row is `before`.
    fn goes_on(&self, before: &Row, row: &Row) -> bool {
        let text = row.text();
        let is_other = half_points(before.size).abs_diff(half_points(row.size)) > 1
            || before.is_level != row.is_level
            || before.is_fixed != row.is_fixed
            || before.level != row.level
            || begins_item(&text);
        if is_other {
            return false;
        }
        let down = before.y - row.y;
        if before.page != row.page || down <= 0.0 || row.from > before.to || before.from > row.to {
            return is_torn(before, row);
        }
        let is_near = down <= (1.2 * self.usual.leading).max(1.3) * row.size;
        let is_heading_end = before.is_bold && !row.is_bold && self.open.iter().all(|at| self.rows[*at].is_bold);
        is_near && !is_heading_end && !self.begins_paragraph(before, row)
    }

    /// True if the shape of the lines shows that a paragraph has ended.
    fn begins_paragraph(&self, before: &Row, row: &Row) -> bool {
        let widest = self.open.iter().map(|at| self.rows[*at].to).fold(row.to, f64::max);
        let is_short = before.to < before.from.min(row.from) + 0.7 * (widest - before.from.min(row.from));
        let is_item = self.open.first().is_some_and(|first| begins_item(&self.rows[*first].text()));
        let shift = (row.from - before.from) / row.size;
        let is_indented = shift > 0.9 && !(is_item && self.open.len() == 1);
        let is_moved = is_indented || (shift < -0.9 && self.open.len() > 1);
        let begins = row.first_char().is_some_and(|one| !one.is_lowercase());
        begins && ends_sentence(before.last_text()) && (is_short || is_moved)
    }

    fn flush(&mut self) {
        let open = std::mem::take(&mut self.open);
        if !open.is_empty() {
            let parts: Vec<Part> = open.iter().flat_map(|at| parts_of(&self.rows[*at], *at)).collect();
            self.write(self.kind(&open), &parts);
        }
    }

    fn kind(&self, open: &[usize]) -> Kind {
        let rows: Vec<&Row> = open.iter().map(|at| &self.rows[*at]).collect();
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Kind::Text };
        let length: usize = rows.iter().map(|row| row.text().len()).sum();
        if let Some(level) = first.level {
            return Kind::Heading(level);
        }
        if rows.iter().all(|row| row.is_fixed) && !self.is_all_fixed() {
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
        if begins_item(&first.text()) {
            return Kind::Item;
        }
        let is_note = first.size <= 0.92 * self.usual.size
            && first.first_char().is_some_and(|one| one.is_ascii_digit() || "*†‡".contains(one));
        if is_note { Kind::Note } else { Kind::Text }
    }

    /// True if the whole file is in signs of one width, which says nothing then.
    fn is_all_fixed(&self) -> bool {
        self.rows.iter().filter(|row| row.is_fixed).count() * 10 > self.rows.len() * 9
    }

    fn table(&mut self, table: &Table) {
        for table::Cell { row, column, parts } in &table.cells {
            let cell = Cell { table: self.tables, row: *row, column: *column };
            self.write(Kind::Cell(cell), parts);
        }
        self.tables += 1;
    }

    /// Writes parts of rows as one block.
    fn write(&mut self, kind: Kind, parts: &[Part]) {
        let mut writer = Writer {
            prose: Prose::default(),
            marks: Vec::new(),
            with_code: kind != Kind::Code && !self.is_all_fixed(),
        };
        for (number, (row, part)) in parts.iter().enumerate() {
            let own = &self.rows[*row].parts[*part];
            let next = parts.get(number + 1);
            let Some((next_row, next_part)) = next else {
                writer.push(own, own.words.text.len());
                break;
            };
            let after = &self.rows[*next_row].parts[*next_part];
            let gap = Span::new(own.at + own.words.text.len(), after.at.max(own.at + own.words.text.len()));
            match Join::of(&own.words.text, &after.words.text, next_row != row) {
                Join::Blank => {
                    writer.push(own, own.words.text.len());
                    let line_end = self.text[gap.start..gap.end].contains('\n');
                    writer.prose.push_as(if line_end { '\n' } else { ' ' }, gap);
                }
                Join::Close => writer.push(own, own.words.text.len()),
                Join::WithoutLast(last) => writer.push(own, own.words.text.len() - last),
            }
        }
        if !writer.prose.text().trim().is_empty() {
            self.blocks.push(Block { kind, prose: writer.prose, marks: writer.marks });
        }
    }
}

fn parts_of(row: &Row, at: usize) -> Vec<Part> {
    (0..row.parts.len()).map(|part| (at, part)).collect()
}

struct Writer {
    prose: Prose,
    marks: Vec<Mark>,
    with_code: bool,
}

impl Writer {
    /// Appends the first `length` bytes of a part.
    fn push(&mut self, part: &RowPart, length: usize) {
        let words = &part.words;
        let mut stretches: Vec<(std::ops::Range<usize>, Said)> =
            words.struck.iter().map(|range| (range.clone(), Said::Struck)).collect();
        if self.with_code {
            stretches.extend(words.fixed.iter().map(|range| (range.clone(), Said::Code)));
        }
        let mut points: Vec<usize> = stretches.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
        points.extend([0, length]);
        points.retain(|point| *point <= length);
        points.sort_unstable();
        points.dedup();
        let mut reached = Vec::with_capacity(points.len());
        for (number, point) in points.iter().enumerate() {
            reached.push(self.prose.text().len());
            if let Some(next) = points.get(number + 1) {
                self.prose.push(&words.text[*point..*next], part.at + point);
            }
        }
        let place =
            |at: usize| points.iter().position(|point| *point == at).map_or(self.prose.text().len(), |at| reached[at]);
        self.marks.extend(
            stretches.into_iter().map(|(range, role)| Mark { range: place(range.start)..place(range.end), role }),
        );
    }
}

/// How two parts of a block are put together.
#[derive(Debug, PartialEq, Eq)]
enum Join {
    /// With something between them.
    Blank,
    /// As one word.
    Close,
    /// As one word, without the hyphen at the end of the first, of so many bytes.
    WithoutLast(usize),
}

impl Join {
    fn of(before: &str, after: &str, is_line_end: bool) -> Self {
        let mut ends = before.chars().rev();
        let (Some(last), Some(first), true) = (ends.next(), after.chars().next(), is_line_end) else {
            return Self::Blank;
        };
        let Some(before_last) = ends.next() else { return Self::Blank };
        let is_hyphen = matches!(last, '-' | '\u{2010}' | '\u{2011}' | '\u{AD}');
        if !first.is_alphanumeric() {
            // The year of an edition may have slipped to the next line.
            let is_year =
                first == ':' && last.is_ascii_digit() && after[1..].starts_with(|one: char| one.is_ascii_digit());
            return if is_year { Self::Close } else { Self::Blank };
        }
        if is_hyphen && before_last.is_lowercase() && first.is_lowercase() {
            return Self::WithoutLast(last.len_utf8());
        }
        let is_joint = is_hyphen || matches!(last, '/' | '\u{2013}');
        if is_joint && before_last.is_alphanumeric() { Self::Close } else { Self::Blank }
    }
}

/// True if a sentence goes on over the end of a page or column.
fn is_torn(before: &Row, row: &Row) -> bool {
    let last = before.last_text();
    let goes_on = row.first_char().is_some_and(|one| one.is_lowercase() || one.is_ascii_digit() || one == '(');
    !before.is_bold
        && before.is_level
        && !ends_sentence(last)
        && (goes_on || last.ends_with(['-', '\u{AD}', '\u{2010}', '/']))
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '\u{201D}', ')', ']', '\'']).ends_with(['.', ':', ';', '!', '?', '。'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_over_line_ends_are_joined() {
        assert_eq!(Join::of("ISO/IEC 20000-", "9 asks", true), Join::Close);
        assert_eq!(Join::of("ISO/", "IEC 20000", true), Join::Close);
        assert_eq!(Join::of("ISO/IEC 27001", ":2013 is", true), Join::Close);
        assert_eq!(Join::of("the stand-", "ards of", true), Join::WithoutLast(1));
        assert_eq!(Join::of("the stand\u{AD}", "ards of", true), Join::WithoutLast(2));
        assert_eq!(Join::of("one -", "two", true), Join::Blank);
        assert_eq!(Join::of("one", "two", true), Join::Blank);
        assert_eq!(Join::of("one-", "two", false), Join::Blank);
    }

    #[test]
    fn marks_of_items_are_known() {
        assert!(["• one", "1. one", "12) one", "a) one", "(b) one", "– one"].iter().all(|line| begins_item(line)));
        assert!(
            !["one", "2013. It", "A. Vos", "-1 and", "1.2 Scope", "(one) two"].iter().any(|line| begins_item(line))
        );
    }
}

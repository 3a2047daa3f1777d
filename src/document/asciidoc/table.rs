//! Tables: the cells between `|===` and `|===`, or of values parted by commas.

use std::ops::Range;

use super::super::line::{joined, lines};
use super::super::model::Kind;
use super::inline;
use super::reader::{Reader, Shared};

/// Most columns that cells are counted in.
const COLUMNS: usize = 1000;

/// A cell: how often, over how many columns and rows, in what style, and where its text stands.
#[derive(Debug, PartialEq)]
struct Cell {
    times: usize,
    columns: usize,
    rows: usize,
    style: Option<u8>,
    text: Range<usize>,
}

/// Reads the lines at `span`. `kind` holds the mark of the fence and the attributes above it.
pub(super) fn read(source: &str, span: Range<usize>, kind: (u8, &str), shared: &mut Shared) {
    let (fence, attributes) = kind;
    let format = named(attributes, "format");
    let separator = named(attributes, "separator").as_bytes().first().copied();
    let text = &source[span.clone()];
    let parted = |by: u8| separator.unwrap_or(by);
    let (cells, first) = match (fence, format) {
        (b',', _) | (_, "csv") => values(text, parted(b',')),
        (_, "tsv") => values(text, parted(b'\t')),
        (b':', _) | (_, "dsv") => values(text, parted(b':')),
        (b'!', _) => marked(text, parted(b'!')),
        _ => marked(text, parted(b'|')),
    };
    let styles = columns(attributes);
    let width = if styles.is_empty() { first } else { styles.len() };
    shared.tables.begin();
    shared.tables.begin_row();
    for cell in cells {
        for time in 0..cell.times {
            if shared.tables.width() >= width.max(1) {
                shared.tables.begin_row();
            }
            let column = shared.tables.width();
            let Some(kind) = shared.tables.begin_cell(cell.columns, cell.rows) else { continue };
            if time == 0 {
                let style = cell.style.or_else(|| styles.get(column).copied().flatten());
                let range = span.start + cell.text.start..span.start + cell.text.end;
                write(source, range, (kind, style == Some(b'a')), shared);
            }
        }
    }
    shared.tables.end();
}

/// Writes the text of a cell, read as a document of its own if `of.1`.
fn write(source: &str, range: Range<usize>, of: (Kind, bool), shared: &mut Shared) {
    let (kind, is_document) = of;
    let mut lines = lines(&source[range.clone()], range.start);
    lines.retain(|line| !is_comment(source, line.at));
    if is_document {
        Reader::of_cell(source, shared, kind).run(&lines);
        return;
    }
    for paragraph in lines.split(|line| line.text.trim().is_empty()) {
        inline::write(&joined(paragraph), kind, &mut shared.names, &mut shared.blocks);
    }
}

/// True if a comment begins at a place, which must be the beginning of a line.
fn is_comment(text: &str, at: usize) -> bool {
    let begins_line = at == 0 || text.as_bytes()[at - 1] == b'\n';
    begins_line && text[at..].starts_with("//") && !text[at..].starts_with("///")
}

/// The cells of a text in which a mark stands before each, and how many columns the first line has.
fn marked(text: &str, mark: u8) -> (Vec<Cell>, usize) {
    let mut cells: Vec<Cell> = Vec::new();
    let mut first = 0;
    let head = text.trim_start_matches(['\n', '\r', ' ']);
    let head_end = text.len() - head.len() + head.find('\n').unwrap_or(head.len());
    let (mut line, mut passed) = (0, 0);
    for at in memchr::memchr_iter(mark, text.as_bytes()) {
        line = memchr::memrchr(b'\n', &text.as_bytes()[passed..at]).map_or(line, |end| passed + end + 1);
        passed = at;
        if (at > 0 && text.as_bytes()[at - 1] == b'\\') || is_comment(text, line) {
            continue;
        }
        let least = cells.last().map_or(0, |cell| cell.text.start);
        let (mut cell, start) = specified(&text[least..at]);
        if let Some(last) = cells.last_mut() {
            last.text.end = least + start;
        }
        cell.text = at + 1..text.len();
        if at < head_end {
            first += cell.times * cell.columns;
        }
        cells.push(cell);
    }
    (cells, first.min(COLUMNS))
}

/// The cell that the signs before its mark describe, `2+^.>a`, and where they begin.
fn specified(before: &str) -> (Cell, usize) {
    let plain = || Cell { times: 1, columns: 1, rows: 1, style: None, text: 0..0 };
    let start = before.rfind([' ', '\t', '\n', '\r']).map_or(0, |at| at + 1);
    let signs = &before[start..];
    let number = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut cell = plain();
    let digits = number(signs);
    let point = &signs[digits..];
    let further = point.strip_prefix('.').map_or(0, number);
    let after = digits + if further > 0 { further + 1 } else { 0 };
    let value = |text: &str| text.parse().unwrap_or(1).clamp(1, COLUMNS);
    let mut rest = &signs[after..];
    if after > 0 {
        match rest.as_bytes().first() {
            Some(b'+') => {
                (cell.columns, cell.rows) = (value(&signs[..digits]), value(point.get(1..=further).unwrap_or("")));
            }
            Some(b'*') => cell.times = value(&signs[..digits]),
            _ => return (plain(), before.len()),
        }
        rest = &rest[1..];
    }
    let align = |text: &str| usize::from(text.starts_with(['<', '^', '>']));
    rest = &rest[align(rest)..];
    if let Some(upright) = rest.strip_prefix('.').filter(|text| align(text) == 1) {
        rest = &upright[1..];
    }
    match rest.as_bytes() {
        [] => {}
        [style] if b"adehlmsv".contains(style) => cell.style = Some(*style),
        _ => return (plain(), before.len()),
    }
    (cell, start)
}

/// The cells of lines of values, and how many the first line has.
fn values(text: &str, separator: u8) -> (Vec<Cell>, usize) {
    let bytes = text.as_bytes();
    let mut cells = Vec::new();
    let mut first = None;
    let push = |cells: &mut Vec<Cell>, range: Range<usize>| {
        cells.push(Cell { times: 1, columns: 1, rows: 1, style: None, text: range });
    };
    let (mut start, mut quoted) = (0, false);
    for (at, byte) in bytes.iter().copied().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                if !text[start..at].trim().is_empty() || bytes[..start].last() == Some(&separator) {
                    push(&mut cells, unquoted(text, start..at));
                    first.get_or_insert(cells.len());
                }
                start = at + 1;
            }
            _ if byte == separator && !quoted => {
                push(&mut cells, unquoted(text, start..at));
                start = at + 1;
            }
            _ => {}
        }
    }
    if start < text.len() {
        push(&mut cells, unquoted(text, start..text.len()));
    }
    let count = cells.len();
    (cells, first.unwrap_or(count))
}

/// A value without the quotation marks around it.
fn unquoted(text: &str, range: Range<usize>) -> Range<usize> {
    let own = &text[range.clone()];
    let start = range.start + own.len() - own.trim_start().len();
    let end = start + own.trim().len();
    if end > start + 1 && text[start..end].starts_with('"') && text[start..end].ends_with('"') {
        return start + 1..end - 1;
    }
    start..end
}

/// The value of a named attribute: `csv` in `format=csv,options="header"`.
fn named<'a>(attributes: &'a str, name: &str) -> &'a str {
    let starts = |at: &usize| {
        let free = *at == 0 || !attributes.as_bytes()[at - 1].is_ascii_alphanumeric();
        free && attributes[at + name.len()..].trim_start().starts_with('=')
    };
    let Some(at) = attributes.match_indices(name).map(|(at, _)| at).find(starts) else { return "" };
    let value = attributes[at + name.len()..].trim_start()[1..].trim_start();
    match value.as_bytes().first() {
        Some(quote @ (b'"' | b'\'')) => value[1..].split(char::from(*quote)).next().unwrap_or_default(),
        _ => value.split(',').next().unwrap_or_default().trim(),
    }
}

/// The style of each column: `cols="1,2a,3*"`.
fn columns(attributes: &str) -> Vec<Option<u8>> {
    let mut styles = Vec::new();
    let value = named(attributes, "cols");
    for part in value.split([',', ';']).map(str::trim).filter(|_| !value.is_empty()) {
        let (times, rest) =
            part.split_once('*').map_or((1, part), |(times, rest)| (times.trim().parse().unwrap_or(1), rest));
        let style = rest.bytes().last().filter(|byte| b"adehlmsv".contains(byte));
        let left = COLUMNS.saturating_sub(styles.len());
        styles.extend(std::iter::repeat_n(style, times.min(left)));
    }
    styles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_and_their_signs_are_read() {
        let text = "|A |B \\| b\n\n2+^.>a|C\n.2+|D\n3*e|E | F 2|G\n";
        let (cells, first) = marked(text, b'|');
        let shown: Vec<(usize, usize, usize, Option<u8>, &str)> = cells
            .iter()
            .map(|one| (one.times, one.columns, one.rows, one.style, text[one.text.clone()].trim()))
            .collect();
        assert_eq!(
            shown,
            [
                (1, 1, 1, None, "A"),
                (1, 1, 1, None, "B \\| b"),
                (1, 2, 1, Some(b'a'), "C"),
                (1, 1, 2, None, "D"),
                (3, 1, 1, Some(b'e'), "E"),
                (1, 1, 1, None, "F 2"),
                (1, 1, 1, None, "G"),
            ]
        );
        assert_eq!(first, 2);
    }

    #[test]
    fn lines_of_comments_are_no_part_of_a_cell() {
        let text = "|===\n|Old |Since\n\n// not | here\n|ISO 1:2013 |2014\n|a // b\n// nor here\n|c\n|===\n";
        let blocks = crate::document::Format::AsciiDoc.read(text, None).blocks;
        let words: Vec<&str> =
            blocks.iter().map(|block| block.prose.text().trim()).filter(|text| !text.is_empty()).collect();
        assert_eq!(words, ["Old", "Since", "ISO 1:2013", "2014", "a // b", "c"]);
    }

    #[test]
    fn values_and_columns_are_counted() {
        let text = "a,\"b, \"\"c\"\"\"\n\nd,\n";
        let (cells, first) = values(text, b',');
        let shown: Vec<&str> = cells.iter().map(|one| &text[one.text.clone()]).collect();
        assert_eq!((shown, first), (vec!["a", "b, \"\"c\"\"", "d", ""], 2));
        assert_eq!(columns("%header,cols=\"1,2a, 2*>l\""), [None, Some(b'a'), Some(b'l'), Some(b'l')]);
        assert_eq!(columns("cols=3*"), [None; 3]);
    }
}

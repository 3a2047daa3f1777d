//! Tables: drawn as a grid, with borders above and below, or written as lists and values.

use std::ops::Range;

use super::super::model::Kind;
use super::directive::Directive;
use super::line::{self, Line};
use super::reader::{Context, Reader};

/// Most cells in a row.
const COLUMNS: usize = 1000;

/// Reads the table that `lines` begin with; gives how many were read.
pub(super) fn read<'a>(reader: &mut Reader<'a>, lines: &[Line<'a>], context: Context) -> Option<usize> {
    if line::is_grid(lines[0].text) {
        return grid(reader, lines, context);
    }
    let columns = line::columns(&lines[0], '=').filter(|columns| columns.len() > 1)?;
    simple(reader, lines, &columns, context)
}

/// The part of a line between two columns of the block, counted in characters as wide as they are drawn.
fn cut<'a>(own: &Line<'a>, columns: &Range<usize>) -> Line<'a> {
    let mut column = own.indent;
    let (mut start, mut end) = (own.text.len(), own.text.len());
    for (at, one) in own.text.char_indices() {
        if column >= columns.start && at < start {
            start = at;
        }
        if column >= columns.end {
            end = at;
            break;
        }
        column += width(one);
    }
    let start = if own.indent >= columns.end { end.min(start) } else { start };
    let text = if own.indent >= columns.end { "" } else { &own.text[start.min(end)..end] };
    let line = Line::new(text, own.at + start.min(end));
    Line { indent: line.indent + own.indent.saturating_sub(columns.start), ..line }
}

/// How many columns a character is drawn over.
fn width(one: char) -> usize {
    match u32::from(one) {
        0x300..=0x36F | 0x200B..=0x200F => 0,
        0x1100..=0x115F
        | 0x2E80..=0xA4CF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF00..=0xFF60
        | 0xFFE0..=0xFFE6 => 2,
        _ => 1,
    }
}

/// Over how many columns of the block a line is drawn, with the blanks before it.
fn drawn_width(own: &Line<'_>) -> usize {
    own.indent + own.text.chars().map(width).sum::<usize>()
}

/// The character of a line that is drawn in a column of the block.
fn sign(own: &Line<'_>, column: usize) -> Option<char> {
    let mut at = own.indent;
    for one in own.text.chars() {
        if at >= column {
            return (at == column).then_some(one);
        }
        at += width(one);
    }
    None
}

/// A grid: rows are parted by lines that begin with `+`; a cell may reach over borders that its lines do not show.
fn grid<'a>(reader: &mut Reader<'a>, lines: &[Line<'a>], context: Context) -> Option<usize> {
    let drawn = |line: &Line<'_>| line.indent == 0 && line.text.starts_with(['+', '|']);
    let end = lines.iter().position(|line| !drawn(line)).unwrap_or(lines.len());
    let borders: Vec<usize> = (0..end).filter(|at| lines[*at].text.starts_with('+')).collect();
    if borders.len() < 2 {
        return None;
    }
    let mut corners: Vec<usize> = Vec::new();
    for at in &borders {
        corners.extend(lines[*at].text.char_indices().filter(|(_, one)| *one == '+').map(|(at, _)| at));
    }
    corners.sort_unstable();
    corners.dedup();
    corners.truncate(COLUMNS);
    reader.tables.begin();
    for pair in borders.windows(2) {
        let rows = &lines[pair[0] + 1..pair[1]];
        reader.tables.begin_row();
        let is_wider = |row: &Line<'_>| corners.last().is_some_and(|last| drawn_width(row) > last + 1);
        if rows.iter().any(is_wider) {
            whole_row(reader, rows, corners.len() - 1, context);
            continue;
        }
        let mut from = 0;
        while from + 1 < corners.len() {
            let is_wall = |to: &usize| rows.iter().all(|row| matches!(sign(row, corners[*to]), Some('|' | '+')));
            let to = (from + 1..corners.len()).find(is_wall).unwrap_or(corners.len() - 1);
            let inner: Vec<Line<'a>> = rows.iter().map(|row| cell_line(row, corners[from] + 1..corners[to])).collect();
            if let Some(kind) = reader.tables.begin_cell(to - from, 1) {
                reader.body(&line::dedented(&inner), Context { kind, depth: context.depth + 1 });
            }
            from = to;
        }
    }
    reader.tables.end();
    Some(end)
}

/// A row whose words do not stand between the borders: nobody knows what of it belongs to which cell, so it is one.
fn whole_row<'a>(reader: &mut Reader<'a>, row: &[Line<'a>], columns: usize, context: Context) {
    if let Some(kind) = reader.tables.begin_cell(columns, 1) {
        reader.body(&line::dedented(row), Context { kind, depth: context.depth + 1 });
    }
}

/// A line of a cell; a border in it, of a neighbour that ends here, is no text.
fn cell_line<'a>(row: &Line<'a>, columns: Range<usize>) -> Line<'a> {
    let part = cut(row, &columns);
    if line::is_grid(part.text) || (part.text.len() > 2 && part.text.bytes().all(|byte| b"+-=".contains(&byte))) {
        return Line { text: "", ..part };
    }
    part
}

/// Columns under borders of `=`; a line with nothing in the first column goes on with the row above.
fn simple<'a>(
    reader: &mut Reader<'a>,
    lines: &[Line<'a>],
    columns: &[Range<usize>],
    context: Context,
) -> Option<usize> {
    let is_border = |line: &Line<'_>| line.indent == 0 && line::columns(line, '=').is_some();
    let last = (1..lines.len()).filter(|at| is_border(&lines[*at]));
    let ends = |at: &usize| lines.get(at + 1).is_none_or(Line::is_blank);
    let end = last.take(3).find(ends)?;
    let mut columns = columns[..columns.len().min(COLUMNS)].to_vec();
    if let Some(rightmost) = columns.last_mut() {
        rightmost.end = usize::MAX;
    }
    reader.tables.begin();
    let mut row: Vec<Line<'a>> = Vec::new();
    for line in &lines[1..end] {
        let spans = line::columns(line, '-').or_else(|| line::columns(line, '=')).filter(|_| line.indent == 0);
        let begins = !cut(line, &columns[0]).is_blank() || line.is_blank();
        if is_border(line) || spans.is_some() || begins {
            let own = spans.map_or_else(|| columns.clone(), |spans| widened(&columns, &spans));
            simple_row(reader, &row, (&columns, &own), context);
            row.clear();
        }
        if !is_border(line) && line::columns(line, '-').filter(|_| line.indent == 0).is_none() && !line.is_blank() {
            row.push(*line);
        }
    }
    simple_row(reader, &row, (&columns, &columns), context);
    reader.tables.end();
    Some(end + 1)
}

/// The columns of a row over which `-` is drawn: each reaches up to where the next begins.
fn widened(columns: &[Range<usize>], spans: &[Range<usize>]) -> Vec<Range<usize>> {
    let end = |at: usize| columns.iter().find(|one| one.end >= spans[at].end).map_or(usize::MAX, |one| one.end);
    (0..spans.len()).map(|at| spans[at].start..end(at)).collect()
}

/// A row of a simple table; `of` holds the columns of the table and those of the row.
fn simple_row<'a>(reader: &mut Reader<'a>, row: &[Line<'a>], of: (&[Range<usize>], &[Range<usize>]), context: Context) {
    if row.is_empty() {
        return;
    }
    reader.tables.begin_row();
    let margins = of.1.windows(2).map(|two| two[0].end..two[1].start).filter(|margin| !margin.is_empty());
    if margins.into_iter().any(|margin| row.iter().any(|line| !cut(line, &margin).is_blank())) {
        return whole_row(reader, row, of.0.len(), context);
    }
    for (at, range) in of.1.iter().enumerate() {
        let next = of.1.get(at + 1).map_or(usize::MAX, |next| next.start);
        let over = of.0.iter().filter(|one| one.start >= range.start && one.start < next).count();
        let inner: Vec<Line<'a>> =
            row.iter().map(|line| cut(line, &(range.start..next.min(range.end.max(range.start))))).collect();
        if let Some(kind) = reader.tables.begin_cell(over, 1) {
            reader.body(&line::dedented(&inner), Context { kind, depth: context.depth + 1 });
        }
    }
}

/// A list of lists: each item of the outer one is a row.
pub(super) fn of_list<'a>(reader: &mut Reader<'a>, directive: &Directive<'a>, context: Context) {
    reader.paragraph(&directive.argument, context.kind);
    reader.tables.begin();
    for row in items(&directive.content) {
        reader.tables.begin_row();
        for cell in items(&row).into_iter().take(COLUMNS) {
            if let Some(kind) = reader.tables.begin_cell(1, 1) {
                reader.body(&cell, Context { kind, depth: context.depth + 1 });
            }
        }
    }
    reader.tables.end();
}

/// The items of a list, each as lines of its own.
fn items<'a>(lines: &[Line<'a>]) -> Vec<Vec<Line<'a>>> {
    let lines = line::dedented(lines);
    let mut found: Vec<Vec<Line<'a>>> = Vec::new();
    let mut least = 0;
    for own in lines {
        match line::item(own.text).filter(|_| own.indent == 0) {
            Some(words) => {
                least = own.text[..words].chars().count();
                // What stands behind the sign may be an item itself, and the lines below go on with it.
                found.push(vec![own.after(words)]);
            }
            None => {
                if let Some(last) = found.last_mut() {
                    last.push(Line { indent: own.indent.saturating_sub(least), ..own });
                }
            }
        }
    }
    found
}

/// Lines of values parted by commas.
pub(super) fn of_values<'a>(reader: &mut Reader<'a>, directive: &Directive<'a>, context: Context) {
    reader.paragraph(&directive.argument, context.kind);
    let separator = match directive.option("delim").map(|line| line.text) {
        Some("tab") => '\t',
        Some("space") => ' ',
        Some(sign) => sign.chars().next().unwrap_or(','),
        None => ',',
    };
    reader.tables.begin();
    let mut quoted = false;
    let mut cell: Option<(Kind, Vec<Line<'a>>)> = None;
    for line in directive.option("header").iter().chain(&directive.content).filter(|line| !line.is_blank()) {
        // A value that a line end stands in goes on in the cell where it began.
        if !quoted {
            reader.tables.begin_row();
        }
        for (value, goes_on) in values(line, separator, &mut quoted).into_iter().take(COLUMNS) {
            if let Some((_, lines)) = cell.as_mut().filter(|_| goes_on) {
                lines.push(value);
                continue;
            }
            let before = cell.take();
            cell = reader.tables.begin_cell(1, 1).map(|kind| (kind, vec![value]));
            before.into_iter().for_each(|(kind, lines)| reader.paragraph(&lines, kind));
        }
    }
    cell.into_iter().for_each(|(kind, lines)| reader.paragraph(&lines, kind));
    reader.tables.end();
}

/// The values of a line, each with true if it goes on from the line above; `quoted` tells if one is open at its ends.
fn values<'a>(own: &Line<'a>, separator: char, quoted: &mut bool) -> Vec<(Line<'a>, bool)> {
    let mut found = Vec::new();
    let (mut start, mut goes_on) = (0, *quoted);
    let mut push = |range: Range<usize>, goes_on: bool| {
        let words = own.text[range.clone()].trim();
        let at = range.start + own.text[range].find(words).unwrap_or(0);
        let bare = words.strip_prefix('"').filter(|_| !goes_on).unwrap_or(words);
        let at = at + words.len() - bare.len();
        let bare = bare.strip_suffix('"').unwrap_or(bare);
        found.push((Line { text: bare, at: own.at + at, indent: 0 }, goes_on));
    };
    for (at, one) in own.text.char_indices() {
        if one == '"' {
            *quoted = !*quoted;
        } else if one == separator && !*quoted {
            push(start..at, goes_on);
            (start, goes_on) = (at + one.len_utf8(), false);
        }
    }
    push(start..own.text.len(), goes_on);
    found
}

/// The kind of a cell in a test.
#[cfg(test)]
pub(super) fn cell(row: usize, column: usize) -> super::super::model::Kind {
    super::super::model::Kind::Cell(super::super::model::Cell { table: 0, row, column })
}

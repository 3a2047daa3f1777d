//! The reader of tables in which commas, semicolons, tabs or bars part the cells.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::super::model::{Block, Cell, Document, Fault, Kind};
use super::piece::{Form, Piece};
use super::value::{self, Reading};
use super::window::Kept;
use crate::source::floor;

/// Name of the format in notes.
const NAME: &str = "CSV";

/// Longest cell, in bytes; a quote that was never closed would make one of all that follows.
const CELL: usize = 64 << 10;

/// Most cells of a row; those behind them are texts of their own.
const MOST_CELLS: usize = 200;

/// Signs that may part cells.
const SEPARATORS: &[u8] = b",;\t|";

/// How many bytes are looked at to tell what parts the cells.
const HEAD: usize = 4096;

/// What the rows of a table need to know of those above.
#[derive(Debug)]
pub struct Sheet {
    /// The heads.
    pub(super) heads: Vec<Block>,
    separator: u8,
    row: usize,
}

/// Reads a window of a table that goes on where the last one ended; what parts its cells is guessed if it is not given.
pub(in super::super) fn read_on(
    text: &str,
    anchors: Option<&[usize]>,
    kept: &mut Kept,
    separator: Option<u8>,
) -> Document {
    let mut at = 0;
    let sheet = kept.sheet.get_or_insert_with(|| {
        let (declared, length) = declaration(text);
        at = length;
        let separator = separator.or(declared).unwrap_or_else(|| guess(&text[length..]));
        Sheet { heads: Vec::new(), separator, row: 0 }
    });
    let reader = |quoting| ReaderBuilder::new().delimiter(sheet.separator).quoting(quoting).build();
    let (quoted, plain) = (reader(true), reader(false));
    let mut table = Table { text, anchors, at, sheet, quoted, plain, document: Document::default() };
    if at > 0 {
        table.cell(&Piece { raw: text[..at].trim_end(), at: 0, form: Form::Plain }, Kind::Text);
    }
    while table.at < text.len() {
        table.row();
    }
    table.document
}

/// The first line of a spreadsheet that says what parts its cells: `sep=;`.
fn declaration(text: &str) -> (Option<u8>, usize) {
    let Some(rest) = text.strip_prefix("sep=") else { return (None, 0) };
    let line = text.find('\n').map_or(text.len(), |end| end + 1);
    (rest.bytes().next().filter(|one| SEPARATORS.contains(one)), line)
}

/// The sign that stands equally often, and most often, in the first lines outside quotes.
fn guess(text: &str) -> u8 {
    let lines: Vec<&str> = text[..floor(text, HEAD)].lines().filter(|line| !line.is_empty()).take(5).collect();
    let counts = |sign: u8| {
        lines.iter().map(move |line| {
            line.split('"').step_by(2).map(|part| part.bytes().filter(|one| *one == sign).count()).sum::<usize>()
        })
    };
    let score = |sign: u8| {
        let (least, most) = (counts(sign).min().unwrap_or(0), counts(sign).max().unwrap_or(0));
        (least, usize::from(most > 0))
    };
    SEPARATORS.iter().copied().rev().max_by_key(|sign| score(*sign)).unwrap_or(b',')
}

struct Table<'a> {
    text: &'a str,
    anchors: Option<&'a [usize]>,
    at: usize,
    sheet: &'a mut Sheet,
    /// Knows quotes.
    quoted: Reader,
    /// Takes quotes for signs like others.
    plain: Reader,
    document: Document,
}

impl<'a> Table<'a> {
    /// Reads the row that begins here.
    fn row(&mut self) {
        let start = self.at;
        let mut cells = self.cells(true);
        if cells.iter().any(|cell| cell.raw.len() > CELL || cell.raw.starts_with('"')) {
            // The quote was never closed, or is none: its line is read by the signs that part cells alone.
            self.document.fault = self.document.fault.or(Some(Fault { at: start, format: NAME }));
            self.at = start;
            cells = self.cells(false);
        }
        if cells.iter().all(|cell| cell.raw.is_empty()) {
            return;
        }
        let row = self.sheet.row;
        self.sheet.row += 1;
        if row == 0 || self.wants(start) {
            for (column, cell) in cells.iter().enumerate() {
                let is_cell = column < MOST_CELLS;
                self.cell(cell, if is_cell { Kind::Cell(Cell { table: 0, row, column }) } else { Kind::Text });
            }
        }
        if row == 0 {
            self.sheet.heads = self.document.blocks.clone();
        }
    }

    /// True if a citation may begin between `start` and here.
    fn wants(&self, start: usize) -> bool {
        let Some(anchors) = self.anchors else { return true };
        anchors.get(anchors.partition_point(|at| *at < start)).is_some_and(|at| *at < self.at)
    }

    /// The cells of a row as they are written, quotes left out.
    fn cells(&mut self, quoting: bool) -> Vec<Piece<'a>> {
        let mut cells = Vec::new();
        let mut unused = [0; 256];
        let mut start = self.at;
        if quoting {
            self.quoted.reset()
        } else {
            self.plain.reset()
        }
        loop {
            let input = &self.text.as_bytes()[self.at..];
            let reader = if quoting { &mut self.quoted } else { &mut self.plain };
            let (result, taken, _) = reader.read_field(input, &mut unused);
            self.at += taken;
            match result {
                ReadFieldResult::OutputFull => {}
                ReadFieldResult::InputEmpty if taken > 0 => {}
                ReadFieldResult::Field { record_end } => {
                    cells.push(self.piece(start, self.at));
                    start = self.at;
                    if record_end {
                        return cells;
                    }
                }
                ReadFieldResult::InputEmpty | ReadFieldResult::End => {
                    if self.at > start {
                        cells.push(self.piece(start, self.at));
                    }
                    self.at = self.at.max(self.text.len());
                    return cells;
                }
            }
        }
    }

    /// The cell between two bytes, of which the last may be the sign that ends it.
    fn piece(&self, start: usize, end: usize) -> Piece<'a> {
        let whole = &self.text[start..end];
        let body = whole.trim_start_matches(['\n', '\r']);
        let at = end - body.len();
        let raw = body.trim_end_matches(['\n', '\r']);
        let separator = char::from(self.sheet.separator);
        let raw = if raw.len() == body.len() { raw.strip_suffix(separator).unwrap_or(raw) } else { raw };
        match raw.trim_end_matches(' ').strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(inner) => Piece { raw: inner, at: at + 1, form: Form::Doubled(b'"') },
            None => Piece { raw, at, form: Form::Plain },
        }
    }

    fn cell(&mut self, piece: &Piece<'_>, kind: Kind) {
        match value::read(piece.prose()) {
            Reading::One(prose, marks) if !prose.is_empty() => self.document.blocks.push(Block { kind, prose, marks }),
            Reading::One(..) => {}
            Reading::Many(blocks) => {
                self.document.blocks.extend(blocks.into_iter().map(|block| Block { kind, ..block }));
            }
        }
    }
}

/// Where the first window of `bytes` ends: behind the last line that ends outside quotes; nothing if there is none.
#[must_use]
pub(in super::super) fn cut(bytes: &[u8]) -> Option<usize> {
    let mut quoted = false;
    let mut end = 0;
    let mut at = 0;
    while let Some(found) = memchr::memchr2(b'"', b'\n', &bytes[at..]) {
        at += found + 1;
        if bytes[at - 1] == b'"' {
            quoted = !quoted;
        } else if !quoted {
            end = at;
        }
    }
    if end > bytes.len() / 4 { Some(end) } else { memchr::memrchr(b'\n', bytes).map(|last| last + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Document {
        read_on(source, None, &mut Kept::whole(), None)
    }

    fn cells(source: &str) -> Vec<(usize, usize, String)> {
        let text = |block: Block| match block.kind {
            Kind::Cell(cell) => (cell.row, cell.column, block.prose.text().to_owned()),
            _ => (0, 99, block.prose.text().to_owned()),
        };
        read(source).blocks.into_iter().map(text).collect()
    }

    fn owned(found: &[(usize, usize, &str)]) -> Vec<(usize, usize, String)> {
        found.iter().map(|(row, column, text)| (*row, *column, (*text).to_owned())).collect()
    }

    #[test]
    fn quotes_line_ends_and_empty_cells_are_read() {
        let source = "a,\"b \"\"c\"\"\",d\r\n\r\n\"x\r\ny\",,z\r\nlast,";
        let expected = [(0, 0, "a"), (0, 1, "b \"c\""), (0, 2, "d"), (1, 0, "x\ny"), (1, 2, "z"), (2, 0, "last")];
        assert_eq!(cells(source), owned(&expected));
    }

    #[test]
    fn what_parts_cells_is_guessed() {
        for separator in [',', ';', '\t', '|'] {
            let source = format!("a{separator}\"b, c; d\"\nx{separator}y\n");
            assert_eq!(cells(&source).len(), 4, "{separator:?}");
        }
        assert_eq!(cells("sep=;\na,b;c\n"), owned(&[(0, 99, "sep=;"), (0, 0, "a,b"), (0, 1, "c")]));
        assert_eq!(cells("only one column\nof words\n").len(), 2);
    }

    #[test]
    fn a_quote_that_is_never_closed_loses_nothing() {
        let source = format!("a,b\n\"x,y\n{}", "c,d\n".repeat(10));
        let document = read(&source);
        assert_eq!(document.fault, Some(Fault { at: 4, format: NAME }));
        assert_eq!(document.blocks.len(), 24);
        let span = document.blocks[2].prose.source_span(0, 2);
        assert_eq!(&source[span.start..span.end], "\"x");
    }

    #[test]
    fn windows_are_cut_between_rows() {
        assert_eq!(cut(b"a,b\nc,\"d\ne\"\nf,\"g\nh"), Some(b"a,b\nc,\"d\ne\"\n".len()));
    }
}

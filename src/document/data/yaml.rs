//! The reader of YAML: documents and front matter. Aliases are not followed, so nothing is read twice.
//!
//! Where the parser gives up, the line is read as it stands and the next one begins anew below the keys that are open.

use std::ops::Range;

use granit_parser::{Event, Marker, Parser, ScalarStyle, Span as Stretch, StructureStyle};

use super::super::model::{Document, Fault};
use super::builder::Builder;
use super::flat;
use super::loose::{self, Loose};
use super::piece::{Form, Piece, Quote};
use super::remark::Remarks;
use super::window::Kept;
use crate::source::ceiling;

/// Name of the format in notes.
const NAME: &str = "YAML";

/// How often the parser may begin anew in one text.
const MOST_STARTS: usize = 200;

/// Reads the YAML that stands in a file at `base`, between other text.
pub(in super::super) fn read_at(text: &str, base: usize, anchors: Option<&[usize]>) -> Document {
    read_from(text, base, anchors, &mut Kept::whole())
}

/// Reads a window of YAML that goes on where the last one ended.
pub(in super::super) fn read_on(text: &str, anchors: Option<&[usize]>, kept: &mut Kept) -> Document {
    read_from(text, 0, anchors, kept)
}

fn read_from(text: &str, base: usize, anchors: Option<&[usize]>, kept: &mut Kept) -> Document {
    let mut builder = Builder::new(anchors);
    if kept.is_whole && flat::read(text, base, &mut builder) {
        return Document { blocks: builder.blocks, ..Document::default() };
    }
    read_parsed(text, base, builder, kept, loose::is_printed(text))
}

fn read_parsed<'a>(
    text: &'a str,
    base: usize,
    mut builder: Builder<'a>,
    kept: &mut Kept,
    is_printed: bool,
) -> Document {
    kept.restore(&mut builder);
    let end = if kept.is_last { usize::MAX } else { text.trim_end().len() };
    let remarks = Remarks::new(text, base);
    let (nodes, fault, stray) = (Vec::new(), None, None);
    // No byte of the text lies there.
    let line = text.len() + 1..text.len() + 1;
    let mut reader = Reader { text, base, end, is_printed, builder, remarks, nodes, done: 0, line, fault, stray };
    reader.all(!kept.is_whole);
    let Reader { mut builder, fault, .. } = reader;
    kept.keep(&builder);
    while !builder.frames.is_empty() {
        builder.close();
    }
    let fault = fault.filter(|_| kept.is_whole).map(|at| Fault { at: base + at, format: NAME });
    Document { blocks: builder.blocks, fault, ..Document::default() }
}

struct Reader<'a> {
    text: &'a str,
    base: usize,
    /// From here on nothing is closed, because it goes on in the next window.
    end: usize,
    /// The text has no character that the parser gives up at.
    is_printed: bool,
    builder: Builder<'a>,
    remarks: Remarks<'a>,
    nodes: Vec<Node>,
    /// Everything before this byte is read.
    done: usize,
    /// The line that was looked at last, without its line feed.
    line: Range<usize>,
    fault: Option<usize>,
    /// Where the text begins that the parser passed by and that is not read yet.
    stray: Option<usize>,
}

/// A list or a map that is open in the parser.
struct Node {
    is_list: bool,
    /// In a map: the next node is a value, no key.
    at_value: bool,
}

impl<'a> Reader<'a> {
    fn all(&mut self, resumes: bool) {
        let mut start = 0;
        if resumes {
            self.resume(start);
        }
        for _ in 0..MOST_STARTS {
            let Some(at) = self.parse(start) else { break };
            self.fault = self.fault.or(Some(at));
            start = self.fresh_line(start).unwrap_or_else(|| self.pass_line());
            if start >= self.text.len() {
                break;
            }
            self.resume(start);
        }
        self.pass_text();
        self.builder.stray(&self.text[self.done..], self.base + self.done);
    }

    /// Parses from a byte on; gives the place of a mistake.
    fn parse(&mut self, start: usize) -> Option<usize> {
        self.nodes.clear();
        if let Some(loose) = self.is_printed.then(|| loose::read(self.text, start)).flatten() {
            return self.loose(loose, start);
        }
        let text = &self.text[start..];
        let options = granit_parser::options! { emit_unresolved_aliases: true, max_buffered_comment_events: 10_000 };
        for event in Parser::new_from_str_with_options(text, options) {
            match event {
                Ok((event, range)) => self.event(event, range, start),
                Err(error) => return Some(self.place(start, *error.marker())),
            }
        }
        self.remark();
        None
    }

    /// Takes what the parser would say from a byte on; gives the place of the mistake.
    fn loose(&mut self, loose: Loose, start: usize) -> Option<usize> {
        let Loose { before, value, behind, is_closed, fault } = loose;
        self.done = self.done.max(start);
        before.into_iter().for_each(|comment| self.comment(comment));
        if let Some(Range { start, end }) = value {
            self.pass_text();
            self.remark();
            let raw = &self.text[start..end];
            let form = if raw.contains('\n') { Form::Lines } else { Form::Plain };
            self.scalar(Piece { raw, at: self.base + start, form }, true);
        }
        behind.into_iter().for_each(|comment| self.comment(comment));
        if is_closed {
            self.remark();
        }
        if fault.is_none() {
            self.done = self.text.len();
        }
        fault
    }

    fn comment(&mut self, range: Range<usize>) {
        self.pass_text();
        self.done = self.done.max(range.end);
        if let Some(ended) = self.remarks.take(range) {
            self.builder.comment(ended);
        }
    }

    fn event(&mut self, event: Event<'a>, range: Stretch, start: usize) {
        let (from, to) = (self.place(start, range.start), self.place(start, range.end));
        if let Event::Comment(..) = event {
            return self.comment(from..to);
        }
        if let Event::DocumentStart(false, _) = event {
            // It is told with the place of what begins the document, which is still to come.
            return;
        }
        if !matches!(event, Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..)) {
            self.pass_text();
            self.remark();
        }
        match event {
            Event::Scalar(value, style, ..) => {
                let piece = self.piece(value, style, from..to);
                self.scalar(piece, !matches!(style, ScalarStyle::Literal | ScalarStyle::Folded));
            }
            Event::Alias(_) => self.scalar(Piece { raw: "", at: self.base + to, form: Form::Plain }, false),
            Event::UnresolvedAlias(_) => {
                let piece = Piece { raw: &self.text[from..to], at: self.base + from, form: Form::Plain };
                self.scalar(piece, true);
            }
            Event::SequenceStart(style, ..) => self.open(true, style, from),
            Event::MappingStart(style, ..) => self.open(false, style, from),
            Event::SequenceEnd | Event::MappingEnd => {
                self.nodes.pop();
                // The end of a list in brackets is a sign of its own; that of a block has no width.
                if from < self.end || to > from {
                    self.builder.close();
                }
            }
            _ => {}
        }
        self.done = self.done.max(to);
    }

    /// The byte of a mark of the parser that began at `start`; some lie inside a character.
    fn place(&self, start: usize, marker: Marker) -> usize {
        ceiling(self.text, start + marker.byte_offset().unwrap_or(0))
    }

    fn remark(&mut self) {
        if let Some(piece) = self.remarks.end() {
            self.builder.comment(piece);
        }
    }

    fn open(&mut self, is_list: bool, style: StructureStyle, at: usize) {
        let dash = is_list && style == StructureStyle::Block && !self.text[at..].starts_with('-');
        let at_mark = if dash { self.text[..at].trim_end_matches([' ', '\t']).len().saturating_sub(1) } else { at };
        self.turn();
        let column = self.column(at_mark);
        self.builder.open(is_list, column);
        self.nodes.push(Node { is_list, at_value: false });
    }

    /// Notes that a node of the innermost map was read; true if it is a key.
    fn turn(&mut self) -> bool {
        match self.nodes.last_mut() {
            Some(node) if !node.is_list => {
                node.at_value = !node.at_value;
                node.at_value
            }
            _ => false,
        }
    }

    fn scalar(&mut self, piece: Piece<'a>, may_have_remark: bool) {
        if self.turn() {
            return self.builder.key(piece);
        }
        let whole = !self.goes_on(&piece);
        let piece = if whole { piece } else { self.to_line_end(piece) };
        let end = piece.span().end - self.base;
        let read = if whole { end } else { self.line(end).end };
        self.done = self.done.max(read);
        let quote = self.text[end..].starts_with(['"', '\'']) && may_have_remark;
        let remark = may_have_remark.then(|| self.remarks.beside(end + usize::from(quote))).flatten();
        self.builder.value(piece, remark);
    }

    /// True for a value that goes on behind a colon, which the parser gives up at: `standard: ISO 22301: 2012`.
    fn goes_on(&self, piece: &Piece<'_>) -> bool {
        let is_plain = matches!(piece.form, Form::Plain) && !piece.raw.is_empty();
        is_plain && self.text[piece.span().end - self.base..].starts_with(": ")
    }

    /// A value with the rest of its line, without the remark behind it.
    fn to_line_end(&self, piece: Piece<'a>) -> Piece<'a> {
        let start = piece.at - self.base;
        let line = self.text[start..].split('\n').next().unwrap_or_default();
        let value = line.split(" #").next().unwrap_or_default().trim_end();
        Piece { raw: &self.text[start..start + value.len()], ..piece }
    }

    fn piece(&self, value: std::borrow::Cow<'a, str>, style: ScalarStyle, range: Range<usize>) -> Piece<'a> {
        let quoted = matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted);
        let range = if quoted { range.start + 1..(range.end - 1).max(range.start + 1) } else { range };
        let raw = &self.text[range.clone()];
        let form = match style {
            ScalarStyle::SingleQuoted if raw.contains('\n') => Form::Folded(value, Quote::Single),
            ScalarStyle::DoubleQuoted if raw.contains('\n') => Form::Folded(value, Quote::Double),
            _ if raw.contains('\n') => Form::Folded(value, Quote::None),
            ScalarStyle::SingleQuoted => Form::Doubled(b'\''),
            ScalarStyle::DoubleQuoted => Form::Escaped,
            ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => Form::Plain,
        };
        Piece { raw, at: self.base + range.start, form }
    }

    /// The start of the line in which the parser gave up, if nothing of it was read and it did not begin there.
    fn fresh_line(&mut self, start: usize) -> Option<usize> {
        let left = &self.text[self.done..];
        let words = self.text.len() - left.trim_start().len();
        let line = self.text[..words].rfind('\n').map_or(0, |end| end + 1);
        (line >= self.done && line > start && words < self.text.len()).then_some(line)
    }

    /// Passes by what is left of the line in which the parser gave up; gives the start of the next line.
    fn pass_line(&mut self) -> usize {
        self.remark();
        let left = &self.text[self.done..];
        let blank = left.len() - left.trim_start().len();
        let end = left[blank..].find('\n').map_or(self.text.len(), |end| self.done + blank + end + 1);
        self.stray.get_or_insert(self.done);
        self.done = end;
        end
    }

    /// Reads what the parser passed by as it stands.
    fn pass_text(&mut self) {
        if let Some(start) = self.stray.take() {
            self.builder.stray(&self.text[start..self.done], self.base + start);
        }
    }

    /// Closes what cannot go on in the line at a byte, by its column.
    fn resume(&mut self, at: usize) {
        let rest = &self.text[at..];
        let words = rest.trim_start();
        let column = self.column(at + rest.len() - words.len());
        let is_item = words.starts_with("- ") || words.starts_with("-\n");
        let ends = |own: usize| if is_item { own > column } else { own >= column };
        while self.builder.frames.last().is_some_and(|frame| ends(frame.column)) {
            self.builder.close();
        }
    }

    fn column(&mut self, at: usize) -> usize {
        at - self.line(at).start
    }

    /// The line of a byte. All of a document may stand in one, so that the last is remembered.
    fn line(&mut self, at: usize) -> Range<usize> {
        if !(self.line.start..=self.line.end).contains(&at) {
            let bytes = self.text.as_bytes();
            let start = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |end| end + 1);
            self.line = start..memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end);
        }
        self.line.clone()
    }
}

/// Where the first window of `bytes` ends: before the last of its least indented lines, those near its start left out; nothing if
/// there is none.
#[must_use]
pub(in super::super) fn cut(bytes: &[u8]) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for end in memchr::memchr_iter(b'\n', bytes).filter(|end| *end > bytes.len() / 4) {
        let line = &bytes[end + 1..];
        let indent = line.iter().take_while(|byte| **byte == b' ').count();
        let is_entry = line.get(indent).is_some_and(|byte| !matches!(byte, b'\n' | b'\r' | b'#' | b'\t'));
        if is_entry && best.is_none_or(|(least, _)| indent <= least) {
            best = Some((indent, end + 1));
        }
    }
    best.map(|(_, at)| at)
}

#[cfg(test)]
mod tests;

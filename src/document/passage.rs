//! Stretches of a source put together and read as one text, and what becomes of it once its markup is taken out.
//!
//! Readers of lines work like this: they gather the lines of a block, note what to leave out, to replace and to mark,
//! and have the rest written as prose.

use std::cmp::Reverse;
use std::ops::Range;

use super::bytes::find;
use super::map::Prose;
use super::mark::{Mark, Role};
use super::model::{Block, Kind};
use crate::source::Span;

/// Text with the places that its stretches came from.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    text: String,
    pieces: Vec<Piece>,
}

/// Where a stretch begins, here and in the source.
#[derive(Clone, Copy, Debug)]
struct Piece {
    at: usize,
    source: usize,
    /// True for a line end that was put between stretches: it stands for nothing.
    breaks: bool,
    /// How many bytes of the source before it say that the line ends on purpose.
    signs: usize,
}

/// What becomes of the text of a passage, in any order.
#[derive(Debug, Default)]
pub struct Edits {
    changes: Vec<(Range<usize>, Change)>,
    marks: Vec<(Range<usize>, Role)>,
}

#[derive(Debug)]
enum Change {
    LeaveOut,
    Put(String),
    BreakLine,
}

impl Passage {
    /// A passage of one stretch.
    #[must_use]
    pub fn of(text: &str, source: usize) -> Self {
        let mut passage = Self::default();
        passage.push(text, source);
        passage
    }

    /// An empty passage with room for some bytes in so many stretches.
    #[must_use]
    pub fn with_room(bytes: usize, stretches: usize) -> Self {
        Self { text: String::with_capacity(bytes), pieces: Vec::with_capacity(stretches) }
    }

    /// Empties it; its room is kept for the next.
    pub fn clear(&mut self) {
        self.text.clear();
        self.pieces.clear();
    }

    /// Appends a stretch that stands in the source at `source`.
    pub fn push(&mut self, text: &str, source: usize) {
        if text.is_empty() {
            return;
        }
        let follows = |last: &Piece| !last.breaks && self.text.len() - last.at + last.source == source;
        if !self.pieces.last().is_some_and(follows) {
            self.pieces.push(Piece { at: self.text.len(), source, breaks: false, signs: 0 });
        }
        self.text.push_str(text);
    }

    /// Ends the line; the next stretch stands in the source at `source`.
    pub fn break_line(&mut self, source: usize) {
        self.end_line(source, 0);
    }

    /// The same for a line that ends on purpose, as so many bytes before the next stretch say.
    pub fn end_line(&mut self, source: usize, signs: usize) {
        self.pieces.push(Piece { at: self.text.len(), source, breaks: true, signs });
        self.text.push('\n');
    }

    /// The piece that holds the byte at `at`, and where it ends.
    fn piece(&self, at: usize) -> (Piece, usize) {
        let next = self.pieces.partition_point(|piece| piece.at <= at);
        let end = self.pieces.get(next).map_or(self.text.len(), |piece| piece.at);
        let none = Piece { at: 0, source: 0, breaks: false, signs: 0 };
        (next.checked_sub(1).map_or(none, |own| self.pieces[own]), end)
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// True if there are no words.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The place in the source of the byte at `at`.
    #[must_use]
    pub fn source(&self, at: usize) -> usize {
        let (piece, _) = self.piece(at);
        if piece.breaks { piece.source } else { piece.source + at - piece.at }
    }

    /// The bytes of the source that a range of the text came from.
    #[must_use]
    pub fn span(&self, range: &Range<usize>) -> Span {
        let start = self.source(range.start);
        let last = range.end.checked_sub(1).filter(|last| *last >= range.start).map(|last| (self.piece(last).0, last));
        let end = last.map_or(start, |(piece, last)| self.source(last) + usize::from(!piece.breaks));
        Span::new(start, end.max(start))
    }

    /// Leads the blocks of a document that was read from this text back to its source.
    pub fn lead_back(&self, blocks: &mut [Block]) {
        for block in blocks {
            let prose = std::mem::take(&mut block.prose);
            block.prose = prose.moved(|span| {
                let length = (self.piece(span.start).1 - span.start).min(span.end - span.start);
                (length, self.span(&(span.start..span.start + length)))
            });
        }
    }

    /// A part of the text as a passage of its own.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Self {
        let mut part = Self::default();
        let mut at = range.start;
        while at < range.end {
            let (piece, end) = self.piece(at);
            let end = end.min(range.end);
            if piece.breaks {
                part.end_line(piece.source, piece.signs);
            } else {
                part.push(&self.text[at..end], self.source(at));
            }
            at = end;
        }
        part
    }

    /// Writes the text with its edits as prose; blanks in a row count once.
    #[must_use]
    pub fn prose(&self, edits: Edits) -> (Prose, Vec<Mark>) {
        let Edits { mut changes, marks } = edits;
        changes.sort_by_key(|(range, _)| (range.start, Reverse(range.end)));
        let mut points: Vec<usize> = marks.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
        points.sort_unstable();
        points.dedup();
        let prose = Prose::with_room(self.text.len(), self.pieces.len());
        let mut writer = Writer { passage: self, prose, points, reached: Vec::new() };
        let mut at = 0;
        for (range, change) in changes {
            if range.start < at {
                continue;
            }
            writer.text(at..range.start);
            writer.reach(range.start);
            let span = self.span(&range);
            match change {
                Change::LeaveOut => {}
                Change::Put(text) => writer.prose.push_for(&text, span),
                Change::BreakLine => writer.prose.push_as('\n', span),
            }
            at = range.end;
        }
        writer.text(at..self.text.len());
        writer.reach(usize::MAX);
        let place = |at: usize| writer.reached[writer.points.partition_point(|point| *point < at)];
        let marks = marks.iter().map(|(range, role)| Mark { range: place(range.start)..place(range.end), role: *role });
        let marks = marks.filter(|mark| !mark.range.is_empty()).collect();
        (writer.prose, marks)
    }

    /// Writes the text with its edits as a block, if there are words in it.
    pub fn write(&self, kind: Kind, edits: Edits, blocks: &mut Vec<Block>) {
        let (prose, marks) = self.prose(edits);
        push_block(kind, prose, marks, blocks);
    }

    /// Writes the text as it is, blanks and all, as a block.
    pub fn write_raw(&self, kind: Kind, blocks: &mut Vec<Block>) {
        let mut prose = Prose::default();
        for piece in &self.pieces {
            if piece.breaks {
                prose.push_as('\n', Span::new(piece.source, piece.source));
            } else {
                prose.push(&self.text[piece.at..self.piece(piece.at).1], piece.source);
            }
        }
        push_block(kind, prose, Vec::new(), blocks);
    }
}

/// Lets `take` read a text in which signs mark something: it is told where to read on, and gives the length of what needs no
/// further look. Most text is plain: only the words with a sign in them are looked at.
pub fn read_words(text: &str, is_sign: impl Fn(u8) -> bool + Copy, mut take: impl FnMut(usize) -> usize) {
    let mut at = 0;
    while let Some((word, sign)) = next_sign(text, at, is_sign) {
        at = word;
        while at <= sign {
            at += take(at);
        }
    }
}

/// The same for a text in which every character is looked at that `take` does not pass by.
pub fn read_all(text: &str, mut take: impl FnMut(usize) -> usize) {
    let mut at = 0;
    while at < text.len() {
        at += take(at);
    }
}

/// The next sign of markup in a text from `at` on, and where the word begins in which it stands: whatever the sign marks
/// begins there at the earliest, and blanks part words.
fn next_sign(text: &str, at: usize, is_sign: impl Fn(u8) -> bool) -> Option<(usize, usize)> {
    let bytes = &text.as_bytes()[at..];
    let sign = find(bytes, is_sign)?;
    let word = bytes[..sign].iter().rposition(|byte| matches!(byte, b' ' | b'\n')).map_or(0, |blank| blank + 1);
    Some((at + word, at + sign))
}

fn push_block(kind: Kind, prose: Prose, marks: Vec<Mark>, blocks: &mut Vec<Block>) {
    if !prose.text().trim().is_empty() {
        blocks.push(Block { kind, prose, marks: marks.into() });
    }
}

impl Edits {
    /// Leaves a range of the text out.
    pub fn leave_out(&mut self, range: Range<usize>) {
        self.changes.push((range, Change::LeaveOut));
    }

    /// Puts another text in the place of a range.
    pub fn put(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.changes.push((range, Change::Put(text.into())));
    }

    /// Ends the line at a range, which is left out.
    pub fn break_line(&mut self, range: Range<usize>) {
        self.changes.push((range, Change::BreakLine));
    }

    /// Gives a range of the text a role.
    pub fn mark(&mut self, range: Range<usize>, role: Role) {
        self.marks.push((range, role));
    }

    /// Leaves out the signs around a range that begin and end it.
    pub fn unwrap(&mut self, outer: Range<usize>, inner: Range<usize>) {
        self.leave_out(outer.start..inner.start);
        self.leave_out(inner.end..outer.end);
    }
}

/// Prose while it is written from a passage.
struct Writer<'a> {
    passage: &'a Passage,
    prose: Prose,
    /// Places of the text that marks begin or end at, ascending.
    points: Vec<usize>,
    /// Their places in the prose, as far as the text is written.
    reached: Vec<usize>,
}

impl Writer<'_> {
    fn text(&mut self, range: Range<usize>) {
        let Passage { text, pieces } = self.passage;
        let mut at = range.start;
        // The pieces follow one another; only the first is looked for.
        let mut next = pieces.partition_point(|piece| piece.at <= at);
        while at < range.end {
            self.reach(at);
            let point = self.points.get(self.reached.len()).copied().unwrap_or(range.end);
            let piece = pieces[next - 1];
            let piece_end = pieces.get(next).map_or(text.len(), |piece| piece.at);
            let end = range.end.min(point).min(piece_end);
            if !piece.breaks {
                self.prose.push_collapsed(&text[at..end], piece.source + at - piece.at);
            } else if !self.prose.ends_blank() {
                self.prose.push_as('\n', Span::new(piece.source - piece.signs, piece.source));
            }
            at = end;
            next += usize::from(end == piece_end);
        }
    }

    /// Notes where the marks stand that begin or end up to `at`.
    fn reach(&mut self, at: usize) {
        while self.points.get(self.reached.len()).is_some_and(|point| *point <= at) {
            self.reached.push(self.prose.text().len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_and_marks_lead_back_to_the_lines_they_came_from() {
        let source = "  | ISO/IEC *270\n  | 01*:{year} x";
        let mut passage = Passage::default();
        passage.push(&source[4..16], 4);
        passage.push(&source[16..17], 16);
        passage.push(&source[21..], 21);
        let star = passage.text().find('*').expect("there");
        let end = passage.text().rfind('*').expect("there");
        let hole = passage.text().find('{').expect("there");
        let mut edits = Edits::default();
        edits.put(hole..hole + 6, "2013");
        edits.unwrap(star..end + 1, star + 1..end);
        edits.mark(star..end + 1, Role::Code);
        let (prose, marks) = passage.prose(edits);
        assert_eq!(prose.text(), "ISO/IEC 270\n01:2013 x");
        assert_eq!(marks, [Mark { range: 8..14, role: Role::Code }]);
        let span = prose.source_span(8, 19);
        assert_eq!(&source[span.start..span.end], "270\n  | 01*:{year}");
    }

    #[test]
    fn the_next_sign_is_found_with_its_word() {
        let text = "many words that hold no sign at all, é, and then some:more here";
        let next = |at| next_sign(text, at, |byte| byte == b':');
        let (word, sign) = (text.find("some").expect("there"), text.find(':').expect("there"));
        assert_eq!((next(0), next(word + 2), next(sign + 1)), (Some((word, sign)), Some((word + 2, sign)), None));
    }

    #[test]
    fn a_change_inside_another_is_passed_by() {
        let passage = Passage::of("a  {b{c}} \n d", 0);
        let mut edits = Edits::default();
        edits.put(5..8, "x");
        edits.leave_out(3..9);
        assert_eq!(passage.prose(edits).0.text(), "a d");
    }
}

//! source: bytes to readable text, and from a byte of that text back to a position a person can find.
//!
//! Knows encodings, lines and columns. Knows nothing of Markdown, standards or findings.

mod coding;
mod landmark;
mod place;
mod plain;
mod whole;

use std::borrow::Cow;
use std::ops::{Deref, Range};
use std::sync::Arc;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

pub use coding::{Coding, Unreadable};
pub use landmark::{Landmark, Landmarks};
pub use place::{Place, Position};
pub use plain::{NEITHER, check_plain, read_plain, read_whole};
pub use whole::{folder_of, write_whole};

/// A half-open range of bytes in the readable text of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// Makes a span; `start` must not lie behind `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Moves both ends by `by` bytes towards the end of the text.
    #[must_use]
    pub const fn shifted(self, by: usize) -> Self {
        Self::new(self.start + by, self.end + by)
    }
}

/// The lines around a place, long ones clipped, kept when the text itself is dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Number of the first line in `text`.
    pub line: u32,
    /// Whole lines, or the part of a long line around the place, without the last line end.
    pub text: String,
    /// The place inside `text`, in bytes.
    pub span: Span,
}

/// Text, or a part of one that it shares the storage with.
#[derive(Clone, Debug)]
pub struct Text<'t> {
    whole: Whole<'t>,
    range: Range<usize>,
}

/// What a text is a part of.
#[derive(Clone, Debug)]
enum Whole<'t> {
    /// The bytes of a file, which are kept elsewhere.
    Lent(&'t str),
    /// What was made of them.
    Own(Arc<str>),
}

impl Text<'_> {
    fn part(&self, range: &Range<usize>) -> Self {
        let range = self.range.start + range.start..self.range.start + range.end;
        Self { whole: self.whole.clone(), range }
    }
}

impl<'t> From<Cow<'t, str>> for Text<'t> {
    fn from(text: Cow<'t, str>) -> Self {
        let range = 0..text.len();
        let whole = match text {
            Cow::Borrowed(lent) => Whole::Lent(lent),
            Cow::Owned(own) => Whole::Own(own.into()),
        };
        Self { whole, range }
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        let whole = match &self.whole {
            Whole::Lent(text) => *text,
            Whole::Own(text) => text,
        };
        &whole[self.range.clone()]
    }
}

/// The readable text of a file, or of one window of a large file.
#[derive(Clone, Debug)]
pub struct SourceFile<'t> {
    /// Path as reports show it.
    pub path: Arc<str>,
    /// The text, without a byte order mark.
    pub text: Text<'t>,
    coding: Coding,
    first: Position,
    /// How many bytes of the path stand above the documents of the run.
    above: usize,
    /// Names for stretches of the text, in a file that is no text.
    landmarks: Option<Arc<Landmarks>>,
}

impl<'t> SourceFile<'t> {
    /// Decodes the whole bytes of a file; malformed UTF-8 is read as Windows-1252.
    #[must_use]
    pub fn decode(path: Arc<str>, bytes: &'t [u8], coding: Coding) -> Self {
        let body = &bytes[coding.mark.min(bytes.len())..];
        let first = Position { byte: coding.mark as u64, line: 1, column: 1 };
        Self::window(path, body, coding, first)
    }

    /// Decodes a window of a file whose first byte stands at `first`.
    #[must_use]
    pub fn window(path: Arc<str>, bytes: &'t [u8], coding: Coding, first: Position) -> Self {
        if coding.encoding == UTF_8
            && let Ok(text) = simdutf8::basic::from_utf8(bytes)
        {
            return Self { path, text: Cow::Borrowed(text).into(), coding, first, above: 0, landmarks: None };
        }
        let coding = coding.settle(bytes);
        let (text, _) = coding.encoding.decode_without_bom_handling(bytes);
        Self { path, text: text.into(), coding, first, above: 0, landmarks: None }
    }

    /// The same with a text that needs the bytes no longer.
    #[must_use]
    pub fn into_owned(self) -> SourceFile<'static> {
        let Self { path, text, coding, first, above, landmarks } = self;
        let Text { whole, range } = text;
        let whole = match whole {
            Whole::Lent(text) => Whole::Own(text.into()),
            Whole::Own(text) => Whole::Own(text),
        };
        SourceFile { path, text: Text { whole, range }, coding, first, above, landmarks }
    }

    /// The same where so many bytes of the path stand above the documents of the run.
    #[must_use]
    pub fn standing_below(self, above: usize) -> Self {
        Self { above, ..self }
    }

    /// The path without the folders above the documents of the run, which say nothing of them.
    #[must_use]
    pub fn own_path(&self) -> &str {
        self.path.get(self.above..).unwrap_or(&self.path)
    }

    /// True if the text is the bytes as they stand in the file.
    #[must_use]
    pub fn is_verbatim(&self) -> bool {
        self.coding.encoding == UTF_8
    }

    /// A part of the text that begins at `first`; nothing is copied.
    #[must_use]
    pub fn part(&self, range: &Range<usize>, first: Position) -> Self {
        let (above, landmarks) = (self.above, self.landmarks.clone());
        let (path, text) = (Arc::clone(&self.path), self.text.part(range));
        Self { path, text, coding: self.coding, first, above, landmarks }
    }

    /// A file that is already text, for tests and examples.
    #[must_use]
    pub fn from_text(path: &str, text: &'t str) -> Self {
        Self::of(path, Cow::Borrowed(text))
    }

    fn of(path: &str, text: Cow<'t, str>) -> Self {
        let coding = Coding { encoding: UTF_8, mark: 0 };
        let first = Position { byte: 0, line: 1, column: 1 };
        Self { path: path.into(), text: text.into(), coding, first, above: 0, landmarks: None }
    }

    /// What was read of a file that is no text; positions are those of `text`.
    #[must_use]
    pub fn extracted(path: &str, text: String, landmarks: Landmarks) -> Self {
        Self { landmarks: Some(Arc::new(landmarks)), ..Self::of(path, Cow::Owned(text)) }
    }

    /// How a person finds a byte of the text where lines do not tell.
    fn location(&self, at: usize) -> Option<Arc<str>> {
        self.landmarks.as_ref()?.words(self.text.range.start + at)
    }

    /// Starts a run of look-ups of positions; fastest when the offsets ascend.
    #[must_use]
    pub fn locator(&self) -> Locator<'_> {
        Locator { source: self, offset: 0, at: self.first, mark: (0, self.first) }
    }

    /// The lines around `span` (one more line either side), long lines clipped.
    #[must_use]
    pub fn excerpt(&self, span: Span, line: u32) -> Excerpt {
        let text = &*self.text;
        let line_start = |at: usize| memchr::memrchr(b'\n', &text.as_bytes()[at.saturating_sub(CLIP * 8)..at]);
        let start_of = |at: usize| match line_start(at) {
            Some(found) => at.saturating_sub(CLIP * 8) + found + 1,
            None => at.saturating_sub(CLIP * 8),
        };
        let end_of = |at: usize| {
            let until = (at + CLIP * 8).min(text.len());
            memchr::memchr(b'\n', &text.as_bytes()[at..until]).map_or(until, |found| at + found)
        };
        let (own_start, own_end) = (ceiling(text, start_of(span.start)), floor(text, end_of(span.end)));
        let before = own_start.checked_sub(1).filter(|at| text.as_bytes()[*at] == b'\n').map(|end| {
            let start = ceiling(text, start_of(end));
            clipped(&text[start..end], 0, 0).0
        });
        let (own, shift) = clipped(&text[own_start..own_end], span.start - own_start, span.end - own_start);
        let has_next = text.as_bytes().get(own_end) == Some(&b'\n') && own_end + 1 < text.len();
        let behind = has_next.then(|| {
            let end = floor(text, end_of(own_end + 1));
            clipped(&text[own_end + 1..end], 0, 0).0
        });
        // It may be kept for as long as the run lasts, so it gets no more room than it needs.
        let lines = match (&before, &behind) {
            (None, None) => own.into_owned(),
            (Some(before), None) => [before, "\n", &own].concat(),
            (None, Some(behind)) => [&own, "\n", behind].concat(),
            (Some(before), Some(behind)) => [before, "\n", &own, "\n", behind].concat(),
        };
        let at = before.as_ref().map_or(0, |before| before.len() + 1) + shift;
        let line = line - u32::from(before.is_some());
        Excerpt { line, text: lines, span: Span::new(at, at + (span.end - span.start)) }
    }
}

/// Longest line of an excerpt, in bytes, before it is clipped around the place.
const CLIP: usize = 160;

/// Cuts `line` to about `CLIP` bytes around `start..end`; gives the text and where `start` is in it.
fn clipped(line: &str, start: usize, end: usize) -> (Cow<'_, str>, usize) {
    let line = line.strip_suffix('\r').filter(|line| line.len() >= end).unwrap_or(line);
    if line.len() <= CLIP || line[start..end].contains('\n') {
        return (line.into(), start);
    }
    let from = floor(line, start.saturating_sub(CLIP / 2));
    let to = floor(line, end + CLIP / 2).max(end);
    let mut text = String::with_capacity(CLIP * 2);
    if from > 0 {
        text.push('…');
    }
    let shift = text.len() + start - from;
    text.push_str(&line[from..to]);
    if to < line.len() {
        text.push('…');
    }
    (text.into(), shift)
}

/// The last byte up to `at` with which a character begins, or the end of the text.
#[must_use]
pub fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The first byte from `at` on with which a character begins, or the end of the text.
#[must_use]
pub fn ceiling(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Turns offsets of a text into positions; going forward costs each byte once, however many are asked for.
#[derive(Debug)]
pub struct Locator<'a> {
    source: &'a SourceFile<'a>,
    offset: usize,
    at: Position,
    /// Where the place before began: what stands inside of it is found again without going through the whole text.
    mark: (usize, Position),
}

impl Locator<'_> {
    /// The position of the character that starts at `offset` of the readable text.
    #[must_use]
    pub fn position(&mut self, offset: usize) -> Position {
        if offset < self.offset {
            let is_near = offset >= self.mark.0;
            (self.offset, self.at) = if is_near { self.mark } else { (0, self.source.first) };
        }
        let passed = &self.source.text[self.offset..offset];
        let lines = memchr::memchr_iter(b'\n', passed.as_bytes()).count();
        if let Some(last) = memchr::memrchr(b'\n', passed.as_bytes()) {
            self.at.line += u32::try_from(lines).unwrap_or(u32::MAX);
            self.at.column = 1 + characters(&passed[last + 1..]);
        } else {
            self.at.column += characters(passed);
        }
        self.at.byte += self.on_disk(passed);
        self.offset = offset;
        self.at
    }

    /// The place of `span`.
    #[must_use]
    pub fn place(&mut self, span: Span) -> Place {
        let start = self.position(span.start);
        self.mark = (span.start, start);
        let location = self.source.location(span.start);
        Place { path: Arc::clone(&self.source.path), start, end: self.position(span.end), location }
    }

    /// How many bytes `text` takes in the file.
    fn on_disk(&self, text: &str) -> u64 {
        let encoding = self.source.coding.encoding;
        if encoding == UTF_8 {
            text.len() as u64
        } else if encoding == UTF_16LE || encoding == UTF_16BE {
            2 * text.encode_utf16().count() as u64
        } else {
            u64::from(characters(text))
        }
    }
}

/// Counts the code points of `text`, at most `u32::MAX`.
fn characters(text: &str) -> u32 {
    let count = text.as_bytes().iter().filter(|byte| (**byte as i8) >= -0x40).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_code_points_and_bytes_on_disk() {
        let source = SourceFile::from_text("a.md", "é\nüß ISO\n");
        let mut locator = source.locator();
        let at = source.text.find("ISO").expect("the text holds it");
        assert_eq!(locator.position(at), Position { byte: 8, line: 2, column: 4 });
        assert_eq!(locator.position(0), Position { byte: 0, line: 1, column: 1 });
    }

    #[test]
    fn latin_1_and_utf_16_give_offsets_of_the_file() {
        let latin = b"caf\xE9 ISO";
        let coding = Coding::detect(latin).expect("text");
        let source = SourceFile::decode("a.txt".into(), latin, coding);
        assert_eq!(source.locator().position(source.text.find('I').expect("there")).byte, 5);
        let mut wide = vec![0xFF, 0xFE];
        wide.extend("é ISO".encode_utf16().flat_map(u16::to_le_bytes));
        let source = SourceFile::decode("a.txt".into(), &wide, Coding::detect(&wide).expect("text"));
        assert_eq!(source.locator().position(source.text.find('I').expect("there")).byte, 6);
    }

    #[test]
    fn zero_bytes_are_binary_unless_every_second_one_is() {
        assert_eq!(Coding::detect(b"MZ\0\x03\0\0\0ab"), Err(Unreadable::Binary));
        assert_eq!(Coding::detect(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"), Err(Unreadable::Compound));
        let wide: Vec<u8> = "plain words here".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert!(Coding::detect(&wide).expect("UTF-16").is_wide());
    }

    #[test]
    fn excerpts_keep_one_line_either_side_and_clip_long_ones() {
        let long = format!("one\n{}ISO 9{}\nthree\nfour\n", "x".repeat(5000), "y".repeat(5000));
        let source = SourceFile::from_text("a.md", &long);
        let start = long.find("ISO").expect("there");
        let excerpt = source.excerpt(Span::new(start, start + 5), 2);
        assert_eq!(&excerpt.text[excerpt.span.start..excerpt.span.end], "ISO 9");
        assert!(excerpt.text.len() < 400, "{}", excerpt.text.len());
        let source = SourceFile::from_text("a.md", "one\nISO 9\nthree\nfour\n");
        let excerpt = source.excerpt(Span::new(4, 9), 2);
        assert_eq!((excerpt.line, excerpt.text.as_str()), (1, "one\nISO 9\nthree"));
    }
}

//! Comments that begin with `#`: lines that follow one another are one text, and one beside a value belongs to it.

use std::ops::Range;

use super::super::directive::is_directive;
use super::piece::{Form, Piece};

/// What comments begin with.
const SIGNS: &[char] = &['#'];

/// Collects the comments of a text.
#[derive(Debug)]
pub(super) struct Remarks<'a> {
    text: &'a str,
    /// Where the text stands in that of the file.
    base: usize,
    open: Option<Range<usize>>,
    /// Where the comment begins that was read with its value.
    beside: Option<usize>,
}

impl<'a> Remarks<'a> {
    pub fn new(text: &'a str, base: usize) -> Self {
        Self { text, base, open: None, beside: None }
    }

    /// Takes a comment; gives the one before it if that has ended.
    pub fn take(&mut self, range: Range<usize>) -> Option<Piece<'a>> {
        if self.beside == Some(range.start) {
            return None;
        }
        if is_directive(&self.text[range.clone()], SIGNS) {
            return self.end();
        }
        if let Some(open) = &mut self.open {
            let gap = self.text.get(open.end..range.start);
            if gap.is_some_and(|gap| gap.trim().is_empty() && gap.matches('\n').count() == 1) {
                open.end = range.end;
                return None;
            }
        }
        let before = self.end();
        self.open = Some(range);
        before
    }

    /// Gives the comment that has ended because something else follows.
    pub fn end(&mut self) -> Option<Piece<'a>> {
        let range = self.open.take()?;
        Some(self.piece(range))
    }

    /// The comment on the line of the value that ends at `end`, with nothing but the signs of lists between.
    pub fn beside(&mut self, end: usize) -> Option<Piece<'a>> {
        let rest = self.text[end..].trim_start_matches([' ', '\t', ',', ']', '}']);
        let start = self.text.len() - rest.len();
        if start == end || !rest.starts_with('#') {
            return None;
        }
        let length = rest.lines().next().map_or(0, str::len);
        self.beside = Some(start);
        if is_directive(&rest[..length], SIGNS) {
            return None;
        }
        Some(self.piece(start..start + length))
    }

    fn piece(&self, range: Range<usize>) -> Piece<'a> {
        Piece { at: self.base + range.start, raw: &self.text[range], form: Form::Comment(SIGNS) }
    }
}

//! Decides on the raw text whether a document must be parsed at all.
//!
//! Most citations are undated or of an edition in force, and stand in plain words. The grammar reads them in the raw
//! paragraph as it would in prose. Anything that markup, an entity, a wrap or an unusual character might change sends
//! the document to its reader, so the answer can only cost time, never a finding.

use std::cell::OnceCell;
use std::ops::Range;

use jiff::civil::Date;

use super::section::pieces as pieces_of;
use super::system::names_requirements;
use crate::rule::check::{amendment, editions, guidance};
use crate::standard::grammar::anchor;
use crate::standard::{Citation, cite, claim, grammar};

/// How far before and behind a citation markup matters, in bytes.
const BEFORE: usize = 80;
const BEHIND: usize = 32;

/// True if the document may hold a finding, or matter to one of the whole set; false only if every citation in it is plain,
/// in order and without an edition that other documents may differ from.
#[must_use]
pub fn needs_reader(text: &str, on: Date) -> bool {
    anchor::all(text).is_none_or(|anchors| next_needy(text, &anchors, on).is_some())
}

/// The stretches of a section of Markdown that need the reader, in order; each reads the same alone.
#[must_use]
pub fn needy(section: &str, on: Date) -> Vec<Range<usize>> {
    let whole = || std::iter::once(0..section.len()).collect();
    let Some(anchors) = anchor::all(section) else { return whole() };
    let (mut needy, mut left, mut pieces) = (Vec::new(), anchors.as_slice(), Vec::new());
    while let Some(at) = next_needy(section, left, on) {
        if pieces.is_empty() {
            pieces = pieces_of(section);
        }
        let own = pieces[pieces.partition_point(|piece| piece.end <= at)].clone();
        left = &left[left.partition_point(|anchor| *anchor < own.end)..];
        needy.push(own);
    }
    needy
}

/// The first of the places where citations may begin that stands in a paragraph which needs the reader.
fn next_needy(text: &str, anchors: &[usize], on: Date) -> Option<usize> {
    let mut left = anchors;
    while let Some(first) = left.first() {
        let range = paragraph(text, *first);
        let (own, rest) = left.split_at(left.partition_point(|at| *at < range.end).max(1));
        if !is_in_order(&text[range.clone()], range.start, own, on) {
            return Some(*first);
        }
        left = rest;
    }
    None
}

/// The lines around `at` up to the blank lines.
fn paragraph(text: &str, at: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let is_blank = |end: &usize| bytes.get(end + 1) == Some(&b'\n');
    let start = memchr::memrchr_iter(b'\n', &bytes[..at]).find(is_blank).map_or(0, |end| end + 2);
    let end = memchr::memchr_iter(b'\n', &bytes[at..]).map(|end| at + end).find(is_blank).unwrap_or(bytes.len());
    start.min(at)..end
}

/// True if every citation of a paragraph, which begins at `start`, is plain and in order; `anchors` is where they may be.
fn is_in_order(paragraph: &str, start: usize, anchors: &[usize], on: Date) -> bool {
    let anchors = || anchors.iter().map(|at| at - start);
    if !anchors().all(|at| is_plain(paragraph, &(at..at))) {
        return false;
    }
    let references = grammar::find(paragraph);
    // References do not overlap, so the last that begins before a place is the only one that can hold it.
    let is_read = |at: usize| {
        let after = references.partition_point(|one| one.range.start <= at);
        after.checked_sub(1).is_some_and(|last| references[last].range.contains(&at))
    };
    let claims = OnceCell::new();
    let may_claim = || *claims.get_or_init(|| claim::may_claim(paragraph));
    let is_undated = |one: &grammar::Reference| one.year.is_none();
    if references.iter().any(is_undated) && has_cell_of_year(paragraph.as_bytes()) {
        return false;
    }
    anchors().all(is_read)
        && references
            .into_iter()
            .all(|reference| is_plain(paragraph, &reference.range) && is_quiet(&cite(reference, on), may_claim, on))
}

/// True if a cell of a table begins with a year, which may be that of the edition of a standard in another.
fn has_cell_of_year(paragraph: &[u8]) -> bool {
    memchr::memchr_iter(b'|', paragraph).any(|bar| {
        let cell = paragraph[bar + 1..].trim_ascii_start();
        let cell = cell.strip_prefix(b"v").or_else(|| cell.strip_prefix(b":")).unwrap_or(cell);
        matches!(cell, [b'1', b'9', a, b, ..] | [b'2', b'0', a, b, ..] if a.is_ascii_digit() && b.is_ascii_digit())
    })
}

/// True if a citation can matter to no rule, neither of the document nor of the whole set; its paragraph may hold a claim
/// or not.
fn is_quiet(citation: &Citation, may_claim: impl Fn() -> bool, on: Date) -> bool {
    citation.status.verdict().is_none()
        && !editions::counts(citation)
        && amendment::missing(citation, on).is_empty()
        && !((guidance::is_guidance(citation) || names_requirements(citation)) && may_claim())
}

/// True if nothing near the range could read otherwise once the markup is gone.
fn is_plain(text: &str, range: &Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let start = range.start.saturating_sub(BEFORE);
    let near = &bytes[start..(range.end + BEHIND).min(bytes.len())];
    // Without an early end the loop is vectorised, and most text is plain throughout.
    let is_marked = near.iter().fold(false, |found, byte| found | is_mark(*byte));
    // In a quotation the mark of the next line would stand in the middle of a citation.
    let is_quoted = |at: usize| bytes[start + at..].trim_ascii_start().starts_with(b">");
    !is_marked && !memchr::memchr_iter(b'\n', near).any(is_quoted)
}

/// True for a byte of markup, of an entity or of a character that is not plain.
fn is_mark(byte: u8) -> bool {
    (byte == b'*')
        | (byte == b'_')
        | (byte == b'`')
        | (byte == b'&')
        | (byte == b'\\')
        | (byte == b'<')
        | (byte == b'[')
        | (byte == b']')
        | (byte == b'\r')
        | (byte == b'\t')
        | (byte == b'~')
        | (byte == b'!')
        | (byte >= 0x80)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn plain_citations_in_order_need_no_reader() {
        let today = date(2026, 11, 22);
        for text in [
            "We follow ISO/IEC 27001 and ISO 22301.",
            "ISO 8601:2019 dates.\n\nISO/IEC 20000-10 applies.",
            "isolation at 3 sites",
        ] {
            assert!(!needs_reader(text, today), "{text}");
        }
        for text in [
            "per ISO/IEC 27001:2013",
            "ISO/IEC **27001**:2013",
            "ISO/IEC 27001&#58;2013",
            "> ISO/IEC 27001,\n> 2013 edition",
            "ISO/IEC 20000-1:2018",
            "the *2013* edition of ISO/IEC 27001",
            "ISO/IEC TR 20000-9",
            "ISO 9001:2026 applies",
        ] {
            assert!(needs_reader(text, today), "{text}");
        }
    }
}

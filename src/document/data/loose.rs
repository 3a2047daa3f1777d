//! Tells what the parser of YAML would say of text that is none, as far as that is certain.
//!
//! To the parser a paragraph is a value that goes on, over blank lines and whatever else stands there, up to a comment or a
//! colon with a blank behind it. It gives up there, and at once at the rows of tables. All of it is found here at a small
//! part of its cost.

use std::ops::Range;

/// Most comments in a row that are told of.
const MOST_COMMENTS: usize = 1000;

/// What the parser says from the start of a line up to where it gives up.
#[derive(Debug)]
pub(super) struct Loose {
    /// The comments with which it begins.
    pub before: Vec<Range<usize>>,
    /// The value behind them, without the blanks at its end.
    pub value: Option<Range<usize>>,
    /// The comments behind the value.
    pub behind: Vec<Range<usize>>,
    /// True if it says that the value was all, before it gives up or ends.
    pub is_closed: bool,
    /// Where it gives up; nothing if it comes to the end.
    pub fault: Option<usize>,
}

/// What a value ends at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// A comment that begins a line.
    Comment,
    /// A colon, directly behind a word.
    Colon,
    /// The end of the text.
    End,
}

/// True if nothing but line feeds, blanks and characters that are printed stands in a text, so that the parser gives up at
/// no character of a value or a comment.
pub(super) fn is_printed(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_odd = |byte: &u8| ((*byte < b' ') & (*byte != b'\n')) | (*byte == 0x7F);
    // Without an early end the loop is vectorised.
    if bytes.iter().fold(false, |odd, byte| odd | is_odd(byte)) {
        return false;
    }
    // Those further up that are not printed are U+0080 to U+009F, U+FEFF, U+FFFE and U+FFFF.
    memchr::memchr2_iter(0xC2, 0xEF, bytes)
        .all(|at| !matches!(bytes[at..], [0xC2, ..0xA0, ..] | [0xEF, 0xBB, 0xBF, ..] | [0xEF, 0xBF, 0xBE | 0xBF, ..]))
}

/// What the parser says of a text that is printed, from the line on that begins at `start`; nothing if that is not certain.
pub(super) fn read(text: &str, start: usize) -> Option<Loose> {
    let (before, at) = comments(text, start)?;
    let mut loose = Loose { before, value: None, behind: Vec::new(), is_closed: false, fault: Some(at) };
    if is_refused(&text[at..]) {
        return Some(loose);
    }
    let (stop, end) = value(text, at)?;
    let own = &text[at..end];
    loose.value = Some(at..at + own.trim_end_matches([' ', '\n']).len());
    match stop {
        Stop::Colon => {
            loose.fault = Some(end);
            // On one line it is a key.
            own.contains('\n').then_some(loose)
        }
        Stop::End => Some(Loose { is_closed: true, fault: None, ..loose }),
        Stop::Comment => {
            let (behind, next) = comments(text, end)?;
            let is_closed = !is_refused(&text[next..]);
            let is_certain = !is_closed || next == text.len() || is_node(text, next);
            let fault = (next < text.len()).then_some(next);
            is_certain.then_some(Loose { behind, is_closed, fault, ..loose })
        }
    }
}

/// The comments from the start of a line on that begin lines with at most empty ones between them, and where the first
/// line behind them begins that is not empty.
fn comments(text: &str, mut at: usize) -> Option<(Vec<Range<usize>>, usize)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    loop {
        at += bytes[at..].iter().take_while(|byte| **byte == b'\n').count();
        if bytes.get(at) != Some(&b'#') {
            return Some((found, at));
        }
        let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end);
        found.push(at..end);
        at = end;
        if found.len() > MOST_COMMENTS {
            return None;
        }
    }
}

/// True if a text begins with a sign that the parser gives up at: one that no value begins with, or that of a text of
/// several lines with words behind it, as in the row of a table or a quotation.
fn is_refused(text: &str) -> bool {
    match text.as_bytes() {
        [b'`' | b'@', ..] => true,
        [b'|' | b'>', b' ', ..] => {
            text[1..].trim_start_matches(' ').starts_with(|next: char| next.is_ascii_graphic() && next != '#')
        }
        _ => false,
    }
}

/// What the value ends at that begins the line at `at`, and where; nothing if none is sure to begin there, or if it ends in
/// another way.
fn value(text: &str, at: usize) -> Option<(Stop, usize)> {
    let bytes = text.as_bytes();
    if !bytes.get(at).is_some_and(|first| first.is_ascii_alphanumeric() || *first == b'(') {
        return None;
    }
    let is_blank = |byte: u8| matches!(byte, b' ' | b'\n');
    for sign in memchr::memchr3_iter(b'\n', b'#', b':', &bytes[at..]).map(|sign| at + sign) {
        let next = bytes.get(sign + 1).copied().unwrap_or(b' ');
        match bytes[sign] {
            b'\n' if bytes[sign + 1..].starts_with(b"---") || bytes[sign + 1..].starts_with(b"...") => return None,
            b'#' if is_blank(bytes[sign - 1]) => return (bytes[sign - 1] == b'\n').then_some((Stop::Comment, sign)),
            b':' if is_blank(next) => return (!is_blank(bytes[sign - 1])).then_some((Stop::Colon, sign)),
            _ => {}
        }
    }
    Some((Stop::End, bytes.len()))
}

/// True if a line begins an item of a list, or a value that is surely no key.
fn is_node(text: &str, at: usize) -> bool {
    let line = &text[at..];
    let is_item =
        line.strip_prefix("- ").is_some_and(|words| words.starts_with(|next: char| next.is_ascii_alphanumeric()));
    is_item || value(text, at).is_some_and(|(stop, end)| stop == Stop::End || text[at..end].contains('\n'))
}

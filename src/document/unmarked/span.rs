//! What is marked inside of lines of Markdown: links, strong words and code, if nothing else is.

use std::ops::Range;

use super::super::bytes::find;

/// True for a byte that is markup anywhere in a line.
#[inline]
fn is_markup(byte: u8) -> bool {
    (byte == b'&')
        | (byte == b'*')
        | (byte == b'<')
        | (byte == b'[')
        | (byte == b'\\')
        | (byte == b'_')
        | (byte == b'`')
        | (byte == b'~')
}

pub(super) fn has_markup(text: &str) -> bool {
    find(text.as_bytes(), is_markup).is_some()
}

/// True if pictures may stand in a text.
pub(super) fn has_picture(text: &str) -> bool {
    memchr::memchr_iter(b'!', text.as_bytes()).any(|at| text.as_bytes().get(at + 1) == Some(&b'['))
}

/// A stretch of words that is marked: code, or with what is shown of it.
pub(super) struct Span {
    pub(super) whole: Range<usize>,
    pub(super) inner: Option<Range<usize>>,
}

/// Collects the links, strong words and code in some words, in order; false if there is other markup in them, or any that
/// might be read in another way.
pub(super) fn spans(words: &str, spans: &mut Vec<Span>) -> bool {
    let bytes = words.as_bytes();
    let at = |index: Option<usize>| index.and_then(|index| bytes.get(index)).copied().unwrap_or(b' ');
    let mut from = 0;
    while let Some(found) = find(&bytes[from..], is_markup) {
        let start = from + found;
        let (before, next) = (at(start.checked_sub(1)), at(Some(start + 1)));
        let rest = &words[start..];
        let span = match bytes[start] {
            b'_' if before.is_ascii_alphanumeric() && next.is_ascii_alphanumeric() => {
                from = start + 1;
                continue;
            }
            b'[' if before != b'!' => link(rest),
            b'*' if matches!(before, b' ' | b'\n' | b'(') => strong(rest),
            b'`' if before != b'`' => code(rest),
            _ => None,
        };
        let Some(Span { whole, inner }) = span else { return false };
        from = start + whole.end;
        let inner = inner.map(|inner| start + inner.start..start + inner.end);
        spans.push(Span { whole: start..from, inner });
    }
    true
}

/// The link with which a text begins: `[plain words](address)`.
fn link(text: &str) -> Option<Span> {
    let is_word = |byte: &u8| !is_markup(*byte) && !matches!(byte, b'\n' | b'\r' | b']' | b'^');
    let words = text[1..].bytes().take_while(|byte| is_word(byte)).count();
    let address = text[1 + words..].strip_prefix("](")?;
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"./-_:?=%#@+~".contains(byte);
    let length = address.bytes().take_while(is_part).count();
    let is_link = words > 0 && length > 0 && address[length..].starts_with(')');
    is_link.then(|| Span { whole: 0..words + length + 4, inner: Some(1..1 + words) })
}

/// The strong words with which a text begins: `**plain words**`.
fn strong(text: &str) -> Option<Span> {
    let inner = text.strip_prefix("**")?;
    let length = inner.bytes().take_while(|byte| !is_markup(*byte) && !matches!(byte, b'\n' | b'\r')).count();
    let is_edge = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let words = &inner.as_bytes()[..length];
    let behind = inner[length..].strip_prefix("**")?;
    let ends = behind.is_empty() || behind.starts_with([' ', '\n', '\r', '.', ',', ';', ':', ')']);
    let is_strong = is_edge(words.first()) && is_edge(words.last()) && ends;
    is_strong.then(|| Span { whole: 0..length + 4, inner: Some(2..2 + length) })
}

/// The code with which a text begins: between two single back ticks, on one line.
fn code(text: &str) -> Option<Span> {
    let length = text[1..].bytes().take_while(|byte| !matches!(byte, b'`' | b'\n' | b'\r')).count();
    let behind = text[1 + length..].strip_prefix('`')?;
    (length > 0 && !behind.starts_with('`')).then(|| Span { whole: 0..length + 2, inner: None })
}

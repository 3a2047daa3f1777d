//! Reads YAML that is one line a key, as nearly all front matter is: `title: "Plan"`, `tags: [a, b]`.
//!
//! It tells the builder what the parser would, at a small part of its cost, or nothing if it is not certain: the parser of
//! YAML is a crate, which must be ready for all else that YAML may be.

use std::ops::Range;

use super::super::line::with_ends;
use super::builder::Builder;
use super::loose::is_printed;
use super::piece::{Form, Piece};

/// A line: a key with what it is said to be.
struct Entry<'a> {
    key: &'a str,
    value: Value,
}

/// Ranges are those of the line.
enum Value {
    One(Scalar),
    List(Vec<Scalar>),
}

/// A value without its quotes.
struct Scalar {
    range: Range<usize>,
    form: Form<'static>,
}

/// Reads a text that stands in a file at `base`; false, and nothing is read, if there is more in it.
pub(super) fn read<'a>(text: &'a str, base: usize, builder: &mut Builder<'a>) -> bool {
    let Some(entries) = entries(text, base) else { return false };
    if entries.is_empty() {
        return true;
    }
    builder.open(false, 0);
    for (at, line, Entry { key, value }) in entries {
        let piece = |scalar: Scalar| {
            let Scalar { range, form } = scalar;
            Piece { at: at + range.start, raw: &line[range], form }
        };
        builder.key(Piece { raw: key, at, form: Form::Plain });
        match value {
            Value::One(scalar) => builder.value(piece(scalar), None),
            Value::List(all) => {
                builder.open(true, key.len() + 2);
                all.into_iter().for_each(|scalar| builder.value(piece(scalar), None));
                builder.close();
            }
        }
    }
    builder.close();
    true
}

/// Where each line begins, itself and what it says; nothing if one of them is not certain.
fn entries(text: &str, base: usize) -> Option<Vec<(usize, &str, Entry<'_>)>> {
    let mut at = base;
    let mut all = Vec::new();
    for whole in with_ends(text) {
        let line = whole.strip_suffix('\n').map_or(whole, |line| line.strip_suffix('\r').unwrap_or(line));
        if !line.is_empty() {
            all.push((at, line, entry(line)?));
        }
        at += whole.len();
    }
    Some(all)
}

fn entry(line: &str) -> Option<Entry<'_>> {
    let end = line.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
    let key = &line[..end];
    if !key.starts_with(|one: char| one.is_ascii_alphabetic()) || !line[end..].starts_with(": ") {
        return None;
    }
    let start = end + 2;
    let Some(inner) = line[start..].strip_prefix('[') else {
        return Some(Entry { key, value: Value::One(scalar(line, start..line.len(), false)?) });
    };
    let inner = inner.strip_suffix(']')?;
    let mut at = start + 1;
    let mut list = Vec::new();
    for word in inner.split(',') {
        let blanks = word.len() - word.trim_start_matches(' ').len();
        list.push(scalar(line, at + blanks..at + word.len(), true)?);
        at += word.len() + 1;
    }
    Some(Entry { key, value: Value::List(list) })
}

/// The value in a range of a line, or in a list there.
fn scalar(line: &str, range: Range<usize>, in_list: bool) -> Option<Scalar> {
    let text = &line[range.clone()];
    let first = *text.as_bytes().first()?;
    if matches!(first, b'"' | b'\'') {
        let inner = text.get(1..)?.strip_suffix(char::from(first))?;
        let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | 0x80..) && !matches!(byte, b'"' | b'\'' | b'\\');
        let form = if first == b'"' { Form::Escaped } else { Form::Doubled(b'\'') };
        let fits = inner.bytes().all(is_plain) && (inner.is_ascii() || is_printed(inner));
        return fits.then(|| Scalar { range: range.start + 1..range.end - 1, form });
    }
    let is_plain = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || !byte.is_ascii()
            || matches!(byte, b' ' | b'.' | b'/' | b'(' | b')' | b'-' | b'_' | b'%' | b';' | b'+' | b'?' | b'@')
            || (!in_list && matches!(byte, b',' | b'&' | b'*' | b'!' | b'\'' | b'"'))
    };
    let is_sure =
        |at: usize, byte: u8| is_plain(byte) || (!in_list && byte == b':' && !text[at + 1..].starts_with(' '));
    let ends_well = |last: u8| last.is_ascii_alphanumeric() || matches!(last, b'.' | b')' | b'/' | b'%');
    let fits = first.is_ascii_alphanumeric()
        && text.bytes().next_back().is_some_and(ends_well)
        && text.bytes().enumerate().all(|(at, byte)| is_sure(at, byte))
        && (text.is_ascii() || is_printed(text));
    fits.then_some(Scalar { range, form: Form::Plain })
}

//! Tags: where one ends, its name, its attributes.

use std::ops::Range;

/// One past the end of the tag, comment or declaration that `text` begins with, or of its `<` if that is text. What is
/// not closed ends with the text.
#[must_use]
pub fn end(text: &str) -> usize {
    let close = |needle: &str, from: usize| {
        let found = memchr::memmem::find(&text.as_bytes()[from.min(text.len())..], needle.as_bytes());
        found.map_or(text.len(), |at| from + at + needle.len())
    };
    if text.starts_with("<!--") {
        return close("-->", 2);
    }
    if text.starts_with(CDATA) {
        return close("]]>", CDATA.len());
    }
    match text.as_bytes().get(1) {
        Some(b'!' | b'?') => close(">", 2),
        Some(b'/') if text.len() > 2 && !text.as_bytes()[2].is_ascii_alphabetic() => close(">", 2),
        Some(byte) if byte.is_ascii_alphabetic() || *byte == b'/' && text.len() > 2 => {
            let scan = attributes(text);
            scan.end.unwrap_or_else(|| close(">", 1))
        }
        _ => 1,
    }
}

/// How a section of text without markup begins.
pub const CDATA: &str = "<![CDATA[";

/// The name of a tag, opening or closing; empty for comments and declarations.
#[must_use]
pub fn name(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|one: char| !one.is_ascii_alphanumeric() && one != '-').unwrap_or(name.len());
    let end = if name.starts_with(|one: char| one.is_ascii_alphabetic()) { end } else { 0 };
    &name[..end]
}

/// The value of an attribute of an opening tag, as bytes of the tag.
#[must_use]
pub fn attribute(tag: &str, wanted: &str) -> Option<Range<usize>> {
    let mut found = attributes(tag).all.into_iter();
    found.find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value)
}

/// The value of an attribute of an opening tag as text; empty if there is none.
#[must_use]
pub fn value<'a>(tag: &'a str, wanted: &str) -> &'a str {
    attribute(tag, wanted).map_or("", |range| &tag[range])
}

/// The attributes of a tag.
struct Attributes<'a> {
    /// Names and values in order.
    all: Vec<(&'a str, Range<usize>)>,
    /// One past the end of the tag; nothing if it is not closed.
    end: Option<usize>,
}

/// Reads an opening tag. A quote counts only where a value begins, so that `don't` opens none.
fn attributes(text: &str) -> Attributes<'_> {
    let bytes = text.as_bytes();
    let skip = |from: usize, wanted: fn(u8) -> bool| {
        bytes[from..].iter().position(|byte| !wanted(*byte)).map_or(bytes.len(), |at| from + at)
    };
    let mut all = Vec::new();
    let mut at = skip(1, |byte| !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>'));
    loop {
        at = skip(at, |byte| byte.is_ascii_whitespace() || byte == b'/');
        match bytes.get(at) {
            None => return Attributes { all, end: None },
            Some(b'>') => return Attributes { all, end: Some(at + 1) },
            Some(_) => {}
        }
        let start = at;
        at = skip(at + 1, |byte| !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>' | b'='));
        // A name may begin with a byte of a longer character, but never ends inside one.
        let name = &text[start..at];
        let sign = skip(at, |byte| byte.is_ascii_whitespace());
        if bytes.get(sign) != Some(&b'=') {
            all.push((name, at..at));
            continue;
        }
        let from = skip(sign + 1, |byte| byte.is_ascii_whitespace());
        let value = match bytes.get(from) {
            Some(quote @ (b'"' | b'\'')) => match memchr::memchr(*quote, &bytes[from + 1..]) {
                Some(length) => from + 1..from + 1 + length,
                None => return Attributes { all, end: None },
            },
            _ => from..skip(from, |byte| !byte.is_ascii_whitespace() && byte != b'>'),
        };
        at = if bytes.get(value.end).is_some_and(|byte| matches!(byte, b'"' | b'\'')) && value.start > from {
            value.end + 1
        } else {
            value.end
        };
        all.push((name, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hide_the_end_of_a_tag_only_in_values() {
        for (text, tag) in [
            ("<a title='>'>x", "<a title='>'>"),
            ("<p don't>x '", "<p don't>"),
            ("<a href=x/y>z", "<a href=x/y>"),
            ("<a title=\">x", "<a title=\">"),
            ("<!-- > -->x", "<!-- > -->"),
            ("<!-->x", "<!-->"),
            ("< b", "<"),
            ("<3", "<"),
            ("</p title='>'>x", "</p title='>'>"),
            ("</ a='>'>x", "</ a='>"),
            ("</p>x", "</p>"),
            ("<p é=ü>x", "<p é=ü>"),
            ("<p", "<p"),
        ] {
            assert_eq!(&text[..end(text)], tag, "{text}");
        }
    }

    #[test]
    fn attributes_are_found_whatever_stands_beside_them() {
        let tag = "<IMG src=a.png ALT = 'one \"two\"' hidden width=\"3\"/>";
        assert_eq!(name(tag), "IMG");
        assert_eq!((value(tag, "alt"), value(tag, "width"), value(tag, "src")), ("one \"two\"", "3", "a.png"));
        assert_eq!((value(tag, "hidden"), value(tag, "title")), ("", ""));
        assert!(attribute(tag, "hidden").is_some() && attribute(tag, "title").is_none());
    }
}

//! Where a part of a text is written in a file: in quotation marks, in a block, over several lines.

use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

use crate::source::Span;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// In double quotation marks, in which a backslash begins an escape.
    Double,
    /// In single quotation marks, in which two are one.
    Single,
    /// As it is, in a line or in a block.
    Plain,
}

/// The place of the part `inside` of a text `value` that is written at `whole`, at least one character where there is one.
/// Nothing if the two do not go together.
#[must_use]
pub fn written(text: &str, whole: Span, value: &str, inside: &Range<usize>) -> Option<Span> {
    let raw = text.get(whole.start..whole.end)?;
    let places = places(raw, value)?;
    let within = |(at, _): &&(usize, Range<usize>)| inside.contains(at);
    let first = places.iter().find(within);
    // What ends too early is marked at its last character.
    let first = first.or_else(|| places.iter().rev().find(|(at, _)| *at < inside.start))?;
    let last = places.iter().rev().find(within).unwrap_or(first);
    Some(Span::new(whole.start + first.1.start, whole.start + last.1.end))
}

/// For each character of the value that is more than a line end where it stands, and where it is written.
fn places(raw: &str, value: &str) -> Option<Vec<(usize, Range<usize>)>> {
    let (style, start) = match raw.chars().next()? {
        '"' => (Style::Double, 1),
        '\'' => (Style::Single, 1),
        // Behind the sign of a block the rest of its line says how it is read.
        '|' | '>' => (Style::Plain, raw.find('\n')? + 1),
        _ => (Style::Plain, 0),
    };
    let mut reader = Reader { style, raw, rest: raw[start..].char_indices().peekable(), start };
    let mut all = Vec::with_capacity(value.len());
    for (at, one) in value.char_indices() {
        // How lines are joined does not matter: blanks are passed by until the next sign.
        if one.is_whitespace() && reader.skips_blank(one) {
            continue;
        }
        let place = reader.next_sign(one)?;
        all.push((at, place));
    }
    Some(all)
}

/// Reads a text as it is written.
struct Reader<'a> {
    style: Style,
    raw: &'a str,
    rest: Peekable<CharIndices<'a>>,
    start: usize,
}

impl Reader<'_> {
    /// True if a blank of the value is one of the blanks that stand here, or stands for a line end.
    fn skips_blank(&mut self, wanted: char) -> bool {
        match self.rest.peek() {
            Some((_, found)) if found.is_whitespace() => {
                if *found == wanted {
                    self.rest.next();
                }
                true
            }
            // A block may end with a line end that is no part of what is marked.
            None => true,
            Some((_, '\\')) if self.style == Style::Double => false,
            Some(_) => true,
        }
    }

    /// Where the next sign is written, which must be the one that is wanted.
    fn next_sign(&mut self, wanted: char) -> Option<Range<usize>> {
        loop {
            let (at, found) = self.rest.next()?;
            if found.is_whitespace() && !wanted.is_whitespace() {
                continue;
            }
            let is_sign = match (self.style, found) {
                (Style::Double, '\\') => match self.escaped()? {
                    None => continue,
                    Some(one) => one == wanted,
                },
                (Style::Single, '\'') => self.rest.next().is_some_and(|(_, next)| next == '\'') && wanted == '\'',
                _ => found == wanted,
            };
            let end = self.rest.peek().map_or(self.raw.len(), |(next, _)| self.start + next);
            return is_sign.then_some(self.start + at..end);
        }
    }

    /// The character that an escape stands for; no character for one that joins two lines.
    fn escaped(&mut self) -> Option<Option<char>> {
        let (_, sign) = self.rest.next()?;
        let digits = match sign {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            '\n' | '\r' => return Some(None),
            '0' => return Some(Some('\0')),
            'a' => return Some(Some('\u{7}')),
            'b' => return Some(Some('\u{8}')),
            't' | '\t' => return Some(Some('\t')),
            'n' => return Some(Some('\n')),
            'v' => return Some(Some('\u{b}')),
            'f' => return Some(Some('\u{c}')),
            'r' => return Some(Some('\r')),
            'e' => return Some(Some('\u{1b}')),
            'N' => return Some(Some('\u{85}')),
            '_' => return Some(Some('\u{a0}')),
            'L' => return Some(Some('\u{2028}')),
            'P' => return Some(Some('\u{2029}')),
            same => return Some(Some(same)),
        };
        let number: String = self.rest.by_ref().take(digits).map(|(_, digit)| digit).collect();
        u32::from_str_radix(&number, 16).ok().and_then(char::from_u32).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{Value, parse};

    /// The text in the file at the place of `part` in the value of the key `a`.
    fn marked<'a>(file: &'a str, part: &str) -> &'a str {
        let node = parse(file).expect("it is YAML");
        let node = node.get("a").expect("the key is there");
        let Value::Text(value) = &node.value else { panic!("a text") };
        let start = value.find(part).unwrap_or_else(|| panic!("{part:?} in {value:?}"));
        let span = written(file, node.span, value, &(start..start + part.len())).expect("they go together");
        &file[span.start..span.end]
    }

    #[test]
    fn parts_of_texts_are_found_in_every_way_of_writing() {
        for (file, part, expected) in [
            ("a: x(?P<y\n", "(?P<y", "(?P<y"),
            ("a: \"a\\tb\\u0041(?P<x\"\n", "(?P<x", "(?P<x"),
            ("a: \"a\\tb\\u0041(?P<x\"\n", "A(", "\\u0041("),
            ("a: \"\\\\d\\\\.\\x28z\"\n", "(z", "\\x28z"),
            ("a: 'it''s (ISP'\n", "(", "("),
            ("a: 'it''s (ISP'\n", "'s", "''s"),
            ("a: \"one\n  two (x\"\n", "(x", "(x"),
            ("a: \"one\\\n  two (x\"\n", "(x", "(x"),
            ("a: >-\n  one\n  two (x\n", "(x", "(x"),
            ("a: |\n  one\n    two (x\n  y\n", "(x", "(x"),
            ("a: one\n  two (ü\n", "(ü", "(ü"),
            ("a: \"ü \\U0001F512 (z\"\n", "(z", "(z"),
        ] {
            assert_eq!(marked(file, part), expected, "{file}");
        }
    }
}

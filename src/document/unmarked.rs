//! Reads Markdown that has hardly any markup, as nearly all of it is: paragraphs, headings and simple lists of words.
//!
//! It gives the events that the parser would give, at a small part of its cost, or none if it is not certain of them.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

type Events<'a> = Vec<(Event<'a>, Range<usize>)>;

/// The events of a text; nothing if it may hold markup for which a parser is needed.
#[must_use]
pub fn events(text: &str) -> Option<Events<'_>> {
    // Without an early end the loop is vectorised.
    if text.bytes().fold(false, |marked, byte| marked | is_markup(byte)) {
        return None;
    }
    let mut reader = Reader { text, at: 0, out: Vec::new() };
    while reader.at < text.len() {
        reader.block()?;
    }
    Some(reader.out)
}

/// True for a byte that may be markup anywhere in a line, or that is no part of plain text.
fn is_markup(byte: u8) -> bool {
    (byte < b' ') & (byte != b'\n')
        | (byte == 0x7F)
        | (byte == b'!')
        | (byte == b'$')
        | (byte == b'&')
        | (byte == b'*')
        | (byte == b'+')
        | (byte == b'<')
        | (byte == b'=')
        | (byte == b'>')
        | (byte == b'[')
        | (byte == b']')
        | (byte == b'\\')
        | (byte == b'^')
        | (byte == b'_')
        | (byte == b'`')
        | (byte == b'{')
        | (byte == b'|')
        | (byte == b'}')
        | (byte == b'~')
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    out: Events<'a>,
}

impl<'a> Reader<'a> {
    /// The line that begins at `at`, without its end.
    fn line(&self, at: usize) -> &'a str {
        let rest = &self.text[at..];
        &rest[..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())]
    }

    /// Where the line behind this one begins.
    fn behind(&self, at: usize, line: &str) -> usize {
        (at + line.len() + 1).min(self.text.len())
    }

    fn block(&mut self) -> Option<()> {
        let line = self.line(self.at);
        match line.bytes().next() {
            None => {
                self.at = self.behind(self.at, line);
                Some(())
            }
            Some(b'#') => self.heading(line),
            Some(b'-' | b'0'..=b'9') => self.list(line),
            Some(_) => self.paragraph(line),
        }
    }

    fn heading(&mut self, line: &'a str) -> Option<()> {
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        let words = line[level..].strip_prefix(' ')?;
        if !is_words(words) || words.contains('#') {
            return None;
        }
        let level = HeadingLevel::try_from(level).ok()?;
        let end = self.behind(self.at, line);
        let range = self.at..end;
        let start = self.at + line.len() - words.len();
        let tag = Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() };
        self.out.push((Event::Start(tag), range.clone()));
        self.out.push((Event::Text(words.into()), start..start + words.len()));
        self.out.push((Event::End(TagEnd::Heading(level)), range));
        self.at = end;
        Some(())
    }

    fn paragraph(&mut self, line: &'a str) -> Option<()> {
        if !is_words(line) || !line.starts_with(is_letter) {
            return None;
        }
        let (start, first) = (self.at, self.out.len());
        self.out.push((Event::Start(Tag::Paragraph), 0..0));
        self.words(start, line);
        self.at = self.behind(start, line);
        while self.at < self.text.len() {
            let line = self.line(self.at);
            if line.is_empty() {
                break;
            }
            self.goes_on(line, 0)?;
        }
        let range = start..self.at;
        self.out[first].1 = range.clone();
        self.out.push((Event::End(TagEnd::Paragraph), range));
        Some(())
    }

    /// Reads another line of a block whose lines are indented.
    fn goes_on(&mut self, line: &'a str, indent: usize) -> Option<()> {
        let words = line.get(indent..)?;
        if !line[..indent].bytes().all(|byte| byte == b' ') || !is_words(words) || !words.starts_with(is_letter) {
            return None;
        }
        self.out.push((Event::SoftBreak, self.at - 1..self.at));
        self.words(self.at + indent, words);
        self.at = self.behind(self.at, line);
        Some(())
    }

    fn words(&mut self, start: usize, words: &'a str) {
        self.out.push((Event::Text(words.into()), start..start + words.len()));
    }

    /// A list whose items follow each other without blank lines.
    fn list(&mut self, line: &'a str) -> Option<()> {
        let (start, first) = (self.at, self.out.len());
        let (_, number) = marker(line)?;
        self.out.push((Event::Start(Tag::List(number)), 0..0));
        loop {
            let line = self.line(self.at);
            if line.is_empty() {
                break;
            }
            let (indent, own) = marker(line)?;
            if own.is_some() != number.is_some() {
                return None;
            }
            self.item(line, indent)?;
        }
        self.end_list(start, first, number)
    }

    fn item(&mut self, line: &'a str, indent: usize) -> Option<()> {
        let words = &line[indent..];
        if !is_words(words) || !words.starts_with(is_letter) {
            return None;
        }
        let (start, first) = (self.at, self.out.len());
        self.out.push((Event::Start(Tag::Item), 0..0));
        self.words(start + indent, words);
        self.at = self.behind(start, line);
        while self.line(self.at).starts_with("  ") {
            self.goes_on(self.line(self.at), indent)?;
        }
        let range = start..self.at;
        self.out[first].1 = range.clone();
        self.out.push((Event::End(TagEnd::Item), range));
        Some(())
    }

    /// A list ends where a paragraph or a heading follows, or nothing. The blank lines behind it belong to it and to
    /// its last item.
    fn end_list(&mut self, start: usize, first: usize, number: Option<u64>) -> Option<()> {
        while self.at < self.text.len() && self.line(self.at).is_empty() {
            self.at += 1;
        }
        let next = self.line(self.at);
        if self.at < self.text.len() && !next.starts_with('#') && !next.starts_with(is_letter) {
            return None;
        }
        let end = self.at;
        let item = self.out.iter().rposition(|(event, _)| matches!(event, Event::Start(Tag::Item)))?;
        self.out[first].1 = start..end;
        self.out[item].1.end = end;
        self.out.last_mut()?.1.end = end;
        self.out.push((Event::End(TagEnd::List(number.is_some())), start..end));
        Some(())
    }
}

/// Length of the marker of an item, with the blank behind it, and the number in it.
fn marker(line: &str) -> Option<(usize, Option<u64>)> {
    if line.starts_with("- ") {
        return Some((2, None));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_marker = (1..=9).contains(&digits) && line[digits..].starts_with(". ");
    is_marker.then(|| Some((digits + 2, Some(line[..digits].parse().ok()?))))?
}

fn is_letter(one: char) -> bool {
    one.is_alphabetic()
}

/// True if nothing at the ends of a line would be taken away.
fn is_words(line: &str) -> bool {
    let is_edge = |one: Option<char>| one.is_none_or(char::is_whitespace);
    !is_edge(line.chars().next()) && !is_edge(line.chars().next_back())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::Parser;

    use super::super::markdown::{front_matter, options};
    use super::*;

    /// Neighbouring texts as one.
    fn joined(events: impl Iterator<Item = (Event<'static>, Range<usize>)>) -> Vec<String> {
        let mut out: Vec<(Event<'_>, Range<usize>)> = Vec::new();
        for (event, range) in events {
            match (out.last_mut(), &event) {
                (Some((Event::Text(last), own)), Event::Text(text)) if own.end == range.start => {
                    *last = format!("{last}{text}").into();
                    own.end = range.end;
                }
                _ => out.push((event, range)),
            }
        }
        out.into_iter().map(|one| format!("{one:?}")).collect()
    }

    fn parsed(text: &str) -> Vec<String> {
        let options = options() | front_matter();
        joined(Parser::new_ext(text, options).into_offset_iter().map(|(event, range)| (event.into_static(), range)))
    }

    fn own(text: &str) -> Option<Vec<String>> {
        events(text).map(|all| joined(all.into_iter().map(|(event, range)| (event.into_static(), range))))
    }

    #[test]
    fn what_is_common_needs_no_parser() {
        for text in
            ["# A b\n\nOne two\nthree.\n\n- a\n- b\n  c\n\nD\n", "Text", "1. a\n2. b\n   c\n\n# E\n", "\n\nText\n\n"]
        {
            assert_eq!(own(text).expect("it is simple"), parsed(text), "{text:?}");
        }
        for text in [
            "a *b*\n", "a\n- b\n", "- a\n\n- b\n", "- a\nb\n", " a\n", "a \nb\n", "---\na\n---\n", "a\n---\n",
            "a\n: b\n", "1) a",
        ] {
            assert!(events(text).is_none(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn both_give_the_same_events(lines in prop::collection::vec(prop_oneof![
            Just(String::new()), Just(String::new()), "[a-c](( |, |\\. |: |-|' ?)?[A-C0-9é#:.)-]){0,6}", "#{1,3} [a-c]( ?[a-c.]){0,4}",
            "- [a-c]( ?[a-c:.-]){0,4}", "- [a-c]( ?[a-c:.-]){0,4}", "[0-9]{1,2}\\. [a-c]( ?[a-c.-]){0,4}", "[0-9]{1,2}\\. [a-c]( ?[a-c.-]){0,4}", "  [a-c]( ?[a-c:.-]){0,4}", "   [a-c]( ?[a-c:.-]){0,4}", "[ #a:(.)0-9-]{1,4}",
        ], 0..9), end in "\n{0,2}") {
            let text = lines.join("\n") + &end;
            if let Some(own) = own(&text) {
                prop_assert_eq!(own, parsed(&text), "{:?}", text);
            }
        }
    }
}

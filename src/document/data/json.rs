//! The reader of JSON, with what people add to it: comments, trailing commas, one object a line, single quotes.
//!
//! A scanner of tokens rather than a parser: parsers end at the first mistake and keep no places, this one takes what it
//! finds and goes on, from the middle of a file too.

use super::super::directive::is_directive;
use super::super::model::{Document, Fault};
use super::builder::Builder;
use super::piece::{Form, Piece};
use super::window::Kept;
use crate::source::ceiling;

/// Name of the format in notes.
const NAME: &str = "JSON";

/// What comments begin and end with.
const SIGNS: &[char] = &['/', '*'];

/// Reads a window of JSON that goes on where the last one ended; with `lines`, the objects at the top are rows.
pub(in super::super) fn read_on(text: &str, anchors: Option<&[usize]>, kept: &mut Kept, lines: bool) -> Document {
    let mut builder = Builder::new(anchors);
    kept.restore(&mut builder);
    if lines && builder.frames.is_empty() {
        builder.open(true, 0);
    }
    let mut scanner = Scanner { text, at: 0, builder, fault: None, last: None };
    if let Some(quote) = kept.quote.take() {
        kept.quote = scanner.string(quote, kept.is_last);
    }
    while let Some(byte) = text.as_bytes().get(scanner.at) {
        scanner.token(*byte, kept, usize::from(lines));
    }
    scanner.flush();
    let Scanner { mut builder, mut fault, .. } = scanner;
    kept.keep(&builder);
    if kept.is_last && builder.frames.len() > usize::from(lines) {
        fault = fault.or(Some(text.trim_end().len()));
    }
    while !builder.frames.is_empty() {
        builder.close();
    }
    let fault = fault.map(|at| Fault { at, format: NAME });
    Document { blocks: builder.blocks, fault, ..Document::default() }
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    builder: Builder<'a>,
    fault: Option<usize>,
    /// A string or a word that is a key if a colon follows.
    last: Option<Piece<'a>>,
}

impl<'a> Scanner<'a> {
    fn token(&mut self, byte: u8, kept: &mut Kept, least: usize) {
        let is_blank = matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
        if is_blank || byte == b':' {
            if byte == b':' {
                self.key();
            }
            self.at += 1;
            return;
        }
        let start = self.at;
        self.flush();
        if self.at > start {
            return;
        }
        match byte {
            b',' => self.at += 1,
            b'{' | b'[' => {
                self.builder.open(byte == b'[', 0);
                self.at += 1;
            }
            b'}' | b']' => self.close(byte == b']', least),
            b'"' | b'\'' => {
                self.at += 1;
                kept.quote = self.string(byte, kept.is_last);
            }
            b'/' if matches!(self.text.as_bytes().get(self.at + 1), Some(b'/' | b'*')) => self.comment(),
            _ => self.word(),
        }
    }

    /// Takes what came last as a key.
    fn key(&mut self) {
        match self.last.take() {
            Some(key) => self.builder.key(key),
            None => self.fail(),
        }
    }

    /// Takes what came last as a value.
    fn flush(&mut self) {
        if let Some(piece) = self.last.take() {
            let comment = self.beside(piece.span().end);
            self.builder.value(piece, comment);
        }
    }

    fn fail(&mut self) {
        self.fault = self.fault.or(Some(self.at));
    }

    fn close(&mut self, is_list: bool, least: usize) {
        if self.builder.may_close(is_list) && self.builder.frames.len() > least {
            self.builder.close();
        } else {
            self.fail();
        }
        self.at += 1;
    }

    /// Takes a string from behind its opening quote. One that a line ends was not closed; one that the text ends may go
    /// on in the next window, and then its quote is given.
    fn string(&mut self, quote: u8, is_last: bool) -> Option<u8> {
        let bytes = self.text.as_bytes();
        let mut end = self.at;
        let found = loop {
            end += memchr::memchr3(quote, b'\\', b'\n', &bytes[end..]).unwrap_or(bytes.len() - end);
            match bytes.get(end) {
                Some(b'\\') => end = (end + 2).min(bytes.len()),
                found => break found,
            }
        };
        end = ceiling(self.text, end);
        let raw = &self.text[self.at..end];
        let form = if memchr::memchr(b'\\', raw.as_bytes()).is_some() { Form::Escaped } else { Form::Plain };
        self.last = Some(Piece { raw, at: self.at, form });
        let goes_on = found.is_none() && !is_last;
        if found != Some(&quote) && !goes_on {
            self.fail();
        }
        self.at = end + usize::from(found == Some(&quote));
        goes_on.then_some(quote)
    }

    /// Takes a number, `true`, a key without quotes, or what should not stand there.
    fn word(&mut self) {
        let rest = &self.text[self.at..];
        let sign = |one: char| matches!(one, ',' | ':' | '{' | '}' | '[' | ']' | '"' | '\n');
        let end = rest.find(sign).unwrap_or(rest.len());
        let end = rest[..end].find("//").filter(|at| *at > 0).unwrap_or(end);
        let raw = rest[..end].trim_end();
        if !raw.bytes().all(|one| one.is_ascii_alphanumeric() || b"+-._$".contains(&one)) {
            self.fail();
        }
        let form = if raw.contains('\\') { Form::Escaped } else { Form::Plain };
        self.last = Some(Piece { raw, at: self.at, form });
        self.at += end;
    }

    fn comment(&mut self) {
        let start = self.at;
        let rest = &self.text[start..];
        let speaks = |comment: &str| is_directive(comment, SIGNS);
        let length = if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else {
            let mut lines = rest.split_inclusive('\n');
            let first = lines.next().unwrap_or_default();
            let goes_on = |line: &&str| line.trim_start().starts_with("//") && !speaks(line) && !speaks(first);
            first.len() + lines.take_while(goes_on).map(str::len).sum::<usize>()
        };
        self.at += length;
        if speaks(&rest[..length]) {
            return;
        }
        let raw = rest[..length].trim_end_matches(SIGNS);
        self.builder.comment(Piece { raw, at: start, form: Form::Comment(SIGNS) });
    }

    /// The comment behind a value on its line; it is read with the value.
    fn beside(&mut self, end: usize) -> Option<Piece<'a>> {
        let bytes = self.text.as_bytes();
        let end = end + usize::from(matches!(bytes.get(end), Some(b'"' | b'\'')));
        let gap = bytes[end..].iter().take(GAP);
        let at = end + gap.take_while(|one| matches!(one, b',' | b' ' | b'\t')).count();
        if at < self.at || !self.text[at..].starts_with("//") {
            return None;
        }
        let raw = self.text[at..].lines().next().unwrap_or_default();
        self.at = at + raw.len();
        if is_directive(raw, SIGNS) {
            return None;
        }
        Some(Piece { raw, at, form: Form::Comment(SIGNS) })
    }
}

/// How far behind a value a comment on it may begin, in bytes.
const GAP: usize = 64;

/// Where the first window of `bytes` ends: behind a comma or a line between values, as far out in the structure as any
/// that is not near its start; nothing if there is none.
#[must_use]
pub(in super::super) fn cut(bytes: &[u8], kept: &Kept) -> Option<usize> {
    let mut quote = kept.quote;
    let mut best: Option<(i64, usize)> = None;
    let mut depth = 0;
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        match (quote, byte) {
            (Some(_), b'\\') => at += 1,
            (Some(_), b'\n') => quote = None,
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"') => quote = Some(byte),
            (None, b'{' | b'[') => depth += 1,
            (None, b'}' | b']') => depth -= 1,
            (None, b',') if at > bytes.len() / 4 && best.is_none_or(|(least, _)| depth <= least) => {
                best = Some((depth, at + 1));
            }
            (None, b'\n') if at > bytes.len() / 4 && best.is_none_or(|(least, _)| depth < least) => {
                best = Some((depth, at + 1));
            }
            _ => {}
        }
        at += 1;
    }
    best.map(|(_, end)| end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::super::model::{Cell, Kind};
    use super::super::tests::{self, owned};
    use super::super::yaml;
    use super::*;

    fn read(source: &str) -> Document {
        read_on(source, None, &mut Kept::whole(), false)
    }

    fn texts(source: &str) -> Vec<(Kind, String)> {
        tests::texts(read(source))
    }

    #[test]
    fn keys_with_values_are_blocks_and_keys_of_more_are_headings() {
        let found = texts(r#"{"title": "A\u00e9", "changeLog": ["a", "b"], "n": {"deep": true}, "end": 1}"#);
        let expected = [
            (Kind::Metadata, "title: Aé"),
            (Kind::Key(1), "change log"),
            (Kind::Item, "a"),
            (Kind::Item, "b"),
            (Kind::Key(1), "n"),
            (Kind::Metadata, "deep: true"),
            (Kind::Key(1), ""),
            (Kind::Metadata, "end: 1"),
        ];
        assert_eq!(found, owned(&expected));
    }

    #[test]
    fn keys_of_nothing_are_read_though_nothing_below_them_is_wanted() {
        let source = r#"{"ISO 9001:2008": {}, "list": [], "ISO 22301:2012": {"a": ["b"]}, "x": [{"y": 1}]}"#;
        let document = read_on(source, Some(&[2, 36]), &mut Kept::whole(), false);
        let found: Vec<&str> = document.blocks.iter().map(|block| block.prose.text()).collect();
        assert_eq!(found, ["ISO 9001:2008: ", "ISO 22301:2012: "]);
        assert_eq!(texts(r#"{"a": {}, "b": []}"#), owned(&[(Kind::Metadata, "a: "), (Kind::Metadata, "b: ")]));
    }

    #[test]
    fn flat_objects_of_a_list_are_rows() {
        let found = texts(r#"[{"a": "x", "b": ["y", "z"]}, {"a": "v"}, {"a": {"c": 1}, "b": 2}]"#);
        let cell = |row, column| Kind::Cell(Cell { table: 0, row, column });
        let expected = [
            (cell(1, 0), "a: x"),
            (cell(1, 1), "b: y"),
            (cell(1, 1), "z"),
            (cell(2, 0), "a: v"),
            (Kind::Key(1), "a"),
            (Kind::Metadata, "c: 1"),
            (Kind::Key(1), ""),
            (Kind::Metadata, "b: 2"),
        ];
        assert_eq!(found, owned(&expected));
    }

    #[test]
    fn what_people_add_is_read() {
        let found = texts("// about ISO\n// 9001\n{'a': \"x\", // beside\n b: [1, 2,], /* why\n */ \"c\": null}\n");
        let words: Vec<&str> = found.iter().map(|(_, text)| text.trim()).filter(|one| !one.is_empty()).collect();
        assert_eq!(words, ["about ISO\n9001", "a: x # beside", "b", "1", "2", "why", "c: null"]);
    }

    #[test]
    fn broken_text_loses_nothing_and_is_known() {
        for (source, words) in [
            (r#"{"a": "x", "b": "y"#, "a: x|b: y"),
            ("{\"a\": \"x\n\"b\": \"y\"}", "a: x|b: y"),
            (r#"{"a" "x" ISO 9001 ] }"#, "a|x|ISO 9001"),
            (r#"{"a": ["x"}, "b": "y"}"#, "a|x|b: y"),
        ] {
            let document = read(source);
            assert!(document.fault.is_some(), "{source}");
            let found: Vec<&str> =
                document.blocks.iter().map(|block| block.prose.text()).filter(|one| !one.is_empty()).collect();
            assert_eq!(found.join("|"), words, "{source}");
        }
        assert_eq!(read("{\"a\": [1, 2]}\n").fault, None);
    }

    #[test]
    fn windows_are_cut_between_values_far_out() {
        let text = br#"{"list": [{"a": "x, y"}, {"a": [1, 2], "b": 3}, {"a": [4, 5"#;
        let end = cut(text, &Kept::default()).expect("there is a comma");
        assert_eq!(&text[end..], br#" {"a": [4, 5"#);
        let kept = Kept { quote: Some(b'"'), ..Kept::default() };
        assert_eq!(cut(b"goes on\", on", &kept), Some(b"goes on\",".len()));
        assert_eq!(cut(b"one long string", &kept), None);
    }
    /// Data of any shape, with a letter in the place of each word.
    fn data() -> impl Strategy<Value = String> {
        let long = format!("\"W {}\"", "x ".repeat(250));
        let leaf = prop::sample::select(vec![
            "\"W\"", "\"W W\"", "1", "null", "[]", "{}", "\"W\\nW\"", "\"# W\\n\\n| W | W |\"",
        ])
        .prop_map(str::to_owned);
        prop_oneof![8 => leaf, 1 => Just(long)].prop_recursive(4, 24, 4, |inner| {
            let list = prop::collection::vec(inner.clone(), 0..4).prop_map(|all| format!("[{}]", all.join(", ")));
            let map = prop::collection::vec(inner.prop_map(|one| format!("\"W\": {one}")), 0..4);
            prop_oneof![list, map.prop_map(|all| format!("{{{}}}", all.join(", ")))]
        })
    }

    proptest! {
        #[test]
        fn every_word_of_data_is_read_once(shape in data(), gone in prop::option::of(0_usize..200)) {
            let mut shape = shape;
            let is_word = |at: usize| shape.as_bytes().get(at).is_none_or(|byte| *byte == b'W');
            if let Some(at) = gone.filter(|at| !is_word(*at)) {
                shape.remove(at);
            }
            let parts: Vec<&str> = shape.split('W').collect();
            let number = |at: usize| format!("w{at}w");
            let text: String = parts.iter().enumerate().map(|(at, part)| [&number(at), *part].concat()).collect();
            let text = text.strip_prefix(&number(0)).unwrap_or_default();
            for read in [read(text), yaml::read_on(text, None, &mut Kept::whole())] {
                let all = read.blocks.iter().map(|block| block.prose.text()).collect::<Vec<_>>().join("\n");
                for word in (1..parts.len()).map(number) {
                    prop_assert_eq!(all.matches(&word).count(), 1, "{} of {}\n{}", word, text, all);
                }
            }
        }
    }
}

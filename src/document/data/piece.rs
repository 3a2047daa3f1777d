//! A stretch of a data file that is a key, a value or a comment, as it is written; it becomes prose when it is wanted.

use std::borrow::Cow;

use super::super::map::Prose;
use super::escape;
use crate::source::Span;

/// A key, a value or a comment as it is written.
#[derive(Clone, Debug)]
pub(super) struct Piece<'a> {
    /// Its source, without quotes.
    pub raw: &'a str,
    /// Where the source stands in the text.
    pub at: usize,
    /// How it is written.
    pub form: Form<'a>,
}

/// How a piece is written.
#[derive(Clone, Debug)]
pub(super) enum Form<'a> {
    /// As itself.
    Plain,
    /// With escapes that begin with a backslash.
    Escaped,
    /// With this quote doubled.
    Doubled(u8),
    /// In lines that each begin with one of these marks.
    Comment(&'static [char]),
    /// In a way of YAML over several lines, which stands for this text, between quotes of this kind.
    Folded(Cow<'a, str>, Quote),
    /// As words of YAML over several lines, with no blanks but spaces between them.
    Lines,
}

/// What a text of YAML stands between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quote {
    /// No quotes.
    None,
    /// Quotes in which they are doubled.
    Single,
    /// Quotes in which there are escapes.
    Double,
}

impl Piece<'_> {
    /// Where it stands.
    pub fn span(&self) -> Span {
        Span::new(self.at, self.at + self.raw.len())
    }

    /// True if it may hold letters that are written as numbers.
    pub fn hides_letters(&self) -> bool {
        match &self.form {
            Form::Escaped | Form::Folded(_, Quote::Double) => escape::hides_letters(self.raw.as_bytes()),
            Form::Plain | Form::Doubled(_) | Form::Comment(_) | Form::Folded(..) | Form::Lines => false,
        }
    }

    /// Its text as prose.
    pub fn prose(&self) -> Prose {
        let mut prose = Prose::default();
        match &self.form {
            Form::Plain => prose.push(self.raw, self.at),
            Form::Escaped => self.escaped(&mut prose),
            Form::Doubled(quote) => self.doubled(char::from(*quote), &mut prose),
            Form::Comment(marks) => self.comment(marks, &mut prose),
            Form::Folded(text, quote) => self.folded(text, *quote, &mut prose),
            Form::Lines => self.folded(&unfolded(self.raw), Quote::None, &mut prose),
        }
        prose
    }

    fn escaped(&self, prose: &mut Prose) {
        let mut at = 0;
        while let Some(found) = memchr::memchr(b'\\', &self.raw.as_bytes()[at..]) {
            prose.push(&self.raw[at..at + found], self.at + at);
            at += found;
            let escape = escape::read(&self.raw[at..]);
            if let Some(character) = escape.character {
                prose.push_as(character, Span::new(self.at + at, self.at + at + escape.length));
            }
            at += escape.length;
        }
        prose.push(&self.raw[at..], self.at + at);
    }

    fn doubled(&self, quote: char, prose: &mut Prose) {
        let pair: String = [quote, quote].iter().collect();
        let mut at = 0;
        while let Some(found) = self.raw[at..].find(&pair) {
            prose.push(&self.raw[at..at + found], self.at + at);
            at += found + pair.len();
            prose.push_as(quote, Span::new(self.at + at - pair.len(), self.at + at));
        }
        prose.push(&self.raw[at..], self.at + at);
    }

    fn comment(&self, marks: &[char], prose: &mut Prose) {
        let mut at = 0;
        for line in self.raw.split_inclusive('\n') {
            let words = line.trim_start().trim_start_matches(marks);
            let words = words.strip_prefix(' ').unwrap_or(words);
            prose.push(words, self.at + at + line.len() - words.len());
            at += line.len();
        }
    }

    /// Finds each character of `text` in the source again. Blanks may stand for others or for none; where another
    /// character stands, the rest is read as it is written.
    fn folded(&self, text: &str, quote: Quote, prose: &mut Prose) {
        let (mut at, mut read) = (0, 0);
        prose.reserve(text.len());
        loop {
            // Most of it stands there as it is.
            let is_same = |pair: &(&u8, &u8)| {
                pair.0 == pair.1 && matches!(pair.0, b' '..=b'~') && !matches!(pair.0, b'\\' | b'\'')
            };
            let rest = self.raw.as_bytes()[at..].iter();
            let same = text.as_bytes()[read..].iter().zip(rest).take_while(is_same).count();
            if same > 0 {
                prose.push(&text[read..read + same], self.at + at);
                (at, read) = (at + same, read + same);
            }
            let Some(one) = text[read..].chars().next() else { return };
            read += one.len_utf8();
            let Some(end) = self.folded_one(one, at, quote, prose) else { return };
            at = end;
        }
    }

    /// Finds a character in the source again, from a byte of it on, and gives where it ends there; nothing if another stands
    /// there, and the rest is read.
    fn folded_one(&self, one: char, at: usize, quote: Quote, prose: &mut Prose) -> Option<usize> {
        let escapes = quote == Quote::Double;
        let blank = one.is_whitespace();
        // A blank may be escaped itself, behind a line end that is.
        let at = at + if blank { self.joined(at, escapes) } else { self.blanks(at, escapes) };
        let rest = &self.raw[at..];
        let length = match rest.chars().next() {
            Some('\\') if escapes => escape::read(rest).length,
            Some('\'') if quote == Quote::Single && rest.starts_with("''") => 2,
            Some(next) if next == one || (blank && next.is_whitespace()) => next.len_utf8(),
            _ if blank => 0,
            _ => {
                prose.push(rest, self.at + at);
                return None;
            }
        };
        prose.push_as(one, Span::new(self.at + at, self.at + at + length));
        Some(at + length)
    }

    /// Length of the escaped line ends at a byte of the source, with the blanks that begin the next line.
    fn joined(&self, at: usize, escapes: bool) -> usize {
        let mut end = at;
        while escapes && (self.raw[end..].starts_with("\\\n") || self.raw[end..].starts_with("\\\r")) {
            end += escape::read(&self.raw[end..]).length;
        }
        end - at
    }

    /// Length of the blanks at a byte of the source, and of line ends that are escaped.
    fn blanks(&self, at: usize, escapes: bool) -> usize {
        let mut end = at;
        loop {
            let rest = &self.raw[end..];
            end += rest.len() - rest.trim_start().len();
            let rest = &self.raw[end..];
            if !escapes || !(rest.starts_with("\\\n") || rest.starts_with("\\\r")) {
                return end - at;
            }
            end += 1;
        }
    }
}

/// The text that words of YAML over several lines stand for: a line end is a blank, or nothing if empty lines follow, each
/// of which ends a line.
fn unfolded(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    for line in raw.split('\n').map(|line| line.trim_matches(' ')) {
        if line.is_empty() {
            text.push('\n');
        } else {
            if !(text.is_empty() || text.ends_with('\n')) {
                text.push(' ');
            }
            text.push_str(line);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The text of a piece, and what it shows of its source for words of that text.
    fn shown(piece: &Piece<'_>, words: &str) -> (String, String) {
        let prose = piece.prose();
        let at = prose.text().find(words).expect("there");
        let span = prose.source_span(at, at + words.len());
        (prose.text().to_owned(), piece.raw[span.start - piece.at..span.end - piece.at].to_owned())
    }

    #[test]
    fn escapes_lead_back_to_their_source() {
        let raw = r#"\u201cISO\/IEC\u00a027001:2013\u201d\nand "#;
        let (text, source) = shown(&Piece { raw, at: 7, form: Form::Escaped }, "ISO/IEC 27001:2013");
        assert_eq!((text.as_str(), source.as_str()), ("“ISO/IEC 27001:2013”\nand ", r"ISO\/IEC\u00a027001:2013"));
    }

    #[test]
    fn doubled_quotes_stand_for_one() {
        let (text, source) = shown(&Piece { raw: "it''s ISO", at: 1, form: Form::Doubled(b'\'') }, "'s I");
        assert_eq!((text.as_str(), source.as_str()), ("it's ISO", "''s I"));
    }

    #[test]
    fn comments_lose_their_marks() {
        let raw = "## per ISO/IEC\n  # 27001:2013\n#";
        let (text, source) = shown(&Piece { raw, at: 3, form: Form::Comment(&['#']) }, "IEC\n27001");
        assert_eq!((text.as_str(), source.as_str()), ("per ISO/IEC\n27001:2013\n", "IEC\n  # 27001"));
    }

    #[test]
    fn a_blank_behind_an_escaped_line_end_is_found_again() {
        // So PyYAML writes long texts.
        let raw = "as ISO/IEC\\\n  \\ 27001:2013 and\\\r\n\\\n  \\ more";
        let form = Form::Folded("as ISO/IEC 27001:2013 and more".into(), Quote::Double);
        let (text, source) = shown(&Piece { raw, at: 9, form }, "ISO/IEC 27001:2013");
        assert_eq!((text.as_str(), source.as_str()), ("as ISO/IEC 27001:2013 and more", "ISO/IEC\\\n  \\ 27001:2013"));
    }

    #[test]
    fn folded_text_is_found_again() {
        let raw = "one ISO/IEC\n     27001:2013\n\n     it''s";
        let form = Form::Folded("one ISO/IEC 27001:2013\nit's".into(), Quote::Single);
        let (text, source) = shown(&Piece { raw, at: 0, form }, "IEC 27001");
        assert_eq!((text.as_str(), source.as_str()), ("one ISO/IEC 27001:2013\nit's", "IEC\n     27001"));
        let raw = "a\\u00e9 \\\n   \\\"ISO 1\\\" \\n x";
        let form = Form::Folded("aé \"ISO 1\" \n x".into(), Quote::Double);
        let (text, source) = shown(&Piece { raw, at: 0, form }, "\"ISO 1\"");
        assert_eq!((text.as_str(), source.as_str()), ("aé \"ISO 1\" \n x", "\\\"ISO 1\\\""));
    }

    /// Prose and map of a piece of which each character is looked for by itself.
    fn by_characters(piece: &Piece<'_>, text: &str, quote: Quote) -> Prose {
        let (mut prose, mut at) = (Prose::default(), 0);
        for one in text.chars() {
            match piece.folded_one(one, at, quote, &mut prose) {
                Some(end) => at = end,
                None => break,
            }
        }
        prose
    }

    proptest! {
        #[test]
        fn stretches_are_found_again_as_each_of_their_characters_is(
            lines in prop::collection::vec("[ \t\u{A0}]{0,2}([a-cé'\"\\\\]{0,2}(''|\\\\[n\"\\\\x ])?[ \u{3000}]?){0,4}", 1..4),
            line_end in prop_oneof![3 => Just("\n"), 1 => Just("\\\n"), 1 => Just("\r\n")],
            changes in prop::collection::vec((0_usize..20, "[a ]?"), 0..2),
            quote in prop_oneof![Just(Quote::None), Just(Quote::Single), Just(Quote::Double)],
        ) {
            let raw = lines.join(line_end);
            let plain = match quote {
                Quote::None => raw.clone(),
                Quote::Single => raw.replace("''", "'"),
                Quote::Double => raw.replace("\\n", "\n").replace("\\\n", "").replace("\\\"", "\""),
            };
            let mut characters: Vec<char> = unfolded(&plain).chars().collect();
            for (at, put) in changes.iter().filter(|(at, _)| *at < plain.len()) {
                let at = at % characters.len().max(1);
                let end = (at + 1 - put.len()).min(characters.len());
                characters.splice(at.min(end)..end, put.chars());
            }
            let text: String = characters.into_iter().collect();
            let piece = Piece { raw: &raw, at: 7, form: Form::Folded(text.as_str().into(), quote) };
            let slow = by_characters(&piece, &text, quote);
            prop_assert_eq!(format!("{:?}", piece.prose()), format!("{:?}", slow), "{:?} of {:?}", text, raw);
        }
    }
}

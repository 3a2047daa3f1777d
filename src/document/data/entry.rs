//! A value with the comment beside it, and a key with its value as one block.

use super::super::map::Prose;
use super::super::mark::{Mark, Marks, Role};
use super::super::model::{Block, Kind};
use super::piece::Piece;
use super::value::{self, Reading};
use crate::source::Span;

/// A value and the comment beside it.
#[derive(Clone, Debug)]
pub(super) struct Value<'a> {
    pub piece: Piece<'a>,
    pub comment: Option<Piece<'a>>,
}

impl Value<'_> {
    /// One past its last byte, the comment beside it included.
    pub fn end(&self) -> usize {
        self.comment.as_ref().unwrap_or(&self.piece).span().end
    }

    /// Its text with that of the comment beside it.
    pub fn read(&self) -> Reading {
        let mut prose = self.piece.prose();
        if let Some(comment) = &self.comment {
            let gap = Span::new(self.piece.span().end, comment.at);
            prose.push_for(" # ", gap);
            prose.join(&comment.prose());
        }
        value::read(prose)
    }
}

/// A block of a key and its value.
pub(super) fn one(key: Option<&Piece<'_>>, value: &Prose, marks: Marks, kind: Kind) -> Option<Block> {
    let Some(key) = key else {
        return (!value.is_empty()).then(|| Block { kind, prose: value.clone(), marks });
    };
    let mut prose = words(key);
    let end = prose.text().len();
    // A comment or a tag may stand between the two, and is not part of what they say.
    let separator = separator(prose.text(), value.text());
    let end_of_key = key.span().end;
    let start_of_value = value.source_span(0, 0).start.clamp(end_of_key, end_of_key + separator.len());
    prose.push_for(separator, Span::new(end_of_key, start_of_value));
    let start = prose.text().len();
    prose.join(value);
    let shifted = |mark: Mark| Mark { range: mark.range.start + start..mark.range.end + start, ..mark };
    let marks = std::iter::once(Mark { range: 0..end, role: Role::Key }).chain(marks.into_iter().map(shifted));
    Some(Block { kind, marks: marks.collect::<Vec<_>>().into(), prose })
}

/// What stands between a key and its value. "ISO 9001: 2008" may be an edition, or the year in which something was done,
/// so that the year counts only as one that stands behind a designation without a colon.
fn separator(key: &str, value: &str) -> &'static str {
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    let is_year = digits == 4 && value.starts_with(['1', '2']) && key.contains(|one: char| one.is_ascii_digit());
    match (is_year, key.contains([' ', '/'])) {
        (false, _) => ": ",
        (true, true) => " ",
        (true, false) => " = ",
    }
}

/// The words of a key: `revision_history` and `revisionHistory` are "revision history". A key with digits may be a designation or
/// an identifier, and stays as it is.
pub(super) fn words(key: &Piece<'_>) -> Prose {
    let whole = key.prose();
    let is_words = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ');
    if is_words(whole.text()) || whole.text().bytes().any(|byte| byte.is_ascii_digit()) {
        return whole;
    }
    let mut prose = Prose::default();
    let mut before = ' ';
    for (at, one) in whole.text().char_indices() {
        let span = whole.source_span(at, at + one.len_utf8());
        let begins_word = before.is_ascii_lowercase() && one.is_ascii_uppercase();
        if begins_word {
            prose.push_as(' ', Span::new(span.start, span.start));
        }
        let is_name = whole.text()[at + one.len_utf8()..].starts_with(|next: char| !next.is_ascii_lowercase());
        match one {
            '_' | '-' => prose.push_as(' ', span),
            _ if begins_word && !is_name => prose.push_as(one.to_ascii_lowercase(), span),
            _ => prose.push_as(one, span),
        }
        before = one;
    }
    prose
}

#[cfg(test)]
mod tests {
    use super::super::piece::Form;
    use super::*;

    fn read(key: &str, value: &str) -> (String, Option<(String, String)>) {
        let key = Piece { raw: key, at: 1, form: Form::Plain };
        let value = Piece { raw: value, at: 100, form: Form::Plain };
        let block = one(Some(&key), &value.prose(), Marks::default(), Kind::Metadata).expect("it has a key");
        let entry = block.entry().map(|(key, value)| (key.to_owned(), value.to_owned()));
        (block.prose.text().to_owned(), entry)
    }

    #[test]
    fn keys_are_words_unless_they_have_digits() {
        for (key, words) in [
            ("revision_history", "revision history"),
            ("revisionHistory", "revision history"),
            ("basedOnISO", "based on ISO"),
            ("last-modified", "last modified"),
            ("iso_27001-2013", "iso_27001-2013"),
        ] {
            assert_eq!(read(key, "x").0, format!("{words}: x"));
        }
    }

    #[test]
    fn a_year_behind_a_key_is_no_year_behind_a_colon() {
        assert_eq!(read("ISO 9001", "2008").0, "ISO 9001 2008");
        assert_eq!(read("iso9001", "2008").0, "iso9001 = 2008");
        assert_eq!(read("since", "2008").0, "since: 2008");
        assert_eq!(read("ISO", "9001:2015").0, "ISO: 9001:2015");
    }

    #[test]
    fn key_and_value_are_told_apart_again() {
        for (key, value) in [("name", "= x"), ("iso9001", "2008"), ("ISO 9001", "2008"), ("name", "")] {
            assert_eq!(read(key, value).1, Some((key.to_owned(), value.to_owned())));
        }
    }
}

//! The text of a value: a line or two of plain words, or Markdown.

use super::super::map::Prose;
use super::super::mark::Marks;
use super::super::markdown;
use super::super::model::{Block, Kind};

/// What a value reads as.
#[derive(Debug)]
pub(super) enum Reading {
    /// One stretch of words.
    One(Prose, Marks),
    /// Paragraphs, headings, tables.
    Many(Vec<Block>),
}

/// Reads the text of a value or a comment. People write Markdown in them wherever there is room for it.
pub(super) fn read(prose: Prose) -> Reading {
    if !is_markup(prose.text()) {
        return Reading::One(prose, Marks::default());
    }
    let mut blocks = markdown::read_part(prose.text()).blocks;
    for block in &mut blocks {
        block.prose = std::mem::take(&mut block.prose).through(&prose);
    }
    match <[Block; 1]>::try_from(blocks) {
        Ok([Block { kind: Kind::Text, prose, marks }]) => Reading::One(prose, marks),
        Ok([block]) => Reading::Many(vec![block]),
        Err(blocks) => Reading::Many(blocks),
    }
}

/// True if a text has more than one line, or signs of Markdown or HTML in it.
fn is_markup(text: &str) -> bool {
    let text = text.trim();
    let twice = |sign: u8| memchr::memchr_iter(sign, text.as_bytes()).nth(1).is_some();
    let followed = |sign: u8, by: fn(&u8) -> bool| {
        memchr::memchr_iter(sign, text.as_bytes()).any(|at| text.as_bytes().get(at + 1).is_some_and(by))
    };
    memchr::memchr2(b'\n', b'`', text.as_bytes()).is_some()
        || followed(b']', |one| *one == b'(')
        || followed(b'[', |one| *one == b'^')
        || twice(b'*')
        || twice(b'_')
        || twice(b'~')
        || followed(b'<', |one| one.is_ascii_alphabetic() || matches!(one, b'/' | b'!'))
        || followed(b'&', |one| one.is_ascii_alphabetic() || *one == b'#') && text.contains(';')
        || followed(b'\\', u8::is_ascii_punctuation)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(value: &str) -> Vec<String> {
        let mut prose = Prose::default();
        prose.push(value, 0);
        match read(prose) {
            Reading::One(prose, _) => vec![prose.text().to_owned()],
            Reading::Many(blocks) => blocks.iter().map(|block| block.prose.text().to_owned()).collect(),
        }
    }

    #[test]
    fn plain_words_stay_as_they_are() {
        for text in ["ISO/IEC 27001:2013", "# no heading", "5 < 6 & 7 * 8", "snake_case", "- x", "a [b] (c)"] {
            assert_eq!(texts(text), [text]);
        }
    }

    #[test]
    fn markdown_is_read_as_such() {
        assert_eq!(texts("**ISO/IEC 27001**:2013"), ["ISO/IEC 27001:2013"]);
        assert_eq!(texts("see [ISO 9001](iso-9001.md) &amp; <b>more</b>"), ["see ISO 9001 & more"]);
        assert_eq!(texts("# Title\n\nper ISO\n27001\n\n- a\n"), ["Title", "per ISO\n27001", "a"]);
    }
}

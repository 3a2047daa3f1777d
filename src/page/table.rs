//! A table for people, and places as columns of CSV.

use std::borrow::Cow;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::source::{Place, Position};

/// Writes rows below heads, each column as wide as its widest cell; no line ends with a blank.
pub(super) fn write<const N: usize>(heads: [&str; N], rows: &[[String; N]], out: &mut dyn Write) -> io::Result<()> {
    let all: Vec<[&str; N]> = std::iter::once(heads).chain(rows.iter().map(borrowed)).collect();
    lines(&all, out)
}

/// Writes rows without heads in the same way.
pub(super) fn bare<const N: usize>(rows: &[[String; N]], out: &mut dyn Write) -> io::Result<()> {
    lines(&rows.iter().map(borrowed).collect::<Vec<_>>(), out)
}

fn borrowed<const N: usize>(row: &[String; N]) -> [&str; N] {
    std::array::from_fn(|at| row[at].as_str())
}

fn lines<const N: usize>(rows: &[[&str; N]], out: &mut dyn Write) -> io::Result<()> {
    let width = |at: usize| rows.iter().map(|row| row[at].width()).max().unwrap_or_default();
    let widths: [usize; N] = std::array::from_fn(width);
    rows.iter().try_for_each(|row| {
        let padded: Vec<String> = row.iter().zip(widths).map(|(cell, width)| padded(cell, width)).collect();
        writeln!(out, "{}", padded.join("  ").trim_end())
    })
}

/// A text with blanks behind it, so that it takes so many columns of a terminal: signs of Chinese, Japanese and Korean take
/// two.
pub(super) fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// The ends of a place as cells of CSV: line, column and byte of its start, then those of its end.
pub(super) fn ends(place: &Place) -> [Cow<'static, str>; 6] {
    let (start, end) = (place.start, place.end);
    let of = |at: Position| [at.line.to_string().into(), at.column.to_string().into(), at.byte.to_string().into()];
    let ([a, b, c], [d, e, f]) = (of(start), of(end));
    [a, b, c, d, e, f]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_those_of_a_terminal() {
        let rows = [["方針.md".to_owned(), "one".to_owned()], ["e\u{301}.md".to_owned(), "two".to_owned()]];
        let mut out = Vec::new();
        write(["where", "what"], &rows, &mut out).expect("a list of bytes takes all");
        let shown = String::from_utf8(out).expect("it is UTF-8");
        assert_eq!(shown, "where    what\n方針.md  one\ne\u{301}.md     two\n");
        let mut out = Vec::new();
        bare(&rows, &mut out).expect("a list of bytes takes all");
        assert_eq!(String::from_utf8(out).expect("it is UTF-8"), shown.split_once('\n').expect("below the heads").1);
    }
}

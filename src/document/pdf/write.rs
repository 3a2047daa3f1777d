//! Writes parts of rows as the prose of one block: lines are joined, marks are carried over.

use super::layout::{Row, RowPart};
use super::table::Part;
use crate::document::map::Prose;
use crate::document::mark::Mark;
use crate::document::mark::Role as Said;
use crate::document::model::{Block, Kind};
use crate::source::Span;

/// The rows of a file and the text in which their words stand.
pub(super) struct Shown<'a> {
    /// The rows.
    pub(super) rows: &'a [Row],
    /// The readable text.
    pub(super) text: &'a str,
}

/// A block of parts of rows; nothing if they have no words.
pub(super) fn block(kind: Kind, with_code: bool, shown: &Shown<'_>, parts: &[Part]) -> Option<Block> {
    let mut writer = Writer { prose: Prose::default(), marks: Vec::new(), with_code };
    for (number, (row, part)) in parts.iter().enumerate() {
        let own = &shown.rows[*row].parts[*part];
        let next = parts.get(number + 1);
        let Some((next_row, next_part)) = next else {
            writer.push(own, own.words.text.len());
            break;
        };
        let after = &shown.rows[*next_row].parts[*next_part];
        let gap = Span::new(own.at + own.words.text.len(), after.at.max(own.at + own.words.text.len()));
        match Join::of(&own.words.text, &after.words.text, next_row != row) {
            Join::Blank => {
                writer.push(own, own.words.text.len());
                let line_end = shown.text[gap.start..gap.end].contains('\n');
                writer.prose.push_as(if line_end { '\n' } else { ' ' }, gap);
            }
            Join::Close => writer.push(own, own.words.text.len()),
            Join::WithoutLast(last) => writer.push(own, own.words.text.len() - last),
        }
    }
    let has_words = !writer.prose.text().trim().is_empty();
    has_words.then_some(Block { kind, prose: writer.prose, marks: writer.marks.into() })
}

struct Writer {
    prose: Prose,
    marks: Vec<Mark>,
    with_code: bool,
}

impl Writer {
    /// Appends the first `length` bytes of a part.
    fn push(&mut self, part: &RowPart, length: usize) {
        let words = &part.words;
        let mut stretches: Vec<(std::ops::Range<usize>, Said)> =
            words.struck.iter().map(|range| (range.clone(), Said::Struck)).collect();
        if self.with_code {
            stretches.extend(words.fixed.iter().map(|range| (range.clone(), Said::Code)));
        }
        let mut points: Vec<usize> = stretches.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
        points.extend([0, length]);
        points.retain(|point| *point <= length);
        points.sort_unstable();
        points.dedup();
        let mut reached = Vec::with_capacity(points.len());
        for (number, point) in points.iter().enumerate() {
            reached.push(self.prose.text().len());
            if let Some(next) = points.get(number + 1) {
                self.prose.push(&words.text[*point..*next], part.at + point);
            }
        }
        let place = |at: usize| points.binary_search(&at).map_or(self.prose.text().len(), |at| reached[at]);
        self.marks.extend(
            stretches.into_iter().map(|(range, role)| Mark { range: place(range.start)..place(range.end), role }),
        );
    }
}

/// How two parts of a block are put together.
#[derive(Debug, PartialEq, Eq)]
enum Join {
    /// With something between them.
    Blank,
    /// As one word.
    Close,
    /// As one word, without the hyphen at the end of the first, of so many bytes.
    WithoutLast(usize),
}

impl Join {
    fn of(before: &str, after: &str, is_line_end: bool) -> Self {
        let mut ends = before.chars().rev();
        let (Some(last), Some(first), true) = (ends.next(), after.chars().next(), is_line_end) else {
            return Self::Blank;
        };
        let Some(before_last) = ends.next() else { return Self::Blank };
        let is_hyphen = matches!(last, '-' | '\u{2010}' | '\u{2011}' | '\u{AD}');
        if !first.is_alphanumeric() {
            // The year of an edition may have slipped to the next line.
            let is_year =
                first == ':' && last.is_ascii_digit() && after[1..].starts_with(|one: char| one.is_ascii_digit());
            return if is_year { Self::Close } else { Self::Blank };
        }
        if is_hyphen && before_last.is_lowercase() && first.is_lowercase() {
            return Self::WithoutLast(last.len_utf8());
        }
        // In a narrow cell the number of a control stands below its letter.
        if last == '.' && before.len() == 2 && before_last.is_ascii_uppercase() && is_number_with_dots(after) {
            return Self::Close;
        }
        let is_joint = is_hyphen || matches!(last, '/' | '\u{2013}');
        if is_joint && before_last.is_alphanumeric() { Self::Close } else { Self::Blank }
    }
}

/// True if a text begins with a number such as 12.6.1.
fn is_number_with_dots(text: &str) -> bool {
    let rest = text.trim_start_matches(|one: char| one.is_ascii_digit());
    rest.len() < text.len()
        && rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(|one: char| one.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_over_line_ends_are_joined() {
        assert_eq!(Join::of("ISO/IEC 20000-", "9 asks", true), Join::Close);
        assert_eq!(Join::of("ISO/", "IEC 20000", true), Join::Close);
        assert_eq!(Join::of("ISO/IEC 27001", ":2013 is", true), Join::Close);
        assert_eq!(Join::of("the stand-", "ards of", true), Join::WithoutLast(1));
        assert_eq!(Join::of("the stand\u{AD}", "ards of", true), Join::WithoutLast(2));
        assert_eq!(Join::of("A.", "12.6.1", true), Join::Close);
        assert_eq!(Join::of("as in A.", "12.6.1", true), Join::Blank);
        assert_eq!(Join::of("A.", "12 rooms", true), Join::Blank);
        assert_eq!(Join::of("one -", "two", true), Join::Blank);
        assert_eq!(Join::of("one", "two", true), Join::Blank);
        assert_eq!(Join::of("one-", "two", false), Join::Blank);
    }
}

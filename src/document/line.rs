//! The lines of a source, for readers that go by lines.

use super::passage::Passage;

/// A line of the source without its end.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// Its text, blanks at its end left out.
    pub text: &'a str,
    /// Where it begins in the source.
    pub at: usize,
}

/// The lines of a text that begins at `start` of the source.
pub fn lines(text: &str, start: usize) -> Vec<Line<'_>> {
    let mut at = start;
    text.split_inclusive('\n')
        .map(|whole| {
            let line = Line { text: whole.trim_end(), at };
            at += whole.len();
            line
        })
        .collect()
}

/// The lines as one text.
#[must_use]
pub fn joined(lines: &[Line<'_>]) -> Passage {
    let bytes = lines.iter().map(|line| line.text.len() + 1).sum();
    let mut passage = Passage::with_room(bytes, 2 * lines.len());
    for (number, line) in lines.iter().enumerate() {
        if number > 0 {
            passage.break_line(line.at);
        }
        passage.push(line.text, line.at);
    }
    passage
}

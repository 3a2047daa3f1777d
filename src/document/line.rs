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
    with_ends(text)
        .map(|whole| {
            let line = Line { text: whole.trim_end(), at };
            at += whole.len();
            line
        })
        .collect()
}

/// The lines of a text with their ends.
pub fn with_ends(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
        let (line, behind) = rest.split_at(end);
        rest = behind;
        (!line.is_empty()).then_some(line)
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_ends() {
        for text in ["", "\n", "a", "a\n", "a\r\n\nb", "\n\n"] {
            assert!(with_ends(text).eq(text.split_inclusive('\n')), "{text:?}");
        }
    }
}

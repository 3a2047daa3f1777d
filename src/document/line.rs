//! The lines of a source, for readers that go by lines.

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

//! Texts in lines, as people read them.

use crate::report::human::at_blanks;

/// Width of a line in columns, whatever the terminal.
const WIDTH: usize = 100;

/// A text in lines, the first behind `first`, the others behind `others`; a word that is longer than a line stays whole.
pub(super) fn hanging(first: &str, others: &str, text: &str) -> String {
    let options = at_blanks(WIDTH).initial_indent(first).subsequent_indent(others).break_words(false);
    textwrap::fill(text, options)
}

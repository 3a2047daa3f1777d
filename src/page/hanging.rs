//! Texts in lines, as people read them.

/// Width of a line in columns, whatever the terminal.
const WIDTH: usize = 100;

/// A text in lines, the first behind `first`, the others behind `others`; parted at blanks only, so that addresses and
/// designations with hyphens stay whole.
pub(super) fn hanging(first: &str, others: &str, text: &str) -> String {
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(first)
        .subsequent_indent(others)
        .break_words(false)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::fill(text, options)
}

//! Cuts Markdown at its headings, so that only the sections that may hold a finding are parsed.
//!
//! A heading that begins with `#` at the start of a line ends every open block but a listing and some HTML, so a section
//! reads the same alone. Where that is not certain the document is not cut.

use std::ops::Range;

/// Sections from heading to heading, in order and without gaps; nothing if the document must be read whole.
#[must_use]
pub fn split(text: &str) -> Option<Vec<Range<usize>>> {
    let bytes = text.as_bytes();
    if has_long_html(bytes) {
        return None;
    }
    if let Some(sections) = split_without_listings(text) {
        return sections;
    }
    let mut sections = Vec::new();
    let mut start = 0;
    let mut fence = Fence::default();
    let mut at = front_matter(text);
    let mut after_text = false;
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        let bytes = &rest[..memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1)];
        let trimmed = bytes.trim_ascii();
        if fence.is_open() || matches!(trimmed.first(), Some(b'`' | b'~')) {
            fence.take(trimmed);
            after_text = true;
        } else if is_heading(bytes) {
            if at > start {
                sections.push(start..at);
            }
            start = at;
            after_text = false;
        } else if after_text && is_underline(trimmed) {
            return None;
        } else {
            after_text = !trimmed.is_empty();
        }
        at += bytes.len();
    }
    sections.push(start..text.len());
    Some(sections)
}

/// The same for the many documents without a listing, by the signs that matter at the beginning of a line; nothing if there
/// is one.
fn split_without_listings(text: &str) -> Option<Option<Vec<Range<usize>>>> {
    let front = front_matter(text);
    let bytes = &text.as_bytes()[front..];
    let is_first = |at: usize| {
        let before = bytes[..at].iter().rposition(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | 0x0C));
        before.is_none_or(|before| bytes[before] == b'\n')
    };
    if memchr::memchr2_iter(b'`', b'~', bytes).any(is_first) {
        return None;
    }
    let line_of = |at: usize| {
        let start = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |end| end + 1);
        start..memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end + 1)
    };
    let makes_heading = |at: usize| {
        let own = line_of(at);
        let above = own.start.checked_sub(1).map_or(0..0, &line_of);
        is_underline(bytes[own].trim_ascii())
            && !bytes[above.clone()].trim_ascii().is_empty()
            && !is_heading(&bytes[above])
    };
    if memchr::memchr2_iter(b'-', b'=', bytes).any(|at| is_first(at) && makes_heading(at)) {
        return Some(None);
    }
    let mut sections = Vec::new();
    let mut start = 0;
    let at_start = (front > 0 && bytes.first() == Some(&b'#')).then_some(0);
    let found = memchr::memmem::find_iter(bytes, b"\n#").map(|end| end + 1);
    for at in at_start.into_iter().chain(found).filter(|at| is_heading(&bytes[line_of(*at)])) {
        sections.push(start..front + at);
        start = front + at;
    }
    sections.push(start..text.len());
    Some(Some(sections))
}

/// A section in pieces that read the same alone, in order and without gaps. A piece begins with a blank line and
/// a paragraph at the start of the next, which end every open block but a listing.
#[must_use]
pub fn pieces(section: &str) -> Vec<Range<usize>> {
    let bytes = section.as_bytes();
    let mut pieces = Vec::new();
    let mut start = 0;
    if is_flat(bytes) {
        let front = front_matter(section);
        let mut paragraph = front;
        for end in memchr::memmem::find_iter(&bytes[front..], b"\n\n").map(|end| front + end) {
            if bytes.get(end + 2).is_some_and(u8::is_ascii_alphabetic) && is_long(&bytes[paragraph..end]) {
                pieces.push(start..end + 1);
                start = end + 1;
            }
            paragraph = end + 2;
        }
    }
    pieces.push(start..section.len());
    pieces
}

/// True if nothing in a section reaches over blank lines or is a heading to what follows: listings, blocks of HTML,
/// headings in quotations and lists.
fn is_flat(bytes: &[u8]) -> bool {
    let has = |words: &str| memchr::memmem::find(bytes, words.as_bytes()).is_some();
    let is_before = |byte: &u8| matches!(byte, b' ' | b'\t' | b'>' | b'-' | b'*' | b'+' | b'.' | b')' | b'0'..=b'9');
    let begins_block = |at: usize| {
        let line = &bytes[memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |end| end + 1)..at];
        line.iter().all(is_before) && (bytes[at] == b'<' || !line.is_empty())
    };
    let is_underlined = |at: usize| matches!(bytes[at + 2..].trim_ascii_start().first(), Some(b'=' | b'-'));
    !has("```")
        && !has("~~~")
        && !memchr::memchr2_iter(b'<', b'#', bytes).any(begins_block)
        && !memchr::memmem::find_iter(bytes, b"\n>").any(is_underlined)
}

/// Letters and digits that the paragraph before a cut has at least: a short one may be what the next is called.
const LONG: usize = 100;

/// True if the paragraph before a cut is certainly no label of what follows.
fn is_long(paragraph: &[u8]) -> bool {
    // What stands in these may not be seen.
    let hides = |found: bool, byte: &u8| found | (*byte == b'[') | (*byte == b'<') | (*byte == b'&');
    paragraph.len() > LONG
        && paragraph.iter().filter(|byte| byte.is_ascii_alphanumeric()).nth(LONG).is_some()
        && !paragraph.iter().fold(false, hides)
}

/// True if a line is a heading of its own.
fn is_heading(line: &[u8]) -> bool {
    let level = line.iter().take_while(|byte| **byte == b'#').count();
    (1..=6).contains(&level) && matches!(line.get(level), Some(b' ' | b'\t' | b'\n' | b'\r') | None)
}

/// True if a line makes the paragraph above it a heading.
fn is_underline(line: &[u8]) -> bool {
    !line.is_empty() && (line.iter().all(|byte| *byte == b'=') || line.iter().all(|byte| *byte == b'-'))
}

/// Length of the front matter at the start of the text.
pub(super) fn front_matter(text: &str) -> usize {
    let Some(first) = text.split_inclusive('\n').next().filter(|line| matches!(line.trim_end(), "---" | "+++")) else {
        return 0;
    };
    let mut at = first.len();
    for line in text[at..].split_inclusive('\n') {
        at += line.len();
        if line.trim_end() == first.trim_end() {
            return at;
        }
    }
    0
}

/// True if HTML stands in the text that goes on over blank lines: comments, scripts, preformatted text, sections of
/// other languages.
fn has_long_html(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'<', bytes).any(|at| {
        let rest = &bytes[at + 1..];
        let named = |name: &str| rest.get(..name.len()).is_some_and(|have| have.eq_ignore_ascii_case(name.as_bytes()));
        matches!(rest.first(), Some(b'!' | b'?')) || ["pre", "script", "style", "textarea"].into_iter().any(named)
    })
}

/// A listing between fences.
#[derive(Default)]
struct Fence {
    open: Option<(u8, usize)>,
}

impl Fence {
    fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Notes a line that may open or close the listing.
    fn take(&mut self, line: &[u8]) {
        let Some(mark) = line.first().copied().filter(|byte| matches!(byte, b'`' | b'~')) else { return };
        let length = line.iter().take_while(|byte| **byte == mark).count();
        match self.open {
            Some((own, least)) if own == mark && length >= least && line.len() == length => self.open = None,
            None if length >= 3 && (mark == b'~' || !line[length..].contains(&b'`')) => {
                self.open = Some((mark, length))
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parts(text: &str) -> Option<Vec<&str>> {
        split(text).map(|sections| sections.into_iter().map(|range| &text[range]).collect())
    }

    #[test]
    fn sections_begin_at_headings_outside_listings() {
        let text = "---\ntitle: x\n---\nintro\n\n# A\ntext\n```sh\n# no heading\n```\n## B\n#no\n";
        assert_eq!(
            parts(text).expect("it can be cut"),
            ["---\ntitle: x\n---\nintro\n\n", "# A\ntext\n```sh\n# no heading\n```\n", "## B\n#no\n"]
        );
    }

    #[test]
    fn pieces_begin_with_paragraphs_behind_long_ones() {
        let long = "The words of this paragraph are many, so that it is no label of anything that stands below it, \
                    whatever that may be, and it goes on.";
        let of = |text: &str| pieces(text).into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>();
        let text = format!("# A\n\n{long}\n\nB\n\n- c\n\n{long}\n\n{long}\n\n  d\n\n1. e\n");
        assert_eq!(
            of(&text),
            [format!("# A\n\n{long}\n"), format!("\nB\n\n- c\n\n{long}\n"), format!("\n{long}\n\n  d\n\n1. e\n")]
        );
        for odd in ["```\n\nB\n\n```", "<table>\n\nB\n\n</table>", " # C", "> # C", "> C\n> ---"] {
            let whole = format!("{odd}\n\n{long}\n\nB\n");
            assert_eq!(of(&whole), [whole]);
        }
        for whole in [format!("---\na: {long}\n\nb: c\n---\n"), format!("[{long}](x)\n\nB\n"), format!("{long}\nB")] {
            assert_eq!(of(&whole), [whole]);
        }
    }

    #[test]
    fn both_ways_of_cutting_agree() {
        let texts = [
            "# A\n\ntext\n## B\n\n- a\n- b\n\n---\n\n#no\n### C",
            "---\nt: x\n---\n# A\ntext\n",
            "text\n---\n# A\n",
            "\n\n# A\n\n=\n",
            "| a |\n|---|\n| b |\n# A",
        ];
        for text in texts {
            let listed = format!("{text}\n\n```\n```\n");
            let slow = split(&listed).map(|all| all.len());
            let fast = split_without_listings(text).expect("there is no listing");
            assert_eq!(fast.map(|all| all.len()), slow, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn both_ways_of_cutting_agree_on_any_lines(
            lines in proptest::collection::vec("(#{1,7} ?a?|[ \\t]{0,2}(-{1,3}|={1,3}| |- a|--a|a-=|a b|`a)?)\r?\n", 1..9),
        ) {
            let text = lines.concat();
            let listed = format!("{text}\n\n```\n```\n");
            match split_without_listings(&text) {
                None => prop_assert!(text.contains('`')),
                Some(fast) => prop_assert_eq!(fast.map(|all| all.len()), split(&listed).map(|all| all.len())),
            }
        }
    }

    #[test]
    fn what_may_reach_over_headings_is_not_cut() {
        for text in ["Title\n=====\n\ntext", "a <!-- x\n\n# B\n-->", "<PRE>\n\n# B\n</PRE>"] {
            assert_eq!(parts(text), None, "{text}");
        }
        assert_eq!(parts("a\n\n---\n\n# B\n").map(|all| all.len()), Some(2), "a rule is no underline");
    }
}

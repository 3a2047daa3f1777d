//! Cuts Markdown at its headings, so that only the sections that may hold a finding are parsed.
//!
//! A heading that begins with `#` at the start of a line ends every open block but a listing and some HTML, so a section
//! reads the same alone. Where that is not certain the document is not cut.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::packed::{Config, MatchKind, Searcher};
use memchr::memmem::Finder;

/// What begins a line that may be a heading.
static HEADING: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\n#"));

/// Sections from heading to heading, in order and without gaps; nothing if the document must be read whole.
#[must_use]
pub fn split(text: &str) -> Option<Vec<Range<usize>>> {
    if has_long_html(text.as_bytes()) {
        return None;
    }
    let outline = outline(text);
    if outline.is_underlined {
        return None;
    }
    let starts = std::iter::once(0).chain(outline.headings.iter().copied().filter(|start| *start > 0));
    let ends = outline.headings.iter().copied().filter(|end| *end > 0).chain([text.len()]);
    Some(starts.zip(ends).map(|(start, end)| start..end).collect())
}

/// Where the headings of Markdown begin that begin with `#`, outside of listings, ascending.
#[must_use]
pub fn headings(text: &str) -> Vec<usize> {
    outline(text).headings
}

/// True if a heading that begins with `#` begins at a place of a text, where a line begins.
#[must_use]
pub fn begins_at(text: &str, start: usize) -> bool {
    is_heading(&text.as_bytes()[start..])
}

/// The headings of a text.
struct Outline {
    /// Where those begin that begin with `#`.
    headings: Vec<usize>,
    /// True if there are others, which are underlined.
    is_underlined: bool,
}

fn outline(text: &str) -> Outline {
    let bytes = text.as_bytes();
    let front = front_matter(text);
    let (mut headings, mut is_underlined, mut fence) = (Vec::new(), false, Fence::default());
    for line in signed_lines(&bytes[front..]).into_iter().map(|line| front + line) {
        let Some(first) = first_sign(bytes, line) else { continue };
        match bytes[first] {
            b'`' | b'~' => fence.take(bytes[first..end_of_line(bytes, first)].trim_ascii_end()),
            _ if fence.is_open() => {}
            b'#' if is_heading(&bytes[line..]) => headings.push(line),
            b'-' | b'=' => is_underlined = is_underlined || underlines(&bytes[front..], first - front),
            _ => {}
        }
    }
    Outline { headings, is_underlined }
}

/// What a line has in it that may matter to where a text is cut: it begins a heading, a fence stands in it, or it ends as
/// what underlines a heading does, or with blanks. Most lines have none of them, not even those of lists. The searcher gives
/// what begins alike to one of eight groups, in this order, and confuses what is in one, so the most frequent stand alone.
const SIGNS: &[&str] =
    &["\n#", "```", "~~~", "-\n", "-\r", " \n", "\t\n", " \r", "=\n", "\u{c}\r", "\t\r", "=\r", "\r\r", "\u{c}\n"];

static SIGN_SEARCHER: LazyLock<Option<Searcher>> =
    LazyLock::new(|| Config::new().match_kind(MatchKind::LeftmostFirst).builder().extend(SIGNS).build());

/// Where the lines begin that may matter, the first and the last among them, ascending.
fn signed_lines(bytes: &[u8]) -> Vec<usize> {
    let Some(searcher) = &*SIGN_SEARCHER else {
        return std::iter::once(0).chain(memchr::memchr_iter(b'\n', bytes).map(|end| end + 1)).collect();
    };
    let mut lines = Vec::with_capacity(USUAL_LINES);
    lines.push(0);
    let mut note = |line: usize| {
        if lines.last().is_some_and(|last| *last < line) {
            lines.push(line);
        }
    };
    // Signs come in order, so that no line is gone back over twice, however many stand in it.
    let (mut start, mut seen) = (0, 0);
    let mut start_of_line = |at: usize| {
        start = memchr::memrchr(b'\n', &bytes[seen..at]).map_or(start, |end| seen + end + 1);
        seen = at;
        start
    };
    for found in searcher.find_iter(bytes) {
        if bytes[found.start()] == b'\n' {
            note(found.start() + 1);
            continue;
        }
        note(start_of_line(found.start()));
        // The end of this line is no longer there for the heading that follows.
        if bytes[found.end() - 1] == b'\n' && bytes.get(found.end()) == Some(&b'#') {
            note(found.end());
        }
    }
    note(start_of_line(bytes.len()));
    lines
}

/// Lines that matter in most documents, at most.
const USUAL_LINES: usize = 32;

/// The first byte of a line that is no blank, if the line may begin with a sign that matters.
fn first_sign(bytes: &[u8], line: usize) -> Option<usize> {
    match bytes.get(line)? {
        b'#' | b'-' | b'=' | b'`' | b'~' => Some(line),
        b' ' | b'\t' | b'\r' | 0x0C => {
            let blanks = bytes[line..].iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | 0x0C)).count();
            bytes.get(line + blanks).filter(|byte| matches!(byte, b'-' | b'=' | b'`' | b'~'))?;
            Some(line + blanks)
        }
        _ => None,
    }
}

/// True if a section may begin within these lines, rather than with them.
#[must_use]
pub fn may_begin_within(lines: &[u8]) -> bool {
    HEADING.find(lines).is_some()
}

/// The end of the line of a byte, with its line feed.
fn end_of_line(bytes: &[u8], at: usize) -> usize {
    memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end + 1)
}

/// True if the sign that begins a line makes the paragraph above it a heading.
fn underlines(bytes: &[u8], first: usize) -> bool {
    // Most such lines are items of a list.
    let is_item = bytes.get(first + 1) == Some(&b' ') && bytes.get(first + 2).is_some_and(u8::is_ascii_alphanumeric);
    if is_item || !is_underline(bytes[first..end_of_line(bytes, first)].trim_ascii_end()) {
        return false;
    }
    let Some(end) = memchr::memrchr(b'\n', &bytes[..first]) else { return false };
    let above = &bytes[memchr::memrchr(b'\n', &bytes[..end]).map_or(0, |before| before + 1)..=end];
    !above.trim_ascii().is_empty() && !is_heading(above)
}

/// A section in pieces that read the same alone. A piece begins with a blank line and a paragraph at the start of the next,
/// which end every open block but a listing.
pub struct Pieces<'a> {
    bytes: &'a [u8],
    /// What is never cut at its head; all of it if something reaches over blank lines.
    front: usize,
}

impl<'a> Pieces<'a> {
    /// The pieces of a section.
    #[must_use]
    pub fn of(section: &'a str) -> Self {
        let bytes = section.as_bytes();
        let front = if is_flat(bytes) { front_matter(section) } else { bytes.len() };
        Self { bytes, front }
    }

    /// The piece in which a byte stands.
    #[must_use]
    pub fn around(&self, at: usize) -> Range<usize> {
        let nearest = self.blank_before(at);
        let mut start = 0;
        let mut blank = nearest;
        while let Some(at) = blank {
            let before = self.blank_before(at);
            if self.is_cut(before, at) {
                start = at + 1;
                break;
            }
            blank = before;
        }
        let from = at.max(self.front);
        let mut before = nearest;
        for at in BLANK.find_iter(&self.bytes[from..]).map(|found| from + found) {
            if self.is_cut(before, at) {
                return start..at + 1;
            }
            before = Some(at);
        }
        start..self.bytes.len()
    }

    /// Where the last blank line before a byte begins, with the line feed before it.
    fn blank_before(&self, at: usize) -> Option<usize> {
        let head = self.bytes[..at].get(self.front..)?;
        let is_blank = |end: &usize| self.bytes.get(end + 1) == Some(&b'\n');
        memchr::memrchr_iter(b'\n', head).map(|end| self.front + end).find(is_blank)
    }

    /// True if a piece begins with the blank line at `at`, before which `before` is the last.
    fn is_cut(&self, before: Option<usize>, at: usize) -> bool {
        let start = before.map_or(self.front, |before| before + BLANK.needle().len());
        self.bytes.get(at + 2).is_some_and(u8::is_ascii_alphabetic) && self.bytes.get(start..at).is_some_and(is_long)
    }
}

/// A blank line, with the line feed before it.
static BLANK: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\n\n"));

/// True if nothing in a section reaches over blank lines or is a heading to what follows: listings, blocks of HTML,
/// headings in quotations and lists.
fn is_flat(bytes: &[u8]) -> bool {
    let is_fence = |at: usize| bytes[at..].starts_with(&[bytes[at]; 3]);
    let is_before = |byte: &u8| matches!(byte, b' ' | b'\t' | b'>' | b'-' | b'*' | b'+' | b'.' | b')' | b'0'..=b'9');
    let begins_block = |at: usize| {
        let line = &bytes[bytes[..at].iter().rposition(|byte| !is_before(byte)).map_or(0, |before| before + 1)..at];
        let is_head = line.len() == at || bytes[at - line.len() - 1] == b'\n';
        is_head && (bytes[at] == b'<' || !line.is_empty())
    };
    let is_underlined = |at: usize| matches!(bytes[at + 1..].trim_ascii_start().first(), Some(b'=' | b'-'));
    let reaches_on = |at: usize| match bytes[at] {
        b'>' => at > 0 && bytes[at - 1] == b'\n' && is_underlined(at),
        _ => begins_block(at),
    };
    !memchr::memchr2_iter(b'`', b'~', bytes).any(is_fence)
        && !memchr::memchr3_iter(b'<', b'#', b'>', bytes).any(reaches_on)
}

/// Letters and digits that the paragraph before a cut has at least: a short one may be what the next is called.
const LONG: usize = 100;

/// True if the paragraph before a cut is certainly no label of what follows.
fn is_long(paragraph: &[u8]) -> bool {
    // What stands in these may not be seen.
    let hides = |found: bool, byte: &u8| found | (*byte == b'[') | (*byte == b'<') | (*byte == b'&');
    has_long_words(paragraph) && !paragraph.iter().fold(false, hides)
}

/// True if a paragraph has more letters and digits than a label.
fn has_long_words(paragraph: &[u8]) -> bool {
    // Its head is mostly enough, and so short that the loop that counts is vectorised.
    let head = &paragraph[..paragraph.len().min(2 * LONG)];
    let count = head.iter().fold(0_u8, |count, byte| count + u8::from(byte.is_ascii_alphanumeric()));
    usize::from(count) > LONG || paragraph.iter().filter(|byte| byte.is_ascii_alphanumeric()).nth(LONG).is_some()
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
    let bytes = text.as_bytes();
    let Some(fence) = ["---", "+++"].into_iter().find(|fence| text.starts_with(fence)) else { return 0 };
    let ends = |start: &usize| text[*start..end_of_line(bytes, *start)].trim_end() == fence;
    if !ends(&0) {
        return 0;
    }
    let lines = memchr::memchr_iter(b'\n', bytes).map(|end| end + 1);
    let is_fence = |start: &usize| bytes[*start..].starts_with(fence.as_bytes());
    lines.filter(is_fence).find(ends).map_or(0, |start| end_of_line(bytes, start))
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

    /// The sections, line by line.
    fn by_lines(text: &str) -> Option<Vec<Range<usize>>> {
        if has_long_html(text.as_bytes()) {
            return None;
        }
        let (mut sections, mut start, mut fence) = (Vec::new(), 0, Fence::default());
        let (mut at, mut after_text) = (front_matter(text), false);
        while at < text.len() {
            let line = &text.as_bytes()[at..end_of_line(text.as_bytes(), at)];
            let trimmed = line.trim_ascii();
            if fence.is_open() || matches!(trimmed.first(), Some(b'`' | b'~')) {
                fence.take(trimmed);
                after_text = true;
            } else if is_heading(line) {
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
            at += line.len();
        }
        sections.push(start..text.len());
        Some(sections)
    }

    /// All pieces of a section, one blank line after the other.
    fn pieces(section: &str) -> Vec<Range<usize>> {
        let bytes = section.as_bytes();
        let (mut pieces, mut start) = (Vec::new(), 0);
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
            "```\n# A\n---\n````\n# B\n~~~ `\n# C",
            "```\na\n```\n---\n# B",
        ];
        for text in texts {
            assert_eq!(split(text), by_lines(text), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn both_ways_of_cutting_agree_on_any_lines(
            front in "((---|\\+\\+\\+) ?\n(a: b\n)?((---|\\+\\+\\+)\n?)?)?",
            lines in proptest::collection::vec(
                "(#{1,7} ?a?|[ \\t]{0,2}(-{1,3}|={1,3}| |- a|--a|a-=|a b|`a|`{3,4}|~{3,4}|```a|a ```|<pre)?)[ \\t\\x0c]{0,2}\r?\n",
                1..12,
            ),
            end in "(#|-|=|=- ?|a|```| ~~~~)?",
        ) {
            let text = front + &lines.concat() + &end;
            prop_assert_eq!(split(&text), by_lines(&text));
        }

        #[test]
        fn pieces_are_those_of_the_whole_section(
            front in "(---\n(a: b{0,101}\n)?(\n)?---\n)?",
            blocks in proptest::collection::vec("(#? ?a{0,3}|b{99,103}|- a|\\[b{101}|1\\. <|> a|>-|`{1,3})\n{1,4}", 1..9),
        ) {
            let text = front + &blocks.concat();
            let own = Pieces::of(&text);
            for piece in pieces(&text) {
                for at in piece.clone().filter(|at| text.as_bytes()[*at] != b'\n') {
                    prop_assert_eq!(own.around(at), piece.clone());
                }
            }
        }

        #[test]
        fn flat_sections_hold_none_of_the_signs(text in "([ >0-9.*`~<#=a-]|\n){0,12}") {
            let bytes = text.as_bytes();
            let begins_block = |at: usize| {
                let line = text[..at].rsplit('\n').next().unwrap_or_default();
                line.bytes().all(|byte| b" \t>-*+.)0123456789".contains(&byte)) && (bytes[at] == b'<' || !line.is_empty())
            };
            let is_underlined = |(at, _): (usize, &str)| text[at + 2..].trim_start().starts_with(['=', '-']);
            let is_flat_by_words = !text.contains("```")
                && !text.contains("~~~")
                && !text.match_indices(['<', '#']).any(|(at, _)| begins_block(at))
                && !text.match_indices("\n>").any(is_underlined);
            prop_assert_eq!(is_flat(bytes), is_flat_by_words);
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

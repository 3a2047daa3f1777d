//! Where to cut a large file so that no sentence and no listing is torn, and what stands above the cut.

use smallvec::SmallVec;

use super::section::{self, front_matter};
use crate::document::data::Kept;
use crate::document::markdown::title;
use crate::document::{Block, Format, Kind, Mark, Marks, Prose, Role};
use crate::source::Span;

/// What one window leaves to the next.
#[derive(Debug, Default)]
pub struct Above {
    /// The headings above, in prose.
    pub headings: Headings,
    /// The keys that are open, in data.
    pub kept: Kept,
    /// Whether numbers of clauses and controls may be at fault in what is examined next, once somebody has looked.
    pub numbered: Option<bool>,
    /// Whether comments that speak to sms-lint may stand in what is examined next, once somebody has looked.
    pub commented: Option<bool>,
    /// Where citations may begin in what is examined next, ascending, once somebody has looked.
    pub anchors: Option<Vec<usize>>,
    /// True if more of the document is examined below what is examined next.
    pub goes_on: bool,
    /// True if a comment above speaks of the line with which the next window begins.
    pub is_awaited: bool,
}

impl Above {
    /// For a file that is read whole.
    #[must_use]
    pub fn whole() -> Self {
        Self { kept: Kept::whole(), ..Self::default() }
    }

    /// What stands above the next window, as blocks.
    #[must_use]
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = self.headings.blocks();
        blocks.extend(self.kept.blocks());
        blocks
    }

    /// Notes what a window leaves that need not be examined.
    pub fn pass(&mut self, text: &str, format: Format) {
        if format.is_data() {
            let _ = format.read_on(text, Some(&[]), &mut self.kept);
        } else if format.is_nearly_plain() {
            self.headings.note(text, &section::headings(text));
        } else {
            self.headings.note_read(&format.read(text, None).blocks);
        }
    }

    /// Notes what a window leaves that was read as these blocks, if somebody will ask for it; data keeps its keys while it
    /// is read.
    pub fn note(&mut self, text: &str, format: Format, blocks: &[Block]) {
        if !self.goes_on {
            return;
        }
        if format.is_nearly_plain() {
            self.headings.note(text, &[]);
        }
        if !format.is_data() {
            self.headings.note_read(blocks);
        }
    }
}

/// Where the first window of `bytes` ends; the rest is read again with what follows.
#[must_use]
pub fn cut(bytes: &[u8]) -> usize {
    let half = bytes.len() / 2;
    blank_line(bytes, half)
        .or_else(|| last_break(bytes, half, b'\n'))
        .or_else(|| last_break(bytes, half, b' '))
        .unwrap_or_else(|| boundary(bytes))
}

/// Behind the last blank line that stands outside a fence, in the later part of the window.
fn blank_line(bytes: &[u8], from: usize) -> Option<usize> {
    let start_of = |at: usize| memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |end| end + 1);
    let is_blank = |from: usize, to: usize| bytes[from..to].trim_ascii().is_empty();
    let is_fence = |at: usize| bytes[at..].starts_with(b"```") || bytes[at..].starts_with(b"~~~");
    let is_first = |at: &usize| is_fence(*at) && is_blank(start_of(*at), *at);
    let fences: Vec<usize> = memchr::memchr2_iter(b'`', b'~', bytes).filter(is_first).collect();
    let is_outside = |at: usize| fences.partition_point(|fence| *fence < at).is_multiple_of(2);
    let mut ends = memchr::memrchr_iter(b'\n', bytes).take_while(|end| *end > from);
    ends.find(|end| is_blank(start_of(*end), *end) && is_outside(*end)).map(|end| end + 1)
}

/// Behind the last `mark` that follows a small letter or the end of a phrase, so that no designation is cut.
fn last_break(bytes: &[u8], from: usize, mark: u8) -> Option<usize> {
    let phrase_end = |at: usize| {
        at > 0 && (bytes[at - 1].is_ascii_lowercase() || matches!(bytes[at - 1], b'.' | b';' | b'|' | b'>'))
    };
    let word_follows = |at: usize| {
        bytes.get(at + 1).is_some_and(|byte| byte.is_ascii_lowercase() || matches!(byte, b'|' | b'<' | b'#'))
    };
    let found = memchr::memrchr_iter(mark, &bytes[from..]).map(|at| at + from);
    let mut any = None;
    for at in found {
        if phrase_end(at) && word_follows(at) {
            return Some(at + 1);
        }
        any = any.or(Some(at + 1));
    }
    any
}

/// The end of the last whole character of UTF-8.
#[must_use]
pub fn boundary(bytes: &[u8]) -> usize {
    // What ends in ASCII ends in no part of one.
    if bytes.last().is_some_and(u8::is_ascii) {
        return bytes.len();
    }
    match simdutf8::compat::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => error.valid_up_to(),
        _ => bytes.len(),
    }
}

/// The start of the last block in the later half that stands in no other: there the text may be cut. What is still open
/// at the end of the text, such as a comment, holds no such block.
#[must_use]
pub fn between_blocks(text: &str, format: Format) -> Option<usize> {
    let half = text.len() / 2;
    let mut blocks = format.read(text, None).blocks;
    // The last block may go on behind the window.
    blocks.pop();
    let starts = |wanted: fn(Kind) -> bool| {
        let wanted = blocks.iter().rev().filter(move |block| wanted(block.kind));
        wanted.map(|block| block.prose.source_span(0, 0).start).take_while(move |start| *start > half)
    };
    if format == Format::Html {
        // The words of a paragraph read the same without its tag, those of a heading do not.
        return starts(|kind| kind == Kind::Text).next();
    }
    let line = |start: usize| memchr::memrchr(b'\n', &text.as_bytes()[..start]).map(|end| end + 1);
    let reach = unclosed(text, format).unwrap_or(text.len());
    let mut lines = starts(|kind| matches!(kind, Kind::Text | Kind::Heading(_))).filter_map(line);
    lines.find(|line| *line < reach && !text[*line..].starts_with([' ', '\t']))
}

/// Where what is not shown begins that the text does not end, in formats that take it for text then.
fn unclosed(text: &str, format: Format) -> Option<usize> {
    let (begin, end) = match format {
        Format::Org => ("#+begin_", "#+end_"),
        Format::Mdx => ("{/*", "*/"),
        Format::Markdown | Format::Html | Format::AsciiDoc | Format::Rst | Format::Latex | Format::Plain => {
            return None;
        }
        Format::Yaml | Format::Json | Format::JsonLines | Format::Toml | Format::Csv | Format::Tsv => return None,
        Format::Container(_) => return None,
    };
    let last = |mark: &str| memchr::memmem::rfind(text.to_ascii_lowercase().as_bytes(), mark.as_bytes());
    let begun = last(begin)?;
    last(end).is_none_or(|ended| ended < begun).then_some(begun)
}

/// The headings above a window, the highest first; above all stands the title that front matter gives the document.
#[derive(Debug, Default)]
pub struct Headings {
    /// True once the beginning of the document has been seen.
    is_begun: bool,
    /// Level and words of each.
    open: Vec<(usize, Words)>,
}

/// The words of a heading.
#[derive(Debug)]
enum Words {
    /// A line of Markdown, which is parsed only where something stands below it.
    Line(String),
    /// Already read.
    Read(Block),
}

impl Headings {
    /// Notes headings of a window of Markdown that begin with `#` at these places, which ascend.
    pub fn note(&mut self, text: &str, starts: &[usize]) {
        if !self.is_begun && !text.is_empty() {
            self.is_begun = true;
            self.note_title(text);
        }
        // From the last to the first, so that none is opened that another would close.
        let (mut open, mut highest) = (SmallVec::<[(usize, usize); 6]>::new(), usize::MAX);
        for start in starts.iter().rev() {
            let level = text.as_bytes()[*start..].iter().take_while(|byte| **byte == b'#').count();
            if level < highest {
                highest = level;
                open.push((level, *start));
            }
            if level == 1 {
                break;
            }
        }
        for (level, start) in open.into_iter().rev() {
            let end = memchr::memchr(b'\n', &text.as_bytes()[start..]).map_or(text.len(), |end| start + end);
            self.open(level, Words::Line(text[start..end].to_owned()));
        }
    }

    /// Notes the title in the front matter with which a document begins, between lines like those around that.
    fn note_title(&mut self, text: &str) {
        let front = &text[..front_matter(text)];
        let title = &front[title(front)];
        let fence = front.lines().next().unwrap_or_default();
        if !title.is_empty() {
            self.open(0, Words::Line([fence, "\n", title, fence, "\n"].concat()));
        }
    }

    /// Notes the headings among blocks.
    pub fn note_read(&mut self, blocks: &[Block]) {
        for block in blocks {
            if let Kind::Heading(level) = block.kind {
                self.open(usize::from(level), Words::Read(block.clone()));
            }
        }
    }

    fn open(&mut self, level: usize, words: Words) {
        self.open.retain(|(open, _)| *open < level);
        self.open.push((level, words));
    }

    /// The headings as blocks, to stand before those of the next window.
    #[must_use]
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::with_capacity(self.open.len());
        for (_, words) in &self.open {
            match words {
                Words::Line(line) => match plain_heading(line).or_else(|| plain_title(line)) {
                    Some(block) => blocks.push(block),
                    None => blocks.extend(Format::Markdown.read(line, None).blocks),
                },
                Words::Read(block) => blocks.push(block.clone()),
            }
        }
        blocks
    }
}

/// The title that front matter of one line is, if nothing in it is or might be of YAML but quotes around it.
fn plain_title(lines: &str) -> Option<Block> {
    const KEY: &str = "title";
    let fence = "---\n";
    let rest = lines.strip_prefix(fence)?.strip_suffix(fence)?.strip_suffix('\n')?.strip_prefix(KEY)?;
    let written = rest.strip_prefix(": ")?.trim_matches(' ');
    let quoted = ['"', '\''].iter().find_map(|quote| written.strip_prefix(*quote)?.strip_suffix(*quote));
    let value = quoted.unwrap_or(written);
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'.' | b',' | b'(' | b')' | b'-');
    let begins = value.starts_with(|one: char| one.is_ascii_alphabetic()) && !value.ends_with(' ');
    if !begins || value.contains("  ") || !value.bytes().all(is_plain) || ["null", "Null", "NULL"].contains(&value) {
        return None;
    }
    let (begin, end) = (fence.len(), fence.len() + KEY.len());
    // Before it stand the colon, blanks and a quote at most.
    let at = end + rest.bytes().position(|byte| byte.is_ascii_alphabetic())?;
    let mut prose = Prose::default();
    prose.push(KEY, begin);
    prose.push_for(": ", Span::new(end, at.min(end + ": ".len())));
    prose.push(value, at);
    Some(Block { kind: Kind::Metadata, prose, marks: vec![Mark { range: 0..KEY.len(), role: Role::Key }].into() })
}

/// The heading that a line of Markdown is, if nothing in it is or might be markup.
fn plain_heading(line: &str) -> Option<Block> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let rest = line[level..].strip_prefix(' ')?;
    let text = rest.trim_matches(' ');
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'.' | b',' | b'(' | b')' | b'-');
    if text.is_empty() || !text.bytes().all(is_plain) {
        return None;
    }
    let mut prose = Prose::default();
    prose.push(text, line.len() - rest.trim_start_matches(' ').len());
    Some(Block { kind: Kind::Heading(u8::try_from(level).ok()?), prose, marks: Marks::default() })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_window_ends_at_a_blank_line_outside_a_listing() {
        let text = b"one\ntwo three four five six\n\n```\na\n\nb\n";
        assert_eq!(cut(text), memchr::memmem::find(text, b"```").expect("there"));
        let lines = b"first line of text\nper ISO/IEC\n27001:2013 and so";
        assert!(cut(lines) <= lines.len());
        let long = "ISO/IEC 27001 ".repeat(3) + "is one long line that goes on and on ISO/IEC";
        assert!(long[..cut(long.as_bytes())].ends_with("and "), "{}", &long[..cut(long.as_bytes())]);
        assert_eq!(cut("ééé".as_bytes()), 6);
        assert_eq!(cut(&"ééé".as_bytes()[..5]), 4);
    }

    proptest! {
        #[test]
        fn the_last_blank_line_is_that_of_a_look_at_every_line(
            lines in proptest::collection::vec("[ \t\r]{0,2}(```|~~~|a```|)[ x]{0,2}", 0..12),
            from in 0_usize..40,
        ) {
            let text = lines.join("\n");
            let (mut is_fenced, mut found, mut start) = (false, None, 0);
            for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
                let line = text.as_bytes()[start..end].trim_ascii();
                if line.starts_with(b"```") || line.starts_with(b"~~~") {
                    is_fenced = !is_fenced;
                } else if line.is_empty() && !is_fenced && end > from {
                    found = Some(end + 1);
                }
                start = end + 1;
            }
            prop_assert_eq!(blank_line(text.as_bytes(), from), found);
        }
    }

    fn note(headings: &mut Headings, text: &str) {
        headings.note(text, &section::headings(text));
    }

    proptest! {
        #[test]
        fn headings_at_once_are_those_one_after_the_other(
            windows in proptest::collection::vec("((#{1,6} [a-z]|```|a)\n){0,6}", 1..4),
        ) {
            let (mut at_once, mut one_by_one) = (Headings::default(), Headings::default());
            for text in &windows {
                note(&mut at_once, text);
                for start in section::headings(text) {
                    one_by_one.note(text, &[start]);
                }
            }
            let words = |headings: Headings| -> Vec<String> {
                headings.blocks().iter().map(|block| block.prose.text().to_owned()).collect()
            };
            prop_assert_eq!(words(at_once), words(one_by_one));
        }
    }

    #[test]
    fn plain_headings_are_read_as_by_the_parser() {
        for line in ["# A b", "###   1.2 Scope, and (so) on ", "## a-b", "#  x"] {
            let quick = plain_heading(line).expect("it is plain");
            let [read] = &Format::Markdown.read(line, None).blocks[..] else { panic!("{line}: not one block") };
            assert_eq!((quick.kind, quick.prose.text()), (read.kind, read.prose.text()), "{line}");
            assert_eq!(quick.prose.source_span(0, 1), read.prose.source_span(0, 1), "{line}");
        }
        for line in ["# A *b*", "## a ##", "#", "# x {#id}", "#x", "# [a]"] {
            assert!(plain_heading(line).is_none(), "{line}");
        }
    }

    #[test]
    fn plain_titles_are_read_as_by_the_parser() {
        for title in ["Change policy", "\"Change policy, 2 (draft)\"", "  'a-b'  ", "x", "Plan 27001. Part 2"] {
            let lines = format!("---\ntitle: {title}\n---\n");
            let quick = plain_title(&lines).expect("it is plain");
            let [read] = &Format::Markdown.read(&lines, None).blocks[..] else { panic!("{lines}: not one block") };
            assert_eq!((quick.kind, quick.prose.text(), &quick.marks), (read.kind, read.prose.text(), &read.marks));
            for at in 0..quick.prose.text().len() {
                assert_eq!(quick.prose.source_span(at, at + 1), read.prose.source_span(at, at + 1), "{lines} {at}");
            }
        }
        for title in ["*a", "a: b", "\"a\" b", "[a]", "a  b", "a #b", "null", "'it''s'", "2013"] {
            assert!(plain_title(&format!("---\ntitle: {title}\n---\n")).is_none(), "{title}");
        }
        assert!(plain_title("+++\ntitle = 'a'\n+++\n").is_none() && plain_title("# title").is_none());
    }

    #[test]
    fn headings_stay_open_until_one_of_their_level() {
        let mut headings = Headings::default();
        note(&mut headings, "# A\n\n## B\n\ntext\n### C\n## D\n#no heading\n");
        headings.note_read(&Format::AsciiDoc.read("= E\n\n== F\n", None).blocks);
        let words: Vec<String> = headings.blocks().iter().map(|block| block.prose.text().to_owned()).collect();
        assert_eq!(words, ["E", "F"]);
        let mut titled = Headings::default();
        note(&mut titled, "---\ndraft: true\ntitle: A\n---\n\n# B\n\n```sh\n# no heading\n```\n");
        note(&mut titled, "---\ntitle: C\n---\n# D\n");
        let words: Vec<String> = titled.blocks().iter().map(|block| block.prose.text().to_owned()).collect();
        assert_eq!(words, ["title: A", "D"]);
    }
}

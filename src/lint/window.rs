//! Where to cut a large file so that no sentence and no listing is torn, and what stands above the cut.

use crate::document::data::Kept;
use crate::document::{Block, Format};

/// What one window leaves to the next.
#[derive(Debug, Default)]
pub struct Above {
    /// The headings above, in prose.
    pub headings: Headings,
    /// The keys that are open, in data.
    pub kept: Kept,
    /// Whether numbers of clauses and controls may be at fault in what is examined next, once somebody has looked.
    pub numbered: Option<bool>,
}

impl Above {
    /// For a file that is read whole.
    #[must_use]
    pub fn whole() -> Self {
        Self { headings: Headings::default(), kept: Kept::whole(), numbered: None }
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
        } else {
            self.headings.note(text.as_bytes());
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
    let mut fenced = false;
    let mut found = None;
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', bytes) {
        let line = bytes[start..end].trim_ascii();
        if line.starts_with(b"```") || line.starts_with(b"~~~") {
            fenced = !fenced;
        } else if line.is_empty() && !fenced && end > from {
            found = Some(end + 1);
        }
        start = end + 1;
    }
    found
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
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => error.valid_up_to(),
        _ => bytes.len(),
    }
}

/// The headings above a window, the highest first.
#[derive(Debug, Default)]
pub struct Headings {
    /// Level and line of each.
    open: Vec<(usize, String)>,
}

impl Headings {
    /// Notes the headings of a window that begin with `#`.
    pub fn note(&mut self, bytes: &[u8]) {
        let at_start = bytes.first() == Some(&b'#');
        let starts = at_start.then_some(0).into_iter().chain(memchr::memmem::find_iter(bytes, b"\n#").map(|at| at + 1));
        for start in starts {
            let line = &bytes[start..memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |end| start + end)];
            let level = line.iter().take_while(|byte| **byte == b'#').count();
            if (1..=6).contains(&level) {
                self.open.retain(|(open, _)| *open < level);
                self.open.push((level, String::from_utf8_lossy(line).into_owned()));
            }
        }
    }

    /// The headings as blocks, to stand before those of the next window.
    #[must_use]
    pub fn blocks(&self) -> Vec<Block> {
        self.open.iter().flat_map(|(_, line)| Format::Markdown.read(line, None).blocks).collect()
    }
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn headings_stay_open_until_one_of_their_level() {
        let mut headings = Headings::default();
        headings.note(b"# A\n\n## B\n\ntext\n### C\n## D\n");
        let words: Vec<String> = headings.blocks().iter().map(|block| block.prose.text().to_owned()).collect();
        assert_eq!(words, ["A", "D"]);
    }
}

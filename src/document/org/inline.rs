//! What is marked inside a block: emphasis, code, links, footnotes, macros.

use std::ops::Range;

use super::super::mark::Role;
use super::super::model::{Block, Kind};
use super::super::names::Names;
use super::super::passage::{Edits, Passage, read_all};

/// Longest link or footnote, in bytes.
const LONGEST: usize = 500;

/// Signs of emphasis.
const SIGNS: &[u8] = b"*/_=~+";

/// Names of characters.
const ENTITIES: &[(&str, &str)] = &[
    ("nbsp", "\u{A0}"),
    ("shy", "\u{AD}"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("ldots", "…"),
    ("dots", "…"),
    ("rarr", "→"),
    ("to", "→"),
    ("larr", "←"),
    ("sect", "§"),
    ("S", "§"),
    ("copy", "©"),
    ("reg", "®"),
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("vert", "|"),
    ("slash", "/"),
    ("plus", "+"),
    ("under", "_"),
    ("ast", "*"),
    ("tilde", "~"),
    ("hellip", "…"),
];

/// Appends a block, and behind it those of its footnotes.
pub fn write(passage: &Passage, kind: Kind, names: &mut Names, blocks: &mut Vec<Block>) {
    let (edits, notes) = read(passage, names);
    passage.write(kind, edits, blocks);
    for note in notes {
        let note = passage.part(note);
        let (edits, _) = read(&note, names);
        note.write(Kind::Note, edits, blocks);
    }
}

fn read(passage: &Passage, names: &mut Names) -> (Edits, Vec<Range<usize>>) {
    let text = passage.text();
    let mut inline = Inline {
        text,
        edits: Edits::default(),
        names,
        notes: Vec::new(),
        open: [0; 6],
        none: [false; 6],
        next: Vec::new(),
    };
    read_all(text, |at| inline.take(at));
    (inline.edits, inline.notes)
}

struct Inline<'a> {
    text: &'a str,
    edits: Edits,
    names: &'a mut Names,
    notes: Vec<Range<usize>>,
    /// For each sign, up to where the emphasis reaches that is open.
    open: [usize; 6],
    /// True for signs of which none that closes stands in the rest of the text.
    none: [bool; 6],
    /// Ends of other marks, and where the next one stands that was far away when it was looked for.
    next: Vec<(&'static str, usize)>,
}

impl Inline<'_> {
    /// Takes what stands at `at`; gives the length of what needs no further look.
    fn take(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let byte = rest.as_bytes()[0];
        let taken = match byte {
            b'[' => self.brackets(at),
            b'\\' => self.backslash(at),
            b'{' if rest.starts_with("{{{") => self.name(at),
            b'<' if rest.starts_with("<<") => self.target(at),
            b'@' if rest.starts_with("@@") => self.snippet(at),
            b'_' | b'^' if rest[1..].starts_with('{') => self.script(at),
            byte if SIGNS.contains(&byte) => self.emphasis(at),
            byte if byte.is_ascii_alphanumeric() => Some(self.word(at)),
            _ => None,
        };
        taken.unwrap_or_else(|| rest.chars().next().map_or(1, char::len_utf8))
    }

    fn emphasis(&mut self, at: usize) -> Option<usize> {
        let sign = SIGNS.iter().position(|sign| *sign == self.text.as_bytes()[at])?;
        if at < self.open[sign] || self.none[sign] || !opens(self.text, at) {
            return None;
        }
        let mut from = at + 2;
        while let Some(found) = self.text.as_bytes().get(from..).and_then(|rest| memchr::memchr(SIGNS[sign], rest)) {
            let close = from + found;
            if closes(self.text, close) {
                self.open[sign] = close + 1;
                self.edits.unwrap(at..close + 1, at + 1..close);
                let inner = at + 1..close;
                return match SIGNS[sign] {
                    b'=' | b'~' => {
                        self.edits.mark(inner, Role::Code);
                        Some(close + 1 - at)
                    }
                    b'+' => {
                        self.edits.mark(inner, Role::Struck);
                        Some(1)
                    }
                    _ => Some(1),
                };
            }
            from = close + 1;
        }
        self.none[sign] = true;
        None
    }

    /// Where a text from `at` ends, if it ends with `mark` not far away.
    fn until(&mut self, at: usize, mark: &'static str) -> Option<usize> {
        let reach = (at + LONGEST).min(self.text.len());
        let is_far = |next: usize| at <= next && reach < next.saturating_add(mark.len());
        if self.next.iter().any(|(own, next)| *own == mark && is_far(*next)) {
            return None;
        }
        let find = |end: usize| memchr::memmem::find(&self.text.as_bytes()[at..end], mark.as_bytes());
        let found = find(reach).map(|found| at + found);
        if found.is_none() {
            self.next.retain(|(own, _)| *own != mark);
            self.next.push((mark, find(self.text.len()).map_or(usize::MAX, |found| at + found)));
        }
        found
    }

    /// A link or the mark of a footnote.
    fn brackets(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        if rest.starts_with("[fn:") {
            let end = self.until(at, "]")?;
            let inner = at + 4..end;
            if let Some(colon) = self.text[inner.clone()].find(':') {
                self.notes.push(inner.start + colon + 1..end);
            }
            self.edits.leave_out(at..end + 1);
            return Some(end + 1 - at);
        }
        if !rest.starts_with("[[") {
            return None;
        }
        let end = self.until(at, "]]")?;
        if let Some(middle) = self.text[at..end].find("][") {
            self.edits.leave_out(at..at + middle + 2);
            self.edits.leave_out(end..end + 2);
            return Some(middle + 2);
        }
        self.edits.unwrap(at..end + 2, at + 2..end);
        self.edits.mark(at + 2..end, Role::Address);
        Some(end + 2 - at)
    }

    /// The name of a character, or a line end.
    fn backslash(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at + 1..];
        if rest.starts_with('\\') && rest[1..].trim_start_matches(' ').starts_with('\n') {
            self.edits.break_line(at..at + 2);
            return Some(2);
        }
        let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (_, shown) = ENTITIES.iter().find(|(name, _)| *name == &rest[..length])?;
        let braces = if rest[length..].starts_with("{}") { 2 } else { 0 };
        self.edits.put(at..at + 1 + length + braces, *shown);
        Some(1 + length + braces)
    }

    /// `{{{name}}}`: what the name stands for.
    fn name(&mut self, at: usize) -> Option<usize> {
        let end = self.until(at, "}}}")?;
        let name = self.text[at + 3..end].split('(').next().unwrap_or_default();
        let whole = at..end + 3;
        let value = self.names.get(name)?;
        self.edits.put(whole.clone(), value);
        self.edits.mark(whole.clone(), Role::Named);
        Some(whole.len())
    }

    /// `<<target>>` is not shown, `<<<words>>>` are.
    fn target(&mut self, at: usize) -> Option<usize> {
        if self.text[at..].starts_with("<<<") {
            let end = self.until(at, ">>>")?;
            self.edits.unwrap(at..end + 3, at + 3..end);
            return Some(end + 3 - at);
        }
        let end = self.until(at, ">>")?;
        self.edits.leave_out(at..end + 2);
        Some(end + 2 - at)
    }

    /// What is meant for one form of publication.
    fn snippet(&mut self, at: usize) -> Option<usize> {
        let end = self.until(at + 2, "@@")?;
        self.edits.leave_out(at..end + 2);
        Some(end + 2 - at)
    }

    /// `_{below}` and `^{above}`.
    fn script(&mut self, at: usize) -> Option<usize> {
        let end = self.until(at, "}")?;
        self.edits.unwrap(at..end + 1, at + 2..end);
        Some(end + 1 - at)
    }

    /// A word, or an address.
    fn word(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let end = rest.find(|one: char| !one.is_alphanumeric()).unwrap_or(rest.len());
        if !rest[end..].starts_with("://") {
            return end;
        }
        let end = rest.find(|one: char| one.is_whitespace() || "<>[]\"".contains(one)).unwrap_or(rest.len());
        self.edits.mark(at..at + end, Role::Address);
        end
    }
}

fn opens(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let behind = text[at + 1..].chars().next();
    before.is_none_or(|one| one.is_whitespace() || "-–—('\"{[".contains(one))
        && behind.is_some_and(|one| !one.is_whitespace())
}

fn closes(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let behind = text[at + 1..].chars().next();
    let ends = behind.is_none_or(|one| one.is_whitespace() || "-–—.,;:!?'\")}\\[]".contains(one));
    ends && before.is_some_and(|one| !one.is_whitespace())
}

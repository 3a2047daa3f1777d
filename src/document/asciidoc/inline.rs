//! What is marked inside a block: emphasis, code, names, links, footnotes.

use std::collections::HashMap;
use std::ops::Range;

use super::super::html;
use super::super::map::Prose;
use super::super::mark::{Mark, Role};
use super::super::model::{Block, Kind};
use super::super::names::Names;
use super::super::passage::{Edits, Passage, read_words};
use super::macros;
use super::names;
use super::pairs::Pairs;

/// Appends a block, and behind it those of its footnotes.
pub fn write(passage: &Passage, kind: Kind, names: &mut Names, blocks: &mut Vec<Block>) {
    let (edits, notes) = read(passage, names);
    passage.write(kind, edits, blocks);
    let note_kind = if matches!(kind, Kind::Cell(_)) { kind } else { Kind::Note };
    for note in notes {
        let note = passage.part(note);
        let (edits, _) = read(&note, names);
        note.write(note_kind, edits, blocks);
    }
}

/// The prose of a text, for the value of a name.
pub fn prose(passage: &Passage, names: &mut Names) -> (Prose, Vec<Mark>) {
    passage.prose(read(passage, names).0)
}

fn read(passage: &Passage, names: &mut Names) -> (Edits, Vec<Range<usize>>) {
    let text = passage.text();
    let mut inline = Inline::new(text, names);
    read_words(text, is_sign, |at| inline.take(at));
    (inline.edits, inline.notes)
}

/// True for a byte that marks something, or that stands behind the name of a macro.
#[inline]
fn is_sign(byte: u8) -> bool {
    (byte == b'\\')
        | (byte == b'*')
        | (byte == b'_')
        | (byte == b'`')
        | (byte == b'#')
        | (byte == b'+')
        | (byte == b'^')
        | (byte == b'~')
        | (byte == b'{')
        | (byte == b'&')
        | (byte == b'[')
        | (byte == b'<')
        | (byte == b'(')
        | (byte == b':')
}

/// A text while it is read.
pub(super) struct Inline<'a> {
    pub(super) text: &'a str,
    pub(super) edits: Edits,
    pairs: Pairs,
    names: &'a mut Names,
    /// Footnotes, which are read behind the block.
    pub(super) notes: Vec<Range<usize>>,
    closings: Option<HashMap<usize, usize>>,
}

impl<'a> Inline<'a> {
    fn new(text: &'a str, names: &'a mut Names) -> Self {
        Self { text, edits: Edits::default(), pairs: Pairs::new(), names, notes: Vec::new(), closings: None }
    }

    /// What stands in the brackets that open at `open`, brackets in it included.
    pub(super) fn brackets_at(&mut self, open: usize) -> Option<Range<usize>> {
        if self.text.as_bytes().get(open) != Some(&b'[') {
            return None;
        }
        let closings = self.closings.get_or_insert_with(|| macros::closings(self.text));
        closings.get(&open).map(|close| open + 1..*close)
    }

    /// Takes what stands at `at`; gives the length of what needs no further look.
    fn take(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let byte = rest.as_bytes()[0];
        let taken = match byte {
            b'\\' => self.escape(at),
            b'*' | b'_' | b'`' | b'#' | b'+' | b'^' | b'~' => self.emphasis(at),
            b'{' => self.name(at),
            b'&' => self.entity(at),
            b'[' => macros::brackets(self, at),
            b'<' | b'(' => macros::reference(self, at),
            byte if byte.is_ascii_alphabetic() => return macros::word(self, at),
            _ => None,
        };
        taken.unwrap_or_else(|| rest.chars().next().map_or(1, char::len_utf8))
    }

    /// A backslash before markup takes its meaning away and is not shown.
    fn escape(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at + 1..];
        let first = *rest.as_bytes().first()?;
        let length = if b"*_`#^~{+<[(|&\"'".contains(&first) {
            rest.bytes().take_while(|byte| *byte == first).count()
        } else if macros::is_macro(rest) {
            1
        } else {
            return None;
        };
        self.edits.leave_out(at..at + 1);
        Some(1 + length)
    }

    fn emphasis(&mut self, at: usize) -> Option<usize> {
        let line_end = |behind: &str| behind.is_empty() || behind.starts_with('\n');
        if self.text[..at].ends_with(' ') && self.text[at..].starts_with('+') && line_end(&self.text[at + 1..]) {
            let end = (at + 2).min(self.text.len());
            self.edits.break_line(at - 1..end);
            return Some(end - at);
        }
        let (length, close) = self.pairs.find(self.text, at)?;
        let inner = at + length..close;
        self.edits.unwrap(at..close + length, inner.clone());
        match (self.text.as_bytes()[at], length) {
            (b'`', _) if !self.is_quoted(at, close) => self.edits.mark(inner, Role::Code),
            (b'+', 3) => {
                self.markup(inner);
                return Some(close + length - at);
            }
            (b'+', _) => return Some(close + length - at),
            _ => {}
        }
        Some(length)
    }

    /// True for a back tick inside quotation marks, which only bends them.
    fn is_quoted(&self, open: usize, close: usize) -> bool {
        let before = self.text[..open].chars().next_back().filter(|one| matches!(one, '"' | '\''));
        before.is_some_and(|quote| self.text[close + 1..].starts_with(quote))
    }

    /// HTML that stands in the text.
    pub(super) fn markup(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while let Some(found) = memchr::memchr(b'<', &self.text.as_bytes()[at..range.end]) {
            let start = at + found;
            let length = html::tag::end(&self.text[start..range.end]);
            if length > 1 {
                self.edits.leave_out(start..start + length);
            }
            at = start + length;
        }
    }

    fn name(&mut self, at: usize) -> Option<usize> {
        let body = self.text[at + 1..].bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"_-:".contains(byte));
        let end = at + 1 + body.count();
        if self.text.as_bytes().get(end) != Some(&b'}') {
            return None;
        }
        let range = at..end + 1;
        let name = &self.text[at + 1..end];
        if name.starts_with("set:") || name.starts_with("counter") {
            self.edits.leave_out(range.clone());
        } else {
            let (value, own) = names::value(self.names, name)?;
            if macros::is_macro(&value) {
                let target_end = macros::target_end(self.text, end + 1);
                if let Some(inner) = self.brackets_at(target_end).filter(|inner| !inner.is_empty()) {
                    return Some(macros::show(self, at, inner));
                }
            }
            self.edits.put(range.clone(), value);
            if own {
                self.edits.mark(range.clone(), Role::Named);
            }
        }
        Some(range.len())
    }

    fn entity(&mut self, at: usize) -> Option<usize> {
        let mut prose = Prose::default();
        let length = html::push_entity(&self.text[at..], 0, &mut prose);
        if length > 1 {
            self.edits.put(at..at + length, prose.text());
        }
        Some(length)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::super::passage::read_all;
    use super::*;

    proptest! {
        #[test]
        fn words_without_a_sign_need_no_look(text in "([a-cé]{0,3}(http://|link:|xref:a|pass:\\[|footnote:\\[|[*`#_^~+{}&;:\\[\\]<>.()\\\\ -]|<<|>>|\\{a\\}|\n|\u{a0}|漢)){0,12}[a-c_]{0,2}") {
            let passage = Passage::of(&text, 0);
            let mut names = Names::new(1000);
            names.define("a", "b");
            let quick = format!("{:?}", read(&passage, &mut names));
            let mut inline = Inline::new(&text, &mut names);
            read_all(&text, |at| inline.take(at));
            prop_assert_eq!(quick, format!("{:?}", (inline.edits, inline.notes)), "{}", text);
        }
    }
}

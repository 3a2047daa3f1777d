//! What is marked inside a block: emphasis, literals, roles, references, substitutions.

use std::ops::Range;

use super::super::mark::Role;
use super::super::model::{Block, Kind};
use super::super::names::Names;
use super::super::passage::{Edits, Passage, read_words};
use crate::source::ceiling;

/// Roles whose text is code.
const CODE: &[&str] = &["code", "literal", "file", "samp", "command", "kbd", "program", "option", "envvar", "math"];

/// Roles that show the title of what they name; without a text of its own only the name stands here.
const NAMES: &[&str] = &["ref", "doc", "numref", "any", "download", "eq", "keyword", "token"];

/// Longest name of a role, in bytes.
const NAME: usize = 128;

/// Appends a block.
pub fn write(passage: &Passage, kind: Kind, names: &mut Names, blocks: &mut Vec<Block>) {
    passage.write(kind, edits(passage, names), blocks);
}

/// The text of a passage, for the value of a name.
pub fn plain(passage: &Passage, names: &mut Names) -> String {
    passage.prose(edits(passage, names)).0.text().replace('\n', " ")
}

fn edits(passage: &Passage, names: &mut Names) -> Edits {
    let text = passage.text();
    let mut inline = Inline::new(text, names);
    read_words(text, is_sign, |at| inline.take(at));
    inline.edits
}

/// True for a byte that marks something, that ends the name of a reference, or that stands in an address or before a role.
#[inline]
fn is_sign(byte: u8) -> bool {
    (byte == b'\\')
        | (byte == b'*')
        | (byte == b'`')
        | (byte == b':')
        | (byte == b'|')
        | (byte == b'[')
        | (byte == b'_')
}

struct Inline<'a> {
    text: &'a str,
    edits: Edits,
    names: &'a mut Names,
    /// Marks of which no closing one stands in the rest of the text.
    none: Vec<&'static str>,
}

impl<'a> Inline<'a> {
    fn new(text: &'a str, names: &'a mut Names) -> Self {
        Self { text, edits: Edits::default(), names, none: Vec::new() }
    }

    /// Takes what stands at `at`; gives the length of what needs no further look.
    fn take(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let taken = match rest.as_bytes()[0] {
            b'\\' => self.escape(at),
            b'*' if rest.starts_with("**") => self.emphasis(at, "**"),
            b'*' => self.emphasis(at, "*"),
            b'`' if rest.starts_with("``") => self.literal(at),
            b'`' => self.interpreted(at, at, ""),
            b':' => self.role(at),
            b'|' => self.substitution(at),
            b'[' => self.footnote(at),
            b'_' if rest.starts_with("_`") => self.target(at),
            byte if byte.is_ascii_alphanumeric() => return self.word(at),
            _ => None,
        };
        taken.unwrap_or_else(|| rest.chars().next().map_or(1, char::len_utf8))
    }

    /// A backslash takes the meaning of the next character away; with a blank it is nothing at all.
    fn escape(&mut self, at: usize) -> Option<usize> {
        let next = self.text[at + 1..].chars().next();
        let blank = next.filter(|one| one.is_whitespace()).map_or(0, char::len_utf8);
        self.edits.leave_out(at..at + 1 + blank);
        Some(1 + next.map_or(0, char::len_utf8))
    }

    /// Where the mark stands that closes a text from `from`.
    fn close(&mut self, from: usize, mark: &'static str) -> Option<usize> {
        if self.none.contains(&mark) {
            return None;
        }
        let mut at = from + 1;
        while let Some(found) =
            self.text.get(at..).and_then(|rest| memchr::memmem::find(rest.as_bytes(), mark.as_bytes()))
        {
            let close = at + found;
            let before = self.text[..close].chars().next_back();
            let escaped = mark != "``" && before == Some('\\');
            if !escaped
                && before.is_some_and(|one| !one.is_whitespace())
                && ends(&self.text[close + mark.len()..], mark)
            {
                return Some(close);
            }
            at = ceiling(self.text, close + 1);
        }
        self.none.push(mark);
        None
    }

    fn emphasis(&mut self, at: usize, mark: &'static str) -> Option<usize> {
        let inner = at + mark.len();
        if !begins(self.text, at, inner) {
            return Some(mark.len());
        }
        let Some(close) = self.close(inner, mark) else { return Some(mark.len()) };
        self.edits.unwrap(at..close + mark.len(), inner..close);
        self.escapes(inner..close);
        Some(close + mark.len() - at)
    }

    /// Backslashes in a text in which nothing else is marked.
    fn escapes(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while let Some(found) = memchr::memchr(b'\\', &self.text.as_bytes()[at..range.end]) {
            at += found;
            at = (at + self.escape(at).unwrap_or(1)).min(range.end);
        }
    }

    fn literal(&mut self, at: usize) -> Option<usize> {
        if !begins(self.text, at, at + 2) {
            return Some(2);
        }
        let Some(close) = self.close(at + 2, "``") else { return Some(2) };
        self.edits.unwrap(at..close + 2, at + 2..close);
        self.edits.mark(at + 2..close, Role::Code);
        Some(close + 2 - at)
    }

    /// A role before its text: `` :term:`asset` ``.
    fn role(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at + 1..];
        let is_of_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_+.:".contains(byte);
        let length = rest.bytes().take(NAME).take_while(is_of_name).count();
        let name = rest[..length].strip_suffix(':').filter(|name| !name.is_empty())?;
        let open = at + 1 + length;
        if self.text.as_bytes().get(open) != Some(&b'`') || !begins(self.text, at, at + 1) {
            return None;
        }
        self.interpreted(at, open, name)
    }

    /// Text between single back ticks: a reference, or a text with a role, which stands at `at`.
    fn interpreted(&mut self, at: usize, open: usize, role: &str) -> Option<usize> {
        if role.is_empty() && !begins(self.text, at, open + 1) {
            return None;
        }
        let close = self.close(open + 1, "`")?;
        let mut end = close + 1;
        let behind = &self.text[end..];
        let refers = behind.bytes().take(2).take_while(|byte| *byte == b'_').count();
        end += refers;
        let suffix = behind.strip_prefix(':').and_then(|rest| rest.split_once(':')).map_or("", |(name, _)| name);
        let is_role = role.is_empty()
            && !suffix.is_empty()
            && suffix.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if is_role {
            end += suffix.len() + 2;
        }
        let role = if is_role { suffix } else { role.rsplit(':').next().unwrap_or_default() };
        self.labelled(at..end, open + 1..close, role);
        Some(end - at)
    }

    /// Shows the words of a reference: `words <target>`.
    fn labelled(&mut self, whole: Range<usize>, inner: Range<usize>, role: &str) {
        let text = &self.text[inner.clone()];
        let target = text
            .strip_suffix('>')
            .and_then(|head| head.rfind('<'))
            .filter(|at| *at == 0 || text[..*at].ends_with([' ', '\n']));
        let words = match target {
            Some(0) => {
                let inner = inner.start + 1..inner.end - 1;
                self.edits.unwrap(whole, inner.clone());
                return self.edits.mark(inner, Role::Address);
            }
            Some(at) => inner.start..inner.start + text[..at].trim_end().len(),
            None => inner,
        };
        self.edits.unwrap(whole, words.clone());
        if CODE.contains(&role) {
            return self.edits.mark(words, Role::Code);
        }
        self.escapes(words.clone());
        if matches!(role, "del" | "strike" | "strikethrough") {
            self.edits.mark(words, Role::Struck);
        } else if target.is_none() && NAMES.contains(&role) {
            self.edits.mark(words, Role::Address);
        }
    }

    fn substitution(&mut self, at: usize) -> Option<usize> {
        if !begins(self.text, at, at + 1) {
            return None;
        }
        let close = self.close(at + 1, "|")?;
        let refers = self.text[close + 1..].bytes().take(2).take_while(|byte| *byte == b'_').count();
        let whole = at..close + 1 + refers;
        if let Some(value) = self.names.get(&self.text[at + 1..close]) {
            self.edits.put(whole.clone(), value);
            self.edits.mark(whole.clone(), Role::Named);
        } else {
            self.edits.leave_out(close + 1..whole.end);
        }
        Some(whole.len())
    }

    /// The mark of a footnote is left out, that of a citation shown.
    fn footnote(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at + 1..];
        let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"#*-_.:+".contains(byte)).count();
        let label = &rest[..length];
        if length == 0 || !rest[length..].starts_with("]_") || !ends(&rest[length + 2..], "]_") {
            return None;
        }
        let number = label.starts_with(['#', '*']) || label.bytes().all(|byte| byte.is_ascii_digit());
        let whole = at..at + length + 3;
        if number {
            self.edits.leave_out(whole.clone());
        } else {
            self.edits.leave_out(whole.end - 1..whole.end);
        }
        Some(whole.len())
    }

    fn target(&mut self, at: usize) -> Option<usize> {
        if !begins(self.text, at, at + 2) {
            return None;
        }
        let close = self.close(at + 2, "`")?;
        self.edits.unwrap(at..close + 1, at + 2..close);
        Some(close + 1 - at)
    }

    /// A word: an address, or a name with the low line of a reference behind it.
    fn word(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let scheme = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        if rest[scheme..].starts_with("://") {
            let end = rest.find(|one: char| one.is_whitespace() || "<>\"`".contains(one)).unwrap_or(rest.len());
            let bare = rest[..end].trim_end_matches(['.', ',', ';', ':', ')', '!', '?', '*', '|']).len();
            self.edits.mark(at..at + bare, Role::Address);
            return bare.max(1);
        }
        let mut end = 0;
        for (from, one) in rest.char_indices() {
            if one.is_alphanumeric() {
                end = from + one.len_utf8();
            } else if !"-_.:+".contains(one) || from > end {
                break;
            }
        }
        let free = !self.text[..at].ends_with('_');
        let low = rest[end..].bytes().take_while(|byte| *byte == b'_').count();
        if free && matches!(low, 1 | 2) && ends(&rest[end + low..], "_") {
            self.edits.leave_out(at + end..at + end + low);
            return end + low;
        }
        // A role may begin at the colon behind a word only if the word ends there.
        end.max(1)
    }
}

/// True if a mark from `at` to `inner` may open: a blank or an opening sign before it, no blank behind it.
fn begins(text: &str, at: usize, inner: usize) -> bool {
    let before = text[..at].chars().next_back();
    let free = before.is_none_or(|one| {
        one.is_whitespace() || "'\"([{<-/:".contains(one) || (!one.is_ascii() && !one.is_alphanumeric())
    });
    let Some(next) = text[inner..].chars().next() else { return false };
    let pairs = [('\'', '\''), ('"', '"'), ('(', ')'), ('[', ']'), ('{', '}'), ('<', '>')];
    free && !next.is_whitespace() && !pairs.iter().any(|(open, close)| before == Some(*open) && next == *close)
}

/// True if a mark may close before `behind`.
fn ends(behind: &str, mark: &str) -> bool {
    let behind = if matches!(mark, "`" | "|") { behind.trim_start_matches('_') } else { behind };
    let next = behind.chars().next();
    next.is_none_or(|one| {
        one.is_whitespace() || "'\")]}>-/\\:.,;!?".contains(one) || (!one.is_ascii() && !one.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::super::passage::read_all;
    use super::*;

    proptest! {
        #[test]
        fn words_without_a_sign_need_no_look(text in "([a-cé]{0,3}(http://|:term:`|[*`|_\\\\:\\[\\]<>.+() -]|``|__|\n|\u{a0}|漢)){0,12}[a-c_]{0,2}") {
            let passage = Passage::of(&text, 0);
            let mut names = Names::new(1000);
            names.define("a", "b");
            let quick = format!("{:?}", edits(&passage, &mut names));
            let mut inline = Inline::new(&text, &mut names);
            read_all(&text, |at| inline.take(at));
            prop_assert_eq!(quick, format!("{:?}", inline.edits), "{}", text);
        }
    }
}

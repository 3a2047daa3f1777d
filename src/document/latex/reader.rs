//! The reader of LaTeX: one pass over the text, groups on a stack.

use std::cell::OnceCell;
use std::ops::Range;

use super::super::map::Prose;
use super::super::mark::{Mark, Role};
use super::super::model::{Block, Document, Kind};
use super::super::names::Names;
use super::super::passage::Passage;
use super::super::table::Tables;
use super::argument;
use super::command::{self, Environment, Use};
use super::condition::Conditions;
use crate::source::{Span, ceiling};

/// How many groups are looked at that are open around the end of a block.
const DEPTH: usize = 64;

/// Reads a document; one without `\begin{document}` is read from its start.
#[must_use]
pub fn read(text: &str) -> Document {
    Document { blocks: blocks(text, false), ..Document::default() }
}

/// The blocks of a text, which is the value of a name if `inner`.
fn blocks(text: &str, inner: bool) -> Vec<Block> {
    let mut reader = Reader {
        text,
        names: Names::new(text.len()),
        tables: Tables::default(),
        blocks: Vec::new(),
        draft: Draft::default(),
        groups: Vec::new(),
        lists: 0,
        inner,
        muted: has_head(text),
        math: false,
        label: usize::MAX,
        conditions: OnceCell::new(),
    };
    let mut at = 0;
    while at < text.len() {
        at = ceiling(text, reader.take(at).max(at + 1));
    }
    while let Some(group) = reader.groups.pop() {
        reader.leave(group);
    }
    reader.flush();
    reader.blocks
}

/// A block while it is written.
#[derive(Default)]
struct Draft {
    prose: Prose,
    marks: Vec<Mark>,
    /// The kind that a command gave it.
    kind: Option<Kind>,
}

/// What ends with a brace.
enum Group {
    Plain,
    /// A stretch with a role, from there.
    Marked(Role, usize),
    /// A block of its own, with the block around it; true if nothing was shown around it.
    Block(Draft, bool),
}

struct Reader<'a> {
    text: &'a str,
    names: Names,
    tables: Tables,
    blocks: Vec<Block>,
    draft: Draft,
    groups: Vec<Group>,
    lists: usize,
    /// Inside the value of a name, where no names are defined.
    inner: bool,
    /// Before the document begins, nothing is shown.
    muted: bool,
    math: bool,
    /// Where the label of an item ends.
    label: usize,
    /// Found once one is met.
    conditions: OnceCell<Conditions>,
}

impl<'a> Reader<'a> {
    /// Takes what stands at `at`; gives where to go on.
    fn take(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let plain = rest.find(['\\', '{', '}', '%', '$', '~', '&', '-', '\n', ']', '^', '_']).unwrap_or(rest.len());
        if plain > 0 {
            self.push(&rest[..plain], at);
            return at + plain;
        }
        let one = at..at + 1;
        match rest.as_bytes()[0] {
            b'\\' => return self.command(at),
            b'{' => self.groups.push(Group::Plain),
            b'}' => {
                if let Some(group) = self.groups.pop() {
                    self.leave(group);
                }
            }
            b'%' => return argument::comment_end(self.text, at),
            b'$' => self.math = !self.math,
            b'~' => self.put(" ", one),
            b'&' if self.tables.is_open() => self.next_cell(),
            b'^' | b'_' if self.math => {}
            b'-' => {
                let run = rest.bytes().take(3).take_while(|byte| *byte == b'-').count();
                self.put(["-", "–", "—"][run - 1], at..at + run);
                return at + run;
            }
            b'\n' => return self.line_end(at),
            b']' if at == self.label => self.put(" ", one),
            _ => self.push(&rest[..1], at),
        }
        at + 1
    }

    fn push(&mut self, text: &str, at: usize) {
        if !self.muted {
            self.draft.prose.push_collapsed(text, at);
        }
    }

    fn put(&mut self, text: &str, range: Range<usize>) {
        if !self.muted {
            self.draft.prose.push_for(text, Span::new(range.start, range.end));
        }
    }

    /// A line end; with a blank line behind it, the end of a paragraph.
    fn line_end(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let end = at + rest.len() - rest.trim_start().len();
        if self.text[at + 1..end].contains('\n')
            && self.groups.iter().rev().take(4).all(|group| matches!(group, Group::Plain))
        {
            self.flush();
        } else {
            self.push(&self.text[at..end], at);
        }
        end
    }

    fn kind(&self) -> Kind {
        self.draft.kind.or_else(|| self.tables.cell()).unwrap_or(if self.lists > 0 { Kind::Item } else { Kind::Text })
    }

    /// Ends a block in which others may be open; stretches with a role go on in the next.
    fn flush(&mut self) {
        self.end_block();
        for group in self.groups.iter_mut().rev().take(DEPTH) {
            match group {
                Group::Plain => {}
                Group::Marked(_, from) => *from = 0,
                // What stands around it goes on where it was.
                Group::Block(..) => break,
            }
        }
    }

    fn end_block(&mut self) {
        let kind = self.kind();
        let next = Draft { kind: self.draft.kind, ..Draft::default() };
        let draft = std::mem::replace(&mut self.draft, next);
        if !draft.prose.text().trim().is_empty() {
            self.blocks.push(Block { kind, prose: draft.prose, marks: draft.marks.into() });
        }
    }

    /// Begins a block that ends with the argument at `at`; gives where the argument begins.
    fn enter(&mut self, at: usize, kind: Option<Kind>) -> usize {
        let Some(open) = argument::group_at(self.text, at) else { return at };
        let around = std::mem::replace(&mut self.draft, Draft { kind, ..Draft::default() });
        self.groups.push(Group::Block(around, self.muted));
        self.muted &= kind != Some(Kind::Metadata);
        open + 1
    }

    fn leave(&mut self, group: Group) {
        match group {
            Group::Plain => {}
            Group::Marked(role, from) => {
                let range = from..self.draft.prose.text().len();
                if !range.is_empty() {
                    self.draft.marks.push(Mark { range, role });
                }
            }
            Group::Block(around, muted) => {
                self.end_block();
                (self.draft, self.muted) = (around, muted);
            }
        }
    }

    fn command(&mut self, at: usize) -> usize {
        let rest = &self.text[at + 1..];
        let letters = rest.bytes().take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'@').count();
        let length = if letters > 0 { letters } else { rest.chars().next().map_or(0, char::len_utf8) };
        let name = &rest[..length];
        let mut end = at + 1 + length;
        if letters > 0 && self.text[end..].starts_with('*') {
            end += 1;
        }
        match name {
            "begin" | "end" => return self.environment(at, end, name == "begin"),
            "verb" => return self.verbatim(end),
            "lstinline" if !self.text[end..].starts_with(['{', '[']) => return self.verbatim(end),
            "\\" => return self.row_end(at, end),
            "iffalse" => {
                let conditions = self.conditions.get_or_init(|| Conditions::of(self.text));
                return conditions.shown(at).unwrap_or(end);
            }
            _ => {}
        }
        let known = command::of(name);
        if known.is_none()
            && let Some(value) = self.names.get(name).filter(|_| letters > 0)
        {
            let braces = if self.text[end..].starts_with("{}") { 2 } else { 0 };
            let from = self.draft.prose.text().len();
            self.put(&value, at..end + braces);
            let range = from..self.draft.prose.text().len();
            self.draft.marks.push(Mark { range, role: Role::Named });
            return end + braces;
        }
        match known {
            Some(of) => self.run(of, at, end),
            None => argument::skip_option(self.text, end),
        }
    }

    fn run(&mut self, of: Use, at: usize, end: usize) -> usize {
        match of {
            Use::Shows(text) => {
                self.put(text, at..end);
                if self.text[end..].starts_with("{}") { end + 2 } else { end }
            }
            Use::Hides(count) => (0..count).fold(argument::skip_option(self.text, end), |end, _| {
                argument::skip_option(self.text, argument::skip_group(self.text, end))
            }),
            Use::Heading(level) => {
                self.flush();
                self.enter(argument::skip_option(self.text, end), Some(Kind::Heading(level)))
            }
            Use::Metadata => self.enter(argument::skip_option(self.text, end), Some(Kind::Metadata)),
            Use::Block => {
                self.flush();
                self.enter(argument::skip_option(self.text, end), None)
            }
            Use::Note => {
                self.enter(argument::skip_option(self.text, end), Some(self.tables.cell().unwrap_or(Kind::Note)))
            }
            Use::Marks(role) => self.marked(argument::skip_option(self.text, end), role),
            Use::Address => self.address(end),
            Use::Parts => {
                self.flush();
                end
            }
            Use::Item => self.item(end),
            Use::Defines => self.define(end),
            Use::Accent(sign) => self.accent(at, end, sign),
        }
    }

    fn marked(&mut self, at: usize, role: Role) -> usize {
        let Some(open) = argument::group_at(self.text, at) else { return at };
        self.groups.push(Group::Marked(role, self.draft.prose.text().len()));
        open + 1
    }

    fn item(&mut self, at: usize) -> usize {
        self.flush();
        self.lists = self.lists.max(1);
        let rest = &self.text[at..];
        let open = rest.len() - rest.trim_start().len();
        if rest[open..].starts_with('[')
            && let Some(end) = argument::option_end(self.text, at + open)
        {
            self.label = end - 1;
            return at + open + 1;
        }
        at
    }

    /// A letter with a sign, in braces or without.
    fn accent(&mut self, at: usize, end: usize, sign: char) -> usize {
        let rest = &self.text[end..];
        let inner =
            rest.trim_start_matches(['{', ' ']).strip_prefix("\\i").unwrap_or(rest.trim_start_matches(['{', ' ']));
        let dotless = rest.trim_start_matches(['{', ' ']).starts_with("\\i");
        let letter = if dotless { Some('i') } else { inner.chars().next().filter(|one| one.is_alphabetic()) };
        let Some(letter) = letter else { return end };
        let mut next = self.text.len() - inner.len() + if dotless { 0 } else { letter.len_utf8() };
        if rest.starts_with('{') && self.text[next..].starts_with('}') {
            next += 1;
        }
        self.put(&command::accented(letter, sign), at..next);
        next
    }

    /// `\newcommand{\name}{text}`: the text is read here, and where the name stands.
    fn define(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let name = rest.trim_start_matches(['{', ' ', '*']).strip_prefix('\\').unwrap_or_default();
        let length = name.bytes().take_while(u8::is_ascii_alphabetic).count();
        if length == 0 {
            return argument::skip_group(self.text, at);
        }
        let behind = self.text.len() - name.len() + length;
        let behind = if self.text[behind..].starts_with('}') { behind + 1 } else { behind };
        let options = argument::skip_option(self.text, behind);
        let Some(open) = argument::group_at(self.text, options) else { return options };
        let end = argument::skip_group(self.text, open);
        let inner = open + 1..end.saturating_sub(1).max(open + 1);
        if options == behind && !self.inner {
            let value = blocks(&self.text[inner.clone()], true);
            let words: Vec<&str> = value.iter().map(|block| block.prose.text()).collect();
            self.names.define(&name[..length], &words.join(" "));
            let around = std::mem::replace(&mut self.draft, Draft { kind: Some(Kind::Metadata), ..Draft::default() });
            self.groups.push(Group::Block(around, self.muted));
            self.muted = false;
            return inner.start;
        }
        end
    }

    /// Code in a line between two equal signs.
    fn verbatim(&mut self, at: usize) -> usize {
        let Some(sign) = self.text[at..].chars().next().filter(|one| !one.is_whitespace()) else { return at };
        let start = at + sign.len_utf8();
        let line = self.text[start..].split('\n').next().unwrap_or_default();
        let Some(length) = line.find(sign) else { return at };
        self.literal(start..start + length, Role::Code);
        start + length + sign.len_utf8()
    }

    /// An address is taken as it stands: the sign of a comment in it is a part of it.
    fn address(&mut self, at: usize) -> usize {
        let end = argument::skip_group(self.text, at);
        match argument::group_at(self.text, at) {
            Some(open) if open < end => self.literal(open + 1..end - 1, Role::Address),
            _ => return self.marked(at, Role::Address),
        }
        end
    }

    fn literal(&mut self, range: Range<usize>, role: Role) {
        let from = self.draft.prose.text().len();
        self.push(&self.text[range.clone()], range.start);
        self.draft.marks.push(Mark { range: from..self.draft.prose.text().len(), role });
    }

    fn environment(&mut self, at: usize, end: usize, begins: bool) -> usize {
        let Some((name, next)) = argument::name_at(self.text, end) else { return end };
        self.flush();
        let bare = name.trim_end_matches('*');
        match command::environment(bare) {
            Environment::Document => (self.muted, self.math) = (!begins, false),
            Environment::Listing | Environment::Unread if begins => {
                let close = format!("\\end{{{name}}}");
                let length = memchr::memmem::find(&self.text.as_bytes()[next..], close.as_bytes());
                let stop = length.map_or(self.text.len(), |length| next + length);
                if command::environment(bare) == Environment::Listing && !self.muted {
                    Passage::of(&self.text[next..stop], next).write_raw(Kind::Code, &mut self.blocks);
                }
                return (stop + close.len()).min(self.text.len());
            }
            Environment::Table(count) if begins => {
                self.tables.begin();
                self.tables.begin_row();
                self.tables.begin_cell(1, 1);
                let count = count + usize::from(name == "tabular*");
                return (0..count).fold(argument::skip_option(self.text, next), |end, _| {
                    argument::skip_option(self.text, argument::skip_group(self.text, end))
                });
            }
            Environment::Table(_) => self.tables.end(),
            Environment::List if begins => {
                self.lists += 1;
                let options = argument::skip_option(self.text, next);
                return if bare == "thebibliography" { argument::skip_group(self.text, options) } else { options };
            }
            Environment::List => self.lists = self.lists.saturating_sub(1),
            Environment::Holder(count) if begins => {
                return (0..count).fold(argument::skip_option(self.text, next), |end, _| {
                    argument::skip_option(self.text, argument::skip_group(self.text, end))
                });
            }
            Environment::Holder(_) | Environment::Listing | Environment::Unread => {}
        }
        next.max(at + 1)
    }

    fn next_cell(&mut self) {
        self.flush();
        self.tables.begin_cell(1, 1);
    }

    /// `\\`: the end of a row of a table, or of a line.
    fn row_end(&mut self, at: usize, end: usize) -> usize {
        let end = if self.text[end..].starts_with('*') { end + 1 } else { end };
        let next = if self.text[end..].starts_with('[') { argument::skip_option(self.text, end) } else { end };
        if self.tables.is_open() {
            self.flush();
            self.tables.begin_row();
            self.tables.begin_cell(1, 1);
        } else {
            self.put("\n", at..next);
        }
        next
    }
}

/// True if something stands before the document that is not set.
fn has_head(text: &str) -> bool {
    let is_read = |at: usize| !text[..at].rsplit('\n').next().unwrap_or_default().contains('%');
    memchr::memmem::find_iter(text.as_bytes(), "\\begin{document}").any(is_read)
}

#[cfg(test)]
mod tests;

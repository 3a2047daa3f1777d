//! The reader of reStructuredText: sections, paragraphs, lists, literal blocks; what begins with `..` is told apart here.

use super::super::model::{Block, Document, Kind};
use super::super::names::Names;
use super::super::passage::Passage;
use super::super::table::Tables;
use super::directive;
use super::inline;
use super::line::{self, Line};
use super::list;
use super::table;

/// Blocks inside blocks that are told apart; deeper ones are read as one paragraph.
const DEPTH: usize = 40;

/// What a line of verse begins with.
const VERSE: &str = "| ";

/// Reads a document.
#[must_use]
pub fn read(text: &str) -> Document {
    let lines = line::lines(text, 0);
    let mut reader = Reader {
        source: text,
        names: Names::new(text.len()),
        tables: Tables::default(),
        blocks: Vec::new(),
        passage: Passage::default(),
        styles: Vec::new(),
    };
    directive::define_names(&lines, &mut reader.names);
    reader.body(&lines, Context { kind: Kind::Text, depth: 0 });
    Document { blocks: reader.blocks, ..Document::default() }
}

/// A document while it is read.
pub(super) struct Reader<'a> {
    pub source: &'a str,
    pub names: Names,
    pub tables: Tables,
    pub blocks: Vec<Block>,
    /// Room for the paragraph that is read.
    passage: Passage,
    /// How titles are set off, the highest first: the sign, and true with a line above.
    styles: Vec<(char, bool)>,
}

/// Where lines stand.
#[derive(Clone, Copy)]
pub(super) struct Context {
    /// What running text is here.
    pub kind: Kind,
    /// How deep.
    pub depth: usize,
}

impl Context {
    /// One level deeper; text is of another kind there, unless it is that of a cell.
    pub fn inside(self, kind: Kind) -> Self {
        let kind = if matches!(self.kind, Kind::Cell(_)) { self.kind } else { kind };
        Self { kind, depth: self.depth + 1 }
    }
}

impl<'a> Reader<'a> {
    /// Reads the lines of a block.
    pub fn body(&mut self, lines: &[Line<'a>], context: Context) {
        let mut at = 0;
        while at < lines.len() {
            at += self.take(&lines[at..], context).max(1);
        }
    }

    /// Takes the block that `lines` begin with; gives how many were read.
    fn take(&mut self, lines: &[Line<'a>], context: Context) -> usize {
        let own = lines[0];
        if own.is_blank() {
            return 1;
        }
        if context.depth >= DEPTH {
            let end = line::block(lines, 0);
            self.paragraph(&lines[..end], context.kind);
            return end;
        }
        if own.indent > 0 {
            let end = line::block(lines, 1);
            self.body(&line::dedented(&lines[..end]), context.inside(context.kind));
            return end;
        }
        if own.text.strip_prefix("..").is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace)) {
            let end = if own.text == ".." && lines.get(1).is_none_or(Line::is_blank) {
                1
            } else {
                1 + line::block(&lines[1..], 1)
            };
            directive::explicit(self, &lines[..end], context);
            return end;
        }
        if own.text == "__" || own.text.starts_with("__ ") {
            return 1 + lines[1..].iter().take_while(|line| !line.is_blank() && line.indent > 0).count();
        }
        self.title(lines, context)
            .or_else(|| table::read(self, lines, context))
            .or_else(|| self.signed(lines, context))
            .or_else(|| list::read(self, lines, context))
            .unwrap_or_else(|| self.text(lines, context))
    }

    /// A title, with a line under it or also above it; a line alone parts paragraphs.
    fn title(&mut self, lines: &[Line<'a>], context: Context) -> Option<usize> {
        let own = lines[0];
        let long = |line: &Line<'_>, words: &Line<'_>| {
            let length = line.text.chars().count();
            length >= words.text.chars().count().min(4)
        };
        if let Some(sign) = line::underline(&own) {
            let words = lines.get(1).filter(|words| !words.is_blank());
            let under = lines.get(2).and_then(line::underline);
            if let Some(words) = words.filter(|words| under == Some(sign) && long(&own, words)) {
                self.heading(words, (sign, true), context);
                return Some(3);
            }
            return (own.text.len() >= 4 && words.is_none()).then_some(1);
        }
        let under = lines.get(1)?;
        let sign = line::underline(under)?;
        if own.text.starts_with(">>> ") || !long(under, &own) || (sign == ':' && under.text == "::") {
            return None;
        }
        self.heading(&own, (sign, false), context);
        Some(2)
    }

    fn heading(&mut self, words: &Line<'a>, style: (char, bool), context: Context) {
        let known = self.styles.iter().position(|one| *one == style);
        let level = known.unwrap_or_else(|| {
            self.styles.push(style);
            self.styles.len() - 1
        });
        let kind = context.inside(Kind::Heading(u8::try_from(level + 1).unwrap_or(6).min(6))).kind;
        self.paragraph(&[*words], kind);
    }

    /// Lines that a sign sets off: examples of a session, lines of verse.
    fn signed(&mut self, lines: &[Line<'a>], context: Context) -> Option<usize> {
        let own = lines[0];
        if own.text.starts_with(">>> ") {
            let end = lines.iter().position(Line::is_blank).unwrap_or(lines.len());
            self.listing(&lines[..end], context);
            return Some(end);
        }
        if own.text != "|" && !own.text.starts_with("| ") {
            return None;
        }
        let goes_on =
            |line: &Line<'_>| line.text == "|" || line.text.starts_with("| ") || (line.indent > 0 && !line.is_blank());
        let end = lines.iter().position(|line| !goes_on(line)).unwrap_or(lines.len());
        let verses: Vec<Line<'a>> =
            lines[..end].iter().map(|line| if line.text.starts_with('|') { line.after(1) } else { *line }).collect();
        self.verses(&verses, context.kind);
        Some(end)
    }

    /// A paragraph, and the literal block that it may announce.
    fn text(&mut self, lines: &[Line<'a>], context: Context) -> usize {
        let mut end = lines.iter().position(|line| line.is_blank() || line.indent > 0).unwrap_or(lines.len());
        let mut own = lines[..end].to_vec();
        let announces = own.last().is_some_and(|last| last.text.ends_with("::"));
        if announces && let Some(last) = own.last_mut() {
            let words = last.text.trim_end_matches(':');
            let keep = usize::from(!words.is_empty() && !words.ends_with(' '));
            last.text = last.text[..words.len() + keep].trim_end();
        }
        self.paragraph(&own, context.kind);
        if announces {
            let blank = lines[end..].iter().take_while(|line| line.is_blank()).count();
            let rest = &lines[end + blank..];
            let length = match rest.first() {
                Some(first) if first.indent > 0 => line::block(rest, 1),
                Some(first) if blank > 0 => quoted(first, rest),
                _ => 0,
            };
            self.listing(&rest[..length], context);
            end += if length > 0 { blank + length } else { 0 };
        }
        end
    }

    /// Lines that are read as one text.
    pub fn paragraph(&mut self, lines: &[Line<'a>], kind: Kind) {
        self.passage.clear();
        join(lines, &mut self.passage);
        inline::write(&self.passage, kind, &mut self.names, &mut self.blocks);
    }

    /// Lines of verse: each ends on purpose, but for one that goes on in the next without a sign.
    fn verses(&mut self, lines: &[Line<'a>], kind: Kind) {
        self.passage.clear();
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                let is_signed = self.source[..line.at].ends_with(VERSE);
                self.passage.end_line(line.at, if is_signed { VERSE.len() } else { 0 });
            }
            self.passage.push(line.text, line.at);
        }
        inline::write(&self.passage, kind, &mut self.names, &mut self.blocks);
    }

    /// Lines in which nothing is marked.
    pub fn listing(&mut self, lines: &[Line<'a>], context: Context) {
        joined(lines).write_raw(context.inside(Kind::Code).kind, &mut self.blocks);
    }
}

/// The lines as one text.
pub(super) fn joined(lines: &[Line<'_>]) -> Passage {
    let bytes = lines.iter().map(|line| line.text.len() + 1).sum();
    let mut passage = Passage::with_room(bytes, 2 * lines.len());
    join(lines, &mut passage);
    passage
}

/// Appends the lines to a text.
fn join(lines: &[Line<'_>], passage: &mut Passage) {
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            passage.break_line(line.at);
        }
        passage.push(line.text, line.at);
    }
}

/// How many lines begin with the sign that the first begins with: a literal block that is not indented.
fn quoted(first: &Line<'_>, lines: &[Line<'_>]) -> usize {
    let Some(sign) = first.text.chars().next().filter(char::is_ascii_punctuation) else { return 0 };
    lines.iter().take_while(|line| line.indent == 0 && line.text.starts_with(sign)).count()
}

#[cfg(test)]
mod tests;

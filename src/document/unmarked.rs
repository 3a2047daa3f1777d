//! Tells the blocks of Markdown apart by how their lines begin, as far as that is certain.
//!
//! Nearly all Markdown is paragraphs, headings, simple lists and tables. They are read here at a small part of the cost of
//! the parser, which gets only the blocks that hold markup and are wanted, and everything behind the first block of which
//! it is not certain where it ends.

mod line;
mod span;
mod table;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, HeadingLevel, MetadataBlockKind, Options, Tag, TagEnd};

use super::bytes::find;
use super::markdown::Reader;
use line::{any_marker, begins_item, begins_words, goes_on, is_fence, is_rule, marker};
use span::{Span, has_markup, has_picture, spans};

/// Reads the blocks that the text begins with, and gives where the first stands for which the parser is needed.
pub(super) fn read(reader: &mut Reader<'_>) -> usize {
    let text = reader.text;
    if !(reader.is_plain || has_even_lines(text.as_bytes())) || !is_apart(text.as_bytes()) {
        return 0;
    }
    let has_pictures = has_picture(text);
    let mut blocks = Blocks { text, reader, has_pictures, items: Vec::new(), spans: Vec::new() };
    let mut at = 0;
    while at < text.len() {
        let Some(end) = blocks.block(at) else { return at };
        at = end;
    }
    at
}

/// True if every character of a text is one that stands in a line or ends one in a usual way.
fn has_even_lines(text: &[u8]) -> bool {
    let is_odd = |byte: u8| (byte < b' ') & (byte != b'\n') & (byte != b'\r') & (byte != b'\t');
    find(text, is_odd).is_none() && !memchr::memchr_iter(b'\r', text).any(|at| text.get(at + 1) != Some(&b'\n'))
}

/// True if no block of a text says how another is read or goes on behind blank lines in a way of its own.
fn is_apart(text: &[u8]) -> bool {
    let defines = |at: usize| text.get(at + 1) == Some(&b':');
    let is_long = |at: usize| {
        let rest = &text[at + 1..];
        let named = |name: &str| rest.get(..name.len()).is_some_and(|have| have.eq_ignore_ascii_case(name.as_bytes()));
        matches!(rest.first(), Some(b'!' | b'?')) || ["pre", "script", "style", "textarea"].into_iter().any(named)
    };
    !memchr::memchr2_iter(b']', b'<', text).any(|at| if text[at] == b']' { defines(at) } else { is_long(at) })
}

/// An item of a list, a line of a quotation or a row of a table.
struct Item {
    start: usize,
    /// From its first word to the end of its last line.
    words: Range<usize>,
    ends: Ends,
}

/// How the lines of some words end.
#[derive(Clone, Copy)]
struct Ends {
    /// One of them has a blank at its end.
    is_blank: bool,
    /// Nothing stands between the words of one line and those of the next but a line feed.
    is_even: bool,
}

impl Ends {
    /// Those of words on one line.
    fn of(line: &str) -> Self {
        Self { is_blank: line.ends_with([' ', '\t']), is_even: true }
    }

    /// Those of the words up to a line that goes on with them, and that stands behind `before`.
    fn and(self, before: &str, line: &str) -> Self {
        Self {
            is_blank: self.is_blank | line.ends_with([' ', '\t']),
            is_even: self.is_even & !before.ends_with("\r\n") & !line.starts_with(' '),
        }
    }
}

struct Blocks<'r, 'a> {
    text: &'a str,
    reader: &'r mut Reader<'a>,
    has_pictures: bool,
    /// Those of the block that is read.
    items: Vec<Item>,
    spans: Vec<Span>,
}

impl<'a> Blocks<'_, 'a> {
    /// The line that begins at `at`, without its end.
    fn line(&self, at: usize) -> &'a str {
        let rest = &self.text[at..];
        if rest.starts_with('\n') {
            return "";
        }
        let line = &rest[..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())];
        line.strip_suffix('\r').unwrap_or(line)
    }

    /// Where the line behind this one begins.
    fn behind(&self, at: usize, line: &str) -> usize {
        let end = at + line.len();
        end + match &self.text.as_bytes()[end..] {
            [b'\n', ..] => 1,
            [b'\r', b'\n', ..] => 2,
            _ => 0,
        }
    }

    /// Reads the block that begins at `at`, and gives where the next one does; nothing if the parser must go on here.
    fn block(&mut self, at: usize) -> Option<usize> {
        let line = self.line(at);
        match line.as_bytes().first() {
            None => Some(self.behind(at, line)),
            Some(b'#') => self.heading(at, line),
            Some(b'|') => self.table(at, line).or_else(|| self.chunk(at)),
            Some(b'>') => self.quotation(at).or_else(|| self.chunk(at)),
            Some(b'<') => self.chunk(at),
            Some(b'`' | b'~') if is_fence(line) => self.listing(at, line),
            Some(b'-') if at == 0 && line == "---" => self.front_matter(line).or_else(|| self.rule(at, line)),
            Some(b'-' | b'*' | b'_') if is_rule(line) => self.rule(at, line),
            Some(_) if marker(line).is_some() => self.list(at, line).or_else(|| self.lists(at)),
            Some(_) => self.paragraph(at, line).or_else(|| self.chunk(at)),
        }
    }

    fn heading(&mut self, at: usize, line: &'a str) -> Option<usize> {
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        let words = line[level..].strip_prefix(' ')?;
        let level = HeadingLevel::try_from(level).ok()?;
        let end = self.behind(at, line);
        let is_edge = |byte: Option<&u8>| byte.is_none_or(|byte| matches!(byte, b' ' | b'\t'));
        let bytes = words.as_bytes();
        let is_odd = is_edge(bytes.first()) || is_edge(bytes.last()) || words.contains(['#', '{']);
        self.spans.clear();
        if is_odd || !spans(words, &mut self.spans) {
            self.reader.parse(at..end);
            return Some(end);
        }
        let tag = Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() };
        self.reader.start(&tag, at..end);
        self.words(at + line.len() - words.len()..at + line.len(), Ends::of(words));
        self.reader.end(TagEnd::Heading(level), &(at..end));
        Some(end)
    }

    fn paragraph(&mut self, at: usize, line: &'a str) -> Option<usize> {
        if !begins_words(line) {
            return None;
        }
        let (mut end, mut ends) = (self.behind(at, line), Ends::of(line));
        loop {
            let line = self.line(end);
            if goes_on(line) {
                ends = ends.and(&self.text[..end], line);
                end = self.behind(end, line);
            } else if line.is_empty() || line.strip_prefix("- ").is_some_and(begins_words) {
                break;
            } else {
                return None;
            }
        }
        if self.is_term(end) {
            return None;
        }
        self.reader.start(&Tag::Paragraph, at..end);
        self.words(at..self.words_end(end), ends);
        self.reader.end(TagEnd::Paragraph, &(at..end));
        Some(end)
    }

    /// Where the words of a block end that ends at `end`.
    fn words_end(&self, end: usize) -> usize {
        let block = &self.text[..end];
        let block = block.strip_suffix('\n').unwrap_or(block);
        block.strip_suffix('\r').unwrap_or(block).len()
    }

    /// True if what stands behind a paragraph that ends at `end` may define it.
    fn is_term(&self, end: usize) -> bool {
        self.text.as_bytes()[end..].iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n')) == Some(&b':')
    }

    /// Reads the lines of a paragraph, unless they are passed by.
    fn words(&mut self, range: Range<usize>, ends: Ends) {
        let own = &self.text[range.clone()];
        if self.reader.is_passing() {
            // The blanks behind pictures are kept.
            return if self.has_pictures && has_picture(own) {
                self.reader.parse_words(range)
            };
        }
        self.spans.clear();
        if ends.is_blank || !spans(own, &mut self.spans) {
            return self.reader.parse_words(range);
        }
        if self.spans.is_empty() {
            return if ends.is_even { self.reader.push_plain(range) } else { self.lines(range) };
        }
        let (spans, mut at) = (std::mem::take(&mut self.spans), range.start);
        for Span { whole, inner } in &spans {
            self.lines(at..range.start + whole.start);
            match inner {
                Some(inner) => self.reader.push_plain(range.start + inner.start..range.start + inner.end),
                None => self.reader.code(&(range.start + whole.start..range.start + whole.end)),
            }
            at = range.start + whole.end;
        }
        self.spans = spans;
        self.lines(at..range.end);
    }

    /// Reads lines without markup.
    fn lines(&mut self, range: Range<usize>) {
        let bytes = &self.text.as_bytes()[range.clone()];
        let mut from = range.start;
        for end in memchr::memchr_iter(b'\n', bytes) {
            let indent = bytes[end + 1..].iter().take_while(|byte| **byte == b' ').count();
            let line_end = range.start + end + 1;
            if bytes[..end].ends_with(b"\r") {
                self.reader.push_plain(from..line_end - 2);
                self.reader.push_line_end(line_end - 1);
                from = line_end + indent;
            } else if indent > 0 {
                self.reader.push_plain(from..line_end);
                from = line_end + indent;
            }
        }
        self.reader.push_plain(from..range.end);
    }

    /// A quotation of one paragraph, up to a blank line.
    fn quotation(&mut self, at: usize) -> Option<usize> {
        let mut end = at;
        self.items.clear();
        loop {
            let line = self.line(end);
            if line.is_empty() {
                break;
            }
            if !line.strip_prefix("> ").is_some_and(begins_words) {
                return None;
            }
            self.items.push(Item { start: end, words: end + 2..end + line.len(), ends: Ends::of(line) });
            end = self.behind(end, line);
        }
        let has_markup = |item: &Item| item.ends.is_blank || has_markup(&self.text[item.words.clone()]);
        if self.items.iter().any(has_markup) {
            return None;
        }
        let range = at + 2..end;
        self.reader.start(&Tag::BlockQuote(None), at..end);
        self.reader.start(&Tag::Paragraph, range.clone());
        if !self.reader.is_passing() {
            for (number, item) in self.items.iter().enumerate() {
                if number > 0 {
                    self.reader.push_line_end(self.items[number - 1].words.end);
                }
                self.reader.push_plain(item.words.clone());
            }
        }
        self.reader.end(TagEnd::Paragraph, &range);
        self.reader.end(TagEnd::BlockQuote(None), &(at..end));
        Some(end)
    }

    /// A list whose items are a paragraph each.
    fn list(&mut self, at: usize, line: &'a str) -> Option<usize> {
        let (sign, _) = marker(line)?;
        self.items.clear();
        let (mut end, mut is_loose) = (at, false);
        loop {
            let line = self.line(end);
            if let Some((own, indent)) = marker(line) {
                if own != sign || !begins_item(&line[indent..]) {
                    return None;
                }
                self.items.push(Item { start: end, words: end + indent..0, ends: Ends::of(line) });
            } else if line.is_empty() {
                // The blank lines behind a list belong to it and to its last item.
                end = self.behind_blanks(end);
                match marker(self.line(end)) {
                    Some((own, _)) if own == sign => is_loose = true,
                    Some(_) => break,
                    None if self.ends_list(end) => break,
                    None => return None,
                }
                continue;
            } else if goes_on(line) {
                let ends = &mut self.items.last_mut()?.ends;
                *ends = ends.and(&self.text[..end], line);
            } else {
                return None;
            }
            self.items.last_mut()?.words.end = end + line.len();
            end = self.behind(end, line);
        }
        let is_ordered = sign == b'.';
        self.reader.start(&Tag::List(is_ordered.then_some(1)), at..end);
        let items = std::mem::take(&mut self.items);
        for (number, item) in items.iter().enumerate() {
            let own = item.start..items.get(number + 1).map_or(end, |next| next.start);
            self.reader.start(&Tag::Item, own.clone());
            if is_loose {
                self.reader.start(&Tag::Paragraph, item.words.clone());
            }
            self.words(item.words.clone(), item.ends);
            if is_loose {
                self.reader.end(TagEnd::Paragraph, &item.words);
            }
            self.reader.end(TagEnd::Item, &own);
        }
        self.items = items;
        self.reader.end(TagEnd::List(is_ordered), &(at..end));
        Some(end)
    }

    /// Where the first line from `at` on begins that is not empty.
    fn behind_blanks(&self, mut at: usize) -> usize {
        while at < self.text.len() && self.line(at).is_empty() {
            at = self.behind(at, "");
        }
        at
    }

    /// True if the line at `at`, which stands behind a blank one, begins a block that is no part of a list.
    fn ends_list(&self, at: usize) -> bool {
        let line = self.line(at);
        at == self.text.len()
            || begins_words(line)
            || line.starts_with(['#', '|', '>', '<'])
            || is_fence(line)
            || line == "---"
    }

    /// Lists of any kind, up to a block that is surely none, for the parser.
    fn lists(&mut self, at: usize) -> Option<usize> {
        let mut end = at;
        let mut after_blank = false;
        while end < self.text.len() {
            let line = self.line(end);
            if after_blank && self.ends_list(end) {
                break;
            }
            after_blank = line.is_empty();
            if !after_blank {
                let mut words = line.trim_start_matches(' ');
                while let Some(indent) = any_marker(words) {
                    words = words[indent..].trim_start_matches(' ');
                }
                if !begins_words(words) && !words.starts_with(['#', '|', '>']) {
                    return None;
                }
            }
            end = self.behind(end, line);
        }
        self.reader.parse(at..end);
        Some(end)
    }

    /// Lines up to a blank one that none of the blocks in them goes on behind, for the parser.
    fn chunk(&mut self, at: usize) -> Option<usize> {
        let mut end = at;
        // A line that is indented by more than this may begin a listing.
        let mut most = 3;
        while end < self.text.len() {
            let line = self.line(end);
            if line.is_empty() {
                break;
            }
            let next = self.behind(end, line);
            let words = line.trim_start_matches(' ');
            let is_flat = begins_words(words) || words.starts_with('<');
            let is_underline = line.starts_with('-') && is_rule(line) && self.line(next).is_empty();
            let is_sure = is_flat || words.starts_with(['>', '|', '=', '#']) || is_underline;
            if !is_sure || line.len() - words.len() > most {
                return None;
            }
            most = if is_flat && (end == at || most > 3) { usize::MAX } else { 3 };
            end = next;
        }
        if self.is_term(end) {
            return None;
        }
        self.reader.parse(at..end);
        Some(end)
    }

    /// A line across the page, which nothing follows that it might be the head of.
    fn rule(&self, at: usize, line: &str) -> Option<usize> {
        let end = self.behind(at, line);
        (is_rule(line) && self.line(end).is_empty()).then_some(end)
    }

    /// A listing between fences; nothing if it is not closed.
    fn listing(&mut self, at: usize, line: &str) -> Option<usize> {
        let mark = line.as_bytes()[0];
        let run = |line: &str| line.bytes().take_while(|byte| *byte == mark).count();
        let least = run(line);
        let mut end = self.behind(at, line);
        loop {
            if end >= self.text.len() {
                return None;
            }
            let line = self.line(end);
            end = self.behind(end, line);
            let words = line.trim_start_matches(' ');
            let length = run(words);
            if line.len() - words.len() < 4 && length >= least && words[length..].bytes().all(|byte| byte == b' ') {
                break;
            }
        }
        if self.reader.has_anchor(&(at..end)) {
            self.reader.parse(at..end);
        } else {
            self.reader.start(&Tag::CodeBlock(CodeBlockKind::Indented), at..end);
            self.reader.end(TagEnd::CodeBlock, &(at..end));
        }
        Some(end)
    }

    /// Front matter of YAML with which the text begins.
    fn front_matter(&mut self, line: &str) -> Option<usize> {
        if !self.reader.options.contains(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS) {
            return None;
        }
        let start = self.behind(0, line);
        let is_end = |line: &str| matches!(line.trim_end_matches(' '), "---" | "...");
        let first = self.line(start);
        if first.bytes().all(|byte| matches!(byte, b' ' | b'\t')) || is_end(first) {
            return None;
        }
        let mut end = start;
        while !is_end(self.line(end)) {
            end = self.behind(end, self.line(end));
            if end == self.text.len() {
                return None;
            }
        }
        let kind = MetadataBlockKind::YamlStyle;
        let range = 0..end + self.line(end).len();
        self.reader.start(&Tag::MetadataBlock(kind), range.clone());
        self.reader.end(TagEnd::MetadataBlock(kind), &range);
        Some(self.behind(end, self.line(end)))
    }
}

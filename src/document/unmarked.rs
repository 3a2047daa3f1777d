//! Tells the blocks of Markdown apart by how their lines begin, as far as that is certain.
//!
//! Nearly all Markdown is paragraphs, headings, simple lists and tables. They are read here at a small part of the cost of
//! the parser, which gets only the blocks that hold markup and are wanted, and everything behind the first block of which
//! it is not certain where it ends.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, HeadingLevel, MetadataBlockKind, Options, Tag, TagEnd};

use super::bytes::find;
use super::markdown::Reader;

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

/// True for a byte that is markup anywhere in a line.
#[inline]
fn is_markup(byte: u8) -> bool {
    (byte == b'&')
        | (byte == b'*')
        | (byte == b'<')
        | (byte == b'[')
        | (byte == b'\\')
        | (byte == b'_')
        | (byte == b'`')
        | (byte == b'~')
}

fn has_markup(text: &str) -> bool {
    find(text.as_bytes(), is_markup).is_some()
}

/// True if pictures may stand in a text.
fn has_picture(text: &str) -> bool {
    memchr::memchr_iter(b'!', text.as_bytes()).any(|at| text.as_bytes().get(at + 1) == Some(&b'['))
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

/// A stretch of words that is marked: code, or with what is shown of it.
struct Span {
    whole: Range<usize>,
    inner: Option<Range<usize>>,
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
                self.reader.push_line_end(line_end - 2..line_end);
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
                    self.reader.push_line_end(self.items[number - 1].words.end..item.start);
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

    /// A table whose rows all begin with a bar, up to a blank line.
    fn table(&mut self, at: usize, head: &'a str) -> Option<usize> {
        let under = self.behind(at, head);
        let columns = columns(self.line(under))?;
        if columns != bars(head)? {
            return None;
        }
        let mut is_read_here = is_row(head);
        let mut end = self.behind(under, self.line(under));
        self.items.clear();
        loop {
            let line = self.line(end);
            if line.is_empty() {
                break;
            }
            let has_tab = !self.reader.is_plain && line.contains('\t');
            if !line.starts_with('|') || line[1..].bytes().all(|byte| byte == b' ') || has_tab {
                return None;
            }
            let next = self.behind(end, line);
            let is_wanted = self.reader.has_anchor(&(end..next));
            is_read_here =
                is_read_here && if is_wanted { is_row(line) } else { !(self.has_pictures && has_picture(line)) };
            self.items.push(Item { start: end, words: end..end + line.len(), ends: Ends::of(line) });
            end = next;
        }
        if !is_read_here {
            self.reader.parse(at..end);
            return Some(end);
        }
        self.reader.start(&Tag::Table(Vec::new()), at..end);
        self.row(at, head, columns, (Tag::TableHead, TagEnd::TableHead));
        let rows = std::mem::take(&mut self.items);
        for row in &rows {
            self.row(row.start, &self.text[row.words.clone()], columns, (Tag::TableRow, TagEnd::TableRow));
        }
        self.items = rows;
        self.reader.end(TagEnd::Table, &(at..end));
        Some(end)
    }

    fn row(&mut self, at: usize, line: &str, columns: usize, (tag, tag_end): (Tag<'a>, TagEnd)) {
        let range = at..self.behind(at, line);
        if tag == Tag::TableRow && !self.reader.has_anchor(&range) {
            return self.reader.pass_row();
        }
        self.reader.start(&tag, range.clone());
        for cell in cells(line).take(columns) {
            let cell = at + cell.start..at + cell.end;
            self.reader.start(&Tag::TableCell, cell.clone());
            // They have no blanks around them.
            self.words(cell.clone(), Ends::of(""));
            self.reader.end(TagEnd::TableCell, &cell);
        }
        self.reader.end(tag_end, &range);
    }
}

/// True if a line that goes on or begins a paragraph can begin no other block.
fn begins_words(line: &str) -> bool {
    let bytes = line.as_bytes();
    let at = |index: usize| bytes.get(index).copied().unwrap_or(b' ');
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    match at(0) {
        b'(' | b'"' | b'\'' | b'[' => true,
        b'0'..=b'9' => {
            let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
            digits < bytes.len() && !(matches!(at(digits), b'.' | b')') && matches!(at(digits + 1), b' ' | b'\t'))
        }
        sign @ (b'*' | b'_') => is_word(at(1)) || (at(1) == sign && is_word(at(2))),
        b'`' => !bytes.starts_with(b"```"),
        b'!' => at(1) == b'[',
        byte => byte.is_ascii_alphabetic() || !byte.is_ascii(),
    }
}

/// True if a line can only go on the paragraph above it.
fn goes_on(line: &str) -> bool {
    begins_words(line.trim_start_matches(' '))
}

/// True if the words of an item begin a paragraph, and no box to be ticked stands before them.
fn begins_item(words: &str) -> bool {
    begins_words(words) && !(words.starts_with('[') && words.as_bytes().get(2) == Some(&b']'))
}

/// The sign of the marker with which a line begins, and its length with the blank behind it.
fn marker(line: &str) -> Option<(u8, usize)> {
    let bytes = line.as_bytes();
    match bytes {
        [sign @ (b'-' | b'*'), b' ', ..] => Some((*sign, 2)),
        [b'0'..=b'9', ..] => {
            let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
            (digits <= 9 && bytes[digits..].starts_with(b". ")).then_some((b'.', digits + 2))
        }
        _ => None,
    }
}

/// Length of a marker of any kind with which words begin.
fn any_marker(words: &str) -> Option<usize> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let is_sign = match words.as_bytes().get(digits) {
        Some(b'-' | b'*' | b'+') => digits == 0,
        Some(b'.' | b')') => (1..=9).contains(&digits),
        _ => false,
    };
    (is_sign && words.as_bytes().get(digits + 1) == Some(&b' ')).then_some(digits + 2)
}

/// True if a line begins a listing.
fn is_fence(line: &str) -> bool {
    line.starts_with("~~~") || (line.starts_with("```") && !line.trim_start_matches('`').contains('`'))
}

/// True for a line that is nothing but one of the signs, at least three of it.
fn is_rule(line: &str) -> bool {
    let bytes = line.as_bytes();
    bytes.len() > 2 && matches!(bytes[0], b'-' | b'*' | b'_') && bytes.iter().all(|byte| *byte == bytes[0])
}

/// How many columns the line under the head of a table has, if it is one.
fn columns(line: &str) -> Option<usize> {
    let rest = line.strip_prefix('|')?.trim_end_matches(' ');
    let rest = rest.strip_suffix('|').unwrap_or(rest);
    let mut count = 0;
    for column in rest.split('|') {
        if !column.contains('-') || !column.bytes().all(|byte| matches!(byte, b'-' | b':' | b' ')) {
            return None;
        }
        count += 1;
    }
    Some(count)
}

/// How many cells the head of a table has; nothing if that is not certain.
fn bars(head: &str) -> Option<usize> {
    let bars = memchr::memchr_iter(b'|', head.as_bytes()).count() - 1;
    let is_closed = head.trim_end_matches(' ').ends_with('|');
    (!head.contains(['\\', '\t']) && bars > 0).then(|| bars + usize::from(!is_closed))
}

/// The cells of a row that begins with a bar, without the blanks around them.
fn cells(line: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = line.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        at += usize::from(bytes.get(at) == Some(&b'|'));
        let blanks = bytes[at..].iter().take_while(|byte| **byte == b' ').count();
        at += blanks;
        if at == bytes.len() {
            return None;
        }
        let start = at;
        at += memchr::memchr(b'|', &bytes[at..]).unwrap_or(bytes.len() - at);
        let words = bytes[start..at].trim_ascii_end();
        Some(start..start + words.len())
    })
}

/// True if the cells of a row read the same as paragraphs would, or are plain.
fn is_row(line: &str) -> bool {
    let is_plain = |cell: Range<usize>| !has_markup(&line[cell.clone()]) || begins_item(&line[cell]);
    !has_markup(line) || (!line.contains('\\') && cells(line).all(is_plain))
}

/// Collects the links, strong words and code in some words, in order; false if there is other markup in them, or any that
/// might be read in another way.
fn spans(words: &str, spans: &mut Vec<Span>) -> bool {
    let bytes = words.as_bytes();
    let at = |index: Option<usize>| index.and_then(|index| bytes.get(index)).copied().unwrap_or(b' ');
    let mut from = 0;
    while let Some(found) = find(&bytes[from..], is_markup) {
        let start = from + found;
        let (before, next) = (at(start.checked_sub(1)), at(Some(start + 1)));
        let rest = &words[start..];
        let span = match bytes[start] {
            b'_' if before.is_ascii_alphanumeric() && next.is_ascii_alphanumeric() => {
                from = start + 1;
                continue;
            }
            b'[' if before != b'!' => link(rest),
            b'*' if matches!(before, b' ' | b'\n' | b'(') => strong(rest),
            b'`' if before != b'`' => code(rest),
            _ => None,
        };
        let Some(Span { whole, inner }) = span else { return false };
        from = start + whole.end;
        let inner = inner.map(|inner| start + inner.start..start + inner.end);
        spans.push(Span { whole: start..from, inner });
    }
    true
}

/// The link with which a text begins: `[plain words](address)`.
fn link(text: &str) -> Option<Span> {
    let is_word = |byte: &u8| !is_markup(*byte) && !matches!(byte, b'\n' | b'\r' | b']' | b'^');
    let words = text[1..].bytes().take_while(|byte| is_word(byte)).count();
    let address = text[1 + words..].strip_prefix("](")?;
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"./-_:?=%#@+~".contains(byte);
    let length = address.bytes().take_while(is_part).count();
    let is_link = words > 0 && length > 0 && address[length..].starts_with(')');
    is_link.then(|| Span { whole: 0..words + length + 4, inner: Some(1..1 + words) })
}

/// The strong words with which a text begins: `**plain words**`.
fn strong(text: &str) -> Option<Span> {
    let inner = text.strip_prefix("**")?;
    let length = inner.bytes().take_while(|byte| !is_markup(*byte) && !matches!(byte, b'\n' | b'\r')).count();
    let is_edge = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let words = &inner.as_bytes()[..length];
    let behind = inner[length..].strip_prefix("**")?;
    let ends = behind.is_empty() || behind.starts_with([' ', '\n', '\r', '.', ',', ';', ':', ')']);
    let is_strong = is_edge(words.first()) && is_edge(words.last()) && ends;
    is_strong.then(|| Span { whole: 0..length + 4, inner: Some(2..2 + length) })
}

/// The code with which a text begins: between two single back ticks, on one line.
fn code(text: &str) -> Option<Span> {
    let length = text[1..].bytes().take_while(|byte| !matches!(byte, b'`' | b'\n' | b'\r')).count();
    let behind = text[1 + length..].strip_prefix('`')?;
    (length > 0 && !behind.starts_with('`')).then(|| Span { whole: 0..length + 2, inner: None })
}

//! The reader of YAML: documents and front matter. Aliases are not followed, so nothing is read twice.
//!
//! Where the parser gives up, the line is read as it stands and the next one begins anew below the keys that are open.

use std::ops::Range;

use granit_parser::{Event, Marker, Parser, ScalarStyle, Span as Stretch, StructureStyle};

use super::super::model::{Document, Fault};
use super::builder::Builder;
use super::flat;
use super::loose::{self, Loose};
use super::piece::{Form, Piece, Quote};
use super::remark::Remarks;
use super::window::Kept;

/// Name of the format in notes.
const NAME: &str = "YAML";

/// How often the parser may begin anew in one text.
const MOST_STARTS: usize = 200;

/// Reads the YAML that stands in a file at `base`, between other text.
pub(in super::super) fn read_at(text: &str, base: usize, anchors: Option<&[usize]>) -> Document {
    read_from(text, base, anchors, &mut Kept::whole())
}

/// Reads a window of YAML that goes on where the last one ended.
pub(in super::super) fn read_on(text: &str, anchors: Option<&[usize]>, kept: &mut Kept) -> Document {
    read_from(text, 0, anchors, kept)
}

fn read_from(text: &str, base: usize, anchors: Option<&[usize]>, kept: &mut Kept) -> Document {
    let mut builder = Builder::new(anchors);
    if kept.is_whole && flat::read(text, base, &mut builder) {
        return Document { blocks: builder.blocks, ..Document::default() };
    }
    read_parsed(text, base, builder, kept, loose::is_printed(text))
}

fn read_parsed<'a>(
    text: &'a str,
    base: usize,
    mut builder: Builder<'a>,
    kept: &mut Kept,
    is_printed: bool,
) -> Document {
    kept.restore(&mut builder);
    let end = if kept.is_last { usize::MAX } else { text.trim_end().len() };
    let remarks = Remarks::new(text, base);
    let (nodes, fault, stray) = (Vec::new(), None, None);
    let mut reader = Reader { text, base, end, is_printed, builder, remarks, nodes, done: 0, fault, stray };
    reader.all(!kept.is_whole);
    let Reader { mut builder, fault, .. } = reader;
    kept.keep(&builder);
    while !builder.frames.is_empty() {
        builder.close();
    }
    let fault = fault.filter(|_| kept.is_whole).map(|at| Fault { at: base + at, format: NAME });
    Document { blocks: builder.blocks, fault, ..Document::default() }
}

struct Reader<'a> {
    text: &'a str,
    base: usize,
    /// From here on nothing is closed, because it goes on in the next window.
    end: usize,
    /// The text has no character that the parser gives up at.
    is_printed: bool,
    builder: Builder<'a>,
    remarks: Remarks<'a>,
    nodes: Vec<Node>,
    /// Everything before this byte is read.
    done: usize,
    fault: Option<usize>,
    /// Where the text begins that the parser passed by and that is not read yet.
    stray: Option<usize>,
}

/// A list or a map that is open in the parser.
struct Node {
    is_list: bool,
    /// In a map: the next node is a value, no key.
    at_value: bool,
}

impl<'a> Reader<'a> {
    fn all(&mut self, resumes: bool) {
        let mut start = 0;
        if resumes {
            self.resume(start);
        }
        for _ in 0..MOST_STARTS {
            let Some(at) = self.parse(start) else { break };
            self.fault = self.fault.or(Some(at));
            start = self.fresh_line(start).unwrap_or_else(|| self.pass_line());
            if start >= self.text.len() {
                break;
            }
            self.resume(start);
        }
        self.pass_text();
        self.builder.stray(&self.text[self.done..], self.base + self.done);
    }

    /// Parses from a byte on; gives the place of a mistake.
    fn parse(&mut self, start: usize) -> Option<usize> {
        self.nodes.clear();
        if let Some(loose) = self.is_printed.then(|| loose::read(self.text, start)).flatten() {
            return self.loose(loose, start);
        }
        let text = &self.text[start..];
        let options = granit_parser::options! { emit_unresolved_aliases: true, max_buffered_comment_events: 10_000 };
        for event in Parser::new_from_str_with_options(text, options) {
            match event {
                Ok((event, range)) => self.event(event, range, start),
                Err(error) => return Some(self.place(start, *error.marker())),
            }
        }
        self.remark();
        None
    }

    /// Takes what the parser would say from a byte on; gives the place of the mistake.
    fn loose(&mut self, loose: Loose, start: usize) -> Option<usize> {
        let Loose { before, value, behind, is_closed, fault } = loose;
        self.done = self.done.max(start);
        before.into_iter().for_each(|comment| self.comment(comment));
        if let Some(Range { start, end }) = value {
            self.pass_text();
            self.remark();
            let raw = &self.text[start..end];
            let form = if raw.contains('\n') { Form::Lines } else { Form::Plain };
            self.scalar(Piece { raw, at: self.base + start, form }, true);
        }
        behind.into_iter().for_each(|comment| self.comment(comment));
        if is_closed {
            self.remark();
        }
        if fault.is_none() {
            self.done = self.text.len();
        }
        fault
    }

    fn comment(&mut self, range: Range<usize>) {
        self.pass_text();
        self.done = self.done.max(range.end);
        if let Some(ended) = self.remarks.take(range) {
            self.builder.comment(ended);
        }
    }

    fn event(&mut self, event: Event<'a>, range: Stretch, start: usize) {
        let (from, to) = (self.place(start, range.start), self.place(start, range.end));
        if let Event::Comment(..) = event {
            return self.comment(from..to);
        }
        if let Event::DocumentStart(false, _) = event {
            // It is told with the place of what begins the document, which is still to come.
            return;
        }
        if !matches!(event, Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..)) {
            self.pass_text();
            self.remark();
        }
        match event {
            Event::Scalar(value, style, ..) => {
                let piece = self.piece(value, style, from..to);
                self.scalar(piece, !matches!(style, ScalarStyle::Literal | ScalarStyle::Folded));
            }
            Event::Alias(_) => self.scalar(Piece { raw: "", at: self.base + to, form: Form::Plain }, false),
            Event::UnresolvedAlias(_) => {
                let piece = Piece { raw: &self.text[from..to], at: self.base + from, form: Form::Plain };
                self.scalar(piece, true);
            }
            Event::SequenceStart(style, ..) => self.open(true, style, from),
            Event::MappingStart(style, ..) => self.open(false, style, from),
            Event::SequenceEnd | Event::MappingEnd => {
                self.nodes.pop();
                // The end of a list in brackets is a sign of its own; that of a block has no width.
                if from < self.end || to > from {
                    self.builder.close();
                }
            }
            _ => {}
        }
        self.done = self.done.max(to);
    }

    /// The byte of a mark of the parser that began at `start`; some lie inside a character.
    fn place(&self, start: usize, marker: Marker) -> usize {
        let mut at = (start + marker.byte_offset().unwrap_or(0)).min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at += 1;
        }
        at
    }

    fn remark(&mut self) {
        if let Some(piece) = self.remarks.end() {
            self.builder.comment(piece);
        }
    }

    fn open(&mut self, is_list: bool, style: StructureStyle, at: usize) {
        let dash = is_list && style == StructureStyle::Block && !self.text[at..].starts_with('-');
        let at_mark = if dash { self.text[..at].trim_end_matches([' ', '\t']).len().saturating_sub(1) } else { at };
        self.turn();
        self.builder.open(is_list, self.column(at_mark));
        self.nodes.push(Node { is_list, at_value: false });
    }

    /// Notes that a node of the innermost map was read; true if it is a key.
    fn turn(&mut self) -> bool {
        match self.nodes.last_mut() {
            Some(node) if !node.is_list => {
                node.at_value = !node.at_value;
                node.at_value
            }
            _ => false,
        }
    }

    fn scalar(&mut self, piece: Piece<'a>, may_have_remark: bool) {
        if self.turn() {
            return self.builder.key(piece);
        }
        let whole = !self.goes_on(&piece);
        let piece = if whole { piece } else { self.to_line_end(piece) };
        let end = piece.span().end - self.base;
        let line = self.text[end..].find('\n').map_or(self.text.len(), |line| end + line);
        self.done = self.done.max(if whole { end } else { line });
        let quote = self.text[end..].starts_with(['"', '\'']) && may_have_remark;
        let remark = may_have_remark.then(|| self.remarks.beside(end + usize::from(quote))).flatten();
        self.builder.value(piece, remark);
    }

    /// True for a value that goes on behind a colon, which the parser gives up at: `standard: ISO 22301: 2012`.
    fn goes_on(&self, piece: &Piece<'_>) -> bool {
        let is_plain = matches!(piece.form, Form::Plain) && !piece.raw.is_empty();
        is_plain && self.text[piece.span().end - self.base..].starts_with(": ")
    }

    /// A value with the rest of its line, without the remark behind it.
    fn to_line_end(&self, piece: Piece<'a>) -> Piece<'a> {
        let start = piece.at - self.base;
        let line = self.text[start..].split('\n').next().unwrap_or_default();
        let value = line.split(" #").next().unwrap_or_default().trim_end();
        Piece { raw: &self.text[start..start + value.len()], ..piece }
    }

    fn piece(&self, value: std::borrow::Cow<'a, str>, style: ScalarStyle, range: Range<usize>) -> Piece<'a> {
        let quoted = matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted);
        let range = if quoted { range.start + 1..(range.end - 1).max(range.start + 1) } else { range };
        let raw = &self.text[range.clone()];
        let form = match style {
            ScalarStyle::SingleQuoted if raw.contains('\n') => Form::Folded(value, Quote::Single),
            ScalarStyle::DoubleQuoted if raw.contains('\n') => Form::Folded(value, Quote::Double),
            _ if raw.contains('\n') => Form::Folded(value, Quote::None),
            ScalarStyle::SingleQuoted => Form::Doubled(b'\''),
            ScalarStyle::DoubleQuoted => Form::Escaped,
            ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => Form::Plain,
        };
        Piece { raw, at: self.base + range.start, form }
    }

    /// The start of the line in which the parser gave up, if nothing of it was read and it did not begin there.
    fn fresh_line(&mut self, start: usize) -> Option<usize> {
        let left = &self.text[self.done..];
        let words = self.text.len() - left.trim_start().len();
        let line = self.text[..words].rfind('\n').map_or(0, |end| end + 1);
        (line >= self.done && line > start && words < self.text.len()).then_some(line)
    }

    /// Passes by what is left of the line in which the parser gave up; gives the start of the next line.
    fn pass_line(&mut self) -> usize {
        self.remark();
        let left = &self.text[self.done..];
        let blank = left.len() - left.trim_start().len();
        let end = left[blank..].find('\n').map_or(self.text.len(), |end| self.done + blank + end + 1);
        self.stray.get_or_insert(self.done);
        self.done = end;
        end
    }

    /// Reads what the parser passed by as it stands.
    fn pass_text(&mut self) {
        if let Some(start) = self.stray.take() {
            self.builder.stray(&self.text[start..self.done], self.base + start);
        }
    }

    /// Closes what cannot go on in the line at a byte, by its column.
    fn resume(&mut self, at: usize) {
        let rest = &self.text[at..];
        let words = rest.trim_start();
        let column = self.column(at + rest.len() - words.len());
        let is_item = words.starts_with("- ") || words.starts_with("-\n");
        let ends = |own: usize| if is_item { own > column } else { own >= column };
        while self.builder.frames.last().is_some_and(|frame| ends(frame.column)) {
            self.builder.close();
        }
    }

    fn column(&self, at: usize) -> usize {
        at - self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }
}

/// Where the first window of `bytes` ends: before the last of its least indented lines, those near its start left out; nothing if
/// there is none.
#[must_use]
pub(in super::super) fn cut(bytes: &[u8]) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for end in memchr::memchr_iter(b'\n', bytes).filter(|end| *end > bytes.len() / 4) {
        let line = &bytes[end + 1..];
        let indent = line.iter().take_while(|byte| **byte == b' ').count();
        let is_entry = line.get(indent).is_some_and(|byte| !matches!(byte, b'\n' | b'\r' | b'#' | b'\t'));
        if is_entry && best.is_none_or(|(least, _)| indent <= least) {
            best = Some((indent, end + 1));
        }
    }
    best.map(|(_, at)| at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::super::model::{Cell, Kind};
    use super::*;

    fn texts(source: &str) -> Vec<(Kind, String)> {
        let document = read_on(source, None, &mut Kept::whole());
        document.blocks.into_iter().map(|block| (block.kind, block.prose.text().trim_end().to_owned())).collect()
    }

    fn owned(found: &[(Kind, &str)]) -> Vec<(Kind, String)> {
        found.iter().map(|(kind, text)| (*kind, (*text).to_owned())).collect()
    }

    #[test]
    fn scalars_of_every_style_are_read() {
        let source =
            "plain: one\n  two\nsingle: 'it''s'\ndouble: \"a\\u00e9 \\\n  b\"\nlit: |\n  x\n   y\nfold: >-\n  p\n  q\n";
        let expected = [
            (Kind::Metadata, "plain: one two"),
            (Kind::Metadata, "single: it's"),
            (Kind::Metadata, "double: aé b"),
            (Kind::Metadata, "lit: x\ny"),
            (Kind::Metadata, "fold: p q"),
        ];
        assert_eq!(texts(source), owned(&expected));
    }

    #[test]
    fn lists_maps_and_rows_are_told_apart() {
        let source = "- ISO 9001\n- a: b\n  c: [d, e]\n- x:\n    y: z\n";
        let cell = |column| Kind::Cell(Cell { table: 0, row: 1, column });
        let expected = [
            (Kind::Item, "ISO 9001"),
            (cell(0), "a: b"),
            (cell(1), "c: d"),
            (cell(1), "e"),
            (Kind::Key(1), "x"),
            (Kind::Metadata, "y: z"),
        ];
        assert_eq!(texts(source), owned(&expected));
    }

    #[test]
    fn comments_are_read_and_those_beside_values_with_them() {
        let source = "# one\n# two\n\n# three\na: b # four\nc: |\n  x # no comment\nd: [e, f] # five\n# six\n";
        let expected = [
            (Kind::Text, "one\ntwo"),
            (Kind::Text, "three"),
            (Kind::Metadata, "a: b # four"),
            (Kind::Metadata, "c: x # no comment"),
            (Kind::Key(1), "d"),
            (Kind::Item, "e"),
            (Kind::Item, "f # five"),
            (Kind::Key(1), ""),
            (Kind::Text, "six"),
        ];
        assert_eq!(texts(source), owned(&expected));
    }

    #[test]
    fn aliases_and_tags_and_further_documents_are_taken_as_they_are() {
        let source = "a: &x !!str one\nb: *x\n---\nc: {<<: *y}\n...\n---\n- ? [k]\n  : v\n";
        let found = texts(source);
        let words: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).filter(|one| !one.is_empty()).collect();
        assert_eq!(words, ["a: one", "b:", "c", "<<: *y", "k", "v"]);
    }

    #[test]
    fn broken_text_loses_nothing_and_goes_on_below_its_keys() {
        let source = "top:\n  a: \"open\n  b: c: d\n  list:\n    - x\n  \ttab\nnext: [1, 2\nlast: one\n";
        let document = read_on(source, None, &mut Kept::whole());
        let fault = document.fault.expect("it is broken");
        assert!((fault.format, fault.at) > (NAME, 0));
        let found: Vec<&str> = document.blocks.iter().map(|one| one.prose.text().trim()).collect();
        for word in ["top", "a", "open", "b", "c", "d", "x", "tab", "next", "1", "2", "last: one"] {
            assert!(found.iter().any(|text| text.contains(word)), "{word} in {found:?}");
        }
    }

    #[test]
    fn a_value_with_a_colon_is_read_to_the_end_of_its_line() {
        let source = "standard: ISO 22301: 2012 # old\nowner: a\n";
        assert_eq!(
            texts(source)[..2],
            owned(&[(Kind::Metadata, "standard: ISO 22301: 2012 # old"), (Kind::Metadata, "owner: a")])
        );
    }

    #[test]
    fn windows_are_cut_before_entries_far_out() {
        let text = b"list:\n- a: b\n  c: d\n- e: f\n  g: h\n  i: j\n  k: l\n\n# z\n";
        let end = cut(text).expect("there is a line");
        assert_eq!(&text[end..], b"- e: f\n  g: h\n  i: j\n  k: l\n\n# z\n");
    }

    #[test]
    fn front_matter_needs_no_parser() {
        let source = "title: \"A: b # c\"\nversion: 7.7\ntags: [request, 'policy']\nsee: ISO 9001:2015, part (a)\n";
        assert!(flat::read(source, 0, &mut Builder::new(None)));
        for source in ["a: b: c\n", "a: b # c\n", "a:\n", "a: |\n", "- a\n", "a: *b\n", "a: b\n  c\n", "a: [b, [c]]\n"]
        {
            assert!(!flat::read(source, 0, &mut Builder::new(None)), "{source}");
        }
    }

    proptest! {
        #[test]
        fn lines_read_the_same_without_the_parser(
            lines in prop::collection::vec(prop_oneof![
                8 => "(iso|a_b|aB|[a-c]{1,2}[-_0-9]?)( ?)(: |: |: |:  |:)([a-cA 0-9é\u{A0}\u{2013}\u{85}\u{FEFF}:.,;%+?@&*!'\"()/_#-]{0,6}[a-c0-9)\"'])?",
                4 => "[a-c]: (\"[a-c0-9:# ,é\u{A0}\u{85}\u{FFFE}'\\\\]{0,5}\"|'[a-c0-9:# ,é\u{A0}\u{FEFF}\"]{0,5}')",
                4 => "[a-c]{1,2}: \\[( ?([a-c0-9.é\u{A0} -]{1,4}|\"[a-c:# ]{0,3}\"),){0,3} ?[a-c0-9-]{0,3} ?\\]",
                1 => Just(String::new()),
                1 => "(  |- )?[a-c: ]{0,4}",
            ], 0..6),
            line_end in prop_oneof![3 => Just("\n"), 1 => Just("\r\n"), 1 => Just("\n\r\n")],
            end in "(\r?\n){0,2}\r?",
            base in 0_usize..9,
            anchors in prop::option::of(prop::collection::btree_set(0_usize..60, 0..3)),
        ) {
            let text = lines.join(line_end) + &end;
            let anchors: Option<Vec<usize>> = anchors.map(|all| all.into_iter().collect());
            let anchors = anchors.as_deref();
            let mut builder = Builder::new(anchors);
            if flat::read(&text, base, &mut builder) {
                let read = read_parsed(&text, base, Builder::new(anchors), &mut Kept::whole(), false);
                prop_assert_eq!(format!("{:?}", builder.blocks), format!("{:?}", read.blocks), "{}", text);
                prop_assert_eq!(read.fault, None, "{}", text);
            } else {
                prop_assert!(builder.blocks.is_empty() && builder.frames.is_empty());
            }
        }

        #[test]
        fn every_word_of_what_is_no_yaml_is_read_once(
            lines in prop::collection::vec(
                prop::sample::select(vec!["", "W W", "W (W) W.", "- W", "| W | W |", "> W", "`W", "@ W", "W: W", "  W W", "---", "{W", "- W: W: W"]),
                0..12,
            ),
            is_printed: bool,
        ) {
            let mut count = 0;
            let mut number = |_| {
                count += 1;
                format!("w{count}w")
            };
            let marked = lines.join("\n") + "\n";
            let parts: Vec<&str> = marked.split('W').collect();
            let text = parts.iter().skip(1).fold(parts[0].to_owned(), |text, part| text + &number(()) + part);
            let builder = Builder::new(None);
            let read = read_parsed(&text, 0, builder, &mut Kept::whole(), is_printed && loose::is_printed(&text));
            let all: Vec<&str> = read.blocks.iter().map(|block| block.prose.text()).collect();
            let all = all.join("\n");
            for number in 1..parts.len() {
                let word = format!("w{number}w");
                prop_assert_eq!(all.matches(&word).count(), 1, "{} of {}\n{}", word, text, all);
            }
        }

        #[test]
        fn text_that_is_no_yaml_reads_the_same_without_the_parser(
            lines in prop::collection::vec(prop_oneof![
                4 => Just(String::new()),
                8 => "[a-c(0-9][a-c0-9,.|:#'\"*&-]{0,6}( {1,2}[a-c0-9:#.|é“\u{A0}-]{1,4}){0,3}(: [a-c]| #[a-c]|:| )?",
                3 => "#{1,2}( [a-c:#]{1,3}){0,2}",
                3 => "[|>]-? {0,2}[a-c#|1-]{0,3} ?\\|?",
                2 => "- ?[a-c:]{0,3}( [a-c]{1,2}){0,2}",
                1 => "  ?[a-c:#|-]{1,3}( [a-c:#]{1,3})?",
                1 => "[`@*&!%?\\[{\"',-]{1,3}[a-c]{0,2}",
                1 => "[a-c]: ?[a-c]{0,2}",
                1 => "(---|\\.\\.\\.|-|\t|\u{85}|\u{FEFF}|\u{FFFE}|a\tb|a\u{1}|\u{7F}|#\u{0}|a\r)",
            ], 0..12),
            end in "\n{0,2}",
            base in 0_usize..9,
            anchors in prop::option::of(prop::collection::btree_set(0_usize..90, 0..3)),
        ) {
            let text = lines.join("\n") + &end;
            let anchors: Option<Vec<usize>> = anchors.map(|all| all.into_iter().collect());
            let read = |is_printed| {
                let mut kept = Kept::whole();
                let found = read_parsed(&text, base, Builder::new(anchors.as_deref()), &mut kept, is_printed);
                format!("{:?} {:?} {:?}", found.fault, found.blocks, kept)
            };
            prop_assert_eq!(read(loose::is_printed(&text)), read(false), "{}", text);
        }
    }
}

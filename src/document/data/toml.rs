//! The reader of TOML: documents and front matter.

use toml_parser::decoder::Encoding;
use toml_parser::parser::{Event, EventKind, EventReceiver, RecursionGuard, parse_document};
use toml_parser::{ParseError, Source};

use super::super::model::{Document, Fault};
use super::builder::Builder;
use super::piece::{Form, Piece};
use super::remark::Remarks;
use super::window::Kept;

/// Name of the format in notes.
const NAME: &str = "TOML";

/// Most arrays and tables inside one another.
const DEEPEST: u32 = 200;

/// Reads the TOML that stands in a file at `base`, between other text.
pub(in super::super) fn read_at(text: &str, base: usize, anchors: Option<&[usize]>) -> Document {
    read_from(text, base, anchors, &mut Kept::whole())
}

/// Reads a window of TOML that goes on where the last one ended.
pub(in super::super) fn read_on(text: &str, anchors: Option<&[usize]>, kept: &mut Kept) -> Document {
    read_from(text, 0, anchors, kept)
}

fn read_from(text: &str, base: usize, anchors: Option<&[usize]>, kept: &mut Kept) -> Document {
    let mut builder = Builder::new(anchors);
    kept.restore(&mut builder);
    if builder.frames.is_empty() {
        builder.open(false, 0);
    }
    let remarks = Remarks::new(text, base);
    let mut reader = Reader { text, base, builder, remarks, name: None, header: None, done: 0 };
    let mut fault: Option<usize> = None;
    let tokens = Source::new(text).lex().into_vec();
    let mut note = |error: ParseError| {
        let at = error.unexpected().or(error.context()).map_or(0, |span| span.start());
        fault = Some(fault.map_or(at, |first| first.min(at)));
    };
    let mut take = |event: Event| reader.event(&event);
    parse_document(&tokens, &mut RecursionGuard::new(&mut take as &mut dyn EventReceiver, DEEPEST), &mut note);
    reader.name();
    reader.remark();
    reader.gap(text.len());
    let Reader { mut builder, .. } = reader;
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
    builder: Builder<'a>,
    remarks: Remarks<'a>,
    /// The key that is being read.
    name: Option<Piece<'a>>,
    /// Inside the header of a table: the keys of its path.
    header: Option<Vec<Piece<'a>>>,
    /// Everything before this byte is read.
    done: usize,
}

impl<'a> Reader<'a> {
    fn event(&mut self, event: &Event) {
        let span = event.span();
        self.gap(span.start());
        self.done = self.done.max(span.end());
        match event.kind() {
            EventKind::Whitespace => return,
            EventKind::Newline => return self.line(),
            EventKind::Comment => {
                let ended = self.remarks.take(span.start()..span.end());
                return ended.into_iter().for_each(|piece| self.builder.comment(piece));
            }
            _ => self.remark(),
        }
        match event.kind() {
            EventKind::StdTableOpen | EventKind::ArrayTableOpen => self.header = Some(Vec::new()),
            EventKind::StdTableClose => self.table(false),
            EventKind::ArrayTableClose => self.table(true),
            EventKind::InlineTableOpen => self.builder.open(false, 0),
            EventKind::ArrayOpen => self.builder.open(true, 0),
            EventKind::InlineTableClose | EventKind::ArrayClose => self.close(),
            EventKind::SimpleKey => self.key(self.piece(event)),
            EventKind::KeyValSep => self.name(),
            EventKind::Scalar => {
                let piece = self.piece(event);
                // In broken text a value may follow its key at once.
                if !self.lengthen(&piece) {
                    self.name();
                    // What the parser puts in for a value that is not there stands before what it has read.
                    let remark = (span.end() == self.done).then(|| self.remarks.beside(span.end())).flatten();
                    self.builder.value(piece, remark);
                }
            }
            EventKind::Error => {
                let piece = Piece { form: Form::Plain, ..self.piece(event) };
                if self.header.is_some() || !self.lengthen(&piece) {
                    self.name();
                    self.builder.stray(piece.raw, piece.at);
                }
            }
            EventKind::KeySep
            | EventKind::ValueSep
            | EventKind::Whitespace
            | EventKind::Comment
            | EventKind::Newline => {}
        }
    }

    /// What a line leaves unfinished is broken.
    fn line(&mut self) {
        self.name();
        for key in self.header.take().unwrap_or_default() {
            self.builder.key(key);
        }
    }

    fn remark(&mut self) {
        if let Some(piece) = self.remarks.end() {
            self.builder.comment(piece);
        }
    }

    /// Reads what the parser passed by.
    fn gap(&mut self, start: usize) {
        if start > self.done {
            self.builder.stray(&self.text[self.done..start], self.base + self.done);
        }
    }

    /// Takes one part of a key; parts joined by dots are one key, but in a header each is one.
    fn key(&mut self, piece: Piece<'a>) {
        if let Some(header) = &mut self.header {
            return header.push(piece);
        }
        if !self.lengthen(&piece) {
            self.name();
            self.name = Some(piece);
        }
    }

    /// Adds to the key that is being read what stands directly behind it: a further part, or in broken text whatever it is.
    fn lengthen(&mut self, piece: &Piece<'a>) -> bool {
        let Some(name) = &mut self.name else { return false };
        let (start, end) = (name.at - self.base, piece.span().end - self.base);
        let between = &self.text[name.span().end - self.base..piece.at - self.base];
        let is_behind = matches!(between.trim_matches(['"', '\'', ' ', '\t']), "" | ".");
        if is_behind {
            *name = Piece { raw: &self.text[start..end], at: name.at, form: Form::Plain };
        }
        is_behind
    }

    fn name(&mut self) {
        if let Some(key) = self.name.take() {
            self.builder.key(key);
        }
    }

    /// Begins the table whose header has ended.
    fn table(&mut self, is_array: bool) {
        while self.builder.frames.len() > 1 {
            self.builder.close();
        }
        for key in self.header.take().unwrap_or_default() {
            self.builder.key(key);
            // All but the last are maps; the value of the last is opened below.
            self.builder.open(false, 0);
        }
        if is_array {
            self.builder.turn_into_list();
            self.builder.open(false, 0);
        }
    }

    fn close(&mut self) {
        if self.builder.frames.len() > 1 {
            self.builder.close();
        }
    }

    fn piece(&self, event: &Event) -> Piece<'a> {
        let span = event.span();
        let raw = &self.text[span.start()..span.end()];
        let (quote, form) = match event.encoding() {
            None => ("", Form::Plain),
            Some(Encoding::LiteralString) => ("'", Form::Plain),
            Some(Encoding::BasicString) => ("\"", Form::Escaped),
            Some(Encoding::MlLiteralString) => ("'''", Form::Plain),
            Some(Encoding::MlBasicString) => ("\"\"\"", Form::Escaped),
        };
        let inner = raw.strip_prefix(quote).unwrap_or(raw);
        let inner =
            if quote.len() > 1 { inner.trim_start_matches('\r').strip_prefix('\n').unwrap_or(inner) } else { inner };
        let at = self.base + span.end() - inner.len();
        Piece { raw: inner.strip_suffix(quote).unwrap_or(inner), at, form }
    }
}

/// Where the first window of `bytes` ends: before the last header of its later half, or behind its last line; nothing if there
/// is none.
#[must_use]
pub(in super::super) fn cut(bytes: &[u8]) -> Option<usize> {
    let half = bytes.len() / 2;
    let last = |mark: &[u8]| memchr::memmem::rfind(&bytes[half..], mark).map(|at| half + at + 1);
    last(b"\n[").or_else(|| last(b"\n"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::super::model::{Cell, Kind};
    use super::super::tests::{owned, trimmed};
    use super::*;

    fn texts(source: &str) -> Vec<(Kind, String)> {
        trimmed(read_on(source, None, &mut Kept::whole()))
    }

    #[test]
    fn strings_of_every_style_are_read() {
        let source =
            "a = \"x \\u00e9\"\nb = 'c:\\d'\nc.d = \"\"\"\none \\\n   two\"\"\"\ne = '''\np\nq'''\nf = 2013-05-01\n";
        let expected = [
            (Kind::Metadata, "a: x é"),
            (Kind::Metadata, "b: c:\\d"),
            (Kind::Metadata, "c.d: one two"),
            (Kind::Metadata, "e: p\nq"),
            (Kind::Metadata, "f: 2013-05-01"),
        ];
        assert_eq!(texts(source), owned(&expected));
    }

    #[test]
    fn tables_are_headings_and_those_of_an_array_rows() {
        let source = "[a.b]\nk = [1, \"x\"] # beside\nl = {m = 2}\n[[c]]\nn = 3\n# why\n# so\n[[c]]\nn = 4\n";
        let cell = |table| Kind::Cell(Cell { table, row: 1, column: 0 });
        let expected = [
            (Kind::Key(1), "a"),
            (Kind::Key(2), "b"),
            (Kind::Key(3), "k"),
            (Kind::Item, "1"),
            (Kind::Item, "x # beside"),
            (Kind::Key(3), "l"),
            (Kind::Metadata, "m: 2"),
            (Kind::Key(1), "c"),
            (cell(0), "n: 3"),
            (Kind::Text, "why\nso"),
            (Kind::Key(1), "c"),
            (cell(1), "n: 4"),
        ];
        let found: Vec<(Kind, String)> = texts(source).into_iter().filter(|(_, text)| !text.is_empty()).collect();
        assert_eq!(found, owned(&expected));
    }

    #[test]
    fn broken_text_loses_nothing_and_is_known() {
        let source = "a = \"open\nb = x y\nISO 9001\n[c\nd = [1, 2\ne = 'z'\n";
        let document = read_on(source, None, &mut Kept::whole());
        assert_eq!(document.fault.map(|fault| fault.format), Some(NAME));
        let found: Vec<&str> = document.blocks.iter().map(|one| one.prose.text().trim()).collect();
        for word in ["a", "open", "b", "x", "y", "ISO", "9001", "c", "d", "1", "2", "e", "z"] {
            assert!(found.iter().any(|text| text.contains(word)), "{word} in {found:?}");
        }
        assert_eq!(read_on("a = 1\n", None, &mut Kept::whole()).fault, None);
    }
    proptest! {
        #[test]
        fn every_word_of_what_is_no_toml_is_read_once(
            lines in prop::collection::vec(prop::sample::select(vec![
                "", "W W", "W = 1 # W", "W = \"W\"", "W.W = 'W'", "[W]", "[[W]]", "[W", "W W = \"W\"", "W = [ { W W = \"W\", W = 'W' } ]",
                "W = { W # W }", "W = [ \"W\", W ]", "W = [", "{ W W: W = \"W\" },", "]", "W.W W = \"W", "# W", "W = \"\"\"", "= W", "W = { W.W = W W }",
            ]), 0..9),
        ) {
            let marked = lines.join("\n") + "\n";
            let parts: Vec<&str> = marked.split('W').collect();
            let number = |at: usize| format!("w{at}w");
            let text: String = parts.iter().enumerate().map(|(at, part)| [&number(at), *part].concat()).collect();
            let text = text.strip_prefix(&number(0)).unwrap_or_default();
            let read = read_on(text, None, &mut Kept::whole());
            let all = read.blocks.iter().map(|block| block.prose.text()).collect::<Vec<_>>().join("\n");
            for word in (1..parts.len()).map(number) {
                prop_assert_eq!(all.matches(&word).count(), 1, "{} of {}\n{}", word, text, all);
            }
        }
    }
}

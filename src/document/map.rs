//! Prose and the map that leads from each of its bytes back to the source.
//!
//! Prose is text as a citation parser wants it: one kind of space and of hyphen, no invisible characters, full-width
//! forms as their plain twins, a line end inside a paragraph as one line feed.

use smallvec::SmallVec;

use super::bytes::find;
use crate::source::Span;

/// Normalised text of one block with its way back to the source.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    text: String,
    map: SourceMap,
}

/// Runs of prose in ascending order, each with the source bytes it came from.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    /// Most blocks are one run: what is plain stays together over line ends.
    runs: SmallVec<[Run; 1]>,
}

/// A run is the same text on both sides if the lengths are equal; else it stands for its source bytes as a whole.
#[derive(Clone, Copy, Debug)]
struct Run {
    prose: usize,
    source: usize,
    prose_len: usize,
    source_len: usize,
}

impl Prose {
    /// The normalised text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// True if there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The bytes of the source that `start..end` of the prose came from.
    #[must_use]
    pub fn source_span(&self, start: usize, end: usize) -> Span {
        self.map.span(start, end)
    }

    /// True if the byte of the source at `at` is part of the text.
    #[must_use]
    pub fn holds(&self, at: usize) -> bool {
        let after = self.map.runs.partition_point(|run| run.source <= at);
        after.checked_sub(1).is_some_and(|own| at < self.map.runs[own].source + self.map.runs[own].source_len)
    }

    /// No text yet, with room for one of about `bytes` in so many runs.
    #[must_use]
    pub fn with_room(bytes: usize, runs: usize) -> Self {
        Self { text: String::with_capacity(bytes), map: SourceMap { runs: SmallVec::with_capacity(runs) } }
    }

    /// Makes room for a block of about `bytes`.
    pub fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
    }

    /// Appends `text`, which stands in the source at `source`, and normalises it.
    pub fn push(&mut self, text: &str, source: usize) {
        let bytes = text.as_bytes();
        let is_odd = |byte| !is_plain(byte);
        // Most text is plain throughout.
        let Some(mut odd) = find(bytes, is_odd) else {
            return self.append(text, Span::new(source, source + text.len()));
        };
        let mut at = 0;
        loop {
            if at < odd {
                self.append(&text[at..odd], Span::new(source + at, source + odd));
            }
            let Some(character) = text[odd..].chars().next() else { return };
            at = odd + character.len_utf8();
            self.push_as(character, Span::new(source + odd, source + at));
            // What is odd often stands side by side.
            let is_next = bytes.get(at).is_some_and(|next| is_odd(*next));
            odd = if is_next { at } else { find(&bytes[at..], is_odd).map_or(bytes.len(), |found| at + found) };
        }
    }

    /// Appends `text` as `push` does: text of a source that is plain throughout.
    pub fn push_plain(&mut self, text: &str, source: usize) {
        debug_assert!(is_plain_text(text), "{text} is not plain");
        self.append(text, Span::new(source, source + text.len()));
    }

    /// True if there is no text yet, or a blank or a line end at its end.
    #[must_use]
    pub fn ends_blank(&self) -> bool {
        self.text.is_empty() || self.text.ends_with([' ', '\n'])
    }

    /// Appends `text` as `push` does, but blanks and line ends in a row, also behind those that stand there already, as
    /// one: a line end if there is one among them, else a blank; none at the head.
    pub fn push_collapsed(&mut self, text: &str, source: usize) {
        let is_blank = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0C);
        let bytes = text.as_bytes();
        let mut at = 0;
        let is_plain = is_plain_with_single_blanks(bytes);
        if is_plain || has_single_blanks(bytes) {
            at = usize::from(self.ends_blank() && bytes.first() == Some(&b' '));
            if is_plain {
                return self.append(&text[at..], Span::new(source + at, source + text.len()));
            }
            return self.push(&text[at..], source + at);
        }
        while at < bytes.len() {
            let blank = bytes[at..].iter().position(|byte| !is_blank(*byte)).unwrap_or(bytes.len() - at);
            if blank > 0 && !self.ends_blank() {
                // A line end stands for itself alone, unlike one that its writer asked for.
                match memchr::memchr(b'\n', &bytes[at..at + blank]).map(|end| source + at + end) {
                    Some(end) => self.append("\n", Span::new(end, end + 1)),
                    None => self.append(" ", Span::new(source + at, source + at + blank)),
                }
            }
            at += blank;
            let words = word_end(&bytes[at..]);
            if words > 0 {
                self.push(&text[at..at + words], source + at);
            }
            at += words;
        }
    }

    /// Appends what `character` is in prose, standing for `span` of the source.
    pub fn push_as(&mut self, character: char, span: Span) {
        if let Some(normal) = normal(character) {
            let mut buffer = [0; 4];
            self.append(normal.encode_utf8(&mut buffer), span);
        }
    }

    /// Appends a text whose source is written in another way, such as an entity: it stands for `span` as a whole.
    pub fn push_for(&mut self, text: &str, span: Span) {
        for character in text.chars() {
            self.push_as(character, span);
        }
    }

    /// Appends other prose of the same source as it is.
    pub fn join(&mut self, other: &Self) {
        let start = self.text.len();
        self.text.push_str(&other.text);
        self.map.runs.extend(other.map.runs.iter().map(|run| Run { prose: run.prose + start, ..*run }));
    }

    /// The same text where this was read from the text of `outer`: its map leads on to the source of that.
    #[must_use]
    pub fn through(mut self, outer: &Self) -> Self {
        for run in std::mem::take(&mut self.map.runs) {
            outer.map.lead_on(run, &mut self.map.runs);
        }
        self
    }

    /// The same text for the source from which the one it was read from was put together: `place` tells, for a range of
    /// the one, how much of it stands in the other in one piece, and where.
    #[must_use]
    pub fn moved(self, place: impl Fn(Span) -> (usize, Span)) -> Self {
        let mut runs = SmallVec::with_capacity(self.map.runs.len());
        for mut run in self.map.runs {
            let same = run.prose_len == run.source_len;
            while run.prose_len > 0 {
                let end = run.source + run.source_len;
                let (length, mut span) = place(Span::new(run.source, end));
                let taken = if same { length.clamp(1, run.prose_len) } else { run.prose_len };
                if !same && end > run.source {
                    span.end = place(Span::new(end - 1, end)).1.end.max(span.start);
                }
                runs.push(Run {
                    prose: run.prose,
                    source: span.start,
                    prose_len: taken,
                    source_len: span.end - span.start,
                });
                run.prose += taken;
                run.prose_len -= taken;
                run.source += taken;
                run.source_len = run.source_len.saturating_sub(taken);
            }
        }
        Self { text: self.text, map: SourceMap { runs } }
    }

    fn append(&mut self, text: &str, span: Span) {
        let same = text.len() == span.end - span.start;
        if let Some(last) = self.map.runs.last_mut()
            && same
            && last.prose_len == last.source_len
            && last.source + last.source_len == span.start
        {
            last.prose_len += text.len();
            last.source_len += text.len();
        } else {
            let run = Run {
                prose: self.text.len(),
                source: span.start,
                prose_len: text.len(),
                source_len: span.end - span.start,
            };
            self.map.runs.push(run);
        }
        self.text.push_str(text);
    }
}

/// True if some bytes are plain and every blank among them is a single space; found without an early end, so that the loop
/// is vectorised.
fn is_plain_with_single_blanks(bytes: &[u8]) -> bool {
    let is_odd = |byte: &u8| (*byte < b' ') | (*byte > b'~');
    let is_pair = |one: &u8, next: &u8| (*one == b' ') & (*next == b' ');
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    !pairs.fold(false, |found, (one, next)| found | is_pair(one, next) | is_odd(one))
        && !bytes.last().is_some_and(is_odd)
}

/// True if every blank in some bytes is a single space; found without an early end, so that the loops are vectorised.
fn has_single_blanks(bytes: &[u8]) -> bool {
    // Blanks of other kinds are among the characters that begin with these.
    let is_other = |byte: &u8| (*byte < b' ') | (*byte == 0xC2) | ((*byte >= 0xE1) & (*byte <= 0xE3));
    let is_pair = |(one, next): (&u8, &u8)| (*one == b' ') & (*next == b' ');
    let has_pair =
        bytes.iter().zip(bytes.get(1..).unwrap_or_default()).fold(false, |found, pair| found | is_pair(pair));
    !has_pair && !bytes.iter().fold(false, |found, byte| found | is_other(byte))
}

impl SourceMap {
    /// The source bytes of `start..end` of the prose; an empty range is the place where it stands.
    #[must_use]
    pub fn span(&self, start: usize, end: usize) -> Span {
        let from = self.run_at(start).map_or(0, |run| run.source_of(start, false));
        if end <= start {
            return Span::new(from, from);
        }
        let to = self.run_at(end - 1).map_or(from, |run| run.source_of(end - 1, true));
        Span::new(from, to.max(from))
    }

    /// Appends what a run whose source is the prose of this map comes from.
    fn lead_on(&self, run: Run, runs: &mut SmallVec<[Run; 1]>) {
        let Run { prose, source, prose_len, source_len } = run;
        if prose_len != source_len {
            let span = self.span(source, source + source_len);
            return runs.push(Run { prose, source: span.start, prose_len, source_len: span.end - span.start });
        }
        let end = source + source_len;
        let first = self.runs.partition_point(|own| own.prose + own.prose_len <= source);
        for own in self.runs[first..].iter().take_while(|own| own.prose < end) {
            let (from, to) = (own.prose.max(source), (own.prose + own.prose_len).min(end));
            let same = own.prose_len == own.source_len;
            let (source_at, source_len) =
                if same { (own.source + from - own.prose, to - from) } else { (own.source, own.source_len) };
            runs.push(Run { prose: prose + from - source, source: source_at, prose_len: to - from, source_len });
        }
    }

    fn run_at(&self, prose: usize) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.prose <= prose);
        self.runs.get(after.checked_sub(1)?)
    }
}

impl Run {
    /// The source byte of a prose byte, or with `end` the one behind it.
    fn source_of(&self, prose: usize, end: bool) -> usize {
        if self.prose_len == self.source_len {
            (self.source + (prose - self.prose) + usize::from(end)).min(self.source + self.source_len)
        } else if end {
            self.source + self.source_len
        } else {
            self.source
        }
    }
}

/// Where blanks that must be collapsed begin: a line end, a tab, or two blanks in a row.
fn word_end(bytes: &[u8]) -> usize {
    let is_end = |at: &usize| match bytes[*at] {
        b'\n' | b'\t' | b'\r' | 0x0C => true,
        b' ' => bytes.get(at + 1).is_none_or(|next| matches!(next, b' ' | b'\n' | b'\t' | b'\r' | 0x0C)),
        _ => false,
    };
    (0..bytes.len()).find(is_end).unwrap_or(bytes.len())
}

/// True for a byte that prose takes as it is.
#[inline]
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\n')
}

/// True for a text that prose takes as it is.
#[must_use]
pub fn is_plain_text(text: &str) -> bool {
    find(text.as_bytes(), |byte| !is_plain(byte)).is_none()
}

/// What a character is in prose; nothing if it is invisible.
fn normal(character: char) -> Option<char> {
    Some(match character {
        '\n' => '\n',
        '\r' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {
            return None;
        }
        '\t'
        | '\u{B}'
        | '\u{C}'
        | '\u{A0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200A}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' => '-',
        '\u{2236}' | '\u{A789}' => ':',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hyphens_spaces_and_wide_forms_are_folded_and_lead_back() {
        let source = "ISO\u{A0}27001\u{2011}1：２０１３";
        let mut prose = Prose::default();
        prose.push(source, 0);
        assert_eq!(prose.text(), "ISO 27001-1:2013");
        let span = prose.source_span(4, 16);
        assert_eq!(&source[span.start..span.end], "27001\u{2011}1：２０１３");
    }

    #[test]
    fn an_entity_stands_for_its_source_as_a_whole() {
        let source = "ISO&nbsp;9001";
        let mut prose = Prose::default();
        prose.push("ISO", 0);
        prose.push_for("\u{A0}", Span::new(3, 9));
        prose.push("9001", 9);
        assert_eq!(prose.text(), "ISO 9001");
        assert_eq!(prose.source_span(0, 8), Span::new(0, source.len()));
    }

    #[test]
    fn prose_that_was_read_from_prose_leads_back_to_the_first_source() {
        let source = r"ISO\u00a0**27001**:\n2013";
        let mut outer = Prose::default();
        outer.push("ISO", 0);
        outer.push_for("\u{A0}", Span::new(3, 9));
        outer.push("**27001**:", 9);
        outer.push_for("\n", Span::new(19, 21));
        outer.push("2013", 21);
        let mut inner = Prose::default();
        let text = outer.text().to_owned();
        inner.push(&text[..4], 0);
        inner.push(&text[6..11], 6);
        inner.push(&text[13..], 13);
        let prose = inner.through(&outer);
        assert_eq!(prose.text(), "ISO 27001:\n2013");
        let shown = |words: &str| {
            let at = prose.text().find(words).expect("there");
            let span = prose.source_span(at, at + words.len());
            &source[span.start..span.end]
        };
        assert_eq!(shown("ISO 2"), r"ISO\u00a0**2");
        assert_eq!((shown(" "), shown("7001"), shown(":\n20")), (r"\u00a0", "7001", r":\n20"));
    }

    proptest! {
        #[test]
        fn every_character_of_prose_leads_back_to_one_that_it_stands_for(source in "[a-zA-Z0-9 \\n\u{A0}\u{AD}\u{2011}：ｘé漢\r\t-]{0,40}") {
            let mut prose = Prose::default();
            prose.push(&source, 0);
            for (at, character) in prose.text().char_indices() {
                let span = prose.source_span(at, at + character.len_utf8());
                let original: Vec<char> = source[span.start..span.end].chars().collect();
                prop_assert_eq!(original.iter().filter_map(|one| normal(*one)).collect::<Vec<_>>(), vec![character]);
            }
        }
    }
}

//! What is made of a file that is no text: its words in lines, the blocks that stand in them, and a landmark for each.

use std::sync::Arc;

use super::map::Prose;
use super::mark::{Mark, Role};
use super::model::{Block, Cell, Document, Kind, Remark};
use crate::source::{Landmark, Landmarks, SourceFile, Span};

/// Most bytes of text that are kept of one file.
pub const TEXT: usize = 64 << 20;

/// What parts blocks that stand below one another.
pub const LINE: &str = "\n";

/// Longest heading, in characters, that the path to a place shows whole.
const HEADING: usize = 60;

/// Headings that a path shows, the lowest ones if there are more.
const HEADINGS: usize = 3;

/// The text of a file with its blocks.
#[derive(Clone, Debug, Default)]
pub struct Readable {
    /// The text.
    pub text: String,
    /// Names for its stretches.
    pub landmarks: Landmarks,
    /// Its blocks; they lead back into the text.
    pub document: Document,
    /// What people should know of how it was read.
    pub notes: Vec<String>,
}

impl Readable {
    /// The text as a file that reports show as `path`, and its blocks.
    #[must_use]
    pub fn into_source(self, path: &str) -> (SourceFile<'static>, Document) {
        (SourceFile::extracted(path, self.text, self.landmarks), self.document)
    }
}

/// A readable text while it is written, block by block.
#[derive(Debug)]
pub struct Writer {
    text: String,
    landmarks: Landmarks,
    blocks: Vec<Block>,
    remarks: Vec<Remark>,
    covered: Vec<Cell>,
    /// What has been written of the block.
    prose: Prose,
    marks: Vec<Mark>,
    /// Roles that are open, with where in the prose they began.
    open: Vec<(Role, usize)>,
    headings: Headings,
    /// What parts the block from the one before it.
    separator: &'static str,
    /// Where the last block ended, and where this one begins once something of it is written.
    ended: usize,
    begun: Option<usize>,
    is_overfull: bool,
}

impl Default for Writer {
    fn default() -> Self {
        Self {
            text: String::new(),
            landmarks: Landmarks::default(),
            blocks: Vec::new(),
            remarks: Vec::new(),
            covered: Vec::new(),
            prose: Prose::default(),
            marks: Vec::new(),
            open: Vec::new(),
            headings: Headings::default(),
            separator: LINE,
            ended: 0,
            begun: None,
            is_overfull: false,
        }
    }
}

impl Writer {
    /// Appends text to the block.
    pub fn push(&mut self, text: &str) {
        if self.text.len() + text.len() > TEXT {
            self.is_overfull = true;
            return;
        }
        if self.begun.is_none() {
            if !self.text.is_empty() {
                self.text.push_str(self.separator);
            }
            self.begun = Some(self.text.len());
        }
        self.prose.push(text, self.text.len());
        self.text.push_str(text);
    }

    /// Where in the text the next words will stand.
    #[must_use]
    pub fn place(&self) -> usize {
        let parted = self.begun.is_none() && !self.text.is_empty();
        self.text.len() + if parted { self.separator.len() } else { 0 }
    }

    /// Ties a comment that is kept elsewhere to a stretch of the text, from one place to another.
    pub fn remark(&mut self, from: usize, to: usize, text: String) {
        let end = to.min(self.text.len());
        self.remarks.push(Remark { span: Span::new(from.min(end), end), text });
    }

    /// Notes that a cell further up reaches to where this one would stand.
    pub fn cover(&mut self, cell: Cell) {
        self.covered.push(cell);
    }

    /// True if the block has no words yet.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.prose.text().trim().is_empty()
    }

    /// True if the text is longer than is kept; the rest need not be read.
    #[must_use]
    pub fn is_overfull(&self) -> bool {
        self.is_overfull
    }

    /// Says what parts the next block from the last one, instead of a line end.
    pub fn separate(&mut self, separator: &'static str) {
        self.separator = separator;
    }

    /// Says what parts the next block from the last one on its line; one that begins a line does so all the same.
    pub fn separate_on_line(&mut self, separator: &'static str) {
        if self.separator != LINE {
            self.separator = separator;
        }
    }

    /// Begins a stretch of the block with a role.
    pub fn begin(&mut self, role: Role) {
        self.open.push((role, self.prose.text().len()));
    }

    /// Ends the stretch that began last.
    pub fn end(&mut self) {
        if let Some((role, from)) = self.open.pop() {
            self.mark(role, from);
        }
    }

    fn mark(&mut self, role: Role, from: usize) {
        let range = from..self.prose.text().len();
        if !range.is_empty() {
            self.marks.push(Mark { range, role });
        }
    }

    /// Ends the block, if it has words; true if it has. Stretches that are open go on in the next.
    pub fn end_block(&mut self, kind: Kind, landmark: impl FnOnce() -> Landmark) -> bool {
        for at in 0..self.open.len() {
            let (role, from) = self.open[at];
            self.mark(role, from);
            self.open[at].1 = 0;
        }
        let (prose, marks) = (std::mem::take(&mut self.prose), std::mem::take(&mut self.marks));
        let begun = self.begun.take();
        let Some(start) = begun.filter(|_| !prose.text().trim().is_empty()) else {
            self.text.truncate(self.ended);
            return false;
        };
        (self.ended, self.separator) = (self.text.len(), LINE);
        self.landmarks.set(start, landmark());
        if let Kind::Heading(level) = kind {
            self.head(level, prose.text());
        }
        self.blocks.push(Block { kind, prose, marks: marks.into() });
        true
    }

    /// Takes back what has been written of the block.
    pub fn drop_block(&mut self) {
        (self.prose, self.begun) = (Prose::default(), None);
        self.marks.clear();
        self.open.iter_mut().for_each(|(_, from)| *from = 0);
        self.text.truncate(self.ended);
    }

    /// Notes a heading: what follows stands below it.
    fn head(&mut self, level: u8, words: &str) {
        let path = self.headings.enter(level, words);
        self.landmarks.set_headings(self.ended, path);
    }

    /// Ends every section: what follows stands below no heading.
    pub fn end_sections(&mut self) {
        if self.headings.leave() {
            self.landmarks.set_headings(self.ended, Arc::from(""));
        }
    }

    /// The whole text.
    ///
    /// # Errors
    /// A reason if there is more text than is kept.
    pub fn finish(self) -> Result<Readable, String> {
        if self.is_overfull {
            return Err(format!("it holds more than {} MiB of text", TEXT >> 20));
        }
        let (blocks, remarks, covered) = (self.blocks, self.remarks, self.covered);
        let document = Document { blocks, remarks, covered, ..Document::default() };
        Ok(Readable { text: self.text, landmarks: self.landmarks, document, notes: Vec::new() })
    }
}

/// The headings that stand above a place, the highest first, each with its level.
#[derive(Debug, Default)]
pub struct Headings {
    open: Vec<(u8, String)>,
}

impl Headings {
    /// Takes a heading: what follows stands below it. Gives the path to show.
    pub fn enter(&mut self, level: u8, words: &str) -> Arc<str> {
        self.open.retain(|(open, _)| *open < level);
        self.open.push((level, shortened(words)));
        let lowest = &self.open[self.open.len().saturating_sub(HEADINGS)..];
        let path: Vec<&str> = lowest.iter().map(|(_, words)| words.as_str()).collect();
        path.join(" > ").into()
    }

    /// Ends every section; true if there was one.
    pub fn leave(&mut self) -> bool {
        let any = !self.open.is_empty();
        self.open.clear();
        any
    }
}

/// A heading in one line, cut at its end if it is long.
fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<&str>>().join(" ");
    match words.char_indices().nth(HEADING) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(number: u32) -> impl FnOnce() -> Landmark {
        move || Landmark::counted("paragraph", number)
    }

    #[test]
    fn blocks_stand_in_lines_and_lead_back_to_them() {
        let mut writer = Writer::default();
        writer.push("4 ");
        writer.push("Hosting");
        assert!(writer.end_block(Kind::Heading(1), paragraph(1)));
        writer.push(" \u{AD}");
        assert!(!writer.end_block(Kind::Text, paragraph(2)), "it has no words");
        writer.push("by ISO\u{A0}");
        writer.begin(Role::Struck);
        writer.push("27001");
        writer.end();
        writer.end_block(Kind::Text, paragraph(2));
        writer.separate(" | ");
        writer.push("b");
        writer.end_block(Kind::Text, paragraph(3));
        let read = writer.finish().expect("it is short");
        assert_eq!(read.text, "4 Hosting\nby ISO\u{A0}27001 | b");
        let block = &read.document.blocks[1];
        assert_eq!(block.prose.text(), "by ISO 27001");
        assert_eq!(block.marks.of(Role::Struck), [Mark { range: 7..12, role: Role::Struck }]);
        let span = block.prose.source_span(7, 12);
        assert_eq!(&read.text[span.start..span.end], "27001");
        let words = |at: usize| read.landmarks.words(at).map(|words| words.to_string());
        assert_eq!(words(3).as_deref(), Some("paragraph 1"));
        assert_eq!(words(span.start).as_deref(), Some("paragraph 2, \"4 Hosting\""));
    }

    #[test]
    fn paths_of_headings_end_with_their_sections() {
        let mut writer = Writer::default();
        for (level, words) in [(1, "One"), (2, "Two"), (1, "Three")] {
            writer.push(words);
            writer.end_block(Kind::Heading(level), paragraph(1));
            writer.push("text");
            writer.end_block(Kind::Text, paragraph(2));
        }
        writer.end_sections();
        writer.push("note");
        writer.end_block(Kind::Note, paragraph(3));
        let read = writer.finish().expect("it is short");
        let words = |number: usize| {
            let at = read.document.blocks[number].prose.source_span(0, 0).start;
            read.landmarks.words(at).map(|words| words.to_string()).unwrap_or_default()
        };
        let below = |path: &str| format!("paragraph 2, \"{path}\"");
        assert_eq!([words(1), words(3), words(5)], ["One", "One > Two", "Three"].map(below));
        assert_eq!(words(6), "paragraph 3");
    }

    #[test]
    fn too_much_text_is_refused() {
        let mut writer = Writer::default();
        writer.push(&"x".repeat(TEXT));
        assert!(!writer.is_overfull());
        writer.push("x");
        assert!(writer.finish().is_err());
    }
}

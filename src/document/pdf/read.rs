//! Reads a file: pages, lines, blocks, and what stands beside them.

use std::io::Read;

use lopdf::Document;

use super::budget::{Budget, FILE, PAGES, PIECES};
use super::content::{Common, Fonts, Painter};
use super::layout::{self, Row};
use super::line::{Piece, Sheet, lines};
use super::object::bytes;
use super::open::{self, Page};
use super::rules::Rules;
use super::{front, operand, order, running};
use crate::document::container::Input;
use crate::document::map::Prose;
use crate::document::mark::Marks;
use crate::document::model::{Block, Kind};
use crate::document::readable::{Headings, Readable, TEXT};
use crate::source::{Landmark, Landmarks};

/// What was read of a file so far.
#[derive(Default)]
struct Reading {
    text: String,
    landmarks: Landmarks,
    blocks: Vec<Block>,
    headings: Headings,
    notes: Vec<String>,
}

/// What is known of the pages once they are drawn.
#[derive(Default)]
struct Seen {
    pages: usize,
    /// How many of them have text.
    written: usize,
    /// Numbers of pages that show pictures and no text.
    pictures: Vec<usize>,
    /// Numbers of pages that could not be had in full.
    partial: Vec<usize>,
    /// Numbers of pages of whose signs many are not known.
    unknown: Vec<usize>,
    /// Numbers of pages that show more words apart from one another than are taken.
    crowded: Vec<usize>,
}

/// Reads a file.
///
/// # Errors
/// Why it cannot be read, as a report words it.
pub fn read(input: &mut dyn Input) -> Result<Readable, String> {
    let mut bytes = Vec::new();
    // One byte more shows that it is too large.
    let mut input = input;
    Read::take(&mut input, FILE as u64 + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    let file = open::open(&bytes)?;
    drop(bytes);
    let mut common = Common { file: &file, fonts: Fonts::new(), budget: Budget::default() };
    let mut reading = Reading::default();
    let (mut rows, mut remarks, mut seen) = (Vec::new(), Vec::new(), Seen::default());
    for (at, id) in file.page_iter().enumerate() {
        if at >= PAGES || common.budget.is_spent() || reading.text.len() > TEXT {
            reading.notes.push(format!("read up to page {at} only: it is too large to be read whole"));
            break;
        }
        seen.pages += 1;
        let Some(page) = Page::of(&file, id) else { continue };
        let sheet = draw(&mut common, &page);
        seen.take(at + 1, &sheet);
        if common.budget.is_spent() {
            reading
                .notes
                .push(format!("page {} was not read to its end: the file is too large to be read whole", at + 1));
        }
        common.budget.pieces = common.budget.pieces.saturating_sub(sheet.pieces.len());
        reading.add_page(at + 1, sheet, &mut rows, &mut common.budget);
        let own = front::remarks(&file, page.dictionary).into_iter();
        remarks.extend(own.map(|(thing, text)| (thing, at + 1, text)));
    }
    seen.judge(&mut reading.notes)?;
    running::mark(&mut rows);
    front::mark_headings(&file, &mut rows);
    reading.add_blocks(&rows);
    reading.add_remarks(remarks);
    reading.add_properties(&file);
    let document = crate::document::Document { blocks: reading.blocks, ..Default::default() };
    Ok(Readable { text: reading.text, landmarks: reading.landmarks, document, notes: reading.notes })
}

fn draw<'a>(common: &mut Common<'a>, page: &Page<'a>) -> Sheet {
    let Some(resources) = page.resources else { return Sheet::default() };
    let (mut content, mut is_partial) = (Vec::new(), false);
    for stream in open::contents(common.file, page.dictionary) {
        match bytes(stream, &mut common.budget) {
            Some(more) => content.extend(more),
            None => is_partial = true,
        }
        content.push(b'\n');
    }
    let bounded = operand::bounded(&content);
    is_partial |= bounded < content.len();
    content.truncate(bounded);
    let mut sheet = Painter::paint(common, page.upright, &content, resources);
    sheet.is_partial |= is_partial;
    let [left, bottom, right, top] = page.frame;
    sheet.height = [bottom, top];
    sheet.pieces.iter_mut().for_each(Piece::settle);
    // What lies beyond the edges nobody sees.
    sheet.pieces.retain(|piece| {
        piece.angle != 0 || (piece.from < right && piece.to > left && piece.y < top && piece.y > bottom - piece.size)
    });
    sheet
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

impl Seen {
    fn take(&mut self, page: usize, sheet: &Sheet) {
        self.written += usize::from(!sheet.pieces.is_empty());
        if sheet.is_partial {
            self.partial.push(page);
        }
        if sheet.pieces.is_empty() && sheet.pictures > 0 {
            self.pictures.push(page);
        }
        if sheet.is_full {
            self.crowded.push(page);
        }
        if sheet.signs > 0 && sheet.unknown * 5 > sheet.signs {
            self.unknown.push(page);
        }
    }

    /// Notes what could not be read, and refuses a file of which nothing could.
    fn judge(&self, notes: &mut Vec<String>) -> Result<(), String> {
        if self.pages == 0 {
            return Err("damaged: it has no pages; open it and save it anew".into());
        }
        if self.written == 0 {
            let reason = if !self.partial.is_empty() {
                "damaged, or made to use up memory: what draws its pages cannot be unpacked; save it anew"
            } else if !self.unknown.is_empty() {
                "its fonts do not say which letters they show; export it anew, or run OCR on it"
            } else if !self.pictures.is_empty() {
                "its pages are pictures without text; run OCR on it to have it read"
            } else {
                "its pages hold no text; if they show words, run OCR on it to have them read"
            };
            return Err(reason.into());
        }
        if !self.pictures.is_empty() {
            notes.push(format!(
                "{} without text, so not read; run OCR on it",
                listed(&self.pictures, "is a picture", "are pictures")
            ));
        }
        if !self.partial.is_empty() {
            let words = listed(&self.partial, "cannot", "cannot");
            notes.push(format!("{words} be unpacked in full, so it was not read in full; save it anew"));
        }
        if !self.crowded.is_empty() {
            let words = listed(&self.crowded, "shows", "show");
            notes.push(format!("{words} more than {PIECES} words that stand apart, of which only those were read"));
        }
        if !self.unknown.is_empty() {
            let words = listed(&self.unknown, "has fonts", "have fonts");
            notes.push(format!(
                "{words} that do not say which letters they show, so it was not read in full; export it anew"
            ));
        }
        Ok(())
    }
}

/// `page 3 is …` or `pages 1, 2 and 3 are …`; many are counted.
fn listed(pages: &[usize], one: &str, many: &str) -> String {
    const SHOWN: usize = 8;
    let numbers: Vec<String> = pages.iter().take(SHOWN).map(usize::to_string).collect();
    match numbers.as_slice() {
        [single] => format!("page {single} {one}"),
        _ if pages.len() > SHOWN => format!("pages {} and {} others {many}", numbers.join(", "), pages.len() - SHOWN),
        [first @ .., last] => format!("pages {} and {last} {many}", first.join(", ")),
        [] => String::new(),
    }
}

impl Reading {
    /// Appends what a page shows, line by line.
    fn add_page(&mut self, page: usize, sheet: Sheet, rows: &mut Vec<Row>, budget: &mut Budget) {
        let (first, across, height) = (rows.len(), Rules::of(sheet.rules), sheet.height);
        for line in order::in_order(lines(sheet.pieces), budget) {
            let start = self.begin();
            let row = Row::of(&line, page, &across, &mut self.text);
            if row.parts.is_empty() {
                self.text.truncate(start.saturating_sub(1));
                continue;
            }
            let line = number(rows.len() - first + 1);
            self.landmarks.set(start, Landmark::counted("page", number(page)).with("line", line));
            rows.push(row);
        }
        /// How much of a page, from above and from below, may be its margin.
        const MARGIN: f64 = 0.2;
        let has_more = rows.len() > first + 1;
        let [bottom, top] = [MARGIN, 1.0 - MARGIN].map(|part| height[0] + part * (height[1] - height[0]));
        rows[first..].iter_mut().for_each(|row| row.is_marginal = has_more && !(bottom..top).contains(&row.y));
    }

    /// Begins a line; gives where.
    fn begin(&mut self) -> usize {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.len()
    }

    /// Makes blocks of the lines of all pages.
    fn add_blocks(&mut self, rows: &[Row]) {
        self.blocks = layout::blocks(rows, &self.text);
        for block in &self.blocks {
            if let Kind::Heading(level) = block.kind {
                let text = block.prose.text();
                let path = self.headings.enter(level, text);
                self.landmarks.set_headings(block.prose.source_span(0, text.len()).end, path);
            }
        }
        if self.headings.leave() {
            self.landmarks.set_headings(self.text.len(), "".into());
        }
    }

    fn add(&mut self, kind: Kind, landmark: Landmark, text: &str) {
        let start = self.begin();
        self.text.push_str(text);
        self.landmarks.set(start, landmark);
        let mut prose = Prose::default();
        prose.push(text, start);
        self.blocks.push(Block { kind, prose, marks: Marks::default() });
    }

    fn add_remarks(&mut self, remarks: Vec<(&'static str, usize, String)>) {
        let (mut page, mut counts) = (0, [0, 0]);
        for (thing, on, text) in remarks {
            if on != page {
                (page, counts) = (on, [0, 0]);
            }
            let count = &mut counts[usize::from(thing == "field")];
            *count += 1;
            self.add(Kind::Note, Landmark::counted("page", number(on)).with(thing, *count), &text);
        }
    }

    /// Appends the properties that the pages do not show.
    fn add_properties(&mut self, file: &Document) {
        let shown: String = self.text.split_whitespace().collect();
        for (name, text) in front::properties(file) {
            let squeezed: String = text.split_whitespace().collect();
            if !shown.contains(&squeezed) {
                self.add(Kind::Metadata, Landmark::Named(name), &text);
            }
        }
    }
}

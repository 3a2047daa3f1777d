//! Makes blocks out of the keys, values and comments of a file, in the order in which they stand.

use super::super::map::Prose;
use super::super::mark::Marks;
use super::super::model::{Block, Kind};
use super::entry::{Value, one, words};
use super::piece::{Form, Piece};
use super::row::{Field, Rows};
use super::value::{self, Reading};
use crate::source::Span;
use crate::year;

/// Keys nested more deeply than this share a level, so that no file is hard to judge by its depth.
const DEEPEST: u8 = 40;

/// Most lists and maps inside one another; those further in are read as if they stood in the innermost of these.
const MOST_OPEN: usize = 2000;

/// Most keys of an object that is a row.
const MOST_CELLS: usize = 100;

/// Longest comment, in bytes, that is kept although nothing is cited in it: it may be a label for what follows.
const LABEL: usize = 120;

/// Builds the blocks of a file, or of one window of it.
#[derive(Debug)]
pub(super) struct Builder<'a> {
    /// Ascending offsets; what holds none of them is left out unless it gives context.
    anchors: Option<&'a [usize]>,
    pub(super) blocks: Vec<Block>,
    pub(super) frames: Vec<Frame<'a>>,
    /// Levels of the headings that are open behind the last block, ascending, and if they have words.
    open: Vec<(u8, bool)>,
    /// Tables so far.
    tables: usize,
    /// A short comment in which nothing is cited, and how many frames were open: it is added if what follows is.
    label: Option<(Piece<'a>, usize)>,
    /// How many of the frames have their keys among the blocks.
    headed: usize,
    /// How many lists and maps are open beyond the frames.
    buried: usize,
}

/// A list or a map that is open.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    pub is_list: bool,
    /// Column where its entries begin, for formats in which columns matter.
    pub column: usize,
    /// Level of its keys as headings.
    pub level: u8,
    /// The key of which it is the value, until it has been made a block.
    pub heading: Option<Piece<'a>>,
    /// The block of that key.
    pub above: Option<Block>,
    /// The key whose value comes next.
    key: Option<Piece<'a>>,
    /// In a list: the table that its objects are rows of.
    rows: Option<Rows>,
    /// In a map that may be a row: what it holds so far.
    fields: Option<Vec<Field<'a>>>,
    /// The comments in it.
    comments: Vec<Piece<'a>>,
}

impl Frame<'_> {
    /// A frame that was opened in an earlier window.
    pub fn kept(is_list: bool, column: usize, level: u8, above: Option<Block>) -> Self {
        let rows = is_list.then(Rows::default);
        Self { is_list, column, level, heading: None, above, key: None, rows, fields: None, comments: Vec::new() }
    }
}

/// True for a value that says that what another value of its object names is out of force: `status: withdrawn`, `deprecated:
/// true`, and "no" as an answer.
fn is_state(key: &str, raw: &str) -> bool {
    const KEYS: [&str; 3] = ["note", "state", "status"];
    const STATES: [&str; 6] = ["cancelled", "obsolete", "replaced", "retired", "superseded", "withdrawn"];
    const FLAGS: [&str; 5] = ["deprecated", "obsolete", "retired", "superseded", "withdrawn"];
    let begins = |word: &&str| raw.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    let is_key = |one: &&str| key.eq_ignore_ascii_case(one);
    let is_flag = || ["true", "yes"].iter().any(|yes| raw.eq_ignore_ascii_case(yes)) && FLAGS.iter().any(is_key);
    let is_answer =
        || is_key(&"answer") && begins(&"no") && !raw[2..].starts_with(|one: char| one.is_alphanumeric() || one == ' ');
    KEYS.iter().any(is_key) && STATES.iter().any(begins) || is_flag() || is_answer()
}

impl<'a> Builder<'a> {
    pub fn new(anchors: Option<&'a [usize]>) -> Self {
        Self {
            anchors,
            blocks: Vec::new(),
            frames: Vec::new(),
            open: Vec::new(),
            tables: 0,
            label: None,
            headed: 0,
            buried: 0,
        }
    }

    /// Begins a list or a map, the value of the key that came last.
    pub fn open(&mut self, is_list: bool, column: usize) {
        if self.frames.len() >= MOST_OPEN {
            self.buried += 1;
            return;
        }
        let rows_above = self.frames.last().is_some_and(|frame| frame.is_list);
        if !(is_list && self.extends_row()) {
            self.spill();
        }
        let heading = self.frames.last_mut().and_then(|frame| frame.key.take());
        let above = self.frames.last().map_or(1, |frame| frame.level);
        let level = if heading.is_some() { (above + 1).min(DEEPEST) } else { above };
        let fields = (!is_list && rows_above).then(Vec::new);
        let rows = is_list.then(Rows::default);
        let comments = Vec::new();
        self.frames.push(Frame { is_list, column, level, heading, above: None, key: None, rows, fields, comments });
    }

    /// True if a list, or a map, may end here.
    pub fn may_close(&self, is_list: bool) -> bool {
        self.buried > 0 || self.frames.last().is_some_and(|frame| frame.is_list == is_list)
    }

    /// Takes the map that has just begun for a list.
    pub fn turn_into_list(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            (frame.is_list, frame.fields, frame.rows) = (true, None, Some(Rows::default()));
        }
    }

    /// Ends the innermost list or map.
    pub fn close(&mut self) {
        if self.buried > 0 {
            self.buried -= 1;
            return;
        }
        let Some(mut frame) = self.frames.pop() else { return };
        self.headed = self.headed.min(self.frames.len());
        match frame.fields.take() {
            Some(mut fields) => {
                fields.extend(frame.key.take().map(|key| Field { key: Some(key), values: Vec::new() }));
                // In broken data a list may have keys.
                self.bare_key(frame.heading.take());
                self.row(fields);
                frame.comments.iter().for_each(|comment| self.remark(comment));
            }
            None if self.in_row() => {}
            None => {
                self.bare_key(frame.key.take());
                // Nothing in it was added, but it may itself be what is looked for.
                self.bare_key(frame.heading.take());
            }
        }
    }

    /// Takes a key; its value follows.
    pub fn key(&mut self, piece: Piece<'a>) {
        let left = match self.frames.last_mut() {
            Some(frame) => frame.key.replace(piece),
            // In broken data it may stand in no map.
            None => Some(piece),
        };
        self.bare_key(left);
    }

    /// Takes a value.
    pub fn value(&mut self, piece: Piece<'a>, comment: Option<Piece<'a>>) {
        let value = Value { piece, comment };
        let key = self.frames.last_mut().and_then(|frame| frame.key.take());
        if let Some(at) = self.row_frame() {
            let fields = self.frames[at].fields.as_ref().map_or(0, Vec::len);
            if value.is_cell() && fields < MOST_CELLS {
                return self.field(key, value);
            }
            self.spill();
        }
        self.entry(key.as_ref(), &value);
    }

    /// Takes a comment that stands alone; one in a row is read behind it.
    pub fn comment(&mut self, piece: Piece<'a>) {
        match self.row_frame() {
            Some(at) => self.frames[at].comments.push(piece),
            None => self.remark(&piece),
        }
    }

    fn remark(&mut self, piece: &Piece<'a>) {
        if self.wants(piece.span()) {
            self.add(None, value::read(piece.prose()), Kind::Text);
        } else {
            self.label = (piece.raw.len() <= LABEL).then(|| (piece.clone(), self.frames.len()));
        }
    }

    /// Takes text that belongs to no entry: broken data.
    pub fn stray(&mut self, raw: &'a str, at: usize) {
        let piece = Piece { raw, at, form: Form::Escaped };
        self.spill();
        if !raw.trim().is_empty() && (self.wants(piece.span()) || piece.hides_letters()) {
            self.add(None, value::read(piece.prose()), Kind::Text);
        }
    }

    fn entry(&mut self, key: Option<&Piece<'a>>, value: &Value<'a>) {
        let start = key.map_or(value.piece.at, |key| key.at);
        let span = Span::new(start, value.end());
        let hides = value.piece.hides_letters() || key.is_some_and(Piece::hides_letters);
        let may_tell = key.is_some_and(|key| year::is_plausible(value.piece.raw) || is_state(key.raw, value.piece.raw));
        if !(self.wants(span) || hides || may_tell) {
            self.label = None;
            return;
        }
        let kind = match self.frames.last() {
            Some(frame) if frame.is_list => Kind::Item,
            Some(_) if key.is_some() => Kind::Metadata,
            _ => Kind::Text,
        };
        self.add(key, value.read(), kind);
    }

    /// Adds what a value reads as, with its key, below the headings that are open.
    fn add(&mut self, key: Option<&Piece<'a>>, reading: Reading, kind: Kind) {
        let level = self.level();
        self.ready();
        match reading {
            Reading::One(prose, marks) => {
                self.below(level);
                self.blocks.extend(one(key, &prose, marks, kind));
            }
            Reading::Many(blocks) => {
                let inner = if let Some(key) = key {
                    self.heading(level, words(key));
                    (level + 1).min(DEEPEST)
                } else {
                    self.below(level);
                    level
                };
                self.many(blocks, inner);
            }
        }
    }

    /// Adds the blocks of a long value; its headings stand below its key, its tables behind those so far.
    fn many(&mut self, blocks: Vec<Block>, level: u8) {
        let first = self.tables;
        for mut block in blocks {
            match &mut block.kind {
                Kind::Heading(own) => {
                    *own = (*own + level - 1).min(DEEPEST);
                    self.note(*own, true);
                }
                Kind::Cell(cell) => {
                    cell.table += first;
                    self.tables = cell.table + 1;
                }
                Kind::Text | Kind::Note | Kind::Item | Kind::Code | Kind::Metadata | Kind::Key(_) => {}
            }
            self.blocks.push(block);
        }
    }

    /// A key without a value.
    fn bare_key(&mut self, key: Option<Piece<'a>>) {
        let Some(key) = key else { return };
        if self.wants(key.span()) || key.hides_letters() {
            let none = Piece { raw: "", at: key.at + key.raw.len(), form: Form::Plain };
            self.spill();
            self.add(Some(&key), Reading::One(none.prose(), Marks::default()), Kind::Metadata);
        }
    }

    /// Adds what must stand before the next block: the comment directly above, and the keys above.
    fn ready(&mut self) {
        if let Some((piece, depth)) = self.label.take().filter(|(_, depth)| *depth <= self.frames.len()) {
            let level = depth.checked_sub(1).map_or(1, |last| self.frames[last].level);
            self.headings(depth);
            self.below(level);
            self.blocks.push(Block { kind: Kind::Text, prose: piece.prose(), marks: Marks::default() });
        }
        self.headings(self.frames.len());
    }

    /// Adds the keys of the first frames that are no blocks yet.
    fn headings(&mut self, count: usize) {
        for at in self.headed..count {
            if let Some(key) = self.frames[at].heading.take() {
                let level = self.frames[at].level - u8::from(self.frames[at].level > 1);
                let prose = words(&key);
                self.frames[at].above =
                    Some(Block { kind: Kind::Key(level), prose: prose.clone(), marks: Marks::default() });
                self.heading(level, prose);
            }
        }
        self.headed = self.headed.max(count);
    }

    fn heading(&mut self, level: u8, prose: Prose) {
        self.note(level, true);
        self.blocks.push(Block { kind: Kind::Key(level), prose, marks: Marks::default() });
    }

    /// Ends the sections of a level and below, if any is open.
    fn below(&mut self, level: u8) {
        if self.open.last().is_some_and(|(open, has_words)| *open > level || (*open == level && *has_words)) {
            self.note(level, false);
            self.blocks.push(Block { kind: Kind::Key(level), prose: Prose::default(), marks: Marks::default() });
        }
    }

    /// Notes that a heading of a level was added.
    pub(super) fn note(&mut self, level: u8, has_words: bool) {
        while self.open.last().is_some_and(|(open, _)| *open >= level) {
            self.open.pop();
        }
        self.open.push((level, has_words));
    }

    fn level(&self) -> u8 {
        self.frames.last().map_or(1, |frame| frame.level)
    }

    /// True if a span holds an anchor.
    pub(super) fn wants(&self, span: Span) -> bool {
        let Some(anchors) = self.anchors else { return true };
        anchors.get(anchors.partition_point(|at| *at < span.start)).is_some_and(|at| *at < span.end)
    }

    /// The frame of the map that may be a row, if the innermost list or map belongs to it.
    fn row_frame(&self) -> Option<usize> {
        let last = self.frames.len().checked_sub(1)?;
        let above = last.checked_sub(1).filter(|_| self.frames[last].is_list);
        [Some(last), above].into_iter().flatten().find(|at| self.frames[*at].fields.is_some())
    }

    fn in_row(&self) -> bool {
        self.row_frame().is_some()
    }

    /// True if a list that begins here is the value of a key of a row.
    fn extends_row(&mut self) -> bool {
        let Some(frame) = self.frames.last_mut() else { return false };
        let (Some(fields), Some(key)) = (&mut frame.fields, &frame.key) else { return false };
        fields.push(Field { key: Some(key.clone()), values: Vec::new() });
        true
    }

    fn field(&mut self, key: Option<Piece<'a>>, value: Value<'a>) {
        let Some(fields) = self.row_frame().and_then(|at| self.frames[at].fields.as_mut()) else { return };
        match (key, fields.last_mut()) {
            (None, Some(last)) if last.values.len() < MOST_CELLS => last.values.push(value),
            (key, _) => fields.push(Field { key, values: vec![value] }),
        }
    }

    /// Adds the cells of an object of a list.
    fn row(&mut self, fields: Vec<Field<'a>>) {
        let wanted = fields.iter().any(|field| self.wants(field.span()) || field.hides_letters());
        let tables = self.tables;
        let Some(rows) = self.frames.last_mut().and_then(|frame| frame.rows.as_mut()) else { return };
        let (table, row) = rows.next(tables);
        self.tables = tables.max(table + 1);
        if wanted {
            let level = self.level();
            self.ready();
            self.below(level);
            self.blocks.extend(fields.iter().enumerate().flat_map(|(column, field)| field.cells(table, row, column)));
        } else {
            self.label = None;
        }
    }

    /// Gives up taking a map for a row: what it holds becomes entries.
    pub(super) fn spill(&mut self) {
        let Some(at) = self.row_frame() else { return };
        let Some(fields) = self.frames[at].fields.take() else { return };
        let comments = std::mem::take(&mut self.frames[at].comments);
        let inner = self.frames.split_off(at + 1);
        self.headed = self.headed.min(self.frames.len());
        let column = inner.first().map_or(0, |frame| frame.column);
        let last = fields.len().saturating_sub(1);
        comments.iter().for_each(|comment| self.remark(comment));
        for (number, Field { key, values }) in fields.into_iter().enumerate() {
            let is_open = number == last && !inner.is_empty();
            if values.is_empty() && !is_open {
                self.bare_key(key);
            } else if is_open || values.len() != 1 {
                let level = (self.level() + 1).min(DEEPEST);
                self.frames.push(Frame { heading: key, ..Frame::kept(true, column, level, None) });
                values.iter().for_each(|value| self.entry(None, value));
                if is_open {
                    return;
                }
                self.frames.pop();
                self.headed = self.headed.min(self.frames.len());
            } else {
                values.iter().for_each(|value| self.entry(key.as_ref(), value));
            }
        }
    }
}

//! Signs become pieces, pieces become lines.

use super::budget::PIECES;
use super::rules::{Across, Rules};
use super::spaced::GAP;

/// What signs look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// True if they are heavy.
    pub(super) is_bold: bool,
    /// True if they are equally wide.
    pub(super) is_fixed: bool,
    /// True if the file says that they belong to the page and not to the text.
    pub(super) is_artifact: bool,
}

/// Where a sign stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// Its point on the base line.
    pub(super) start: (f64, f64),
    /// Which way the line runs.
    pub(super) angle: f64,
    /// By how much it was set apart from the sign before it because all signs are, in points.
    pub(super) apart: f64,
    /// How wide it is, in points.
    pub(super) width: f64,
    /// The size of its font, in points.
    pub(super) size: f64,
    /// What it looks like.
    pub(super) style: Style,
}

/// Signs that follow one another on a line in one style.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Their text.
    pub(super) text: String,
    /// Where each of its characters ends.
    pub(super) ends: Vec<f32>,
    /// Where it begins and ends, along its line.
    pub(super) from: f64,
    /// See `from`.
    pub(super) to: f64,
    /// The height of its base line.
    pub(super) y: f64,
    /// The size of its font.
    pub(super) size: f64,
    /// Which way it runs, in whole degrees.
    pub(super) angle: i16,
    /// What it looks like.
    pub(super) style: Style,
}

/// What one page shows.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Its text in the order in which it was drawn.
    pub(super) pieces: Vec<Piece>,
    /// Level lines: where they begin and end, and how high they are.
    pub(super) rules: Vec<[f64; 3]>,
    /// How high the page begins and ends.
    pub(super) height: [f64; 2],
    /// True if it shows more than is taken.
    pub(super) is_full: bool,
    /// How many pictures there are.
    pub(super) pictures: usize,
    /// True if a part of what draws it could not be had.
    pub(super) is_partial: bool,
    /// How many signs were shown, and of how many the file does not say what they are.
    pub(super) signs: usize,
    /// See `signs`.
    pub(super) unknown: usize,
}

/// Gaps in parts of the size: what is less belongs to a word, what is more parts words.
const BLANK: f64 = 0.13;

/// A gap, in parts of the size, that may part more than words.
const WIDE: f64 = 0.8;

/// A gap, in parts of the size, beyond which nothing is near.
const FAR: f64 = 1.25;

/// What is set higher or lower than a text is smaller than this part of its size.
const SMALL: f64 = 0.95;

/// How far signs may stand back, in parts of the size.
const BACK: f64 = -0.35;

impl Sheet {
    /// Appends a sign.
    pub(super) fn write(&mut self, text: &str, placed: &Placed) {
        self.signs += 1;
        if text.is_empty() {
            self.unknown += 1;
        }
        let is_sound =
            placed.size > 0.1 && placed.start.0.is_finite() && placed.start.1.is_finite() && placed.width.is_finite();
        if !is_sound || text.is_empty() {
            return;
        }
        let degrees = placed.angle.to_degrees().round();
        let (sine, cosine) = if degrees == 0.0 { (0.0, 1.0) } else { placed.angle.sin_cos() };
        let from = placed.start.0 * cosine + placed.start.1 * sine;
        let y = placed.start.1 * cosine - placed.start.0 * sine;
        let (angle, to) = (degrees as i16, from + placed.width);
        let gap = self.pieces.last().and_then(|last| {
            let is_near = last.angle == angle
                && last.style == placed.style
                && (last.y - y).abs() < 0.1 * placed.size
                && (last.size - placed.size).abs() < 0.05 * placed.size;
            let gap = (from - placed.apart - last.to) / placed.size;
            (is_near && (BACK..WIDE).contains(&gap)).then_some(gap)
        });
        if let (Some(gap), Some(last)) = (gap, self.pieces.last_mut()) {
            if gap > BLANK && !last.text.ends_with([' ', GAP]) && !last.text.is_empty() {
                last.push(GAP, from);
            }
            last.append(text, to);
        } else if self.pieces.len() >= PIECES {
            self.is_full = true;
        } else if !text.trim().is_empty() {
            let (size, style) = (placed.size, placed.style);
            let mut piece = Piece { text: String::new(), ends: Vec::new(), from, to: from, y, size, angle, style };
            piece.append(text, to);
            self.pieces.push(piece);
        }
    }

    /// Counts a sign to the text that was written last.
    pub(super) fn widen(&mut self, placed: &Placed) {
        self.signs += 1;
        if let Some(last) = self.pieces.last_mut()
            && last.angle == 0
            && (last.y - placed.start.1).abs() < 0.1 * placed.size
        {
            last.to = last.to.max(placed.start.0 + placed.width);
            if let Some(end) = last.ends.last_mut() {
                *end = last.to as f32;
            }
        }
    }
}

impl Piece {
    fn append(&mut self, text: &str, to: f64) {
        for character in text.chars() {
            if character != ' ' && character != '\u{A0}' {
                self.push(character, to);
            } else if !self.text.ends_with(' ') && !self.text.is_empty() {
                if self.text.ends_with(GAP) {
                    self.text.pop();
                    self.ends.pop();
                }
                self.push(' ', to);
            }
        }
        self.to = to.max(self.from);
    }

    fn push(&mut self, character: char, to: f64) {
        self.text.push(character);
        self.ends.push(to as f32);
    }

    /// The lines that go through the middle of its signs.
    fn crossing(&self, rules: &Rules) -> Across {
        let slack = 0.15 * self.size;
        rules.across(self.y + slack..self.y + 3.0 * slack, self.from - slack, self.to + slack)
    }
}

/// A line of a page.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its pieces, from left to right.
    pub(super) pieces: Vec<Piece>,
    /// Where it begins and ends.
    pub(super) from: f64,
    /// See `from`.
    pub(super) to: f64,
    /// The height of its base line.
    pub(super) y: f64,
    /// The size of most of it.
    pub(super) size: f64,
    /// Which way it runs, in whole degrees.
    pub(super) angle: i16,
}

/// How many lines back a part of a line is looked for that stands near the rest of it, and one that stands apart: the lines of
/// a cell may come before the cell beside it, but so may those of a column of text.
const LOOK_BACK: [usize; 2] = [40, 6];

/// How many pieces of a line on either side of a place are looked at.
const AROUND: usize = 64;

/// Puts pieces together, in the order in which they were drawn.
pub(super) fn lines(pieces: Vec<Piece>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for piece in pieces {
        let own = lines.last().is_some_and(|last| last.goes_on_with(&piece));
        let count = lines.len();
        let back = |far: usize, fits: &dyn Fn(&Line) -> bool| {
            (count.saturating_sub(far)..count).rev().find(|at| fits(&lines[*at]))
        };
        let [near, apart] = LOOK_BACK;
        let at = if own { Some(count - 1) } else { back(near, &|line| line.has_room(&piece)) };
        let at = at.or_else(|| back(apart, &|line| line.is_beside(&piece)));
        match at {
            Some(at) => lines[at].take(piece),
            None => lines.push(Line::of(piece)),
        }
    }
    lines
}

impl Line {
    fn of(piece: Piece) -> Self {
        let Piece { from, to, y, size, angle, .. } = piece;
        Self { pieces: vec![piece], from, to, y, size, angle }
    }

    /// True if a piece stands on this line by its height.
    fn is_level(&self, piece: &Piece) -> bool {
        let (large, small) = (self.size.max(piece.size), self.size.min(piece.size));
        // What is small may be set higher, less so lower.
        let raised = if self.size < piece.size { self.y - piece.y } else { piece.y - self.y } / large;
        let is_level = if small < SMALL * large { (-0.4..0.75).contains(&raised) } else { raised.abs() < 0.2 };
        self.angle == piece.angle && is_level
    }

    /// True if a piece that was drawn next belongs to this line.
    fn goes_on_with(&self, piece: &Piece) -> bool {
        let gap = (piece.from - self.to) / self.size.max(piece.size);
        let is_small = (self.size - piece.size).abs() > 0.15 * self.size.max(piece.size);
        self.is_level(piece) && gap > BACK && (!is_small || gap < FAR || (self.y - piece.y).abs() < 0.1)
    }

    /// True if a piece fits beside what this line has, or lies upon the same words.
    fn has_room(&self, piece: &Piece) -> bool {
        if !self.is_level(piece) {
            return false;
        }
        let size = self.size.max(piece.size);
        let near = self.around(piece).iter().map(|own| (piece.from - own.to).max(own.from - piece.to) / size);
        let nearest = near.fold(f64::INFINITY, f64::min);
        (BACK..FAR).contains(&nearest) || self.around(piece).iter().any(|own| own.is_same(piece))
    }

    /// True if a piece stands apart at the right of this line, as a cell does beside another.
    fn is_beside(&self, piece: &Piece) -> bool {
        let is_same_size = (self.size - piece.size).abs() < 0.1 * self.size;
        is_same_size && self.is_level(piece) && piece.from > self.to
    }

    fn take(&mut self, piece: Piece) {
        // Some programs draw words twice to make them heavy.
        if self.around(&piece).iter().any(|own| own.is_same(&piece)) {
            return;
        }
        if self.is_shorter_than(piece.text.len()) {
            (self.size, self.y) = (piece.size, piece.y);
        }
        (self.from, self.to) = (self.from.min(piece.from), self.to.max(piece.to));
        let at = self.pieces.partition_point(|own| own.from <= piece.from);
        self.pieces.insert(at, piece);
    }

    /// The pieces around the place where another would stand.
    fn around(&self, piece: &Piece) -> &[Piece] {
        let at = self.pieces.partition_point(|own| own.from <= piece.from);
        &self.pieces[at.saturating_sub(AROUND)..(at + AROUND).min(self.pieces.len())]
    }

    /// True if its text is shorter than so many bytes.
    fn is_shorter_than(&self, length: usize) -> bool {
        let mut sum = 0;
        self.pieces.iter().all(|piece| {
            sum += piece.text.len();
            sum < length
        })
    }

    /// The parts of the line that wide gaps part.
    pub(super) fn parts(&self) -> Vec<&[Piece]> {
        let wide = |before: &Piece, after: &Piece| after.from - before.to <= WIDE * self.size;
        self.pieces.chunk_by(wide).collect()
    }

    /// By how much the highest of its small signs is raised, as the marks of notes are.
    pub(super) fn rise(&self) -> f64 {
        let small = self.pieces.iter().filter(|piece| piece.size < SMALL * self.size);
        small.map(|piece| piece.y - self.y).fold(0.0, f64::max)
    }

    /// True if all of it is heavy.
    pub(super) fn is_bold(&self) -> bool {
        self.pieces.iter().all(|piece| piece.style.is_bold)
    }

    /// True if all of it is in signs of one width.
    pub(super) fn is_fixed(&self) -> bool {
        self.pieces.iter().all(|piece| piece.style.is_fixed)
    }

    /// True if the file says that it belongs to the page.
    pub(super) fn is_artifact(&self) -> bool {
        self.pieces.iter().all(|piece| piece.style.is_artifact)
    }
}

impl Piece {
    /// True for the number or sign of a footnote beside other text.
    fn is_note_mark(&self, text: &Self) -> bool {
        let own = self.text.trim();
        let is_mark = own.len() < 8 && own.chars().all(|one| one.is_ascii_digit() || "*†‡§,()[] ".contains(one));
        is_mark && self.y > text.y + 0.15 * text.size && self.size < SMALL * text.size
    }

    /// True if another piece says the same at the same place.
    fn is_same(&self, other: &Self) -> bool {
        let near = |own: f64, other: f64| (own - other).abs() < 0.3 * self.size;
        self.text.trim_end() == other.text.trim_end() && near(self.from, other.from) && near(self.y, other.y)
    }
}

/// Text of pieces with the stretches of it that are struck out or code.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The text.
    pub(super) text: String,
    /// Struck stretches, in bytes.
    pub(super) struck: Vec<std::ops::Range<usize>>,
    /// Stretches in signs of one width.
    pub(super) fixed: Vec<std::ops::Range<usize>>,
}

impl Words {
    /// The words of pieces beside one another; `rules` are the level lines of the page.
    pub(super) fn of(pieces: &[Piece], rules: &Rules) -> Self {
        let mut words = Self::default();
        let mut before: Option<&Piece> = None;
        for piece in pieces {
            let parted = before.is_some_and(|last| {
                let gap = (piece.from - last.to) / piece.size.max(last.size);
                gap > BLANK || piece.is_note_mark(last) || last.is_note_mark(piece)
            });
            if parted && !words.text.ends_with(' ') {
                words.text.push(' ');
            }
            words.append(piece, rules);
            before = Some(piece);
        }
        words.text.truncate(words.text.trim_end().len());
        words
    }

    fn append(&mut self, piece: &Piece, rules: &Rules) {
        let (mut from, slack, across) = (piece.from, 0.15 * piece.size, piece.crossing(rules));
        let base = self.text.len();
        if piece.style.is_fixed {
            push(&mut self.fixed, base..base + piece.text.trim_end().len());
        }
        for ((at, character), end) in piece.text.char_indices().zip(&piece.ends) {
            let end = f64::from(*end);
            if !across.is_empty() && character != ' ' && across.covers(from + slack, end - slack) {
                push(&mut self.struck, base + at..base + at + character.len_utf8());
            }
            from = end;
        }
        self.text.push_str(&piece.text);
    }
}

/// Appends a stretch, to the last one if only a blank lies between.
pub(super) fn push(all: &mut Vec<std::ops::Range<usize>>, range: std::ops::Range<usize>) {
    match all.last_mut() {
        Some(last) if range.start <= last.end + 1 => last.end = range.end,
        _ => all.push(range),
    }
}

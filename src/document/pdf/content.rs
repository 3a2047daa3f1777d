//! Runs what draws a page and gathers the signs that it shows.

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, Stream};

use super::budget::{Budget, DEPTH};
use super::font::{Font, Sign};
use super::line::{Placed, Sheet, Style};
use super::matrix::Matrix;
use super::object::{as_dictionary, bytes, dictionary, get, matrix, name, real, resolve, text};
use super::{operand, rules};

/// The fonts that have been read, by where their dictionaries lie in memory.
pub(super) type Fonts = HashMap<*const Dictionary, Rc<Font>>;

/// What the pages of a file have in common.
pub(super) struct Common<'a> {
    /// The file.
    pub(super) file: &'a Document,
    /// Its fonts.
    pub(super) fonts: Fonts,
    /// What may still be done.
    pub(super) budget: Budget,
}

/// What is drawn with.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    between_signs: f64,
    between_words: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// A stretch of content that something is said of.
#[derive(Default)]
struct Marked {
    is_artifact: bool,
    /// The text that the signs in it stand for, until it has been written.
    text: Option<String>,
    /// True if the signs in it are replaced by a text.
    is_replaced: bool,
}

/// Draws one page.
pub(super) struct Painter<'a, 'b> {
    common: &'b mut Common<'a>,
    sheet: Sheet,
    state: State,
    saved: Vec<State>,
    line: Matrix,
    at: Matrix,
    /// By how much the next sign is set apart because all signs are.
    apart: f64,
    marked: Vec<Marked>,
    path: Path,
    depth: usize,
}

/// The part of a path that may be a line across words.
#[derive(Default)]
struct Path {
    from: Option<(f64, f64)>,
    lines: Vec<[f64; 3]>,
}

/// Deepest stack of saved states.
const STATES: usize = 512;

/// Thickest line across words, in points.
const LINE: f64 = 2.5;

impl<'a, 'b> Painter<'a, 'b> {
    /// Draws the content of a page; `base` turns the page upright.
    pub(super) fn paint(common: &'b mut Common<'a>, base: Matrix, content: &[u8], resources: &'a Dictionary) -> Sheet {
        let state = State {
            matrix: base,
            font: None,
            size: 0.0,
            between_signs: 0.0,
            between_words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut painter = Self {
            common,
            sheet: Sheet::default(),
            state,
            saved: Vec::new(),
            line: Matrix::IDENTITY,
            at: Matrix::IDENTITY,
            apart: 0.0,
            marked: Vec::new(),
            path: Path::default(),
            depth: 0,
        };
        painter.run(content, resources);
        painter.sheet
    }

    fn run(&mut self, content: &[u8], resources: &'a Dictionary) {
        for operation in Content::decode_iter(content).map_while(Result::ok) {
            if self.common.budget.is_spent() || self.sheet.is_full {
                return;
            }
            self.common.budget.steps -= 1;
            let Operation { operator, operands } = &operation;
            self.step(operator, operands, resources);
        }
    }

    fn step(&mut self, operator: &str, operands: &[Object], resources: &'a Dictionary) {
        match operator {
            "q" if self.saved.len() < STATES => self.saved.push(self.state.clone()),
            "Q" => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            "cm" => {
                if let Some(inner) = six(operands) {
                    self.state.matrix = inner.then(self.state.matrix);
                }
            }
            "Do" => self.place(operands, resources),
            "BI" => self.sheet.pictures += 1,
            "BMC" | "BDC" => self.begin(operands, resources),
            "EMC" => {
                self.marked.pop();
            }
            "m" | "l" | "re" => self.draw(operator, operands),
            "f" | "F" | "f*" | "S" | "s" | "B" | "B*" | "b" | "b*" => self.keep_lines(),
            "n" => self.path.lines.clear(),
            _ => self.text_step(operator, operands, resources),
        }
    }

    fn text_step(&mut self, operator: &str, operands: &[Object], resources: &'a Dictionary) {
        let number = |at: usize| operands.get(at).and_then(real);
        match operator {
            "BT" => self.go_to(Matrix::IDENTITY),
            "Tf" => {
                self.state.font = operands.first().and_then(|one| self.font(one.as_name().ok()?, resources));
                self.state.size = number(1).unwrap_or(self.state.size);
            }
            "Tc" => self.state.between_signs = number(0).unwrap_or(0.0),
            "Tw" => self.state.between_words = number(0).unwrap_or(0.0),
            "Tz" => self.state.stretch = number(0).unwrap_or(100.0) / 100.0,
            "TL" => self.state.leading = number(0).unwrap_or(0.0),
            "Ts" => self.state.rise = number(0).unwrap_or(0.0),
            "Td" => self.go(number(0), number(1)),
            "TD" => {
                self.state.leading = -number(1).unwrap_or(0.0);
                self.go(number(0), number(1));
            }
            "Tm" => {
                if let Some(matrix) = six(operands) {
                    self.go_to(matrix);
                }
            }
            "T*" => self.next_line(),
            "Tj" => self.show_all(operands),
            "TJ" => {
                if let Some(Object::Array(all)) = operands.first() {
                    self.show_all(all);
                }
            }
            "'" => {
                self.next_line();
                self.show_all(operands);
            }
            "\"" => {
                self.state.between_words = number(0).unwrap_or(0.0);
                self.state.between_signs = number(1).unwrap_or(0.0);
                self.next_line();
                self.show_all(operands.get(2..).unwrap_or_default());
            }
            _ => {}
        }
    }

    fn go(&mut self, x: Option<f64>, y: Option<f64>) {
        self.go_to(Matrix::shift(x.unwrap_or(0.0), y.unwrap_or(0.0)).then(self.line));
    }

    fn go_to(&mut self, line: Matrix) {
        (self.line, self.at, self.apart) = (line, line, 0.0);
    }

    fn next_line(&mut self) {
        self.go(None, Some(-self.state.leading));
    }

    fn font(&mut self, name: &[u8], resources: &'a Dictionary) -> Option<Rc<Font>> {
        let file = self.common.file;
        let own = as_dictionary(resolve(file, dictionary(file, resources, "Font")?.get(name).ok()?)?)?;
        if let Some(font) = self.common.fonts.get(&std::ptr::from_ref(own)) {
            return Some(Rc::clone(font));
        }
        let font = Rc::new(Font::read(file, own, &mut self.common.budget));
        self.common.fonts.insert(std::ptr::from_ref(own), Rc::clone(&font));
        Some(font)
    }

    /// Shows strings; numbers between them are gaps.
    fn show_all(&mut self, all: &[Object]) {
        let Some(font) = self.state.font.clone() else { return };
        for one in all {
            match one {
                Object::String(string, _) => font.each(string, |sign| self.show(&font, sign)),
                other => {
                    let gap = real(other).unwrap_or(0.0) / -1000.0 * self.state.size;
                    self.advance(&font, gap);
                }
            }
        }
    }

    fn advance(&mut self, font: &Font, by: f64) {
        let shift =
            if font.is_vertical { Matrix::shift(0.0, -by) } else { Matrix::shift(by * self.state.stretch, 0.0) };
        self.at = shift.then(self.at);
    }

    fn show(&mut self, font: &Font, sign: Sign<'_>) {
        let State { size, between_signs, between_words, rise, .. } = self.state;
        let whole = self.at.then(self.state.matrix);
        let width = if font.is_vertical { size } else { sign.width * size };
        let (along, across) = if font.is_vertical { ((0.0, -1.0), (1.0, 0.0)) } else { ((1.0, 0.0), (0.0, 1.0)) };
        let (start, along) = (whole.point(0.0, rise), whole.vector(along.0, along.1));
        let (high, length) = (whole.vector(across.0, across.1), along.0.hypot(along.1));
        let stretch = if font.is_vertical { 1.0 } else { self.state.stretch };
        let placed = Placed {
            start,
            angle: along.1.atan2(along.0),
            apart: self.apart,
            width: width * stretch * length,
            size: size.abs() * high.0.hypot(high.1),
            style: Style { is_bold: font.is_bold, is_fixed: font.is_fixed, is_artifact: self.is_artifact() },
        };
        self.common.budget.characters = self.common.budget.characters.saturating_sub(1);
        self.write(sign.text, &placed);
        let words = if sign.is_blank { between_words } else { 0.0 };
        self.advance(font, width + between_signs + words);
        self.apart = between_signs.max(0.0) * stretch * length;
    }

    fn is_artifact(&self) -> bool {
        self.marked.iter().any(|marked| marked.is_artifact)
    }

    /// Writes what a sign shows, or what is said to stand there instead.
    fn write(&mut self, text: &str, placed: &Placed) {
        if let Some(marked) = self.marked.iter_mut().find(|marked| marked.is_replaced) {
            match marked.text.take() {
                Some(text) => self.sheet.write(&text, placed),
                None => self.sheet.widen(placed),
            }
        } else {
            self.sheet.write(text, placed);
        }
    }

    fn begin(&mut self, operands: &[Object], resources: &'a Dictionary) {
        let file = self.common.file;
        let tag = operands.first().and_then(|one| one.as_name().ok()).unwrap_or_default();
        let said = match operands.get(1) {
            Some(Object::Dictionary(said)) => text(file, said, "ActualText").or_else(|| is_silent(file, said)),
            Some(Object::Name(name)) => dictionary(file, resources, "Properties")
                .and_then(|all| as_dictionary(resolve(file, all.get(name).ok()?)?))
                .and_then(|said| text(file, said, "ActualText")),
            _ => None,
        };
        let marked = Marked { is_artifact: tag == b"Artifact", is_replaced: said.is_some(), text: said };
        if self.marked.len() < STATES {
            self.marked.push(marked);
        }
    }

    /// Places a picture, or a form and what it draws.
    fn place(&mut self, operands: &[Object], resources: &'a Dictionary) {
        let file = self.common.file;
        let found = operands.first().and_then(|one| {
            let all = dictionary(file, resources, "XObject")?;
            resolve(file, all.get(one.as_name().ok()?).ok()?)?.as_stream().ok()
        });
        let Some(stream) = found else { return };
        match name(file, &stream.dict, "Subtype") {
            Some(b"Image") => self.sheet.pictures += 1,
            Some(b"Form") if self.depth < DEPTH => self.form(stream, resources),
            _ => {}
        }
    }

    fn form(&mut self, stream: &'a Stream, resources: &'a Dictionary) {
        let file = self.common.file;
        let own = dictionary(file, &stream.dict, "Resources").unwrap_or(resources);
        let Some(content) = bytes(stream, &mut self.common.budget) else {
            self.sheet.is_partial = true;
            return;
        };
        let (state, saved, marked) = (self.state.clone(), std::mem::take(&mut self.saved), self.marked.len());
        let (line, at) = (self.line, self.at);
        if let Some(inner) = matrix(file, &stream.dict, "Matrix") {
            self.state.matrix = inner.then(self.state.matrix);
        }
        let bounded = operand::bounded(&content);
        self.sheet.is_partial |= bounded < content.len();
        self.depth += 1;
        self.run(&content[..bounded], own);
        self.depth -= 1;
        self.marked.truncate(marked);
        (self.state, self.saved, self.line, self.at) = (state, saved, line, at);
    }

    /// Keeps the lines of a path that is drawn.
    fn keep_lines(&mut self) {
        if self.sheet.rules.len() < rules::MOST {
            self.sheet.rules.append(&mut self.path.lines);
        }
        self.path.lines.clear();
    }

    /// Takes a step of a path.
    fn draw(&mut self, operator: &str, operands: &[Object]) {
        let number = |at: usize| operands.get(at).and_then(real).unwrap_or(0.0);
        let from = self.state.matrix.point(number(0), number(1));
        let line = match operator {
            "re" => {
                let to = self.state.matrix.point(number(0) + number(2), number(1) + number(3));
                Some((from, to))
            }
            "l" => self.path.from.map(|start| (start, from)),
            _ => None,
        };
        self.path.from = Some(from);
        if let Some((start, end)) = line
            && (start.1 - end.1).abs() <= LINE
            && (start.0 - end.0).abs() > LINE
            && self.path.lines.len() < STATES
        {
            let middle = f64::midpoint(start.1, end.1);
            self.path.lines.push([start.0.min(end.0), start.0.max(end.0), middle]);
        }
    }
}

/// An empty text that is said to stand for what is shown: nothing of it is read.
fn is_silent(file: &Document, said: &Dictionary) -> Option<String> {
    let text = get(file, said, "ActualText")?.as_str().ok()?;
    (text.is_empty() || text == b"\xFE\xFF").then(String::new)
}

/// The transformation that six numbers are.
fn six(operands: &[Object]) -> Option<Matrix> {
    let numbers: Vec<f64> = operands.iter().map_while(real).collect();
    numbers.try_into().ok().map(Matrix)
}

//! Names for stretches of a readable text that was made from a file without lines: a paragraph, a cell, a line of a page.

use std::fmt;
use std::sync::Arc;

use smallvec::SmallVec;

/// How a person finds a stretch of text in a file that is no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Landmark {
    /// Things with their numbers from 1, the outermost first: `page 3, line 7`; what has no number has 0: `slide 2, notes`.
    Counted(SmallVec<[(&'static str, u32); 2]>),
    /// A cell of a spreadsheet, row and column from 0: `Sheet1!B12`.
    Cell {
        /// Name of the sheet.
        sheet: Arc<str>,
        /// Row.
        row: u32,
        /// Column.
        column: u32,
    },
    /// What is remarked on a cell of a spreadsheet: `comment on Sheet1!B12`.
    Remark {
        /// Name of the sheet.
        sheet: Arc<str>,
        /// Row.
        row: u32,
        /// Column.
        column: u32,
    },
    /// A thing of which there is one.
    Named(&'static str),
}

impl Landmark {
    /// A thing with its number, from 1: `paragraph 14`.
    #[must_use]
    pub fn counted(thing: &'static str, number: u32) -> Self {
        Self::Counted(std::iter::once((thing, number)).collect())
    }

    /// The same landmark, or a thing in it: `slide 2, table 1`; nothing more is told of a cell or a name.
    #[must_use]
    pub fn with(mut self, thing: &'static str, number: u32) -> Self {
        if let Self::Counted(steps) = &mut self {
            steps.push((thing, number));
        }
        self
    }
}

impl fmt::Display for Landmark {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Counted(steps) => {
                for (at, (thing, number)) in steps.iter().enumerate() {
                    let comma = if at == 0 { "" } else { ", " };
                    write!(out, "{comma}{thing}")?;
                    if *number > 0 {
                        write!(out, " {number}")?;
                    }
                }
                Ok(())
            }
            Self::Cell { sheet, row, column } => out.write_str(&address(sheet, *row, *column)),
            Self::Remark { sheet, row, column } => write!(out, "comment on {}", address(sheet, *row, *column)),
            Self::Named(name) => out.write_str(name),
        }
    }
}

/// The address of a cell as spreadsheets write it.
fn address(sheet: &str, row: u32, column: u32) -> String {
    let is_plain = sheet.chars().all(|one| one.is_alphanumeric() || one == '_');
    let sheet = if is_plain { sheet.to_owned() } else { format!("'{}'", sheet.replace('\'', "''")) };
    format!("{sheet}!{}{}", letters(column), row.saturating_add(1))
}

/// The letters of a column, from 0: A to Z, then AA.
fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column.saturating_add(1);
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The landmarks of a text and the headings they stand below.
#[derive(Clone, Debug, Default)]
pub struct Landmarks {
    /// Where each begins, ascending.
    marks: Vec<(usize, Landmark)>,
    /// From where the path of headings is another, ascending; an empty one is none.
    headings: Vec<(usize, Arc<str>)>,
}

impl Landmarks {
    /// Sets a landmark from the byte `at` on, which lies behind all others.
    pub fn set(&mut self, at: usize, landmark: Landmark) {
        self.marks.push((at, landmark));
    }

    /// Sets the headings, the highest first, that stand above the text from the byte `at` on.
    pub fn set_headings(&mut self, at: usize, path: Arc<str>) {
        self.headings.push((at, path));
    }

    /// The words for a byte: `paragraph 14, "4 Hosting"`; nothing before the first landmark.
    #[must_use]
    pub fn words(&self, at: usize) -> Option<Arc<str>> {
        let last = self.marks.partition_point(|(start, _)| *start <= at).checked_sub(1)?;
        let above = self.headings.partition_point(|(start, _)| *start <= at).checked_sub(1);
        let landmark = &self.marks[last].1;
        Some(match above.map(|above| &self.headings[above].1).filter(|path| !path.is_empty()) {
            Some(path) => format!("{landmark}, \"{path}\"").into(),
            None => landmark.to_string().into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_is_named_by_the_landmark_and_the_headings_before_it() {
        let mut landmarks = Landmarks::default();
        landmarks.set(3, Landmark::counted("paragraph", 1));
        landmarks.set(9, Landmark::counted("page", 3).with("line", 7));
        landmarks.set_headings(5, "4 Hosting".into());
        landmarks.set_headings(20, "".into());
        let words = |at| landmarks.words(at).map(|words| words.to_string());
        assert_eq!(words(2), None);
        assert_eq!(words(4).as_deref(), Some("paragraph 1"));
        assert_eq!(words(8).as_deref(), Some("paragraph 1, \"4 Hosting\""));
        assert_eq!(words(9).as_deref(), Some("page 3, line 7, \"4 Hosting\""));
        assert_eq!(words(99).as_deref(), Some("page 3, line 7"));
    }

    #[test]
    fn cells_are_named_as_spreadsheets_do() {
        let cell = |sheet: &str, row, column| Landmark::Cell { sheet: sheet.into(), row, column }.to_string();
        assert_eq!(cell("Sheet1", 11, 1), "Sheet1!B12");
        assert_eq!(cell("Annex A's", 0, 26), "'Annex A''s'!AA1");
        assert_eq!((letters(25), letters(701), letters(702)), ("Z".into(), "ZZ".into(), "AAA".into()));
    }
}

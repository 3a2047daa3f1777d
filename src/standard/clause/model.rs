//! The nouns of this room: a number, where it is written, and what binds it to a standard.

use std::fmt;
use std::ops::Range;

use crate::standard::Standard;

/// Most levels of a number.
const LEVELS: usize = 5;

/// The number of a clause or a control, level by level: `8.7.3`. Numbers sort as they stand in a table of contents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// Levels from the first; behind the last, zeros.
    levels: [u8; LEVELS],
}

impl Number {
    /// Makes a number of one to five levels, none of them zero.
    #[must_use]
    pub const fn of(levels: &[u8]) -> Self {
        let mut own = [0; LEVELS];
        let mut at = 0;
        while at < levels.len() && at < LEVELS {
            own[at] = levels[at];
            at += 1;
        }
        Self { levels: own }
    }

    /// The number that a text is: one to five levels, none of them zero.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut levels = [0; LEVELS];
        for (at, level) in text.split('.').enumerate() {
            *levels.get_mut(at)? = level.parse().ok().filter(|one| *one > 0)?;
        }
        Some(Self { levels })
    }

    /// How many levels it has.
    #[must_use]
    pub fn depth(self) -> usize {
        self.levels.iter().take_while(|level| **level > 0).count()
    }

    /// The first level.
    #[must_use]
    pub fn first(self) -> u8 {
        self.levels[0]
    }

    /// A level, counted from 0; zero behind the last.
    #[must_use]
    pub fn level(self, at: usize) -> u8 {
        self.levels.get(at).copied().unwrap_or_default()
    }

    /// The number cut to `depth` levels.
    #[must_use]
    pub fn ancestor(self, depth: usize) -> Self {
        Self::of(&self.levels[..depth.min(LEVELS)])
    }

    /// True if it is `other` or stands below it.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        self.ancestor(other.depth()) == other
    }

    /// The number with another beginning: `9.7.3.2` with `8.7.3` in place of `9.7.3` is `8.7.3.2`.
    #[must_use]
    pub(super) fn rebased(self, from: Self, to: Self) -> Self {
        let behind = &self.levels[from.depth()..self.depth()];
        Self::of(&[&to.levels[..to.depth()], behind].concat())
    }

    /// The number with another last level: `.3` behind `12.4.1`.
    #[must_use]
    pub(super) fn with_last(self, last: u8) -> Self {
        let mut levels = self.levels;
        levels[self.depth().saturating_sub(1)] = last;
        Self { levels }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, level) in self.levels.iter().take(self.depth()).enumerate() {
            if at > 0 {
                out.write_str(".")?;
            }
            write!(out, "{level}")?;
        }
        Ok(())
    }
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// With the letter of Annex A: `A.12.6.1`, `A12.6.1`, `Annex A, 12.6.1`.
    Lettered,
    /// With the letter and nothing but a blank between, `A 9.2.5`, which an article may be.
    Spaced,
    /// Behind a word for a control.
    Control,
    /// Behind a word for a clause.
    Clause,
    /// Behind a word that any text has its parts by: "section", `§`.
    Section,
    /// Alone.
    Bare,
}

impl Form {
    /// True if the letter of the annex belongs to it.
    #[must_use]
    pub fn is_lettered(self) -> bool {
        matches!(self, Self::Lettered | Self::Spaced)
    }
}

/// The number of a clause or control, or a range of such, as it stands in the prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locality {
    /// Bytes of the prose, from the letter or the first digit.
    pub range: Range<usize>,
    /// The number, of a range the first; without levels for the annex as a whole.
    pub number: Number,
    /// The last number of a range.
    pub last: Option<Number>,
    /// How it is written.
    pub form: Form,
    /// True if what stands around it says that it is a part of something else: "table", "appendix", "PCI DSS clause", "of the
    /// contract".
    pub is_foreign: bool,
}

impl Locality {
    /// True if a word makes it a part of a text: a clause, a section.
    #[must_use]
    pub(super) fn is_part(&self) -> bool {
        matches!(self.form, Form::Clause | Form::Section)
    }

    /// True if it is the annex as a whole.
    #[must_use]
    pub fn is_annex(&self) -> bool {
        self.number.depth() == 0
    }
}

/// The number as it should be written: `A.12.6.1`, `8.7.3`, a range with its end, the annex by its name.
impl fmt::Display for Locality {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_annex() {
            return out.write_str("Annex A");
        }
        let letter = if self.form.is_lettered() { "A." } else { "" };
        write!(out, "{letter}{}", self.number)?;
        self.last.map_or(Ok(()), |last| write!(out, " to {letter}{last}"))
    }
}

/// How something binds a number to a standard, the closest tie first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// The designation stands beside it.
    Beside,
    /// The head of its column names the standard.
    Column,
    /// The designation stands in the same paragraph, cell or listing.
    Block,
    /// Another cell of its row names the standard.
    Row,
    /// Something above it in its section does, or the heading of that.
    Section,
    /// Front matter, or the path of the document does.
    Document,
    /// Any other text of the document does.
    Anywhere,
}

/// What binds a number to a standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binder {
    /// How close it is.
    pub tie: Tie,
    /// Block of the document and bytes of its prose; nothing for the path of the document.
    pub place: Option<(usize, Range<usize>)>,
}

/// A number with the standard that it is bound to.
#[derive(Clone, Debug)]
pub struct Bound {
    /// Number of the block in the document.
    pub block: usize,
    /// What is written.
    pub locality: Locality,
    /// What binds it.
    pub binder: Binder,
    /// The standard.
    pub standard: &'static Standard,
    /// Year of the ISO edition, if one is stated.
    pub year: Option<u16>,
    /// True if it is a control of Annex A of ISO/IEC 27001, or the same number of ISO/IEC 27002.
    pub is_control: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_sort_as_in_a_table_of_contents() {
        let all = [&[4][..], &[4, 1], &[4, 1, 1], &[4, 2], &[4, 10], &[5], &[10, 1]].map(Number::of);
        assert!(all.is_sorted());
        assert_eq!(all.map(|one| one.to_string()), ["4", "4.1", "4.1.1", "4.2", "4.10", "5", "10.1"]);
        assert!(all[2].is_within(all[1]) && all[1].is_within(all[0]) && !all[4].is_within(all[1]));
        assert_eq!(Number::of(&[12, 4, 1]).with_last(3).to_string(), "12.4.3");
    }

    #[test]
    fn a_number_has_one_to_five_levels_of_which_none_is_zero() {
        for text in ["8", "8.7.3", "08.7", "1.2.3.4.255"] {
            let levels: Vec<u8> = text.split('.').flat_map(str::parse).collect();
            assert_eq!(Number::parse(text), Some(Number::of(&levels)), "{text}");
        }
        for text in ["", ".", "8.", "8..7", "8.0", "8.7a", "8.256", "1.2.3.4.5.6", " 8"] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }
}

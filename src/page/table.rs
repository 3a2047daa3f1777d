//! A table for people, and places as columns of CSV.

use std::io::{self, Write};

use crate::source::Place;

use crate::source::{Place, Position};

/// Writes rows below heads, each column as wide as its widest cell; no line ends with a blank.
pub(super) fn write<const N: usize>(heads: [&str; N], rows: &[[String; N]], out: &mut dyn Write) -> io::Result<()> {
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).chain([heads[at].len()]).max();
    let widths: [usize; N] = std::array::from_fn(|at| width(at).unwrap_or_default());
    let mut line = |cells: [&str; N]| {
        let padded: Vec<String> = cells.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        writeln!(out, "{}", padded.join("  ").trim_end())
    };
    line(heads)?;
    rows.iter().try_for_each(|row| line(std::array::from_fn(|at| row[at].as_str())))
}

/// The ends of a place as cells of CSV: line, column and byte of its start, then those of its end.
pub(super) fn ends(place: &Place) -> [Cow<'static, str>; 6] {
    let (start, end) = (place.start, place.end);
    format!("{},{},{},{},{},{}", start.line, start.column, start.byte, end.line, end.column, end.byte)
}

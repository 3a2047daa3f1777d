//! The worklist of a change of edition: for people by document, as one JSON object, as CSV.

use std::io::{self, Write};

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::hanging::hanging;
use super::table;
use crate::finding::{Related, Skipped};
use crate::lint::Transition;
use crate::lint::transition::{Change, Due, Unnamed};
use crate::report::json::{Catalogue, Passed, Point};
use crate::report::scrub::one_line;
use crate::report::sheet::{Sheet, row};
use crate::report::{counted, pretty};
use crate::rule::message;
use crate::standard::catalogue;

// The columns of the CSV form are the fields of the JSON form.
row!(Line {
    path,
    start_line,
    start_column,
    start_byte,
    end_line,
    end_column,
    end_byte,
    text,
    standard,
    number,
    change,
    new,
    with,
    decide,
    location,
});

/// Writes the worklist document by document, then the new numbers that nobody names, what was skipped, and one line that
/// sums up.
///
/// # Errors
/// What writing to `out` gives.
pub fn human(worklist: &Transition, out: &mut dyn Write) -> io::Result<()> {
    let cells: Vec<[String; 3]> = worklist.due.iter().map(cells).collect();
    let width = |at: usize| cells.iter().map(|row| row[at].width()).max().unwrap_or_default();
    let (places, numbers) = (width(0), width(1));
    let mut last = None;
    for (due, [place, number, rest]) in worklist.due.iter().zip(&cells) {
        if last != Some(&due.place.path) {
            writeln!(out, "{}{}", if last.is_some() { "\n" } else { "" }, one_line(&due.place.path))?;
            last = Some(&due.place.path);
        }
        let first = format!("  {}  {}  ", table::padded(place, places), table::padded(number, numbers));
        writeln!(out, "{}", hanging(&first, &" ".repeat(first.width()), rest))?;
    }
    if last.is_some() {
        writeln!(out)?;
    }
    news(worklist, out)?;
    for Skipped { path, reason, .. } in &worklist.skipped {
        writeln!(out, "skipped {}: {}", one_line(path), one_line(reason))?;
    }
    writeln!(out, "{}", summary(worklist))
}

/// Place, number, and what becomes of it.
fn cells(due: &Due) -> [String; 3] {
    let new: Vec<&str> = due.new.iter().map(String::as_str).collect();
    let with: Vec<&str> = due.with.iter().map(String::as_str).collect();
    let rest = match due.change {
        Change::One => format!("write {}", new.join(", ")),
        Change::Merged => format!("decide: merged into {} with {}", new.join(", "), message::one_of(&with, "and")),
        Change::Split => format!("decide: split into {}", message::one_of(&new, "and")),
        Change::Group => format!("decide: name those that are meant of {}", new.join(", ")),
        Change::Either => format!("decide: both editions have it; if the older is meant, {}", new.join(", ")),
    };
    [one_line(&due.place.within()).into_owned(), due.number.clone(), rest]
}

/// The new numbers that nobody names, by edition.
fn news(worklist: &Transition, out: &mut dyn Write) -> io::Result<()> {
    for of_edition in worklist.unnamed.chunk_by(|a, b| (a.standard, a.year) == (b.standard, b.year)) {
        let first = &of_edition[0];
        writeln!(out, "new in {}:{}, named in no document", first.standard, first.year)?;
        for one in of_edition {
            writeln!(out, "  {:8}  {}", number(one), one.about)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn number(one: &Unnamed) -> String {
    if one.is_control { format!("A.{}", one.number) } else { one.number.to_string() }
}

/// The closing line.
fn summary(worklist: &Transition) -> String {
    let mut paths: Vec<&str> = worklist.due.iter().map(|due| &*due.place.path).collect();
    paths.dedup();
    let mut line = format!(
        "{} read: {} to change in {}",
        counted(worklist.documents, "document", "documents"),
        counted(worklist.due.len(), "number", "numbers"),
        counted(paths.len(), "document", "documents"),
    );
    let decide = worklist.due.iter().filter(|due| due.change.needs_decision()).count();
    if decide > 0 {
        line += &format!(", {decide} of them for somebody to decide");
    }
    for (number, words) in [
        (worklist.unnamed.len(), "new and named nowhere"),
        (worklist.history, "left alone as history"),
        (worklist.skipped.len(), "skipped"),
    ] {
        if number > 0 {
            line += &format!("; {number} {words}");
        }
    }
    line + &format!(". Judged as of {} with the catalogue of {}.", worklist.as_of, catalogue::as_of())
}

#[derive(Serialize)]
struct Root<'a> {
    version: u8,
    as_of: String,
    catalogue: Catalogue,
    documents: usize,
    due: Vec<Entry<'a>>,
    unnamed: Vec<New>,
    history: usize,
    skipped: Vec<Passed<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    path: &'a str,
    start: Point,
    end: Point,
    location: Option<&'a str>,
    text: &'a str,
    standard: &'a str,
    number: &'a str,
    change: &'static str,
    new: &'a [String],
    with: &'a [String],
    decide: bool,
    binder: Option<Binder<'a>>,
}

/// What binds a number to its standard.
#[derive(Serialize)]
struct Binder<'a> {
    start: Point,
    end: Point,
    label: &'a str,
}

#[derive(Serialize)]
struct New {
    standard: &'static str,
    edition: String,
    number: String,
    about: &'static str,
}

impl<'a> From<&'a Due> for Entry<'a> {
    fn from(due: &'a Due) -> Self {
        let binder =
            |one: &'a Related| Binder { start: one.place.start.into(), end: one.place.end.into(), label: &one.words };
        Self {
            path: &due.place.path,
            start: due.place.start.into(),
            end: due.place.end.into(),
            location: due.place.location.as_deref(),
            text: &due.text,
            standard: due.standard,
            number: &due.number,
            change: due.change.name(),
            new: &due.new,
            with: &due.with,
            decide: due.change.needs_decision(),
            binder: due.binder.as_ref().map(binder),
        }
    }
}

/// Writes the worklist as one object, version 1: fields may be added, none change.
///
/// # Errors
/// What writing to `out` gives.
pub fn json(worklist: &Transition, out: &mut dyn Write) -> io::Result<()> {
    let new = |one: &Unnamed| New {
        standard: one.standard,
        edition: one.year.to_string(),
        number: number(one),
        about: one.about,
    };
    let root = Root {
        version: 1,
        as_of: worklist.as_of.to_string(),
        catalogue: Catalogue::own(),
        documents: worklist.documents,
        due: worklist.due.iter().map(Entry::from).collect(),
        unnamed: worklist.unnamed.iter().map(new).collect(),
        history: worklist.history,
        skipped: worklist.skipped.iter().map(Passed::from).collect(),
    };
    pretty(&root, out)
}

/// Writes one row for each number to change, quoted as RFC 4180 has it, lines ended by a line feed; several numbers in a
/// field are parted by blanks. Behind them stand the new numbers that nobody names, without a place.
///
/// # Errors
/// What writing to `out` gives.
pub fn csv(worklist: &Transition, out: &mut dyn Write) -> io::Result<()> {
    let mut sheet = Sheet::begin(out)?;
    worklist.due.iter().try_for_each(|due| sheet.write(&line(due)))?;
    let unnamed = |one: &Unnamed| Line {
        standard: one.standard.into(),
        change: "new".into(),
        new: number(one).into(),
        decide: "yes".into(),
        ..Line::default()
    };
    worklist.unnamed.iter().try_for_each(|one| sheet.write(&unnamed(one)))
}

fn line(due: &Due) -> Line<'_> {
    let [start_line, start_column, start_byte, end_line, end_column, end_byte] = table::ends(&due.place);
    Line {
        path: (&*due.place.path).into(),
        start_line,
        start_column,
        start_byte,
        end_line,
        end_column,
        end_byte,
        text: (&*due.text).into(),
        standard: due.standard.into(),
        number: (&*due.number).into(),
        change: due.change.name().into(),
        new: due.new.join(" ").into(),
        with: due.with.join(" ").into(),
        decide: if due.change.needs_decision() { "yes" } else { "no" }.into(),
        location: due.place.location.as_deref().unwrap_or_default().into(),
    }
}

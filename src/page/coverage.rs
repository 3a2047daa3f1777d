//! The coverage of clause 8.7.3: for people, as Markdown, as CSV, as one JSON object.

use std::io::{self, Write};

use serde::Serialize;

use super::table;
use crate::finding::Skipped;
use crate::lint::coverage::{Coverage, Covered, Holder, State};
use crate::report::json::{Catalogue, Passed, Point};
use crate::report::pretty;
use crate::report::scrub::one_line;
use crate::report::sheet::{Sheet, row};
use crate::source::Place;

/// How many documents a row names.
const NAMED: usize = 3;

/// A row of the matrix: clause, what is asked, how it stands, where.
type Row = [String; 4];

const HEADS: [&str; 4] = ["clause", "element", "status", "where"];

row!(Line { clause, element, part, status, path, line, column });

/// Writes the matrix for people and one line that sums up.
///
/// # Errors
/// What writing to `out` gives.
pub fn human(coverage: &Coverage, out: &mut dyn Write) -> io::Result<()> {
    let rows = rows(coverage, "  ");
    table::write(HEADS, &rows, out)?;
    writeln!(out)?;
    for Skipped { path, reason, .. } in &coverage.skipped {
        writeln!(out, "skipped {}: {}", one_line(path), one_line(reason))?;
    }
    writeln!(out, "{}", summary(coverage))
}

/// Writes the matrix as a Markdown table and one line that sums up.
///
/// # Errors
/// What writing to `out` gives.
pub fn markdown(coverage: &Coverage, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| {} |\n|---|---|---|---|", HEADS.join(" | "))?;
    for row in rows(coverage, "&nbsp;&nbsp;") {
        let cells: Vec<String> = row.iter().map(|cell| cell.replace('|', "\\|").replace('<', "&lt;")).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    writeln!(out, "\n{}", summary(coverage))
}

fn rows(coverage: &Coverage, indent: &str) -> Vec<Row> {
    coverage.elements.iter().flat_map(|one| of_element(one, indent)).collect()
}

fn of_element(one: &Covered, indent: &str) -> Vec<Row> {
    let name = one.name.split_once(' ').map_or(one.name, |(_, name)| name);
    let mut rows = vec![[one.clause.to_owned(), name.to_owned(), one.state.name().to_owned(), holders(&one.holders)]];
    for (part, place) in &one.parts {
        let found = if place.is_some() { "found" } else { "missing" };
        let place = place.as_ref().map_or_else(String::new, shown);
        rows.push([String::new(), format!("{indent}{part}"), found.to_owned(), place]);
    }
    rows
}

fn holders(holders: &[Holder]) -> String {
    let named: Vec<String> = holders.iter().take(NAMED).map(named).collect();
    match holders.len() - named.len() {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

fn named(holder: &Holder) -> String {
    match &holder.why_not {
        Some(why) => format!("closest: {}, but {why}", shown(&holder.place)),
        None => shown(&holder.place),
    }
}

fn shown(place: &Place) -> String {
    if place.location.is_some() {
        return one_line(&place.shown()).into_owned();
    }
    format!("{}:{}", one_line(&place.path), place.start.line)
}

fn summary(coverage: &Coverage) -> String {
    let (there, all) = coverage.counts();
    let held = coverage.elements.iter().filter(|one| one.state != State::Missing).count();
    let documents = if coverage.documents == 1 { "document" } else { "documents" };
    format!(
        "{held} of {} elements of ISO/IEC 20000-1:2018, clause 8.7.3, in {} {documents}; with their parts {there} of {all}: {} %. \
         A match of words is no evidence of conformity.",
        coverage.elements.len(),
        coverage.documents,
        coverage.percent()
    )
}

/// Writes one row for each element and part, below a row of heads.
///
/// # Errors
/// What writing to `out` gives.
pub fn csv(coverage: &Coverage, out: &mut dyn Write) -> io::Result<()> {
    let mut sheet = Sheet::begin(out)?;
    for one in &coverage.elements {
        let counts = |holder: &&Holder| holder.why_not.is_none();
        let mut places = one.holders.iter().filter(counts).map(|holder| &holder.place).peekable();
        if places.peek().is_none() {
            sheet.write(&line(one, "", one.state.name(), None))?;
        }
        places.try_for_each(|place| sheet.write(&line(one, "", one.state.name(), Some(place))))?;
        for (part, place) in &one.parts {
            let status = if place.is_some() { "found" } else { "missing" };
            sheet.write(&line(one, part, status, place.as_ref()))?;
        }
    }
    Ok(())
}

fn line<'a>(one: &'a Covered, part: &'a str, status: &'a str, place: Option<&'a Place>) -> Line<'a> {
    let said = Line {
        clause: one.clause.into(),
        element: one.element.into(),
        part: part.into(),
        status: status.into(),
        ..Line::default()
    };
    let Some(place) = place else { return said };
    Line {
        path: (&*place.path).into(),
        line: place.start.line.to_string().into(),
        column: place.start.column.to_string().into(),
        ..said
    }
}

#[derive(Serialize)]
struct Root<'a> {
    version: u8,
    as_of: String,
    catalogue: Catalogue,
    documents: usize,
    elements: Vec<Entry<'a>>,
    percent: u8,
    skipped: Vec<Passed<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    clause: &'a str,
    element: &'a str,
    status: State,
    documents: Vec<Document<'a>>,
    parts: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Document<'a> {
    path: &'a str,
    start: Point,
    end: Point,
    text: &'a str,
    form: &'a str,
    counts: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<&'a str>,
}

#[derive(Serialize)]
struct Part<'a> {
    name: &'a str,
    found: bool,
    path: Option<&'a str>,
    start: Option<Point>,
}

/// Writes the coverage as one object.
///
/// # Errors
/// What writing to `out` gives.
pub fn json(coverage: &Coverage, out: &mut dyn Write) -> io::Result<()> {
    let elements = coverage.elements.iter().map(Entry::from).collect();
    let root = Root {
        version: 1,
        as_of: coverage.as_of.to_string(),
        catalogue: Catalogue::own(),
        documents: coverage.documents,
        elements,
        percent: coverage.percent(),
        skipped: coverage.skipped.iter().map(Passed::from).collect(),
    };
    pretty(&root, out)
}

impl<'a> From<&'a Covered> for Entry<'a> {
    fn from(one: &'a Covered) -> Self {
        let part = |(name, place): &'a (&'static str, Option<Place>)| Part {
            name,
            found: place.is_some(),
            path: place.as_ref().map(|place| &*place.path),
            start: place.as_ref().map(|place| place.start.into()),
        };
        Self {
            clause: one.clause,
            element: one.element,
            status: one.state,
            documents: one.holders.iter().map(Document::from).collect(),
            parts: one.parts.iter().map(part).collect(),
        }
    }
}

impl<'a> From<&'a Holder> for Document<'a> {
    fn from(holder: &'a Holder) -> Self {
        Self {
            path: &holder.place.path,
            start: holder.place.start.into(),
            end: holder.place.end.into(),
            text: &holder.text,
            form: holder.form.name(),
            counts: holder.why_not.is_none(),
            because: holder.why_not.as_deref(),
        }
    }
}

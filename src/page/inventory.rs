//! The inventory of citations: as a table for people, as one JSON object, as CSV.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde::Serialize;

use super::table;
use crate::finding::Skipped;
use crate::lint::Inventory;
use crate::lint::inventory::{Context, Listed};
use crate::report::json::{Catalogue, Passed, Point};
use crate::report::natural::natural;
use crate::report::scrub::one_line;
use crate::report::sheet::{Sheet, row};
use crate::report::{counted, pretty};
use crate::standard::catalogue;

/// How many places a row of the table names.
const NAMED: usize = 3;

/// Heads of the table's columns; the places come last, so that long paths push nothing aside.
const HEADS: [&str; 5] = ["standard", "cited as", "status", "times", "where"];

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
    normal,
    standard,
    edition,
    status,
    context,
    because,
    adoption,
    clause,
    location,
});

/// Writes the inventory as a table sorted by standard, what was skipped, and one line that sums up.
///
/// # Errors
/// What writing to `out` gives.
pub fn human(inventory: &Inventory, out: &mut dyn Write) -> io::Result<()> {
    let rows = rows(&inventory.citations);
    if !rows.is_empty() {
        table::write(HEADS, &rows, out)?;
        writeln!(out)?;
    }
    for Skipped { path, reason, .. } in &inventory.skipped {
        writeln!(out, "skipped {}: {}", one_line(path), one_line(reason))?;
    }
    writeln!(out, "{}", summary(inventory))
}

/// One row for each standard, name and status.
fn rows(citations: &[Listed]) -> Vec<[String; 5]> {
    let mut groups: BTreeMap<_, Vec<&Listed>> = BTreeMap::new();
    for one in citations {
        let key = (natural(&one.cited.standard), natural(named(one)), one.cited.status);
        groups.entry(key).or_default().push(one);
    }
    let row = |group: &Vec<&Listed>| {
        let first = group[0];
        let text = |text: &str| one_line(text).into_owned();
        [text(&first.cited.standard), text(named(first)), first.cited.status.to_owned(), times(group), places(group)]
    };
    groups.values().map(row).collect()
}

/// What people call it: an adoption by its own name.
fn named(one: &Listed) -> &str {
    one.cited.adoption.as_deref().unwrap_or(&one.normal)
}

/// "7", "7, 2 as history", "7, 1 in code".
fn times(group: &[&Listed]) -> String {
    let mut out = group.len().to_string();
    for (count, words) in contexts(group.iter().copied()) {
        out += &format!(", {count} {words}");
    }
    out
}

/// How many citations are no plain ones, by context.
fn contexts<'a>(citations: impl Iterator<Item = &'a Listed>) -> Vec<(usize, &'static str)> {
    let (mut history, mut code) = (0, 0);
    for one in citations {
        match one.context {
            Context::Plain => {}
            Context::Historical(_) => history += 1,
            Context::Code => code += 1,
        }
    }
    [(history, "as history"), (code, "in code")].into_iter().filter(|(count, _)| *count > 0).collect()
}

/// The first places, and how many more there are.
fn places(group: &[&Listed]) -> String {
    let named: Vec<String> = group.iter().take(NAMED).map(|one| one_line(&one.place.shown()).into_owned()).collect();
    match group.len() - named.len() {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

/// The closing line.
fn summary(inventory: &Inventory) -> String {
    let standards: BTreeSet<&str> = inventory.citations.iter().map(|one| one.cited.standard.as_str()).collect();
    let mut statuses: BTreeMap<&str, usize> = BTreeMap::new();
    for one in &inventory.citations {
        *statuses.entry(one.cited.status).or_default() += 1;
    }
    let mut line = format!(
        "{} read: {} of {}",
        counted(inventory.documents, "document", "documents"),
        counted(inventory.citations.len(), "citation", "citations"),
        counted(standards.len(), "standard", "standards"),
    );
    let statuses: Vec<String> = statuses.iter().map(|(status, times)| format!("{times} {status}")).collect();
    if !statuses.is_empty() {
        line += &format!("; {}", statuses.join(", "));
    }
    for (count, words) in contexts(inventory.citations.iter()) {
        line += &format!("; {count} {words}");
    }
    if !inventory.skipped.is_empty() {
        line += &format!("; {} skipped", inventory.skipped.len());
    }
    line + &format!(". Judged as of {} with the catalogue of {}.", inventory.as_of, catalogue::as_of())
}

#[derive(Serialize)]
struct Root<'a> {
    version: u8,
    as_of: String,
    catalogue: Catalogue,
    documents: usize,
    citations: Vec<Entry<'a>>,
    skipped: Vec<Passed<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    path: &'a str,
    start: Point,
    end: Point,
    location: Option<&'a str>,
    text: &'a str,
    normal: &'a str,
    standard: &'a str,
    edition: Option<&'a str>,
    status: &'a str,
    context: &'a str,
    because: Option<&'a str>,
    adoption: Option<&'a str>,
    clause: Option<&'a str>,
}

impl<'a> From<&'a Listed> for Entry<'a> {
    fn from(one: &'a Listed) -> Self {
        Self {
            path: &one.place.path,
            start: one.place.start.into(),
            end: one.place.end.into(),
            location: one.place.location.as_deref(),
            text: &one.text,
            normal: &one.normal,
            standard: &one.cited.standard,
            edition: one.cited.edition.as_deref(),
            status: one.cited.status,
            context: one.context.name(),
            because: one.context.because(),
            adoption: one.cited.adoption.as_deref(),
            clause: one.cited.clause.as_deref(),
        }
    }
}

/// Writes the inventory as one object, version 1: fields may be added, none change.
///
/// # Errors
/// What writing to `out` gives.
pub fn json(inventory: &Inventory, out: &mut dyn Write) -> io::Result<()> {
    let root = Root {
        version: 1,
        as_of: inventory.as_of.to_string(),
        catalogue: Catalogue::own(),
        documents: inventory.documents,
        citations: inventory.citations.iter().map(Entry::from).collect(),
        skipped: inventory.skipped.iter().map(Passed::from).collect(),
    };
    pretty(&root, out)
}

/// Writes one row for each citation, below a row of heads. Characters that a terminal would obey are shown as in the table,
/// because such rows are often looked at.
///
/// # Errors
/// What writing to `out` gives.
pub fn csv(inventory: &Inventory, out: &mut dyn Write) -> io::Result<()> {
    let mut sheet = Sheet::begin(out)?;
    inventory.citations.iter().try_for_each(|one| sheet.write(&line(one)))
}

fn line(one: &Listed) -> Line<'_> {
    let or_empty = |text: Option<&'_ str>| text.unwrap_or_default().to_owned().into();
    let [start_line, start_column, start_byte, end_line, end_column, end_byte] = table::ends(&one.place);
    Line {
        path: (&*one.place.path).into(),
        start_line,
        start_column,
        start_byte,
        end_line,
        end_column,
        end_byte,
        text: (&*one.text).into(),
        normal: (&*one.normal).into(),
        standard: (&*one.cited.standard).into(),
        edition: or_empty(one.cited.edition.as_deref()),
        status: one.cited.status.into(),
        context: one.context.name().into(),
        because: or_empty(one.context.because()),
        adoption: or_empty(one.cited.adoption.as_deref()),
        clause: or_empty(one.cited.clause.as_deref()),
        location: or_empty(one.place.location.as_deref()),
    }
}

//! The list of suppressions: as a table for people, as one JSON object, as CSV.

use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;

use super::table;
use crate::report::json::{Catalogue, Point};
use crate::report::pretty;
use crate::report::scrub::one_line;
use crate::report::sheet::{Sheet, row};
use crate::suppress::{By, Listed, State};

/// Heads of the table's columns; what people wrote comes last, so that long words push nothing aside.
const HEADS: [&str; 6] = ["state", "where", "by", "until", "what", "why"];

// The columns of the CSV form are the fields of the JSON form.
row!(Line {
    state,
    by,
    verb,
    path,
    start_line,
    start_column,
    start_byte,
    end_line,
    end_column,
    end_byte,
    rules,
    citation,
    paths,
    reason,
    until,
    owner,
});

/// Writes the list as a table and one line that sums up.
///
/// # Errors
/// What writing to `out` gives.
pub fn human(all: &[&Listed], on: Date, out: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<[String; 6]> = all.iter().map(|one| row(one)).collect();
    if !rows.is_empty() {
        table::write(HEADS, &rows, out)?;
    }
    writeln!(out, "{}{}", if rows.is_empty() { "" } else { "\n" }, summary(all, on))
}

fn row(one: &Listed) -> [String; 6] {
    let by = one.verb.map_or_else(|| one.by.name().to_owned(), str::to_owned);
    let owner = one.owner.as_ref().map(|owner| format!(" ({owner})")).unwrap_or_default();
    let why = format!("{}{owner}", one.reason.as_deref().unwrap_or_default());
    let cells =
        [one.place.shown().as_str(), &by, one.until.as_deref().unwrap_or_default(), &what(one), why.trim_start()]
            .map(|cell| one_line(cell).into_owned());
    let [place, by, until, what, why] = cells;
    [one.state.name().to_owned(), place, by, until, what, why]
}

/// What is suppressed, in the words of the one who did it.
fn what(one: &Listed) -> String {
    let rules = if one.rules.is_empty() { "every rule".to_owned() } else { one.rules.join(", ") };
    let paths = if one.paths.is_empty() { String::new() } else { format!(" in {}", one.paths.join(", ")) };
    match (one.by, &one.citation) {
        (By::Allow, Some(citation)) => format!("{citation}{paths}"),
        (_, Some(citation)) => format!("{rules} {citation}{paths}"),
        (_, None) => format!("{rules}{paths}"),
    }
}

/// "12 suppressions as of 2026-11-22: 9 used, 1 expired, 2 unused."
fn summary(all: &[&Listed], on: Date) -> String {
    let word = if all.len() == 1 { "suppression" } else { "suppressions" };
    let counts = State::ALL.iter().filter_map(|state| {
        let count = all.iter().filter(|one| one.state == *state).count();
        (count > 0).then(|| format!("{count} {}", state.name()))
    });
    let counts: Vec<String> = counts.collect();
    let counts = if counts.is_empty() { String::new() } else { format!(": {}", counts.join(", ")) };
    format!("{} {word} as of {on}{counts}.", all.len())
}

#[derive(Serialize)]
struct Root<'a> {
    version: u8,
    as_of: String,
    catalogue: Catalogue,
    suppressions: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    state: State,
    by: By,
    verb: Option<&'a str>,
    path: &'a str,
    start: Point,
    end: Point,
    rules: &'a [String],
    citation: Option<&'a str>,
    paths: &'a [String],
    reason: Option<&'a str>,
    until: Option<&'a str>,
    owner: Option<&'a str>,
}

impl<'a> From<&'a Listed> for Entry<'a> {
    fn from(one: &'a Listed) -> Self {
        Self {
            state: one.state,
            by: one.by,
            verb: one.verb,
            path: &one.place.path,
            start: one.place.start.into(),
            end: one.place.end.into(),
            rules: &one.rules,
            citation: one.citation.as_deref(),
            paths: &one.paths,
            reason: one.reason.as_deref(),
            until: one.until.as_deref(),
            owner: one.owner.as_deref(),
        }
    }
}

/// Writes the list as one object, version 1: fields may be added, none change.
///
/// # Errors
/// What writing to `out` gives.
pub fn json(all: &[&Listed], on: Date, out: &mut dyn Write) -> io::Result<()> {
    let suppressions = all.iter().map(|one| Entry::from(*one)).collect();
    let root = Root { version: 1, as_of: on.to_string(), catalogue: Catalogue::own(), suppressions };
    pretty(&root, out)
}

/// Writes one row for each suppression, below a row of heads; lists are joined by blanks.
///
/// # Errors
/// What writing to `out` gives.
pub fn csv(all: &[&Listed], out: &mut dyn Write) -> io::Result<()> {
    let mut sheet = Sheet::begin(out)?;
    all.iter().try_for_each(|one| sheet.write(&line(one)))
}

fn line(one: &Listed) -> Line<'_> {
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default().into();
    let [start_line, start_column, start_byte, end_line, end_column, end_byte] = table::ends(&one.place);
    Line {
        state: one.state.name().into(),
        by: one.by.name().into(),
        verb: one.verb.unwrap_or_default().into(),
        path: (&*one.place.path).into(),
        start_line,
        start_column,
        start_byte,
        end_line,
        end_column,
        end_byte,
        rules: one.rules.join(" ").into(),
        citation: or_empty(&one.citation),
        paths: one.paths.join(" ").into(),
        reason: or_empty(&one.reason),
        until: or_empty(&one.until),
        owner: or_empty(&one.owner),
    }
}

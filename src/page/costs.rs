//! What a run cost, as tables.

use std::io::{self, Write};
use std::time::Duration;

use super::table;
use crate::lint::{Cost, Costs};

/// Heads of the columns of formats. All times are in milliseconds.
const FORMATS: [&str; 9] =
    ["format", "documents", "bytes", "passed by", "bytes read", "fetch ms", "sift ms", "read ms", "judge ms"];

/// Writes what each format cost, all threads together, and how long each phase of the run took.
///
/// # Errors
/// What the writer says.
pub fn costs(costs: &Costs, phases: &[(&str, Duration)], out: &mut dyn Write) -> io::Result<()> {
    let mut rows: Vec<[String; 9]> = costs.of_format.iter().map(|(name, cost)| row(name, cost)).collect();
    rows.push(row("all", &costs.whole()));
    table::write(FORMATS, &rows, out)?;
    writeln!(out)?;
    let mut rows: Vec<[String; 2]> =
        phases.iter().map(|(name, took)| [(*name).to_owned(), milliseconds(*took)]).collect();
    rows.push(["all".to_owned(), milliseconds(phases.iter().map(|(_, took)| *took).sum())]);
    table::write(["phase", "ms"], &rows, out)
}

fn row(name: &str, cost: &Cost) -> [String; 9] {
    let counts = [cost.documents, cost.size, cost.passed, cost.read].map(|one| one.to_string());
    let times = [cost.fetching, cost.sifting, cost.reading, cost.judging].map(milliseconds);
    let [documents, size, passed, read] = counts;
    let [fetching, sifting, reading, judging] = times;
    [name.to_owned(), documents, size, passed, read, fetching, sifting, reading, judging]
}

fn milliseconds(took: Duration) -> String {
    format!("{:.1}", took.as_secs_f64() * 1e3)
}

//! The formats of documents that are read, as a list and as a table.

use std::fmt::Write;

use crate::document::format::{FORMATS, LEFT_OUT, Row};

/// The formats as a list for people: names, endings and what is read of each.
#[must_use]
pub fn formats() -> String {
    let rows: Vec<(&str, String, &str)> = FORMATS.iter().map(|row| (row.name, endings(row, ""), row.about)).collect();
    let widest = |text: fn(&(&str, String, &str)) -> usize| rows.iter().map(text).max().unwrap_or(0);
    let (names, ends) = (widest(|row| row.0.len()), widest(|row| row.1.len()));
    let mut out = String::new();
    for (name, endings, about) in &rows {
        let _ = writeln!(out, "{name:names$}  {endings:ends$}  {about}");
    }
    let _ = writeln!(out, "\nNot read unless named: {}", LEFT_OUT.join(", "));
    out
}

/// The formats as a Markdown table.
#[must_use]
pub fn formats_table() -> String {
    let mut out = String::from("| format | endings | what is read |\n|---|---|---|\n");
    for row in FORMATS {
        let _ = writeln!(out, "| {} | {} | {} |", row.name, endings(row, "`"), row.about);
    }
    out
}

fn endings(row: &Row, quote: &str) -> String {
    row.endings.iter().map(|ending| format!("{quote}.{ending}{quote}")).collect::<Vec<String>>().join(" ")
}

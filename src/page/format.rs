//! The formats of documents that are read, as a list and as a table.

use std::fmt::Write;

use super::table;
use crate::document::format::{FORMATS, LEFT_OUT, OWN, Row};

/// The formats as a list for people: names, endings and what is read of each.
#[must_use]
pub fn formats() -> String {
    let row = |row: &Row| [row.name.to_owned(), endings(row, ""), row.about.to_owned()];
    let rows: Vec<[String; 3]> = FORMATS.iter().map(row).collect();
    let mut drawn = Vec::new();
    // A list of bytes takes all.
    let _ = table::bare(&rows, &mut drawn);
    let (unless_named, own) = (LEFT_OUT.join(", "), OWN.join(", "));
    format!(
        "{}\nNot read unless named: {unless_named}\nNot read, because sms-lint goes by them: {own}\n",
        String::from_utf8_lossy(&drawn)
    )
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

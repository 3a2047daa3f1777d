//! How many findings each rule has, for people.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::io::{self, Write};

use crate::finding::{Finding, Severity};

/// Writes how many findings each rule has, the most first, and an empty line behind them.
pub(super) fn write(findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    let mut counts: HashMap<(&str, Severity), usize> = HashMap::new();
    for one in findings {
        *counts.entry((one.rule, one.severity)).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|((rule, severity), count)| (Reverse(*count), Reverse(*severity), *rule));
    let width = counts.first().map_or(0, |(_, most)| most.to_string().len());
    for ((rule, severity), count) in &counts {
        writeln!(out, "{count:>width$}  {:7}  {rule}", severity.name())?;
    }
    if counts.is_empty() { Ok(()) } else { writeln!(out) }
}

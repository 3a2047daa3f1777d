//! The picture of where findings are: a lane for each document, a mark at the line of each finding.

use crate::finding::{Finding, Severity};
use crate::report::scrub::one_line;

/// How many documents have a lane.
const MOST: usize = 30;

/// The middle of a lane, in pixels from its top.
const MIDDLE: usize = 11;

/// Longest path beside a lane, in characters.
const CLIP: usize = 42;

/// The picture; empty if nothing was found.
pub(super) struct Picture {
    pub lanes: Vec<Lane>,
    /// The number of the line at the right end.
    pub last: u32,
    /// How many documents with findings have no lane.
    pub left_out: usize,
}

pub(super) struct Lane {
    /// The list of findings that belongs to it.
    pub id: String,
    pub path: String,
    /// What is said to those who do not see it.
    pub words: String,
    pub count: usize,
    pub marks: Vec<Mark>,
}

pub(super) struct Mark {
    /// Percents of the width of the lane, which is as wide as there is room.
    pub x: String,
    pub y: usize,
    /// What is graver is taller, for those who do not see colours.
    pub height: usize,
    pub class: &'static str,
}

impl Picture {
    pub(super) fn of(findings: &[Finding]) -> Self {
        let last = findings.iter().map(|one| one.primary.place.start.line).max().unwrap_or(1);
        let mut documents: Vec<(usize, &[Finding])> =
            findings.chunk_by(|a, b| a.primary.place.path == b.primary.place.path).enumerate().collect();
        // Those with the most errors first, in the order of the report where they are equal.
        let count = |all: &[Finding], severity| all.iter().filter(|one| one.severity == severity).count();
        let weight = |all: &[Finding]| Severity::ALL.map(|severity| count(all, severity));
        documents.sort_by_key(|(_, all)| std::cmp::Reverse(weight(all)));
        let left_out = documents.len().saturating_sub(MOST);
        documents.truncate(MOST);
        let lanes: Vec<Lane> = documents.iter().map(|(at, all)| lane(*at, all, last)).collect();
        Self { lanes, last, left_out }
    }
}

fn lane(at: usize, all: &[Finding], last: u32) -> Lane {
    let tenths = |line: u32| (u64::from(line) - 1) * 1000 / u64::from(last).max(2);
    let x = |line: u32| format!("{}.{}", tenths(line) / 10, tenths(line) % 10);
    let path = one_line(&all[0].primary.place.path).into_owned();
    let letters = path.chars().count();
    let short =
        if letters > CLIP { format!("…{}", path.chars().skip(letters - CLIP).collect::<String>()) } else { path };
    // What is grave is drawn last, on top.
    let by_severity = |severity| all.iter().filter(move |one| one.severity == severity);
    let mark = |one: &Finding| {
        let height = match one.severity {
            Severity::Error => 14,
            Severity::Warning => 10,
            Severity::Advice => 6,
        };
        Mark { x: x(one.primary.place.start.line), y: MIDDLE - height / 2, height, class: one.severity.name() }
    };
    let words: Vec<String> = Severity::ALL
        .into_iter()
        .map(|severity| (by_severity(severity).count(), severity.name()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} of severity {name}"))
        .collect();
    Lane {
        id: format!("document-{}", at + 1),
        words: format!("{short}: {}", words.join(", ")),
        path: short,
        count: all.len(),
        marks: Severity::ALL.into_iter().rev().flat_map(by_severity).map(mark).collect(),
    }
}

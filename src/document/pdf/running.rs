//! Heads and feet that pages have in common.

use std::collections::{HashMap, HashSet};

use super::layout::{Role, Row};

/// How many lines from the edge of a page a head or foot may stand.
const LINES: usize = 4;

/// How far, in points, a head or foot may stand higher or lower on another page.
const SHIFT: f64 = 4.0;

/// Marks the heads and feet among the rows of a file, and of those the ones that were read before.
pub(super) fn mark(rows: &mut [Row]) {
    let pages: Vec<std::ops::Range<usize>> = pages(rows);
    let mut edges: HashMap<String, Vec<(usize, f64)>> = HashMap::new();
    for page in &pages {
        for at in edge(rows, page) {
            edges.entry(shape(&rows[at].text())).or_default().push((rows[at].page, rows[at].y));
        }
    }
    for page in &pages {
        let is_common = |at: &usize| {
            let row = &rows[*at];
            let same = edges.get(&shape(&row.text())).map(Vec::as_slice).unwrap_or_default();
            let on_others = same.iter().any(|(page, y)| *page != row.page && (y - row.y).abs() < SHIFT);
            row.is_artifact || (on_others && row.page_has_more)
        };
        let common: Vec<usize> = edge(rows, page).into_iter().filter(is_common).collect();
        common.into_iter().for_each(|at| rows[at].role = Role::Running);
    }
    let mut seen = HashSet::new();
    for row in rows.iter_mut().filter(|row| row.role == Role::Running || row.is_artifact) {
        row.role = if seen.insert(without_page(&row.text())) { Role::Running } else { Role::Repeated };
    }
}

/// The rows of each page.
fn pages(rows: &[Row]) -> Vec<std::ops::Range<usize>> {
    let mut start = 0;
    rows.chunk_by(|a, b| a.page == b.page)
        .map(|chunk| {
            start += chunk.len();
            start - chunk.len()..start
        })
        .collect()
}

/// The rows at the edges of a page, as far as those nearer to the edge are level with them or beyond.
fn edge(rows: &[Row], page: &std::ops::Range<usize>) -> Vec<usize> {
    let mut by_height: Vec<usize> = page.clone().filter(|at| rows[*at].is_level).collect();
    by_height.sort_by(|a, b| rows[*b].y.total_cmp(&rows[*a].y));
    let count = by_height.len();
    // On a page of few lines most are no heads, though others may look like them.
    let lines = LINES.min(count.div_ceil(4));
    by_height.drain(lines..count.saturating_sub(lines).max(lines));
    by_height
}

/// A text with all its numbers alike.
fn shape(text: &str) -> String {
    let mut shape = String::with_capacity(text.len());
    for character in text.chars() {
        let character = if character.is_ascii_digit() { '#' } else { character };
        if !(character == '#' && shape.ends_with('#')) {
            shape.push(character);
        }
    }
    shape
}

/// Words before a number that is not that of a page.
const PARTS: &[&str] = &["part", "parts", "teil", "teile", "partie", "parte", "clause", "annex", "edition"];

/// A text without the number of its page: short numbers at its head and its end, "3", "3 / 10", "page 3 of 10".
fn without_page(text: &str) -> String {
    let is_short = |word: &str| {
        let word = word.trim_matches(['(', ')', '[', ']', ',', '.', '-', '–', '/', '|']);
        word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit() || b"ivxlc".contains(&byte))
    };
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let names_part = |word: Option<&&str>| word.is_some_and(|word| PARTS.contains(&word.to_lowercase().as_str()));
    while words.last().is_some_and(|word| is_short(word)) && !names_part(words.iter().rev().nth(1)) {
        words.pop();
        // "Of", "von" and the like stand between the number of a page and that of all pages.
        if words.len() > 1 && words.last().is_some_and(|word| word.len() <= 3) && is_short(words[words.len() - 2]) {
            words.pop();
        }
    }
    let head = words.iter().take_while(|word| is_short(word)).count();
    words[head..].join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_do_not_count_but_those_of_standards_do() {
        assert_eq!(shape("Page 3 of 10"), shape("Page 12 of 10"));
        assert_eq!(without_page("Policy on ISO 9001 3"), without_page("Policy on ISO 9001 14"));
        assert_ne!(without_page("Policy on ISO 9001 3"), without_page("Policy on ISO 14001 3"));
        assert_eq!(without_page("Plan page 3 of 10"), without_page("Plan page 4 of 10"));
        assert_eq!(without_page("3 / 10 Plan"), without_page("4 / 10 Plan"));
        assert_ne!(
            without_page("We hold ISO/IEC 20000 part 7 here."),
            without_page("We hold ISO/IEC 20000 part 9 here.")
        );
        assert_ne!(without_page("ISO/IEC 20000 part 7"), without_page("ISO/IEC 20000 part 9"));
    }
}

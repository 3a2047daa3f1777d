//! Heads and feet that pages have in common.
//!
//! A line is one if it stands at the same place of several pages, in the margin, with nothing but others of its kind between it
//! and the edge, and if what is beside it does not go on with it: the first line of a text, or the head of a table, may be the
//! same on many pages too.

use std::collections::HashMap;

use super::layout::{self, Role, Row, half_points};
use super::number::{Numbered, without_page};
use super::table;

/// How many lines from the edge of a page a head or foot may stand.
const LINES: usize = 4;

/// How far, in points, a head or foot may stand higher or lower on another page.
const SHIFT: f64 = 4.0;

/// On how many pages in a row a line stands that is a head for sure.
const OFTEN: usize = 3;

/// How often a line is found again at the edges of other pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Found {
    #[default]
    Once,
    /// On pages enough that it may be a head.
    Again,
    /// On so many that it is one.
    Often,
}

/// Marks the heads and feet among the rows of a file, and of those the ones that were read before.
pub(super) fn mark(rows: &mut [Row]) {
    let pages = pages(rows);
    let edges: Vec<[Edge; 2]> = pages.iter().map(|page| edges(rows, page)).collect();
    let found = found(rows, &edges);
    let leading = layout::leading(rows);
    let heads: Vec<usize> = edges.iter().flatten().flat_map(|edge| heads(rows, edge, &found, leading)).collect();
    heads.into_iter().for_each(|at| rows[at].role = Role::Running);
    let mut read: HashMap<String, Numbered> = HashMap::new();
    for (at, row) in rows.iter_mut().enumerate().filter(|(_, row)| row.role == Role::Running || row.is_artifact) {
        let may_repeat = row.is_artifact || found.get(&at) == Some(&Found::Often);
        let own = Numbered::of(&row.text(), row.page);
        let before = read.get(&without_page(&row.text()));
        let is_repeated = may_repeat && before.is_some_and(|before| before.is_same(&own));
        row.role = if is_repeated { Role::Repeated } else { Role::Running };
        read.insert(without_page(&row.text()), own);
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

/// The rows at the edge of a page, those nearest to it first.
struct Edge {
    rows: Vec<usize>,
    /// The row behind them.
    next: Option<usize>,
}

/// The edges of a page, above and below.
fn edges(rows: &[Row], page: &std::ops::Range<usize>) -> [Edge; 2] {
    let mut by_height: Vec<usize> = page.clone().filter(|at| rows[*at].is_level).collect();
    by_height.sort_by(|a, b| rows[*b].y.total_cmp(&rows[*a].y));
    // On a page of few lines most are no heads, though others may look like them.
    let lines = LINES.min(by_height.len().div_ceil(4));
    let above = Edge { rows: by_height[..lines].to_vec(), next: by_height.get(lines).copied() };
    by_height.reverse();
    [above, Edge { rows: by_height[..lines].to_vec(), next: by_height.get(lines).copied() }]
}

/// How often the rows at the edges are found on other pages.
fn found(rows: &[Row], edges: &[[Edge; 2]]) -> HashMap<usize, Found> {
    let mut alike: HashMap<(String, usize), Vec<usize>> = HashMap::new();
    for (side, edge) in edges.iter().flat_map(|both| both.iter().enumerate()) {
        for at in edge.rows.iter().filter(|at| rows[**at].is_marginal) {
            let shape = Numbered::of(&rows[*at].text(), rows[*at].page).shape;
            alike.entry((shape, side)).or_default().push(*at);
        }
    }
    let mut found = HashMap::new();
    for mut group in alike.into_values() {
        group.sort_by(|a, b| rows[*a].y.total_cmp(&rows[*b].y));
        for level in group.chunk_by(|a, b| (rows[*a].y - rows[*b].y).abs() < SHIFT) {
            for run in runs(rows, level) {
                let often = run.len() >= OFTEN || run.len() * 2 >= edges.len();
                let how = if run.len() < 2 {
                    Found::Once
                } else if often {
                    Found::Often
                } else {
                    Found::Again
                };
                run.into_iter().for_each(|at| {
                    let own = found.entry(at).or_insert(how);
                    *own = how.max(*own);
                });
            }
        }
    }
    found
}

/// Rows of different pages that say the same one after the other, but for the numbers of the pages.
fn runs(rows: &[Row], level: &[usize]) -> Vec<Vec<usize>> {
    let mut level = level.to_vec();
    level.sort_unstable();
    level.dedup_by_key(|at| rows[*at].page);
    let numbered = |at: usize| Numbered::of(&rows[at].text(), rows[at].page);
    level.chunk_by(|a, b| numbered(*a).is_same(&numbered(*b))).map(<[usize]>::to_vec).collect()
}

/// The heads among the rows at an edge.
fn heads(rows: &[Row], edge: &Edge, found: &HashMap<usize, Found>, leading: f64) -> Vec<usize> {
    let is_common = |at: &&usize| rows[**at].is_artifact || found.get(at).is_some_and(|how| *how > Found::Once);
    let mut heads: Vec<usize> = edge.rows.iter().take_while(is_common).copied().collect();
    while let Some(last) = heads.last() {
        let next = edge.rows.get(heads.len()).or(edge.next.as_ref());
        if rows[*last].is_artifact || next.is_none_or(|next| is_parted(&rows[*last], &rows[*next], leading)) {
            break;
        }
        heads.pop();
    }
    heads
}

/// True if neither of two rows goes on with the other.
fn is_parted(one: &Row, other: &Row, leading: f64) -> bool {
    /// How far apart lines of a paragraph may be, in parts of what is usual.
    const NEAR: f64 = 1.35;
    let (upper, lower) = if one.y >= other.y { (one, other) } else { (other, one) };
    let is_near = upper.y - lower.y <= NEAR * leading * lower.size && upper.from < lower.to && lower.from < upper.to;
    let is_alike = half_points(upper.size) == half_points(lower.size) && upper.is_bold == lower.is_bold;
    !(is_near && is_alike || table::is_head_of(upper, lower))
}

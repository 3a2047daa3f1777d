//! Two numbers that stand side by side: whether the signs between them say that one took the place of the other.

use super::history::years;
use crate::document::{Document, Kind};
use crate::standard::clause::Bound;

/// True if nothing but signs stands between two numbers of a text, one of them more than a comma, or if they stand in a
/// listing under keys of their own.
pub(super) fn is_pair(document: &Document, own: &Bound, other: &Bound) -> bool {
    let is_keyed = |kind| matches!(kind, Kind::Metadata);
    let block = &document.blocks[own.block];
    if own.block != other.block {
        return own.block.abs_diff(other.block) == 1
            && is_keyed(block.kind)
            && is_keyed(document.blocks[other.block].kind);
    }
    let (first, second) =
        if own.locality.range.start < other.locality.range.start { (own, other) } else { (other, own) };
    let gap = &block.prose.text()[first.locality.range.end..second.locality.range.start.max(first.locality.range.end)];
    let is_listed = block.kind == Kind::Code || block.entry().is_some();
    let keyed = is_listed && gap.contains([':', '=']) && gap.len() < 80;
    keyed || is_aside(gap, own) || is_sign(gap, own) || is_led(gap)
}

/// True if an arrow, perhaps behind a title in brackets, leads from one number to another with a few words before that:
/// "A.6.1.2 (Segregation of duties) → now in A.5.3".
fn is_led(gap: &str) -> bool {
    let gap = gap.trim_start_matches(['*', '`', ' ']);
    let gap = gap.strip_prefix('(').and_then(|rest| Some(rest.split_once(')')?.1)).unwrap_or(gap).trim_start();
    let behind = ["→", "->", "=>", "⇒", "➔", "➜", "⟶"].iter().find_map(|arrow| gap.strip_prefix(arrow));
    behind.is_some_and(|words| words.split_whitespace().count() <= LED && !words.contains(['.', ';', '|']))
}

/// How many words may stand between an arrow and the number that it leads to.
const LED: usize = 4;

/// True if a gap opens a bracket and holds no more than two words: "A.5.18 (was A.9.2.5".
fn is_aside(gap: &str, own: &Bound) -> bool {
    let words = without_years(gap, own);
    gap.trim_start().starts_with(['(', '['])
        && !gap.contains([')', ']'])
        && words.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count() <= 2
}

/// True if a gap holds nothing but signs, one of them more than a comma, and years of the editions.
fn is_sign(gap: &str, own: &Bound) -> bool {
    without_years(gap, own).chars().all(|one| !one.is_alphanumeric())
        && gap.contains(['(', '/', '=', '<', '>', '→', '←', '|', '[', '⇒', '⟶', '➔'])
}

/// A gap without the years of the editions that a number may be of.
fn without_years(gap: &str, own: &Bound) -> String {
    years(own)
        .map_or_else(|| gap.to_owned(), |(from, to)| gap.replace(&from.to_string(), "").replace(&to.to_string(), ""))
}

//! The years in which a person got certificates: "CCNA (2003), ISO 27001 (2013)", "Lead auditor ISO 9001 — 2012".

use std::ops::Range;

use super::super::grammar;
use super::duty::speaks_of_owners;
use super::judge::{BlockCitations, Judge};
use super::lexicon::{ATTAINMENTS, RANKS, ROLES};
use super::sentence::floor;
use super::word::words;
use crate::document::Kind;
use crate::year;

/// The longest line that names certificates, in bytes.
const ENTRY: usize = 160;

impl Judge<'_> {
    /// Why the citation at `index` of the block's citations is history: its year is that of a certificate that a person got.
    pub(super) fn by_series(&self, block_at: usize, citations: BlockCitations<'_>, index: usize) -> Option<String> {
        let own = &citations[index].reference.range;
        let is_dated = self.is_of_person(block_at, own) || self.is_among_certificates(block_at, citations, index);
        is_dated.then(|| "its year is that of a certificate, as those beside it".into())
    }

    /// True if a line is what a person is, a standard and, behind a dash, the year in which that was shown: "Lead auditor ISO 9001 —
    /// 2012".
    fn is_of_person(&self, block_at: usize, own: &Range<usize>) -> bool {
        let block = &self.document.blocks[block_at];
        let text = block.prose.text();
        let is_line = matches!(block.kind, Kind::Item | Kind::Text) && text.len() <= ENTRY;
        if !is_line || text[own.end..].contains(char::is_alphanumeric) {
            return false;
        }
        let is_dashed = dash_before_year(text).is_some_and(|sign| own.contains(&sign));
        let head = text[..own.start].to_lowercase();
        // "Internal auditor handbook", "auditors apply" tell of no person.
        let is_role = |word: &str| ROLES.contains(word);
        let is_title = words(&head).any(is_role) && words(&head).all(|word| is_role(word) || RANKS.contains(word));
        is_dashed && is_title && !head.contains([',', '.', ':', ';'])
    }

    /// True if the year of the citation stands in brackets in a row, beside a certificate that only a person gets, with its year in
    /// brackets.
    fn is_among_certificates(&self, block_at: usize, citations: BlockCitations<'_>, index: usize) -> bool {
        let text = self.document.blocks[block_at].prose.text();
        let own = &citations[index].reference.range;
        let closed = text[own.end..].strip_prefix(')').map_or(own.end, |_| own.end + 1);
        if !ends_in_bracket(&text[own.start..closed]) {
            return false;
        }
        // A longer line is no row of certificates, and a text may be one line.
        let (first, last) = (floor(text, own.start.saturating_sub(ENTRY)), floor(text, own.end + ENTRY));
        let line = text[first..own.start].rfind('\n').map_or(first, |at| first + at + 1);
        let end = text[own.end..last].find('\n').map_or(last, |at| own.end + at);
        if end - line > ENTRY {
            return false;
        }
        let is_cited = |range: &Range<usize>| citations.iter().any(|one| range.contains(&one.reference.range.start));
        let before = text[line..own.start].trim_end().strip_suffix([',', ';']);
        let from = before.map_or(line, |head| line + head.rfind([',', ';', ':']).map_or(0, |at| at + 1));
        let is_before = before.is_some_and(is_attainment) && !is_cited(&(from..own.start));
        let behind = text[closed..end].trim_start().strip_prefix([',', ';']);
        let next = behind.map(|rest| rest.split([',', ';']).next().unwrap_or_default().trim_end_matches(['.', ' ']));
        let is_behind = next.is_some_and(|next| is_attainment(next) && grammar::find(next).is_empty());
        (is_before || is_behind) && !speaks_of_owners(&text[line..end])
    }
}

/// True if the last of a row is a certificate that only a person gets, with its year in brackets.
fn is_attainment(row: &str) -> bool {
    let last = row.rsplit([',', ';', ':']).next().unwrap_or_default();
    ends_in_bracket(row) && words(&last.to_lowercase()).any(|word| ATTAINMENTS.contains(word))
}

/// Where the dash stands before the year that a text ends with.
fn dash_before_year(text: &str) -> Option<usize> {
    let text = text.trim_end();
    let head = text.get(..text.len().checked_sub(year::DIGITS)?)?;
    let is_year = year::is_written(&text[head.len()..]);
    let sign = ["—", "–", "-"].iter().find_map(|sign| head.trim_end().strip_suffix(sign));
    sign.filter(|before| is_year && before.ends_with(' ') && head.ends_with(' ')).map(str::len)
}

/// True if a text ends with a year in brackets.
fn ends_in_bracket(text: &str) -> bool {
    let Some(head) = text.trim_end().strip_suffix(')') else { return false };
    let year = head.rsplit('(').next().unwrap_or_default().trim();
    head.contains('(') && year::is_written(year)
}

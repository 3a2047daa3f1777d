//! Years in a row: the editions of a standard one after the other, "ISO 9001 — 1994, 2000, 2008, 2015", and the years in which
//! certificates were got, "CCNA (2003), ISO 27001 (2013)", "Lead auditor ISO 9001 — 2012".

use std::ops::Range;

use super::super::citation::Citation;
use super::super::grammar;
use super::duty::speaks_of_owners;
use super::judge::{BlockCitations, Judge};
use super::lexicon::{ATTAINMENTS, ROLES};
use super::sentence::floor;
use super::word::{joins_clauses, words};
use crate::document::Kind;

/// How many editions in a row are a list of the history of their standard.
const EDITIONS: usize = 3;

/// How many editions at most a row is looked through on either side.
const LONGEST: usize = 12;

/// How many words may name what a person is: "internal auditor of management systems".
const TITLE: usize = 6;

/// The longest line that names certificates, in bytes.
const ENTRY: usize = 160;

/// Digits of a year.
const YEAR: usize = 4;

impl Judge<'_> {
    /// Why the citation at `index` of the block's citations is history: it is one of several editions of its standard in a row, or
    /// its year is that of a certificate.
    pub(super) fn by_series(&self, block_at: usize, citations: BlockCitations<'_>, index: usize) -> Option<String> {
        let text = self.document.blocks[block_at].prose.text();
        if is_of_editions(text, citations, index) {
            return Some("the editions of its standard are listed".into());
        }
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
        let head = &text[..own.start];
        let is_role = |word: &str| ROLES.contains(&word.to_lowercase().as_str());
        let is_sentence = head.contains([',', '.', ':', ';']) || words(head).count() > TITLE;
        is_dashed && !is_sentence && words(head).any(is_role) && !speaks_of_owners(text)
    }

    /// True if the year of the citation stands in brackets in a row of certificates, each of which has its year in brackets.
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
        let is_before = before.is_some_and(ends_in_bracket) && !is_cited(&(from..own.start));
        let behind = text[closed..end].trim_start().strip_prefix([',', ';']);
        let next = behind.map(|rest| rest.split([',', ';']).next().unwrap_or_default().trim_end_matches(['.', ' ']));
        let is_behind = next.is_some_and(|next| ends_in_bracket(next) && grammar::find(next).is_empty());
        let head = text[line..own.start].split_once(':').map_or("", |(head, _)| head);
        (is_before || is_behind)
            && !speaks_of_owners(&text[line..end])
            && (names_attainment(head) || (head.is_empty() && self.is_below_attainments(block_at)))
    }

    /// True if the heading right above a block names certificates, courses and such.
    fn is_below_attainments(&self, block_at: usize) -> bool {
        let heading = self.outline().headings(block_at).next().map(|at| self.document.blocks[at].prose.text());
        heading.is_some_and(|text| text.len() <= ENTRY && names_attainment(text) && !speaks_of_owners(text))
    }
}

/// True if a text has a word for what a person got.
fn names_attainment(text: &str) -> bool {
    words(text).any(|word| {
        let word = word.to_lowercase();
        ATTAINMENTS.iter().any(|head| word.starts_with(head))
    })
}

/// Where the dash stands before the year that a text ends with.
fn dash_before_year(text: &str) -> Option<usize> {
    let text = text.trim_end();
    let head = text.get(..text.len().checked_sub(YEAR)?)?;
    let is_year = text[head.len()..].bytes().all(|byte| byte.is_ascii_digit());
    let sign = ["—", "–", "-"].iter().find_map(|sign| head.trim_end().strip_suffix(sign));
    sign.filter(|before| is_year && before.ends_with(' ') && head.ends_with(' ')).map(str::len)
}

/// True if a text ends with a year in brackets.
fn ends_in_bracket(text: &str) -> bool {
    let Some(head) = text.trim_end().strip_suffix(')') else { return false };
    let year = head.rsplit('(').next().unwrap_or_default().trim();
    head.contains('(') && year.len() == YEAR && year.bytes().all(|byte| byte.is_ascii_digit())
}

/// True if the citation stands in a line of nothing but a standard and the years of its editions, of which none is left out.
fn is_of_editions(text: &str, citations: BlockCitations<'_>, index: usize) -> bool {
    let own = &citations[index];
    let (Some(standard), Some(_)) = (own.standard, own.edition) else { return false };
    let range = |at: usize| &citations[at].reference.range;
    let goes_on = |first: usize, next: usize| {
        let is_bare = !text[range(next).clone()].contains(char::is_alphabetic);
        let gap = text.get(range(first).end..range(next).start);
        let is_sign = |gap: &str| !gap.contains('\n') && words(gap).all(|word| joins_clauses(&word.to_lowercase()));
        let is_same = citations[next].standard.is_some_and(|one| std::ptr::eq(one, standard));
        is_bare && is_same && gap.is_some_and(is_sign)
    };
    let mut first = index;
    while first > 0 && index - first < LONGEST && goes_on(first - 1, first) {
        first -= 1;
    }
    let mut last = index;
    while last + 1 < citations.len() && last - index < LONGEST && goes_on(last, last + 1) {
        last += 1;
    }
    let (start, end) = (range(first).start, range(last).end);
    let line = text[floor(text, start.saturating_sub(ENTRY))..start].rsplit('\n').next().unwrap_or_default();
    let rest = text[end..floor(text, end + ENTRY)].split('\n').next().unwrap_or_default();
    let is_all = !line.contains(char::is_alphanumeric) && !rest.contains(char::is_alphanumeric);
    is_all && last + 1 - first >= EDITIONS && are_successive(&citations[first..=last])
}

/// True if the editions of some citations of one standard follow each other, none left out.
fn are_successive(all: &[Citation]) -> bool {
    let place = |one: &Citation| {
        let (standard, edition) = one.standard.zip(one.edition)?;
        standard.editions.iter().position(|known| known.year == edition.year)
    };
    all.windows(2).all(|two| {
        let (one, next) = (place(&two[0]), place(&two[1]));
        one.zip(next).is_some_and(|(one, next)| one.abs_diff(next) == 1)
    })
}

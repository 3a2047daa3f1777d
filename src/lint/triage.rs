//! Decides on the raw text whether a document must be parsed at all.
//!
//! Most citations are undated or of an edition in force, and stand in plain words. The grammar reads them in the raw
//! paragraph as it would in prose. Anything that markup, an entity, a wrap or an unusual character might change sends
//! the document to its reader, so the answer can only cost time, never a finding.

use std::cell::OnceCell;
use std::ops::Range;

use jiff::civil::Date;

use super::claimant::may_state;
use super::section::{self, Pieces};
use super::system::names_requirements;
use crate::rule::check::{amendment, editions, guidance};
use crate::standard::grammar::anchor::Literals;
use crate::standard::model::Series;
use crate::standard::{Citation, catalogue, cite, claim, grammar};

/// How far before and behind a citation markup matters, in bytes.
const BEFORE: usize = 80;
const BEHIND: usize = 32;

/// The first of the places where citations may begin, `anchors`, that stands in a paragraph which needs the reader, because
/// it may hold a finding or matter to one of the whole set; nothing only if every citation is plain, in order and without an
/// edition that other documents may differ from.
#[must_use]
pub fn first_needy(text: &str, anchors: &[usize], on: Date) -> Option<usize> {
    first_other(text, anchors, |paragraph, own| is_in_order(&text[paragraph.clone()], paragraph.start, own, on))
}

/// The first of the anchors of a text of which it is not sure that no section needs the reader for it.
#[derive(Clone, Copy, Debug)]
pub struct Doubt {
    /// Where it stands.
    pub at: usize,
    /// True if it is sure that its section needs the reader for it.
    pub is_needy: bool,
}

/// Looks for it without knowing where sections begin: a paragraph in which one may begin may read otherwise in that section.
#[must_use]
pub fn first_doubt(text: &str, (literals, anchors): (&Literals, &[usize]), on: Date) -> Option<Doubt> {
    let mut is_needy = false;
    let at = first_other(text, anchors, |range, own| {
        let paragraph = &text[range.clone()];
        if section::may_begin_within(paragraph.as_bytes()) {
            return false;
        }
        let is_in_order = is_in_order(paragraph, range.start, own, on);
        // What makes an anchor may stand in the next section.
        let is_own = || literals.count(text, range) == Some(own.len());
        is_needy = !is_in_order && is_own();
        is_in_order
    })?;
    Some(Doubt { at, is_needy })
}

/// The stretches of a section of Markdown that need the reader, in order; each reads the same alone. `anchors` are the places
/// in it where citations may begin; `known` is the first that needs the reader, if that is known.
#[must_use]
pub fn needy(section: &str, anchors: &[usize], known: Option<usize>, on: Date) -> Vec<Range<usize>> {
    let (mut needy, mut left, mut pieces) = (Vec::new(), anchors, None);
    let mut next = known.or_else(|| first_needy(section, left, on));
    while let Some(at) = next {
        let own = pieces.get_or_insert_with(|| Pieces::of(section)).around(at);
        left = &left[left.partition_point(|anchor| *anchor < own.end)..];
        needy.push(own);
        next = first_needy(section, left, on);
    }
    needy
}

/// The first of the anchors that stands in a paragraph of which `passes` is not true, asked with those in it.
fn first_other(
    text: &str,
    anchors: &[usize],
    mut passes: impl FnMut(&Range<usize>, &[usize]) -> bool,
) -> Option<usize> {
    let mut left = anchors;
    while let Some(first) = left.first() {
        let range = paragraph(text, *first);
        let (own, rest) = left.split_at(left.partition_point(|at| *at < range.end).max(1));
        if !passes(&range, own) {
            return Some(*first);
        }
        left = rest;
    }
    None
}

/// The lines around `at` up to the blank lines.
fn paragraph(text: &str, at: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let is_blank = |end: &usize| bytes.get(end + 1) == Some(&b'\n');
    let start = memchr::memrchr_iter(b'\n', &bytes[..at]).find(is_blank).map_or(0, |end| end + 2);
    let end = memchr::memchr_iter(b'\n', &bytes[at..]).map(|end| at + end).find(is_blank).unwrap_or(bytes.len());
    start.min(at)..end
}

/// True if every citation of a paragraph, which begins at `start`, is plain and in order; `anchors` is where they may be.
fn is_in_order(paragraph: &str, start: usize, anchors: &[usize], on: Date) -> bool {
    let anchors = || anchors.iter().map(|at| at - start);
    if anchors().any(|at| names_edition(&paragraph[at..])) {
        return false;
    }
    if !anchors().all(|at| is_plain(paragraph, &(at..at))) {
        return false;
    }
    let references = grammar::find(paragraph);
    // References do not overlap, so the last that begins before a place is the only one that can hold it.
    let is_read = |at: usize| {
        let after = references.partition_point(|one| one.range.start <= at);
        after.checked_sub(1).is_some_and(|last| references[last].range.contains(&at))
    };
    let claims = OnceCell::new();
    let may_claim = || *claims.get_or_init(|| claim::may_claim(paragraph) || may_state(paragraph));
    let is_undated = |one: &grammar::Reference| one.year.is_none();
    if references.iter().any(is_undated) && has_cell_of_year(paragraph.as_bytes()) {
        return false;
    }
    anchors().all(is_read)
        && references
            .into_iter()
            .all(|reference| is_plain(paragraph, &reference.range) && is_quiet(&cite(reference, on), may_claim, on))
}

/// True if a text begins with an edition, written as most are, beside which others exist: "ISO/IEC 27001:2013". That is seen
/// without the grammar, and whatever else may be there, the reader is needed.
fn names_edition(text: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let named = || {
        let rest = text.strip_prefix("ISO")?;
        let rest = rest.strip_prefix("/IEC").unwrap_or(rest).strip_prefix(' ')?;
        let (number, rest) = rest.split_at(digits(rest));
        let (part, rest) = rest.strip_prefix('-').map_or(("", rest), |part| part.split_at(digits(part)));
        let rest = rest.strip_prefix(':')?;
        let year: u16 = rest[..digits(rest)].parse().ok()?;
        let standard = catalogue::standard(Series::International, number.parse().ok()?, part)?;
        Some(standard.editions.len() > 1 && standard.editions.iter().any(|edition| edition.year == year))
    };
    named().unwrap_or(false)
}

/// True if a cell of a table begins or ends with a year, which may be that of the edition of a standard in another.
fn has_cell_of_year(paragraph: &[u8]) -> bool {
    let is_year = |digits: &[u8]| matches!(digits, [b'1', b'9', a, b] | [b'2', b'0', a, b] if a.is_ascii_digit() && b.is_ascii_digit());
    memchr::memchr_iter(b'|', paragraph).any(|bar| {
        let behind = &paragraph[bar + 1..];
        let cell = behind[..memchr::memchr(b'|', behind).unwrap_or(behind.len())].trim_ascii();
        let begun = cell.strip_prefix(b"v").or_else(|| cell.strip_prefix(b":")).unwrap_or(cell);
        begun.get(..4).is_some_and(is_year) || cell.last_chunk::<4>().is_some_and(|four| is_year(four))
    })
}

/// True if a citation can matter to no rule, neither of the document nor of the whole set; its paragraph may hold a claim
/// or not.
fn is_quiet(citation: &Citation, may_claim: impl Fn() -> bool, on: Date) -> bool {
    citation.status.verdict().is_none()
        && !editions::counts(citation)
        && amendment::missing(citation, on).is_empty()
        && !((guidance::is_guidance(citation) || names_requirements(citation)) && may_claim())
}

/// True if nothing near the range could read otherwise once the markup is gone.
fn is_plain(text: &str, range: &Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let start = range.start.saturating_sub(BEFORE);
    let near = &bytes[start..(range.end + BEHIND).min(bytes.len())];
    // Without an early end the loop is vectorised, and most text is plain throughout.
    let is_marked = near.iter().fold(false, |found, byte| found | is_mark(*byte));
    // In a quotation the mark of the next line would stand in the middle of a citation.
    let is_quoted = |at: usize| bytes[start + at..].trim_ascii_start().starts_with(b">");
    !is_marked && !memchr::memchr_iter(b'\n', near).any(is_quoted)
}

/// True for a byte of markup, of an entity or of a character that is not plain.
fn is_mark(byte: u8) -> bool {
    (byte == b'*')
        | (byte == b'_')
        | (byte == b'`')
        | (byte == b'&')
        | (byte == b'\\')
        | (byte == b'<')
        | (byte == b'[')
        | (byte == b']')
        | (byte == b'\r')
        | (byte == b'\t')
        | (byte == b'~')
        | (byte == b'!')
        | (byte >= 0x80)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::standard::grammar::anchor;

    fn needs_reader(text: &str, on: Date) -> bool {
        anchor::all(text).is_none_or(|anchors| first_needy(text, &anchors, on).is_some())
    }

    proptest! {
        #[test]
        fn a_text_without_doubt_has_no_section_that_needs_the_reader(
            blocks in proptest::collection::vec(
                "(# |## 5 |- |> )?(ISO|ISO 9001|ISO/IEC 27001|ISO 8601|27001:2013|ISO/IEC 27001:2013|BS|15000|20000-1|iso \\*5|a)( a)?\n{1,3}",
                1..8,
            ),
        ) {
            let (text, today) = (blocks.concat(), date(2026, 11, 22));
            let literals = Literals::of(text.as_bytes());
            let anchors = literals.anchors(&text, &(0..text.len()));
            let (Some(anchors), Some(sections)) = (anchors, section::split(&text)) else { return Ok(()) };
            let doubt = first_doubt(&text, (&literals, &anchors), today);
            for own in sections {
                let alone = anchor::all(&text[own.clone()]).expect("they can be looked for here");
                let needy_alone = needy(&text[own.clone()], &alone, None, today);
                let mut left = literals.anchors(&text, &own).expect("they can be looked for here");
                left.retain(|at| doubt.is_some_and(|doubt| own.start + at >= doubt.at));
                let is_known = |doubt: &Doubt| doubt.is_needy && own.contains(&doubt.at);
                let known = doubt.filter(is_known).map(|doubt| doubt.at - own.start);
                prop_assert_eq!(needy(&text[own], &left, known, today), needy_alone);
            }
        }
    }

    #[test]
    fn editions_that_are_seen_at_once_matter() {
        let today = date(2026, 11, 22);
        let mut seen = 0;
        let editions = catalogue::standards().iter().flat_map(|one| one.editions);
        for text in editions.flat_map(|one| {
            ["", ".", ", 5.3", " is used", "/Amd 1:2024"].map(|rest| format!("{}{rest}", one.designation))
        }) {
            if names_edition(&text) {
                let citations = grammar::find(&text).into_iter().map(|one| cite(one, today));
                assert!(citations.into_iter().any(|one| !is_quiet(&one, || false, today)), "{text}");
                seen += 1;
            }
        }
        assert!(seen > 100);
        for text in ["ISO 9001", "ISO/IEC 27001:2014", "ISO/IEC 27001-2013", "ISO :2013", "IEC 27001:2013"] {
            assert!(!names_edition(text), "{text}");
        }
    }

    #[test]
    fn plain_citations_in_order_need_no_reader() {
        let today = date(2026, 11, 22);
        for text in [
            "We follow ISO/IEC 27001 and ISO 22301.",
            "ISO 8601:2019 dates.\n\nISO/IEC 20000-10 applies.",
            "isolation at 3 sites",
        ] {
            assert!(!needs_reader(text, today), "{text}");
        }
        for text in [
            "per ISO/IEC 27001:2013",
            "ISO/IEC **27001**:2013",
            "ISO/IEC 27001&#58;2013",
            "> ISO/IEC 27001,\n> 2013 edition",
            "ISO/IEC 20000-1:2018",
            "the *2013* edition of ISO/IEC 27001",
            "ISO/IEC TR 20000-9",
            "ISO 9001:2026 applies",
        ] {
            assert!(needs_reader(text, today), "{text}");
        }
    }
}

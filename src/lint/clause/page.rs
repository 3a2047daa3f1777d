//! Editions that are named by the address of their page on iso.org, which is on record: as the value of an entry, or as
//! where a number leads.

use jiff::civil::Date;

use crate::document::Block;
use crate::source::{SourceFile, Span, ceiling, floor};
use crate::standard::clause::{self, Locality};
use crate::standard::grammar::{Reference, Year, YearForm};
use crate::standard::{Citation, catalogue, cite};

/// What the addresses of pages have before their number.
const ADDRESS: &str = "iso.org/standard/";

/// True if a page is named in the text.
pub(super) fn may_be_named(text: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), ADDRESS.as_bytes()).is_some()
}

/// The number of the page that an address in the text leads to, if no other stands there.
fn page(text: &str) -> Option<u32> {
    let (_, rest) = text.split_once(ADDRESS)?;
    let digits = &rest[..rest.find(|one: char| !one.is_ascii_digit()).unwrap_or(rest.len())];
    digits.parse().ok().filter(|_| !rest.contains(ADDRESS))
}

/// The edition whose page an address leads to, as if it were cited at `range`.
fn cited(text: &str, range: std::ops::Range<usize>, on: Date) -> Option<Citation> {
    let (standard, edition) = catalogue::by_page(page(text)?)?;
    let year = Some(Year { value: edition.year, form: YearForm::Colon });
    let part = standard.part.to_owned();
    let named = Reference { part, year, ..Reference::plain(range, "ISO/IEC", standard.number) };
    Some(Reference { series: standard.series, ..named }).map(|reference| cite(reference, on))
}

/// The year of the edition whose page an address leads to that a text begins with or holds.
fn year(text: &str) -> Option<u16> {
    let (_, rest) = text.split_once(ADDRESS)?;
    let digits = &rest[..rest.find(|one: char| !one.is_ascii_digit()).unwrap_or(rest.len())];
    catalogue::by_page(digits.parse().ok()?).map(|(_, edition)| edition.year)
}

/// The edition whose page is all of the value of an entry.
pub(super) fn of_entry(block: &Block, on: Date) -> Option<Citation> {
    let (_, value) = block.entry().filter(|(key, _)| clause::is_source_key(key))?;
    let end = block.prose.text().len();
    let is_address = value.starts_with("http") && !value.contains([' ', '\n']);
    is_address.then(|| cited(value, end - value.len()..end, on))?
}

/// How far a link is looked at on either side of a number, in bytes.
const REACH: usize = 240;

/// For each number that is a link to the page of an edition that edition. Beside the page of a newer one it is what that came
/// from: "[A.9.2.1](…) is now [5.16](…)".
pub(super) fn linked(block: &Block, localities: &[Locality], source: &SourceFile<'_>, on: Date) -> Vec<Citation> {
    if localities.is_empty() {
        return Vec::new();
    }
    let all = block.prose.source_span(0, block.prose.text().len());
    // The address of a last link stands behind the last word of the text.
    let end = floor(&source.text, (all.end + REACH).min(source.text.len()));
    let line = source.text[all.end..end].find('\n').map_or(end, |at| all.end + at);
    let newest = source.text[all.start..line]
        .match_indices(ADDRESS)
        .filter_map(|(at, _)| year(&source.text[all.start + at..]))
        .max();
    let of = |one: &Locality| {
        let span = block.prose.source_span(one.range.start, one.range.end);
        let link = target(&source.text, span)?;
        let is_newest = newest.is_none_or(|newest| year(link).is_some_and(|year| year >= newest));
        is_newest.then(|| cited(link, one.range.clone(), on))?
    };
    localities.iter().filter_map(of).collect()
}

/// Where the link leads that a stretch of the source begins, in an element or in Markdown.
fn target(text: &str, span: Span) -> Option<&str> {
    // Of a long text only what is near is looked at.
    let from = ceiling(text, span.start.saturating_sub(REACH));
    let near = &text[span.end..floor(text, span.end + REACH)];
    let head = text[from..span.start].trim_end_matches(['*', '_', '`', ' ']);
    // Behind the number may stand its title, but not "of our manual".
    let words = &near[..near.find(['<', ']', '\n']).unwrap_or(near.len())];
    if words.chars().find(|one| one.is_alphabetic()).is_some_and(char::is_lowercase) {
        return None;
    }
    let in_tag = || {
        let tag = &head[head.rfind('<')?..];
        (tag.ends_with('>') && tag.contains("href=")).then_some(tag)
    };
    let in_brackets = || {
        let (words, rest) = near.split_once("](")?;
        let address = &rest[..rest.find([')', '\n'])?];
        let is_whole = head.ends_with('[') && !words.contains(['[', ']', '\n']);
        is_whole.then_some(address)
    };
    in_tag().or_else(in_brackets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_pages() {
        let target = |text: &str| {
            let at = text.find("A.9").expect("a number stands there");
            target(text, Span::new(at, at + "A.9".len())).and_then(page)
        };
        assert_eq!(target("see <a class=x href=\"https://www.iso.org/standard/54534.html\">A.9</a>"), Some(54534));
        assert_eq!(target("[**A.9** Access](https://www.iso.org/standard/54534.html)"), Some(54534));
        for text in [
            "A.9 of <a href=\"https://www.iso.org/standard/54534.html\">it</a>",
            "<a href=\"https://www.iso.org/standard/54534.html\">it</a> A.9",
            "A.9 and [it](https://www.iso.org/standard/54534.html)",
            "[A.9 of our manual](https://www.iso.org/standard/54534.html)",
            "[A.9](https://www.iso.org/home.html)",
        ] {
            assert_eq!(target(text), None, "{text}");
        }
    }
}

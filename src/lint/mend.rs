//! How a finding can be mended without a person: the few cases in which one text surely takes the place of another.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ptr;
use std::sync::Arc;

use jiff::civil::Date;

use super::document::Examiner;
use super::mendable::Stretch;
use super::substance::sentence_around;
use crate::finding::{Edit, Fix, Safety};
use crate::rule::check::status::with_amendments;
use crate::rule::words::OLD_COUNTS;
use crate::source::{SourceFile, Span};
use crate::standard::clause::{Bound, Fault, moved_to, table};
use crate::standard::grammar::YearForm;
use crate::standard::{Citation, Edition, Verdict, catalogue, status};

/// What is written instead of a stretch of text.
struct Change {
    safety: Safety,
    span: Span,
    text: String,
}

impl Examiner<'_> {
    /// How a citation at fault, which stands at `own`, can be mended.
    pub(super) fn mend_citation(&mut self, verdict: Verdict, citation: &Citation, own: Stretch<'_>) -> Option<Fix> {
        let change = match verdict {
            Verdict::Superseded if self.is_of_edition(citation, own) => None,
            Verdict::Superseded => newer_year(citation, self.source, own.span(), self.settings.as_of),
            Verdict::NeverPublished => meant(citation, self.source, own, self.settings.as_of),
            Verdict::Withdrawn | Verdict::UnknownEdition => None,
        };
        change.and_then(|change| self.fix(change, own))
    }

    /// True if what stands around a citation is true of its edition alone: a quotation, a link to the page of the edition, the year
    /// in which it appeared, the number of its controls.
    fn is_of_edition(&self, citation: &Citation, own: Stretch<'_>) -> bool {
        let text = own.block.prose.text();
        let around = sentence_around(text, own.range);
        let rest = [&text[around.start..own.range.start], &text[own.range.end..around.end]];
        let year = citation.reference.year.map(|year| year.value.to_string());
        let tells = |word: &str| {
            let word = word.trim_matches(|one: char| !one.is_alphanumeric());
            OLD_COUNTS.contains(word) || year.as_deref() == Some(word)
        };
        rest.iter().flat_map(|one| one.split_whitespace()).any(tells) || own.is_quoted() || own.is_linked(&self.written)
    }

    /// How the number of a clause or control at fault, which stands at `own`, can be mended.
    pub(super) fn mend_number(&mut self, bound: &Bound, fault: Fault, own: Stretch<'_>) -> Option<Fix> {
        new_number(bound, fault, self.source, own.span()).and_then(|change| self.fix(change, own))
    }

    /// The fix of a change; none of a document that is no text, or where it would break what stands around it.
    fn fix(&mut self, change: Change, own: Stretch<'_>) -> Option<Fix> {
        let was = self.source.text[change.span.start..change.span.end].to_owned();
        let place = self.locator.place(change.span);
        if place.location.is_some() || !own.may_change(&self.written, change.span, &change.text) {
            return None;
        }
        let words = ["Replace ", &was, " by ", &change.text, "."].concat();
        Some(Fix { safety: change.safety, words, edits: vec![Edit { place, was, text: change.text }] })
    }
}

/// The year of the edition that took its place, with the amendments that belong to it.
fn newer_year(citation: &Citation, source: &SourceFile, span: Span, on: Date) -> Option<Change> {
    let reference = &citation.reference;
    let year = reference.year.filter(|_| citation.adoption.is_none() && reference.supplements.is_empty())?;
    let is_plain = reference.stage.is_none() && reference.twin.is_empty() && reference.languages.is_empty();
    let old = citation.edition.filter(|_| is_plain)?;
    let dated = NEWER.with_borrow_mut(|known| {
        known.entry((ptr::from_ref(old), on)).or_insert_with(|| newer(citation, old, on)).clone()
    })?;
    let at = only(&source.text[span.start..span.end], &year.value.to_string())?;
    let span = Span::new(span.start + at, span.start + at + 4);
    // What touches the year goes with it: a second year, a supplement, the number of a control.
    let behind = source.text[span.end..].chars().next();
    let is_free = behind.is_none_or(|one| {
        one.is_whitespace() || matches!(one, '.' | ',' | ';' | ')' | ']' | '|' | '"' | '\'' | '<' | '*')
    });
    let is_written_so = year.form == YearForm::Colon || dated.len() == 4;
    (is_free && is_written_so).then(|| Change { safety: Safety::Unsafe, span, text: dated.to_string() })
}

/// What is written instead of a year, if it can be known.
type Dated = Option<Arc<str>>;

thread_local! {
    /// What is written of editions on a day, as `newer` gives it: the same few are cited thousands of times in a large set.
    static NEWER: RefCell<BTreeMap<(*const Edition, Date), Dated>> = const { RefCell::new(BTreeMap::new()) };
}

/// What is written behind the colon instead of the year of an edition that took no other name: `2022/Amd 1:2024`.
fn newer(citation: &Citation, old: &Edition, on: Date) -> Dated {
    let (successors, formal) = citation.successors(on);
    let [new] = successors.as_slice() else { return None };
    let is_same = citation.standard?.editions.iter().any(|edition| ptr::eq(edition, *new));
    let is_named_alike = || new.designation.split(':').next() == old.designation.split(':').next();
    if !formal || !is_same || !is_named_alike() {
        return None;
    }
    with_amendments(new, on).split_once(':').map(|(_, dated)| dated.into())
}

/// The standard that is meant by a number that was never published.
fn meant(citation: &Citation, source: &SourceFile, own: Stretch<'_>, on: Date) -> Option<Change> {
    let [instead] = citation.standard?.never_published.as_ref()?.instead else { return None };
    let reference = &citation.reference;
    let is_whole = reference.year.is_none() && reference.supplements.is_empty() && !reference.bare;
    let is_plain = reference.prefix.is_empty() && reference.stage.is_none() && reference.part.is_empty();
    let span = own.span();
    let written = &source.text[span.start..span.end];
    // Without a blank it may be a name that something else is found by: "ISO-33704", "ISO33704.pdf".
    let in_words = !written.contains('\n') && written.contains(char::is_whitespace) && own.is_plain(source);
    let undated = instead.split(':').next()?.to_owned();
    let has_appeared = catalogue::by_designation(instead).is_some_and(|one| status::has_appeared(one, on));
    (has_appeared && is_whole && is_plain && in_words).then_some(Change { safety: Safety::Safe, span, text: undated })
}

/// The number that is meant, or that an older one became, where it is one for one.
fn new_number(bound: &Bound, fault: Fault, source: &SourceFile, span: Span) -> Option<Change> {
    let own = bound.locality.number;
    let (safety, new) = match fault {
        Fault::UnknownClause => (Safety::Safe, table::meant(bound.standard.id, own)?),
        Fault::RenumberedClause => {
            let moves = table::moves(bound.standard.id)?;
            // A clause of the older edition that is rightly named so stays with its year.
            let [new] = moved_to(bound, bound.year.unwrap_or(moves.to))?[..] else { return None };
            (Safety::Unsafe, (moves.predecessors(new) == [own]).then_some(new)?)
        }
        Fault::RenumberedControl => {
            let controls = table::controls();
            let [new] = controls.successors(own)[..] else { return None };
            // Where the older edition is named, its year must change first.
            let is_free = bound.year != Some(controls.from) && own.depth() > 2;
            (Safety::Unsafe, (is_free && controls.predecessors(new) == [own]).then_some(new)?)
        }
        Fault::UnknownControl => return None,
    };
    let written = own.to_string();
    let is_written_so = bound.locality.last.is_none() && source.text[span.start..span.end].ends_with(&written);
    let span = Span::new(span.end.checked_sub(written.len())?, span.end);
    is_written_so.then(|| Change { safety, span, text: new.to_string() })
}

/// Where a year stands in `text`, if it stands there once and touches no digit.
fn only(text: &str, year: &str) -> Option<usize> {
    let first = year.bytes().next()?;
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let is_whole = |at: &usize| {
        bytes[*at..].starts_with(year.as_bytes()) && !is_digit(at.checked_sub(1)) && !is_digit(Some(at + year.len()))
    };
    let mut found = memchr::memchr_iter(first, bytes).filter(is_whole);
    let at = found.next()?;
    found.next().is_none().then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_found_where_it_stands_alone_and_once() {
        for (text, at) in [
            ("ISO/IEC 27001:2013", Some(14)),
            ("ISO 12013:2013", Some(10)),
            ("20131 and 2013", Some(10)),
            ("2013/2013", None),
            ("ISO 22013", None),
            ("ISO 27001", None),
            ("", None),
        ] {
            assert_eq!(only(text, "2013"), at, "{text}");
        }
    }
}

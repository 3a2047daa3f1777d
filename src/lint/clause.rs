//! Numbers of clauses and controls in one document: what they are bound to, what is wrong with them, and whether they
//! are only remembered.

mod beside;
mod history;
mod page;

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use jiff::civil::Date;

use super::citations::{is_address, mentions};
use super::document::Examiner;
use super::mendable::Stretch;
use super::sentence::{Ranges, sentence, within};
use super::statement;
use crate::document::{Block, Document, Kind};
use crate::finding::{Acknowledged, Cited, Finding, Related, Relation, Safety};
use crate::rule::check::{self, Hit};
use crate::rule::{Check, set};
use crate::source::{Locator, SourceFile, Span};
use crate::standard::citation::status_of;
use crate::standard::clause::{self, Bound, Locality, Named, Number};
use crate::standard::grammar;
use crate::standard::{Citation, Status, cite};

/// The numbers of a document with what stands around them.
#[derive(Debug)]
pub struct Numbers {
    /// What each block names.
    named: Vec<Named>,
    /// The numbers that something binds, in the order of their places.
    pub bound: Vec<Bound>,
    /// The heads of the columns of each table, by its number: their blocks.
    heads: HashMap<usize, Vec<usize>>,
    /// The columns of a table whose heads name an edition of a year, ascending; looked for when they are asked for.
    of_year: RefCell<Columns>,
    /// What stands in each row of a table; read when it is asked for.
    rows: OnceCell<HashMap<(usize, usize), Row>>,
}

/// Columns by the number of their table and a year.
type Columns = HashMap<(usize, u16), Rc<[usize]>>;

/// The numbers of a row, each with whether it is called a clause and is none of the controls, and its column, or without one where
/// it stands in several.
type Row = HashMap<(Number, bool), Option<usize>>;

/// Finds the numbers of a document at `path` and binds them.
#[must_use]
pub fn numbers(document: &Document, source: &SourceFile<'_>, on: Date) -> Numbers {
    let (path, has_pages) = (&*source.path, page::may_be_named(&source.text));
    let named: Vec<Named> = document
        .blocks
        .iter()
        .map(|block| {
            let mut citations = mentions(block, on);
            let of_entry = has_pages.then(|| page::of_entry(block, on)).flatten().filter(|_| citations.is_empty());
            citations.extend(of_entry);
            let ranges: Vec<_> = citations.iter().map(|one| one.reference.range.clone()).collect();
            let mut localities = clause::find(block.prose.text(), &ranges);
            let shortened = |one: &Locality| block.prose.text()[one.range.clone()].starts_with('.');
            localities.retain(|one| shortened(one) || !is_address(block, &one.range, &ranges));
            let linked = if has_pages { page::linked(block, &localities, source, on) } else { Vec::new() };
            Named { citations, localities, linked }
        })
        .collect();
    let of_path: Vec<Citation> = grammar::find(path).into_iter().map(|reference| cite(reference, on)).collect();
    let bound = clause::bind(document, path, &of_path, &named);
    let mut heads: HashMap<usize, Vec<usize>> = HashMap::new();
    for (block, one) in document.blocks.iter().enumerate() {
        if let Kind::Cell(cell) = one.kind
            && cell.row == 0
        {
            heads.entry(cell.table).or_default().push(block);
        }
    }
    Numbers { named, bound, heads, of_year: RefCell::default(), rows: OnceCell::new() }
}

/// For each citation of a block the clauses and controls that stand beside it, as reports for programs have them.
pub(super) fn beside(block: &Block, citations: &[Citation]) -> Vec<Option<String>> {
    let mut found: Vec<Option<String>> = vec![None; citations.len()];
    let text = block.prose.text();
    let mut localities = clause::annexes(text);
    if has_digit(text, citations) {
        let ranges: Vec<_> = citations.iter().map(|one| one.reference.range.clone()).collect();
        localities.extend(clause::find(text, &ranges));
    }
    if localities.is_empty() {
        return found;
    }
    localities.sort_by_key(|one| one.range.start);
    let named = Named { citations: citations.to_vec(), localities, linked: Vec::new() };
    let beside = clause::beside(text, &named);
    let pairs = || named.localities.iter().zip(&beside).filter_map(|(own, at)| Some((own, (*at)?)));
    for (own, at) in pairs().filter(|(own, _)| !own.is_annex()) {
        let clause = found[at].get_or_insert_default();
        let comma = if clause.is_empty() { "" } else { ", " };
        *clause += &format!("{comma}{own}");
    }
    for (own, at) in pairs().filter(|(own, _)| own.is_annex()) {
        found[at].get_or_insert_with(|| own.to_string());
    }
    found
}

/// True if a digit stands outside the citations.
fn has_digit(text: &str, citations: &[Citation]) -> bool {
    let starts = citations.iter().map(|one| one.reference.range.start).chain([text.len()]);
    let ends = [0].into_iter().chain(citations.iter().map(|one| one.reference.range.end));
    // Without an early end the loop is vectorised.
    let has = |found: bool, byte: &u8| found | byte.is_ascii_digit();
    ends.zip(starts).any(|(from, to)| text.as_bytes().get(from..to).unwrap_or_default().iter().fold(false, has))
}

/// Finds what is wrong with the numbers of a document; of the blocks before `above` no place is known.
pub(super) fn find_faults(document: &Document, above: usize, examiner: &mut Examiner<'_>) {
    let on = examiner.settings.as_of;
    let numbers = numbers(document, examiner.source, on);
    let mut locator = examiner.source.locator();
    for (index, bound) in numbers.bound.iter().enumerate().filter(|(_, bound)| bound.block >= above) {
        let Some(fault) = clause::judge(bound, on) else { continue };
        if numbers.is_heir(&examiner.judge, document, index) {
            continue;
        }
        let Some(rule) = set::rule_for(Check::ClauseStatus(fault)) else { continue };
        let hit = check::clause::hit(bound, fault, on);
        let range = &bound.locality.range;
        let own = Stretch { block: &document.blocks[bound.block], range };
        let primary = examiner.label(own.span());
        let is_shown_only = examiner.settings.is_shown_only;
        let fix = if is_shown_only { None } else { examiner.mend_number(bound, fault, own) };
        let hash = || sentence(&examiner.judge, bound.block, range, |all| ranges(&numbers.named[bound.block], all));
        let sentence = (!is_shown_only).then(hash);
        let related = binder(document, above, bound, &mut locator);
        let finding = Finding {
            related: related.into_iter().collect(),
            fix,
            sentence,
            ..statement::finding(rule, &hit, Some(cited(bound, &hit, on)), primary)
        };
        match numbers.history(&examiner.judge, document, index) {
            Some(because) => examiner.out.acknowledged.push(Acknowledged { finding, because }),
            None => examiner.out.findings.push(finding),
        }
    }
    keep_years(document, &numbers, &mut locator, &mut examiner.out.findings);
}

/// Takes the fix from every citation to which a number is bound that would mean something else with the year that the fix writes.
fn keep_years(document: &Document, numbers: &Numbers, locator: &mut Locator<'_>, findings: &mut [Finding]) {
    let is_of_year = |one: &&mut Finding| one.fix.as_ref().is_some_and(|fix| fix.safety == Safety::Unsafe);
    if !findings.iter_mut().any(|one| is_of_year(&one)) {
        return;
    }
    let mut bound_at: HashMap<u64, Vec<&Bound>> = HashMap::new();
    for bound in &numbers.bound {
        if let Some((block, range)) = &bound.binder.place {
            let span = document.blocks[*block].prose.source_span(range.start, range.end);
            bound_at.entry(locator.place(span).start.byte).or_default().push(bound);
        }
    }
    for finding in findings.iter_mut().filter(is_of_year) {
        let Some(bound) = bound_at.get(&finding.primary.place.start.byte) else { continue };
        let written = finding.fix.as_ref().and_then(|fix| fix.edits.first()).and_then(|edit| edit.text.get(..4));
        let Some(newer) = written.and_then(|year| year.parse().ok()) else { continue };
        if !bound.iter().all(|one| clause::bears_newer_year(one, newer)) {
            finding.fix = None;
        }
    }
}

/// Where designations and numbers stand in a stretch of a block.
fn ranges(named: &Named, stretch: &Range<usize>) -> Ranges {
    let citations =
        within(&named.citations, |one| &one.reference.range, stretch).iter().map(|one| &one.reference.range);
    let localities = within(&named.localities, |one| &one.range, stretch).iter().map(|one| &one.range);
    citations.chain(localities).cloned().collect()
}

/// What a number at fault denotes, as reports for programs have it.
fn cited(bound: &Bound, hit: &Hit, on: Date) -> Cited {
    let edition = bound.year.and_then(|year| bound.standard.editions.iter().find(|one| one.year == year));
    let status = edition.map_or(Status::Undated, |edition| status_of(bound.standard, edition, on));
    Cited {
        standard: bound.standard.id.to_owned(),
        edition: edition.map(|one| one.year.to_string()),
        clause: Some(check::clause::written(bound)),
        status: status.name(),
        adoption: None,
        successors: hit.successors.clone(),
    }
}

/// The place of what binds a number; for the path of the document, its beginning.
pub(super) fn binder(document: &Document, above: usize, bound: &Bound, locator: &mut Locator<'_>) -> Option<Related> {
    let (span, what) = match &bound.binder.place {
        Some((block, _)) if *block < above => return None,
        // A link binds itself.
        Some((block, range)) if *block == bound.block && *range == bound.locality.range => return None,
        Some((block, range)) => (document.blocks[*block].prose.source_span(range.start, range.end), "this"),
        None => (Span::new(0, 0), "the path of the document"),
    };
    let words = format!("{what} binds it to {}", bound.standard.id);
    Some(Related { relation: Relation::Binder, place: locator.place(span), words: words.into() })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::document::Format;
    use crate::lint::citations::citations;

    #[test]
    fn clauses_beside_a_designation_are_listed_with_it() {
        for (text, wanted) in [
            ("ISO/IEC 20000-1:2018 6.6, 8.7.3", "6.6, 8.7.3"),
            ("ISO/IEC 27001:2022 11.2, 12.1", "12.1"),
            ("ISO 9001:2015 8.4", ""),
            ("ISO 9001:2015 8.4 and more", ""),
            ("ISO 9001:2015 9.5 %", ""),
            ("ISO 9001 8.4", ""),
            ("контроль А.12.6.1 приложения А ISO/IEC 27001", "A.12.6.1"),
            ("control A.12.6.1 Annex A ISO/IEC 27001", "A.12.6.1"),
            ("NEN 7510 A.9.4.1, ISO 27001 A.8.3", "A.8.3"),
        ] {
            let document = Format::Plain.read(text, None);
            let block = &document.blocks[0];
            let found = beside(block, &citations(block, date(2026, 11, 22)));
            let found: Vec<String> = found.into_iter().map(Option::unwrap_or_default).collect();
            assert_eq!(found, [wanted], "{text}");
        }
    }
}

//! The reduce of `missing-amendment`: one finding for each amendment that is left out somewhere in the set.

use std::sync::Arc;

use super::facts::{IsExcused, OfSet, Subject};
use super::statement;
use crate::document::{Block, Document, Kind};
use crate::finding::{Cited, Finding, Label, Related, Relation};
use crate::rule::check::Hit;
use crate::rule::words::{ALL_AMENDMENTS, AMENDMENT_JOINTS, AMENDMENT_STEMS};
use crate::rule::{Check, Rule, set};
use crate::source::Place;
use crate::standard::Supplement;
use crate::standard::grammar::{AMENDMENTS, Reference};

/// Dated citations in one document that leave out an amendment.
#[derive(Debug)]
pub struct Unamended {
    /// The amendment.
    pub supplement: &'static Supplement,
    /// What the first citation denotes.
    pub cited: Cited,
    /// The first citation.
    pub first: Arc<Label>,
    /// The further ones.
    pub others: Vec<Other>,
}

/// A further citation.
#[derive(Debug)]
pub struct Other {
    /// Where.
    pub place: Place,
    /// The same with the lines around it, if some of the document may be suppressed and this one not.
    pub label: Option<Arc<Label>>,
}

/// A citation of any document.
struct Mention<'a> {
    cited: &'a Cited,
    place: &'a Place,
    label: Option<&'a Arc<Label>>,
}

/// How far behind an edition its supplement may be named in words, in characters.
const BEHIND: usize = 60;

/// How many items of a list, or cells of a row, either side may name the supplement, and the longest that is an entry, in bytes.
const ITEMS: usize = 16;
const ENTRY: usize = 400;

/// True if a supplement that a citation in block `at` leaves out is named in its sentence, which ends at `end`, right before
/// it or a few words behind it, by another item of its list or in another cell of its row.
pub(super) fn named_near(
    document: &Document,
    (at, end): (usize, usize),
    cited: &Reference,
    supplement: &Supplement,
) -> bool {
    let name = Name::of(supplement);
    let blocks = &document.blocks;
    let text = blocks[at].prose.text();
    let rest = &text[cited.range.end..end.max(cited.range.end)];
    let end = rest.char_indices().nth(BEHIND).map_or(rest.len(), |(end, _)| end);
    if name.is_in(&rest[..end]) || name.leads_to(&text[..cited.range.start]) {
        return true;
    }
    let number = cited.number.to_string();
    let own = blocks[at].kind;
    let is_beside = |block: &&Block| match (own, block.kind) {
        (Kind::Item, Kind::Item) => true,
        (Kind::Cell(own), Kind::Cell(cell)) => (own.table, own.row) == (cell.table, cell.row),
        _ => false,
    };
    let is_told = |block: &Block| {
        let text = block.prose.text();
        text.len() <= ENTRY && name.is_in(text) && (matches!(own, Kind::Cell(_)) || text.contains(&number))
    };
    let (before, after) = (blocks[..at].iter().rev(), blocks[at + 1..].iter());
    before.take_while(is_beside).take(ITEMS).any(is_told) || after.take_while(is_beside).take(ITEMS).any(is_told)
}

/// How an amendment is named in words.
struct Name {
    /// Its number.
    order: &'static str,
    year: &'static str,
}

impl Name {
    fn of(supplement: &Supplement) -> Self {
        let mut pieces = supplement.label.split([' ', ':']).skip(1);
        let mut next = || pieces.next().unwrap_or_default();
        Self { order: next(), year: next() }
    }

    /// True if the number follows at the beginning of a text.
    fn counts(&self, behind: &str) -> bool {
        let behind = behind.trim_start_matches([' ', '.', '-', '\u{a0}']);
        let rest = behind.strip_prefix(self.order);
        rest.is_some_and(|rest| !rest.starts_with(|one: char| one.is_ascii_digit()))
    }

    /// True if a text names it: "Amendment 1", "A1:2024", "the 2024 amendment", "as amended".
    fn is_in(&self, text: &str) -> bool {
        // Most texts name no amendment, and need no closer look.
        let order = self.order.as_bytes().last().copied();
        let may_name = |three: &[u8]| match [three[0] | 0x20, three[1] | 0x20, three[2] | 0x20] {
            [b'm', b'e', b'n'] | [b'a', b'm', b'd'] | [b'n', b'd', b'e'] | [b'm', b'i', b'e'] => true,
            [_, _, b':'] => three[2] == b':' && Some(three[1]) == order,
            _ => false,
        };
        if !text.as_bytes().windows(3).any(may_name) {
            return false;
        }
        let lower = text.to_lowercase();
        let short = format!("a{}:{}", self.order, self.year);
        AMENDMENTS.iter().any(|word| lower.match_indices(word).any(|(at, _)| self.counts(&lower[at + word.len()..])))
            || ALL_AMENDMENTS.iter().any(|words| lower.contains(words))
            || lower.contains(&short)
            || (lower.contains(self.year) || lower.contains("climate"))
                && AMENDMENT_STEMS.iter().any(|stem| lower.contains(stem))
    }

    /// True if what stands before the citation of a standard ends with it: "Amendment 1 to", "the 2024 climate amendment to the".
    fn leads_to(&self, head: &str) -> bool {
        let last = head.trim_end().rsplit([' ', '\n', '\u{a0}']).next().unwrap_or_default();
        if !AMENDMENT_JOINTS.iter().any(|word| word.eq_ignore_ascii_case(last)) {
            return false;
        }
        let from = head.char_indices().rev().nth(BEHIND).map_or(0, |(from, _)| from);
        let lower = head[from..].to_lowercase();
        let mut words: Vec<&str> = lower.split([' ', '\n', '\u{a0}']).filter(|word| !word.is_empty()).collect();
        let all = words.len();
        while words.last().is_some_and(|word| AMENDMENT_JOINTS.contains(word)) {
            words.pop();
        }
        let Some((last, rest)) = words.split_last().filter(|_| words.len() < all) else { return false };
        let is_stem = |word: &str| AMENDMENT_STEMS.iter().chain(AMENDMENTS).any(|stem| word.starts_with(stem));
        let is_order = last.split(':').next() == Some(self.order);
        let is_counted = is_order && rest.last().is_some_and(|word| is_stem(word));
        let names_it = |word: &&str| *word == self.year || word.starts_with("climate");
        let is_dated = || rest.iter().rev().take(2).any(names_it);
        is_counted || is_stem(last) && is_dated() || *last == format!("a{}:{}", self.order, self.year)
    }
}

/// One finding for each amendment, with every place that counts.
pub(super) fn find(unamended: &[Unamended], is_excused: &mut IsExcused<'_>, out: &mut OfSet) {
    let Some(rule) = set::rule_for(Check::MissingAmendment) else { return };
    let mut unamended: Vec<&Unamended> = unamended.iter().collect();
    unamended.sort_by_cached_key(|one| (one.supplement.designation, one.first.place.head(), &one.first.place));
    for group in unamended.chunk_by(|a, b| std::ptr::eq(a.supplement, b.supplement)) {
        let mentions = group.iter().flat_map(|one| mentions(one));
        let mut is_out = |one: &Mention<'_>| is_excused(rule.id, one.place, Subject::from(one.cited));
        let (excused, counting): (Vec<Mention<'_>>, Vec<Mention<'_>>) = mentions.partition(|one| is_out(one));
        let supplement = group[0].supplement;
        out.findings.extend(finding(rule, supplement, &counting));
        out.excused.extend(finding(rule, supplement, &excused));
    }
}

/// The citations of a document, one by one.
fn mentions(unamended: &Unamended) -> impl Iterator<Item = Mention<'_>> {
    let Unamended { cited, first, others, .. } = unamended;
    let others = others.iter().map(move |other| Mention { cited, place: &other.place, label: other.label.as_ref() });
    std::iter::once(Mention { cited, place: &first.place, label: Some(first) }).chain(others)
}

/// The finding at the first of these citations; nothing if there is none.
fn finding(rule: &'static Rule, supplement: &'static Supplement, mentions: &[Mention<'_>]) -> Option<Finding> {
    let at = mentions.iter().position(|one| one.label.is_some())?;
    let Mention { cited, label, .. } = mentions[at];
    let edition = supplement.designation.split("/Amd").next().unwrap_or_default();
    let others = mentions[..at].iter().chain(&mentions[at + 1..]);
    let words: Arc<str> = "also here".into();
    let again = |place: &Place| Related { relation: Relation::Again, place: place.clone(), words: Arc::clone(&words) };
    let related: Vec<Related> = others.map(|one| again(one.place)).collect();
    let mut values = vec![
        ("citation", edition.to_owned()),
        ("amendment", supplement.label.to_owned()),
        ("full", supplement.designation.to_owned()),
        ("date", supplement.published.text.to_owned()),
    ];
    match related.len() {
        0 => {}
        1 => values.push(("one-more", "1".into())),
        more => values.push(("more", more.to_string())),
    }
    let hit = Hit { values, page: supplement.page, ..Hit::default() };
    Some(Finding { related, ..statement::finding(rule, &hit, Some(cited.clone()), Arc::clone(label?)) })
}

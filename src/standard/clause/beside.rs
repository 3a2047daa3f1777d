//! Whether a designation stands beside a number: nothing of its own between them.

use std::ops::Range;

use super::appendix::LAST_CLAUSE;
use super::gap::{self, Gap};
use super::mention::{self, Named};
use super::model::{Form, Locality};
use super::part::names_owner;
use super::said;
use super::scan::last_word;
use super::table;
use super::title;
use super::words::{self, Word};
use crate::standard::Citation;

/// For each number of a block the index of the designation that stands beside it.
#[must_use]
pub fn beside(prose: &str, named: &Named) -> Vec<Option<usize>> {
    let passed: Vec<Range<usize>> = named.localities.iter().map(|one| one.range.clone()).collect();
    named.localities.iter().map(|one| beside_one(prose, &named.citations, one, &passed)).collect()
}

fn beside_one(prose: &str, citations: &[Citation], own: &Locality, passed: &[Range<usize>]) -> Option<usize> {
    if own.is_foreign && !own.form.is_lettered() {
        return None;
    }
    let behind = citations.partition_point(|one| one.reference.range.start < own.range.start);
    let range = |at: usize| &citations[at].reference.range;
    let before = behind.checked_sub(1).and_then(|at| {
        let gap = range(at).end..own.range.start;
        let is_led = || own.is_part() && !names_owner(prose, own.range.end) && said::leads(prose, gap.clone());
        let found = before_number(prose, gap.clone(), passed).or_else(|| is_led().then(Gap::default));
        Some((at, found?))
    });
    let before = before.filter(|(_, gap)| !gap.has_semicolon || ends(prose, own));
    let after = (behind < citations.len())
        .then(|| {
            let gap = own.range.end..range(behind).start;
            let titled = || said::behind_title(prose, gap.clone(), passed).filter(|_| own.form == Form::Clause);
            Some((
                behind,
                of_annex(prose, own, gap.clone())
                    .or_else(|| behind_number(prose, gap.clone(), passed))
                    .or_else(titled)?,
            ))
        })
        .flatten()
        .filter(|(at, gap)| belongs_to(prose, own, gap, range(*at)));
    // "Clause 8.7.3 (6.6 in ISO/IEC 20000-1:2011)": what stands in the bracket is the other number's.
    let after = after.filter(|(_, gap)| !(gap.is_open && gap.passes_open));
    let before = before
        .filter(|(at, gap)| follows(prose, own, gap) || is_listed_behind(prose, own, gap, &citations[*at], passed));
    // "Clause 8.2 (ISO 22301) and control A.5.1 (ISO/IEC 27001)": each has its own bracket.
    let is_closed = |at: usize| prose[range(at).end..].starts_with([')', ']']);
    // "NEN 7510 A.9.4.1, ISO 27001 A.8.3": only words or a bracket of its own give it to the one behind.
    let after =
        after.filter(|(at, gap)| !own.is_foreign || gap.has_of || (gap.has_bracket && gap.is_open && is_closed(*at)));
    let before = before.filter(|(at, gap)| {
        let has_own = after.as_ref().is_some_and(|(_, own)| own.is_open && own.is_plain && !own.passes);
        !(has_own && is_closed(*at) && !gap.is_direct)
    });
    match (before, after) {
        (Some((_, one)), Some((at, other))) if other.has_of && is_nearer(&other, &one) => Some(at),
        (Some((at, _)), _) | (None, Some((at, _))) => Some(at),
        (None, None) => None,
    }
}

/// The gap before a number; the title of the standard right behind its designation does not count.
fn before_number(prose: &str, gap: Range<usize>, passed: &[Range<usize>]) -> Option<Gap> {
    gap::between(prose, gap.clone(), passed).or_else(|| title::behind(prose, gap, passed))
}

/// The gap behind a number; a bracket of the writer's own words right behind it does not count before "of": "Clause 8.7.3
/// (in our words) of ISO/IEC 20000-1".
fn behind_number(prose: &str, gap: Range<usize>, passed: &[Range<usize>]) -> Option<Gap> {
    gap::between(prose, gap.clone(), passed).filter(|gap| !gap.has_semicolon).or_else(|| {
        let text = prose.get(gap.clone())?;
        let open = text.trim_start().strip_prefix('(')?;
        let aside = &open[..open.bytes().take(ASIDE + 1).position(|one| one == b')')?];
        let is_words = !aside.contains(|one: char| one.is_ascii_digit() || "(;:".contains(one));
        let rest = gap.start + text.find(')')? + 1..gap.end;
        gap::between(prose, rest, passed).filter(|gap| is_words && gap.has_of && !gap.passes)
    })
}

/// The longest aside, in bytes, between a number and the word for whose it is.
const ASIDE: usize = 60;

/// True if no word stands right behind a number but one that goes on with its list or says something of all of it: "8.28,
/// 8.29 and 8.40 are used".
fn ends(prose: &str, own: &Locality) -> bool {
    let behind = prose[own.range.end..].trim_start_matches([' ', '\n']);
    let word = &behind[..behind.find(|one: char| !one.is_alphanumeric()).unwrap_or(behind.len())];
    let next = behind[word.len()..].trim_start_matches([' ', '\n']);
    let goes_on = || words::joins(&format!(" {word} ")) && next.starts_with(|one: char| one.is_ascii_digit());
    word.is_empty() || words::is_predicate(word) || goes_on()
}

/// True if "of" and the designation behind a number say more of it than the one before: "ISO 9001 and clause 8.7 of ISO 22301",
/// but not "ISO 9001, clause 8.7 and clause 8.4 of ISO 22301", where another number stands between.
fn is_nearer(behind: &Gap, before: &Gap) -> bool {
    let is_told_before = before.is_direct && !before.passes && behind.passes;
    (!before.is_plain && !is_told_before) || (before.passes && !behind.passes)
}

/// True if a number may belong to the designation before such a gap. Of two levels and alone it may be any number, unless
/// a sign stands on both its sides.
fn follows(prose: &str, own: &Locality, gap: &Gap) -> bool {
    match own.form {
        Form::Bare => {
            // A number at the head of a line with words behind it is one of a table of contents.
            let head = prose[..own.range.start].trim_end_matches([' ', '\t']);
            let behind = prose[own.range.end..].trim_start_matches(' ');
            if head.ends_with('\n') && behind.starts_with(char::is_alphabetic) {
                return false;
            }
            let deep = own.number.depth() > 2;
            let is_labelled = deep && !gap.passes && prose[..own.range.start].trim_end().ends_with(':');
            is_labelled || (gap.is_plain && (deep || (gap.has_sign && ends(prose, own))))
        }
        Form::Lettered | Form::Spaced | Form::Control | Form::Clause | Form::Section => true,
    }
}

/// True if a number of two levels stands right behind a designation, or in a list that does, and a number of three levels goes on
/// with the list: "ISO/IEC 20000-1 6.6, 8.7.3". Without that it may be a time, a score or a sum.
fn is_listed_behind(prose: &str, own: &Locality, gap: &Gap, citation: &Citation, passed: &[Range<usize>]) -> bool {
    let designation = &citation.reference.range;
    let is_of_controls = citation.standard.is_some_and(|one| table::is_of_controls(one.id));
    let last = if is_of_controls { LAST_CONTROL } else { LAST_CLAUSE };
    let is_clause = own.form == Form::Bare && own.number.depth() == 2 && (4..=last).contains(&own.number.first());
    let before = &prose[designation.end..own.range.start];
    let joins = |one: char| !one.is_ascii_digit() && !matches!(one, '.' | ' ' | '\n');
    let is_next = || before.trim_matches(' ').is_empty() || gap.is_plain && gap.passes && before.contains(joins);
    let is_deep = |one: &Range<usize>| prose[one.clone()].matches('.').count() > 1;
    let goes_on = || {
        let next = passed.get(passed.partition_point(|one| one.start < own.range.end));
        next.is_some_and(|one| is_deep(one) && words::joins(&prose[own.range.end..one.start]))
    };
    is_clause && is_next() && goes_on() && ends(prose, own) && !words::measures(&prose[own.range.end..])
}

/// The last first level of a control.
const LAST_CONTROL: u8 = 18;

/// The gap behind a number with the letter of the annex, if it holds nothing but the word for the annex and that letter:
/// "контроль А.12.6.1 приложения А ISO/IEC 27001".
fn of_annex(prose: &str, own: &Locality, gap: Range<usize>) -> Option<Gap> {
    let mut all = prose.get(gap)?.split([' ', '\n']).filter(|word| !word.is_empty());
    let is_annex = all.next().is_some_and(|word| words::class(word) == Some(Word::Annex));
    let is_sole = is_annex && matches!(all.next(), Some("A" | "А")) && all.next().is_none();
    (own.form.is_lettered() && is_sole).then(|| Gap { has_of: true, ..Gap::default() })
}

/// True if the word before a number is one of a language that needs no word for "of".
fn is_genitive(prose: &str, own: &Locality) -> bool {
    let word = last_word(prose[..own.range.start].trim_end()).0;
    word.starts_with(|one: char| ('а'..='я').contains(&one) || ('А'..='Я').contains(&one)) || word.starts_with("madde")
}

/// True if a number may belong to the designation behind such a gap: "A.12.6.1 of ISO 27001", "clause 8.7 (ISO 22301)".
fn belongs_to(prose: &str, own: &Locality, gap: &Gap, designation: &Range<usize>) -> bool {
    let tied = match own.form {
        Form::Bare => gap.has_of && own.number.depth() > 2,
        Form::Lettered | Form::Spaced | Form::Control | Form::Clause | Form::Section => {
            // A comma alone may part the two.
            let is_near = gap.has_bracket || own.number.depth() > 2 || own.form == Form::Clause;
            // "A.9.2.1 and A.9.2.2 (ISO/IEC 27001)".
            let is_plain = gap.is_plain || (own.form.is_lettered() && gap.is_listed && gap.has_bracket);
            gap.has_of || (is_plain && is_near && (gap.has_sign || is_genitive(prose, own)))
        }
    };
    tied && !mention::is_attribute(prose, designation.end)
}

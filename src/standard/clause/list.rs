//! Lists and ranges of numbers: "A.12.4.1, .2 and .3", "A.9.2.1 to A.9.2.6".

use super::model::{Bound, Form, Locality, Number};
use super::scan::Token;
use super::table::{self, Known};
use super::words;

/// Adds a number, or makes it the end of the range that the last one begins.
pub(super) fn add(prose: &str, own: Locality, found: &mut Vec<Locality>) {
    if let Some(last) = found.last_mut()
        && last.form.is_lettered() == own.form.is_lettered()
        && goes_to(prose, last, own.range.start, own.number)
    {
        last.last = Some(own.number);
        last.range.end = own.range.end;
        return;
    }
    found.push(own);
}

/// Adds a number without letter or word: what the last one is, if it goes on with its list or range; else it is bare,
/// and then a lone level says nothing.
pub(super) fn add_bare(prose: &str, mut own: Locality, found: &mut Vec<Locality>) {
    let depth = own.number.depth();
    // "A.6.3 and 12.6.1 of PCI DSS" is no list.
    if let Some(last) = found.last_mut().filter(|_| !own.is_foreign) {
        let gap = words::without_aside(&prose[last.range.end..own.range.start]);
        let same_depth = last.number.depth() == depth;
        if same_depth && goes_to(prose, last, own.range.start, own.number) {
            last.last = Some(own.number);
            last.range.end = own.range.end;
            return;
        }
        let is_deep = |depth: usize| (2..4).contains(&depth);
        let in_annex = last.form.is_lettered() && is_deep(depth) && is_deep(last.number.depth());
        // "A.17 (17.1.1-17.1.3)", but not "A.6 (6.1.2)", which may be a clause, nor "A.12 (12.6 h)".
        let may_be_below = last.form.is_lettered() && last.last.is_none() && depth > 2;
        let is_below = may_be_below && own.number.is_within(last.number) && !table::is_clause_of_home(own.number);
        let in_annex = (in_annex || is_below) && table::known(own.number) != Known::Neither;
        let alike = same_depth || in_annex || (!last.form.is_lettered() && last.form != Form::Bare);
        // "A.7, 14 controls" counts what is in A.7, and "A.9 (14)" may; "8.6 and 9.5 hours" measures.
        let behind = &prose[own.range.end..];
        let is_lone = depth == 1 && last.form.is_lettered();
        let is_count = words::measures(behind) || is_lone && (words::counts(behind) || gap.contains(['(', '[']));
        if words::joins(gap) && alike && !is_count {
            own.form = if last.form == Form::Spaced { Form::Lettered } else { last.form };
            own.is_foreign = last.is_foreign;
        }
    }
    if depth > 1 || own.form != Form::Bare {
        found.push(own);
    }
}

/// Adds a number of which only the last level is written: `.2` behind `A.12.4.1`, `2` behind `A.12.4.1/`, and the end of
/// a range, `-3`; tells if it is one.
pub(super) fn shortened(prose: &str, token: &Token, found: &mut Vec<Locality>) -> bool {
    let Some(last) = found.last_mut().filter(|last| last.number.depth() > 2 && token.number.depth() == 1) else {
        return false;
    };
    let dotted = prose[..token.range.start].ends_with('.');
    let start = token.range.start - usize::from(dotted);
    if start < last.range.end {
        return false;
    }
    let gap = &prose[last.range.end..start];
    let number = last.last.unwrap_or(last.number).with_last(token.number.first());
    if matches!(gap, "-") && last.last.is_none() && number > last.number {
        last.last = Some(number);
        last.range.end = token.range.end;
        return true;
    }
    if dotted && words::spans(gap) && last.last.is_none() && number > last.number {
        last.last = Some(number);
        last.range.end = token.range.end;
        return true;
    }
    let joined = if dotted { words::joins(gap) } else { gap == "/" && !words::measures(&prose[token.range.end..]) };
    if joined {
        let form = if last.form == Form::Spaced { Form::Lettered } else { last.form };
        let next = Locality { range: start..token.range.end, number, last: None, form, is_foreign: last.is_foreign };
        found.push(next);
    }
    joined
}

/// True if `number` at `start` ends a range that `last` begins.
fn goes_to(prose: &str, last: &Locality, start: usize, number: Number) -> bool {
    start > last.range.end
        && last.last.is_none()
        && last.number.depth() == number.depth()
        && last.number < number
        && words::spans(&prose[last.range.end..start])
}

/// A range as it is, or as its two ends where one of them is at fault and the other is not: "9.4 to 9.7".
pub(super) fn parts(prose: &str, bound: Bound) -> Vec<Bound> {
    let own = &bound.locality;
    let Some(last) = own.last.filter(|last| differ(&bound, own.number, *last)) else { return vec![bound] };
    let (first_end, last_start) = ends(&prose[own.range.clone()], own, last);
    let part = |range, number| {
        let locality = Locality { range, number, last: None, ..own.clone() };
        Bound { locality, ..bound.clone() }
    };
    let (start, end) = (own.range.start, own.range.end);
    vec![part(start..start + first_end, own.number), part(start + last_start..end, last)]
}

/// True if one of two numbers is known and the other is not.
fn differ(bound: &Bound, first: Number, last: Number) -> bool {
    if bound.is_control {
        let is_strange = |number| table::known(number) == Known::Neither;
        return is_strange(first) != is_strange(last);
    }
    let is_meant =
        |list: &&table::List| list.standard == bound.standard.id && bound.year.is_none_or(|year| year == list.year);
    table::lists().iter().filter(is_meant).any(|list| list.lacks(first) != list.lacks(last))
}

/// Where in the text of a range its first number ends and its last begins, with the letter if it has one.
fn ends(text: &str, own: &Locality, last: Number) -> (usize, usize) {
    let first = own.number.to_string();
    let first_end = text.find(&first).map_or(0, |at| at + first.len());
    let digits = |one: char| one.is_ascii_digit() || one == '.';
    let last_start = text.strip_suffix(&last.to_string()).map_or(text.trim_end_matches(digits).len(), str::len);
    let head = text[first_end..last_start].trim_end_matches(['.', ' ', '-', '_']);
    let letter = head.chars().next_back().filter(|one| own.form.is_lettered() && matches!(one, 'A' | 'А'));
    (first_end, letter.map_or(last_start, |letter| first_end + head.len() - letter.len_utf8()))
}

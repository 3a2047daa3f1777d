//! Check kind `clause-status`: the number of a clause or control that is not, or no longer, one of its standard.

use jiff::civil::Date;

use super::Hit;
use crate::rule::message;
use crate::standard::clause::{Bound, Fault, Number, moved_to, table};
use crate::standard::{Edition, status};

/// What there is to say of a number at fault.
#[must_use]
pub fn hit(bound: &Bound, fault: Fault, on: Date) -> Hit {
    let mut hit = Hit::default();
    match fault {
        Fault::UnknownClause | Fault::RenumberedClause => clause(&mut hit, bound, on),
        Fault::UnknownControl => unknown_control(&mut hit, bound),
        Fault::RenumberedControl => renumbered_control(&mut hit, bound),
    }
    hit
}

/// The number as it should be written: `A.12.6.1`, of a standard without the letter `12.6.1`, a range with its end.
#[must_use]
pub fn written(bound: &Bound) -> String {
    let own = &bound.locality;
    match own.last {
        Some(last) => format!("{} to {}", named(bound, own.number), named(bound, last)),
        None => named(bound, own.number),
    }
}

/// A number with the letter, where the standard has one.
#[must_use]
pub fn named(bound: &Bound, number: Number) -> String {
    let lettered = bound.is_control && bound.standard.id == table::controls().standard;
    if lettered { format!("A.{number}") } else { number.to_string() }
}

fn names(bound: &Bound, numbers: &[Number]) -> Vec<String> {
    numbers.iter().map(|number| named(bound, *number)).collect()
}

fn listed(names: &[String], joiner: &str) -> String {
    message::one_of(&names.iter().map(String::as_str).collect::<Vec<&str>>(), joiner)
}

fn edition(bound: &Bound, year: u16) -> Option<&'static Edition> {
    bound.standard.editions.iter().find(|one| one.year == year)
}

fn renumbered_control(hit: &mut Hit, bound: &Bound) {
    let controls = table::controls();
    let own = &bound.locality;
    let is_one = own.last.is_none() && own.number.depth() > 2;
    let next = match own.last {
        Some(last) => controls.between(own.number, last),
        None => controls.successors(own.number),
    };
    let new = names(bound, &next);
    let mut set = |name, value: String| hit.values.push((name, value));
    set("control", written(bound));
    // "A.5 to A.18" begins with what both editions have.
    let goes_beyond = own.last.is_some_and(|last| last.depth() == 1 && table::known(last) == table::Known::Older);
    let (kind, subject) = match (table::known(own.number), own.last) {
        (table::Known::Both, None) => ("other-meaning", written(bound)),
        (table::Known::Both, Some(_)) if goes_beyond => ("range", written(bound)),
        // Of a range that begins or ends with a number that both editions have, the other end is told.
        (table::Known::Both, Some(last)) => ("group", named(bound, last)),
        (_, Some(last)) if table::known(last) == table::Known::Both => ("group", named(bound, own.number)),
        (_, Some(_)) => ("group", written(bound)),
        (_, None) => (if is_one { "one" } else { "group" }, written(bound)),
    };
    set(kind, subject);
    match (new.as_slice(), is_one) {
        ([one], true) => {
            set("new", one.clone());
            let with: Vec<String> = controls
                .predecessors(next[0])
                .into_iter()
                .filter(|one| *one != own.number)
                .map(|one| part_of(controls, one) + &named(bound, one))
                .collect();
            if !with.is_empty() {
                set("merged", listed(&with, "and"));
            }
        }
        ([one], false) => set("new", one.clone()),
        (_, true) => set("split", listed(&new, "and")),
        _ if kind == "range" => {
            let groups = (1..=LAST_GROUP).map(|group| Number::of(&[group]));
            let mut groups =
                groups.filter(|one| matches!(table::known(*one), table::Known::Both | table::Known::Newer));
            set("first-group", groups.next().map_or_else(String::new, |one| named(bound, one)));
            set("last-group", groups.next_back().map_or_else(String::new, |one| named(bound, one)));
        }
        _ => set("several", listed(&new, "and")),
    }
    editions(hit, bound);
    succeed(hit, bound, controls.to, &new);
}

/// The largest number of a group of controls.
const LAST_GROUP: u8 = 18;

/// "part of", for a number that went to several.
fn part_of(moves: &table::Moves, number: Number) -> String {
    if moves.successors(number).len() > 1 { "part of ".into() } else { String::new() }
}

fn unknown_control(hit: &mut Hit, bound: &Bound) {
    let number = bound.locality.number;
    hit.values.push(("control", written(bound)));
    let is_newer = |one: Number| table::known(one) == table::Known::Newer;
    if number.depth() > 2 && is_newer(number.ancestor(2)) {
        hit.values.push(("parent", named(bound, number.ancestor(2))));
    }
    let has = |list: &table::List| list.standard == bound.standard.id && list.clauses.contains(&number);
    if table::lists().iter().any(has) {
        hit.values.push(("clause", number.to_string()));
    }
    editions(hit, bound);
    hit.page = edition(bound, table::controls().to).and_then(|one| one.page);
}

/// Both editions of the controls.
fn editions(hit: &mut Hit, bound: &Bound) {
    let controls = table::controls();
    for (name, year) in [("older", controls.from), ("newer", controls.to)] {
        if let Some(edition) = edition(bound, year) {
            hit.values.push((name, edition.designation.to_owned()));
        }
    }
}

fn clause(hit: &mut Hit, bound: &Bound, on: Date) {
    let number = bound.locality.number;
    let Some(judged) = bound.year.and_then(|year| edition(bound, year)).or_else(|| status::current(bound.standard, on))
    else {
        return;
    };
    let mut set = |name, value: String| hit.values.push((name, value));
    set("clause", written(bound));
    set("edition", judged.designation.to_owned());
    let moved = moved_to(bound, judged.year);
    let older = table::moves(bound.standard.id).and_then(|moves| edition(bound, moves.from));
    if let (Some(moved), Some(older)) = (&moved, older) {
        let new = names(bound, moved);
        set("older", older.designation.to_owned());
        set(if new.len() == 1 { "new" } else { "split" }, listed(&new, "and"));
        return succeed(hit, bound, judged.year, &new);
    }
    hit.page = judged.page;
    if let Some(meant) = table::meant(bound.standard.id, number) {
        set("meant", meant.to_string());
        return;
    }
    let others: Vec<&str> = table::lists()
        .iter()
        .filter(|list| list.standard == bound.standard.id && list.year != judged.year && list.clauses.contains(&number))
        .filter_map(|list| edition(bound, list.year))
        .map(|one| one.designation)
        .collect();
    if !others.is_empty() {
        set("others", message::one_of(&others, "and"));
        return;
    }
    let is_home = bound.standard.id == table::controls().standard;
    if is_home && matches!(table::known(number), table::Known::Newer | table::Known::Both) {
        set("control", format!("A.{number}"));
        return;
    }
    let list = table::list(bound.standard.id, judged.year);
    if let Some((parent, last)) = list.and_then(|list| end_below(list, number)) {
        set("parent", parent.to_string());
        return set("last-below", last.to_string());
    }
    let last = list.and_then(|list| list.clauses.iter().rfind(|one| one.depth() == 2 && one.first() == number.first()));
    let end = list.and_then(|list| list.clauses.iter().rfind(|one| one.depth() == 2));
    match (last, end) {
        (Some(last), _) => {
            set("chapter", number.first().to_string());
            set("last", last.to_string());
        }
        (None, Some(end)) => set("end", end.to_string()),
        (None, None) => {}
    }
}

/// The clause deeper than a chapter that a number would lie in, and the last one in it.
fn end_below(list: &table::List, number: Number) -> Option<(Number, Number)> {
    let above = (2..number.depth()).rev().map(|depth| number.ancestor(depth));
    let is_below = |one: &Number, parent: Number| one.depth() == parent.depth() + 1 && one.is_within(parent);
    let mut ends = above.filter_map(|parent| Some((parent, *list.clauses.iter().rfind(|one| is_below(one, parent))?)));
    ends.next()
}

/// Names what took the number's place, in the edition that has it.
fn succeed(hit: &mut Hit, bound: &Bound, year: u16, new: &[String]) {
    let Some(newer) = edition(bound, year) else { return };
    hit.successors = new.iter().map(|one| format!("{} {one}", newer.designation)).collect();
    hit.page = newer.page;
}

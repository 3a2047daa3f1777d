//! A control of Annex A of ISO/IEC 27001 as a page: which edition has the number, and where its content stood.

use std::fmt::Write as _;

use super::clause::listed;
use crate::standard::clause::{Number, table};

/// What is known of a control, written with its letter, if an edition has it.
#[must_use]
pub fn known_control(asked: &str) -> Option<String> {
    let number = lettered(asked)?;
    let moves = table::controls();
    let said = |all: &[Number]| listed(&all.iter().map(|one| format!("A.{one}")).collect::<Vec<_>>());
    let (before, after) = (moves.predecessors(number), moves.links.iter().find(|one| one.from == number));
    let new = moves.new.iter().find(|one| one.number == number);
    let mut out = format!("# Control A.{number} of {}\n", moves.standard);
    if !before.is_empty() {
        let _ = write!(out, "\nThe edition of {} has it; it takes over {} of {}.", moves.to, said(&before), moves.from);
    }
    if let Some(new) = new {
        let _ = write!(out, "\nIt is new in the edition of {}: {}.", moves.to, new.about);
    }
    if let Some(link) = after {
        let to = said(link.to);
        let _ = write!(out, "\nThe edition of {} has it; in {} it became {to}.", moves.from, moves.to);
    }
    out += "\n\nNo rule is about this control alone: unknown-control and renumbered-control judge its number in documents.\n";
    (!before.is_empty() || new.is_some() || after.is_some()).then_some(out)
}

/// Of a number with its letter that is a control of no edition: what is missing, and what is there in its place.
#[must_use]
pub fn near_control(asked: &str) -> Option<[String; 2]> {
    let number = lettered(asked)?;
    let moves = table::controls();
    let older = || moves.links.iter().map(|link| link.from);
    let newer = || moves.links.iter().flat_map(|link| link.to).copied().chain(moves.new.iter().map(|new| new.number));
    let ends = |first: Option<Number>, last: Option<Number>, year: u16| match (first, last) {
        (Some(first), Some(last)) => format!("those of {year} are A.{first} to A.{last}"),
        _ => String::new(),
    };
    let (of_older, of_newer) =
        (ends(older().min(), older().max(), moves.from), ends(newer().min(), newer().max(), moves.to));
    Some([format!("no control A.{number} of {}", moves.standard), format!("{of_newer}, {of_older}")])
}

/// The number behind the letter of the annex.
fn lettered(text: &str) -> Option<Number> {
    Number::parse(text.strip_prefix(['A', 'a'])?.trim_start_matches(['.', ' ']))
}

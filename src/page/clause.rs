//! A clause of ISO/IEC 20000-1 that no rule is about, as a page: which editions have it, and where its content stood.

use std::fmt::Write as _;

use crate::rule::message;
use crate::standard::clause::{Number, table};

const STANDARD: &str = "ISO/IEC 20000-1";

/// "a, b and c".
pub(super) fn listed(all: &[String]) -> String {
    message::one_of(&all.iter().map(String::as_str).collect::<Vec<&str>>(), "and")
}

/// What is known of a clause, if any edition has it.
#[must_use]
pub fn known_clause(asked: &str) -> Option<String> {
    let number = Number::parse(asked)?;
    let has = |list: &&table::List| list.standard == STANDARD && list.clauses.contains(&number);
    let years: Vec<String> = table::lists().iter().filter(has).map(|list| list.year.to_string()).collect();
    let (editions, have) = match years.len() {
        0 => return None,
        1 => ("The edition of", "has"),
        _ => ("The editions of", "have"),
    };
    let mut out = format!("# Clause {number} of {STANDARD}\n\n{editions} {} {have} it.", listed(&years));
    if let Some(moves) = table::moves(STANDARD) {
        let said = |all: &[Number]| listed(&all.iter().map(Number::to_string).collect::<Vec<_>>());
        let (before, after) = (moves.predecessors(number), moves.successors(number));
        if !before.is_empty() {
            let _ = write!(out, " In {} it takes over what stood in {} of {}.", moves.to, said(&before), moves.from);
        }
        if !after.is_empty() {
            let _ = write!(out, " What stood there in {} stands in {} of {}.", moves.from, said(&after), moves.to);
        }
    }
    out +=
        "\n\nNo rule is about this clause alone: unknown-clause and renumbered-clause judge its number in documents.\n";
    Some(out)
}

/// Of a number that is a clause of no edition on record: what is missing, and what is there in its place.
#[must_use]
pub fn near_clause(asked: &str) -> Option<[String; 2]> {
    let number = Number::parse(asked)?;
    let is_listed =
        |one: &Number| table::lists().iter().any(|list| list.standard == STANDARD && list.clauses.contains(one));
    let above = (1..number.depth()).rev().map(|depth| number.ancestor(depth)).find(is_listed);
    let help = match above {
        Some(above) => format!("clause {above} is: sms-lint explain {above} tells of it"),
        None => format!("sms-lint explain \"{STANDARD}\" tells of the standard; clauses of others have no page"),
    };
    Some([format!("no clause {number} of {STANDARD}"), help])
}

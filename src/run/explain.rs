//! `sms-lint explain RULE|CLAUSE|DESIGNATION`.

use std::io::Write;

use super::check::{today, unknown_rule};
use super::{Outcome, print_for_people, setup};
use crate::cli::Explain;
use crate::error::Error;
use crate::rule::Rule;
use crate::standard::inquiry;
use crate::{page, rule};

/// Prints the page of a rule, of the rules about a clause, or of a standard.
///
/// # Errors
/// `Error::Rule` if there is no such rule, clause or standard; every mistake in the configuration.
pub fn run(arguments: &Explain, out: &mut dyn Write) -> Result<Outcome, Error> {
    let what = arguments.what.as_str();
    let built_in = rule::set::rules();
    if let Some(rule) = built_in.iter().find(|rule| rule.id == what) {
        return print_for_people(out, &page::rule(rule));
    }
    let own = setup::following(&arguments.following)?.own;
    if let Some(rule) = own.iter().find(|rule| rule.id == what) {
        return print_for_people(out, &page::rule(rule));
    }
    let all = built_in.iter().chain(own);
    let about: Vec<&Rule> = all.filter(|rule| rule.answers_to(what)).collect();
    if !about.is_empty() {
        return print_for_people(out, &page::clause(what, &about));
    }
    let on = arguments.as_of.unwrap_or_else(today);
    match (inquiry::ask(what, on), page::known_clause(what)) {
        (Ok(inquiry), _) => print_for_people(out, &page::standard::human(&inquiry, on)),
        (Err(_), Some(page)) => print_for_people(out, &page),
        (Err(_), None) => Err(unknown_rule(what)),
    }
}

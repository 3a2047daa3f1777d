//! `sms-lint explain RULE|CLAUSE|DESIGNATION`.

use std::io::Write;

use super::check::{today, unknown_rule};
use super::standard::missed;
use super::{Outcome, print_for_people, setup};
use crate::cli::Explain;
use crate::config::Config;
use crate::error::{Error, is_number};
use crate::rule::Rule;
use crate::standard::inquiry::{self, Miss};
use crate::{page, rule};

/// Prints the page of a rule, of the rules about a clause, of a clause, a control or a standard.
///
/// # Errors
/// `Error::Rule`, `Error::Number` or `Error::Standard` if there is no such rule, clause, control or standard; every mistake
/// in the configuration.
pub fn run(arguments: &Explain, out: &mut dyn Write) -> Result<Outcome, Error> {
    let typed = arguments.what.as_str();
    let what = ["clause ", "control "].iter().find_map(|word| typed.strip_prefix(word)).unwrap_or(typed);
    let built_in = rule::set::rules();
    if let Some(rule) = built_in.iter().find(|rule| rule.id == what) {
        return print_for_people(out, &page::rule(rule));
    }
    let Config { own, keys, .. } = setup::following(&arguments.following)?;
    if let Some(rule) = own.iter().find(|rule| rule.id == what) {
        return print_for_people(out, &page::rule(rule));
    }
    let all = built_in.iter().chain(own.iter().copied());
    let about: Vec<&Rule> = all.filter(|rule| rule.answers_to(what)).collect();
    if !about.is_empty() {
        return print_for_people(out, &page::clause(what, &about));
    }
    let on = arguments.as_of.or(keys.as_of.map(|day| day.value.0)).unwrap_or_else(today);
    let miss = match inquiry::ask(what, on) {
        Ok(inquiry) => return print_for_people(out, &page::standard::human(&inquiry, on)),
        Err(miss) => miss,
    };
    match page::known_clause(what).or_else(|| page::known_control(what)) {
        Some(page) => print_for_people(out, &page),
        None => Err(near_number(what).unwrap_or_else(|| unknown(what, miss, &own))),
    }
}

/// What is told of what is no rule and no number: of a designation, that the catalogue does not hold it.
fn unknown(what: &str, miss: Miss, own: &[&'static Rule]) -> Error {
    match miss {
        Miss::Unlisted(..) if !is_number(what) => missed(what, miss),
        Miss::Unlisted(..) | Miss::NoDesignation => unknown_rule(what, own),
    }
}

/// What is told of a number that is no clause and no control.
fn near_number(what: &str) -> Option<Error> {
    let [what, help] = page::near_clause(what).or_else(|| page::near_control(what))?;
    Some(Error::Number { what, help })
}

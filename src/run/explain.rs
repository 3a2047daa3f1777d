//! `sms-lint explain RULE|CLAUSE|DESIGNATION`.

use std::io::Write;

use super::check::{today, unknown_rule};
use super::{Outcome, print, setup};
use crate::error::Error;
use crate::rule::Rule;
use crate::standard::inquiry;
use crate::{page, rule};

/// Prints the page of a rule, of the rules about a clause, or of a standard.
///
/// # Errors
/// `Error::Rule` if there is no such rule, clause or standard.
pub fn run(what: &str, out: &mut dyn Write) -> Result<Outcome, Error> {
    let rules = rule::set::rules();
    if let Some(rule) = rules.iter().find(|rule| rule.id == what) {
        return print(out, &page::rule(rule));
    }
    let about: Vec<&Rule> = rules.iter().filter(|rule| rule.answers_to(what)).collect();
    if !about.is_empty() {
        return print(out, &page::clause(what, &about));
    }
    let on = today();
    match inquiry::ask(what, on) {
        Ok(inquiry) => print(out, &page::standard::human(&inquiry, on)),
        Err(_) => {
            let own = setup::configuration(&[".".into()], None)?.own;
            let rule = own.iter().find(|rule| rule.id == what).ok_or_else(|| unknown_rule(what))?;
            print(out, &page::rule(rule))
        }
    }
}

//! `sms-lint explain RULE`.

use std::io::Write;

use super::{Outcome, print};
use crate::error::Error;
use crate::{page, rule};

/// Prints the page of a rule.
///
/// # Errors
/// `Error::Rule` if there is no such rule.
pub fn run(id: &str, out: &mut dyn Write) -> Result<Outcome, Error> {
    let rules = rule::set::rules();
    match rules.iter().find(|rule| rule.id == id) {
        Some(rule) => print(out, &page::rule(rule)),
        None => Err(Error::Rule { id: id.to_owned(), known: rules.iter().map(|rule| rule.id).collect() }),
    }
}

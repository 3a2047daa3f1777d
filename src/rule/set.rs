//! The rules that there are, and which of them a run follows.

use std::mem::discriminant;

use super::check::SettingFault;
use super::element::{Element, Kept, Part, Parts, Topic};
use super::model::{Check, ClauseFault, Example, Fault, Lapse, Message, Rule};
use crate::finding::Severity;
use crate::list::List;

include!(concat!(env!("OUT_DIR"), "/lints.rs"));

/// Every rule, sorted by id.
#[must_use]
pub fn rules() -> &'static [Rule] {
    RULES
}

/// The rule that speaks of a check; the collection has one for each.
#[must_use]
pub fn rule_for(check: Check) -> Option<&'static Rule> {
    // Few rules are of one kind, so that few are compared as a whole.
    let is_kind = |rule: &Rule| discriminant(&rule.check) == discriminant(&check);
    RULES.iter().find(|rule| is_kind(rule) && rule.check == check)
}

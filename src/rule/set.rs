//! The rules that there are, and which of them a run follows.

use super::element::{Element, Kept, Part, Parts, Topic};
use super::model::{Check, ClauseFault, Example, Fault, Message, Rule};
use crate::finding::Severity;

include!(concat!(env!("OUT_DIR"), "/lints.rs"));

/// Every rule, sorted by id.
#[must_use]
pub fn rules() -> &'static [Rule] {
    RULES
}

/// The rule that speaks of a check; the collection has one for each.
#[must_use]
pub fn rule_for(check: Check) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.check == check)
}

/// The rules that a run follows, one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection(u64);

impl Selection {
    /// Every rule.
    pub const ALL: Self = Self(u64::MAX);

    /// The rules that answer to one of `select`, or all if it is empty, without those that answer to one of `ignore`.
    ///
    /// # Errors
    /// The first selector that no rule answers to.
    pub fn of<'a>(select: &'a [String], ignore: &'a [String]) -> Result<Self, &'a str> {
        let chosen = if select.is_empty() { u64::MAX } else { union(select)? };
        Ok(Self(chosen & !union(ignore)?))
    }

    /// The rules of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// True if the rule is followed.
    #[must_use]
    pub fn has(self, id: &str) -> bool {
        RULES.iter().position(|rule| rule.id == id).is_some_and(|at| self.0 & (1 << at) != 0)
    }
}

fn union(selectors: &[String]) -> Result<u64, &str> {
    selectors.iter().try_fold(0, |all, selector| {
        let answers = RULES.iter().enumerate().filter(|(_, rule)| rule.answers_to(selector));
        match answers.fold(0, |bits, (at, _)| bits | 1 << at) {
            0 => Err(selector.as_str()),
            bits => Ok(all | bits),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(select: &[&str], ignore: &[&str]) -> Vec<&'static str> {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let chosen = Selection::of(&owned(select), &owned(ignore)).expect("rules answer to all of them");
        rules().iter().map(|rule| rule.id).filter(|id| chosen.has(id)).collect()
    }

    #[test]
    fn rules_answer_to_their_id_and_to_clauses_by_either_number() {
        assert_eq!(selection(&["withdrawn-standard"], &[]), ["withdrawn-standard"]);
        assert_eq!(selection(&["9.7.3"], &[]), selection(&["8.7.3"], &[]));
        assert!(selection(&["9.7.3.1"], &[]).contains(&"missing-information-security-policy"));
        assert!(!selection(&["8.7.3.1"], &[]).contains(&"missing-information-security-controls"));
        assert_eq!(selection(&[], &["8.7.3"]).len() + selection(&["8.7.3"], &[]).len(), rules().len());
        assert_eq!(Selection::of(&["8.7".to_owned()], &["nothing".to_owned()]), Err("nothing"));
        assert_eq!(Selection::of(&["87".to_owned()], &[]), Err("87"));
        assert!(rules().len() <= 64, "a bit each");
    }
}

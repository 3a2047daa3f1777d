//! Rules by the selectors that suppressions name them with.

use std::collections::HashMap;
use std::sync::Arc;

use crate::rule::{Rule, Selection};

/// Ids of some rules, shared by all who mean the same ones.
pub(super) type Ids = Arc<[&'static str]>;

/// The rules that there are, without those on suppressing itself, by selector.
#[derive(Debug)]
pub(super) struct Rules {
    selection: Selection,
    made: HashMap<String, Option<Ids>>,
    all: Ids,
}

impl Rules {
    pub fn new(selection: Selection) -> Self {
        let all = selection.all().filter(|rule| !rule.check.is_of_suppressing()).map(|rule| rule.id).collect();
        Self { selection, made: HashMap::new(), all }
    }

    /// Every rule that can be suppressed.
    pub fn all(&self) -> Ids {
        Arc::clone(&self.all)
    }

    /// The rules that answer to a selector, none if they cannot be suppressed; nothing if there is no such rule.
    pub fn of(&mut self, selector: &str) -> Option<Ids> {
        if let Some(made) = self.made.get(selector) {
            return made.clone();
        }
        let answering: Vec<&Rule> = self.selection.all().filter(|rule| rule.answers_to(selector)).collect();
        let can_be = |rule: &&&Rule| !rule.check.is_of_suppressing();
        let ids: Ids = answering.iter().filter(can_be).map(|rule| rule.id).collect();
        let made = (!answering.is_empty()).then_some(ids);
        self.made.insert(selector.to_owned(), made.clone());
        made
    }
}

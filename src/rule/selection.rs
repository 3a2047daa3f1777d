//! Which rules a run follows, and how grave it takes what they find.

use std::path::{Path, PathBuf};

use super::model::Rule;
use super::set::rules;
use crate::finding::Severity;
use crate::pattern::inside;

/// The rules that a run follows; cheap to hand on.
#[derive(Clone, Copy, Debug)]
pub struct Selection(Option<&'static Choice>);

/// What is chosen; a run makes one, which lives as long as the program.
#[derive(Debug)]
struct Choice {
    own: Vec<&'static Rule>,
    on: Vec<&'static str>,
    severities: Vec<(&'static str, Severity)>,
    /// The way from the working directory to the folder from which patterns count.
    folder: Option<PathBuf>,
}

/// Rules that somebody wishes to follow, and those of them to leave out, by id or clause.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// Without any, all are meant.
    pub select: &'a [String],
    /// What is left out of them.
    pub ignore: &'a [String],
}

impl Selection {
    /// Every built-in rule.
    pub const ALL: Self = Self(None);

    /// The rules that answer to one of `select`, or all if it is empty, without those that answer to one of `ignore`.
    ///
    /// # Errors
    /// The first selector that no rule answers to.
    pub fn of(select: &[String], ignore: &[String]) -> Result<Self, String> {
        Self::new(Vec::new(), &[Wish { select, ignore }], Vec::new())
    }

    /// The built-in rules and `own` ones as far as every wish has them, with severities in place of their own.
    ///
    /// # Errors
    /// The first selector that no rule answers to.
    pub fn new(
        own: Vec<&'static Rule>,
        wishes: &[Wish<'_>],
        severities: Vec<(&'static str, Severity)>,
    ) -> Result<Self, String> {
        if own.is_empty()
            && severities.is_empty()
            && wishes.iter().all(|one| one.select.is_empty() && one.ignore.is_empty())
        {
            return Ok(Self::ALL);
        }
        let all: Vec<&'static Rule> = rules().iter().chain(own.iter().copied()).collect();
        let answers = |selector: &&String| all.iter().any(|rule| rule.answers_to(selector));
        let mut named = wishes.iter().flat_map(|one| one.select.iter().chain(one.ignore));
        if let Some(unknown) = named.find(|one| !answers(one)) {
            return Err(unknown.clone());
        }
        let is_on = |rule: &&&'static Rule| wishes.iter().all(|wish| wish.has(rule));
        let on = all.iter().filter(is_on).map(|rule| rule.id).collect();
        Ok(Self(Some(Box::leak(Box::new(Choice { own, on, severities, folder: None })))))
    }

    /// True if the rule is followed.
    #[must_use]
    pub fn has(self, id: &str) -> bool {
        match self.0 {
            None => rules().iter().any(|rule| rule.id == id),
            Some(choice) => choice.on.contains(&id),
        }
    }

    /// True if no rule is followed.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0.is_some_and(|choice| choice.on.is_empty())
    }

    /// The severity that somebody wishes for findings of the rule.
    #[must_use]
    pub fn severity(self, id: &str) -> Option<Severity> {
        let graded = self.0.and_then(|choice| choice.severities.iter().rev().find(|(one, _)| *one == id));
        graded.map(|(_, severity)| *severity)
    }

    /// The rules of one's own that are followed.
    pub fn own(self) -> impl Iterator<Item = &'static Rule> {
        self.0.into_iter().flat_map(|choice| &choice.own).copied().filter(move |rule| self.has(rule.id))
    }

    /// The same, with patterns of own rules that count from a folder.
    #[must_use]
    pub fn below(self, folder: PathBuf) -> Self {
        let Some(Choice { own, on, severities, .. }) = self.0 else { return self };
        let (own, on, severities) = (own.clone(), on.clone(), severities.clone());
        Self(Some(Box::leak(Box::new(Choice { own, on, severities, folder: Some(folder) }))))
    }

    /// A path as reports show it, as patterns of own rules see it; nothing if it lies outside of their folder.
    #[must_use]
    pub fn inside(self, path: &str) -> Option<String> {
        match self.0.and_then(|choice| choice.folder.as_ref()) {
            None => Some(path.to_owned()),
            Some(folder) => inside(folder, Path::new(path)),
        }
    }

    /// Every rule that there is, followed or not.
    pub fn all(self) -> impl Iterator<Item = &'static Rule> {
        rules().iter().chain(self.0.into_iter().flat_map(|choice| choice.own.iter().copied()))
    }
}

impl Wish<'_> {
    fn has(&self, rule: &Rule) -> bool {
        let any = |selectors: &[String]| selectors.iter().any(|one| rule.answers_to(one));
        (self.select.is_empty() || any(self.select)) && !any(self.ignore)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selected(select: &[&str], ignore: &[&str]) -> Vec<&'static str> {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let chosen = Selection::of(&owned(select), &owned(ignore)).expect("rules answer to all of them");
        rules().iter().map(|rule| rule.id).filter(|id| chosen.has(id)).collect()
    }

    #[test]
    fn rules_answer_to_their_id_and_to_clauses_by_either_number() {
        assert_eq!(selected(&["withdrawn-standard"], &[]), ["withdrawn-standard"]);
        assert_eq!(selected(&["9.7.3"], &[]), selected(&["8.7.3"], &[]));
        assert!(selected(&["9.7.3.1"], &[]).contains(&"missing-information-security-policy"));
        assert!(!selected(&["8.7.3.1"], &[]).contains(&"missing-information-security-controls"));
        assert_eq!(selected(&[], &["8.7.3"]).len() + selected(&["8.7.3"], &[]).len(), rules().len());
        assert_eq!(Selection::of(&["8.7".to_owned()], &["nothing".to_owned()]).err(), Some("nothing".to_owned()));
        assert_eq!(Selection::of(&["87".to_owned()], &[]).err(), Some("87".to_owned()));
    }

    #[test]
    fn severities_are_those_asked_for_and_several_wishes_are_followed_at_once() {
        let ignore = ["superseded-edition".to_owned()];
        let own = Vec::new();
        let wish = Wish { select: &[], ignore: &ignore };
        let severities = vec![("withdrawn-standard", Severity::Advice)];
        let chosen = Selection::new(own, &[wish, Wish { select: &["8.7.3".to_owned()], ignore: &[] }], severities)
            .expect("rules answer to all of them");
        assert_eq!(chosen.severity("withdrawn-standard"), Some(Severity::Advice));
        assert_eq!(chosen.severity("superseded-edition"), None);
        assert!(!chosen.has("superseded-edition") && !chosen.has("withdrawn-standard"));
        assert!(chosen.has("missing-information-security-policy") && !chosen.has("nothing"));
    }
}

//! Entries of `allow` and `per-path` in the configuration.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use super::policy::{End, Policy, Standing};
use super::rules::{Ids, Rules};
use crate::config::{Config, Pattern};
use crate::finding::Label;
use crate::lint::Subject;
use crate::pattern::Patterns;
use crate::rule::check::suppression::Form;
use crate::rule::model::ClauseFault;
use crate::rule::own::Own;
use crate::rule::{Check, set};
use crate::source::Place;
use crate::standard::citation::standard_name;
use crate::standard::{Citation, inquiry};
use crate::yaml::At;

/// An entry with what becomes of it.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub form: Form,
    /// Where it stands.
    pub label: Label,
    pub reason: Option<&'a str>,
    pub until: Option<Date>,
    /// Who answers for it.
    pub owner: Option<&'a str>,
    pub standing: Standing,
    /// Whether it met a finding.
    pub used: bool,
    /// The rules as written, for `per-path`.
    pub selectors: Vec<&'a str>,
    pub rules: Ids,
    pub paths: &'a [At<Pattern>],
    /// The citation as written, for `allow`.
    pub cited: Option<&'a str>,
    citation: Option<Allowed>,
}

/// A citation that is allowed.
#[derive(Debug)]
struct Allowed {
    standard: String,
    edition: Option<u16>,
    adoption: Option<String>,
}

/// All entries of a configuration.
#[derive(Debug)]
pub(super) struct Entries<'a> {
    config: &'a Config,
    pub all: Vec<Entry<'a>>,
    /// Every pattern of every entry, and the number of the entry that each belongs to.
    patterns: (Patterns, Vec<usize>),
    /// Entries of `allow` that count everywhere, by standard.
    everywhere: HashMap<String, Vec<usize>>,
    /// Entries whose patterns a document fits, by its path.
    of_path: HashMap<Arc<str>, Vec<usize>>,
    /// What was answered already.
    answered: HashMap<Question, Option<usize>>,
}

/// A rule, the path of a document, and the standard, edition and adoption that are cited there.
type Question = (&'static str, Arc<str>, Option<(String, Option<u16>, Option<String>)>);

impl<'a> Entries<'a> {
    pub fn new(config: &'a Config, policy: &Policy, rules: &mut Rules) -> Self {
        let of_edition: Ids =
            set::rules().iter().filter(|rule| is_of_edition(rule.check)).map(|rule| rule.id).collect();
        let on = policy.as_of;
        let mut labels = config.labels();
        let allowed = config.keys.allow.iter().map(|one| {
            let one = &one.value;
            let citation = inquiry::ask(&one.citation.value, on).ok().map(|found| Allowed::of(&found.citation));
            let entry = Entry::new(Form::Allow, labels.label(one.citation.mark), &one.paths, Arc::clone(&of_edition));
            let (cited, owner) =
                (Some(one.citation.value.as_str()), one.owner.as_ref().map(|owner| owner.value.trim()));
            let entry = Entry { citation, cited, owner, ..entry };
            entry.because(one.reason.as_ref(), one.until.as_ref().map(|day| day.value.0), policy)
        });
        let mut all: Vec<Entry<'_>> = allowed.collect();
        let left_out = config.keys.per_path.iter().map(|one| {
            let (mark, one) = (one.mark, &one.value);
            let answering = one.ignore.iter().filter_map(|one| rules.of(&one.value));
            let answering: Ids = answering.flat_map(|ids| ids.to_vec()).collect();
            let mark = one.paths.iter().next().map_or(mark, |first| first.mark);
            let entry = Entry::new(Form::PerPath, labels.label(mark), &one.paths, answering);
            let selectors = one.ignore.iter().map(|one| one.value.as_str()).collect();
            Entry { selectors, ..entry.because(one.reason.as_ref(), one.until.as_ref().map(|day| day.value.0), policy) }
        });
        all.extend(left_out);
        Self::of(config, all)
    }

    fn of(config: &'a Config, all: Vec<Entry<'a>>) -> Self {
        let (mut patterns, mut owners) = (Vec::new(), Vec::new());
        let mut everywhere: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, entry) in all.iter().enumerate() {
            patterns.extend(entry.paths.iter().map(|one| &one.value));
            owners.resize(patterns.len(), at);
            if let Some(allowed) = entry.citation.as_ref().filter(|_| entry.paths.is_empty()) {
                everywhere.entry(allowed.standard.clone()).or_default().push(at);
            }
        }
        let patterns = (Patterns::new(&patterns), owners);
        Self { config, all, patterns, everywhere, of_path: HashMap::new(), answered: HashMap::new() }
    }

    /// The entry that suppresses a finding of a rule at a place; every one that would is noted as used.
    pub fn look(&mut self, rule: &'static str, place: &Place, subject: Option<Subject<'_>>) -> Option<usize> {
        if self.all.is_empty() {
            return None;
        }
        let own = |one: Subject<'_>| (one.standard.to_owned(), one.edition, one.adoption.map(str::to_owned));
        let question = (rule, Arc::clone(&place.path), subject.map(own));
        if let Some(answer) = self.answered.get(&question) {
            return *answer;
        }
        let mut found = None;
        for at in self.speaking(&place.path, subject) {
            let entry = &mut self.all[at];
            if entry.meets(rule, subject) {
                entry.used = true;
                if entry.standing == Standing::Counts {
                    found = found.or(Some(at));
                }
            }
        }
        self.answered.insert(question, found);
        found
    }

    /// The entries that may speak of a citation in a document, ascending.
    fn speaking(&mut self, path: &Arc<str>, subject: Option<Subject<'_>>) -> Vec<usize> {
        let (config, (patterns, owners)) = (self.config, &self.patterns);
        let fitting = || {
            let inside = config.relative(Path::new(&**path));
            let mut own: Vec<usize> =
                inside.iter().flat_map(|inside| patterns.fitting(inside)).map(|at| owners[at]).collect();
            own.dedup();
            own
        };
        let mut all = self.of_path.entry(Arc::clone(path)).or_insert_with(fitting).clone();
        all.extend(subject.and_then(|one| self.everywhere.get(one.standard)).into_iter().flatten());
        all.sort_unstable();
        all
    }
}

impl<'a> Entry<'a> {
    fn new(form: Form, label: Label, paths: &'a [At<Pattern>], rules: Ids) -> Self {
        Self {
            form,
            label,
            reason: None,
            until: None,
            owner: None,
            standing: Standing::Counts,
            used: false,
            selectors: Vec::new(),
            rules,
            paths,
            cited: None,
            citation: None,
        }
    }

    fn because(self, reason: Option<&'a At<String>>, until: Option<Date>, policy: &Policy) -> Self {
        let reason = reason.map(|one| one.value.trim()).filter(|one| !one.is_empty());
        let standing = policy.standing(reason.is_some(), until.map_or(End::Never, End::Day));
        Self { reason, until, standing, ..self }
    }

    pub fn end(&self) -> End<'static> {
        self.until.map_or(End::Never, End::Day)
    }

    /// True if an entry that speaks of a document means what is found there.
    fn meets(&self, rule: &str, subject: Option<Subject<'_>>) -> bool {
        let is_meant = match self.form {
            Form::Allow => self.citation.as_ref().zip(subject).is_some_and(|(own, one)| own.is(one)),
            Form::PerPath | Form::Comment => true,
        };
        is_meant && self.rules.contains(&rule)
    }
}

impl Allowed {
    fn of(citation: &Citation) -> Self {
        let written = citation.reference.year.map(|year| year.value);
        Self {
            standard: standard_name(citation),
            edition: citation.edition.filter(|_| written.is_some()).map(|one| one.year).or(written),
            adoption: citation.adoption.as_ref().map(|one| one.designation.clone()),
        }
    }

    fn is(&self, subject: Subject<'_>) -> bool {
        self.standard == subject.standard
            && self.edition.is_none_or(|year| subject.edition == Some(year))
            && self.adoption.as_deref().is_none_or(|own| subject.adoption == Some(own))
    }
}

/// True for a check that finds fault with the edition that is cited, rather than with what is said of it.
#[must_use]
pub fn is_of_edition(check: Check) -> bool {
    match check {
        Check::Own(Own(kind)) => kind.is_of_citation(),
        Check::CitationStatus(_)
        | Check::MissingAmendment
        | Check::MixedEditions
        | Check::ClauseStatus(ClauseFault::RenumberedControl | ClauseFault::RenumberedClause) => true,
        Check::ClauseStatus(ClauseFault::UnknownControl | ClauseFault::UnknownClause)
        | Check::GuidanceAsRequirement
        | Check::MissingElement(_)
        | Check::IncompleteElement(_)
        | Check::DuplicateElement
        | Check::EmptyDeclaration
        | Check::UnknownDeclaration
        | Check::UnaddressedTopic(_)
        | Check::MissingDocuments(_)
        | Check::Suppression(_)
        | Check::StaleBaseline
        | Check::Setting(_) => false,
    }
}

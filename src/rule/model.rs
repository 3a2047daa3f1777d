//! The nouns of a rule, as the build script writes them from `rules/lints/`.

use super::check::{SettingFault, suppression};
use super::element::{Element, Kept, Parts, Topic};
use super::own::Own;
use crate::finding::Severity;
use crate::standard::{Verdict, clause};

/// A rule: data that says what is a fault and how to speak of it.
#[derive(Debug)]
pub struct Rule {
    /// Name of the fault, in kebab-case; never changes.
    pub id: &'static str,
    /// One line.
    pub summary: &'static str,
    /// How grave a finding is.
    pub severity: Severity,
    /// Severities that replace it where the hit says so: `recent`, `adoption-in-force`.
    pub lowered: &'static [(&'static str, Severity)],
    /// Version in which the rule appeared.
    pub since: &'static str,
    /// Clauses of ISO/IEC 20000-1:2018 that it is about.
    pub clauses: &'static [&'static str],
    /// Why it matters.
    pub rationale: &'static str,
    /// What to do.
    pub remedy: &'static str,
    /// Pages that say more.
    pub references: &'static [&'static str],
    /// What is looked for.
    pub check: Check,
    /// How a finding is worded.
    pub message: Message,
    /// Documents in which it finds nothing.
    pub good: &'static [Example],
    /// Documents in which it finds what `finds` lists.
    pub bad: &'static [Example],
}

/// The kinds of check; each has a file in `check/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// A citation has this verdict.
    CitationStatus(Fault),
    /// A dated citation leaves out an amendment in force.
    MissingAmendment,
    /// No document satisfies an element.
    MissingElement(&'static Element),
    /// A document satisfies an element and leaves parts of it out.
    IncompleteElement(&'static Parts),
    /// Two documents claim to be the one that there should be.
    DuplicateElement,
    /// A document without text declares that it satisfies a clause.
    EmptyDeclaration,
    /// A document declares a clause or a standard that does not exist.
    UnknownDeclaration,
    /// A document of a kind never speaks of a topic.
    UnaddressedTopic(&'static Topic),
    /// Documents that a system keeps are not found.
    MissingDocuments(&'static [Kept]),
    /// The number of a clause or control has this fault.
    ClauseStatus(ClauseFault),
    /// Certification or conformity is claimed to a document without requirements.
    GuidanceAsRequirement,
    /// Different documents cite different editions of a standard.
    MixedEditions,
    /// What an own rule looks for.
    Own(Own),
    /// A setting of the configuration has this fault.
    Setting(SettingFault),
    /// Something is wrong with a comment or an entry of the configuration that suppresses findings.
    Suppression(Lapse),
    /// The baseline knows of what is gone.
    StaleBaseline,
}

/// The clause that some secondary sources cite for information security, and the one that is meant.
const CITED_AS: (&str, &str) = ("9.7.3", "8.7.3");

impl Rule {
    /// True if the rule has the id, or is about the clause or one below it.
    #[must_use]
    pub fn answers_to(&self, selector: &str) -> bool {
        let clause = clause(selector);
        let is_below =
            |own: &&str| own.strip_prefix(&*clause).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        self.id == selector || self.clauses.iter().any(is_below)
    }

    /// The address of the page of a built-in rule, if it is known where the project is hosted.
    #[must_use]
    pub fn page(&self) -> Option<String> {
        let hosted = option_env!("CARGO_PKG_REPOSITORY").filter(|_| !matches!(self.check, Check::Own(_)))?;
        page_at(hosted, self.id)
    }
}

/// The page of a rule in the repository of this version.
fn page_at(repository: &str, id: &str) -> Option<String> {
    let host = repository.trim_end_matches(".git").trim_end_matches('/');
    let version = env!("CARGO_PKG_VERSION");
    (!host.is_empty()).then(|| format!("{host}/blob/v{version}/docs/rules/{id}.md"))
}

/// The clause that is meant by a number: 9.7.3, which no edition has, stands for 8.7.3.
#[must_use]
pub fn clause(number: &str) -> String {
    match number.strip_prefix(CITED_AS.0) {
        Some(rest) if rest.is_empty() || rest.starts_with('.') => format!("{}{rest}", CITED_AS.1),
        _ => number.to_owned(),
    }
}

impl Check {
    /// True for a check that compares documents, or looks for what their set lacks.
    #[must_use]
    pub fn is_of_many(self) -> bool {
        self.is_of_set() || matches!(self, Self::MissingAmendment | Self::MixedEditions | Self::StaleBaseline)
    }

    /// True for a check on suppressing itself, whose findings cannot be suppressed.
    #[must_use]
    pub fn is_of_suppressing(self) -> bool {
        matches!(self, Self::Suppression(_) | Self::StaleBaseline)
    }

    /// True for a check that only the whole set of documents can fail.
    #[must_use]
    pub fn is_of_set(self) -> bool {
        match self {
            Self::Own(Own(kind)) => kind.is_of_set(),
            Self::CitationStatus(_)
            | Self::MissingAmendment
            | Self::ClauseStatus(_)
            | Self::GuidanceAsRequirement
            | Self::MixedEditions
            | Self::Suppression(_)
            | Self::StaleBaseline
            | Self::Setting(_) => false,
            Self::MissingElement(_)
            | Self::IncompleteElement(_)
            | Self::DuplicateElement
            | Self::EmptyDeclaration
            | Self::UnknownDeclaration
            | Self::UnaddressedTopic(_)
            | Self::MissingDocuments(_) => true,
        }
    }
}

/// The verdict on a citation, by its name in rule files.
pub type Fault = Verdict;

/// The fault of a number of a clause or control, by its name in rule files.
pub type ClauseFault = clause::Fault;

/// What is wrong with a suppression, by its name in rule files.
pub type Lapse = suppression::Lapse;

/// Wordings with holes in braces: the first whose holes are all filled is taken; of the help, every one.
#[derive(Debug)]
pub struct Message {
    /// What is wrong.
    pub text: &'static [&'static str],
    /// Why, under the marked text.
    pub label: &'static [&'static str],
    /// What to do, sentence by sentence.
    pub help: &'static [&'static str],
}

/// An example: the rule's test and its documentation.
#[derive(Debug)]
pub struct Example {
    /// What it shows.
    pub name: &'static str,
    /// Files by path.
    pub files: &'static [(&'static str, &'static str)],
    /// The marked texts in each file, in order.
    pub finds: &'static [(&'static str, &'static [&'static str])],
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_a_rule_is_where_the_project_is_hosted() {
        let page = format!("https://example.org/o/sms-lint/blob/v{}/docs/rules/a-b.md", env!("CARGO_PKG_VERSION"));
        for hosted in
            ["https://example.org/o/sms-lint", "https://example.org/o/sms-lint/", "https://example.org/o/sms-lint.git"]
        {
            assert_eq!(page_at(hosted, "a-b").as_deref(), Some(page.as_str()));
        }
        assert_eq!(page_at("", "a-b"), None);
    }
}

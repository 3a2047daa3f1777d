//! The nouns of a rule, as the build script writes them from `rules/lints/`.

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
    /// The number of a clause or control has this fault.
    ClauseStatus(ClauseFault),
    /// Certification or conformity is claimed to a document without requirements.
    GuidanceAsRequirement,
    /// Different documents cite different editions of a standard.
    MixedEditions,
}

/// The verdict on a citation, by its name in rule files.
pub type Fault = Verdict;

/// The fault of a number of a clause or control, by its name in rule files.
pub type ClauseFault = clause::Fault;

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

//! The nouns of the baseline.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::finding::{Cited, Finding};
use crate::rule::{Check, set};
use crate::source::{SourceFile, Span};

/// A baseline as it was read.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// The file.
    pub file: PathBuf,
    /// Its text, for findings to point at.
    pub source: SourceFile<'static>,
    /// What it knows.
    pub entries: Vec<Entry>,
}

/// An entry with its place in the text.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it says.
    pub row: Row,
    /// Where it stands.
    pub span: Span,
}

/// Findings that are known, as the file has them and in its order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The document, from the folder of the baseline; nothing for a finding about the whole set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Id of the rule.
    pub rule: String,
    /// Normal form of the citation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<String>,
    /// Hash of the sentence, in 16 hexadecimal digits; nothing for a finding about the whole set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
    /// How many findings; of one with many places how many places.
    pub count: u32,
}

/// By what findings are known again, wherever they stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Id of the rule.
    pub rule: String,
    /// Normal form of the citation.
    pub citation: Option<String>,
    /// Hash of the sentence.
    pub sentence: Option<String>,
}

impl Row {
    /// By what its findings are known again.
    #[must_use]
    pub fn key(&self) -> Key {
        Key { rule: self.rule.clone(), citation: self.citation.clone(), sentence: self.sentence.clone() }
    }

    /// True if `count` is that of the places of one finding.
    #[must_use]
    pub fn counts_places(&self) -> bool {
        is_of_places(&self.rule)
    }
}

impl Key {
    /// The key of a finding.
    #[must_use]
    pub fn of(finding: &Finding) -> Self {
        Self {
            rule: finding.rule.to_owned(),
            citation: finding.said.cited.as_ref().map(Cited::normal),
            sentence: finding.sentence.map(|hash| format!("{hash:016x}")),
        }
    }
}

/// How much of an entry a finding uses up: an amendment that is left out is one finding, with every place.
#[must_use]
pub fn weight(finding: &Finding) -> u32 {
    let places = if is_of_places(finding.rule) { finding.related.len() } else { 0 };
    u32::try_from(1 + places).unwrap_or(u32::MAX)
}

/// True for a rule whose findings have many places, each of which must be known.
fn is_of_places(rule: &str) -> bool {
    set::rule_for(Check::MissingAmendment).is_some_and(|one| one.id == rule)
}

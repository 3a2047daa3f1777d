//! The keys of the configuration.

use schemars::JsonSchema;
use serde::Deserialize;

use super::pattern::Pattern;
use super::value::{Asked, Day, FailOn, FormatName};
use crate::finding::Severity;
use crate::yaml::{At, Many, Table};

/// What a configuration says. Every key may be left out.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
#[schemars(title = "sms-lint.yaml")]
pub struct Keys {
    /// A configuration whose keys count where this one has none; the path counts from this file.
    pub extends: Option<At<String>>,
    /// Rules to follow, by id or by clause of ISO/IEC 20000-1 such as 8.7.3; without it all are followed.
    pub select: Option<Many<At<String>>>,
    /// Rules to leave out, by id or clause.
    pub ignore: Many<At<String>>,
    /// Severity of findings by id of the rule, in place of the rule's own.
    pub severity: Table<Severity>,
    /// The least severity that makes the exit status 1.
    pub fail_on: Option<At<FailOn>>,
    /// Whether the documents belong to a service management system.
    pub system: Option<At<Asked>>,
    /// Which files are documents, and what they are.
    pub files: Files,
    /// Rules to leave out in some files.
    pub per_path: Vec<At<PerPath>>,
    /// Citations that are allowed.
    pub allow: Vec<At<Allow>>,
    /// What is asked of those who suppress findings.
    pub suppressions: Suppressions,
    /// File of findings that are known; the path counts from this file.
    pub baseline: Option<At<String>>,
    /// What is known of the elements of clause 8.7.3.
    pub elements: Elements,
    /// Day as on which statuses are judged, in place of today.
    pub as_of: Option<At<Day>>,
    /// How old the catalogue of standards may be, in days.
    pub max_catalogue_age: Option<At<u32>>,
    /// Files and folders of own rules; paths count from this file.
    pub rules: Many<At<String>>,
}

/// Which files are documents, and what they are.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
pub struct Files {
    /// Only these files are checked when a folder is walked; without it all that can be read.
    pub include: Option<Many<At<Pattern>>>,
    /// These files are left out when a folder is walked.
    pub exclude: Many<At<Pattern>>,
    /// The format of files by pattern, where their ending does not tell it; the last that fits counts.
    pub formats: Table<FormatName>,
}

/// Rules to leave out in some files.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
pub struct PerPath {
    /// The files.
    pub paths: Many<At<Pattern>>,
    /// The rules, by id or clause.
    pub ignore: Many<At<String>>,
    /// Why.
    #[serde(default)]
    pub reason: Option<At<String>>,
    /// The last day on which it counts.
    #[serde(default)]
    pub until: Option<At<Day>>,
}

/// A citation that is allowed.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
pub struct Allow {
    /// The designation, such as ISO/IEC 27001:2013; without a year every edition is meant.
    pub citation: At<String>,
    /// The files; without it all.
    #[serde(default, rename = "where")]
    pub paths: Many<At<Pattern>>,
    /// Why.
    #[serde(default)]
    pub reason: Option<At<String>>,
    /// The last day on which it counts.
    #[serde(default)]
    pub until: Option<At<Day>>,
    /// Who answers for it.
    #[serde(default)]
    pub owner: Option<At<String>>,
}

/// What is asked of those who suppress findings.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
pub struct Suppressions {
    /// Whether a reason must be given; it must be if this is left out.
    pub require_reason: Option<At<bool>>,
    /// How many days ahead an `until` may lie at most.
    pub max_horizon: Option<At<u32>>,
}

/// What is known of the elements of clause 8.7.3.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
pub struct Elements {
    /// By the path of a document the clauses that it satisfies, by standard, as in front matter.
    pub declarations: Table<Table<Many<At<String>>>>,
    /// By the id of an element further titles under which its document may go.
    pub synonyms: Table<Many<At<String>>>,
}

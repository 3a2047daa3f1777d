//! The keys of the configuration.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::value::{Asked, Day, FailOn, FormatName, Selector, optional_path, optional_text, paths, text};
use crate::finding::Severity;
use crate::pattern::Pattern;
use crate::yaml::{At, Many, Table};

/// What a configuration says. Every key may be left out.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
#[schemars(title = "sms-lint.yaml")]
pub struct Keys {
    /// A configuration whose keys count where this one has none; the path counts from this file.
    #[serde(deserialize_with = "optional_path", skip_serializing_if = "Option::is_none")]
    pub extends: Option<At<String>>,
    /// Rules to follow, by id or by clause of ISO/IEC 20000-1 such as 8.7.3; without it all are followed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Many<Selector>>")]
    pub select: Option<Many<At<String>>>,
    /// Rules to leave out, by id or clause.
    #[serde(skip_serializing_if = "Many::is_nothing")]
    #[schemars(with = "Many<Selector>")]
    pub ignore: Many<At<String>>,
    /// Severity by id or clause in place of the rule's own; ids count before clauses, longer clauses before shorter ones.
    #[serde(skip_serializing_if = "Table::is_nothing")]
    pub severity: Table<Severity>,
    /// The least severity that makes the exit status 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fail_on: Option<At<FailOn>>,
    /// Whether the documents belong to a service management system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system: Option<At<Asked>>,
    /// Which files are documents, and what they are.
    #[serde(skip_serializing_if = "is_nothing")]
    pub files: Files,
    /// Rules to leave out in some files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub per_path: Vec<At<PerPath>>,
    /// Citations that are allowed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<At<Allow>>,
    /// What is asked of those who suppress findings.
    #[serde(skip_serializing_if = "is_nothing")]
    pub suppressions: Suppressions,
    /// File of findings that are known; the path counts from this file.
    #[serde(deserialize_with = "optional_path", skip_serializing_if = "Option::is_none")]
    pub baseline: Option<At<String>>,
    /// What is known of the elements of clause 8.7.3.
    #[serde(skip_serializing_if = "is_nothing")]
    pub elements: Elements,
    /// Day as on which statuses are judged, in place of today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<At<Day>>,
    /// How old the catalogue of standards may be, in days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_catalogue_age: Option<At<u32>>,
    /// Files and folders of own rules; paths count from this file.
    #[serde(deserialize_with = "paths", skip_serializing_if = "Many::is_nothing")]
    pub rules: Many<At<String>>,
}

/// Which files are documents, and what they are.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
pub struct Files {
    /// Only these files are checked when a folder is walked; without it all that can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub include: Option<Many<At<Pattern>>>,
    /// These files are left out when a folder is walked.
    #[serde(skip_serializing_if = "Many::is_nothing")]
    pub exclude: Many<At<Pattern>>,
    /// The format of files by pattern, where their ending does not tell it; the last that fits counts.
    #[serde(skip_serializing_if = "Table::is_nothing")]
    pub formats: Table<FormatName>,
}

/// Rules to leave out in some files.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
pub struct PerPath {
    /// The files.
    pub paths: Many<At<Pattern>>,
    /// The rules, by id or clause.
    #[serde(skip_serializing_if = "Many::is_nothing")]
    #[schemars(with = "Many<Selector>")]
    pub ignore: Many<At<String>>,
    /// Why.
    #[serde(default, deserialize_with = "optional_text", skip_serializing_if = "Option::is_none")]
    pub reason: Option<At<String>>,
    /// The last day on which it counts.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<At<Day>>,
}

/// A citation that is allowed.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
pub struct Allow {
    /// The designation, such as ISO/IEC 27001:2013; without a year every edition is meant.
    #[serde(deserialize_with = "text")]
    pub citation: At<String>,
    /// The files; without it all.
    #[serde(default, rename = "where")]
    #[serde(skip_serializing_if = "Many::is_nothing")]
    pub paths: Many<At<Pattern>>,
    /// Why.
    #[serde(default, deserialize_with = "optional_text", skip_serializing_if = "Option::is_none")]
    pub reason: Option<At<String>>,
    /// The last day on which it counts.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<At<Day>>,
    /// Who answers for it.
    #[serde(default, deserialize_with = "optional_text", skip_serializing_if = "Option::is_none")]
    pub owner: Option<At<String>>,
}

/// What is asked of those who suppress findings.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
pub struct Suppressions {
    /// Whether a reason must be given; it must be if this is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_reason: Option<At<bool>>,
    /// How many days ahead an `until` may lie at most. With it each suppression needs an `until`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_horizon: Option<At<u32>>,
}

/// What is known of the elements of clause 8.7.3.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
pub struct Elements {
    /// By the path of a document the clauses that it satisfies, by standard, as in front matter.
    #[serde(skip_serializing_if = "Table::is_nothing")]
    #[schemars(with = "Table<Table<Many<Selector>>>")]
    pub declarations: Table<Table<Many<At<String>>>>,
    /// By the id of an element further titles under which its document may go.
    #[serde(skip_serializing_if = "Table::is_nothing")]
    #[schemars(with = "Table<Many<Selector>>")]
    pub synonyms: Table<Many<At<String>>>,
}

/// True if a group of keys says nothing, so that it need not be shown.
fn is_nothing<T: Serialize>(group: &T) -> bool {
    serde_json::to_value(group).is_ok_and(|value| value.as_object().is_some_and(serde_json::Map::is_empty))
}

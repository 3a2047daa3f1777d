//! The shape of a rule file, but for its check: one for the rules that are built in, which the build script reads, and for
//! rules of one's own, which are read at run time and know the place of each text. Uses nothing else of the program.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A rule as it is written, with texts of one type and a check of another.
#[derive(Debug, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "keys with values",
    bound(deserialize = "T: Deserialize<'de>, C: Deserialize<'de>")
)]
pub struct Written<T, C> {
    /// Name of the fault, in kebab-case.
    pub id: T,
    /// One line.
    pub summary: T,
    /// How grave a finding is.
    pub severity: Level,
    /// Severities that replace it where the hit says so.
    #[serde(default)]
    pub lowered: BTreeMap<String, Level>,
    /// Version in which the rule appeared.
    pub since: Option<T>,
    /// Clauses of ISO/IEC 20000-1:2018 that it is about.
    #[serde(default)]
    pub clauses: Vec<T>,
    /// Why it matters.
    pub rationale: Option<T>,
    /// What to do.
    pub remedy: Option<T>,
    /// Pages that say more.
    #[serde(default)]
    pub references: Vec<T>,
    /// What is looked for.
    pub check: C,
    /// How a finding is worded.
    pub message: Message<T>,
    /// Its tests and its documentation.
    pub examples: Option<Examples>,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Worth knowing.
    Advice,
    /// Should be mended.
    Warning,
    /// Must be mended.
    Error,
}

/// Wordings with holes in braces.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "keys with values", bound(deserialize = "T: Deserialize<'de>"))]
pub struct Message<T> {
    /// What is wrong.
    pub text: Vec<T>,
    /// Why, under the marked text.
    #[serde(default = "Vec::new")]
    pub label: Vec<T>,
    /// What to do, sentence by sentence.
    #[serde(default = "Vec::new")]
    pub help: Vec<T>,
}

/// Documents in which the rule finds nothing, and others in which it finds something.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "keys with values")]
pub struct Examples {
    /// Without a finding.
    pub good: Vec<Example>,
    /// With findings.
    pub bad: Vec<Example>,
}

/// An example.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "keys with values")]
pub struct Example {
    /// What it shows.
    pub name: String,
    /// Files by path.
    pub files: BTreeMap<String, String>,
    /// The marked texts by file, in order.
    #[serde(default)]
    pub finds: BTreeMap<String, Vec<String>>,
}

impl Examples {
    /// What is wrong with them.
    pub fn fault(&self) -> Option<String> {
        if self.good.is_empty() || self.bad.is_empty() {
            return Some("it needs at least one good and one bad example".into());
        }
        if let Some(example) = self.bad.iter().find(|example| example.finds.is_empty()) {
            return Some(format!("the bad example {:?} finds nothing", example.name));
        }
        let found = self.good.iter().find(|example| !example.finds.is_empty());
        found.map(|example| format!("the good example {:?} must not find anything", example.name))
    }
}

//! What a report carries besides findings, so that whoever it is sent to can tell what it rests on.

use std::path::PathBuf;

use super::counted::checked;
use super::sources;
use crate::finding::Severity;
use crate::lint::coverage::Coverage;
use crate::lint::{Inventory, Report};
use crate::origin::Origin;
use crate::standard::catalogue;

pub use crate::lint::reported::NOTICE;

/// Version of the program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The day on which this version was released, in the words of the changelog; nothing before that day.
pub const RELEASED: Option<&str> = None;

/// The name under which properties of the program are known: an identifier, not a page.
pub const NAMESPACE: &str = "https://crates.io/crates/sms-lint";

/// A report with what an auditor asks for beside it.
#[derive(Debug)]
pub struct Dossier {
    /// What was found.
    pub report: Report,
    /// What the findings rest on.
    pub head: Head,
    /// Which elements the set holds, if a writer shows that.
    pub coverage: Option<Coverage>,
    /// What is cited, if a writer shows that.
    pub inventory: Option<Inventory>,
    /// Why no document was checked, where that makes the run fail: a report of nothing must not look like a clean one.
    pub unchecked: Option<String>,
}

/// What the findings of a report rest on, beside the documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The commit that the documents are of.
    pub origin: Option<Origin>,
    /// The folder to which the paths of the report are relative.
    pub here: PathBuf,
    /// Hash of all that was asked for, as `sha256:` and hexadecimal digits.
    pub configuration: String,
    /// Reports for machines list what is suppressed or known as well.
    pub with_suppressed: bool,
    /// The least severity that makes the run fail; nothing if none does.
    pub limit: Option<Severity>,
}

impl Head {
    /// A path of the report from the root of the repository, if it lies in one; that is how forges name files.
    #[must_use]
    pub fn rooted(&self, path: &str) -> String {
        let rooted = self.origin.as_ref().and_then(|origin| origin.rooted(path, &self.here));
        rooted.unwrap_or_else(|| path.to_owned())
    }

    /// The commit in words.
    fn commit(&self) -> String {
        match &self.origin {
            None => "not known".into(),
            Some(Origin { commit, dirty: Some(false), .. }) => commit.clone(),
            Some(Origin { commit, dirty: Some(true), .. }) => {
                format!("{commit}, but files differ from it or are not in it")
            }
            Some(Origin { commit, dirty: None, .. }) => {
                format!("{commit}; whether files differ from it is not known")
            }
        }
    }
}

impl Dossier {
    /// What the report rests on and how much it holds back, as names and values for people.
    #[must_use]
    pub fn about(&self) -> Vec<(&'static str, String)> {
        let summary = &self.report.summary;
        let documents = match &self.unchecked {
            Some(why) => format!("none was checked: {why}"),
            None => summary.documents.to_string(),
        };
        vec![
            ("tool", tool()),
            ("catalogue", format!("version of {}, the day of its facts", catalogue::as_of())),
            ("judged as of", self.report.as_of.to_string()),
            ("commit", self.head.commit()),
            ("configuration", self.head.configuration.clone()),
            ("documents", documents),
            ("skipped", summary.skipped.to_string()),
            ("acknowledged as history", summary.acknowledged.to_string()),
            ("suppressed", summary.suppressed.to_string()),
            ("known from the baseline", summary.known.to_string()),
            ("notice", NOTICE.into()),
        ]
    }

    /// Why no document was checked, as a sentence, where that makes the run fail.
    #[must_use]
    pub fn nothing_checked(&self) -> Option<String> {
        self.unchecked.as_ref().map(|why| format!("No document was checked: {why}."))
    }

    /// The sources of what is said of each citation that a finding is about, as names and values for people.
    #[must_use]
    pub fn sources(&self) -> Vec<(String, String)> {
        let named = |(cited, sources): (String, Vec<&str>)| (format!("sources on {cited}"), sources.join("; "));
        sources::by_standard(&self.report.findings).into_iter().filter(|(_, all)| !all.is_empty()).map(named).collect()
    }

    /// How many findings are of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let summary = &self.report.summary;
        match severity {
            Severity::Error => summary.errors,
            Severity::Warning => summary.warnings,
            Severity::Advice => summary.advice,
        }
    }

    /// The counts in one line, without a full stop.
    #[must_use]
    pub fn counts(&self) -> String {
        checked(&self.report.summary)
    }
}

/// The program with the day of its release.
fn tool() -> String {
    match RELEASED {
        Some(day) => format!("sms-lint {VERSION}, released on {day}"),
        None => format!("sms-lint {VERSION}, not released yet"),
    }
}

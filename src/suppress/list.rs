//! Every suppression there is, with what becomes of it.

use super::baseline::{Baseline, Entry as Known};
use super::comments::{Comments, Held};
use super::entries::{Entries, Entry};
use super::judge::Judged;
use super::lapse::Lapses;
use super::policy::{End, Standing, later};
use crate::comment::Verb;
use crate::rule::check::suppression::Form;
use crate::source::Place;

/// A suppression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// How it stands.
    pub state: State,
    /// In what it is written.
    pub by: By,
    /// The verb of a comment.
    pub verb: Option<&'static str>,
    /// Where it stands.
    pub place: Place,
    /// The rules that it names, as written; all if there are none.
    pub rules: Vec<String>,
    /// The citation that is allowed or known.
    pub citation: Option<String>,
    /// The paths that it speaks of, as written.
    pub paths: Vec<String>,
    /// Why.
    pub reason: Option<String>,
    /// Its last day, as written.
    pub until: Option<String>,
    /// True if that day has passed, or comes within the days that were asked for.
    pub is_ending: bool,
    /// Who answers for it.
    pub owner: Option<String>,
}

/// In what a suppression is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// A comment in a document.
    Comment,
    /// An entry of `allow`.
    Allow,
    /// An entry of `per-path`.
    PerPath,
    /// An entry of the baseline.
    Baseline,
}

/// How a suppression stands, the first that is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// What it says means nothing.
    Unknown,
    /// It gives no reason, and does not count.
    Unreasoned,
    /// Its last day has passed, or it has none that counts.
    Expired,
    /// It hides nothing.
    Unused,
    /// It hides something, and its last day is near.
    Expiring,
    /// It hides something.
    Used,
    /// The run could not tell.
    Unjudged,
}

impl By {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Comment => "comment",
            Self::Allow => "allow",
            Self::PerPath => "per-path",
            Self::Baseline => "baseline",
        }
    }
}

impl State {
    /// All of them, in their order.
    pub const ALL: [Self; 7] =
        [Self::Used, Self::Expiring, Self::Expired, Self::Unused, Self::Unreasoned, Self::Unknown, Self::Unjudged];

    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Unreasoned => "unreasoned",
            Self::Expired => "expired",
            Self::Unused => "unused",
            Self::Expiring => "expiring",
            Self::Used => "used",
            Self::Unjudged => "unjudged",
        }
    }
}

/// What was seen of a suppression.
struct Seen<'a> {
    standing: Standing,
    end: End<'a>,
    is_used: bool,
    is_unused: bool,
}

/// Lists suppressions.
pub(super) struct Lister<'a> {
    pub lapses: &'a Lapses<'a>,
    /// How many days before its last one a suppression is expiring.
    pub days: u32,
}

impl Lister<'_> {
    /// Every suppression, sorted by place.
    pub fn list(
        &self,
        comments: &Comments,
        entries: &Entries<'_>,
        baseline: Option<(&Baseline, &Judged)>,
    ) -> Vec<Listed> {
        let is_own = |held: &&Held| !held.is_aside && (held.comment.verb != Verb::End || held.is_alone);
        let mut all: Vec<Listed> = comments.all.iter().filter(is_own).map(|held| self.comment(held)).collect();
        all.extend(entries.all.iter().map(|entry| self.entry(entry)));
        all.extend(baseline.into_iter().flat_map(|(baseline, judged)| known(baseline, judged)));
        all.sort_by(|a, b| a.place.cmp(&b.place));
        all
    }

    fn comment(&self, held: &Held) -> Listed {
        let comment = &held.comment;
        let is_used = held.used.contains(&true);
        let means_nothing = held.rules.iter().all(|rules| rules.as_ref().is_none_or(|ids| ids.is_empty()));
        let standing = if means_nothing { Standing::Meaningless } else { held.standing };
        let is_unused = match comment.verb {
            // A document is taken as history whether or not something in it asks for that.
            Verb::Historical => false,
            Verb::NextLine | Verb::Line | Verb::Start | Verb::End | Verb::File | Verb::Unknown => {
                !is_used && self.lapses.idle(held).len() == held.rules.len()
            }
        };
        let end = held.end();
        let state = self.state(&Seen { standing, end, is_used, is_unused });
        Listed {
            state,
            by: By::Comment,
            verb: Some(comment.verb.name()),
            place: comment.label.place.clone(),
            rules: comment.selectors.clone(),
            citation: None,
            paths: Vec::new(),
            reason: comment.reason.clone(),
            until: written(end),
            is_ending: self.is_ending(end),
            owner: None,
        }
    }

    fn entry(&self, entry: &Entry<'_>) -> Listed {
        let is_unused = !entry.used && self.lapses.is_judged(entry);
        let end = entry.end();
        let texts = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<String>>();
        Listed {
            state: self.state(&Seen { standing: entry.standing, end, is_used: entry.used, is_unused }),
            by: match entry.form {
                Form::Allow | Form::Comment => By::Allow,
                Form::PerPath => By::PerPath,
            },
            verb: None,
            place: entry.label.place.clone(),
            rules: texts(&entry.selectors),
            citation: entry.cited.map(str::to_owned),
            paths: entry.paths.iter().map(|one| one.value.text.clone()).collect(),
            reason: entry.reason.map(str::to_owned),
            until: written(end),
            is_ending: self.is_ending(end),
            owner: entry.owner.map(str::to_owned),
        }
    }

    fn state(&self, seen: &Seen<'_>) -> State {
        match seen.standing {
            Standing::Meaningless => State::Unknown,
            Standing::Unreasoned => State::Unreasoned,
            Standing::Expired => State::Expired,
            Standing::Counts if seen.is_unused => State::Unused,
            Standing::Counts if self.is_ending(seen.end) => State::Expiring,
            Standing::Counts if seen.is_used => State::Used,
            Standing::Counts => State::Unjudged,
        }
    }

    fn is_ending(&self, end: End<'_>) -> bool {
        let policy = self.lapses.policy;
        let latest = later(policy.as_of, self.days);
        policy.expiry(end).is_some() || matches!(end, End::Day(day) if day <= latest)
    }
}

/// The last day as it is written.
fn written(end: End<'_>) -> Option<String> {
    match end {
        End::Never => None,
        End::Day(day) => Some(day.to_string()),
        End::Malformed(text) => Some(text.to_owned()),
    }
}

/// The entries of a baseline.
fn known<'a>(baseline: &'a Baseline, judged: &'a Judged) -> impl Iterator<Item = Listed> + 'a {
    let mut locator = baseline.source.locator();
    let left = judged.left.iter().copied().chain(std::iter::repeat(0));
    baseline.entries.iter().zip(left).enumerate().map(move |(at, (Known { row, span }, left))| {
        let state = match left {
            _ if judged.stale.binary_search(&at).is_ok() => State::Unused,
            0 => State::Used,
            _ => State::Unjudged,
        };
        Listed {
            state,
            by: By::Baseline,
            verb: None,
            place: locator.place(*span),
            rules: vec![row.rule.clone()],
            citation: row.citation.clone(),
            paths: row.path.iter().cloned().collect(),
            reason: None,
            until: None,
            is_ending: false,
            owner: None,
        }
    })
}

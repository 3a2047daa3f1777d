//! What `--fix` and `--diff` do with the findings of a run.

use std::io;
use std::path::Path;

use super::{setup, tell};
use crate::cli::{Check, Fixes};
use crate::error::Error;
use crate::finding::{Safety, Skipped};
use crate::fix::{self, Drafts};
use crate::lint::Report;
use crate::report::counted;
use crate::report::scrub::{one_line, visible};

/// How often documents are changed and checked again: a fix may wait for another that it overlaps.
const ROUNDS: usize = 10;

/// What was changed so far.
#[derive(Debug, Default)]
pub(super) struct Mending {
    rounds: usize,
    mended: usize,
    documents: std::collections::BTreeSet<String>,
    refused: Vec<Skipped>,
}

impl Mending {
    /// Changes documents if that is wanted; true if something was, so that they must be checked again.
    pub(super) fn take(&mut self, arguments: &Check, report: &Report) -> bool {
        let Some(least) = arguments.fix.filter(|_| !arguments.diff && self.rounds < ROUNDS) else { return false };
        self.rounds += 1;
        let (changes, refused) = fix::changes(&report.findings, safety(least), &Drafts::default());
        self.refused = refused;
        let mut changed = false;
        for change in changes {
            match change.write() {
                Ok(()) => {
                    self.mended += change.mended;
                    self.documents.insert(change.path);
                    changed = true;
                }
                Err(error) => {
                    self.refused.push(Skipped::new(change.path, unwritten(&error)));
                }
            }
        }
        changed
    }

    /// Says what was changed and what could not be.
    pub(super) fn tell(&self, arguments: &Check) {
        for Skipped { path, reason, .. } in &self.refused {
            tell(format_args!("sms-lint: {} was not mended: {}", one_line(path), one_line(reason)));
        }
        if arguments.fix.is_none() || arguments.diff || arguments.quiet {
            return;
        }
        let (findings, documents) =
            (counted(self.mended, "finding", "findings"), counted(self.documents.len(), "document", "documents"));
        match self.mended {
            0 => tell(format_args!("sms-lint: nothing could be mended")),
            _ => tell(format_args!(
                "sms-lint: mended {findings} in {documents}; read what was changed before you commit it"
            )),
        }
    }
}

/// What would be changed so far.
#[derive(Debug, Default)]
pub(super) struct Drafting {
    rounds: usize,
    pub drafts: Drafts,
    refused: Vec<Skipped>,
}

impl Drafting {
    /// Takes in what a report lets mend; true if that is something, so that the drafts must be checked.
    ///
    /// # Errors
    /// `Error::Draft` if none can be written.
    pub(super) fn take(&mut self, arguments: &Check, report: &Report) -> Result<bool, Error> {
        if self.rounds == ROUNDS {
            return Ok(false);
        }
        self.rounds += 1;
        let least = safety(arguments.fix.unwrap_or(Fixes::Safe));
        let (changes, refused) = fix::changes(&report.findings, least, &self.drafts);
        self.refused = refused;
        let is_changed = !changes.is_empty();
        self.drafts.take(changes).map_err(Error::Draft)?;
        Ok(is_changed)
    }

    /// Says what would not be changed.
    pub(super) fn tell(&self, arguments: &Check) {
        for Skipped { path, reason, .. } in &self.refused {
            tell(format_args!("sms-lint: {} would not be mended: {}", one_line(path), one_line(reason)));
        }
        if !arguments.quiet && self.drafts.changes().next().is_none() {
            tell(format_args!("sms-lint: nothing could be mended"));
        }
    }
}

/// Why a document could not be written.
fn unwritten(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "nothing may be written there, or not in its owner's name".into(),
        _ => crate::error::unwritten(error),
    }
}

/// How the documents would change, each named from the root of the repository, so that git applies it in any folder.
pub(super) fn diff(drafts: &Drafts) -> String {
    let root = setup::root(Path::new("."));
    drafts.changes().map(|change| harmless(&change.diff(&root))).collect()
}

/// A diff in which nothing is obeyed by a terminal, with its line ends as they are.
fn harmless(diff: &str) -> String {
    let line = |line: &str| match line.strip_suffix("\r\n") {
        Some(bare) => format!("{}\r\n", visible(bare)),
        None => visible(line).into_owned(),
    };
    diff.split_inclusive('\n').map(line).collect()
}

fn safety(fixes: Fixes) -> Safety {
    match fixes {
        Fixes::Safe => Safety::Safe,
        Fixes::Unsafe => Safety::Unsafe,
    }
}

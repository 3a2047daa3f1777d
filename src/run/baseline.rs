//! `sms-lint baseline`: keeps the findings of today, so that only new ones count.

use std::io::Write;
use std::path::Path;

use super::check::{Basis, examine, unread};
use super::deliver::Delivery;
use super::given::Given;
use super::stats::Stats;
use super::{Outcome, print_for_people, setup};
use crate::cli::{BaselineAction, Check, Kept};
use crate::config::Config;
use crate::error::Error;
use crate::finding::Finding;
use crate::report::scrub::one_line;
use crate::rule::set;
use crate::suppress::Judged;
use crate::suppress::baseline::{self, Baseline, Row, added, merged, rows, size, store};
use crate::walk::{Walk, shown};

/// Makes, changes or lists the baseline.
///
/// # Errors
/// `Error::Baseline` if it cannot be made; `Error::Mistakes` and `Error::Path` if it or the configuration cannot be read.
pub fn run(action: BaselineAction, out: &mut dyn Write) -> Result<Outcome, Error> {
    match action {
        BaselineAction::Create(kept) => create(kept, out),
        BaselineAction::Update { kept, ratchet } => change(kept, true, ratchet, out),
        BaselineAction::Prune(kept) => change(kept, false, false, out),
        BaselineAction::Show(kept) => show(kept, out),
    }
}

fn create(kept: Kept, out: &mut dyn Write) -> Result<Outcome, Error> {
    let check = kept.check();
    let config = setup::config(&check)?;
    let (file, _) = setup::checked_baseline_file(&check, &config)?;
    if file.exists() {
        let help = "sms-lint baseline update brings it up to date; remove the file to begin anew";
        return Err(fault(&file, "it is there already", help));
    }
    let (walk, judged) = judged(&check, &config, None)?;
    if let Some(unread) = unread(judged.report.summary.documents, &judged.report.skipped, &walk) {
        return Ok(unread);
    }
    let rows = rows(judged.report.findings.iter().filter(|one| can_be_known(one.rule)), &file);
    store(&file, &rows)?;
    print_for_people(out, &format!("{} knows {}.\n", shown(&file), counted(size(&rows))))
}

/// Leaves out what is gone and, if that is wanted, takes in what is new.
fn change(kept: Kept, takes_new: bool, ratchet: bool, out: &mut dyn Write) -> Result<Outcome, Error> {
    let check = kept.check();
    let config = setup::config(&check)?;
    let baseline = known(&check, &config)?;
    let (walk, judged) = judged(&check, &config, Some(&baseline))?;
    let report = &judged.report;
    if let Some(failed @ Outcome::Failed) = unread(report.summary.documents.max(1), &report.skipped, &walk) {
        return Ok(failed);
    }
    let name = shown(&baseline.file);
    let new: Vec<&Finding> = report.findings.iter().filter(|one| takes_new && can_be_known(one.rule)).collect();
    if ratchet && !new.is_empty() {
        return refuse(&name, &new, out);
    }
    let found = rows(report.known.iter().chain(new), &baseline.file);
    let after = added(found, baseline.unjudged(&judged.left, &judged.stale));
    let (was, is) = (baseline.size(), size(&after));
    store(&baseline.file, &after)?;
    print_for_people(out, &format!("{name} knew {} and knows {is} now.\n", counted(was)))
}

/// Says what a baseline would take in that it does not know.
fn refuse(name: &str, new: &[&Finding], out: &mut dyn Write) -> Result<Outcome, Error> {
    let mut text = String::new();
    for one in new {
        let cited = one.said.cited.as_ref().map(|cited| format!(" {}", cited.normal())).unwrap_or_default();
        text += &format!("{}: {}{cited}\n", one_line(&one.primary.place.shown()), one.rule);
    }
    let many = counted(u64::try_from(new.len()).unwrap_or(u64::MAX));
    text += &format!("{name} would take in {many}, listed above: it must not grow, so nothing was changed.\n");
    print_for_people(out, &text)?;
    Ok(Outcome::Found)
}

fn show(kept: Kept, out: &mut dyn Write) -> Result<Outcome, Error> {
    let check = kept.check();
    let config = setup::config(&check)?;
    let baseline = known(&check, &config)?;
    let all = merged(baseline.entries.iter().map(|entry| entry.row.clone()));
    let lines: String = all.iter().map(|row| format!("{}\n", one_line(&line(row)))).collect();
    print_for_people(out, &format!("{lines}{} knows {}.\n", shown(&baseline.file), counted(size(&all))))
}

/// An entry as people read it.
fn line(row: &Row) -> String {
    let path = row.path.as_deref().unwrap_or("(all documents)");
    let citation = row.citation.as_ref().map(|one| format!(" {one}")).unwrap_or_default();
    let times = match row.count {
        0 | 1 => String::new(),
        places if row.counts_places() => format!(", in {places} places"),
        times => format!(", {times} times"),
    };
    format!("{path}: {}{citation}{times}", row.rule)
}

/// The baseline, which must be there.
fn known(check: &Check, config: &Config) -> Result<Baseline, Error> {
    let (file, _) = setup::checked_baseline_file(check, config)?;
    if !file.exists() {
        // Whoever mistypes the folder finds no baseline there.
        Walk::new(&check.paths, 0)?;
        let help = "make it with sms-lint baseline create".to_owned();
        return Err(Error::Baseline { deed: "read", file: shown(&file), reason: "there is none".to_owned(), help });
    }
    baseline::read(&file, &shown(&file))
}

fn judged(check: &Check, config: &Config, baseline: Option<&Baseline>) -> Result<(Walk, Judged), Error> {
    setup::tell(config);
    let given = Given::of(check)?;
    let delivery = Delivery::of(&given.arguments)?;
    examine(&given, Basis::of(config, baseline), &delivery, &mut Stats::new(false))
}

/// True for a rule whose findings may be known.
pub(super) fn can_be_known(rule: &str) -> bool {
    !set::rules().iter().any(|one| one.id == rule && one.check.is_of_suppressing())
}

fn fault(file: &Path, reason: &str, help: &str) -> Error {
    Error::Baseline { deed: "write", file: shown(file), reason: reason.to_owned(), help: help.to_owned() }
}

/// "1 finding", "12 findings".
pub(super) fn counted(number: u64) -> String {
    crate::report::counted(usize::try_from(number).unwrap_or(usize::MAX), "finding", "findings")
}

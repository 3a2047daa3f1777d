//! `sms-lint suppressions`: every suppression there is, with what becomes of it.

use std::io::Write;

use super::check::{Basis, examine, unread};
use super::deliver::Delivery;
use super::given::Given;
use super::stats::Stats;
use super::{Outcome, finish, for_people, setup};
use crate::cli::{ListFormat, Suppressions};
use crate::error::Error;
use crate::page::suppression;
use crate::suppress::Listed;

/// How many days before its last one a suppression is expiring, unless somebody says otherwise.
const NEAR: u32 = 30;

/// Lists suppressions to `out`.
///
/// # Errors
/// Every mistake in the configuration and the baseline; `Error::Path` if a named path is not there.
pub fn run(arguments: Suppressions, out: &mut dyn Write) -> Result<Outcome, Error> {
    let Suppressions { kept, format, expiring } = arguments;
    let check = kept.check();
    let config = setup::config(&check)?;
    setup::tell(&config);
    let baseline = setup::baseline(&check, &config)?;
    let given = Given::of(&check)?;
    let basis = Basis { listed: Some(expiring.unwrap_or(NEAR)), ..Basis::of(&config, baseline.as_ref()) };
    let (walk, judged) = examine(&given, basis, &Delivery::of(&given.arguments)?, &mut Stats::new(false))?;
    let is_wanted = |one: &&Listed| expiring.is_none() || one.is_ending;
    let all: Vec<&Listed> = judged.listed.iter().filter(is_wanted).collect();
    let on = judged.report.as_of;
    let written = match format {
        ListFormat::Human => for_people(out, |out| suppression::human(&all, on, out)),
        ListFormat::Json => suppression::json(&all, on, out),
        ListFormat::Csv => suppression::csv(&all, out),
    };
    finish(written.and_then(|()| out.flush()))?;
    let report = &judged.report;
    Ok(unread(report.summary.documents, &report.skipped, &walk).unwrap_or(Outcome::Clean))
}

//! What is asked of those who begin with sms-lint in an old repository, and keep what is found there.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use super::check::Check;
use super::command::day;
use super::reading::{ListFormat, Reading};
use crate::config::Asked;

/// What becomes of the baseline.
#[derive(Debug, Subcommand)]
pub enum BaselineAction {
    /// Make it of all findings of today; it must not be there yet
    Create(Kept),
    /// Add findings that are new and leave out those that are gone
    Update {
        /// What is looked at
        #[command(flatten)]
        kept: Kept,
        /// Change nothing if a finding is new
        #[arg(long)]
        ratchet: bool,
    },
    /// Leave out findings that are gone
    Prune(Kept),
    /// List what it knows
    Show(Kept),
}

/// What a baseline is made of.
#[derive(Args, Clone, Debug)]
pub struct Kept {
    /// What is read.
    #[command(flatten)]
    pub reading: Reading,

    /// The file, in place of the one that is found
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,

    /// Whether the documents belong to a service management system [default: auto]
    #[arg(long, value_enum, value_name = "SYSTEM")]
    pub system: Option<Asked>,
}

impl Kept {
    /// The check that finds what the baseline is made of.
    #[must_use]
    pub fn check(self) -> Check {
        let Self { reading, baseline, system } = self;
        Check { baseline, system, ..reading.check() }
    }
}

/// Which suppressions to list and how.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  sms-lint suppressions                 everything that hides a finding, with its reason
  sms-lint suppressions --expiring 30   what has run out, or will within thirty days
  sms-lint suppressions --format csv    for a spreadsheet")]
pub struct Suppressions {
    /// What is looked at.
    #[command(flatten)]
    pub kept: Kept,

    /// How the list is written
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    pub format: ListFormat,

    /// List only what has run out, or will within so many days
    #[arg(long, value_name = "DAYS")]
    pub expiring: Option<u32>,
}

/// Where to begin.
#[derive(Args, Debug)]
pub struct Init {
    /// Folder of the documents
    #[arg(value_name = "DIR", default_value = ".")]
    pub folder: PathBuf,

    /// Judge as on this day [default: today in UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,
}

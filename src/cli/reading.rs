//! Which documents commands read that list something, and how the list is written.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::check::{Check, pattern};
use super::command::day;
use crate::config::Pattern;

/// By which configuration a command goes.
#[derive(Args, Clone, Debug, Default)]
pub struct Following {
    /// Configuration to use, in place of the one that is found
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub config: Option<PathBuf>,

    /// Read no configuration
    #[arg(long)]
    pub isolated: bool,
}

/// Which documents to read, and by what.
#[derive(Args, Clone, Debug)]
pub struct Reading {
    /// Folders and files to read; folders are walked and honour .gitignore, files are always read
    #[arg(value_name = "PATH", default_value = ".")]
    pub paths: Vec<PathBuf>,

    /// Judge as on this day [default: today in UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,

    /// Leave out files and folders that a pattern fits, as one of .gitignore, counted from this folder, but no file that is
    /// named; may be given several times
    #[arg(long, value_name = "GLOB", value_parser = pattern)]
    pub exclude: Vec<Pattern>,

    /// By which configuration.
    #[command(flatten)]
    pub following: Following,

    /// Number of threads [default: one for each core]
    #[arg(short = 'j', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
}

impl Reading {
    /// The check that reads the same.
    #[must_use]
    pub fn check(self) -> Check {
        let Self { paths, as_of, exclude, following: Following { config, isolated }, jobs } = self;
        Check { paths, as_of, exclude, config, isolated, jobs, quiet: true, ..Check::plain() }
    }
}

/// Which citations to list and how.
#[derive(Args, Debug)]
pub struct Cites {
    /// What is read.
    #[command(flatten)]
    pub reading: Reading,

    /// How the list is written
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    pub format: ListFormat,
}

/// Which documents to survey and how to show what they cover.
#[derive(Args, Debug)]
pub struct Coverage {
    /// What is read.
    #[command(flatten)]
    pub reading: Reading,

    /// How the matrix is written
    #[arg(long, value_enum, default_value_t = MatrixFormat::Human)]
    pub format: MatrixFormat,

    /// Exit with status 1 if less than this share of elements and parts is there, in percent
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
    pub fail_under: Option<u8>,
}

/// Which documents to move to newer editions, and how the worklist is written.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  sms-lint transition policies                 a list for people
  sms-lint transition --format csv > todo.csv  for a spreadsheet, one number in a row
  sms-lint transition --format json            for programs")]
pub struct Transition {
    /// What is read.
    #[command(flatten)]
    pub reading: Reading,

    /// How the worklist is written
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    pub format: ListFormat,
}

/// Formats of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people
    Human,
    /// One JSON object, sorted by place
    Json,
    /// One row for each entry, below a row of heads
    Csv,
}

/// Formats of the matrix of elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MatrixFormat {
    /// A table for people
    Human,
    /// A Markdown table
    Markdown,
    /// One JSON object
    Json,
    /// One row for each element and part, below a row of heads
    Csv,
}

//! What is shown of the configuration and of the catalogue.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::command::day;

/// What to show of the configuration.
#[derive(Args, Debug)]
pub struct Configuration {
    /// What to show
    #[arg(value_enum)]
    pub what: Shown,

    /// Folder or file whose configuration is meant
    #[arg(value_name = "PATH", default_value = ".")]
    pub path: PathBuf,

    /// Configuration to use, in place of the one that is found above the path
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// What can be shown of the configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shown {
    /// What it says, together with those that it extends
    Show,
    /// The JSON Schema of configurations, for editors
    Schema,
    /// The files that it is read from, the one in force first
    Path,
}

/// Which standard to show and how.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  sms-lint standard \"ISO/IEC TR 20000-7\"
  sms-lint standard 27001:2013            an edition, without its publisher
  sms-lint standard \"GB/T 22080\"         an adoption with a number of its own
  sms-lint standard urn:iso:std:iso:9001  a uniform resource name
  sms-lint standard 20000                 all parts, one on a line")]
pub struct Standard {
    /// Designation, as in a document; the publisher, the part and the year may be left out
    pub designation: String,

    /// How the page is written
    #[arg(long, value_enum, default_value_t = PageFormat::Human)]
    pub format: PageFormat,

    /// Judge as on this day [default: today in UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,
}

/// Formats of a page on a standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    /// A page for people
    Human,
    /// One JSON object
    Json,
}

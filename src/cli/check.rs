//! What to check and how to report it.

use std::path::PathBuf;

use clap::{Args, Parser, ValueEnum};
use jiff::civil::Date;

use super::command::{Arguments, day};
use crate::config::{Asked, FailOn, Pattern};
use crate::report::Format;

/// What to check and how to report it.
#[derive(Args, Clone, Debug)]
pub struct Check {
    /// Folders and files to check; folders are walked and honour .gitignore, files are always read; - is the standard
    /// input
    #[arg(value_name = "PATH", default_value = ".")]
    pub paths: Vec<PathBuf>,

    /// How the report is printed [default: human; in GitHub Actions annotations and the job summary come with it]
    #[arg(long, value_enum, value_name = "FORMAT", hide_default_value = true)]
    pub format: Option<Format>,

    /// Also write the report to a file, such as sarif=findings.sarif; may be given several times
    #[arg(short, long, value_name = "FORMAT=FILE", value_parser = output)]
    pub output: Vec<Output>,

    /// List suppressed and known findings in reports that can mark them as such
    #[arg(long)]
    pub with_suppressed: bool,

    /// When the report for people has colours; auto obeys NO_COLOR and asks whether it goes to a terminal
    #[arg(long, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub color: Colour,

    /// The least severity that makes the exit status 1 [default: error]
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub fail_on: Option<FailOn>,

    /// Judge as on this day [default: today in UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,

    /// Follow these rules only: ids, or clauses of ISO/IEC 20000-1 such as 8.7.3; several with commas
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = selector)]
    pub select: Vec<String>,

    /// Leave these rules out: ids or clauses; several with commas
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = selector)]
    pub ignore: Vec<String>,

    /// Whether the documents belong to a service management system, of which some are missing if they are not found;
    /// auto looks for a claim of conformity to ISO/IEC 20000-1 or a document titled as the system's [default: auto]
    #[arg(long, value_enum, value_name = "SYSTEM")]
    pub system: Option<Asked>,

    /// Folder of the whole set, to which the files named belong
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,

    /// Configuration to use, in place of the one that is found above the paths
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub config: Option<PathBuf>,

    /// Report only what stands in documents that differ from the last commit; what concerns the set as a whole is
    /// looked for in all of it
    #[arg(long, conflicts_with_all = ["staged", "since", "files_from"])]
    pub changed: bool,

    /// Report only what stands in documents that the next commit changes; they are read as they lie in the folder
    #[arg(long, conflicts_with_all = ["since", "files_from"])]
    pub staged: bool,

    /// Report only what stands in documents that differ from where this branch left REF, or from the commit REF
    #[arg(long, value_name = "REF", conflicts_with = "files_from")]
    pub since: Option<String>,

    /// Check the files that FILE names, one on a line or parted by zero bytes; - is the standard input
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    pub files_from: Option<PathBuf>,

    /// Where the document lies that comes on the standard input, which the path - stands for; its ending tells the format
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<PathBuf>,

    /// Leave out what the configuration excludes even if it is named, as hooks do that name every file of a commit
    #[arg(long)]
    pub force_exclude: bool,

    /// Leave out files and folders that a pattern fits, as one of .gitignore, counted from this folder, besides those that
    /// the configuration leaves out; a file that is named is left out only with --force-exclude; may be given several
    /// times
    #[arg(long, value_name = "GLOB", value_parser = pattern)]
    pub exclude: Vec<Pattern>,

    /// List the documents that would be read, and on the standard error those that are passed by and why, and check none
    #[arg(long)]
    pub files: bool,

    /// Count the findings of each rule at the end of the report for people
    #[arg(long)]
    pub statistics: bool,

    /// Change documents where a finding can be mended without a person; unsafe also where the text says something else
    /// afterwards, such as another edition, and must be read again
    #[arg(long, value_enum, num_args = 0..=1, require_equals = true, default_missing_value = "safe", value_name = "SAFETY")]
    pub fix: Option<Fixes>,

    /// Show as a diff what --fix would change, and change nothing
    #[arg(long)]
    pub diff: bool,

    /// File of findings that are known, in place of sms-lint-baseline.json beside the configuration
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub baseline: Option<PathBuf>,

    /// Read no configuration and no baseline
    #[arg(long)]
    pub isolated: bool,

    /// Show what comments, allow, per-path and the baseline would hide
    #[arg(long)]
    pub ignore_suppressions: bool,

    /// Number of threads [default: one for each core]
    #[arg(short = 'j', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,

    /// Say on the standard error what was read and passed by, and what each format and each phase cost
    #[arg(long)]
    pub stats: bool,

    /// Print findings only: no skipped files, no closing line, no progress
    #[arg(short, long)]
    pub quiet: bool,
}

impl Check {
    /// What is checked, and how, if nothing is asked for.
    #[must_use]
    pub fn plain() -> Self {
        Arguments::parse_from(["sms-lint"]).check
    }
}

/// A file to which the report is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// How it is written.
    pub format: Format,
    /// Where.
    pub file: PathBuf,
}

/// Which findings are mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Fixes {
    /// Those where the text says what was meant afterwards
    Safe,
    /// Also those where it says something else
    Unsafe,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless NO_COLOR is set or TERM is dumb
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// A pattern for paths.
pub(super) fn pattern(text: &str) -> Result<Pattern, String> {
    Pattern::new(text).map_err(|why| format!("it is no pattern for paths: {why}"))
}

/// The id of a rule or a clause.
fn selector(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("no rule is named, or none beside a comma; write ids or clauses with one comma between them".into()),
        named => Ok(named.to_owned()),
    }
}

fn output(text: &str) -> Result<Output, String> {
    let known = || {
        let names: Vec<String> = Format::value_variants().iter().map(|format| format.name()).collect();
        names.join(", ")
    };
    let Some((format, file)) = text.split_once('=').filter(|(_, file)| !file.is_empty()) else {
        return Err(format!("write it as FORMAT=FILE; the formats are {}", known()));
    };
    if file == "-" {
        return Err("- is the standard output, to which --format prints; name a file".to_owned());
    }
    let format =
        Format::from_str(format, false).map_err(|_| format!("{format:?} is no format; the formats are {}", known()))?;
    Ok(Output { format, file: file.into() })
}

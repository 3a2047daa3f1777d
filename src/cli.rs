//! cli: arguments as typed; no work is done here.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

pub use crate::config::{Asked, FailOn};
use crate::report::Format;

/// Finds citations of withdrawn and superseded standards in policy documents and says what to cite instead.
#[derive(Debug, Parser)]
#[command(
    name = "sms-lint",
    version,
    max_term_width = 100,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    after_help = "Examples:
  sms-lint                         check the documents in this folder and below
  sms-lint policies handbook.md    check a folder and a file
  sms-lint --fail-on warning       fail on warnings too
  sms-lint --format json > r.json  a report for programs
  sms-lint explain withdrawn-standard
  sms-lint cites --format csv      every citation, one in a row
  sms-lint transition policies     what a change of edition leaves to do
  sms-lint standard 20000-7        what is known of a standard

Exit status:
  0  nothing as grave as --fail-on was found
  1  something was found
  2  the run could not be done: wrong arguments, or a path that cannot be read
  3  no document was checked: the folder holds none, or all were skipped

A name such as check or rules is a command; a folder of that name is ./rules."
)]
pub struct Arguments {
    /// The command; without one, documents are checked.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What to check.
    #[command(flatten)]
    pub check: Check,
    /// List the formats of documents that are read, with their endings, and end
    #[arg(long)]
    pub list_formats: bool,
}

/// What sms-lint does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check documents (what happens without a command)
    Check(Check),
    /// List the rules as a Markdown table, or write one of your own
    Rules(Rules),
    /// Run the examples of rules, which are their tests
    ///
    /// With a folder or a file, those of the rules in it; without one, those of the rules that the configuration names and
    /// of the built-in rules. The exit status is 1 if an example finds something else than it promises.
    Test(Test),
    /// Explain a rule, a clause or a standard: why it matters, what to do, examples
    Explain {
        /// Id of a rule as reports show it, a clause such as 8.7.3, or a designation such as 20000-9
        what: String,
    },
    /// List every citation of a standard, whether in order or not
    ///
    /// Use it to see which standards a set of documents rests on, before a standard is replaced or an audit is planned.
    /// Each citation is listed with its place, its normal form, the standard and edition that it denotes, the status on
    /// the day, and its context: plain, historical (with the reason) or code. A status `unlisted` means that the
    /// catalogue does not hold it, or cannot judge its year; it is no fault. Designations in addresses and in names of
    /// files are no citations. The exit status is 0 whatever is cited.
    Cites(Cites),
    /// Show which elements of clause 8.7.3 the documents hold
    ///
    /// ISO/IEC 20000-1:2018 asks for an information security policy, controls and an approach to incidents. For each of
    /// them the matrix shows whether a document holds it (satisfied), declares it in its front matter (declared), holds
    /// it with parts left out (incomplete) or whether none does (missing, with what comes closest), and where each part
    /// is spoken of. Documents are recognised by title, first heading, file name and sections, in several languages. A
    /// match of words is no evidence of conformity.
    Coverage(Coverage),
    /// List what a change of edition leaves to do, document by document
    ///
    /// Use it to move documents from ISO/IEC 27001:2013 to the edition of 2022, or from ISO/IEC 20000-1:2011 to that of
    /// 2018. Each control or clause of the older edition is listed with its place, its new number and the kind of change:
    /// `one` number for one; `merged`, where the new number takes in others as well; `split`, where it went to several;
    /// `group`, where a group or a range is named; `either`, where both editions have the number for something else. All
    /// but the first need somebody who decides. At the end stand the new numbers that no document names. What is only
    /// remembered, as in a change log or a table of correspondence, is left out. The exit status is 0 whatever is due.
    Transition(Transition),
    /// Show the configuration that is in force
    Config(Configuration),
    /// Show what the catalogue knows of a standard
    ///
    /// Its editions with dates and statuses, what took their place, what is reported elsewhere but not on record, its
    /// amendments, drafts and adoptions, and where each fact comes from. Nobody is asked over the network.
    Standard(Standard),
    /// Keep the findings that are there today, so that only new ones count
    ///
    /// The baseline is sms-lint-baseline.json beside the configuration, without one at the root of the repository or in
    /// the folder that is checked. A finding is known again by its rule, its citation and its sentence, so that it may
    /// move in its document, and with its document to another name. What is known is counted and listed on its own.
    Baseline {
        /// What becomes of it
        #[command(subcommand)]
        action: BaselineAction,
    },
    /// Print the script by which a shell completes what is typed
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the page of the manual
    Man,
}

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
        /// Change nothing if it would know more findings than before
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
    /// Folders and files to check
    #[arg(value_name = "PATH", default_value = ".")]
    pub paths: Vec<PathBuf>,

    /// The file, in place of the one that is found
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,

    /// Judge as on this day [default: today in UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,

    /// Whether the documents belong to a service management system [default: auto]
    #[arg(long, value_enum, value_name = "SYSTEM")]
    pub system: Option<Asked>,

    /// Configuration to use, in place of the one that is found above the paths
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,

    /// Number of threads [default: one for each core]
    #[arg(short = 'j', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
}

impl Kept {
    /// The check that finds what the baseline is made of.
    #[must_use]
    pub fn check(self) -> Check {
        let Self { paths, baseline, as_of, system, config, jobs } = self;
        let plain = Arguments::parse_from(["sms-lint"]).check;
        Check { paths, baseline, as_of, system, config, jobs, quiet: true, ..plain }
    }
}

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
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub select: Vec<String>,

    /// Leave these rules out: ids or clauses; several with commas
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
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

    /// Print findings only: no skipped files, no closing line, no progress
    #[arg(short, long)]
    pub quiet: bool,
}

/// Which citations to list and how.
#[derive(Args, Debug)]
pub struct Cites {
    /// Folders and files to read; folders are walked and honour .gitignore, files are always read
    #[arg(value_name = "PATH", default_value = ".")]
    pub paths: Vec<PathBuf>,

    /// How the list is written
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    pub format: ListFormat,

    /// Judge as on this day [default: today in UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,

    /// Number of threads [default: one for each core]
    #[arg(short = 'j', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
}

/// What to do with rules.
#[derive(Args, Debug)]
pub struct Rules {
    /// Without one, the rules are listed.
    #[command(subcommand)]
    pub command: Option<RuleCommand>,
}

/// What can be done with rules.
#[derive(Debug, Subcommand)]
pub enum RuleCommand {
    /// Write a rule of your own, with remarks, that passes its tests
    New(NewRule),
}

/// Which rule to write.
#[derive(Args, Debug)]
pub struct NewRule {
    /// Id of the rule: the fault in small letters with hyphens, such as retired-policy
    pub id: String,

    /// What it looks for
    #[arg(long, value_enum, default_value_t = RuleKind::Phrase)]
    pub kind: RuleKind,

    /// Folder in which the file is written
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub to: PathBuf,
}

/// Kinds of checks that rules of one's own may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RuleKind {
    /// Words or patterns in the text
    Phrase,
    /// What documents say of themselves
    Metadata,
    /// Several names for one thing
    Consistent,
    /// Citations of standards
    Citation,
    /// A document that must be there
    Element,
}

/// Whose examples to run.
#[derive(Args, Debug)]
pub struct Test {
    /// Folder of rules, or one file
    #[arg(value_name = "DIR")]
    pub path: Option<PathBuf>,

    /// Judge as on this day [default: 2026-11-22, the day of the built-in examples]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,
}

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

/// Which documents to survey and how to show what they cover.
#[derive(Args, Debug)]
pub struct Coverage {
    /// Folders and files of the set; folders are walked and honour .gitignore, files are always read
    #[arg(value_name = "PATH", default_value = ".")]
    pub paths: Vec<PathBuf>,

    /// How the matrix is written
    #[arg(long, value_enum, default_value_t = MatrixFormat::Human)]
    pub format: MatrixFormat,

    /// Exit with status 1 if less than this share of elements and parts is there, in percent
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
    pub fail_under: Option<u8>,

    /// Day of the report [default: today in UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,

    /// Number of threads [default: one for each core]
    #[arg(short = 'j', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
}

/// Which documents to move to newer editions, and how the worklist is written.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  sms-lint transition policies                 a list for people
  sms-lint transition --format csv > todo.csv  for a spreadsheet, one number in a row
  sms-lint transition --format json            for programs")]
pub struct Transition {
    /// Folders and files to read; folders are walked and honour .gitignore, files are always read
    #[arg(value_name = "PATH", default_value = ".")]
    pub paths: Vec<PathBuf>,

    /// How the worklist is written
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    pub format: ListFormat,

    /// Judge as on this day [default: today in UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,

    /// Number of threads [default: one for each core]
    #[arg(short = 'j', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
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

/// Formats of a page on a standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    /// A page for people
    Human,
    /// One JSON object
    Json,
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
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "not a day; write it like 2026-11-22".to_owned())
}

fn output(text: &str) -> Result<Output, String> {
    let known = || {
        let names: Vec<String> = Format::value_variants().iter().map(|format| format.name()).collect();
        names.join(", ")
    };
    let Some((format, file)) = text.split_once('=').filter(|(_, file)| !file.is_empty()) else {
        return Err(format!("write it as FORMAT=FILE; the formats are {}", known()));
    };
    let format =
        Format::from_str(format, false).map_err(|_| format!("{format:?} is no format; the formats are {}", known()))?;
    Ok(Output { format, file: file.into() })
}

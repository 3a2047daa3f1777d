//! The command line as a whole.

use clap::{Parser, Subcommand};
use jiff::civil::Date;

use super::adopt::{BaselineAction, Init, Suppressions};
use super::check::Check;
use super::reading::{Cites, Coverage, Transition};
use super::rule::{Explain, Rules, Test};
use super::show::{Configuration, Standard};

/// How the command is typed; a list takes the place of paths.
const USAGE: &str = "sms-lint [OPTIONS] [PATH]...
       sms-lint [OPTIONS] --files-from <FILE>
       sms-lint <COMMAND>";

/// How a check is typed as a command.
const USAGE_OF_CHECK: &str = "sms-lint check [OPTIONS] [PATH]...
       sms-lint check [OPTIONS] --files-from <FILE>";

/// Finds citations of withdrawn and superseded standards in policy documents and says what to cite instead.
#[derive(Debug, Parser)]
#[command(
    name = "sms-lint",
    version,
    max_term_width = 100,
    args_conflicts_with_subcommands = true,
    override_usage = USAGE,
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
  2  the run could not be done: wrong arguments, a path that is not there, or an error of sms-lint
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
    #[command(override_usage = USAGE_OF_CHECK)]
    Check(Check),
    /// List the rules, those of the configuration too, or write one of your own
    Rules(Rules),
    /// Run the examples of rules, which are their tests
    ///
    /// With a folder or a file, those of the rules in it; without one, those of the rules that the configuration names and
    /// of the built-in rules. The exit status is 1 if an example finds something else than it promises.
    Test(Test),
    /// Explain a rule, a clause or a standard: why it matters, what to do, examples
    Explain(Explain),
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
    /// `group`, where a group or a range went to several; `either`, where both editions have the number for something else. All
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
    /// Write what is needed to begin: configuration, baseline, hook and workflow
    ///
    /// Looks at the documents of a folder and writes a configuration with remarks, a baseline if something is found, a
    /// hook for pre-commit and a workflow for GitHub Actions. What is there already is left as it is.
    Init(Init),
    /// List every suppression: comments, entries of the configuration, findings that the baseline knows
    ///
    /// Each is listed with its place, its rules, its reason, its last day, who answers for it, and its state: `used`,
    /// `unused`, `expired`, `expiring` (within thirty days, or as many as --expiring names), `unreasoned` and `unknown`
    /// (it counts for nothing), or `unjudged` where this run could not tell. The exit status is 0 whatever is listed.
    Suppressions(Suppressions),
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
    /// Print the page of the manual, or that of a command
    Man {
        /// The command, with the one below it if there is one: baseline create
        #[arg(value_name = "COMMAND")]
        command: Vec<String>,
    },
}

/// A day as it is typed.
pub(super) fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "not a day; write it like 2026-11-22".to_owned())
}

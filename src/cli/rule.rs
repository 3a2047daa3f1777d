//! What is asked of rules.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::command::day;
use super::reading::Following;

/// What to do with rules.
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Rules {
    /// Without one, the rules are listed.
    #[command(subcommand)]
    pub command: Option<RuleCommand>,

    /// How the list is written
    #[arg(long, value_enum, default_value_t = RulesFormat::Human)]
    pub format: RulesFormat,

    /// Whose rules.
    #[command(flatten)]
    pub following: Following,
}

/// Formats of the list of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RulesFormat {
    /// A table for people
    Human,
    /// A Markdown table
    Markdown,
    /// One JSON object
    Json,
}

/// What to explain.
#[derive(Args, Debug)]
pub struct Explain {
    /// Id of a rule as reports show it, a clause such as 8.7.3, or a designation such as 20000-9
    pub what: String,

    /// Tell of a standard as on this day [default: today in UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,

    /// Whose rules.
    #[command(flatten)]
    pub following: Following,
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

//! Which command does what the arguments ask for.

use std::io::Write;
use std::path::PathBuf;

use clap::{CommandFactory, ValueEnum};

use super::{
    Outcome, baseline, check, cites, config, coverage, explain, init, print, rules, shell, standard, suppressions,
    test, transition,
};
use crate::cli::{Arguments, Check, Command, Fixes};
use crate::error::Error;
use crate::page;
use crate::yaml::nearest;

/// Does what the arguments ask for; the report goes to `out`.
///
/// # Errors
/// What kept the run from being done.
pub fn run(arguments: Arguments, out: &mut dyn Write) -> Result<Outcome, Error> {
    match arguments.command {
        None if arguments.list_formats => print(out, &page::formats()),
        None => check::run(in_order(&arguments.check)?, out),
        Some(Command::Check(check)) => check::run(&check, out),
        Some(Command::Rules(rules)) => rules::run(&rules, out),
        Some(Command::Test(test)) => test::run(&test, out),
        Some(Command::Explain(explain)) => explain::run(&explain, out),
        Some(Command::Cites(cites)) => cites::run(&cites, out),
        Some(Command::Coverage(coverage)) => coverage::run(&coverage, out),
        Some(Command::Transition(transition)) => transition::run(&transition, out),
        Some(Command::Config(what)) => config::run(&what, out),
        Some(Command::Standard(standard)) => standard::run(&standard, out),
        Some(Command::Suppressions(suppressions)) => suppressions::run(suppressions, out),
        Some(Command::Init(init)) => init::run(&init, out),
        Some(Command::Baseline { action }) => baseline::run(action, out),
        Some(Command::Completions { shell }) => shell::completions(shell, out),
        Some(Command::Man { command }) => shell::man(&command, out),
    }
}

/// What is to be checked, unless a command was meant that stands behind an option or a path, or a value of an option that
/// wants an equals sign before it.
fn in_order(check: &Check) -> Result<&Check, Error> {
    let is_bare = |path: &&PathBuf| path.to_str().is_some_and(|name| name.bytes().all(|one| one.is_ascii_lowercase()));
    let Some(missing) = check.paths.iter().filter(is_bare).find(|path| !path.exists()) else { return Ok(check) };
    let command = Arguments::command();
    let names = || command.get_subcommands().map(clap::Command::get_name);
    let typed = missing.to_string_lossy().into_owned();
    if check.fix.is_some() && Fixes::value_variants().iter().any(|one| is_named(*one, &typed)) {
        let reason = "a value stands behind an equals sign; what stands behind a blank is a path";
        return Err(Error::Misuse { what: "--fix", reason, help: format!("write --fix={typed}") });
    }
    match nearest(&typed, names()) {
        Some(meant) if meant == typed => Err(Error::Behind { command: typed }),
        Some(meant) => Err(Error::NoCommand { typed, meant: meant.to_owned() }),
        None => Ok(check),
    }
}

/// True if a value is typed so.
fn is_named(value: Fixes, typed: &str) -> bool {
    value.to_possible_value().is_some_and(|one| one.get_name() == typed)
}

//! The scripts for shells and the manual name every command and every option. `tests/clients/shells` has shells read them.

use std::path::Path;

use clap::{Command, CommandFactory, ValueEnum};
use clap_complete::Shell;
use sms_lint::cli::Arguments;

#[path = "common/program.rs"]
mod program;

fn printed(arguments: &[&str]) -> String {
    let output = program::run(Path::new("."), arguments);
    assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?}");
    String::from_utf8(output.stdout).expect("what is printed is UTF-8")
}

/// Names of all commands below one, and of its long options and theirs.
fn names(command: &Command, out: &mut Vec<String>) {
    out.extend(command.get_arguments().filter_map(|one| one.get_long()).map(str::to_owned));
    for below in command.get_subcommands() {
        out.push(below.get_name().to_owned());
        names(below, out);
    }
}

#[test]
fn scripts_name_every_command_and_option() {
    let mut wanted = Vec::new();
    names(&Arguments::command(), &mut wanted);
    assert!(wanted.len() > 60 && Shell::value_variants().len() == 5, "{}", wanted.len());
    for shell in Shell::value_variants() {
        let script = printed(&["completions", &shell.to_string()]);
        let words: Vec<&str> = script.split(|one: char| !one.is_alphanumeric() && one != '-').collect();
        for name in &wanted {
            let is_there = words.iter().any(|word| word.trim_start_matches('-') == name);
            assert!(is_there, "the script for {shell} does not name {name}");
        }
    }
}

/// Checks that the page of a command names its options and the commands below it, and so the pages of those.
fn check_page(command: &Command, names: &[&str]) {
    let page = printed(&[&["man"], names].concat()).replace('\\', "");
    for option in command.get_arguments().filter_map(|one| one.get_long()) {
        assert!(page.contains(&format!("--{option}")), "the page of {names:?} does not name --{option}");
    }
    for below in command.get_subcommands() {
        let names = [names, &[below.get_name()]].concat();
        let title = format!("sms-lint-{}", names.join("-"));
        assert!(page.contains(&title), "the page above does not name {title}");
        check_page(below, &names);
    }
}

#[test]
fn the_manual_names_every_command_and_option() {
    check_page(&Arguments::command(), &[]);
    let output = program::run(Path::new("."), &["man", "cite"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(2) && told.contains("no command is called so"), "{told}");
}

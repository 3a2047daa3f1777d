//! Runs the program in a folder, in an environment that says nothing of the machine.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Variables that change what programs print, or which files git leaves out.
const CLEARED: &[&str] =
    &["NO_COLOR", "CI", "TERM", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "COLUMNS", "XDG_CONFIG_HOME"];

/// What the program prints, and its status.
pub fn run(folder: &Path, arguments: &[impl AsRef<OsStr>]) -> Output {
    command(folder, arguments).output().expect("cargo has just built the program")
}

/// The program, ready to run.
pub fn command(folder: &Path, arguments: &[impl AsRef<OsStr>]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sms-lint"));
    for name in CLEARED {
        command.env_remove(name);
    }
    command
        .args(arguments)
        .current_dir(folder)
        .env("HOME", folder)
        // The commit of the project itself is no part of what is expected.
        .env("GIT_CEILING_DIRECTORIES", folder.parent().unwrap_or(folder))
        .stdin(Stdio::null());
    command
}

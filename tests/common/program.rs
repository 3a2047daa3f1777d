//! Runs the program in a folder, in an environment that says nothing of the machine.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Variables that change what programs print, or which files git leaves out.
const CLEARED: &[&str] = &["NO_COLOR", "CI", "TERM", "GITHUB_ACTIONS", "COLUMNS", "XDG_CONFIG_HOME"];

/// What the program prints, and its status.
pub fn run(folder: &Path, arguments: &[impl AsRef<OsStr>]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sms-lint"));
    for name in CLEARED {
        command.env_remove(name);
    }
    command
        .args(arguments)
        .current_dir(folder)
        .env("HOME", folder)
        .stdin(Stdio::null())
        .output()
        .expect("cargo has just built the program")
}

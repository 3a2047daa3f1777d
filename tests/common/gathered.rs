//! Where what readers are compared on has been gathered.

use std::fs;
use std::path::PathBuf;

/// The files that a program in `tests/oracles` has gathered, sorted.
pub fn gathered() -> Vec<PathBuf> {
    let folder = std::env::var_os("SMS_LINT_ORACLES").expect("the program that gathers them says where they are");
    let entries = fs::read_dir(folder).expect("the folder is there").flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.is_file()).collect();
    paths.sort();
    paths
}

//! Runs git in a folder, as somebody who has told it nothing of himself.

use std::path::Path;
use std::process::Command;

/// Runs git, which must succeed.
pub fn git(folder: &Path, arguments: &[&str]) {
    let told = ["user.name=n", "user.email=e@example.org", "commit.gpgsign=false", "protocol.file.allow=always"];
    let told = told.iter().flat_map(|setting| ["-c", setting]);
    let status = Command::new("git").arg("-C").arg(folder).args(told).args(arguments).status();
    assert!(status.expect("git is there").success(), "git {arguments:?}");
}

//! Reports claim no commit for what it does not hold, and no equal configuration where what was asked for differs.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;
use tempfile::TempDir;

#[path = "common/git.rs"]
mod git;
#[path = "common/program.rs"]
mod program;
use git::git;

const OLD: &str = "Cloud services follow ISO/IEC TR 20000-9.\n";

fn write(folder: &Path, path: &str, text: &str) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().expect("it lies in the folder")).expect("a temporary folder can be made");
    fs::write(file, text).expect("a temporary file can be written");
}

/// A repository with a commit and a folder that git ignores, beside a document in no repository.
fn repository() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let here = folder.path().join("here");
    for (path, text) in [("a.md", OLD), (".gitignore", "drafts/\n"), ("drafts/b.md", OLD), ("../out/c.md", OLD)] {
        write(&here, path, text);
    }
    git(&here, &["init", "-q", "-b", "main"]);
    git(&here, &["add", "a.md", ".gitignore"]);
    git(&here, &["commit", "-q", "-m", "Documents"]);
    folder
}

/// The report for programs; `input` is what comes on the standard input.
fn report(folder: &Path, arguments: &[&str], input: &str) -> Value {
    let all = [&["--as-of", "2026-11-22", "--format", "json"], arguments].concat();
    let mut command = program::command(folder, &all);
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("cargo has just built the program");
    child.stdin.take().expect("it is a pipe").write_all(input.as_bytes()).expect("it can be written");
    let output = child.wait_with_output().expect("it ends");
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("no report: {}", String::from_utf8_lossy(&output.stderr)))
}

#[test]
fn a_commit_is_clean_only_if_it_holds_what_was_read() {
    let folder = repository();
    let here = folder.path().join("here");
    for (arguments, dirty) in [
        (&[][..], false),
        (&["a.md"], false),
        (&["drafts/b.md"], true),
        (&["a.md", "drafts/b.md"], true),
        (&["drafts"], true),
        (&["a.md", "../out/c.md"], true),
        (&[".", "../out"], true),
        (&["a.md", "--root", "drafts"], true),
        (&["-"], true),
        (&["--stdin-filename", "a.md", "-"], true),
    ] {
        let report = report(&here, arguments, OLD);
        assert_eq!(report["commit"]["dirty"], dirty, "{arguments:?}: {}", report["commit"]);
    }
    let outside = program::run(&folder.path().join("out"), &["--format", "concise", "-o", "json-lines=../r", "c.md"]);
    assert_eq!(outside.status.code(), Some(1));
    let text = fs::read_to_string(folder.path().join("r")).expect("it was written");
    assert!(text.contains("\"commit\":null"), "{text}");
}

#[test]
fn a_commit_does_not_hold_what_lies_in_a_repository_inside() {
    let folder = repository();
    let here = folder.path().join("here");
    let other = tempfile::tempdir().expect("a temporary folder can be made");
    write(other.path(), "d.md", OLD);
    git(other.path(), &["init", "-q", "-b", "main"]);
    git(other.path(), &["add", "-A"]);
    git(other.path(), &["commit", "-q", "-m", "Documents"]);
    let url = other.path().to_str().expect("temporary folders have plain names");
    git(&here, &["submodule", "--quiet", "add", url, "inside"]);
    git(&here, &["commit", "-q", "-m", "Inside"]);
    assert_eq!(report(&here, &["a.md"], "")["commit"]["dirty"], false);
    assert_eq!(report(&here, &[], "")["commit"]["dirty"], true);
}

#[cfg(unix)]
#[test]
fn a_commit_that_holds_a_link_does_not_hold_what_it_leads_to() {
    let folder = repository();
    let here = folder.path().join("here");
    std::os::unix::fs::symlink("../out/c.md", here.join("link.md")).expect("a link can be made");
    std::os::unix::fs::symlink("a.md", here.join("other.md")).expect("a link can be made");
    git(&here, &["add", "link.md", "other.md"]);
    git(&here, &["commit", "-q", "-m", "Links"]);
    assert_eq!(report(&here, &["link.md"], "")["commit"]["dirty"], true);
    assert_eq!(report(&here, &["other.md"], "")["commit"]["dirty"], false);
}

#[test]
fn what_is_asked_for_has_a_hash_of_its_own() {
    const RULE: &str = include_str!("../fixtures/cases/own-rules/tree/house-rules/retired-policy.yaml");
    let folder = repository();
    let here = folder.path().join("here");
    write(&here, "sms-lint.yaml", "rules: house\n");
    write(&here, "house/rule.yaml", RULE);
    let hash = |arguments: &[&str]| report(&here, arguments, "")["configuration"].as_str().map(str::to_owned);
    let before = hash(&[]);
    assert_eq!(hash(&[]), before);
    let mut seen = vec![before.clone()];
    for arguments in [&["--ignore-suppressions"][..], &["--changed"], &["--since", "main"], &["--select", "8.7.3"]] {
        let own = hash(arguments);
        assert!(own.is_some() && !seen.contains(&own), "{arguments:?}");
        seen.push(own);
    }
    write(&here, "house/rule.yaml", &format!("{RULE}# A remark.\n"));
    assert_ne!(hash(&[]), before, "a rule was changed");
    write(&here, "house/rule.yaml", RULE);
    assert_eq!(hash(&[]), before);
    write(&here, "sms-lint.yaml", "rules: house\nfail-on: never\n");
    assert_ne!(hash(&[]), before, "the configuration was changed");
}

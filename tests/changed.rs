//! Checking only what has changed, what a list names, and what comes on the standard input.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

#[path = "common/git.rs"]
mod git;
use git::git;

const WRONG: &str = "Cloud services follow ISO/IEC TR 20000-9.\n";
const RULE: &str = "id: own-phrase\nsummary: x\nseverity: error\ncheck:\n  phrase:\n    words: [old name]\n\
                    message:\n  text: [\"{match} is old\"]\n";
const CLEAN: &str = "Cloud services follow ISO/IEC 20000-1.\n";

/// A repository with a commit: a document at fault in each of two folders.
fn repository() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    write(&folder, "policies/old.md", WRONG);
    write(&folder, "other/old.md", WRONG);
    git(folder.path(), &["init", "-q", "-b", "main"]);
    commit(&folder);
    folder
}

fn write(folder: &TempDir, name: &str, text: &str) {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a temporary folder can be made");
    fs::write(path, text).expect("a temporary file can be written");
}

fn commit(folder: &TempDir) {
    git(folder.path(), &["add", "-A"]);
    git(folder.path(), &["commit", "-q", "-m", "Documents"]);
}

fn run(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sms-lint"));
    command.args(["--as-of", "2026-11-22"]).args(arguments).current_dir(folder).env("HOME", folder);
    for name in ["GITHUB_ACTIONS", "CI", "NO_COLOR", "GIT_DIR", "GIT_INDEX_FILE"] {
        command.env_remove(name);
    }
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("cargo has just built the program");
    let written = child.stdin.take().expect("it is a pipe").write_all(input.as_bytes());
    // What refuses its arguments does not wait for what comes.
    let is_refused = written.as_ref().is_err_and(|error| error.kind() == ErrorKind::BrokenPipe);
    assert!(written.is_ok() || is_refused, "{written:?}");
    child.wait_with_output().expect("it ends")
}

/// Paths of the findings of a rule, and the status.
fn found(folder: &Path, arguments: &[&str], input: &str) -> (Option<i32>, Vec<String>) {
    let output = run(folder, &[&["--format", "json", "--select", "withdrawn-standard"], arguments].concat(), input);
    let report: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("no report: {}", String::from_utf8_lossy(&output.stderr)));
    let findings = report["findings"].as_array().expect("a list").iter();
    (output.status.code(), findings.map(|one| one["path"].as_str().unwrap_or_default().to_owned()).collect())
}

#[test]
fn changed_documents_are_those_that_differ_from_the_commit() {
    let folder = repository();
    assert_eq!(found(folder.path(), &["--changed"], ""), (Some(0), vec![]));
    write(&folder, "policies/ü new.md", WRONG);
    write(&folder, "other/staged.md", WRONG);
    git(folder.path(), &["add", "other/staged.md"]);
    let both = vec!["other/staged.md".to_owned(), "policies/ü new.md".to_owned()];
    assert_eq!(found(folder.path(), &["--changed"], ""), (Some(1), both.clone()));
    assert_eq!(found(folder.path(), &["--staged"], ""), (Some(1), vec![both[0].clone()]));
    assert_eq!(found(folder.path(), &["--changed", "policies"], ""), (Some(1), vec![both[1].clone()]));
    let below = folder.path().join("policies");
    assert_eq!(found(&below, &["--changed"], ""), (Some(1), vec!["ü new.md".to_owned()]));
    git(folder.path(), &["rm", "-q", "-f", "other/staged.md"]);
    assert_eq!(found(folder.path(), &["--staged"], ""), (Some(0), vec![]));
}

#[test]
fn a_branch_is_compared_with_where_it_left_the_other() {
    let folder = repository();
    git(folder.path(), &["checkout", "-q", "-b", "topic"]);
    write(&folder, "policies/topic.md", WRONG);
    commit(&folder);
    git(folder.path(), &["checkout", "-q", "main"]);
    write(&folder, "policies/main.md", WRONG);
    commit(&folder);
    git(folder.path(), &["checkout", "-q", "topic"]);
    assert_eq!(found(folder.path(), &["--since", "main"], ""), (Some(1), vec!["policies/topic.md".to_owned()]));
    let output = run(folder.path(), &["--since", "gone"], "");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("git does not say what has changed") && said.contains("gone"), "{said}");
    let output = run(folder.path(), &["--since=--output=stolen"], "");
    assert_eq!((output.status.code(), folder.path().join("stolen").exists()), (Some(2), false));
}

#[test]
fn a_document_that_is_named_counts_as_one_that_is_found() {
    let folder = repository();
    write(&folder, "policies/new.md", WRONG);
    let here = folder.path();
    for name in ["policies/new.md", "./policies/new.md", "policies"] {
        for option in ["--changed", "--since=HEAD"] {
            assert_eq!(
                found(here, &[option, name], ""),
                (Some(1), vec!["policies/new.md".to_owned()]),
                "{option} {name}"
            );
        }
    }
    git(here, &["add", "-A"]);
    assert_eq!(found(here, &["--staged", "policies/new.md"], "").0, Some(1));
    assert_eq!(found(here, &["--staged", "policies/old.md"], "").0, Some(0));
}

/// In a hook git names the repository, and in a linked worktree nothing tells the folder of its files.
#[test]
fn a_hook_of_a_linked_worktree_sees_its_files() {
    let folder = repository();
    let linked = folder.path().join("linked");
    git(folder.path(), &["worktree", "add", "-q", "linked", "-b", "other"]);
    fs::write(linked.join("policies/new.md"), WRONG).expect("a temporary file can be written");
    git(&linked, &["add", "-A"]);
    let repository = folder.path().join(".git/worktrees/linked");
    for arguments in [&["--staged", "policies"][..], &["--since", "HEAD", "policies"], &["--changed", "policies"]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sms-lint"));
        command.args(["--as-of", "2026-11-22", "--format", "concise", "--quiet"]).args(arguments).current_dir(&linked);
        let output = command.env("GIT_DIR", &repository).output().expect("cargo has just built the program");
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(printed.starts_with("policies/new.md:1:") && !printed.contains("old.md"), "{arguments:?}: {printed}");
    }
}

#[test]
fn nothing_committed_yet_is_no_fault_and_no_repository_is_one() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let output = run(folder.path(), &["--changed"], "");
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stdout));
    git(folder.path(), &["init", "-q"]);
    write(&folder, "new.md", WRONG);
    git(folder.path(), &["add", "new.md"]);
    assert_eq!(found(folder.path(), &["--staged"], ""), (Some(1), vec!["new.md".to_owned()]));
}

#[test]
fn the_set_is_still_looked_at_as_a_whole() {
    let folder = repository();
    write(&folder, "policies/claim.md", "We are certified to ISO/IEC 20000-1:2018/Amd 1:2024.\n");
    commit(&folder);
    write(&folder, "policies/new.md", CLEAN);
    let output = run(folder.path(), &["--changed", "--format", "json"], "");
    let report = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(report.contains("missing-information-security-policy") && !report.contains("\"withdrawn"), "{report}");
}

/// A committed set that has an approach to incidents and a name for what it may leave out.
fn set() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    write(&folder, "claim.md", "# Scope\n\nWe are certified to ISO/IEC 20000-1:2018/Amd 1:2024.\n");
    write(&folder, "incidents.md", "# Security incident procedure\n\nStaff report incidents. The desk records them.\n");
    git(folder.path(), &["init", "-q", "-b", "main"]);
    commit(&folder);
    folder
}

/// Whether an approach to incidents is missed, and what is said on the standard error.
fn misses(folder: &TempDir, option: &str) -> (bool, String) {
    let output = run(folder.path(), &[option, "--format", "json"], "");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (String::from_utf8_lossy(&output.stdout).contains("missing-information-security-incidents"), said)
}

#[test]
fn a_document_that_is_gone_or_has_another_name_changes_the_set() {
    for option in ["--changed", "--staged", "--since=HEAD"] {
        let folder = set();
        let (missed, said) = misses(&folder, option);
        assert!(!missed && said.contains("no document has changed"), "{said}");
        git(folder.path(), &["mv", "incidents.md", "incidents.png"]);
        assert_eq!(misses(&folder, option), (true, String::new()), "{option}, renamed");
        git(folder.path(), &["reset", "-q", "--hard"]);
        git(folder.path(), &["rm", "-q", "incidents.md"]);
        assert_eq!(misses(&folder, option), (true, String::new()), "{option}, gone");
    }
}

#[test]
fn what_a_run_goes_by_changes_the_set() {
    let folder = set();
    let changes = [
        ("sms-lint.yaml", "files:\n  exclude: [incidents.md]\n"),
        (".gitignore", "incidents.md\n"),
        (".github/sms-lint.yaml", "files:\n  exclude: [incidents.md]\n"),
    ];
    for (name, text) in changes {
        write(&folder, name, text);
        assert_eq!(misses(&folder, "--changed"), (true, String::new()), "{name}");
        fs::remove_file(folder.path().join(name)).expect("it was written");
    }
    write(&folder, "sms-lint.yaml", "files:\n  include: [\"*.md\"]\n");
    commit(&folder);
    write(&folder, "notes.txt", "");
    let unmatched = "files:\n  exclude: [nowhere/]\n";
    write(&folder, "sms-lint.yaml", unmatched);
    let output = run(folder.path(), &["--changed", "--format", "concise"], "");
    assert!(String::from_utf8_lossy(&output.stdout).contains("sms-lint.yaml:2:13: "), "the configuration is told of");
    fs::remove_file(folder.path().join("sms-lint.yaml")).expect("it was written");
    assert_eq!(misses(&folder, "--changed").1, "", "a configuration that is gone changes the set");
}

#[test]
fn a_baseline_and_a_rule_change_the_set() {
    let folder = set();
    write(&folder, "sms-lint.yaml", "rules: mine\n");
    write(&folder, "mine/own-phrase.yaml", RULE);
    commit(&folder);
    write(&folder, "mine/own-phrase.yaml", &RULE.replace("old name", "older name"));
    assert_eq!(misses(&folder, "--changed").1, "", "a rule has changed");
    git(folder.path(), &["checkout", "-q", "mine"]);
    write(&folder, "mine/other.yaml", &RULE.replace("own-phrase", "own-other"));
    commit(&folder);
    git(folder.path(), &["rm", "-q", "mine/other.yaml"]);
    assert_eq!(misses(&folder, "--changed").1, "", "a rule is gone");
    commit(&folder);
    write(&folder, "sms-lint-baseline.json", "{\"version\": 1, \"findings\": []}\n");
    assert_eq!(misses(&folder, "--changed").1, "", "the baseline is new");
    commit(&folder);
    assert!(misses(&folder, "--changed").1.contains("no document has changed"));
}

#[test]
fn a_document_is_one_that_the_configuration_names_one() {
    let folder = repository();
    write(&folder, "sms-lint.yaml", "files:\n  formats:\n    \"*.policy\": markdown\n");
    commit(&folder);
    write(&folder, "new.policy", WRONG);
    assert_eq!(found(folder.path(), &["--changed"], ""), (Some(1), vec!["new.policy".to_owned()]));
}

#[cfg(unix)]
#[test]
fn a_repository_runs_nothing_of_its_own() {
    let folder = repository();
    let config = "[core]\n\tfsmonitor = touch pwned; false\n\thooksPath = hooks\n\tpager = touch pwned\n\
                  [diff]\n\texternal = touch pwned\n[diff \"x\"]\n\ttextconv = touch pwned;\n\tcommand = touch pwned;\n\
                  [filter \"x\"]\n\tclean = touch pwned; cat\n\tsmudge = touch pwned; cat\n\trequired = true\n\
                  [pager]\n\tdiff-index = touch pwned\n";
    let path = folder.path().join(".git/config");
    let before = fs::read_to_string(&path).expect("git has made it");
    write(&folder, ".gitattributes", "*.md filter=x diff=x\n");
    write(&folder, "policies/old.md", "Cloud services follow ISO/IEC TR 20000-9 now.\n");
    write(&folder, "policies/new.md", WRONG);
    // A name need not be text.
    let odd = b"[filter \"\xff\"]\n\tclean = touch pwned; cat\n\trequired = true\n";
    fs::write(path, [before.as_bytes(), config.as_bytes(), odd].concat()).expect("a temporary file can be written");
    let attributes = folder.path().join("other/.gitattributes");
    fs::write(attributes, b"*.md filter=\xff\n").expect("a temporary file can be written");
    // Of a file as young as the index and as large as before, git must look at the text.
    let old = folder.path().join("other/old.md");
    fs::write(&old, WRONG.to_uppercase()).expect("a temporary file can be written");
    let young = fs::metadata(&old).and_then(|one| one.modified()).expect("it has just been written");
    let index = fs::File::options().append(true).open(folder.path().join(".git/index")).expect("git has made it");
    index.set_modified(young).expect("it is ours");
    for option in ["--changed", "--staged", "--since=main"] {
        let output = run(folder.path(), &[option], "");
        assert_ne!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
        for place in ["pwned", ".git/pwned", "policies/pwned", "other/pwned"] {
            assert!(!folder.path().join(place).exists(), "{option} ran something");
        }
    }
}

#[cfg(unix)]
#[test]
fn settings_of_git_in_the_environment_count() {
    let folder = repository();
    write(&folder, "odd.md", WRONG);
    let mut command = Command::new(env!("CARGO_BIN_EXE_sms-lint"));
    command.args(["--as-of", "2026-11-22", "--changed"]).current_dir(folder.path());
    assert_eq!(command.output().expect("cargo has just built the program").status.code(), Some(1));
    // A pattern of ignored files that only the environment names.
    write(&folder, ".git/ignored", "odd.md\n");
    let file = folder.path().join(".git/ignored");
    command.env("GIT_CONFIG_COUNT", "1").env("GIT_CONFIG_KEY_0", "core.excludesFile").env("GIT_CONFIG_VALUE_0", file);
    let output = command.output().expect("cargo has just built the program");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn lists_name_files_line_by_line_or_with_zero_bytes() {
    let folder = repository();
    write(&folder, "a b.md", WRONG);
    let named = vec!["a b.md".to_owned(), "other/old.md".to_owned()];
    for list in ["a b.md\r\nother/old.md\n", "a b.md\0other/old.md\0"] {
        assert_eq!(found(folder.path(), &["--files-from", "-"], list), (Some(1), named.clone()));
        write(&folder, "list", list);
        assert_eq!(found(folder.path(), &["--files-from", "list"], ""), (Some(1), named.clone()));
    }
    assert_eq!(found(folder.path(), &["--files-from", "-"], "\n"), (Some(0), vec![]));
    let output = run(folder.path(), &["--files-from", "-"], "gone.md\n");
    // As in a folder of which nothing can be read.
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("gone.md") && said.contains("it is not there"), "{said}");
    git(folder.path(), &["rm", "-q", "other/old.md"]);
    assert_eq!(found(folder.path(), &["--files-from", "-"], "other/old.md\n"), (Some(0), vec![]), "it is deleted");
    assert_eq!(run(folder.path(), &["--files-from", "-"], "other/old.md\ngone.md\n").status.code(), Some(3));
    assert_eq!(found(folder.path(), &["--files-from", "-"], "gone.md\na b.md\n"), (Some(1), vec!["a b.md".to_owned()]));
}

#[test]
fn a_document_on_the_standard_input_is_one_like_others() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    assert_eq!(found(folder.path(), &["-"], WRONG), (Some(1), vec!["stdin".to_owned()]));
    let html = "<!-- ISO/IEC TR 20000-9 --><p>Nothing is cited.</p>";
    let named = ["-", "--stdin-filename", "policies/page.html"];
    assert_eq!(found(folder.path(), &named, html), (Some(0), vec![]));
    let page = format!("<p>{WRONG}</p>");
    assert_eq!(found(folder.path(), &named, &page), (Some(1), vec!["policies/page.html".to_owned()]));
    for paths in [&[][..], &["."]] {
        let arguments = [&["--stdin-filename", "page.html"], paths].concat();
        assert_eq!(run(folder.path(), &arguments, &page).status.code(), Some(2), "nothing says that it is to be read");
    }
}

#[test]
fn who_has_no_git_is_told_to_install_it() {
    let folder = repository();
    let mut command = Command::new(env!("CARGO_BIN_EXE_sms-lint"));
    let output = command.arg("--changed").current_dir(folder.path()).env("PATH", folder.path()).output();
    let output = output.expect("cargo has just built the program");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("it is not installed\n  help: install git") && !told.contains("os error"), "{told}");
}

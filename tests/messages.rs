//! What the program says of a slip of the hand tells what is wrong and what to do.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

#[path = "common/program.rs"]
mod program;

/// A folder with a document in which nothing is found.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::write(folder.path().join("a.md"), "Words.\n").expect("a temporary file can be written");
    folder
}

/// The status, what is printed and what is said on the standard error.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = program::run(folder, arguments);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("what is printed is UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// What is said of a run that could not be done.
fn refused(folder: &Path, arguments: &[&str]) -> String {
    let (status, printed, said) = run(folder, arguments);
    assert_eq!((status, printed.as_str()), (Some(2), ""), "{arguments:?}: {said}");
    said
}

#[test]
fn help_is_a_command() {
    let folder = folder();
    for (asked, option) in [(&["help"][..], &["--help"][..]), (&["help", "cites"], &["cites", "--help"])] {
        let (status, printed, said) = run(folder.path(), asked);
        assert_eq!((status, said.as_str()), (Some(0), ""));
        assert_eq!(printed, run(folder.path(), option).1, "{asked:?}");
    }
}

#[test]
fn of_a_path_that_cannot_be_read_it_is_said_why_and_what_to_do() {
    let folder = folder();
    fs::write(folder.path().join("latin.yaml"), b"# Pr\xFCfung\n").expect("a temporary file can be written");
    let cases: [(&[&str], &str, &str); 4] = [
        (&["init", "a.md"], "cannot read a.md: it is no folder", "name a folder"),
        (&["--config", "latin.yaml"], "latin.yaml: it is not encoded in UTF-8", "save it as UTF-8"),
        (&["--config", "."], "it is a folder", "name a file"),
        (&["b.md"], "cannot read b.md: it is not there", "check its spelling"),
    ];
    for (arguments, why, what) in cases {
        let said = refused(folder.path(), arguments);
        assert!(said.contains(why) && said.contains(what), "{arguments:?}: {said}");
        assert_eq!(said.contains("spelling"), what.contains("spelling"), "{arguments:?}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn a_configuration_that_is_a_link_to_nothing_is_called_that() {
    let folder = folder();
    std::os::unix::fs::symlink("gone.yaml", folder.path().join("link.yaml")).expect("links can be made");
    let said = refused(folder.path(), &["--config", "link.yaml"]);
    assert!(said.contains("it is a link that leads nowhere") && !said.contains("spelling"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_called_that_and_no_more() {
    let folder = folder();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("it is there on Linux");
    let output = program::command(folder.path(), &["--format", "json"]).stdout(full).output();
    let said = String::from_utf8(output.expect("cargo has just built the program").stderr).expect("it is UTF-8");
    assert!(said.starts_with("sms-lint: cannot write the report: no space left on device\n"), "{said}");
}

#[test]
fn of_a_rule_that_is_not_there_the_nearest_are_named() {
    let folder = folder();
    for option in ["--select", "--ignore"] {
        let said = refused(folder.path(), &[option, "my-own-suppressions-x"]);
        assert!(said.contains("there is no rule \"my-own-suppressions-x\""), "{said}");
        assert!(said.contains("the nearest are ") && said.lines().all(|line| line.len() < 160), "{said}");
        let said = refused(folder.path(), &[option, "withdrawn-standard,"]);
        assert!(said.contains("none beside a comma"), "{said}");
        let said = refused(folder.path(), &[option, "8.7.9"]);
        assert!(said.contains("no rule is about clause 8.7.9") && said.contains("4.1, "), "{said}");
        assert!(said.contains("8.7.3, ") && said.contains("of ISO/IEC 20000-1:2018"), "{said}");
    }
}

#[test]
fn what_excludes_each_other_is_not_shown_together() {
    let folder = folder();
    for command in [&[][..], &["check"]] {
        let said = refused(folder.path(), &[command, &["--files-from", "-", "a.md"]].concat());
        let usage: Vec<&str> = said.lines().filter(|line| line.contains("sms-lint ")).collect();
        assert!(usage.len() >= 2, "{said}");
        assert!(!usage.iter().any(|line| line.contains("--files-from") && line.contains("[PATH]")), "{said}");
    }
}

#[test]
fn a_folder_without_documents_is_said_to_be_one() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for command in ["suppressions", "cites", "coverage", "transition"] {
        let (status, _, said) = run(folder.path(), &[command]);
        assert_eq!(status, Some(3), "{command}: {said}");
        assert!(said.contains("no document was checked: the folder holds no files"), "{command}: {said}");
    }
}

#[test]
fn a_commit_of_documents_that_cannot_be_read_is_let_pass() {
    let folder = folder();
    fs::write(folder.path().join("e.xlsx"), "").expect("a temporary file can be written");
    let (status, printed, said) = run(folder.path(), &["check", "--force-exclude", "e.xlsx"]);
    assert_eq!(status, Some(0), "{said}");
    assert!(printed.contains("skipped e.xlsx: ") && said.contains("no document was checked"), "{printed}{said}");
    assert_eq!(run(folder.path(), &["check", "e.xlsx"]).0, Some(3));
}

//! Options that choose documents, list them and count what is found.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

#[path = "common/program.rs"]
mod program;

const OLD: &str = "Cloud services follow ISO/IEC TR 20000-9.\n";

/// A folder with files below it.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("it can be made");
        fs::write(path, text).expect("a temporary file can be written");
    }
    folder
}

/// The status, what is printed and what is said on the standard error.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = program::run(folder, &[arguments, &["--as-of", "2026-11-22"]].concat());
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("what is printed is UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// The documents with findings.
fn found(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let (_, report, said) = run(folder, &[&["--format", "json"], arguments].concat());
    let report: Value = serde_json::from_str(&report).unwrap_or_else(|_| panic!("{arguments:?}: {said}"));
    let paths = report["findings"].as_array().expect("a list").iter();
    paths.map(|one| one["path"].as_str().expect("a text").to_owned()).collect()
}

const FILES: &[(&str, &str)] =
    &[("a.md", OLD), ("b.draft.md", OLD), ("old/c.md", OLD), ("new/old/d.md", OLD), ("new/e.md", OLD)];

#[test]
fn what_is_excluded_on_the_command_line_is_left_out() {
    let folder = folder(FILES);
    let of = |arguments: &[&str]| found(folder.path(), arguments);
    let all = ["a.md", "b.draft.md", "new/e.md", "new/old/d.md", "old/c.md"];
    assert_eq!(of(&[]), all);
    assert_eq!(of(&["--exclude", "*.draft.md", "--exclude", "old/"]), ["a.md", "new/e.md"]);
    assert_eq!(of(&["--exclude", "./old"]), ["a.md", "b.draft.md", "new/e.md", "new/old/d.md"]);
    assert_eq!(of(&["--exclude", "new/old/**"]), ["a.md", "b.draft.md", "new/e.md", "old/c.md"]);
    assert_eq!(of(&["--isolated", "--exclude", "old", "--exclude", "new"]), ["a.md", "b.draft.md"]);
    assert_eq!(of(&["--exclude", "a.md", "a.md", "new/e.md"]), ["a.md", "new/e.md"], "a file that is named is read");
    assert_eq!(of(&["--exclude", "a.md", "--force-exclude", "a.md", "new/e.md"]), ["new/e.md"]);
    let (status, _, said) = run(folder.path(), &["--exclude", "!a.md"]);
    assert!(status == Some(2) && said.contains("it is no pattern for paths"), "{said}");
}

#[test]
fn patterns_count_from_the_working_directory_and_add_to_the_configuration() {
    let folder = folder(FILES);
    fs::write(folder.path().join("sms-lint.yaml"), "files: {exclude: a.md}\n").expect("it can be written");
    assert_eq!(found(folder.path(), &["--exclude", "old", "."]), ["b.draft.md", "new/e.md"]);
    let here = folder.path().join("new");
    assert_eq!(found(&here, &["--exclude", "./old", ".."]), ["../b.draft.md", "../old/c.md", "e.md"]);
    assert_eq!(found(&here, &["--exclude", "*.draft.md", ".."]), ["../old/c.md", "e.md", "old/d.md"]);
}

#[test]
fn what_the_baseline_knows_of_excluded_documents_is_not_gone() {
    let folder = folder(FILES);
    assert_eq!(run(folder.path(), &["baseline", "create"]).0, Some(0));
    assert_eq!(found(folder.path(), &["--exclude", "old"]), [""; 0]);
    fs::remove_dir_all(folder.path().join("old")).expect("it is there");
    assert_eq!(found(folder.path(), &["--exclude", "old"]), [""; 0]);
    assert_eq!(found(folder.path(), &[]), ["sms-lint-baseline.json"], "what is gone is said where it is looked for");
}

#[test]
fn documents_that_would_be_read_are_listed_and_none_is_checked() {
    let folder = folder(FILES);
    for (name, text) in [
        ("sms-lint.yaml", "files: {exclude: new/}\n"),
        (".gitignore", "ignored.md\n"),
        ("ignored.md", OLD),
        ("picture.png", ""),
        ("broken.docx", "no archive"),
    ] {
        fs::write(folder.path().join(name), text).expect("a temporary file can be written");
    }
    #[cfg(unix)]
    for (target, link) in [("a.md", "link.md"), ("gone.md", "nowhere.md"), ("old", "round")] {
        std::os::unix::fs::symlink(target, folder.path().join(link)).expect("links can be made");
    }
    let (status, printed, said) = run(folder.path(), &["--files", "--exclude", "*.draft.md"]);
    assert_eq!((status, printed.as_str()), (Some(0), "a.md\nbroken.docx\nold/c.md\n"), "{said}");
    let mut reasons = vec![
        ("b.draft.md", "--exclude leaves it out"),
        ("ignored.md", "an ignore file such as .gitignore"),
        ("new/e.md", "files.exclude of the configuration leaves it out"),
        ("new/old/d.md", "files.exclude of the configuration leaves it out"),
        ("sms-lint.yaml", "sms-lint goes by it"),
    ];
    if cfg!(unix) {
        reasons.push(("link.md", "a link, which is not followed"));
        reasons.push(("nowhere.md", "a link that leads nowhere"));
        reasons.push(("round", "a link to a folder, which is not followed"));
    }
    for (path, why) in &reasons {
        let line = said.lines().find(|line| line.starts_with(&format!("passed by {path}: ")));
        assert!(line.is_some_and(|line| line.contains(why)), "{path}: {said}");
    }
    let closing = format!(
        "3 documents would be read, {} passed by; 2 other files are of kinds that are not read.",
        reasons.len()
    );
    assert!(said.ends_with(&format!("{closing}\n")), "{said}");
    let (_, quiet, said) = run(folder.path(), &["--files", "--quiet", "old", "a.md"]);
    assert_eq!((quiet.as_str(), said.as_str()), ("a.md\nold/c.md\n", ""));
    // What is listed can be checked as a list.
    fs::write(folder.path().join("list"), printed).expect("it can be written");
    assert_eq!(found(folder.path(), &["--files-from", "list"]), ["a.md", "old/c.md"]);
    let (status, printed, _) = run(folder.path(), &["--files", "--exclude", "*"]);
    assert_eq!((status, printed.as_str()), (Some(3), ""));
}

#[test]
fn findings_of_each_rule_are_counted_on_request() {
    let folder = folder(&[("a.md", "We follow ISO/IEC TR 20000-9, ISO/IEC 27001:2013 and ISO 22301:2012.\n")]);
    let counts = "2  error    superseded-edition\n1  error    withdrawn-standard\n\n1 document checked: 3 errors";
    for format in ["human", "concise"] {
        let (_, printed, _) = run(folder.path(), &["--format", format, "--statistics"]);
        assert!(printed.contains(counts), "{format}: {printed}");
        let (_, printed, _) = run(folder.path(), &["--format", format]);
        assert!(!printed.contains("  superseded-edition\n"), "{format}: {printed}");
    }
    let (_, quiet, _) = run(folder.path(), &["--statistics", "--quiet"]);
    assert!(quiet.contains("1  error    withdrawn-standard\n"), "{quiet}");
}

#[test]
fn lists_for_programs_name_the_catalogue() {
    let folder = folder(&[("a.md", OLD)]);
    for command in ["cites", "coverage", "transition", "suppressions"] {
        let output = program::run(folder.path(), &[command, "--format", "json"]);
        let list: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        assert!(list["catalogue"]["as_of"].as_str().is_some_and(|day| day.len() == 10), "{command}: {list}");
    }
}

//! What a contribution can switch off, and that whoever runs the program prevents it as SECURITY.md says.

#![cfg(unix)]

use std::fs;
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

#[path = "common/folder.rs"]
mod folder;
#[path = "common/git.rs"]
mod git;
#[path = "common/program.rs"]
mod program;
use folder::folder;
use git::git;

const CITATION: &str = "The supplier follows ISO/IEC TR 20000-9:2015.\n";

/// The status, the paths of findings, and what is said on the standard error.
fn run(folder: &TempDir, arguments: &[&str]) -> (Option<i32>, Vec<String>, String) {
    let repo = folder.path().join("repo");
    let all = [&["--format", "json", "--as-of", "2026-11-22"], arguments].concat();
    told(program::command(&repo, &all))
}

/// The same with the names of all files on the standard input.
fn run_on_all(folder: &TempDir, arguments: &[&str]) -> (Option<i32>, Vec<String>, String) {
    let repo = folder.path().join("repo");
    git(&repo, &["init", "-q"]);
    git(&repo, &["add", "--all", "--force"]);
    let names = Command::new("git").args(["ls-files", "-z"]).current_dir(&repo).output().expect("git is there").stdout;
    let all = [&["--format", "json", "--as-of", "2026-11-22", "--files-from", "list"], arguments].concat();
    fs::File::create(repo.join("list")).and_then(|mut list| list.write_all(&names)).expect("it can be written");
    told(program::command(&repo, &all))
}

fn told(mut command: Command) -> (Option<i32>, Vec<String>, String) {
    let output = command.output().expect("cargo has just built the program");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let findings = report["findings"].as_array().cloned().unwrap_or_default();
    let paths = findings.iter().filter(|one| one["rule"] == "withdrawn-standard");
    let paths = paths.map(|one| one["path"].as_str().expect("a text").to_owned()).collect();
    (output.status.code(), paths, String::from_utf8_lossy(&output.stderr).into_owned())
}

/// What hides the finding of `a.md`: files, and the options that show it again.
const HIDING: &[(&[(&str, &str)], &str)] = &[
    (
        &[("a.md", "<!-- sms-lint: ignore-file -- trust me -->\n\nISO/IEC TR 20000-9:2015 applies.\n")],
        "--ignore-suppressions",
    ),
    (
        &[("a.md", "<!-- sms-lint: historical -- trust me -->\n\nISO/IEC TR 20000-9:2015 applies.\n")],
        "--ignore-suppressions",
    ),
    (
        &[("a.md", CITATION), ("sms-lint.yaml", "allow: [{citation: ISO/IEC 20000-9, reason: a}]\n")],
        "--ignore-suppressions",
    ),
    (
        &[("a.md", CITATION), ("sms-lint.yaml", "per-path: [{paths: a.md, ignore: withdrawn-standard, reason: a}]\n")],
        "--ignore-suppressions",
    ),
    (&[("a.md", CITATION), ("sms-lint.yaml", "ignore: withdrawn-standard\n")], "--isolated"),
    (&[("a.md", CITATION), ("sms-lint.yaml", "select: superseded-edition\n")], "--isolated"),
    (&[("a.md", CITATION), ("sms-lint.yaml", "fail-on: never\n")], "--isolated"),
    (&[("a.md", CITATION), ("sms-lint.yaml", "severity: {withdrawn-standard: advice}\n")], "--isolated"),
    (&[("a.md", CITATION), ("b.md", "Words.\n"), ("sms-lint.yaml", "files: {exclude: a.md}\n")], "--isolated"),
];

#[test]
fn what_documents_and_configurations_hide_is_shown_on_request() {
    for (files, option) in HIDING {
        let folder = folder("repo", files);
        let (status, ..) = run(&folder, &[]);
        assert_eq!(status, Some(0), "{files:?} hides nothing");
        let (status, found, said) = run(&folder, &[option]);
        assert_eq!((status, found), (Some(1), vec!["a.md".to_owned()]), "{files:?}: {said}");
    }
}

#[test]
fn a_baseline_hides_nothing_on_request() {
    let folder = folder("repo", &[("a.md", CITATION)]);
    let made = program::run(&folder.path().join("repo"), &["baseline", "create"]);
    assert!(made.status.success());
    assert_eq!(run(&folder, &[]).0, Some(0));
    for option in ["--ignore-suppressions", "--isolated"] {
        assert_eq!(run(&folder, &[option]).0, Some(1), "{option}");
    }
}

#[test]
fn another_configuration_takes_the_place_of_that_of_the_contribution() {
    let folder = folder("repo", &[("a.md", CITATION), ("sms-lint.yaml", "ignore: withdrawn-standard\n")]);
    fs::write(folder.path().join("own.yaml"), "ignore: mixed-editions\n").expect("it can be written");
    assert_eq!(run(&folder, &["--config", "../own.yaml"]).0, Some(1));
}

#[test]
fn a_list_of_all_files_has_those_that_are_left_out_below_a_folder() {
    let files =
        [("b.md", "Words.\n"), (".gitignore", "a.md\n"), ("a.md", CITATION), (".c.md", CITATION), ("d.wiki", CITATION)];
    let folder = folder("repo", &files);
    assert_eq!(run(&folder, &["."]).1, [""; 0]);
    let (status, mut found, said) = run_on_all(&folder, &["--isolated", "--ignore-suppressions", "--root", "."]);
    found.sort();
    assert_eq!((status, found), (Some(1), [".c.md", "a.md", "d.wiki"].map(String::from).to_vec()), "{said}");
}

#[test]
fn an_element_that_is_deleted_is_missed_in_the_strictest_run() {
    let claim = "# Service management policy\n\nWe conform to ISO/IEC 20000-1.\n";
    let synonyms = "elements: {synonyms: {information-security-policy: [The soup]}}\n";
    let soup = "# The soup\n\nIt has carrots and onions and herbs in it. It is served to everybody at noon on Mondays. Nobody may leave the table before it is eaten.\n";
    let folder = folder("repo", &[("a.md", claim), ("soup.md", soup), ("sms-lint.yaml", synonyms)]);
    let missing = ["--select", "missing-information-security-policy"];
    assert_eq!(run(&folder, &missing).0, Some(0), "the configuration says that it is there");
    let strict = [&["--isolated", "--ignore-suppressions"][..], &missing].concat();
    assert_eq!(run_on_all(&folder, &strict).0, Some(0), "the files by themselves lack nothing");
    let (status, _, said) = run_on_all(&folder, &[&["--root", "."], strict.as_slice()].concat());
    assert_eq!(status, Some(1), "{said}");
}

#[test]
fn the_strictest_run_is_the_one_that_is_tested() {
    let text = include_str!("../SECURITY.md");
    let (_, rest) = text.split_once("<!-- strict -->").expect("it is shown");
    assert!(rest.contains("git ls-files -z | sms-lint --isolated --ignore-suppressions --root . --files-from -"));
}

/// What is outside, and would be quoted in the report of a mistake.
const SECRET: &str = "secret: [words of somebody else\n";

#[test]
fn configurations_lead_nowhere_outside() {
    for (settings, is_link) in [
        ("extends: ../outside.yaml\n", false),
        ("extends: inside.yaml\n", true),
        ("rules: ../outside.yaml\n", false),
        ("rules: inside.yaml\n", true),
        ("baseline: ../outside.yaml\n", false),
        ("baseline: inside.yaml\n", true),
    ] {
        let folder = folder("repo", &[("a.md", CITATION), ("sms-lint.yaml", settings)]);
        fs::write(folder.path().join("outside.yaml"), SECRET).expect("it can be written");
        if is_link {
            symlink("../outside.yaml", folder.path().join("repo/inside.yaml")).expect("links can be made");
        }
        let (status, _, said) = run(&folder, &[]);
        assert_eq!(status, Some(2), "{settings}");
        assert!(said.contains("outside of what is checked") && !said.contains("secret"), "{settings}: {said}");
        // Whoever names the configuration trusts it.
        let (_, _, said) = run(&folder, &["--config", "sms-lint.yaml"]);
        assert!(!said.contains("outside of what is checked"), "{settings}: {said}");
    }
}

/// What is said of a path outside must not tell whether anything is there.
#[test]
fn configurations_do_not_tell_what_is_outside() {
    for key in ["extends", "rules", "baseline"] {
        let said_of = |outside: &dyn Fn(&Path), is_link: bool| {
            let settings = format!("{key}: {}\n", if is_link { "inside.yaml" } else { "../outside.yaml" });
            let folder = folder("repo", &[("a.md", CITATION), ("sms-lint.yaml", &settings)]);
            outside(&folder.path().join("outside.yaml"));
            if is_link {
                symlink("../outside.yaml", folder.path().join("repo/inside.yaml")).expect("links can be made");
            }
            let (status, _, said) = run(&folder, &[]);
            assert_eq!(status, Some(2), "{settings}");
            said
        };
        for is_link in [false, true] {
            let nothing = said_of(&|_| {}, is_link);
            let file = said_of(&|path| fs::write(path, "ignore: x-y\n").expect("it can be written"), is_link);
            let folder = said_of(&|path| fs::create_dir(path).expect("it can be made"), is_link);
            assert_eq!((&nothing, &nothing), (&file, &folder), "{key}");
            assert!(nothing.contains("outside of what is checked"), "{nothing}");
        }
    }
}

#[test]
fn links_in_the_place_of_settings_are_not_followed() {
    for name in ["sms-lint.yaml", ".github/sms-lint.yaml", "sms-lint-baseline.json"] {
        let folder = folder("repo", &[("a.md", CITATION), (".github/b.md", "")]);
        fs::write(folder.path().join("outside.yaml"), SECRET).expect("it can be written");
        symlink(folder.path().join("outside.yaml"), folder.path().join("repo").join(name)).expect("links can be made");
        let (status, _, said) = run(&folder, &[]);
        assert_eq!(status, Some(2), "{name}: {said}");
        assert!(!said.contains("secret"), "{name}: {said}");
    }
}

#[test]
fn links_are_neither_read_nor_mended_and_includes_not_followed() {
    let documents = [
        ("a.adoc", "include::../outside.md[]\n"),
        ("a.rst", ".. include:: ../outside.md\n"),
        ("a.tex", "\\input{../outside.md}\n"),
        ("a.org", "#+INCLUDE: \"../outside.md\"\n"),
        ("a.md", "Words.\n"),
    ];
    let folder = folder("repo", &documents);
    let outside = folder.path().join("outside.md");
    fs::write(&outside, "It follows ISO 33704 and ISO/IEC TR 20000-9:2015.\n").expect("it can be written");
    symlink(&outside, folder.path().join("repo/link.md")).expect("links can be made");
    symlink(folder.path(), folder.path().join("repo/folder")).expect("links can be made");
    let (status, found, said) = run(&folder, &["--fix=unsafe"]);
    assert_eq!((status, found), (Some(0), Vec::new()), "{said}");
    let (_, found, said) = run(&folder, &["--fix=unsafe", "link.md"]);
    assert_eq!(found.len(), 1, "{said}");
    assert!(said.contains("it is a link"), "{said}");
    let kept = fs::read_to_string(&outside).expect("it is there");
    assert!(kept.contains("ISO 33704"), "{kept}");
}

/// What is skipped, and why.
fn skipped(folder: &TempDir, arguments: &[&str]) -> (Option<i32>, Vec<(String, String)>) {
    let all = [&["--format", "json", "--as-of", "2026-11-22"], arguments].concat();
    let output = program::run(&folder.path().join("repo"), &all);
    let report: Value = serde_json::from_slice(&output.stdout).expect("there is a report");
    let text = |one: &Value, key: &str| one[key].as_str().expect("a text").to_owned();
    let list = report["skipped"].as_array().expect("a list").iter();
    (output.status.code(), list.map(|one| (text(one, "path"), text(one, "reason"))).collect())
}

#[test]
fn what_a_list_names_and_cannot_be_read_ends_no_run() {
    let folder = folder("repo", &[("a.md", CITATION), ("gone.md", CITATION)]);
    let repo = folder.path().join("repo");
    for (link, target) in [("nowhere.md", "missing.md"), ("round.md", "round.md"), ("nowhere", "missing")] {
        symlink(target, repo.join(link)).expect("links can be made");
    }
    git(&repo, &["init", "-q"]);
    git(&repo, &["add", "--all"]);
    fs::remove_file(repo.join("gone.md")).expect("it is there");
    let names = Command::new("git").args(["ls-files", "-z"]).current_dir(&repo).output().expect("git is there").stdout;
    fs::write(folder.path().join("list"), names).expect("it can be written");
    let strict = ["--isolated", "--ignore-suppressions", "--root", ".", "--files-from", "../list"];
    let (status, found) = skipped(&folder, &strict);
    let link = "a link that leads nowhere";
    let expected = [("gone.md", "it is not there"), ("nowhere", link), ("nowhere.md", link), ("round.md", link)];
    assert_eq!((status, found), (Some(1), expected.map(|(path, why)| (path.to_owned(), why.to_owned())).to_vec()));
    assert_eq!(run(&folder, &strict).1, ["a.md"], "the others are checked");
    for (name, status, why) in [
        ("gone.md", Some(0), "what git knows and is deleted leaves nothing to do"),
        ("never.md", Some(3), "as in a folder of which nothing can be read"),
    ] {
        fs::write(folder.path().join("list"), format!("{name}\n")).expect("it can be written");
        assert_eq!(skipped(&folder, &strict).0, status, "{why}");
    }
}

#[test]
fn a_path_that_is_typed_must_be_there_and_need_not_be_readable() {
    let folder = folder("repo", &[("a.md", CITATION)]);
    symlink("missing.md", folder.path().join("repo/nowhere.md")).expect("links can be made");
    let nowhere = ("nowhere.md".to_owned(), "a link that leads nowhere".to_owned());
    assert_eq!(skipped(&folder, &["a.md", "nowhere.md"]), (Some(1), vec![nowhere]));
    let (status, _, said) = run(&folder, &["a.md", "mistyped.md"]);
    assert_eq!(status, Some(2));
    assert!(said.contains("cannot read mistyped.md: it is not there") && said.contains("check its spelling"), "{said}");
}

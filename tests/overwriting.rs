//! No report is written over what the run reads; an earlier report may be.

use std::fs;
use std::path::Path;

use clap::ValueEnum;
use sms_lint::report::Format;
use tempfile::TempDir;

#[path = "common/folder.rs"]
mod folder;
#[path = "common/program.rs"]
mod program;
use folder::folder;

const OLD: &str = "Cloud services follow ISO/IEC TR 20000-9.\n";

const RULE: &str = include_str!("../fixtures/cases/own-rules/tree/house-rules/ownerless-policy.yaml");

/// A folder with documents, a configuration that extends another, a rule, a baseline and a list.
fn set() -> TempDir {
    let files = [
        ("a.md", OLD),
        ("set/b.md", OLD),
        ("ignored/c.md", OLD),
        (".gitignore", "ignored/\n"),
        ("list", "a.md\n"),
        ("sms-lint.yaml", "extends: base.yaml\nrules: house\nbaseline: known.json\n"),
        ("base.yaml", "fail-on: never\n"),
        ("house/rule.yaml", RULE),
        ("known.json", "{\"version\":1,\"findings\":[]}\n"),
    ];
    folder("", &files)
}

fn write(folder: &Path, path: &str, text: &str) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().expect("it lies in the folder")).expect("a temporary folder can be made");
    fs::write(file, text).expect("a temporary file can be written");
}

fn check(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = program::run(folder, &[&["--as-of", "2026-11-22", "--quiet"], arguments].concat());
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Everything that lies below a folder, with what it holds.
fn everything(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        match entry.path().is_dir() {
            true => all.extend(everything(&entry.path())),
            false => all.push((entry.path().display().to_string(), fs::read(entry.path()).unwrap_or_default())),
        }
    }
    all.sort();
    all
}

#[test]
fn what_the_run_reads_is_not_written_over() {
    let cases = [
        (&["-o", "sarif=a.md"][..], "a document that is checked"),
        (&["-o", "sarif=set/../a.md"], "a document that is checked"),
        (&["a.md", "-o", "json=./a.md"], "a document that is checked"),
        (&["ignored/c.md", "-o", "json=ignored/c.md"], "a document that is checked"),
        (&["a.md", "--root", "set", "-o", "json=set/b.md"], "a document that is checked"),
        (&["-o", "json=r.json", "-o", "html=set/b.md"], "a document that is checked"),
        (&["-o", "json=sms-lint.yaml"], "the configuration"),
        (&["-o", "json=base.yaml"], "the configuration"),
        (&["-o", "json=house/rule.yaml"], "a file of rules"),
        (&["-o", "json=known.json"], "the baseline"),
        (&["--baseline", "known.json", "-o", "json=known.json"], "the baseline"),
        (&["--files-from", "list", "-o", "json=list"], "the list of what to check"),
        (&["--stdin-filename", "a.md", "-", "-o", "json=a.md"], "the document that is checked"),
    ];
    for (arguments, what) in cases {
        let folder = set();
        let before = everything(folder.path());
        let (status, said) = check(folder.path(), arguments);
        assert_eq!(status, Some(2), "{arguments:?}: {said}");
        assert!(said.contains(&format!(": it is {what}, which would be lost\n")), "{arguments:?}: {said}");
        assert!(said.contains("help: name a file of its own"), "{said}");
        assert_eq!(everything(folder.path()), before, "{arguments:?} changed something");
    }
}

#[test]
fn what_the_run_does_not_read_may_be_written_over() {
    for arguments in [&["-o", "json=ignored/c.md"][..], &["set", "-o", "json=a.md"], &["-o", "json=list"]] {
        let folder = set();
        let (status, said) = check(folder.path(), arguments);
        assert!(matches!(status, Some(0 | 1)) && said.is_empty(), "{arguments:?}: {status:?}: {said}");
        let file = arguments.last().and_then(|one| one.strip_prefix("json=")).expect("each writes JSON");
        assert!(fs::read(folder.path().join(file)).is_ok_and(|text| text.starts_with(b"{")));
    }
}

#[test]
fn earlier_reports_are_written_over_under_every_name() {
    // Without findings the list of GitLab is empty.
    for text in [OLD, "Nothing.\n"] {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        write(folder.path(), "a.md", text);
        write(folder.path(), "empty.txt", "");
        let mut arguments = vec!["-o".to_owned(), "json=empty.txt".to_owned()];
        for format in Format::value_variants() {
            let name = format.name();
            for ending in ["md", "txt", "json", "html", "csv"] {
                arguments.extend(["-o".to_owned(), format!("{name}={name}.{ending}")]);
            }
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let first = check(folder.path(), &arguments);
        assert_eq!((first.0, first.1.as_str()), (Some(i32::from(text == OLD)), ""));
        let reports = everything(folder.path());
        assert_eq!(check(folder.path(), &arguments), first);
        assert_eq!(everything(folder.path()), reports, "a report of one run is no document of the next");
    }
}

#[cfg(unix)]
#[test]
fn links_do_not_hide_what_is_written_over() {
    use std::os::unix::fs::symlink;
    let folder = set();
    let link = |to: &str, name: &str| symlink(to, folder.path().join(name)).expect("a link can be made");
    link("a.md", "report.sarif");
    link("set", "way");
    link("new.json", "first");
    link("first", "second");
    link("loop", "loop");
    for (arguments, words) in [
        (&["-o", "sarif=report.sarif"][..], "it is a document that is checked"),
        (&["-o", "sarif=way/b.md"], "it is a document that is checked"),
        (&["-o", "json=second", "-o", "sarif=new.json"], "two reports would go there"),
        (&["-o", "sarif=new.json", "-o", "json=second"], "two reports would go there"),
    ] {
        let before = everything(folder.path());
        let (status, said) = check(folder.path(), arguments);
        assert_eq!(status, Some(2), "{arguments:?}: {said}");
        assert!(said.contains(words), "{arguments:?}: {said}");
        assert_eq!(everything(folder.path()), before, "{arguments:?} changed something");
    }
    assert_eq!(check(folder.path(), &["-o", "json=second"]).0, Some(0));
    assert!(folder.path().join("second").is_symlink() && folder.path().join("first").is_symlink());
    assert!(fs::read(folder.path().join("new.json")).is_ok_and(|text| text.starts_with(b"{")));
    check(folder.path(), &["-o", "json=loop"]);
}

#[cfg(unix)]
#[test]
fn a_link_leads_no_report_out_of_the_working_directory() {
    use std::os::unix::fs::symlink;
    let (folder, outside) = (set(), tempfile::tempdir().expect("a temporary folder can be made"));
    write(outside.path(), "victim", "kept");
    write(folder.path(), ".git/config", "kept");
    let link = |to: &Path, name: &str| symlink(to, folder.path().join(name)).expect("a link can be made");
    link(&outside.path().join("victim"), "out.sarif");
    link(&outside.path().join("new"), "new.sarif");
    link(outside.path(), "reports");
    link(Path::new(".git/config"), "git.sarif");
    link(Path::new("/dev/zero"), "device.sarif");
    let before = everything(outside.path());
    for (name, words) in [
        ("out.sarif", "out of the working directory"),
        ("new.sarif", "out of the working directory"),
        ("reports/a.sarif", "out of the working directory"),
        ("./reports/a.sarif", "out of the working directory"),
        ("git.sarif", "into the folder of git"),
        ("device.sarif", "out of the working directory"),
    ] {
        let (status, said) = check(folder.path(), &["-o", &format!("sarif={name}")]);
        assert_eq!(status, Some(2), "{name}: {said}");
        assert!(said.contains(words), "{name}: {said}");
    }
    assert_eq!(everything(outside.path()), before);
    assert_eq!(fs::read_to_string(folder.path().join(".git/config")).expect("it is there"), "kept");
    // What is named as lying elsewhere is meant.
    let named = outside.path().join("named.sarif");
    assert_eq!(check(folder.path(), &["-o", &format!("sarif={}", named.display())]).0, Some(0));
    assert!(named.is_file());
}

#[test]
fn a_report_is_no_document_of_a_later_run() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    write(folder.path(), "a.md", OLD);
    let format = |name: &&str| Format::value_variants().iter().find(|one| one.name() == *name);
    let reports = ["json", "json-lines", "sarif", "gitlab", "oscal", "html", "markdown", "csv"];
    assert!(reports.iter().all(|name| format(name).is_some()), "every name is one of a format");
    for name in reports {
        let ending = match name {
            "json-lines" => "jsonl",
            "sarif" | "gitlab" | "oscal" => "json",
            "markdown" => "md",
            other => other,
        };
        let asked = format!("{name}={name}-report.{ending}");
        check(folder.path(), &["--system", "sms", "-o", &asked]);
    }
    let output = program::run(folder.path(), &["--as-of", "2026-11-22", "--format", "concise"]);
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(printed.matches(": a report of sms-lint\n").count(), reports.len(), "{printed}");
    assert!(printed.contains("\n1 document checked: 1 error, "), "{printed}");
}

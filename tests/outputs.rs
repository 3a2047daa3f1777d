//! Where reports go: to files whole or not at all, and to the places that GitHub Actions shows.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;

#[path = "common/folder.rs"]
mod folder;
#[path = "common/program.rs"]
mod program;
use folder::folder;

const OLD: &str = "Cloud services follow ISO/IEC TR 20000-9.\n";

/// A folder with one document that is at fault.
fn faulty() -> TempDir {
    folder("", &[("a.md", OLD)])
}

fn check(folder: &Path, arguments: &[&str]) -> Output {
    let mut all = vec!["--as-of", "2026-11-22"];
    all.extend(arguments);
    program::run(folder, &all)
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("what is printed is UTF-8")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there").flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn several_reports_are_written_while_people_read_theirs() {
    let folder = faulty();
    let plain = check(folder.path(), &[]);
    let output = check(folder.path(), &["-o", "json=r.json", "--output", "sarif=r.sarif", "-o", "human=r.txt"]);
    assert_eq!((&output.stdout, output.status), (&plain.stdout, plain.status), "{output:?}");
    assert_eq!(names(folder.path()), ["a.md", "r.json", "r.sarif", "r.txt"]);
    for name in ["r.json", "r.sarif"] {
        let bytes = fs::read(folder.path().join(name)).expect("it is there");
        serde_json::from_slice::<Value>(&bytes).expect("it is JSON");
    }
    let written = fs::read_to_string(folder.path().join("r.txt")).expect("it is there");
    assert!(written.starts_with(&text(plain.stdout)) && written.contains("no evidence of conformity"), "{written}");
}

#[test]
fn a_report_is_no_document_of_the_next_run() {
    let folder = faulty();
    let arguments = ["--format", "json", "-o", "json=r.json", "-o", "json-lines=s.jsonl"];
    let (first, second) = (check(folder.path(), &arguments), check(folder.path(), &arguments));
    assert_eq!(text(first.stdout), text(second.stdout));
}

#[test]
fn reports_and_lists_are_no_documents_of_a_later_run() {
    let formats = [
        "human", "concise", "json", "json-lines", "sarif", "github", "gitlab", "junit", "checkstyle", "markdown",
        "csv", "html", "oscal",
    ];
    let folder = faulty();
    let mut arguments = Vec::new();
    for format in formats {
        arguments.extend(["-o".to_owned(), format!("{format}={format}.txt")]);
    }
    check(folder.path(), &arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let mut names: Vec<String> = formats.iter().map(|format| format!("{format}.txt")).collect();
    let lists = [
        ("cites", "csv"),
        ("cites", "json"),
        ("cites", "human"),
        ("transition", "csv"),
        ("coverage", "csv"),
        ("coverage", "json"),
        ("coverage", "markdown"),
        ("coverage", "human"),
        ("suppressions", "csv"),
        ("suppressions", "json"),
    ];
    for (command, format) in lists {
        let ending = if format == "markdown" { "md" } else { format };
        let name = format!("list-{command}.{}", if ending == "human" { "txt" } else { ending });
        let printed = program::run(folder.path(), &[command, "a.md", "--format", format]).stdout;
        fs::write(folder.path().join(&name), printed).expect("a temporary file can be written");
        names.push(name);
    }
    let printed = check(folder.path(), &["a.md"]).stdout;
    fs::write(folder.path().join("printed.txt"), printed).expect("a temporary file can be written");
    names.push("printed.txt".to_owned());
    names.sort();
    let report: Value =
        serde_json::from_slice(&check(folder.path(), &["--format", "json"]).stdout).expect("it is JSON");
    let skipped = report["skipped"].as_array().expect("it is a list").iter();
    let skipped: Vec<&str> = skipped.filter_map(|one| one["path"].as_str()).collect();
    assert_eq!(skipped, names);
    assert_eq!(report["summary"]["documents"], 1);
}

#[test]
fn the_status_does_not_depend_on_where_a_report_goes() {
    let folder = faulty();
    for (limit, status) in [("error", 1), ("never", 0)] {
        let output = check(folder.path(), &["--fail-on", limit, "-o", "github=r.log"]);
        assert_eq!(output.status.code(), Some(status));
    }
    fs::remove_file(folder.path().join("a.md")).expect("it is there");
    let output = check(folder.path(), &["-o", "json=r.json"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(folder.path().join("r.json").exists(), "a report of nothing is one too");
}

#[test]
fn what_cannot_be_written_is_said_before_anything_is_read() {
    let folder = faulty();
    fs::create_dir(folder.path().join("inner")).expect("a temporary folder can be made");
    let faults = [
        (&["-o", "json=gone/r.json"][..], "cannot write a report to gone/r.json: its folder does not exist"),
        (&["-o", "json=inner"], "cannot write a report to inner: it is a folder"),
        (
            &["-o", "json=r", "-o", "sarif=./inner/../r"],
            "cannot write a report to ./inner/../r: two reports would go there",
        ),
        (&["-o", "pdf=r"], "\"pdf\" is no format; the formats are human, concise, "),
        (&["-o", "r.json"], "write it as FORMAT=FILE; the formats are human, "),
        (&["-o", "json="], "write it as FORMAT=FILE; "),
    ];
    for (arguments, words) in faults {
        let output = check(folder.path(), arguments);
        let complaint = text(output.stderr);
        assert!(complaint.contains(words), "{arguments:?}: {complaint}");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}");
        assert_eq!(names(folder.path()), ["a.md", "inner"]);
    }
}

/// The standard output in an environment like that of a step of a workflow, and the job summary.
fn in_actions(folder: &TempDir, arguments: &[&str]) -> String {
    let mut all = vec!["--as-of", "2026-11-22"];
    all.extend(arguments);
    let mut command = program::command(folder.path(), &all);
    command.env("GITHUB_ACTIONS", "true").env("GITHUB_STEP_SUMMARY", folder.path().join("summary"));
    let output = command.output().expect("cargo has just built the program");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    text(output.stdout)
}

#[test]
fn actions_get_annotations_by_themselves() {
    let folder = faulty();
    let printed = in_actions(&folder, &[]);
    let plain = text(check(folder.path(), &[]).stdout);
    let (word, rest) = printed.split_once('\n').expect("there are lines");
    let word = word.strip_prefix("::stop-commands::").expect("commands are stopped first");
    let rest = rest.strip_prefix(&plain).expect("people read the same as ever");
    let commands = rest.strip_prefix(&format!("::{word}::\n")).expect("commands are obeyed again");
    assert!(
        commands.starts_with("::error file=a.md,line=1,col=23,endColumn=41,title=withdrawn-standard::"),
        "{commands}"
    );
    assert!(in_actions(&folder, &["--format", "json"]).starts_with('{'), "who asks for a format gets that");
}

#[test]
fn actions_get_a_job_summary_by_themselves() {
    let folder = faulty();
    let summary = folder.path().join("summary");
    fs::write(&summary, "Of another step.\n").expect("a temporary file can be written");
    in_actions(&folder, &[]);
    let text = fs::read_to_string(&summary).expect("it is there");
    assert!(text.starts_with("Of another step.\n## sms-lint\n\n1 document checked: 1 error, "), "{text}");
    in_actions(&folder, &["--format", "human"]);
    assert_eq!(fs::read_to_string(&summary).ok(), Some(text), "who asks for a format gets that alone");
    fs::remove_file(&summary).and_then(|()| fs::create_dir(&summary)).expect("the folder is ours");
    in_actions(&folder, &[]);
}

#[test]
fn no_document_knows_the_word_that_lets_commands_through() {
    let words: Vec<String> = ["One", "Two"]
        .iter()
        .map(|text| {
            let folder = faulty();
            fs::write(folder.path().join("a.md"), format!("{OLD}{text}\n")).expect("a temporary file can be written");
            in_actions(&folder, &[]).lines().next().unwrap_or_default().to_owned()
        })
        .collect();
    assert_ne!(words[0], words[1]);
}

#[cfg(unix)]
mod unix {
    //! What only such systems have: links, pipes, rights.

    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn what_a_link_leads_to_is_written_and_the_link_stays() {
        let folder = faulty();
        fs::write(folder.path().join("real"), "old").expect("a temporary file can be written");
        symlink("real", folder.path().join("link")).expect("a link can be made in a temporary folder");
        assert_eq!(check(folder.path(), &["-o", "json=link"]).status.code(), Some(1));
        assert!(folder.path().join("link").is_symlink());
        assert!(fs::read_to_string(folder.path().join("real")).is_ok_and(|text| text.starts_with('{')));
    }

    #[test]
    fn devices_are_written_to_as_they_are() {
        let folder = faulty();
        let output = check(folder.path(), &["--quiet", "--format", "concise", "-o", "json-lines=/dev/stdout"]);
        assert!(text(output.stdout).contains("\n{\"type\":\"about\""));
    }

    #[test]
    fn others_may_read_a_report_like_any_new_file() {
        let folder = faulty();
        check(folder.path(), &["-o", "json=r.json"]);
        fs::write(folder.path().join("other"), "").expect("a temporary file can be written");
        let mode = |name| fs::metadata(folder.path().join(name)).map(|data| data.permissions().mode()).ok();
        assert_eq!(mode("r.json"), mode("other"));
    }
}

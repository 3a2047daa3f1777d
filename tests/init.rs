//! Begins with `sms-lint init` in an old repository, and lives with it afterwards.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use sms_lint::document::Format;
use tempfile::TempDir;

#[path = "common/program.rs"]
mod program;
#[path = "common/project.rs"]
mod project;
use project::project;

const DAY: &str = "2026-11-22";

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the fixture is there").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("it can be copied");
        }
    }
}

/// A copy of the old repository, below a folder of this name.
fn legacy(name: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let from = project("fixtures/repositories/legacy");
    copy(&from, &folder.path().join(name));
    folder
}

/// Status and what was printed.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let output = program::run(folder, arguments);
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.code().unwrap_or(-1), said)
}

/// Status, and place and rule of every finding.
fn check(folder: &Path) -> (i32, Vec<(String, String)>) {
    let output = program::run(folder, &["--as-of", DAY, "--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).expect("the report is JSON");
    let findings = report["findings"].as_array().expect("a list").iter();
    let told = findings.map(|one| {
        let place = format!("{}:{}", one["path"].as_str().unwrap_or_default(), one["start"]["line"]);
        (place, one["rule"].as_str().unwrap_or_default().to_owned())
    });
    (output.status.code().unwrap_or(-1), told.collect())
}

#[test]
fn what_it_names_as_next_mends_what_the_baseline_knows() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let here = folder.path();
    fs::write(here.join("a.md"), "Assessment follows ISO 33704.\n").expect("it can be written");
    let (status, said) = run(here, &["init", "--as-of", DAY]);
    let named = "sms-lint --ignore-suppressions --fix\n";
    assert!(status == 0 && said.contains(named) && said.contains("sms-lint baseline prune\n"), "{said}");
    assert_eq!(run(here, &["--ignore-suppressions", "--fix", "--as-of", DAY]).0, 0);
    assert_eq!(fs::read_to_string(here.join("a.md")).expect("it is there"), "Assessment follows ISO/IEC TS 33074.\n");
    assert_eq!(run(here, &["baseline", "prune"]).0, 0);
    assert_eq!(check(here), (0, Vec::new()));
}

#[test]
fn what_a_fix_mends_in_an_old_repository_makes_nothing_new() {
    let folder = legacy("policies");
    let here = &folder.path().join("policies");
    assert_eq!(run(here, &["init", "--as-of", DAY]).0, 0);
    assert_eq!(run(here, &["--ignore-suppressions", "--fix", "--as-of", DAY]).0, 1, "most of it needs a person");
    assert_eq!(run(here, &["baseline", "prune", "--as-of", DAY]).0, 0);
    assert_eq!(check(here), (0, Vec::new()));
}

#[test]
fn an_old_repository_is_in_order_the_same_minute_and_only_what_is_new_counts() {
    let folder = legacy(".");
    let here = folder.path();
    assert_eq!(run(here, &["--as-of", DAY]).0, 1, "it is old");
    assert_eq!(run(here, &["init", "--as-of", DAY]).0, 0);
    assert_eq!(check(here), (0, Vec::new()));

    // A new bad line is found, and it alone.
    let plan = here.join("plans/plan-2027.md");
    fs::write(&plan, "# Plan\n\nThe plan rests on ISO/IEC TR 20000-9.\n").expect("it can be written");
    assert_eq!(check(here), (1, vec![("plans/plan-2027.md:3".into(), "withdrawn-standard".into())]));
    fs::remove_file(&plan).expect("it has just been written");

    // Who mends an old one is told to prune.
    let glossary = here.join("glossary.txt");
    let text = fs::read_to_string(&glossary).expect("it is there");
    let mended = text.replacen("from ISO/IEC TR 20000-4.", "from our handbook.", 1);
    assert_ne!(text, mended, "the line is there");
    fs::write(&glossary, mended).expect("it can be written");
    let (status, said) = run(here, &["--as-of", DAY]);
    assert!(status == 0 && said.contains("stale-baseline") && said.contains("sms-lint baseline prune"), "{said}");
    assert_eq!(run(here, &["baseline", "prune", "--as-of", DAY]).0, 0);
    assert_eq!(check(here), (0, Vec::new()));
}

#[test]
fn what_is_there_is_left_as_it_is() {
    let folder = legacy(".");
    let here = folder.path();
    assert_eq!(run(here, &["init", "--as-of", DAY]).0, 0);
    let files =
        ["sms-lint.yaml", "sms-lint-baseline.json", ".pre-commit-config.yaml", ".github/workflows/sms-lint.yml"];
    for file in files {
        fs::write(here.join(file), "# ours\n").expect("it can be written");
    }
    fs::write(here.join("sms-lint-baseline.json"), "{\"version\": 1, \"findings\": []}\n").expect("it can be written");
    let before: Vec<Vec<u8>> = files.map(|file| fs::read(here.join(file)).expect("it is there")).into();
    let (status, said) = run(here, &["init", "--as-of", DAY]);
    assert_eq!(status, 0);
    for (file, text) in files.iter().zip(before) {
        assert_eq!(fs::read(here.join(file)).expect("it is there"), text, "{file}");
        assert!(said.contains(&format!("left alone  {file}")), "{said}");
    }
}

/// In a folder of a repository the hook and the workflow go to its root, and speak of that folder alone.
#[test]
fn a_folder_of_a_repository_is_named_in_the_hook_and_the_workflow() {
    let folder = legacy("our docs");
    let here = folder.path();
    let made = Command::new("git").args(["init", "--quiet"]).current_dir(here).status();
    assert!(made.is_ok_and(|status| status.success()), "git is needed for this test");
    assert_eq!(run(here, &["init", "--as-of", DAY, "our docs"]).0, 0);
    let read = |file: &str| fs::read_to_string(here.join(file)).expect("it has been written");
    let hook = sms_lint::yaml::parse(&read(".pre-commit-config.yaml"));
    assert!(hook.is_ok(), "{hook:?}");
    let text = read(".pre-commit-config.yaml");
    let files = text.lines().find_map(|line| line.trim().strip_prefix("files: ")).expect("the hook names files");
    let pattern: String = serde_json::from_str(files).expect("it is quoted as JSON quotes");
    let pattern = regex::Regex::new(&pattern).expect("it is a regular expression");
    for ending in Format::endings() {
        assert!(pattern.is_match(&format!("our docs/a/b.{ending}")), "{ending}");
    }
    assert!(
        !pattern.is_match("src/a.md") && !pattern.is_match("our docs/a.rs") && text.contains("args: [\"our docs\"]")
    );
    let workflow = read(".github/workflows/sms-lint.yml");
    let example = fs::read_to_string(project("examples/workflow.yml"));
    let example = example.expect("the example is part of the project");
    assert_eq!(workflow, example.replace("paths: policies\n", "paths: \"our docs\"\n"));
    assert!(read("our docs/sms-lint.yaml").contains("claims conformity"));
    assert_eq!(run(here, &["--as-of", DAY, "our docs"]).0, 0);
    let named = ["check", "--force-exclude", "--as-of", DAY, "our docs/glossary.txt"];
    assert_eq!(run(here, &named).0, 0, "the hook knows what the baseline knows");
}

/// The configuration that is written takes every line that stands in a remark.
#[test]
fn remarks_of_the_configuration_are_settings() {
    let folder = legacy(".");
    let here = folder.path();
    assert_eq!(run(here, &["init", "--as-of", DAY]).0, 0);
    let file = here.join("sms-lint.yaml");
    let text = fs::read_to_string(&file).expect("it has been written");
    let is_key = |line: &str| {
        line.strip_prefix("# ")
            .and_then(|line| line.split_once(':'))
            .is_some_and(|(key, _)| key.chars().all(char::is_lowercase))
    };
    let is_setting = |line: &str| line.starts_with("#   ") || is_key(line);
    let switched_on: Vec<&str> = text.lines().map(|line| if is_setting(line) { &line[2..] } else { line }).collect();
    let switched_on = switched_on.into_iter().filter(|line| !line.starts_with("<!--")).collect::<Vec<_>>().join("\n");
    assert!(switched_on.contains("\nallow:\n") && switched_on.contains("\nelements:\n"), "{switched_on}");
    fs::write(&file, switched_on).expect("it can be written");
    let (status, said) = run(here, &["config", "show"]);
    assert!(status == 0 && said.contains("head of sales") && said.contains("Charter of protection"), "{said}");
}

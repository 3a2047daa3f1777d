//! Runs the program on the policy repositories of `fixtures/` and compares what it prints, for people and for programs.

use std::fs;

#[path = "common/expected.rs"]
mod expected;
#[path = "common/program.rs"]
mod program;
#[path = "common/project.rs"]
mod project;
use project::project;

const REPOSITORIES: &[&str] = &["clean", "legacy", "mixed"];

/// What the program prints of a repository, and its status.
fn run(name: &str, format: &str, jobs: &str) -> (Vec<u8>, Option<i32>) {
    let repository = project("fixtures/repositories").join(name);
    let output = program::run(&repository, &["--as-of", "2026-11-22", "--format", format, "-j", jobs]);
    assert!(output.stderr.is_empty(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    (output.stdout, output.status.code())
}

#[test]
fn repositories_are_reported_as_expected() {
    let mut failures = Vec::new();
    for name in REPOSITORIES {
        for (format, ending) in [("human", "txt"), ("json", "json")] {
            let (printed, _) = run(name, format, "2");
            failures.extend(expected::difference(
                &project("fixtures/repositories").join(format!("{name}.{ending}")),
                &printed,
            ));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn every_repository_is_tested() {
    let entries =
        fs::read_dir(project("fixtures/repositories")).expect("the repositories are part of the project").flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    assert_eq!(names, REPOSITORIES);
}

#[test]
fn the_clean_repository_is_clean_and_the_others_are_not() {
    let statuses: Vec<Option<i32>> = REPOSITORIES.iter().map(|name| run(name, "human", "2").1).collect();
    assert_eq!(statuses, [Some(0), Some(1), Some(1)]);
}

#[test]
fn threads_change_no_byte() {
    for name in REPOSITORIES {
        for format in ["human", "json"] {
            let (alone, many) = (run(name, format, "1"), run(name, format, "4"));
            assert!(alone == many, "{name}, {format}: one thread and four differ");
        }
    }
}

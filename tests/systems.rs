//! Runs the program on invented service management systems: complete, without one element at a time, full of traps, in
//! other languages, under names that nobody can guess, as numbered files, as one book, as data, in templates and archives, in few words,
//! in two languages. `UPDATE=1 cargo test --test systems` writes the expected outputs.

use std::fs;
use std::path::Path;

#[path = "common/expected.rs"]
mod expected;
#[path = "common/program.rs"]
mod program;
#[path = "common/project.rs"]
mod project;
use project::project;

/// A set: its name, the folder it is made from, and the files that are taken out of it.
const SETS: &[(&str, &str, &[&str])] = &[
    ("complete", "complete", &[]),
    ("without-policy", "complete", &["policies/information-security-policy.md"]),
    ("without-controls", "complete", &["policies/access-control.md"]),
    ("without-incidents", "complete", &["procedures/incident-management.md"]),
    ("traps", "traps", &[]),
    ("german", "german", &[]),
    ("japanese", "japanese", &[]),
    ("charter", "charter", &[]),
    ("stadtwerke", "stadtwerke", &[]),
    ("numbered", "numbered", &[]),
    ("handbook", "handbook", &[]),
    ("code", "code", &[]),
    ("aside", "aside", &[]),
    ("terse", "terse", &[]),
    ("bilingual", "bilingual", &[]),
    ("unclaimed", "unclaimed", &[]),
];

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the fixture is there") {
        let entry = entry.expect("it can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("it can be copied");
        }
    }
}

#[test]
fn each_set_gives_what_is_expected() {
    let mut failures = Vec::new();
    for (name, base, without) in SETS {
        let place = tempfile::tempdir().expect("a folder can be made");
        copy(&project("fixtures/systems").join(base), place.path());
        for file in *without {
            fs::remove_file(place.path().join(file)).expect("the file to take out is there");
        }
        for command in ["check", "coverage"] {
            let output = program::run(place.path(), &[command, "--as-of", "2026-11-22"]);
            failures.extend(expected::difference(
                &project("fixtures/systems").join(format!("{name}.{command}.txt")),
                &output.stdout,
            ));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

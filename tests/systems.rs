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

/// What stands in the matrix of a set, without the places.
fn states(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let output = program::run(folder, &[&["coverage", "--isolated", "--format", "json"], arguments].concat());
    let matrix: serde_json::Value = serde_json::from_slice(&output.stdout).expect("the matrix is JSON");
    let elements = matrix["elements"].as_array().expect("it has elements");
    elements.iter().map(|one| one["status"].as_str().expect("it has a status").to_owned()).collect()
}

#[test]
fn what_stands_above_a_set_says_nothing_of_it() {
    let place = tempfile::tempdir().expect("a folder can be made");
    let complete = project("fixtures/systems").join("complete");
    for above in
        ["customers/acme", "templates", "archive/2020/sms", "minutes", "blog", "examples", "drafts", "tender/a"]
    {
        let set = place.path().join(above);
        copy(&complete, &set);
        let inside = states(&set, &["."]);
        assert!(!inside.contains(&"missing".to_owned()), "{above}: {inside:?}");
        let whole = set.to_str().expect("the path is UTF-8");
        for named in [above, &format!("{above}/"), whole] {
            assert_eq!(states(place.path(), &[named]), inside, "{named}");
        }
        let parts: Vec<String> = ["policies", "procedures"].iter().map(|one| format!("{above}/{one}")).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        assert_eq!(states(place.path(), &parts), states(&set, &["policies", "procedures"]), "{above}");
        // What stands inside says something of it, and so does one of several folders.
        fs::rename(set.join("policies"), set.join("templates")).expect("it can be moved");
        assert!(states(place.path(), &[above]).contains(&"missing".to_owned()), "{above}");
        let others = [format!("{above}/procedures"), format!("{above}/templates")];
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        assert!(states(place.path(), &others).contains(&"missing".to_owned()), "{above}");
        fs::remove_dir_all(place.path().join(above)).expect("it can be removed");
    }
}

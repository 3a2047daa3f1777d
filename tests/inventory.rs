//! Tests that the inventory of citations and the check agree, whatever the number of threads.

use std::collections::BTreeSet;

use serde_json::Value;

#[path = "common/program.rs"]
mod program;
#[path = "common/project.rs"]
mod project;
use project::project;

/// What the program prints in the folder of sets of documents.
fn printed(arguments: &[&str]) -> Vec<u8> {
    let folder = project("fixtures/repositories");
    let arguments = [arguments, &["--format", "json", "--as-of", "2026-11-22"]].concat();
    program::run(&folder, &arguments).stdout
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_slice(&printed(arguments)).expect("the report is JSON")
}

/// Path, first byte, byte behind the last, and text of the entries of a list that are wanted.
fn places(list: &Value, wanted: impl Fn(&Value) -> bool) -> BTreeSet<String> {
    let entries = list.as_array().expect("a list").iter().filter(|one| wanted(one));
    entries.map(|one| format!("{} {} {} {}", one["path"], one["start"], one["end"], one["text"])).collect()
}

#[test]
fn what_is_found_is_listed_with_the_same_status_and_context() {
    let (cites, check) = (json(&["cites"]), json(&["check", "--system", "none"]));
    let is_fault = |one: &Value| {
        let status = one["status"].as_str();
        matches!(status, Some("superseded" | "withdrawn" | "never-published" | "unknown-edition"))
    };
    let is_history = |one: &Value| one["context"] == "historical";
    let listed = &cites["citations"];
    // Of an amendment and of mixed editions there is one finding with every place; a number of a clause is no citation.
    let is_of_citation = |one: &Value| {
        let rule = one["rule"].as_str().expect("a text");
        let of_set = ["missing-amendment", "mixed-editions", "guidance-as-requirement"].contains(&rule);
        !of_set && !rule.ends_with("-clause") && !rule.ends_with("-control")
    };
    let found = places(&check["findings"], is_of_citation);
    assert!(found.len() > 50, "{}", found.len());
    assert_eq!(places(listed, |one| is_fault(one) && !is_history(one)), found);
    assert_eq!(places(listed, |one| is_fault(one) && is_history(one)), places(&check["acknowledged"], is_of_citation));
    assert!(places(listed, |_| true).is_superset(&places(&check["findings"], is_of_citation)));
}

#[test]
fn one_thread_or_eight_give_the_same_bytes() {
    assert_eq!(printed(&["cites", "-j", "1"]), printed(&["cites", "-j", "8"]));
}

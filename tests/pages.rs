//! The pages of `docs/rules/` are what the program says of its rules; `UPDATE=1` in the environment writes them anew.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

#[path = "common/expected.rs"]
mod expected;
#[path = "common/program.rs"]
mod program;
#[path = "common/project.rs"]
mod project;
use project::project;

fn printed(arguments: &[&str]) -> Vec<u8> {
    let home = tempfile::tempdir().expect("a folder can be made");
    let output = program::run(home.path(), arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn rules() -> Vec<Value> {
    let list: Value = serde_json::from_slice(&printed(&["rules", "--format", "json"])).expect("it is JSON");
    list["rules"].as_array().expect("rules are a list").clone()
}

fn text<'a>(rule: &'a Value, name: &str) -> &'a str {
    rule[name].as_str().expect("it is a text")
}

#[test]
fn every_rule_has_its_page_and_no_page_is_left_over() {
    let rules = rules();
    let mut index = String::from("# Rules\n\n| rule | severity | what it finds |\n|---|---|---|\n");
    let mut names = BTreeSet::from(["README.md".to_owned()]);
    let mut wrong = Vec::new();
    for rule in &rules {
        let (id, severity, summary) = (text(rule, "id"), text(rule, "severity"), text(rule, "summary"));
        index += &format!("| [`{id}`]({id}.md) | {severity} | {summary} |\n");
        wrong.extend(expected::difference(&project("docs/rules").join(format!("{id}.md")), &printed(&["explain", id])));
        names.insert(format!("{id}.md"));
    }
    wrong.extend(expected::difference(&project("docs/rules").join("README.md"), index.as_bytes()));
    assert!(wrong.is_empty(), "{}", wrong.concat());
    let entries = fs::read_dir(project("docs/rules")).expect("the pages are part of the project").flatten();
    let there: BTreeSet<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(there, names);
    assert!(rules.len() > 30);
}

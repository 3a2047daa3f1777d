//! What was promised is kept: ids of rules, exit statuses, the JSON contract. `schemas/stable.txt` is the list.

use std::collections::BTreeSet;

use serde_json::Value;
use sms_lint::rule::set;
use sms_lint::run::Outcome;

const LIST: &str = include_str!("../schemas/stable.txt");

/// Every field of a schema with what it may hold, by its path.
fn fields(path: &str, schema: &Value, out: &mut BTreeSet<String>) {
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        let kept = ["type", "enum", "const", "pattern", "$ref", "oneOf", "items", "minimum"];
        let mut shape = String::new();
        for key in
            kept.iter().filter(|key| !(field[**key].is_null() || **key == "items" && field[*key]["$ref"].is_null()))
        {
            shape += &format!(" {key}={}", field[*key]);
        }
        out.insert(format!("json {path}{name}{shape}"));
        fields(&format!("{path}{name}."), field, out);
        fields(&format!("{path}{name}[]."), &field["items"], out);
    }
}

fn promised() -> BTreeSet<String> {
    let schema: Value = serde_json::from_str(include_str!("../schemas/report.schema.json")).expect("it is JSON");
    let mut out = BTreeSet::new();
    fields("", &schema, &mut out);
    for (name, one) in schema["$defs"].as_object().expect("the schema has parts") {
        fields(&format!("{name}: "), one, &mut out);
    }
    out.extend(set::rules().iter().map(|rule| format!("rule {}", rule.id)));
    let outcomes = [Outcome::Clean, Outcome::Found, Outcome::Failed, Outcome::Empty];
    out.extend(outcomes.iter().map(|one| format!("status {} {one:?}", one.status())));
    out
}

#[test]
fn what_was_promised_is_kept_and_what_is_new_is_listed() {
    let (listed, now): (BTreeSet<String>, _) = (LIST.lines().map(Into::into).collect(), promised());
    let broken: Vec<&String> = listed.difference(&now).collect();
    assert!(broken.is_empty(), "these lines of schemas/stable.txt do not hold any more: {broken:#?}");
    let new: Vec<&str> = now.difference(&listed).map(String::as_str).collect();
    assert!(new.is_empty(), "these lines belong in schemas/stable.txt, which is sorted:\n{}", new.join("\n"));
    assert!(LIST.lines().is_sorted(), "schemas/stable.txt is sorted");
}

/// A report names the day on which the program that wrote it was released.
#[test]
fn the_day_of_the_release_is_that_of_the_changelog() {
    let head = format!("## [{}] - ", sms_lint::report::dossier::VERSION);
    let day = include_str!("../CHANGELOG.md").lines().find_map(|line| line.strip_prefix(&head));
    assert_eq!(sms_lint::report::dossier::RELEASED, day);
}

#[test]
fn the_readme_leads_to_the_list() {
    assert!(include_str!("../README.md").contains("(schemas/stable.txt)"));
}

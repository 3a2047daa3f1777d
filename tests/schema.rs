//! Tests that the JSON report is as `schemas/report.schema.json` says, no field less and no field more.

use std::fs;

use jsonschema::Validator;
use serde_json::{Value, json};

#[path = "common/program.rs"]
mod program;
#[path = "common/project.rs"]
mod project;
use project::project;

/// Documents that bring out every field: findings of two files, an adoption, history, a file that is no text.
const TREE: &[(&str, &[u8])] = &[
    ("a.md", b"Cloud services follow ISO/IEC TR 20000-9:2015 and ISO/IEC 20000-1:2018.\n"),
    ("b.md", b"Certified to ISO/IEC 20000-1:2018 and to BS EN ISO/IEC 27001:2017.\n"),
    ("c.md", b"ISO/IEC 20000-8 and ISO/IEC 27001:2023 are cited by mistake.\n"),
    ("d.txt", b"ISO 22301:2012 has been replaced.\n"),
    ("e.md", b"\0\0\0\x01ISO 22301:2012\n"),
];

fn schema() -> Value {
    let file = project("schemas/report.schema.json");
    let text = fs::read_to_string(file).expect("the schema is part of the project");
    serde_json::from_str(&text).expect("the schema is JSON")
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).expect("the schema is a JSON Schema of 2020-12")
}

fn report(tree: &[(&str, &[u8])]) -> Value {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, bytes) in tree {
        fs::write(folder.path().join(name), bytes).expect("a temporary file can be written");
    }
    let printed = program::run(folder.path(), &["--format", "json", "--as-of", "2026-11-22"]).stdout;
    serde_json::from_slice(&printed).expect("the report is JSON")
}

/// The errors of a report by a schema.
fn errors(schema: &Value, report: &Value) -> Vec<String> {
    validator(schema).iter_errors(report).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Calls `change` on every object of a schema that has `properties`.
fn each_object(schema: &mut Value, change: &mut dyn FnMut(&mut serde_json::Map<String, Value>)) {
    match schema {
        Value::Object(map) => {
            map.values_mut().for_each(|inner| each_object(inner, change));
            if map.get("properties").is_some_and(Value::is_object) {
                change(map);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|inner| each_object(inner, change)),
        _ => {}
    }
}

/// The schema without room for fields that it does not describe.
fn strict() -> Value {
    let mut schema = schema();
    each_object(&mut schema, &mut |object| {
        object.insert("additionalProperties".into(), false.into());
    });
    schema
}

#[test]
fn the_schema_is_one() {
    jsonschema::draft202012::meta::validate(&schema()).expect("the schema is a JSON Schema of 2020-12");
}

#[test]
fn a_report_is_as_described() {
    let report = report(TREE);
    for list in ["findings", "acknowledged", "skipped"] {
        assert!(report[list].as_array().is_some_and(|list| !list.is_empty()), "the tree brings out no {list}");
    }
    let any = |field: fn(&Value) -> bool| report["findings"].as_array().is_some_and(|list| list.iter().any(field));
    assert!(any(|one| one["related"][0].is_object()), "the tree brings out no related places");
    assert!(any(|one| one["citation"]["adoption"].is_string()), "the tree brings out no adoption");
    assert!(any(|one| one["citation"]["successors"][0].is_string()), "the tree brings out no successors");
    assert_eq!(errors(&schema(), &report), [""; 0]);
}

#[test]
fn a_report_has_no_field_that_is_not_described() {
    assert_eq!(errors(&strict(), &report(TREE)), [""; 0]);
    assert_eq!(errors(&strict(), &report(&[])), [""; 0]);
}

#[test]
fn every_field_is_described_and_required() {
    each_object(&mut schema(), &mut |object| {
        let required = object["required"].as_array().map(Vec::as_slice).unwrap_or_default();
        let fields = object["properties"].as_object().expect("only such objects are shown");
        for (name, field) in fields {
            assert!(
                field["description"].as_str().is_some_and(|words| words.ends_with('.')),
                "{name} has no description"
            );
            assert!(required.contains(&json!(name)), "{name} is not required");
        }
        assert_eq!(required.len(), fields.len());
    });
}

#[test]
fn fields_may_be_added() {
    let mut report = report(TREE);
    report["findings"][0]["weight"] = json!("new");
    assert_eq!(errors(&schema(), &report), [""; 0]);
    assert_ne!(errors(&strict(), &report), [""; 0]);
}

#[test]
fn broken_reports_are_refused() {
    let whole = report(TREE);
    let broken: [(&str, Value); 9] = [
        ("/version", json!(2)),
        ("/as_of", json!("22 November 2026")),
        ("/findings/0/severity", json!("fatal")),
        ("/findings/0/start/line", json!(0)),
        ("/findings/0/start", json!(12)),
        ("/findings/0/citation/status", json!("old")),
        ("/findings/0/rule", json!("Withdrawn Standard")),
        ("/acknowledged/0/because", json!("")),
        ("/summary/errors", json!(-1)),
    ];
    for (pointer, value) in broken {
        let mut report = whole.clone();
        *report.pointer_mut(pointer).unwrap_or_else(|| panic!("there is no {pointer}")) = value;
        assert_ne!(errors(&schema(), &report), [""; 0], "{pointer}");
    }
    for (list, field) in [("findings", "severity"), ("acknowledged", "because"), ("skipped", "reason")] {
        let mut report = whole.clone();
        let entry = report[list][0].as_object_mut().unwrap_or_else(|| panic!("there are no {list}"));
        assert!(entry.remove(field).is_some(), "{list} have no {field}");
        assert_ne!(errors(&schema(), &report), [""; 0], "{list} without {field}");
    }
}

//! Tests that the schema of configurations is in step with the program, and that both take the same files.

use serde_json::{Value, json};
use sms_lint::config::{Config, schema};
use sms_lint::source::SourceFile;
use sms_lint::yaml;

#[path = "common/expected.rs"]
mod expected;
#[path = "common/project.rs"]
mod project;
use project::project;

/// A configuration in which every key stands.
const WHOLE: &str = include_str!("../fixtures/configurations/whole.yaml");

/// Changes that make it wrong: a text of it and what is put in its place.
const WRONG: &[(&str, &str)] = &[
    ("fail-on: warning", "fail-on: grave"),
    ("fail-on: warning", "fail_on: warning"),
    ("system: sms", "system: 5"),
    ("require-reason: true", "require-reason: always"),
    ("max-horizon: 365", "max-horizon: -1"),
    ("formats:\n    \"*.policy\": markdown", "formats:\n    - \"*.policy\": markdown"),
    ("    reason: kept for the record\n", "    because: kept for the record\n"),
    ("  - citation: ISO/IEC 27001:2013\n", "  - clause: A.5\n"),
    ("superseded-edition: warning", "superseded-edition: 3"),
    ("select: [8.7.3, withdrawn-standard, superseded-edition]", "select: {a: b}"),
    ("as-of: 2026-11-22", "as-of: [2026]"),
];

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(&schema()).expect("the schema is JSON");
    jsonschema::draft202012::new(&schema).expect("the schema is a JSON Schema of 2020-12")
}

/// The configuration as a reader of YAML for JSON has it.
fn as_json(text: &str) -> Value {
    fn value(node: &yaml::Node) -> Value {
        match &node.value {
            yaml::Value::Null => Value::Null,
            yaml::Value::Bool(value, _) => Value::Bool(*value),
            yaml::Value::Number(text) => text.parse::<i64>().map_or_else(|_| Value::String(text.clone()), Value::from),
            yaml::Value::Text(text) => Value::String(text.clone()),
            yaml::Value::List(all) => all.iter().map(value).collect(),
            yaml::Value::Map(all) => all.iter().map(|(key, one)| (key.text.clone(), value(one))).collect(),
        }
    }
    value(&yaml::parse(text).expect("the configuration is YAML"))
}

fn config(text: &str) -> Option<Config> {
    Config::of_text(SourceFile::from_text("sms-lint.yaml", text)).ok()
}

#[test]
fn the_schema_is_in_step_with_the_program() {
    let file = project("schemas/config.schema.json");
    assert_eq!(expected::difference(&file, schema().as_bytes()), None, "UPDATE=1 writes it anew");
}

#[test]
fn program_and_schema_take_a_configuration_with_every_key() {
    let config = config(WHOLE).expect("the program takes it");
    let errors: Vec<String> = validator().iter_errors(&as_json(WHOLE)).map(|one| one.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let known: Value = serde_json::from_str(&schema()).expect("the schema is JSON");
    let keys = known["properties"].as_object().expect("the schema lists the keys");
    let written = as_json(WHOLE);
    assert!(keys.len() > 10);
    assert_eq!(keys.keys().filter(|key| written.get(key.as_str()).is_none()).collect::<Vec<_>>(), [""; 0]);
    // What is shown says the same.
    let shown = yaml::write(&config.keys).expect("it can be written");
    assert_eq!(
        as_json(&shown),
        as_json(&yaml::write(&self::config(&shown).expect("it is one").keys).expect("once more"))
    );
    let mut lists = written;
    for key in ["ignore", "rules"] {
        lists[key] = Value::Array(vec![lists[key].take()]);
    }
    let shown = as_json(&shown);
    for key in ["select", "ignore", "severity", "fail-on", "system", "suppressions", "elements", "rules", "as-of"] {
        assert_eq!(shown[key], lists[key], "{key}");
    }
}

#[test]
fn a_clause_may_look_like_a_number() {
    let validator = validator();
    for text in ["ignore: 8.7", "select: [8.7, withdrawn-standard]", "per-path: [{paths: a.md, ignore: 8.7}]"] {
        assert!(config(text).is_some(), "{text} is refused");
    }
    for number in
        [json!({"ignore": 8.7}), json!({"select": [8.7]}), json!({"per-path": [{"paths": "a", "ignore": 8.7}]})]
    {
        assert!(validator.is_valid(&number), "the schema refuses {number}");
    }
}

#[test]
fn program_and_schema_refuse_the_same() {
    let validator = validator();
    for (text, wrong) in WRONG {
        let changed = WHOLE.replace(text, wrong);
        assert_ne!(changed, WHOLE, "{text} stands in it");
        assert!(config(&changed).is_none(), "the program takes {wrong}");
        assert!(!validator.is_valid(&as_json(&changed)), "the schema takes {wrong}");
    }
}

#[test]
fn the_documentation_of_every_key_is_in_the_schema() {
    let schema: Value = serde_json::from_str(&schema()).expect("the schema is JSON");
    let undocumented = |(name, one): (&String, &Value)| one["description"].as_str().is_none().then(|| name.clone());
    let keys = schema["properties"].as_object().expect("the schema lists the keys");
    assert_eq!(keys.iter().filter_map(undocumented).collect::<Vec<_>>(), [""; 0]);
    let broken = keys.values().filter_map(|one| one["description"].as_str()).filter(|text| text.contains('\n'));
    assert_eq!(broken.collect::<Vec<_>>(), [""; 0], "editors show the line break");
}

#[test]
fn the_configuration_of_the_readme_is_one() {
    let (_, behind) = include_str!("../README.md").split_once("<!-- configuration -->").expect("the README marks it");
    let block =
        behind.split("```").nth(1).and_then(|block| block.strip_prefix("yaml\n")).expect("it is a block of YAML");
    let config = config(block).expect("it is a configuration");
    assert!(config.misnamed(&sms_lint::rule::set::rules().iter().collect::<Vec<_>>()).is_empty());
    assert!(validator().is_valid(&as_json(block)));
}

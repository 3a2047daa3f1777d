//! The hooks of pre-commit: they are asked for every document that has a reader, and for nothing else.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use sms_lint::document::Format;

#[path = "common/project.rs"]
mod project;
use project::project;

#[test]
fn hooks_are_asked_for_every_format() {
    let file = project(".pre-commit-hooks.yaml");
    let text = fs::read_to_string(file).expect("the hooks are part of the project");
    let hooks: Vec<Value> = serde_yaml::from_str(&text).expect("the hooks are YAML");
    let known: BTreeSet<&str> = Format::endings().collect();
    let mut asked = 0;
    for hook in &hooks {
        let Some(pattern) = hook["files"].as_str() else {
            assert_eq!((&hook["pass_filenames"], &hook["always_run"]), (&false.into(), &true.into()), "{hook}");
            continue;
        };
        asked += 1;
        let listed = pattern.strip_prefix("^[^-].*\\.(?i:").and_then(|rest| rest.strip_suffix(")$"));
        let endings = listed.expect("names that are no options, in letters of any size");
        assert_eq!(endings.split('|').collect::<BTreeSet<&str>>(), known, "{hook}");
        assert_eq!(hook["entry"], "sms-lint check --force-exclude");
    }
    assert_eq!((hooks.len(), asked), (4, 3));
}

//! The hooks of pre-commit: they are asked for every document that has a reader, and for nothing else. And the workflow of
//! releases, which publishes nothing that the gate has not passed.

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

/// The jobs that a job waits for, and those that these wait for.
fn awaited(jobs: &Value, job: &str) -> BTreeSet<String> {
    let needs = match &jobs[job]["needs"] {
        Value::String(one) => vec![one.clone()],
        Value::Array(all) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    let above: Vec<String> = needs.iter().flat_map(|one| awaited(jobs, one)).collect();
    needs.into_iter().chain(above).collect()
}

#[test]
fn nothing_is_published_that_the_gate_has_not_passed() {
    let read = |name: &str| -> Value {
        let file = project(&format!(".github/workflows/{name}"));
        let text = fs::read_to_string(file).expect("the workflow is part of the project");
        serde_yaml::from_str(&text).expect("the workflow is YAML")
    };
    let (release, gate) = (read("release.yml"), read("ci.yml"));
    let jobs = release["jobs"].as_object().expect("it has jobs");
    assert_eq!(jobs["gate"]["uses"], "./.github/workflows/ci.yml");
    assert!(gate["on"].as_array().expect("a list").contains(&"workflow_call".into()), "{}", gate["on"]);
    let may_write =
        |job: &Value| job["permissions"].as_object().is_some_and(|all| all.values().any(|one| one == "write"));
    let writing: Vec<&String> = jobs.iter().filter(|(_, job)| may_write(job)).map(|(name, _)| name).collect();
    assert!(writing.len() >= 4, "{writing:?}");
    for name in writing {
        assert!(awaited(&release["jobs"], name).contains("gate"), "{name} does not wait for the gate");
    }
}

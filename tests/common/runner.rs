//! Runs the steps of a composite action as the runner of GitHub does, with files in place of its services.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Map, Value};
use tempfile::TempDir;

/// A composite action.
pub struct Action {
    root: PathBuf,
    manifest: Value,
}

/// What a job gives an action.
pub struct Job<'a> {
    /// The checkout: the folder in which the steps run.
    pub workspace: &'a Path,
    /// Inputs by name.
    pub inputs: &'a [(&'a str, &'a str)],
    /// What the runner sets besides: `PATH`, `GITHUB_SERVER_URL`.
    pub environment: &'a [(&'a str, &'a str)],
    /// The repository that the action comes from; empty for one of the workspace.
    pub repository: &'a str,
}

/// What an action left behind.
#[derive(Debug)]
pub struct Done {
    /// Exit status of the last step that ran.
    pub status: i32,
    /// What the steps printed.
    pub log: String,
    /// The outputs that the action declares.
    pub outputs: BTreeMap<String, String>,
    /// The summary of the job.
    pub summary: String,
}

/// Outputs of steps, by `steps.ID.outputs.NAME`.
type Outputs = BTreeMap<String, String>;

impl Action {
    /// Reads the `action.yml` of a folder.
    pub fn of(root: &Path) -> Self {
        let text = fs::read_to_string(root.join("action.yml")).expect("the action is part of the project");
        Self { root: root.to_owned(), manifest: serde_yaml::from_str(&text).expect("the action is YAML") }
    }

    /// The action with one text of its manifest replaced.
    pub fn with(root: &Path, from: &str, to: &str) -> Self {
        let text = fs::read_to_string(root.join("action.yml")).expect("the action is part of the project");
        assert!(text.contains(from), "the action holds no {from:?}");
        let manifest = serde_yaml::from_str(&text.replace(from, to)).expect("the action is YAML");
        Self { root: root.to_owned(), manifest }
    }

    /// Names of the inputs that it declares.
    pub fn inputs(&self) -> Vec<&str> {
        self.map("inputs").keys().map(String::as_str).collect()
    }

    /// Runs its steps, up to the first that fails.
    pub fn run(&self, job: &Job<'_>) -> Done {
        for (name, _) in job.inputs {
            assert!(self.map("inputs").contains_key(*name), "the action declares no input {name}");
        }
        let temporary = tempfile::tempdir().expect("a temporary folder can be made");
        let (mut outputs, mut status, mut log) = (Outputs::new(), 0, String::new());
        for step in self.manifest["runs"]["steps"].as_array().expect("a composite action has steps") {
            (status, log) = self.step(step, job, &temporary, (&mut outputs, log));
            if status != 0 {
                break;
            }
        }
        let declared = self.map("outputs").iter().map(|(name, one)| {
            (name.clone(), self.evaluate(one["value"].as_str().expect("an output has a value"), job, &outputs))
        });
        let summary = fs::read_to_string(temporary.path().join("summary")).unwrap_or_default();
        Done { status, log, outputs: declared.collect(), summary }
    }

    fn map(&self, name: &str) -> &Map<String, Value> {
        self.manifest[name].as_object().expect("the action has such a map")
    }

    fn step(
        &self,
        step: &Value,
        job: &Job<'_>,
        temporary: &TempDir,
        (outputs, log): (&mut Outputs, String),
    ) -> (i32, String) {
        assert_eq!(step["shell"], "bash", "a step of another shell");
        let (script, written) = (temporary.path().join("step.sh"), temporary.path().join("outputs"));
        let run = step["run"].as_str().expect("every step runs a script");
        assert!(!run.contains("${{"), "an expression in a script is code that somebody else writes");
        fs::write(&script, run).and_then(|()| fs::write(&written, "")).expect("a temporary file can be written");
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-eo", "pipefail"]).arg(&script);
        command.current_dir(job.workspace).stdin(Stdio::null());
        command.env("GITHUB_ACTIONS", "true").env("CI", "true").env("RUNNER_TEMP", temporary.path());
        command.env("GITHUB_OUTPUT", &written).env("GITHUB_STEP_SUMMARY", temporary.path().join("summary"));
        command.envs(job.environment.iter().copied());
        for (name, value) in step["env"].as_object().into_iter().flatten() {
            command.env(name, self.evaluate(value.as_str().expect("a variable is a text"), job, outputs));
        }
        let done = command.output().expect("bash is there");
        let text = fs::read_to_string(&written).expect("it has just been written");
        for line in text.lines() {
            let (name, value) = line.split_once('=').expect("an output is a name and a value");
            outputs.insert(format!("steps.{}.outputs.{name}", step["id"].as_str().unwrap_or_default()), value.into());
        }
        let printed = [done.stdout, done.stderr].concat();
        (done.status.code().unwrap_or(-1), log + &String::from_utf8_lossy(&printed))
    }

    /// A text with its expressions replaced; those that it does not know are a mistake.
    fn evaluate(&self, text: &str, job: &Job<'_>, outputs: &Outputs) -> String {
        let Some((before, rest)) = text.split_once("${{") else { return text.to_owned() };
        let (expression, behind) = rest.split_once("}}").expect("an expression ends");
        let value = self.value(expression.trim(), job, outputs);
        format!("{before}{value}{}", self.evaluate(behind, job, outputs))
    }

    fn value(&self, expression: &str, job: &Job<'_>, outputs: &Outputs) -> String {
        if let Some(name) = expression.strip_prefix("inputs.") {
            let declared =
                self.map("inputs").get(name).unwrap_or_else(|| panic!("the action declares no input {name}"));
            let given = job.inputs.iter().find(|(own, _)| *own == name).map(|(_, value)| *value);
            return given.or(declared["default"].as_str()).unwrap_or_default().to_owned();
        }
        if expression.starts_with("steps.") {
            return outputs.get(expression).cloned().unwrap_or_default();
        }
        match expression {
            "github.action_repository" => job.repository.to_owned(),
            "github.action_path" => self.root.display().to_string(),
            "runner.os" => "Linux".into(),
            "runner.arch" => "X64".into(),
            _ => panic!("an expression that no runner here knows: {expression}"),
        }
    }
}

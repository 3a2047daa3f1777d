//! Runs the steps of a composite action as the runner of GitHub does, with files in place of its services. What it does not
//! know is a mistake: a key of the action or of a step, an expression, an output that no step has written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Map, Value};

/// A composite action.
pub struct Action {
    root: PathBuf,
    manifest: Value,
}

/// What a job gives an action.
pub struct Job<'a> {
    /// The checkout: the folder in which the steps run.
    pub workspace: &'a Path,
    /// The folder for what passes, which all steps of a job share.
    pub temporary: &'a Path,
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

/// Outputs of the steps that ran, by their ids.
type Outputs = BTreeMap<String, BTreeMap<String, String>>;

/// Keys of a composite action, of what it runs, of its inputs and its outputs, and of a step.
const KEYS: [&[&str]; 5] = [
    &["name", "description", "author", "branding", "inputs", "outputs", "runs"],
    &["using", "steps"],
    &["description", "default", "required"],
    &["description", "value"],
    &["name", "id", "shell", "env", "run"],
];

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
        self.check();
        let listed = job.temporary.join("summary");
        fs::write(&listed, "").expect("a temporary file can be written");
        let (mut outputs, mut status, mut log) = (Outputs::new(), 0, String::new());
        for step in self.steps() {
            (status, log) = self.step(step, job, (&mut outputs, log));
            if status != 0 {
                break;
            }
        }
        let declared = self.map("outputs").iter().map(|(name, one)| {
            (name.clone(), self.evaluate(one["value"].as_str().expect("an output has a value"), job, &outputs))
        });
        let summary = fs::read_to_string(listed).unwrap_or_default();
        Done { status, log, outputs: declared.collect(), summary }
    }

    fn steps(&self) -> &Vec<Value> {
        self.manifest["runs"]["steps"].as_array().expect("a composite action has steps")
    }

    /// Refuses keys that it would pass by, and steps that go by one id.
    fn check(&self) {
        let [action, runs, input, output, step] = KEYS;
        known(&self.manifest, action);
        known(&self.manifest["runs"], runs);
        assert_eq!(self.manifest["runs"]["using"], "composite", "an action of another kind");
        self.map("inputs").values().for_each(|one| known(one, input));
        self.map("outputs").values().for_each(|one| known(one, output));
        assert!(!self.bare().contains("${{"), "an expression stands where it is not looked at");
        let mut ids = BTreeSet::new();
        for one in self.steps() {
            known(one, step);
            assert!(one["id"].as_str().is_none_or(|id| ids.insert(id)), "two steps of one id: {one}");
        }
    }

    /// The manifest without what is evaluated: variables of steps and values of outputs.
    fn bare(&self) -> String {
        let mut bare = self.manifest.clone();
        for step in bare["runs"]["steps"].as_array_mut().into_iter().flatten() {
            step["env"] = Value::Null;
        }
        for output in bare["outputs"].as_object_mut().into_iter().flat_map(Map::values_mut) {
            output["value"] = Value::Null;
        }
        bare.to_string()
    }

    fn map(&self, name: &str) -> &Map<String, Value> {
        self.manifest[name].as_object().expect("the action has such a map")
    }

    fn step(&self, step: &Value, job: &Job<'_>, (outputs, log): (&mut Outputs, String)) -> (i32, String) {
        assert_eq!(step["shell"], "bash", "a step of another shell");
        let (script, written) = (job.temporary.join("step.sh"), job.temporary.join("outputs"));
        let run = step["run"].as_str().expect("every step runs a script");
        assert!(!run.contains("${{"), "an expression in a script is code that somebody else writes");
        fs::write(&script, run).and_then(|()| fs::write(&written, "")).expect("a temporary file can be written");
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-eo", "pipefail"]).arg(&script);
        command.current_dir(job.workspace).stdin(Stdio::null());
        command.env("GITHUB_ACTIONS", "true").env("CI", "true").env("RUNNER_TEMP", job.temporary);
        command.env("GITHUB_OUTPUT", &written).env("GITHUB_STEP_SUMMARY", job.temporary.join("summary"));
        command.envs(job.environment.iter().copied());
        for (name, value) in step["env"].as_object().into_iter().flatten() {
            command.env(name, self.evaluate(value.as_str().expect("a variable is a text"), job, outputs));
        }
        let done = command.output().expect("bash is there");
        let text = fs::read_to_string(&written).expect("it has just been written");
        let named = |line: &str| {
            let (name, value) = line.split_once('=').expect("an output is a name and a value");
            (name.to_owned(), value.to_owned())
        };
        let own: BTreeMap<String, String> = text.lines().map(named).collect();
        match step["id"].as_str() {
            Some(id) => drop(outputs.insert(id.to_owned(), own)),
            None => assert!(own.is_empty(), "a step without an id has outputs that nobody can read: {own:?}"),
        }
        let printed = [done.stdout, done.stderr].concat();
        (done.status.code().unwrap_or(-1), log + &String::from_utf8_lossy(&printed))
    }

    /// True if the script of a step prints an output of this name.
    fn writes(&self, id: &str, name: &str) -> bool {
        let own = self.steps().iter().find(|step| step["id"] == id).and_then(|step| step["run"].as_str());
        own.is_some_and(|script| script.contains(&format!("printf '{name}=")) && script.contains("$GITHUB_OUTPUT"))
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
        if let Some(path) = expression.strip_prefix("steps.") {
            let (id, name) = path.split_once(".outputs.").expect("of a step only outputs are known");
            assert!(self.steps().iter().any(|step| step["id"] == id), "no step has the id {id}");
            assert!(self.writes(id, name), "the step {id} never writes an output {name}");
            // A step that did not run, or ended before it wrote it, leaves it empty.
            return outputs.get(id).and_then(|own| own.get(name)).cloned().unwrap_or_default();
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

/// Refuses keys beside those that are known.
fn known(map: &Value, keys: &[&str]) {
    for key in map.as_object().expect("a map").keys() {
        assert!(keys.contains(&key.as_str()), "the runner here does not know the key {key}");
    }
}

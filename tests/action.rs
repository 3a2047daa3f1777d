//! The action of GitHub: its steps run on fixtures, with a server of releases and a `cargo` that only pretend.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::thread;

use tempfile::TempDir;

#[path = "common/git.rs"]
mod git;
#[path = "common/runner.rs"]
mod runner;

use git::git;
use runner::{Action, Done, Job};

const PROGRAM: &str = env!("CARGO_BIN_EXE_sms-lint");
const VERSION: &str = env!("CARGO_PKG_VERSION");
const ARCHIVE: &str = "sms-lint-x86_64-unknown-linux-gnu.tar.gz";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The archive of a release with the program under test, and the line of its sum.
fn archive() -> &'static (Vec<u8>, String) {
    static MADE: OnceLock<(Vec<u8>, String)> = OnceLock::new();
    MADE.get_or_init(|| packed(Path::new(PROGRAM)))
}

/// An archive of one file, and the line of its sum.
fn packed(file: &Path) -> (Vec<u8>, String) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let (name, here) = (file.file_name(), file.parent());
    let mut tar = Command::new("tar");
    tar.args(["-czf", ARCHIVE, "-C"]).arg(here.expect("a file lies in a folder"));
    let tar = tar.arg(name.expect("a file has a name")).current_dir(folder.path()).status();
    assert!(tar.is_ok_and(|status| status.success()), "tar packs the file");
    let sum = Command::new("sha256sum").arg(ARCHIVE).current_dir(folder.path()).output();
    let sum = String::from_utf8(sum.expect("sha256sum is there").stdout).expect("a sum is ASCII");
    (fs::read(folder.path().join(ARCHIVE)).expect("tar has just written it"), sum)
}

/// A machine on which the action runs.
struct Machine {
    folder: TempDir,
    /// What its server of releases serves, by name of the file.
    release: BTreeMap<String, Vec<u8>>,
    /// The folder with all programs that it has; without it those of this machine.
    tools: Option<PathBuf>,
}

/// Where a program lies.
fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

impl Machine {
    /// One with a `cargo` that installs the program under test and writes down its arguments.
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let bin = folder.path().join("bin");
        for name in ["bin", "workspace", "temporary"] {
            fs::create_dir(folder.path().join(name)).expect("a temporary folder can be made");
        }
        let cargo = format!(
            "#!/usr/bin/env bash\nprintf '%s\\n' \"$@\" > \"${{0%/*}}/cargo.arguments\"\npwd > \"${{0%/*}}/cargo.folder\"\n\
             while [[ $1 != --root ]]; do shift; done\nmkdir -p \"$2/bin\" && cp '{PROGRAM}' \"$2/bin/\"\n"
        );
        fs::write(bin.join("cargo"), cargo).expect("a temporary file can be written");
        fs::set_permissions(bin.join("cargo"), fs::Permissions::from_mode(0o755)).expect("it is ours");
        Self { folder, release: BTreeMap::new(), tools: None }
    }

    /// One whose server holds a release with these sums.
    fn with_release(sum: Option<&str>) -> Self {
        let (packed, own) = archive();
        let sums = sum.map_or(own.clone(), |sum| format!("{sum}  {ARCHIVE}\n"));
        Self::serving(packed.clone(), sums)
    }

    /// One whose server holds this archive and these sums.
    fn serving(archive: Vec<u8>, sums: String) -> Self {
        let mut machine = Self::new();
        machine.release.insert(ARCHIVE.into(), archive);
        machine.release.insert("SHA256SUMS".into(), sums.into_bytes());
        machine
    }

    /// A folder with what the action needs of programs, none of which tells a checksum, and with these scripts.
    fn linked(&self, scripts: &[(&str, &str)]) -> PathBuf {
        let folder = self.folder.path().join("tools");
        fs::create_dir(&folder).expect("a temporary folder can be made");
        for name in ["awk", "bash", "cp", "curl", "gzip", "head", "mkdir", "mv", "rm", "sed", "tar", "touch"] {
            symlink(find(name).expect("each system has it"), folder.join(name)).expect("it is not there");
        }
        for (name, script) in scripts {
            fs::write(folder.join(name), script).expect("a temporary file can be written");
            fs::set_permissions(folder.join(name), fs::Permissions::from_mode(0o755)).expect("it is ours");
        }
        folder
    }

    fn workspace(&self) -> PathBuf {
        self.folder.path().join("workspace")
    }

    /// Puts a fixture of the project into the workspace.
    fn checkout(&self, name: &str) {
        symlink(root().join("fixtures/repositories").join(name), self.workspace().join(name)).expect("it is not there");
    }

    /// What `cargo` was asked for, if it was.
    fn cargo(&self) -> Option<String> {
        fs::read_to_string(self.folder.path().join("bin/cargo.arguments")).ok()
    }

    /// Runs the action.
    fn run(&self, inputs: &[(&str, &str)]) -> Done {
        self.run_action(&Action::of(root()), inputs)
    }

    fn run_action(&self, action: &Action, inputs: &[(&str, &str)]) -> Done {
        let server = serve(self.release.clone());
        let tools = self.tools.as_ref().map(|folder| folder.display().to_string());
        let tools = tools.unwrap_or_else(|| std::env::var("PATH").unwrap_or_default());
        let path = format!("{}:{tools}", self.folder.path().join("bin").display());
        let environment = [("PATH", path.as_str()), ("GITHUB_SERVER_URL", server.as_str())];
        action.run(&Job {
            workspace: &self.workspace(),
            temporary: &self.folder.path().join("temporary"),
            inputs,
            environment: &environment,
            repository: "example/sms-lint",
        })
    }
}

/// Serves a release on a port of this machine, until the test ends; gives its address.
fn serve(files: BTreeMap<String, Vec<u8>>) -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
    let address = listener.local_addr().expect("it is bound");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut stream = stream;
            let mut request = [0; 4096];
            let read = stream.read(&mut request).unwrap_or(0);
            let request = String::from_utf8_lossy(&request[..read]).into_owned();
            let path = request.split(' ').nth(1).unwrap_or_default();
            let base = format!("/example/sms-lint/releases/download/v{VERSION}/");
            let file = path.strip_prefix(&base).and_then(|name| files.get(name));
            let (status, body) = file.map_or(("404 Not Found", &[][..]), |body| ("200 OK", body));
            let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
            // Whoever asked may have gone.
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
        }
    });
    format!("http://{address}")
}

#[test]
fn a_released_program_is_checked_against_its_sum_and_finds_what_is_wrong() {
    let machine = Machine::with_release(None);
    machine.checkout("legacy");
    let done = machine.run(&[("paths", "legacy")]);
    assert_eq!((done.status, machine.cargo()), (1, None), "{}", done.log);
    assert_eq!(done.outputs["exit-code"], "1");
    let count = |name: &str| done.outputs[name].parse::<u32>().unwrap_or(0);
    assert!(count("errors") > 100 && count("findings") > count("errors"), "{:?}", done.outputs);
    assert!(done.log.contains("::error"), "findings become annotations:\n{}", done.log);
    assert!(done.summary.contains("withdrawn-standard"), "{}", done.summary);
}

#[test]
fn a_program_of_another_sum_is_not_run() {
    let machine = Machine::with_release(Some(&"0".repeat(64)));
    machine.checkout("clean");
    let done = machine.run(&[("paths", "clean")]);
    assert_eq!((done.status, machine.cargo()), (2, None), "{}", done.log);
    assert!(done.log.contains("::error title=sms-lint::The checksum of"), "{}", done.log);
    assert_eq!(done.outputs["exit-code"], "");
}

#[test]
fn a_program_that_cannot_be_checked_is_built_instead() {
    // A server that answers with a page for people, as one does that wants a login.
    let mut login = Machine::with_release(None);
    login.release.values_mut().for_each(|file| *file = b"<html>Log in</html>\n".to_vec());
    let unsummed = Machine::with_release(Some(""));
    let mut bare = Machine::with_release(None);
    bare.tools = Some(bare.linked(&[]));
    for (machine, reason) in [
        (login, "the sums of the release do not name it"),
        (unsummed, "the sums of the release do not name it"),
        (bare, "nothing on this machine tells its checksum"),
    ] {
        machine.checkout("clean");
        let done = machine.run(&[("paths", "clean")]);
        assert_eq!((done.status, machine.cargo().is_some()), (0, true), "{}", done.log);
        assert!(
            done.log.contains(&format!("::notice title=sms-lint::sms-lint is built from source, as {reason}.")),
            "{}",
            done.log
        );
    }
}

#[test]
fn a_machine_without_sha256sum_checks_by_shasum() {
    let mut machine = Machine::with_release(None);
    let real = find("sha256sum").expect("sha256sum is there");
    let shasum = format!("#!/bin/sh\n[ \"$*\" = '-a 256' ] && exec {}\nexit 1\n", real.display());
    machine.tools = Some(machine.linked(&[("shasum", &shasum)]));
    machine.checkout("clean");
    let done = machine.run(&[("paths", "clean")]);
    assert_eq!((done.status, machine.cargo()), (0, None), "{}", done.log);
}

#[test]
fn a_report_of_an_earlier_use_is_not_counted_again() {
    let machine = Machine::with_release(None);
    fs::write(machine.workspace().join("a.md"), "Cloud services follow ISO/IEC TR 20000-9.\n").expect("it is ours");
    assert_eq!(machine.run(&[("paths", "a.md")]).outputs["findings"], "1");
    let done = machine.run(&[("paths", "a.md"), ("config", "gone.yaml")]);
    assert_eq!((done.status, &*done.outputs["findings"]), (2, ""), "{}", done.log);
}

#[test]
fn without_a_release_the_program_is_built_from_the_files_of_the_action() {
    let machine = Machine::new();
    machine.checkout("clean");
    let done = machine.run(&[("paths", "clean")]);
    assert_eq!(done.status, 0, "{}", done.log);
    assert_eq!(done.outputs["errors"], "0");
    assert_eq!([done.outputs["exit-code"].as_str(), done.outputs["sarif-file"].as_str()], ["0", ""]);
    let cargo = machine.cargo().expect("cargo was asked");
    let built_here = cargo.contains(&format!("--locked\n--path\n{}\n", root().display()));
    assert!(cargo.starts_with("install\n") && built_here && cargo.contains("--force\n"), "{cargo}");
    // A toolchain that the workspace asks for is that of somebody else.
    let folder = fs::read_to_string(machine.folder.path().join("bin/cargo.folder")).expect("cargo was asked");
    assert_eq!(fs::canonicalize(folder.trim_end()).ok(), fs::canonicalize(root()).ok());
}

#[test]
fn a_version_that_is_neither_released_nor_this_one_is_refused() {
    let machine = Machine::with_release(None);
    for (version, complaint) in [
        ("99.0.0", "Version 99.0.0 cannot be run: there is no released binary for this machine, and"),
        ("newest", "The input version is neither"),
        ("1.0/../../x", "The input version is neither"),
    ] {
        let done = machine.run(&[("version", version)]);
        assert_eq!((done.status, machine.cargo()), (2, None), "{version}: {}", done.log);
        assert!(done.log.contains(complaint), "{version}: {}", done.log);
    }
}

#[test]
fn a_download_that_fails_is_not_taken_for_a_release_that_is_not_there() {
    let machine = Machine::with_release(None);
    let curl = machine.folder.path().join("bin/curl");
    // The status with which curl says that it cannot connect, and a server that is not well.
    for (script, complaint) in [("exit 7", "curl ended with status 7"), ("printf 503", "the server answered 503")] {
        fs::write(&curl, format!("#!/bin/sh\n{script}\n")).expect("a temporary file can be written");
        fs::set_permissions(&curl, fs::Permissions::from_mode(0o755)).expect("it is ours");
        let done = machine.run(&[("version", "99.0.0")]);
        assert_eq!((done.status, machine.cargo()), (2, None), "{}", done.log);
        assert!(done.log.contains(&format!("could not be downloaded ({complaint})")), "{}", done.log);
    }
}

#[test]
fn a_release_that_cannot_be_run_is_built_instead() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    // A program of another system, and an archive without the program.
    let (foreign, readme) = (folder.path().join("sms-lint"), folder.path().join("README.md"));
    fs::write(&foreign, "#!/no/such/loader\n").expect("a temporary file can be written");
    fs::set_permissions(&foreign, fs::Permissions::from_mode(0o755)).expect("it is ours");
    fs::write(&readme, "").expect("a temporary file can be written");
    for (file, reason) in [(&foreign, "does not run on this machine"), (&readme, "could not be unpacked")] {
        let (archive, sums) = packed(file);
        let machine = Machine::serving(archive, sums);
        machine.checkout("clean");
        let done = machine.run(&[("paths", "clean")]);
        assert_eq!((done.status, machine.cargo().is_some()), (0, true), "{}", done.log);
        let said = format!("::notice title=sms-lint::sms-lint is built from source, as the released binary {reason}.");
        assert!(done.log.contains(&said), "{}", done.log);
    }
}

#[test]
fn the_word_source_builds_whatever_is_released() {
    let machine = Machine::with_release(None);
    machine.checkout("clean");
    let done = machine.run(&[("paths", "clean"), ("version", "source")]);
    assert_eq!((done.status, machine.cargo().is_some()), (0, true), "{}", done.log);
}

#[test]
fn what_cannot_be_run_fails_for_that_reason() {
    let machine = Machine::with_release(None);
    machine.checkout("clean");
    for (inputs, complaint) in [
        (&[("paths", "gone.md")][..], "gone.md"),
        (&[("paths", "clean"), ("fail-on", "fatal")], "fatal"),
        (&[("paths", "clean"), ("summary", "yes")], "The input summary is neither true nor false."),
        (&[("paths", "clean"), ("sarif-file", "a\nfindings=0")], "The input sarif-file is more than one line."),
        (&[("paths", "clean"), ("args", "--as-of 'today")], "The input args has a quote that is not closed."),
    ] {
        let done = machine.run(inputs);
        assert_eq!(done.status, 2, "{inputs:?}: {}", done.log);
        assert!(done.log.contains(complaint), "{inputs:?}: {}", done.log);
        assert_eq!(done.outputs["findings"], "", "{inputs:?}");
    }
    let old = machine.workspace().join("old.sarif");
    fs::write(&old, "{}").expect("a temporary file can be written");
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(60);
    fs::File::options().write(true).open(&old).and_then(|file| file.set_modified(long_ago)).expect("it is ours");
    let done = machine.run(&[("paths", "gone.md"), ("sarif-file", "old.sarif")]);
    assert_eq!((done.status, &*done.outputs["sarif-file"]), (2, ""), "a report of before is none of this run");
}

#[test]
fn paths_and_arguments_are_taken_as_they_are() {
    let machine = Machine::with_release(None);
    let workspace = machine.workspace();
    let folder = workspace.join("our policies");
    fs::create_dir(&folder).expect("a temporary folder can be made");
    fs::write(folder.join("cloud $(touch pwned) services.md"), "Cloud services follow ISO/IEC TR 20000-9.\n")
        .expect("a temporary file can be written");
    let inputs = [
        ("paths", "our policies\r\nour policies/cloud $(touch pwned) services.md\n"),
        ("args", "--as-of 2026-11-22 --select 'withdrawn-standard'\n--quiet"),
        ("fail-on", "never"),
        ("format", "json"),
    ];
    let done = machine.run(&inputs);
    assert_eq!(done.status, 0, "{}", done.log);
    assert_eq!([done.outputs["findings"].as_str(), done.outputs["errors"].as_str()], ["1", "1"], "{}", done.log);
    assert!(done.log.contains("\"as_of\": \"2026-11-22\""), "{}", done.log);
    let done = machine.run(&[("paths", "$(touch pwned)\n`touch pwned`\n; touch pwned")]);
    assert_eq!(done.status, 2, "{}", done.log);
    let done = machine.run(&[("args", "$(touch pwned) ; touch pwned")]);
    assert_eq!(done.status, 2, "{}", done.log);
    assert!(!workspace.join("pwned").exists(), "an input was run");
}

#[test]
fn a_document_that_a_change_deletes_is_none_to_check() {
    let machine = Machine::with_release(None);
    let workspace = machine.workspace();
    let commit = |name: &str, text: Option<&str>| {
        let path = workspace.join(name);
        text.map_or_else(|| fs::remove_file(&path), |text| fs::write(&path, text)).expect("it is ours");
        git(&workspace, &["add", "--all"]);
        git(&workspace, &["commit", "-q", "-m", "change"]);
    };
    git(&workspace, &["init", "-q"]);
    commit("old.md", Some("Cloud services follow ISO/IEC TR 20000-9.\n"));
    commit("kept.md", Some("Services follow ISO/IEC 20000-1.\n"));
    commit("old.md", None);
    let done = machine.run(&[("args", "--since HEAD~1")]);
    assert_eq!((done.status, &*done.outputs["findings"]), (0, "0"), "a change that only deletes: {}", done.log);
    commit("new.md", Some("Cloud services follow ISO/IEC TR 20000-9.\n"));
    let done = machine.run(&[("args", "--since HEAD~2")]);
    assert_eq!((done.status, &*done.outputs["findings"]), (1, "1"), "{}", done.log);
    assert!(done.log.contains("file=new.md") && !done.log.contains("old.md"), "{}", done.log);
    // Named by hand it is missed, as any other name that is wrong.
    let done = machine.run(&[("paths", "old.md\nkept.md")]);
    assert_eq!((done.status, done.log.contains("old.md")), (2, true), "{}", done.log);
}

#[test]
fn arguments_keep_their_backslashes_and_a_list_takes_the_place_of_the_default() {
    let machine = Machine::with_release(None);
    let write = |name: &str, text: &str| {
        fs::write(machine.workspace().join(name), text).expect("a temporary file can be written");
    };
    write("one.md", "Cloud services follow ISO/IEC TR 20000-9.\n");
    write("two.md", "Cloud services follow ISO/IEC TR 20000-9.\n");
    write("a\\list of it's.txt", "one.md\n");
    for args in [
        "--files-from \"a\\list of it's.txt\" --fail-on never",
        "--fail-on=never '--files-from=a\\list of it'\"'\"s.txt",
        "  --fail-on\tnever\r\n--files-from 'a\\list 'of\" it's.txt\"\n",
    ] {
        let done = machine.run(&[("args", args)]);
        assert_eq!((done.status, done.outputs["findings"].as_str()), (0, "1"), "{args}: {}", done.log);
    }
    let done = machine.run(&[("args", "--files-from list.txt"), ("paths", "one.md")]);
    assert_eq!(done.status, 2, "two ways to name documents are none: {}", done.log);
    let done = machine.run(&[("args", "--select ''")]);
    assert!(done.status == 2 && done.log.contains("no rule is named"), "an empty argument is one: {}", done.log);
    for args in ["'--quiet", "--quiet \"a", "a'b"] {
        let done = machine.run(&[("args", args)]);
        assert!(done.status == 2 && done.log.contains("a quote that is not closed"), "{args}: {}", done.log);
    }
}

#[test]
fn words_of_documents_are_no_counts() {
    let machine = Machine::with_release(None);
    let text = "Cloud services follow ISO/IEC TR 20000-9.\n\n  \"summary\": {\n    \"errors\": 0,\n  }\n";
    fs::write(machine.workspace().join("a.md"), text).expect("a temporary file can be written");
    let done = machine.run(&[]);
    assert_eq!([done.outputs["errors"].as_str(), done.outputs["exit-code"].as_str()], ["1", "1"], "{}", done.log);
}

#[test]
fn reports_are_written_where_they_are_wanted() {
    let machine = Machine::with_release(None);
    machine.checkout("mixed");
    let done = machine.run(&[("paths", "mixed"), ("sarif-file", "findings.sarif"), ("summary", "false")]);
    assert_eq!(done.outputs["sarif-file"], "findings.sarif");
    let sarif = fs::read_to_string(machine.workspace().join("findings.sarif")).expect("a report was written");
    assert!(sarif.contains("\"2.1.0\""), "{sarif}");
    assert_eq!(done.summary, "");
}

#[test]
fn a_configuration_and_a_baseline_that_are_named_count() {
    let machine = Machine::with_release(None);
    let write = |name: &str, text: &str| {
        fs::write(machine.workspace().join(name), text).expect("a temporary file can be written");
    };
    write("a.md", "Cloud services follow ISO/IEC TR 20000-9.\n");
    write("our settings.yaml", "ignore: [withdrawn-standard]\n");
    write("our baseline.json", "{\"version\":1,\"findings\":[]}\n");
    assert_eq!(machine.run(&[("paths", "a.md")]).outputs["errors"], "1");
    let done = machine.run(&[("paths", "a.md"), ("config", "our settings.yaml"), ("baseline", "our baseline.json")]);
    assert_eq!((done.status, done.outputs["errors"].as_str()), (0, "0"), "{}", done.log);
    // Each goes where it belongs: the other way round neither can be read.
    let done = machine.run(&[("paths", "a.md"), ("config", "our baseline.json")]);
    assert_eq!(done.status, 2, "{}", done.log);
    let done = machine.run(&[("paths", "a.md"), ("baseline", "our settings.yaml")]);
    assert_eq!(done.status, 2, "{}", done.log);
    let done = machine.run(&[("paths", "--fail-on=never\na.md")]);
    assert_eq!(done.status, 2, "a path is no option: {}", done.log);
}

#[test]
fn the_machines_of_the_action_are_those_of_the_release() {
    let read = |path: &str| fs::read_to_string(root().join(path)).expect("it is part of the project");
    let (action, release) = (read("action.yml"), read(".github/workflows/release.yml"));
    let system = |name: &str| match name {
        "Linux" => "unknown-linux-gnu",
        "macOS" => "apple-darwin",
        "Windows" => "pc-windows-msvc",
        _ => panic!("no system is called {name}"),
    };
    let mut count = 0;
    for line in action.lines().filter(|line| line.contains("4) target=")) {
        let (machine, target) = line.trim().split_once(") target=").expect("it has just been seen");
        let (name, processor) = machine.split_once('-').expect("a machine is a system and a processor");
        let processor = match processor {
            "X64" => "x86_64",
            "ARM64" => "aarch64",
            _ => panic!("no processor is called {processor}"),
        };
        let wanted = format!("{processor}-{}", system(name));
        let (target, rest) = target.split_once(' ').expect("the line goes on");
        assert_eq!((target, rest.contains("exe=.exe")), (wanted.as_str(), name == "Windows"), "{line}");
        assert!(release.contains(&format!("{{ target: {target}, ")), "no release is built for {target}");
        count += 1;
    }
    assert_eq!(count, release.matches("{ target: ").count(), "a release that no action takes");
    for (text, archive) in [
        (&action, "archive=sms-lint-$target.tar.gz"),
        (&release, "\"dist/sms-lint-$TARGET.tar.gz\""),
        (&read("Cargo.toml"), "/sms-lint-{ target }.tar.gz\""),
    ] {
        assert!(text.contains(archive), "an archive has another name than {archive}");
    }
    assert!(action.contains("fetch SHA256SUMS") && release.contains("> ../SHA256SUMS && mv ../SHA256SUMS ."));
}

#[test]
fn every_input_is_used_and_no_other() {
    let text = fs::read_to_string(root().join("action.yml")).expect("the action is part of the project");
    let action = Action::of(root());
    for name in action.inputs() {
        assert!(text.contains(&format!("${{{{ inputs.{name} }}}}")), "the input {name} does nothing");
    }
    let machine = Machine::with_release(None);
    machine.checkout("clean");
    let fails = |from: &str, to: &str| {
        let action = Action::with(root(), from, to);
        catch_unwind(AssertUnwindSafe(|| machine.run_action(&action, &[("paths", "clean")]))).is_err()
    };
    assert!(fails("inputs.fail-on }}", "inputs.fail_on }}"), "an input that is not declared is no mistake");
    assert!(fails("runner.arch }}", "runner.architecture }}"), "an expression that nobody knows is no mistake");
    for output in ["steps.check.outputs.error ", "steps.checks.outputs.errors ", "steps.check.output.errors "] {
        assert!(fails("steps.check.outputs.errors ", output), "{output} is no mistake");
    }
    assert!(fails("outputs.program }}", "outputs.programs }}"), "an output that no step writes is no mistake");
    for key in ["if: always()", "continue-on-error: true", "working-directory: docs", "uses: a/b@c"] {
        let step = format!("id: check\n      {key}");
        assert!(fails("id: check", &step), "a step with {key} is no mistake");
    }
    assert!(fails("id: check", "id: install"), "two steps of one id are no mistake");
    assert!(fails("  using: composite", "  using: composite\n  pre: a.sh"), "a key that is not known is no mistake");
    assert!(fails("name: ", "name: ${{ inputs.folder }} "), "an expression in a name is no mistake");
    assert!(fails("set -euo pipefail", "echo ${{ inputs.paths }}"), "an expression in a script is no mistake");
}

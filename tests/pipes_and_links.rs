//! What speaks to sms-lint is read and written inside of the repository only, and never from a pipe or a device.

#![cfg(unix)]

use std::fs;
use std::io::Read;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

#[path = "common/folder.rs"]
mod folder;
#[path = "common/program.rs"]
mod program;
use folder::folder;

const CITATION: &str = "The supplier follows ISO/IEC TR 20000-9:2015.\n";

/// What a run may take; one that opens a pipe takes for ever.
const TIME: Duration = Duration::from_secs(60);

/// A repository with a document and other files, in a folder of its own that nothing is to be read of or written to.
fn repository(files: &[(&str, &str)]) -> TempDir {
    folder("repo", &[&[("a.md", CITATION), ("b/c.md", CITATION), (".git/info/exclude", "")], files].concat())
}

fn pipe(folder: &TempDir, name: &str) {
    let path = folder.path().join("repo").join(name);
    if path.exists() {
        fs::remove_file(&path).expect("it can be removed");
    }
    let made = Command::new("mkfifo").arg(path).status().expect("mkfifo is there");
    assert!(made.success());
}

/// The status of a run, and all that it prints.
fn run(folder: &TempDir, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = program::command(&folder.path().join("repo"), arguments);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("cargo has just built it");
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("it was started") {
            break status;
        }
        if begun.elapsed() > TIME {
            child.kill().expect("it still runs");
            panic!("{arguments:?} does not end");
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    let mut said = String::new();
    child.stdout.take().expect("it is piped").read_to_string(&mut said).expect("it is text");
    child.stderr.take().expect("it is piped").read_to_string(&mut said).expect("it is text");
    (status.code(), said)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("it is there").flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

const BASELINE: &str = r#"{"version": 1, "findings": [{"path": "a.md", "rule": "withdrawn-standard", "citation": "words of somebody else", "sentence": "0", "count": 1}]}"#;

/// Every command that reads or writes the baseline.
const COMMANDS: &[&[&str]] = &[
    &["check"],
    &["suppressions"],
    &["init"],
    &["baseline", "create"],
    &["baseline", "update"],
    &["baseline", "prune"],
    &["baseline", "show"],
];

#[test]
fn no_command_reads_or_writes_a_baseline_outside() {
    let outside = tempfile::tempdir().expect("a temporary folder can be made");
    let absolute = outside.path().join("x.json").display().to_string();
    for is_there in [true, false] {
        for named in ["../x.json", "link/x.json", absolute.as_str()] {
            for command in COMMANDS {
                let folder = repository(&[("sms-lint.yaml", &format!("baseline: {named:?}\n"))]);
                symlink(folder.path(), folder.path().join("repo/link")).expect("links can be made");
                let files = [folder.path().join("x.json"), outside.path().join("x.json")];
                for file in files.iter().filter(|_| is_there) {
                    fs::write(file, BASELINE).expect("it can be written");
                }
                let (status, said) = run(&folder, command);
                assert_eq!(status, Some(2), "{command:?} with {named}: {said}");
                assert!(said.contains("outside of what is checked"), "{command:?} with {named}: {said}");
                assert!(!said.contains("somebody else"), "{command:?} with {named}: {said}");
                for file in files {
                    let text = fs::read_to_string(file).unwrap_or_default();
                    assert_eq!(text, if is_there { BASELINE } else { "" }, "{command:?} with {named}");
                }
            }
        }
        for file in names(outside.path()) {
            fs::remove_file(outside.path().join(file)).expect("it can be removed");
        }
    }
}

#[test]
fn who_names_a_file_may_lead_outside() {
    let folder = repository(&[("sms-lint.yaml", "baseline: ../x.json\n")]);
    let succeeds = |arguments: &[&str]| program::run(&folder.path().join("repo"), arguments).status.success();
    assert!(succeeds(&["baseline", "create", "--config", "sms-lint.yaml"]), "the configuration is named");
    fs::remove_file(folder.path().join("x.json")).expect("it was written");
    assert!(succeeds(&["baseline", "create", "--baseline", "../x.json"]), "the baseline is named");
    assert_eq!(names(folder.path()), ["repo", "x.json"]);
    pipe(&folder, "own.yaml");
    let own = folder.path().join("repo/own.yaml");
    std::thread::spawn(move || fs::write(own, "fail-on: never\n"));
    let (status, said) = run(&folder, &["--config", "own.yaml", "a.md"]);
    assert_eq!(status, Some(0), "what is named may be a pipe: {said}");
}

#[test]
fn a_link_in_the_place_of_the_baseline_is_not_followed() {
    for command in COMMANDS {
        let folder = repository(&[]);
        fs::write(folder.path().join("x.json"), "words of somebody else\n").expect("it can be written");
        symlink("../x.json", folder.path().join("repo/sms-lint-baseline.json")).expect("links can be made");
        let (status, said) = run(&folder, command);
        assert_eq!(status, Some(2), "{command:?}: {said}");
        assert!(said.contains("it is a link") && !said.contains("somebody else"), "{command:?}: {said}");
    }
}

#[test]
fn no_command_waits_for_a_pipe_in_the_place_of_the_baseline() {
    for (settings, name) in [("{}\n", "sms-lint-baseline.json"), ("baseline: x.json\n", "x.json")] {
        for command in COMMANDS {
            let folder = repository(&[("sms-lint.yaml", settings)]);
            pipe(&folder, name);
            let (status, said) = run(&folder, command);
            assert_eq!(status, Some(2), "{command:?} with {name}: {said}");
            assert!(said.contains("neither a file nor a folder") && said.contains(name), "{command:?}: {said}");
        }
    }
}

#[test]
fn a_pipe_among_rules_is_refused() {
    let folder = repository(&[("sms-lint.yaml", "rules: own\n"), ("own/x.yaml", "")]);
    pipe(&folder, "own/x.yaml");
    for command in [&["check"][..], &["test"], &["test", "own"], &["rules"]] {
        let (status, said) = run(&folder, command);
        assert_eq!(status, Some(2), "{command:?}: {said}");
        assert!(said.contains("own/x.yaml: it is neither a file nor a folder"), "{command:?}: {said}");
    }
}

#[test]
fn beginning_opens_no_pipe_and_writes_nothing_outside() {
    for name in [".pre-commit-config.yaml", ".github/workflows/sms-lint.yml"] {
        let folder = repository(&[(".github/workflows/x.yml", "")]);
        pipe(&folder, name);
        let (status, said) = run(&folder, &["init"]);
        assert_eq!(status, Some(2), "{name}: {said}");
        assert!(said.contains(&format!("{name}: it is neither a file nor a folder")), "{said}");
        assert!(!folder.path().join("repo/sms-lint.yaml").exists(), "nothing is written before it is told");
    }
    let folder = repository(&[]);
    symlink("..", folder.path().join("repo/.github")).expect("links can be made");
    let (status, said) = run(&folder, &["init"]);
    assert_eq!((status, names(folder.path())), (Some(2), vec!["repo".to_owned()]), "{said}");
    assert!(said.contains("outside of the repository"), "{said}");
}

/// What is said of a folder whose ignore file is not read.
const NOT_ENTERED: &str = "so what is to be left out is not known and the folder is not entered";

#[test]
fn a_folder_whose_ignore_file_is_no_plain_file_is_not_entered() {
    for name in [".gitignore", ".ignore", ".git/info/exclude"] {
        for (place, paths) in [("b", &["."][..]), ("b", &["b"]), (".", &["."]), (".", &["b"]), (".", &["b", "."])] {
            let place = format!("{place}/{name}");
            for case in ["pipe", "link", "device", "large"] {
                let folder = repository(&[(&place, "")]);
                let path = folder.path().join("repo").join(&place);
                fs::remove_file(&path).expect("it was written");
                fs::write(folder.path().join("outside"), "*\n").expect("it can be written");
                let why = match case {
                    "pipe" => (pipe(&folder, &place), "a pipe, a socket or a device").1,
                    "link" => {
                        symlink(folder.path().join("outside"), &path).expect("links can be made");
                        "a link that leads out of what is checked"
                    }
                    "device" => {
                        symlink("/dev/zero", &path).expect("links can be made");
                        "a pipe, a socket or a device"
                    }
                    _ => (fs::write(&path, "a\n".repeat(530_000)).expect("it can be written"), "larger than 1 MiB").1,
                };
                let (_, said) = run(&folder, &[&["--isolated"], paths].concat());
                assert!(said.contains(why) && said.contains(NOT_ENTERED), "{case} as {place} in {paths:?}: {said}");
                assert!(
                    said.contains(&format!("{name} is {why}"))
                        || said.contains(&format!("{name}, which speaks for it, is {why}")),
                    "{said}"
                );
                let is_sound = place.starts_with("b/") && paths == ["."];
                assert_eq!(said.contains("a.md:1"), is_sound, "{case} as {place} in {paths:?}: {said}");
                assert!(!said.contains("b/c.md:1"), "{case} as {place} in {paths:?}: {said}");
            }
        }
    }
}

#[test]
fn plain_ignore_files_and_links_to_them_count() {
    let folder = repository(&[("ignores", "c.md\n"), ("b/d.md", CITATION)]);
    symlink("../ignores", folder.path().join("repo/b/.gitignore")).expect("links can be made");
    symlink("nowhere", folder.path().join("repo/.ignore")).expect("links can be made");
    for paths in [&["."][..], &["b"]] {
        let (status, said) = run(&folder, &[&["--isolated"], paths].concat());
        assert_eq!(status, Some(1), "{said}");
        assert!(said.contains("b/d.md:1") && !said.contains("b/c.md") && !said.contains(NOT_ENTERED), "{said}");
    }
    // What lies above a repository belongs to whoever runs the program.
    fs::write(folder.path().join("mine"), "d.md\n").expect("it can be written");
    symlink("mine", folder.path().join(".gitignore")).expect("links can be made");
    let (_, said) = run(&folder, &["--isolated", "."]);
    assert!(said.contains("a.md:1") && !said.contains("b/d.md") && !said.contains(NOT_ENTERED), "{said}");
}

#[test]
fn ignore_files_in_one_another_are_no_larger_together() {
    let half = "a\n".repeat(300_000);
    let folder = repository(&[("b/.gitignore", &half), ("b/e/.gitignore", &half), ("b/e/d.md", CITATION)]);
    let (_, said) = run(&folder, &["--isolated", "."]);
    assert!(said.contains("b/c.md:1") && !said.contains("b/e/d.md:1"), "{said}");
    assert!(said.contains("with those of the folders above, larger than 1 MiB"), "{said}");
}

#[test]
fn the_place_where_git_keeps_excludes_is_looked_at_first() {
    let folder = repository(&[("b/git/x", ""), ("b/.git", "gitdir: b/git\n")]);
    pipe(&folder, "b/git/commondir");
    let (_, said) = run(&folder, &["--isolated", "."]);
    assert!(said.contains("its commondir of git is no plain file") && said.contains("a.md:1"), "{said}");
    fs::remove_file(folder.path().join("repo/b/git/commondir")).expect("it was made");
    fs::write(folder.path().join("repo/b/git/commondir"), "../git\n").expect("it can be written");
    fs::create_dir(folder.path().join("repo/b/git/info")).expect("it can be made");
    fs::write(folder.path().join("repo/b/git/commondir"), format!("{}\n", folder.path().join("repo/b/git").display()))
        .expect("it can be written");
    pipe(&folder, "b/git/info/exclude");
    let (_, said) = run(&folder, &["--isolated", "."]);
    assert!(said.contains("its info/exclude of git is a pipe") && said.contains("a.md:1"), "{said}");
}

//! What other programs may use of the crate: it is what is listed, does what the command does, and its examples run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use clap::ValueEnum;
use sms_lint::{Error, Finding, Format, Options, Report, Severity, lint_paths, lint_text};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn options() -> Options {
    Options::new().as_of("2026-11-22").expect("it is a day")
}

fn example(name: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--locked", "--example", name]).current_dir(root());
    if !cfg!(debug_assertions) {
        command.arg("--release");
    }
    command.arg("--").args(arguments).output().expect("cargo runs this test")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("what is printed is UTF-8")
}

/// What stands between two comments of the README.
fn shown(name: &str) -> &'static str {
    let (_, rest) =
        include_str!("../README.md").split_once(&format!("<!-- {name} -->\n")).expect("the README has this part");
    rest.split_once(&format!("<!-- /{name} -->")).expect("the part ends").0
}

#[test]
fn the_example_that_lints_a_string_is_the_readmes() {
    let code = fs::read_to_string(root().join("examples/lint_string.rs")).expect("it is part of the project");
    let output = example("lint_string", &[]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let printed = text(&output.stdout);
    let block = format!("```rust\n{code}```\n\n```console\n$ cargo run --example lint_string\n{printed}```\n");
    assert_eq!(shown("library"), block);
    assert!(
        printed.starts_with("line 1, column 23: ISO/IEC TR 20000-9:2015 is withdrawn [withdrawn-standard]\n"),
        "{printed}"
    );
}

#[test]
fn the_example_that_lints_a_folder_tells_what_is_wrong_there() {
    for (folder, status, last) in [("clean", 0, "documents checked\n"), ("legacy", 1, "15 documents checked\n")] {
        let output = example("lint_folder", &[&format!("fixtures/repositories/{folder}")]);
        let printed = text(&output.stdout);
        assert_eq!(output.status.code(), Some(status), "{folder}: {printed}{}", text(&output.stderr));
        assert!(printed.ends_with(last), "{folder}: {printed}");
    }
    assert!(!example("lint_folder", &["gone"]).status.success());
}

/// The files below a folder whose format is text.
fn texts(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(texts(&path));
        } else if path
            .extension()
            .is_some_and(|ending| ["md", "txt", "yaml", "html", "rst"].iter().any(|one| ending == *one))
        {
            all.push(path);
        }
    }
    all.sort();
    all
}

#[test]
fn a_text_gives_what_its_file_gives() {
    let options = options().isolated();
    let mut found = 0;
    for file in texts(&root().join("fixtures/repositories")) {
        let path = file.strip_prefix(root()).expect("it lies in the project").to_str().expect("names are plain");
        let Ok(content) = fs::read_to_string(&file) else { continue };
        let of_text = lint_text(path, &content, &options).expect("a text can be checked");
        let of_file = lint_paths(&[&file], &options).expect("a file can be checked");
        assert_eq!(of_text.findings(), of_file.findings(), "{path}");
        found += of_text.findings().len();
    }
    assert!(found > 100, "{found}");
}

#[test]
fn a_folder_gives_what_the_command_gives() {
    let report = lint_paths(&["fixtures/repositories/legacy"], &options()).expect("it can be checked");
    let mut written = Vec::new();
    report.write(Format::Json, &mut written).expect("a list of bytes takes all");
    let mut command = Command::new(env!("CARGO_BIN_EXE_sms-lint"));
    command.args(["--as-of", "2026-11-22", "--format", "json", "fixtures/repositories/legacy"]).current_dir(root());
    let printed = command.output().expect("cargo has just built the program").stdout;
    assert_eq!(text(&written), text(&printed));
    assert!(report.fails() && report.documents() == 15 && report.skipped().is_empty());
}

#[test]
fn options_say_how_documents_are_judged() {
    let judged = |options: &Options| -> Vec<String> {
        let text = "Cloud services follow ISO/IEC TR 20000-9. Risks are treated as ISO/IEC 27001:2013 asks.\n";
        let report = lint_text("a.md", text, options).expect("it can be checked");
        report.findings().iter().map(|one| one.rule.clone()).collect()
    };
    assert_eq!(judged(&options()), ["withdrawn-standard", "superseded-edition"]);
    assert_eq!(judged(&options().select(&["superseded-edition"])), ["superseded-edition"]);
    assert_eq!(judged(&options().ignore(&["superseded-edition"])), ["withdrawn-standard"]);
    let before = Options::new().as_of("2014-01-01").expect("it is a day");
    assert!(!judged(&before).contains(&"superseded-edition".to_owned()));
    let lacking = |is_one| {
        let report = lint_paths(&["fixtures/repositories/legacy"], &options().system(is_one).select(&["8.7.3"]));
        report.expect("it can be checked").findings().len()
    };
    assert!(lacking(true) > 0 && lacking(false) == 0);
}

#[test]
fn every_format_is_written() {
    let report = lint_paths(&["fixtures/repositories/mixed"], &options().survey()).expect("it can be checked");
    for format in Format::value_variants() {
        let mut written = Vec::new();
        report.write(*format, &mut written).expect("a list of bytes takes all");
        assert!(!written.is_empty(), "{format:?}");
        assert!(*format != Format::Html || text(&written).contains("id=\"standards\""), "a survey shows what is cited");
    }
}

#[test]
fn what_cannot_be_done_is_an_error_with_help() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let config = folder.path().join("sms-lint.yaml");
    fs::write(&config, "ignroe: mixed-editions\n").expect("a temporary file can be written");
    let errors: Vec<(Error, &str)> = [
        (Options::new().as_of("yesterday").map(|_| ()), "\"yesterday\" is no day"),
        (lint_text("a.docx", "", &options()).map(|_| ()), "a.docx is of a format that is no text"),
        (lint_text("a.md", "", &options().select(&["no-such-rule"])).map(|_| ()), "no-such-rule"),
        (lint_text("a.md", "", &options().config(&config)).map(|_| ()), "ignroe"),
        (lint_paths(&["gone"], &options()).map(|_| ()), "gone"),
    ]
    .into_iter()
    .map(|(result, words)| (result.expect_err(words), words))
    .collect();
    for (error, words) in errors {
        assert!(error.to_string().contains(words), "{error}");
        assert!(error.help().is_some_and(|help| !help.is_empty()), "{error}");
    }
}

#[test]
fn reports_go_between_threads() {
    fn goes<T: Send + Sync>() {}
    goes::<Report>();
    goes::<Finding>();
    goes::<Options>();
    goes::<Error>();
    assert!(Severity::Error > Severity::Warning);
}

//! What is printed where a runner reads along that obeys lines, and what is printed of names that hold more than letters.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

#[path = "common/folder.rs"]
mod folder;
#[path = "common/git.rs"]
mod git;
#[path = "common/program.rs"]
mod program;
use folder::folder;
use git::git;

/// A document whose lines around a fix are commands.
const EVIL: &str =
    "::error::one\n::stop-commands::x\n\n ##[error]two\nIt follows ISO 33704.\n\n::x::\n::warning::three\n";

fn in_actions(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = program::command(folder, &[&["--as-of", "2026-11-22"], arguments].concat());
    command.env("GITHUB_ACTIONS", "true").output().expect("cargo has just built the program")
}

/// The lines that the runner would take for commands: it looks for `::` behind blanks, and for `##[` anywhere.
fn obeyed(printed: &[u8]) -> Vec<String> {
    let text = String::from_utf8(printed.to_vec()).expect("what is printed is UTF-8");
    let (mut stopped, mut found) = (None, Vec::new());
    for line in text.lines() {
        match (&stopped, line.trim_start().strip_prefix("::stop-commands::")) {
            (Some(word), _) if line.trim() == format!("::{word}::") => stopped = None,
            (Some(_), _) => {}
            (None, Some(word)) => stopped = Some(word.to_owned()),
            (None, None) if line.trim_start().starts_with("::") || line.contains("##[") => found.push(line.to_owned()),
            (None, None) => {}
        }
    }
    assert_eq!(stopped, None, "commands are never obeyed again:\n{text}");
    found
}

#[test]
fn the_runner_obeys_no_line_of_a_document() {
    let folder = folder("", &[("a.md", EVIL)]);
    let plain = program::run(folder.path(), &["--as-of", "2026-11-22", "--diff"]);
    let unstopped = String::from_utf8_lossy(&plain.stdout).replace("::stop-commands", "::debug");
    assert_eq!(obeyed(unstopped.as_bytes()).len(), 4, "the document must be one that means harm");
    for arguments in
        [&["--diff"][..], &["--diff", "--format", "human"], &["--format", "human"], &["--format", "concise"]]
    {
        let printed = in_actions(folder.path(), arguments).stdout;
        assert!(printed.starts_with(b"::stop-commands::"), "{arguments:?}");
        assert_eq!(obeyed(&printed), [""; 0], "{arguments:?}");
    }
    let nothing = in_actions(folder.path(), &["--diff", "--select", "mixed-editions"]);
    assert_eq!(nothing.stdout, b"", "nothing is wrapped in nothing");
}

/// True for what a terminal obeys, or what turns the direction of text.
fn turns(one: char) -> bool {
    matches!(one, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The cells of a sheet that a spreadsheet takes for formulas.
fn formulas(sheet: &[u8]) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(sheet);
    let rows: Vec<csv::StringRecord> =
        reader.records().map(|row| row.expect("rows are as long as their heads")).collect();
    assert!(rows.len() > 1, "there is a row below the heads");
    let cells = rows.iter().flat_map(|row| row.iter());
    cells.filter(|cell| cell.trim_start().starts_with(['=', '+', '-', '@'])).map(str::to_owned).collect()
}

#[cfg(unix)]
#[test]
fn no_page_lets_a_document_speak() {
    let text = "---\ntitle: \"=1+1 \\x1b[31m\"\n---\n# ##[error]Information security policy \u{202e} \u{1b}[2J\n\n\
                We follow ISO/IEC 27001:2013 and A.9.2.1 of it, clause 9.7.3 of ISO/IEC 20000-1:2018, ISO/IEC TR 20000-9.\n\n\
                <!-- sms-lint: ignore-file missing-amendment -- ##[error]a \u{1b}[1m =1 \u{202e} -->\n";
    let settings =
        "rules: rule.yaml\nallow:\n- citation: ISO 9001:2008\n  reason: \"##[error]\\x1b[31m \u{202e}\\n::error::b\"\n";
    let folder = folder("", &[("sms-lint.yaml", settings)]);
    let words = "\"a ##[error]\\x1b[2J \u{202e}\\n::error::c\"";
    let rule = format!(
        "id: retired-policy\nsummary: {words}\nseverity: error\nrationale: {words}\nremedy: {words}\n\
         references: [\"https://example.org/policies\"]\ncheck: {{phrase: {{words: follow}}}}\n\
         message: {{text: [{words}], label: [{words}], help: [{words}]}}\n\
         examples: {{good: [{{name: {words}, files: {{{words}: x}}}}], bad: [{{name: {words}, files: {{{words}: x}}, finds: {{{words}: [y]}}}}]}}\n"
    );
    fs::write(folder.path().join("rule.yaml"), rule).expect("a temporary file can be written");
    for name in [
        "::error::a.md", "b\u{1b}[31m.md", "c\u{202e}.md", "d##[error]e.md", "=1+1.md", "@a.md", "+1.md",
        "f\n::error::g.md",
    ] {
        fs::write(folder.path().join(name), text).expect("a temporary file can be written");
    }
    // What the baseline knows is no finding any more, so that it comes last.
    let pages: [&[&str]; 30] = [
        &["cites"],
        &["cites", "--format", "csv"],
        &["cites", "--format", "json"],
        &["coverage"],
        &["coverage", "--format", "csv"],
        &["coverage", "--format", "json"],
        &["coverage", "--format", "markdown"],
        &["transition"],
        &["transition", "--format", "csv"],
        &["transition", "--format", "json"],
        &["suppressions"],
        &["suppressions", "--format", "csv"],
        &["suppressions", "--format", "json"],
        &["--stats", "--format", "concise"],
        &["--format", "junit"],
        &["--format", "checkstyle"],
        &["--format", "html"],
        &["--format", "gitlab"],
        &["--format", "sarif"],
        &["config", "show"],
        &["rules"],
        &["rules", "--format", "json"],
        &["explain", "retired-policy"],
        &["test"],
        &["--format", "human"],
        &["baseline", "create"],
        &["baseline", "show"],
        &["--format", "oscal"],
        &["--format", "csv"],
        &["gone ##[error]\u{1b}[31m\n::error::x.md"],
    ];
    for arguments in pages {
        let mut command = program::command(folder.path(), arguments);
        let done = command.env("GITHUB_ACTIONS", "true").output().expect("cargo has just built the program");
        for printed in [&done.stdout, &done.stderr] {
            assert_eq!(obeyed(printed), [""; 0], "{arguments:?}");
            let shown = String::from_utf8_lossy(printed);
            assert!(!shown.contains(turns), "{arguments:?}: {shown:?}");
        }
        if arguments.last() == Some(&"csv") {
            assert_eq!(formulas(&done.stdout), [""; 0], "{arguments:?}");
        }
        assert!(done.stdout.len() + done.stderr.len() > 40, "{arguments:?} prints something");
    }
    let shown = String::from_utf8(program::run(folder.path(), &["config", "show"]).stdout).expect("it is UTF-8");
    assert!(shown.contains("reason") && !shown.contains(turns), "{shown:?}");
}

/// Applies a diff to the files of a folder as git does.
fn apply(folder: &Path, diff: &[u8]) {
    use std::io::Write;
    let mut command = Command::new("git");
    command.arg("apply").arg("-p1").arg("--whitespace=nowarn").current_dir(folder);
    command.env("GIT_CEILING_DIRECTORIES", folder.parent().expect("it lies in one"));
    let mut child = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("git is there");
    child.stdin.take().expect("it is a pipe").write_all(diff).expect("it can be written");
    let output = child.wait_with_output().expect("it ends");
    let diff = String::from_utf8_lossy(diff);
    assert!(output.status.success(), "{}\n{diff}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn git_applies_what_a_diff_shows() {
    let names = ["a.md", "a b.md", "ü 監.md", "q\"uo\\te.md"];
    let names = names.into_iter().chain(cfg!(unix).then_some("new\nline\t\u{1b}[31m\u{202e}.md"));
    for (name, ending) in names.flat_map(|name| [(name, "\n"), (name, "\r\n")]) {
        let text = format!("One.{ending}It follows ISO 33704.{ending}::error::two");
        let after = text.replace("ISO 33704", "ISO/IEC TS 33074");
        for is_in_actions in [false, true] {
            let folder = folder("", &[(name, &text)]);
            let output = match is_in_actions {
                true => in_actions(folder.path(), &["--diff"]),
                false => program::run(folder.path(), &["--as-of", "2026-11-22", "--diff"]),
            };
            apply(folder.path(), &output.stdout);
            let now = fs::read_to_string(folder.path().join(name)).expect("it is still there");
            assert_eq!(now, after, "{name:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn names_that_are_no_utf_8_are_told_apart_and_led_to() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let names = [&b"a\xFE.md"[..], b"a\xFF.md", "a\u{FFFD}.md".as_bytes()].map(OsStr::from_bytes);
    for name in names {
        fs::write(folder.path().join(name), "It follows ISO 33704.\n").expect("a temporary file can be written");
    }
    let run = |arguments: &[&str]| {
        let output = program::run(folder.path(), &[&["--as-of", "2026-11-22"], arguments].concat());
        String::from_utf8(output.stdout).expect("what is printed is UTF-8")
    };
    let sarif: serde_json::Value = serde_json::from_str(&run(&["--format", "sarif"])).expect("it is JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("a list");
    let uri = |one: &serde_json::Value| one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].clone();
    let mut uris: Vec<serde_json::Value> = results.iter().map(uri).collect();
    uris.sort_by_key(ToString::to_string);
    assert_eq!(uris, ["a%EF%BF%BD.md", "a%FE.md", "a%FF.md"]);
    let concise = run(&["--format", "concise", "--quiet"]);
    assert!(concise.contains("a\\xFE.md:1:12: ") && concise.contains("a\\xFF.md:1:12: "), "{concise}");
    apply(folder.path(), run(&["--diff"]).as_bytes());
    for name in names {
        let text = fs::read_to_string(folder.path().join(name)).expect("it is there");
        assert_eq!(text, "It follows ISO/IEC TS 33074.\n");
        fs::write(folder.path().join(name), "It follows ISO 33704.\n").expect("it can be written");
    }
    run(&["--fix"]);
    for name in names {
        let text = fs::read_to_string(folder.path().join(name)).expect("it is there");
        assert_eq!(text, "It follows ISO/IEC TS 33074.\n");
    }
}

#[test]
fn git_applies_in_a_subfolder_what_a_diff_shows_there() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let (above, below) = (folder.path().join("above.md"), folder.path().join("policies/der Prozeß.md"));
    fs::create_dir(folder.path().join("policies")).expect("it can be made");
    for file in [&above, &below] {
        fs::write(file, "It follows ISO 33704.\n").expect("a temporary file can be written");
    }
    git(folder.path(), &["init", "-q"]);
    let here = folder.path().join("policies");
    let diff = program::run(&here, &["--as-of", "2026-11-22", "--diff", ".", "../above.md"]).stdout;
    let shown = String::from_utf8_lossy(&diff).into_owned();
    assert!(shown.contains("+++ b/above.md") && !shown.contains("../"), "{shown}");
    fs::write(folder.path().join("diff"), &diff).expect("it can be written");
    git(folder.path(), &["apply", "diff"]);
    for file in [above, below] {
        assert_eq!(fs::read_to_string(file).expect("it is there"), "It follows ISO/IEC TS 33074.\n", "{shown}");
    }
}

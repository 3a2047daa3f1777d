//! Runs the program on the folders of `fixtures/cases/`, and on files that cannot be kept in a repository.
//!
//! A case is a folder with `arguments`, one on a line; `tree`, the folder in which the program runs, left out if it is
//! empty; `changed`, if the tree is a repository: what has been written into it and staged since its only commit; `input`,
//! if the program reads something; `stdout`, `stderr` and `status` as expected; and, if it writes files, `written`, a
//! folder with them. A file `gitignore` of the tree is copied as `.gitignore`, so that it does not hide the case itself. `UPDATE=1` in the environment rewrites what is expected.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

#[path = "common/expected.rs"]
mod expected;
#[path = "common/git.rs"]
mod git;
#[path = "common/program.rs"]
mod program;
#[path = "common/project.rs"]
mod project;
use git::git;
use project::project;

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a temporary folder can be made");
    for entry in fs::read_dir(from).expect("the folder has just been seen").flatten() {
        let name = entry.file_name();
        let target = to.join(if name == "gitignore" { ".gitignore".into() } else { name });
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a temporary file can be written");
        }
    }
}

/// Makes the folder a repository with what is in it, then copies what has changed since into it and stages that.
fn change(folder: &Path, changed: &Path) {
    git(folder, &["init", "-q", "-b", "main"]);
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-q", "-m", "Documents"]);
    copy(changed, folder);
    git(folder, &["add", "-A"]);
}

/// Runs a case; gives what differs from what is expected.
fn differences(case: &Path) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let tree = case.join("tree");
    if tree.is_dir() {
        copy(&tree, folder.path());
    }
    if case.join("changed").is_dir() {
        change(folder.path(), &case.join("changed"));
    }
    let Ok(arguments) = fs::read_to_string(case.join("arguments")) else {
        return vec![format!("{} has no arguments", case.display())];
    };
    let mut program = program::command(folder.path(), &arguments.lines().collect::<Vec<&str>>());
    if let Ok(input) = fs::File::open(case.join("input")) {
        program.stdin(input);
    }
    let output = program.output().expect("cargo has just built the program");
    let status = output.status.code().map_or_else(|| "killed\n".into(), |code| format!("{code}\n"));
    let parts = [("stdout", output.stdout), ("stderr", output.stderr), ("status", status.into_bytes())];
    let printed = parts.into_iter().map(|(name, actual)| (case.join(name), actual));
    let written = fs::read_dir(case.join("written")).into_iter().flatten().flatten().map(|entry| entry.path());
    let written = written.map(|file| {
        let actual = fs::read(folder.path().join(file.file_name().expect("it is an entry of a folder")));
        (file, actual.unwrap_or_else(|error| error.to_string().into_bytes()))
    });
    printed.chain(written).filter_map(|(file, actual)| expected::difference(&file, &actual)).collect()
}

#[test]
fn cases_print_what_is_expected() {
    let folder = project("fixtures/cases");
    let entries = fs::read_dir(folder).expect("the cases are part of the project").flatten();
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    cases.sort();
    assert!(cases.len() >= 20, "only {} cases are there", cases.len());
    let failures: Vec<String> = cases.iter().flat_map(|case| differences(case)).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// A folder with these files.
fn folder_of(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("a temporary file can be written");
    }
    folder
}

/// The report for programs, which must be possible, on a folder.
fn json(folder: &TempDir) -> Value {
    let output = program::run(folder.path(), &["--format", "json", "--as-of", "2026-11-22"]);
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(matches!(output.status.code(), Some(0 | 1)) && complaint.is_empty(), "{}: {complaint}", output.status);
    serde_json::from_slice(&output.stdout).expect("the report is JSON")
}

/// Path, line, column, first and last byte, and text of every finding.
fn places(report: &Value) -> Vec<(String, u64, u64, u64, u64, String)> {
    let words = |value: &Value| value.as_str().expect("a text").to_owned();
    let number = |value: &Value| value.as_u64().expect("a number");
    let findings = report["findings"].as_array().expect("a list");
    let place = |one: &Value| {
        let (start, end) = (&one["start"], &one["end"]);
        let (line, column) = (number(&start["line"]), number(&start["column"]));
        (words(&one["path"]), line, column, number(&start["byte"]), number(&end["byte"]), words(&one["text"]))
    };
    findings.iter().map(place).collect()
}

/// Paths and reasons of what was skipped.
fn skipped(report: &Value) -> Vec<(&str, &str)> {
    let list = report["skipped"].as_array().expect("a list");
    list.iter().map(|one| (one["path"].as_str().unwrap_or(""), one["reason"].as_str().unwrap_or(""))).collect()
}

#[test]
fn latin_1_gives_bytes_of_the_file() {
    let folder = folder_of(&[("a.md", b"Pr\xfcfung\nf\xfcr ISO/IEC 27001:2013 \xfcber ISO/IEC TR 20000-9\n")]);
    let expected = [
        ("a.md".into(), 2, 5, 12, 30, "ISO/IEC 27001:2013".into()),
        ("a.md".into(), 2, 29, 36, 54, "ISO/IEC TR 20000-9".into()),
    ];
    assert_eq!(places(&json(&folder)), expected);
}

#[test]
fn utf_8_gives_bytes_and_code_points() {
    let folder = folder_of(&[
        ("a.md", "Prüfung\nfür ISO/IEC 27001:2013\n".as_bytes()),
        ("b.md", "\u{feff}ISO/IEC 27001:2013 – 監査\u{1f512} ISO 22301:2012\n".as_bytes()),
    ]);
    let expected = [
        ("a.md".into(), 2, 5, 14, 32, "ISO/IEC 27001:2013".into()),
        ("b.md".into(), 1, 1, 3, 21, "ISO/IEC 27001:2013".into()),
        ("b.md".into(), 1, 26, 37, 51, "ISO 22301:2012".into()),
    ];
    assert_eq!(places(&json(&folder)), expected);
}

#[test]
fn utf_16_is_read_with_and_without_a_mark() {
    let text = "Prüfung für ISO/IEC 27001:2013\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = [&[0xFF, 0xFE], little.as_slice()].concat();
    let folder =
        folder_of(&[("a.txt", &marked), ("b.txt", &little), ("c.txt", &big), ("d.txt", b"\xFF\xFE\0\0I\0\0\0")]);
    let report = json(&folder);
    let place = |name: &str, byte| (name.to_owned(), 1, 13, byte, byte + 36, "ISO/IEC 27001:2013".to_owned());
    assert_eq!(places(&report), [place("a.txt", 26), place("b.txt", 24), place("c.txt", 24)]);
    assert_eq!(skipped(&report), [("d.txt", "encoded in UTF-32, which is not read; save it as UTF-8")]);
}

/// A large file of numbered lines, in which citations stand alone, across two lines and beside letters of two bytes.
#[test]
fn thirty_megabytes_are_read_to_the_end() {
    let mut text = String::with_capacity(31 << 20);
    let mut expected = Vec::new();
    let mut line = 0_u64;
    while text.len() < 30 << 20 {
        line += 1;
        let before = format!("Line {line:08} – über die Räume, ");
        let cited = match line % 40 {
            0 => "ISO/IEC TR 20000-9:2015",
            20 => "ISO/IEC\n27001:2013",
            _ => "",
        };
        let (start, column) = ((text.len() + before.len()) as u64, before.chars().count() as u64 + 1);
        if !cited.is_empty() {
            expected.push(("big.txt".to_owned(), line, column, start, start + cited.len() as u64, cited.to_owned()));
        }
        line += u64::from(cited.contains('\n'));
        text += &format!("{before}{cited} und so weiter bis zum Ende der Zeile, an dem nichts mehr steht.\n");
        if line.is_multiple_of(7) {
            text.push('\n');
            line += 1;
        }
    }
    let folder = folder_of(&[("big.txt", text.as_bytes())]);
    let found = places(&json(&folder));
    let differs = found.iter().zip(&expected).find(|(found, expected)| found != expected);
    assert_eq!((found.len(), differs), (expected.len(), None));
    assert!(expected.len() > 5000);
}

#[test]
fn nine_megabytes_in_one_line_are_read_to_the_end() {
    let mut text = String::with_capacity(10 << 20);
    let mut expected = Vec::new();
    while text.len() < 9 << 20 {
        text += "und so weiter über die Räume im Haus, immer weiter und weiter, ";
        if expected.len() < text.len() / 4000 {
            let cited = ["ISO/IEC TR 20000-9:2015", "ISO/IEC 27001:2013"][expected.len() % 2];
            let start = text.len() as u64;
            expected.push(("long.md".to_owned(), 1, 0, start, start + cited.len() as u64, cited.to_owned()));
            text += cited;
            text += " gilt, ";
        }
    }
    let mut passed = (0, 1);
    for (_, _, column, start, ..) in &mut expected {
        let start = usize::try_from(*start).expect("it is an offset of the text");
        passed = (start, passed.1 + text[passed.0..start].chars().count() as u64);
        *column = passed.1;
    }
    let folder = folder_of(&[("long.md", text.as_bytes())]);
    let found = places(&json(&folder));
    let differs = found.iter().zip(&expected).find(|(found, expected)| found != expected);
    assert_eq!((found.len(), differs), (expected.len(), None));
}

#[cfg(unix)]
mod unix {
    //! What only such systems have: links, names that are no text, rights.

    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::process::CommandExt;

    use super::*;

    const OLD: &[u8] = b"Cloud services follow ISO/IEC TR 20000-9.\n";

    #[test]
    fn links_are_named_and_not_followed() {
        let folder = folder_of(&[("real.md", OLD)]);
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("inner")).expect("a temporary folder can be made");
        for (target, name) in
            [("..", "inner/loop"), ("gone.md", "dangling.md"), ("real.md", "link.md"), ("me.md", "me.md")]
        {
            symlink(target, at(name)).expect("a link can be made in a temporary folder");
        }
        symlink("nothing", at("other.png")).expect("a link can be made in a temporary folder");
        let report = json(&folder);
        let expected = [
            ("dangling.md", "a link that leads nowhere"),
            ("inner/loop", "a link to a folder, which is not followed"),
            ("link.md", "a link, which is not followed; name it to have it read"),
            ("me.md", "a link that leads nowhere"),
        ];
        assert_eq!(skipped(&report), expected);
        assert_eq!(places(&report).len(), 1);
        let named = program::run(folder.path(), &["--as-of", "2026-11-22", "--quiet", "link.md"]);
        assert!(String::from_utf8_lossy(&named.stdout).contains("link.md:1:23"), "a named link is read");
        let dangling = program::run(folder.path(), &["dangling.md"]);
        assert_eq!(dangling.status.code(), Some(3), "it is there, but there is nothing to read");
        let said = String::from_utf8_lossy(&dangling.stdout).into_owned();
        assert!(said.contains("skipped dangling.md: a link that leads nowhere"), "{said}");
    }

    #[test]
    fn names_that_are_no_text_are_shown() {
        let folder = folder_of(&[]);
        let written = fs::write(folder.path().join(OsStr::from_bytes(b"caf\xe9.md")), OLD);
        if written.is_err() {
            return; // The file system takes such names for errors.
        }
        let expected = ("caf\u{10ffe9}.md".to_owned(), 1, 23, 22, 40, "ISO/IEC TR 20000-9".to_owned());
        assert_eq!(places(&json(&folder)), [expected]);
    }

    #[test]
    fn names_with_line_ends_stay_in_one_line() {
        let folder = folder_of(&[("a\n\u{1b}[31mb.md", OLD), ("c\nd.md", b"\0\0")]);
        let printed = program::run(folder.path(), &["--as-of", "2026-11-22"]).stdout;
        let printed = String::from_utf8_lossy(&printed);
        assert!(printed.contains("a \u{241b}[31mb.md:1:23") && !printed.contains('\u{1b}'), "{printed}");
        assert!(printed.contains("skipped c d.md: "), "{printed}");
    }

    /// Somebody who may not read what others keep to themselves.
    const NOBODY: u32 = 65534;

    #[test]
    fn what_may_not_be_read_is_skipped_and_leaves_no_result_if_nothing_else_is_named() {
        let folder = folder_of(&[("closed.md", OLD), ("open.md", OLD)]);
        let closed = folder.path().join("closed.md");
        let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode));
        set(&closed, 0o000).and_then(|()| set(folder.path(), 0o755)).expect("both are ours");
        let run = |arguments: &[&str]| {
            let mut command = program::command(folder.path(), arguments);
            // Root reads everything.
            if fs::File::open(&closed).is_ok() {
                command.uid(NOBODY);
            }
            command.output().expect("anybody may start the program")
        };
        let report = run(&["--format", "json", "--as-of", "2026-11-22"]);
        let report: Value = serde_json::from_slice(&report.stdout).expect("the report is JSON");
        assert_eq!(skipped(&report), [("closed.md", "reading it is not permitted")]);
        assert_eq!(places(&report).len(), 1);
        assert_eq!(run(&["closed.md"]).status.code(), Some(3));
    }
}

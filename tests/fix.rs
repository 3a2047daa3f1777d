//! What `--fix` does to documents: which texts it changes, and that it leaves everything else as it was.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

#[path = "common/git.rs"]
mod git;
#[path = "common/program.rs"]
mod program;
#[path = "common/project.rs"]
mod project;
use git::git;
use project::project;

const DAY: &str = "2026-11-22";

/// A folder with one document.
fn folder_of(name: &str, bytes: &[u8]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::write(folder.path().join(name), bytes).expect("a temporary file can be written");
    folder
}

fn run(folder: &Path, options: &[&str]) -> Value {
    let output = program::run(folder, &[&["--format", "json", "--as-of", DAY][..], options].concat());
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("the report is JSON")
}

/// What a document is after all its findings are mended that can be.
fn mended(name: &str, bytes: &[u8], option: &str) -> Vec<u8> {
    let folder = folder_of(name, bytes);
    run(folder.path(), &[option]);
    fs::read(folder.path().join(name)).expect("it is still there")
}

fn text(before: &str, option: &str) -> String {
    String::from_utf8(mended("policy.md", before.as_bytes(), option)).expect("it is still UTF-8")
}

#[test]
fn safe_fixes_write_what_was_meant() {
    let before = "It follows ISO 33704, **ISO/IEC 33704**, and clause 9.7.3.2 of ISO/IEC 20000-1:2018.\n";
    let after = "It follows ISO/IEC TS 33074, **ISO/IEC TS 33074**, and clause 8.7.3.2 of ISO/IEC 20000-1:2018.\n";
    assert_eq!(text(before, "--fix"), after);
    assert_eq!(text(before, "--fix=safe"), after);
    for kept in ["It follows ISO/IEC 27001:2013.\n", "ISO 33704:2020 is cited.\n", "See ISO\n33704.\n"] {
        assert_eq!(text(kept, "--fix"), kept);
    }
}

#[test]
fn unsafe_fixes_change_years_and_numbers_one_for_one() {
    for (before, after) in [
        ("It follows ISO/IEC 27001:2013.\n", "It follows ISO/IEC 27001:2022/Amd 1:2024.\n"),
        ("Part of ISO 55001-2014 applies.\n", "Part of ISO 55001-2024 applies.\n"),
        ("A.6.2.2 of ISO/IEC 27001 applies.\n", "A.6.7 of ISO/IEC 27001 applies.\n"),
        (
            "It follows ISO/IEC 27001:2013 and ISO/IEC 27002:2013.\n",
            "It follows ISO/IEC 27001:2022/Amd 1:2024 and ISO/IEC 27002:2022.\n",
        ),
        ("It follows \"ISO/IEC 27001:2013\".\n", "It follows \"ISO/IEC 27001:2022/Amd 1:2024\".\n"),
        (
            "The \"basis\" is ISO/IEC 27001:2013, and the \"rest\" too.\n",
            "The \"basis\" is ISO/IEC 27001:2022/Amd 1:2024, and the \"rest\" too.\n",
        ),
        ("It follows [ISO/IEC 27001:2013](basis.md).\n", "It follows [ISO/IEC 27001:2022/Amd 1:2024](basis.md).\n"),
        (
            "It has 11 rules of ISO/IEC 27001:2013. The room 114 is free.\n",
            "It has 11 rules of ISO/IEC 27001:2022/Amd 1:2024. The room 114 is free.\n",
        ),
        ("A.6.2.2 of ISO/IEC 27001:2013.\n", "A.6.7 of ISO/IEC 27001:2022/Amd 1:2024.\n"),
    ] {
        assert_eq!(text(before, "--fix=unsafe"), after);
        assert_eq!(text(before, "--fix"), before);
    }
}

#[test]
fn what_needs_a_person_is_left_alone() {
    for kept in [
        // Two editions, a supplement, an adoption, a draft, a number that went to several or was put together with others.
        "ISO/IEC 27001:2013/2022.\n",
        "ISO/IEC 27001:2013+A1 is cited.\n",
        "BS EN ISO/IEC 27001:2017 is cited.\n",
        "ISO/IEC FDIS 27001:2013 is cited.\n",
        "A.12.6.1 of ISO/IEC 27001 applies.\n",
        "A.9.2.1 to A.9.2.6 of ISO/IEC 27001 apply.\n",
        // A type that changed with the edition, a standard without one of its own in force, history.
        "ISO/IEC TR 20000-5:2013 is cited.\n",
        "ISO/IEC TR 20000-9 is cited.\n",
        "ISO/IEC 27001:2013 was replaced in 2022.\n",
        // Numbers that mean something else in the newer edition, or of which no table tells.
        "It follows ISO/IEC 20000-1:2011, clause 8.2.\n",
        "It follows ISO/IEC 27001:2013 A.7.1 and A.8.1.\n",
        "It follows A.9.2.1 of ISO/IEC 27001:2005.\n",
        "It follows clause 7.3 of ISO 9001:2008.\n",
        "# Rules of ISO/IEC 27001:2013\n\n- A.8.1 is kept.\n",
        // Numbers that the newer edition does not have, and that have no one number to go to.
        "We implement A.12.6.1 of ISO/IEC 27001:2013.\n",
        "We use ISO/IEC 27001:2013 (control A.8.1.1, inventory of assets).\n",
        "It follows ISO/IEC 27002:2013 clause 12.6.1.\n",
        "ISO 27001:2013 controls A.9.2.1–A.9.2.6.\n",
        // What is true of one edition only.
        "Annex A of ISO/IEC 27001:2013 has 114 controls.\n",
        "ISO/IEC 27001:2013, published in 2013, is our basis.\n",
        "The auditor wrote: \"We saw ISO/IEC 27001:2013 in use.\"\n",
        "The auditor wrote: “certified to ISO/IEC 27001:2013”.\n",
        "The book \"ISO/IEC 27001:2013 – A Pocket Guide\" lies on the desk.\n",
        "It follows [ISO/IEC 27001:2013](https://www.iso.org/standard/54534.html).\n",
    ] {
        assert_eq!(text(kept, "--fix=unsafe"), kept);
    }
}

#[test]
fn markup_names_and_frames_stay_whole() {
    for (name, kept) in [
        // Markup, an entity or a comment stands inside of the designation.
        ("a.md", "It follows [ISO](https://example.org) 33704.\n"),
        ("a.md", "It follows *ISO* 33704, ISO **33704** and ISO <!-- n --> 33704.\n"),
        ("a.html", "<p>It follows ISO <b>33704</b> and ISO&nbsp;33704.</p>\n"),
        ("a.adoc", "It follows ISO *33704*.\n"),
        ("a.org", "It follows ISO *33704*.\n"),
        // It is written as a name: by such a one something else may be found.
        ("a.md", "See ISO-33704, ISO33704 and ISO_33704.\n"),
        ("a.yaml", "id: ISO-33704\n"),
        ("a.md", "Run `check ISO 33704` here.\n\n```\ncheck ISO 33704\n```\n"),
        // It is a key, or the name of a link whose target is told by that name.
        ("a.toml", "\"ISO 33704\" = \"x\"\n"),
        ("a.yaml", "ISO 33704: x\n"),
        ("a.json", "{\"ISO 33704\": \"x\"}\n"),
        ("a.md", "It follows [ISO 33704] and [the rules of ISO 33704][].\n\n[ISO 33704]: https://example.org\n"),
        ("a.md", "It follows [[ISO 33704]].\n"),
        ("a.org", "It follows [[ISO 33704]] and [[file:a.org][ISO 33704]].\n"),
        ("a.adoc", "It follows <<ISO 33704>>.\n"),
        ("a.rst", "It follows `ISO 33704`_.\n\n.. _ISO 33704: https://example.org\n"),
        ("a.adoc", "See xref:ISO 33704[the text] and link:++ISO 33704++[the text].\n"),
        ("a.adoc", "== ISO 33704\n\nSee <<ISO 33704>>.\n"),
        ("a.tex", "See \\labelcref{ISO 33704} and \\acrshort{ISO 33704}.\n"),
        ("a.md", "## ISO 33704\n\n[go](#iso-33704)\n"),
        ("a.md", "---\nid: ISO 33704\n---\n\nThe name <code>ISO 33704</code> and {{< ref \"ISO 33704\" >}}.\n"),
        ("a.org", "* ISO 33704\n\nSee [[*ISO 33704]] and src_x{ISO 33704}.\n"),
        ("a.rst", ".. glossary::\n\n   ISO 33704\n      Words.\n\nSee :term:`ISO 33704`.\n"),
        // The frame of a table and the line below a heading are as long as the text.
        ("a.rst", "+-----------+\n| ISO 33704 |\n+-----------+\n"),
        ("a.rst", "=========  ====\nISO 33704  used\n=========  ====\nISO 33704  yes\n=========  ====\n"),
        ("a.rst", "ISO 33704\n=========\n\nWords.\n"),
    ] {
        let after = mended(name, kept.as_bytes(), "--fix=unsafe");
        assert_eq!(String::from_utf8(after).as_deref(), Ok(kept), "{name}");
    }
    for (name, before, after) in [
        ("a.md", "As [ISO 33704](https://example.org) says.\n", "As [ISO/IEC TS 33074](https://example.org) says.\n"),
        ("a.md", "| Basis |\n|---|\n| ISO 33704 |\n", "| Basis |\n|---|\n| ISO/IEC TS 33074 |\n"),
        ("a.md", "# Rules of ISO 33704\n", "# Rules of ISO/IEC TS 33074\n"),
        ("a.rst", "It follows ISO 33704, and ``words``.\n", "It follows ISO/IEC TS 33074, and ``words``.\n"),
    ] {
        let mended = mended(name, before.as_bytes(), "--fix");
        assert_eq!(String::from_utf8(mended).as_deref(), Ok(after), "{name}");
    }
}

/// From text to the bytes of a file.
type Encode<'a> = &'a dyn Fn(&str) -> Vec<u8>;

#[test]
fn encodings_line_ends_and_byte_order_marks_stay() {
    let (before, after) = ("Größe\r\nISO 33704 gilt.\r\n", "Größe\r\nISO/IEC TS 33074 gilt.\r\n");
    let with_mark = |text: &str| [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let latin = |text: &str| text.chars().map(|one| u8::try_from(u32::from(one)).expect("Latin")).collect::<Vec<u8>>();
    let little =
        |text: &str| [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let big =
        |text: &str| [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    let plain = |text: &str| text.as_bytes().to_vec();
    let encodings: [Encode<'_>; 5] = [&plain, &with_mark, &latin, &little, &big];
    for (at, encode) in encodings.iter().enumerate() {
        assert_eq!(mended("policy.md", &encode(before), "--fix"), encode(after), "encoding {at}");
    }
}

#[test]
fn every_format_of_text_is_mended_at_its_place() {
    for (name, before, after) in [
        ("a.yaml", "rests-on: \"ISO 33704\"\n", "rests-on: \"ISO/IEC TS 33074\"\n"),
        ("a.json", "{\"a\": \"\\u00e9 ISO 33704\"}\n", "{\"a\": \"\\u00e9 ISO/IEC TS 33074\"}\n"),
        ("a.csv", "standard,use\nISO 33704,yes\n", "standard,use\nISO/IEC TS 33074,yes\n"),
        ("a.html", "<p>It follows ISO 33704.</p>\n", "<p>It follows ISO/IEC TS 33074.</p>\n"),
        ("a.adoc", "It follows ISO 33704.\n", "It follows ISO/IEC TS 33074.\n"),
        ("a.rst", "It follows ISO 33704.\n", "It follows ISO/IEC TS 33074.\n"),
        ("a.tex", "It follows ISO 33704.\n", "It follows ISO/IEC TS 33074.\n"),
        ("a.txt", "It follows ISO 33704.\n", "It follows ISO/IEC TS 33074.\n"),
    ] {
        assert_eq!(String::from_utf8(mended(name, before.as_bytes(), "--fix")).as_deref(), Ok(after), "{name}");
    }
}

#[test]
fn a_diff_changes_nothing() {
    let before = "It follows ISO 33704.\n";
    let folder = folder_of("policy.md", before.as_bytes());
    let output = program::run(folder.path(), &["--diff", "--as-of", DAY]);
    let shown = String::from_utf8(output.stdout).expect("a diff is UTF-8");
    assert!(shown.starts_with("--- a/policy.md\n+++ b/policy.md\n@@ -1 +1 @@\n"), "{shown}");
    assert!(shown.contains("-It follows ISO 33704.\n+It follows ISO/IEC TS 33074.\n"), "{shown}");
    assert_eq!(output.status.code(), Some(1), "what is wrong still is");
    assert_eq!(fs::read_to_string(folder.path().join("policy.md")).expect("it is there"), before);
}

#[test]
fn a_diff_shows_all_that_a_fix_changes() {
    // The number of a clause can be mended only once the edition is: that takes another look at what is mended.
    let before = "Clause 6.6 of ISO/IEC 20000-1:2011 applies.\n";
    let folder = folder_of("policy.md", before.as_bytes());
    let options = ["--fix=unsafe", "--as-of", DAY];
    let shown = program::run(folder.path(), &[&["--diff", "--output=json=report.json"][..], &options].concat());
    let patch = folder.path().join("fix.diff");
    fs::write(&patch, &shown.stdout).expect("a temporary file can be written");
    let report = fs::read_to_string(folder.path().join("report.json")).expect("it was written");
    assert!(report.contains("20000-1:2011"), "the report is about what is there:\n{report}");
    git(folder.path(), &["init", "-q"]);
    git(folder.path(), &["apply", "fix.diff"]);
    let patched = fs::read_to_string(folder.path().join("policy.md")).expect("it is there");
    assert_eq!(patched, text(before, "--fix=unsafe"));
    assert!(patched.contains("8.7.3"), "{patched}");
}

#[test]
fn the_status_tells_what_is_left() {
    let folder = folder_of("policy.md", b"It follows ISO 33704.\n");
    let output = program::run(folder.path(), &["--fix", "--as-of", DAY]);
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("mended 1 finding in 1 document"), "{said}");
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_links_are_not_followed() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let before = "It follows ISO 33704.\n";
    let folder = folder_of("policy.md", before.as_bytes());
    let path = folder.path().join("policy.md");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("it is ours");
    run(folder.path(), &["--fix"]);
    assert_eq!(fs::metadata(&path).expect("it is there").permissions().mode() & 0o777, 0o640);
    assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1, "nothing is left behind");

    // Who may give files away mends those of others as theirs.
    fs::write(&path, before).expect("it is ours");
    if std::os::unix::fs::chown(&path, Some(4711), Some(4712)).is_ok() {
        use std::os::unix::fs::MetadataExt;
        run(folder.path(), &["--fix"]);
        let after = fs::metadata(&path).expect("it is there");
        assert_eq!((after.uid(), after.gid(), after.permissions().mode() & 0o777), (4711, 4712, 0o640));
        assert_ne!(fs::read_to_string(&path).expect("it is there"), before);
    }

    let other = folder_of("b.md", before.as_bytes());
    let also = other.path().join("also.md");
    fs::hard_link(other.path().join("b.md"), &also).expect("it is not there");
    let output = program::run(other.path(), &["--fix", "--as-of", DAY, "b.md"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("b.md was not mended: it has another name as well"), "{said}");
    fs::remove_file(&also).expect("it is ours");
    fs::set_permissions(other.path().join("b.md"), fs::Permissions::from_mode(0o444)).expect("it is ours");
    let output = program::run(other.path(), &["--fix", "--as-of", DAY, "b.md"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("b.md was not mended: its permissions say that it must not be written"), "{said}");

    let elsewhere = folder_of("theirs.md", before.as_bytes());
    let theirs = elsewhere.path().join("theirs.md");
    symlink(&theirs, folder.path().join("link.md")).expect("it is not there");
    let output = program::run(folder.path(), &["--fix", "--as-of", DAY, "link.md"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("link.md was not mended: it is a link"), "{said}");
    symlink(elsewhere.path(), folder.path().join("way")).expect("it is not there");
    for path in ["way/theirs.md", "way"] {
        let output = program::run(folder.path(), &["--fix", "--as-of", DAY, path]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("a link in its path leads out of the working directory"), "{path}: {said}");
    }
    assert_eq!(fs::read_to_string(theirs).expect("it is there"), before);
}

/// Every file below a folder, with its bytes.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder has just been seen").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let bytes = fs::read(&path).expect("the file has just been seen");
            found.push((path, bytes));
        }
    }
    found.sort();
    found
}

fn messages(report: &Value) -> BTreeSet<(String, String, String)> {
    let word = |one: &Value, field: &str| one[field].as_str().unwrap_or_default().to_owned();
    let findings = report["findings"].as_array().expect("a list");
    let message = |one: &Value| {
        // How many documents cite which edition changes with every document that is mended.
        let is_count = one["rule"] == "mixed-editions";
        if is_count {
            (String::new(), word(&one["citation"], "standard"))
        } else {
            (word(one, "path"), word(one, "message"))
        }
    };
    findings
        .iter()
        .map(|one| {
            let (path, message) = message(one);
            match word(one, "rule").as_str() {
                // A suppression that has run out hides nothing any more once its finding is mended.
                "expired-suppression" | "unused-suppression" => (path, "suppression".to_owned(), String::new()),
                rule => (path, rule.to_owned(), message),
            }
        })
        .collect()
}

#[test]
fn a_second_run_changes_nothing_and_nothing_new_is_wrong() {
    let fixtures = project("fixtures");
    let copy = tempfile::tempdir().expect("a temporary folder can be made");
    for (path, bytes) in files(&fixtures) {
        let target = copy.path().join(path.strip_prefix(&fixtures).expect("it is below"));
        fs::create_dir_all(target.parent().expect("it lies in a folder")).expect("a temporary folder can be made");
        fs::write(target, bytes).expect("a temporary file can be written");
    }
    let before = run(copy.path(), &[]);
    let after = run(copy.path(), &["--fix=unsafe"]);
    let once = files(copy.path());
    assert!(messages(&after).len() + 20 < messages(&before).len(), "hardly anything was mended");
    let new: Vec<_> = messages(&after).difference(&messages(&before)).cloned().collect();
    assert_eq!(new, []);
    run(copy.path(), &["--fix=unsafe"]);
    assert!(once == files(copy.path()), "the second run changed something");
}

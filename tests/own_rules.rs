//! Tests rules of one's own: what `sms-lint rules new` writes passes its tests, in every kind, and every mistake in a rule
//! is told.

use std::fs;

use sms_lint::rule::own::load;
use sms_lint::rule::set;
use sms_lint::source::SourceFile;

#[path = "common/program.rs"]
mod program;

const KINDS: [&str; 5] = ["phrase", "metadata", "consistent", "citation", "element"];

#[test]
fn new_rules_pass_their_tests() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for kind in KINDS {
        let made =
            program::run(folder.path(), &["rules", "new", &format!("own-{kind}"), "--kind", kind, "--to", "mine"]);
        assert!(made.status.success(), "{kind}: {}", String::from_utf8_lossy(&made.stderr));
    }
    let tested = program::run(folder.path(), &["test", "mine"]);
    let printed = String::from_utf8_lossy(&tested.stdout).into_owned();
    assert!(tested.status.success() && printed.starts_with("5 rules tested"), "{printed}");
    fs::write(folder.path().join("sms-lint.yaml"), "rules: mine\n").expect("a temporary file can be written");
    let tested = program::run(folder.path(), &["test"]);
    let printed = String::from_utf8_lossy(&tested.stdout).into_owned();
    assert!(tested.status.success() && printed.ends_with(", 0 failed\n"), "{printed}");
}

#[test]
fn who_misspells_a_rule_of_the_configuration_is_told_its_name() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let made = program::run(folder.path(), &["rules", "new", "own-phrase", "--to", "mine"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    fs::write(folder.path().join("sms-lint.yaml"), "rules: mine\n").expect("a temporary file can be written");
    for arguments in [&["--select", "own-phrases"][..], &["explain", "own-phrases"]] {
        let output = program::run(folder.path(), arguments);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && told.contains("did you mean own-phrase?"), "{arguments:?}: {told}");
    }
}

#[test]
fn lists_of_rules_hold_those_of_the_configuration() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let made = program::run(folder.path(), &["rules", "new", "own-phrase", "--to", "mine"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    fs::write(folder.path().join("sms-lint.yaml"), "rules: mine\n").expect("a temporary file can be written");
    let ids = |arguments: &[&str]| {
        let printed = program::run(folder.path(), arguments).stdout;
        let list: serde_json::Value = serde_json::from_slice(&printed).expect("the list is JSON");
        let rules = list["rules"].as_array().expect("a list").iter();
        rules.map(|one| (one["id"].as_str().expect("an id").to_owned(), one["own"] == true)).collect::<Vec<_>>()
    };
    let built_in: Vec<_> = set::rules().iter().map(|rule| (rule.id.to_owned(), false)).collect();
    let own = [("own-phrase".to_owned(), true)];
    assert_eq!(ids(&["rules", "--format", "json"]), [built_in.as_slice(), &own].concat());
    assert_eq!(ids(&["rules", "--format", "json", "--isolated"]), built_in);
    let explained = program::run(folder.path(), &["explain", "own-phrase"]);
    let page = String::from_utf8_lossy(&explained.stdout).into_owned();
    assert!(page.contains("A rule of your own") && page.contains("ignore-next-line own-phrase"), "{page}");
}

#[test]
fn rules_are_read_once_and_from_folders_in_folders() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let house = folder.path().join("house");
    for (id, to) in [("own-phrase", "house"), ("other-phrase", "house/more")] {
        assert!(program::run(folder.path(), &["rules", "new", id, "--to", to]).status.success());
    }
    fs::write(house.join("base.txt"), "rules: .\n").expect("a temporary file can be written");
    let settings = "extends: house/base.txt\nrules: [house, house/own-phrase.yaml, ./house/more]\n";
    fs::write(folder.path().join("sms-lint.yaml"), settings).expect("a temporary file can be written");
    fs::write(folder.path().join("a.md"), "Words.\n").expect("a temporary file can be written");
    let tested = program::run(folder.path(), &["rules", "--format", "markdown"]);
    let printed = String::from_utf8_lossy(&tested.stdout).into_owned();
    assert!(tested.status.success(), "{}", String::from_utf8_lossy(&tested.stderr));
    for id in ["`own-phrase`", "`other-phrase`"] {
        assert_eq!(printed.matches(id).count(), 1, "{printed}");
    }
    // Their files are no documents, and a run by them ends well.
    let checked = program::run(folder.path(), &["--format", "json", "--as-of", "2026-11-22"]);
    let report: serde_json::Value = serde_json::from_slice(&checked.stdout).expect("the report is JSON");
    assert_eq!(report["summary"]["documents"], 1, "{report}");
}

#[test]
fn mistakes_are_told_at_their_place() {
    let rule = "id: own-rule\nsummary: x\nseverity: error\ncheck:\n  phrase:\n    words: [old name]\n    patterns: ['a\\.b']\nmessage:\n  text: [\"{match} is old\"]\n";
    assert!(load(&SourceFile::from_text("a.yaml", rule), 0).is_ok());
    for (before, after, marked) in [
        ("own-rule", "own", "own"),
        ("own-rule", "withdrawn-standard", "withdrawn-standard"),
        ("severity: error", "severity: error\nreferences: [javascript:alert(1)]", "javascript:alert(1)"),
        ("severity: error", "severity: error\nreferences: ['https://a/ b']", "'https://a/ b'"),
        ("severity: error", "severity: error\nreferences: ['https://a/##[error]']", "'https://a/##[error]'"),
        ("severity: error", "severity: bad", "bad"),
        ("summary: x\n", "", "id: own-rule"),
        ("phrase:", "phrases:", "phrases"),
        ("words:", "word:", "word"),
        ("'a\\.b'", "'ab(c'", "("),
        ("['a\\.b']", "ab[c-a]", "c-a"),
        ("'a\\.b'", "'ü(?<x>a)(?<x>b)'", "x"),
        ("'a\\.b'", "\"a\\\\.b\\\\\"", "\\\\"),
        ("'a\\.b'", "'a*'", "'a*'"),
        ("[old name]", "['']", "''"),
        ("{match}", "{matched}", "\"{matched} is old\""),
        ("message:\n", "examples: {good: [], bad: []}\nmessage:\n", "good"),
    ] {
        let text = rule.replace(before, after);
        let faults = load(&SourceFile::from_text("a.yaml", &text), 0).expect_err(after);
        let texts: Vec<&str> = faults.iter().map(|one| &text[one.span.start..one.span.end]).collect();
        assert_eq!(texts, [marked], "{after}: {faults:?}");
        assert!(faults.iter().all(|one| !one.message.is_empty()), "{faults:?}");
    }
}

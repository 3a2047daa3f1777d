//! Tests what a baseline does over several runs: what it knows again, what it does not hide, and when it is to be pruned.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

#[path = "common/folder.rs"]
mod folder;
#[path = "common/program.rs"]
mod program;
#[path = "common/project.rs"]
mod project;
use folder::folder;
use project::project;

const DAY: &str = "2026-11-22";

const OLD: &str = "Our controls follow ISO/IEC 27001:2013. Continuity follows ISO 22301:2012.\n";

/// A folder with a document, and with the baseline of what is found in it.
fn known() -> TempDir {
    let folder = folder("", &[("a.md", OLD)]);
    let (status, said) = run(folder.path(), &["baseline", "create"]);
    assert_eq!((status, said.as_str()), (0, "sms-lint-baseline.json knows 2 findings.\n"));
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("a temporary file can be written");
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let output = program::run(folder, &[arguments, &["--as-of", DAY]].concat());
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Exit status, rule and line of what is open, and how much is known.
fn check(folder: &Path) -> (i32, Vec<(String, u64)>, usize) {
    let (status, report) = run(folder, &["--format", "json"]);
    let report: Value = serde_json::from_str(&report).expect("the report is JSON");
    let open = report["findings"].as_array().expect("a list").iter().map(|one| {
        (one["rule"].as_str().unwrap_or_default().to_owned(), one["start"]["line"].as_u64().unwrap_or_default())
    });
    (status, open.collect(), report["known"].as_array().expect("a list").len())
}

fn rule(id: &str, line: u64) -> (String, u64) {
    (id.to_owned(), line)
}

#[test]
fn what_has_moved_is_known_and_what_is_new_in_the_same_line_is_not() {
    let folder = known();
    assert_eq!(check(folder.path()), (0, vec![], 2));
    let wrapped = OLD.replace("follow ISO", "follow\nISO");
    write(folder.path(), "a.md", &format!("# Policy\n\nWords.\n\n{wrapped}"));
    assert_eq!(check(folder.path()), (0, vec![], 2));
    let again = OLD.trim_end().to_owned() + " So do its plans, by ISO 22301:2012.\n";
    write(folder.path(), "a.md", &again);
    assert_eq!(check(folder.path()), (1, vec![rule("superseded-edition", 1)], 2));
    write(folder.path(), "a.md", &OLD.replace(":2013.", ":2013 and ISO/IEC 27001:2013."));
    let (status, open, known) = check(folder.path());
    assert_eq!((status, open.iter().filter(|(rule, _)| rule == "superseded-edition").count(), known), (1, 2, 1));
}

#[test]
fn a_copy_is_new_and_a_renamed_document_is_not() {
    let folder = known();
    write(folder.path(), "b.md", OLD);
    let (status, open, known) = check(folder.path());
    assert_eq!((status, open.len(), known), (1, 2, 2), "the path counts while the file is there");
    fs::remove_file(folder.path().join("a.md")).expect("it is there");
    assert_eq!(check(folder.path()), (0, vec![], 2));
    let (status, said) = run(folder.path(), &["baseline", "prune"]);
    assert_eq!((status, said.as_str()), (0, "sms-lint-baseline.json knew 2 findings and knows 2 now.\n"));
    let text = fs::read_to_string(folder.path().join("sms-lint-baseline.json")).expect("it is there");
    assert!(text.contains("b.md") && !text.contains("a.md"), "{text}");
}

#[test]
fn what_is_mended_is_to_be_pruned_and_comes_back_as_new() {
    let folder = known();
    write(folder.path(), "a.md", "Our controls follow ISO/IEC 27001. Continuity follows ISO 22301:2012.\n");
    assert_eq!(check(folder.path()), (0, vec![rule("stale-baseline", 5)], 1));
    assert_eq!(run(folder.path(), &["baseline", "prune"]).0, 0);
    assert_eq!(check(folder.path()), (0, vec![], 1));
    write(folder.path(), "a.md", OLD);
    assert_eq!(check(folder.path()), (1, vec![rule("superseded-edition", 1)], 1));
}

#[test]
fn what_is_mended_in_a_sentence_leaves_the_others_known_and_another_citation_is_new() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let both = "We follow ISO/IEC 27001:2013 and ISO 22301:2012.\n";
    write(folder.path(), "a.md", both);
    assert_eq!(run(folder.path(), &["baseline", "create"]).0, 0);
    write(folder.path(), "a.md", &both.replace("22301:2012", "22301"));
    assert_eq!(check(folder.path()), (0, vec![rule("stale-baseline", 4)], 1));
    write(folder.path(), "a.md", &both.replace("22301:2012", "9001:2008"));
    let new = vec![rule("superseded-edition", 1), rule("stale-baseline", 4)];
    assert_eq!(check(folder.path()), (1, new, 1), "another old citation in its place is new");
    write(folder.path(), "a.md", &both.replace(".\n", " and ISO 9001:2008.\n"));
    assert_eq!(check(folder.path()).0, 1, "one more in the sentence is new");
    write(folder.path(), "a.md", &both.replace("We", "They"));
    assert_eq!(check(folder.path()).0, 1, "other words are another sentence");
}

#[test]
fn a_citation_in_the_place_of_another_is_new() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    write(folder.path(), "a.md", "Policies follow ISO/IEC 27001:2013 and contracts follow ISO 22301.\n");
    assert_eq!(run(folder.path(), &["baseline", "create"]).0, 0);
    write(folder.path(), "a.md", "Policies follow ISO 22301 and contracts follow ISO/IEC 27001:2013.\n");
    let new = vec![rule("superseded-edition", 1), rule("stale-baseline", 4)];
    assert_eq!(check(folder.path()), (1, new, 0));
}

/// Nothing in the documents tells the two apart, as the manual says.
#[test]
fn a_twin_of_a_mended_sentence_counts_as_the_one_that_was_there() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let old = "We follow ISO/IEC 27001:2013 and ISO 22301.\n";
    write(folder.path(), "a.md", old);
    assert_eq!(run(folder.path(), &["baseline", "create"]).0, 0);
    let (mended, twin) = (old.replace(":2013", ""), old.replace("22301", "9001"));
    write(folder.path(), "a.md", &twin);
    assert_eq!(check(folder.path()), (0, vec![], 1));
    write(folder.path(), "a.md", &format!("{mended}\n{twin}"));
    assert_eq!(check(folder.path()), (0, vec![], 1));
    write(folder.path(), "a.md", &format!("{mended}\n{twin}\n{twin}"));
    assert_eq!(check(folder.path()), (1, vec![rule("superseded-edition", 5)], 1));
    write(folder.path(), "a.md", &mended.replace("ISO 22301", "ISO/IEC 20000-9"));
    assert_eq!(check(folder.path()).0, 1, "another old citation is new");
}

#[test]
fn numbers_that_are_mended_in_a_sentence_leave_the_others_known() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let both = "Controls A.12.6.1 and A.9.1.1 of ISO/IEC 27001:2022 are in force.\n";
    write(folder.path(), "a.md", both);
    assert_eq!(run(folder.path(), &["baseline", "create"]).0, 0);
    let (_, _, known) = check(folder.path());
    assert!(known >= 2, "both are found: {known}");
    write(folder.path(), "a.md", &both.replace("A.9.1.1", "A.5.15"));
    let (status, open, left) = check(folder.path());
    assert!(status == 0 && left < known && open.iter().all(|(rule, _)| rule == "stale-baseline"), "{open:?}");
}

#[test]
fn findings_of_own_rules_are_known_by_document_and_sentence() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let text = "id: own-phrase\nsummary: x\nseverity: error\ncheck:\n  phrase:\n    words: [old name]\n\
                message:\n  text: [\"{match} is old\"]\n";
    write(folder.path(), "own.yaml", text);
    write(folder.path(), "sms-lint.yaml", "rules: own.yaml\n");
    write(folder.path(), "a.md", "The old name stays.\n");
    assert_eq!(run(folder.path(), &["baseline", "create"]).0, 0);
    assert_eq!(check(folder.path()), (0, vec![], 1));
    write(folder.path(), "a.md", "It is gone.\n");
    write(folder.path(), "b.md", "An old name comes.\n");
    let (status, open, known) = check(folder.path());
    assert_eq!((status, open.len(), known), (1, 2, 0), "{open:?}");
}

#[test]
fn it_is_found_beside_the_configuration_and_at_the_root_of_the_repository() {
    for configuration in [".github/sms-lint.yaml", ".config/sms-lint.yaml", "docs/sms-lint.yaml", "sms-lint.yaml"] {
        let beside = Path::new(configuration).parent().expect("it is a file").join("sms-lint-baseline.json");
        for place in [beside.to_str().expect("it is text"), "sms-lint-baseline.json"] {
            let folder = tempfile::tempdir().expect("a temporary folder can be made");
            for name in [".git", ".github", ".config", "docs"] {
                fs::create_dir(folder.path().join(name)).expect("a temporary folder can be made");
            }
            write(folder.path(), "docs/a.md", OLD);
            write(folder.path(), configuration, "fail-on: warning\n");
            assert_eq!(run(folder.path(), &["baseline", "create", "docs", "--baseline", place]).0, 0);
            let (status, said) = run(folder.path(), &["docs", "--format", "concise"]);
            assert!(status == 0 && said.contains("2 known"), "{configuration}, {place}: {said}");
        }
    }
}

#[test]
fn an_entry_that_can_never_match_is_to_be_pruned() {
    let folder = known();
    let file = folder.path().join("sms-lint-baseline.json");
    let text = fs::read_to_string(&file).expect("it is there");
    let row = |rule: &str, count: u32| {
        format!("    {{\"path\": \"a.md\", \"rule\": \"{rule}\", \"sentence\": \"0\", \"count\": {count}}},\n")
    };
    let more = row("no-such-rule", 1) + &row("withdrawn-standard", 0);
    let changed = text.replace("\"findings\": [\n", &format!("\"findings\": [\n{more}"));
    fs::write(&file, changed).expect("it can be written");
    assert_eq!(check(folder.path()), (0, vec![rule("stale-baseline", 4), rule("stale-baseline", 5)], 2));
    assert_eq!(run(folder.path(), &["baseline", "prune"]).0, 0);
    assert_eq!(fs::read_to_string(&file).expect("it is there"), text);
}

#[test]
fn a_ratchet_does_not_let_it_grow() {
    let folder = known();
    let file = folder.path().join("sms-lint-baseline.json");
    let before = fs::read(&file).expect("it is there");
    write(folder.path(), "b.md", "Cloud services follow ISO/IEC TR 20000-9.\n");
    let (status, said) = run(folder.path(), &["baseline", "update", "--ratchet"]);
    assert_eq!(status, 1);
    assert!(said.contains("b.md:1:23: withdrawn-standard ISO/IEC 20000-9") && said.contains("must not grow"), "{said}");
    assert_eq!(fs::read(&file).expect("it is there"), before);
    // One finding less and another one more is growth too.
    write(folder.path(), "a.md", "Our controls follow ISO/IEC 27001.\n");
    assert_eq!(run(folder.path(), &["baseline", "update", "--ratchet"]).0, 1);
    assert_eq!(fs::read(&file).expect("it is there"), before);
    write(folder.path(), "a.md", OLD);
    assert_eq!(run(folder.path(), &["baseline", "update"]).0, 0);
    assert_eq!(check(folder.path()), (0, vec![], 3));
    write(folder.path(), "a.md", "Our controls follow ISO/IEC 27001.\n");
    assert_eq!(run(folder.path(), &["baseline", "update", "--ratchet"]).0, 0);
    assert_eq!(check(folder.path()), (0, vec![], 1));
}

#[test]
fn documents_that_a_run_does_not_look_at_keep_their_entries() {
    let folder = known();
    write(folder.path(), "b.md", "Nothing is cited here.\n");
    let (status, said) = run(folder.path(), &["b.md", "--baseline", "sms-lint-baseline.json"]);
    assert!(status == 0 && !said.contains("stale-baseline"), "{said}");
    let arguments = ["baseline", "prune", "b.md", "--baseline", "sms-lint-baseline.json"];
    let (_, said) = run(folder.path(), &arguments);
    assert_eq!(said, "sms-lint-baseline.json knew 2 findings and knows 2 now.\n");
}

#[test]
fn what_the_whole_set_has_elsewhere_is_kept() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for sub in ["policies", "other"] {
        fs::create_dir(folder.path().join(sub)).expect("a temporary folder can be made");
        for number in 1..4 {
            let text = format!("In {sub} we follow ISO/IEC 20000-1:2018 in part {number}.\n");
            write(folder.path(), &format!("{sub}/{number}.md"), &text);
        }
    }
    // The root of a repository is where the baseline lies.
    fs::create_dir(folder.path().join(".git")).expect("a temporary folder can be made");
    let known = "sms-lint-baseline.json knew 1 finding and knows 1 now.\n";
    let file = || fs::read_to_string(folder.path().join("sms-lint-baseline.json")).expect("it is there");
    assert_eq!(run(folder.path(), &["baseline", "create"]).0, 0);
    let made = file();
    assert!(made.contains("\"count\": 6"), "each place is known: {made}");
    for action in ["prune", "update"] {
        assert_eq!(run(folder.path(), &["baseline", action, "policies"]), (0, known.to_owned()), "{action}");
        assert_eq!(file(), made, "{action}");
    }
    assert_eq!(check(folder.path()).1, []);
}

#[test]
fn what_a_fix_mends_leaves_the_rest_known() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let rule =
        "id: retired-policy\nsummary: x\nseverity: error\ncheck: {phrase: {words: ISP-07}}\nmessage: {text: [old]}\n";
    write(folder.path(), "rule.yaml", rule);
    write(folder.path(), "sms-lint.yaml", "rules: rule.yaml\n");
    let text = "What clause 9.7.3 of ISO/IEC 20000-1 asks for follows ISO/IEC 27001:2013.\n\n\
                Both ISP-07 and ISO 33704 apply here.\n\n| a | b |\n|---|---|\n| ISO 33704 | ISO/IEC 27001:2013 |\n";
    write(folder.path(), "a.md", text);
    assert_eq!(run(folder.path(), &["baseline", "create"]).0, 0);
    assert_eq!(run(folder.path(), &["--ignore-suppressions", "--fix"]).0, 1);
    assert_eq!(run(folder.path(), &["baseline", "prune"]).0, 0);
    assert_eq!(check(folder.path()), (0, vec![], 3));
}

#[test]
fn the_file_is_what_its_schema_says() {
    let folder = known();
    write(folder.path(), "b.md", "Services follow ISO/IEC 20000-1:2018.\n");
    assert_eq!(run(folder.path(), &["baseline", "update"]).0, 0);
    let read = |path: &Path| -> Value {
        serde_json::from_str(&fs::read_to_string(path).expect("it is there")).expect("it is JSON")
    };
    let schema = read(&project("schemas/baseline.schema.json"));
    let written = read(&folder.path().join("sms-lint-baseline.json"));
    let validator = jsonschema::validator_for(&schema).expect("it is a schema");
    let faults: Vec<String> = validator.iter_errors(&written).map(|error| error.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(written["findings"].as_array().map(Vec::len), Some(3));
}

#[test]
fn files_by_which_a_run_goes_are_no_documents() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path();
    write(path, "a.md", "See ISO 33704.\n");
    let base = "# ISO 22301:2012 was asked for.\nfail-on: error\n";
    write(path, "base.yaml", base);
    write(path, "sms-lint.yaml", "extends: base.yaml\nbaseline: known.json\n# ISO 9001:2008 was asked for.\n");
    assert_eq!(run(path, &["baseline", "create"]), (0, "known.json knows 1 finding.\n".to_owned()));
    let before = fs::read(path.join("known.json")).expect("it has just been written");
    let all = ["a.md", "base.yaml", "sms-lint.yaml", "known.json"];
    for arguments in [&[][..], &["--fix=unsafe"], &all, &[&all[..], &["--force-exclude"]].concat()] {
        let (status, printed) = run(path, &[arguments, &["--format", "concise"]].concat());
        assert_eq!(status, 0, "{arguments:?}: {printed}");
        assert!(!printed.contains("error["), "{arguments:?}: {printed}");
    }
    assert_eq!(fs::read(path.join("known.json")).expect("it is there"), before);
    assert_eq!(fs::read_to_string(path.join("base.yaml")).expect("it is there"), base);
    let (status, printed) = run(path, &["known.json", "--format", "concise"]);
    assert!(status == 3 && printed.contains("skipped known.json: sms-lint goes by it"), "{status} {printed}");
    let (status, printed) = run(path, &["sms-lint.yaml", "--isolated", "--format", "concise"]);
    assert!(status == 3 && printed.contains("skipped sms-lint.yaml"), "{status} {printed}");
}

#[test]
fn findings_are_counted_alike_wherever_they_are_counted() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let places = "Risks follow ISO/IEC 27001:2022. Controls follow ISO/IEC 27001:2022.\n";
    write(folder.path(), "a.md", OLD);
    write(folder.path(), "b.md", places);
    write(folder.path(), "c.md", places);
    let (_, report) = run(folder.path(), &["--format", "json"]);
    let report: Value = serde_json::from_str(&report).expect("the report is JSON");
    let found = report["findings"].as_array().expect("a list");
    let many = found.iter().find(|one| one["rule"] == "missing-amendment").expect("an amendment is left out");
    assert!(!many["related"].as_array().expect("a list").is_empty(), "the amendment is left out at several places");
    let words = format!("{} findings", found.len());
    let (_, begun) = run(folder.path(), &["init"]);
    assert!(begun.contains(&format!("sms-lint-baseline.json: {words} known")), "{words}: {begun}");
    assert_eq!(check(folder.path()), (0, vec![], found.len()));
    let (_, shown) = run(folder.path(), &["baseline", "show"]);
    assert!(shown.ends_with(&format!("sms-lint-baseline.json knows {words}.\n")), "{words}: {shown}");
    assert!(shown.contains("ISO/IEC 27001:2022, in 4 places\n"), "{shown}");
    let (_, updated) = run(folder.path(), &["baseline", "update"]);
    assert_eq!(updated, format!("sms-lint-baseline.json knew {words} and knows {} now.\n", found.len()));
    fs::remove_file(folder.path().join("sms-lint-baseline.json")).expect("it is there");
    assert_eq!(run(folder.path(), &["baseline", "create"]).1, format!("sms-lint-baseline.json knows {words}.\n"));
}

#[test]
fn a_baseline_that_is_not_there_is_not_written_and_a_folder_is_named() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    write(folder.path(), "a.md", OLD);
    let said = |arguments: &[&str]| {
        let output = program::run(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(
        said(&["baseline", "show"])
            .starts_with("sms-lint: cannot read the baseline sms-lint-baseline.json: there is none")
    );
    assert!(said(&["baseline", "show", "nosuch"]).starts_with("sms-lint: cannot read nosuch: it is not there"));
}

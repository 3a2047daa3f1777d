//! What a comment that speaks to sms-lint hides, by where it stands and by what it says.

use serde_json::Value;

#[path = "common/program.rs"]
mod program;

const OLD: &str = "ISO/IEC 27001:2013";

/// The rules of open findings of one document, and how many are hidden.
fn found(name: &str, text: &str, options: &[&str]) -> (Vec<String>, u64) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    std::fs::write(folder.path().join(name), text).expect("a temporary file can be written");
    let always = ["--as-of", "2026-11-22", "--format", "json", "--ignore", "missing-amendment"];
    let output = program::run(folder.path(), &[&always[..], options].concat());
    let report: Value = serde_json::from_slice(&output.stdout).expect("the report is JSON");
    let rule = |one: &Value| one["rule"].as_str().expect("a rule").to_owned();
    let hidden = ["suppressed", "acknowledged"].map(|list| report["summary"][list].as_u64().expect("a number"));
    (report["findings"].as_array().expect("a list").iter().map(rule).collect(), hidden.iter().sum())
}

#[track_caller]
fn says(name: &str, text: &str, options: &[&str], rules: &[&str], hidden: u64) {
    let wanted: Vec<String> = rules.iter().map(|rule| (*rule).to_owned()).collect();
    assert_eq!(found(name, text, options), (wanted, hidden), "{text}");
}

#[test]
fn a_comment_behind_the_last_column_speaks_of_its_row() {
    let row = |behind: &str| format!("| a | b |\n|---|---|\n| {OLD} | x | {behind}\n");
    says("a.md", &row("<!-- sms-lint: ignore-line -- because -->"), &[], &[], 1);
    says("a.md", &row("<!-- sms-lint: ignore-next-line -- because -->"), &[], &["superseded-edition"], 0);
    says("a.md", &row("`<!-- sms-lint: ignore-line -- because -->` |"), &[], &["superseded-edition"], 0);
}

#[test]
fn a_comment_behind_a_key_speaks_of_its_value() {
    const NEXT: &str = "# sms-lint: ignore-next-line -- because";
    for head in ["a:", "a: &anchor", "a: !tag", "a: |", "a: >-"] {
        says(
            "a.yaml",
            &format!("{head} {NEXT}\n  Signed under {OLD}.\nb: We follow {OLD}.\n"),
            &[],
            &["superseded-edition"],
            1,
        );
    }
    let lines = format!("a: |\n  Signed. {NEXT}\n  We follow {OLD}.\n");
    says("a.yaml", &lines, &[], &["superseded-edition"], 0);
    says("a.yaml", &format!("a: Signed under {OLD}. {NEXT}\nb: We follow {OLD}.\n"), &[], &["superseded-edition"], 1);
}

#[test]
fn what_only_looks_like_a_comment_hides_nothing() {
    const FILE: &str = "<!-- sms-lint: ignore-file -- because -->";
    for text in [
        format!("<p title=\"{FILE}\">{OLD}</p>\n"),
        format!("<p>{OLD}</p><script>var a = \"{FILE}\";</script>\n"),
        format!("<style>/* {FILE} */</style><p>{OLD}</p>\n"),
        format!("<p>{OLD}</p><a href='{FILE}'>a</a>\n"),
    ] {
        says("a.html", &text, &[], &["superseded-edition"], 0);
        says("a.md", &text, &[], &["superseded-edition"], 0);
    }
    for text in [
        format!("{OLD} and [a](https://example.org \"{FILE}\").\n"),
        format!("{OLD} and [a](<https://example.org/{FILE}>).\n").replace("<!--", "\\<!--").replace("-->)", "--\\>)"),
        format!("{OLD} and ![{FILE}](a.png).\n"),
        format!("{OLD} and <textarea>{FILE}</textarea> here.\n"),
        format!("{OLD} and <script>{FILE}</script> here.\n"),
    ] {
        says("a.md", &text, &[], &["superseded-edition"], 0);
    }
    for (name, text) in [
        ("a.html", format!("<p>{OLD}</p><plaintext>{FILE}\n")),
        ("a.html", format!("<p>{OLD}</p title=\">\" x=\"{FILE}\">\n")),
        ("a.md", format!("{OLD}\n\n<plaintext>\n\n{FILE}\n")),
        ("a.md", format!("{OLD}\n\n<xmp>\n\n{FILE}\n\n</xmp>\n")),
        ("a.md", format!("{OLD} <textarea>\n{FILE}\n</textarea> here\n")),
        ("a.tex", format!("{OLD} \\url{{https://example.org/% sms-lint: ignore-file -- because }}\n")),
    ] {
        says(name, &text, &[], &["superseded-edition"], 0);
    }
    for (name, text) in [
        ("a.html", format!("<p>{OLD}</p>{FILE}\n")),
        ("a.md", format!("# <title>\n\n{FILE}\n\n{OLD}\n")),
        ("a.md", format!("{OLD} {FILE}\n")),
        ("a.md", format!("{OLD} and <xmp>a</xmp> {FILE}\n")),
        ("a.md", format!("> {FILE}\n> {OLD}\n")),
        ("a.md", format!("<div>\n{FILE}\n</div>\n\n{OLD}\n")),
    ] {
        says(name, &text, &[], &[], 1);
    }
}

#[test]
fn the_next_line_is_all_that_begins_on_it() {
    const NEXT: &str = "sms-lint: ignore-next-line superseded-edition -- named in the contract";
    for (name, text) in [
        ("a.yaml", format!("# {NEXT}\nn: [{OLD}]\n")),
        ("a.yaml", format!("# {NEXT}\nx: {{s: {OLD}, t: b}}\n")),
        ("a.toml", format!("# {NEXT}\nx = [\"{OLD}\"]\n")),
        ("a.md", format!("---\n# {NEXT}\nstandards: [{OLD}]\n---\n")),
        ("a.adoc", format!("// {NEXT}\nterm:: {OLD}\n")),
    ] {
        says(name, &text, &[], &[], 1);
        let below = format!(
            "{}\n{}",
            text.trim_end_matches("---\n"),
            if name == "a.md" { "b: ISO 9001:2008\n---\n" } else { "" }
        );
        let below = match name {
            "a.yaml" => below + "b: ISO 9001:2008\n",
            "a.toml" => below + "b = \"ISO 9001:2008\"\n",
            "a.adoc" => below + "\nISO 9001:2008\n",
            _ => below,
        };
        says(name, &below, &[], &["superseded-edition"], 1);
    }
}

#[test]
fn what_only_looks_like_a_comment_of_mdx_hides_nothing() {
    const BRACES: &str = "{/* sms-lint: ignore-file -- because */}";
    const SIGNS: &str = "<!-- sms-lint: ignore-file -- because -->";
    for text in [
        format!("<Note title=\"{BRACES}\">a</Note>\n"),
        format!("<Note title=\"{BRACES}\"/>\n"),
        format!("<Note title=\"{SIGNS}\"/>\n"),
        format!("<Note title={{\"{BRACES}\"}}>a</Note>\n"),
        format!("See [a](https://example.org \"{BRACES}\").\n"),
        format!("See ![{BRACES}](a.png).\n"),
        format!("import a from \"{BRACES}\"\n"),
        format!("{{'{BRACES}'}}\n"),
        format!("\\{BRACES}\n"),
        format!("{{/* a */}} See [a](https://example.org \"{BRACES}\").\n"),
    ] {
        says("a.mdx", &format!("{text}\n{OLD}\n"), &[], &["superseded-edition"], 0);
    }
    for text in [
        BRACES.to_owned(),
        SIGNS.to_owned(),
        format!("Text {BRACES} goes on."),
        format!("<Card>{BRACES}</Card>"),
        format!("<textarea>{BRACES}</textarea>"),
        format!("<Card>\n  {BRACES}\n  Text.\n</Card>"),
        format!("- a {BRACES}"),
        format!("    {BRACES}"),
        BRACES.replace("because", "because } it { {"),
    ] {
        says("a.mdx", &format!("{text}\n\n{OLD}\n"), &[], &[], 1);
    }
}

#[test]
fn a_comment_of_restructuredtext_may_begin_and_go_on_in_further_lines() {
    for comment in [
        "..\n   sms-lint: ignore-next-line superseded-edition -- because\n",
        ".. sms-lint: ignore-next-line superseded-edition --\n   because\n   it is so\n",
        ".. sms-lint: ignore-next-line\n   superseded-edition\n   until=2027-01-31 -- because\n",
    ] {
        says("a.rst", &format!("{comment}\nIt follows {OLD}.\n"), &[], &[], 1);
    }
    says(
        "a.rst",
        &format!("..\n   sms-lint: ignore-line superseded-edition\n\n{OLD}\n"),
        &[],
        &["unreasoned-suppression", "superseded-edition"],
        0,
    );
}

#[test]
fn a_comment_with_a_word_that_means_nothing_hides_nothing() {
    for words in
        ["superseded-edition until:2020-01-01", "superseded-edition until 2027-01-31", "superseded-edition,foo"]
    {
        let text = format!("{OLD} <!-- sms-lint: ignore-line {words} -- because -->\n");
        let (rules, hidden) = found("a.md", &text, &[]);
        assert!(rules.iter().any(|rule| rule == "superseded-edition") && hidden == 0, "{words}: {rules:?}");
        assert!(rules.iter().any(|rule| rule == "unknown-suppression"), "{words}: {rules:?}");
        // Without a configuration nobody knows whether it has a rule of that name.
        says("a.md", &text, &["--isolated"], &[], 1);
    }
    // A name that is nearly one of ours is misspelt, and hides nothing whatever the configuration holds.
    let text = format!("{OLD} <!-- sms-lint: ignore-line supersede-edition -- because -->\n");
    says("a.md", &text, &["--isolated"], &["superseded-edition", "unknown-suppression"], 0);
}

#[test]
fn an_end_may_name_the_rules_of_its_start_in_any_order() {
    let text = format!(
        "<!-- sms-lint: ignore-start withdrawn-standard, superseded-edition -- because -->\n\n{OLD}\n\n\
         <!-- sms-lint: ignore-end superseded-edition, withdrawn-standard -->\n\nWe follow {OLD}.\n"
    );
    says(
        "a.md",
        &text,
        &["--select", "superseded-edition,withdrawn-standard,unknown-suppression"],
        &["superseded-edition"],
        1,
    );
}

#[test]
fn no_day_is_too_far_ahead_to_be_counted() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("it can be written");
    write("sms-lint.yaml", "suppressions: {max-horizon: 4000000000}\n");
    write("a.md", &format!("<!-- sms-lint: ignore-next-line until=9999-12-31 -- because -->\n{OLD}\n"));
    for arguments in [&["check"][..], &["suppressions", "--expiring", "4000000000"]] {
        let output = program::run(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn of_rules_that_are_off_nothing_is_said() {
    let off = ["--ignore", "superseded-edition"];
    for (comment, on) in [
        ("<!-- sms-lint: ignore-line superseded-edition -->", "unreasoned-suppression"),
        ("<!-- sms-lint: ignore-start superseded-edition -- because -->", "unknown-suppression"),
        ("<!-- sms-lint: ignore-line superseded-edition until=2020-01-01 -- because -->", "expired-suppression"),
    ] {
        let text = format!("{comment} {OLD}\n");
        says("a.md", &text, &off, &[], 0);
        let (rules, hidden) = found("a.md", &text, &[]);
        assert!(rules.iter().any(|rule| rule == on) && hidden == 0, "{comment}: {rules:?}");
    }
}

#[test]
fn history_that_has_run_out_is_said_where_it_would_still_hide_something() {
    let text =
        |words: &str, cited: &str| format!("<!-- sms-lint: historical {words}-- minutes -->\n\nIt follows {cited}.\n");
    for until in ["until=2020-01-01 ", "until=soon "] {
        says("a.md", &text(until, OLD), &[], &["expired-suppression", "superseded-edition"], 0);
        says("a.md", &text(until, "ISO/IEC 27001:2022"), &[], &[], 0);
    }
    for until in ["until=2026-11-22 ", ""] {
        says("a.md", &text(until, OLD), &[], &[], 1);
    }
}

/// Thousands of comments in one line, each of which speaks of all that is found in it.
#[test]
fn many_comments_in_one_line_cost_little_more_than_few() {
    const MANY: usize = 4000;
    let comments =
        |open: &str, close: &str| format!("{OLD} {open} sms-lint: ignore-line -- because {close} ").repeat(MANY);
    for (name, text) in [
        ("a.md", comments("<!--", "-->")),
        (
            "a.jsonc",
            format!(
                "{{\"a\": [{} \"b\"]}}",
                format!("\"{OLD}\", /* sms-lint: ignore-line -- because */ ").repeat(MANY)
            ),
        ),
        // Only the first is a comment: it goes on to the end of the last.
        ("b.md", format!("{OLD} {} -->\n", "<!-- sms-lint: ignore-line -- because ".repeat(MANY))),
    ] {
        let begun = std::time::Instant::now();
        let (_, hidden) = found(name, &text, &[]);
        assert_eq!(hidden as usize, if name == "b.md" { 1 } else { MANY }, "{name}");
        assert!(begun.elapsed().as_secs() < 60, "{name}: {:?}", begun.elapsed());
    }
}

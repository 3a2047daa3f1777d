//! Every writer prints the same report as expected, and lets no document speak to the program that reads it.

use std::path::PathBuf;
use std::sync::Arc;

use clap::ValueEnum;
use serde_json::Value;
use sms_lint::finding::Severity;
use sms_lint::report::{Dossier, Format, Look, human, write_apart};

#[path = "common/expected.rs"]
mod expected;
#[path = "common/project.rs"]
mod project;
#[path = "common/shared_report.rs"]
mod shared_report;
use project::project;

use shared_report::{HOSTILE, PLAIN, dossier};

fn printed(format: Format, dossier: &Dossier) -> Vec<u8> {
    let mut out = Vec::new();
    write_apart(format, dossier, &mut out).expect("a list of bytes takes all");
    out
}

fn hostile(format: Format) -> String {
    String::from_utf8(printed(format, &dossier(&HOSTILE))).expect("every format is UTF-8")
}

fn file(format: Format) -> PathBuf {
    project("fixtures/reports").join(format.name())
}

#[test]
fn every_writer_prints_the_shared_report_as_expected() {
    let formats = Format::value_variants();
    let failures: Vec<String> = formats
        .iter()
        .filter_map(|format| expected::difference(&file(*format), &printed(*format, &dossier(&PLAIN))))
        .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn every_expected_report_has_a_writer() {
    let entries = file(Format::Human).parent().and_then(|folder| folder.read_dir().ok()).expect("the folder is there");
    let mut there: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    let mut wanted: Vec<PathBuf> = Format::value_variants().iter().map(|format| file(*format)).collect();
    there.sort();
    wanted.sort();
    assert_eq!(there, wanted);
}

/// What somebody who is sent a report must be able to find in it.
#[test]
fn every_report_says_what_it_rests_on() {
    for format in Format::value_variants() {
        let text = String::from_utf8(printed(*format, &dossier(&PLAIN))).expect("every format is UTF-8");
        let mut wanted = vec!["no evidence of conformity", "not affiliated with"];
        match format {
            Format::Human
            | Format::Concise
            | Format::Github
            | Format::Json
            | Format::JsonLines
            | Format::Sarif
            | Format::Gitlab
            | Format::Junit
            | Format::Checkstyle
            | Format::Markdown
            | Format::Csv
            | Format::Html
            | Format::Oscal => wanted.extend([
                "0.1.0",
                "2026-09-16",
                "2026-11-22",
                "0123456789abcdef0123456789abcdef01234567",
                "sha256:0000",
                "relaton/relaton-data-iso at 87c31d31",
            ]),
        }
        for words in wanted {
            assert!(text.replace("\\:", ":").contains(words), "{format:?} does not say {words:?}:\n{text}");
        }
    }
}

/// True for what a terminal, an editor or a browser obeys.
fn is_obeyed(one: char) -> bool {
    matches!(one, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}')
        || matches!(one, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn no_writer_prints_what_a_terminal_obeys() {
    for format in Format::value_variants() {
        let text = hostile(*format);
        let obeyed: Vec<char> = text.chars().filter(|one| is_obeyed(*one)).collect();
        assert!(obeyed.is_empty(), "{format:?} prints {obeyed:?}");
    }
}

#[test]
fn the_runner_of_github_obeys_only_our_commands() {
    let text = hostile(Format::Github);
    let lines: Vec<&str> = text.lines().collect();
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.starts_with("sources on ISO/IEC ")).collect();
    assert_eq!(lines.len(), 3, "{text}");
    let own = ["::error file=sub/", "::warning file=sub/", "::notice title=sms-lint::"];
    for (line, own) in lines.iter().zip(own) {
        let rest = line.strip_prefix(own).unwrap_or_else(|| panic!("{line} does not begin with {own}"));
        let properties = rest.split_once("::").map_or("", |(properties, _)| properties);
        let keys: Vec<&str> = properties.split(',').skip(1).map(|one| one.split('=').next().unwrap_or("")).collect();
        assert!(keys.iter().all(|key| ["line", "col", "endColumn", "title"].contains(key)), "{keys:?}");
    }
    assert!(!text.contains("%0A::") && text.contains("%250A"), "{text}");
}

#[test]
fn one_finding_is_one_line() {
    for format in [Format::Concise, Format::JsonLines] {
        let plain = String::from_utf8(printed(format, &dossier(&PLAIN))).expect("every format is UTF-8");
        assert_eq!(hostile(format).lines().count(), plain.lines().count(), "{format:?}");
    }
    for line in hostile(Format::JsonLines).lines() {
        let value: Value = serde_json::from_str(line).expect("each line is JSON");
        assert!(value["type"].is_string());
    }
}

#[test]
fn json_keeps_texts_as_they_are() {
    let value: Value = serde_json::from_str(&hostile(Format::Json)).expect("the report is JSON");
    assert_eq!(value["findings"][0]["path"], HOSTILE.path);
    assert_eq!(value["findings"][0]["text"], HOSTILE.line[1]);
    assert_eq!(value["suppressed"][0]["because"], HOSTILE.because);
}

#[test]
fn sarif_has_encoded_paths_and_no_links_of_documents() {
    let value: Value = serde_json::from_str(&hostile(Format::Sarif)).expect("the report is JSON");
    let results = value["runs"][0]["results"].as_array().expect("a list");
    assert_eq!(results.len(), 3, "suppressed and known findings are listed only on request");
    for result in results {
        let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().expect("a text");
        assert!(uri.starts_with("sub/"), "{uri}");
        let plain = |one: u8| one.is_ascii_alphanumeric() || b"-._~/%".contains(&one);
        assert!(uri.bytes().all(plain), "{uri}");
        let text = result["message"]["text"].as_str().expect("a text");
        assert!(!text.contains("](") && !text.contains(['\n', '\r']), "{text}");
    }
}

#[test]
fn sarif_lists_suppressed_and_known_findings_on_request() {
    let mut dossier = dossier(&PLAIN);
    dossier.head.with_suppressed = true;
    let value: Value = serde_json::from_slice(&printed(Format::Sarif, &dossier)).expect("the report is JSON");
    let results = value["runs"][0]["results"].as_array().expect("a list");
    let kinds: Vec<&Value> = results.iter().map(|one| &one["suppressions"][0]["kind"]).collect();
    assert_eq!(kinds, [&Value::Null, &Value::Null, &Value::Null, &Value::from("inSource"), &Value::from("external")]);
}

#[test]
fn sarif_stays_below_what_is_taken() {
    let mut dossier = dossier(&PLAIN);
    let [grave, _, light] = <[_; 3]>::try_from(dossier.report.findings.clone()).expect("there are three");
    let many = |finding, count| std::iter::repeat_n(finding, count);
    dossier.report.findings = many(light, 26_000).chain(many(grave, 2)).collect();
    let value: Value = serde_json::from_slice(&printed(Format::Sarif, &dossier)).expect("the report is JSON");
    let results = value["runs"][0]["results"].as_array().expect("a list");
    assert_eq!(results.len(), 25_000);
    assert_eq!(results.iter().filter(|one| one["level"] == "error").count(), 2, "the gravest are kept");
    let notes = value["runs"][0]["invocations"][0]["toolExecutionNotifications"].as_array().expect("a list");
    let last = notes.last().and_then(|note| note["message"]["text"].as_str()).unwrap_or("");
    assert!(last.starts_with("1002 findings are left out"), "{last}");
}

#[test]
fn sarif_tells_findings_apart_that_are_alike() {
    let mut dossier = dossier(&PLAIN);
    let first = dossier.report.findings[0].clone();
    dossier.report.findings = vec![first.clone(), first.clone()];
    let value: Value = serde_json::from_slice(&printed(Format::Sarif, &dossier)).expect("the report is JSON");
    let prints = |at: usize| value["runs"][0]["results"][at]["partialFingerprints"].clone();
    assert_eq!(prints(0)["smsLint/v1"], first.fingerprint());
    assert_eq!(prints(1)["smsLint/v1"], first.fingerprint());
    assert_eq!(prints(1)["primaryLocationLineHash"], format!("{}:2", first.fingerprint()));
}

#[test]
fn gitlab_gets_a_fingerprint_for_each_finding() {
    let mut dossier = dossier(&PLAIN);
    let first = dossier.report.findings[0].clone();
    dossier.report.findings.insert(0, first);
    let prints = |dossier: &Dossier| -> Vec<String> {
        let value: Value = serde_json::from_slice(&printed(Format::Gitlab, dossier)).expect("the report is JSON");
        let list = value.as_array().expect("a list");
        list.iter().map(|one| one["fingerprint"].as_str().expect("a text").to_owned()).collect()
    };
    let before = prints(&dossier);
    assert_eq!(before.iter().collect::<std::collections::HashSet<_>>().len(), 4, "{before:?}");
    for finding in &mut dossier.report.findings {
        let label = Arc::make_mut(&mut finding.primary);
        label.place.start.line += 3;
        label.place.end.line += 3;
    }
    assert_eq!(prints(&dossier), before, "moved lines change none");
}

/// The elements of an XML document, each with its attributes; fails if it is no XML 1.0.
fn elements(text: &str) -> Vec<(String, Vec<(String, String)>)> {
    let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{error}:\n{text}"));
    let attributes = |node: roxmltree::Node<'_, '_>| {
        node.attributes().map(|one| (one.name().to_owned(), one.value().to_owned())).collect::<Vec<_>>()
    };
    let elements = document.descendants().filter(roxmltree::Node::is_element);
    elements.map(|node| (node.tag_name().name().to_owned(), attributes(node))).collect()
}

#[test]
fn xml_has_the_same_elements_whatever_documents_hold() {
    for format in [Format::Junit, Format::Checkstyle] {
        let plain = String::from_utf8(printed(format, &dossier(&PLAIN))).expect("every format is UTF-8");
        let names = |text: &str| -> Vec<String> { elements(text).into_iter().map(|(name, _)| name).collect() };
        assert_eq!(names(&hostile(format)), names(&plain), "{format:?}");
    }
    let files = elements(&hostile(Format::Checkstyle));
    let shown = &files[1].1[0].1;
    assert!(shown.starts_with("=cmd|' /C calc'!A0,b:c%0A::error::x<img src=x onerror=alert(1)>"), "{shown}");
}

#[test]
fn junit_counts_what_failed() {
    let text = String::from_utf8(printed(Format::Junit, &dossier(&PLAIN))).expect("every format is UTF-8");
    let all = elements(&text);
    let count = |name: &str| all.iter().filter(|(own, _)| own == name).count();
    assert_eq!((count("testcase"), count("failure"), count("skipped")), (4, 1, 2));
    assert!(all[0].1.contains(&("failures".into(), "1".into())), "{:?}", all[0]);
}

/// What makes the run fail is what fails on a page of test results.
#[test]
fn junit_fails_where_the_run_does() {
    for (limit, failures) in
        [(None, 0), (Some(Severity::Error), 1), (Some(Severity::Warning), 2), (Some(Severity::Advice), 3)]
    {
        let mut dossier = dossier(&PLAIN);
        dossier.head.limit = limit;
        let text = String::from_utf8(printed(Format::Junit, &dossier)).expect("every format is UTF-8");
        let names: Vec<String> = elements(&text).into_iter().map(|(name, _)| name).collect();
        let count = |name: &str| names.iter().filter(|own| *own == name).count();
        assert_eq!((count("failure"), count("skipped")), (failures, 3 - failures), "{limit:?}");
    }
}

/// A report of nothing does not look like one of a clean set.
#[test]
fn nothing_checked_is_no_success() {
    let mut nothing = dossier(&PLAIN);
    nothing.report.findings.clear();
    nothing.unchecked = Some("the folder holds no files".into());
    let words = "No document was checked: the folder holds no files.";
    for format in Format::value_variants() {
        let text = String::from_utf8(printed(*format, &nothing)).expect("every format is UTF-8").replace("\\:", ":");
        match format {
            // The terminal gets the words on the standard error; the list of GitLab has no place for them, and programs
            // have the count of documents.
            Format::Human | Format::Concise | Format::Gitlab | Format::Json | Format::JsonLines => {}
            Format::Sarif
            | Format::Github
            | Format::Junit
            | Format::Checkstyle
            | Format::Markdown
            | Format::Csv
            | Format::Html
            | Format::Oscal => {
                assert!(text.contains(words) && !text.contains("Nothing was found"), "{format:?}: {text}")
            }
        }
    }
    let sarif: Value = serde_json::from_slice(&printed(Format::Sarif, &nothing)).expect("the report is JSON");
    let run = &sarif["runs"][0]["invocations"][0];
    assert_eq!(
        (&run["executionSuccessful"], &run["toolExecutionNotifications"][0]["level"]),
        (&false.into(), &"error".into())
    );
    let junit = elements(&String::from_utf8(printed(Format::Junit, &nothing)).expect("every format is UTF-8"));
    assert!(junit[0].1.contains(&("errors".into(), "1".into())), "{:?}", junit[0]);
}

#[test]
fn a_document_that_we_failed_on_is_no_success() {
    let is_success = |dossier: &Dossier| {
        let log: Value = serde_json::from_slice(&printed(Format::Sarif, dossier)).expect("it is JSON");
        log["runs"][0]["invocations"][0]["executionSuccessful"].clone()
    };
    let mut dossier = dossier(&PLAIN);
    assert_eq!(is_success(&dossier), true);
    dossier.report.skipped[0].is_ours = true;
    assert_eq!(is_success(&dossier), false);
}

#[test]
fn markdown_of_documents_is_only_text() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    for texts in [&PLAIN, &HOSTILE] {
        let text = String::from_utf8(printed(Format::Markdown, &dossier(texts))).expect("every format is UTF-8");
        let events: Vec<Event<'_>> = Parser::new_ext(&text, Options::ENABLE_TABLES).collect();
        let strange = |event: &&Event<'_>| match event {
            Event::Start(tag) => {
                matches!(tag, Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::Emphasis)
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                !["details>", "summary>"].iter().any(|own| html.trim_end().ends_with(own))
            }
            _ => false,
        };
        assert_eq!(events.iter().find(strange), None, "{text}");
        let cells = |name: Tag<'static>| events.iter().filter(|event| **event == Event::Start(name.clone())).count();
        assert_eq!((cells(Tag::TableRow), cells(Tag::TableHead)), (17, 3), "{text}");
        assert_eq!(cells(Tag::TableCell), 3 * 4 + 2 + 13 * 2 + 4 + 2 + 2, "{text}");
    }
}

#[test]
fn a_job_summary_stays_below_what_is_shown() {
    let mut dossier = dossier(&PLAIN);
    let grave = dossier.report.findings[0].clone();
    let light = dossier.report.findings[2].clone();
    dossier.report.findings = std::iter::repeat_n(light, 9_000).chain([grave]).collect();
    let text = printed(Format::Markdown, &dossier);
    let size = text.len();
    assert!(size < 1 << 20 && size > 200 << 10, "{size}");
    let text = String::from_utf8(text).expect("every format is UTF-8");
    let first = text.lines().find(|line| line.contains("withdrawn-standard")).expect("the gravest is first");
    assert!(first.starts_with("| error |") && text.contains(" more findings are left out here"), "{first}");
}

#[test]
fn spreadsheets_get_rows_of_equal_length_and_no_formula() {
    let text = hostile(Format::Csv);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("rows are of equal length")).collect();
    assert_eq!(rows.len(), 1 + 3 + 1 + 1 + 1 + 1 + 1 + 11);
    for cell in rows.iter().flat_map(|row| row.iter()) {
        assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell:?}");
    }
    let path = &rows[1][3];
    assert!(path.starts_with("'=cmd|' /C calc'!A0,b:c"), "{path}");
}

#[test]
fn html_lets_only_its_own_style_and_script_run() {
    let (plain, hostile) = (printed(Format::Html, &dossier(&PLAIN)), hostile(Format::Html));
    let plain = String::from_utf8(plain).expect("every format is UTF-8");
    let tags = |text: &str| -> Vec<String> {
        let tag = |rest: &str| rest.split(['>', ' ', '\n']).next().unwrap_or_default().to_owned();
        text.split('<').skip(1).map(tag).collect()
    };
    // The texts of the hostile report are cut into other lines, so only names are compared.
    let names = |text: &str| tags(text).into_iter().collect::<std::collections::BTreeSet<String>>();
    assert_eq!(names(&hostile), names(&plain));
    for (name, count) in [("script", 1), ("style", 1), ("title", 1), ("article", 3), ("pre", 3)] {
        assert_eq!(tags(&hostile).iter().filter(|own| *own == name).count(), count, "{name}");
    }
    for text in [&plain, &hostile] {
        assert!(
            !text.contains("unsafe-inline") && text.contains("default-src &#39;none&#39;;"),
            "the policy is strict"
        );
        assert!(!text.contains(" style=") && !text.contains(" onclick="), "the policy lets no attribute act");
    }
}

#[test]
fn the_policy_names_the_hashes_of_what_is_in_the_page() {
    use base64::Engine;
    use sha2::Digest;
    let text = String::from_utf8(printed(Format::Html, &dossier(&PLAIN))).expect("every format is UTF-8");
    for name in ["style", "script"] {
        let (_, behind) = text.split_once(&format!("<{name}>")).expect("it is there");
        let (inner, _) = behind.split_once(&format!("</{name}>")).expect("it ends");
        let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(inner));
        assert!(text.contains(&format!("{name}-src &#39;sha256-{hash}&#39;")), "{name}");
    }
}

#[test]
fn people_read_lines_as_wide_as_their_terminal() {
    let helps = |columns: u16| {
        let look = Look { width: Look::width_on(columns), ..Look::plain() };
        let mut out = Vec::new();
        human::write(&dossier(&PLAIN).report, look, &mut out).expect("a list of bytes takes all");
        let text = String::from_utf8(out).expect("it is UTF-8");
        let is_help = |line: &&str| line.starts_with("  help: ") || line.starts_with("        ");
        text.lines().filter(is_help).map(str::to_owned).collect::<Vec<String>>()
    };
    for columns in [40, 50] {
        let lines = helps(columns);
        assert!(lines.iter().all(|line| line.chars().count() <= usize::from(columns)), "{columns}: {lines:#?}");
        assert!(lines.len() > helps(100).len(), "{columns}: lines are parted that would be too long");
    }
    assert_eq!((helps(200), helps(10)), (helps(100), helps(40)), "at most 100 columns, and at least 40");
}

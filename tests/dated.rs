//! Tests that an edition is known which stands beside its standard: in another cell of the row, or as another value of the
//! same object.

#[path = "common/examined.rs"]
mod examined;
#[path = "common/program.rs"]
mod program;
use examined::examined;

/// Text, message and column of each finding of old editions.
fn found(path: &str, text: &str) -> Vec<String> {
    let examined = examined(path, text);
    let old = examined.findings.iter().filter(|one| one.rule == "superseded-edition");
    old.map(|one| format!("{} {}: {}", one.primary.place.start.line, one.primary.text, one.said.message)).collect()
}

#[track_caller]
fn finds(path: &str, text: &str, expected: &[(u32, &str, &str)]) {
    let found = found(path, text);
    assert_eq!(found.len(), expected.len(), "{text}: {found:?}");
    for (one, (line, cited, edition)) in found.iter().zip(expected) {
        let begin = format!("{line} {cited}: ");
        assert!(one.starts_with(&begin) && one[begin.len()..].contains(edition), "{text}: {one}");
    }
}

#[test]
fn the_row_has_the_edition_under_a_word_for_it() {
    for head in [
        "Version", "Edition", "Current version", "Ausgabe", "Versión", "Édition", "Versão", "版本", "버전", "Версия",
        "Wersja", "Ver.",
    ] {
        let text = format!("| Standard | {head} | Use |\n|---|---|---|\n| ISO/IEC 27001 | 2013 | Controls |\n");
        finds("a.md", &text, &[(3, "ISO/IEC 27001", "ISO/IEC 27001:2013")]);
    }
    let rows = "| No | Version | Norm |\n|---|---|---|\n| 1 | 2017 | DIN EN ISO/IEC 27001 |\n| 2 | v2011 | **ISO 20000** |\n\
                | 3 | 2012 edition | ISO 22301, continuity |\n| 4 | 2019 | ISO 22301 |\n";
    let expected = [
        (3, "DIN EN ISO/IEC 27001", "ISO/IEC 27001:2013"),
        (4, "ISO 20000", "ISO/IEC 20000-1:2011"),
        (5, "ISO 22301", "ISO 22301:2012"),
    ];
    finds("a.md", rows, &expected);
    finds("a.csv", "Standard,Version\nISO 22301,2012\n", &[(2, "ISO 22301", "ISO 22301:2012")]);
    finds("a.adoc", "|===\n|Standard |Version\n\n|ISO 22301\n|2012\n|===\n", &[(4, "ISO 22301", "ISO 22301:2012")]);
}

#[test]
fn what_stands_beside_the_year_of_an_edition_says_nothing_of_it() {
    for year in ["2012 (2nd ed.)", "2nd edition, 2012", "2012 (under revision)", "2012-05", "May 2012", "2012, 1st ed."]
    {
        let text = format!("| Standard | Edition in use |\n|---|---|\n| ISO 22301 | {year} |\n");
        finds("a.md", &text, &[(3, "ISO 22301", "ISO 22301:2012")]);
    }
    let own = "| Standard | Our plan | Version |\n|---|---|---|\n| ISO 22301 | Continuity | 2012-05 |\n";
    finds("a.md", own, &[]);
    finds("a.md", "| Standard | Version |\n|---|---|\n| ISO 22301 toolkit | 2012-05 |\n", &[]);
    for year in ["2012 (2019 is planned)", "2012 / 2019", "2012-05-15", "2012 plan", "not 2012"] {
        finds("a.md", &format!("| Standard | Edition |\n|---|---|\n| ISO 22301 | {year} |\n"), &[]);
    }
}

#[test]
fn years_of_a_list_of_standards_are_those_of_editions() {
    let table = |heads: &str, years: [&str; 2]| {
        format!("| {heads} |\n|---|---|---|\n| ISO 22301 | a | {} |\n| ISO 9001 | b | {} |\n", years[0], years[1])
    };
    let old = [(3, "ISO 22301", "ISO 22301:2012"), (4, "ISO 9001", "ISO 9001:2008")];
    for heads in ["Standard | Title | Year", "Norma | Título | Año", "标准 | 名称 | 年份"] {
        finds("a.md", &table(heads, ["2012", "2008"]), &old);
        finds("a.md", &table(heads, ["2012", "2011"]), &[]);
    }
    for heads in
        ["Certificate | Body | Year", "Standard | Site | Year", "Standard | Course | Year", "Standard | Title | Since"]
    {
        finds("a.md", &table(heads, ["2012", "2008"]), &[]);
    }
    finds("a.md", "| Year | Standard |\n|---|---|\n| 2012 | ISO 22301 |\n| 2008 | ISO 9001 |\n", &[]);
    finds("a.md", "| Standard | Year |\n|---|---|\n| ISO 22301 | 2012 |\n| ISO 9001 | 2008 |\n", &[]);
    finds("a.md", "| Standard | Title | Year |\n|---|---|---|\n| ISO 22301 | a | 2012 |\n| ITIL | b | 2019 |\n", &[]);
}

#[test]
fn the_object_has_the_edition_as_another_value() {
    let old = [(1, "ISO 22301", "ISO 22301:2012")];
    finds("a.json", "{\"plan\":{\"name\":\"ISO 22301\",\"version\":\"2012\",\"steps\":[\"a\"]}}", &old);
    finds("a.json", "{\"frameworkVersion\":2012,\"framework\":\"ISO 22301\"}", &old);
    finds(
        "a.json",
        "[{\"id\":\"c\",\"name\":\"ISO 22301\",\"version\":\"2012\"},{\"name\":\"PCI\",\"version\":\"4\"}]",
        &old,
    );
    finds("a.yaml", "standard: ISO 22301\nedition: 2012\n", &old);
    finds("a.toml", "standard = 'ISO 22301'\nversion = '2012'\n", &old);
    finds("a.md", "---\ntitle: ISO 22301\nversion: 2012\n---\n", &[(2, "ISO 22301", "ISO 22301:2012")]);
}

#[test]
fn years_of_something_else_are_no_editions() {
    finds("a.yaml", "plan:\n  name: ISO 22301\nother:\n  version: 2012\n", &[]);
    finds("a.yaml", "name: ISO 22301\nname_of_other: x\nyear: 2012\n", &[]);
    finds("a.md", "---\ntitle: ISO 22301 plan\nversion: 2012\n---\n", &[]);
    finds("a.json", "{\"name\":\"ISO 22301 and ISO 9001\",\"version\":\"2012\"}", &[]);
    finds("a.json", "{\"name\":\"ISO 22301\",\"version\":\"2.1\",\"edition\":\"2016\"}", &[]);
    finds("a.md", "| Standard | Version | Version |\n|---|---|---|\n| ISO 22301 | 2012 | 2019 |\n", &[]);
}

#[test]
fn a_quiet_document_is_read_for_the_sake_of_a_cell() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let text = "# Standards\n\n| Standard | Version |\n|---|---|\n| ISO 22301 | 2012 |\n";
    std::fs::write(folder.path().join("a.md"), text).expect("it can be written");
    let output = program::run(folder.path(), &["--isolated", "--format", "concise", "--as-of", "2026-11-28", "a.md"]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("a.md:5:3") && said.contains("ISO 22301:2012"), "{said}");
}

#[test]
fn rules_of_ones_own_know_it_too() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let made = program::run(folder.path(), &["rules", "new", "cited-undated", "--kind", "citation", "--to", "mine"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let text = "| Standard | Version |\n|---|---|\n| ISO 9001 | 2015 |\n\nWe hold ISO 9001 too.\n";
    std::fs::write(folder.path().join("a.md"), text).expect("it can be written");
    std::fs::write(folder.path().join("sms-lint.yaml"), "rules: mine\n").expect("it can be written");
    let output = program::run(folder.path(), &["--select", "cited-undated", "--format", "concise", "a.md"]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("a.md:5:9") && !said.contains("a.md:3:"), "{said}");
}

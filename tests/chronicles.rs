//! Tests what data tell of the past: entries with their day in another field, keys for an older and a newer edition.

#[path = "common/examined.rs"]
mod examined;
use examined::examined;

/// What is found in a text and what of it is remembered, by its words.
fn told(path: &str, text: &str) -> (Vec<String>, Vec<String>) {
    let report = examined(path, text);
    let is_old = |rule: &str| rule == "superseded-edition" || rule == "renumbered-control";
    let found = report.findings.iter().filter(|one| is_old(one.rule)).map(|one| one.primary.text.clone());
    let remembered = report.acknowledged.iter().map(|one| one.finding.primary.text.clone());
    (found.collect(), remembered.collect())
}

#[track_caller]
fn finds(path: &str, text: &str, found: &[&str], remembered: &[&str]) {
    let told = told(path, text);
    assert_eq!((told.0.as_slice(), told.1.as_slice()), (&*own(found), &*own(remembered)), "{text}");
}

fn own(all: &[&str]) -> Vec<String> {
    all.iter().map(|one| (*one).to_owned()).collect()
}

#[test]
fn an_entry_is_history_by_the_day_in_another_field() {
    let remembered = ["ISO 22301:2012"];
    for text in [
        r#"[{"year":"2012","desc":"Awarded ISO 22301:2012 certification"},{"year":"2015","desc":"Moved"}]"#,
        r#"{"timeline":[{"title":"ISO 22301:2012 certification","date":"2012-05"},{"title":"Moved","date":"2015-02"}]}"#,
        r#"[{"year":"2016","text":"ISO 22301:2012 인증 획득"},{"year":"2017","text":"이전"}]"#,
        r#"{"timeline":[{"year":"2011","text":"Аудит на соответствие ISO 22301:2012."},{"year":"2013","text":"X"}]}"#,
        r#"{"title":"2016年3月18日--公司获得ISO 22301:2012证书","content":"X"}"#,
        r#"[{"date":"2021.02.27","title":"ISO 22301:2012の認証取得"},{"date":"2021.02.28","title":"X"}]"#,
    ] {
        finds("a.json", text, &[], &remembered);
    }
    finds(
        "a.html",
        "<dl><dt>2009</dt><dd>Introduced ISO 22301:2012.</dd><dt>2011</dt><dd>Moved.</dd></dl>",
        &[],
        &remembered,
    );
    let list =
        "<ul><li><span>2009</span><p>Introduced ISO 22301:2012.</p></li><li><span>2011</span><p>Moved.</p></li></ul>";
    finds("a.html", list, &[], &remembered);
}

#[test]
fn a_day_beside_a_title_that_tells_nothing_leaves_it_in_use() {
    let found = ["ISO 22301:2012"];
    for text in [
        r#"[{"date":"2020-03-01","title":"Continuity policy ISO 22301:2012"},{"date":"2020-03-01","title":"Other"}]"#,
        r#"[{"date":"2021-03-01","title":"Awarded ISO 22301:2012","validUntil":"2027-03-01"}]"#,
        r#"[{"date":"2021-03-01","title":"Awarded ISO 22301:2012","status":"active"},{"date":"2021-03-02","title":"X"}]"#,
        r#"{"certificates":[{"date":"2021-03-01","title":"Awarded ISO 22301:2012"},{"date":"2021-03-02","title":"X"}]}"#,
        r#"[{"date":"2024-01-01","description":"Backups tested per ISO 22301:2012"},{"date":"2024-01-02","description":"X"}]"#,
        r#"[{"year":"2020","title":"ISO 22301:2012"},{"year":"2021","title":"ISO 9001"}]"#,
        r#"[{"year":"2020","desc":"We follow ISO 22301:2012"},{"year":"2021","desc":"X"}]"#,
        r#"[{"year":"2031","desc":"Awarded ISO 22301:2012"},{"year":"2032","desc":"X"}]"#,
        r#"[{"year":"2012","owner":"Awarded ISO 22301:2012"},{"year":"2013","owner":"X"}]"#,
    ] {
        finds("a.json", text, &found, &[]);
    }
}

#[test]
fn keys_set_editions_side_by_side() {
    let numbers = ["A.9.4.2", "A.13.1.1"];
    let text = r#"{"iso_27001_2022":"A.5.15, A.8.24","iso_27001_2013":"A.9.4.2, A.13.1.1"}"#;
    finds("a.json", text, &[], &numbers);
    finds("a.json", r#"{"iso_27001_2013":"A.9.4.2, A.13.1.1"}"#, &numbers, &[]);
    finds("a.json", r#"{"iso_27001_2022":"TBD","iso_27001_2013":"A.9.4.2, A.13.1.1"}"#, &numbers, &[]);
    let rule = "iso_27001_2013: A.9.4.2 must be implemented\niso_27001_2022: A.5.7 may be implemented\n";
    finds("a.yaml", rule, &["A.9.4.2"], &[]);
    let lists = "mapping:\n  iso_27001_2013: [A.9.4.2, A.13.1.1]\n  iso_27001_2022: [A.5.15]\n";
    finds("a.yaml", lists, &[], &numbers);
    finds("a.json", r#"{"ISO 27001 v2013":"5.1","ISO 27001 v2022":"5.1"}"#, &[], &["ISO 27001 v2013"]);
    finds("a.json", r#"{"ISO 27001 v2013":"5.1","ISO 22301":"5.1"}"#, &["ISO 27001 v2013"], &[]);
    let cell = |older: &str, newer: &str| {
        format!("Control,Reference\nA,\"ISO 27001:2013: {older}\nISO 27001:2022: {newer}\"\n")
    };
    finds("a.csv", &cell("A.5.1.1", "A.5.1"), &[], &["ISO 27001:2013", "A.5.1.1"]);
    finds("a.csv", &cell("4", "4"), &[], &["ISO 27001:2013"]);
    finds("a.csv", &cell("4 sites", "4 sites"), &["ISO 27001:2013"], &[]);
}

#[test]
fn an_entry_of_the_history_of_a_company_is_history() {
    for (heading, entry) in [
        ("发展历程", "2014年 通过ISO 22301:2012业务连续性管理体系认证"),
        ("沿革", "2013年6月 ISO 22301:2012 認証取得"),
        ("연혁", "2015년 ISO 22301:2012 인증 취득"),
        ("Unternehmensgeschichte", "2015 Zertifizierung nach ISO 22301:2012"),
        ("Company history", "2015 ISO 22301:2012 certificate"),
    ] {
        finds("a.md", &format!("## {heading}\n\n- {entry}\n"), &[], &["ISO 22301:2012"]);
    }
}

#[test]
fn an_entry_that_tells_of_no_certificate_reached_or_of_one_in_force_is_use() {
    for (heading, entry) in [
        ("Certificates", "2015 ISO 22301:2012 certificate"),
        ("Company history", "ISO 22301:2012 certificate"),
        ("Company history", "2031 ISO 22301:2012 certificate"),
        ("Company history", "2024 ISO 22301:2012 certificate, valid until 2027"),
        ("Company history", "2015 ISO 22301:2012 policy"),
        ("Company history", "2015 our ISO 22301:2012 certificate"),
        ("Firmengeschichte", "2015 Zertifizierung nach ISO 22301:2012, gültig"),
        ("认证", "2014年 通过ISO 22301:2012业务连续性管理体系认证"),
        ("沿革", "2013年6月から ISO 22301:2012 認証"),
        ("연혁", "2015년부터 ISO 22301:2012 인증 유지"),
    ] {
        finds("a.md", &format!("## {heading}\n\n- {entry}\n"), &["ISO 22301:2012"], &[]);
    }
}

//! Tests that national and regional adoptions are judged by the ISO edition that they adopt, and what is said of them.
//!
//! The table is written here on its own, not taken from `rules/`.

use sms_lint::document::Format;
use sms_lint::finding::{Finding, Severity};
use sms_lint::lint::inventory::Listed;
use sms_lint::lint::{Purpose, Settings, examine};
use sms_lint::source::SourceFile;

#[path = "common/examined.rs"]
mod examined;
use examined::examined;
use examined::settings::settings;

/// What is said of an adoption on the day.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Verdict {
    /// It adopts an edition in force, or names none.
    Fine,
    /// It adopts an old edition and has itself been followed by another adoption.
    OldError,
    /// It adopts an old edition, and nothing is known of its own fate, or what follows is young.
    OldWarning,
    /// It adopts a withdrawn document, and nothing is known of its own fate.
    GoneWarning,
}

/// Whether what it adopts is known or only told.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Record {
    Confirmed,
    Reported,
}

use Record::{Confirmed, Reported};
use Verdict::{Fine, GoneWarning, OldError, OldWarning};

/// Adoption, what it adopts, what is said of it, and on what record.
const ADOPTIONS: &[(&str, &str, Verdict, Record)] = &[
    ("EN ISO/IEC 27001:2017", "ISO/IEC 27001:2013", OldError, Confirmed),
    ("EN ISO/IEC 27001:2023", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("EN ISO/IEC 27001:2023/A1:2024", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("EN ISO/IEC 27002:2017", "ISO/IEC 27002:2013", OldError, Confirmed),
    ("EN ISO/IEC 27002:2022", "ISO/IEC 27002:2022", Fine, Confirmed),
    ("EN ISO 22301:2019", "ISO 22301:2019", Fine, Confirmed),
    ("EN ISO 9001:2015", "ISO 9001:2015", OldWarning, Confirmed),
    ("DIN EN ISO/IEC 27001:2017-06", "ISO/IEC 27001:2013", OldError, Confirmed),
    ("DIN ISO/IEC 27001:2015-03", "ISO/IEC 27001:2013", OldError, Reported),
    ("DIN EN ISO/IEC 27001:2024-01", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("DIN EN ISO/IEC 27701:2021", "ISO/IEC 27701:2019", OldWarning, Confirmed),
    ("BS ISO/IEC 27001:2005", "ISO/IEC 27001:2005", OldError, Reported),
    ("BS ISO/IEC 27001:2013", "ISO/IEC 27001:2013", OldError, Confirmed),
    ("BS EN ISO/IEC 27001:2017", "ISO/IEC 27001:2013", OldError, Confirmed),
    ("BS EN ISO/IEC 27001:2023", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("BS ISO/IEC 20000-1:2018", "ISO/IEC 20000-1:2018", Fine, Reported),
    ("PD ISO/IEC TR 20000-9:2015", "ISO/IEC TR 20000-9:2015", GoneWarning, Confirmed),
    ("NEN NPR ISO/IEC TR 20000-9:2015", "ISO/IEC TR 20000-9:2015", GoneWarning, Confirmed),
    ("NEN-EN-ISO/IEC 27001:2017", "ISO/IEC 27001:2013", OldError, Reported),
    ("NEN-EN-ISO/IEC 27001:2023", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("NF EN ISO/IEC 27001:2017", "ISO/IEC 27001:2013", OldError, Reported),
    ("NF EN ISO/IEC 27001:2023", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("UNE-ISO/IEC 27001:2014", "ISO/IEC 27001:2013", OldError, Reported),
    ("UNE-EN ISO/IEC 27001:2017", "ISO/IEC 27001:2013", OldError, Confirmed),
    ("UNE-EN ISO/IEC 27001:2023", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("UNE-ISO/IEC 20000-1:2007", "ISO/IEC 20000-1:2005", OldError, Confirmed),
    ("UNE-ISO/IEC 20000-1:2011", "ISO/IEC 20000-1:2011", OldError, Reported),
    ("UNE-ISO/IEC 20000-1:2018", "ISO/IEC 20000-1:2018", Fine, Confirmed),
    ("UNI CEI EN ISO/IEC 27001:2017", "ISO/IEC 27001:2013", OldError, Confirmed),
    ("SM EN ISO/IEC 27001:2017", "ISO/IEC 27001:2013", OldError, Confirmed),
    ("SS-EN ISO/IEC 27001:2017", "ISO/IEC 27001:2013", OldError, Confirmed),
    ("SS-EN ISO/IEC 27001:2023", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("SS-EN ISO/IEC 27005:2024", "ISO/IEC 27005:2022", Fine, Confirmed),
    ("SS-EN ISO/IEC 42001:2026", "ISO/IEC 42001:2023", Fine, Confirmed),
    ("SIS-ISO/IEC TR 20000-7:2019", "ISO/IEC TR 20000-7:2019", GoneWarning, Confirmed),
    ("SN EN ISO/IEC 27001:2023", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("SFS-EN ISO/IEC 27001:2023", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("EVS-EN ISO/IEC 27001:2023+A1", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("DS/EN ISO/IEC 27001:2023/A1:2024", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("LVS EN ISO/IEC 27001:2023/A1:2025", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("NS-EN ISO/IEC 27001:2023", "ISO/IEC 27001:2022", Fine, Reported),
    ("PN-EN ISO/IEC 27001:2017-06", "ISO/IEC 27001:2013", OldError, Reported),
    ("CSN ISO/IEC 27001:2014", "ISO/IEC 27001:2013", OldError, Confirmed),
    ("CSN EN ISO/IEC 27001:2023", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("JIS Q 27001:2006", "ISO/IEC 27001:2005", OldError, Reported),
    ("JIS Q 27001:2014", "ISO/IEC 27001:2013", OldError, Confirmed),
    ("JIS Q 27001:2023", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("JIS Q 27001:2025", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("JIS Q 27002:2014", "ISO/IEC 27002:2013", OldError, Confirmed),
    ("JIS Q 27002:2024", "ISO/IEC 27002:2022", Fine, Reported),
    ("JIS Q 20000-1:2007", "ISO/IEC 20000-1:2005", OldError, Confirmed),
    ("JIS Q 20000-2:2007", "ISO/IEC 20000-2:2005", OldError, Confirmed),
    ("JIS Q 20000-1:2012", "ISO/IEC 20000-1:2011", OldError, Confirmed),
    ("JIS Q 20000-2:2013", "ISO/IEC 20000-2:2012", OldWarning, Confirmed),
    ("JIS Q 20000-1:2020", "ISO/IEC 20000-1:2018", Fine, Confirmed),
    ("JIS Q 22301:2020", "ISO 22301:2019", Fine, Confirmed),
    ("JIS Q 9001:2015", "ISO 9001:2015", OldWarning, Confirmed),
    ("GB/T 22080-2008", "ISO/IEC 27001:2005", OldError, Reported),
    ("GB/T 22080-2016", "ISO/IEC 27001:2013", OldError, Reported),
    ("GB/T 22080-2025", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("GB/T 22081-2016", "ISO/IEC 27002:2013", OldError, Reported),
    ("GB/T 22081-2024", "ISO/IEC 27002:2022", Fine, Reported),
    ("GB/T 24405.1-2009", "ISO/IEC 20000-1:2005", OldWarning, Confirmed),
    ("GB/T 24405.2-2010", "ISO/IEC 20000-2:2005", OldWarning, Confirmed),
    ("ABNT NBR ISO/IEC 27001:2006", "ISO/IEC 27001:2005", OldError, Reported),
    ("ABNT NBR ISO/IEC 27001:2013", "ISO/IEC 27001:2013", OldError, Confirmed),
    ("ABNT NBR ISO/IEC 27001:2022", "ISO/IEC 27001:2022", Fine, Reported),
    ("ABNT NBR ISO/IEC 20000-1:2011", "ISO/IEC 20000-1:2011", OldError, Confirmed),
    ("ABNT NBR ISO/IEC 20000-1:2020", "ISO/IEC 20000-1:2018", Fine, Confirmed),
    ("ABNT NBR ISO/IEC 20000-2:2021", "ISO/IEC 20000-2:2019", Fine, Confirmed),
    ("AS ISO/IEC 27001:2015", "ISO/IEC 27001:2013", OldWarning, Reported),
    ("AS/NZS ISO/IEC 27001:2006", "ISO/IEC 27001:2005", OldError, Reported),
    ("AS/NZS ISO/IEC 27001:2023", "ISO/IEC 27001:2022", Fine, Reported),
    ("KS X ISO/IEC 27001:2023", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("GOST R ISO/IEC 27001-2006", "ISO/IEC 27001:2005", OldError, Reported),
    ("GOST R ISO/IEC 27001-2021", "ISO/IEC 27001:2013", OldWarning, Reported),
    ("GOST R ISO/IEC 27002-2021", "ISO/IEC 27002:2013", OldWarning, Confirmed),
    ("GOST R ISO/IEC 42001-2024", "ISO/IEC 42001:2023", Fine, Confirmed),
    ("IS/ISO/IEC 27001:2013", "ISO/IEC 27001:2013", OldError, Reported),
    ("IS/ISO/IEC 27001:2022", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("SNI ISO/IEC 20000-1:2018", "ISO/IEC 20000-1:2018", Fine, Confirmed),
    ("SNI ISO/IEC 20000-9:2016", "ISO/IEC TR 20000-9:2015", GoneWarning, Confirmed),
    ("SNI ISO/IEC 27001:2022", "ISO/IEC 27001:2022", Fine, Reported),
    ("NTC-ISO-IEC 27001:2013", "ISO/IEC 27001:2013", OldError, Confirmed),
    ("NTC-ISO-IEC 27001:2022", "ISO/IEC 27001:2022", Fine, Reported),
    ("NTP-ISO/IEC 27001:2008", "ISO/IEC 27001:2005", OldError, Confirmed),
    ("NTP-ISO/IEC 27001:2014", "ISO/IEC 27001:2013", OldError, Reported),
    ("NTP-ISO/IEC 27001:2022", "ISO/IEC 27001:2022", Fine, Confirmed),
    ("NCh-ISO 27001", "ISO/IEC 27001", Fine, Confirmed),
    ("UNIT-ISO/IEC 27001", "ISO/IEC 27001", Fine, Confirmed),
    ("CSA ISO/IEC TR 20000-5:15 (R2019)", "ISO/IEC TR 20000-5:2013", OldWarning, Confirmed),
    ("CSA ISO/IEC TR 20000-7:20", "ISO/IEC TR 20000-7:2019", GoneWarning, Confirmed),
    ("CAN/CSA-ISO 9001:16 (R2025)", "ISO 9001:2015", OldWarning, Confirmed),
];

const PLAN: &str = "policy.md";

fn findings(text: &str) -> Vec<Finding> {
    examined(PLAN, text).findings.into_iter().filter(|one| !one.rule.starts_with("missing-")).collect()
}

fn listed(text: &str) -> Vec<Listed> {
    let settings = Settings { purpose: Purpose::Inventory, ..settings() };
    examine(&SourceFile::from_text(PLAN, text), Format::Markdown, settings).listed
}

/// The verdict that a finding amounts to.
fn verdict(found: Option<&Finding>) -> Option<Verdict> {
    Some(match found.map(|one| (one.rule, one.severity)) {
        None => Fine,
        Some(("superseded-edition", Severity::Error)) => OldError,
        Some(("superseded-edition", Severity::Warning)) => OldWarning,
        Some(("withdrawn-standard", Severity::Warning)) => GoneWarning,
        Some(_) => return None,
    })
}

/// What is wrong with a row of the table.
fn complaint(designation: &str, adopted: &str, wanted: Verdict, record: Record) -> Option<String> {
    let text = format!("The system of the provider follows {designation} in all its parts.");
    let listed = listed(&text);
    let [one] = listed.as_slice() else {
        return Some(format!("{designation} is listed {} times", listed.len()));
    };
    // A type may stand between the publisher and the number.
    let plain = adopted.replace(" TR ", " ");
    let denotes = match &one.cited.edition {
        Some(year) => format!("{}:{year}", one.cited.standard),
        None => one.cited.standard.clone(),
    };
    if denotes != plain {
        return Some(format!("{designation} denotes {denotes} instead of {plain}"));
    }
    let found = findings(&text);
    if found.len() > 1 || verdict(found.first()) != Some(wanted) {
        return Some(format!("{designation} is not {wanted:?}: {found:?}"));
    }
    let finding = found.first()?;
    let verb = if record == Confirmed { "adopts" } else { "is reported to adopt" };
    let says = format!("{designation} {verb} {adopted}, ");
    (!finding.said.message.starts_with(&says)).then(|| format!("{says:?} is not said: {}", finding.said.message))
}

#[test]
fn each_adoption_is_judged_by_what_it_adopts() {
    let complaints: Vec<String> = ADOPTIONS.iter().filter_map(|row| complaint(row.0, row.1, row.2, row.3)).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// The only finding in a sentence that names a designation.
#[track_caller]
fn only(designation: &str) -> Finding {
    let mut found = findings(&format!("The plan rests on {designation}."));
    assert_eq!(found.len(), 1, "{designation}: {found:?}");
    let found = found.remove(0);
    assert_eq!(found.primary.text, designation);
    found
}

#[track_caller]
fn says(designation: &str, message: &str, help: &str) {
    let found = only(designation);
    assert_eq!(found.said.message, message);
    assert!(found.said.help.contains(help), "{help:?} is not in {:?}", found.said.help);
}

#[track_caller]
fn nothing(text: &str) {
    let found = findings(text);
    assert!(found.is_empty(), "{text:?}: {found:?}");
}

#[test]
fn the_message_names_the_adoption_and_the_edition() {
    says(
        "BS EN ISO/IEC 27001:2017",
        "BS EN ISO/IEC 27001:2017 adopts ISO/IEC 27001:2013, superseded by ISO/IEC 27001:2022",
        "Cite BS EN ISO/IEC 27001:2023, which adopts the edition in force.",
    );
    says(
        "JIS Q 20000-1:2012",
        "JIS Q 20000-1:2012 adopts ISO/IEC 20000-1:2011, superseded by ISO/IEC 20000-1:2018",
        "Cite JIS Q 20000-1:2020, which adopts the edition in force.",
    );
}

#[test]
fn an_adoption_without_an_iso_number_is_known_by_its_own() {
    says(
        "GB/T 22080-2016",
        "GB/T 22080-2016 is reported to adopt ISO/IEC 27001:2013, superseded by ISO/IEC 27001:2022",
        "Cite GB/T 22080-2025, which adopts the edition in force.",
    );
    says(
        "GB/T 24405.1-2009",
        "GB/T 24405.1-2009 adopts ISO/IEC 20000-1:2005, superseded by ISO/IEC 20000-1:2018",
        "Whether GB/T 24405.1-2009 is itself withdrawn is not on record here; ask its publisher.",
    );
    nothing("The controls follow GB/T 22080-2025 and GB/T 22081-2024.");
    nothing("The plan rests on GB/T 28448-2019 and GB/T 22239-2019.");
}

#[test]
fn an_adoption_of_a_withdrawn_part_is_found() {
    says(
        "SNI ISO/IEC 20000-9:2016",
        "SNI ISO/IEC 20000-9:2016 adopts ISO/IEC TR 20000-9:2015, which is withdrawn",
        "Whether SNI ISO/IEC 20000-9:2016 is itself withdrawn is not on record here; ask its publisher.",
    );
    assert_eq!(only("SNI ISO/IEC 20000-9").severity, Severity::Warning);
    assert_eq!(only("ISO/IEC TR 20000-9:2015").severity, Severity::Error);
}

#[test]
fn a_late_adoption_of_an_old_edition_is_found() {
    says(
        "GOST R ISO/IEC 27001-2021",
        "GOST R ISO/IEC 27001-2021 is reported to adopt ISO/IEC 27001:2013, superseded by ISO/IEC 27001:2022",
        "Cite ISO/IEC 27001:2022/Amd 1:2024",
    );
    assert_eq!(only("ГОСТ Р ИСО/МЭК 27001-2021").severity, Severity::Warning);
}

#[test]
fn years_of_adoptions_are_not_taken_for_those_of_iso() {
    nothing("JIS Q 20000-1:2020, ABNT NBR ISO/IEC 20000-1:2020 and AS/NZS ISO/IEC 27001:2023 are in place.");
    // The same year without the body is a mistake.
    assert_eq!(only("ISO/IEC 27001:2023").rule, "unknown-edition");
    assert_eq!(only("ISO/IEC 20000-1:2020").rule, "unknown-edition");
}

#[test]
fn a_year_of_iso_means_that_edition_whoever_adopts_it() {
    for body in ["BS", "NEN", "DIN", "SS", "UNE", "PN", "CSN EN", "SIST", "I.S. EN", "STN", "NP", "TS", "NBN", "LST"] {
        let designation = format!("{body} ISO/IEC 27001:2013");
        let found = findings(&format!("The plan rests on {designation}."));
        let rules: Vec<&str> = found.iter().map(|one| one.rule).collect();
        assert_eq!(rules, ["superseded-edition"], "{designation}");
        nothing(&format!("The plan rests on {body} ISO/IEC 27001:2022."));
    }
}

#[test]
fn a_year_of_iso_alone_means_that_edition_though_a_body_lags() {
    for text in ["ГОСТ Р ИСО 9001-2015", "KS Q ISO 9001:2015", "JIS Q 14001:2015", "JIS Q 9001:2008"] {
        let rules: Vec<&str> = findings(&format!("The plan rests on {text}.")).iter().map(|one| one.rule).collect();
        assert_eq!(rules, ["superseded-edition"], "{text}");
    }
    // It adopts an edition of 2009.
    nothing("The plan rests on GOST R ISO/IEC 27000-2012.");
}

#[test]
fn no_adoption_of_another_country_is_offered() {
    for text in ["I.S. EN ISO/IEC 27001:2017", "SS ISO/IEC 27001:2013"] {
        let found = findings(&format!("The plan rests on {text}."));
        let [one] = found.as_slice() else { panic!("{text} is one finding: {found:?}") };
        let said = format!("{} {}", one.said.message, one.said.help);
        assert!(!said.contains("IS/ISO") && !said.contains("SS-EN"), "{said}");
    }
}

#[test]
fn a_year_is_never_guessed() {
    for designation in [
        "NF EN ISO/IEC 27001:2019",
        "SNI ISO/IEC 20000-1:2013",
        "JIS Q 27001:2019",
        "GB/T 22080-2019",
        "TCVN ISO/IEC 27001:2019",
        "AS ISO/IEC 20000.1:2015",
        "KS X ISO/IEC 27001:2016",
        "DIN ISO/IEC 27001:2008-09",
        "PN-ISO/IEC 27001:2007",
        "UNI CEI EN ISO/IEC 27001:2024",
        "EN ISO/IEC 27001:2018",
        "MSZ ISO/IEC 27001:2014",
    ] {
        nothing(&format!("The plan rests on {designation}."));
    }
}

#[test]
fn an_adoption_with_a_newer_one_on_record_is_an_error() {
    assert_eq!(only("JIS Q 27001:2014").severity, Severity::Error);
    assert_eq!(only("UNI CEI EN ISO/IEC 27001:2017").severity, Severity::Error);
    let lone = only("JIS Q 20000-2:2013");
    assert_eq!(lone.severity, Severity::Warning);
    assert!(lone.said.help.contains("Cite ISO/IEC 20000-2:2019/Amd 1:2020"), "{}", lone.said.help);
}

#[test]
fn forms_of_one_adoption_mean_the_same() {
    for designation in [
        "BS EN ISO/IEC 27001:2017", "BS EN ISO IEC 27001:2017", "BS-EN-ISO/IEC-27001:2017", "BS EN ISO/IEC 27001-2017",
        "BS EN ISO/IEC 27001 (2017)",
    ] {
        let message = only(designation).said.message.clone();
        assert!(message.contains("adopts ISO/IEC 27001:2013"), "{designation}: {message}");
    }
}

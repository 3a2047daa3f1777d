//! Walks the statements of the brief on standards, row by row: one short document each, with what is found in it.

use jiff::civil::date;
use sms_lint::finding::Finding;

#[path = "common/library.rs"]
mod library;

fn findings(text: &str) -> Vec<Finding> {
    library::report(&[("policy.md", text)], date(2026, 11, 22)).findings
}

/// Fails unless exactly these rules find these texts.
#[track_caller]
fn finds(text: &str, expected: &[(&str, &str)]) {
    let findings = findings(text);
    let found: Vec<(&str, &str)> = findings.iter().map(|one| (one.rule, one.primary.text.as_str())).collect();
    assert_eq!(found, expected, "in {text:?}");
}

/// Fails unless the first finding says all of these things in its message, label or help.
#[track_caller]
fn says(text: &str, expected: &[&str]) {
    let findings = findings(text);
    let first = findings.first().unwrap_or_else(|| panic!("nothing is found in {text:?}"));
    let said = format!("{}\n{}\n{}", first.said.message, first.said.label, first.said.help);
    for words in expected {
        assert!(said.contains(words), "{words:?} is not said of {text:?}:\n{said}");
    }
}

#[test]
fn row_1_requirements_with_climate_action() {
    finds("The service management system conforms to ISO/IEC 20000-1.", &[]);
    finds("It conforms to ISO/IEC 20000-1:2018/Amd 1:2024.", &[]);
    finds("It conforms to ISO/IEC 20000-1:2018, third edition, plus Amd 1:2024.", &[]);
    finds("- ISO/IEC 20000-1:2018\n- ISO/IEC 20000-1:2018/Amd 1:2024", &[]);
    finds("It conforms to ISO/IEC 20000-1:2018, confirmed in 2023 with Amendment 1:2024.", &[]);
    finds("Nach ISO/IEC 20000-1:2018, einschließlich Änderung 1:2024.", &[]);
    finds("| Norm | Change |\n|---|---|\n| ISO/IEC 20000-1:2018 | Amendment 1:2024 |", &[]);
    finds(
        "It conforms to ISO/IEC 20000-1:2018, and to the amendments of 2015.",
        &[("missing-amendment", "ISO/IEC 20000-1:2018")],
    );
    finds("- ISO/IEC 20000-1:2018\n- ISO 9001 Amd 1", &[("missing-amendment", "ISO/IEC 20000-1:2018")]);
    let without = "The service management system conforms to ISO/IEC 20000-1:2018.";
    finds(without, &[("missing-amendment", "ISO/IEC 20000-1:2018")]);
    says(without, &["ISO/IEC 20000-1:2018/Amd 1:2024"]);
}

#[test]
fn row_2_guidance_on_application() {
    finds("Processes follow ISO/IEC 20000-2:2019/Amd 1:2020.", &[]);
    finds("Processes follow ISO/IEC 20000-2:2019.", &[("missing-amendment", "ISO/IEC 20000-2:2019")]);
}

#[test]
fn row_3_scope_and_applicability() {
    finds("The scope was set with ISO/IEC 20000-3 and ISO/IEC 20000-3:2019.", &[]);
}

#[test]
fn row_4_process_reference_model() {
    let old = "Processes are described as in ISO/IEC TR 20000-4:2010.";
    finds(old, &[("withdrawn-standard", "ISO/IEC TR 20000-4:2010")]);
    says(old, &["ISO/IEC TS 33054:2020", "ISO/IEC TS 33074:2020"]);
    let misprint = "Processes are assessed with ISO/IEC 33704.";
    finds(misprint, &[("unknown-standard", "ISO/IEC 33704")]);
    says(misprint, &["ISO/IEC TS 33074:2020"]);
}

#[test]
fn row_5_implementation_and_certification_bodies() {
    finds("The plan follows ISO/IEC TS 20000-5 and bodies work to ISO/IEC 20000-6.", &[]);
    finds("The plan follows ISO/IEC TS 20000-5:2022 and ISO/IEC 20000-6:2017.", &[]);
    finds("The plan follows ISO/IEC TR 20000-5:2013.", &[("superseded-edition", "ISO/IEC TR 20000-5:2013")]);
}

#[test]
fn row_6_integration_with_security_and_quality() {
    let old = "Integration with ISO/IEC 27001 follows ISO/IEC TR 20000-7:2019.";
    finds(old, &[("withdrawn-standard", "ISO/IEC TR 20000-7:2019")]);
    finds("Integration follows part 7 of ISO/IEC 20000.", &[("withdrawn-standard", "part 7 of ISO/IEC 20000")]);
}

#[test]
fn row_7_small_organisations_never_came() {
    let never = "Small teams follow ISO/IEC 20000-8.";
    finds(never, &[("unknown-standard", "ISO/IEC 20000-8")]);
    says(never, &["never published"]);
}

#[test]
fn row_8_cloud_services() {
    let old = "Cloud services follow ISO/IEC TR 20000-9:2015.";
    finds(old, &[("withdrawn-standard", "ISO/IEC TR 20000-9:2015")]);
    finds("Cloud services follow ISO/IEC 20000-9.", &[("withdrawn-standard", "ISO/IEC 20000-9")]);
}

#[test]
fn row_9_parts_in_force() {
    for part in [10, 11, 14, 15, 16, 17] {
        finds(&format!("We read ISO/IEC 20000-{part}."), &[]);
    }
    finds("We read parts 10, 11, 14, 15, 16 and 17 of ISO/IEC 20000.", &[]);
}

#[test]
fn row_10_reserved_numbers() {
    let both = "We read ISO/IEC TR 20000-12 and ISO/IEC 20000-13.";
    finds(both, &[("withdrawn-standard", "ISO/IEC TR 20000-12"), ("unknown-standard", "ISO/IEC 20000-13")]);
}

#[test]
fn row_11_committees_are_no_standards() {
    finds("ISO/IEC JTC 1/SC 40 owns service management and governance; ISO/TC 292 owns resilience.", &[]);
    finds("ISO/IEC JTC1 SC40/WG 2 met ISO TC 176/SC 2 in 2015.", &[]);
    finds("Outsourced processes follow ISO/IEC 30105-1, -2, -3, -4 and -5.", &[]);
}

#[test]
fn row_12_kin() {
    finds("The system also meets ISO 9001, ISO 22301 and ISO/IEC 27001, and it goes with ITIL 4.", &[]);
    finds("ISO 22301:2012 applies.", &[("superseded-edition", "ISO 22301:2012")]);
}

#[test]
fn row_13_services_and_security_together() {
    finds("The overlap is explained in ISO/IEC 27013:2021/Amd 1:2024.", &[]);
    let without = "The overlap is explained in ISO/IEC 27013:2021.";
    finds(without, &[("missing-amendment", "ISO/IEC 27013:2021")]);
    says("Integration follows ISO/IEC TR 20000-7.", &["ISO/IEC 27013"]);
}

/// What clause 8.7.3 asks for is looked at later; naming the clause is no fault.
#[test]
fn row_14_security_clause() {
    finds("Security of services follows clause 8.7.3 of ISO/IEC 20000-1.", &[]);
}

#[test]
fn row_18_controls_of_2013() {
    let old = "Controls follow Annex A of ISO/IEC 27001:2013.";
    finds(old, &[("superseded-edition", "ISO/IEC 27001:2013")]);
    says(old, &["ISO/IEC 27001:2022"]);
}

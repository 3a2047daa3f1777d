//! Tests which numbers of clauses and controls count, in documents of all kinds: what binds them, what else lays claim to
//! them, and what only remembers them.

use std::path::Path;

use jiff::civil::{Date, date};
use sms_lint::document::Format;
use sms_lint::lint::clause::numbers;
use sms_lint::lint::{Settings, examine};
use sms_lint::source::SourceFile;
use sms_lint::standard::clause::{Tie, table};
use sms_lint::standard::{catalogue, status};

const TODAY: Date = date(2026, 11, 22);

/// The rules that speak of numbers, by their initials.
const RULES: [(&str, &str); 4] =
    [("renumbered-control", "rc"), ("unknown-control", "uk"), ("renumbered-clause", "rn"), ("unknown-clause", "uc")];

/// What is found in a document, as `rc A.12.6.1`, joined by semicolons; history in brackets.
fn found(path: &str, text: &str, on: Date) -> String {
    let format = Format::of(Path::new(path)).expect("it is a document");
    let examined = examine(&SourceFile::from_text(path, text), format, Settings::on(on));
    let name = |id: &str| RULES.iter().find(|(rule, _)| *rule == id).map(|(_, initials)| *initials);
    let findings = examined.findings.iter().filter_map(|one| Some((name(one.rule)?, one, "", "")));
    let history = examined.acknowledged.iter();
    let history = history.filter_map(|one| Some((name(one.finding.rule)?, &one.finding, "(", ")")));
    let mut all: Vec<_> = findings.chain(history).collect();
    all.sort_by_key(|(_, one, ..)| one.primary.place.start.byte);
    let show = |(initials, one, open, close): &(&str, &sms_lint::finding::Finding, &str, &str)| {
        format!("{open}{initials} {}{close}", one.primary.text.replace('\n', " "))
    };
    all.iter().map(show).collect::<Vec<_>>().join("; ")
}

/// Tests documents of one path against what is to be found in each.
#[track_caller]
fn check_at(path: &str, cases: &[(&str, &str)]) {
    let wrong = |(text, wanted): &(&str, &str)| {
        let found = found(path, text, TODAY);
        (found != *wanted).then(|| format!("{text}\n  wanted {wanted:?}\n  found  {found:?}"))
    };
    let failures: Vec<String> = cases.iter().filter_map(wrong).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    check_at("a.md", cases);
}

#[test]
fn a_designation_beside_a_number_binds_it() {
    check(&[
        ("ISO/IEC 27001 A.12.6.1", "rc A.12.6.1"),
        ("control A.6.1.2 of ISO/IEC 27001:2013", "rc A.6.1.2"),
        ("ISO 27001:2022, Annex A, control A.9.2.5", "rc A.9.2.5"),
        ("ISO 27001 A12.6.1 and ISO 27001, A 9.2.5", "rc A12.6.1; rc A 9.2.5"),
        ("ISO27001-2013-A.12.4.4, iso27001-a.12.1.1", "rc A.12.4.4; rc a.12.1.1"),
        ("27001: A.18.2.1, 27002: 18.2.1", "rc A.18.2.1; rc 18.2.1"),
        ("Mapped to ISO A.16.1.1, A.16.1.4 and A.12.6.1", "rc A.16.1.1; rc A.16.1.4; rc A.12.6.1"),
        ("Mapped to ISO A.16.1.1, and drawing A.12.6.1", "rc A.16.1.1"),
        ("# ISO 27001 Gap Analysis\n\n- A.12.6.1 Weaknesses", "rc A.12.6.1"),
        ("ISO-A.12.6.1", "rc A.12.6.1"),
        ("control 12.6.1 of ISO 27002:2013, ISO/IEC 27002:2013-10.1.1", "rc 12.6.1; rc 10.1.1"),
        ("ISO 27001 A.12.4.1, .2 and .3", "rc A.12.4.1; rc .2; rc .3"),
        ("ISO 27001 A.9.2.1-A.9.2.6", "rc A.9.2.1-A.9.2.6"),
        ("Annex A.17 of ISO 27001; ISO 27001 A.12.4", "rc A.17; rc A.12.4"),
        ("UNE-EN ISO/IEC 27001, Anexo A, control A.11.2.4", "rc A.11.2.4"),
        ("ISO/IEC 27001 附录A 的 A.12.1.2。", "rc A.12.1.2"),
        ("A.8.1 of ISO/IEC 27001:2013", "rc A.8.1"),
        ("ISO/IEC 27001 A.8.1, ISO 27001:2022 A.8.1 and A.5.7", ""),
        ("ISO/IEC 27001:2022 A.5.10.1", "uk A.5.10.1"),
        ("ISO 27001:2013 9.4.2, ISO 27001 12.6.1, clause 14.2.1 of ISO 27001", "rc 9.4.2; rc 12.6.1; rc 14.2.1"),
        ("ISO/IEC 27001:2005 A.10.4.1, ISO/IEC 27001 A.10.4.1", ""),
    ]);
}

#[test]
fn of_two_designations_the_one_that_says_more_binds_a_number() {
    check(&[
        ("ISO/IEC 20000-1:2018 clause 8.7.3 (6.6 in ISO/IEC 20000-1:2011) asks for it.", ""),
        ("ISO/IEC 20000-1:2018 clauses 8.5.1 and 8.7.3 (9.2 and 6.6 in ISO/IEC 20000-1:2011).", ""),
        ("ISO/IEC 20000-1:2018 clause 8.7.3 and clause 6.1.2 of ISO/IEC 27001:2022 go together.", ""),
        ("Under ISO/IEC 20000-1:2018 (clause 8.7.3) and clause 6.1.2 of ISO/IEC 27001:2022 risks are assessed.", ""),
        ("(ISO/IEC 20000-1:2018 clause 8.7.3, clause 6.1.2 of ISO/IEC 27001:2022)", ""),
        ("ISO 9001:2015 clause 10.3, 10.1 in ISO/IEC 27001:2022", ""),
        ("ISO/IEC 20000-1:2018 clause 9.7.3 and clause 6.1.2 of ISO/IEC 27001:2022 ask for it.", "uc 9.7.3"),
        ("ISO/IEC 27001:2022 A.5.34 (A.7.2.1 in ISO/IEC 27701:2019).", ""),
        ("We follow ISO 9001:2015 and clause 9.7.3 of ISO/IEC 20000-1:2018.", "uc 9.7.3"),
        ("We follow ISO 9001:2015 and clauses 8.2 and 9.7.3 of ISO/IEC 20000-1:2018.", "uc 9.7.3"),
    ]);
}

#[test]
fn what_stands_above_or_around_binds_a_number() {
    check(&[
        ("| ISO 27001 | x |\n|---|---|\n| A.9.3.1 | y |\n", "rc A.9.3.1"),
        ("| a | b |\n|---|---|\n| ISO 27001 | A.11.1.2 |\n| SOC 2 | A.11.1.2 |\n", "rc A.11.1.2"),
        ("| a | b |\n|---|---|\n| ISO 27002 | 9.2.1, 12.2 |\n", "rc 9.2.1; rc 12.2"),
        ("| ISO 27001 control | b |\n|---|---|\n| 9.2.3 | c |\n", "rc 9.2.3"),
        ("## ISO 27001\n\n- A.16.1.5\n", "rc A.16.1.5"),
        ("**ISO 27001 controls:**\n\n- A.8.2.3\n", "rc A.8.2.3"),
        ("---\nstandard: ISO 27001\n---\n\nper A.9.4.2\n", "rc A.9.4.2"),
        ("---\ncontrol: A.9.4.2\nstandard: ISO 27001\n---\n", "rc A.9.4.2"),
        ("We follow ISO 27001.\n\n# B\n\n(A.9.4.3)\n", "rc A.9.4.3"),
        ("- A.15.2.1\n\n# References\n\nISO/IEC 27001\n", "rc A.15.2.1"),
        ("- A.15.2.1\n\n# References\n\n- ISO/IEC 27001\n", "rc A.15.2.1"),
        ("# References\n\n- A.15.2.1\n- ISO/IEC 27001\n", ""),
        (
            "```\n{\"id\": \"A.9.2.3\", \"of\": \"ISO27001\"}, {\"id\": \"A.6.1.2\", \"of\": \"ISO42001\"}\n```\n",
            "rc A.9.2.3",
        ),
        ("```\n- id: A.6.1.2\n  of: ISO 42001\n- id: A.9.2.3\n  of: ISO 27001\n```\n", "rc A.9.2.3"),
        ("no standard is named: A.12.6.1", ""),
        ("# ISO 27001\n\n- A.6.2 Devices\n- A.6.2.1 Policy\n- A.6.2.2 Work\n", "rc A.6.2; rc A.6.2.1; rc A.6.2.2"),
        (
            "# ISO 27001\n\n- A.6.2 Devices\n- A.6.2.1 Policy\n- A.6.2.2 Work\n- A.8.34 Tests\n",
            "rc A.6.2.1; rc A.6.2.2",
        ),
        ("# ISO 27001\n\n- A.6.2 Terms\n- A.7.1 Rooms\n- A.6.2.1 Policy\n- A.6.2.2 Work\n", "rc A.6.2.1; rc A.6.2.2"),
        ("# ISO 27001\n\n- A.8.1 Devices\n- A.8.1.1 Laptops\n", "rc A.8.1.1"),
        ("# ISO 27001 internal audit report\n\nA.12.4.1 is implemented.\n", "rc A.12.4.1"),
        ("# ISO 27001 internal audit report\n\nA.12.4.1 Is it implemented?\n", ""),
        ("# ISO 27001 internal audit report\n\nA.12.4.1 Logs\n", ""),
        ("# ISO 27001 internal audit report\n\nA.9.2 is implemented.\n", ""),
        ("# Contract\n\nA.12.4.1 is the fee.\n", ""),
    ]);
    let certified = "{\"x\":[{\"certificationName\":\"ISO 27001:2022\",\"controls\":[{\"name\":\"A.9.2.1\"}]}]}";
    check_at("a.json", &[(certified, "rc A.9.2.1")]);
    let manual = "{\"x\":[{\"certification\":\"ISO 27001\"},{\"chapter\":\"A.9.2.3\"}]}";
    check_at("a.json", &[(manual, "")]);
    check_at("iso-27001/a.md", &[("per A.12.6.1", "rc A.12.6.1")]);
    check_at("iso-42001/a.md", &[("per A.6.1.2", "")]);
}

#[test]
fn what_others_lay_claim_to_is_left_alone() {
    check(&[
        ("ISO 27001 and ISO/IEC 42001 A.6.1.2, A.6.2.4", ""),
        ("ISO/IEC 27001:2013; ISO/IEC 27018 A.10.2 and A.11.1", ""),
        ("ISO 27001; 42001 A.6.1.2", ""),
        ("# ISO 42001\n\nWe hold ISO 27001.\n\n- A.6.1.2\n", ""),
        ("ISO 27001 certified. EN 301 549 A.9.1.1, CIS 12.6.1", ""),
        ("ISO 27001 certified. Section A.9.1.1 of this agreement", ""),
        ("ISO 27001 certified. Table A.9.2.1", ""),
        ("ISO 27001 certified.\n\n- A.1.1 a\n- A.4.1 b\n- A.9.2.1 c\n", ""),
        ("class 1.A.11.1.1, ISO 27001", ""),
        ("ISO 27001 toolkit version 12.6.1; 14 controls of ISO 27001", ""),
        ("<https://example.org/iso-27001/A.12.6.1.html>", ""),
        ("ISO 27001: 9.3.2; ISO 27001 6.1.2 and 6.1.3", ""),
        ("## ISO/IEC 27001:2022\n\nRetention per IATF 16949 clause 8.5.2, EN 50600 clause 5.5.3.\n", ""),
        ("## ISO/IEC 20000-1:2018\n\nITIL clause 5.9 and FitSM clause 6.9 apply.\n", ""),
        ("PCI DSS clause 11.5, ISO/IEC 20000-1:2018", ""),
        ("SOC 2 clause 12.1, ISO 22301:2019; GDPR clause 11.2, ISO/IEC 27001:2022 clause 9.2", ""),
        ("ISO/IEC 27001:2022: people (A.6, 8 controls), physical (A.7, 14 controls)", ""),
        ("ISO/IEC 27001:2022 Annex A (A.5 to A.8, 11 of them new)", ""),
        ("ISO/IEC 27001:2022 A.8, 12 months; ISO/IEC 27001:2022, A.8 and 14 days", ""),
        ("Annex A of ISO/IEC 27001:2022: A.5 (37), A.6 (8), A.7 (14), A.8 (34)", ""),
        ("ISO/IEC 20000-1:2018 clause 8.7, 99.5 % availability", ""),
        ("ISO/IEC 20000-1:2018 clauses 8.6 (9.5 hours)", ""),
        ("PCI-DSS v4.0, clause 11.5, ISO/IEC 20000-1:2018", ""),
        ("Per contract clause 11.5 (ISO/IEC 20000-1:2018)", ""),
    ]);
}

#[test]
fn what_follows_a_number_says_whose_it_is() {
    check(&[
        ("Lamps meet ISO/IEC 27001:2022 and section 12.4.1 of the lease.", ""),
        ("nach ISO/IEC 27001:2022 und Ziffer 12.4.1 des Mietvertrags", ""),
        ("selon ISO/IEC 27001:2022 et l'article 12.4.1 du bail", ""),
        ("ISO/IEC 20000-1:2018 y el apartado 9.7.3 de este manual", ""),
        ("ISO/IEC 20000-1:2018 (Kapitel 9.7.3 dieses Handbuchs)", ""),
        ("ISO/IEC 20000-1:2018, see section 9.7.3 below", ""),
        ("ISO/IEC 27001:2022 and Article 12.6 of Regulation (EU) 2099/1", ""),
        ("ISO/IEC 27001:2022 A.8.24, clause 12.4.1 of the contract", ""),
        ("ISO 27001 A.6.3 and 12.6.1 of PCI DSS", ""),
        ("A.6.3 (ISO 27001), 12.6.1 (PCI DSS), A.7.4; 12.6.1 PCI DSS", ""),
        ("8.7.3 (ISO/IEC 20000-1), 9.7.3 (lease contract)", ""),
        ("A.12.6.1 (ISO 27001), 12.6.1 (PCI DSS)", "rc A.12.6.1"),
        ("ISO/IEC 20000-1:2018, clause 9.7.3 of the standard", "uc 9.7.3"),
        ("ISO/IEC 20000-1:2018, clause 9.7.3 of that standard", "uc 9.7.3"),
        ("ISO/IEC 20000-1:2018, clause 9.7.3 of which is on lamps", "uc 9.7.3"),
        ("ISO/IEC 20000-1:2018, Abschnitt 9.7.3 der Norm", "uc 9.7.3"),
        ("ISO/IEC 20000-1:2018 clause 9.7.3 of the 2018 edition", "uc 9.7.3"),
        ("ISO/IEC 20000-1:2018, clause 9.7.3 (lamp contracts)", "uc 9.7.3"),
        ("Clause 9.7.3 of ISO/IEC 20000-1:2018 and of the lease", "uc 9.7.3"),
        ("ISO/IEC 20000-1:2018 (clause 9.7.3 in our manual)", "uc 9.7.3"),
        ("The supplier shall provide the ISO 27001 certificate (Annex A.9 to this Agreement).", ""),
        ("The supplier shall provide the ISO 27001 certificate (Annex A.9.2.1 to the present contract).", ""),
        ("The supplier shall meet ISO 27001 Annex A.9.2.1 to the extent that applies.", "rc A.9.2.1"),
        ("The supplier shall map Annex A.9.2.1 of ISO 27001 to this agreement.", "rc A.9.2.1"),
        ("ISO 27001 Annex A.9.2.1 to this day", "rc A.9.2.1"),
        ("See Annex A.9.2.1 to ISO 27001.", "rc A.9.2.1"),
    ]);
}

#[test]
fn the_standard_of_another_body_keeps_its_numbers() {
    for other in [
        "NEN 7510 A.9.4.1",
        "NEN 7510 A.9.4.1, A.9.4.2",
        "NEN 7510-1:2017, control A.9.4.1",
        "GB/T 22239 A.9.4.1",
        "BS 10008 A.9.4.1",
        "DIN SPEC 27076 A.9.4.1",
        "UNE 71502 A.9.4.1",
        "GOST R 57580 A.9.4.1",
        "A.9.4.1 and A.9.4.2 (NEN 7510)",
        "control A.9.4.1 of NEN 7510",
    ] {
        check(&[(&format!("Comply with {other} (2). We are certified to ISO 27001."), "")]);
    }
    check(&[
        ("NEN 7510 A.9.4.1; ISO 27001 A.8.3", ""),
        ("NEN 7510 A.9.4.1, ISO 27001 A.8.3", ""),
        ("NEN 7510 A.9.4.1 (ISO 27001 A.8.3)", ""),
        ("ISO 27001, NEN 7510 A.9.4.1", ""),
        ("# ISO 27001 work\n\n## NEN 7510\n\n- A.9.4.1\n", ""),
        ("| Text | Control |\n|---|---|\n| UNE 71502 | A.9.4.1 |\n| ISO 27001 | A.12.6.1 |\n", "rc A.12.6.1"),
        ("# ISO 27001\n\n| GB/T 22239-2019 | Ours |\n|---|---|\n| A.9.4.1 | x |\n", ""),
        ("# ISO 27001\n\n| Form 22239 | Ours |\n|---|---|\n| A.9.4.1 | x |\n", "rc A.9.4.1"),
        ("NEN 7510 and ISO 27001 A.9.4.1", "rc A.9.4.1"),
        ("NEN-ISO/IEC 27001 A.9.4.1, DIN EN ISO/IEC 27001 A.9.4.2", "rc A.9.4.1; rc A.9.4.2"),
        ("Comply with BS 7799 A.9.4.1. We are certified to ISO 27001.", "rc A.9.4.1"),
        ("We are certified to ISO 27001. REQ 1234: A.9.4.1, JIRA-1234 A.9.4.2", "rc A.9.4.1; rc A.9.4.2"),
        (
            "# ISO 27001 audit\n\n- NC 1045 A.9.4.1\n- POL 0012 A.9.4.2\n- A.12.6.1 (DOC 1234)\n",
            "rc A.9.4.1; rc A.9.4.2; rc A.12.6.1",
        ),
        (
            "# ISO 27001 mapping\n\n| System | Control |\n|---|---|\n| MS 365 | A.9.4.1 |\n| AS/400 | A.12.6.1 |\n",
            "rc A.9.4.1; rc A.12.6.1",
        ),
        ("A.9.4.1 (also NEN 7510) of ISO 27001", "rc A.9.4.1"),
        ("BCP §6.6 of ISO 22301, and SLA §9.7 (ISO 20000-1)", "uc 6.6; uc 9.7"),
        ("Our procedure A.9.4.1 (ISO 27001)", "rc A.9.4.1"),
        ("| Name | ISO 22301 reference |\n|---|---|\n| Runs on | §8.3, BASC §6.6 |\n", ""),
        ("| Name | ISO 22301 reference |\n|---|---|\n| Runs on | §8.3 / BASC §6.6 |\n", ""),
        (
            "| Name | ISO 22301 reference |\n|---|---|\n| Runs on | §8.3, §6.6 |\n| Plans | BCMS §6.6 |\n",
            "uc 6.6; uc 6.6",
        ),
    ]);
}

#[test]
fn a_section_that_the_reader_is_sent_to_may_be_one_of_the_document() {
    check(&[
        ("ISO/IEC 20000-1:2018 (see chapter 9.7.3)", ""),
        ("The hall is certified to ISO/IEC 20000-1:2018 (see section 9.7.3).", ""),
        ("# Hall\n\n## 9.7.3 Lamps\n\nISO/IEC 20000-1:2018 (see section 9.7.3) holds.\n", ""),
        ("# Hall\n\n## 9.7.3 Lamps\n\nISO/IEC 20000-1:2018 (see clause 9.7.3) holds.\n", "uc 9.7.3"),
        ("# Hall\n\n## 4.2 Lamps\n\nISO/IEC 20000-1:2018 (see section 9.7.3) holds.\n", "uc 9.7.3"),
        ("ISO/IEC 20000-1:2018 (siehe Kapitel 9.7.3)", "uc 9.7.3"),
        ("As ISO 27001 requires, logs are kept (see section 12.4.1).", ""),
        ("As ISO/IEC 20000-1 requires, security is managed (see section 9.7.3).", "uc 9.7.3"),
        ("As ISO/IEC 20000-1 asks, incidents are handled (see section 9.7.3).", "uc 9.7.3"),
        ("Wir erfüllen ISO 27001 (siehe Kapitel 12.4.1).", ""),
        ("As ISO 27001 requires, logs are kept (see A.12.4.1).", "rc A.12.4.1"),
        ("As ISO/IEC 20000-1 requires, security is managed (see clause 9.7.3).", "uc 9.7.3"),
        ("ISO/IEC 20000-1 requires it (see section 9.7.3).", "uc 9.7.3"),
        ("As ISO/IEC 20000-1 requires in section 9.7.3, security is managed.", "uc 9.7.3"),
        ("Logging follows ISO/IEC 27002 (see section 12.4.1).", "rc 12.4.1"),
        ("ISO/IEC 20000-1:2018, chapter 9.7.3", "uc 9.7.3"),
        ("The hall is certified to ISO/IEC 20000-1:2018, clause 9.7.3.", "uc 9.7.3"),
        ("| Standard | Covered in section |\n|---|---|\n| ISO/IEC 20000-1:2018 | 9.7 |\n", ""),
        ("| Norm | Behandelt in Abschnitt |\n|---|---|\n| ISO/IEC 20000-1:2018 | 9.7 |\n", ""),
        ("| Standard | Section |\n|---|---|\n| ISO/IEC 20000-1:2018 | 9.7 |\n", "uc 9.7"),
        ("| Standard | Requirement covered |\n|---|---|\n| ISO/IEC 20000-1:2018 | 9.7 |\n", "uc 9.7"),
    ]);
}

#[test]
fn days_times_and_amounts_are_no_numbers_of_clauses() {
    check(&[
        ("Audit nach ISO/IEC 27001:2022, 12.6. bis 14.6.", ""),
        ("ISO/IEC 27001:2022 (12.6.–14.6.2024)", ""),
        ("ISO/IEC 20000-1:2018, 9.30–12.00 Uhr", ""),
        ("ISO/IEC 20000-1:2018: 9.7 %; ISO/IEC 20000-1:2018 – € 9.70", ""),
        ("ISO/IEC 20000-1:2018: 9.7/10", ""),
        ("ISO/IEC 20000-1:2018: 9.7", "uc 9.7"),
        ("ISO/IEC 20000-1:2018, 9.7.", "uc 9.7"),
        ("ISO/IEC 20000-1:2018: 9.7, 9.8", "uc 9.7; uc 9.8"),
    ]);
}

#[test]
fn history_and_correspondence_are_acknowledged() {
    check(&[
        ("ISO/IEC 27001:2022 A.5.19 (2013: A.15.1 and A.15.2) covers suppliers.", "(rc A.15.1); (rc A.15.2)"),
        (
            "ISO 27001: the suppliers grew from two groups (2013: A.15.1 and A.15.2) to more, such as A.5.21 and A.5.23.",
            "(rc A.15.1); (rc A.15.2)",
        ),
        ("ISO 27001: the suppliers (2013: A.15.1 and A.15.2) are checked each year.", "rc A.15.1; rc A.15.2"),
        ("ISO/IEC 27001:2022 A.5.19 (in place of A.15.1 and A.15.2) covers suppliers.", "rc A.15.1; rc A.15.2"),
        (
            "# ISO 27001:2022\n\n| Control | A.5.26 Answers |\n|---|---|\n| Owner | NOC |\n| 2013 mapping | A.16.1.5 |\n",
            "(rc A.16.1.5)",
        ),
        ("# ISO 27001:2022\n\n- Control: A.5.26\n- Edition of 2013: A.16.1.5\n", "(rc A.16.1.5)"),
        ("# ISO 27001:2022\n\n- Control: A.5.26\n- Applied: A.16.1.5\n", "rc A.16.1.5"),
        ("# ISO 27001\n\n- Control: A.5.1\n- Edition of 2013: A.16.1.5\n", "rc A.16.1.5"),
        ("| ISO 27001:2013 | ISO 27001:2022 |\n|---|---|\n| A.12.6.1 | A.8.8 |\n", "(rc A.12.6.1)"),
        ("ISO 27001 A.8.8 (formerly A.12.6.1)", "(rc A.12.6.1)"),
        ("ISO 27001 A.5.18 (was A.9.2.5)", "(rc A.9.2.5)"),
        ("A.12.6.1 → A.8.8 (ISO 27001)", "(rc A.12.6.1)"),
        ("# Change log\n\n- ISO 27001 A.12.6.1\n", "(rc A.12.6.1)"),
        ("---\nstandard: ISO 27001\nA.12.6.1: A.8.8\n---\n", "(rc A.12.6.1)"),
        ("~~ISO 27001 A.12.6.1~~", "(rc A.12.6.1)"),
        ("## A.5.18 Rights\n\n(ISO/IEC 27001:2013: A.9.2.2, A.9.2.5)\n", "(rc A.9.2.2); (rc A.9.2.5)"),
        ("## A.5.18 Rights\n\n| Field | Value |\n|---|---|\n| ISO 27001:2013 | A.9.2.6 |\n", "(rc A.9.2.6)"),
        ("## A.5.18 Rights\n\nReviews follow ISO/IEC 27001:2013, A.9.2.5.\n", "rc A.9.2.5"),
        ("ISO 27001 **A.5.18 (rights)** and **A.9.2.5 (reviews)**", "rc A.9.2.5"),
        ("| ISO 27001:2022 | A.9.2.5 |\n|---|---|\n| a | b |\n", "rc A.9.2.5"),
        (
            "# ISO 27001\n\n| Control ID | ISO Clause |\n|---|---|\n| A.5.1.1 | 5.1 |\n| A.6.1.1 | 6.1 |\n",
            "rc A.5.1.1; rc A.6.1.1",
        ),
        ("| ISO 27001:2013 | ISO 27001:2022 clause |\n|---|---|\n| A.5.1.1 | 5.1 |\n", "(rc A.5.1.1)"),
        ("A.9.4.1 of ISO 27001 (2013) became A.8.3 (2022).", "(rc A.9.4.1)"),
        ("A.9.4.1 of ISO 27001:2013 became A.8.3.", "(rc A.9.4.1)"),
        ("A.8.3 replaced A.9.4.1 of ISO 27001:2013.", "(rc A.9.4.1)"),
        ("ISO 27001:2013 A.9.4.1 and A.8.3 are used.", "rc A.9.4.1; rc A.8.3"),
    ]);
}

#[test]
fn an_older_number_under_its_year_is_acknowledged_beside_a_newer_one() {
    check_at(
        "a.yaml",
        &[
            ("s3:\n  iso_27001_2022: \"A.5.15\"\n  iso_27001_2013: \"A.9.4.2 (Secure log-on)\"\n", "(rc A.9.4.2)"),
            ("s3:\n  iso_27001_2022: \"A.5.15 (Access)\"\n  iso_27001_2013: \"A.9.4.2\"\n", "(rc A.9.4.2)"),
            ("s3:\n  iso_27001_2022: A.5.15 is planned\n  iso_27001_2013: A.9.4.2 is in use\n", "rc A.9.4.2"),
            ("s3:\n  iso_27001_2013: \"A.9.4.2 (Secure log-on)\"\n", "rc A.9.4.2"),
            ("s3:\n  iso_27001_2022: A.5.15 (planned)\n  iso_27001_2013: A.9.4.2 (in use)\n", "rc A.9.4.2"),
            ("- id: A.8.24\n  iso_27001_2013: A.10.1.1\n", "(rc A.10.1.1)"),
            ("- id: A.8.25\n  iso_27001_2013: A.10.1.1\n", "rc A.10.1.1"),
            ("- id: A.8.24\n  iso_27001: A.10.1.1\n", "rc A.10.1.1"),
        ],
    );
    check_at(
        "a.csv",
        &[
            ("id,name,iso_27001_2013\nA.8.24,Keys,A.10.1.1\n", "(rc A.10.1.1)"),
            ("id,name,ISO 27001:2013\nA.8.24,Keys,A.10.1.1\n", "(rc A.10.1.1)"),
            ("id,name,iso_27001_2013\nA.8.25,Keys,A.10.1.1\n", "rc A.10.1.1"),
            ("name,iso_27001_2013\nKeys,A.10.1.1\n", "rc A.10.1.1"),
            ("id,certified iso_27001_2013\nA.8.24,A.10.1.1\n", "rc A.10.1.1"),
        ],
    );
    let own = "[{\"id\":\"A.8.24\",\"iso_27001_2013\":\"A.10.1.1\"},{\"id\":\"A.5.1\",\"iso_27001_2013\":\"A.9.1.1\"}]";
    check_at("a.json", &[(own, "(rc A.10.1.1); rc A.9.1.1")]);
}

#[test]
fn clauses_that_an_edition_surely_lacks_are_found() {
    check(&[
        ("ISO/IEC 20000-1:2018, Clause 9.7.3", "uc 9.7.3"),
        ("clause 9.7.3 of ISO/IEC 20000-1", "uc 9.7.3"),
        ("ISO/IEC 20000-1:2018, Clause 8.7.3", ""),
        ("ISO/IEC 20000-1:2018 § 11.4; ISO 22301:2019 clauses 9.1, 10.2 and 10.3", "uc 11.4; uc 10.3"),
        ("ISO/IEC 20000-1:2018, clause 6.6.1; ISO/IEC 20000-1 (6.4)", "rn 6.6.1; rn 6.4"),
        ("ISO/IEC 20000-1:2011, clause 6.6", ""),
        ("ISO/IEC 27001:2022: 8.19, clause 8.19 of ISO/IEC 27001:2022", "uc 8.19"),
        ("ISO/IEC 27001:2013 clause 6.3, ISO/IEC 27001:2022 clause 6.3", "uc 6.3"),
        ("| ISO/IEC 20000-1:2018 clause |\n|---|\n| 9.7.3 |\n", "uc 9.7.3"),
        ("## ISO/IEC 20000-1:2018\n\n- Clause 9.7: x\n- clause 9.7 of the contract\n", "uc 9.7"),
        ("Clause 6.6 of the contract names ISO/IEC 20000-1:2018", ""),
        ("See section 9.7.3 of this handbook for ISO/IEC 20000-1", ""),
        ("ISO/IEC 20000-1:2018 clause 8.5.1.9, clause 2.9 and clause 3.7", ""),
        ("ISO 9001 clause 11.4; ISO 22301:2012 clause 8.9", ""),
        ("ISO 9001:2015, 12.5 hours; ISO 22301:2019, 9.11.23; ISO/IEC 20000-1: 9.5 million", ""),
        ("ISO/IEC 20000-1:2018 (9.5), ISO/IEC 20000-1: 11.4.", "uc 9.5; uc 11.4"),
    ]);
}

#[test]
fn what_stands_under_another_collection_is_left_alone() {
    check(&[
        ("# ISO 27001\n\n## CIS\n\n- A.9.2.1\n", ""),
        ("# ISO 27001\n\n## How we use NIST\n\n- A.9.2.1\n- A.12.6.1\n", "rc A.12.6.1"),
        ("# ISO 27001\n\n## CIS\n\n- A.12.6.1\n\n## Access\n\n- A.9.2.2\n", "rc A.9.2.2"),
        ("# ISO 27001\n\n## SOC 2\n\nIn ISO 27001:\n\n- A.9.2.1\n", "rc A.9.2.1"),
        ("# ISO 27001 and SOC 2\n\n- A.9.2.1\n", "rc A.9.2.1"),
        ("# ISO 27001\n\n## GDPR\n\nLogs (A.12.4.1)\n", "rc A.12.4.1"),
        ("# ISO 27001\n\n**CIS controls:**\n\n- A.9.2.1\n", ""),
        ("- CIS Controls\n  - A.9.2.1\n- ISO 27001\n  - A.9.2.2\n", "rc A.9.2.2"),
        ("We hold\n\n- ISO 27001\n- SOC 2\n\nReviews (A.9.2.5)\n", "rc A.9.2.5"),
        ("ISO 27001, CIS Control A.5.1.2", ""),
        ("ISO 27001 | CIS\n---|---\nA.9.2.2 | A.9.2.1\n", "rc A.9.2.2"),
        ("# ISO 27001\n\n| By | Id |\n|---|---|\n| CIS v8 | A.9.2.1 |\n| SOC 2 CC6.1 | A.9.2.2 |\n", "rc A.9.2.2"),
        ("# ISO 27001\n\n## NIST\n\n| NIST | Annex A |\n|---|---|\n| AC-2 | A.9.2.1 |\n", "rc A.9.2.1"),
        ("# ISO 27001\n\n| Framework | Id |\n|---|---|\n| SAMA | A.9.2.1 |\n| ISMS | A.9.2.2 |\n", ""),
        ("# ISO 27001\n\n| Standard | Id |\n|---|---|\n| Password standard | A.9.2.1 |\n", "rc A.9.2.1"),
        ("# ISO 27001\n\n| By | ISO control |\n|---|---|\n| CIS v8 | A.9.2.1 |\n", "rc A.9.2.1"),
    ]);
    check_at(
        "a.yaml",
        &[
            ("standard: ISO 27001\ncis:\n  - A.9.2.1\niso:\n  - A.9.2.2\n", "rc A.9.2.2"),
            ("- framework: cis\n  control: A.9.2.1\n- framework: ISO 27001\n  control: A.9.2.2\n", "rc A.9.2.2"),
            ("title: ISO 27001\none:\n  source: NIST CSF\n  control: A.9.2.1\n", ""),
            ("title: ISO 27001\none:\n  framework: SAMA\n  control: A.9.2.1\n", ""),
            ("title: ISO 27001\none:\n  nist: PR.AC-1\n  control: A.9.2.1\n", "rc A.9.2.1"),
            ("- nist: [AC-2]\n  iso27001: [A.9.2.1, A.9.2.2]\n  cis: [A.9.2.3, A.9.2.4]\n", "rc A.9.2.1; rc A.9.2.2"),
        ],
    );
    check_at("a.csv", &[("of,control\nCIS,A.9.2.1\nISO 27001,A.9.2.2\n", "rc A.9.2.2")]);
}

#[test]
fn an_annex_of_the_document_is_not_that_of_the_standard() {
    check(&[
        ("# ISO 27001 manual\n\n## Appendix A\n\n- A.9.1.1 keys\n", ""),
        ("We follow ISO 27001.\n\n# Annex A Forms\n\n- A.9.1.1 visitors\n", ""),
        ("---\ntitle: ISO 27001 manual\n---\n\n# Anhang A: Formulare\n\n## A.9.1.1 Besuch\n", ""),
        ("We follow ISO 27001.\n\nAppendix A\n\nA.9.1.1 Visitors\n", ""),
        ("We follow ISO 27001.\n\n# Annex A\n\n- A.9.1.1 visitors\n- A.12.6.1 x\n", "rc A.12.6.1"),
        ("# Annex A: Forms (ISO 9001)\n\nISO 27001 holds everywhere.\n\nA.9.1.1 visitors\n", ""),
        ("# Annex A: Forms\n\nIn ISO 27001:\n\n- A.9.1.1\n", "rc A.9.1.1"),
        ("# 手册 ISO 27001\n\n## 附录A 表格\n\nA.9.1.1 访客\n", ""),
        ("# SoA (ISO 27001)\n\n## Annex A: People and sites\n\n- A.9.1.1\n", "rc A.9.1.1"),
        ("# ISO 27001 manual\n\n# Annex A\n\n- A.9.1.1 keys\n\n# Annex B\n\n- B.1\n", ""),
        ("# ISO 27001\n\n## Annex A\n\n- A.9.1.1\n", "rc A.9.1.1"),
        ("# ISO 27001\n\n## Annex A controls\n\n- A.9.1.1\n", "rc A.9.1.1"),
        ("# Plan\n\n## Appendix A of ISO 27001\n\n- A.9.1.1\n", "rc A.9.1.1"),
        ("# Plan\n\n## Annex A Forms\n\n| ISO 27001 | Form |\n|---|---|\n| A.9.1.1 | 3 |\n", "rc A.9.1.1"),
        ("# ISO 27001\n\n## Annex A Forms\n\n- A.9.1.1\n\n## Access\n\n- A.9.2.1\n", "rc A.9.2.1"),
        ("ISO 27001 is kept. See Annex A of the plan, A.9.1.1.", ""),
    ]);
    check_at("iso-27001/a.md", &[("# Annex A\n\n- A.9.1.1\n", "rc A.9.1.1"), ("# Annex A Forms\n\n- A.9.1.1\n", "")]);
}

#[test]
fn chapters_of_the_document_are_no_clauses_of_the_standard() {
    check(&[
        ("# ISO/IEC 27001 plan\n\n## 11.4 Fees\n\nFees are due (clause 11.4).\n", ""),
        ("# ISO/IEC 20000-1 plan\n\n## 9.7 Cap\n\nThe cap of clause 9.7.3 holds.\n", ""),
        ("# ISO/IEC 20000-1 plan\n\n9.7.3 Caps hold.\n\nThe cap of clause 9.7.3 holds.\n", ""),
        ("# ISO/IEC 20000-1 plan\n\n## 9 Money\n\nThe cap (§ 9.7.3) holds.\n", ""),
        ("# ISO/IEC 20000-1 plan\n\n## 9 Money\n\nThe cap (clause 9.7.3) holds.\n", "uc 9.7.3"),
        ("# ISO/IEC 20000-1 agreement\n\nClause 9.7.3 survives.\n", ""),
        ("# ISO/IEC 27001 plan\n\nSee clause 12.1.\n", ""),
        ("---\ntitle: Master agreement\nstandard: ISO/IEC 20000-1\n---\n\nClause 9.7.3 survives.\n", ""),
        ("# ISO 9001:2015 agreement\n\n| Clause | Topic |\n|---|---|\n| 9.7 | Fees |\n", ""),
        ("# ISO 9001:2015 gaps\n\n| Clause | Gap |\n|---|---|\n| 9.7 | none |\n", "uc 9.7"),
        ("| Standard | Manual section |\n|---|---|\n| ISO/IEC 20000-1 | 9.7 |\n", ""),
    ]);
}

#[test]
fn titles_and_front_matter_bind_clauses_and_editions() {
    check(&[
        ("---\ntitle: ISO/IEC 20000-1:2018 plan\n---\n\n# Plan\n\nKept as clause 9.7.3 asks.\n", "uc 9.7.3"),
        ("---\ntitle: ISO/IEC 20000-1:2018 plan\n---\n\n# Plan\n\nKept (§ 9.7.3).\n", "uc 9.7.3"),
        ("# ISO/IEC 20000-1:2018 plan\n\nKept (§ 9.7.3).\n", "uc 9.7.3"),
        ("# ISO/IEC 20000-1:2018 plan\n\nKept (section 9.7.3, clause 8.7.3).\n", ""),
        ("---\ntitle: ISO/IEC 20000-1 plan\n---\n\nISO 9001 is kept too.\n\nSee clause 9.7.3.\n", ""),
        ("---\nrelated: ISO/IEC 20000-1\n---\n\nSee clause 9.7.3.\n", ""),
        ("---\nstandard: ISO/IEC 20000-1\ntitle: ISO 22301 plan\n---\n\nSee clause 9.7.3.\n", ""),
        ("# ISO/IEC 20000-1\n\n## CIS\n\nSee clause 9.7.3.\n", ""),
        ("---\nstandard: ISO/IEC 27001:2013\n---\n\n# Assets\n\nListed (A.8.1).\n", "rc A.8.1"),
        ("# ISO/IEC 27001:2013\n\n- A.8.1 assets\n- A.5.1 direction\n", "rc A.8.1"),
        ("# ISO/IEC 27001:2013 and ISO/IEC 27001:2022\n\n- A.8.1 assets\n", ""),
        ("# ISO/IEC 27001:2013\n\n- A.8.1 assets\n- A.8.28 programs\n", ""),
        ("# From ISO/IEC 27001:2013 to 2022\n\n- A.8.1 devices\n", ""),
        ("ISO/IEC 27001:2013 was our first.\n\n# Assets\n\nListed (A.8.1).\n", ""),
    ]);
    check_at("iso-27001-2013/a.md", &[("Listed (A.8.1).", "rc A.8.1")]);
    check_at("iso-27001-2013-to-2022/a.md", &[("Listed (A.8.1).", "")]);
    check_at("a.html", &[("<title>ISO/IEC 20000-1:2018 plan</title><p>See clause 9.7.3.</p>", "uc 9.7.3")]);
    check_at("a.rst", &[(":standard: ISO/IEC 20000-1\n:clause: 9.7.3\n\nPlan\n====\n", "uc 9.7.3")]);
    check_at(
        "a.yaml",
        &[
            ("standard: ISO/IEC 27001:2013\ncontrol: A.8.1\n", "rc A.8.1"),
            ("title: ISO/IEC 20000-1 plan\nnote: see clause 9.7.3\n", "uc 9.7.3"),
            ("standard: ISO/IEC 27001:2022\ncontrol: A.8.1\n", ""),
            ("ISO/IEC 27001:2013:\n  A.8.1: yes\n", "rc A.8.1"),
        ],
    );
}

#[test]
fn rows_and_objects_bind_clauses_and_controls_without_a_letter() {
    check(&[
        ("| Standard | Clause |\n|---|---|\n| ISO/IEC 20000-1 | 9.7.3 |\n| ISO 9001 | 9.2 |\n", "uc 9.7.3"),
        ("| Norm | Kapitel |\n|---|---|\n| ISO/IEC 20000-1 | 9.7.3 |\n", "uc 9.7.3"),
        ("| Standard | No. |\n|---|---|\n| ISO/IEC 20000-1 | 9.7.3 |\n", ""),
        ("| Standard | Version |\n|---|---|\n| ISO/IEC 20000-1 | 9.7.3 |\n", ""),
        ("| Contract | Clause |\n|---|---|\n| after ISO/IEC 20000-1 came | 9.7.3 |\n", ""),
        ("| Need | Source |\n|---|---|\n| Clause 9.7 of the contract | ISO/IEC 20000-1 |\n", ""),
        ("| Old | New | Clause |\n|---|---|---|\n| ISO 9001 | ISO/IEC 20000-1 | 9.7.3 |\n", ""),
        ("| Standard | Control |\n|---|---|\n| ISO 27001 | 12.6.1 |\n| ISO 27002 | 9.2.1 |\n", "rc 12.6.1; rc 9.2.1"),
        ("| Standard | Control |\n|---|---|\n| ISO 27001 | 9.2.1 |\n| CIS | 12.6.1 |\n", ""),
        ("# ISO 27001\n\n| Framework | Control |\n|---|---|\n| CIS | 12.6.1 |\n| SAMA | 12.6.1 |\n", ""),
        ("| Field | Is |\n|---|---|\n| Standard | ISO/IEC 20000-1 |\n| Clause | 9.7.3 |\n", "uc 9.7.3"),
        ("| Field | Is |\n|---|---|\n| Standard | ISO/IEC 20000-1 |\n| Version | 9.7.3 |\n", ""),
        ("| Field | Is |\n|---|---|\n| Standard | CIS |\n| Control | 12.6.1 |\n| See | ISO 27001 |\n", ""),
        ("# ISO 27001\n\n| Control | Owner |\n|---|---|\n| 12.6.1 | IT |\n", "rc 12.6.1"),
        ("| Standard | Section |\n|---|---|\n| ISO 9001:2015 | 11.4 |\n| ISO 9001:2015 | 9.5 |\n", "uc 9.5"),
        ("| Standard | Control |\n|---|---|\n| ISO 27001, PCI DSS | 12.6.1 |\n", ""),
        ("| ISO 27001 / CIS control | b |\n|---|---|\n| 12.6.1 | c |\n", ""),
    ]);
    check_at(
        "a.csv",
        &[
            ("standard,clause\nISO/IEC 20000-1:2018,9.7.3\nISO/IEC 20000-1:2018,8.7.3\n", "uc 9.7.3"),
            ("clause,standard\n9.7.3,ISO/IEC 20000-1:2018\n", "uc 9.7.3"),
            ("version,standard\n9.7.3,ISO/IEC 20000-1:2018\n", ""),
            ("need,clause\na policy,ISO/IEC 20000-1 9.7\na plan,ISO/IEC 20000-1 8.7\n", "uc 9.7"),
            ("need,standard\na policy,ISO/IEC 20000-1 9.7\n", ""),
        ],
    );
    check_at(
        "a.yaml",
        &[
            ("standard: ISO/IEC 20000-1:2018\nclause: 9.7.3\n", "uc 9.7.3"),
            ("clause: 9.7.3\nstandard: ISO/IEC 20000-1:2018\n", "uc 9.7.3"),
            ("- standard: ISO/IEC 20000-1\n  clause: 9.7.3\n- standard: ISO 9001\n  clause: 9.2\n", "uc 9.7.3"),
            ("standard: ISO/IEC 20000-1\nclauses:\n  - 8.7.3\n  - 9.7.3\n", "uc 9.7.3"),
            ("standard: ISO/IEC 20000-1\nneeds:\n  - clause: 9.7.3\n    met: yes\n", "uc 9.7.3"),
            ("standard: ISO/IEC 20000-1\nversion: 9.7.3\n", ""),
            ("standard: ISO/IEC 27001\ncontrol: \"12.6.1\"\n", "rc 12.6.1"),
            ("- control: \"9.2.1\"\n  standard: ISO/IEC 27002\n", "rc 9.2.1"),
            ("control: \"12.6.1\"\nstandard: CIS\nother: ISO/IEC 27001\n", ""),
            ("standard: ISO/IEC 27001\ncis_control: \"12.6.1\"\n", ""),
            ("ISO/IEC 20000-1:\n  - 9.7.3\n  - 8.7.3\n", "uc 9.7.3"),
            ("contract clause: 9.7.3\nstandard: ISO/IEC 20000-1\n", ""),
        ],
    );
}

#[test]
fn other_management_systems_and_own_procedures_keep_their_numbers() {
    check(&[
        ("Our AI management system keeps ISO/IEC 27001. AIMS controls A.6.2.4 apply.", ""),
        ("ISO/IEC 27001:2022 is held. Our AI management system has A.6.2.4 and A.9.2 in scope.", ""),
        ("The ISMS follows ISO/IEC 27001:2022. PIMS controls A.7.2.1 and A.7.4.5 apply.", ""),
        ("We hold ISO/IEC 27001:2022; our procedure A.9.2.1 says how.", ""),
        ("ISO/IEC 27001 s'applique; notre procédure A.9.2.1 décrit les comptes.", ""),
        ("Laut ISO/IEC 27001:2022. Siehe A.9.2.1 dieses Handbuchs.", ""),
        ("Our access policy meets control A.9.1.1 of ISO/IEC 27001.", "rc A.9.1.1"),
        ("Our AIMS and our ISMS differ. ISO/IEC 27001 A.9.2.3 binds admins.", "rc A.9.2.3"),
    ]);
}

#[test]
fn a_number_that_moved_or_is_gone_is_acknowledged() {
    check(&[
        ("# SoA (ISO/IEC 27001:2022)\n\n- A.8.8 Lamps (was A.12.6.1)\n", "(rc A.12.6.1)"),
        ("# SoA (ISO/IEC 27001:2022)\n\n- A.8.8 Lampen (alt: A.12.6.1)\n", "(rc A.12.6.1)"),
        ("# SoA (ISO/IEC 27001:2022)\n\n- Lamps (was A.12.6.1)\n", "rc A.12.6.1"),
        ("ISO/IEC 27001:2022: il controllo A.12.6.1 è ora A.8.8", "(rc A.12.6.1)"),
        ("ISO/IEC 27001:2022: el control A.12.6.1 es ahora A.8.8", "(rc A.12.6.1)"),
        ("See A.8.8 of ISO/IEC 27001:2022 (A.12.6.1 in :2013).", "(rc A.12.6.1)"),
        ("ISO/IEC 27001: A.12.6.1 was numbered so in 2013; it is A.8.8 now.", "(rc A.12.6.1)"),
        ("ISO/IEC 27001:2022 merged A.12.4.1 and A.12.4.2 into A.8.15.", "(rc A.12.4.1); (rc A.12.4.2)"),
        ("ISO/IEC 27001:2022 A.8.15 combines the 2013 controls A.12.4.1 and A.12.4.2.", "(rc A.12.4.1); (rc A.12.4.2)"),
        (
            "In ISO/IEC 27001:2022 wurden A.12.4.1 und A.12.4.3 in A.8.15 zusammengeführt.",
            "(rc A.12.4.1); (rc A.12.4.3)",
        ),
        ("# ISO/IEC 27001:2022\n\n## A.5.15 Access (2013: A.9.1.1)", "(rc A.9.1.1)"),
        ("There is no A.12.6.1 in ISO/IEC 27001:2022.", "(rc A.12.6.1)"),
        ("A.9.2.1 no longer exists in ISO/IEC 27001:2022.", "(rc A.9.2.1)"),
        ("There is no exception to A.9.2.3 of ISO/IEC 27001.", "rc A.9.2.3"),
        ("We merged our teams; ISO/IEC 27001 A.6.1.1 names the roles.", "rc A.6.1.1"),
    ]);
}

#[test]
fn numbers_that_are_forbidden_or_called_old_are_acknowledged() {
    check(&[
        (
            "## Use 2022 controls of ISO/IEC 27001\n\n**DO NOT use 2013 control numbering** (A.12.x, A.14.x, etc.).",
            "(rc A.12); (rc A.14)",
        ),
        ("Never write A.12.4.1 of ISO/IEC 27001.", "(rc A.12.4.1)"),
        ("Do not use A.9.2.1, A.12.4.1 or A.12.6.1 of ISO/IEC 27001.", "(rc A.9.2.1); (rc A.12.4.1); (rc A.12.6.1)"),
        (
            "| ISO/IEC 27001 | Any `A.9`-`A.18` control ID in a matrix is 2013 numbering: remap before audit |\n|---|---|\n| x | y |",
            "(rc A.9`-`A.18)",
        ),
        ("# ISO/IEC 27001:2022\n\n- ❌ Avoid (2013): A.12.4.1", "(rc A.12.4.1)"),
        ("# ISO/IEC 27001:2022\n\n- Do not use 2013 numbers: A.12.4.1", "(rc A.12.4.1)"),
        ("# ISO/IEC 27001:2022\n\n- Avoid shared accounts (2013): A.9.2.1", "rc A.9.2.1"),
        ("# ISO/IEC 27001:2022\n\n- Avoid: A.9.2.1", "rc A.9.2.1"),
        ("Do not use shared accounts (ISO/IEC 27001 A.9.2.1, A.12.4.1).", "rc A.9.2.1; rc A.12.4.1"),
        ("Do not share passwords: use A.9.2.1, A.12.4.1 of ISO/IEC 27001.", "rc A.9.2.1; rc A.12.4.1"),
        ("Never write down passwords (ISO/IEC 27001 A.9.3.1).", "rc A.9.3.1"),
        ("The review for ISO/IEC 27001 A.9.2.1 is done by 2013 staff.", "rc A.9.2.1"),
    ]);
}

#[test]
fn lists_asides_and_sentences_bind_clauses() {
    check(&[
        ("ISO/IEC 20000-1:2018, clauses 8.7.2; 9.7.3", "uc 9.7.3"),
        ("Clause 9.7.3 (information security) of ISO/IEC 20000-1:2018 applies.", "uc 9.7.3"),
        ("ISO/IEC 20000-1:2018 clauses:\n\n- 8.7.2\n- 9.7.3", "uc 9.7.3"),
        ("ISO/IEC 20000-1:2018 names these tools:\n\n- 8.7.2\n- 9.7.3", ""),
        ("We follow ISO/IEC 20000-1:2018. Clause 9.7.3 requires a policy.", "uc 9.7.3"),
        ("Our contract names ISO/IEC 20000-1:2018. Clause 9.7.3 sets the fees.", ""),
        ("ISO/IEC 20000-1:2018 cl.9.7.3", "uc 9.7.3"),
        ("ISO/IEC 20000-1:2018, Ziff. 9.7.3", "uc 9.7.3"),
        ("ISO/IEC 27002:2013, 8.1 and 8.1.1", "rc 8.1; rc 8.1.1"),
        ("ISO/IEC 20000-1:2018, clause 8.7.3; 9.7 days on average", ""),
        ("ISO/IEC 20000-1:2018 9.7, ISO 9001:2015 10.12. and ISO 9001:2015 4.7 (120 reviews)", ""),
        ("ISO/IEC 20000-1:2018 6.6, 8.7.3", "rn 6.6"),
        ("ISO/IEC 20000-1 6.6, 8.7.3", "rn 6.6"),
        ("ISO/IEC 20000-1:2018 9.7, 9.7.3", "uc 9.7; uc 9.7.3"),
        ("ISO/IEC 20000-1:2018 9.7 Lamps, ISO/IEC 20000-1:2018 9.7 %, ISO/IEC 20000-1:2018 9.7/10", ""),
        ("ISO/IEC 20000-1 9.7", ""),
        ("Derived ISO 27002:2013 controls:\n\n* A.17 (17.1.1-17.1.3) lamps", "rc A.17; rc 17.1.1-17.1.3"),
        ("ISO 27001:2013 A.9 (14 controls), A.5 (5.1 hours)", "rc A.9; rc A.5"),
        ("A.6 (6.1.2) of ISO 27001, A.9 (9.1) of ISO 27001", "rc A.9"),
        ("ISO/IEC 20000-1:2018 9.7 9.8", ""),
        ("Measured to ISO/IEC 20000-1:2018 12.5.", ""),
    ]);
}

#[test]
fn ends_of_ranges_are_judged_each() {
    check(&[
        ("ISO/IEC 20000-1:2018, clauses 9.4–9.7", "uc 9.7"),
        ("ISO/IEC 20000-1:2018, clauses 9.1–9.4", ""),
        ("ISO 27001 A.9.2.1 to A.9.2.8", "rc A.9.2.1; uk A.9.2.8"),
        ("ISO/IEC 27001:2022 A.8.1-A.8.36", "uk A.8.36"),
        ("ISO/IEC 27001:2022 A.8.1-A.8.34", ""),
        // The end of a range without the letter tells whether it is one of controls.
        ("| Need | ISO 27001:2022 |\n|---|---|\n| Sites | 7.1 to 7.14 |\n| All | 5.1–5.37, 6.1–6.8 |\n", ""),
        ("ISO/IEC 27001:2022 8.2-8.5", ""),
        ("ISO/IEC 27001:2022 clauses 7.1 to 7.14", "uc 7.14"),
        ("ISO/IEC 27001:2013 9.1 to 9.4", "rc 9.1 to 9.4"),
        ("ISO/IEC 27001:2022 9.1 to 9.3", ""),
    ]);
}

#[test]
fn controls_without_the_letter_are_known_by_their_numbers() {
    check(&[
        (
            "| Need | ISO 27001 |\n|---|---|\n| Access | 9.2.3, 9.4.2 |\n| Keys | 10.1.1 |\n",
            "rc 9.2.3; rc 9.4.2; rc 10.1.1",
        ),
        ("Source: ISO/IEC 27001 5.1.1, NIS2 Art. 21", "rc 5.1.1"),
        ("ISO/IEC 27001 9.2.1, 9.3.2 and 7.5.3", ""),
        ("ISO/IEC 27001 clause 8.1.1", ""),
        ("ISO 27001:2013 clauses 4.1, 5.5, 8.3.3, 8.4", "uc 5.5; rc 8.3.3; uc 8.4"),
        ("ISO 27001:2013 clauses 6.1.2, 9.2.1; ISO 27001:2022 clause 8.3.3", ""),
        ("SOC2 CC7.2, ISO27001 12.4", "rc 12.4"),
        ("ISO/IEC27002 9.2 and ISO27001 12.4", "rc 9.2; rc 12.4"),
        ("XISO27001 12.4; ISO27001 12.4 GB; ISO27001 4.1", ""),
        ("ISO 27001/27701: controles A.5-A.18", "rc A.5-A.18"),
        ("ISO 27001/42001: controls A.5-A.9", ""),
        ("| Topic | ISO 27001 manual section |\n|---|---|\n| Access | 9.2.3 |\n| Keys | 12.4.1 |\n", ""),
        ("| Topic | ISO 27001 evidence |\n|---|---|\n| nginx | 10.1.1 |\n", ""),
        ("| Topic | ISO 27001 ref. |\n|---|---|\n| Keys | 10.1.1 |\n", "rc 10.1.1"),
        ("Chapter 5: ISO 27001\n5.1.1 Purpose\n5.1.2 Scope", ""),
        ("ISO/IEC 27001: A.08.01.02, A.12.04.01", "rc A.08.01.02; rc A.12.04.01"),
        ("ISO/IEC 27001 of 12.04.01 and version 08.01.02", ""),
    ]);
}

#[test]
fn a_certificate_does_not_take_away_what_a_heading_binds() {
    let items = "- A.9.4.2: Secure log-on\n- A.12.4.1: Logging\n";
    for line in ["We are certified to ISO/IEC 27001.", "Preparing for ISO 27001 certification.", "Nothing yet."] {
        check(&[(&format!("# ISO 27001 mapping\n\n{line}\n\n{items}"), "rc A.9.4.2; rc A.12.4.1")]);
    }
    check(&[
        (&format!("# Audits\n\nWe are certified to ISO/IEC 27001.\n\n{items}"), ""),
        (&format!("# ISO 9001 mapping\n\nWe are certified to ISO/IEC 27001.\n\n{items}"), ""),
    ]);
}

#[test]
fn a_family_has_the_clauses_of_its_main_part() {
    check(&[
        ("Security follows ISO 20000 clause 9.7.3.", "uc 9.7.3"),
        ("| ISO 20000 Clause | Met |\n|---|---|\n| 9.7.3 | yes |\n| 8.7.3 | yes |\n", "uc 9.7.3"),
        ("ISO 27000 clause 9.7.3", ""),
    ]);
}

#[test]
fn undated_numbers_of_no_edition_are_unknown() {
    check(&[
        ("ISO 27001 A.12.6.3, A.9.2.8 and A.8.10.2", "uk A.12.6.3; uk A.9.2.8; uk A.8.10.2"),
        ("| Standard | Control |\n|---|---|\n| ISO 27001 | A.9.2.8, A.5.7 |\n", "uk A.9.2.8"),
        ("ISO 27001 A.10.4.1 and A.10.2", ""),
        ("ISO 27001\n\n# B\n\nA.9.2.8\n", ""),
    ]);
}

#[test]
fn the_name_of_the_publisher_binds_controls_that_no_other_annex_has() {
    check_at(
        "a.json",
        &[
            (r#"{"iso_control": "A.12.4.1", "nist_control": "SI-4"}"#, "rc A.12.4.1"),
            (r#"[{"nist": "AC-2", "isoControl": "A.12.4.3"}]"#, "rc A.12.4.3"),
            (r#"{"key": "a", "isoReferences": ["A.18.2.2"]}"#, "rc A.18.2.2"),
            // What other annexes have too is that of the older one beside what only it has.
            (
                r#"[{"iso": "A.12.4.1", "cis": "8"}, {"cis": "5", "iso": "A.9.4.2 (users) / A.9.2.1"}]"#,
                "rc A.12.4.1; rc A.9.4.2; rc A.9.2.1",
            ),
            (r#"{"isoReferences": ["A.9.2.3"]}"#, "rc A.9.2.3"),
            (r#"{"isoReferences": ["A.9.2"]}"#, ""),
            (r#"{"isoReferences": ["A.6.2.2"]}"#, ""),
            (r#"{"isoReferences": ["A.9.2.3"], "standard": "ISO/IEC 42001"}"#, ""),
            (r#"{"isoRooms": ["A.9.2.3"]}"#, ""),
            (r#"{"iso": "A.12.4.1", "kernel": "6.1"}"#, ""),
            (r#"{"rooms": {"iso": "A.12.1.2", "dpo": "A.12.1.3"}}"#, ""),
            (r#"{"iso_room": "A.12.4.1", "iso_image": "A.12.4.3", "nist": "SI-4"}"#, ""),
            (r#"{"iso_control": "a.12.4.1", "nist_control": "SI-4"}"#, ""),
            (r#"{"iso": "A.9.4.2", "cis": "5.1"}"#, ""),
            (r#"{"iso": "A.6.2.4 / A.8.4", "nist": "MEASURE-2.7"}"#, ""),
            (r#"[{"iso_ref": "A.6.2.4 / A.6.1.2"}, {"iso_ref": "A.12.4.1"}]"#, "rc A.12.4.1"),
            (r#"{"iso_control": "A.8.11", "nist_control": "AC-3"}"#, ""),
            (r#"{"iso_control": "A.12.4.1", "standard": "ISO 9001"}"#, ""),
            (r#"{"iso_42001_control": "A.12.4.1"}"#, ""),
            (r#"{"isolation": "A.12.4.1", "cis": "A.12.4.1"}"#, ""),
        ],
    );
    check(&[
        ("| Control | NIST | ISO |\n|---|---|---|\n| logs | AU-2 | A.12.4.1, A.10.1.1 |\n", "rc A.12.4.1; rc A.10.1.1"),
        ("| Kind | Text |\n|---|---|\n| ISO | A.6.1.1 Roles |\n| Gap | ISO/IEC 27001 is missing. |\n", ""),
        ("| Role | Desk |\n|---|---|\n| CISO | A.12.1.1 |\n| ISO | A.12.1.2 |\n", ""),
        ("| Drawing | ISO | Rev |\n|---|---|---|\n| P-1001 | A.12.1.1 | 2 |\n", ""),
        ("| Kind | Text |\n|---|---|\n| ISO images | A.12.4.1 |\n", ""),
        ("ISO images are on shelf A.12.4.1.", ""),
    ]);
    check_at("a.html", &[("<table><tr><th>ISO Maddesi</th></tr><tr><td>A.12.6.1</td></tr></table>", "rc A.12.6.1")]);
    check_at("a.yaml", &[("note: ISO/IEC 42001\niso: A.12.4.1\n", ""), ("iso_controls: [A.6.2.5, A.7.4]\n", "")]);
}

#[test]
fn a_record_is_of_the_standard_that_is_all_of_one_of_its_values() {
    check_at(
        "a.json",
        &[
            (r#"[{"fw": "SOC 2", "id": "CC4.1"}, {"fw": "ISO 27001", "id": "A.12.4.1"}]"#, "rc A.12.4.1"),
            (r#"[{"section": "A.12.6.1", "source": "ISO 27001:2013"}]"#, "rc A.12.6.1"),
            (r#"[{"regulation": "ISO 27001", "ref": "A.9.2.5"}]"#, "rc A.9.2.5"),
            (r#"[{"id": "A.9.2.1", "title": "ISO 27001"}]"#, ""),
            (r#"[{"asset_id": "A.12.4.1", "label": "Printer", "compliance": "ISO 27001"}]"#, ""),
            (r#"[{"asset_id": "A.12.4.1", "label": "Printer", "source": "ISO 27001"}]"#, ""),
            (r#"[{"id": "A.9.2.1", "question": "Are you certified?", "source": "ISO 27001"}]"#, ""),
            (r#"[{"id": "A.9.2.1", "hosting": "ISO 27001"}]"#, ""),
            (r#"[{"document": "ISO 27001", "id": "A.9.2.2"}]"#, ""),
            (r#"[{"id": "A.9.2.1", "question": "Are you certified to ISO 27001?"}]"#, ""),
            (r#"[{"ref": "A.9.2.2", "certificate": "ISO 27001"}, {"ref": "A.9.2", "fw": "ISO 27001"}]"#, ""),
            (r#"[{"fw": "ISO 42001", "id": "A.6.2.2"}, {"fw": "SOC 2", "id": "A.12.4.1"}]"#, ""),
        ],
    );
    check_at(
        "a.yaml",
        &[
            ("links:\n  - foreign_id: A.11.2.7\n    kind: x\n    source: ISO 27002:2013\n", "rc A.11.2.7"),
            ("- foreign_id: A.18.1\n  headline: \"ISO 27001:2013: A.18.1 Laws\"\n", "rc A.18.1; rc A.18.1"),
            ("- foreign_id: A.18.1\n  headline: \"ISO 27001:2013: A.18.2 Laws\"\n", "rc A.18.2"),
            ("- chapter: A.18.1\n  maps: \"ISO 27001:2013: A.18.1\"\n", "rc A.18.1"),
        ],
    );
}

#[test]
fn the_page_of_an_edition_binds_what_stands_beside_it_and_what_leads_to_it() {
    let page = "https://www.iso.org/standard/54534.html";
    let other = "https://www.iso.org/standard/81230.html";
    check_at(
        "a.yaml",
        &[
            (&format!("reference:\n  - system: {page}\n    idref: A.12.6.1\n"), "rc A.12.6.1"),
            (&format!("reference:\n  - system: {other}\n    idref: A.6.2.2\n"), ""),
            (&format!("reference:\n  - system: {page} and more\n    idref: A.12.6.1\n"), ""),
            (&format!("- desk: A.12.6.1\n  bookmark: {page}\n"), ""),
            (&format!("- room: A.12.6.1\n  url: {page}\n"), ""),
            (&format!("- id_2013: A.12.6.1\n  url: {page}\n"), ""),
            (&format!("- superseded: true\n  id: A.9.2.1\n  url: {page}\n"), ""),
        ],
    );
    check_at(
        "a.html",
        &[
            (&format!("<p>Logs: <a href=\"{page}\">A.12.4.1</a></p>"), "rc A.12.4.1"),
            (&format!("<p><a href=\"{other}\">A.6.2.2</a>, <a href=\"{page}\">it</a>, rack A.12.4.1</p>"), ""),
        ],
    );
    check(&[
        (&format!("[A.9.2.1 Users]({page}), A.12.4.1"), "rc A.9.2.1"),
        (&format!("[A.9.2.1]({page}) turned into [5.16](https://www.iso.org/standard/82875.html)."), ""),
        (&format!("[A.9.2.1 of our manual]({page})"), ""),
    ]);
}

#[test]
fn names_of_rules_have_controls_with_underscores() {
    check(&[
        ("Rules: `ISO_27001_A_12_6_1`, `iso_27001_2013_a_9_2_5`.", "rc A_12_6_1; rc a_9_2_5"),
        ("`REQ_2024_A_9_2_1` and `ASSET_2044_A_12_1_1` of the ISO 27001 project.", ""),
        ("Our ISO_27001_B_12_6_1, DATA_A_12_6_1 and file_2_a_12_6_1 go with ISO 27001.", ""),
    ]);
}

#[test]
fn a_list_with_one_strange_number_of_three_is_of_no_standard() {
    for lead in [
        "Kept as ISO 27001:2022 asks, including:",
        "In addition to ISO/IEC 27001:2022 the annex asks for:",
        "Based on ISO/IEC 27001:2022, our handbook has the sections:",
        "The project plan for ISO/IEC 27001:2022 contains the work packages:",
    ] {
        check(&[(&format!("{lead}\n\n- A.9.1.1\n- A.10.1.1\n- A.10.1.3\n"), "")]);
    }
}

#[test]
fn a_control_that_is_past_its_date_is_in_use() {
    check(&[
        ("# ISO 27001\n\nLos controles A.14.2.1 superaron su fecha de revisión.", "rc A.14.2.1"),
        ("# ISO 27001\n\nThe controls A.14.2.1 exceeded their review date.", "rc A.14.2.1"),
        ("# ISO 27001\n\nThe controls A.14.2.1 reached their date.", "(rc A.14.2.1)"),
        ("# ISO 27001\n\nLos controles A.14.2.1 exigieron la revisión.", "(rc A.14.2.1)"),
    ]);
}

#[test]
fn of_a_range_only_what_is_gone_is_said_to_be_gone() {
    let said = |text: &str| {
        let source = SourceFile::from_text("a.md", text);
        let all = examine(&source, Format::Markdown, Settings::on(TODAY)).findings;
        all.into_iter()
            .filter(|one| one.rule == "renumbered-control")
            .map(|one| one.said.message.clone())
            .collect::<Vec<_>>()
    };
    let gone = |number: &str| format!("There is no {number} in ISO/IEC 27001:2022, as there was in ISO/IEC 27001:2013");
    assert_eq!(said("ISO/IEC 27001 A.5.1 to A.15.1"), [gone("A.15.1")]);
    assert_eq!(said("ISO/IEC 27001 A.9.1 to A.8.1"), [gone("A.9.1")]);
    assert_eq!(said("ISO/IEC 27001 A.9.1 to A.9.4"), [gone("A.9.1 to A.9.4")]);
    assert_eq!(said("ISO/IEC 27001 A.9"), [gone("A.9")]);
}

#[test]
fn nothing_is_old_before_its_successor_appeared() {
    let text = "ISO/IEC 27001 A.12.6.1";
    assert_eq!(found("a.md", text, date(2022, 10, 24)), "");
    assert_eq!(found("a.md", text, date(2022, 10, 26)), "rc A.12.6.1");
}

#[test]
fn the_closest_tie_is_told() {
    let tie = |path: &str, text: &str| {
        let numbers = numbers(&Format::Markdown.read(text, None), &SourceFile::from_text(path, text), TODAY);
        numbers.bound.iter().map(|one| one.binder.tie).collect::<Vec<Tie>>()
    };
    assert_eq!(tie("a.md", "ISO 27001 A.9.2.1"), [Tie::Beside]);
    assert_eq!(tie("a.md", "ISO 27001 asks much, among it A.9.2.1"), [Tie::Block]);
    assert_eq!(tie("a.md", "# ISO 27001\n\nA.9.2.1\n"), [Tie::Section]);
    assert_eq!(tie("a.md", "ISO 27001\n\n# B\n\nA.9.2.1\n"), [Tie::Anywhere]);
    assert_eq!(tie("27001/a.md", "A.9.2.1"), []);
    assert_eq!(tie("iso27001/a.md", "A.9.2.1"), [Tie::Document]);
}

#[test]
fn the_tables_are_of_editions_in_the_catalogue() {
    let standard = |id: &str| catalogue::standards().iter().find(|one| one.id == id);
    for list in table::lists() {
        let has = standard(list.standard).is_some_and(|one| one.editions.iter().any(|one| one.year == list.year));
        assert!(has, "{}:{} has clauses but is not in the catalogue", list.standard, list.year);
    }
    for moves in table::all_moves() {
        let ids = [moves.standard, moves.guidance];
        for id in ids.into_iter().filter(|id| !id.is_empty()) {
            let editions = standard(id).map(|one| one.editions).unwrap_or_default();
            let years: Vec<u16> = editions.iter().map(|one| one.year).collect();
            assert!(years.contains(&moves.from) && years.contains(&moves.to), "{id}: {years:?}");
            let newest = editions.iter().find(|one| one.year == moves.to);
            assert!(newest.is_some_and(|one| status::in_force(one, TODAY)), "{id}:{} is not in force", moves.to);
        }
    }
}

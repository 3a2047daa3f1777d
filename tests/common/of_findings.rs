//! Sentences in the past of which the verb, or a year, makes no history: what a report finds, what never was, what was out of
//! date by then.

use super::Kind;

const LOGS: &[&str] = &["A.12.4.1"];

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a report names a control as it is named today",
        texts: &[
            ("ISO 27001 A.12.4.1 was not implemented.", LOGS, &[]),
            ("ISO 27001 A.12.4.1 was in place.", LOGS, &[]),
            ("ISO 27001 A.12.4.1 had one exception.", LOGS, &[]),
            ("ISO 27001 A.12.4.1 war nicht umgesetzt.", LOGS, &[]),
            ("ISO 27001 A.12.4.1 n'était pas mis en œuvre.", LOGS, &[]),
            ("De maatregel ISO 27001 A.12.4.1 was niet geïmplementeerd.", LOGS, &[]),
            ("The requirements of ISO 27001:2013 were met in all areas that we sampled.", &[], &["ISO 27001:2013"]),
            (
                "# ISO 27001 report\n\nThe controls A.12.4.1 and A.9.2.5 exceeded their review date.",
                &["A.12.4.1", "A.9.2.5"],
                &[],
            ),
            ("# ISO 27001 report 2026\n\nIn May 2026 control A.12.4.1 was tested.", LOGS, &[]),
        ],
    },
    Kind {
        name: "a year in which that edition was certified to makes a finding history, and so does what it tells of the text",
        texts: &[
            ("In 2018 ISO 27001 A.12.4.1 was not implemented.", &[], LOGS),
            ("# Audit report 2019\n\nISO 27001 A.12.4.1 was not implemented.", &[], LOGS),
            ("Date: 12 May 2019\n\n# Audit report\n\nISO 27001 A.12.4.1 was not implemented.", &[], LOGS),
            ("---\ndate: 2019-05-03\n---\n\nISO 27001 A.12.4.1 was not implemented.", &[], LOGS),
            ("---\ndate: 2026-05-03\n---\n\nISO 27001 A.12.4.1 was not implemented.", LOGS, &[]),
            ("ISO 27001 A.12.4.1 dealt with event logging.", &[], LOGS),
            ("ISO 27001 A.12.4.1 was in place when the ISMS was built in 2015.", &[], LOGS),
            ("In the first audit ISO 27001 A.12.4.1 was not implemented.", &[], LOGS),
            ("ISO 27001 A.12.4.1 was implemented under the old edition.", &[], LOGS),
            ("ISO 27001 A.12.4.1 was met by A.8.15 in the 2022 edition.", &[], LOGS),
            ("In 2016 the requirements of ISO 27001:2013 were met.", &[], &["ISO 27001:2013"]),
            ("ISO/IEC 27001:2013 exceeded its review date.", &[], &["ISO/IEC 27001:2013"]),
        ],
    },
    Kind {
        name: "what never was is no history by a tense",
        texts: &[
            ("Evidence for ISO/IEC 20000-1 clause 9.7.3 was not available.", &["9.7.3"], &[]),
            ("In 2025 control A.5.99 of ISO/IEC 27001:2022 was audited.", &["A.5.99"], &[]),
            ("In 2018 we were certified to ISO/IEC 27001:2016.", &["ISO/IEC 27001:2016"], &[]),
            ("In 2018 we followed ISO/IEC 20000-8.", &["ISO/IEC 20000-8"], &[]),
            ("In 2018 we were certified to ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("The 2018 policy named ISO/IEC 27001:2016.", &[], &["ISO/IEC 27001:2016"]),
            ("The old policy named ISO/IEC 27001:2016.", &[], &["ISO/IEC 27001:2016"]),
            ("Do not cite ISO/IEC 27001:2016.", &[], &["ISO/IEC 27001:2016"]),
            ("ISO/IEC 27001:2016 was never published.", &[], &["ISO/IEC 27001:2016"]),
            ("ISO/IEC 27001:2016 was used in the audit.", &["ISO/IEC 27001:2016"], &[]),
        ],
    },
    Kind {
        name: "a year in which no certificate to the edition was valid any more makes no history of it",
        texts: &[
            ("On 3 June 2026 the supplier was certified to ISO/IEC 20000-1:2011.", &["ISO/IEC 20000-1:2011"], &[]),
            (
                "In March 2026 the internal audit was conducted against ISO/IEC 27001:2013.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("# Audit report 2026 (ISO/IEC 27001)\n\n- A.12.4.1 was tested on 3 May 2026.", LOGS, &[]),
            ("Evidence for ISO 27001 A.12.4.1 was collected in May 2026.", &[], LOGS),
            ("In January 2026 we removed A.12.4.1 of ISO 27001 from the statement.", &[], LOGS),
            ("On 3 June 2021 the supplier was certified to ISO/IEC 20000-1:2011.", &[], &["ISO/IEC 20000-1:2011"]),
            (
                "In March 2025 the internal audit was conducted against ISO/IEC 27001:2013.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            ("In 2018 control A.12.4.1 of ISO 27001 was audited.", &[], LOGS),
            ("In March 2026 a draft cited ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("In 2026 we replaced ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
        ],
    },
    Kind {
        name: "any year of the edition near a finding, or a heading for an earlier time, makes it history",
        texts: &[
            (
                "---\ntitle: Audit report\ndate: 2016-05-04\n---\n\nISO 27001 A.12.4.1 was not implemented.",
                &[],
                &["A.12.4.1"],
            ),
            (
                "---\ntitle: Audit report\ndate: 2016-05-04\n---\n\nThe requirements of ISO 27001:2013 were met.",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "---\ntitle: Audit report\nyear: 2016\n---\n\nISO 27001 A.12.4.1 was not implemented.",
                &[],
                &["A.12.4.1"],
            ),
            (
                "---\ntitle: Audit report\nyear: 2016\n---\n\nThe requirements of ISO 27001:2013 were met.",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "---\ntitle: Audit report\nperiod: 2016\n---\n\nISO 27001 A.12.4.1 was not implemented.",
                &[],
                &["A.12.4.1"],
            ),
            (
                "---\ntitle: Audit report\nperiod: 2016\n---\n\nThe requirements of ISO 27001:2013 were met.",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "---\ntitle: Audit report\naudit_date: 2016-05-04\n---\n\nISO 27001 A.12.4.1 was not implemented.",
                &[],
                &["A.12.4.1"],
            ),
            (
                "---\ntitle: Audit report\naudit_date: 2016-05-04\n---\n\nThe requirements of ISO 27001:2013 were met.",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "---\ntitle: Audit report\npublished: 2016-05-04\n---\n\nISO 27001 A.12.4.1 was not implemented.",
                &[],
                &["A.12.4.1"],
            ),
            (
                "---\ntitle: Audit report\npublished: 2016-05-04\n---\n\nThe requirements of ISO 27001:2013 were met.",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "---\ntitle: Audit report\ncreated: 2016-05-04\n---\n\nISO 27001 A.12.4.1 was not implemented.",
                &[],
                &["A.12.4.1"],
            ),
            (
                "---\ntitle: Audit report\ncreated: 2016-05-04\n---\n\nThe requirements of ISO 27001:2013 were met.",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "---\ntitle: Audit report\nlast_modified: 2016-05-04\n---\n\nISO 27001 A.12.4.1 was not implemented.",
                &[],
                &["A.12.4.1"],
            ),
            (
                "---\ntitle: Audit report\nlast_modified: 2016-05-04\n---\n\nThe requirements of ISO 27001:2013 were met.",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "---\ntitle: Audit report\nDate: 2016-05-04\n---\n\nISO 27001 A.12.4.1 was not implemented.",
                &[],
                &["A.12.4.1"],
            ),
            (
                "---\ntitle: Audit report\nDate: 2016-05-04\n---\n\nThe requirements of ISO 27001:2013 were met.",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "---\ntitle: Audit report\ndatum: 2016-05-04\n---\n\nISO 27001 A.12.4.1 was not implemented.",
                &[],
                &["A.12.4.1"],
            ),
            (
                "---\ntitle: Audit report\ndatum: 2016-05-04\n---\n\nThe requirements of ISO 27001:2013 were met.",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "# Audit report 2026\n\nThis annex repeats the report of 2016.\n\n## Findings 2016\n\nISO 27001 A.12.4.1 was not implemented.",
                &[],
                &["A.12.4.1"],
            ),
            (
                "# Archive, printed 2026\n\n## Audit of March 2016\n\nISO 27001 A.12.4.1 was not implemented.",
                &[],
                &["A.12.4.1"],
            ),
            ("# Audits 2014 to 2026\n\n## 2016\n\nISO 27001 A.12.4.1 was not implemented.", &[], &["A.12.4.1"]),
            ("Date: 4 May 2016\n\nNext audit: May 2027\n\nISO 27001 A.12.4.1 was not implemented.", &[], &["A.12.4.1"]),
            ("# Audit 2016\n\nRetention until 2031\n\nISO 27001 A.12.4.1 was not implemented.", &[], &["A.12.4.1"]),
            (
                "Report no. 2030-17\n\nAudit of 4 May 2016\n\nISO 27001 A.12.4.1 was not implemented.",
                &[],
                &["A.12.4.1"],
            ),
            ("# Audit 2016\n\n© 2026 Acme\n\nISO 27001 A.12.4.1 was not implemented.", &[], &["A.12.4.1"]),
            (
                "| Date | Auditor |\n|---|---|\n| 4 May 2016 | Rao |\n\nISO 27001 A.12.4.1 was not implemented.",
                &[],
                &["A.12.4.1"],
            ),
            ("# Report FY 15/16\n\nISO 27001 A.12.4.1 was not implemented.", &[], &["A.12.4.1"]),
            ("# Closed nonconformities (archive)\n\nISO 27001 A.12.4.1 was not implemented.", &[], &["A.12.4.1"]),
            ("# Minutes of the audit of our old ISMS\n\nISO 27001 A.12.4.1 was not implemented.", &[], &["A.12.4.1"]),
            (
                "---\ntitle: Audit 2016\ndate: 2026-05-04\nretention: 2031\n---\n\nISO 27001 A.12.4.1 was not implemented.",
                &[],
                &["A.12.4.1"],
            ),
            (
                "A.\n\nA.\n\nA.\n\nA.\n\nA.\n\nA.\n\nA.\n\nA.\n\nA.\n\nA.\n\nA.\n\nA.\n\nA.\n\nA.\n\nA.\n\nA.\n\nA.\n\nA.\n\nA.\n\nA.\n\nAudit of 4 May 2016.\n\nISO 27001 A.12.4.1 was not implemented.",
                &[],
                &["A.12.4.1"],
            ),
            ("| Year | Finding |\n|---|---|\n| 2016 | ISO 27001 A.12.4.1 was not implemented. |", &[], &["A.12.4.1"]),
        ],
    },
    Kind {
        name: "a finding that says itself that it is over, or does not begin with what was found",
        texts: &[
            ("The requirements of ISO 27001:2013 were met until the transition.", &[], &["ISO 27001:2013"]),
            (
                "Then the requirements of ISO 27001:2013 were met; now those of the new edition are.",
                &[],
                &["ISO 27001:2013"],
            ),
            ("When we started, the requirements of ISO 27001:2013 were met by three people.", &[], &["ISO 27001:2013"]),
            ("ISO 27001 A.12.4.1 was not implemented and was closed in favour of 8.15.", &[], &["A.12.4.1"]),
            ("At the stage 2 audit ISO 27001 A.12.4.1 was not implemented; it is now.", &[], &["A.12.4.1"]),
            ("ISO 27001 A.12.4.1 was in place until we moved to the new controls.", &[], &["A.12.4.1"]),
            ("ISO 27001 A.12.4.1 had no counterpart and failed to define monitoring.", &[], &["A.12.4.1"]),
        ],
    },
    Kind {
        name: "a check that does not lead to the citation makes no year wrong",
        texts: &[
            ("In 2023, audit records for ISO/IEC 20000-1:2011 were shredded.", &[], &["ISO/IEC 20000-1:2011"]),
            (
                "In 2023 we bought a company that had been certified to ISO/IEC 20000-1:2011.",
                &[],
                &["ISO/IEC 20000-1:2011"],
            ),
            ("In January 2026 the last audit records for ISO 27001:2013 were archived.", &[], &["ISO 27001:2013"]),
            (
                "In March 2026 the internal audit found a link to ISO 27001:2013 and it was removed.",
                &[],
                &["ISO 27001:2013"],
            ),
            ("In 2022 the auditor who had certified us to ISO 9001:2008 retired.", &[], &["ISO 9001:2008"]),
            ("In 2020 we audited the archive of ISO 9001:2008 certificates.", &[], &["ISO 9001:2008"]),
            ("In January 2026 we compared ISO 27001:2013 with our tests.", &[], &["ISO 27001:2013"]),
            ("In 2019, the test report cited ISO 27001:2005 and was corrected.", &[], &["ISO 27001:2005"]),
            (
                "In 2023 the review found that references to ISO/IEC 20000-1:2011 were outdated.",
                &[],
                &["ISO/IEC 20000-1:2011"],
            ),
        ],
    },
    Kind {
        name: "what never was is told as a mistake",
        texts: &[
            ("ISO/IEC 27001:2015 was a typo.", &[], &["ISO/IEC 27001:2015"]),
            ("ISO/IEC 27001:2015 war ein Tippfehler.", &[], &["ISO/IEC 27001:2015"]),
            ("ISO/IEC 27001:2015 was corrected to 2013 in the last review.", &[], &["ISO/IEC 27001:2015"]),
            ("In 2020, we corrected ISO/IEC 27001:2015.", &[], &["ISO/IEC 27001:2015"]),
            ("In 2020 the policy cited ISO/IEC 27001:2015 by mistake.", &[], &["ISO/IEC 27001:2015"]),
            ("In 2023 clause 9.7.3 of ISO/IEC 20000-1 was cited by mistake.", &[], &["9.7.3"]),
            ("ISO/IEC 20000-1:2013 did not exist.", &[], &["ISO/IEC 20000-1:2013"]),
            ("An edition ISO/IEC 27001:2015 was not published.", &[], &["ISO/IEC 27001:2015"]),
            ("ISO/IEC 27001:2015 n'existait pas.", &[], &["ISO/IEC 27001:2015"]),
        ],
    },
];

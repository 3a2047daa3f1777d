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
            ("The requirements of ISO 27001:2013 were met in all areas that we sampled.", &["ISO 27001:2013"], &[]),
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
            ("Evidence for ISO 27001 A.12.4.1 was collected in May 2026.", LOGS, &[]),
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
];

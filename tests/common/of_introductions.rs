//! Sentences and labels that say of what stands behind them that it is out of force, and others that do not.

use super::Kind;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "what is introduced as in force, or not yet out of force",
        texts: &[
            ("The following standards have not been withdrawn:\n\n- ISO/IEC 27001:2013", &["ISO/IEC 27001:2013"], &[]),
            ("The following standards apply:\n\n- ISO/IEC 27001:2013", &["ISO/IEC 27001:2013"], &[]),
            ("The following standards may be withdrawn soon:\n\n- ISO/IEC 27001:2013", &["ISO/IEC 27001:2013"], &[]),
            ("The following standards will be replaced:\n\n- ISO/IEC 27001:2013", &["ISO/IEC 27001:2013"], &[]),
            ("The following standards replace the old ones:\n\n- ISO/IEC 27001:2013", &["ISO/IEC 27001:2013"], &[]),
            ("The following standards have replaced our rules:\n\n- ISO/IEC 27001:2013", &["ISO/IEC 27001:2013"], &[]),
            ("The following records are obsolete:\n\n- We follow ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("Folgende Normen werden angewendet:\n\n- ISO/IEC 27001:2013", &["ISO/IEC 27001:2013"], &[]),
            (
                "Old policies were replaced by the following standards:\n\n- ISO/IEC 27001:2013",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("The following certificates must be shown:\n\n- ISO/IEC 27001:2013", &["ISO/IEC 27001:2013"], &[]),
            ("Document: P-17\nStandard: ISO 9001:2008\nStatus: superseded", &["ISO 9001:2008"], &[]),
            ("Standard: ISO 9001:2008\nStatus: valid", &["ISO 9001:2008"], &[]),
            ("Standard: ISO 9001:2008\nScope: hosting\nStatus: expired", &["ISO 9001:2008"], &[]),
            (
                "| Control | Standard | In use |\n|---|---|---|\n| Firewall | ISO/IEC 27001:2013 | no |",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("| Standard | In use |\n|---|---|\n| ISO/IEC 27001:2013 | yes |", &["ISO/IEC 27001:2013"], &[]),
            ("| Standard | Certified |\n|---|---|\n| ISO/IEC 27001:2013 | no |", &["ISO/IEC 27001:2013"], &[]),
            ("Not only ISO/IEC 27001:2013 but ISO/IEC 27001:2022 applies.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27001:2022 does not apply, ISO/IEC 27001:2013 does.", &["ISO/IEC 27001:2013"], &[]),
            ("In the past three years our ISMS has followed ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("## Out of force\n\nWe follow ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
        ],
    },
    Kind {
        name: "what is introduced as out of force",
        texts: &[
            (
                "The following standards were withdrawn:\n\n- ISO 9001:2008\n- ISO 22301:2012",
                &[],
                &["ISO 9001:2008", "ISO 22301:2012"],
            ),
            (
                "The following editions are no longer valid: ISO 9001:2008, ISO 22301:2012.",
                &[],
                &["ISO 9001:2008", "ISO 22301:2012"],
            ),
            ("This edition replaces:\n\n- ISO 22301:2012", &[], &["ISO 22301:2012"]),
            ("Folgende Normen wurden zurückgezogen:\n\n- ISO 9001:2008", &[], &["ISO 9001:2008"]),
            ("We no longer use these standards:\n\n- ISO 9001:2008", &[], &["ISO 9001:2008"]),
            ("No longer in force: ISO 9001:2008.", &[], &["ISO 9001:2008"]),
            ("Certificate: ISO 9001:2008\nStatus: expired", &[], &["ISO 9001:2008"]),
            ("Norm: ISO 22301:2012\nZertifikatsstatus: abgelaufen", &[], &["ISO 22301:2012"]),
            ("| Standard | In use |\n|---|---|\n| ISO 9001:2008 | no |", &[], &["ISO 9001:2008"]),
            ("| Norm | zurückgezogen |\n|---|---|\n| ISO 9001:2008 | ja |", &[], &["ISO 9001:2008"]),
            ("ISO 22301:2019 is our basis, not ISO 22301:2012.", &[], &["ISO 22301:2012"]),
            ("Not ISO 22301:2012 but ISO 22301:2019 is to be used.", &[], &["ISO 22301:2012"]),
            ("Nicht ISO 22301:2012, sondern ISO 22301:2019 gilt.", &[], &["ISO 22301:2012"]),
        ],
    },
    Kind {
        name: "a paragraph about editions is no label of the next one",
        texts: &[
            (
                "ISO/IEC 27001:2022 replaced ISO/IEC 27001:2013.\n\nOur controls follow ISO/IEC 27001:2013.\n\nAll is well.",
                &["ISO/IEC 27001:2013"],
                &["ISO/IEC 27001:2013"],
            ),
            ("**Withdrawn standards**\n\nISO/IEC 27001:2013", &[], &["ISO/IEC 27001:2013"]),
            ("Withdrawn standards.\n\nISO/IEC 27001:2013", &[], &["ISO/IEC 27001:2013"]),
            ("Superseded editions of ISO/IEC 27001\n\nISO/IEC 27001:2013", &[], &["ISO/IEC 27001:2013"]),
            ("Superseded editions of ISO/IEC 27001.\n\n- ISO/IEC 27001:2013", &[], &["ISO/IEC 27001:2013"]),
        ],
    },
];

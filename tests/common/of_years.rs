//! Sentences of a newer edition that is named by its year alone, of answers, and of lines that begin with a day.

use super::Kind;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a newer edition as a bare year, and years that are something else",
        texts: &[
            ("## ISO/IEC 27001:2013 vs 2022", &[], &["ISO/IEC 27001:2013"]),
            ("Gap analysis ISO/IEC 27001:2013 vs. 2022", &[], &["ISO/IEC 27001:2013"]),
            ("Gap analysis ISO/IEC 27001:2013 vs :2022 for the board", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013 → 2022", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013 -> :2022 renumbered two clauses.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013 ➜ 2022", &[], &["ISO/IEC 27001:2013"]),
            ("Migrate from ISO/IEC 27001:2013 to 2022", &[], &["ISO/IEC 27001:2013"]),
            ("We are migrating from ISO/IEC 27001:2013 to 2022.", &[], &["ISO/IEC 27001:2013"]),
            ("Move the plan from ISO/IEC 27001:2013 to 2022.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013 to 2022 transition plan", &[], &["ISO/IEC 27001:2013"]),
            ("We compared ISO/IEC 27001:2013 to the 2022 edition.", &[], &["ISO/IEC 27001:2013"]),
            ("Umstellung von ISO/IEC 27001:2013 auf 2022", &[], &["ISO/IEC 27001:2013"]),
            ("Migration de l'ISO/IEC 27001:2013 vers 2022", &[], &["ISO/IEC 27001:2013"]),
            ("Migración de la ISO/IEC 27001:2013 a la versión de 2022", &[], &["ISO/IEC 27001:2013"]),
            ("Migração da ISO/IEC 27001:2013 para 2022", &[], &["ISO/IEC 27001:2013"]),
            ("Migrazione dalla ISO/IEC 27001:2013 alla 2022", &[], &["ISO/IEC 27001:2013"]),
            ("Overstap van ISO/IEC 27001:2013 naar 2022", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013から2022年版への移行", &[], &["ISO/IEC 27001:2013"]),
            ("从ISO/IEC 27001:2013到2022版", &[], &["ISO/IEC 27001:2013"]),
            (
                "La cláusula A.9 es de la ISO/IEC 27001:2013 y no existe en la versión de 2022.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "Clause A.9 belongs to ISO/IEC 27001:2013 and does not exist in the 2022 edition.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            ("ISO/IEC 27001:2013 vs 2021", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27001:2013 → 2022-10-31", &["ISO/IEC 27001:2013"], &[]),
            ("Certificates to ISO/IEC 27001:2013 to 2022", &["ISO/IEC 27001:2013"], &[]),
            ("Scope of ISO/IEC 27001:2013 to 2022 sites of the group", &["ISO/IEC 27001:2013"], &[]),
            ("Records of ISO/IEC 27001:2013 → October 2022", &["ISO/IEC 27001:2013"], &[]),
            ("We will not migrate from ISO/IEC 27001:2013 to 2022.", &["ISO/IEC 27001:2013"], &[]),
            ("Site B has yet to move from ISO/IEC 27001:2013 to 2022.", &["ISO/IEC 27001:2013"], &[]),
            ("We prefer ISO/IEC 27001:2013 to the 2022 edition.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27001:2013から2022年まで認証を維持する。", &["ISO/IEC 27001:2013"], &[]),
            (
                "We hold ISO/IEC 27001:2013, and this control does not exist in the 2022 edition.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("Certificates of ISO/IEC 27001:2013 to 2022.5 points", &["ISO/IEC 27001:2013"], &[]),
            ("# ISO/IEC 27001 — 2013 → 2022 crosswalk", &[], &["ISO/IEC 27001 — 2013"]),
            ("ISO 9001:2008 -> 2015", &[], &["ISO 9001:2008"]),
        ],
    },
    Kind {
        name: "a question whether an edition still holds, with its answer",
        texts: &[
            (
                "Are ISO/IEC 27001:2013 certificates still valid?\n\nNo. They ended in 2025.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            ("Can we still use ISO/IEC 27001:2013? No, please do not.", &[], &["ISO/IEC 27001:2013"]),
            ("Ist ISO/IEC 27001:2013 noch gültig? Nein.", &[], &["ISO/IEC 27001:2013"]),
            ("Are ISO/IEC 27001:2013 certificates still valid?\n\nYes. Here they are.", &["ISO/IEC 27001:2013"], &[]),
            ("Is ISO/IEC 27001:2013 still obsolete? No, we follow it.", &["ISO/IEC 27001:2013"], &[]),
            (
                "Are ISO/IEC 27001:2013 certificates still valid?\n\nNo supplier has asked.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("Is ISO/IEC 27001:2013 the basis of this plan? No.", &["ISO/IEC 27001:2013"], &[]),
        ],
    },
    Kind {
        name: "a line that begins with a month or with the name of an old text",
        texts: &[
            ("October 2025: end of ISO/IEC 27001:2013", &[], &["ISO/IEC 27001:2013"]),
            ("May 2019 – audit against ISO/IEC 27001:2013", &[], &["ISO/IEC 27001:2013"]),
            ("**Old answer:** ISO/IEC 27001:2013 certification.", &[], &["ISO/IEC 27001:2013"]),
            ("October 2029: audit against ISO/IEC 27001:2013", &["ISO/IEC 27001:2013"], &[]),
            ("Mayors: ISO/IEC 27001:2013", &["ISO/IEC 27001:2013"], &[]),
            ("**Answer:** ISO/IEC 27001:2013 certification.", &["ISO/IEC 27001:2013"], &[]),
        ],
    },
];

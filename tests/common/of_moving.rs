//! Sentences with an older and a newer edition of which the older is held today: what will come does not take its place.

use super::Kind;

const ACME: &[&str] = &["ISO 27001:2013"];

pub const KINDS: &[Kind] = &[
    Kind {
        name: "the older edition is held until the newer one is reached",
        texts: &[
            ("Acme is currently ISO 27001:2013 certified and will transition to ISO 27001:2022 in 2027.", ACME, &[]),
            ("Acme maintains ISO 27001:2013 certification and is transitioning to ISO 27001:2022.", ACME, &[]),
            ("The ISMS conforms to ISO 27001:2013 and will be updated to ISO 27001:2022.", ACME, &[]),
            ("Acme's ISO 27001:2013 certification will be upgraded to ISO 27001:2022 in 2027.", ACME, &[]),
            ("Acme has ISO 20000-1:2011 and plans to upgrade to ISO 20000-1:2018.", &["ISO 20000-1:2011"], &[]),
            ("We are certified to ISO 27001:2013 and plan the transition to ISO 27001:2022.", ACME, &[]),
            ("Acme is certified to ISO 27001:2013 and plans the transition to ISO 27001:2022.", ACME, &[]),
            ("ISO 27001:2013 (in transition to ISO 27001:2022)", ACME, &[]),
            ("Our data centre is ISO 27001:2013 certified (upgrade to ISO 27001:2022 in progress).", ACME, &[]),
            ("ISO 27001:2013 certified – transition to ISO 27001:2022 ongoing.", ACME, &[]),
            ("ISO 27001:2013 certified, ISO 27001:2022 transition audit scheduled for March 2027.", ACME, &[]),
            ("Nous sommes certifiés ISO 27001:2013 et allons passer à ISO 27001:2022.", ACME, &[]),
            ("Estamos certificados en ISO 27001:2013 y estamos en proceso de transición a ISO 27001:2022.", ACME, &[]),
            ("We zijn gecertificeerd volgens ISO 27001:2013 en stappen over naar ISO 27001:2022.", ACME, &[]),
            ("Siamo certificati ISO 27001:2013 e stiamo passando alla ISO 27001:2022.", ACME, &[]),
            ("Somos certificados na ISO 27001:2013 e estamos em transição para a ISO 27001:2022.", ACME, &[]),
            ("Posiadamy certyfikat ISO 27001:2013 i przechodzimy na ISO 27001:2022.", ACME, &[]),
        ],
    },
    Kind {
        name: "the older edition is held beside the newer one",
        texts: &[
            ("Certified to ISO 27001:2013 in addition to ISO 27001:2022.", ACME, &[]),
            ("Our ISMS is compliant with ISO 27001:2013 and mapped to ISO 27001:2022.", &[], ACME),
            (
                "| Current edition | Target edition |\n|---|---|\n| ISO 27001:2013 | ISO 27001:2022/Amd 1:2024 |",
                ACME,
                &[],
            ),
            ("| Old edition | Target edition |\n|---|---|\n| ISO 27001:2013 | ISO 27001:2022/Amd 1:2024 |", &[], ACME),
            ("| Current edition | New edition |\n|---|---|\n| ISO 27001:2013 | ISO 27001:2022/Amd 1:2024 |", &[], ACME),
            (
                "| Current edition | Target edition |\n|---|---|\n| ISO 27001:2013 terms | ISO 27001:2022/Amd 1:2024 |",
                &[],
                ACME,
            ),
            ("| Current clause | Target scope |\n|---|---|\n| ISO 27001:2013 | ISO 27001:2022/Amd 1:2024 |", &[], ACME),
        ],
    },
    Kind {
        name: "the newer edition was reached, or nobody is said to hold the older one",
        texts: &[
            ("Acme was ISO 27001:2013 certified and is now certified to ISO 27001:2022.", &[], ACME),
            ("We held ISO 27001:2013 and moved to ISO 27001:2022 in 2024.", &[], ACME),
            ("Acme had been ISO 27001:2013 certified and has transitioned to ISO 27001:2022.", &[], ACME),
            ("Acme's ISO 27001:2013 certification was upgraded to ISO 27001:2022 in 2024.", &[], ACME),
            ("The ISO 27001:2013 certificate has been converted to ISO 27001:2022.", &[], ACME),
            ("ISO 27001:2013 (transition to ISO 27001:2022 completed in 2024)", &[], ACME),
            ("The transition from ISO 27001:2013 to ISO 27001:2022 is in progress.", &[], ACME),
            ("Gap assessment: ISO 27001:2013, transition to ISO 27001:2022 scheduled", &[], ACME),
            ("ISO 27001:2013 – ISO 27001:2022 transition planned", &[], ACME),
            ("We help with ISO 27001:2013 certification and migration to ISO 27001:2022.", &[], ACME),
            ("The document compares ISO 27001:2013 and maps it to ISO 27001:2022.", &[], ACME),
            ("Many organisations are ISO 27001:2013 certified and will transition to ISO 27001:2022.", &[], ACME),
        ],
    },
    Kind {
        name: "others hold it, documents name it, or the move is done",
        texts: &[
            ("You are ISO 27001:2013 certified and want to move to ISO 27001:2022? We help.", &[], &["ISO 27001:2013"]),
            (
                "Vous êtes certifiés ISO 27001:2013 et voulez passer à ISO 27001:2022 ? Nous aidons.",
                &[],
                &["ISO 27001:2013"],
            ),
            ("¿Está certificado en ISO 27001:2013 y quiere migrar a ISO 27001:2022?", &[], &["ISO 27001:2013"]),
            ("Siete certificati ISO 27001:2013 e volete passare alla ISO 27001:2022?", &[], &["ISO 27001:2013"]),
            ("You have ISO 27001:2013 and need to move to ISO 27001:2022.", &[], &["ISO 27001:2013"]),
            ("Do you have ISO 27001:2013 and need to move to ISO 27001:2022?", &[], &["ISO 27001:2013"]),
            (
                "Clients certified to ISO 27001:2013 and transitioning to ISO 27001:2022 need a gap analysis.",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "This guide is for teams certified to ISO 27001:2013 and moving to ISO 27001:2022.",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "Auditors certified to ISO 27001:2013 and upgrading to ISO 27001:2022 attend a course.",
                &[],
                &["ISO 27001:2013"],
            ),
            ("Documents conform to ISO 27001:2013 and are mapped to ISO 27001:2022.", &[], &["ISO 27001:2013"]),
            ("The controls conform to ISO 27001:2013 and are mapped to ISO 27001:2022.", &[], &["ISO 27001:2013"]),
            ("Tenemos una guía de ISO 27001:2013 y transición a ISO 27001:2022.", &[], &["ISO 27001:2013"]),
            ("The archive has ISO 27001:2013 in addition to ISO 27001:2022.", &[], &["ISO 27001:2013"]),
            ("The mapping table has ISO 27001:2013 in addition to ISO 27001:2022.", &[], &["ISO 27001:2013"]),
            (
                "ISO 27001:2013 certified – transition to ISO 27001:2022 completed, recertification planned",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "Certified ISO 27001:2013 (upgrade to ISO 27001:2022 done, surveillance audit scheduled)",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "| Current edition | Target edition | Status |\n|---|---|---|\n| ISO 27001:2013 | ISO 27001:2022/Amd 1:2024 | completed |",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "| Current edition | Target edition | Status |\n|---|---|---|\n| ISO 27001:2013 | ISO 27001:2022/Amd 1:2024 | Done 2024-05-01 |",
                &[],
                &["ISO 27001:2013"],
            ),
        ],
    },
];

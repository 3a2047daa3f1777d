//! Sentences that set editions side by side, tell since when and how long something holds, or name a work about a standard.

use super::Kind;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "editions of which it is told what stands in each",
        texts: &[
            (
                "ISO/IEC 27001:2013 contains 114 controls, while ISO/IEC 27001:2022 contains 93.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            ("ISO 27001:2013 has 14 domains. ISO 27001:2022 has four themes.", &[], &["ISO 27001:2013"]),
            (
                "Annex A of ISO 27001:2013 lists 114 controls whereas Annex A of ISO 27001:2022 lists 93.",
                &[],
                &["ISO 27001:2013"],
            ),
            ("Annex A of ISO 27001:2022 has 93 controls (114 in ISO 27001:2013).", &[], &["ISO 27001:2013"]),
            ("ISO/IEC 27001:2013 umfasst 114 Maßnahmen, ISO/IEC 27001:2022 umfasst 93.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO 9001:2015 replaced ISO 9001:2008 in September 2015.", &[], &["ISO 9001:2015", "ISO 9001:2008"]),
            ("ISO 27001:2013: A.5.1.1, A.5.1.2; ISO 27001:2022: A.5.1", &[], &["ISO 27001:2013", "A.5.1.1", "A.5.1.2"]),
            ("ISO 27001:2013 (114 controls) versus the 2022 edition (93 controls)", &[], &["ISO 27001:2013"]),
            (
                "ISO 27001:2013 contains 114 controls, and our suppliers must implement all; ISO 27001:2022 contains 93.",
                &["ISO 27001:2013"],
                &[],
            ),
            (
                "ISO 27001:2013 has 114 controls, ISO 27001:2022 has 93. We are certified to the former.",
                &["ISO 27001:2013"],
                &[],
            ),
            ("ISO 27001:2013 covers 12 sites. ISO 27001:2022 covers 4 sites.", &["ISO 27001:2013"], &[]),
            (
                "ISO 27001:2013 requires us to keep logs, ISO 27001:2022 requires us to filter.",
                &["ISO 27001:2013"],
                &[],
            ),
            (
                "Suppliers shall implement 93 controls of ISO 27001:2022 (114 in ISO 27001:2013).",
                &["ISO 27001:2013"],
                &[],
            ),
            (
                "The supplier must implement ISO 27001:2013: A.9.2.3; ISO 27001:2022: A.8.2",
                &["ISO 27001:2013", "A.9.2.3"],
                &[],
            ),
            (
                "ISO 9001:2015 replaced ISO 9001:2008 in September 2015 and is our basis.",
                &["ISO 9001:2015", "ISO 9001:2008"],
                &[],
            ),
            ("ISO 27001:2022 is our goal (12 sites in ISO 27001:2013).", &["ISO 27001:2013"], &[]),
            ("Our plant has ISO 22301:2012 and our office has ISO 22301:2019.", &["ISO 22301:2012"], &[]),
            (
                "Paris is certified to ISO/IEC 27001:2013 while London is certified to ISO/IEC 27001:2022.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "Access follows ISO/IEC 27001:2013 A.9.2.3. Intelligence follows ISO/IEC 27001:2022 A.5.7.",
                &["ISO/IEC 27001:2013", "A.9.2.3"],
                &[],
            ),
            ("Data masking (new, not in ISO/IEC 27002:2013)", &[], &["ISO/IEC 27002:2013"]),
        ],
    },
    Kind {
        name: "what was reached once and holds to this day",
        texts: &[
            (
                "We were certified to ISO/IEC 27001:2013 in 2021. The certificate is valid until 2027.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "We were certified to ISO/IEC 27001:2013 in 2021. The certificate was valid until 2024.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "We were certified to ISO/IEC 27001:2013 in 2021. The guards were hired until 2027.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "We reached ISO/IEC 27001:2013 certification in 2021. The certification is renewed annually.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("- ISO/IEC 27001:2013 (certified 2021, valid until 2027)", &["ISO/IEC 27001:2013"], &[]),
            ("2019: certified to ISO/IEC 27001:2013, valid until 2027.", &["ISO/IEC 27001:2013"], &[]),
            ("2019: certified to ISO/IEC 27001:2013, valid until 2022.", &[], &["ISO/IEC 27001:2013"]),
            ("The company, founded in 1998, was certified to ISO 22301:2012.", &["ISO 22301:2012"], &[]),
            ("The company, in June 2019, was certified to ISO 22301:2012.", &[], &["ISO 22301:2012"]),
            ("In 2014 we reached ISO 22301:2012, in 2024 a licence valid until 2027.", &[], &["ISO 22301:2012"]),
            ("# ISO/IEC 27002:2013 (Version 1a)", &["ISO/IEC 27002:2013"], &[]),
        ],
    },
    Kind {
        name: "a work about a standard, by its title",
        texts: &[
            ("*ISO/IEC 27001:2013: A Pocket Guide* by Alan Calder", &[], &["ISO/IEC 27001:2013"]),
            ("Calder, A. (2013). ISO27001/ISO27002:2013: A Pocket Guide. IT Governance.", &[], &["ISO27002:2013"]),
            ("ISO/IEC 27001:2013: Certified by Bureau Veritas", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27001:2013: see the guide by Alan Calder", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27001:2013: Guide approved by Alan Calder", &["ISO/IEC 27001:2013"], &[]),
            ("We follow ISO/IEC 27001:2013: a guide by Alan Calder helps.", &["ISO/IEC 27001:2013"], &[]),
            ("Toro, R. (2019). Estructura de la norma ISO 27001:2013. [online] PMG SSI", &[], &["ISO 27001:2013"]),
            ("Fernández (2018). Cómo implantar ISO/IEC 27001:2013. AENOR.", &[], &["ISO/IEC 27001:2013"]),
            ("[1] A. Calder, \"Nine steps: an ISO27001:2013 overview\", Publisher, 2016.", &[], &["ISO27001:2013"]),
            ("ISO (2013). Information technology, ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            (
                "[1] ISO/IEC, \"Information security management systems ISO/IEC 27001:2013\", 2013.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("Der Vorstand (2019): Wir befolgen die Norm ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("Meier, K. (2024). We are certified to ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("Approved: Meier, K. (2024). Security rules of ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("Acme, S. A. (2022). Security policy based on ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("Our policy (2019). It follows the standard ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
        ],
    },
    Kind {
        name: "what is told under a year or behind a line that is one",
        texts: &[
            ("# History of us\n\n## 2012\n\nAwarded ISO 22301:2012 certification.", &[], &["ISO 22301:2012"]),
            ("# Report\n\n## 2023\n\nWe follow ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("2009\n\nIntroduced ISO 22301:2012.\n\n2011\n\nMoved.", &[], &["ISO 22301:2012"]),
            ("# Objectives\n\n## 2024\n\nAll plants certified to ISO/IEC 27001:2013", &["ISO/IEC 27001:2013"], &[]),
            ("# Policy\n\nMarch 2019\n\nApproved policy based on ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
        ],
    },
];

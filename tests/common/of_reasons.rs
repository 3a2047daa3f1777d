//! Sentences that name what asks for a deed, and those in which an edition does something or is told of as one of several.

use super::Kind;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "what is done with something else because the citation asks for it",
        texts: &[
            ("Access rights shall be removed (ISO/IEC 27001:2013).", &["ISO/IEC 27001:2013"], &[]),
            ("Obsolete versions are withdrawn (ISO 9001:2008, 4.2.3).", &["ISO 9001:2008"], &[]),
            ("Cloud services shall be discontinued (ISO/IEC TR 20000-9).", &["ISO/IEC TR 20000-9"], &[]),
            ("Make sure that accounts are removed [ISO/IEC 27001:2013].", &["ISO/IEC 27001:2013"], &[]),
            ("Access rights shall be removed — ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("Schlüssel werden ersetzt (ISO/IEC 27002:2013).", &["ISO/IEC 27002:2013"], &[]),
            ("Les clés sont remplacées (ISO/IEC 27002:2013).", &["ISO/IEC 27002:2013"], &[]),
            ("Las claves deben ser sustituidas (ISO/IEC 27002:2013).", &["ISO/IEC 27002:2013"], &[]),
            ("As chaves são substituídas (ISO/IEC 27002:2013).", &["ISO/IEC 27002:2013"], &[]),
            ("Le chiavi sono sostituite (ISO/IEC 27002:2013).", &["ISO/IEC 27002:2013"], &[]),
            ("Sleutels worden vervangen (ISO/IEC 27002:2013).", &["ISO/IEC 27002:2013"], &[]),
            ("Keys must be changed, replaced or withdrawn (ISO/IEC 27001:2013).", &["ISO/IEC 27001:2013"], &[]),
            ("Los derechos de acceso serán retirados (ISO/IEC 27001:2013).", &["ISO/IEC 27001:2013"], &[]),
            ("I documenti obsoleti saranno ritirati (ISO 9001:2008).", &["ISO 9001:2008"], &[]),
            ("Control of obsolete documents (ISO 9001:2008, 4.2.3)", &["ISO 9001:2008"], &[]),
            ("## Control of obsolete documents\n\nThe process conforms to ISO 9001:2008.", &["ISO 9001:2008"], &[]),
            ("The edition is withdrawn (ISO/IEC 27001:2013).", &[], &["ISO/IEC 27001:2013"]),
            ("The old standard was replaced (ISO/IEC 27001:2013).", &[], &["ISO/IEC 27001:2013"]),
            ("References have been removed (ISO/IEC 27001:2013).", &[], &["ISO/IEC 27001:2013"]),
            ("The following are withdrawn: ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
        ],
    },
    Kind {
        name: "a clause that the citation leads and that goes on about something else",
        texts: &[
            ("As per ISO 9001:2008, obsolete documents are withdrawn.", &["ISO 9001:2008"], &[]),
            ("As required by ISO 9001:2008, obsolete documents are withdrawn from use.", &["ISO 9001:2008"], &[]),
            ("Under ISO 9001:2008, obsolete documents are withdrawn.", &["ISO 9001:2008"], &[]),
            ("Según ISO 9001:2008, los documentos obsoletos se retiran.", &["ISO 9001:2008"], &[]),
            ("Under ISO 9001:2008, withdrawn in 2015, we had procedures.", &[], &["ISO 9001:2008"]),
            ("In ISO 9001:2008, which was withdrawn, procedures are listed.", &[], &["ISO 9001:2008"]),
            ("ISO 9001:2008, now withdrawn, lists procedures.", &[], &["ISO 9001:2008"]),
        ],
    },
    Kind {
        name: "an edition that took the place of something",
        texts: &[
            ("ISO 9001:2015 replaced \"procedures\" with \"documented information\".", &["ISO 9001:2015"], &[]),
            ("ISO/IEC 27001:2013 replaced our earlier in-house rules as the framework.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO 9001:2008 was \"replaced\" in 2015.", &[], &["ISO 9001:2008"]),
        ],
    },
    Kind {
        name: "editions and numbers that lead to newer ones",
        texts: &[
            ("Evolution: ISO/IEC 27001:2005, :2013 and :2022.", &[], &["ISO/IEC 27001:2005", ":2013"]),
            ("ISO 27001:2013 numbering does NOT exist in 2022.", &[], &["ISO 27001:2013"]),
            (
                "ISO 27001:2005 ➔ ISO 27001:2013 (114 controls / 14 domains) ➔ ISO 27001:2022",
                &[],
                &["ISO 27001:2005", "ISO 27001:2013"],
            ),
            ("The transition to a new edition (e.g. ISO 14001:2015 to 2026) is slow.", &[], &["ISO 14001:2015"]),
            ("# ISO 27001:2022\n\n- **A.6.1.2** (Segregation of duties) → now embedded in A.5.3\n", &[], &["A.6.1.2"]),
        ],
    },
    Kind {
        name: "a bracket that calls an edition old",
        texts: &[
            ("## ISO 27001:2013 (old)\n\nText.", &[], &["ISO 27001:2013"]),
            ("## ISO 27001:2013 (Anterior)\n\nTexto.", &[], &["ISO 27001:2013"]),
            ("ISO 27001:2013 (older standard, current is 2022).", &[], &["ISO 27001:2013"]),
            ("ISO 27001:2013 (old), ISO 22301:2012", &["ISO 22301:2012"], &["ISO 27001:2013"]),
            ("ISO 27001:2013 (withdrawn), ISO 22301:2012", &["ISO 22301:2012"], &["ISO 27001:2013"]),
            ("We follow ISO 27001:2013 (older sites only).", &["ISO 27001:2013"], &[]),
            ("Do not use the old ISO 27001:2013.", &[], &["ISO 27001:2013"]),
            ("Do use the ISO 27001:2013 form.", &["ISO 27001:2013"], &[]),
            ("## Evolution of ISO 27001 2013 to 2022\n\nText.", &[], &["ISO 27001 2013"]),
        ],
    },
    Kind {
        name: "a change log below a numbered line, and words between a verb and what it says",
        texts: &[
            (
                "Contents\n5 Revision history\nV1.0 2009-05-10 Written along ISO/IEC 27001:2005\n",
                &[],
                &["ISO/IEC 27001:2005"],
            ),
            ("ISO 9001:2015 has thereby been withdrawn.", &[], &["ISO 9001:2015"]),
            (
                "# ISO 27001 awareness\n\n## Annex A overview\n\n| Clause | Topic |\n|---|---|\n| A.9 | Access |\n",
                &["A.9"],
                &[],
            ),
            (
                "# ISO 27001 awareness\n\n## Annex A: Structure\n\n| Clause | Topic |\n|---|---|\n| A.9 | Rooms |\n",
                &[],
                &[],
            ),
        ],
    },
    Kind {
        name: "the title of another standard, and what only follows one",
        texts: &[
            (
                "ISO/TS 9002:2016, Guidelines for the application of ISO 9001:2015, is on the shelf.",
                &[],
                &["ISO 9001:2015"],
            ),
            ("We once used ISO/TS 9002. We are certified to ISO 9001:2015.", &["ISO 9001:2015"], &[]),
            ("Plants under ISO/TS 9002 must all comply with ISO 9001:2015.", &["ISO 9001:2015"], &[]),
        ],
    },
];

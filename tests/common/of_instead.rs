//! Sentences in which a word of history is said of what the citation, or a document made after it, took the place of.

use super::Kind;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "what took the place of something old",
        texts: &[
            ("The old manual was replaced by a new one drafted to ISO 9001:2008.", &["ISO 9001:2008"], &[]),
            ("The former plan was replaced by the present plan based on ISO 22301:2012.", &["ISO 22301:2012"], &[]),
            ("Plan B-2 was superseded by B-3, which follows ISO 22301:2012.", &["ISO 22301:2012"], &[]),
            ("The superseded plan was rewritten to meet ISO 22301:2012.", &["ISO 22301:2012"], &[]),
            ("Die alte Anweisung wurde durch eine neue nach ISO 22301:2012 ersetzt.", &["ISO 22301:2012"], &[]),
            ("Unsere Merkblätter wurden durch die Vorgaben der ISO 22301:2012 abgelöst.", &["ISO 22301:2012"], &[]),
            (
                "L'ancienne procédure a été remplacée par une nouvelle basée sur l'ISO 22301:2012.",
                &["ISO 22301:2012"],
                &[],
            ),
            ("La política anterior fue sustituida por una nueva basada en ISO 22301:2012.", &["ISO 22301:2012"], &[]),
            ("The librarian destroys superseded copies (ISO 9001:2008, 4.2.3).", &["ISO 9001:2008"], &[]),
        ],
    },
    Kind {
        name: "what was not replaced, or is compared with what is done",
        texts: &[
            ("The plan to replace ISO 22301:2012 was dropped.", &["ISO 22301:2012"], &[]),
            ("ISO/IEC 27001:2013 has not been withdrawn.", &["ISO/IEC 27001:2013"], &[]),
            ("Our practice is compared with ISO 22301:2012.", &["ISO 22301:2012"], &[]),
        ],
    },
    Kind {
        name: "what was replaced itself",
        texts: &[
            (
                "Die ISO/IEC 27001:2005 wurde durch die ISO/IEC 27001:2013 ersetzt.",
                &[],
                &["ISO/IEC 27001:2005", "ISO/IEC 27001:2013"],
            ),
            ("Die alte Norm wurde durch eine neue nach ISO/IEC 27001:2013 ersetzt.", &[], &["ISO/IEC 27001:2013"]),
            ("The former policy was written to ISO/IEC 27001:2013 and replaced in 2020.", &[], &["ISO/IEC 27001:2013"]),
            (
                "The old policy, written to meet ISO/IEC 27001:2013, was replaced by a new one.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "Das alte Handbuch nach ISO/IEC 20000-1:2011 wurde durch ein neues ersetzt.",
                &[],
                &["ISO/IEC 20000-1:2011"],
            ),
            (
                "Das alte Handbuch wurde durch den Berater nach ISO/IEC 20000-1:2011 geschrieben.",
                &[],
                &["ISO/IEC 20000-1:2011"],
            ),
            ("L'ancienne politique, fondée sur l'ISO/IEC 27001:2013, a été remplacée.", &[], &["ISO/IEC 27001:2013"]),
            (
                "La política anterior, basada en ISO/IEC 27001:2013, fue sustituida por una nueva.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            ("Durch die Überarbeitung wurde die ISO/IEC 27001:2013 abgelöst.", &[], &["ISO/IEC 27001:2013"]),
            ("The superseded edition (ISO 9001:2008, 4.2.3) required six procedures.", &[], &["ISO 9001:2008"]),
            ("The new edition is compared with ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("The proposal to replace ISO/IEC 27001:2013 was accepted.", &[], &["ISO/IEC 27001:2013"]),
            (
                "ISO/IEC 27001:2013 was applied until the move to ISO/IEC 27001:2022 was completed.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
        ],
    },
];

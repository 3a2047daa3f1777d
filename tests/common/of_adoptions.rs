//! Sentences that tell when a standard was taken up, which holds since, and years that tell no time.

use super::Kind;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a standard that was taken up is used",
        texts: &[
            ("Die ISO 27001:2013 wurde vom Vorstand als verbindliche Norm festgelegt.", &["ISO 27001:2013"], &[]),
            ("Die ISO 27001:2013 wurde im gesamten Unternehmen eingeführt.", &["ISO 27001:2013"], &[]),
            ("Die ISO 27001:2013 wurde als Grundlage des ISMS gewählt.", &["ISO 27001:2013"], &[]),
            (
                "Die Anforderungen der ISO 27001:2013 wurden bei der Erstellung berücksichtigt.",
                &["ISO 27001:2013"],
                &[],
            ),
            ("Die ISO 27001:2013 diente als Grundlage dieser Richtlinie.", &["ISO 27001:2013"], &[]),
            ("Die Richtlinie wurde 2019 auf Grundlage der ISO 27001:2013 erlassen.", &["ISO 27001:2013"], &[]),
            ("De ISO 27001:2013 werd door de directie vastgesteld als norm voor ons ISMS.", &["ISO 27001:2013"], &[]),
            ("La ISO 27001:2013 serviva da base per questa politica.", &["ISO 27001:2013"], &[]),
            ("Die ISO 27001:2013 wurde 2022 zurückgezogen.", &[], &["ISO 27001:2013"]),
            ("Die ISO 27001:2013 wurde im Oktober 2013 veröffentlicht.", &[], &["ISO 27001:2013"]),
            ("Die ISO 27001:2013 wurde durch die ISO 27001:2022 ersetzt.", &[], &["ISO 27001:2013"]),
            ("Die ISO 27001:2013 wurde 2015 im Konzern eingeführt.", &["ISO 27001:2013"], &[]),
            ("Die ISO 27001:2013 wurde als Maßstab gewählt.", &["ISO 27001:2013"], &[]),
            ("ISO 27001:2013 umfasste 114 Maßnahmen.", &[], &["ISO 27001:2013"]),
            ("Die ISO 27001:2013 diente uns als Grundlage.", &["ISO 27001:2013"], &[]),
            ("Die ISO 27001:2013 diente als Vorlage für unser Handbuch.", &["ISO 27001:2013"], &[]),
            ("De ISO 27001:2013 werd in 2015 ingevoerd.", &["ISO 27001:2013"], &[]),
            ("La ISO 27001:2013 serviva come riferimento.", &["ISO 27001:2013"], &[]),
        ],
    },
    Kind {
        name: "a year in the name of a law or a numbering, and what holds since",
        texts: &[
            ("The 2013 numbering A.12.4.1 was kept in this policy for ISO 27001.", &["A.12.4.1"], &[]),
            ("Under the Data Protection Act 2018 we were certified to ISO 27001:2013.", &["ISO 27001:2013"], &[]),
            (
                "In 2019 we were certified to ISO 27001:2013 and have kept the certificate since.",
                &["ISO 27001:2013"],
                &[],
            ),
            (
                "All suppliers are compared with ISO 27001:2013 and ISO 27001:2022 requirements.",
                &["ISO 27001:2013"],
                &[],
            ),
            ("Bis 2019 galt ISO 9001:2008, seitdem gilt ISO 27001:2013.", &["ISO 27001:2013"], &["ISO 9001:2008"]),
            (
                "Hasta 2019 se aplicaba ISO 9001:2008, desde entonces se aplica ISO 27001:2013.",
                &["ISO 27001:2013"],
                &["ISO 9001:2008"],
            ),
            ("In 2018 we were certified to ISO 27001:2013.", &[], &["ISO 27001:2013"]),
            ("Under the GDPR Regulation 2016 we were certified to ISO 27001:2013.", &["ISO 27001:2013"], &[]),
            ("After the policy 2018 audit we were certified to ISO 27001:2013 in 2019.", &[], &["ISO 27001:2013"]),
            ("Since the Data Protection Act 2018 we are certified to ISO 27001:2013.", &["ISO 27001:2013"], &[]),
            (
                "Bis 2019 galt ISO 9001:2008, ISO 27001:2013 und die alte Richtlinie.",
                &[],
                &["ISO 9001:2008", "ISO 27001:2013"],
            ),
            ("Until 2019, ISO 9001:2008 and ISO 27001:2013 applied.", &[], &["ISO 9001:2008", "ISO 27001:2013"]),
            (
                "Until 2019 ISO 9001:2008 applied, since then ISO 27001:2013 applies.",
                &["ISO 27001:2013"],
                &["ISO 9001:2008"],
            ),
            ("Until 2019, as the owner wished, we followed ISO 27001:2013.", &[], &["ISO 27001:2013"]),
            ("The 2013 edition ISO 27001:2013 was withdrawn.", &[], &["ISO 27001:2013"]),
            ("Die Nummern der Nummerierung 2013 wurden in A.12.4.1 beibehalten (ISO 27001).", &["A.12.4.1"], &[]),
            (
                "In 2019 we were certified to ISO 27001:2013 and have held the certificate ever since.",
                &["ISO 27001:2013"],
                &[],
            ),
            ("In 2019 we were certified to ISO 27001:2013.", &[], &["ISO 27001:2013"]),
            ("ISO 27001:2013 and ISO 27001:2022 are compared below.", &[], &["ISO 27001:2013"]),
            ("The table compares ISO 27001:2013 and ISO 27001:2022.", &[], &["ISO 27001:2013"]),
        ],
    },
];

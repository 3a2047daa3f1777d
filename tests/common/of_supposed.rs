//! Sentences that suppose what has not come about, or take it in.

use super::Kind;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "what is supposed",
        texts: &[
            ("Should ISO 9001:2008 be replaced, the successor applies.", &["ISO 9001:2008"], &[]),
            ("In the event that ISO 9001:2008 is withdrawn, both sides will talk.", &["ISO 9001:2008"], &[]),
            (
                "As soon as ISO 9001:2008 is replaced, the contractor shall follow its successor.",
                &["ISO 9001:2008"],
                &[],
            ),
            ("Wird die ISO 9001:2008 zurückgezogen, gilt die Norm, die ihr folgt.", &["ISO 9001:2008"], &[]),
            ("Der Lieferant meldet, wenn das Zertifikat nach ISO 9001:2008 abgelaufen ist.", &["ISO 9001:2008"], &[]),
            (
                "Le fournisseur avise le client dès que son certificat ISO 9001:2008 est retiré.",
                &["ISO 9001:2008"],
                &[],
            ),
            ("Il fornitore avvisa il cliente quando il certificato ISO 9001:2008 è scaduto.", &["ISO 9001:2008"], &[]),
            (
                "Als het certificaat ISO 22301:2012 wordt ingetrokken, meldt de leverancier dat.",
                &["ISO 22301:2012"],
                &[],
            ),
        ],
    },
    Kind {
        name: "what a contract takes in",
        texts: &[
            ("ISO 9001:2008 (as may be replaced from time to time) applies.", &["ISO 9001:2008"], &[]),
            ("ISO 22301:2012 and ISO 9001:2008 (each as superseded)", &["ISO 22301:2012", "ISO 9001:2008"], &[]),
            ("ISO/IEC 27001:2013, until it is superseded", &["ISO/IEC 27001:2013"], &[]),
            ("Upon withdrawal of the ISO 22301:2012 certificate the buyer may leave.", &["ISO 22301:2012"], &[]),
            ("An expired ISO 22301:2012 certificate must be renewed.", &["ISO 22301:2012"], &[]),
        ],
    },
    Kind {
        name: "what has come about",
        texts: &[
            ("When ISO/IEC 27001:2013 was withdrawn, we moved to the 2022 edition.", &[], &["ISO/IEC 27001:2013"]),
            (
                "When ISO/IEC 27001:2013 was superseded in 2022, the certificates lost their value.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            ("Als die ISO/IEC 27001:2013 ersetzt wurde, stellten wir um.", &[], &["ISO/IEC 27001:2013"]),
            ("Lorsque la norme ISO/IEC 27001:2013 a été remplacée, nous avons changé.", &[], &["ISO/IEC 27001:2013"]),
            ("Quando la norma ISO/IEC 27001:2013 è stata sostituita, abbiamo cambiato.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013, as superseded by ISO/IEC 27001:2022", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013 as superseded in 2022 is kept in the archive.", &[], &["ISO/IEC 27001:2013"]),
            (
                "Since the withdrawal of ISO/IEC 27001:2013 certification is granted to the 2022 edition only.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            ("The withdrawal of ISO/IEC 27001:2013 certificates took place in 2025.", &[], &["ISO/IEC 27001:2013"]),
            ("An expired ISO/IEC 27001:2013 certificate is not accepted.", &[], &["ISO/IEC 27001:2013"]),
            ("Wird die ISO/IEC 27001:2013 ersetzt?", &[], &["ISO/IEC 27001:2013"]),
            ("If your certificate names ISO/IEC 27001:2013, it is expired.", &[], &["ISO/IEC 27001:2013"]),
            ("Se il certificato è ISO/IEC 27001:2013 è scaduto.", &[], &["ISO/IEC 27001:2013"]),
            ("We checked if the guide cites ISO/IEC 27001:2013, which is withdrawn.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013, until replaced in 2022, was what we followed.", &[], &["ISO/IEC 27001:2013"]),
            ("Withdrawal of the ISO/IEC 27001:2013 certificate is complete.", &[], &["ISO/IEC 27001:2013"]),
            ("We confirm the withdrawal of our ISO/IEC 27001:2013 certificate.", &[], &["ISO/IEC 27001:2013"]),
        ],
    },
];

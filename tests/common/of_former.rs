//! Sentences that tell how a standard came about, what stood in an old edition or how it compares with a newer one.

use super::Kind;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "how a standard came about",
        texts: &[
            ("ISO 20000-1 (ex BS 15000-1) is certifiable.", &[], &["BS 15000-1"]),
            ("BS 15000 has become ISO/IEC 20000.", &[], &["BS 15000"]),
            ("BS 15000 originated in a code of practice started in 1989.", &[], &["BS 15000"]),
            ("The export (ex works) follows BS 15000-1.", &["BS 15000-1"], &[]),
            ("The supplier must hold a certificate (ex: ISO/IEC 27001:2013).", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27002 (ex ISO/IEC 17799:2005) is a guide.", &[], &["ISO/IEC 17799:2005"]),
            ("Our rules have become BS 15000.", &["BS 15000"], &[]),
            ("The idea originated in BS 15000.", &["BS 15000"], &[]),
            ("BS 15000 is our rule; the idea originated in 1989.", &["BS 15000"], &[]),
        ],
    },
    Kind {
        name: "what stood in an old edition",
        texts: &[
            ("ISO 9001:2008 Clause 8.5.3 required preventive action.", &[], &["ISO 9001:2008"]),
            ("The terminology of ISO 22301:2012 has been changed or removed.", &[], &["ISO 22301:2012"]),
            ("ISO/IEC 27701:2019 clause references no longer resolve.", &[], &["ISO/IEC 27701:2019"]),
            ("ISO 27001:2013 enthielt 114 Controls in 14 Domänen.", &[], &["ISO 27001:2013"]),
            ("la edición anterior, basada en ISO 27002:2005, tenía 133 controles", &[], &["ISO 27002:2005"]),
            ("ISO 9001:2008 required preventive action records are kept.", &["ISO 9001:2008"], &[]),
            ("The terminology of ISO 22301:2012 is used here.", &["ISO 22301:2012"], &[]),
            ("The terminology of ISO 22301:2012 must not be removed.", &["ISO 22301:2012"], &[]),
            ("The terminology of ISO 22301:2012 applies; old terms were removed.", &["ISO 22301:2012"], &[]),
            ("Die Liste enthielt ISO 27001:2013.", &["ISO 27001:2013"], &[]),
            ("Unser ISO 27001:2013 Ordner enthielt 114 Blätter.", &["ISO 27001:2013"], &[]),
            ("La edición anterior del manual, basada en ISO 27002:2005, sigue vigente.", &["ISO 27002:2005"], &[]),
        ],
    },
    Kind {
        name: "an old edition is compared with a newer one, in many languages",
        texts: &[
            ("ISO 27001:2013 ve ISO 27001:2022 karşılaştırması", &[], &["ISO 27001:2013"]),
            ("ISO 27001:2013 a ISO 27001:2022 – srovnání", &[], &["ISO 27001:2013"]),
            ("Porównanie ISO 27001:2013 i ISO 27001:2022", &[], &["ISO 27001:2013"]),
            ("Сравнение ISO 27001:2013 и ISO 27001:2022", &[], &["ISO 27001:2013"]),
            ("ISO 27001:2013 och ISO 27001:2022 – en jämförelse", &[], &["ISO 27001:2013"]),
            ("ISO 27001:2013 y 2022: diferencias", &[], &["ISO 27001:2013"]),
            (
                "Respecto a la norma ISO 27001:2013, el número de controles se reduce de 114 a 93.",
                &[],
                &["ISO 27001:2013"],
            ),
            ("Rispetto alla ISO 27001:2013 il numero dei controlli scende da 114 a 93.", &[], &["ISO 27001:2013"]),
            ("ISO 27001:2013 karşılaştırması yapılır.", &["ISO 27001:2013"], &[]),
            ("ISO 27001:2013 ve ISO 9001:2008 karşılaştırması", &["ISO 27001:2013", "ISO 9001:2008"], &[]),
            ("Porównanie naszych zasad z ISO 27001:2013", &["ISO 27001:2013"], &[]),
            ("Сравнение наших правил с ISO 27001:2013", &["ISO 27001:2013"], &[]),
            ("Våra rutiner följer ISO 27001:2013 och ISO 27001:2022.", &["ISO 27001:2013"], &[]),
            ("ISO 27001:2013 y ISO 27001:2022: aplicables", &["ISO 27001:2013"], &[]),
            ("Cumplimos ISO 27001:2013 y ISO 27001:2022: diferencias mínimas se documentan.", &["ISO 27001:2013"], &[]),
            ("ISO 27001:2013 and ISO 27001:2022: differences", &[], &["ISO 27001:2013"]),
        ],
    },
    Kind {
        name: "how an edition stands, asked and answered",
        texts: &[
            ("What is the status of ISO 27001:2013? It is withdrawn.", &[], &["ISO 27001:2013"]),
            ("The previous ISO 27001:2013 mapping is kept in a branch.", &[], &["ISO 27001:2013"]),
            ("What is the status of ISO 27001:2013? It is valid.", &["ISO 27001:2013"], &[]),
            ("What is the status of ISO 27001:2013? It is not withdrawn.", &["ISO 27001:2013"], &[]),
            (
                "What is the status of our ISO 27001:2013 certificate? It is withdrawn by us for P-1.",
                &["ISO 27001:2013"],
                &[],
            ),
            ("What is the status of ISO 27001:2013? It is withdrawn, but we follow it.", &["ISO 27001:2013"], &[]),
            ("What does ISO 27001:2013 say? The badge is withdrawn.", &["ISO 27001:2013"], &[]),
            ("The previous ISO 27001:2013 mapping stays in force.", &["ISO 27001:2013"], &[]),
            ("The ISO 27001:2013 mapping is kept in a branch.", &["ISO 27001:2013"], &[]),
        ],
    },
];

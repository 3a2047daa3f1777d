//! Sentences of certificates that are in force, of editions that ended or were revised, and those that look alike.

use super::Kind;

const OLD: &[&str] = &["ISO/IEC 27001:2013"];
const OF_2012: &[&str] = &["ISO 22301:2012"];

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a certificate that runs to a day to come, is current or is kept to this day",
        texts: &[
            ("Our sites are certified to ISO 22301:2012 (granted in 2023, expires in May 2028).", OF_2012, &[]),
            ("Audited to ISO 22301:2012 (awarded 2024, valid through 2027).", OF_2012, &[]),
            ("The plant was certified to ISO 22301:2012 in 2025; its certificate runs to 2028.", OF_2012, &[]),
            ("In 2024 the plant was certified to ISO 22301:2012; the certificate is current.", OF_2012, &[]),
            ("We obtained ISO 22301:2012 certification in 2016 and keep it to this day.", OF_2012, &[]),
            ("We were certified to ISO 22301:2012 in 2025 and will be audited again in 2028.", OF_2012, &[]),
            ("Wir wurden 2024 nach ISO 22301:2012 zertifiziert; das Zertifikat läuft bis 2027.", OF_2012, &[]),
        ],
    },
    Kind {
        name: "a certificate that ended, or a day to come that is said of something else",
        texts: &[
            ("Audited to ISO 22301:2012 (awarded 2014, expired 2017).", &[], OF_2012),
            ("The plant was certified to ISO 22301:2012 in 2015; the certificate ran to 2018.", &[], OF_2012),
            ("We were certified to ISO 22301:2012 in 2015. The lease of the plant expires in 2030.", &[], OF_2012),
            ("We were certified to ISO 22301:2012 in 2015; the new plan runs to 2030.", &[], OF_2012),
            ("We were certified to ISO 22301:2012 in 2015 and were audited again in 2018.", &[], OF_2012),
        ],
    },
    Kind {
        name: "all certificates that had to be moved by a day that has passed",
        texts: &[
            ("Any remaining ISO/IEC 27001:2013 certificates must be transitioned by October 2025.", &[], OLD),
            ("Las empresas certificadas en ISO/IEC 27001:2013 tenían hasta octubre de 2025 para migrar.", &[], OLD),
            ("As empresas certificadas na ISO/IEC 27001:2013 tinham até outubro de 2025 para migrar.", &[], OLD),
            ("Le aziende certificate ISO/IEC 27001:2013 avevano tempo fino al 31 ottobre 2025 per migrare.", &[], OLD),
            ("ISO/IEC 27001:2013 reached its end of life in October 2025.", &[], OLD),
        ],
    },
    Kind {
        name: "what is moved by a day to come, is one's own, or is none of all certificates",
        texts: &[
            ("Our ISO/IEC 27001:2013 certificates must be transitioned by October 2025.", OLD, &[]),
            ("The ISO/IEC 27001:2013 certificate must be transitioned by October 2025.", OLD, &[]),
            ("Any remaining ISO/IEC 27001:2013 certificates must be transitioned by October 2027.", OLD, &[]),
            ("ISO/IEC 27001:2013 certified systems must be migrated by October 2025.", OLD, &[]),
            ("Las empresas certificadas en ISO/IEC 27001:2013 tenían hasta octubre de 2027 para migrar.", OLD, &[]),
            ("The scanner certified to ISO/IEC 27001:2013 reached end of life in October 2025.", OLD, &[]),
            ("ISO/IEC 27001:2013 has not reached end of life.", OLD, &[]),
        ],
    },
    Kind {
        name: "an edition that was revised by a newer one, and a document that somebody revised",
        texts: &[
            ("La norma ISO 22301:2012 fue revisada por la ISO 22301:2019.", &[], OF_2012),
            ("La norme ISO 22301:2012 a été révisée par ISO 22301:2019.", &[], OF_2012),
            ("A norma ISO 22301:2012 foi revisada pela ISO 22301:2019.", &[], OF_2012),
            ("本标准是对ISO 22301:2012的修订。", &[], OF_2012),
            ("La política ISO 22301:2012 fue revisada por la dirección.", OF_2012, &[]),
            ("La politique ISO 22301:2012 a été révisée par la direction.", OF_2012, &[]),
            ("A política ISO 22301:2012 foi revisada pela direção.", OF_2012, &[]),
            ("本制度与ISO 22301:2012的主要差异见附录A。", OF_2012, &[]),
        ],
    },
];

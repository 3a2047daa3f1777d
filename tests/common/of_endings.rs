//! Sentences of certificates that end, of what stands nearer than a word of use, of editions and years in a row, and those that
//! look alike and tell of use.

use super::Kind;

const OLD: &[&str] = &["ISO/IEC 27001:2013"];
const OF_2008: &[&str] = &["ISO 9001:2008"];

pub const KINDS: &[Kind] = &[
    Kind {
        name: "all certificates that end",
        texts: &[
            ("All ISO/IEC 27001:2013 certificates expire at the transition deadline.", &[], OLD),
            ("It was decided that all ISO/IEC 27001:2013 certificates would be invalidated after that date.", &[], OLD),
            ("ISO/IEC 27001:2013 certificates will no longer be valid after this date.", &[], OLD),
            (
                "All ISO/IEC 27001:2013 certificates will be withdrawn on 31 October 2025 and, after that, only new ones count.",
                &[],
                OLD,
            ),
            ("Nach der Frist laufen alle Zertifikate, die auf ISO/IEC 27001:2013 beruhen, aus.", &[], OLD),
            ("Todos los certificados emitidos bajo ISO/IEC 27001:2013 perderán automáticamente su validez.", &[], OLD),
            ("Tutti i certificati ISO/IEC 27001:2013 perderanno la validità.", &[], OLD),
            ("When does ISO/IEC 27001:2013 expire?", &[], OLD),
            ("Our ISO/IEC 27001:2013 certificates will no longer be valid.", OLD, &[]),
            ("All ISO/IEC 27001:2013 certificates expire in 2029.", OLD, &[]),
            ("All ISO/IEC 27001:2013 certificates expire after three years and are renewed.", OLD, &[]),
            ("Certificates to ISO/IEC 27001:2013 expire on the date printed on them.", OLD, &[]),
            ("All ISO/IEC 27001:2013 certificates expire on their printed date.", OLD, &[]),
            ("The ISO/IEC 27001:2013 certificate will no longer be valid after the merger.", OLD, &[]),
            ("If ISO/IEC 27001:2013 certificates expire, the supplier informs us.", OLD, &[]),
            ("The register shows which ISO/IEC 27001:2013 certificates expire.", OLD, &[]),
            ("ISO/IEC 27001:2013 certificates do not expire.", OLD, &[]),
            ("All ISO/IEC 27001:2013 certificates must be checked before they expire.", OLD, &[]),
            ("Todos los certificados ISO/IEC 27001:2013 caducan a los tres años.", OLD, &[]),
            ("Пароли по ISO/IEC 27001:2013 утратят силу через 30 дней.", OLD, &[]),
            ("Under ISO/IEC 27001:2013 paper forms will be phased out.", OLD, &[]),
            ("Access rights under ISO/IEC 27001:2013 expire after 90 days.", OLD, &[]),
            ("According to ISO/IEC 27001:2013 all badges expire at the end of a contract.", OLD, &[]),
            ("Under ISO/IEC 27001:2013, accounts of leavers will be invalidated.", OLD, &[]),
            ("All certificates to ISO/IEC 27001:2013 are kept until they expire.", OLD, &[]),
            ("All ISO/IEC 27001:2013 certificates will be withdrawn after misuse of the logo.", OLD, &[]),
            ("Alle Zugänge nach ISO/IEC 27001:2013 laufen nach 90 Tagen aus.", OLD, &[]),
            ("Alle Zertifikate nach ISO/IEC 27001:2013 laufen nach drei Jahren aus.", OLD, &[]),
            ("Tutti gli accessi secondo ISO/IEC 27001:2013 perderanno la loro validità dopo 30 giorni.", OLD, &[]),
            ("Nuestros certificados ISO/IEC 27001:2013 perderán su validez.", OLD, &[]),
        ],
    },
    Kind {
        name: "all who had to move by a day or within some years",
        texts: &[
            (
                "Organisationen, die nach ISO/IEC 27001:2013 zertifiziert sind, haben bis Oktober 2025 Zeit, auf den neuen Standard umzusteigen.",
                &[],
                OLD,
            ),
            (
                "Las organizaciones certificadas según ISO/IEC 27001:2013 tienen hasta octubre de 2025 para hacer la transición al nuevo estándar.",
                &[],
                OLD,
            ),
            (
                "Unternehmen, die nach ISO/IEC 27001:2013 zertifiziert sind, müssen, sofern das Zertifikat gelten soll, die Transition auf die ISO/IEC 27001:2022 bis 31.10.2025 vornehmen.",
                &[],
                OLD,
            ),
            (
                "Companies that are certified to ISO/IEC 27001:2013 will have three years following publication to transition to ISO/IEC 27001:2022.",
                &[],
                OLD,
            ),
            (
                "For those organisations which are certified to ISO/IEC 27001:2013, there is a three year transition period, starting in October 2022, to get certified to ISO/IEC 27001:2022.",
                &[],
                OLD,
            ),
            (
                "Our organisations certified to ISO/IEC 27001:2013 have three years to transition to the new version.",
                OLD,
                &[],
            ),
            ("Companies certified to ISO/IEC 27001:2013 have until 2028 to transition to the new version.", OLD, &[]),
            (
                "Organisations certified to ISO/IEC 27001:2013 must migrate their data to the new platform by 31 October 2025.",
                OLD,
                &[],
            ),
            (
                "Companies certified to ISO/IEC 27001:2013 may bid; the transition to the new portal takes three years.",
                OLD,
                &[],
            ),
            ("Organisations certified to ISO/IEC 27001:2013 are accepted as suppliers for three years.", OLD, &[]),
            (
                "The bank accepts firms certified to ISO/IEC 27001:2013 and plans the transition to the new standard.",
                OLD,
                &[],
            ),
            (
                "Der Dienstleister ist nach ISO/IEC 27001:2013 zertifiziert und muss bis Oktober 2025 umsteigen.",
                OLD,
                &[],
            ),
            ("Companies must be certified to ISO/IEC 27001:2013 within three years.", OLD, &[]),
        ],
    },
    Kind {
        name: "what stands nearer to a citation than a word of use",
        texts: &[
            ("ISO/IEC 20000 is based on and replaces BS 15000.", &[], &["BS 15000"]),
            (
                "It is based on and was intended to supersede the earlier BS 15000 that another group wrote.",
                &[],
                &["BS 15000"],
            ),
            ("The plan requires mapping ISO/IEC 27001:2013 to ISO/IEC 27001:2022.", &[], OLD),
            ("A change of frameworks requires remapping (e.g., ISO/IEC 27001:2013 → 2022, CSF 1.1 → 2.0).", &[], OLD),
            ("Our system is based on ISO 9001:2008 and replaces the old handbook.", OF_2008, &[]),
            ("We follow the older and superseded ISO 9001:2008.", OF_2008, &[]),
            ("The plan is based on and replaces parts of ISO 9001:2008 controls.", OF_2008, &[]),
            ("The policy is based on and refers to ISO 9001:2008.", OF_2008, &[]),
            ("The contract requires mapping all controls to ISO/IEC 27001:2013.", OLD, &[]),
            ("The customer requires transition to ISO/IEC 27001:2013.", OLD, &[]),
            ("The tool requires mapping from NIST CSF to ISO/IEC 27001:2013.", OLD, &[]),
        ],
    },
    Kind {
        name: "the editions of a standard in a row and nothing else",
        texts: &[
            ("ISO/IEC 27001 — 2005, 2013, 2022.", &[], &["ISO/IEC 27001 — 2005", "2013"]),
            ("ISO/IEC 27001 (2005, 2013, 2022)", &[], &["ISO/IEC 27001 (2005", "2013"]),
            ("We apply ISO/IEC 27001:2005, 2013, 2022", &["ISO/IEC 27001:2005", "2013"], &[]),
            ("ISO/IEC 27001 — 2005, 2013, 2022 apply.", &["ISO/IEC 27001 — 2005", "2013"], &[]),
            ("ISO/IEC 27001:2013, 2022", OLD, &[]),
            (
                "- ISO/IEC 27001:2005, ISO/IEC 27001:2013, ISO/IEC 27001:2022",
                &["ISO/IEC 27001:2005", "ISO/IEC 27001:2013"],
                &[],
            ),
        ],
    },
    Kind {
        name: "the year of a certificate that a person got",
        texts: &[
            ("- Lead auditor ISO 9001 — 2008", &[], &["ISO 9001 — 2008"]),
            ("Certifications: PMP (2012), ISO 27001 (2013), CISM (2016)", &[], &["ISO 27001 (2013)"]),
            ("Certificates: ISO 27001 (2013), CISM (2016)", &[], &["ISO 27001 (2013)"]),
            ("- Lead auditor ISO 9001:2008", OF_2008, &[]),
            ("- Supplier certified to ISO 9001 — 2008", &["ISO 9001 — 2008"], &[]),
            ("Our certificates: CSA STAR (2019), ISO 27001 (2013)", &["ISO 27001 (2013)"], &[]),
            ("Certifications: ISO 9001 (2008), ISO 27001 (2013)", &["ISO 9001 (2008)", "ISO 27001 (2013)"], &[]),
            ("References: COBIT (2019), ISO 27001 (2013), CIS Controls (2021)", &["ISO 27001 (2013)"], &[]),
            ("Certificates: ISO 27001 (2013)", &["ISO 27001 (2013)"], &[]),
        ],
    },
    Kind {
        name: "what an edition was and told",
        texts: &[
            ("ISO 9001:2008 clarified points and enhanced compatibility.", &[], OF_2008),
            ("ISO/IEC 27001:2013 organisierte Controls in 14 Domänen.", &[], OLD),
            ("What was BS 15000?", &[], &["BS 15000"]),
            ("BS 15000. It was the formal specification and had ten chapters.", &[], &["BS 15000"]),
            ("ISO 9001:2008. It is the standard we work by.", OF_2008, &[]),
            ("ISO 9001:2008. This was the basis that we still use.", OF_2008, &[]),
            ("What was ISO 9001:2008 compliant is listed here.", OF_2008, &[]),
            ("ISO 9001:2008 introduced suppliers are preferred.", OF_2008, &[]),
            ("ISO/IEC 17799, 2007 yılında yeniden adlandırıldı.", &[], &["ISO/IEC 17799"]),
            ("ISO/IEC 27001:2013 yönetim tarafından kabul edildi.", OLD, &[]),
            ("I documenti secondo ISO 9001:2008 sono stati rinumerati.", OF_2008, &[]),
            ("L'azienda adottò la ISO 9001:2008 e la applica.", OF_2008, &[]),
            ("La nostra azienda divenne certificata ISO 9001:2008.", OF_2008, &[]),
            ("당사는 ISO 9001:2008 인증을 받은 회사가 되었다.", OF_2008, &[]),
            ("Die ISO 9001:2008 brachte kaum Änderungen.", &[], OF_2008),
            ("Das Handbuch nach ISO 9001:2008 entstand aus Interviews.", OF_2008, &[]),
            ("ISO 9001:2008 divenne obbligatoria per tutti i fornitori.", OF_2008, &[]),
        ],
    },
];

//! Sentences in which "no longer" is said of something else than the citation.

use super::Kind;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "those who do not meet it are no longer wanted",
        texts: &[
            (
                "Vendors without a valid certificate to ISO/IEC 27001:2013 are no longer invited.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("Laptops that do not comply with ISO/IEC 27001:2013 may no longer be used.", &["ISO/IEC 27001:2013"], &[]),
            ("Violations of ISO/IEC 27001:2013 are no longer forgiven.", &["ISO/IEC 27001:2013"], &[]),
            ("Firmen ohne Zertifikat nach ISO 9001:2008 werden nicht mehr eingeladen.", &["ISO 9001:2008"], &[]),
            ("Les sociétés non certifiées ISO 9001:2008 ne sont plus retenues.", &["ISO 9001:2008"], &[]),
            ("Fornitori senza certificato ISO/IEC 27001:2013 non sono più ammessi.", &["ISO/IEC 27001:2013"], &[]),
            ("Proveedores sin certificado ISO/IEC 27001:2013 ya no son aceptados.", &["ISO/IEC 27001:2013"], &[]),
            ("Fornecedores sem certificado ISO/IEC 27001:2013 já não são aceites.", &["ISO/IEC 27001:2013"], &[]),
            ("Bedrijven zonder certificaat ISO 9001:2008 worden niet meer uitgenodigd.", &["ISO 9001:2008"], &[]),
        ],
    },
    Kind {
        name: "what is not enough, or what it no longer asks for",
        texts: &[
            ("It is no longer enough to meet ISO 22301:2012.", &["ISO 22301:2012"], &[]),
            ("Ya no es suficiente cumplir la norma ISO 22301:2012.", &["ISO 22301:2012"], &[]),
            ("Signed minutes are no longer required under ISO 9001:2008.", &["ISO 9001:2008"], &[]),
            ("Nach ISO/IEC 27001:2013 sind nicht mehr verwendete Geräte zu löschen.", &["ISO/IEC 27001:2013"], &[]),
        ],
    },
    Kind {
        name: "what is no longer used",
        texts: &[
            ("Certificates to ISO/IEC 27001:2013 are no longer valid.", &[], &["ISO/IEC 27001:2013"]),
            ("Suppliers certified to ISO/IEC 27001:2013 are no longer accepted.", &[], &["ISO/IEC 27001:2013"]),
            ("Without doubt ISO/IEC 27001:2013 is no longer valid.", &[], &["ISO/IEC 27001:2013"]),
            ("References to ISO/IEC 27001:2013 are no longer needed.", &[], &["ISO/IEC 27001:2013"]),
            (
                "It is no longer enough to comply with ISO/IEC 27001:2013; ISO/IEC 27001:2022 is required.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            ("We are no longer certified under ISO 9001:2008.", &[], &["ISO 9001:2008"]),
            ("Certificates are no longer issued under ISO 9001:2008.", &[], &["ISO 9001:2008"]),
            ("Certificates that are no longer issued under ISO 9001:2008 are listed.", &[], &["ISO 9001:2008"]),
            ("ISO/IEC 27001:2013 ist eine nicht mehr gültige Norm.", &[], &["ISO/IEC 27001:2013"]),
            ("Nach ISO/IEC 27001:2013 wird nicht mehr zertifiziert.", &[], &["ISO/IEC 27001:2013"]),
            ("Nach ISO/IEC 27001:2013 dürfen nicht mehr Zertifikate ausgestellt werden.", &[], &["ISO/IEC 27001:2013"]),
            ("Zertifikate nach ISO/IEC 27001:2013 werden nicht mehr anerkannt.", &[], &["ISO/IEC 27001:2013"]),
            ("Les certificats ISO/IEC 27001:2013 ne sont plus valables.", &[], &["ISO/IEC 27001:2013"]),
            ("Ya no seguimos la norma ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("We are no longer required to report under ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            (
                "It is no longer enough to meet ISO/IEC 27001:2013; the latest edition is asked for.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "Violations of ISO/IEC 27001:2013 are no longer counted, because it was withdrawn.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
        ],
    },
];

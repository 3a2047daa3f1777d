//! Sentences of certificates and transitions that ended, and those that look alike and tell of use.

use super::Kind;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "the transition from an edition is over",
        texts: &[
            ("ISO/IEC 27001:2013 transition ended October 31, 2025.", &[], &["ISO/IEC 27001:2013"]),
            ("The ISO/IEC 27001:2013 transition closed on 31 October 2025.", &[], &["ISO/IEC 27001:2013"]),
            ("The 27001:2013 transition expired on 31 October 2025.", &[], &["27001:2013"]),
            ("The ISO 27001:2013 transition window closed on 31 October 2025.", &[], &["ISO 27001:2013"]),
            ("Our ISO/IEC 27001:2013 transition ended in 2014.", &["ISO/IEC 27001:2013"], &[]),
            ("We completed the move; our ISO 27001:2013 transition closed.", &["ISO 27001:2013"], &[]),
            ("The ISO/IEC 27001:2013 transition has not ended.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO 27001:2013 transition expired.", &[], &["ISO 27001:2013"]),
        ],
    },
    Kind {
        name: "certificates end on a day that has passed",
        texts: &[
            ("After September 2018, a certificate to ISO 9001:2008 will no longer be valid.", &[], &["ISO 9001:2008"]),
            ("All ISO 22301:2012 certificates will cease to be valid after 31 October 2022.", &[], &["ISO 22301:2012"]),
            ("ISO 27001:2013 certifications shall cease by 30 April 2023.", &[], &["ISO 27001:2013"]),
            (
                "Organisations registered to ISO 9001:2008 will have until 14 September 2018 to transition to the 2015 standard.",
                &[],
                &["ISO 9001:2008"],
            ),
            (
                "The 2008 version of ISO 9001 will be officially withdrawn on September 15.",
                &[],
                &["2008 version of ISO 9001"],
            ),
            ("After September 2028, a certificate to ISO 9001:2008 will no longer be valid.", &["ISO 9001:2008"], &[]),
            (
                "After September 2018, our certificate to ISO 9001:2008 will no longer be valid.",
                &["ISO 9001:2008"],
                &[],
            ),
            ("After the audit, a certificate to ISO 9001:2008 will no longer be valid.", &["ISO 9001:2008"], &[]),
            (
                "After September 2018, an access badge under ISO 9001:2008 will no longer be valid.",
                &["ISO 9001:2008"],
                &[],
            ),
            ("From 15 September 2018, certificates to ISO 9001:2008 will no longer be valid.", &[], &["ISO 9001:2008"]),
            ("ISO 27001:2013 certifications shall cease by 30 April 2033.", &["ISO 27001:2013"], &[]),
            ("Access under ISO 27001:2013 shall cease by 30 April 2023.", &["ISO 27001:2013"], &[]),
            (
                "If ISO 27001:2013 certifications shall cease by 30 April 2023, we tell the customer.",
                &["ISO 27001:2013"],
                &[],
            ),
            ("Our ISO 27001:2013 certifications shall cease by 30 April 2023.", &["ISO 27001:2013"], &[]),
            (
                "Organisations registered to ISO 9001:2008 will have until 14 September 2028 to transition to the 2015 standard.",
                &["ISO 9001:2008"],
                &[],
            ),
            ("Organisations registered to ISO 9001:2008 may bid.", &["ISO 9001:2008"], &[]),
            ("Organisations registered to ISO 9001:2008 have three years of support.", &["ISO 9001:2008"], &[]),
            ("Our ISO 9001:2008 certificate will be withdrawn on September 15.", &["ISO 9001:2008"], &[]),
            ("The 2008 version of ISO 9001 will be kept on September 15.", &["2008 version of ISO 9001"], &[]),
            ("ISO 9001:2008 records will be withdrawn on September 15.", &["ISO 9001:2008"], &[]),
            ("ISO 9001:2008 certificates will be withdrawn on 15 September 2028.", &["ISO 9001:2008"], &[]),
        ],
    },
    Kind {
        name: "those who hold an edition are given time",
        texts: &[
            (
                "Organisations certified with the original ISO 22301:2012 version will have a transition period of three years to \"upgrade\" their system to the new 2019 revision.",
                &[],
                &["ISO 22301:2012"],
            ),
            ("ISO/IEC 27001:2013 Annex A (114 controls) -> 2022 Annex A (93 controls).", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013 (114 controls) -> 2022 (93 controls).", &[], &["ISO/IEC 27001:2013"]),
            (
                "ISO/IEC 27001:2013 Annex A (114 controls) is our base since 2022 (93 of them).",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("We use ISO/IEC 27001:2013's numbering.", &["ISO/IEC 27001:2013"], &[]),
            (
                "Organisations certified with the original ISO 22301:2012 version will have a discount.",
                &["ISO 22301:2012"],
                &[],
            ),
        ],
    },
    Kind {
        name: "certificates are no longer valid, in many languages",
        texts: &[
            ("Os certificados ISO 27001:2013 perderam a validade em 31 de outubro de 2025.", &[], &["ISO 27001:2013"]),
            ("Certificaten volgens ISO 27001:2013 zijn sinds 31 oktober 2025 ongeldig.", &[], &["ISO 27001:2013"]),
            ("Certifikáty ISO 27001:2013 pozbyly platnosti 31. října 2025.", &[], &["ISO 27001:2013"]),
            ("Certifikat enligt ISO 27001:2013 upphörde att gälla den 31 oktober 2025.", &[], &["ISO 27001:2013"]),
            ("ISO 27001:2013 belgeleri 31 Ekim 2025'te geçerliliğini yitirdi.", &[], &["ISO 27001:2013"]),
            ("Do 2025 roku byliśmy certyfikowani wg ISO 27001:2013.", &[], &["ISO 27001:2013"]),
            ("До 2025 года мы были сертифицированы по ISO 27001:2013.", &[], &["ISO 27001:2013"]),
            ("Os certificados ISO 27001:2013 não perderam a validade.", &["ISO 27001:2013"], &[]),
            ("Certificaten volgens ISO 27001:2013 zijn zonder stempel ongeldig.", &["ISO 27001:2013"], &[]),
            ("Certifikát ISO 27001:2013 je platný.", &["ISO 27001:2013"], &[]),
            ("Do 2027 roku będziemy certyfikowani wg ISO 27001:2013.", &["ISO 27001:2013"], &[]),
            ("Od 2019 roku jesteśmy certyfikowani wg ISO 27001:2013.", &["ISO 27001:2013"], &[]),
            ("ISO 27001:2013 belgeleri 31 Ekim 2027'ye kadar geçerlidir.", &["ISO 27001:2013"], &[]),
            ("ISO 27001:2013 belgeleri 31 Ekim 2027'de geçerliliğini yitirecek.", &["ISO 27001:2013"], &[]),
        ],
    },
];

//! Sentences of what is told of the past, of other editions and of old things, and those that look alike and tell of use.

use super::Kind;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a year behind an edition that tells when something was",
        texts: &[
            ("[3] ISO/IEC 27001:2013, 2013.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO 22301:2019, 2019, Geneva: ISO.", &[], &[]),
            ("We follow ISO/IEC 27001:2013 and 2022.", &["ISO/IEC 27001:2013"], &[]),
            ("The auditors accept ISO 9001:2008 and 2015 certificates.", &["ISO 9001:2008", "2015"], &[]),
            ("The auditors checked ISO/IEC 27001:2022 and 2013 documents were sampled.", &[], &[]),
            ("We hold ISO 9001:2008 and 2015 was a record year.", &["ISO 9001:2008"], &[]),
            ("ISO/IEC 27001:2022, 2013 controls reviewed.", &[], &[]),
            ("Audits of ISO 9001:2008, 2015, 2018 and 2021 are on file.", &["ISO 9001:2008"], &[]),
            (
                "2005 - ISO/IEC 27001:2005; 2013 - ISO/IEC 27001:2013; 2022 - ISO/IEC 27001:2022",
                &[],
                &["ISO/IEC 27001:2005", "ISO/IEC 27001:2013"],
            ),
            ("We conform to ISO 27001 v2013 and ISO 9001:08.", &["ISO 27001 v2013", "ISO 9001:08"], &[]),
            (
                "Die ISO 27001 aus dem Jahr 2013 gilt, ISO 27001 im Jahr 2013 nicht.",
                &["ISO 27001 aus dem Jahr 2013"],
                &[],
            ),
            (
                "Wir richten uns nach ISO 27001 Rev. 2013 und ISO 27002'2013.",
                &["ISO 27001 Rev. 2013", "ISO 27002'2013"],
                &[],
            ),
            ("Nous suivons ISO 27001 de l'année 2013.", &["ISO 27001 de l'année 2013"], &[]),
            ("The TR 20000-9 standard applies here.", &["TR 20000-9"], &[]),
        ],
    },
    Kind {
        name: "what came before another standard",
        texts: &[
            (
                "Controls are taken from ISO/IEC 27002:2005 (formerly ISO/IEC 17799:2005).",
                &["ISO/IEC 27002:2005"],
                &["ISO/IEC 17799:2005"],
            ),
            ("Our ISMS meets ISO/IEC 27001:2013, formerly known as BS 7799-2:2002.", &["ISO/IEC 27001:2013"], &[]),
            ("Our ISMS meets ISO/IEC 27001:2013, previously it met BS 7799-2:2002.", &["ISO/IEC 27001:2013"], &[]),
            ("The plan meets ISO 22301:2012, which replaced BS 25999-2.", &["ISO 22301:2012"], &[]),
            (
                "Der Katalog folgt ISO/IEC 27002:2005 (früher ISO/IEC 17799:2005).",
                &["ISO/IEC 27002:2005"],
                &["ISO/IEC 17799:2005"],
            ),
            ("Continuïteit: ISO 22301:2012 (voorheen BS 25999-2)", &["ISO 22301:2012"], &[]),
            (
                "We use ISO/IEC 27002:2005 (previously ISO/IEC 17799:2005) and ISO/IEC 27005:2011.",
                &["ISO/IEC 27002:2005", "ISO/IEC 27005:2011"],
                &["ISO/IEC 17799:2005"],
            ),
            (
                "ISO 9001:2008, ISO/IEC 27001:2013 and ISO/IEC 27002:2005, formerly ISO/IEC 17799:2005",
                &["ISO 9001:2008", "ISO/IEC 27001:2013", "ISO/IEC 27002:2005"],
                &["ISO/IEC 17799:2005"],
            ),
            (
                "ISO/IEC 27001:2013 (formerly ISO/IEC 27001:2005) is our security standard.",
                &["ISO/IEC 27001:2013"],
                &["ISO/IEC 27001:2005"],
            ),
            (
                "ISO/IEC 27001:2013 (replaces ISO/IEC 27001:2005) is our security standard.",
                &["ISO/IEC 27001:2013"],
                &["ISO/IEC 27001:2005"],
            ),
            (
                "ISO/IEC 27001:2013 (formerly ISO/IEC 27001:2005) was replaced by ISO/IEC 27001:2022.",
                &[],
                &["ISO/IEC 27001:2013", "ISO/IEC 27001:2005"],
            ),
            ("The common structure was introduced with ISO 22301:2012 and is still used.", &[], &["ISO 22301:2012"]),
            ("Policy ISP-02 (replaces ISP-01), based on ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            (
                "This handbook replaces the 2012 handbook and is based on ISO/IEC 20000-1:2011.",
                &["ISO/IEC 20000-1:2011"],
                &[],
            ),
            ("It replaces the handbook based on ISO/IEC 20000-1:2011.", &[], &["ISO/IEC 20000-1:2011"]),
        ],
    },
    Kind {
        name: "what holds to this day",
        texts: &[
            (
                "We were certified to ISO/IEC 27001:2013 in 2019 and the certificate is valid until 2027.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "We were certified to ISO/IEC 27001:2013 in 2021, are audited every year and hold a valid certificate.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "In 2016 we obtained ISO/IEC 27001:2013 certification, which we have maintained ever since.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "Wir wurden 2019 nach ISO/IEC 27001:2013 zertifiziert; das Zertifikat ist bis 2027 gültig.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "We were certified to ISO/IEC 27001:2013 in 2016 and were audited every year.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "We were certified to ISO/IEC 27001:2013 in 2016 and moved to the cloud in 2019.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "This procedure is consistent with ISO/IEC 27035:2011, which was published in 2011 and has five phases.",
                &["ISO/IEC 27035:2011"],
                &[],
            ),
            ("ISO/IEC 27035:2011 was published in 2011 and has five phases.", &[], &["ISO/IEC 27035:2011"]),
            ("Was ISO/IEC TR 20000-9:2015 withdrawn? We apply it all the same.", &["ISO/IEC TR 20000-9:2015"], &[]),
            ("Was ISO/IEC TR 20000-9:2015 withdrawn? Yes, in 2019.", &[], &["ISO/IEC TR 20000-9:2015"]),
            (
                "ISO/IEC 27001:2013 (superseded by ISO/IEC 27001:2022, but still the basis of our SoA).",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "ISO/IEC TR 20000-7 was withdrawn in 2022; its tables nevertheless form part of this manual.",
                &["ISO/IEC TR 20000-7"],
                &[],
            ),
        ],
    },
    Kind {
        name: "old things and the document itself",
        texts: &[
            ("The old security policy was based on ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            (
                "Die bisherige Sicherheitsrichtlinie wurde nach ISO/IEC 27001:2013 geschrieben.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            ("The old rules were replaced by ISO/IEC 27002:2013.", &["ISO/IEC 27002:2013"], &[]),
            (
                "The old ticket system did not meet ISO/IEC 20000-1:2011; the new one does.",
                &["ISO/IEC 20000-1:2011"],
                &[],
            ),
            ("Old laptops were wiped following ISO/IEC 27002:2013.", &["ISO/IEC 27002:2013"], &[]),
            ("Former contractors were screened in line with ISO/IEC 27002:2013.", &["ISO/IEC 27002:2013"], &[]),
            ("Die bisherigen Prozesse wurden an die ISO/IEC 20000-1:2011 angepasst.", &["ISO/IEC 20000-1:2011"], &[]),
            ("The team replaced the old policy, see ISO/IEC 27002:2013.", &["ISO/IEC 27002:2013"], &[]),
            (
                "Nous conservons l'ancienne numérotation de ISO/IEC 27002:2013 dans nos procédures.",
                &["ISO/IEC 27002:2013"],
                &[],
            ),
            (
                "Where a supplier was certified to ISO/IEC 27001:2013 before the contract was signed, no further proof is needed.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("The 2014 policy was based on ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("The 2018 data centre was designed to ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
        ],
    },
    Kind {
        name: "what was and is over",
        texts: &[
            ("When we adopted ISO/IEC 27001:2013 in 2014, we bought a tool.", &[], &["ISO/IEC 27001:2013"]),
            ("In 2014, when we adopted ISO/IEC 27001:2013, we bought a tool.", &[], &["ISO/IEC 27001:2013"]),
            ("When we adopted ISO/IEC 27001:2013, we bought a tool.", &["ISO/IEC 27001:2013"], &[]),
            ("When we implement ISO/IEC 27001:2013 in 2027, we need a register.", &["ISO/IEC 27001:2013"], &[]),
            ("No initial audits to ISO/IEC 27001:2013 are possible.", &[], &["ISO/IEC 27001:2013"]),
            ("No deviations from ISO/IEC 27001:2013 are possible.", &["ISO/IEC 27001:2013"], &[]),
            ("The tool was introduced with ISO/IEC 27001:2013 controls.", &["ISO/IEC 27001:2013"], &[]),
            ("The controls of ISO/IEC 27001:2013 appeared in our audit.", &["ISO/IEC 27001:2013"], &[]),
            ("We used ISO/IEC 27001:2013 until it was replaced.", &[], &["ISO/IEC 27001:2013"]),
            ("The certificate to ISO/IEC 27001:2013 is kept until it is replaced.", &["ISO/IEC 27001:2013"], &[]),
            (
                "The surveillance audit in 2016 against ISO/IEC 27001:2013 closed without findings.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "The audit in 2016 against ISO/IEC 27001:2013 conducted by Acme is on file.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("Der Auditor hat 2019 gegen ISO/IEC 27001:2013 geprüft.", &[], &["ISO/IEC 27001:2013"]),
            ("Der Anbieter hat 2019 seine Systeme nach ISO/IEC 27001:2013 ausgerichtet.", &["ISO/IEC 27001:2013"], &[]),
            (
                "In 2019 the policy was changed to ensure compliance with ISO/IEC 27001:2013.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("The 2013 revision, ISO/IEC 27001:2013, adopted the common structure.", &[], &["ISO/IEC 27001:2013"]),
        ],
    },
    Kind {
        name: "editions told of together",
        texts: &[
            (
                "There are three editions: ISO/IEC 27001:2005, ISO/IEC 27001:2013 and ISO/IEC 27001:2022.",
                &[],
                &["ISO/IEC 27001:2005", "ISO/IEC 27001:2013"],
            ),
            (
                "ISO/IEC 27001:2005, ISO/IEC 27001:2013 and ISO/IEC 27001:2022 apply at our sites.",
                &["ISO/IEC 27001:2005", "ISO/IEC 27001:2013"],
                &[],
            ),
            ("ISO/IEC 27001:2022 and ISO/IEC 27001:2013 apply.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27001:2022 differs only slightly from ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2022 does not replace ISO/IEC 27001:2013 here.", &["ISO/IEC 27001:2013"], &[]),
            ("Our sites hold ISO/IEC 27001:2022 and ISO/IEC 27001:2013 certificates.", &["ISO/IEC 27001:2013"], &[]),
            (
                "Annex B of ISO/IEC 27002:2022 shows the correspondence with ISO/IEC 27002:2013.",
                &[],
                &["ISO/IEC 27002:2013"],
            ),
            ("Appendix A shows the correspondence with ISO/IEC 27002:2013.", &["ISO/IEC 27002:2013"], &[]),
            ("The 14 domains of ISO/IEC 27002:2013 gave way to four themes.", &[], &["ISO/IEC 27002:2013"]),
            ("It also incorporates ISO/IEC 27001:2013/Cor 1:2014.", &[], &["ISO/IEC 27001:2013/Cor 1:2014"]),
            ("This policy incorporates ISO/IEC 27001:2013/Cor 1:2014.", &["ISO/IEC 27001:2013/Cor 1:2014"], &[]),
            (
                "In 2010 we were certified to ISO/IEC 27001:2005, in 2023 to ISO/IEC 27001:2022.",
                &[],
                &["ISO/IEC 27001:2005"],
            ),
            (
                "当社は2010年にJIS Q 20000-1:2007の認証を取得し、2021年にJIS Q 20000-1:2020へ移行しました。",
                &[],
                &["JIS Q 20000-1:2007"],
            ),
        ],
    },
    Kind {
        name: "the line of the citation",
        texts: &[
            ("Old name: ISO/IEC 27001:2013", &[], &["ISO/IEC 27001:2013"]),
            ("Previous version: SoA v4 (ISO/IEC 27001:2013)", &[], &["ISO/IEC 27001:2013"]),
            ("Old laptops: wiped as ISO/IEC 27002:2013 asks", &["ISO/IEC 27002:2013"], &[]),
            ("- ISO/IEC TR 20000-9:2015, Cloud services (withdrawn)", &[], &["ISO/IEC TR 20000-9:2015"]),
            ("- ISO/IEC 27001:2013 - ISMS requirements - superseded", &[], &["ISO/IEC 27001:2013"]),
            ("- ISO/IEC 27001:2013 ISMS requirements (current)", &["ISO/IEC 27001:2013"], &[]),
            ("- ISO/IEC 27001:2013 is our basis (superseded)", &["ISO/IEC 27001:2013"], &[]),
            (
                "Document history\nRev   Date        Description\n1.0   2014-02-03  First release (ISO/IEC 27001:2013)",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "Scope of this policy\nIt was issued in 2014.\n1.0 meets ISO/IEC 27001:2013",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "## 4.2 Obsolete documents\n\nSuperseded copies are stamped and removed from all points of use (ISO/IEC 20000-1:2011, 4.3.2).",
                &["ISO/IEC 20000-1:2011"],
                &[],
            ),
            ("## Obsolete standards\n\nISO/IEC 20000-1:2011, 4.3.2", &[], &["ISO/IEC 20000-1:2011"]),
            ("## Historique\n\nNous sommes certifiés ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
        ],
    },
    Kind {
        name: "a word for an earlier time that describes no noun",
        texts: &[
            ("Earlier we relied on ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("Earlier, our audits relied on ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("Earlier laptops were wiped as in ISO/IEC 27002:2013.", &["ISO/IEC 27002:2013"], &[]),
            ("Anteriormente seguíamos la norma ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("Anteriormente a empresa seguia a norma ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("In precedenza il fornitore seguiva la norma ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("Précédemment, le fournisseur suivait la norme ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
        ],
    },
    Kind {
        name: "an edition named only to say whose an old number was",
        texts: &[
            ("A.12.6.1 of ISO/IEC 27001:2013 is now A.8.8.", &[], &["ISO/IEC 27001:2013", "A.12.6.1"]),
            ("ISO/IEC 27001:2013 A.12.6.1 → A.8.8", &[], &["ISO/IEC 27001:2013", "A.12.6.1"]),
            ("Il controllo A.12.6.1 della ISO/IEC 27001:2013 è ora A.8.8.", &[], &["ISO/IEC 27001:2013", "A.12.6.1"]),
            ("Clause 6.6 of ISO/IEC 20000-1:2011 is now clause 8.7.3.", &[], &["ISO/IEC 20000-1:2011"]),
            ("Clause 6.6 of ISO/IEC 20000-1:2011 is now clause 8.6.1.", &["ISO/IEC 20000-1:2011"], &[]),
            ("A.12.6.1 of ISO/IEC 27001:2013 (now A.8.8) applies.", &["ISO/IEC 27001:2013", "A.12.6.1"], &[]),
            (
                "A.12.6.1 of ISO/IEC 27001:2013 is now A.8.8. We keep to ISO/IEC 27001:2013.",
                &["ISO/IEC 27001:2013"],
                &["ISO/IEC 27001:2013", "A.12.6.1"],
            ),
        ],
    },
];

//! Tests headings and sentences in which every citation of an old edition is used, or every one only remembered.

#[path = "common/prose_of_policies.rs"]
mod prose_of_policies;
#[path = "common/examined.rs"]
mod examined;
use examined::examined;

/// Texts of a kind; each cites an old edition.
struct Kind {
    name: &'static str,
    /// Texts in which it is in use.
    used: &'static [&'static str],
    /// Texts in which it is history.
    past: &'static [&'static str],
}

const KINDS: &[Kind] = &[
    Kind {
        name: "headings that may tell of a log or an archive that is not of this document",
        used: &[
            "## Archive\n\nThe archive is run as ISO/IEC 27001:2013 requires.",
            "## Archiv\n\nDas Archiv wird nach ISO/IEC 27001:2013 betrieben.",
            "# Archive\n\nRecords are kept for ten years, as ISO/IEC 27001:2013 requires.",
            "# Archiv\n\nAufzeichnungen werden zehn Jahre aufbewahrt, wie ISO/IEC 27001:2013 verlangt.",
            "## Archive\n\n- Access to the archive follows ISO/IEC 27002:2013.",
            "## Change history of configuration items\n\nThe change history of each item is kept as ISO/IEC 20000-1:2011 requires.",
            "## Version history of configuration items\n\nEach item is recorded as ISO/IEC 20000-1:2011 asks.",
            "## Revision history of the contracts register\n\nThe register is reviewed against ISO/IEC 27001:2013.",
            "## History\n\nWe are certified to ISO/IEC 27001:2013.",
            "## History\n\nThe company began in 1990. We follow ISO/IEC 27001:2013 at all sites.",
            "## Historie\n\nWir sind nach ISO/IEC 27001:2013 zertifiziert.",
        ],
        past: &[
            "## Archive\n\n- ISO/IEC 27001:2013\n- ISO 22301:2012",
            "## Archiv\n\n- ISO/IEC 27001:2013",
            "## Archive\n\n- ISO/IEC 27001:2013, 2014 to 2022",
            "## Change history of this document\n\n- 1.1: ISO/IEC 27001:2013 mapped",
            "## Revision history of this policy\n\n- brought in line with ISO/IEC 27001:2013",
            "## Revision history\n\nWe have adopted ISO/IEC 27001:2013.",
            "## Revision history\n\nWe started with ISO/IEC 27001:2013.",
            "## Previous versions\n\nWe keep copies of ISO/IEC 27001:2013 for reference.",
            "## Historie\n\nWir waren nach ISO/IEC 27001:2013 zertifiziert.",
            "## Historique\n\nNous avons adopté ISO/IEC 27001:2013 en 2014.",
        ],
    },
    Kind {
        name: "old documents that are kept by a rule that is in force",
        used: &[
            "Previous versions of this policy are kept for six years under ISO/IEC 27001:2013.",
            "Superseded versions of documents are kept for three years under ISO/IEC 27001:2013, 7.5.3.",
            "Superseded documents are marked and kept as records under ISO/IEC 20000-1:2011.",
            "Obsolete documents are identified and withdrawn under ISO 9001:2008.",
            "Earlier versions of a plan are archived in accordance with ISO 22301:2012.",
            "Old media are destroyed under ISO/IEC 27002:2013.",
            "Previous versions are retained as required by ISO/IEC 27001:2013.",
        ],
        past: &[],
    },
    Kind {
        name: "people and things that are gone, treated as a rule that is in force asks",
        used: &[
            "Former employees were offboarded as ISO/IEC 27001:2013 prescribes.",
            "Former contractors were removed from the register as ISO/IEC 27002:2013 requires.",
            "Old laptops were wiped in line with what ISO/IEC 27002:2013 demands.",
            "Risks that are not accepted are treated as ISO/IEC 27001:2013 requires.",
        ],
        past: &[],
    },
    Kind {
        name: "what is done by the citation before it",
        used: &[
            "ISO/IEC 27001:2013の要求に従い、旧版の文書は識別して保管する。",
            "ISO/IEC 27001:2013の要求に従い、廃止された文書は識別して保管する。",
            "ISO/IEC 27001:2013により、廃止された文書は識別して保管する。",
            "ISO/IEC 27001:2013により、以前の版は三年間保管する。",
            "ISO/IEC 27001:2013に基づき、旧版を廃棄する。",
            "ISO/IEC 27001:2013に従って、廃止された媒体を処分する。",
        ],
        past: &[],
    },
    Kind {
        name: "a title or a bracket between a citation and what is said of it",
        used: &[],
        past: &[
            "ISO/IEC 27001:2013, Information security management systems, has been replaced by ISO/IEC 27001:2022.",
            "ISO/IEC 27001:2013 \"Information technology - Security techniques - Requirements\" has been replaced by ISO/IEC 27001:2022.",
            "ISO/IEC 27001:2013 (Information security management systems - Requirements) has been replaced by ISO/IEC 27001:2022.",
            "ISO/IEC 27001:2013 (the edition with 114 controls) has been superseded by ISO/IEC 27001:2022.",
            "ISO 22301:2012, Societal security - Business continuity management systems, was withdrawn in 2019.",
            "ISO/IEC 20000-1:2011, Service management system requirements, is superseded.",
            "ISO/IEC TR 20000-9 (guidance on cloud services) has been withdrawn.",
            "Die ISO/IEC 27001:2013 (Anforderungen an Managementsysteme) wurde durch ISO/IEC 27001:2022 ersetzt.",
            "La norme ISO/IEC 27001:2013 (exigences du système de management) a été remplacée par ISO/IEC 27001:2022.",
        ],
    },
    Kind {
        name: "what took the place of another",
        used: &["The upgrade from paper to the tool follows ISO/IEC 20000-1:2011."],
        past: &[
            "ISO/IEC 27001:2022 took the place of ISO/IEC 27001:2013.",
            "ISO/IEC 27001:2022 has taken the place of ISO/IEC 27001:2013.",
            "ISO/IEC 27001:2013 has given way to ISO/IEC 27001:2022.",
            "ISO/IEC 27001:2013 has since given way to the edition of 2022.",
            "We have moved on from ISO/IEC 27001:2013.",
            "The group moved on from ISO 22301:2012 in 2020.",
            "The upgrade from ISO/IEC 20000-1:2011 is complete.",
            "The upgrade from ISO/IEC 27001:2013 to ISO/IEC 27001:2022 is complete.",
        ],
    },
    Kind {
        name: "a document that was first written for another edition",
        used: &["Originally planned for 2027, the audit to ISO/IEC 27001:2013 takes place in May."],
        past: &[
            "The first version of this manual was based on ISO/IEC 20000-1:2011.",
            "The first edition of this policy was written to ISO/IEC 27001:2005.",
            "Originally this manual was written to ISO/IEC 20000-1:2011.",
            "Originally, the manual was written to ISO/IEC 20000-1:2011.",
            "This manual was originally written to meet ISO 9001:2008.",
            "Ursprünglich wurde dieses Handbuch nach ISO/IEC 20000-1:2011 geschrieben.",
            "Ursprünglich war das Handbuch nach ISO/IEC 20000-1:2011 aufgebaut.",
            "À l'origine, ce manuel a été rédigé selon ISO/IEC 20000-1:2011.",
            "Initialement, ce manuel était fondé sur ISO/IEC 20000-1:2011.",
            "Originalmente, este manual se redactó según ISO/IEC 20000-1:2011.",
            "Oorspronkelijk was dit handboek gebaseerd op ISO/IEC 20000-1:2011.",
            "In origine questo manuale era basato su ISO/IEC 20000-1:2011.",
            "Originalmente, este manual baseava-se na ISO/IEC 20000-1:2011.",
            "当初、本マニュアルはISO/IEC 20000-1:2011に基づいて作成された。",
            "最初，本手册是根据ISO/IEC 20000-1:2011编写的。",
        ],
    },
    Kind {
        name: "what does not exist any more",
        used: &[],
        past: &[
            "ISO/IEC TR 20000-9 does not exist any more.",
            "ISO/IEC TR 20000-9 does not exist anymore.",
            "ISO/IEC TR 20000-9 no longer exists.",
            "ISO/IEC TR 20000-4 has ceased to exist.",
        ],
    },
    Kind {
        name: "what is to be avoided or is not relied on",
        used: &[
            "The manual relies on ISO/IEC TR 20000-9.",
            "Avoid gaps: follow ISO/IEC 27001:2013.",
            "Do not rely on memory; ISO/IEC 27001:2013 asks for records.",
            "Documents that do not cite ISO/IEC 27001:2013 are returned to their owner.",
            "If a contract does not refer to ISO/IEC 27001:2013, ask the legal team.",
        ],
        past: &[
            "Avoid citing ISO/IEC 27001:2013.",
            "Avoid references to ISO/IEC 27001:2013.",
            "Please avoid using ISO/IEC TR 20000-9 in new contracts.",
            "This manual does not rely on ISO/IEC TR 20000-9.",
            "This policy does not refer to ISO/IEC 27001:2013.",
            "Our audits do not rely on ISO/IEC 27001:2013.",
            "This framework is not based on ISO/IEC 27001:2013.",
        ],
    },
    Kind {
        name: "what is not accepted",
        used: &[
            "Certificates to ISO/IEC 27001:2013 are not accepted without their annex.",
            "Suppliers may not present certificates older than a year; ISO/IEC 27001:2013 certificates are accepted.",
            "Risks that are not accepted are treated as ISO/IEC 27001:2013 requires.",
            "ISO/IEC 27001:2013 does not accept exceptions without an owner.",
            "Certificates to ISO/IEC 27001:2013 are accepted.",
        ],
        past: &[
            "Certificates to ISO/IEC 27001:2013 are not accepted.",
            "Certificates to ISO/IEC 27001:2013 will not be accepted.",
            "Certificates to ISO/IEC 27001:2013 cannot be accepted.",
            "We do not accept certificates to ISO/IEC 27001:2013.",
            "Certificates to ISO/IEC 27001:2013 are void.",
            "A certificate to ISO/IEC 27001:2013 is void since November 2025.",
            "Suppliers may not present certificates to ISO/IEC 27001:2013.",
            "Bidders may not present an ISO/IEC 27001:2013 certificate.",
            "Zertifikate nach ISO/IEC 27001:2013 werden nicht anerkannt.",
            "Les certificats ISO/IEC 27001:2013 ne sont pas acceptés.",
            "Los certificados ISO/IEC 27001:2013 no se aceptan.",
            "Certificaten volgens ISO/IEC 27001:2013 worden niet geaccepteerd.",
            "ISO/IEC 27001:2013の認証は認められない。",
        ],
    },
    Kind {
        name: "mentions that are taken away",
        used: &[
            "Access rights not removed under ISO/IEC 27001:2013 are reported.",
            "Changes to references in documents conforming to ISO/IEC 27001:2013 are removed throughout the manual.",
        ],
        past: &[
            "References to ISO/IEC 27001:2013 have been removed throughout.",
            "All references to ISO/IEC 27001:2013 have been removed throughout the manual.",
            "References to ISO/IEC 27001:2013 have been replaced everywhere.",
        ],
    },
];

/// How many citations of a text are at fault for their edition, and how many are remembered only.
fn counted(text: &str) -> (usize, usize) {
    let examined = examined("policy.md", text);
    let old = |rule| rule == "withdrawn-standard" || rule == "superseded-edition";
    let found = examined.findings.iter().filter(|one| old(one.rule)).count();
    (found, examined.acknowledged.iter().filter(|one| old(one.finding.rule)).count())
}

#[test]
fn each_wording_is_told_to_be_use_or_history() {
    let mut complaints = Vec::new();
    let mut check = |kind: &Kind, text: &str, used: bool| {
        let (found, remembered) = counted(text);
        if (found > 0, remembered > 0) != (used, !used) {
            complaints.push(format!("{}: {text:?}\n    {found} found, {remembered} remembered", kind.name));
        }
    };
    for kind in KINDS.iter().chain(prose_of_policies::KINDS) {
        kind.used.iter().for_each(|text| check(kind, text, true));
        kind.past.iter().for_each(|text| check(kind, text, false));
    }
    assert!(complaints.is_empty(), "{} wordings are misjudged:\n{}", complaints.len(), complaints.join("\n"));
}

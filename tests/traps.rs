//! Tests that what only looks like an old citation stays silent: thirteen kinds of look-alikes, dangerous ones first.

use std::path::Path;

use sms_lint::document::Format;
use sms_lint::finding::Finding;
use sms_lint::lint::{Examined, Purpose, Settings, examine};
use sms_lint::source::SourceFile;

#[path = "common/settings.rs"]
mod settings;
use settings::settings;

/// What may be said of the texts of a kind.
#[derive(Clone, Copy, PartialEq)]
enum Allowed {
    /// They cite nothing at all.
    NoCitation,
    /// They may cite, but nothing is at fault.
    NoFault,
    /// Nothing is at fault but that a control does not exist; none has "moved to" another.
    NoMove,
    /// The faults are history; each text holds at least one.
    History,
}

struct Kind {
    name: &'static str,
    allowed: Allowed,
    texts: &'static [&'static str],
}

const KINDS: &[Kind] = &[
    Kind {
        name: "annexes of other documents",
        allowed: Allowed::NoFault,
        texts: &[
            "ISO/IEC 42001 Annex A: A.6.2.4 covers verification of AI systems.",
            "The AI register follows A.6.2.4 and A.9.2 of ISO/IEC 42001:2023.",
            "Cloud processors observe ISO/IEC 27018, A.10.2, next to ISO/IEC 27001:2022.",
            "See A.4.1 of this manual for the floor plan.",
            "## A.4.1 Floor plan\n\nRooms are numbered.",
            "CISA SCuBA 0.6, baseline A.5.2, was applied.",
            "Annex A.17 of the lease and A.18.2.1 of the tender are confidential.",
            "| ISO/IEC 42001 | Owner |\n|---|---|\n| A.6.1.2 | AI board |",
            "ISO/IEC 27701 extends ISO/IEC 27001:2022; A.7.2.8 of the former lists records.",
        ],
    },
    Kind {
        name: "years of adoptions that are current",
        allowed: Allowed::NoFault,
        texts: &[
            "Certified to AS/NZS ISO/IEC 27001:2023.",
            "Certificado UNE-EN ISO/IEC 27001:2023 en vigor.",
            "Certificado UNE-ISO/IEC 27001:2023 en vigor.",
            "認証はJIS Q 20000-1:2020による。",
            "JIS Q 27001:2023 and JIS Q 27001:2025 certificates are accepted.",
            "A ABNT NBR ISO/IEC 20000-1:2020 é a base do sistema.",
            "依据GB/T 22080-2025建立体系。",
            "依据GB/T 22081-2024实施控制。",
            "DIN EN ISO/IEC 27001:2024-01 ist die Grundlage.",
            "SS-EN ISO/IEC 27005:2024 och SS-EN ISO/IEC 42001:2026 gäller.",
            "De norm NEN-EN-ISO/IEC 27001:2023 geldt.",
            "JIS Q 22301:2020に基づく。",
        ],
    },
    Kind {
        name: "controls of no edition",
        allowed: Allowed::NoMove,
        texts: &[
            "The check A.5.10.1 is done by the tool.",
            "Control A.5.39 does not exist in ISO/IEC 27001:2022.",
            "A.8.35 and A.7.15 are our own additions to ISO/IEC 27001:2022.",
            "A.5.10.1.2 is a number of the tool that audits of ISO/IEC 27001 use.",
            "| ISO/IEC 27001:2022 | Owner |\n|---|---|\n| A.5.10.1 | Desk |",
            "A.19.1 and A.20.3.1 are appendices.",
            "A.4.2 of the plan names ISO 27001:2022.",
            "A.5.1.1.1: our numbering, ISO/IEC 27001.",
        ],
    },
    Kind {
        name: "numbers of both editions or of clauses",
        allowed: Allowed::NoFault,
        texts: &[
            "ISO/IEC 27001 A.8 is the largest theme today.",
            "Actions follow 6.1.2 of ISO/IEC 27001:2022.",
            "Management reviews (9.3.2) follow ISO/IEC 27001:2022.",
            "A.5.1 and A.6.1 of ISO/IEC 27001:2022 are in place.",
            "ISO/IEC 27001:2022, 9.2.1 and 9.2.2, asks for internal audits.",
            "A.7 concerns people who are on site, A.8 technology.",
            "Clause 8.2 of ISO/IEC 20000-1 and clause 8.2 of ISO/IEC 27001 differ.",
            "| ISO/IEC 27001:2022 | A.5.1 | A.6.1 | A.7.1 | A.8.1 |\n|---|---|---|---|---|\n| met | x | x | x | x |",
        ],
    },
    Kind {
        name: "a colon or a dash before a clause",
        allowed: Allowed::NoFault,
        texts: &[
            "ISO 9001: 4.1-4.2 are met.",
            "27001: 9.3.2 is met.",
            "ISO 9001 - 8.2.1 is met.",
            "ISO/IEC 27001: 9.2, 9.3 and 10.1 were audited.",
            "ISO 9001 – 7.5.3: records are kept.",
            "ISO/IEC 20000-1: 8.7.3 sets the frame.",
            "ISO/IEC 20000-1 - 4: context of the organisation.",
            "ISO 22301: 8.4.4 and ISO 22301 - 8.5 were tested.",
            "ISO 9001:4.1 was read, then ISO 9001:10.2.",
            "ISO/IEC 27001-7.2 (competence) was read.",
        ],
    },
    Kind {
        name: "plain numbers",
        allowed: Allowed::NoCitation,
        texts: &[
            "The range 20000-40000 is reserved for guests.",
            "Post goes to 20000-700 Macau and to 20000-9 Centro.",
            "1 25544U 98067A 08264.51782528 20000-4 0 2927",
            "Numbers 920000-929999 are taken, 27001-27099 are free.",
            "Ports 9001, 27001 and 27017 are open.",
            "Listen on 0.0.0.0:9001 and [::1]:22301.",
            "CVE-2025-27038 and CVE-2013-27001 were patched.",
            "CCE-27005-8 is checked by the scanner.",
            "sha256:20000927001a9001:2013 was compared.",
            "The bill was 27001.20 euros, the next 20000-2 x 9.",
            "Call +44 20000 9 22301 or 27001-2013-9.",
            "In 27001 cases out of 38500 nothing was found.",
            "Invoice 20000-7 was paid, invoice 20000-9 was not.",
        ],
    },
    Kind {
        name: "addresses, slugs and names of files",
        allowed: Allowed::NoCitation,
        texts: &[
            "https://example.org/standards/iso-27001-2013.html explains it.",
            "See www.example.org/ISO27001:2013/start for a start.",
            "The file iso27001-2013-checklist.xlsx is on the share.",
            "policies/iso-20000-9/README.md is empty.",
            "git clone git@example.org:acme/iso27001-2013.git",
            "<https://example.org/ISO_22301_2012>",
            "./docs/ISO-27001-2013/scope.txt and ../iso-27002-2013/x.txt",
            "img/ISO-27001-2013.png shows the seal.",
            "urn:iso:std:iso-iec:27001:ed-2:v1:en",
            "The repository acme/iso-27001-2013 is archived.",
            "Mail iso27001:2013@example.org for help.",
            "#iso-27001-2013 is the anchor.",
            "The seal is in 'docs/ISO 27001-2013 certificate.pdf' on the share.",
            "Open \"ISO 22301 2012 plan.docx\" and print it.",
            "Open `ISO 9001_2015 Rev. 0.md` or ISO 27001_2013 v1.0.pdf there.",
            "The constant ISO_27001_2013_small holds the width.",
            "/standards/ISO27001:2013/index tells more.",
            "manual#ISO27001:2013 is the anchor, and #ISO27001 too.",
        ],
    },
    Kind {
        name: "words that look like a prefix",
        allowed: Allowed::NoCitation,
        texts: &[
            "El acceso se basa en 802.1X y en 27001 puertos.",
            "owner,role,since\nmeier,ISO,2026-03-01",
            "ISO/TC 176 and ISO/IEC JTC 1/SC 40 met.",
            "ISO,2013-10-01,27001 rows were read.",
            "En caso de isoformas, 27001 son demasiadas.",
            "The isolation of 27001 hosts took a day.",
            "Disc image iso-22.04.iso was mounted.",
            "BS 9001 steps were counted by the B.S. team.",
            "PR 27001 and issue 20000 were closed.",
            "Tools: ISObuster 9001, isolinux 22301.",
            "La norma interna en 27001 pasos no existe.",
        ],
    },
    Kind {
        name: "history",
        allowed: Allowed::History,
        texts: &[
            "This edition cancels and replaces the second edition (ISO/IEC 27001:2013).",
            "The previous edition (ISO 22301:2012) was shorter.",
            "| ISO/IEC 27001:2013 | ISO/IEC 27001:2022 |\n|---|---|\n| A.9.2.1 | A.5.16 |",
            "In 2024 all sites moved from ISO/IEC 27001:2013 to ISO/IEC 27001:2022.",
            "Until 31 October 2025 certificates to ISO/IEC 27001:2013 were accepted.",
            "We no longer follow ISO/IEC TR 20000-9.",
            "All references to ISO/IEC 27002:2013 were removed from the contracts.",
            "Do not cite ISO/IEC TR 20000-4.",
            "ISO/IEC TR 20000-7 has been withdrawn; ISO/IEC 27013 is read now.",
            "# Revision history\n\n- 1.0: written for ISO/IEC 20000-1:2011",
        ],
    },
    Kind {
        name: "two editions on one line",
        allowed: Allowed::NoFault,
        texts: &[
            "ISO 27001:2022 & 27002:2022 apply.",
            "ISO/IEC 27001:2022/27002:2022 apply.",
            "ISO/IEC 20000-1:2018 and ISO/IEC 20000-2:2019 apply.",
            "ISO/IEC 27001:2022, 27002:2022 and 27005:2022 apply.",
            "ISO 22301:2019, 2024 review: nothing to report.",
            "ISO/IEC 20000-1:2018; audited in 2011, 2013 and 2022.",
            "ISO/IEC 27001:2022 (2013 saw the first audit).",
            "EN ISO/IEC 27001:2023 (ISO/IEC 27001:2022) applies.",
        ],
    },
    Kind {
        name: "a date behind a number",
        allowed: Allowed::NoFault,
        texts: &[
            "ISO 27001 (2013 audit) and ISO 22301 (2012, 2015).",
            "| Standard | Year |\n|---|---|\n| ISO/IEC 27001 | 2013 |",
            "| Standard | Version before | Version |\n|---|---|---|\n| ISO/IEC 27001 | 2013 | 2022 |",
            "| Document | Version |\n|---|---|\n| Plan after ISO/IEC 27001 | 2013 |",
            "| Standard | Versions |\n|---|---|\n| ISO/IEC 27001 | 2013, 2022 |",
            "| Standard | Version |\n|---|---|\n| ISO/IEC 27001 | 2016 |",
            "Certifications 27001. 2013.",
            "ISO 27001,2026-02-10,passed",
            "Our ISO/IEC 27001 audit 2013-11-04 went well.",
            "ISO/IEC 27001, 2013-2016: three cycles.",
            "ISO 22301 (since 2012-06) is in place.",
            "ISO 9001 2008-12-31 is when the lease began.",
            "ISO/IEC 27001 - 01.10.2013 - first meeting",
            "ISO/IEC 27001, October 2013, first meeting",
            "ISO/IEC 20000-1 2011/12 budget",
            "ISO/IEC 27001 in 2013: a report",
        ],
    },
    Kind {
        name: "numbers of paragraphs behind a line end",
        allowed: Allowed::NoFault,
        texts: &[
            "The plan follows ISO/IEC 20000\n2. Identify the services.",
            "The plan follows ISO/IEC 20000\n\n9. Close the ticket.",
            "1. ISO/IEC 20000\n2. ISO/IEC 27001\n3. ISO 22301",
            "- ISO/IEC 20000\n- 9 other standards",
            "ISO/IEC 20000\n\n4 The context of the organisation",
            "ISO/IEC 20000\n7) Support",
            "Read ISO/IEC 20000\n\n- 7 rooms\n- 9 desks",
            "ISO 27001\n\n2013 was a good year.",
            "| ISO/IEC 20000 | 9 |\n|---|---|\n| ISO/IEC 20000 | 7 |",
        ],
    },
    Kind {
        name: "documents that are only named or empty",
        allowed: Allowed::NoFault,
        texts: &[
            "# Documents\n\n- [Information security policy](policy.md)\n- [Incident procedure](incident.md)",
            "# Information security policy",
            "# Information security policy\n\nTo be written.",
            "",
            "<h1 align=\"center\">🔐 Information security policy</h1>",
            "# Index\n\n1. Policy\n2. Controls\n3. Incidents",
            "# Politique de sécurité de l'information\n\nÀ rédiger.",
            "Information security policy .......... 3\nIncident procedure .......... 7",
            "| Document | State |\n|---|---|\n| Information security policy | draft |",
        ],
    },
];

/// Least number of texts of a kind.
const LEAST: usize = 8;

fn examined(path: &str, text: &str, purpose: Purpose) -> Examined {
    let format = Format::of(Path::new(path)).expect("the ending is read");
    let settings = Settings { purpose, ..settings() };
    examine(&SourceFile::from_text(path, text), format, settings)
}

/// What is wrong with a text in a format.
fn complaint(kind: &Kind, path: &str, text: &str) -> Option<String> {
    let report = examined(path, text, Purpose::Findings);
    let told = |one: &&Finding| !(kind.allowed == Allowed::NoMove && one.rule == "unknown-control");
    let found: Vec<&str> = report.findings.iter().filter(told).map(|one| one.primary.text.as_str()).collect();
    let listed = examined(path, text, Purpose::Inventory).listed;
    let wrong = match kind.allowed {
        _ if !found.is_empty() => format!("finds {found:?}"),
        Allowed::NoCitation if !listed.is_empty() => {
            format!("lists {:?}", listed.iter().map(|one| one.text.as_str()).collect::<Vec<_>>())
        }
        Allowed::NoFault | Allowed::NoMove | Allowed::NoCitation if !report.acknowledged.is_empty() => {
            "is taken as history".into()
        }
        Allowed::History if report.acknowledged.is_empty() => "is passed by".into(),
        Allowed::History | Allowed::NoFault | Allowed::NoMove | Allowed::NoCitation => return None,
    };
    Some(format!("{}: {text:?} in {path} {wrong}", kind.name))
}

#[test]
fn look_alikes_stay_silent() {
    let mut complaints = Vec::new();
    for kind in KINDS {
        for text in kind.texts {
            let formats = ["policy.md", "policy.txt"].into_iter().filter(|path| is_for(path, text));
            complaints.extend(formats.filter_map(|path| complaint(kind, path, text)));
        }
    }
    assert!(complaints.is_empty(), "{} texts are not silent:\n{}", complaints.len(), complaints.join("\n"));
}

/// A table of Markdown and its headings say nothing in plain text.
fn is_for(path: &str, text: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "md") || !(text.contains("|--") || text.contains("# "))
}

#[test]
fn each_kind_has_enough_texts() {
    assert_eq!(KINDS.len(), 13);
    for kind in KINDS {
        assert!(kind.texts.len() >= LEAST, "{} has {}", kind.name, kind.texts.len());
    }
}

/// Beside a look-alike the real thing is found, so that silence is no deafness.
#[test]
fn the_real_thing_beside_them_is_found() {
    for kind in KINDS.iter().filter(|kind| kind.allowed != Allowed::History) {
        for text in kind.texts {
            let text = format!("{text}\n\nSuppliers hold ISO 22301:2012.\n");
            let found = examined("policy.md", &text, Purpose::Findings).findings;
            let of_status = found.iter().filter(|one| one.rule != "unknown-control");
            let found: Vec<&str> = of_status.map(|one| one.primary.text.as_str()).collect();
            assert_eq!(found, ["ISO 22301:2012"], "{}: {text:?}", kind.name);
        }
    }
}

//! Tests sentences in which use and history are told apart by the clause: what is over, granted, awaited, taken away.

use jiff::civil::date;
use sms_lint::document::Format;
use sms_lint::finding::Finding;
use sms_lint::lint::{Settings, examine};
use sms_lint::source::SourceFile;

#[path = "common/of_contrasts.rs"]
mod of_contrasts;

#[path = "common/of_duties.rs"]
mod of_duties;

#[path = "common/of_endings.rs"]
mod of_endings;

#[path = "common/of_findings.rs"]
mod of_findings;

#[path = "common/of_force.rs"]
mod of_force;

#[path = "common/of_moving.rs"]
mod of_moving;

#[path = "common/of_reasons.rs"]
mod of_reasons;

#[path = "common/of_use.rs"]
mod of_use;

#[path = "common/of_kept.rs"]
mod of_kept;

#[path = "common/of_lack.rs"]
mod of_lack;

#[path = "common/of_supposed.rs"]
mod of_supposed;

#[path = "common/of_instead.rs"]
mod of_instead;

#[path = "common/of_introductions.rs"]
mod of_introductions;

#[path = "common/of_told.rs"]
mod of_told;

#[path = "common/of_years.rs"]
mod of_years;

#[path = "common/of_adoptions.rs"]
mod of_adoptions;

#[path = "common/of_ended.rs"]
mod of_ended;

#[path = "common/of_former.rs"]
mod of_former;

#[path = "common/of_heirs.rs"]
mod of_heirs;

#[path = "common/examined.rs"]
mod examined;
use examined::examined;

/// Sentences of a kind: the text, what is found in it, and what is taken as history.
struct Kind {
    name: &'static str,
    texts: &'static [(&'static str, &'static [&'static str], &'static [&'static str])],
}

const KINDS: &[Kind] = &[
    Kind {
        name: "a table under document control, which tells of the document or of its changes",
        texts: &[
            (
                "## Document control\n\n| Item | Value |\n|---|---|\n| Framework | ISO/IEC 27001:2013 |\n",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "## Document control\n\n| No. | Value |\n|---|---|\n| 1.2 | ISO/IEC 27001:2013 |\n",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "## Document control\n\n| When | What |\n|---|---|\n| March 2019 | ISO/IEC 27001:2013 |\n",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
        ],
    },
    Kind {
        name: "a verb that is over",
        texts: &[
            ("We no longer follow ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("We stopped using ISO/IEC TR 20000-9 in 2019.", &[], &["ISO/IEC TR 20000-9"]),
            ("Tenders must not ask for ISO/IEC 27001:2013 any more.", &[], &["ISO/IEC 27001:2013"]),
            ("Nobody may be certified to ISO/IEC 27001:2013 any longer.", &[], &["ISO/IEC 27001:2013"]),
            ("Auditors used to check us against ISO/IEC 20000-1:2011.", &[], &["ISO/IEC 20000-1:2011"]),
            (
                "Our ISMS, formerly certified to ISO/IEC 27001:2005, is now certified to ISO/IEC 27001:2013.",
                &["ISO/IEC 27001:2013"],
                &["ISO/IEC 27001:2005"],
            ),
            ("Wir richten uns nicht mehr nach ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("Nous ne suivons plus la norme ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("Ya no seguimos la norma ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("Não seguimos mais a ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("Non seguiamo più la ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("Wij volgen ISO/IEC 27001:2013 niet meer.", &[], &["ISO/IEC 27001:2013"]),
            ("我们不再采用ISO/IEC 27001:2013。", &[], &["ISO/IEC 27001:2013"]),
            ("当社はISO/IEC 27001:2013を使用していない。", &[], &["ISO/IEC 27001:2013"]),
            // What opens a bracket begins no clause: it is the suppliers who are spoken of.
            (
                "Suppliers without certification (ISO/IEC 27001:2013) are no longer accepted.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "Exceptions that are no longer needed must be closed; ISO/IEC 27001:2013 asks for a review.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "Nicht mehr benötigte Rechte werden entzogen, wie es ISO/IEC 27001:2013 verlangt.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "Les comptes qui ne sont plus utilisés sont fermés, comme l'exige ISO/IEC 27001:2013.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("不再使用的账户按照ISO/IEC 27001:2013关闭。", &["ISO/IEC 27001:2013"], &[]),
        ],
    },
    Kind {
        name: "a time that has passed",
        texts: &[
            (
                "Certificates issued against ISO/IEC 27001:2013 stay valid until 31 October 2025 at the latest.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            ("Until 2025-10-31 ISO/IEC 27001:2013 may still be used.", &[], &["ISO/IEC 27001:2013"]),
            ("Between 2014 and 2019 the company was certified to ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("From 2015 to 2021 we worked to ISO 22301:2012.", &[], &["ISO 22301:2012"]),
            (
                "Bis zum 31. Oktober 2025 durften Zertifikate nach ISO/IEC 27001:2013 weiter verwendet werden.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "Jusqu'en octobre 2025, les certificats ISO/IEC 27001:2013 restaient valables.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            ("Hasta octubre de 2025 se admitían certificados ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("2025年10月までは、ISO/IEC 27001:2013の認証も有効であった。", &[], &["ISO/IEC 27001:2013"]),
            ("2025年10月之前，ISO/IEC 27001:2013证书仍然有效。", &[], &["ISO/IEC 27001:2013"]),
            ("Avant 2020, nos plans suivaient ISO 22301:2012.", &[], &["ISO 22301:2012"]),
            (
                "Up to 2019 the service catalogue was structured after ISO/IEC 20000-1:2011.",
                &[],
                &["ISO/IEC 20000-1:2011"],
            ),
            ("In earlier drafts this section referred to ISO/IEC TR 20000-4.", &[], &["ISO/IEC TR 20000-4"]),
            ("Früher haben wir nach ISO/IEC TR 20000-4 bewertet.", &[], &["ISO/IEC TR 20000-4"]),
        ],
    },
    Kind {
        name: "a verb in the past",
        texts: &[
            ("In 2015 the branch earned its certificate to ISO 9001:2008.", &[], &["ISO 9001:2008"]),
            ("The branch was audited to ISO/IEC 27001:2013 in May 2018.", &[], &["ISO/IEC 27001:2013"]),
            ("At the time of the fire the archive was certified to ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("The previous owner followed ISO 22301:2012.", &[], &["ISO 22301:2012"]),
            ("ISO/IEC 20000-1:2011 asked for a procedure for each process.", &[], &["ISO/IEC 20000-1:2011"]),
            ("ISO/IEC 27002:2013 offered 14 sections.", &[], &["ISO/IEC 27002:2013"]),
            ("Where ISO 22301:2012 prescribed documents, the new text is silent.", &[], &["ISO 22301:2012"]),
            ("Die alte Liste hatte die Maßnahmen der ISO/IEC 27002:2013.", &[], &["ISO/IEC 27002:2013"]),
            ("2016 erhielt das Lager ein Zertifikat nach ISO 9001:2008.", &[], &["ISO 9001:2008"]),
            ("ISO/IEC 27001:2013 verlangte eine Liste der Werte.", &[], &["ISO/IEC 27001:2013"]),
            ("En 2016, l'entrepôt a reçu un certificat ISO 9001:2008.", &[], &["ISO 9001:2008"]),
            ("La norme ISO/IEC 27001:2013 demandait une liste.", &[], &["ISO/IEC 27001:2013"]),
            ("En 2016 el almacén obtuvo el certificado ISO 9001:2008.", &[], &["ISO 9001:2008"]),
            ("La norma ISO/IEC 27001:2013 agrupaba los controles.", &[], &["ISO/IEC 27001:2013"]),
            ("Em 2016 o armazém recebeu o certificado ISO 9001:2008.", &[], &["ISO 9001:2008"]),
            ("Nel 2016 il magazzino ha ottenuto il certificato ISO 9001:2008.", &[], &["ISO 9001:2008"]),
            ("De norm ISO/IEC 27001:2013 eiste een lijst.", &[], &["ISO/IEC 27001:2013"]),
        ],
    },
    Kind {
        name: "no verb in the past, or one that tells of what lasts",
        texts: &[
            ("ISO 9001:2008 certified branches need no further audit.", &["ISO 9001:2008"], &[]),
            ("ISO/IEC 27001:2013 required records are kept for six years.", &["ISO/IEC 27001:2013"], &[]),
            ("The archive was built in 2016 to meet ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("Since 2016 the archive has been run to ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("The archive meets ISO/IEC 27001:2013 and was last audited in 2021.", &["ISO/IEC 27001:2013"], &[]),
            ("The archive opened in 2016 and follows ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("Das Archiv ist seit 2016 nach ISO/IEC 27001:2013 zertifiziert.", &["ISO/IEC 27001:2013"], &[]),
            ("L'entrepôt est certifié ISO 9001:2008 depuis 2016.", &["ISO 9001:2008"], &[]),
            ("El almacén tiene desde 2016 el certificado ISO 9001:2008.", &["ISO 9001:2008"], &[]),
        ],
    },
    Kind {
        name: "a day that has passed beside it",
        texts: &[
            ("2016: certified to ISO 9001:2008", &[], &["ISO 9001:2008"]),
            ("**2016** – certified to ISO 9001:2008", &[], &["ISO 9001:2008"]),
            ("2028: certified to ISO 9001:2008", &["ISO 9001:2008"], &[]),
            ("| Certificate | Valid until |\n|---|---|\n| ISO 9001:2008 | 30 June 2019 |", &[], &["ISO 9001:2008"]),
            ("| Certificate | Valid until |\n|---|---|\n| ISO 9001:2008 | 30 June 2029 |", &["ISO 9001:2008"], &[]),
            ("[1] ISO 9001:2026 replaces ISO 9001:2015\n[2] ISO 22301:2012", &["ISO 22301:2012"], &["ISO 9001:2015"]),
        ],
    },
    Kind {
        name: "a time that has not passed",
        texts: &[
            (
                "Certificates to ISO/IEC 27001:2013 shall remain acceptable until 31 December 2027.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("Until 31 March 2027 suppliers may work to ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("Zertifikate nach ISO/IEC 27001:2013 sind bis 31.12.2027 zulässig.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27001:2013の認証は2027年12月まで認める。", &["ISO/IEC 27001:2013"], &[]),
            ("Until the next audit we stay with ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("Until further notice ISO 22301:2012 is the yardstick for continuity tests.", &["ISO 22301:2012"], &[]),
            ("Backups from 2015 to 2020 are stored offline; see ISO/IEC 27002:2013.", &["ISO/IEC 27002:2013"], &[]),
        ],
    },
    Kind {
        name: "a mention that is taken away",
        texts: &[
            (
                "References to ISO/IEC 27001:2013 were removed from all contracts in March 2024.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "All mentions of ISO/IEC 27002:2013 have been replaced with ISO/IEC 27002:2022.",
                &[],
                &["ISO/IEC 27002:2013"],
            ),
            (
                "In version 3 of this policy the reference to ISO 22301:2012 was updated to ISO 22301:2019.",
                &[],
                &["ISO 22301:2012"],
            ),
            ("Alle Verweise auf ISO/IEC 27002:2013 wurden gestrichen.", &[], &["ISO/IEC 27002:2013"]),
            ("Toutes les références à ISO/IEC 27002:2013 ont été supprimées.", &[], &["ISO/IEC 27002:2013"]),
            ("对ISO/IEC 27002:2013的所有引用均已删除。", &[], &["ISO/IEC 27002:2013"]),
            ("ISO/IEC 27002:2013への参照はすべて削除した。", &[], &["ISO/IEC 27002:2013"]),
            (
                "Please do not remove the reference to ISO/IEC 27001:2013; the customer needs it.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("Der Verweis auf ISO/IEC 27001:2013 darf nicht gestrichen werden.", &["ISO/IEC 27001:2013"], &[]),
            ("不得删除对ISO/IEC 27001:2013的引用。", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27001:2013への参照を削除してはならない。", &["ISO/IEC 27001:2013"], &[]),
            ("The transition period for ISO/IEC 27001:2013 ended on 31 October 2025.", &[], &["ISO/IEC 27001:2013"]),
        ],
    },
    Kind {
        name: "what an older edition leads to",
        texts: &[
            ("ISO/IEC 27001:2013 gives way to ISO/IEC 27001:2022.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013 cède la place à ISO/IEC 27001:2022.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013 da paso a ISO/IEC 27001:2022.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013让位于ISO/IEC 27001:2022。", &[], &["ISO/IEC 27001:2013"]),
            (
                "Die Tabelle zeigt die Änderungen von ISO/IEC 20000-1:2011 zu ISO/IEC 20000-1:2018.",
                &[],
                &["ISO/IEC 20000-1:2011"],
            ),
            ("下表列出从ISO/IEC 20000-1:2011到ISO/IEC 20000-1:2018的变化。", &[], &["ISO/IEC 20000-1:2011"]),
            ("In contrast to ISO/IEC 27001:2013, the present edition lists 93 controls.", &[], &["ISO/IEC 27001:2013"]),
            ("Anders dan ISO/IEC 27001:2013 telt de nieuwe editie 93 maatregelen.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013と異なり、新版の管理策は93である。", &[], &["ISO/IEC 27001:2013"]),
            (
                "Ab dem 1. Januar 2024 tritt ISO/IEC 27001:2022 an die Stelle von ISO/IEC 27001:2013.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
        ],
    },
    Kind {
        name: "dates by the month",
        texts: &[
            ("Certificates to ISO/IEC 27001:2013 were valid until October 31, 2025.", &[], &["ISO/IEC 27001:2013"]),
            ("Certificates to ISO/IEC 27001:2013 are valid until 31 December 2026.", &["ISO/IEC 27001:2013"], &[]),
            ("Certificates to ISO/IEC 27001:2013 are valid until 31.10.2026.", &[], &["ISO/IEC 27001:2013"]),
            ("Certificates to ISO/IEC 27001:2013 are valid until 31.12.2026.", &["ISO/IEC 27001:2013"], &[]),
            ("Certificates to ISO/IEC 27001:2013 are valid until 2026-11-21.", &[], &["ISO/IEC 27001:2013"]),
            ("Certificates to ISO/IEC 27001:2013 are valid until 2026-11-23.", &["ISO/IEC 27001:2013"], &[]),
            ("Certificates to ISO/IEC 27001:2013 are valid until the end of March 2026.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013の認証は2026年12月まで認める。", &["ISO/IEC 27001:2013"], &[]),
        ],
    },
    Kind {
        name: "labels, lists and releases",
        texts: &[
            ("ISO/IEC 27001:2013: superseded", &[], &["ISO/IEC 27001:2013"]),
            ("Previous edition: ISO/IEC 20000-1:2011", &[], &["ISO/IEC 20000-1:2011"]),
            ("Frühere Fassung: ISO/IEC 20000-1:2011", &[], &["ISO/IEC 20000-1:2011"]),
            ("旧規格：ISO/IEC 20000-1:2011", &[], &["ISO/IEC 20000-1:2011"]),
            (
                "Superseded documents: ISO/IEC 27002:2013, ISO 22301:2012",
                &[],
                &["ISO/IEC 27002:2013", "ISO 22301:2012"],
            ),
            (
                "### 1.4.0 (2021-02-03)\n\n- Mapped to ISO/IEC 27001:2013\n\n### 1.5.0 (2023-02-03)\n\n- Dropped ISO/IEC 27001:2013 mapping",
                &[],
                &["ISO/IEC 27001:2013", "ISO/IEC 27001:2013"],
            ),
            (
                "## Version history\n\nv3 (2024): ISO/IEC 27001:2022\n\nv2 (2015): ISO/IEC 27001:2013\n\nv1 (2008): ISO/IEC 27001:2005",
                &[],
                &["ISO/IEC 27001:2013", "ISO/IEC 27001:2005"],
            ),
            (
                "| Norm | Status |\n|---|---|\n| ISO/IEC TR 20000-9 | withdrawn, but contractually agreed |\n| ISO/IEC 20000-1:2011 | withdrawn |",
                &["ISO/IEC TR 20000-9"],
                &["ISO/IEC 20000-1:2011"],
            ),
            (
                "| Supplier | Old certificate | Current certificate |\n|---|---|---|\n| Acme | ISO 9001:2008 | ISO/IEC 27001:2013 |",
                &["ISO/IEC 27001:2013"],
                &["ISO 9001:2008"],
            ),
        ],
    },
];

/// The texts that findings on old editions quote.
fn quoted<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<&'a str> {
    findings.filter(|one| !one.rule.starts_with("missing-")).map(|one| one.primary.text.as_str()).collect()
}

#[test]
fn use_and_history_are_told_apart() {
    let mut complaints = Vec::new();
    let told = of_told::KINDS
        .iter()
        .chain(of_years::KINDS)
        .chain(of_adoptions::KINDS)
        .chain(of_ended::KINDS)
        .chain(of_former::KINDS)
        .chain(of_heirs::KINDS)
        .chain(of_reasons::KINDS)
        .chain(of_duties::KINDS)
        .chain(of_endings::KINDS)
        .chain(of_findings::KINDS)
        .chain(of_force::KINDS)
        .chain(of_moving::KINDS)
        .chain(of_contrasts::KINDS)
        .chain(of_kept::KINDS)
        .chain(of_lack::KINDS)
        .chain(of_supposed::KINDS)
        .chain(of_instead::KINDS)
        .chain(of_introductions::KINDS);
    for kind in KINDS.iter().chain(of_use::KINDS).chain(told) {
        for (text, found, history) in kind.texts {
            let report = examined("policy.md", text);
            let has = (quoted(report.findings.iter()), quoted(report.acknowledged.iter().map(|one| &one.finding)));
            if has != (found.to_vec(), history.to_vec()) {
                complaints.push(format!("{}: {text:?}\n    finds {:?}, remembers {:?}", kind.name, has.0, has.1));
            }
        }
    }
    assert!(complaints.is_empty(), "{} sentences are misjudged:\n{}", complaints.len(), complaints.join("\n"));
}

/// The same sentence is judged by the day: what was allowed until October 2025 was in use before.
#[test]
fn until_when_depends_on_the_day() {
    let text = "Certificates to ISO/IEC 27001:2013 stay valid until 31 October 2025.";
    let on = |year| {
        let source = SourceFile::from_text("policy.md", text);
        let report = examine(&source, Format::Markdown, Settings::on(date(year, 11, 22)));
        (report.findings.len(), report.acknowledged.len())
    };
    assert_eq!(on(2024), (1, 0));
    assert_eq!(on(2026), (0, 1));
}

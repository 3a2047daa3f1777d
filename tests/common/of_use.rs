//! Sentences in which words of history do not make a citation history, or not alone.

use super::Kind;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "what something is used to do",
        texts: &[
            ("The tool can be used to assess compliance with ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27004:2009, which is used to assess the system, stays.", &["ISO/IEC 27004:2009"], &[]),
            ("ISO/IEC 27001:2013 is often used to manage the system.", &["ISO/IEC 27001:2013"], &[]),
            ("Used to assess compliance with ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("The method, used to meet ISO 22301:2012, is ours.", &["ISO 22301:2012"], &[]),
            ("We used to follow ISO 22301:2012.", &[], &["ISO 22301:2012"]),
            ("ISO 22301:2012 used to apply here.", &[], &["ISO 22301:2012"]),
        ],
    },
    Kind {
        name: "what is granted or set against",
        texts: &[
            (
                "Although superseded, ISO/IEC 27001:2013 is what our customers ask for and what we comply with.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "Despite its withdrawal ISO/IEC TR 20000-4 shall be used for process assessments.",
                &["ISO/IEC TR 20000-4"],
                &[],
            ),
            (
                "ISO/IEC TR 20000-9 has been withdrawn, yet this contract continues to rely on it.",
                &["ISO/IEC TR 20000-9"],
                &[],
            ),
            (
                "Die ISO/IEC TR 20000-9 ist zwar zurückgezogen, bleibt für diesen Vertrag aber verbindlich.",
                &["ISO/IEC TR 20000-9"],
                &[],
            ),
            (
                "La norme ISO/IEC 27001:2013 a été remplacée mais nous continuons de l'appliquer.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "Aunque fue retirada, ISO/IEC TR 20000-9 sigue siendo obligatoria en este contrato.",
                &["ISO/IEC TR 20000-9"],
                &[],
            ),
            (
                "Embora cancelada, a ISO/IEC TR 20000-9 continua obrigatória neste contrato.",
                &["ISO/IEC TR 20000-9"],
                &[],
            ),
            (
                "Benché ritirata, la ISO/IEC TR 20000-9 rimane vincolante per questo contratto.",
                &["ISO/IEC TR 20000-9"],
                &[],
            ),
            ("Hoewel ingetrokken, blijft ISO/IEC TR 20000-9 bindend voor dit contract.", &["ISO/IEC TR 20000-9"], &[]),
            ("ISO/IEC TR 20000-9虽已废止，但在本合同中仍具有约束力。", &["ISO/IEC TR 20000-9"], &[]),
            ("ISO/IEC 27001:2013は廃止されたが、契約では準拠が求められる。", &["ISO/IEC 27001:2013"], &[]),
            (
                "ISO/IEC TR 20000-4 has been withdrawn, and ISO/IEC TR 20000-7 governs the integration.",
                &["ISO/IEC TR 20000-7"],
                &["ISO/IEC TR 20000-4"],
            ),
            (
                "While ISO/IEC 20000-1:2011 was superseded in 2018, our SLA template requires it.",
                &["ISO/IEC 20000-1:2011"],
                &[],
            ),
            (
                "ISO withdrew ISO/IEC TR 20000-9, which nevertheless forms part of this contract.",
                &["ISO/IEC TR 20000-9"],
                &[],
            ),
        ],
    },
    Kind {
        name: "what is supposed or awaited",
        texts: &[
            ("If ISO/IEC 27001:2013 is replaced, this section will be revised.", &["ISO/IEC 27001:2013"], &[]),
            (
                "As long as ISO/IEC 27001:2013 has not been replaced in the contract, it is binding.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("We have not moved from ISO/IEC 27001:2013 to ISO/IEC 27001:2022 yet.", &["ISO/IEC 27001:2013"], &[]),
            ("Bis zur Umstellung auf ISO/IEC 27001:2022 gilt ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            (
                "En attendant la transition vers ISO/IEC 27001:2022, la norme ISO/IEC 27001:2013 s'applique.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "Mientras no termine la transición a ISO/IEC 27001:2022, rige ISO/IEC 27001:2013.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "ISO/IEC 27001:2022への移行が完了するまでは、ISO/IEC 27001:2013を適用する。",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("在过渡到ISO/IEC 27001:2022之前，适用ISO/IEC 27001:2013。", &["ISO/IEC 27001:2013"], &[]),
            (
                "Wir haben die Umstellung von ISO/IEC 27001:2013 auf ISO/IEC 27001:2022 noch nicht begonnen.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
        ],
    },
    Kind {
        name: "a name that is forbidden or another instead",
        texts: &[
            ("Do not quote from ISO/IEC 27002:2013.", &[], &["ISO/IEC 27002:2013"]),
            ("Ne citez pas ISO/IEC TR 20000-9.", &[], &["ISO/IEC TR 20000-9"]),
            ("Non citare ISO/IEC TR 20000-9.", &[], &["ISO/IEC TR 20000-9"]),
            ("请勿引用ISO/IEC TR 20000-9。", &[], &["ISO/IEC TR 20000-9"]),
            ("Use ISO/IEC 27001:2022, not ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("Utilisez ISO/IEC 27001:2022 et non ISO/IEC 27001:2013.", &[], &["ISO/IEC 27001:2013"]),
            ("Do not forget ISO/IEC 27001:2013 when you write the tender.", &["ISO/IEC 27001:2013"], &[]),
            ("Never deviate from ISO/IEC 27001:2013 without a waiver.", &["ISO/IEC 27001:2013"], &[]),
            (
                "No one may replace ISO/IEC 27001:2013 by ISO/IEC 27001:2022 without the consent of the board.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
        ],
    },
    Kind {
        name: "use in spite of a word of history",
        texts: &[
            (
                "We keep the old ISO/IEC 27001:2013 numbering in our control register because customers ask for it.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("The client insists on the obsolete ISO 9001:2008 and we have agreed to it.", &["ISO 9001:2008"], &[]),
            ("The withdrawn report ISO/IEC TR 20000-9 binds both parties.", &["ISO/IEC TR 20000-9"], &[]),
            ("Die zurückgezogene ISO/IEC TR 20000-9 ist Bestandteil dieses Vertrags.", &["ISO/IEC TR 20000-9"], &[]),
            ("La norma retirada ISO/IEC TR 20000-9 forma parte del contrato.", &["ISO/IEC TR 20000-9"], &[]),
            (
                "ISO/IEC TR 20000-9, withdrawn by ISO, is kept alive by clause 4 of this contract.",
                &["ISO/IEC TR 20000-9"],
                &[],
            ),
            ("The old contract has expired and the new one names ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            (
                "The former policy named ISO 9001:2008, this one names ISO/IEC 27001:2013.",
                &["ISO/IEC 27001:2013"],
                &["ISO 9001:2008"],
            ),
            ("Formerly a start-up, the company is certified to ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
        ],
    },
    Kind {
        name: "words of history that speak of something else",
        texts: &[
            ("Customers may choose between ISO/IEC 27001:2013 and ISO/IEC 27001:2022.", &["ISO/IEC 27001:2013"], &[]),
            ("We apply ISO/IEC 27001:2013 in addition to ISO/IEC 27001:2022.", &["ISO/IEC 27001:2013"], &[]),
            (
                "Former employees, old devices and expired keys are handled as ISO/IEC 27002:2013 says.",
                &["ISO/IEC 27002:2013"],
                &[],
            ),
            ("Invoices until 2020 are deleted, ISO/IEC 27001:2013 allows it.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27001:2013 covers data collected between 2015 and 2020.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27001:2013 applies to all systems bought until 2020.", &["ISO/IEC 27001:2013"], &[]),
            ("Back in 2014 we introduced ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("From 2022 to 2024 incidents fell because ISO/IEC 27001:2013 was applied.", &["ISO/IEC 27001:2013"], &[]),
            ("Do not use the tool without reading ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("Not all suppliers use ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            (
                "References to ISO/IEC 27001:2013 were added, references to SOC 2 were removed.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("The mention of ISO/IEC 27001:2013 in removed clauses stays valid.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27001:2013 is no longer optional for suppliers.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27001:2013 has replaced our own rules.", &["ISO/IEC 27001:2013"], &[]),
            ("We moved from SOC 2 to ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("As opposed to SOC 2, ISO/IEC 27001:2013 demands an ISMS.", &["ISO/IEC 27001:2013"], &[]),
            (
                "Nos sites sont conformes à l'ISO/IEC 27001:2013 et à l'ISO/IEC 27001:2022.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("La sede è conforme alla ISO/IEC 27001:2013 e alla ISO/IEC 27001:2022.", &["ISO/IEC 27001:2013"], &[]),
            ("Gegenüber Kunden gilt ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("使用していない機器はISO/IEC 27002:2013に従って廃棄する。", &["ISO/IEC 27002:2013"], &[]),
            ("停止服务前须满足ISO/IEC 27001:2013。", &["ISO/IEC 27001:2013"], &[]),
            ("Do not forget to use ISO/IEC TR 20000-9.", &["ISO/IEC TR 20000-9"], &[]),
            ("We have not replaced ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            (
                "Because the transition to ISO/IEC 27001:2022 was postponed, ISO/IEC 27001:2013 is audited once more.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("We accept the old ISO/IEC 27001:2013 certificates of small suppliers.", &["ISO/IEC 27001:2013"], &[]),
            (
                "ISO/IEC 27001:2013 mag veraltet sein, unser Rahmenvertrag nennt sie trotzdem.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("Wij accepteren nog steeds de oude certificaten ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
            ("我们仍接受旧版ISO/IEC 27001:2013证书。", &["ISO/IEC 27001:2013"], &[]),
        ],
    },
    Kind {
        name: "a word for who meets a standard, not for what that did",
        texts: &[
            ("Acme is ISO/IEC 27001:2013 certified for hosting.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO 9001:2008 certified for quality management", &["ISO 9001:2008"], &[]),
            ("- ISO/IEC 27001:2013 accredited (both the north and the south site)", &["ISO/IEC 27001:2013"], &[]),
            ("The group is ISO/IEC 27001:2013-aligned — its policies follow from that.", &["ISO/IEC 27001:2013"], &[]),
            ("Our staff are ISO 22301:2012 trained for continuity.", &["ISO 22301:2012"], &[]),
            ("ISO 9001:2008 required for every supplier", &["ISO 9001:2008"], &[]),
            ("Support is ISO/IEC 27001:2013 certified<br>© 2024 Acme", &["ISO/IEC 27001:2013"], &[]),
            ("The centre is ISO/IEC 27001:2013 verified two times a year.", &["ISO/IEC 27001:2013"], &[]),
            ("The wiki is ISO/IEC 27001:2013 listed the whole year.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27001:2013 listed 114 controls.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013 required a statement of applicability.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013 allowed for exclusions.", &[], &["ISO/IEC 27001:2013"]),
        ],
    },
    Kind {
        name: "a verb that names no time",
        texts: &[
            (
                "Um die ISO/IEC 27001:2013-Zertifizierung zu erhalten, muss ein Unternehmen seine Risiken kennen.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("Wer die ISO/IEC 27001:2013-Zertifizierung erhalten will, meldet sich an.", &["ISO/IEC 27001:2013"], &[]),
            (
                "Der aktuelle Standard, ISO/IEC 27001:2013, wurde am 25. September 2013 veröffentlicht.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("The current standard, ISO/IEC 27001:2013, was published in 2013.", &["ISO/IEC 27001:2013"], &[]),
            ("The requirements of ISO/IEC 27001:2013 set the baseline.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27001:2013 set the baseline for all later editions.", &[], &["ISO/IEC 27001:2013"]),
            ("Il n'est plus possible de travailler sans la norme ISO/IEC 27001:2013.", &["ISO/IEC 27001:2013"], &[]),
        ],
    },
    Kind {
        name: "what is said twice to be over",
        texts: &[
            (
                "ISO/IEC 27005:2011 is no longer applicable but has been replaced by the version of 2022.",
                &[],
                &["ISO/IEC 27005:2011"],
            ),
            (
                "De ISO/IEC 27005:2011 is niet meer van toepassing maar is vervangen door de versie uit 2022.",
                &[],
                &["ISO/IEC 27005:2011"],
            ),
            ("ISO/IEC 27005:2011 is withdrawn, but has not been replaced here.", &["ISO/IEC 27005:2011"], &[]),
        ],
    },
    Kind {
        name: "a label that tells of one standard only, and keys that a language has for something else",
        texts: &[
            (
                "ISO/IEC 27001:2013 (superseded)\n\n| Access | ISO 22301:2012 |\n|---|---|\n| Rooms | ISO 22301:2012 |\n",
                &["ISO 22301:2012", "ISO 22301:2012"],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "ISO 22301:2012 (superseded)\n\n| Clause | Text |\n|---|---|\n| 4 | ISO 22301:2012 |\n",
                &[],
                &["ISO 22301:2012", "ISO 22301:2012"],
            ),
            ("---\nsrc: badge.png\nalt: ISO/IEC 27001:2013 badge\n---\n", &["ISO/IEC 27001:2013"], &[]),
            ("//  alt: \"Certificate ISO/IEC 27001:2013\",", &["ISO/IEC 27001:2013"], &[]),
            ("| Alt | 2026 |\n|---|---|\n| ISO/IEC 27001:2013 | x |\n", &[], &["ISO/IEC 27001:2013"]),
        ],
    },
    Kind {
        name: "a title in front matter, which stands above all",
        texts: &[
            (
                "---\ndraft: true\ntitle: Version history\n---\n\n## First\n\nISO/IEC 27001:2013 was followed\n",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            ("---\nsummary: From ISO/IEC 27001:2013 on\ntitle: Change log\n---\n", &[], &["ISO/IEC 27001:2013"]),
            (
                "---\ntitle: Version history\n---\n\n## Today\n\nWe are certified to ISO/IEC 27001:2013.\n",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "---\ntitle: Security policy\n---\n\n## Rules\n\nISO/IEC 27001:2013 applies.\n",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
        ],
    },
    Kind {
        name: "a table of events with their years",
        texts: &[
            (
                "| Milestone | Date |\n|---|---|\n| ISO/IEC 27001:2013 (second edition) | October 2013 |\n",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "| Milestone | Date |\n|---|---|\n| Certification to ISO/IEC 27001:2013 | December 2027 |\n",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "| Date | Milestone |\n|---|---|\n| December 2027 | Certification to ISO/IEC 27001:2013 |\n",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "| Event | Description |\n|---|---|\n| Audit | Every year, to ISO/IEC 27001:2013 |\n",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "| Field | Value |\n|---|---|\n| Replaces (`replaces`) | ISO/IEC 20000-1:2005 |\n",
                &[],
                &["ISO/IEC 20000-1:2005"],
            ),
            (
                "| Field | Value |\n|---|---|\n| Former edition | ISO/IEC 20000-1:2005 |\n",
                &[],
                &["ISO/IEC 20000-1:2005"],
            ),
            (
                "| Feld | Wert |\n|---|---|\n| Frühere Ausgabe | ISO/IEC 20000-1:2005 |\n",
                &[],
                &["ISO/IEC 20000-1:2005"],
            ),
            ("| Field | Value |\n|---|---|\n| Former sites | ISO/IEC 20000-1:2005 |\n", &["ISO/IEC 20000-1:2005"], &[]),
            (
                "| Field | Value |\n|---|---|\n| Former edition | Rooms, as ISO/IEC 20000-1:2005 asks |\n",
                &["ISO/IEC 20000-1:2005"],
                &[],
            ),
            (
                "| Edition | Published |\n|---|---|\n| ISO/IEC 27001:2013 | October 2013 |\n| ISO/IEC 27001:2022 | 2022 |\n",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "| Certificate | Since |\n|---|---|\n| ISO/IEC 27001:2013 | 2013 |\n| ISO 22301:2019 | 2020 |\n",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            (
                "| Site | Held since |\n|---|---|\n| ISO/IEC 27001:2013 | 2019 |\n| ISO/IEC 27001:2022 | 2024 |\n",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("| Field | Value |\n|---|---|\n| Replacement | ISO/IEC 20000-1:2011 |\n", &["ISO/IEC 20000-1:2011"], &[]),
        ],
    },
];

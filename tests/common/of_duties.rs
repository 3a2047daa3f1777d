//! Sentences of those who had to leave an old edition and of what stood in it once, and those that look alike and tell of use.

use super::Kind;

const OLD: &[&str] = &["ISO/IEC 27001:2013"];
const OF_2008: &[&str] = &["ISO 9001:2008"];

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a duty to move to a newer edition, or by a day that has passed",
        texts: &[
            (
                "Organizations certified under ISO/IEC 27001:2013 were required to transition to the 2022 standard by October 2025.",
                &[],
                OLD,
            ),
            (
                "Companies holding ISO/IEC 27001:2013 certification are required to transition to the 2022 version by October 2025.",
                &[],
                OLD,
            ),
            (
                "Organizations certified under ISO/IEC 27001:2013 were given a formal **transition period** to migrate to the 2022 version.",
                &[],
                OLD,
            ),
            ("ISO/IEC 27001:2013 certification must transition to the 2022 version.", &[], OLD),
            ("Suppliers certified to ISO/IEC 27001:2013 had to migrate by October 31, 2025.", &[], OLD),
            (
                "An organization certified under ISO/IEC 27001:2013 that has not transitioned must have done so by October 31, 2025.",
                &[],
                OLD,
            ),
            ("Suppliers certified to ISO/IEC 27001:2013 are not required to transition to the 2022 version.", OLD, &[]),
            ("Suppliers certified to ISO/IEC 27001:2013 have to migrate by October 2027.", OLD, &[]),
            (
                "Suppliers certified to ISO/IEC 27001:2013 were required to upgrade their firewalls by October 2025.",
                OLD,
                &[],
            ),
            ("Suppliers certified to ISO/IEC 27001:2013 have to migrate their logs by October 2025.", OLD, &[]),
            ("Systems in the ISO/IEC 27001:2013 scope must be migrated by 31 March 2025.", OLD, &[]),
            ("Controls of ISO/IEC 27001:2013 must be migrated to the new tool by October 2025.", OLD, &[]),
            ("Our ISMS is certified to ISO/IEC 27001:2013 and must transition to the 2022 version.", OLD, &[]),
            ("Our company certified to ISO/IEC 27001:2013 is required to transition to the 2022 version.", OLD, &[]),
            (
                "We are certified to ISO/IEC 27001:2013, which is why we are required to transition to the 2022 version.",
                OLD,
                &[],
            ),
            ("ISO/IEC 27001:2013 applies until suppliers are required to transition to the 2022 version.", OLD, &[]),
            (
                "This policy maps ISO/IEC 27001:2013 because clients are required to migrate to the 2022 version.",
                OLD,
                &[],
            ),
        ],
    },
    Kind {
        name: "the same in other languages",
        texts: &[
            (
                "Nach ISO/IEC 27001:2013 zertifizierte Unternehmen mussten bis zum 31. Oktober 2025 auf die Version 2022 umstellen.",
                &[],
                OLD,
            ),
            ("Wir sind nach ISO/IEC 27001:2013 zertifiziert und mussten bis 2025 unsere Server umstellen.", OLD, &[]),
            (
                "Las organizaciones certificadas en ISO/IEC 27001:2013 estaban obligadas a migrar a la versión 2022.",
                &[],
                OLD,
            ),
            (
                "As organizações certificadas pela ISO/IEC 27001:2013 deviam migrar para a versão 2022 até outubro de 2025.",
                &[],
                OLD,
            ),
            ("Les organismes certifiés ISO/IEC 27001:2013 devaient passer à la version 2022.", &[], OLD),
            (
                "Le organizzazioni certificate ISO/IEC 27001:2013 dovevano passare alla versione 2022 entro il 31 ottobre 2025.",
                &[],
                OLD,
            ),
            (
                "Le organizzazioni certificate ISO/IEC 27001:2013 devono migrare i dati entro il 31 ottobre 2025.",
                OLD,
                &[],
            ),
            (
                "Organisaties met een ISO/IEC 27001:2013-certificaat moesten vóór 31 oktober 2025 overstappen op de versie 2022.",
                &[],
                OLD,
            ),
            ("Organizacje certyfikowane na zgodność z ISO/IEC 27001:2013 musiały przejść na wersję 2022.", &[], OLD),
            ("Organizacje certyfikowane na zgodność z ISO/IEC 27001:2013 musiały przejść szkolenie.", OLD, &[]),
            ("Сертифицированные по ISO/IEC 27001:2013 организации должны были перейти на версию 2022.", &[], OLD),
            ("Сертифицированные по ISO/IEC 27001:2013 организации должны перейти на новую систему.", OLD, &[]),
            ("ISO/IEC 27001:2013 belgeli kuruluşlar 2022 sürümüne geçmek zorundaydı.", &[], OLD),
            ("获得ISO/IEC 27001:2013认证的组织必须在2025年10月31日之前转换到2022版。", &[], OLD),
            ("获得ISO/IEC 27001:2013认证的组织必须保护其数据。", OLD, &[]),
            ("ISO/IEC 27001:2013 인증 조직은 2022년판으로 전환해야 했다.", &[], OLD),
        ],
    },
    Kind {
        name: "a change of edition that is over, and a label that tells of it",
        texts: &[
            ("**Transition deadline:** October 31, 2025 for ISO/IEC 27001:2013 to 2022.", &[], OLD),
            ("Review deadline: October 31, 2025 for ISO/IEC 27001:2013 to 2022.", OLD, &[]),
            ("### ISO/IEC 27001:2013 Transition Complete\n", &[], OLD),
            ("The ISO/IEC 27001:2013 transition window ended on 31 October 2025.", &[], OLD),
            ("The ISO/IEC 27001:2013 transition window ends next year.", OLD, &[]),
            ("The ISO/IEC 27001:2013 transition is not complete.", OLD, &[]),
        ],
    },
    Kind {
        name: "what stood in an old edition, with a quotation, a bracket or an adverb between",
        texts: &[
            ("It replaces the formal \"preventive action\" requirement from ISO 9001:2008.", &[], OF_2008),
            ("It replaces the \"access\" handbook based on ISO 9001:2008.", &[], OF_2008),
            ("It replaces the \"access\" spreadsheet under ISO 9001:2008.", OF_2008, &[]),
            ("Records are removed from the \"archive\" room as ISO 9001:2008 asks.", OF_2008, &[]),
            (
                "Rather than retaining a “Preventive Action” clause (as in ISO 9001:2008, 8.5.3), the revision uses risk.",
                &[],
                OF_2008,
            ),
            ("Quality manual: NOT mandatory anymore (was required in ISO 9001:2008)", &[], OF_2008),
            ("Supplier A is the cheapest (was certified to ISO 9001:2008)", OF_2008, &[]),
            ("The process is stable (was implemented in ISO 9001:2008 style)", OF_2008, &[]),
            ("The manual is mandatory (is required in ISO 9001:2008)", OF_2008, &[]),
            ("These controls did not exist (by name) in ISO/IEC 27001:2013.", &[], OLD),
            ("Evidence did not exist (by name) for the controls in ISO/IEC 27001:2013.", OLD, &[]),
            ("ISO/IEC 27001:2013 controls correctly marked as superseded", &[], OLD),
            (
                "The manual references clause numbers from ISO 9001:2008 that no longer align with the 2015 structure.",
                &[],
                OF_2008,
            ),
            ("We use the numbers of ISO 9001:2008 that no longer match our folders.", OF_2008, &[]),
            ("Threat intelligence (not in ISO/IEC 27001:2013)", &[], OLD),
            ("Bedrohungsanalyse (nicht in ISO/IEC 27001:2013)", &[], OLD),
            ("Our controls (not all in ISO/IEC 27001:2013)", OLD, &[]),
            ("Site B (not in ISO/IEC 27001:2013 scope)", OLD, &[]),
            ("Sites not in the scope of ISO/IEC 27001:2013 are listed.", OLD, &[]),
            ("ISO/IEC 27001:2022 merges 57 controls of ISO/IEC 27001:2013 into 24.", &[], OLD),
            ("ISO/IEC 27001:2022 restructures the 114 controls of ISO/IEC 27001:2013 into 93.", &[], OLD),
            ("ISO/IEC 27001:2022 readiness audit of the ISO/IEC 27001:2013 system", OLD, &[]),
        ],
    },
    Kind {
        name: "how a standard came about, told by itself or under a heading of it",
        texts: &[
            ("In 2005, ISO published ISO/IEC 27001:2005, adopting a British text.", &[], &["ISO/IEC 27001:2005"]),
            ("The plan was revised as part of our ISO/IEC 27001:2013 certification.", OLD, &[]),
            ("# The history of ISO 9001\n\nFirst of all ISO 9001:2008 matters.", &[], OF_2008),
            ("# Histoire de la norme ISO 9001\n\n- ISO 9001:2008", &[], OF_2008),
            ("# History of ISO 9001 certificates\n\nWe apply ISO 9001:2008.", OF_2008, &[]),
            ("# History of ISO 9001 at our sites\n\nWe apply ISO 9001:2008.", OF_2008, &[]),
            ("# Document history and ISO 9001\n\nWe apply ISO 9001:2008.", OF_2008, &[]),
            ("# History of ISO 9001\n\nWe keep our certificate to ISO 9001:2008.", OF_2008, &[]),
            ("Backup tests are a customer demand (not in ISO/IEC 27001:2013).", OLD, &[]),
            ("- Data masking (not in ISO/IEC 27001:2013)", &[], OLD),
            ("Staff may not use the ISO 9001:2008 logo on business cards.", OF_2008, &[]),
            ("Do not use ISO/IEC 27001:2013 certified hosts for test data.", OLD, &[]),
            ("Do not use ISO 9001:2008 numbering.", &[], OF_2008),
            ("# History of the company\n\nWe apply ISO 9001:2008.", OF_2008, &[]),
            ("The policy became ISO/IEC 27001:2013 compliant.", OLD, &[]),
            ("Our ISO/IEC 27001:2013 system was based on an older one and is kept.", OLD, &[]),
        ],
    },
    Kind {
        name: "a duty to leave by a day that has passed",
        texts: &[
            (
                "Organizations certified under ISO 27001:2013 must recertify against :2022 by October 31, 2025.",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "Unternehmen, die nach ISO 27001:2013 zertifiziert sind, mussten bis 31.10.2025 umstellen.",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "Empresas certificadas na ISO 27001:2013 tiveram até 31 de outubro de 2025 para fazer a transição.",
                &[],
                &["ISO 27001:2013"],
            ),
            (
                "Organizacje certyfikowane według ISO 27001:2013 miały czas do 31 października 2025 na przejście.",
                &[],
                &["ISO 27001:2013"],
            ),
            ("Certyfikaty ISO 27001:2013 straciły ważność 31 października 2025 r.", &[], &["ISO 27001:2013"]),
            (
                "Organizations certified under ISO 27001:2013 must recertify by October 31, 2029.",
                &["ISO 27001:2013"],
                &[],
            ),
            ("Organizations certified under ISO 27001:2013 must recertify annually.", &["ISO 27001:2013"], &[]),
            (
                "Unternehmen, die nach ISO 27001:2013 zertifiziert sind, mussten bis 31.10.2025 ihre Firewalls umstellen.",
                &["ISO 27001:2013"],
                &[],
            ),
            (
                "Unternehmen, die nach ISO 27001:2013 zertifiziert sind, müssen bis 31.10.2029 umstellen.",
                &["ISO 27001:2013"],
                &[],
            ),
            (
                "Wir sind nach ISO 27001:2013 zertifiziert und mussten bis 31.10.2025 die Server umstellen.",
                &["ISO 27001:2013"],
                &[],
            ),
            (
                "Empresas certificadas na ISO 27001:2013 tiveram até 31 de outubro de 2025 para entregar os relatórios.",
                &["ISO 27001:2013"],
                &[],
            ),
            (
                "Empresas certificadas na ISO 27001:2013 têm até 31 de outubro de 2029 para fazer a transição.",
                &["ISO 27001:2013"],
                &[],
            ),
            (
                "Organizacje certyfikowane według ISO 27001:2013 miały czas do 31 października 2025 na raport.",
                &["ISO 27001:2013"],
                &[],
            ),
            ("Certyfikaty ISO 27001:2013 są ważne do 31 października 2029 r.", &["ISO 27001:2013"], &[]),
            ("Certyfikat dostawcy ISO 27001:2013 nie stracił ważności.", &["ISO 27001:2013"], &[]),
            (
                "Unternehmen, die nach ISO 27001:2013 zertifiziert sind, mussten nicht bis 31.10.2025 umstellen.",
                &["ISO 27001:2013"],
                &[],
            ),
            (
                "Unsere Unternehmen, die nach ISO 27001:2013 zertifiziert sind, mussten bis 31.10.2025 umstellen.",
                &["ISO 27001:2013"],
                &[],
            ),
            ("Hasła według ISO 27001:2013 straciły ważność.", &["ISO 27001:2013"], &[]),
        ],
    },
];

//! Documents that look like what they are not: guides, forms and minutes, and documents of the house that look like these.

use super::judgement::{CONTROLS, INCIDENTS, POLICY, holds, parts, reason};

/// Asserts for each text whether it holds its element.
fn judge(texts: &[(&str, &str)], is_there: bool) {
    for (element, text) in texts {
        assert_eq!(holds(element, text), is_there, "{element}: {text}");
    }
}

#[test]
fn rules_of_the_house_are_no_guides() {
    let texts = [
        (
            INCIDENTS,
            "# Incident response process\n\nIf data were lost in a security breach, the recovery policy should be followed. Whoever is on \
             call classifies the incident, calls the lead and closes the case after a review.\n",
        ),
        (
            POLICY,
            "# Information Security Policy\n\nInformation security is a set of rules and habits that we all \
             keep. The board approved this in May. Everybody protects the confidentiality of customer data and \
             reports what is odd to the security officer.\n",
        ),
        (
            POLICY,
            "# Information Security Policy\n\nAn information security policy helps organizations to protect \
             what they hold. Ours holds for all who work at Larch Ltd. All staff must keep passwords secret and \
             lock screens. The director signed it on 3 May.\n",
        ),
        (
            INCIDENTS,
            "# Incident Response Procedure\n\nIncident response is a structured approach to security incidents. \
             The desk logs each incident and sets its severity. The security officer is responsible for \
             containing it and tells the director. Each case is closed after a review.\n",
        ),
        (
            INCIDENTS,
            "# Was tun bei einem Sicherheitsvorfall?\n\nJeder Sicherheitsvorfall wird sofort dem Servicedesk \
             gemeldet. Der Beauftragte dämmt ihn ein, informiert die Leitung und schließt den Fall ab.\n",
        ),
        (
            INCIDENTS,
            "# What should I do if there is a security incident?\n\nCall the desk on 5500 at once and do not \
             switch off the machine. The security officer logs the incident, contains it and informs the \
             director.\n",
        ),
        (
            POLICY,
            "# Informationssicherheitsleitlinie\n\nDiese Leitlinie gilt für alle. Entwickeln Sie einen Sinn für \
             Gefahren und melden Sie sie. Die Leitung hat sie am 3. Mai freigegeben und schützt die \
             Vertraulichkeit der Informationen.\n",
        ),
        (
            POLICY,
            "# Política de seguridad de la información\n\nEsta política vale para todos. Protege tus activos y \
             los de tus clientes como si fueran tuyos. La dirección la aprobó en mayo y protege la \
             confidencialidad de la información.\n",
        ),
        (
            INCIDENTS,
            "# Security Incident Response Plan\n\nEffective incident response needs practice, so we drill twice \
             a year. Every security incident is logged, given a severity, contained and closed. The officer \
             informs the director and reviews each case.\n",
        ),
        (
            CONTROLS,
            "# Access control policy\n\nWhy a policy? Because access must be granted by role. Every employee \
             uses a second factor, and owners review rights each quarter. Shared accounts are prohibited.\n",
        ),
        (
            POLICY,
            "# Information Security Policy\n\nThe policy should be read by everyone. This policy holds for all \
             staff, all sites and all systems. Your plan for the day may change, this does not. The board \
             approved it and protects the confidentiality of customer data.\n",
        ),
        (
            POLICY,
            "# Information Security Policy\n\n**Owner:** CISO\n\nRelated documents:\n\n- Access control \
             policy\n- Incident response plan\n\nManagement approved this policy. It protects the \
             confidentiality of information and holds for all staff and all systems of the company.\n",
        ),
        (
            CONTROLS,
            "# Vulnerability management policy\n\nSupported systems are scanned weekly. Owners of systems must \
             patch critical vulnerabilities within seven days. The security officer reviews open findings each \
             month.\n",
        ),
        (
            CONTROLS,
            "# Data centre access standard\n\nThis standard was written after the after-action review of May. \
             Access is granted by role, visitors are escorted, and badges are revoked on the last day. The \
             security officer reviews the list each quarter.\n",
        ),
        (
            POLICY,
            "# Politique de sécurité de l'information\n\nLa politique de sécurité est un document que chacun \
             lit. La présente politique a été approuvée par la direction et vaut pour tous. Elle protège la \
             confidentialité des données.\n",
        ),
        (
            INCIDENTS,
            "# インシデント対応手順\n\n本手順は全従業員に適用する。セキュリティインシデントを発見した者は直ちに責任者に報告する。責任者は記録し、封じ込め、復旧後に再発防止策を決める。\n",
        ),
        (
            INCIDENTS,
            "# Computer security incident response\n\nA CSIRT helps organizations to act fast; the one at Larch \
             is led by the CISO. Staff report phishing at once. The CSIRT logs, contains and closes each \
             incident and tells the board.\n",
        ),
        (
            CONTROLS,
            "# IT rules\n\nTesting procedures for backups run each quarter. Every employee keeps passwords \
             secret, uses a second factor and locks the screen. Access rights are removed when somebody leaves \
             the company.\n",
        ),
        (
            CONTROLS,
            "# Awareness and access policy\n\nNew staff take the security course in their first week. This \
             policy says that access is granted by role, that passwords are secret, and that managers review \
             rights every quarter.\n",
        ),
        (
            POLICY,
            "# Informatiebeveiligingsbeleid\n\nHet bestuur heeft dit beleid goedgekeurd. Zorg voor een schoon \
             bureau. Iedereen beschermt de vertrouwelijkheid van informatie en meldt wat vreemd is bij de \
             directie.\n",
        ),
        (
            CONTROLS,
            "# Security handbook: a guide for staff\n\nAll staff use strong passwords and a second factor for \
             access. This handbook is binding. Laptops are encrypted and locked. Access is granted by role and \
             removed on the last day.\n",
        ),
        (
            CONTROLS,
            "# Charte des bonnes pratiques informatiques\n\nTous les collaborateurs utilisent des mots de passe \
             robustes. Les droits d'accès sont retirés au départ. Il est interdit de prêter son compte. La \
             présente charte vaut pour tous.\n",
        ),
    ];
    judge(&texts, true);
    let rules = "Access to systems is granted by role and reviewed every quarter by the system owner. Passwords are long, and \
                 administrators use multi-factor authentication. Laptops are encrypted, and accounts of leavers are disabled.";
    for head in [
        "# Access control policy\n\nEvery organisation needs rules, and ours are these.",
        "# Access control policy\n\nPassing score of the yearly test: 80 %.",
        "# Access control policy\n\nLeast privilege is a set of rules by which users get no more than they need.",
        "# Remote working policy\n\nHealth and safety rules apply at home as in the office.",
        "# Remote access: who may use it?",
        "# Wachtwoordbeleid en tips voor medewerkers",
    ] {
        assert!(holds(CONTROLS, &format!("{head}\n\n{rules}\n")), "{head}");
    }
}

#[test]
fn texts_that_teach_are_no_rules() {
    let texts = [
        (
            POLICY,
            "# ¿Qué debe incluir la política de seguridad de la información?\n\nMuchos lo preguntan.\n\n## Para qué sirve la política de \
             seguridad de la información\n\nLa dirección la aprueba, y protege la confidencialidad de los datos de los clientes.\n",
        ),
        (
            POLICY,
            "# Why do companies need an information security policy?\n\nAn information security policy protects \
             data. It names roles, risks and controls, and is signed by management. Companies without one lose \
             trust.\n",
        ),
        (
            POLICY,
            "# Information security policy: the complete guide\n\nAn information security policy is a strategic \
             document that management signs. It should cover scope, roles and review, and it should be \
             communicated.\n",
        ),
        (
            INCIDENTS,
            "# Incident Management\n\nIncident management is a structured approach to restoring service after \
             security incidents. It has five phases: preparation, detection, containment, recovery and lessons \
             learned. Its plan is a strategic document.\n",
        ),
    ];
    judge(&texts, false);
}

#[test]
fn what_somebody_still_has_to_write_is_a_form() {
    let texts = [
        (
            POLICY,
            "# Information Security Policy\n\n**Owner:** {{Name of the owner}}\n\nThis policy applies to {{Name \
             of the company}} and all staff. It was approved by {{Name of the director}} and protects \
             confidentiality.\n",
        ),
        (
            POLICY,
            "# Information Security Policy\n\n**Approval:** [Specify]\n\n**Effective:** [Time zone]\n\n**Owner:** [To be assigned]\n\nThis policy protects confidentiality of information \
             and holds for all staff and systems of the company. The director \
             signs it, and everybody reads it again in May.\n",
        ),
        (
            CONTROLS,
            "# Risk Treatment Plan\n\nRisk: __________\n\nOwner: __________\n\nDate: __________\n\nDecision: __________\n\nCause: __________\n\nEffect: __________\n\nThe owner \
             of the risk decides whether it is accepted or whether controls are added, and the manager signs it.\n",
        ),
    ];
    judge(&texts, false);
    for (element, text) in texts {
        assert!(reason(element, text).contains("blanks"), "{text}");
    }
    judge(
        &[
            (
                CONTROLS,
                "# Statement of Applicability\n\n| # | Control | Applicable | Justification | Status | Document \
                 |\n|---|---|---|---|---|---|\n| 5.1 | Policies for information security | Yes | Risk R1 | Done | \
                 POL_01 |\n| 5.2 | Information security roles | Yes | Risk R2 | Done | POL_02 |\n| 5.3 | Segregation \
                 of duties | No | Five people | - | - |\n",
            ),
            (
                CONTROLS,
                "# Statement of Applicability\n\n| # | Control | Applicable | Justification | Evidence | Owner \
                 |\n|---|---|---|---|---|---|\n| A.5.1 | Policies for information security | Yes | | | |\n| A.5.2 | \
                 Information security roles and duties | Yes | | | |\n| A.5.3 | Segregation of duties in the house | \
                 No | | | |\n| A.5.4 | Management responsibilities for security | Yes | | | |\n",
            ),
            (
                POLICY,
                "# Information Security Policy\n\nApproved by: Jane Roe [Managing Director] on 3 May [version \
                 2].\n\nIt protects the confidentiality of all information [see annex A], holds for all staff, and \
                 is read again each year.\n",
            ),
            (
                CONTROLS,
                "# Remote working policy\n\nThe wiki page {{Admin}} lists the tools. All employees use the VPN and \
                 a second factor. Company laptops are encrypted and locked. Managers approve remote work.\n",
            ),
            (
                INCIDENTS,
                "# Incident response plan\n\nThis plan covers security incidents. When something is suspected, \
                 {{site.contact}} is called. The lead contains it, keeps evidence, informs the director, and closes \
                 the case after a review.\n",
            ),
        ],
        true,
    );
}

#[test]
fn a_list_of_controls_on_which_nothing_is_decided_is_none() {
    let list = |decided: &str, document: &str| {
        let row =
            |number: usize, control: &str| format!("| 5.{number} | {control} | {decided} | — | — | {document} | — |\n");
        let rows: String = [
            "Policies for information security",
            "Roles and responsibilities",
            "Segregation of duties",
            "Duties of managers",
        ]
        .iter()
        .enumerate()
        .map(|(at, control)| row(at + 1, control))
        .collect();
        format!(
            "# Statement of Applicability\n\n| # | Control | Applies | Reason | Status | Document | Evidence |\n|---|---|---|---|---|---|---|\n{rows}"
        )
    };
    assert!(!holds(CONTROLS, &list("—", "—")));
    assert!(holds(CONTROLS, &list("Yes", "—")));
    assert!(holds(CONTROLS, &list("—", "POL_01")), "a document decides it");
}

#[test]
fn minutes_and_decisions_tell_what_happened() {
    let text = |line: &str| {
        format!(
            "# Information Security Policies\n\n{line}\n\nThe board approved the information security policy for all services and staff, and \
             asked that it is told to customers, and that the confidentiality of their data is protected.\n"
        )
    };
    let minutes = text("Item 4").replace("# Info", "# Minutes on info");
    assert!(!holds(POLICY, &minutes), "{minutes}");
    for line in [
        "Decision status: adopted",
        "Minutes\n\n15 for the worst cases, 60 for all others.",
        "Minutes of the board are kept.",
        "Status: approved",
        "Decisions on risks: see below.",
        "Date: 3 May",
        "Meeting room: 4",
        "Summary:",
        "Scope:",
        "Approved in the meeting of 3 May.",
        "Version: 2",
        "Decision: this holds for all.",
        "Owner: board",
        "Policy:",
    ] {
        assert!(holds(POLICY, &text(line)), "{line}");
    }
}

#[test]
fn general_titles_are_those_of_what_stands_below_them() {
    let texts = [
        (
            POLICY,
            "# Policy\n\nOur information security policy protects the confidentiality, integrity and \
             availability of all information of the company. It was approved by the board and holds for \
             everyone.\n",
        ),
        (
            POLICY,
            "# Integrated management system policy\n\nThe board wants good quality, a clean environment and \
             information security. This policy is told to all staff and customers, follows the law, and is read \
             again each year by the director.\n",
        ),
        (
            CONTROLS,
            "# Mobile working policy\n\nEmployees who work on the road use the VPN and an encrypted laptop with \
             a screen lock. Managers agree to it, and lost devices are told to the security team at once.\n",
        ),
        (
            CONTROLS,
            "# Gedragscode ICT\n\nMedewerkers gebruiken sterke wachtwoorden en een tweede factor. \
             Toegangsrechten worden bij vertrek ingetrokken. Laptops zijn versleuteld, en vertrouwelijke \
             gegevens gaan niet onversleuteld naar buiten.\n",
        ),
        (
            INCIDENTS,
            "# Breach log and procedure\n\nAny personal data breach is written into the log at once. The \
             privacy officer contains it, tells the authority within 72 hours, and closes the entry after a \
             review.\n",
        ),
        (
            INCIDENTS,
            "# Lost or stolen device procedure\n\nStaff report a lost or stolen laptop to the desk at once. The \
             desk logs it, wipes it remotely, informs the security officer and closes the ticket.\n",
        ),
    ];
    judge(&texts, true);
    let texts = [
        (
            CONTROLS,
            "# Risk assessment procedure\n\nRisk assessments are made for each workplace before work begins. \
             Employees who handle hazardous substances are trained. Risk assessments are reviewed every year by \
             the health and safety officer.\n",
        ),
        (
            CONTROLS,
            "# Supplier due diligence\n\nBefore a farm delivers, the buyer visits it and asks about animals. Findings are logged, \
             prices are confidential, and personal data of the farmer is kept in the safe.\n",
        ),
        (
            CONTROLS,
            "# Risk assessment standard\n\nA risk assessment looks at slips and trips. Managers repeat the risk \
             assessment every year, and all staff are told.\n",
        ),
        (
            INCIDENTS,
            "# Breach procedure\n\nIf a supplier breaches the contract, the buyer writes a letter. The lawyer \
             answers within five days, and the director decides whether the contract ends. All letters are kept \
             for ten years.\n",
        ),
        (
            INCIDENTS,
            "# Lost device procedure\n\nUmbrellas and other things found in the hall are kept at reception for \
             a month. Who has lost a hearing device asks there and signs for it.\n",
        ),
        (
            POLICY,
            "# Política integrada de gestión\n\nLa dirección se compromete con la calidad y el medio ambiente, \
             la formación de todo el personal y la mejora continua. Se facilita información a las partes \
             interesadas y se cumplen las leyes.\n",
        ),
        (
            POLICY,
            "# Politica integrata\n\nLa direzione si impegna per la qualità e l'ambiente, la formazione del \
             personale e il miglioramento continuo. La presente politica è comunicata a tutti e riesaminata ogni \
             anno.\n",
        ),
        (
            POLICY,
            "# Integrated management system policy\n\nThe board wants good quality and a clean environment. \
             This policy is told to all staff and customers, follows the law, and is read again each year by the \
             director.\n",
        ),
        (
            CONTROLS,
            "# Nutzungsbedingungen\n\nWer den Shop nutzt, hält sein Passwort geheim. Konten, die missbraucht \
             werden, sperren wir. Bestellungen sind verbindlich, und Rechnungen sind in dreißig Tagen zu \
             zahlen.\n",
        ),
        (
            CONTROLS,
            "# Mobile working policy\n\nWho works on the road writes the hours into the sheet and pays for \
             lunch. Managers agree to it, and all employees say where they are.\n",
        ),
        (
            POLICY,
            "# Policy\n\nThis travel policy says which trains we take. It holds for all staff and is read again \
             each year; who has questions asks the office or looks at the information security policy.\n",
        ),
        (
            CONTROLS,
            "# Code of conduct\n\nWe take no bribes and are kind to one another. All staff sign this code, and \
             managers give a good example each day.\n",
        ),
        (
            POLICY,
            "# Cyber policy\n\nThe insurer pays up to one million. The broker sends the papers each year, and \
             the office keeps them in the cupboard for ten years.\n",
        ),
    ];
    judge(&texts, false);
    let english = "It holds for all staff. The confidentiality, integrity and availability of information are protected as the law says.";
    for title in [
        "Information Technology Resource Security",
        "Policy on the Security of University Information",
        "IT-Sicherheitsordnung",
        "Informatiebeveiligings- en privacybeleid",
        "Beleidsnota informatiebeveiliging",
        "Policy di sicurezza",
        "セキュリティーポリシー",
        "情報セキュリティー基本方針",
        "信息安全制度",
        "信息安全管理体系方针",
    ] {
        assert!(holds(POLICY, &format!("# {title}\n\nThis policy was approved by the board. {english}\n")), "{title}");
    }
}

#[test]
fn words_of_parts_in_another_sense_say_nothing() {
    let policy = |sentence: &str| format!("# Information security policy\n\n{sentence}\n");
    let procedure = |sentence: &str| format!("# Security incident procedure\n\n{sentence}\n");
    for (part, silent) in [
        ("communication to staff", "It holds for employees, temporary workers and other personnel."),
        ("communication to staff", "It protects computing and communication resources of the members."),
        ("approval by management", "Risk treatment decisions shall be approved by appropriate management."),
    ] {
        assert!(!parts(POLICY, &policy(silent)).contains(&part), "{silent}");
    }
    for (part, silent) in [
        ("priority", "Incidents are handled in a way that minimises the adverse impact."),
        ("priority", "Wer schnell meldet, hält die Auswirkungen so klein wie möglich."),
        ("analysis by type, volume and impact", "Incidents are categorised by severity."),
        (
            "analysis by type, volume and impact",
            "Un incident se termine par une analyse des causes racines des incidents.",
        ),
        ("review for improvement", "Revisada por: Dirección de incidentes"),
    ] {
        assert!(!parts(INCIDENTS, &procedure(silent)).contains(&part), "{silent}");
    }
    for (part, said) in [
        ("priority", "The worst incidents have the highest impact level and come first."),
        ("escalation", "The lead will inform relevant parties."),
        ("analysis by type, volume and impact", "Each quarter all incidents are counted by severity."),
    ] {
        assert!(parts(INCIDENTS, &procedure(said)).contains(&part), "{said}");
    }
    assert!(
        parts(POLICY, "# Informatiebeveiligingsbeleid\n\nHet bestuur accordeert het informatiebeveiligingsbeleid.\n")
            .contains(&"approval by management")
    );
}

#[test]
fn names_in_a_list_of_documents_say_nothing() {
    let text = |head: &str| {
        format!(
            "# Access control policy\n\nAccess is granted by role to all staff.\n\n{head}\n\n- Statement of Applicability\n- Risk acceptance process\n"
        )
    };
    for head in [
        "## Related documents",
        "The following supporting documents are relevant:",
        "## References",
        "Mitgeltende Dokumente:",
    ] {
        assert!(!parts(CONTROLS, &text(head)).contains(&"decisions on controls"), "{head}");
    }
    for head in ["## What we do about risks", "Owners of risks keep:", "The decisions are in:"] {
        assert!(parts(CONTROLS, &text(head)).contains(&"decisions on controls"), "{head}");
    }
}

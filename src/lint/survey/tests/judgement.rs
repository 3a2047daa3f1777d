//! Texts that hold an element and texts that do not, with what is said of those.

use jiff::civil::date;

use super::super::survey;
use crate::document::Format;
use crate::lint::plan::plan;
use crate::rule::check::element;
use crate::rule::facts::{DocumentFacts, Standing};
use crate::source::SourceFile;

pub(in crate::lint::survey) const POLICY: &str = "information-security-policy";
pub(in crate::lint::survey) const CONTROLS: &str = "information-security-controls";
pub(in crate::lint::survey) const INCIDENTS: &str = "information-security-incidents";

pub(in crate::lint::survey) fn facts(text: &str) -> DocumentFacts {
    survey(&SourceFile::from_text("docs/a.md", text), Format::Markdown, Some(date(2026, 11, 22)))
}

/// The number of an element.
pub(in crate::lint::survey) fn number(id: &str) -> usize {
    plan().elements.iter().position(|one| one.id == id).expect("the rules have it")
}

pub(in crate::lint::survey) fn holds(id: &str, text: &str) -> bool {
    facts(text).evidence.iter().any(|one| one.element == number(id) && one.standing == Standing::Kept)
}

/// The parts of an element that a text speaks of.
pub(in crate::lint::survey) fn parts(id: &str, text: &str) -> Vec<&'static str> {
    let found = facts(text).parts.into_iter().filter(|(element, ..)| *element == number(id));
    found.map(|(element, part, _)| plan().parts[element].expect("it has parts").parts[part].name).collect()
}

/// Why the closest promise of an element is not kept.
pub(in crate::lint::survey) fn reason(id: &str, text: &str) -> String {
    let facts = [facts(text)];
    element::closest(&facts, number(id)).map(|(_, one)| element::why_not(one)).expect("something promises it")
}

/// What any procedure for incidents says.
const STEPS: &str = "The lead writes down what was done and when, tells the people concerned, and looks at the causes in \
                     the week after.";

#[test]
fn a_response_plan_that_is_only_about_outages_is_none_for_security() {
    for text in [
        "# Handbook\n\n## Incident response process\n\nIf a shop cannot sell, we start the tills anew, tell the shops by phone, and \
         whoever is on duty writes down what was done and when the tills worked again.\n",
        "# Incident response plan\n\nIf a shop cannot sell, we start the tills anew, tell the shops by phone, and whoever is on \
         duty writes down what was done and when the tills worked again.\n",
        "# Plan de réponse aux incidents\n\nSi une caisse ne marche plus, nous la relançons, nous prévenons les magasins par \
         téléphone, et la personne de garde note ce qui a été fait et à quelle heure.\n",
        "# Plan de respuesta a incidentes\n\nSi una caja no funciona, la reiniciamos, avisamos a las tiendas por teléfono, y la \
         persona de guardia anota lo que se hizo y a qué hora volvió a funcionar.\n",
        "# インシデント対応手順\n\nレジが動かないときは再起動し、店舗に電話で知らせ、当番が行ったことと動いた時刻を書き残す。原因は次の週に調べる。\n",
        "# 事件响应计划\n\n收银机不能用时，值班人员重新启动，打电话通知门店，写下做了什么和恢复的时间，下一周再查原因并告诉各部门。\n",
    ] {
        assert!(!holds(INCIDENTS, text), "{text}");
        assert_eq!(reason(INCIDENTS, text), "it never speaks of information security", "{text}");
    }
}

#[test]
fn an_incident_of_security_needs_no_word_for_it() {
    for sentence in [
        "If credentials are compromised, change them and read the log of logins.",
        "In case of a breach we contain it and rotate all credentials.",
        "If a key has leaked, it is revoked on the same day.",
        "If personal data are leaked, the authority is told within three days.",
        "When an account takeover is suspected, all sessions are ended.",
        "When a server compromise is suspected, it is taken off the network.",
        "If a laptop is stolen, it is wiped remotely.",
        "After a GDPR breach, the DPO is told.",
        "Si hay una brecha, se avisa a la dirección y se cierra el acceso.",
        "Wird ein Konto kompromittiert, sperren wir es.",
    ] {
        let text = format!("# Handbook\n\n## Incident response\n\n{sentence} {STEPS}\n");
        assert!(holds(INCIDENTS, &text), "{text}");
    }
    let headed = format!(
        "# Incident response\n\n{STEPS}\n\n## Suspected account takeover\n\nEnd all sessions. {STEPS}\n\n## Till\n\n{STEPS}\n"
    );
    assert!(holds(INCIDENTS, &headed), "the heading of a part says it");
    let access = "# Access\n\n## Emergency access procedure\n\nIf nobody can log in, the director opens the safe, and two people use what is \
                  in it. Rotate all credentials afterwards, and write down who used them and when.\n";
    assert!(!holds(INCIDENTS, access), "keys are also changed where nothing has happened");
    for sentence in ["A breach of the agreed times is told to the customer.", "If the tills are down, start them anew."]
    {
        let text = format!("# Handbook\n\n## Incident response\n\n{sentence} {STEPS}\n");
        assert!(!holds(INCIDENTS, &text), "{text}");
    }
}

#[test]
fn what_happened_is_no_approach() {
    let story = "An attacker had guessed a password of the mail server. It was set up anew from the backup, all passwords were \
                 changed, and the customers were told on the next day.";
    for title in
        ["# Historical security incidents", "# Security incident log", "# Notes\n\n## Security incident of 3 May"]
    {
        let text = format!("{title}\n\n{story}\n");
        assert!(!holds(INCIDENTS, &text), "{text}");
    }
    assert!(holds(INCIDENTS, &format!("# Security incidents\n\n{story}\n")), "the title makes the difference");
}

#[test]
fn steps_in_a_listing_are_steps() {
    let text = "# Suppliers\n\n## Incident management\n\nWhat is done when a supplier has a security incident:\n\n```yaml\nFirst \
                hours:\n  - Assess and classify the incident\n  - Tell the supplier and the lead\n  - Contain what can spread\n  - \
                Restore from the last backup\n```\n";
    assert!(holds(INCIDENTS, text));
    let settings =
        text.replace("Assess and classify the incident", "name: one two three").replace("  - Tell the", "  tell: the");
    assert!(!holds(INCIDENTS, &settings), "{settings}");
}

#[test]
fn access_control_of_a_program_is_no_control_in_any_language() {
    for text in [
        "# Kiosk\n\n## Zugriffskontrolle\n\nDer Zugriff auf die Kacheln wird über Rollen geregelt. Alle Ansichten, die \
         veröffentlicht sind, werden als Objekte angelegt, und der Zugriff auf sie unterscheidet sich nicht von dem auf andere.\n",
        "# Chat\n\n## Zugangskontrolle\n\n`joinMode` regelt den Zugriff: `invite` oder `open`. Ist er nicht offen, werden fremde \
         Benutzer abgewiesen oder müssen sich mit einem Code anmelden, den der Raum zeigt.\n",
        "# Gateway\n\n## Access control policy\n\nAn access control policy is what the gateway reads first. Each rule names a zone and \
         a port, and the first one that matches decides what is done with a packet.\n",
    ] {
        assert!(!holds(CONTROLS, text), "{text}");
    }
    for text in [
        "# Zugriffskontrolle\n\nZugriff auf Systeme gibt es nach Rollen. Vorgesetzte beantragen Rechte, und wer ein System \
         verantwortet, prüft sie jährlich und entzieht sie beim Austritt. Konten von Fremden sind befristet.\n",
        "# Access control policy\n\nAccess is given by role and reviewed every quarter by the owners of systems. Suppliers agree to \
         the same rules by contract, and the manager of each team asks for what it needs.\n",
    ] {
        assert!(holds(CONTROLS, text), "{text}");
    }
}

#[test]
fn rules_for_assets_and_terminals_are_controls() {
    for text in [
        "# Asset management policy\n\nEvery laptop and server is kept in the asset register. It has an owner, who looks at the entry \
         once a year. Disks are wiped before they are given away, and assets are returned when somebody leaves.\n",
        "# Asset management policy\n\nThis policy protects information assets. Each owner must look through the list once a year and \
         tell the office about what is new, what was lost and what was given away.\n",
        "# Till\n\n## Access control\n\nAccess to the system is personal and non-transferable. Sharing of passwords is forbidden. After a \
         quarter of an hour the till locks itself, so that nobody uses an unattended one.\n",
        "# Caixa\n\n## Controle de acesso\n\nO acesso ao sistema é individual. Os colaboradores guardam as senhas e não podem \
         emprestar o crachá. Quem sai da loja perde o acesso no mesmo dia, e a gerência confere a lista.\n",
    ] {
        assert!(holds(CONTROLS, text), "{text}");
    }
    let office = "# Asset management policy\n\nChairs and desks stand in a list. Each team must look through the list once a year and tell \
                  the office about what is new, what was lost and what was given away.\n";
    assert_eq!(reason(CONTROLS, office), "it hardly speaks of what keeps information secure");
}

#[test]
fn counts_of_controls_by_theme_are_none() {
    let themes = "# Book\n\n| Theme | Controls |\n|---|---|\n| A.5 Organizational controls, in the first part of the book | 37 |\n| A.6 \
                  People controls, in the second part of the book | 8 |\n";
    assert!(!holds(CONTROLS, themes));
    assert!(holds(CONTROLS, &themes.replace("A.5 ", "A.5.15 ").replace("A.6 ", "A.6.3 ")));
}

#[test]
fn a_remark_on_another_document_leaves_a_policy_written() {
    let policy = "# Information security policy\n\nThe board approves this information security policy. All employees keep to it, protect \
                  the confidentiality, integrity and availability of information and report every security incident.";
    for remark in [
        " The continuity plan is still to be written.",
        " See the continuity plan (coming soon).",
        "\n\n| Document | State |\n|---|---|\n| Continuity plan | to be written |",
        " Das Notfallhandbuch ist noch zu erstellen.",
        " Voir le plan de reprise (à venir).",
    ] {
        assert!(holds(POLICY, &format!("{policy}{remark}\n")), "{remark}");
    }
    for own in [" This policy is still to be written.", "\n\nThis document: coming soon."] {
        assert!(!holds(POLICY, &format!("{policy}{own}\n")), "{own}");
    }
    let stub = "# Information security policy\n\nIt is still to be written. Ask the office for the draft that the board saw in May, and tell \
                it what you think of it.\n";
    assert_eq!(reason(POLICY, stub), "it says itself that it is still to be written");
}

#[test]
fn parts_of_a_section_stand_in_it() {
    let text = "# Information Security Policy of the personal bill dashboard\n\nDocumented information is reviewed by the board. The static \
                analysis runs each night, and its severity is high.\n\n## Security incidents\n\nWhoever sees an attack calls the lead, \
                who contains it, brings the service back and tells the customers what happened to their data and what they \
                have to do now.\n";
    let own = parts(INCIDENTS, text);
    assert!(own.contains(&"resolution"), "{own:?}");
    for elsewhere in ["recording and classification", "priority", "review for improvement"] {
        assert!(!own.contains(&elsewhere), "{elsewhere}");
    }
}

#[test]
fn of_a_text_that_cannot_be_read_nothing_is_said_but_that() {
    for text in [
        "# Security Policy\n\nРуководство утверждает правила защиты сведений. Все работники обязаны их соблюдать и сообщать о каждом \
         случае в отдел защиты. Правила пересматриваются каждый год.\n",
        "# Security Policy\n\n경영진은 이 지침을 승인한다. 모든 직원은 지침을 지키고 일이 생기면 담당자에게 알려야 한다. 지침은 해마다 다시 검토하고 고친다. 누구나 읽을 수 있다.\n",
    ] {
        assert_eq!(reason(POLICY, text), "it is in a language of which hardly any word is known here");
    }
}

#[test]
fn a_tag_is_no_title() {
    for tags in ["tags: [security, policy]", "tags:\n  - security\n  - policy"] {
        let text =
            format!("---\n{tags}\n---\n\n# Travel\n\nWe go by train, and whoever cannot asks the office for a car.\n");
        assert!(facts(&text).evidence.is_empty(), "{text}");
    }
}

#[test]
fn words_of_every_day_say_nothing_alone() {
    let plan = |sentence: &str| {
        format!(
            "# Security incident response plan\n\n**Document ID:** IRP-1\n**Owner:** Information Security Manager\n\n{sentence}\n"
        )
    };
    for (part, silent) in [
        (
            "recording and classification",
            "Forensic evidence is kept. Related documents stand in the list of documents.",
        ),
        ("analysis by type, volume and impact", "Forensic evidence is kept, and the static analysis runs each night."),
        ("escalation", "The information system is described elsewhere."),
        ("closure", "The lessons learned are kept, and both teams work closely together."),
        ("review for improvement", "This plan is reviewed annually. The code review comes later."),
    ] {
        assert!(!parts(INCIDENTS, &plan(silent)).contains(&part), "{silent}");
    }
    for (part, said) in [
        ("recording and classification", "Each incident is documented by whoever leads."),
        ("recording and classification", "Classification: each incident has one of four severities."),
        ("analysis by type, volume and impact", "All cases of a quarter are analysed together."),
        ("escalation", "The lead informs the director of what happened."),
        ("closure", "The lead closes the incident."),
        ("closure", "- Contain\n- Close\n- Improve"),
        ("review for improvement", "Afterwards the team reviews the incident."),
    ] {
        assert!(parts(INCIDENTS, &plan(said)).contains(&part), "{said}");
    }
}

#[test]
fn parts_of_controls_are_said_of_controls() {
    let policy = |sentence: &str| format!("# Access control policy\n\n{sentence}\n");
    for (part, silent) in [
        ("decisions on controls", "Passwords are as long as the system takes, where applicable."),
        ("decisions on controls", "Each applicable-law change is told to the office."),
        ("controls agreed with external organisations", "It holds for push and partner systems."),
        ("review of their effectiveness", "Code changes must be tested. Review at least annually."),
        ("review of their effectiveness", "A vendor is doing a review of our security posture."),
    ] {
        assert!(!parts(CONTROLS, &policy(silent)).contains(&part), "{silent}");
    }
    for (part, said) in [
        ("decisions on controls", "Exceptions to this policy are approved by the owner of the risk."),
        ("decisions on controls", "Der Vorstand entscheidet über die Maßnahmen."),
        ("controls agreed with external organisations", "Partners sign a contract that holds the same rules."),
        ("review of their effectiveness", "Access rights are reviewed every quarter."),
        ("review of their effectiveness", "Zugriffsrechte werden jährlich überprüft."),
    ] {
        assert!(parts(CONTROLS, &policy(said)).contains(&part), "{said}");
    }
}

#[test]
fn parts_of_the_policy_are_said_of_the_policy() {
    let policy = |sentence: &str| format!("# Information security policy\n\nOwner: Board secretary\n\n{sentence}\n");
    for (part, silent) in [
        ("approval by management", "It holds for payment, e-signature and push."),
        ("communication to staff", "It holds for model training and what is made by it."),
        ("communication to customers and users", "Colours of customer templates are blue."),
    ] {
        assert!(!parts(POLICY, &policy(silent)).contains(&part), "{silent}");
    }
    for (part, said) in [
        ("approval by management", "Approved by: Jane Roe"),
        ("approval by management", "The board approves this policy each May."),
        ("communication to staff", "Everybody gets a training on the rules in the first week."),
        ("communication to customers and users", "Customers are told of this policy when they join."),
    ] {
        assert!(parts(POLICY, &policy(said)).contains(&part), "{said}");
    }
}

#[test]
fn steps_of_a_guide_are_no_controls() {
    let steps = "## 1. Separation of Personal and Organizational Accounts\n\nMake a second account for your work before you \
                 begin. Use your personal account for your own projects only, and never sign in with it on the machine that \
                 you were given. Set the name and the address in the settings of git.\n";
    assert!(!holds(CONTROLS, &format!("# Set up your machine\n\nInstall the tools.\n\n{steps}")));
    let controls = "## Access control\n\nAccess to systems is given by role. Managers ask for rights, owners of systems review them \
                    each quarter and take them away when somebody leaves. Shared accounts are not allowed, and every employee \
                    keeps passwords secret.\n";
    assert!(holds(CONTROLS, &format!("# Rules of the house\n\n{controls}")));
}

#[test]
fn usual_titles_of_policies_are_known() {
    let body = |title: &str| {
        format!(
            "# {title}\n\nThe board approved this on 3 March. It protects the information of all services, takes the law and our \
             contracts into account, and is made known to staff, customers and suppliers.\n"
        )
    };
    for title in [
        "Network and Information Security Policy",
        "Policy on the Security of Network and Information Systems",
        "Security and Privacy Policy",
        "Corporate Information Security Standard",
        "Richtlinie - IT-Sicherheit",
        "Leitlinie IT-Sicherheit",
        "Weisung IT-Sicherheit",
        "Leitlinie zur Cybersicherheit",
        "Rahmenregelung Informationssicherheit",
        "Politique de la sécurité des informations",
        "Beleid voor informatiebeveiliging",
        "Beleidsverklaring informatiebeveiliging",
        "Policy di sicurezza delle informazioni",
        "Politica di cybersicurezza",
        "Regolamento per la sicurezza informatica",
        "Normas de seguridad informática",
        "Policy for informasjonssikkerhet",
    ] {
        assert!(holds(POLICY, &body(title)), "{title}");
    }
    for title in
        ["Network Security Policy", "Network Access Policy", "Regolamento del condominio", "Beleid voor reizen"]
    {
        assert!(!holds(POLICY, &body(title)), "{title}");
    }
    let rules = "Rechten worden per rol gegeven en op de laatste werkdag ingetrokken. Beheerders gebruiken een tweede factor, en elke \
                 medewerker houdt het wachtwoord geheim. De eigenaar van elk systeem kijkt jaarlijks wie er toegang heeft.";
    for title in ["Toegangsbeveiligingsbeleid", "Autorisatiebeleid", "Back-upbeleid", "Sleutelmaatregelen"] {
        assert!(holds(CONTROLS, &format!("# {title}\n\n{rules}\n")), "{title}");
    }
    assert!(!holds(CONTROLS, &format!("# Reisbeleid\n\n{rules}\n")));
    let rules = "I diritti sono assegnati per ruolo e tolti l'ultimo giorno di lavoro. Gli amministratori usano un secondo fattore, e ogni \
                 dipendente tiene segreta la password. Il responsabile di ogni sistema guarda ogni anno chi vi accede.";
    for title in ["Controlli di sicurezza", "Procedura gestione accessi"] {
        assert!(holds(CONTROLS, &format!("# {title}\n\n{rules}\n")), "{title}");
    }
    let part = "Gli account sono personali e la password è segreta. I backup sono provati ogni trimestre dal responsabile, e le copie sono \
                cifrate con una chiave che tiene il titolare dell'azienda e nessun altro.";
    for (heading, is_there) in [("Controlli", true), ("Accessi", true), ("Premessa", false)] {
        let text = format!("# Manuale della casa\n\nVale per tutti.\n\n## 4. {heading}\n\n{part}\n");
        assert_eq!(holds(CONTROLS, &text), is_there, "{heading}");
    }
    for title in ["SOC procedures", "CERT operating procedure", "Meldung von Datenschutzverletzungen"] {
        assert!(holds(INCIDENTS, &format!("# {title}\n\nAfter each attack: {STEPS}\n")), "{title}");
    }
    assert!(!holds(INCIDENTS, &format!("# Desk procedures\n\nAfter each attack: {STEPS}\n")));
}

#[test]
fn a_procedure_with_the_day_of_its_approval_is_one() {
    let text = |title: &str| format!("# {title}\n\nEvery security incident is recorded. {STEPS}\n");
    for title in
        ["Security Incident Procedure - Approved 20/01/2026", "Procédure des incidents de sécurité, 20/01/2026"]
    {
        assert!(holds(INCIDENTS, &text(title)), "{title}");
    }
    for title in ["Security incident 2026-01-20", "Security incident of 3 May"] {
        assert!(!holds(INCIDENTS, &text(title)), "{title}");
    }
}

#[test]
fn registers_of_risks_and_rules_for_suppliers_are_controls() {
    for text in [
        "# Risk Register\n\n| ID | Information security risk | Control | Owner | Decision |\n|---|---|---|---|---|\n| 1 | Ransomware on \
         the file server | Offline backups, MFA | CTO | mitigate |\n| 2 | Lost laptop | Disk encryption | IT | mitigate |\n| 3 | Leak by a partner | Contract | COO | accept |\n",
        "# Third Party Vendor Review Policy\n\nVendors who handle our data have their security reviewed before the contract and once a \
         year. Every employee who buys a service asks the security team first.\n",
    ] {
        assert!(holds(CONTROLS, text), "{text}");
    }
    let trade = "# Supplier Policy\n\nSuppliers are paid within thirty days. Every employee who buys paper or coffee asks the office for \
                 three offers first, and the office keeps them for ten years.\n";
    assert!(!holds(CONTROLS, trade));
}

#[test]
fn topics_of_a_policy_with_headings_are_controls_together() {
    let policy = |title: &str| {
        format!(
            "# {title}\n\n## Access and authentication\n\n- Production systems are reached only by SSO with MFA; no shared \
             accounts.\n\n## Data\n\n- Backups are made daily, encrypted and kept for 35 days.\n\n## Development\n\n- Secrets are never \
             kept in tickets, only in the secret manager.\n- External penetration tests are made once a year.\n"
        )
    };
    assert!(holds(CONTROLS, &policy("Security Policy")));
    assert!(!holds(CONTROLS, &policy("Notes of the team")), "the title makes the difference");
}

#[test]
fn a_short_section_counts_by_what_it_says() {
    let policy = |section: &str| {
        format!(
            "# Information Security Policy\n\nThis policy protects confidentiality, integrity and availability of information and holds \
             for all who work for the company.\n\n## Incident Response\n\n{section}\n"
        )
    };
    let rules = "- Security incidents shall be reported immediately\n- Incidents shall be investigated and documented\n- Lessons \
                 learned shall be incorporated into improvements of the service";
    assert!(holds(INCIDENTS, &policy(rules)));
    let remark = "Security incidents may happen to everybody. Coffee is kept in the kitchen for those who have to come in at night, and \
                  there are some beds, too.";
    assert!(!holds(INCIDENTS, &policy(remark)));
}

#[test]
fn a_chapter_on_information_security_counts_where_it_says_that_its_rules_hold() {
    let chapter = |title: &str, rule: &str| {
        format!(
            "# Manual\n\n## Lifts\n\nThe lifts are looked at in spring.\n\n## {title}\n\nThe director signed it in March. {rule} Laws and \
             contracts with customers are kept. Staff are trained each year, customers read it on the web site, and suppliers \
             sign it.\n"
        )
    };
    for (title, rule) in [
        ("Information security", "The rules of this chapter hold for all services."),
        ("Information security", "These rules apply to everybody who works for us."),
        ("Information security", "This is the policy of the house."),
        ("Informationssicherheit", "Diese Regeln gelten für alle Services."),
        ("Informationssicherheit", "Diese Richtlinie gilt."),
    ] {
        assert!(holds(POLICY, &chapter(title, rule)), "{title}: {rule}");
    }
    let silent = chapter("Information security", "Information security is dear to everybody in the house.");
    assert_eq!(reason(POLICY, &silent), "it speaks neither of a policy nor of rules that hold");
}

#[test]
fn attacks_have_many_names() {
    let plan = |sentence: &str| format!("# Incident response plan\n\n{sentence} {STEPS}\n");
    for sentence in [
        "An incident is an event that threatens the security of our data.",
        "Incidents are security-relevant events.",
        "The CISO leads.",
        "The SOC leads.",
        "Keep forensic evidence in the safe.",
        "Malicious code is removed from all machines.",
        "Loss of confidential data is told to the director.",
    ] {
        assert!(holds(INCIDENTS, &plan(sentence)), "{sentence}");
    }
    for sentence in [
        "The shift manager leads.",
        "Keep the evidence of the till in the safe.",
        "Loss of power is told to the director.",
    ] {
        assert!(!holds(INCIDENTS, &plan(sentence)), "{sentence}");
    }
}

#[test]
fn what_is_left_to_others_is_no_approach() {
    let desk =
        |sentence: &str| format!("# Incident management\n\nThe desk writes down each call. {sentence} {STEPS}\n");
    for sentence in [
        "Security incidents are handled by another process, which is not part of this document.",
        "Security incidents are the job of our parent company.",
        "Les incidents de sécurité sont traités par un autre processus.",
    ] {
        assert!(!holds(INCIDENTS, &desk(sentence)), "{sentence}");
    }
    assert!(holds(INCIDENTS, &desk("Security incidents are handled by the lead, who may ask another team for help.")));
}

#[test]
fn what_is_planned_or_taught_elsewhere_is_no_part_of_controls() {
    let text = |title: &str| {
        format!(
            "# {title}\n\nRisks are assessed every year. The statement of applicability says which controls apply. Suppliers agree to \
             the same controls. Access rights are reviewed each quarter.\n"
        )
    };
    for title in
        ["Roadmap 2028", "Course: security", "Gap analysis", "Changelog", "Glossary", "Guide for customers", "Fahrplan"]
    {
        assert!(parts(CONTROLS, &text(title)).is_empty(), "{title}");
    }
    for title in ["Risk management", "Internal audit report", "Minutes of the board", "Supplier agreement", "Handbook"]
    {
        assert_eq!(parts(CONTROLS, &text(title)).len(), 4, "{title}");
    }
}

//! Documents on other matters of the same name: privacy, safety at work, guards, services for sale; and what is not asked for.

use super::super::survey;
use super::judgement::{CONTROLS, INCIDENTS, POLICY, holds, reason};
use crate::document::Format;
use crate::lint::plan::plan;
use crate::source::SourceFile;

/// What follows a title in many of these texts.
const HELD: &str = "Approved by the Managing Director on 3 March. It applies to all services and takes the law and our contracts into \
                    account. All employees are trained every year, and suppliers receive it with their contract. Everyone must protect \
                    information according to its class.";

#[test]
fn policies_on_other_matters_are_none() {
    let privacy = "1. 個人情報の取得は適法かつ公正な手段により行います。\n2. 個人情報の漏えい、滅失又はき損の防止のため、適切な安全対策を実施します。\n\
                   3. 個人情報に関する法令を遵守します。\n4. 従業者に対し、個人情報保護に関する教育を行います。\n5. 委託先に対し、必要かつ適切な監督を行います。\n";
    let work = "La Direzione ha approvato la presente politica il 3 marzo 2026. Si applica a tutte le sedi e rispetta il D.Lgs. 81/2008. \
                Tutti i lavoratori ricevono informazione e formazione; fornitori e appaltatori ricevono il DUVRI.";
    let information = "La Direzione ha approvato la presente politica il 3 marzo 2026. Si applica a tutte le sedi e a tutti i servizi. \
                       Tutti devono proteggere le informazioni secondo la loro classe e con la massima riservatezza.";
    for text in [
        format!("# 個人情報保護方針\n\n{privacy}"),
        format!("# Politica della sicurezza sul lavoro\n\n{work}\n"),
        format!("# Review of the information security policy\n\n{HELD}\n"),
        format!("# Procedure for approving the information security policy\n\n{HELD}\n"),
        format!("# Communication plan for the information security policy\n\n{HELD}\n"),
        format!("# Muster Informationssicherheitsleitlinie\n\n{HELD}\n"),
        format!("# Handreichung Informationssicherheitsleitlinie\n\n{HELD}\n"),
        format!("# Building security policy\n\n{HELD}\n"),
        format!("# Social security policy\n\n{HELD}\n"),
    ] {
        assert!(!holds(POLICY, &text), "{text}");
    }
    for text in [
        format!("# 情報セキュリティ方針・個人情報保護方針\n\n{privacy}"),
        format!("# 情報保護方針\n\n本方針は全従業員に適用し、情報資産を保護します。\n\n{privacy}"),
        format!("# Politica di sicurezza\n\n{information}\n"),
        format!("# Politica della sicurezza delle informazioni e della sicurezza sul lavoro\n\n{work}\n"),
        format!("# Politica di cybersecurity\n\n{work}\n"),
        format!(
            "# Information security policy\n\n{HELD}\n\n## Review of the information security policy\n\nEach year.\n"
        ),
        format!("# Informationssicherheitsrichtlinie der Muster AG\n\n{HELD}\n"),
        format!("# Leitlinie für die IT-Sicherheit\n\n{HELD}\n"),
        format!("# Dienstanweisung IT-Sicherheit\n\n{HELD}\n"),
        format!("# Cybersecuritybeleid\n\n{HELD}\n"),
        format!("# IB-beleid\n\n{HELD}\n"),
        format!("# Security policy\n\n{HELD}\n"),
        format!("# Computer security policy\n\n{HELD}\n"),
    ] {
        assert!(holds(POLICY, &text), "{text}");
    }
}

#[test]
fn a_policy_that_is_kept_elsewhere_is_not_here() {
    let text = |sentence: &str| format!("# Information security policy\n\n{sentence}\n");
    for away in [
        "The policy is kept in SharePoint: https://example.org/isp. Please always use that version and do not print copies of it or send \
         it around to people outside.",
        "The current version of the information security policy is kept in SharePoint. Please always use that version and do not print \
         copies of it or send it around.",
    ] {
        assert!(!holds(POLICY, &text(away)), "{away}");
    }
    for here in [
        "This policy is kept in SharePoint and reviewed each year. Everyone must protect information according to its class and tell \
         the officer of all incidents.",
        "Everyone must protect information according to its class. The current version is signed by the board. Old ones are kept in \
         SharePoint: https://example.org/old.",
    ] {
        assert!(holds(POLICY, &text(here)), "{here}");
    }
}

#[test]
fn guards_and_services_for_sale_are_no_approach() {
    let guards = "Guards record every security incident, such as theft, trespass or vandalism, in the guard book with time and place. Serious \
                  ones are told to the site manager and the police. The site manager closes the case.";
    assert!(!holds(INCIDENTS, &format!("# Security incidents at the premises\n\n{guards}\n")));
    let police = "Officers respond to assaults, thefts and bomb threats. Every incident is logged by dispatch, classified, prioritised, \
                  escalated to the chief, resolved and closed. An after-action review follows.";
    assert!(!holds(INCIDENTS, &format!("# Security Incident Response Plan – Campus Police\n\n{police}\n")));
    for more in ["Lost laptops are told to the desk.", "Whoever sees that data has leaked calls the officer."] {
        assert!(holds(INCIDENTS, &format!("# Security incidents\n\n{guards} {more}\n")), "{more}");
    }
    let ours = "Every security incident is recorded, classified and told to the lead. The police is told of theft. The lead closes the \
                case and looks at all of them each quarter.";
    assert!(holds(INCIDENTS, &format!("# Security incidents\n\n{ours}\n")), "one word of them");
    let sold = "For customers who buy it: we record and classify the customer's security incidents, escalate them to the customer, help to \
                resolve them and write a report that tells what was done for them.";
    let section =
        |title: &str, text: &str| format!("# {title}\n\nAll of it.\n\n## Security incident response\n\n{text}\n");
    assert!(!holds(INCIDENTS, &section("Service catalogue", sold)));
    assert!(holds(INCIDENTS, &section("Service management manual with service catalogue", sold)));
    assert!(holds(
        INCIDENTS,
        &section("Service catalogue", &format!("{ours} Security incidents are analysed by the lead."))
    ));
}

#[test]
fn a_page_for_buyers_sets_no_rules() {
    let page = "Your data is encrypted at rest and in transit. Our staff are trained. We have an information security policy and an incident \
                response plan.";
    assert!(!holds(CONTROLS, &format!("# Security at Quay\n\n{page} Ask sales for copies.\n")));
    let spoken = "# Security at Quay\n\nThe desk is open.\n\n## Information security\n\nWe have an information security policy and an incident \
                    response plan, and our staff are trained in what they have to do. Ask for copies of both, and we send them to you.\n";
    assert!(
        reason(POLICY, spoken).starts_with("no words were found in it by which it calls itself a policy"),
        "it speaks of one"
    );
    assert!(holds(CONTROLS, &format!("# Password policy\n\n{page} Everyone must keep to it. Ask sales for copies.\n")));
}

#[test]
fn documents_that_are_kept_have_many_names() {
    let body = "It was approved by the head of the desk in March and is read again every year. Its owners keep it up to date and show it to \
                whoever asks for it, and what has changed in it is told to all who work by it.";
    let is_kept = |name: &str, title: &str| {
        let text = format!("# {title}\n\n{body}\n");
        let kept = survey(&SourceFile::from_text("a.md", &text), Format::Markdown, None).kept;
        kept.iter().any(|at| plan().kept[*at].name == name)
    };
    for (name, title) in [
        ("service catalogue", "Leistungskatalog"),
        ("service catalogue", "Dienstekatalog"),
        ("service catalogue", "Catalogue of services"),
        ("service continuity plan", "Notfallhandbuch"),
        ("service continuity plan", "BCP"),
        ("service continuity plan", "DR Plan"),
        ("service continuity plan", "ITSCM Plan"),
        ("service continuity plan", "Plan de reprise d'activité"),
        ("service management policy and objectives", "ITSM Policy"),
        ("service management plan", "ITSM Plan"),
        ("change management policy", "Change-Richtlinie"),
        ("contracts with external suppliers", "Underpinning contracts"),
        ("contracts with external suppliers", "Suppliers and internal suppliers"),
        ("scope of the SMS", "Scope"),
        ("scope of the SMS", "Scope of the SMS"),
    ] {
        assert!(is_kept(name, title), "{name}: {title}");
    }
    for (name, title) in [
        ("contracts with external suppliers", "Agreements with internal suppliers"),
        ("contracts with external suppliers", "Internal supplier agreement"),
        ("scope of the SMS", "Scope of the project"),
        ("scope of the SMS", "Scope of work"),
        ("service catalogue", "Catalogue of spare parts"),
        ("service continuity plan", "DNS plan"),
    ] {
        assert!(!is_kept(name, title), "{name}: {title}");
    }
}

#[test]
fn words_in_another_sense_answer_no_question() {
    let silent = |title: &str, text: &str| {
        let text = format!("# {title}\n\n{text}\n");
        survey(&SourceFile::from_text("a.md", &text), Format::Markdown, None).silent.len()
    };
    let context = |sentence: &str| {
        let more = "We run services for schools in two counties. The issues that matter are the budget of the counties, the lack of \
                    trained people and the law on the data of pupils.";
        silent("Context of the organisation", &format!("{more} {sentence}"))
    };
    let answered = context("Climate change is not a relevant issue for us.");
    for sentence in [
        "The climate in the team is good.",
        "Climate control in the server room is checked.",
        "Whether climate change matters has not been decided yet.",
        "Nothing more is known.",
    ] {
        assert_eq!(context(sentence), answered + 1, "{sentence}");
    }
    for sentence in [
        "Climate control is costly, and climate change makes it more so.",
        "The climate was looked at in March and does not matter.",
        "We have decided that climate change matters.",
    ] {
        assert_eq!(context(sentence), answered, "{sentence}");
    }
    let restored = |sentence: &str| {
        let more = "In a major incident the incident manager restores the service with the help of all teams and tells the customers \
                    when it works again.";
        silent("Major incident procedure", &format!("{more} {sentence}"))
    };
    let kept = restored("Evidence is kept before the service is restored.");
    assert_eq!(restored("Evidence need not be kept."), kept + 1);
    assert_eq!(restored("Evidence need not be kept on paper; disk images are."), kept);
}

//! Frames that void what they hold, told from those that do not: sentences, headings, lists, rows.

use super::judgement::{CONTROLS, INCIDENTS, POLICY, parts};

const BASES: [(&str, &str); 3] = [
    (
        POLICY,
        "# Information security policy\n\nWe protect information against loss, theft and misuse. Passwords are long. Laptops are \
         encrypted. Screens are locked when nobody sits before them. Visitors are met at the door. Old disks are shredded.\n\n",
    ),
    (
        CONTROLS,
        "# Information security controls\n\nPasswords are long. Laptops are encrypted. Backups run every night. Doors are locked. \
         Visitors are met at the door. Old disks are shredded. Firewalls block what nobody uses. Nobody shares an account.\n\n",
    ),
    (
        INCIDENTS,
        "# Information security incident procedure\n\nThis page is about suspicious mails, lost laptops and malware. Nobody is blamed \
         for raising an alarm. Keep calm and think first. Do not touch the machine any more and wait at your place.\n\n",
    ),
];

/// A sentence for a part of each element.
const SAID: [(&str, &str, &str); 5] = [
    (POLICY, "approval by management", "this policy is approved by the board of directors"),
    (POLICY, "communication to staff", "all employees are trained in this policy"),
    (CONTROLS, "risk assessment at planned intervals", "security risks are assessed every year"),
    (INCIDENTS, "escalation", "incidents are escalated to the director"),
    (INCIDENTS, "analysis by type, volume and impact", "incidents are analysed by type, volume and impact"),
];

fn is_said(frame: &str, (element, part, sentence): (&str, &str, &str)) -> bool {
    let base = BASES.iter().find(|(one, _)| *one == element).expect("each element has a text").1;
    let capital = format!("{}{}", sentence[..1].to_uppercase(), &sentence[1..]);
    let text = frame.replace("{s}", sentence).replace("{S}", &capital);
    parts(element, &format!("{base}{text}\n")).contains(&part)
}

#[test]
fn frames_void_what_they_hold() {
    for frame in [
        "It is planned that {s}.",
        "From 2028 on, {s}.",
        "As of next year, {s}.",
        "In future, {s}.",
        "Our goal for 2028 is that {s}.",
        "Until 2019, {s}; this was given up.",
        "Suspended since May: {s}.",
        "TODO: write down how {s}.",
        "There are plans to see to it that {s}.",
        "Scheduled for spring 2028, {s}.",
        "It is not the case that {s}.",
        "Nobody makes sure that {s}.",
        "## Gaps\n\n- {S}.",
        "## Roadmap 2028\n\n- {S}.",
        "## Proposals that were rejected\n\n- {S}.",
        "## Offene Punkte\n\n- {S}.",
        "## Definitions\n\n- {S}.",
        "~~{S}.~~",
        "<del>{S}.</del>",
    ] {
        for one in SAID {
            assert!(!is_said(frame, one), "{frame}: {}", one.2);
        }
    }
    // In a procedure a status may be that of an incident.
    for frame in [
        "| Requirement | Status |\n|---|---|\n| {S} | planned |\n| Doors are locked | done |",
        "| Requirement | Status |\n|---|---|\n| {S} | ❌ |\n| Doors are locked | ✅ |",
    ] {
        for one in SAID {
            assert_eq!(is_said(frame, one), one.0 == INCIDENTS, "{frame}: {}", one.2);
        }
    }
    let denied = "| Requirement | Fulfilled |\n|---|---|\n| {S} | no |\n| Doors are locked | yes |";
    for one in SAID.into_iter().filter(|one| one.0 != INCIDENTS) {
        assert!(!is_said(denied, one), "{}", one.2);
    }
    // Behind a comma an open value may be that of another thing.
    for one in SAID.into_iter().filter(|(.., sentence)| !sentence.contains(',')) {
        assert!(!is_said("{S}: TBD", one), "{}", one.2);
    }
}

#[test]
fn other_frames_do_not() {
    for frame in [
        "{S}.",
        "- {S}",
        "We see to it that {s}.",
        "## {S}",
        "## How we work\n\n- {S}.",
        "Since 2019, {s}.",
        "{S}, next in March 2027.",
        "{S} (next time in 2027).",
        "{S}. Open points: none.",
        "In future cases as in those before {s}.",
        "As before, {s}.",
        "Not only are doors locked; {s}, too.",
        "Whoever comes here in 2028 will see that doors are locked. {S}.",
        "There is no doubt that {s}.",
        "| Requirement | Fulfilled |\n|---|---|\n| {S} | yes |\n| Doors are locked | no |",
        "| Requirement | Owner |\n|---|---|\n| {S} | planned |",
        "## Gaps\n\nNone.\n\n## Rules\n\n{S}.",
        "In case the phone is not answered:\n\n1. Wait.\n\nThen {s}.",
        "~~Doors are open.~~ {S}.",
        "Keys lie in `~~/.ssh` never. {S}.",
        "Do not wait:\n\n- {S}.",
        "Nobody is exempt from these rules:\n\n- {S}.",
        "Until 2023 it was otherwise; now {s}.",
        "From 2028 on another law applies as well; {s}.",
        "{S}, and a report goes to the board in January 2028.",
        "{S} (to be looked at again next year).",
        "## Contents\n\n1. Scope\n2. Rules\n\n{S}.",
        "## Gaps and rules\n\n{S}.",
        "**Out of scope**\n\nThe canteen.\n\n{S}.",
        "| Status | Meaning |\n|---|---|\n| Open | {S} |",
    ] {
        for one in SAID {
            assert!(is_said(frame, one), "{frame}: {}", one.2);
        }
    }
    let future = (INCIDENTS, "escalation", "incidents will be escalated to the director");
    assert!(is_said("{S}.", future), "what will be done is a rule");
}

#[test]
fn headings_with_nothing_below_say_nothing() {
    let base = BASES[2].1;
    let headings = ["Recording", "Priority", "Escalation", "Resolution", "Closure", "Trends", "Lessons learned"];
    let text = |below: &str| -> String {
        let sections = headings.map(|heading| format!("## {heading}\n\n{below}\n\n"));
        format!("{base}{}", sections.concat())
    };
    for below in ["", "TBD", "Not applicable.", "There is none.", "We do not do this.", "(none)"] {
        assert_eq!(parts(INCIDENTS, &text(below)), Vec::<&str>::new(), "{below}");
    }
    assert_eq!(parts(INCIDENTS, &text("The officer does it and writes down what was done.")).len(), headings.len());
    let orders = format!("{base}## 1. Escalate to the director\n\n## 2. Close the incident\n");
    assert_eq!(parts(INCIDENTS, &orders).len(), 2, "orders say what to do");
}

#[test]
fn a_remark_makes_no_document_missing() {
    let steps = "Every security incident is recorded, classified and given a priority. The security officer escalates it to the director, \
                 contains it, restores the service and closes it. Trends are analysed every quarter, and a review of each case shows what to improve.";
    for text in [
        format!("- Phone of the deputy: to be completed\n\n{steps}"),
        format!("See the guide to writing incident reports. {steps}"),
        format!("{steps}\n\n## What the standard asks for\n\nClause 8.7.3.3 asks for an incident procedure."),
    ] {
        let text = format!("# Security incident procedure\n\n{text}\n");
        assert_eq!(parts(INCIDENTS, &text).len(), 7, "{text}");
    }
}

#[test]
fn entries_of_a_manual_count_as_headings_do() {
    let steps = "Every security incident is recorded, classified and given a priority. The security officer escalates it to the director, \
                 contains it, resolves it and closes it.";
    for entry in [
        format!("**Information security incidents.** {steps}"),
        format!("Information security incidents: {steps}"),
        format!("| Process | Description |\n|---|---|\n| Information security incidents | {steps} |"),
    ] {
        assert_eq!(parts(INCIDENTS, &format!("# Service management manual\n\n{entry}\n")).len(), 5, "{entry}");
        assert!(parts(INCIDENTS, &format!("# Museum guide\n\n{entry}\n")).len() < 5, "{entry}");
    }
}

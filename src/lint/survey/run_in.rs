//! Elements inside a policy that no heading announces: paragraphs, entries and rows that begin with what they are about.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use super::super::denial;
use super::super::plan::{EXPLAINED, Of, POLICY, Plan, SYSTEM, plan};
use super::super::seen::seen_in;
use super::super::substance::{count_words, is_of_document, row_of, sentence_around};
use super::super::title::{self, Promise};
use super::Surveyor;
use super::evidence::{Found, GATHERED, SECTION};
use super::part::outermost;
use crate::document::Kind;
use crate::finding::Label;
use crate::rule::facts::{Evidence, Form, Standing};

/// The longest label, in bytes.
const LABEL: usize = 60;

/// Most words of a label.
const WORDS: usize = 7;

/// The same of one that ends like a sentence.
const BRIEF: usize = 3;

/// The longest word that may stand before the subject of a sentence, in letters: "All", "Every", "Jeder".
const SMALL: usize = 5;

/// Words of a rule: a sentence that says something of its subject.
const RULE: usize = 5;

/// How many places of topics are looked at.
const LOOKS: usize = 512;

/// A topic of rules: where it first stands, and how many words they have.
#[derive(Clone)]
struct Topic {
    block: usize,
    place: Range<usize>,
    words: usize,
}

impl Surveyor<'_> {
    /// Adds what a policy holds of elements that nothing else shows, though no heading says so.
    pub(super) fn add_run_in(&mut self, found: &mut Vec<Found>, promises: &[Promise], is_dated: bool) {
        let elements = &plan().elements;
        let is_policy = |one: &Evidence| elements[one.element].id == POLICY && one.standing == Standing::Kept;
        let policies = found.iter().filter(|(one, _)| is_policy(one)).map(|(_, extent)| extent.clone()).collect();
        let policies: Vec<Range<usize>> = outermost(policies);
        for (element, spec) in elements.iter().enumerate() {
            let is_kept = |(one, _): &Found| one.element == element && one.standing == Standing::Kept;
            let is_asked = spec.id != POLICY && !(is_dated && spec.undated) && !found.iter().any(is_kept);
            if is_asked && !policies.is_empty() {
                found.extend(self.run_in(element, &policies, promises));
            }
        }
        self.add_entries_of_manual(found, promises, is_dated);
    }

    /// Adds the elements that entries of the manual of a system are named after: "**Information security incidents.** Every …".
    fn add_entries_of_manual(&mut self, found: &mut Vec<Found>, promises: &[Promise], is_dated: bool) {
        if !title::of_whole(promises).any(|one| one.lists.contains(&SYSTEM)) {
            return;
        }
        let whole = 0..self.blocks.len();
        for (element, spec) in plan().elements.iter().enumerate() {
            let is_kept = |(one, _): &Found| one.element == element && one.standing == Standing::Kept;
            if !(is_dated && spec.undated || found.iter().any(is_kept)) {
                found.extend(self.labelled(element, &self.entries(&whole), promises));
            }
        }
    }

    /// What is found of an element in the policies of a document: a part that begins with a label as with a heading, a
    /// paragraph that says all of it, or rules on several of its topics.
    pub(super) fn run_in(&mut self, element: usize, policies: &[Range<usize>], all: &[Promise]) -> Vec<Found> {
        let entries: Vec<Promise> = policies.iter().flat_map(|policy| self.entries(policy)).collect();
        let mut found = self.labelled(element, &entries, all);
        if found.is_empty() {
            found.extend(self.paragraph(element, policies));
        }
        if found.is_empty() && plan().elements[element].gathers {
            found.extend(policies.iter().find_map(|policy| self.rules(element, policy, &entries, all)));
        }
        found
    }

    /// What is found of an element in entries that begin with a label as with a heading.
    pub(super) fn labelled(&mut self, element: usize, entries: &[Promise], all: &[Promise]) -> Vec<Found> {
        let is_kept = |one: &&Promise| self.standing(element, one, all) == Some(Standing::Kept);
        let labelled: Vec<Promise> = entries.iter().filter(is_kept).cloned().collect();
        let found = |one: Promise| {
            let (words, label) = (self.words_of(&one.extent), self.label_of_entry(one.extent.start));
            (Evidence { element, form: Form::Text, standing: Standing::Kept, label, words }, one.extent)
        };
        labelled.into_iter().map(found).collect()
    }

    /// Parts of a policy that begin with a label. Each goes on to the next one or to a heading; a row of a table is one.
    pub(super) fn entries(&self, policy: &Range<usize>) -> Vec<Promise> {
        let starts: Vec<(usize, &str)> = policy.clone().filter_map(|at| Some((at, self.run_in_label(at)?))).collect();
        let of = |(number, (at, label)): (usize, &(usize, &str))| {
            let row = row_of(&self.blocks[*at]);
            let is_item = self.blocks[*at].kind == Kind::Item;
            let goes_on = |other: &usize| match row {
                Some(_) => row_of(&self.blocks[*other]) == row,
                None => self.levels[*other].is_none() && (!is_item || self.blocks[*other].kind == Kind::Item),
            };
            let until = starts.get(number + 1).map_or(policy.end, |(next, _)| *next);
            let end = (at + 1..until).find(|other| !goes_on(other)).unwrap_or(until);
            let lists = title::lists_of(label);
            Promise { form: Form::Section, lists, block: Some(*at), extent: *at..end, is_dated: false }
        };
        starts.iter().enumerate().map(of).collect()
    }

    /// The label that a block begins with: "Access." before a text, "Access:" and what follows, the first cell of a row.
    pub(super) fn run_in_label(&self, at: usize) -> Option<&str> {
        let block = &self.blocks[at];
        if self.levels[at].is_some() {
            return None;
        }
        let text = block.prose.text();
        let label = match block.kind {
            Kind::Text | Kind::Note | Kind::Item => label_before(text)?,
            Kind::Cell(cell) => {
                let next = self.blocks.get(at + 1).filter(|next| row_of(next) == row_of(block));
                (cell.column == 0 && cell.row > 0 && next.is_some()).then_some(text)?
            }
            Kind::Heading(_) | Kind::Key(_) | Kind::Code | Kind::Metadata => return None,
        };
        (label.len() <= LABEL && count_words(label) <= WORDS && !is_of_document(label)).then_some(label)
    }

    /// A paragraph that is an element by what it says.
    fn paragraph(&mut self, element: usize, policies: &[Range<usize>]) -> Option<Found> {
        let is_text = |at: usize| matches!(self.blocks[at].kind, Kind::Text | Kind::Note | Kind::Item);
        let at = policies.iter().flat_map(Clone::clone).find(|at| {
            let asks = self.blocks[*at].prose.text().contains('?');
            is_text(*at) && self.levels[*at].is_none() && !asks && self.is_spoken(element, &(*at..*at + 1))
        })?;
        let (form, standing) = (Form::Text, Standing::Kept);
        let evidence = Evidence { element, form, standing, label: self.label(Some(at)), words: self.words[at] };
        Some((evidence, at..at + 1))
    }

    /// Rules on several topics of an element: entries with such labels, and sentences of which one is the subject.
    fn rules(&mut self, element: usize, policy: &Range<usize>, entries: &[Promise], all: &[Promise]) -> Option<Found> {
        let topics = self.topics(element, policy, entries);
        let words: usize = topics.values().map(|one| one.words).sum();
        let first = topics.values().min_by_key(|one| (one.block, one.place.start))?.clone();
        let extent = first.block..topics.values().map(|one| one.block).max()? + 1;
        let (form, standing, block) = (Form::Section, Standing::Kept, Some(first.block));
        let together = Promise { form, lists: HashSet::new(), block, extent: extent.clone(), is_dated: false };
        if topics.len() < GATHERED || words < SECTION || !self.is_ours(element, &together, all) {
            return None;
        }
        let label = self.label_of(first.block, &first.place);
        Some((Evidence { element, form: Form::Text, standing, label, words }, extent))
    }

    /// What the rules of a policy are about, each topic once, however often it comes again.
    fn topics(&self, element: usize, policy: &Range<usize>, entries: &[Promise]) -> BTreeMap<String, Topic> {
        let list = |which| Plan::list(element, which);
        let is_title = |one: usize| [Of::Titles, Of::Weak, Of::Broad].into_iter().any(|which| list(which) == one);
        let is_named = |one: &&Promise| {
            let has = |which| one.lists.contains(&list(which));
            let is_other = has(Of::Unless) || one.lists.contains(&EXPLAINED);
            !is_other && (one.lists.iter().any(|one| is_title(*one)) || has(Of::Topics))
        };
        let says = |one: &&Promise| self.words_of(&one.extent) >= RULE && self.says(&one.extent);
        let own = entries.iter().filter(|one| policy.contains(&one.extent.start));
        let named: Vec<&Promise> = own.filter(is_named).filter(says).collect();
        let mut topics = BTreeMap::new();
        let mut add = |block: usize, topic: Range<usize>, place: Range<usize>, words: usize| {
            let text = self.blocks[block].prose.text()[topic].to_lowercase();
            topics.entry(text).or_insert(Topic { block, place, words });
        };
        for one in &named {
            let label = self.label_range(one.extent.start).unwrap_or_default();
            add(one.extent.start, label.clone(), label, self.words_of(&one.extent));
        }
        let own = seen_in(&self.seen, policy).iter();
        for (_, block, range) in own.filter(|(one, ..)| is_title(*one)).take(LOOKS) {
            let is_named = named.iter().any(|one| one.extent.contains(block));
            if let (false, Some((sentence, words))) = (is_named, self.rule_on(*block, range)) {
                add(*block, range.clone(), sentence, words);
            }
        }
        topics
    }

    /// The sentence of which a phrase is the subject, if it says something of it, and how many words the rule has.
    fn rule_on(&self, at: usize, range: &Range<usize>) -> Option<(Range<usize>, usize)> {
        let block = &self.blocks[at];
        let is_text = matches!(block.kind, Kind::Text | Kind::Note | Kind::Item) && self.levels[at].is_none();
        if !is_text || self.words[at] == 0 || block.is_code(range) {
            return None;
        }
        let text = block.prose.text();
        let sentence = sentence_around(text, range);
        let before = text[sentence.start..range.start].split(|one: char| !one.is_alphanumeric());
        let before: Vec<&str> = before.filter(|word| !word.is_empty()).collect();
        let is_subject = before.len() <= 1 && before.iter().all(|word| word.chars().count() <= SMALL);
        let says = count_words(&text[sentence.clone()]) >= RULE && !text[sentence.clone()].contains(['?', ':', '：']);
        // What stands behind the first sentence of a paragraph goes on with it.
        let end = if text[..sentence.start].trim().is_empty() { text.len() } else { sentence.end };
        let is_rule = is_subject && says && !denial::denies(text, range, self.language);
        is_rule.then(|| (sentence.clone(), count_words(&text[sentence.start..end])))
    }

    /// Where the label stands that a block begins with.
    fn label_range(&self, at: usize) -> Option<Range<usize>> {
        let label = self.run_in_label(at)?;
        let start = self.blocks[at].prose.text().find(label)?;
        Some(start..start + label.len())
    }

    /// The label that a block begins with as that of a finding, else its first line.
    fn label_of_entry(&mut self, at: usize) -> Label {
        match self.label_range(at) {
            Some(range) => self.label_of(at, &range),
            None => self.label(Some(at)),
        }
    }
}

/// What stands before the first colon or full stop of a text, if more follows in it.
fn label_before(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let number = text.find(|one: char| !(one.is_ascii_digit() || matches!(one, '.' | ')' | ' '))).unwrap_or(0);
    let ends = |(at, one): &(usize, char)| {
        let rest = &text[at + one.len_utf8()..];
        matches!(one, ':' | '：') || matches!(one, '.' | '。') && rest.starts_with(char::is_whitespace)
    };
    let (at, end) = text.char_indices().skip_while(|(at, _)| *at < number).find(ends)?;
    let rest = &text[at + end.len_utf8()..];
    let label = text[number..at].trim();
    let is_sentence = matches!(end, '.' | '。');
    let is_label =
        label.contains(char::is_alphabetic) && (!is_sentence || !rest.trim().is_empty() && count_words(label) <= BRIEF);
    is_label.then_some(label)
}

#[cfg(test)]
mod tests {
    use super::super::tests::judgement::{CONTROLS, INCIDENTS, holds};
    use super::label_before;

    const POLICY: &str = "# Information Security Policy\n\nInformation is kept confidential and correct. Doors are locked. Whoever finds a \
                          fault in the protection of information repairs it without delay and writes down what was done.\n\n";

    /// Labels of rules, with the rules.
    const RULES: [(&str, &str); 4] = [
        ("Access", "Access is given by role only, and administrators use a second factor."),
        ("Secrets", "Secrets must never be stored in the repository."),
        ("Suppliers", "Each supplier who handles data must be checked before the contract is signed."),
        ("Backups", "Backups are made each night, and a restore is tried every quarter."),
    ];

    const STEPS: &str = "Every security incident is recorded, classified and given a priority. The security officer escalates it to \
                         the director, contains it, restores the service and closes it. Cases are analysed by type each \
                         quarter, and a review shows what to improve.";

    #[test]
    fn labels_stand_before_what_they_are_about() {
        for (text, label) in [
            ("1. Access. Access is given by role.", Some("Access")),
            ("Access control (A.5.15): by role", Some("Access control (A.5.15)")),
            ("Access control:", Some("Access control")),
            ("5.2 Access: by role", Some("Access")),
            ("Accesos. Los accesos se dan por rol.", Some("Accesos")),
            ("Access is given by role.", None),
            ("Staff report security incidents at once. They call the lead.", None),
            ("Access", None),
            ("1. 2. Doors", None),
        ] {
            assert_eq!(label_before(text), label, "{text}");
        }
    }

    fn in_policy(id: &str, text: &str) -> bool {
        holds(id, &format!("{POLICY}{text}\n"))
    }

    #[test]
    fn rules_of_a_policy_are_controls_however_they_are_set() {
        let set = |before: &str, between: &str, behind: &str| -> String {
            let all = RULES.iter().map(|(label, rule)| format!("{before}{label}{between}{rule}{behind}"));
            all.collect()
        };
        for text in [
            set("**1. ", ".** ", "\n\n"),
            set("- **", "**: ", "\n"),
            set("1. ", ": ", "\n"),
            format!("| Area | Rule |\n|---|---|\n{}", set("| ", " | ", " |\n")),
            RULES.map(|(_, rule)| rule).join("\n\n"),
            RULES.map(|(_, rule)| rule).join(" "),
        ] {
            assert!(in_policy(CONTROLS, &text), "{text}");
            let elsewhere = text.replace("Access", "Travel").replace("Secrets", "Meals").replace("Backups", "Hotels");
            assert!(!in_policy(CONTROLS, &elsewhere.replace("upplier", "inger")), "{elsewhere}");
            assert!(!holds(CONTROLS, &format!("# Minutes of the board\n\n{text}\n")), "{text}");
        }
    }

    #[test]
    fn names_of_topics_are_no_rules() {
        for text in [
            "Security incidents are reported to the officer. Access, backups, logging and suppliers are governed by separate policies. \
             Staff who break the rules may be dismissed. The policy is reviewed each year by the board.",
            "- **Security officer**: keeps the policy, reports to the board and answers questions on incidents, access and backups.\n\
             - **Board**: approves the policy and gives the money that is needed for it.\n\
             - **Staff**: reports incidents and reads the policy each year.",
            "Related policies: access control policy, backup policy, supplier security policy, incident response plan, all of which hold \
             for everybody who works here and for all sites.",
            "- Access: no rules yet.\n- Backups: none are made so far, and nobody has asked for them.\n- Secrets: none.\n",
            "What of access? Passwords are long? Are backups made each night, and is a restore tried every quarter of the year, or never?",
        ] {
            assert!(!in_policy(CONTROLS, text), "{text}");
            assert!(!in_policy(INCIDENTS, text), "{text}");
        }
    }

    #[test]
    fn steps_in_a_policy_are_an_approach_however_they_are_set() {
        for text in [
            format!("**7. Incidents.** {STEPS}"),
            format!("7. Incidents: {STEPS}"),
            format!("| Area | Rule |\n|---|---|\n| Incidents | {STEPS} |\n| Doors | They are locked at night. |"),
            STEPS.to_owned(),
        ] {
            assert!(in_policy(INCIDENTS, &text), "{text}");
            let short = text.replace(STEPS, "Security incidents are reported to the officer.");
            assert!(!in_policy(INCIDENTS, &short), "{short}");
        }
        assert!(!in_policy(INCIDENTS, &STEPS.replace("is recorded", "is recorded?")), "a question says nothing");
        assert!(!in_policy(INCIDENTS, &STEPS.replace("and closes it", "at once")), "a paragraph without a step");
    }

    #[test]
    fn entries_with_numbers_of_controls_are_controls() {
        let text = "# What we do\n\n- **Access control** (A.5.15): Access to systems is role-based.\n- **Cloud** (A.5.23): New services are \
                    checked before use.\n- A.8.13 Copies are made at night and tried each quarter.\n";
        assert!(holds(CONTROLS, text));
        assert!(!holds(CONTROLS, &text.replace("A.5.23", "A.x")), "two are no list");
        assert!(
            !holds(CONTROLS, &text.replace("A.8.13 Copies", "Copies, as A.8.13 asks,")),
            "a mention is no number of its own"
        );
    }

    #[test]
    fn labels_of_topics_are_known_in_every_language() {
        let policies = [
            (
                "Leitlinie zur Informationssicherheit",
                "Wer hier arbeitet, geht damit um wie mit eigenem Geld.",
                ["Lieferanten", "Protokollierung", "Zugangsdaten", "Entwicklung"],
            ),
            (
                "Politique de sécurité de l'information",
                "Ceux qui travaillent ici en prennent soin comme de leur argent.",
                ["Fournisseurs", "Journaux", "Réseaux", "Développement"],
            ),
            (
                "Política de seguridad de la información",
                "Quien trabaja aquí lo cuida como su propio dinero.",
                ["Proveedores", "Credenciales", "Copias", "Desarrollo"],
            ),
            (
                "Política de segurança da informação",
                "Quem trabalha aqui cuida disso como do seu dinheiro.",
                ["Fornecedores", "Credenciais", "Cópias", "Desenvolvimento"],
            ),
            (
                "Politica di sicurezza delle informazioni",
                "Chi lavora qui ne ha cura come del proprio denaro.",
                ["Fornitori", "Credenziali", "Copie", "Sviluppo"],
            ),
            (
                "Informatiebeveiligingsbeleid",
                "Wie hier werkt gaat ermee om als met eigen geld.",
                ["Leveranciers", "Netwerken", "Gegevens", "Ontwikkeling"],
            ),
            (
                "Information Security Policy",
                "Who works here takes care of it as of their own money.",
                ["Suppliers", "Credentials", "Networks", "Development"],
            ),
        ];
        for (title, rule, labels) in policies {
            let entries: String = labels.iter().map(|label| format!("- **{label}**: {rule}\n")).collect();
            let text = format!("# {title}\n\n{rule} {rule} {rule}\n\n{entries}");
            assert!(holds(CONTROLS, &text), "{text}");
            let others: String = ["A", "B", "C", "D"].iter().map(|label| format!("- **{label}**: {rule}\n")).collect();
            assert!(!holds(CONTROLS, &format!("# {title}\n\n{rule} {rule} {rule}\n\n{others}")), "{title}");
        }
    }
}

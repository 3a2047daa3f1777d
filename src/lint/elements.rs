//! The reduce for elements: what a whole set of documents lacks, holds in part or claims twice.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::plan::{POLICY, plan};
use super::statement;
use super::survey::link::meanings;
use super::title;
use crate::finding::{Finding, Label, Note, Related, Relation, hash};
use crate::rule::check::{Hit, element};
use crate::rule::element::{Element, Kept, Parts};
use crate::rule::facts::{Declaration, DocumentFacts, Evidence, Form, Misdeclared, Standing};
use crate::rule::{Check, Rule, message, model, set};
use crate::source::Position;

/// Lets a document count of which only the title says that it belongs to an element, where one that satisfies the element
/// links to it or names it: a policy and its procedure are one. What one of them speaks of, the other need not.
pub(super) fn join(facts: &mut [DocumentFacts]) {
    let is_kept = |one: &Evidence| one.standing == Standing::Kept;
    let holders: Vec<Holder> =
        facts.iter().enumerate().filter(|(_, one)| one.evidence.iter().any(is_kept)).map(Holder::of).collect();
    let index = |of: fn(&Holder) -> &[Arc<str>]| {
        let mut index: HashMap<Arc<str>, Vec<usize>> = HashMap::new();
        for (at, holder) in holders.iter().enumerate() {
            of(holder).iter().for_each(|one| index.entry(Arc::clone(one)).or_default().push(at));
        }
        index
    };
    let (naming, linking) = (index(|one| &one.names), index(|one| &one.links));
    let mut heard: Vec<(usize, usize)> = Vec::new();
    for (at, document) in facts.iter_mut().enumerate() {
        let (path, joins) = (&document.path, &document.joins);
        let may_join = |one: &Evidence| {
            let is_open = matches!(one.standing, Standing::Unrelated(_) | Standing::Explaining);
            is_open && one.form != Form::Section && joins.contains(&one.element)
        };
        // Most documents gain nothing by what others say, and are not compared with them.
        if document.addressed.is_empty() && !document.evidence.iter().any(may_join) {
            continue;
        }
        let title = title::plain(&document.title.text);
        let names = naming.get(&*title).map_or(&[][..], Vec::as_slice);
        let meanings = meanings(path);
        let links = meanings.iter().filter_map(|one| linking.get(&**one)).flatten();
        let mine: BTreeSet<usize> = names.iter().chain(links).copied().filter(|one| holders[*one].at != at).collect();
        for one in &mut document.evidence {
            let mut holding = mine
                .iter()
                .filter(|holder| joins.contains(&one.element) && holders[**holder].elements.contains(&one.element));
            let is_joined = match one.standing {
                Standing::Unrelated(_) => holding.next().is_some(),
                // What a policy calls by its name is no explanation of what others do.
                Standing::Explaining => holding.any(|holder| names.binary_search(holder).is_ok()),
                _ => false,
            };
            if is_joined && one.form != Form::Section {
                (one.standing, one.form) = (Standing::Kept, Form::Text);
            }
        }
        heard.extend(mine.iter().flat_map(|one| document.addressed.iter().map(|topic| (holders[*one].at, *topic))));
    }
    for (at, topic) in heard {
        facts[at].silent.retain(|one| *one != topic);
    }
}

/// A document that satisfies elements, with what it says of others.
struct Holder {
    at: usize,
    elements: Vec<usize>,
    links: Vec<Arc<str>>,
    names: Vec<Arc<str>>,
}

impl Holder {
    fn of((at, document): (usize, &DocumentFacts)) -> Self {
        let kept = document.evidence.iter().filter(|one| one.standing == Standing::Kept);
        let (links, names) = (document.links.clone(), document.names.clone());
        Self { at, elements: kept.map(|one| one.element).collect(), links, names }
    }
}

/// Where findings about the whole set point, and what it holds.
#[derive(Debug)]
pub struct Set<'a> {
    /// The documents, sorted by path.
    pub facts: &'a [DocumentFacts],
    /// The claim of conformity, or the title that shows that this is a service management system.
    pub sign: Option<&'a Label>,
    /// True if the sign is a claim.
    pub is_claim: bool,
}

impl Set<'_> {
    /// What is wrong with the set, in no order.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        if self.facts.is_empty() {
            return Vec::new();
        }
        let is_unread = self.largest_unread().is_some();
        let is_asked = |rule: &&Rule| !(is_unread && is_of_what_lacks(rule));
        set::rules().iter().filter(is_asked).flat_map(|rule| self.of_rule(rule)).collect()
    }

    /// That nobody can tell what the set lacks, if most of it cannot be read.
    #[must_use]
    pub fn note(&self) -> Option<Note> {
        let document = self.largest_unread()?;
        Some(Note {
            path: document.path.to_string(),
            at: Position { byte: 0, line: 1, column: 1 },
            reason: "it is in a language of which hardly any word is known, as most of the documents are: what the set lacks \
                     was not looked for; declare which documents hold what, and it will be"
                .into(),
        })
    }

    /// The largest of the documents that cannot be read, if they hold more words than the others and none declares what it holds.
    fn largest_unread(&self) -> Option<&DocumentFacts> {
        let words = |is_unread: bool| -> usize {
            self.facts.iter().filter(|one| one.is_unread == is_unread).map(|one| one.words).sum()
        };
        let is_declared = self.facts.iter().any(|one| !one.declarations.is_empty());
        let unread = self.facts.iter().filter(|one| one.is_unread).max_by_key(|one| one.words)?;
        (!is_declared && words(true) > words(false)).then_some(unread)
    }

    fn of_rule(&self, rule: &'static Rule) -> Vec<Finding> {
        match rule.check {
            Check::MissingElement(one) => self.missing(rule, one).into_iter().collect(),
            Check::IncompleteElement(parts) => self.incomplete(rule, parts).into_iter().collect(),
            Check::DuplicateElement => self.duplicate(rule).into_iter().collect(),
            Check::UnaddressedTopic(topic) => {
                let at = plan().topics.iter().position(|one| std::ptr::eq(*one, topic));
                let silent = |document: &&DocumentFacts| at.is_some_and(|at| document.silent.contains(&at));
                let found = |document: &DocumentFacts| finding(rule, Vec::new(), document.title.clone(), Vec::new());
                self.facts.iter().filter(silent).map(found).collect()
            }
            Check::MissingDocuments(kept) => self.not_kept(rule, kept).into_iter().collect(),
            Check::EmptyDeclaration => {
                self.declarations(|one| one.fault.is_none() && one.is_empty, |one| empty(rule, one))
            }
            Check::UnknownDeclaration => self.declarations(|one| one.fault.is_some(), |one| unknown(rule, one)),
            Check::CitationStatus(_)
            | Check::ClauseStatus(_)
            | Check::GuidanceAsRequirement
            | Check::MixedEditions
            | Check::MissingAmendment
            | Check::Suppression(_)
            | Check::StaleBaseline
            | Check::Setting(_)
            | Check::Own(_) => Vec::new(),
        }
    }

    fn missing(&self, rule: &'static Rule, wanted: &'static Element) -> Option<Finding> {
        let at = plan().elements.iter().position(|one| std::ptr::eq(*one, wanted))?;
        if !element::satisfying(self.facts, at).is_empty() {
            return None;
        }
        let mut values = vec![
            ("name", message::capital(wanted.name)),
            ("clause", wanted.clause.to_owned()),
            self.looked_at(),
            ("declaration", declaration_of(wanted.clause)),
            ("cited-as", wanted.clause.replacen('8', "9", 1)),
        ];
        let mut related = Vec::new();
        if let Some((document, evidence)) = element::closest(self.facts, at) {
            values.push(("closest", self.named(document, evidence)));
            values.push(("why-not", element::why_not(evidence)));
            related.push(Related {
                relation: Relation::Again,
                place: evidence.label.place.clone(),
                words: "the closest".into(),
            });
        }
        let closest = element::closest(self.facts, at).map(|(_, evidence)| &evidence.label);
        let label = self.place(closest).clone();
        let is_closest = self.sign.is_none() && closest.is_some_and(|one| one.place == label.place);
        let place = if self.is_claim {
            "claim"
        } else if is_closest {
            "at-closest"
        } else {
            "no-claim"
        };
        values.push((place, String::new()));
        related.retain(|one| one.place != label.place);
        Some(Finding { sentence: None, ..finding(rule, values, label, related) })
    }

    fn incomplete(&self, rule: &'static Rule, wanted: &'static Parts) -> Option<Finding> {
        let at = plan().elements.iter().position(|one| one.id == wanted.element)?;
        let satisfying = element::satisfying(self.facts, at);
        // Of what is in another language nobody knows what it leaves out: what the others leave out may stand there.
        if satisfying.iter().any(|(document, _)| document.is_foreign) {
            return None;
        }
        let (document, evidence) = satisfying.into_iter().next()?;
        let spoken = element::spoken_of(self.facts, at, wanted.anywhere);
        let names = |there: bool| -> Vec<&str> {
            let all = wanted.parts.iter().enumerate();
            all.filter(|(part, _)| spoken.contains(part) == there).map(|(_, part)| part.name).collect()
        };
        let missing = names(false);
        if missing.is_empty() {
            return None;
        }
        let mut values = vec![
            ("document", quoted(&evidence.label)),
            ("missing", message::one_of(&missing, "and")),
            ("clause", plan().elements[at].clause.to_owned()),
        ];
        if !spoken.is_empty() {
            values.push(("found", message::one_of(&names(true), "and")));
        }
        let own = document.parts.iter().filter(|(one, ..)| *one == at);
        let related = own.map(|(_, part, place)| Related {
            relation: Relation::Again,
            place: place.clone(),
            words: format!("{} is found here", wanted.parts[*part].name).into(),
        });
        let mut related: Vec<Related> = related.collect();
        related.sort_by(|a, b| a.place.cmp(&b.place));
        let sentence = Some(hash(&missing.join(" ")));
        Some(Finding { sentence, ..finding(rule, values, evidence.label.clone(), related) })
    }

    fn duplicate(&self, rule: &'static Rule) -> Option<Finding> {
        let claiming = element::claiming(self.facts, plan().elements.iter().position(|one| one.id == POLICY)?);
        let ((_, first), others) = claiming.split_first().filter(|(_, others)| !others.is_empty())?;
        let related: Vec<Related> = others
            .iter()
            .map(|(_, one)| Related {
                relation: Relation::Again,
                place: one.label.place.clone(),
                words: "another one".into(),
            })
            .collect();
        let paths: Vec<&str> = others.iter().map(|(document, _)| &*document.path).collect();
        let values = vec![("count", claiming.len().to_string()), ("others", message::one_of(&paths, "and"))];
        Some(finding(rule, values, first.label.clone(), related))
    }

    fn not_kept(&self, rule: &'static Rule, kept: &'static [Kept]) -> Option<Finding> {
        let there = |at: usize| self.facts.iter().any(|document| document.kept.contains(&at));
        let missing: Vec<&str> =
            kept.iter().enumerate().filter(|(at, _)| !there(*at)).map(|(_, one)| one.name).collect();
        let mut values = vec![self.looked_at()];
        match missing.as_slice() {
            [] => return None,
            [one] => values.push(("one-missing", (*one).to_owned())),
            all => {
                values.push(("count", all.len().to_string()));
                values.push(("missing", message::one_of(all, "and")));
            }
        }
        let label = self.place(None).clone();
        let sentence = Some(hash(&missing.join(" ")));
        Some(Finding { sentence, ..finding(rule, values, label, Vec::new()) })
    }

    /// Where a finding of what is missing points: at the claim of conformity or the title of the system, else at the statement
    /// of its scope, at a list of its documents, at the first page of the topmost folder, at what came closest, at the
    /// first document of the topmost folder.
    fn place<'a>(&'a self, closest: Option<&'a Label>) -> &'a Label {
        let depth = |one: &&DocumentFacts| one.path.matches('/').count();
        let top = self.facts.iter().map(|one| depth(&one)).min();
        let is_front = |one: &&DocumentFacts| Some(depth(one)) == top && title::is_index(&one.path);
        let first =
            |is_it: &dyn Fn(&&DocumentFacts) -> bool| self.facts.iter().filter(|one| is_it(one)).min_by_key(depth);
        let document =
            || first(&|one| one.is_scope).or_else(|| first(&|one| one.is_listing)).or_else(|| first(&is_front));
        let of = |one: &'a DocumentFacts| &one.title;
        let found = self.sign.or_else(|| document().map(of)).or(closest).or_else(|| first(&|_| true).map(of));
        found.unwrap_or(&self.facts[0].title)
    }

    /// Findings at declarations.
    fn declarations(
        &self,
        is_meant: impl Fn(&Declaration) -> bool,
        finding: impl Fn(&Declaration) -> Finding,
    ) -> Vec<Finding> {
        let all = self.facts.iter().flat_map(|document| &document.declarations);
        let mut findings: Vec<Finding> = all.filter(|one| is_meant(one)).map(finding).collect();
        // What is wrong with the name of a standard is said once, however many clauses stand below it.
        let mut said = HashSet::new();
        findings.retain(|one| said.insert((one.primary.place.clone(), one.said.message.clone())));
        findings
    }

    /// How many documents were looked at, by the hole for one or for many.
    fn looked_at(&self) -> (&'static str, String) {
        match self.facts.len() {
            1 => ("looked-at-one", "The one document".into()),
            many => ("looked-at-many", many.to_string()),
        }
    }

    /// A promise with its document: `docs/policy.md, "Information security policy"`.
    fn named(&self, document: &DocumentFacts, evidence: &Evidence) -> String {
        if evidence.label.text.is_empty() {
            return document.path.to_string();
        }
        format!("{}, {}", document.path, quoted(&evidence.label))
    }
}

/// True for a rule on what no document holds.
fn is_of_what_lacks(rule: &Rule) -> bool {
    matches!(rule.check, Check::MissingElement(_) | Check::MissingDocuments(_))
}

/// How a clause is declared.
fn declaration_of(clause: &str) -> String {
    format!("satisfies: {{\"ISO/IEC 20000-1:2018\": [\"{clause}\"]}}")
}

fn empty(rule: &'static Rule, declaration: &Declaration) -> Finding {
    let values = vec![("clause", declaration.clause.clone()), ("standard", declaration.standard.clone())];
    finding(rule, values, declaration.label.clone(), Vec::new())
}

/// The finding at a declaration of what does not exist.
pub(super) fn unknown(rule: &'static Rule, declaration: &Declaration) -> Finding {
    let Declaration { standard, clause, label, .. } = declaration;
    let (name, value) = match declaration.fault {
        Some(Misdeclared::Standard) => ("unknown-standard", String::new()),
        Some(Misdeclared::Clause) => ("unknown-clause", clause.clone()),
        Some(Misdeclared::Shape) | None => ("wrong-shape", String::new()),
    };
    let mut values = vec![(name, value), ("standard", standard.clone()), ("declaration", declaration_of("8.7.3.1"))];
    let meant = model::clause(clause);
    if meant != *clause {
        values.push(("meant", meant));
    }
    finding(rule, values, label.clone(), Vec::new())
}

fn finding(rule: &'static Rule, values: message::Values, primary: Label, related: Vec<Related>) -> Finding {
    let sentence = Some(hash(&primary.text));
    Finding { related, sentence, ..statement::finding(rule, &Hit { values, ..Hit::default() }, None, primary) }
}

fn quoted(label: &Label) -> String {
    let text: String = label.text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("\"{}\"", title::without_key(text.trim_start_matches(['#', '=', '*', ' '])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_counts_to_which_a_policy_links() {
        use crate::document::Format;
        use crate::lint::survey::survey;
        use crate::source::SourceFile;
        let policy = "# Incident response policy\n\nEvery member of staff helps to protect the information of the company. Security \
                      incidents are recorded and classified by the security team. Follow the [process](process.md).\n";
        let process = |title: &str| {
            format!(
                "# {title}\n\nThe engineer on duty escalates the incident to the head of engineering and contains it. When it is \
                 closed, the case is reviewed, and each quarter all cases are analysed by type, volume and impact.\n"
            )
        };
        let at =
            plan().elements.iter().position(|one| one.id == "information-security-incidents").expect("it is there");
        let count = |policy: &str, process: &str| {
            let read = |path: &str, text: &str| survey(&SourceFile::from_text(path, text), Format::Markdown, None);
            let mut facts = [read("docs/policy.md", policy), read("docs/process.md", process)];
            join(&mut facts);
            (element::satisfying(&facts, at).len(), element::spoken_of(&facts, at, false).len())
        };
        assert_eq!(count(policy, &process("Incident response process")), (2, 6));
        let named = policy
            .replace("Follow the [process](process.md).", "They are handled as the incident response process says.");
        assert_eq!(count(&named, &process("Incident response process")), (2, 6));
        assert_eq!(count(&named, &process("Incident response procedure")).0, 1, "another one is named");
        let guide = format!(
            "{}\nYour incident response plan should include the phone numbers of your staff.\n",
            process("Incident response process")
        );
        assert_eq!(count(&named, &guide), (2, 6), "a name is that of its own");
        assert_eq!(count(policy, &guide).0, 1, "a link may lead to what others say");
        let alone = policy.replace("(process.md)", "(other.md)");
        assert_eq!(count(&alone, &process("Incident response process")).0, 1);
        assert_eq!(count(policy, &process("Emergencies")).0, 1, "a title that is none of a process");
    }

    #[test]
    fn what_a_process_speaks_of_its_policy_need_not() {
        use crate::document::Format;
        use crate::lint::survey::survey;
        use crate::source::SourceFile;
        let policy = "# Incident response policy\n\nSecurity incidents are recorded by the lead at once, and all members of staff \
                      help the lead with it. They are handled as the incident response process says.\n";
        let process = "# Incident response process\n\nThe desk decides whether it is a service incident, a security incident, both or \
                       neither. The engineer on duty contains it and tells the head of engineering and the customers.\n";
        let silent = |policy: &str| {
            let read = |path: &str, text: &str| survey(&SourceFile::from_text(path, text), Format::Markdown, None);
            let mut facts = [read("docs/policy.md", policy), read("docs/process.md", process)];
            let before = facts[0].silent.len();
            join(&mut facts);
            (before, facts[0].silent.len())
        };
        let (before, after) = silent(policy);
        assert!(after < before, "{before} {after}");
        let (before, after) = silent(&policy.replace("incident response process", "plan of the group"));
        assert_eq!(before, after);
    }

    #[test]
    fn what_comes_closest_is_told_once_and_by_its_title() {
        use crate::document::Format;
        use crate::lint::survey::survey;
        use crate::source::SourceFile;
        let text = "---\ntitle: Information security policy\n---\n\nWe keep the information of all customers safe.\n";
        let facts = [survey(&SourceFile::from_text("docs/policy.md", text), Format::Markdown, None)];
        let set = Set { facts: &facts, sign: None, is_claim: false };
        let found = set.findings();
        let found = found.iter().find(|one| one.rule == "missing-information-security-policy").expect("it is missing");
        let help = found.said.help.as_str();
        assert!(help.contains("\"Information security policy\", but it holds only 8 words of running text"), "{help}");
        assert!(help.contains("and at least 20 are needed"), "{help}");
        assert_eq!(found.said.label, "this comes closest, and is not enough");
        assert!(found.related.is_empty(), "the place is that of the finding");
        let other = [
            facts[0].clone(),
            survey(&SourceFile::from_text("index.md", "# Home\n\nAll is here.\n"), Format::Markdown, None),
        ];
        let found = Set { facts: &other, sign: None, is_claim: false }.findings();
        let found = found.iter().find(|one| one.rule == "missing-information-security-policy").expect("it is missing");
        assert_eq!(found.said.label, "a service management system needs it");
        assert_eq!(found.related.iter().map(|one| &*one.words).collect::<Vec<_>>(), ["the closest"]);
    }

    #[test]
    fn of_a_set_that_cannot_be_read_it_is_not_said_what_it_lacks() {
        use crate::document::Format;
        use crate::lint::survey::survey;
        use crate::source::SourceFile;
        let read = |path: &str, text: &str| survey(&SourceFile::from_text(path, text), Format::Markdown, None);
        let swedish = "# Rutin för hantering av incidenter\n\nVarje incident ska registreras och klassificeras av den som har \
                       ansvar. Den som är ansvarig ska inte vänta, och alla incidenter analyseras varje kvartal av vår grupp.\n";
        let english =
            "# Travel\n\nWe travel by train, and whoever cannot do so asks the office for a car two days before.\n";
        let missing = |facts: &[DocumentFacts]| {
            let set = Set { facts, sign: None, is_claim: false };
            let is_of_it =
                |one: &Finding| one.rule.starts_with("missing-information") || one.rule.starts_with("missing-doc");
            (set.findings().into_iter().filter(is_of_it).count(), set.note().map(|one| one.path))
        };
        let unread = [read("a.md", swedish)];
        assert_eq!(missing(&unread), (0, Some("a.md".into())));
        let mixed = [read("a.md", swedish), read("b.md", &format!("{english}{}", &english[10..]))];
        assert_eq!(missing(&mixed), (4, None), "most of it can be read");
        let declared =
            [read("a.md", &format!("---\nsatisfies: {{\"ISO/IEC 20000-1:2018\": [\"8.7.3.3\"]}}\n---\n\n{swedish}"))];
        assert_eq!(missing(&declared), (3, None), "somebody told what holds what");
    }
}

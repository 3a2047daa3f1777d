//! Assessment results of OSCAL: an observation for each finding, a finding of OSCAL for each rule that has some.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::Dossier;
use super::dossier::{NAMESPACE, NOTICE, VERSION};
use super::escape::{legal, markdown, pretty, uri};
use super::sources;
use crate::finding::Finding;

/// The version of the format.
const OSCAL: &str = "1.1.3";

/// The format asks for a plan.
const NO_PLAN: &str = "The documents were checked by a program; nobody wrote a plan for it.";

/// A name with a value, in the words of the format.
#[derive(Serialize)]
struct Property {
    name: String,
    ns: &'static str,
    value: String,
}

/// Writes the report as one object.
///
/// # Errors
/// What writing to `out` gives.
pub fn write(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    let day = format!("{}T00:00:00Z", dossier.report.as_of);
    let observations: Vec<Observed<'_>> = dossier.report.findings.iter().enumerate().map(Observed::new).collect();
    let about: Vec<Property> = dossier
        .about()
        .iter()
        .filter(|(name, _)| *name != "notice")
        .map(|(name, value)| property(name, value))
        .collect();
    let plan = id("plan");
    let mut result = json!({
        "uuid": id("result"),
        "title": "Check of documents",
        "description": description(dossier),
        "start": day,
        "end": day,
        "props": about,
        "reviewed-controls": { "control-selections": [{ "description": "What the rules of sms-lint look for.", "include-all": {} }] },
    });
    // The format has no empty lists.
    if !observations.is_empty() {
        result["observations"] = observations.iter().map(|one| one.entry(dossier, &day)).collect();
        result["findings"] = findings(dossier, &observations);
    }
    let key = format!("{day} {} {}", dossier.head.configuration, dossier.counts());
    let root = json!({
        "assessment-results": {
            "uuid": id(&key),
            "metadata": metadata(&day),
            "import-ap": { "href": format!("#{plan}"), "remarks": "There is no assessment plan." },
            "results": [result],
            "back-matter": { "resources": [{ "uuid": plan, "title": "No assessment plan", "description": NO_PLAN }] },
        },
    });
    pretty(&root, out)
}

/// The counts, or why there is nothing to count.
fn description(dossier: &Dossier) -> String {
    let nothing = dossier.nothing_checked().map_or_else(String::new, |words| format!(" {words}"));
    legal(&format!("{}.{nothing} {NOTICE}", dossier.counts()))
}

fn metadata(day: &str) -> Value {
    json!({
        "title": "Report of sms-lint on citations of standards",
        "last-modified": day,
        "version": VERSION,
        "oscal-version": OSCAL,
        "remarks": NOTICE,
    })
}

/// A finding with the id of its observation.
struct Observed<'a> {
    id: Uuid,
    finding: &'a Finding,
}

impl<'a> Observed<'a> {
    fn new((at, finding): (usize, &'a Finding)) -> Self {
        let place = &finding.primary.place;
        Self { id: id(&format!("{at} {} {} {}", finding.fingerprint(), place.path, place.start.byte)), finding }
    }

    fn entry(&self, dossier: &Dossier, day: &str) -> Value {
        let (place, said) = (&self.finding.primary.place, &self.finding.said);
        let at = match &place.location {
            Some(location) => location.to_string(),
            None => format!("line {}, column {}", place.start.line, place.start.column),
        };
        let mut props = vec![property("severity", self.finding.severity.name()), property("rule", self.finding.rule)];
        props.push(property("fingerprint", &self.finding.fingerprint()));
        props.extend(sources::of(said.cited.as_ref()).iter().map(|source| property("source", source)));
        json!({
            "uuid": self.id,
            "title": markdown(&said.message),
            "description": markdown(&format!("{}, {at}: {}. {}", place.path, said.message, said.help)),
            "props": props,
            "methods": ["EXAMINE"],
            "types": ["finding"],
            "relevant-evidence": [{
                "href": uri(&dossier.head.rooted(&place.path)),
                "description": markdown(&format!("{at}: {}", self.finding.primary.text)),
            }],
            "collected": day,
        })
    }
}

/// One finding of OSCAL for each rule, which is its objective.
fn findings(dossier: &Dossier, observations: &[Observed<'_>]) -> Value {
    let mut by_rule: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for one in observations {
        by_rule.entry(one.finding.rule).or_default().push(json!({ "observation-uuid": one.id }));
    }
    let rules = &dossier.report.selection;
    let summary = |id: &str| rules.all().find(|rule| rule.id == id).map_or("", |rule| rule.summary);
    let entry = |(rule, related): (&str, Vec<Value>)| {
        json!({
            "uuid": id(rule),
            "title": rule,
            "description": format!("{}. {NOTICE}", summary(rule)),
            "target": {
                "type": "objective-id",
                "target-id": rule,
                "status": { "state": "not-satisfied", "remarks": "Documents are found in which the rule finds something." },
            },
            "related-observations": related,
        })
    };
    by_rule.into_iter().map(entry).collect()
}

fn property(name: &str, value: &str) -> Property {
    Property { name: name.replace(' ', "-"), ns: NAMESPACE, value: legal(value).trim().to_owned() }
}

/// An id that is the same for the same thing.
fn id(of: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("{NAMESPACE} {of}").as_bytes())
}

//! A report as SARIF.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{self, Write};

use super::model::{
    Artifact, Base, Change, Driver, Evidence, Found, Invocation, Location, Log, Logical, Mending, Message,
    Notification, Physical, Region, Replacement, Run, Suppression, Tool, level,
};
use super::rule::descriptor;

use crate::finding::{Edit, Finding, Fix, Suppressed, Suppressor};
use crate::report::dossier::{Dossier, Head, NOTICE, RELEASED, VERSION};
use crate::report::escape::{pretty, uri};
use crate::report::scrub::one_line;
use crate::report::sources;
use crate::rule::Rule;
use crate::source::Place;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// What relative paths are relative to.
const ROOT: &str = "%SRCROOT%";

/// Name of the fingerprint that the baseline has as well.
const OWN: &str = "smsLint/v1";

/// How many findings code scanning takes in one file; with more it takes none.
const MOST: usize = 25_000;

/// Writes the report.
///
/// # Errors
/// What writing to `out` gives.
pub fn write(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    let description = format!("Checks documents for citations of withdrawn and superseded standards. {NOTICE}");
    let driver = Driver {
        name: "sms-lint",
        semantic_version: VERSION,
        release_date_utc: RELEASED,
        full_description: Message { text: description },
        rules: named(dossier).iter().map(|rule| descriptor(rule)).collect(),
    };
    let (results, left_out) = results(dossier);
    let notifications = notifications(dossier, left_out);
    let base = Base { description: Message { text: "The root of the repository, else the folder of the run.".into() } };
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver },
            invocations: [Invocation {
                // A document on which the program itself failed was not checked.
                execution_successful: dossier.unchecked.is_none()
                    && !dossier.report.skipped.iter().any(|one| one.is_ours),
                tool_execution_notifications: notifications,
            }],
            column_kind: "unicodeCodePoints",
            original_uri_base_ids: BTreeMap::from([(ROOT, base)]),
            results,
            properties: dossier.about().into_iter().collect(),
        }],
    };
    pretty(&log, out)
}

/// The rules that results name, sorted by id.
fn named(dossier: &Dossier) -> Vec<&'static Rule> {
    let report = &dossier.report;
    let held_back = report.suppressed.iter().map(|one| &one.finding).chain(&report.known);
    let held_back = held_back.filter(|_| dossier.head.with_suppressed);
    let ids: BTreeSet<&str> = report.findings.iter().chain(held_back).map(|one| one.rule).collect();
    report.selection.all().filter(|rule| ids.contains(rule.id)).collect()
}

/// The results, and how many are left out because no more are taken.
fn results(dossier: &Dossier) -> (Vec<Found<'_>>, usize) {
    let (report, head) = (&dossier.report, &dossier.head);
    let rules = named(dossier);
    let mut chosen: Vec<&Finding> = report.findings.iter().collect();
    let left_out = chosen.len().saturating_sub(MOST);
    if left_out > 0 {
        // The gravest stay, in the order of the report.
        chosen.sort_by_key(|one| std::cmp::Reverse(one.severity));
        chosen.truncate(MOST);
        chosen.sort_by_cached_key(|one| one.key());
    }
    let mut results: Vec<Found<'_>> = chosen.into_iter().map(|one| result(head, &rules, one, Vec::new())).collect();
    tell_apart(&mut results);
    if head.with_suppressed {
        results.extend(report.suppressed.iter().map(|one| result(head, &rules, &one.finding, vec![suppression(one)])));
        let known = || Suppression { kind: "external", justification: "The baseline knows it.".into() };
        results.extend(report.known.iter().map(|one| result(head, &rules, one, vec![known()])));
    }
    (results, left_out)
}

/// Numbers findings of one document that are alike, in the form that code scanning goes by.
fn tell_apart(results: &mut [Found<'_>]) {
    let mut seen: HashMap<(String, String), usize> = HashMap::new();
    for one in results {
        let print = one.partial_fingerprints[OWN].clone();
        let path = one.locations[0].physical_location.artifact_location.uri.clone();
        let number = seen.entry((print.clone(), path)).and_modify(|count| *count += 1).or_insert(1);
        one.partial_fingerprints.insert("primaryLocationLineHash", format!("{print}:{number}"));
    }
}

fn result<'a>(head: &Head, rules: &[&Rule], finding: &'a Finding, suppressions: Vec<Suppression>) -> Found<'a> {
    let place = &finding.primary.place;
    let location = place.location.as_ref().map_or_else(String::new, |one| format!("{one}: "));
    let text = format!("{location}{}. {}", finding.said.message, finding.said.help);
    let related = finding.related.iter().enumerate().map(|(at, one)| Location {
        id: Some(at),
        message: Some(message(&one.words)),
        ..location_of(head, &one.place)
    });
    let mut primary = location_of(head, place);
    if let Some(region) = &mut primary.physical_location.region {
        region.snippet = Some(Message { text: one_line(&finding.primary.text).into_owned() });
    }
    Found {
        rule_id: finding.rule,
        rule_index: rules.iter().position(|rule| rule.id == finding.rule).unwrap_or_default(),
        level: level(finding.severity),
        message: message(text.trim_end()),
        locations: [primary],
        related_locations: related.collect(),
        partial_fingerprints: BTreeMap::from([(OWN, finding.fingerprint())]),
        fixes: finding.fix.iter().filter_map(|fix| mending(head, fix)).collect(),
        suppressions,
        properties: Evidence { sources: sources::of(finding.said.cited.as_ref()) },
    }
}

/// Words on one line, in which nothing is taken for a link.
fn message(text: &str) -> Message {
    Message { text: one_line(text).replace("](", "] (") }
}

fn location_of(head: &Head, place: &Place) -> Location {
    let logical = place.location.iter().map(|one| Logical { fully_qualified_name: one_line(one).into_owned() });
    Location {
        id: None,
        physical_location: Physical { artifact_location: artifact(head, &place.path), region: Some(region(place)) },
        logical_locations: logical.collect(),
        message: None,
    }
}

/// Lines and columns of the file, or its beginning where it has none.
fn region(place: &Place) -> Region {
    let (start, end) = (place.start, place.end);
    let (start, end) = match place.location {
        None => ((start.line, start.column), (end.line, end.column)),
        Some(_) => ((1, 1), (1, 1)),
    };
    Region { start_line: start.0, start_column: start.1, end_line: end.0, end_column: end.1, snippet: None }
}

fn artifact(head: &Head, path: &str) -> Artifact {
    match path.strip_prefix('/') {
        Some(path) => Artifact { uri: format!("file:///{}", uri(path)), uri_base_id: None },
        None => Artifact { uri: uri(&head.rooted(path)), uri_base_id: Some(ROOT) },
    }
}

/// A fix in one or more files; none where lines do not tell the place.
fn mending(head: &Head, fix: &Fix) -> Option<Mending> {
    let mut changes: Vec<(&str, Vec<&Edit>)> = Vec::new();
    for edit in &fix.edits {
        if edit.place.location.is_some() {
            return None;
        }
        match changes.iter_mut().find(|(path, _)| *path == &*edit.place.path) {
            Some((_, edits)) => edits.push(edit),
            None => changes.push((&edit.place.path, vec![edit])),
        }
    }
    let replacement = |edit: &&Edit| Replacement {
        deleted_region: region(&edit.place),
        inserted_content: Message { text: edit.text.clone() },
    };
    let change = |(path, edits): &(&str, Vec<&Edit>)| Change {
        artifact_location: artifact(head, path),
        replacements: edits.iter().map(replacement).collect(),
    };
    Some(Mending { description: message(&fix.words), artifact_changes: changes.iter().map(change).collect() })
}

fn suppression(one: &Suppressed) -> Suppression {
    let kind = match one.by {
        Suppressor::Comment => "inSource",
        Suppressor::Allow | Suppressor::PerPath => "external",
    };
    let until = one.until.map_or_else(String::new, |day| format!(" (until {day})"));
    Suppression { kind, justification: format!("{}{until}", one_line(&one.because)) }
}

/// What was skipped, what there is to know, and what is left out.
fn notifications(dossier: &Dossier, left_out: usize) -> Vec<Notification> {
    let whole = |path: &str| Location {
        id: None,
        physical_location: Physical { artifact_location: artifact(&dossier.head, path), region: None },
        logical_locations: Vec::new(),
        message: None,
    };
    let note = |words: String, path: &str| Notification {
        level: "note",
        message: message(&words),
        locations: vec![whole(path)],
    };
    let skipped = dossier.report.skipped.iter().map(|one| note(format!("Skipped: {}", one.reason), &one.path));
    let notes = dossier.report.notes.iter().map(|one| {
        let at = format!("Line {}, column {}: {}", one.at.line, one.at.column, one.reason);
        note(at, &one.path)
    });
    let nothing = dossier.nothing_checked().map(|words| Notification {
        level: "error",
        message: message(&words),
        locations: Vec::new(),
    });
    let mut all: Vec<Notification> = nothing.into_iter().chain(skipped).chain(notes).collect();
    if left_out > 0 {
        let text = format!(
            "{left_out} findings are left out, none graver than those that are here: code scanning refuses files with \
             more than {MOST}. Narrow the run with --select, or use another format."
        );
        all.push(Notification { level: "warning", message: Message { text }, locations: Vec::new() });
    }
    all
}

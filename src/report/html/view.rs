//! What the page shows, as texts that are ready to be escaped.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::picture::Picture;
use crate::finding::{Cited as Citation, Finding};
use crate::lint::Inventory;
use crate::lint::coverage::{Coverage, State};
use crate::lint::inventory::Listed;
use crate::report::dossier::{Dossier, NOTICE};
use crate::report::natural::natural;
use crate::report::scrub::{one_line, visible};
use crate::report::sources;
use crate::source::Place;
use crate::standard::model::Edition;
use crate::standard::{catalogue, status};

/// The page.
pub(super) struct View {
    pub as_of: String,
    pub notice: &'static str,
    /// Counts with what is counted and how it is coloured.
    pub tiles: Vec<Tile>,
    pub sentence: Option<&'static str>,
    pub nothing_checked: Option<String>,
    pub picture: Picture,
    pub matrix: Vec<Row>,
    pub covered: String,
    pub standards: Vec<Cited>,
    pub rules: Vec<(&'static str, usize)>,
    pub documents: Vec<Document>,
    pub kept_back: Vec<Kept>,
    pub skipped: Vec<(String, String)>,
    pub notes: Vec<(String, String)>,
    pub about: Vec<(&'static str, String)>,
    pub sources: Vec<(String, String)>,
}

pub(super) struct Tile {
    pub number: usize,
    pub words: &'static str,
    pub class: &'static str,
}

/// An element of the coverage matrix, or a part of one.
pub(super) struct Row {
    pub clause: String,
    pub name: String,
    pub state: &'static str,
    pub class: &'static str,
    pub places: String,
    pub is_part: bool,
}

/// A standard as it is cited.
pub(super) struct Cited {
    pub name: String,
    pub status: &'static str,
    pub class: &'static str,
    pub times: usize,
    pub documents: usize,
    pub history: usize,
    pub successors: String,
}

pub(super) struct Document {
    pub id: String,
    pub path: String,
    pub words: String,
    pub findings: Vec<Shown>,
}

/// A finding.
pub(super) struct Shown {
    pub severity: &'static str,
    pub rule: &'static str,
    pub place: String,
    pub message: String,
    pub label: String,
    pub help: String,
    /// Lines with their numbers, in three pieces: before, at and behind the place.
    pub lines: Vec<Line>,
    pub related: Vec<String>,
    pub fix: Option<String>,
    pub sources: String,
    pub url: Option<String>,
}

pub(super) struct Line {
    pub number: u32,
    pub before: String,
    pub marked: String,
    pub behind: String,
}

/// A finding that is held back, and why.
pub(super) struct Kept {
    pub kind: &'static str,
    pub place: String,
    pub message: String,
    pub because: String,
}

fn text(text: &str) -> String {
    one_line(text).into_owned()
}

fn shown(place: &Place) -> String {
    text(&place.shown())
}

impl View {
    pub(super) fn of(dossier: &Dossier) -> Self {
        let report = &dossier.report;
        let mut rules: BTreeMap<&'static str, usize> = BTreeMap::new();
        for finding in &report.findings {
            *rules.entry(finding.rule).or_default() += 1;
        }
        Self {
            as_of: report.as_of.to_string(),
            notice: NOTICE,
            tiles: tiles(dossier),
            sentence: report.decision.sentence().filter(|_| report.summary.documents > 0),
            nothing_checked: dossier.nothing_checked().map(|words| text(&words)),
            picture: Picture::of(&report.findings),
            matrix: dossier.coverage.as_ref().map(matrix).unwrap_or_default(),
            covered: dossier.coverage.as_ref().map(covered).unwrap_or_default(),
            standards: dossier.inventory.as_ref().map(standards).unwrap_or_default(),
            rules: rules.into_iter().collect(),
            documents: documents(&report.findings),
            kept_back: kept_back(dossier),
            skipped: report.skipped.iter().map(|one| (text(&one.path), text(&one.reason))).collect(),
            notes: report
                .notes
                .iter()
                .map(|one| (format!("{}:{}:{}", one_line(&one.path), one.at.line, one.at.column), text(&one.reason)))
                .collect(),
            about: dossier.about().into_iter().map(|(name, value)| (name, text(&value))).collect(),
            sources: dossier.sources().into_iter().map(|(name, value)| (text(&name), text(&value))).collect(),
        }
    }
}

fn tiles(dossier: &Dossier) -> Vec<Tile> {
    let summary = &dossier.report.summary;
    let tile = |number, words, class| Tile { number, words, class };
    vec![
        tile(summary.errors, if summary.errors == 1 { "error" } else { "errors" }, "error"),
        tile(summary.warnings, if summary.warnings == 1 { "warning" } else { "warnings" }, "warning"),
        tile(summary.advice, "advice", "advice"),
        tile(summary.documents, if summary.documents == 1 { "document" } else { "documents" }, "plain"),
        tile(summary.suppressed, "suppressed", "plain"),
        tile(summary.known, "known", "plain"),
        tile(summary.acknowledged, "history", "plain"),
        tile(summary.skipped, "skipped", "plain"),
    ]
}

fn documents(findings: &[Finding]) -> Vec<Document> {
    let of_documents = findings.chunk_by(|a, b| a.primary.place.path == b.primary.place.path);
    of_documents
        .enumerate()
        .map(|(at, all)| Document {
            id: format!("document-{}", at + 1),
            path: text(&all[0].primary.place.path),
            words: if all.len() == 1 { "1 finding".into() } else { format!("{} findings", all.len()) },
            findings: all.iter().map(Shown::of).collect(),
        })
        .collect()
}

impl Shown {
    fn of(finding: &Finding) -> Self {
        let (place, said) = (&finding.primary.place, &finding.said);
        Self {
            severity: finding.severity.name(),
            rule: finding.rule,
            place: match &place.location {
                Some(location) => text(location),
                None => format!("line {}, column {}", place.start.line, place.start.column),
            },
            message: text(&said.message),
            label: text(&said.label),
            help: text(&said.help),
            lines: lines(finding),
            related: finding.related.iter().map(|one| format!("{}: {}", shown(&one.place), text(&one.words))).collect(),
            fix: finding.fix.as_ref().map(|fix| text(&fix.words)),
            sources: sources::of(said.cited.as_ref()).join("; "),
            url: Some(said.url.clone()).filter(|url| url.starts_with("https://")),
        }
    }
}

/// The lines around the place, each cut where the place begins and ends.
fn lines(finding: &Finding) -> Vec<Line> {
    let excerpt = &finding.primary.excerpt;
    let (start, end) = (excerpt.span.start, excerpt.span.end);
    let mut at = 0;
    let mut lines = Vec::new();
    for (number, line) in (excerpt.line..).zip(excerpt.text.split('\n')) {
        let cut = |byte: usize| byte.clamp(at, at + line.len()) - at;
        let (from, to) = (cut(start), cut(end));
        let piece = |range| visible(&line[range]).into_owned();
        lines.push(Line { number, before: piece(0..from), marked: piece(from..to), behind: piece(to..line.len()) });
        at += line.len() + 1;
    }
    lines
}

fn matrix(coverage: &Coverage) -> Vec<Row> {
    let mut rows = Vec::new();
    for one in &coverage.elements {
        let class = match one.state {
            State::Satisfied | State::Declared => "good",
            State::Incomplete | State::Unread => "warning",
            State::Missing => "error",
        };
        let places = one.holders.iter().map(|holder| match &holder.why_not {
            Some(why) => format!("closest: {}, but {}", shown(&holder.place), one_line(why)),
            None => shown(&holder.place),
        });
        rows.push(Row {
            clause: one.clause.into(),
            name: one.name.split_once(' ').map_or(one.name, |(_, name)| name).into(),
            state: one.state.name(),
            class,
            places: places.collect::<Vec<_>>().join("; "),
            is_part: false,
        });
        rows.extend(one.parts.iter().map(|(part, place)| Row {
            clause: String::new(),
            name: (*part).into(),
            state: if place.is_some() { "found" } else { "missing" },
            class: if place.is_some() { "good" } else { "error" },
            places: place.as_ref().map(shown).unwrap_or_default(),
            is_part: true,
        }));
    }
    rows
}

fn covered(coverage: &Coverage) -> String {
    let (there, all) = coverage.counts();
    format!("{there} of {all} elements and parts of clause 8.7.3 are there: {} %.", coverage.percent())
}

/// What is cited, the worst status first.
fn standards(inventory: &Inventory) -> Vec<Cited> {
    let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for one in &inventory.citations {
        let name = one.cited.adoption.as_deref().unwrap_or(&one.normal);
        let class = class(one.cited.status);
        groups.entry((class != "error", class != "warning", natural(name), one.cited.status)).or_default().push(one);
    }
    let row = |all: Vec<&Listed>| {
        let first = all[0];
        let documents: BTreeSet<&str> = all.iter().map(|one| &*one.place.path).collect();
        Cited {
            name: text(first.cited.adoption.as_deref().unwrap_or(&first.normal)),
            status: first.cited.status,
            class: class(first.cited.status),
            times: all.len(),
            documents: documents.len(),
            history: all.iter().filter(|one| one.context.because().is_some()).count(),
            successors: text(&successors(&first.cited, inventory.as_of).join(", ")),
        }
    };
    groups.into_values().map(row).collect()
}

/// What is in force in the place of an edition, or of the newest if none is named, that is not in force any more.
fn successors(cited: &Citation, on: Date) -> Vec<&'static str> {
    let editions = catalogue::by_id(&cited.standard).map_or(&[][..], |standard| standard.editions);
    let is_cited = |edition: &&Edition| cited.edition.as_ref().is_none_or(|year| edition.year.to_string() == *year);
    let Some(edition) = editions.iter().rev().find(is_cited).filter(|edition| !status::in_force(edition, on)) else {
        return Vec::new();
    };
    let now = |by_subject| status::successors(edition, on, by_subject);
    let next = if now(false).is_empty() { now(true) } else { now(false) };
    next.into_iter().map(|one| one.designation).collect()
}

/// How a status is coloured.
fn class(status: &str) -> &'static str {
    match status {
        "superseded" | "withdrawn" | "never-published" | "unknown-edition" => "error",
        "unlisted" | "draft" => "warning",
        _ => "good",
    }
}

fn kept_back(dossier: &Dossier) -> Vec<Kept> {
    let report = &dossier.report;
    let kept = |kind, finding: &Finding, because: &str| Kept {
        kind,
        place: shown(&finding.primary.place),
        message: text(&finding.said.message),
        because: text(because),
    };
    let suppressed = report.suppressed.iter().map(|one| {
        let until = one.until.map_or_else(String::new, |day| format!(" (until {day})"));
        kept("suppressed", &one.finding, &format!("{}{until}", one.because))
    });
    let known = report.known.iter().map(|one| kept("known", one, "the baseline knows it"));
    let history = report.acknowledged.iter().map(|one| kept("history", &one.finding, &one.because));
    suppressed.chain(known).chain(history).collect()
}

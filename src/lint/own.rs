//! Own rules: in each document, and over the whole set.

use std::ops::Range;

use super::citations::citations;
use super::document::Examiner;
use super::repository::append;
use super::sentence::{sentence, within};
use super::statement;
use crate::document::{Document, Role};
use crate::finding::{Acknowledged, Cited, Finding, Label, Related, Relation, hash};
use crate::rule::check::Hit;
use crate::rule::message::{Values, flowing};
use crate::rule::own::kind::{Citation, Element, Key, Kind, Looks, Phrase, Term};
use crate::rule::own::written::When;
use crate::rule::own::{Entry, Own, entries, title};
use crate::rule::{Check, Rule, Selection};
use crate::source::{Place, Span};
use crate::standard::grammar::{self, Reference};
use crate::standard::{self, Status};

/// What a document tells the own rules on the whole set.
#[derive(Debug, Default)]
pub struct Told {
    /// Names of things that stand in documents.
    terms: Vec<Named>,
    /// Ids of the rules whose element is there.
    there: Vec<&'static str>,
    /// The title of the first document by path, to point at.
    first: Option<Label>,
    documents: usize,
}

/// A name of a thing in one document.
#[derive(Debug)]
struct Named {
    rule: &'static Rule,
    term: usize,
    name: usize,
    first: Label,
    others: Vec<Place>,
}

/// The kind of an own rule.
fn kind(rule: &Rule) -> Option<&'static Kind> {
    if let Check::Own(Own(kind)) = rule.check { Some(kind) } else { None }
}

/// Looks for what the own rules ask for; of the blocks before `above` no place is known.
pub(super) fn find(document: &Document, above: usize, examiner: &mut Examiner<'_>) {
    let own = examiner.settings.selection.own();
    let rules: Vec<_> = own.filter_map(|rule| Some((rule, kind(rule)?))).collect();
    if rules.is_empty() {
        return;
    }
    let is_first = examiner.source.locator().position(0).line == 1 && above == 0;
    let title = title(&document.blocks).filter(|at| *at >= above);
    if is_first && rules.iter().any(|(_, kind)| kind.is_of_set()) {
        let label = label_of(document, title, examiner);
        examiner.out.facts.own.note(label);
    }
    for (rule, kind) in rules {
        if !is_about(kind, document, title, examiner) {
            continue;
        }
        let mut finder = Finder { rule, document, above, examiner };
        match &kind.looks {
            Looks::Phrase(phrase) => finder.phrase(phrase),
            Looks::Metadata(keys) if is_first => finder.metadata(keys, title),
            Looks::Metadata(_) => {}
            Looks::Consistent(terms) => finder.terms(terms),
            Looks::Citation(citation) => finder.citation(citation),
            Looks::Element(element) => finder.element(element),
        }
    }
}

/// True if the rule is about the document.
fn is_about(kind: &Kind, document: &Document, title: Option<usize>, examiner: &Examiner<'_>) -> bool {
    let path = examiner.settings.selection.inside(&examiner.source.path);
    let is_of_files = kind.files.is_empty() || path.is_some_and(|path| kind.files.iter().any(|one| one.matches(&path)));
    let words = title.map(|at| document.blocks[at].prose.text()).unwrap_or_default();
    is_of_files && (kind.titles.is_empty() || kind.titles.iter().any(|one| one.is_match(words)))
}

/// The block, or the start of the document.
fn label_of(document: &Document, block: Option<usize>, examiner: &mut Examiner<'_>) -> Label {
    let span = block.map(|at| {
        let prose = &document.blocks[at].prose;
        prose.source_span(0, prose.text().trim_end().len())
    });
    examiner.label(span.unwrap_or(Span::new(0, 0)))
}

struct Finder<'a, 'e> {
    rule: &'static Rule,
    document: &'a Document,
    above: usize,
    examiner: &'a mut Examiner<'e>,
}

impl Finder<'_, '_> {
    fn phrase(&mut self, phrase: &Phrase) {
        for at in self.above..self.document.blocks.len() {
            let block = &self.document.blocks[at];
            let text = block.prose.text();
            let mut found: Vec<Range<usize>> =
                phrase.any.iter().flat_map(|one| one.find_iter(text)).map(|one| one.range()).collect();
            if found.is_empty() || phrase.unless.iter().any(|one| one.is_match(text)) {
                continue;
            }
            found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
            let mut end = 0;
            for range in found {
                let is_seen = range.start < end || range.is_empty() || block.has_role(&range, Role::Address);
                if is_seen || (!phrase.code && block.is_code(&range)) {
                    continue;
                }
                end = range.end;
                let values = vec![("match", flowing(&text[range.clone()]))];
                let because = self.history(at, &range);
                self.add((at, &range), values, None, because);
            }
        }
    }

    /// Why a text is history, as a citation would be that stood there.
    fn history(&self, block: usize, range: &Range<usize>) -> Option<String> {
        let reference = Reference::plain(range.clone(), "", 0);
        let stand_in =
            standard::Citation { reference, standard: None, edition: None, adoption: None, status: Status::Undated };
        self.examiner.judge.history(block, &[stand_in], 0)
    }

    fn metadata(&mut self, keys: &[Key], title: Option<usize>) {
        let entries = entries(&self.document.blocks);
        for key in keys {
            let entry = entries.iter().find(|one| key.names.contains(&one.key) && !one.value.is_empty());
            match entry {
                None if key.optional => {}
                None => {
                    let primary = label_of(self.document, title, self.examiner);
                    let values = vec![("missing", key.name.clone())];
                    let finding = finding(self.rule, values, None, (primary, Vec::new()));
                    self.examiner.out.findings.push(Finding { sentence: Some(hash(&key.name)), ..finding });
                }
                Some(entry) => self.entry(key, entry),
            }
        }
    }

    fn entry(&mut self, key: &Key, entry: &Entry) {
        let value = entry.value.trim_matches(['"', '\'']);
        let Some(wrong) = wrong_with(key, value, self.examiner.settings.as_of) else { return };
        let values = vec![("key", key.name.clone()), ("value", value.to_owned()), (wrong, value.to_owned())];
        self.add((entry.at.0, &entry.at.1), values, None, None);
    }

    fn citation(&mut self, wanted: &Citation) {
        for at in self.above..self.document.blocks.len() {
            let all = citations(&self.document.blocks[at], self.examiner.settings.as_of);
            let all = self.examiner.judge.dated(at, all);
            for (index, one) in all.iter().enumerate().filter(|(_, one)| is_meant(wanted, one)) {
                let because = self.examiner.judge.history(at, &all, index);
                let cited = statement::cited(one, &Hit::default());
                let values = vec![("citation", one.normal()), ("status", one.status.name().to_owned())];
                self.add((at, &one.reference.range), values, Some((cited, &all)), because);
            }
        }
    }

    fn terms(&mut self, terms: &[Term]) {
        for (term, spec) in terms.iter().enumerate() {
            for (name, (_, regex)) in spec.names.iter().enumerate() {
                let mut places = Vec::new();
                for block in &self.document.blocks[self.above..] {
                    let text = block.prose.text();
                    let found = regex.find_iter(text).map(|one| one.range());
                    let found = found.filter(|range| !block.is_code(range) && !block.has_role(range, Role::Address));
                    places.extend(found.map(|range| block.prose.source_span(range.start, range.end)));
                }
                let Some((first, others)) = places.split_first() else { continue };
                let first = self.examiner.label(*first);
                let mut locator = self.examiner.source.locator();
                let others = others.iter().map(|span| locator.place(*span)).collect();
                self.examiner.out.facts.own.terms.push(Named { rule: self.rule, term, name, first, others });
            }
        }
    }

    fn element(&mut self, element: &Element) {
        let is_heading = |block: &crate::document::Block| matches!(block.kind, crate::document::Kind::Heading(_));
        let title = title(&self.document.blocks);
        let mut headings =
            self.document.blocks.iter().enumerate().filter(|(at, block)| Some(*at) == title || is_heading(block));
        if headings.any(|(_, block)| element.titles.iter().any(|one| one.is_match(block.prose.text()))) {
            self.examiner.out.facts.own.there.push(self.rule.id);
        }
    }

    fn add(
        &mut self,
        (block, range): (usize, &Range<usize>),
        values: Values,
        cited: Option<(Cited, &[standard::Citation])>,
        because: Option<String>,
    ) {
        let span = self.document.blocks[block].prose.source_span(range.start, range.end);
        let primary = self.examiner.label(span);
        let text = self.document.blocks[block].prose.text();
        let (cited, all) = cited.map_or((None, None), |(cited, all)| (Some(cited), Some(all)));
        let sentence = sentence(&self.examiner.judge, block, range, |stretch| match all {
            Some(all) => {
                within(all, |one| &one.reference.range, stretch).iter().map(|one| one.reference.range.clone()).collect()
            }
            // A phrase may itself be part of a citation, and is known by its words.
            None => {
                let found = grammar::find(&text[stretch.clone()]).into_iter();
                let found = found.map(|one| one.range.start + stretch.start..one.range.end + stretch.start);
                found.filter(|one| one.end <= range.start || range.end <= one.start).collect()
            }
        });
        let sentence = Some(sentence);
        let finding = Finding { sentence, ..finding(self.rule, values, cited, (primary, Vec::new())) };
        match because {
            Some(because) => self.examiner.out.acknowledged.push(Acknowledged { finding, because }),
            None => self.examiner.out.findings.push(finding),
        }
    }
}

fn finding(rule: &'static Rule, values: Values, cited: Option<Cited>, at: (Label, Vec<Related>)) -> Finding {
    let (primary, related) = at;
    Finding { related, ..statement::finding(rule, &Hit { values, ..Hit::default() }, cited, primary) }
}

/// The hole for what is wrong with a value, if something is.
fn wrong_with(key: &Key, value: &str, today: jiff::civil::Date) -> Option<&'static str> {
    if let Some(when) = key.date {
        // A time of day may stand behind the day.
        let Some(day) = value.get(..10).and_then(|day| day.parse::<jiff::civil::Date>().ok()) else {
            return Some("no-date");
        };
        match when {
            When::NotPast if day < today => return Some("past"),
            When::NotFuture if day > today => return Some("future"),
            When::Any | When::NotPast | When::NotFuture => {}
        }
    }
    let is_listed = key.one_of.is_empty() || key.one_of.iter().any(|one| one.eq_ignore_ascii_case(value));
    let fits = key.matches.as_ref().is_none_or(|one| one.is_match(value));
    (!is_listed || !fits).then_some("unexpected")
}

/// True if a citation is one that the rule means.
fn is_meant(wanted: &Citation, one: &standard::Citation) -> bool {
    let is_dated = one.reference.year.is_some();
    let same = |meant: &standard::Citation| {
        let standard = match (meant.standard, one.standard) {
            (Some(a), Some(b)) => std::ptr::eq(a, b),
            _ => meant.reference.number == one.reference.number && meant.reference.part == one.reference.part,
        };
        let edition =
            meant.reference.year.is_none_or(|year| one.reference.year.is_some_and(|own| own.value == year.value));
        standard && edition
    };
    wanted.dated.is_none_or(|dated| dated == is_dated) && wanted.of.iter().any(same)
}

impl Told {
    fn note(&mut self, title: Label) {
        self.documents += 1;
        let is_earlier = self.first.as_ref().is_none_or(|first| title.place < first.place);
        if is_earlier {
            self.first = Some(title);
        }
    }

    /// True if nothing was told.
    pub(super) fn is_empty(&self) -> bool {
        let Self { terms, there, first, documents } = self;
        terms.is_empty() && there.is_empty() && first.is_none() && *documents == 0
    }

    /// Adds what other documents told.
    pub(super) fn merge(&mut self, other: Self) {
        append(&mut self.terms, other.terms);
        append(&mut self.there, other.there);
        self.documents += other.documents;
        if let Some(title) = other.first {
            self.note(title);
            self.documents -= 1;
        }
    }

    /// What the whole set shows; elements are missed only where the set is known.
    pub(super) fn findings(mut self, selection: Selection, is_set: bool) -> Vec<Finding> {
        self.terms.sort_by(|a, b| {
            (a.rule.id, a.term, &a.first.place, a.name).cmp(&(b.rule.id, b.term, &b.first.place, b.name))
        });
        let groups = self.terms.chunk_by(|a, b| a.rule.id == b.rule.id && a.term == b.term);
        let mut found: Vec<Finding> = groups.flat_map(inconsistent).collect();
        let Some(first) = self.first.filter(|_| is_set) else { return found };
        for rule in selection.own() {
            let Some(Kind { looks: Looks::Element(element), .. }) = kind(rule) else { continue };
            if !self.there.contains(&rule.id) {
                let values = vec![("name", element.name.clone()), ("documents", self.documents.to_string())];
                found.push(finding(rule, values, None, (first.clone(), Vec::new())));
            }
        }
        found
    }
}

/// Findings at every name of a thing but the one to use, one for each document and name.
fn inconsistent(all: &[Named]) -> Vec<Finding> {
    let Some(Named { rule, term, .. }) = all.first() else { return Vec::new() };
    let Some(Kind { looks: Looks::Consistent(terms), .. }) = kind(rule) else { return Vec::new() };
    let term = &terms[*term];
    let count =
        |name: usize| -> usize { all.iter().filter(|one| one.name == name).map(|one| 1 + one.others.len()).sum() };
    let most = (0..term.names.len()).max_by_key(|name| (count(*name), std::cmp::Reverse(*name)));
    let wanted = if term.first { 0 } else { most.unwrap_or_default() };
    let others = all.iter().filter(|one| one.name != wanted);
    let told = others.map(|one| {
        let again =
            |place: &Place| Related { relation: Relation::Again, place: place.clone(), words: "also here".into() };
        let values = vec![
            ("found", term.names[one.name].0.clone()),
            ("wanted", term.names[wanted].0.clone()),
            ("count", count(wanted).to_string()),
        ];
        let related = one.others.iter().map(again).collect();
        let sentence = Some(hash(&term.names[one.name].0));
        Finding { sentence, ..finding(one.rule, values, None, (one.first.clone(), related)) }
    });
    told.collect()
}

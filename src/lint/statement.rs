//! What a rule says of a citation, made once for all that say the same.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ptr;
use std::sync::Arc;

use jiff::civil::Date;

use crate::finding::{Cited, Finding, Label, Severity, Statement};
use crate::rule::check::{self, Hit};
use crate::rule::{Rule, message};
use crate::standard::citation::standard_name;
use crate::standard::grammar::{Reference, YearForm};
use crate::standard::{Citation, Edition, Verdict};

/// A statement with the severity that the circumstances give it.
pub type Said = (Severity, Arc<Statement>);

/// What makes two citations deserve the same statement: the rule, the edition and the day. The first two stand where they
/// are for as long as the program runs.
type Key = (*const Rule, *const Edition, Date);

/// What was said of a citation that its edition does not tell all of: of an adoption, or without a year. What a citation is
/// follows from how it is written and from the day.
struct Other {
    rule: &'static Rule,
    /// How it is written, at no place.
    reference: Reference,
    on: Date,
    said: Said,
}

/// How many of these are remembered.
const REMEMBERED: usize = 256;

thread_local! {
    /// The same few editions are cited thousands of times in a large set.
    static MADE: RefCell<BTreeMap<Key, Said>> = const { RefCell::new(BTreeMap::new()) };
    static OTHERS: RefCell<Vec<Other>> = const { RefCell::new(Vec::new()) };
}

/// What `rule` says of a citation at fault, and of the clause that stands beside it.
pub fn of_citation(rule: &'static Rule, citation: &Citation, clause: Option<String>, on: Date) -> Said {
    let verdict = citation.status.verdict();
    let plain = citation.adoption.is_none() && matches!(verdict, Some(Verdict::Superseded | Verdict::Withdrawn));
    let key = citation.edition.filter(|_| plain).map(|one| (ptr::from_ref(rule), ptr::from_ref(one), on));
    let (severity, said) = match key {
        Some(key) => MADE.with_borrow_mut(|made| made.entry(key).or_insert_with(|| make(rule, citation, on)).clone()),
        None => OTHERS.with_borrow_mut(|made| of_other(made, rule, citation, on)),
    };
    let Some(clause) = clause else { return (severity, said) };
    // No word of it speaks of the clause.
    let mut said = Statement::clone(&said);
    said.cited = said.cited.map(|cited| Cited { clause: Some(clause), ..cited });
    (severity, Arc::new(said))
}

/// What is said of a citation of which the edition does not tell all: what was said of one that is written alike.
fn of_other(made: &mut Vec<Other>, rule: &'static Rule, citation: &Citation, on: Date) -> Said {
    let reference = Reference { range: 0..0, ..citation.reference.clone() };
    let is_same = |one: &&Other| {
        one.reference.number == reference.number
            && ptr::eq(one.rule, rule)
            && one.on == on
            && one.reference == reference
    };
    if let Some(known) = made.iter().find(is_same) {
        return known.said.clone();
    }
    if made.len() >= REMEMBERED {
        made.clear();
    }
    let said = make(rule, citation, on);
    made.push(Other { rule, reference, on, said: said.clone() });
    said
}

fn make(rule: &'static Rule, citation: &Citation, on: Date) -> Said {
    let hit = check::status::hit(citation, on);
    let cited = cited(citation, &hit);
    of_hit(rule, &hit, Some(cited))
}

/// What `rule` finds at a place, without other places, fix and sentence.
pub fn finding(rule: &'static Rule, hit: &Hit, cited: Option<Cited>, primary: impl Into<Arc<Label>>) -> Finding {
    let (severity, said) = of_hit(rule, hit, cited);
    let primary = primary.into();
    Finding { rule: rule.id, severity, said, primary, related: Vec::new(), fix: None, sentence: None }
}

/// What `rule` says of a hit.
fn of_hit(rule: &'static Rule, hit: &Hit, cited: Option<Cited>) -> Said {
    let lowered =
        rule.lowered.iter().filter(|(when, _)| hit.circumstances.contains(when)).map(|(_, severity)| *severity);
    let of_rule = || rule.references.first().map(|link| (*link).to_owned()).or_else(|| rule.page());
    let url = hit
        .page
        .map_or_else(|| of_rule().unwrap_or_default(), |page| format!("https://www.iso.org/standard/{page}.html"));
    let statement = Statement {
        message: message::first(rule.message.text, &hit.values),
        label: message::first(rule.message.label, &hit.values),
        help: message::all(rule.message.help, &hit.values),
        url,
        cited,
    };
    (lowered.min().unwrap_or(rule.severity), Arc::new(statement))
}

/// What a citation denotes, as reports for programs have it.
pub fn cited(citation: &Citation, hit: &Hit) -> Cited {
    let written = citation.reference.year.filter(|year| year.form != YearForm::Loose).map(|year| year.value);
    Cited {
        standard: standard_name(citation),
        edition: citation.edition.map(|edition| edition.year).or(written).map(|year| year.to_string()),
        clause: None,
        status: citation.status.name(),
        adoption: citation.adoption.as_ref().map(|adopted| adopted.designation.clone()),
        successors: hit.successors.clone(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::rule::{Check, set};
    use crate::standard::{catalogue, cite, grammar};

    #[test]
    fn what_is_said_again_is_what_would_be_said() {
        let mut seen = 0;
        let adoptions = catalogue::adoptions().iter().map(|one| one.designation.to_owned());
        let standards = catalogue::standards().iter().map(|one| one.id.to_owned());
        let editions = catalogue::standards().iter().flat_map(|one| one.editions).map(|one| one.designation.to_owned());
        let texts: Vec<String> = adoptions.chain(standards).chain(editions).collect();
        let days = [date(2026, 11, 22), date(2021, 5, 1), date(2026, 11, 22)];
        for (on, text) in days.iter().flat_map(|on| texts.iter().map(move |text| (on, text))) {
            for citation in grammar::find(text).into_iter().map(|one| cite(one, *on)) {
                let rule = citation.status.verdict().and_then(|one| set::rule_for(Check::CitationStatus(one)));
                let Some(rule) = rule else { continue };
                let (severity, said) = make(rule, &citation, *on);
                assert_eq!(of_citation(rule, &citation, None, *on), (severity, Arc::clone(&said)), "{text}");
                let clause = Some("8.7.3".to_owned());
                let cited = said.cited.clone().map(|cited| Cited { clause: clause.clone(), ..cited });
                let said = Arc::new(Statement { cited, ..Statement::clone(&said) });
                assert_eq!(of_citation(rule, &citation, clause, *on), (severity, said), "{text}");
                seen += 1;
            }
        }
        assert!(seen > 2 * REMEMBERED, "{seen}");
    }
}

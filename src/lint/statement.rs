//! What a rule says of a citation, made once for all that say the same.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ptr;
use std::sync::Arc;

use jiff::civil::Date;

use crate::finding::{Cited, Severity, Statement};
use crate::rule::check::{self, Hit};
use crate::rule::{Rule, message};
use crate::standard::citation::standard_name;
use crate::standard::grammar::YearForm;
use crate::standard::{Citation, Edition, Verdict};

/// A statement with the severity that the circumstances give it.
pub type Said = (Severity, Arc<Statement>);

/// What makes two citations deserve the same statement: the rule, the edition and the day. The first two stand where they
/// are for as long as the program runs.
type Key = (*const Rule, *const Edition, Date);

thread_local! {
    /// The same few editions are cited thousands of times in a large set.
    static MADE: RefCell<BTreeMap<Key, Said>> = const { RefCell::new(BTreeMap::new()) };
}

/// What `rule` says of a citation at fault, and of the clause that stands beside it.
pub fn of_citation(rule: &'static Rule, citation: &Citation, clause: Option<String>, on: Date) -> Said {
    let verdict = citation.status.verdict();
    let plain = citation.adoption.is_none() && matches!(verdict, Some(Verdict::Superseded | Verdict::Withdrawn));
    let key = citation.edition.filter(|_| plain).map(|one| (ptr::from_ref(rule), ptr::from_ref(one), on));
    let Some(key) = key else { return make(rule, citation, clause, on) };
    let (severity, said) =
        MADE.with_borrow_mut(|made| made.entry(key).or_insert_with(|| make(rule, citation, None, on)).clone());
    let Some(clause) = clause else { return (severity, said) };
    // No word of it speaks of the clause.
    let mut said = Statement::clone(&said);
    said.cited = said.cited.map(|cited| Cited { clause: Some(clause), ..cited });
    (severity, Arc::new(said))
}

fn make(rule: &'static Rule, citation: &Citation, clause: Option<String>, on: Date) -> Said {
    let hit = check::status::hit(citation, on);
    let cited = Cited { clause, ..cited(citation, &hit) };
    of_hit(rule, &hit, Some(cited))
}

/// What `rule` says of a hit.
pub fn of_hit(rule: &'static Rule, hit: &Hit, cited: Option<Cited>) -> Said {
    let lowered =
        rule.lowered.iter().filter(|(when, _)| hit.circumstances.contains(when)).map(|(_, severity)| *severity);
    let url = hit.page.map_or_else(
        || rule.references.first().copied().unwrap_or_default().to_owned(),
        |page| format!("https://www.iso.org/standard/{page}.html"),
    );
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

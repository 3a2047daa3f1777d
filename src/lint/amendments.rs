//! The reduce of `missing-amendment`: one finding for each amendment that is left out somewhere in the set.

use super::statement;
use crate::finding::{Cited, Finding, Label, Related, Relation};
use crate::rule::check::Hit;
use crate::rule::{Check, set};
use crate::source::Place;
use crate::standard::Supplement;

/// Dated citations in one document that leave out an amendment.
#[derive(Debug)]
pub struct Unamended {
    /// The amendment.
    pub supplement: &'static Supplement,
    /// What the first citation denotes.
    pub cited: Cited,
    /// The first citation.
    pub first: Label,
    /// The further ones.
    pub others: Vec<Place>,
}

/// One finding for each amendment, with every place.
pub(super) fn findings(mut unamended: Vec<Unamended>) -> Vec<Finding> {
    let Some(rule) = set::rule_for(Check::MissingAmendment) else { return Vec::new() };
    unamended.sort_by(|a, b| {
        a.supplement.designation.cmp(b.supplement.designation).then_with(|| a.first.place.cmp(&b.first.place))
    });
    let mut findings = Vec::new();
    for group in unamended.chunk_by(|a, b| std::ptr::eq(a.supplement, b.supplement)) {
        let first = &group[0];
        let edition = first.supplement.designation.split("/Amd").next().unwrap_or_default();
        let places = group.iter().flat_map(|one| std::iter::once(&one.first.place).chain(&one.others)).skip(1);
        let related: Vec<Related> = places
            .map(|place| Related { relation: Relation::Again, place: place.clone(), words: "also here".into() })
            .collect();
        let mut values = vec![
            ("citation", edition.to_owned()),
            ("amendment", first.supplement.label.to_owned()),
            ("full", first.supplement.designation.to_owned()),
            ("date", first.supplement.published.text.to_owned()),
        ];
        match related.len() {
            0 => {}
            1 => values.push(("one-more", "1".into())),
            more => values.push(("more", more.to_string())),
        }
        let hit = Hit { values, page: first.supplement.page, ..Hit::default() };
        let (severity, said) = statement::of_hit(rule, &hit, Some(first.cited.clone()));
        findings.push(Finding {
            rule: rule.id,
            severity,
            said,
            primary: first.first.clone(),
            related,
            fix: None,
            sentence: None,
        });
    }
    findings
}

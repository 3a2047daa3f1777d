//! Check kinds of the whole set: what its documents hold, leave out or claim twice.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::rule::facts::{DocumentFacts, Evidence, Form, Standing};

/// Documents that satisfy an element, the best first: by form, then by length.
#[must_use]
pub fn satisfying(facts: &[DocumentFacts], element: usize) -> Vec<(&DocumentFacts, &Evidence)> {
    let mut found: Vec<_> = facts
        .iter()
        .filter_map(|document| {
            let kept = |one: &&Evidence| one.element == element && one.standing == Standing::Kept;
            let best = document.evidence.iter().filter(kept).min_by_key(|one| (one.form, Reverse(one.words)))?;
            Some((document, best))
        })
        .collect();
    found.sort_by_key(|(document, one)| (one.form, Reverse(one.words), document.path.clone()));
    found
}

/// The promise of an element that came closest to being kept.
#[must_use]
pub fn closest(facts: &[DocumentFacts], element: usize) -> Option<(&DocumentFacts, &Evidence)> {
    let broken = facts.iter().flat_map(|document| document.evidence.iter().map(move |one| (document, one)));
    broken
        .filter(|(_, one)| one.element == element && one.standing != Standing::Kept)
        .min_by_key(|(document, one)| (one.standing, one.form, Reverse(one.words), document.path.clone()))
}

/// Documents whose title, not just a section, is that of the element.
#[must_use]
pub fn claiming(facts: &[DocumentFacts], element: usize) -> Vec<(&DocumentFacts, &Evidence)> {
    let mut found = satisfying(facts, element);
    found.retain(|(_, one)| matches!(one.form, Form::Title | Form::Declaration));
    found.sort_by_key(|(document, _)| document.path.clone());
    found
}

/// Numbers of the parts of an element that documents speak of: those that satisfy it, or with `anywhere` all.
#[must_use]
pub fn spoken_of(facts: &[DocumentFacts], element: usize, anywhere: bool) -> BTreeSet<usize> {
    let counts = |document: &&DocumentFacts| {
        anywhere || document.evidence.iter().any(|one| one.element == element && one.standing == Standing::Kept)
    };
    let parts = facts.iter().filter(counts).flat_map(|document| &document.parts);
    parts.filter(|(one, ..)| *one == element).map(|(_, part, _)| *part).collect()
}

/// Why a promise is not kept, in words that follow "but".
#[must_use]
pub fn why_not(evidence: &Evidence) -> String {
    match evidence.standing {
        Standing::Kept => "it counts".into(),
        Standing::Thin if evidence.words == 0 => "it holds no sentence".into(),
        Standing::Thin => format!("it holds no more than {} words in sentences", evidence.words),
        Standing::Unwritten => "it says itself that it is still to be written".into(),
        Standing::Unrelated(lacks) => lacks.into(),
        Standing::Other => "it only tells outsiders how to report vulnerabilities".into(),
        Standing::Explaining => "it explains what such a document is".into(),
    }
}

//! What the configuration tells of elements: further titles of their documents, and what documents satisfy.
//!
//! It is told once, before the first document is surveyed, and counts as long as the program runs.

use std::sync::OnceLock;

use crate::list::List;
use crate::rule::element::Element;
use crate::rule::facts::Declaration;

/// What is told of elements.
#[derive(Debug, Default)]
pub struct Told {
    /// Further titles, by the id of an element.
    pub synonyms: Vec<(String, Vec<String>)>,
    /// By the path of a document as reports show it what it satisfies; each stands where the configuration says so.
    pub declarations: Vec<(String, Declaration)>,
}

static TOLD: OnceLock<Told> = OnceLock::new();

/// Tells what counts from now on; true unless something was told before.
pub fn tell(told: Told) -> bool {
    TOLD.set(told).is_ok()
}

/// The titles of an element with those that were told.
pub(super) fn titles(element: &Element) -> List {
    let own = TOLD.get().and_then(|told| told.synonyms.iter().find(|(id, _)| id == element.id));
    let Some((_, told)) = own else { return element.titles };
    let told = told.iter().map(|title| title.to_lowercase());
    List::keep(element.titles.iter().map(str::to_owned).chain(told))
}

/// What was told that the document at a path satisfies.
pub(super) fn declarations(path: &str) -> impl Iterator<Item = &'static Declaration> {
    let all = TOLD.get().into_iter().flat_map(|told| &told.declarations);
    all.filter(move |(of, _)| of == path).map(|(_, one)| one)
}

//! What the configuration tells of elements: further titles of their documents, and what documents satisfy.
//!
//! It is told once, before the first document is surveyed, and counts as long as the program runs.

use std::sync::OnceLock;

use super::declaration::Declared;
use crate::document::Block;
use crate::rule::element::Element;

/// What is told of elements.
#[derive(Debug, Default)]
pub struct Told {
    /// Further titles, by the id of an element.
    pub synonyms: Vec<(String, Vec<String>)>,
    /// Path as reports show it, standard and clause.
    pub declarations: Vec<(String, String, String)>,
}

static TOLD: OnceLock<Told> = OnceLock::new();

/// Tells what counts from now on; true unless something was told before.
pub fn tell(told: Told) -> bool {
    TOLD.set(told).is_ok()
}

/// The titles of an element with those that were told.
pub(super) fn titles(element: &Element) -> &'static [&'static str] {
    let own = TOLD.get().and_then(|told| told.synonyms.iter().find(|(id, _)| id == element.id));
    let Some((_, own)) = own else { return element.titles };
    let mut all = element.titles.to_vec();
    all.extend(own.iter().map(|title| -> &'static str { title.to_lowercase().leak() }));
    all.leak()
}

/// What was told that the document at a path satisfies; it stands for the whole, so it is shown at the first block.
pub(super) fn declarations(path: &str, blocks: &[Block]) -> Vec<Declared> {
    let Some(first) = blocks.first() else { return Vec::new() };
    let all = TOLD.get().into_iter().flat_map(|told| &told.declarations).filter(|(of, ..)| of == path);
    let at = (0, 0..first.prose.text().trim_end().len());
    all.map(|(_, standard, clause)| Declared::of(at.clone(), standard, at.clone(), clause)).collect()
}

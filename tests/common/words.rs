//! Compares by their words what several readers see in documents.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// Words of a text: letters, digits and low lines, as the other side has them.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|one: char| !one.is_alphanumeric() && one != '_').filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// How often each stands among all.
pub fn counted<T: Hash + Eq>(all: impl IntoIterator<Item = T>) -> HashMap<T, usize> {
    let mut counts = HashMap::new();
    for one in all {
        *counts.entry(one).or_insert(0) += 1;
    }
    counts
}

/// What `own` has more often than `other`, with how much more often.
pub fn surplus<T: Hash + Ord + Clone>(own: &HashMap<T, usize>, other: &HashMap<T, usize>) -> BTreeMap<T, usize> {
    let more = |(one, count): (&T, &usize)| {
        let rest = count.saturating_sub(other.get(one).copied().unwrap_or(0));
        (rest > 0).then(|| (one.clone(), rest))
    };
    own.iter().filter_map(more).collect()
}

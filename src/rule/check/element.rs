//! Check kinds of the whole set: what its documents hold, leave out or claim twice.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use crate::rule::facts::{DocumentFacts, Evidence, Form, Standing};
use crate::rule::words::LANGUAGE_FOLDERS;

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
    // Whatever the words of a reason are, they are no nearer.
    let standing = |one: &Evidence| match one.standing {
        Standing::Unrelated(_) => Standing::Unrelated(""),
        Standing::Other(_) => Standing::Other(""),
        other => other,
    };
    broken
        .filter(|(_, one)| one.element == element && one.standing != Standing::Kept)
        .min_by_key(|(document, one)| (standing(one), one.form, Reverse(one.words), document.path.clone()))
}

/// Documents whose title, not just a section, is that of the element, in one language: translations of one document, and the
/// same document in another format, are not two.
#[must_use]
pub fn claiming(facts: &[DocumentFacts], element: usize) -> Vec<(&DocumentFacts, &Evidence)> {
    let mut found = satisfying(facts, element);
    found.retain(|(_, one)| matches!(one.form, Form::Title | Form::Declaration));
    found.sort_by_key(|(document, _)| document.path.clone());
    let mut names = HashSet::new();
    found.retain(|(document, _)| names.insert(name(&document.path)));
    let mut languages: HashMap<Option<&str>, usize> = HashMap::new();
    found.iter().for_each(|(document, _)| *languages.entry(document.language).or_default() += 1);
    let most = found.iter().map(|(document, _)| document.language).max_by_key(|code| languages[code]);
    found.retain(|(document, _)| Some(document.language) == most);
    found
}

/// A path without what tells the language and the format: `de/policy.md`, `policy_en.html` and `policy.md` are one.
fn name(path: &str) -> Vec<String> {
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_lowercase();
    let is_code =
        |word: &str| LANGUAGE_FOLDERS.contains(word.split(['-', '_']).next().unwrap_or(word).to_lowercase().as_str());
    let (bare, ending) = stem.rsplit_once(['.', '_', '-']).unwrap_or((&stem, ""));
    let bare = if LANGUAGE_FOLDERS.contains(ending) { bare } else { &stem };
    let folders = folders.split('/').filter(|one| !is_code(one)).map(str::to_owned);
    folders.chain([bare.to_owned()]).collect()
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
        Standing::Thin => {
            let (words, least) = (evidence.words, evidence.form.least());
            let unit = if words == 1 { "word" } else { "words" };
            format!("it holds only {words} {unit} of running text, and at least {least} are needed")
        }
        Standing::Unwritten => "it says itself that it is still to be written".into(),
        Standing::Unrelated(lacks) => lacks.into(),
        Standing::Other(refusal) => refusal.into(),
        Standing::Explaining => "it explains what such a document is".into(),
        Standing::Template => "it is a template with blanks that are still to be filled in".into(),
        Standing::Draft => {
            "it is marked as a draft or as not approved yet, and so is not in force: it counts when its status says that it is"
                .into()
        }
        Standing::Retired => "it is marked as no longer in force, or kept in an archive".into(),
        Standing::Pointing => "it only says where to look".into(),
        Standing::Foreign => "it belongs to a contract, a tender or somebody else's documents".into(),
        Standing::Aside => "it tells what happened, what is planned or what somebody thinks".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn translations_and_other_formats_have_one_name() {
        for path in ["docs/policy.de.md", "docs/policy.md", "docs/de/policy.md", "docs/pt-BR/policy_en.html"] {
            assert_eq!(name(path), ["docs", "policy"], "{path}");
        }
        assert_ne!(name("docs/it-policy.md"), name("docs/policy.md"));
        assert_ne!(name("a/policy.md"), name("b/policy.md"));
    }
}

//! Phrases of the lists in `rules/words/` among the words of a clause.

use std::ops::Range;

use super::cue::is_joined_script;
use crate::list::List;

/// Lists of phrases by the code of their language.
pub(super) type Lists = &'static [(&'static str, List)];

/// The phrases of a language.
pub(super) fn of(lists: Lists, code: &str) -> List {
    lists.iter().find(|(one, _)| *one == code).map(|(_, all)| *all).unwrap_or_default()
}

/// Where phrases stand among words in small letters: from the first word of each to behind its last.
pub(super) fn find<'a>(list: List, words: &'a [&'a str]) -> impl Iterator<Item = Range<usize>> + 'a {
    list.iter()
        .flat_map(move |phrase| (0..words.len()).filter_map(move |at| Some(at..at + length(phrase, &words[at..])?)))
}

/// True if one of the phrases stands among words.
pub(super) fn has(list: List, words: &[&str]) -> bool {
    find(list, words).next().is_some()
}

/// How many words a phrase is that some words begin with.
fn length(phrase: &str, words: &[&str]) -> Option<usize> {
    let parts = phrase.split(|one: char| !one.is_alphanumeric() && one != '*').filter(|part| !part.is_empty());
    let mut count = 0;
    for part in parts {
        let word = words.get(count)?;
        let fits = part.strip_suffix('*').map_or(*word == part, |head| word.starts_with(head));
        if !fits {
            return None;
        }
        count += 1;
    }
    Some(count)
}

/// True if one of the phrases of a script without spaces is in a text.
pub(super) fn has_joined(list: List, text: &str) -> bool {
    list.iter().any(|phrase| phrase.starts_with(is_joined_script) && text.contains(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_word_by_word() {
        let words = ["we", "are", "certified", "to", "it"];
        let has = |list: &[&str]| has(List::keep(list.iter().copied()), &words);
        let all = |list: &[&str]| find(List::keep(list.iter().copied()), &words).collect::<Vec<_>>();
        assert_eq!(all(&["certified to", "it", "to us"]), [2..4, 4..5]);
        assert_eq!(all(&["certif* to it", "ar"]).first(), Some(&(2..5)));
        assert!(has(&["ar*"]) && !has(&["are to"]));
        let joined = |list: &[&str], text: &str| has_joined(List::keep(list.iter().copied()), text);
        assert!(joined(&["旧版", "old"], "当社は旧版を使う") && !joined(&["old"], "old"));
    }
}

//! Sentences that only tell what became of a number of an older edition: "A.12.6.1 of ISO/IEC 27001:2013 is now A.8.8". The
//! designation says no more than whose the old number was.

use std::ops::Range;

use super::lexicon::{CHANGES, PASSIVES, TAKINGS, TALES};
use super::model::Locality;
use super::scan;
use super::table::Moves;
use super::words::{self, Word};
use crate::list::List;

/// The longest sentence that is looked at, in bytes.
const LONGEST: usize = 300;

/// Signs that lead from an old number to a new one.
const ARROWS: &[&str] = &["→", "->", "=>", "⇒", "➔"];

/// False for a sentence that tells of no numbers that changed, as most do not.
pub(in crate::standard) fn may_be_told(sentence: &str) -> bool {
    sentence.len() <= LONGEST && memchr::memchr_iter(b'.', sentence.as_bytes()).nth(1).is_some()
}

/// That a sentence which `may_be_told` only tells what became of numbers of an older edition, `moves` being those that it may speak of;
/// `designations` are those in the sentence, ascending.
pub(in crate::standard) fn told(sentence: &str, designations: &[Range<usize>], moves: &Moves) -> Option<String> {
    let numbers = scan::find(sentence, designations);
    let is_lettered = numbers.iter().all(|one| one.form.is_lettered());
    let is_plain = numbers.iter().all(|one| !one.form.is_lettered());
    if numbers.len() < 2 || !(is_lettered || is_plain) || numbers.iter().any(|one| one.last.is_some()) {
        return None;
    }
    let heirs: Vec<_> = numbers.iter().map(|one| moves.successors(one.number)).collect();
    let is_heir = |at: usize, old: usize| at != old && heirs[old].contains(&numbers[at].number);
    let all = 0..numbers.len();
    let (new, old): (Vec<usize>, Vec<usize>) = all.clone().partition(|at| all.clone().any(|old| is_heir(*at, old)));
    let is_led = |at: usize, old: usize| {
        let (old, new) = (&numbers[old], &numbers[at]);
        !is_aside(sentence, old, new) && leads(sentence, old, new)
    };
    let has_heir = |old: &usize| new.iter().any(|at| is_heir(*at, *old) && is_led(*at, *old));
    let is_whole =
        !old.is_empty() && old.iter().all(has_heir) && !new.iter().any(|at| new.iter().any(|old| is_heir(*at, *old)));
    (is_whole && !is_repeated(sentence, designations) && tells_only(sentence, designations, &numbers))
        .then(|| format!("its sentence only tells that {} became {}", numbers[old[0]], numbers[new[0]]))
}

/// True if the new number stands in brackets behind the old one: "A.12.6.1 (now A.8.8) applies".
fn is_aside(sentence: &str, old: &Locality, new: &Locality) -> bool {
    let between = sentence.get(old.range.end..new.range.start).unwrap_or_default();
    between.rfind(['(', '[']) > between.rfind([')', ']'])
}

/// True if the same designation stands on both sides: "ISO 22301:2012 8.4 -> ISO 22301:2012 8.5".
fn is_repeated(sentence: &str, designations: &[Range<usize>]) -> bool {
    let texts = || designations.iter().filter_map(|one| sentence.get(one.clone()));
    texts().enumerate().any(|(at, one)| texts().skip(at + 1).any(|other| one == other))
}

/// True if the words from an old number to the new one, or to the end of the sentence, say that the old one changed, or those from
/// the new one to the old one that it took its place.
fn leads(sentence: &str, old: &Locality, new: &Locality) -> bool {
    let text = |from: usize, to: usize| words_of(sentence.get(from..to).unwrap_or_default());
    if new.range.start < old.range.start {
        let gap = text(new.range.end, old.range.start);
        return has_one(&gap, TAKINGS) && !has_one(&gap, PASSIVES);
    }
    let between = sentence.get(old.range.end..new.range.start).unwrap_or_default();
    let gap = words_of(between);
    let is_turned = has_word(&gap, "replaced") && !has_word(&gap, "by");
    !is_turned
        && (ARROWS.iter().any(|one| between.contains(one))
            || has_one(&gap, CHANGES)
            || has_one(&text(new.range.end, sentence.len()), CHANGES))
}

/// The words of a text in small letters, with a blank on either side of each.
fn words_of(text: &str) -> String {
    let lower = text.to_lowercase();
    let all: Vec<&str> = lower.split(|one: char| !one.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    format!(" {} ", all.join(" "))
}

/// True if one of some phrases stands among words.
fn has_one(words: &str, phrases: List) -> bool {
    phrases.iter().any(|one| has_word(words, one))
}

/// True if a word or phrase stands among words.
fn has_word(words: &str, one: &str) -> bool {
    words.contains(&format!(" {one} "))
}

/// True if a sentence has a word or a sign of change, and besides designations and numbers no word that it does not need.
fn tells_only(sentence: &str, designations: &[Range<usize>], numbers: &[Locality]) -> bool {
    let mut named: Vec<&Range<usize>> = designations.iter().chain(numbers.iter().map(|one| &one.range)).collect();
    named.sort_by_key(|one| one.start);
    let mut rest = String::with_capacity(sentence.len());
    let mut at = 0;
    for one in named {
        rest += sentence.get(at..one.start).unwrap_or_default();
        rest += " ";
        at = at.max(one.end);
    }
    rest += sentence.get(at..).unwrap_or_default();
    let lower = rest.to_lowercase();
    let all: Vec<&str> = lower.split(|one: char| !one.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let joined = format!(" {} ", all.join(" "));
    let is_change = |phrase: &str| has_word(&joined, phrase);
    let is_changed = CHANGES.iter().any(is_change) || ARROWS.iter().any(|one| lower.contains(one));
    let is_of_change = |word: &str| CHANGES.iter().any(|phrase| phrase.split(' ').any(|one| one == word));
    let is_part = |word: &str| matches!(words::class(word), Some(Word::Part(_) | Word::Annex));
    is_changed && all.iter().all(|word| TALES.contains(word) || is_part(word) || is_of_change(word))
}

#[cfg(test)]
mod tests {
    use super::super::table;
    use super::*;

    fn is_told(sentence: &str) -> bool {
        const LONG: [&str; 2] = ["ISO/IEC 27001:2013", "ISO/IEC 27001:2022"];
        let mut all: Vec<Range<usize>> =
            LONG.iter().filter_map(|one| sentence.find(one).map(|at| at..at + one.len())).collect();
        all.sort_by_key(|one| one.start);
        may_be_told(sentence) && told(sentence, &all, table::controls()).is_some()
    }

    #[test]
    fn sentences_tell_what_became_of_a_number() {
        for text in [
            "A.12.6.1 of ISO/IEC 27001:2013 became A.8.8",
            "ISO/IEC 27001:2013 A.12.6.1 → A.8.8",
            "Controls A.12.6.1 and A.18.2.3 of ISO/IEC 27001:2013 were merged into A.8.8",
            "In ISO/IEC 27001:2022 control A.8.8 replaced A.12.6.1 of ISO/IEC 27001:2013",
            "A.12.6.1 der ISO/IEC 27001:2013 ist jetzt A.8.8",
            "El control A.12.6.1 de ISO/IEC 27001:2013 es ahora A.8.8",
            "A.8.8 corresponds to A.12.6.1 of ISO/IEC 27001:2013",
            "ISO/IEC 27001:2022 A.8.8 merged A.12.6.1 and A.18.2.3 of ISO/IEC 27001:2013",
            "Il controllo A.12.6.1 della ISO/IEC 27001:2013 è ora A.8.8",
        ] {
            assert!(is_told(text), "{text}");
        }
    }

    #[test]
    fn sentences_that_use_a_number_tell_more() {
        for text in [
            "Control A.12.6.1 of ISO/IEC 27001:2013 (now A.8.8) applies",
            "A.12.6.1 of ISO/IEC 27001:2013 (now A.8.8)",
            "We follow A.12.6.1 of ISO/IEC 27001:2013, which is now A.8.8",
            "A.12.6.1 of ISO/IEC 27001:2013 is now A.8.8, but stays in force here",
            "A.12.6.1 of ISO/IEC 27001:2013 is not A.8.8",
            "A.12.6.1 of ISO/IEC 27001:2013 is now A.8.8 and A.9.1.1 applies",
            "A.12.6.1 of ISO/IEC 27001:2013 is now A.5.1",
            "A.12.6.1 of ISO/IEC 27001:2013, A.8.8",
            "Scope: A.12.6.1 of ISO/IEC 27001:2013 → A.8.8",
            "A.12.6.1 of ISO/IEC 27001:2013 is now mandatory",
            "A.12.6.1 of ISO/IEC 27001:2013 is now 8.8",
            "A.8.8 is now merged with A.12.6.1 of ISO/IEC 27001:2013",
            "A.8.8 together with A.12.6.1 of ISO/IEC 27001:2013 is now the norm",
            "A.8.8 became A.12.6.1 of ISO/IEC 27001:2013",
            "A.8.8 was replaced by A.12.6.1 of ISO/IEC 27001:2013",
            "A.8.8 -> A.12.6.1 of ISO/IEC 27001:2013",
            "A.12.6.1 of ISO/IEC 27001:2013 replaced A.8.8",
            "Die A.8.8 ist jetzt A.12.6.1 der ISO/IEC 27001:2013",
        ] {
            assert!(!is_told(text), "{text}");
        }
    }
}

//! Many lists of phrases, looked for in a text at once.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::AhoCorasick;

/// Lists of phrases, known by their number, and the automaton that finds them.
#[derive(Debug)]
pub struct Lexicon {
    automaton: AhoCorasick,
    /// For each pattern of the automaton the phrases that begin with it.
    beginning: Vec<Vec<Phrase>>,
}

#[derive(Debug)]
struct Phrase {
    /// True if any ending may follow the first part.
    is_open: bool,
    /// The parts behind the first.
    rest: Vec<Part>,
    /// Number of the list.
    list: usize,
    /// The code of the language whose texts it counts in; nothing if it counts in all.
    language: Option<&'static str>,
}

/// A part of a phrase behind the first.
#[derive(Debug)]
struct Part {
    text: String,
    /// True if any ending may follow.
    is_open: bool,
    /// True if a few words may stand before it; else it follows the ending of the word before.
    is_apart: bool,
}

/// Longest stretch between two parts of a phrase, in bytes.
const GAP: usize = 45;

impl Lexicon {
    /// Prepares to look for the phrases of `lists` in texts of every language.
    #[must_use]
    pub fn new(lists: &[&[&str]]) -> Self {
        Self::of(lists.iter().enumerate().map(|(at, phrases)| (at, None, *phrases)))
    }

    /// The same for lists given by their number, in parts for each language.
    pub fn of<'a>(lists: impl Iterator<Item = (usize, Option<&'static str>, &'a [&'a str])>) -> Self {
        let mut by_first: BTreeMap<String, Vec<Phrase>> = BTreeMap::new();
        for (list, language, phrases) in lists {
            for spelling in phrases.iter().flat_map(|phrase| spellings(phrase)) {
                let mut parts = parts(&spelling).into_iter();
                let Some(Part { text, is_open, .. }) = parts.next() else { continue };
                by_first.entry(text).or_default().push(Phrase { is_open, rest: parts.collect(), list, language });
            }
        }
        let automaton = AhoCorasick::new(by_first.keys()).expect("the build script refuses empty phrases");
        Self { automaton, beginning: by_first.into_values().collect() }
    }

    /// Calls `found` with the number of a list and the place of one of its phrases, for all that stand in a text made
    /// by `folded`.
    pub fn each(&self, folded: &str, found: impl FnMut(usize, Range<usize>)) {
        self.each_in(folded, None, found);
    }

    /// The same for a text that is surely in one of these languages, if that is known.
    pub fn each_in(&self, folded: &str, languages: Option<&[&str]>, mut found: impl FnMut(usize, Range<usize>)) {
        let is_meant = |phrase: &&Phrase| match (languages, phrase.language) {
            (Some(languages), Some(own)) => languages.contains(&own),
            _ => true,
        };
        for hit in self.automaton.find_overlapping_iter(folded) {
            for phrase in self.beginning[hit.pattern().as_usize()].iter().filter(is_meant) {
                if let Some(end) = phrase.end(folded, hit.range()) {
                    found(phrase.list, hit.start()..end);
                }
            }
        }
    }
}

impl Phrase {
    /// Where the phrase whose first part stands at `first` ends, if the rest follows.
    fn end(&self, text: &str, first: Range<usize>) -> Option<usize> {
        if !is_bounded(text, &first, self.is_open) {
            return None;
        }
        let (mut end, mut is_open) = (first.end, self.is_open);
        for part in &self.rest {
            let from = if is_open { end_of_word(text, end) } else { end };
            end = part.end(text, from)?;
            is_open = part.is_open;
        }
        Some(end)
    }
}

impl Part {
    /// Where the part ends, if it stands where it should behind `from`.
    fn end(&self, text: &str, from: usize) -> Option<usize> {
        let len = self.text.len();
        if !self.is_apart {
            let is_there = text[from..].starts_with(self.text.as_str());
            return (is_there && is_bounded(text, &(from..from + len), self.is_open)).then_some(from + len);
        }
        let until = (from + GAP + len).min(text.len());
        let behind = text.get(from..floor(text, until))?;
        let mut found = behind.match_indices(self.text.as_str()).map(|(at, _)| from + at..from + at + len);
        let place = found.find(|place| is_bounded(text, place, self.is_open))?;
        (!text[from..place.start].contains(['.', ';', ':', '|'])).then_some(place.end)
    }
}

/// The parts of a phrase: "..." stands for a few words, "*" at the end of a word for any ending.
fn parts(phrase: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for piece in phrase.split("...") {
        for (at, text) in piece.trim().split_inclusive('*').enumerate() {
            let (is_open, text) = (text.ends_with('*'), text.trim_end_matches('*'));
            parts.push(Part { text: text.to_owned(), is_open, is_apart: at == 0 });
        }
    }
    parts
}

fn end_of_word(text: &str, from: usize) -> usize {
    let is_inside = |one: char| one.is_alphanumeric() && !is_joined(one);
    text[from..].find(|one| !is_inside(one)).map_or(text.len(), |end| from + end)
}

/// A phrase with each of the two apostrophes, and as it is written where accents cannot be, in names of files mostly.
fn spellings(phrase: &str) -> Vec<String> {
    let phrase = folded(phrase);
    let mut all = vec![phrase.clone()];
    if phrase.contains('\'') {
        all.push(phrase.replace('\'', "\u{2019}"));
        all.push(phrase.replace('\'', " "));
    }
    if phrase.len() >= ACCENTED && !phrase.is_ascii() {
        all.extend([without_accents(&phrase, BARE), without_accents(&phrase, SPELT)]);
    }
    all.sort();
    all.dedup();
    all
}

/// The shortest phrase that is also looked for without its accents, in bytes: without them short ones are other words.
const ACCENTED: usize = 8;

/// Letters with accents, and what stands for them.
type Letters = &'static [(&'static str, &'static str)];

const BARE: Letters = &[
    ("áàâãåä", "a"),
    ("éèêë", "e"),
    ("íìîï", "i"),
    ("óòôõö", "o"),
    ("úùûü", "u"),
    ("ç", "c"),
    ("ñ", "n"),
    ("ß", "ss"),
];

/// The same as German spells them.
const SPELT: Letters = &[("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")];

fn without_accents(phrase: &str, letters: Letters) -> String {
    let mut out = String::with_capacity(phrase.len());
    for one in phrase.chars() {
        let spelt = if one.is_ascii() { None } else { letters.iter().find(|(from, _)| from.contains(one)) };
        match spelt {
            Some((_, to)) => out.push_str(to),
            None => out.push(one),
        }
    }
    out
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// True if no letter touches the words from outside; scripts without spaces have no such bounds.
fn is_bounded(text: &str, range: &Range<usize>, open_end: bool) -> bool {
    let spaced = |one: char| one.is_alphanumeric() && !is_joined(one);
    let words = &text[range.clone()];
    let left = !text[..range.start].ends_with(spaced) || !words.starts_with(spaced);
    let right = open_end || !text[range.end..].starts_with(spaced) || !words.ends_with(spaced);
    left && right
}

/// True for a character of a script whose words have no bounds: of one that is written without spaces, and of Hangul, where
/// particles follow a word without one.
#[must_use]
pub fn is_joined(one: char) -> bool {
    matches!(one, '\u{3005}' | '\u{3040}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Small letters, with blanks for what joins words, and every byte where it was.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '-' | '_' | '/' | '\n' | '\t' | '"' | '(' | ')' | ',' => out.push(' '),
            one if one.is_ascii() => out.push(one.to_ascii_lowercase()),
            one => {
                let mut lower = one.to_lowercase();
                match (lower.next(), lower.next()) {
                    (Some(small), None) if small.len_utf8() == one.len_utf8() => out.push(small),
                    _ => out.push(one),
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(lists: &[&[&str]], text: &str) -> Vec<(usize, String)> {
        let mut seen = Vec::new();
        let folded = folded(text);
        Lexicon::new(lists).each(&folded, |list, range| seen.push((list, folded[range].to_owned())));
        seen
    }

    #[test]
    fn phrases_are_found_as_whole_words_with_gaps_and_open_ends() {
        let lists: &[&[&str]] = &[&["information security ... polic*", "infosec"], &["politique de l'information"]];
        assert_eq!(
            seen(lists, "INFORMATION-SECURITY and privacy Policies"),
            [(0, "information security and privacy polic".to_owned())]
        );
        assert_eq!(seen(lists, "disinformation security policy"), []);
        assert_eq!(seen(lists, "Information security. A policy"), []);
        assert_eq!(seen(lists, "Politique de l\u{2019}information").len(), 1);
        assert_eq!(seen(lists, "infosecurity"), []);
    }

    #[test]
    fn any_word_of_a_phrase_may_have_any_ending() {
        let lists: &[&[&str]] = &[&["incident* de sécurité", "risk* ... every year", "fournisseur* interne*"]];
        assert_eq!(seen(lists, "Gestion des incidents de sécurité").len(), 1);
        assert_eq!(seen(lists, "L'incident de sécurité").len(), 1);
        assert_eq!(seen(lists, "Risks are looked at every year").len(), 1);
        assert_eq!(seen(lists, "Fournisseurs internes et externes").len(), 1);
        assert_eq!(seen(lists, "incidents et sécurité; risky. Every year; fournisseurs, internes"), []);
    }

    #[test]
    fn accents_may_be_left_out() {
        let lists: &[&[&str]] = &[&["política de segurança", "erklärung der maßnahmen", "année"]];
        for text in
            ["politica-de-seguranca", "Erklaerung der Massnahmen", "Erklarung der Massnahmen", "Política de segurança"]
        {
            assert_eq!(seen(lists, text).len(), 1, "{text}");
        }
        assert_eq!(seen(lists, "annee"), []);
    }

    #[test]
    fn scripts_without_spaces_have_no_bounds() {
        assert_eq!(seen(&[&["情報セキュリティ方針"]], "弊社の情報セキュリティ方針です").len(), 1);
    }

    #[test]
    fn folding_keeps_every_byte_in_its_place() {
        for text in ["İSTANBUL-x", "Straße/Ä", "ＡＢＣ", "情報\nx"] {
            assert_eq!(folded(text).len(), text.len(), "{text}");
        }
    }
}

//! Many lists of phrases, looked for in a text at once.

use std::borrow::Cow;
use std::ops::Range;

use smallvec::SmallVec;

use crate::list::List;
use crate::source::floor;

/// Lists of phrases, known by their number.
///
/// The phrases are sorted by the group of the bytes they begin with, then by their first part: of those in a group with which
/// a text begins, each begins with the next shorter one.
#[derive(Debug)]
pub struct Lexicon {
    phrases: Vec<Phrase>,
    /// For each group its first phrase, and one more for the end.
    groups: Vec<usize>,
    /// True for each length of a beginning, from one byte to `START`, that a phrase has.
    lengths: [bool; START],
}

#[derive(Debug)]
struct Phrase {
    /// The whole of it, in the spelling that is looked for.
    text: Cow<'static, str>,
    /// Length of its first part, in bytes.
    first: usize,
    /// True if any ending may follow the first part.
    is_open: bool,
    /// How many phrases before it the last stands with whose first part its own begins; 0 if there is none.
    back: usize,
    /// Number of the list.
    list: usize,
    /// The code of the language whose texts it counts in; nothing if it counts in all.
    language: Option<&'static str>,
}

/// A part of a phrase.
struct Part<'a> {
    text: &'a str,
    /// True if any ending may follow.
    is_open: bool,
    /// True if a few words may stand before it; else it follows the ending of the word before.
    is_apart: bool,
}

/// Longest stretch between two parts of a phrase, in bytes.
const GAP: usize = 45;

/// How many bytes of a phrase decide to which group it belongs.
const START: usize = 3;

/// Phrases that begin at one place of a text, mostly.
const USUAL: usize = 16;

impl Lexicon {
    /// Prepares to look for the phrases of `lists` in texts of every language.
    #[must_use]
    pub fn new(lists: &[List]) -> Self {
        Self::of(lists.iter().enumerate().map(|(at, phrases)| (at, None, *phrases)))
    }

    /// The same for lists given by their number, in parts for each language.
    pub fn of(lists: impl Iterator<Item = (usize, Option<&'static str>, List)>) -> Self {
        let mut phrases = Vec::new();
        for (list, language, own) in lists {
            let spelt = own.iter().flat_map(spellings);
            phrases.extend(spelt.filter_map(|text| Phrase::new(text, list, language)));
        }
        let mut lengths = [false; START];
        for phrase in &phrases {
            lengths[phrase.first.min(START) - 1] = true;
        }
        let (mut phrases, groups) = grouped(phrases);
        for group in groups.windows(2) {
            let own = &mut phrases[group[0]..group[1]];
            own.sort_by(|a, b| a.first().cmp(b.first()));
            for at in 0..own.len() {
                own[at].back = back(own, at);
            }
        }
        Self { phrases, groups, lengths }
    }

    /// Calls `found` with the number of a list and the place of one of its phrases, for all that stand in a text made
    /// by `folded`, in the order of their places; of those at one place the one with the shortest first part comes first.
    pub fn each(&self, folded: &str, found: impl FnMut(usize, Range<usize>)) {
        self.each_in(folded, None, found);
    }

    /// The same for a text that is surely in one of these languages, if that is known.
    pub fn each_in(&self, folded: &str, languages: Option<&[&str]>, mut found: impl FnMut(usize, Range<usize>)) {
        let is_meant = |phrase: &&Phrase| match (languages, phrase.language) {
            (Some(languages), Some(own)) => languages.contains(&own),
            _ => true,
        };
        let mut is_within = false;
        for (at, one) in folded.char_indices() {
            let was_within = std::mem::replace(&mut is_within, is_spaced(one));
            if one == ' ' || was_within && is_within {
                continue;
            }
            for phrase in self.begun_at(folded, at).into_iter().rev().filter(is_meant) {
                if let Some(end) = phrase.end(folded, at) {
                    found(phrase.list, at..end);
                }
            }
        }
    }

    /// The phrases whose first part stands at a place of a text, the longest first.
    fn begun_at(&self, text: &str, at: usize) -> SmallVec<[&Phrase; USUAL]> {
        let rest = &text.as_bytes()[at..];
        let mut begun = SmallVec::new();
        for length in (1..=START.min(rest.len())).rev().filter(|length| self.lengths[length - 1]) {
            let group = group(&rest[..length]) % (self.groups.len() - 1);
            let own = &self.phrases[self.groups[group]..self.groups[group + 1]];
            let Some(mut last) = own.partition_point(|one| one.first() <= rest).checked_sub(1) else { continue };
            loop {
                let phrase = &own[last];
                if phrase.first.min(START) == length && rest.starts_with(phrase.first()) {
                    begun.push(phrase);
                }
                if phrase.back == 0 {
                    break;
                }
                last -= phrase.back;
            }
        }
        begun
    }
}

/// The phrases by their groups, in each as they were, and for each group its first, with one more for the end.
fn grouped(phrases: Vec<Phrase>) -> (Vec<Phrase>, Vec<usize>) {
    let most = phrases.len().next_power_of_two();
    let own: Vec<usize> = phrases.iter().map(|one| group(one.first()) % most).collect();
    let mut groups = vec![0; most + 1];
    for group in &own {
        groups[group + 1] += 1;
    }
    for at in 1..groups.len() {
        groups[at] += groups[at - 1];
    }
    let mut next = groups.clone();
    let mut sorted: Vec<Option<Phrase>> = phrases.iter().map(|_| None).collect();
    for (phrase, group) in phrases.into_iter().zip(own) {
        sorted[next[group]] = Some(phrase);
        next[group] += 1;
    }
    (sorted.into_iter().flatten().collect(), groups)
}

/// How many phrases before the one at a place of its group the last stands with whose first part its own begins.
fn back(group: &[Phrase], at: usize) -> usize {
    let mut before = at;
    while let Some(last) = before.checked_sub(1) {
        if group[at].first().starts_with(group[last].first()) {
            return at - last;
        }
        match group[last].back {
            0 => break,
            back => before = last + 1 - back,
        }
    }
    0
}

/// The group of what begins with these bytes, before it is cut to the number of groups.
fn group(start: &[u8]) -> usize {
    let start = start.iter().take(START).fold(0, |all, byte| (all << 8) | u32::from(*byte));
    (start.wrapping_mul(0x9E37_79B1) >> 12) as usize
}

impl Phrase {
    /// The phrase of a text; nothing if that is empty.
    fn new(text: Cow<'static, str>, list: usize, language: Option<&'static str>) -> Option<Self> {
        let mut signs = memchr::memchr2_iter(b'*', b'.', text.as_bytes());
        let sign = signs.find(|at| text[*at..].starts_with(['*']) || text[*at..].starts_with("..."));
        let is_open = sign.is_some_and(|at| text.as_bytes()[at] == b'*');
        let head = &text[..sign.unwrap_or(text.len())];
        let first = if is_open { head.len() } else { head.trim_end().len() };
        (first > 0).then_some(Self { text, first, is_open, back: 0, list, language })
    }

    fn first(&self) -> &[u8] {
        &self.text.as_bytes()[..self.first]
    }

    /// Where the phrase ends whose first part stands at a place, if the rest follows.
    fn end(&self, text: &str, at: usize) -> Option<usize> {
        let mut end = at + self.first;
        if !is_bounded(text, &(at..end), self.is_open) {
            return None;
        }
        let mut is_open = self.is_open;
        if self.text.len() > self.first + usize::from(self.is_open) {
            for part in parts(&self.text).skip(1) {
                let from = if is_open { end_of_word(text, end) } else { end };
                end = part.end(text, from)?;
                is_open = part.is_open;
            }
        }
        Some(end)
    }
}

impl Part<'_> {
    /// Where the part ends, if it stands where it should behind `from`.
    fn end(&self, text: &str, from: usize) -> Option<usize> {
        let len = self.text.len();
        if !self.is_apart {
            let is_there = text[from..].starts_with(self.text);
            return (is_there && is_bounded(text, &(from..from + len), self.is_open)).then_some(from + len);
        }
        let behind = text.get(from..floor(text, from + GAP + len))?;
        let mut found = behind.match_indices(self.text).map(|(at, _)| from + at..from + at + len);
        let place = found.find(|place| is_bounded(text, place, self.is_open))?;
        (!text[from..place.start].contains(['.', ';', ':', '|'])).then_some(place.end)
    }
}

/// The parts of a phrase: "..." stands for a few words, "*" at the end of a word for any ending.
fn parts(phrase: &str) -> impl Iterator<Item = Part<'_>> {
    phrase.split("...").flat_map(|piece| {
        piece.trim().split_inclusive('*').enumerate().map(|(at, text)| Part {
            text: text.trim_end_matches('*'),
            is_open: text.ends_with('*'),
            is_apart: at == 0,
        })
    })
}

fn end_of_word(text: &str, from: usize) -> usize {
    text[from..].find(|one| !is_spaced(one)).map_or(text.len(), |end| from + end)
}

/// A phrase with each of the two apostrophes, and as it is written where accents cannot be, in names of files mostly.
fn spellings(phrase: &'static str) -> SmallVec<[Cow<'static, str>; 1]> {
    let small = if is_folded(phrase) { Cow::Borrowed(phrase) } else { Cow::Owned(folded(phrase)) };
    // Most phrases are spelt in one way.
    if phrase.is_ascii() && !phrase.contains('\'') {
        return SmallVec::from_buf([trimmed(small)]);
    }
    let mut all = SmallVec::new();
    if small.contains('\'') {
        all.extend(["\u{2019}", " "].map(|sign| trimmed(Cow::Owned(small.replace('\'', sign)))));
    }
    if small.contains(SHORTENED) {
        all.push(trimmed(Cow::Owned(small.replace(SHORTENED, LENGTHENED))));
    }
    if small.len() >= ACCENTED && !small.is_ascii() {
        let ways = [bare, spelt].into_iter().filter_map(|letter| without_accents(&small, letter));
        for way in ways.map(|one| trimmed(Cow::Owned(one))) {
            if !all.contains(&way) {
                all.push(way);
            }
        }
    }
    all.push(trimmed(small));
    all
}

/// A text without blanks at its ends.
fn trimmed(text: Cow<'static, str>) -> Cow<'static, str> {
    if text.trim().len() == text.len() {
        return text;
    }
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

/// True if a text is surely what `folded` would make of it.
fn is_folded(text: &str) -> bool {
    let is_small = |byte: u8| byte < 0x80 && !byte.is_ascii_uppercase() && !is_joint(byte);
    text.bytes().all(is_small)
        || text.chars().all(|one| if one.is_ascii() { is_small(one as u8) } else { is_eastern(one) })
}

/// True for a sign or letter of the East, which is neither small nor capital.
fn is_eastern(one: char) -> bool {
    matches!(one, '\u{3000}'..='\u{A63F}' | '\u{AC00}'..='\u{D7FF}')
}

/// A word that Japanese writes with a long last vowel as well.
const SHORTENED: &str = "セキュリティ";
const LENGTHENED: &str = "セキュリティー";

/// The shortest phrase that is also looked for without its accents, in bytes: without them short ones are other words.
const ACCENTED: usize = 8;

/// What stands for a letter with an accent.
fn bare(one: char) -> Option<&'static str> {
    Some(match one {
        'á' | 'à' | 'â' | 'ã' | 'å' | 'ä' => "a",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'í' | 'ì' | 'î' | 'ï' => "i",
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' => "o",
        'ú' | 'ù' | 'û' | 'ü' => "u",
        'ç' => "c",
        'ñ' => "n",
        'ß' => "ss",
        _ => return None,
    })
}

/// The same as German spells it.
fn spelt(one: char) -> Option<&'static str> {
    Some(match one {
        'ä' => "ae",
        'ö' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        _ => return None,
    })
}

/// A phrase with what stands for its letters; nothing if it is the same.
fn without_accents(phrase: &str, letter: fn(char) -> Option<&'static str>) -> Option<String> {
    let first = phrase.find(|one| letter(one).is_some())?;
    let mut out = phrase[..first].to_owned();
    for one in phrase[first..].chars() {
        match letter(one) {
            Some(to) => out.push_str(to),
            None => out.push(one),
        }
    }
    Some(out)
}

/// True if no letter touches the words from outside; scripts without spaces have no such bounds.
fn is_bounded(text: &str, range: &Range<usize>, open_end: bool) -> bool {
    let words = &text[range.clone()];
    let left = !text[..range.start].ends_with(is_spaced) || !words.starts_with(is_spaced);
    let right = open_end || !text[range.end..].starts_with(is_spaced) || !words.ends_with(is_spaced);
    left && right
}

/// True for a letter or digit of a script whose words have bounds.
fn is_spaced(one: char) -> bool {
    one.is_ascii_alphanumeric() || (!one.is_ascii() && one.is_alphanumeric() && !is_joined(one))
}

/// True for a character of a script whose words have no bounds: of one that is written without spaces, and of Hangul, where
/// particles follow a word without one.
#[must_use]
pub fn is_joined(one: char) -> bool {
    matches!(one, '\u{3005}' | '\u{3040}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// True for a sign that joins words or parts them, and counts as a blank.
fn is_joint(byte: u8) -> bool {
    matches!(byte, b'-' | b'_' | b'/' | b'\n' | b'\t' | b'"' | b'(' | b')' | b',')
}

/// Small letters, with blanks for what joins words, and every byte where it was.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            one if one.is_ascii() => {
                let byte = one as u8;
                out.push(if is_joint(byte) { ' ' } else { one.to_ascii_lowercase() });
            }
            one if is_eastern(one) => out.push(one),
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

    fn seen(lists: &[&[&'static str]], text: &str) -> Vec<(usize, String)> {
        let lists: Vec<List> = lists.iter().map(|all| List::keep(all.iter().copied())).collect();
        let mut seen = Vec::new();
        let folded = folded(text);
        Lexicon::new(&lists).each(&folded, |list, range| seen.push((list, folded[range].to_owned())));
        seen
    }

    #[test]
    fn phrases_are_found_as_whole_words_with_gaps_and_open_ends() {
        let lists: &[&[&'static str]] =
            &[&["information security ... polic*", "infosec"], &["politique de l'information"]];
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
        let lists: &[&[&'static str]] = &[&["incident* de sécurité", "risk* ... every year", "fournisseur* interne*"]];
        assert_eq!(seen(lists, "Gestion des incidents de sécurité").len(), 1);
        assert_eq!(seen(lists, "L'incident de sécurité").len(), 1);
        assert_eq!(seen(lists, "Risks are looked at every year").len(), 1);
        assert_eq!(seen(lists, "Fournisseurs internes et externes").len(), 1);
        assert_eq!(seen(lists, "incidents et sécurité; risky. Every year; fournisseurs, internes"), []);
    }

    #[test]
    fn accents_may_be_left_out() {
        let lists: &[&[&'static str]] = &[&["política de segurança", "erklärung der maßnahmen", "année"]];
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

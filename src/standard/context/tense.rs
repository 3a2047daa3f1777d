//! History by the tense: what a verb in the past tells beside words for a time that is over.

use std::ops::Range;

use jiff::civil::Date;

use super::super::citation::Citation;
use super::cue::{Hit, Scope, letters};
use super::date::{self, is_over};
use super::lexicon::{ACTS, NUMBERINGS, PLACES};
use super::sentence::{Gap, Sentence, is_article};
use super::subject::tells_of_adoption;
use super::word::{
    Language, Verb, is_auxiliary, is_being, is_conjunction, is_determiner, is_filler, is_final, is_having, is_making,
    is_perfect, is_preposition, is_since, is_small_word, is_speaker, is_subordinator, is_thing, is_told_somewhere,
    languages, verb,
};

/// How many words may stand between the citation and the words for a time behind it.
const BEHIND: usize = 5;

/// How many words may stand between an auxiliary and its participle.
const PERFECT: usize = 2;

/// How many words most sentences have.
const CAPACITY: usize = 32;

/// A word of the prose, citations left out.
pub(super) type Word<'a> = (Range<usize>, &'a str);

impl Sentence<'_> {
    /// Why the verb of the citation's clause and words for a time make it history.
    pub(super) fn by_tense(&self, own: &Range<usize>, on: Date) -> Option<String> {
        if self.is_granted(own) || self.lasts(own, on) {
            return None;
        }
        let framed = |hit: &&Hit| {
            let language = hit.cue.language;
            let made = || hit.cue.scope == Scope::Ago && self.is_made(own, language);
            self.shares_clause(&hit.range, own, language) && self.is_in_past(own, language) && !made()
        };
        let of_bygone = |hit: &&Hit| match hit.cue.scope {
            Scope::Former => {
                let described = self.describes_thing(hit) && !self.is_parted(hit, own);
                (described || self.is_adverb(hit)) && !self.is_instead(own) && !self.is_denied(hit)
            }
            Scope::Bygone => !self.is_instead(own),
            _ => true,
        };
        const TIMES: [Scope; 4] = [Scope::Frame, Scope::Ago, Scope::Bygone, Scope::Former];
        let has_time = self.hits.iter().any(|hit| TIMES.contains(&hit.cue.scope));
        let times = TIMES.into_iter().take(if has_time { TIMES.len() } else { 0 });
        if let Some(hit) = times.flat_map(|scope| self.hits_of(scope)).filter(of_bygone).find(framed) {
            return Some(format!("\"{}\" stands beside it, with a verb in the past", self.quoted(hit)));
        }
        if let Some(because) = self.by_end(own) {
            return Some(because);
        }
        if let Some(span) = date::past_span(&self.prose[own.end..self.end()], on) {
            return Some(format!("\"{span}\" stands behind it"));
        }
        if !self.may_be_past(own, on) {
            return None;
        }
        let words = self.clause(self.start..self.end());
        let by_language = self.language().and_then(|language| {
            let is_told = !self.is_of_nothing(own);
            let told = || self.told_of(own, language).or_else(|| self.by_place(own, language));
            let by_verb = || told().filter(|_| !self.is_found(own, on));
            is_told.then(by_verb).flatten().or_else(|| self.by_year(own, language, &words, on))
        });
        by_language.or_else(|| self.by_gain(own, on).filter(|_| !self.is_of_nothing(own)))
    }

    /// False if in no language a verb stands behind the citation, the sentence begins with it, or a year has passed: most
    /// sentences need no closer look.
    fn may_be_past(&self, own: &Range<usize>, on: Date) -> bool {
        let mut behind = self.words(own.end..self.end());
        let told = behind.find(|word| !is_small_word(word) || is_told_somewhere(word)).is_some_and(is_told_somewhere);
        told || self.words(self.head(own)).next().is_some_and(is_preposition) || self.has_year(on)
    }

    /// True if four digits that may be a year stand outside of citations.
    pub(super) fn has_year(&self, on: Date) -> bool {
        let bytes = self.lower.as_bytes();
        let is_year = |at: usize| {
            let digits = bytes.get(at..at + 4).filter(|year| year.iter().all(u8::is_ascii_digit));
            let year = digits.map(|year| year.iter().fold(0, |year, digit| year * 10 + i16::from(*digit - b'0')));
            year.is_some_and(|year| (1990..=on.year()).contains(&year)) && !self.in_citation(self.start + at)
        };
        // Most digits are those of citations, so that what stands between them is looked through.
        let ends = self.citations.iter().map(|one| one.reference.range.start).chain([self.end()]);
        let mut from = self.start;
        ends.enumerate().any(|(next, end)| {
            let gap = from - self.start..end.max(from) - self.start;
            from = self.citations.get(next).map_or(end, |one| one.reference.range.end).max(from);
            memchr::memchr2_iter(b'1', b'2', &bytes[gap.clone()]).any(|at| is_year(gap.start + at))
        })
    }

    /// True if the clause of the citation only grants what it says: "while … was superseded, we require it".
    fn is_granted(&self, own: &Range<usize>) -> bool {
        let before = |hit: &Hit| hit.range.end <= own.start && !self.has_comma(&(hit.range.end..own.start));
        // "Where a supplier was certified to … before the contract was signed, no proof is needed."
        let supposed = |hit: &Hit| {
            let end = self.prose[own.end..self.end()].find(',').map(|at| own.end + at);
            before(hit)
                && self.begins_clause(hit.range.start)
                && end.is_some_and(|end| self.is_told_in(hit.cue.language, &(end..self.end())) == Some(false))
        };
        self.hits_of(Scope::Concession).any(before) || self.hits_of(Scope::Pending).any(supposed)
    }

    /// A verb in the past behind the citation in which the sentence begins: "in … this clause was missing".
    pub(super) fn by_place(&self, own: &Range<usize>, language: Language) -> Option<String> {
        let head = self.head(own);
        let first = self.words(head.clone()).next().unwrap_or_default();
        // "In …, this was": what stood in it. "Under …, access was granted" tells of what was done.
        let comma = self.prose[own.end..].starts_with(',') && PLACES.contains(first);
        let behind = if comma { &(own.start..own.end + 1) } else { own };
        let leads = is_preposition(first)
            && self.is_small(head, Gap::Before)
            && self.clause_behind(behind, language).unwrap_or(false);
        let is_adopted = || tells_of_adoption(language, &self.clause(own.end..self.end()));
        (leads && !is_adopted()).then(|| "a verb in the past tells of it".into())
    }

    /// A year that has passed in the clause, with a verb in the past that tells of no making.
    fn by_year(&self, own: &Range<usize>, language: Language, words: &[Word<'_>], on: Date) -> Option<String> {
        if self.is_called_current(own) {
            return None;
        }
        let at = (0..words.len()).find(|at| {
            let at = *at;
            let (range, year) = &words[at];
            let plausible = year.len() == 4 && year.parse().is_ok_and(|year: i16| (1990..=on.year()).contains(&year));
            let begins = |(_, word): &Word<'_>| is_since(language, word);
            let month = |(_, word): &Word<'_>| super::word::month(word).is_some() || is_number(word);
            let before = || words[..at].iter().rev().find(|one| !month(one));
            plausible
                && self.is_alone(range)
                && !self.is_in_aside(range, own)
                && is_over(&self.lower[..range.start - self.start], year, on)
                && !before().is_some_and(begins)
                && !before().is_some_and(|(_, word)| ACTS.contains(word))
                && !self.is_numbered(words, at, language)
                && !self.goes_on_since(&words[at..], own, language)
                && self.shares_clause(range, own, language)
        })?;
        let is_named = || self.names_year(&words[at..], own, language);
        // What nobody was certified to any more, or what never was, is no less wrong for a year beside it.
        let is_wrong = || !is_named() && self.is_wrong_in(own, words[at].1, on);
        let past = (self.is_in_past(own, language) || self.is_told_alone(own, language))
            && (is_named() || !self.is_made(own, language))
            && !is_wrong();
        past.then(|| format!("\"{}\" has passed, and the verb stands in the past", words[at].1))
    }

    /// True if a year before the citation is part of the name of a document, an audit and such: "the 2018 policy".
    fn names_year(&self, words: &[Word<'_>], own: &Range<usize>, language: Language) -> bool {
        let (year, rest) = (&words[0].0, &words[1..]);
        let named = || self.words(self.start..year.start).last().is_none_or(|word| is_determiner(language, word));
        let noun = || rest.iter().take(2).any(|(range, word)| range.end <= own.start && is_thing(language, word));
        year.end <= own.start && named() && noun()
    }

    /// True if the comma behind what a word describes begins something else: "replaced the old policy, see".
    fn is_parted(&self, hit: &Hit, own: &Range<usize>) -> bool {
        let ends = self.citations.iter().map(|one| one.reference.range.start).filter(|at| *at >= hit.range.end).min();
        let gap = hit.range.end..ends.unwrap_or(own.start).min(own.start).max(hit.range.end);
        let placed = self.words(self.start..hit.range.start).next().is_some_and(is_preposition);
        self.prose[gap].matches(',').count() == 1 && !placed
    }

    /// True if a number is not part of a longer one or of a name.
    fn is_alone(&self, range: &Range<usize>) -> bool {
        let joined = |one: char| matches!(one, '-' | '/' | ':' | '_' | '.') || one.is_alphanumeric();
        let before = self.prose[..range.start].chars().next_back();
        let mut behind = self.prose[range.end..].chars();
        let next = behind.next();
        let ends = next == Some('.') && !behind.next().is_some_and(char::is_alphanumeric);
        !before.is_some_and(joined) && (ends || !next.is_some_and(joined))
    }

    /// True if a cue of use is a verb in the past, or the word before puts it there: "was still certified".
    pub(super) fn is_told_in_past(&self, hit: &Hit) -> bool {
        let language = hit.cue.language;
        let word = self.words(self.start..hit.range.start).last();
        // Languages share the beginnings of such words: "exigeait".
        let is_past =
            |word: &str| languages().any(|one| matches!(verb(one, word), Some(Verb::Past | Verb::Participle)));
        let inflected = || hit.cue.open_end && self.words(hit.range.clone()).last().is_some_and(is_past);
        word.is_some_and(|word| verb(language, word) == Some(Verb::Past)) || inflected()
    }

    /// True if nothing parts words for a time from the citation; behind it, only a few words.
    fn shares_clause(&self, time: &Range<usize>, own: &Range<usize>, language: Language) -> bool {
        let behind = own.end <= time.start;
        let gap = if behind { own.end..time.start } else { time.end..own.start.max(time.end) };
        let sign =
            |(at, one): (usize, char)| matches!(one, ';' | '|') || (one == ':' && !self.in_citation(gap.start + at));
        let words = self.clause(gap.clone());
        let joined = words.iter().any(|(_, word)| is_conjunction(language, word));
        !self.prose[gap.clone()].char_indices().any(sign)
            && !joined
            && (!behind || words.len() <= BEHIND)
            && !self.is_broken(&gap)
    }

    /// True if a year is that of an edition whose numbers are spoken of: "the 2013 numbering".
    fn is_numbered(&self, words: &[Word<'_>], at: usize, language: Language) -> bool {
        let is_led = || at.checked_sub(1).is_some_and(|before| is_determiner(language, words[before].1));
        let is_of = |(_, word): &Word<'_>| NUMBERINGS.contains(word);
        (words.get(at + 1).is_some_and(is_of) && is_led())
            || at.checked_sub(1).is_some_and(|before| is_of(&words[before]))
    }

    /// True if another citation stands behind a year, and behind that a word for what is so since: "until 2019 … applied, since
    /// then … applies".
    fn goes_on_since(&self, words: &[Word<'_>], own: &Range<usize>, language: Language) -> bool {
        let since = |(range, word): &Word<'_>| {
            range.end <= own.start && is_since(language, word) && self.has_citation(&(words[0].0.end..range.start))
        };
        words[1..].iter().any(since)
    }

    /// True if the verb that governs the citation stands in the past.
    pub(super) fn is_in_past(&self, own: &Range<usize>, language: Language) -> bool {
        let before = self.before_citation(own);
        let found = |at: usize| Some((at, self.tense(language, &before, at, own.start)?));
        let Some((at, is_past)) = (0..before.len()).rev().find_map(found) else {
            return self.clause_behind(own, language).unwrap_or(false);
        };
        // "As … asks", and "planned for 2027, the audit to … takes place": the verb behind is that of its clause.
        let parted = || self.has_comma(&(before[at].0.end..own.start)) && self.is_told_now(own, language);
        is_past && !self.is_reason_now(own, language) && !parted()
    }

    /// True if the sentence says that something is done as the citation asks, "the log is kept as … requires", or
    /// what its speakers do with it, "we follow …".
    pub(super) fn is_rule(&self, own: &Citation) -> bool {
        let range = &own.reference.range;
        let Some(language) = self.language() else { return false };
        (self.is_reason(range) && self.is_told_now(range, language)) || self.is_spoken_now(range, language)
    }

    /// True if the speakers of the document say before the citation what they do, not what they did: "we are certified
    /// to …", and "we follow …" but not "we keep copies of …".
    fn is_spoken_now(&self, own: &Range<usize>, language: Language) -> bool {
        let before = self.before_citation(own);
        let spoken = before.iter().rposition(|(_, word)| is_speaker(word));
        spoken.and_then(|at| before.get(at + 1)).is_some_and(|(range, word)| {
            let is_perfect = is_having(language, word) || is_auxiliary(language, word);
            let is_now = match verb(language, word) {
                Some(Verb::Present) => true,
                Some(Verb::Past | Verb::Participle) => false,
                None => self.words(range.end..own.start).all(|word| is_preposition(word) || is_article(word)),
            };
            is_now && !is_perfect && !self.is_in_past(own, language)
        })
    }

    /// True if the verb behind the citation stands in the present.
    fn is_told_now(&self, own: &Range<usize>, language: Language) -> bool {
        self.clause_behind(own, language) == Some(false)
    }

    /// True if the citation is that by which something is done, and still is: "as … asks".
    pub(super) fn is_reason_now(&self, own: &Range<usize>, language: Language) -> bool {
        self.is_reason(own) && self.is_told_now(own, language)
    }

    /// True if the citation stands in a clause that says by what something is done: "as … asks".
    fn is_reason(&self, own: &Range<usize>) -> bool {
        let before = self.before_citation(own);
        let mut words = before.iter().rev().map(|(_, word)| *word);
        words.find(|word| is_subordinator(word) || !is_filler(word)).is_some_and(is_subordinator)
    }

    /// True if the verb that governs the citation tells of making: what it made may be in use.
    fn is_made(&self, own: &Range<usize>, language: Language) -> bool {
        let before = self.before_citation(own);
        let verb = (0..before.len()).rev().find(|at| self.tense(language, &before, *at, own.start).is_some());
        let behind = self.clause(own.end..self.end());
        // A participle may stand at the end of the clause.
        let rest = behind.iter().take_while(|(_, word)| !is_conjunction(language, word));
        before[verb.unwrap_or(before.len())..].iter().chain(rest).any(|(_, word)| is_making(language, word))
    }

    /// The words of the clause before the citation.
    pub(super) fn before_citation(&self, own: &Range<usize>) -> Vec<Word<'_>> {
        let from = self.prose[self.start..own.start].rfind(';').map_or(self.start, |at| self.start + at + 1);
        self.clause(from..own.start)
    }

    /// True if a participle behind the citation is the only verb of the sentence: "the audit in 2016 against … closed
    /// without findings".
    fn is_told_alone(&self, own: &Range<usize>, language: Language) -> bool {
        let behind = self.clause(own.end..self.end());
        let first = behind.iter().map(|(_, word)| *word).find(|word| !is_filler(word));
        let next = behind.get(1).is_some_and(|(_, word)| is_preposition(word));
        let participle = first.is_some_and(|word| verb(language, word) == Some(Verb::Participle));
        participle && next && self.is_told_in(language, &(self.start..self.end())).is_none()
    }

    /// The tense of the first verb behind the citation in its clause.
    fn clause_behind(&self, own: &Range<usize>, language: Language) -> Option<bool> {
        let end = self.prose[own.end..self.end()].find([',', ';']).map_or(self.end(), |at| own.end + at);
        let behind = self.clause(own.end..end);
        let clause = behind.iter().take_while(|(_, word)| !is_conjunction(language, word)).count();
        (0..clause).find_map(|at| self.tense(language, &behind[..clause], at, end))
    }

    /// True for a verb in the past, false for one in the present; nothing for other words. The words end at `last`.
    pub(super) fn tense(&self, language: Language, words: &[Word<'_>], at: usize, last: usize) -> Option<bool> {
        let word = words[at].1;
        match verb(language, word)? {
            Verb::Past => Some(true),
            Verb::Present => {
                let near = words[at + 1..].iter().take(PERFECT);
                let perfect = || near.clone().any(|(_, next)| is_perfect(language, next));
                Some(is_auxiliary(language, word) && (perfect() || self.ends_in_participle(language, last)))
            }
            Verb::Participle => self.is_finite(language, words, at, last).then_some(true),
        }
    }

    /// True if a clause whose participle stands at its end has one there that makes nothing: "hat 2019 gegen … geprüft".
    fn ends_in_participle(&self, language: Language, at: usize) -> bool {
        let end = self.prose[at..self.end()].find([',', ';']).map_or(self.end(), |end| at + end);
        let words = self.clause(at..end);
        let clause = words.iter().take_while(|(_, word)| !is_conjunction(language, word));
        clause.last().is_some_and(|(_, word)| is_final(language, word))
    }

    /// True if a word that may be a participle is a verb: a noun or the citation at `last` follows.
    fn is_finite(&self, language: Language, words: &[Word<'_>], at: usize, last: usize) -> bool {
        let end = words[at].0.end;
        // "Are kept for", "is being kept for" tell of the present, or have a verb in the past before them.
        let is_verb = |word| is_being(language, word) || matches!(verb(language, word), Some(Verb::Present));
        if words[..at].last().is_some_and(|(_, word)| is_verb(word)) {
            return false;
        }
        match words.get(at + 1) {
            Some((range, next)) => {
                let is_near = self.prose[end..range.start].trim().is_empty();
                is_near && (is_determiner(language, next) || is_number(next))
            }
            None => last < self.end() && self.prose[end..last].trim().is_empty(),
        }
    }

    /// The words of a stretch without those of citations.
    pub(super) fn clause(&self, gap: Range<usize>) -> Vec<Word<'_>> {
        let text = self.lower.get(gap.start - self.start..gap.end - self.start).unwrap_or_default();
        let mut words = Vec::with_capacity(CAPACITY);
        let mut add = |word: Range<usize>| {
            let at = gap.start + word.start;
            if !word.is_empty() && !self.in_citation(at) {
                words.push((at..gap.start + word.end, &text[word]));
            }
        };
        let (mut from, mut at) = (0, 0);
        while let Some(byte) = text.as_bytes().get(at) {
            if byte.is_ascii_alphabetic() {
                at += letters(&text.as_bytes()[at..]);
                continue;
            }
            let (goes_on, length) = if byte.is_ascii() {
                (byte.is_ascii_digit(), 1)
            } else {
                let one = text[at..].chars().next().unwrap_or_default();
                (one.is_alphanumeric(), one.len_utf8())
            };
            if !goes_on {
                add(from..at);
                from = at + length;
            }
            at += length;
        }
        add(from..text.len());
        words
    }
}

/// True for a word that begins with a figure.
pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(|one: char| one.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_words_of_a_clause_are_those_between_its_signs(text in "([a-z]{0,20}[0-9]{0,3}[ ,.;'\\-äé版，Ⅷ]{0,3}){0,6}") {
            let sentence = Sentence::of(&text);
            let clause = sentence.clause(0..text.len());
            prop_assert!(clause.iter().all(|(range, word)| sentence.lower[range.clone()] == **word));
            let clause: Vec<&str> = clause.into_iter().map(|(_, word)| word).collect();
            prop_assert_eq!(clause, sentence.words(0..text.len()).collect::<Vec<_>>());
        }
    }
}

//! What has not come about: a clause that supposes it, "in the event that … is superseded", a contract that takes it in, "as
//! replaced from time to time", the loss of a certificate that is to be told.

use std::ops::Range;

use jiff::civil::Date;

use super::cue::{Hit, Scope};
use super::gain::is_certificate;
use super::lexicon::{
    AFTERWARDS, ANAPHORS, CHANGES, DONE, ENDS, IFS, INVERSIONS, LOSSES, OPEN_CHANGES, OWNING, RENEWALS, REPORTS,
    RESERVATIONS, SUPPOSITIONS, WHENS,
};
use super::phrase;
use super::said::BRACKETED;
use super::sentence::{Gap, Sentence};
use super::word::{Language, Verb, is_being, is_having, is_preposition, is_small_word, languages, verb};
use crate::list::List;
use crate::year;

impl Sentence<'_> {
    /// True if the clause of the citation supposes what a word of history behind it says.
    pub(super) fn is_supposed(&self, own: &Range<usize>, hit: &Hit) -> bool {
        if hit.range.start < own.end {
            return false;
        }
        let language = hit.cue.language;
        let code = language.code();
        let clause = self.clause_head(own, BRACKETED);
        let words: Vec<&str> = self.words(clause.clone()).collect();
        // "If your certificate names …, it is expired" supposes something else.
        let behind: Vec<&str> = self.words(own.end..hit.range.start).collect();
        if self.has_comma(&(own.end..hit.range.start)) || phrase::has(phrase::of(ANAPHORS, code), &behind) {
            return false;
        }
        let leads = |end: usize| {
            words[end..].iter().all(|word| {
                let is_small =
                    is_small_word(word) || is_preposition(word) || is_certificate(word) || OWNING.contains(word);
                is_small && verb(language, word).is_none()
            })
        };
        let begins = |lists, is_at: fn(usize) -> bool| {
            phrase::find(phrase::of(lists, code), &words).any(|range| is_at(range.start) && leads(range.end))
        };
        let ends = self.prose[hit.range.end..self.end()].find(',').map(|at| hit.range.end + at + 1);
        let is_inverted =
            || clause.start == self.start && begins(INVERSIONS, |at| at == 0) && ends.is_some() && !self.asks();
        let names_certificate = || words.iter().any(|word| is_certificate(word) || word.starts_with("zertifikat"));
        begins(IFS, |_| true)
            || (names_certificate() && begins(SUPPOSITIONS, |_| true))
            || is_inverted()
            || (begins(WHENS, |_| true) && self.is_to_come(own, hit, clause.start, ends))
    }

    /// True if the sentence ends with a question mark.
    fn asks(&self) -> bool {
        self.prose[self.end()..].starts_with('?')
    }

    /// True if a clause that tells when something is speaks of what is still to come: its verb stands in the present, or somebody
    /// is to be told.
    fn is_to_come(&self, own: &Range<usize>, hit: &Hit, start: usize, ends: Option<usize>) -> bool {
        let language = hit.cue.language;
        let is = |word: &str, tense| verb(language, word) == Some(tense);
        let told: Vec<&str> = self.words(own.end..hit.range.end).collect();
        let is_past =
            told.iter().any(|word| is(word, Verb::Past) || is_having(language, word) || is_being(language, word));
        let is_present = told.iter().any(|word| is(word, Verb::Present));
        let main: Vec<&str> =
            self.words(self.start..start).chain(ends.into_iter().flat_map(|end| self.words(end..self.end()))).collect();
        let head: Vec<&str> = self.words(start..own.start).collect();
        let is_told_past = main.iter().any(|word| is(word, Verb::Past));
        let reports = || {
            phrase::has(phrase::of(REPORTS, language.code()), &main)
                || phrase::has(phrase::of(REPORTS, language.code()), &head)
        };
        !is_told_past && ((is_present && !is_past) || reports())
    }

    /// True if a contract takes in what may become of the citations that it lists: "each as replaced from time to time".
    pub(super) fn is_reserved(&self, own: &Range<usize>, on: Date) -> bool {
        let words = self.clause(own.end..self.end());
        let of = |list: List, word: &str| list.contains(word);
        let count = words.iter().take_while(|(_, word)| of(RESERVATIONS, word)).count();
        let all: Vec<&str> = words[..count].iter().map(|(_, word)| *word).collect();
        let Some(from) = all.iter().position(|word| matches!(*word, "as" | "until")) else { return false };
        let is_changed = all[from..].iter().any(|word| of(CHANGES, word));
        let is_open = phrase::has(OPEN_CHANGES, &all[from..]);
        let end = words[count - 1].0.end;
        let is_end = || {
            let rest = self.prose[end..self.end()].trim_start();
            rest.is_empty() || rest.starts_with([')', ',', ';'])
        };
        is_changed && (is_open || (all[from] == "until" && !self.has_ended(end, on)) || is_end())
    }

    /// True if what stands to the end of the part of a clause names a year that has come: "until replaced in 2022".
    fn has_ended(&self, from: usize, on: Date) -> bool {
        let rest = &self.prose[from..self.end()];
        let part = &rest[..rest.find([',', ';', ')']).unwrap_or(rest.len())];
        let mut numbers = part.split(|one: char| !one.is_ascii_digit()).filter(|number| number.len() == 4);
        numbers.any(|number| number.parse::<i16>().is_ok_and(|year| year <= on.year()))
    }

    /// True if a word of history before the citation tells of the loss of a certificate that may come, "withdrawal of the …
    /// certificate must be notified", or of one that must be got again, "an expired … certificate must be renewed".
    pub(super) fn is_loss(&self, hit: &Hit, own: &Range<usize>) -> bool {
        if self.citations.len() > 1 || !self.words(own.end..self.end()).next().is_some_and(is_certificate) {
            return false;
        }
        let behind: Vec<&str> = self.words(own.end..self.end()).collect();
        if hit.cue.scope == Scope::State {
            return phrase::has(RENEWALS, &behind);
        }
        let is_named = self.words(hit.range.clone()).next().is_some_and(|word| LOSSES.contains(word));
        let is_past = |word: &str| languages().any(|one: Language| verb(one, word) == Some(Verb::Past));
        let before: Vec<&str> = self.words(self.start..hit.range.start).collect();
        is_named
            && self.is_small(hit.range.end..own.start, Gap::Before)
            && !phrase::has(DONE, &behind)
            && !phrase::has(DONE, &before)
            && !behind.last().is_some_and(|word| behind.len() == 2 && ENDS.contains(word))
            && !before.iter().any(|word| AFTERWARDS.contains(word))
            && !before.iter().chain(&behind).any(|word| is_past(word) || year::is_written(word))
    }
}

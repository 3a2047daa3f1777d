//! When something was so: "until 31 October 2025", "from 2014 to 2021", "in earlier years".

use std::ops::Range;

use jiff::civil::Date;

use super::super::grammar::is_edition_word;
use super::cue::{Hit, Scope, lowered};
use super::lexicon::VALID;
use super::sentence::{Gap, Sentence, floor, is_article};
use super::tense::is_number;
use super::word::{Language, is_attested_somewhere, is_conjunction, is_filler, is_link, is_small_word, month};
use crate::year;

/// How far behind a word its date may end, in bytes.
pub(super) const DATE: usize = 40;

/// How many words may stand between a word and its year: "the end of October".
const WORDS: usize = 2;

/// How many words may stand between the date at the head of a clause and the citation.
const AHEAD: usize = 6;

/// How many words may stand between the citation and the date behind it.
const BEHIND: usize = 3;

/// Longest text that is a date and nothing else, in bytes.
pub(super) const LONGEST: usize = 128;

/// Most characters of two years with a word between.
const SPAN: usize = 16;

impl Sentence<'_> {
    /// Why the citation is history, if a cue of the scope says that something was so until a day that has passed.
    pub(super) fn by_date(&self, own: &Range<usize>, scope: Scope, on: Date) -> Option<String> {
        self.hits_of(scope).find_map(|hit| {
            let whole = self.dated(hit, on)?;
            let words = self.prose[whole.clone()].replace('\n', " ");
            let limits = (self.leads(&whole, own) && !self.goes_on(whole.end..own.start, hit.cue.language))
                || (scope == Scope::Until && self.trails(&whole, hit.cue.language, own));
            let limits = limits && !self.is_broken_between(&whole, own);
            limits.then(|| format!("\"{words}\" has passed"))
        })
    }

    /// Why the citation is history, if its clause begins with words for a time that is over.
    pub(super) fn by_time(&self, own: &Range<usize>) -> Option<String> {
        let hit = self.hits_of(Scope::Once).find(|hit| self.leads(&hit.range, own))?;
        Some(format!("\"{}\" stands before it", self.quoted(hit)))
    }

    /// A word with its date, if that has passed.
    pub(super) fn dated(&self, hit: &Hit, on: Date) -> Option<Range<usize>> {
        if !hit.cue.is_single() {
            self.year(hit.first_end..hit.last_start)?;
        }
        let from = hit.range.end;
        let reach = from + floor(&self.prose[from..self.end()], DATE);
        if let Some(at) = self.year(from..reach) {
            let end = at + date_length(&self.prose[at..self.end()]);
            return self.is_past(from..at, at, on).then_some(hit.range.start..end);
        }
        let date = |one: char| one.is_ascii_digit() || "年月日末-/. ".contains(one);
        let head = self.prose[self.start..hit.range.start].trim_end_matches(date);
        let at = self.year(self.start + head.len()..hit.range.start)?;
        self.is_past(at..at, at, on).then_some(at..hit.range.end)
    }

    /// True if a day that has passed stands right behind a place.
    pub(super) fn day_behind(&self, from: usize, on: Date) -> bool {
        let year = self.year(from..from + floor(&self.prose[from..self.end()], DATE));
        year.is_some_and(|at| self.is_past(from..at, at, on))
    }

    /// True if words behind a place name a day to come up to which something holds: "valid until 2027", "expires 2027".
    pub(super) fn is_limited(&self, from: usize, on: Date) -> bool {
        if self.runs_on(from, on) {
            return true;
        }
        // "In 2024 a licence valid until" tells of something else.
        let is_of_it = |hit: &Hit| from == self.start || self.words(from..hit.range.start).all(says_nothing);
        self.hits_of(Scope::Until).filter(|hit| hit.range.start >= from && is_of_it(hit)).any(|hit| {
            let behind = hit.range.end;
            let year = self.year(behind..behind + floor(&self.prose[behind..self.end()], DATE));
            year.is_some_and(|at| !self.is_past(behind..at, at, on))
        })
    }

    /// True if a year stands in words of their own between two commas, which tell of something else: "the company, founded in
    /// 1998, was certified to".
    pub(super) fn is_in_aside(&self, year: &Range<usize>, own: &Range<usize>) -> bool {
        let head = &self.prose[self.start..year.start];
        let Some(from) = head.rfind(',').map(|at| self.start + at + 1) else { return false };
        let Some(to) = self.prose[year.end..self.end()].find(',').map(|at| year.end + at) else { return false };
        let is_day = |word: &str| month(word).is_some() || is_number(word);
        to < own.start && self.words(from..to).any(|word| !is_day(word) && !is_filler(word) && !is_link(word))
    }

    /// Where the first year of a stretch stands, if little stands before it.
    pub(super) fn year(&self, range: Range<usize>) -> Option<usize> {
        let text = &self.prose[range.clone()];
        let digits = |at: usize| text[at..].bytes().take(5).take_while(u8::is_ascii_digit).count();
        let begins = |at: usize| !text[..at].ends_with(|one: char| one.is_ascii_digit());
        let at = (0..text.len()).find(|at| text.is_char_boundary(*at) && begins(*at) && digits(*at) == 4)?;
        let gap = range.start..range.start + text[..at].trim_end_matches([',', ' ']).len();
        let near = self.unknown(gap.clone(), Gap::Before).is_some_and(|unknown| unknown <= WORDS);
        let plausible = text[at..at + 4].parse().is_ok_and(|year: u16| (1990..2100).contains(&year));
        let at = range.start + at;
        let is_day = !self.has_comma(&gap) && !self.in_citation(at) && !self.is_edition(at);
        (near && plausible && is_day).then_some(at)
    }

    /// True if the year at a place is that of an edition: "until we move to the 2022 version".
    fn is_edition(&self, at: usize) -> bool {
        let end = at + 4;
        let next = self.words(end..self.end()).next().unwrap_or_default();
        is_edition_word(next)
            && self.prose[end..self.end()].trim_start().starts_with(char::is_alphabetic)
            && self.words(self.start..at).last().is_some_and(is_article)
    }

    /// True if a date has passed whose year stands at `at`, with day and month in `before` or behind it.
    pub(super) fn is_past(&self, before: Range<usize>, at: usize, on: Date) -> bool {
        let date = &self.lower[at - self.start..at - self.start + date_length(&self.prose[at..self.end()])];
        is_over(&self.lower[before.start - self.start..before.end - self.start], date, on)
    }

    /// True if words for a time stand at the head of the clause with the citation.
    fn leads(&self, whole: &Range<usize>, own: &Range<usize>) -> bool {
        if own.start < whole.end || !self.begins_clause(whole.start) {
            return false;
        }
        let head = self.prose[whole.end..own.start].split_inclusive([',', '、']).next().unwrap_or_default();
        let comma = whole.end + head.len();
        let from = if self.is_small(whole.end..comma, Gap::After) { comma } else { whole.end };
        // "Until 2019 … applied, since then … applies": what was until then stands before the comma.
        if from > whole.end && self.has_citation(&(whole.end..from)) && !self.is_small(from..own.start, Gap::Before) {
            return false;
        }
        self.is_short(from..own.start, AHEAD) && !self.has_comma(&(from..own.start))
    }

    /// True if words for a time stand behind the citation and end its clause.
    fn trails(&self, whole: &Range<usize>, language: Language, own: &Range<usize>) -> bool {
        own.end <= whole.start
            && self.is_short(own.end..whole.start, BEHIND)
            && self.is_told(own.end..whole.start)
            && !self.prose[own.end..whole.start].contains(';')
            && !self.is_used_between(own, whole.start)
            && !self.goes_on(own.end..whole.start, language)
    }

    /// True if the verb behind a citation says how it stands: "were valid", not "covers data collected".
    fn is_told(&self, gap: Range<usize>) -> bool {
        let mut words = self.words(gap.clone());
        self.prose[gap.start..].starts_with([',', '('])
            || self.is_small(gap, Gap::After)
            || words.find(|word| is_link(word) || !is_filler(word)).is_none_or(is_link)
    }

    /// True if a stretch of one clause has at most so many words of its own.
    fn is_short(&self, gap: Range<usize>, most: usize) -> bool {
        self.unknown(gap, Gap::Before).is_some_and(|unknown| unknown <= most)
    }

    /// True if nothing but small words stands between the beginning of a clause and `at`.
    pub(super) fn begins_clause(&self, at: usize) -> bool {
        let head = &self.prose[self.start..at];
        let clause = head.rsplit([',', ';', ':', '(', ')', '|', '、']).next().unwrap_or_default();
        let sign = at - clause.len();
        let contrast = self.hits_of(Scope::Contrast).map(|hit| hit.range.end).filter(|end| *end <= at).max();
        let from = contrast.map_or(sign, |end| end.max(sign)).min(at);
        self.is_small(from..at, Gap::Before)
    }

    /// True if a word of real use stands behind the citation and has an object of its own: "applies to all systems
    /// bought until 2020".
    fn is_used_between(&self, own: &Range<usize>, end: usize) -> bool {
        self.hits_of(Scope::UseAfter).any(|hit| {
            own.end <= hit.range.start && hit.range.end <= end && !self.is_small(hit.range.end..end, Gap::After)
        })
    }

    /// True if another clause begins in a stretch: "and" with something else than a citation behind it.
    fn goes_on(&self, gap: Range<usize>, language: Language) -> bool {
        let text = &self.lower[gap.start - self.start..gap.end - self.start];
        let mut at = 0;
        text.split_inclusive(|one: char| !one.is_alphanumeric()).any(|piece| {
            at += piece.len();
            let from = gap.start + at;
            let next = self.citations.iter().map(|one| one.reference.range.start).find(|start| *start >= from);
            let follows = self.citations.iter().any(|one| (gap.start..from).contains(&one.reference.range.end));
            let listed = follows && next.is_some_and(|next| next <= gap.end && self.is_small(from..next, Gap::Before));
            is_conjunction(language, piece.trim_end_matches(|one: char| !one.is_alphanumeric())) && !listed
        })
    }

    /// Where the sentence ends in the prose.
    pub(super) fn end(&self) -> usize {
        self.start + self.lower.len()
    }
}

/// True for a word that says nothing of what else is valid: a small one, a day, a participle of who meets a standard.
pub(super) fn says_nothing(word: &str) -> bool {
    is_small_word(word) || month(word).is_some() || is_number(word) || is_attested_somewhere(word) || is_valid(word)
}

/// True for a word that says that something holds: "valid".
pub(super) fn is_valid(word: &str) -> bool {
    VALID.iter().any(|head| word.starts_with(head))
}

/// True if a text names a year to come, or the year of the day.
pub(super) fn says_coming_year(text: &str, on: Date) -> bool {
    let is_coming = |word: &str| word.parse().is_ok_and(|year: i16| (on.year()..2100).contains(&year));
    text.split(|one: char| !one.is_ascii_digit()).any(|word| word.len() == 4 && is_coming(word))
}

/// True for a period of two days of which the last has passed: "2016-06-01 - 2019-05-31", "01.06.2016 bis 31.05.2019".
pub(super) fn is_past_period(text: &str, on: Date) -> bool {
    let mut years = text.split(|one: char| !one.is_ascii_digit()).filter(|word| word.len() == 4);
    let mut next = || years.next().and_then(|year| year.parse::<i16>().ok());
    let (Some(first), Some(last), None) = (next(), next(), next()) else { return false };
    let is_period: bool = text.len() <= LONGEST && text.starts_with(|one: char| one.is_ascii_digit());
    let is_day = |word: &str| is_number(word) || word.chars().count() <= PERIOD;
    is_period
        && 1990 <= first
        && first <= last
        && last < on.year()
        && lowered(text).split(|one: char| !one.is_alphanumeric()).all(|word| is_day(word) || month(word).is_some())
}

/// Longest word between the days of a period, in characters: "until".
const PERIOD: usize = 5;

/// True if a short text ends with a date whose year is this one or one to come, and that has not passed.
pub(super) fn is_to_come(text: &str, on: Date) -> bool {
    let lower = lowered(text);
    let years = lower.split(|one: char| !one.is_ascii_digit()).filter(|word| word.len() == 4);
    let is_coming = |year: i16| (on.year()..2100).contains(&year);
    years.filter_map(|year| year.parse().ok()).any(is_coming) && !has_passed(text, on)
}

/// True if a short text, such as a cell, is a date that has passed, or a period whose end has passed.
pub(super) fn has_passed(text: &str, on: Date) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let lower = lowered(text);
    let is_year = |at: &usize| {
        let digits = lower[*at..].bytes().take_while(u8::is_ascii_digit).count();
        digits == 4 && !lower[..*at].ends_with(|one: char| one.is_ascii_digit()) && lower[*at..].starts_with(['1', '2'])
    };
    let mut years = (0..lower.len()).filter(|at| lower.is_char_boundary(*at)).filter(is_year);
    let of_date = |word: &str| word.starts_with(|one: char| one.is_ascii_digit()) || month(word).is_some();
    let mut words = lower.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty());
    let (first, last) = (years.next(), years.next_back());
    first.is_some_and(|first| {
        let at = last.unwrap_or(first);
        let end = at + date_length(&lower[at..]);
        // Day and month of the end of a period stand behind its beginning.
        let from = if last.is_none() {
            0
        } else if end > at + year::DIGITS {
            at
        } else {
            first + year::DIGITS
        };
        words.all(|word| of_date(word) || is_filler(word)) && is_over(&lower[from..at], &lower[at..end], on)
    })
}

/// True if a short text, such as a cell, names a year and nothing that is still to come: "spring 2013", "around 1995".
pub(super) fn names_past_year(text: &str, on: Date) -> bool {
    let years = text.split(|one: char| !one.is_ascii_digit()).filter(|one| one.len() == 4);
    let years = years.filter_map(|year| year.parse().ok()).filter(|year: &i16| (1900..2100).contains(year));
    text.len() <= LONGEST && years.max().is_some_and(|last| last < on.year() || has_passed(text, on))
}

/// The years in brackets that a text begins with, if the last has passed: "(2014-2024)".
pub(super) fn past_span(text: &str, on: Date) -> Option<&str> {
    let inside = text.trim_start().strip_prefix('(')?.split_once(')')?.0;
    is_past_span(inside, on).then_some(inside)
}

/// True for two years of which the last has passed: "2014-2024", "2014 to 2024".
pub(super) fn is_past_span(text: &str, on: Date) -> bool {
    let is_digit = |one: char| one.is_ascii_digit();
    let text = text.trim();
    if text.len() > LONGEST {
        return false;
    }
    let years = text.split(|one: char| !is_digit(one)).filter(|one| !one.is_empty());
    let years: Vec<i16> = years.filter_map(|one| (one.len() == 4).then(|| one.parse().ok())?).collect();
    let ends = text.starts_with(is_digit) && text.ends_with(is_digit) && text.chars().count() <= SPAN;
    ends && matches!(years.as_slice(), [first, last] if 1990 <= *first && first < last && *last < on.year())
}

/// True if a date has passed that begins with its year, with day and month behind that or in `before`.
pub(super) fn is_over(before: &str, date: &str, on: Date) -> bool {
    let year: i16 = date.get(..4).and_then(|year| year.parse().ok()).unwrap_or(i16::MAX);
    if year != on.year() {
        return year < on.year();
    }
    let words = || before.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty());
    let numbers: Vec<i8> = words().filter_map(|word| word.parse().ok()).collect();
    let (month, day) = match (words().find_map(month), numbers.as_slice()) {
        (Some(month), days) => (Some(month), days.first().copied()),
        (None, [day, month]) if *month <= 12 => (Some(*month), Some(*day)),
        (None, _) => {
            let mut numbers = date[4..].split(|one: char| !one.is_ascii_digit()).filter_map(|one| one.parse().ok());
            (numbers.next(), numbers.next())
        }
    };
    month.is_some_and(|month| (month, day.unwrap_or(31)) < (on.month(), on.day()))
}

/// Length of the date that a text begins with.
fn date_length(text: &str) -> usize {
    let end = text.find(|one: char| !(one.is_ascii_digit() || "年月日-/".contains(one))).unwrap_or(text.len());
    text[..end].trim_end_matches(['-', '/']).len()
}

//! What a report finds of a control: the verb stands in the past, the number is the one by which it is named today.

use std::ops::Range;

use jiff::civil::{Date, date};

use super::super::citation::Citation;
use super::super::grammar;
use super::super::status::{self, Status, Verdict};
use super::cue::Scope;
use super::judge::Judge;
use super::lexicon::{CHECKED, FIRSTS, FOUND, NEVERS, OVERS, PAST_HEADINGS, UNDONE};
use super::phrase;
use super::sentence::Sentence;
use super::word::{is_conjunction, is_preposition, relates, words};
use crate::document::Kind;
use crate::year;

/// How many blocks at the head of a document are looked at for its date, and how much of each, in bytes.
const HEAD: usize = 40;
const LONGEST: usize = 1 << 10;

/// How many words behind the citation may tell what was found of it.
const GROUP: usize = 8;

impl Sentence<'_> {
    /// The citation that stands at a range.
    fn cited(&self, own: &Range<usize>) -> Option<&Citation> {
        self.citations.iter().find(|one| one.reference.range == *own).copied()
    }

    /// True for the number of a clause or control that is judged as a citation is.
    pub(super) fn is_of_number(&self, own: &Range<usize>) -> bool {
        let is_number = |one: &Citation| {
            one.reference.year.is_none() && !self.prose[own.clone()].contains(&one.reference.number.to_string())
        };
        self.cited(own).is_some_and(is_number)
    }

    /// True if nothing of the kind was ever published, and the sentence does not say so itself: a tense alone makes no history
    /// of it.
    pub(super) fn is_of_nothing(&self, own: &Range<usize>) -> bool {
        let verdict = self.cited(own).and_then(|one| one.status.verdict());
        let owns_up = || phrase::has(NEVERS, &self.words(self.start..self.end()).collect::<Vec<_>>());
        matches!(verdict, Some(Verdict::NeverPublished | Verdict::UnknownEdition)) && !owns_up()
    }

    /// True if a year beside a citation makes no history of it: nothing of the kind ever was, or the edition had been replaced so
    /// long before that no certificate to it was valid in that year, and somebody was audited or certified all the same.
    pub(super) fn is_wrong_in(&self, own: &Range<usize>, year: &str, on: Date) -> bool {
        let checks = || self.is_found(own, on) || self.is_checked_against(own);
        self.is_of_nothing(own) || (self.is_beyond(own, year, on) && checks())
    }

    /// True if a check leads directly to the citation, "was certified to", and the sentence tells of nothing else.
    fn is_checked_against(&self, own: &Range<usize>) -> bool {
        let head: Vec<&str> = self.words(self.start..own.start).collect();
        let [.., check, leading] = head[..] else { return false };
        let is_other = |word: &str| UNDONE.contains(word) || relates(word);
        is_preposition(leading)
            && CHECKED.contains(check)
            && !self.words(self.start..self.end()).any(is_other)
            && !self.is_spoken_of_end(own)
    }

    /// True if a further verb may follow behind the citation: "was certified to … and lost it".
    fn is_spoken_of_end(&self, own: &Range<usize>) -> bool {
        self.words(own.end..self.end()).any(|word| OVERS.contains(word))
    }

    /// True if the edition of a citation was not certified to any more in a year.
    fn is_beyond(&self, own: &Range<usize>, year: &str, on: Date) -> bool {
        let last = self.cited(own).and_then(|one| last_year(one, on));
        last.is_some_and(|last| year.parse().is_ok_and(|year: i16| last < year))
    }

    /// True if a year in which the edition of a citation was still certified to stands in the sentence.
    fn has_its_year(&self, own: &Range<usize>, on: Date) -> bool {
        let words = self.clause(self.start..self.end());
        words.iter().any(|(_, word)| year::is_written(word) && year::leads(word) && !self.is_beyond(own, word, on))
    }

    /// True if the verb behind the citation tells what a report found of the control.
    pub(super) fn is_found(&self, own: &Range<usize>, on: Date) -> bool {
        // Where none is, what stands far above a citation need not be read.
        if !self.is_of_number(own) {
            return false;
        }
        let behind: Vec<&str> = self.words(own.end..self.end()).collect();
        let told = |scope| self.hits_of(scope).next().is_some();
        let is_old = || [Scope::Before, Scope::State, Scope::Former, Scope::Bygone, Scope::Frame].into_iter().any(told);
        let is_over = |word: &str| FIRSTS.contains(word) || OVERS.contains(word);
        // "Under ISO 27001:2013, control A.12.4.1 was in place": the sentence names the edition itself.
        let names_edition = || {
            let named = grammar::find(&self.prose[self.start..self.end()]);
            named.iter().any(|one| one.year.is_some() && self.start + one.range.start != own.start)
        };
        self.is_found_first(own)
            && !behind.iter().any(|word| grammar::is_edition_word(word))
            && !self.has_citation(&(own.end..self.end()))
            && !is_old()
            && !self.words(self.start..self.end()).any(is_over)
            && !names_edition()
            && !self.has_its_year(own, on)
    }

    /// True if what is found stands in the first group of words behind the citation, with its verb.
    fn is_found_first(&self, own: &Range<usize>) -> bool {
        let end = self.prose[own.end..self.end()].find([',', ';', ':', '(']).map_or(self.end(), |at| own.end + at);
        let language = self.language();
        let goes_on = |word: &&str| !language.is_some_and(|one| is_conjunction(one, word));
        let words: Vec<&str> = self.words(own.end..end).take_while(goes_on).take(GROUP).collect();
        phrase::has(FOUND, &words)
    }
}

impl Judge<'_> {
    /// Why a finding is of the past: a year in which the edition was still certified to stands above it, in its row or beside it,
    /// or a heading says that it is of an earlier time.
    pub(super) fn by_dated_finding(&self, block_at: usize, sentence: &Sentence<'_>, own: &Citation) -> Option<String> {
        let range = &own.reference.range;
        if own.status == Status::InForce || sentence.is_of_nothing(range) || !sentence.is_found(range, self.on) {
            return None;
        }
        let because = sentence.by_finding(range)?;
        let last = last_year(own, self.on)?;
        let blocks = &self.document.blocks;
        let text = |at: usize| blocks[at].prose.text();
        let is_past = |at: usize| words(text(at)).any(|word| PAST_HEADINGS.contains(word.to_lowercase().as_str()));
        if self.outline().headings(block_at).any(is_past) {
            return Some(format!("{because}, under a heading for an earlier time"));
        }
        let near = self.outline().headings(block_at).chain(0..HEAD.min(blocks.len())).chain([block_at]);
        let row = match blocks[block_at].kind {
            Kind::Cell(cell) => self.outline().cells(self.document, block_at, cell),
            _ => Vec::new(),
        };
        let in_row = row.iter().map(|(block, _)| block.prose.text());
        let oldest = near.map(text).chain(in_row).filter_map(year_of).min()?;
        (oldest <= last).then(|| format!("{because}, in a document of {oldest}"))
    }
}

/// The last year in which certificates to the edition of a citation were valid; for a number that of the last edition that is over.
fn last_year(own: &Citation, on: Date) -> Option<i16> {
    let over = || own.standard?.editions.iter().rev().find(|one| !status::in_force(one, on));
    let edition = own.edition.or_else(|| (own.status != Status::InForce).then(over).flatten())?;
    let first = i16::try_from(edition.year).ok()?;
    (first..=on.year()).rev().find(|year| status::recently_ended(edition, date(*year, 1, 1)))
}

/// The oldest year that a short text names outside of designations.
fn year_of(text: &str) -> Option<i16> {
    if text.len() > LONGEST || !text.contains(['1', '2']) {
        return None;
    }
    let named = grammar::find(text);
    let is_own = |at: usize| !named.iter().any(|one| one.range.contains(&at));
    let mut at = 0;
    let mut oldest: Option<i16> = None;
    let mut before: Option<i16> = None;
    for word in text.split(|one: char| !one.is_alphanumeric()) {
        let start = at;
        at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        // "FY 15/16".
        let short = (word.len() == 2).then(|| word.parse::<i16>().ok()).flatten();
        let span = short.filter(|short| text[..start].ends_with('/') && before == Some(short - 1));
        before = short;
        let whole = (year::leads(word) && year::is_written(word)).then(|| word.parse().ok()).flatten();
        if let Some(year) = whole.or(span.map(|short| CENTURY + short - 1)).filter(|_| is_own(start)) {
            oldest = Some(oldest.map_or(year, |oldest| oldest.min(year)));
        }
    }
    oldest
}

/// The century of years of two digits.
const CENTURY: i16 = 2000;

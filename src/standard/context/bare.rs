//! A newer edition that is named by its year alone: "ISO 27001:2013 vs 2022", "migrate from ISO 9001:2008 to 2015".

use std::ops::Range;

use super::super::citation::Citation;
use super::super::grammar::{is_edition_word, is_of_edition};
use super::cue::{Hit, Scope};
use super::lexicon::{ORIGINS, SUCCESSION};
use super::pair::tells_more;
use super::sentence::{Gap, Sentence, is_article};
use super::word::{is_filler, is_preposition, is_since, joins_clauses};

/// How many words may stand between a word of migration and the older edition: "migrate the plan from".
const AHEAD: usize = 4;

/// How far behind the citation the word that joins the editions may stand, in bytes.
const BESIDE: usize = 24;

/// What may follow a year of an edition in scripts without spaces.
const JOINED: &[&str] = &["版", "年版", "年的版", "년판"];

impl Sentence<'_> {
    /// A newer edition of the standard as a bare year behind a word that leads from the citation to it. The catalogue
    /// must have an edition of that year: "certified to ISO 27001:2013 to 2021" tells of a time.
    pub(super) fn by_bare_year(&self, own: &Citation) -> Option<String> {
        let (standard, edition) = (own.standard?, own.edition?);
        let is_newer = |year: u16| year > edition.year && standard.editions.iter().any(|one| one.year == year);
        let range = &own.reference.range;
        let joins = |hit: &&Hit| self.follows(hit, range) || self.is_led_away(range, hit);
        self.hits_of(Scope::Joint).filter(joins).find_map(|hit| {
            let year = self.bare_year(hit.range.end, is_newer)?;
            let weak = is_weak(hit) && !hit.is_around(range) && !self.is_led_away(range, hit);
            let sure = !weak || self.names_edition(hit.range.end, &year);
            (sure || self.leads_away(range, &year)).then(|| self.by_pair(range, &[&year]))?
        })
    }

    /// True if a word that joins two editions stands directly behind the citation, "and" between them if it has a verb.
    fn follows(&self, hit: &Hit, own: &Range<usize>) -> bool {
        let from = self.behind_aside(own.end, hit.last_start.max(own.end));
        let gap = self.prose.get(from..hit.last_start).filter(|gap| gap.len() <= BESIDE);
        let Some(gap) = gap else { return false };
        // "ISO 27001:2013 numbering does not exist in 2022".
        let passes = |word: &str| joins_clauses(word) || (is_filler(word) && !is_preposition(word));
        let small = self.words(from..hit.last_start).all(|word| tells_more(hit) && passes(word));
        let since = is_since(hit.cue.language, hit.cue.words());
        let directly = hit.range.start >= own.end || hit.is_around(own);
        directly && small && !since && !gap.contains([',', ';', '|'])
    }

    /// True if a word of migration between the citation and a word like "to" leads away from it: "those certified to …
    /// must transition to". "And will migrate to" goes on about what is used until then.
    fn is_led_away(&self, own: &Range<usize>, hit: &Hit) -> bool {
        let gap = own.end..hit.last_start;
        let near = |text: &&str| hit.range.start >= own.end && text.len() <= BESIDE;
        let Some(text) = self.prose.get(gap.clone()).filter(near) else { return false };
        let leads = |one: &Hit| {
            own.end <= one.range.start
                && self.prose.get(one.range.end..gap.end).is_some_and(|rest| rest.trim().is_empty())
                && self.words(own.end..one.range.start).count() <= AHEAD
                && !self.is_denied(one)
        };
        let pending = |one: &Hit| gap.contains(&one.range.start);
        !text.contains([',', ';', '|'])
            && self.hits_of(Scope::Transition).any(leads)
            && !self.words(gap.clone()).any(joins_clauses)
            && !self.hits_of(Scope::Pending).any(pending)
    }

    /// The year that stands at a place, perhaps behind "the" and "edition", with its colon, if it is a newer edition's.
    fn bare_year(&self, at: usize, is_newer: impl Fn(u16) -> bool) -> Option<Range<usize>> {
        let text = self.prose.get(at..self.end())?;
        let from = text.find(|one: char| one.is_ascii_digit())?;
        let before = &text[..from];
        let is_small = |word: &str| is_article(word) || is_edition_word(word);
        // A year at the head of a line may begin an entry, unless "the" or "version" leads to it.
        let parted = before.contains('\n') && self.words(at..at + from).next().is_none();
        if parted || before.contains([',', ';', '|']) || !self.words(at..at + from).all(is_small) {
            return None;
        }
        let digits = text[from..].bytes().take_while(u8::is_ascii_digit).count();
        let year = text[from..from + digits].parse().ok().filter(|_| digits == 4)?;
        let behind = &text[from + digits..];
        let mut next = behind.chars();
        let first = next.next();
        let joined = first.is_some_and(|one| matches!(one, '-' | '/' | '–' | '.' | ':'))
            && next.next().is_some_and(|one| one.is_ascii_digit());
        let goes_on = first.is_some_and(char::is_alphanumeric) && !JOINED.iter().any(|word| behind.starts_with(word));
        let colon = usize::from(before.ends_with(':'));
        (is_newer(year) && !joined && !goes_on).then_some(at + from - colon..at + from + digits)
    }

    /// True if a year is called an edition: ":2022", "the 2022 edition", "Version 2022", "2022年版".
    fn names_edition(&self, from: usize, year: &Range<usize>) -> bool {
        let behind = &self.prose[year.end..self.end()];
        self.prose[year.start..].starts_with(':')
            || JOINED.iter().any(|word| behind.starts_with(word))
            || self.words(from..year.start).any(is_edition_word)
            || self.words(year.end..self.end()).next().is_some_and(|word| is_edition_word(word) || is_of_edition(word))
    }

    /// True if the label at the head of the line names a change of edition, for which the citation is told: "Transition
    /// deadline: October 31, 2025 for …".
    fn is_labelled_move(&self, own: &Range<usize>) -> bool {
        let head = &self.prose[self.start..own.start];
        let Some(end) = head.find(':').map(|at| self.start + at) else { return false };
        let labels = |hit: &Hit| hit.range.end <= end && self.words(self.start..end).count() <= AHEAD;
        let tells = self.words(end..own.start).last().is_some_and(is_preposition);
        tells && self.hits_of(Scope::Transition).any(|hit| labels(hit) && !self.is_denied(hit))
    }

    /// The years behind a place that name newer editions of the standard that `own` cites: "the 2022 version", and "2022" right
    /// behind a word of moving with one like "to".
    pub(super) fn newer_years(&self, own: &Citation, from: usize) -> impl Iterator<Item = Range<usize>> {
        let years = own.standard.zip(own.edition).map(|(standard, edition)| {
            let newer = standard.editions.iter().map(|one| one.year).filter(move |year| *year > edition.year);
            newer.flat_map(move |year| self.years_at(year.to_string(), from))
        });
        let led = |at: usize| {
            self.hits_of(Scope::Joint).any(|joint| {
                let is_directly =
                    |hit: &Hit, end: usize| hit.range.end <= end && self.prose[hit.range.end..end].trim().is_empty();
                let moves = |hit: &Hit| is_directly(hit, joint.range.start);
                is_directly(joint, at) && self.hits_of(Scope::Transition).any(moves)
            })
        };
        let years = years.into_iter().flatten().map(|year| self.with_colon(year));
        years.filter(move |year| self.names_edition(from, year) || led(year.start))
    }

    /// A year with the colon that makes it an edition: "against :2022".
    fn with_colon(&self, year: Range<usize>) -> Range<usize> {
        let is_edition = self.prose[..year.start].ends_with(" :");
        year.start - usize::from(is_edition)..year.end
    }

    /// Where a year stands by itself behind a place, outside of citations.
    fn years_at(&self, year: String, from: usize) -> Vec<Range<usize>> {
        let text = &self.prose[from..self.end()];
        let places = text.match_indices(&year).map(|(at, year)| from + at..from + at + year.len());
        let is_joined = |one: char| one.is_alphanumeric() || matches!(one, '-' | '/' | '.');
        let is_alone = |one: &Range<usize>| {
            let behind = &self.prose[one.end..self.end()];
            let goes_on = behind.chars().next().is_some_and(is_joined) && !behind.starts_with('.');
            let is_edition = JOINED.iter().any(|word| behind.starts_with(word));
            !self.prose[..one.start]
                .ends_with(|one: char| one.is_ascii_alphanumeric() || matches!(one, '-' | '/' | '.'))
                && (!goes_on || is_edition)
        };
        places.filter(|one| is_alone(one) && !self.in_citation(one.start)).collect()
    }

    /// Where the bracket opens that gives what begins at a place as an example: "the move (e.g. ISO 9001:2015 to 2026)".
    fn before_example(&self, at: usize) -> usize {
        let head = self.prose[self.start..at].trim_end();
        let head = ["e.g.", "i.e.", "z.B.", "z. B."].iter().find_map(|word| head.strip_suffix(word)).unwrap_or(head);
        head.trim_end().strip_suffix('(').map_or(at, |head| self.start + head.len())
    }

    /// True if something leads from the citation to the year: "from" stands before it, or a word of migration before it
    /// or behind the year. Else "to 2022" may be a time.
    fn leads_away(&self, own: &Range<usize>, year: &Range<usize>) -> bool {
        let near = |hit: &Hit| {
            let before = hit.range.end..self.before_example(own.start).max(hit.range.end);
            let ahead = before.start <= before.end
                && !self.has_comma(&before)
                && self.unknown(before, Gap::Before).is_some_and(|unknown| unknown <= AHEAD);
            let behind = year.end..hit.range.start;
            ahead || (behind.start <= behind.end && self.is_small(behind, Gap::Before))
        };
        let origin =
            self.words(self.start..own.start).filter(|word| !is_article(word) || ORIGINS.contains(word)).last();
        origin.is_some_and(|word| ORIGINS.contains(word))
            || self.words(self.start..own.start).any(|word| SUCCESSION.contains(word))
            || self.is_labelled_move(own)
            || self.hits_of(Scope::Transition).any(|hit| near(hit) && !self.is_denied(hit))
    }
}

/// True for a word that leads to a time as well as to an edition: "to", not "versus" or "→".
fn is_weak(hit: &Hit) -> bool {
    let words = hit.cue.first();
    !hit.cue.is_single() || is_preposition(words) || WEAK.contains(&words)
}

/// Words that are too short to be prepositions in the data, but lead to a time as well.
const WEAK: &[&str] = &["do", "na", "на", "til", "till", "zur"];

//! Where a standard came from: "ISO/IEC 20000 was derived from BS 15000", "BS 15000 became ISO/IEC 20000".

use std::ops::Range;

use super::super::citation::Citation;
use super::super::status::Status;
use super::cue::{Hit, Scope};
use super::heir::OWNERS;
use super::lexicon::SERIES;
use super::sentence::{Gap, Sentence};
use super::word::{is_filler, is_link, is_speaker};

/// A standard that is withdrawn, and the number of the family that took its place.
const FAMILIES: &[(u32, u32)] = &[(15000, 20000)];

/// How many words may stand between the word for an origin and the older standard: "la adopción de la".
const BEHIND: usize = 4;

/// True if a citation names the family that took the place of a standard that is withdrawn.
fn is_family(other: &Citation, own: &Citation) -> bool {
    FAMILIES.contains(&(own.reference.number, other.reference.number))
}

impl Sentence<'_> {
    /// Why the citation is history: it is withdrawn, and the sentence says that what took its place came from it, or that it
    /// became that.
    pub(super) fn by_origin(&self, own: &Citation, newer: &[&Range<usize>]) -> Option<String> {
        if !matches!(own.status, Status::Withdrawn) || self.goes_on_about_origin() {
            return None;
        }
        self.by_origin_told(own, newer).or_else(|| self.by_pair(&own.reference.range, &self.families(own)))
    }

    /// The same where a word says so that may tell of use: "ISO/IEC 20000 is based on BS 15000".
    pub(super) fn by_origin_used(&self, own: &Citation, newer: &[&Range<usize>]) -> Option<String> {
        self.hits_of(Scope::Origin).next()?;
        let is_told = matches!(own.status, Status::Withdrawn) && !self.goes_on_about_origin();
        is_told.then(|| self.by_origin_told(own, newer))?
    }

    /// What the sentence names of the family that took the place of a citation.
    fn families(&self, own: &Citation) -> Vec<&Range<usize>> {
        self.citations.iter().filter(|one| is_family(one, own)).map(|one| &one.reference.range).collect()
    }

    /// Why the citation is history by a word that says that what took its place came from it.
    fn by_origin_told(&self, own: &Citation, newer: &[&Range<usize>]) -> Option<String> {
        let range = &own.reference.range;
        let families = self.families(own);
        let others = || newer.iter().chain(&families).copied();
        let comes_from = |hit: &&Hit| {
            let gap = hit.range.end..range.start;
            gap.start <= gap.end
                && !self.has_comma(&gap)
                && !self.has_citation(&gap)
                && self.unknown(gap, Gap::Before).is_some_and(|unknown| unknown <= BEHIND)
                && !self.is_denied(hit)
                && (others().any(|other| self.is_subject_of(other, hit)) || self.names_family(own, hit))
        };
        let hit = self.hits_of(Scope::Origin).find(comes_from)?;
        Some(format!("\"{}\" tells what came from it", self.quoted(hit)))
    }

    /// True if what stands beside the clause may say that the citation is used all the same.
    fn goes_on_about_origin(&self) -> bool {
        self.prose[self.start..self.end()].contains([',', ';', ':']) || !self.is_last()
    }

    /// True if the sentence up to a cue is the designation of a standard and nothing else.
    fn is_subject_of(&self, other: &Range<usize>, hit: &Hit) -> bool {
        other.end <= hit.range.start
            && self.words(self.start..other.start).all(is_of_name)
            && self.words(other.end..hit.range.start).all(is_of_name)
    }

    /// The same for a family that is called by its number alone: "la serie 20000".
    fn names_family(&self, own: &Citation, hit: &Hit) -> bool {
        let family = FAMILIES.iter().find(|(number, _)| *number == own.reference.number).map(|one| one.1.to_string());
        family.is_some_and(|family| {
            let is_one = |word: &str| word == family || ["iso", "iec"].contains(&word) || is_of_name(word);
            let mut words = self.words(self.start..hit.range.start);
            self.words(self.start..hit.range.start).any(|word| word == family) && words.all(is_one)
        })
    }
}

/// True for a word that stands beside the designation of a standard and names nothing of one's own.
fn is_of_name(word: &str) -> bool {
    let is_small = is_link(word) || is_filler(word) && word.chars().count() < 4 || SERIES.contains(word);
    is_small && !OWNERS.contains(&word) && !is_speaker(word)
}

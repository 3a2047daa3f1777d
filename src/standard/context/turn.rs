//! A word of history between a word of use and the citation, which stands nearer and decides: "is based on and replaces",
//! "requires mapping ISO/IEC 27001:2013 to ISO/IEC 27001:2022".

use std::ops::Range;

use super::super::citation::Citation;
use super::contrast::is_part;
use super::cue::{Hit, Scope};
use super::sentence::{Gap, Sentence};
use super::word::{is_before_infinitive, is_conjunction, languages};

impl Sentence<'_> {
    /// True if a verb of taking the place of something begins behind "and" or "to", and the citation at `end` is its object: "is
    /// based on and replaces", "and intended to supersede", but not "the old and superseded".
    pub(super) fn turns(&self, hit: &Hit, end: usize) -> bool {
        let describes = || {
            let mut states = self.hits_of(Scope::State);
            states.any(|state| state.range.start < hit.range.end && hit.range.start < state.range.end)
        };
        let is_joined = |word: &str| {
            let mut own = languages();
            own.any(|one| is_conjunction(one, word) || is_before_infinitive(one, word))
        };
        hit.cue.scope == Scope::Before
            && hit.cue.open_end
            && !describes()
            && self.words(self.start..hit.range.start).last().is_some_and(is_joined)
            && self.is_small(hit.range.end..end, Gap::Use)
            && !self.words(hit.range.end..end).any(is_part)
    }

    /// Why a citation that a word of use governs is history all the same: a word of moving stands between them, and leads from it
    /// to a newer edition.
    pub(super) fn by_turn(&self, own: &Citation, newer: &[&Range<usize>]) -> Option<String> {
        let range = &own.reference.range;
        let moves = |hit: &Hit| {
            let gap = hit.range.end..range.start;
            hit.range.end <= range.start
                && self.is_small(gap.clone(), Gap::Before)
                && !self.joins(gap)
                && !self.is_denied(hit)
        };
        let is_awaited = self.hits_of(Scope::NotYet).next().is_some();
        if is_awaited || !self.hits_of(Scope::Transition).any(moves) {
            return None;
        }
        let is_behind = |other: &&&Range<usize>| range.end <= other.start;
        let behind: Vec<&Range<usize>> = newer.iter().filter(is_behind).copied().collect();
        let leads = |other: &&Range<usize>| {
            let mut joints = self.hits_of(Scope::Joint);
            joints.any(|hit| range.end <= hit.last_start && hit.range.end <= other.start)
        };
        let joined: Vec<&Range<usize>> = behind.into_iter().filter(leads).collect();
        self.by_bare_year(own).or_else(|| self.by_pair(range, &joined))
    }
}

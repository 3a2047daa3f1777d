//! Words that keep a citation from being history: it is used all the same, or what is said of it has not come about.

use std::ops::Range;

use super::cue::{Hit, Scope};
use super::sentence::{Gap, Sentence};
use super::word::{Verb, is_denial, is_filler, is_preposition, is_relative, is_small_word, joins_clauses, verb};

impl Sentence<'_> {
    /// True if a word of real use governs the citation.
    pub(super) fn is_used(&self, own: &Range<usize>) -> bool {
        let void = |hit: &Hit| {
            // "Deviations compared to" says more than "compared to".
            let says_more = |past: &Hit| {
                hit.range.start <= past.range.start && past.range.end <= hit.range.end && past.range != hit.range
            };
            let overlaps =
                |past: &Hit| past.range.start < hit.range.end && hit.range.start < past.range.end && !says_more(past);
            let remembers = !hit.is_around(own) && self.hits_of(Scope::Before).any(overlaps);
            // "No longer meet" says itself what is over.
            let holds = |past: &Hit| hit.range.contains(&past.range.start) || hit.range.contains(&past.last_start);
            let whole = self.hits_of(Scope::Past).any(holds);
            remembers || self.is_told_in_past(hit) || (!whole && (self.is_over(own, hit) || self.is_denied(hit)))
        };
        let before = self.hits_of(Scope::UseBefore).filter(|hit| !void(hit)).any(|hit| {
            let end = if hit.is_around(own) { hit.first_end } else { hit.range.end };
            end <= own.start && self.governs(&(end..own.start))
        });
        before
            || self.hits_of(Scope::NotYet).next().is_some()
            || self.hits_of(Scope::UseOf).any(|hit| !self.is_denied(hit) && self.is_duty_of(own, hit))
            || self.hits_of(Scope::UseAfter).filter(|hit| !self.is_ended(hit) && !self.is_denied(hit)).any(|hit| {
                let gap = own.end..hit.range.start;
                let behind = gap.start <= gap.end && (!self.has_citation(&gap) || self.is_listed(&gap));
                hit.is_around(own)
                    || (behind
                        && !self.has_object(hit)
                        && !self.is_told_aside(own)
                        && !self.is_passed_over(own, &gap, hit))
            })
    }

    /// True if a citation is the subject of its sentence, and nothing but an aside without a word of its own stands between it and
    /// what is said of it: "ISO/IEC TR 20000-4, withdrawn in 2020, must be used", but not "…, withdrawn in 2020; the other one must be
    /// used", nor "the successor of …".
    fn is_duty_of(&self, own: &Range<usize>, hit: &Hit) -> bool {
        let gap = own.end..hit.range.start;
        let Some(between) = self.prose.get(gap.clone()).map(str::trim) else { return false };
        let is_aside = |open: &str, close: &str| between.starts_with(open) && between.ends_with(close);
        let is_only_aside = between.is_empty() || is_aside("(", ")") || is_aside(",", ",") || is_aside("（", "）");
        let head = self.start..own.start;
        is_only_aside
            && !self.has_citation(&head)
            && self.is_small(head.clone(), Gap::Use)
            && !self.words(head.clone()).skip(1).any(|word| is_relative(hit.cue.language, word))
            && !self.words(head.clone()).last().is_some_and(is_preposition)
            && !self.words(hit.range.end..self.end()).any(is_denial)
            && self.hits_of(Scope::Past).next().is_none()
            && self.is_small(gap, Gap::After)
    }

    /// True if the citation stands in a bracket with a word of history before it, and another before the bracket: "ISO
    /// 9001:2015 (formerly ISO 9001:2008) is our standard" speaks of the first.
    fn is_told_aside(&self, own: &Range<usize>) -> bool {
        let Some(open) = self.prose[self.start..own.start].rfind('(').map(|at| self.start + at) else { return false };
        let told = |hit: &Hit| open < hit.range.start && hit.range.end <= own.start;
        let remembers = |hit: &Hit| matches!(hit.cue.scope, Scope::Before | Scope::Past | Scope::State) && told(hit);
        !self.prose[open..own.start].contains(')')
            && self.prose[own.end..self.end()].contains(')')
            && self.has_citation(&(self.start..open))
            && self.hits.iter().any(remembers)
    }

    /// True if a word of history stands directly before the citation and the clause goes on about its subject:
    /// "introduced with ISO 9001:2008 and still used".
    fn is_passed_over(&self, own: &Range<usize>, gap: &Range<usize>, used: &Hit) -> bool {
        let directly = |hit: &Hit| {
            hit.range.end <= own.start
                && !self.has_citation(&(hit.range.end..own.start))
                && self.is_small(hit.range.end..own.start, Gap::Before)
        };
        let mut words = self.words(gap.clone());
        let joined = words.next().is_some_and(joins_clauses) && !self.has_contrast(gap);
        let is_verb = |word: &str| verb(used.cue.language, word) == Some(Verb::Present);
        joined
            && words.next().is_none_or(is_verb)
            && words.all(is_small_word)
            && self.hits_of(Scope::Before).any(directly)
    }

    /// True if nothing in a stretch takes the citation behind it from the word of use before it.
    fn governs(&self, gap: &Range<usize>) -> bool {
        let mut past = self.hits.iter().filter(|hit| {
            matches!(hit.cue.scope, Scope::Before | Scope::State)
                && gap.start <= hit.range.start
                && hit.range.end <= gap.end
        });
        let listed = self.has_citation(gap);
        let most = if listed { 0 } else { 2 };
        self.unknown(gap.clone(), Gap::Use).is_some_and(|unknown| unknown <= most)
            && !self.ends_in_denial(gap.clone())
            && !past.any(|hit| {
                listed || self.words(hit.range.clone()).last().is_some_and(is_preposition) || self.turns(hit, gap.end)
            })
    }

    /// True if a stretch ends with a word that denies what follows: "and not the".
    pub(super) fn ends_in_denial(&self, gap: Range<usize>) -> bool {
        self.words(gap).filter(|word| is_denial(word) || !is_filler(word)).last().is_some_and(is_denial)
    }

    /// True if nothing but "and" and commas stand between the citations of a stretch: they are spoken of together.
    fn is_listed(&self, gap: &Range<usize>) -> bool {
        let inside = self.citations.iter().map(|one| &one.reference.range);
        let mut from = gap.start;
        inside.filter(|one| gap.start <= one.start && one.end <= gap.end).all(|one| {
            let between = from..one.start;
            from = one.end;
            self.words(between).all(joins_clauses)
        })
    }

    /// True if a word before one of use says that this is over: "no longer follow".
    fn is_over(&self, own: &Range<usize>, hit: &Hit) -> bool {
        self.hits_of(Scope::Past).any(|past| {
            let around = past.is_around(own) && past.first_end <= hit.range.start;
            let before = past.range.end <= hit.range.start
                && self.unknown(past.range.end..hit.range.start, Gap::Before).is_some_and(|unknown| unknown < 2);
            around || before
        })
    }

    /// True if a word of use is part of a longer one of history: "no longer applies".
    fn is_ended(&self, hit: &Hit) -> bool {
        let mut past = self.hits_of(Scope::After).chain(self.hits_of(Scope::Past));
        past.any(|past| {
            past.range.start < hit.range.end && hit.range.start < past.range.end && past.range.len() >= hit.range.len()
        })
    }

    /// True if a word of history stands in a clause that grants it only: "although withdrawn, it is our guide".
    pub(super) fn is_conceded(&self, hit: &Hit) -> bool {
        self.hits_of(Scope::Concession).any(|concession| {
            let gap = concession.range.end..hit.range.start;
            gap.start <= gap.end && !self.has_comma(&gap)
        })
    }

    /// True if a clause sets something against a word of history and names no other citation: "withdrawn, but agreed".
    pub(super) fn is_countered(&self, hit: &Hit) -> bool {
        let end = self.start + self.lower.len();
        self.hits_of(Scope::Contrast).filter(|contrast| hit.range.end <= contrast.range.start).any(|contrast| {
            let clause = contrast.range.end..end;
            let over = |past: &Hit| clause.start <= past.range.start;
            // "Is no longer valid, but was replaced" says twice that it is over.
            let goes_on = |past: &Hit| over(past) && !self.is_denied(past);
            let mut states = self.hits_of(Scope::State).chain(self.hits_of(Scope::After));
            !self.has_citation(&clause) && !self.hits_of(Scope::Past).any(over) && !states.any(goes_on)
        })
    }

    /// True if what a word of history says of a citation is awaited or supposed: "if it is withdrawn".
    pub(super) fn is_pending(&self, own: &Range<usize>, hit: &Hit) -> bool {
        own.end <= hit.range.start
            && self.hits_of(Scope::Pending).any(|pending| {
                pending.range.end <= own.start && self.is_small(pending.range.end..own.start, Gap::Before)
            })
    }

    /// True if a change is awaited, so that the citation behind it is in use: "until the transition to …, … applies".
    pub(super) fn is_awaited(&self, own: &Range<usize>, change: &Hit) -> bool {
        self.hits_of(Scope::Pending).any(|pending| {
            let before = pending.range.end <= change.range.start
                && self
                    .unknown(pending.range.end..change.range.start, Gap::Before)
                    .is_some_and(|unknown| unknown <= AWAITED);
            let behind = change.range.end <= pending.range.start && pending.range.end <= own.start;
            before || behind
        })
    }

    /// True if a comma stands in a stretch, outside citations.
    pub(super) fn has_comma(&self, gap: &Range<usize>) -> bool {
        self.prose[gap.clone()]
            .char_indices()
            .any(|(at, one)| matches!(one, ',' | '、' | '(' | ')') && !self.in_citation(gap.start + at))
    }
}

/// How many words may stand between "until" and the change that is awaited.
const AWAITED: usize = 2;

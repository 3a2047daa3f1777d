//! An older and a newer edition side by side.

use std::ops::Range;

use super::cue::{Hit, Scope};
use super::lexicon::{BUTS, LEADING};
use super::sentence::{Gap, Sentence};
use super::word::{is_denial, is_filler, is_preposition, is_speaker, joins_clauses};

impl Sentence<'_> {
    /// A newer edition with "not" between it and the citation.
    pub(super) fn by_denial(&self, own: &Range<usize>, newer: &[&Range<usize>]) -> Option<String> {
        let denied = |gap: Range<usize>| {
            gap.start < gap.end
                && self.ends_in_denial(gap.clone())
                && self.unknown(gap, Gap::Pair).is_some_and(|unknown| unknown < 2)
        };
        let denied = newer.iter().any(|other| denied(other.end..own.start));
        denied.then(|| "a newer edition is named instead of it".into())
    }

    /// An edition that is set against a newer one: "not … but the newer", "the newer applies, not …".
    pub(super) fn by_rejection(&self, own: &Range<usize>, newer: &[&Range<usize>]) -> Option<String> {
        if newer.is_empty() || !self.ends_in_denial(self.start..own.start) || self.is_fallback(own) {
            return None;
        }
        let is_rest = |gap: Range<usize>| self.words(gap).skip(1).all(is_filler);
        let is_opposed = |other: &Range<usize>| {
            let gap = own.end..other.start;
            gap.start < gap.end
                && self.words(gap.clone()).next().is_some_and(|word| BUTS.contains(word))
                && is_rest(gap)
        };
        let head = &self.prose[self.start..own.start];
        let comma = head.rfind(',').map(|at| self.start + at + 1);
        let ends = || self.prose[own.end..self.end()].trim_start().chars().next().is_none_or(|one| ",;)".contains(one));
        let is_added =
            |other: &Range<usize>| comma.is_some_and(|from| other.end < from && is_rest(from..own.start)) && ends();
        let is_rejected = newer.iter().any(|other| is_opposed(other) || is_added(other));
        is_rejected.then(|| "a newer edition is named instead of it".into())
    }

    /// True if the denial before a citation is that of a condition, so that it is what else will do: "if not, …".
    fn is_fallback(&self, own: &Range<usize>) -> bool {
        let words: Vec<&str> = self.words(self.start..own.start).collect();
        let last = &words[words.len().saturating_sub(LAST)..];
        last.windows(2).any(|two| CONDITIONS.contains(&two[0]) && is_denial(two[1]))
    }

    /// Where what stands in brackets behind a citation ends, if no other stands in them: "ISO 9001:2008 (8 chapters) →".
    pub(super) fn behind_aside(&self, at: usize, end: usize) -> usize {
        let text = &self.prose[at..end];
        let aside = text.trim_start();
        let aside = aside.strip_prefix("Annex A").map_or(aside, str::trim_start);
        let close = aside.find(')').filter(|_| aside.starts_with('('));
        let behind = close.map_or(at, |close| end - aside.len() + close + 1);
        if self.has_citation(&(at..behind)) { at } else { behind }
    }

    /// An older and a newer edition side by side.
    pub(super) fn by_pair(&self, own: &Range<usize>, newer: &[&Range<usize>]) -> Option<String> {
        newer.iter().find_map(|other| {
            let (first, second) = if own.start < other.start { (own, *other) } else { (*other, own) };
            let gap = self.behind_aside(first.end, second.start)..second.start;
            let unknown = self.unknown(gap.clone(), Gap::Pair)?;
            let near = |hit: &&Hit| {
                gap.start <= hit.last_start
                    && hit.range.end <= gap.end
                    && (hit.range.start >= gap.start
                        || (hit.first_end <= first.start && self.is_small(hit.first_end..first.start, Gap::After)))
            };
            // "Gives way to", "was converted to": what the older one leads to.
            let leads = |hit: &Hit| {
                own == first
                    && unknown <= VERB
                    && !self.has_comma(&gap)
                    && self.is_small(hit.range.end..second.start, Gap::Pair)
            };
            let joins = |hit: &&Hit| {
                // "And to" goes on, it leads nowhere; "and does not exist in" tells more of the first.
                let before = gap.start..hit.last_start.max(gap.start);
                let listed =
                    hit.cue.is_single() && !tells_more(hit) && self.words(before).last().is_some_and(joins_clauses);
                near(hit) && (unknown == 0 || leads(hit)) && !listed
            };
            if let Some(hit) = self.hits_of(Scope::Joint).filter(|_| !self.has_denial(first.start)).find(joins) {
                let words = &self.prose[hit.last_start..hit.range.end];
                return Some(format!("\"{words}\" stands between it and a newer edition"));
            }
            let clear = |hit: &&Hit| {
                let span = hit.range.end.min(first.start)..hit.range.start.max(second.end);
                // "ISO 27001:2013 and ISO 27001:2022: differences" is a title.
                let is_title = self.prose.get(second.end..hit.range.start).is_some_and(|gap| gap.trim() == ":")
                    && self.words(hit.range.end..self.end()).next().is_none()
                    && self.words(self.start..first.start).next().is_none();
                if is_title {
                    return true;
                }
                !self.prose[span.clone()]
                    .char_indices()
                    .any(|(at, one)| matches!(one, ':' | ';' | '|') && !self.in_citation(span.start + at))
            };
            // "Shows the correspondence with": the word leads to the second.
            let leading = |hit: &Hit| {
                let behind = hit.range.end..second.start;
                own == second
                    && gap.start <= hit.range.start
                    && hit.range.end <= second.start
                    && unknown <= VERB
                    && !self.has_comma(&gap)
                    && self.words(behind).all(|word| is_filler(word) || is_preposition(word))
            };
            // "The comparison showed that we use": what is done stands behind a comma.
            let is_done = |hit: &Hit| {
                let lead = hit.range.end..first.start;
                lead.start < lead.end && self.has_comma(&lead) && self.words(lead).any(is_speaker)
            };
            let mut transitions = self
                .hits_of(Scope::Transition)
                .filter(|hit| (unknown < 2 || leading(hit)) && !self.is_denied(hit) && !is_done(hit))
                .filter(|hit| self.leaves_said(hit, &(first.start..second.end)));
            let hit = transitions.find(clear)?;
            if own.start > other.start && self.is_awaited(own, hit) {
                return None;
            }
            Some(format!("\"{}\" stands in the sentence, with a newer edition", self.quoted(hit)))
        })
    }
}

/// True for a verb that tells more of the first edition behind "and": "does not exist in", but not "must move to", by
/// which the first is used until then.
pub(super) fn tells_more(hit: &Hit) -> bool {
    let words = hit.cue.first();
    let last = words.rsplit(' ').next().unwrap_or_default();
    hit.cue.is_single() && words.contains(' ') && !LEADING.contains(last)
}

/// Words by which the denial behind them is a condition: "if not".
const CONDITIONS: &[&str] = &["if", "wenn", "falls", "si", "se", "als", "indien"];

/// How many of the last words before a citation may deny it, with the word before.
const LAST: usize = 4;

/// How many words may stand between an older edition and the word that leads to the newer one.
const VERB: usize = 3;

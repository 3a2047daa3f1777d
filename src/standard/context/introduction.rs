//! Words before a colon that say of what they lead to that it is out of force: "The following standards have been withdrawn:".

use std::ops::Range;

use super::cue::{Hit, Scope};
use super::lexicon::{AGENTS, FOLLOWING, IN_FORCE, INTRODUCED, REPLACING, UNDECIDED, WITHDRAWABLE};
use super::sentence::{Gap, Sentence};
use super::tense::is_number;
use super::word::{is_conjunction, is_denial, is_document, is_preposition, is_small_word, is_speaker, month, relates};

/// The longest introduction, in bytes.
const LONGEST: usize = 120;

impl Sentence<'_> {
    /// Why the citation is history by what stands before the colon of its sentence, where nothing but citations stands between.
    pub(super) fn by_introduction(&self, own: &Range<usize>) -> Option<String> {
        let head = &self.prose[self.start..own.start];
        let at = head.match_indices(':').map(|(at, _)| self.start + at).rfind(|at| !self.in_citation(*at))?;
        let is_listed =
            self.is_small(at + 1..own.start, Gap::Before) && !self.prose[at + 1..own.start].contains(['(', '|']);
        (is_listed && self.introduces(at))
            .then(|| format!("\"{}\" stands before it", self.prose[self.start..at].trim()))
    }

    /// True if a line that ends with a colon says of what follows it that it is out of force.
    pub(super) fn is_introduction(line: &str) -> bool {
        let Some(head) = line.trim_end().strip_suffix([':', '：']) else { return false };
        line.len() <= LONGEST && !head.contains(['.', ':', '?', '!']) && Sentence::of(line).introduces(head.len())
    }

    /// True if the words up to a colon say no more than that what follows it is out of force.
    fn introduces(&self, end: usize) -> bool {
        if end - self.start > LONGEST {
            return false;
        }
        let counts = |hit: &&Hit| hit.range.end <= end && hit.cue.is_single() && self.is_out_of_force(hit, end);
        let hits: Vec<&Hit> = self.hits.iter().filter(counts).collect();
        let Some(last) = hits.iter().map(|hit| hit.range.end).max() else { return false };
        let is_past = hits.iter().any(|hit| hit.cue.scope == Scope::Past);
        let words = self.clause(self.start..end);
        let own =
            |range: &Range<usize>| hits.iter().any(|hit| hit.range.start <= range.start && range.end <= hit.range.end);
        let is_known = |word: &str| {
            let is_noun = WITHDRAWABLE.contains(word) || INTRODUCED.contains(word) || is_document(word);
            is_small_word(word)
                || FOLLOWING.contains(word)
                || is_noun
                || relates(word)
                || (is_past && (IN_FORCE.contains(word) || is_speaker(word)))
        };
        let ends = |word: &str| {
            is_number(word)
                || is_preposition(word)
                || month(word).is_some()
                || hits.iter().any(|hit| is_conjunction(hit.cue.language, word))
        };
        let leads = hits.iter().any(|hit| hit.cue.scope == Scope::Before);
        words.iter().filter(|(range, _)| !own(range)).all(|(range, word)| {
            is_known(word)
                && !is_denial(word)
                && !UNDECIDED.contains(word)
                && (range.start < last || leads || is_past || ends(word))
        })
    }

    /// True if a word of history says so of what follows the colon: not "the following standards replace".
    fn is_out_of_force(&self, hit: &Hit, end: usize) -> bool {
        let before = || self.words(self.start..hit.range.start);
        let is_verb = || {
            let word = &self.lower[hit.range.start - self.start..hit.range.end - self.start];
            REPLACING.contains(word)
                && before().next().is_some()
                && !before().any(|word| FOLLOWING.contains(word) && word != "this")
        };
        match hit.cue.scope {
            Scope::Past | Scope::After => true,
            Scope::State => {
                !self.is_denied(hit) && !self.words(hit.range.end..end).next().is_some_and(|word| AGENTS.contains(word))
            }
            Scope::Before => is_verb() && !self.is_denied(hit),
            _ => false,
        }
    }
}

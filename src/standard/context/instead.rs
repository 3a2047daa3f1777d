//! What took the place of something else: an old document was replaced by one that is made after the citation, or old rules by
//! those of the citation.

use std::ops::Range;

use super::cue::{Hit, Scope, is_joined_script};
use super::heir::is_bare_name;
use super::lexicon::{
    AGENTS, AGENTS_JOINED, BASES, FINAL_AGENTS, LED_TO_JOINED, NEWER, ONES, OURS, PASSIVES_JOINED, REPLACING_JOINED,
    SHORT_CUES, TARGETS, WITHDRAWABLE,
};
use super::sentence::{Gap, Sentence};
use super::tense::{Word, is_number};
use super::word::{
    is_attested_somewhere, is_current, is_filler, is_link, is_preposition, is_small_word, is_thing, month, relates,
};

/// German words by which what stands before them is that of the citation: "durch die Vorgaben der".
const OFS: &[&str] = &["der", "des", "von"];

/// What means "by" in Italian and "of the" in Portuguese.
const OF: &str = "da";

/// How many words may describe what took the place: "die weiterentwickelte neue".
const HEIR: usize = 2;

/// Verbs by which a document was made anew, and what for.
const REMADE: &[&str] = &["adapted", "amended", "revised", "reworked", "rewritten", "updated"];
const MEETING: &[&str] = &["comply", "conform", "fulfil", "meet", "satisfy"];

impl Sentence<'_> {
    /// True if the citation is what took the place of something, or by what that was made.
    pub(super) fn is_instead(&self, own: &Range<usize>) -> bool {
        self.is_agent(own)
            || (self.citations.len() == 1 && (self.is_of_agent(own) || self.took_place(own) || self.is_aim(own)))
    }

    /// True if what took the place of an old document is made after the citation: "was replaced by new ones based on", "by P-18,
    /// which implements".
    fn is_of_agent(&self, own: &Range<usize>) -> bool {
        let mut hits = self.hits_of(Scope::State).chain(self.hits_of(Scope::Before)).chain(self.hits_of(Scope::Former));
        hits.any(|hit| {
            hit.range.end < own.start
                && self.words(hit.range.end..own.start).next().is_some_and(|word| AGENTS.contains(word))
                && self.leads_to(hit, hit.range.end..own.start)
        }) || self.agent_before(own).is_some_and(|gap| {
            let is_behind =
                |hit: &&Hit| own.end <= hit.range.start && self.is_small(own.end..hit.range.start, Gap::After);
            self.hits_of(Scope::State).find(is_behind).is_some_and(|hit| self.leads_to(hit, gap))
        })
    }

    /// True if the words of a stretch lead from a document to what it is made after, and nothing before names a standard.
    fn leads_to(&self, hit: &Hit, gap: Range<usize>) -> bool {
        let language = hit.cue.language;
        let is_base = |word: &str| BASES.contains(word) || is_attested_somewhere(word) || relates(word);
        let is_heir = |word: &str| {
            is_preposition(word)
                || is_filler(word)
                || is_base(word)
                || is_thing(language, word)
                || is_current(word)
                || NEWER.contains(word)
                || ONES.contains(word)
                || word == "ones"
                || is_number(word)
                || word.chars().count() == 1
                || word.starts_with("verfahren")
        };
        let is_made = self.words(gap.clone()).any(|word| is_base(word) || word == "nach" || word == "gemäß");
        is_made && self.words(gap.clone()).all(is_heir) && !self.names_standard(gap.start)
    }

    /// True if a word for a standard stands before a place, and it is not one of those who speak: "our internal standard".
    pub(super) fn names_standard(&self, at: usize) -> bool {
        let words = || self.words(self.start..at);
        words().any(|word| WITHDRAWABLE.contains(word)) && !words().any(|word| OURS.contains(word))
    }

    /// What stands from a word like "by" up to the citation.
    fn agent_before(&self, own: &Range<usize>) -> Option<Range<usize>> {
        let words = self.clause(self.start..own.start);
        let at = words.iter().rposition(|(_, word)| *word == "durch")?;
        let gap = words[at].0.end..own.start;
        (!self.has_comma(&gap)).then_some(gap)
    }

    /// True if the citation took the place of what the sentence begins with: "wurden durch die Vorgaben der … abgelöst".
    pub(super) fn took_place(&self, own: &Range<usize>) -> bool {
        self.citations.len() == 1
            && self.agent_before(own).is_some_and(|gap| {
                let unknown = self.unknown(gap.clone(), Gap::After);
                let is_of = self.words(gap.clone()).last().is_some_and(|word| OFS.contains(&word));
                (unknown == Some(0) || (unknown == Some(1) && is_of))
                    && self.unknown(self.start..gap.start, Gap::After).is_some_and(|unknown| unknown > 1)
                    && !self.names_standard(gap.start)
            })
    }

    /// True if a word of history before the citation is said of what that took the place of: "le vecchie regole sono state
    /// sostituite dalla".
    pub(super) fn is_led_to(&self, hit: &Hit, own: &Range<usize>) -> bool {
        let is_italian = hit.cue.language.code() == "it";
        hit.range.end < own.start
            && self.citations.len() == 1
            && hit.cue.is_single()
            && self
                .words(hit.range.end..own.start)
                .next()
                .is_some_and(|word| AGENTS.contains(word) && (is_italian || *word != *OF))
            && (self.words(self.start..hit.range.start).next().is_some()
                || self.prose[hit.range.end..own.start].contains(':'))
            && !self.names_standard(hit.range.start)
    }

    /// True if what stands behind the citation is said of that of which it took the place: "由ISO 9001:2008代替", "durch die neue
    /// ISO 9001:2008 ersetzt", "ISO 9001:2008に置き換え", or is done by it: "ISO 9001:2008代替了".
    pub(super) fn is_heir_of(&self, hit: &Hit, own: &Range<usize>) -> bool {
        let Some(gap) = self.prose.get(own.end..hit.range.start) else { return false };
        if !hit.cue.first().starts_with(is_joined_script) {
            return self.is_behind_final_agent(own);
        }
        let is_led = self.is_behind_agent_joined(own) && gap.trim().is_empty();
        let rest = self.prose[hit.range.end..self.end()].trim_start_matches(['了', ' ']);
        let is_done = || {
            REPLACING_JOINED.contains(hit.cue.words())
                && rest.starts_with(char::is_alphanumeric)
                && !PASSIVES_JOINED.iter().any(|word| gap.contains(word))
        };
        let is_led_to =
            || LED_TO_JOINED.contains(hit.cue.words()) || LED_TO_JOINED.iter().any(|word| rest.starts_with(word));
        is_led || (TARGETS.contains(gap.trim()) && is_led_to()) || is_done()
    }

    /// True if a word of a script without spaces right before the citation makes it that which did something: "旧制度被ISO 9001:2008".
    pub(super) fn is_behind_agent_joined(&self, own: &Range<usize>) -> bool {
        let head = self.prose[self.start..own.start].trim_end();
        !head.ends_with(|one: char| one.is_ascii()) && AGENTS_JOINED.iter().any(|word| head.ends_with(word))
    }

    /// True if a preposition before that which did something leads to the citation, in a language in which the verb follows.
    fn is_behind_final_agent(&self, own: &Range<usize>) -> bool {
        let words = self.clause(self.start..own.start);
        let at = words.iter().rposition(|(_, word)| FINAL_AGENTS.contains(word));
        at.is_some_and(|at| {
            let gap = words[at].0.end..own.start;
            // "Durch den TÜV nach" leads from somebody else; articles of one language are prepositions of another.
            let is_other =
                |word: &str| is_link(word) && !is_filler(word) || is_preposition(word) && word.chars().count() > 3;
            !self.has_citation(&gap)
                && !self.has_comma(&gap)
                && !self.words(gap.clone()).any(is_other)
                && self.unknown(gap, Gap::Before).is_some_and(|unknown| unknown <= HEIR)
        })
    }

    /// True if a verb of a script without spaces is made one of suffering right before it: "被替代为".
    pub(super) fn is_turned_round(&self, hit: &Hit) -> bool {
        let head = &self.prose[self.start..hit.range.start];
        let rest = &self.prose[hit.range.end..self.end()];
        REPLACING_JOINED.contains(hit.cue.words())
            && PASSIVES_JOINED.iter().any(|word| head.ends_with(word))
            && LED_TO_JOINED.iter().any(|word| rest.starts_with(word))
    }

    /// True if a participle is said of what stands before it, so that what took its place follows: "ГОСТ 2006 заменён ГОСТ 2021".
    pub(super) fn is_heir_next(&self, hit: &Hit) -> bool {
        SHORT_CUES.contains(hit.cue.words()) && self.words(self.start..hit.range.start).next().is_some()
    }

    /// Why the citation is history: it is the subject of a sentence that says by what newer edition it is replaced, with the verb
    /// behind that: "Die ISO 9001:2008 wird durch die neue ISO 9001:2015 abgelöst".
    pub(super) fn by_final_heir(&self, own: &Range<usize>, newer: &[&Range<usize>]) -> Option<String> {
        if newer.is_empty() || !self.words(self.start..own.start).all(is_bare_name) {
            return None;
        }
        let state = |other: &Range<usize>| {
            let is_behind = |hit: &&Hit| {
                let gap = other.end..hit.range.start;
                gap.start <= gap.end && self.is_small(gap, Gap::After) && !self.is_denied(hit)
            };
            self.hits_of(Scope::State).find(is_behind)
        };
        let leads = |other: &Range<usize>| {
            let words = self.clause(own.end..other.start);
            let at = words.iter().position(|(_, word)| FINAL_AGENTS.contains(word));
            let is_small = |(_, word): &Word<'_>| is_small_word(word) || is_number(word) || month(word).is_some();
            at.is_some_and(|at| words[..at].iter().all(is_small)) && self.is_behind_final_agent(other)
        };
        let mut behind = newer.iter().filter(|other| own.end <= other.start && leads(other));
        let hit = behind.find_map(|other| state(other))?;
        Some(format!("\"{}\" is said of it", self.quoted(hit)))
    }

    /// True if something was made anew to meet the citation: "was rewritten to meet".
    fn is_aim(&self, own: &Range<usize>) -> bool {
        let words: Vec<&str> = self.words(self.start..own.start).collect();
        let aims = words
            .windows(3)
            .rposition(|three| REMADE.contains(&three[0]) && three[1] == "to" && MEETING.contains(&three[2]));
        aims.is_some_and(|at| words[at + 3..].iter().all(|word| is_preposition(word) || is_filler(word)))
    }
}

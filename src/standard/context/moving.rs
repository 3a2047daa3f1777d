//! Who holds the older edition today and has not yet gone over to the newer one: "is certified to … and will move to".

use std::ops::Range;

use jiff::civil::Date;

use super::cue::Scope;
use super::gain::is_certificate;
use super::lexicon::{
    ANDS, BESIDES, FINISHED, HELD_AS, HOLDERS, HOLDS, MOVES, OURS, OWN_SYSTEMS, SECONDS, SELVES, TO_BE_MOVED,
    UNDER_WAY, WHENS,
};
use super::phrase;
use super::sentence::{Sentence, is_article};
use super::word::{Verb, is_current, is_deed, is_filler, is_preposition, is_speaker, joins_clauses, relates, verb};

/// How many words may stand between the word that joins the two clauses and the newer edition.
const REST: usize = 12;

/// Signs that set off behind an edition what is to come of it.
const SIGNS: &[char] = &['(', ',', '–', '—', '-'];

/// How many words before what is held may be its verb and an adverb.
const LEAD: usize = 2;

impl Sentence<'_> {
    /// True if the sentence says that the citation is held today, and names a newer edition only as what is to come or stands
    /// beside it.
    pub(super) fn is_held_still(&self, own: &Range<usize>, newer: &[&Range<usize>], on: Date) -> bool {
        newer.iter().any(|other| {
            own.end <= other.start
                && !self.has_citation(&(own.end..other.start))
                && self.is_held_before(own, other, on)
                && self.is_told_of_today(own, other)
        })
    }

    /// True if what stands between the two says that the first is held and the second not.
    fn is_held_before(&self, own: &Range<usize>, other: &Range<usize>, on: Date) -> bool {
        let gap: Vec<&str> = self.words(own.end..other.start).collect();
        let joins = |word: &str| joins_clauses(word) || ANDS.contains(word);
        let describing = gap.iter().take_while(|word| !joins(word) && is_description(word)).count();
        let (described, rest) = gap.split_at(describing);
        let is_held = || self.has_holder(own) || self.is_called_held(own, described);
        if rest.first().is_some_and(|word| joins(word)) {
            return (2..=REST).contains(&rest.len()) && phrase::has(MOVES, &rest[1..]) && is_held();
        }
        let is_beside = || phrase::has(BESIDES, &gap) && is_held();
        let is_to_come = || {
            self.is_to_be_moved(own, rest, described)
                || ((is_held() || self.is_named_alone(own, described)) && self.is_under_way(own))
        };
        // "… planned for 2024" tells what was to come then.
        is_beside() || (is_to_come() && !self.has_year(on))
    }

    /// True if the certificate itself is to become one to the newer edition: "our … certification is being upgraded to".
    fn is_to_be_moved(&self, own: &Range<usize>, rest: &[&str], described: &[&str]) -> bool {
        let is_one = described.last().is_some_and(|word| is_deed(word));
        let has_owner = || self.words(self.start..own.start).next().is_some();
        is_one && phrase::find(TO_BE_MOVED, rest).any(|found| found.start == 0) && has_owner()
    }

    /// True if a sign behind the citation sets off a change that goes on: "… (transition to … in progress)".
    fn is_under_way(&self, own: &Range<usize>) -> bool {
        let is_set_off = self.prose[own.end..]
            .find(|one: char| SIGNS.contains(&one))
            .is_some_and(|sign| self.words(own.end..own.end + sign).all(is_description));
        let words: Vec<&str> = self.words(own.end..self.end()).collect();
        let is_done = words.iter().any(|word| FINISHED.contains(word));
        is_set_off && !is_done && phrase::has(UNDER_WAY, &words) && phrase::has(MOVES, &words)
    }

    /// True if the citation says by itself what is held, with a bracket behind it and at most a label before: "Current
    /// certification: … (transition to …)", "… certified – transition".
    fn is_named_alone(&self, own: &Range<usize>, described: &[&str]) -> bool {
        let is_label = |word: &str| is_current(word) || is_deed(word) || HELD_AS.contains(word);
        let is_said = described.iter().any(|word| HELD_AS.contains(word));
        let is_set_off = self.prose[own.end..].trim_start().starts_with('(');
        (is_said || is_set_off) && self.words(self.start..own.start).all(is_label)
    }

    /// True if the word that leads to the citation says that it is held: "certified to", "maintains".
    fn has_holder(&self, own: &Range<usize>) -> bool {
        let clause = self.clause(self.start..own.start);
        let words: Vec<&str> = clause.iter().map(|(_, word)| *word).collect();
        let is_small = |word: &str| is_article(word) || is_preposition(word) || is_certificate(word);
        let is_passed = |word: &str| !HELD_AS.contains(word) && !HOLDS.contains(word) && is_small(word);
        let Some(at) = words.iter().rposition(|word| !is_passed(word)) else { return false };
        if HELD_AS.contains(words[at]) {
            return self.is_said_now(&words[..at]);
        }
        HOLDS.contains(words[at]) && self.has_owner(own, at)
    }

    /// True if words are none, or end with a verb in the present: "Acme is currently". "Clients certified to" tells of others.
    fn is_said_now(&self, head: &[&str]) -> bool {
        let Some(language) = self.language() else { return head.is_empty() };
        head.is_empty()
            || head
                .iter()
                .rev()
                .take(LEAD)
                .any(|word| SELVES.contains(word) || verb(language, word) == Some(Verb::Present))
    }

    /// True if the first words of the sentence, before the verb, name its speakers, their system or somebody by name.
    fn has_owner(&self, own: &Range<usize>, count: usize) -> bool {
        let head = self.clause(self.start..own.start);
        let subject = &head[..count.min(head.len())];
        let is_name = |(range, word): &(Range<usize>, &str)| {
            self.prose[range.clone()].starts_with(char::is_uppercase) && word.chars().nth(1).is_some()
        };
        let is_own = |word: &str| is_speaker(word) || OURS.contains(word);
        let verb = head.get(count).map_or("", |(_, word)| *word);
        let is_one = subject.len() == 1 && verb.ends_with('s') && subject.iter().all(is_name);
        // "Tenemos", "posiadamy": the verb itself says who.
        subject.is_empty()
            || subject.iter().any(|(_, word)| is_own(word))
            || is_one
            || subject.last().is_some_and(|(_, word)| OWN_SYSTEMS.contains(word))
    }

    /// True if the words behind the citation say that it is held, and a verb in the present leads to it: "is … certified".
    fn is_called_held(&self, own: &Range<usize>, described: &[&str]) -> bool {
        let head: Vec<&str> = self.words(self.start..own.start).collect();
        described.iter().any(|word| HELD_AS.contains(word)) && !head.is_empty() && self.is_said_now(&head)
    }

    /// True if nothing puts the clause of the citation or the move into the past, denies it or makes it a condition.
    fn is_told_of_today(&self, own: &Range<usize>, other: &Range<usize>) -> bool {
        let head = || self.words(self.start..own.start);
        let language = self.language();
        let is_past = |word: &str| language.is_some_and(|one| verb(one, word) == Some(Verb::Past));
        let ahead: Vec<&str> = head().collect();
        let is_supposed = || WHENS.iter().any(|(_, phrases)| phrase::has(*phrases, &ahead));
        let is_of_all = || head().any(|word| HOLDERS.contains(word) || relates(word));
        let is_over = || self.words(other.end..self.end()).any(is_past);
        // "You are certified to … and want to move?": others are asked or spoken to.
        let is_asked =
            self.prose[self.start..self.end()].contains(['?', '¿']) || self.prose[self.end()..].starts_with('?');
        let is_spoken_to = || self.words(self.start..self.end()).any(|word| SECONDS.contains(word));
        !is_asked
            && !is_spoken_to()
            && !head().any(is_past)
            && !self.words(own.end..other.start).any(is_past)
            && !self.has_denial(own.start)
            && self.hits_of(Scope::Pending).all(|hit| hit.range.start > own.start)
            && !is_supposed()
            && !is_of_all()
            && !is_over()
            && self.by_words(own).is_none()
    }
}

/// True for a word that describes what the citation in front of it is for: "certified", "certification".
fn is_description(word: &str) -> bool {
    HELD_AS.contains(word) || is_deed(word) || is_filler(word)
}

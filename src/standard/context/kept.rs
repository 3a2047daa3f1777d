//! What goes on about a citation behind words of history and says that it is used all the same: "was withdrawn. We still
//! follow it".

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::super::citation::Citation;
use super::super::grammar;
use super::cue::{Scope, folded};
use super::lexicon::{ANAPHORS, HEDGES, KEEPS, NEWER, OLD_EDITIONS, OWNERS, PARTICIPLES, TAKEN_UP, USES, YEAR_LEADS};
use super::phrase;
use super::sentence::{Gap, Sentence, floor};
use super::tense::is_number;
use super::word::{
    Verb, has_joined_denial, is_current, is_denial, is_link, is_preposition, joins_clauses, languages, relates, verb,
};
use crate::list::List;
use crate::year;

/// Longest sentence that is read behind that of the citation, in bytes.
const NEXT: usize = 240;

/// How many words may stand between the words for going on, for use and for the standard.
const NEAR: usize = 3;

/// How many words may stand between those who speak and what they do: "our system is based on it".
const OWNED: usize = 3;

/// How many words a clause has at most that says nothing else: "it still applies".
const BARE: usize = 5;

/// How many words a label or an opening has at most.
const OPENING: usize = 3;

/// How many words lead to the clause behind them, at most: "Still, it applies".
const LEAD: usize = 2;

/// The first words of what those who speak are called, so that most clauses need no closer look.
static FIRST: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let all = OWNERS.iter().chain(ANAPHORS).flat_map(|(_, phrases)| phrases.iter());
    all.filter_map(|phrase| phrase.split(' ').next()).collect()
});

/// What a clause may speak of.
#[derive(Clone, Copy)]
struct Spoken<'a> {
    /// True if only the citation can be meant by "it".
    is_alone: bool,
    /// The year of the edition.
    year: Option<&'a str>,
    /// True if those who speak, or what is theirs, are named in the clause or in what leads to it.
    is_owned: bool,
    /// True if another clause before speaks of those, so that "it" may be what is theirs.
    is_behind_theirs: bool,
}

impl Sentence<'_> {
    /// True if a clause behind the words of history, or the next sentence, says that the citation is used: it is the subject of
    /// its own, and those take it up again.
    pub(super) fn is_taken_up(&self, own: &Citation, on: Date) -> bool {
        let range = &own.reference.range;
        let inside = &self.prose[range.end..self.end()];
        let next = self.next_sentence();
        if (inside.is_empty() && next.is_empty()) || !self.is_small(self.behind_opening(range)..range.start, Gap::After)
        {
            return false;
        }
        let (inside, next) = (folded(inside), folded(next));
        let behind = clauses(&inside, 1).into_iter().skip(1);
        let clauses: Vec<Vec<&str>> = behind.chain(clauses(&next, 0)).collect();
        if !clauses.iter().flatten().any(|word| FIRST.contains(word)) && next.is_ascii() {
            return false;
        }
        let year = own.reference.year.map(|year| year.value.to_string());
        let all: Vec<&str> = clauses.iter().flatten().copied().collect();
        let is_alone = self.citations.len() == 1;
        let mut spoken = Spoken { is_alone, year: year.as_deref(), is_owned: false, is_behind_theirs: false };
        let is_newer = |at: usize| spoken.is_other_edition(&all, at) || is_current(all[at]) || NEWER.contains(all[at]);
        spoken.is_alone &= !(0..all.len()).any(is_newer) && !phrase::has_joined(NEWER, &next);
        let is_said = (0..clauses.len()).any(|at| spoken.behind(&clauses[..=at]).is_used(&clauses[at]));
        let is_said = is_said || spoken.is_used_joined(&next);
        is_said && grammar::find(&next).is_empty() && !is_over(&next, on)
    }

    /// Where what the sentence says begins, behind a label, a key or a few words before a comma: "Note:", "Last year,".
    fn behind_opening(&self, own: &Range<usize>) -> usize {
        let head = &self.prose[self.start..own.start];
        let Some(sign) = head.find([':', ',']).map(|at| self.start + at) else { return self.start };
        let words: Vec<&str> = self.words(self.start..sign).collect();
        // "According to the publisher, … was replaced" tells who says so.
        let is_source = self.prose[sign..].starts_with(',')
            && words.first().is_some_and(|word| is_preposition(word))
            && !words.iter().any(|word| is_number(word));
        let is_short = words.len() <= OPENING && !is_source && !is_of_owner(&words) && !self.in_citation(sign);
        if is_short { sign + 1 } else { self.start }
    }

    /// The sentence behind, if it is no question.
    fn next_sentence(&self) -> &str {
        let rest = &self.prose[self.end()..];
        let Some(rest) = rest.strip_prefix(['.', ';', '。', '；']) else { return "" };
        let near = &rest[..floor(rest, NEXT)];
        let end = near.find(['.', ';', '!', '?', '。', '；', '？']).unwrap_or(near.len());
        if near[end..].starts_with(['?', '？']) { "" } else { &near[..end] }
    }
}

/// True if a sentence says that something held until a day that has passed.
fn is_over(text: &str, on: Date) -> bool {
    let next = Sentence::of(text);
    next.hits_of(Scope::Until).any(|hit| next.dated(hit, on).is_some())
}

/// The words of the clauses of a sentence; one or two words before a comma belong to what follows, but for those of the first
/// clauses that are `apart`.
fn clauses(text: &str, apart: usize) -> Vec<Vec<&str>> {
    let mut all: Vec<Vec<&str>> = Vec::new();
    for part in text.split([',', ';', '–', '—', '，']) {
        let words = part.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty());
        let leads = all.len() > apart && all.last().is_some_and(|last| (1..=LEAD).contains(&last.len()));
        let mut clause = if leads { all.pop().unwrap_or_default() } else { Vec::new() };
        for word in words {
            if joins_clauses(word) && !clause.is_empty() {
                all.push(std::mem::take(&mut clause));
            } else {
                clause.push(word);
            }
        }
        all.push(clause);
    }
    all
}

/// True if a clause names those who speak, or what is theirs.
fn is_of_owner(words: &[&str]) -> bool {
    OWNERS.iter().any(|(_, phrases)| phrase::has(*phrases, words))
}

/// True if words of use are said of what stands before them, and do not describe it: "is based on", not "documents based on".
fn is_predicate(words: &[&str], used: &Range<usize>) -> bool {
    !PARTICIPLES.contains(words[used.start]) || words[..used.start].iter().any(|word| is_link(word))
}

impl Spoken<'_> {
    /// What the last of some clauses may speak of.
    fn behind(self, clauses: &[Vec<&str>]) -> Self {
        let Some((last, before)) = clauses.split_last() else { return self };
        // "For the purposes of this contract, it applies".
        let leads = |clause: &&Vec<&str>| clause.first().is_some_and(|word| is_preposition(word));
        let is_owned = is_of_owner(last) || before.last().filter(leads).is_some_and(|clause| is_of_owner(clause));
        let is_behind_theirs = before.iter().any(|clause| !leads(&clause) && is_of_owner(clause));
        Self { is_owned, is_behind_theirs, ..self }
    }

    /// True if a clause says in some language that the standard is used.
    fn is_used(&self, words: &[&str]) -> bool {
        KEEPS.iter().any(|(code, keeps)| self.is_used_in(code, *keeps, words))
    }

    fn is_used_in(&self, code: &str, keeps: List, words: &[&str]) -> bool {
        let uses: Vec<Range<usize>> = phrase::find(phrase::of(USES, code), words).collect();
        let taken = phrase::find(phrase::of(TAKEN_UP, code), words).filter(|_| self.is_alone);
        let taken: Vec<Range<usize>> = taken.collect();
        if uses.is_empty() && taken.is_empty() {
            return false;
        }
        let keeps: Vec<Range<usize>> = phrase::find(keeps, words).collect();
        let old: Vec<Range<usize>> = self.old_editions(code, words);
        let it = phrase::find(phrase::of(ANAPHORS, code), words).filter(|_| self.is_alone);
        let named: Vec<Range<usize>> = it.chain(old.iter().cloned()).collect();
        let pairs = || named.iter().flat_map(|named| uses.iter().map(move |used| (named, used)));
        let near = || pairs().filter(|(named, used)| distance(named, used) <= NEAR);
        let is_kept = |range: &Range<usize>| keeps.iter().any(|keep| distance(keep, range) <= NEAR);
        let is_bare = |named: &Range<usize>| !self.is_behind_theirs && words.len() <= BARE && named.start <= 1;
        // "Documents that still use it" are others than those in which it stands.
        let is_relative = |named: &Range<usize>| named.start == 1 && relates(words[0]);
        let has_keep = |used: &Range<usize>| keeps.iter().any(|keep| used.start.saturating_sub(keep.end) <= 1);
        let is_said =
            |used: &Range<usize>| is_predicate(words, used) || (words[used.start].ends_with("ing") && has_keep(used));
        let goes_on = || {
            near().any(|(named, used)| {
                is_kept(used) && is_said(used) && !is_relative(named) && (self.is_owned || is_bare(named))
            }) || (self.is_owned && taken.iter().any(&is_kept))
        };
        let owners: Vec<Range<usize>> = phrase::find(phrase::of(OWNERS, code), words).collect();
        let is_theirs = || {
            near().any(|(named, used)| {
                let led = |owner: &Range<usize>| {
                    owner.end <= used.start
                        && used.start - owner.end <= OWNED
                        && is_predicate(&words[owner.end..], &(used.start - owner.end..used.end - owner.end))
                };
                used.end <= named.start && owners.iter().any(led)
            }) || pairs().any(|(named, used)| {
                let is_of_theirs = |owner: &Range<usize>| used.end <= owner.start;
                old.contains(named)
                    && named.end <= used.start
                    && used.start - named.end <= 1
                    && owners.iter().any(is_of_theirs)
            })
        };
        // "Was replaced, but applies to this contract still": the subject is left out.
        let is_left_out = || {
            let is_first = uses.iter().any(|used| used.start == 0);
            self.is_alone && is_first && !keeps.is_empty() && !owners.is_empty()
        };
        (goes_on() || is_theirs() || is_left_out()) && !self.is_hedged(code, &keeps, words)
    }

    /// Where an older edition is named, by such words or by its year.
    fn old_editions(&self, code: &str, words: &[&str]) -> Vec<Range<usize>> {
        let is_year = |at: &usize| self.year == Some(words[*at]);
        let years = (0..words.len()).filter(is_year).filter_map(|at| {
            let is_edition = |at: usize| words.get(at).is_some_and(|word| grammar::is_edition_word(word));
            let before = at.checked_sub(1).filter(|before| is_edition(*before));
            let behind = || is_edition(at + 1).then_some(at..at + 2);
            before.map(|before| before..at + 1).or_else(behind)
        });
        phrase::find(phrase::of(OLD_EDITIONS, code), words).chain(years).collect()
    }

    /// True if a clause denies what it says, grants or supposes it, tells of the past or of another edition.
    fn is_hedged(&self, code: &str, keeps: &[Range<usize>], words: &[&str]) -> bool {
        let language = languages().find(|one| one.code() == code);
        let is_past = |word: &str| language.is_some_and(|language| verb(language, word) == Some(Verb::Past));
        let is_kept = |at: usize| keeps.iter().any(|keep| keep.contains(&at));
        phrase::has(phrase::of(HEDGES, code), words)
            || words.windows(2).any(|two| two[0].ends_with('n') && two[1] == "t")
            || (0..words.len()).any(|at| (is_denial(words[at]) && !is_kept(at)) || is_past(words[at]))
            || (0..words.len()).any(|at| self.is_other_edition(words, at))
    }

    /// True if a word is the year of another edition: "the 2022 edition", "the standard of 2022".
    fn is_other_edition(&self, words: &[&str], at: usize) -> bool {
        let is_year = year::is_written(words[at]);
        let mut beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| words.get(at));
        let is_of = || at >= 2 && YEAR_LEADS.contains(words[at - 1]) && is_standard(words[at - 2]);
        is_year && self.year != Some(words[at]) && (beside.any(|word| grammar::is_edition_word(word)) || is_of())
    }

    /// The same of a sentence in a script without spaces.
    fn is_used_joined(&self, text: &str) -> bool {
        self.is_alone
            && !text.is_ascii()
            && ["ja", "zh"].iter().any(|code| {
                let has = |lists| phrase::has_joined(phrase::of(lists, code), text);
                has(KEEPS) && has(OWNERS) && (has(ANAPHORS) || has(OLD_EDITIONS)) && has(USES) && !has(HEDGES)
            })
            && !has_joined_denial(text)
    }
}

/// True for a word that names a standard or one of its editions.
pub(super) fn is_standard(word: &str) -> bool {
    grammar::is_edition_word(word) || matches!(word, "standard" | "norm" | "norme" | "norma" | "estándar")
}

/// How many words stand between two ranges of words.
fn distance(one: &Range<usize>, other: &Range<usize>) -> usize {
    one.start.saturating_sub(other.end).max(other.start.saturating_sub(one.end))
}

//! Is something claimed of this citation, or of another one in the sentence, or is the claim denied?

use std::ops::Range;

use super::super::citation::{self, Citation};
use super::super::context::cue::{is_joined_script, lowered};
use super::super::context::word::{is_link, is_preposition};
use super::super::grammar::ALONE;
use super::words::{self, Hit, Side, Subject};

/// What is claimed of a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Certification or conformity.
    pub of: Subject,
    /// The words that claim it, as written.
    pub words: String,
}

/// What is claimed of the citation at `index` of a block's citations, in the sentence at `bounds`, if anything is.
#[must_use]
pub fn claim(prose: &str, bounds: Range<usize>, citations: &[Citation], index: usize) -> Option<Claim> {
    let own = &citations[index].reference.range;
    // Who asks does not claim.
    if prose[bounds.end..].starts_with(['?', '？']) {
        return None;
    }
    let lower = lowered(&prose[bounds.clone()]);
    let hits = words::hits(&lower);
    if hits.is_empty() {
        return None;
    }
    let cited = citation::within(citations, &bounds).iter().map(|one| &one.reference.range);
    let cited = cited.map(|range| range.start - bounds.start..range.end - bounds.start).collect();
    let own = own.start - bounds.start..own.end - bounds.start;
    let clause = Clause { written: &prose[bounds], lower: &lower, cited, own };
    if clause.is_family() {
        return None;
    }
    let hit = hits.iter().find(|hit| clause.governs(hit) && !clause.is_denied(hit) && !clause.is_personal(hit))?;
    let written = clause.written[hit.range.clone()].split_whitespace().collect::<Vec<&str>>().join(" ");
    (!words::holds(words::doubts(), &lower)).then_some(Claim { of: hit.cue.of, words: written })
}

/// A sentence with its citations and the one that is looked at; all ranges are bytes of the sentence.
struct Clause<'a> {
    written: &'a str,
    lower: &'a str,
    cited: Vec<Range<usize>>,
    own: Range<usize>,
}

/// How many words before a claim, and behind it, may deny it or say whose it is.
const BEFORE: usize = 6;
const BEHIND: usize = 4;

/// How many words behind it may deny it.
const TAIL: usize = 3;

impl Clause<'_> {
    /// True if the claim is said of the citation.
    fn governs(&self, hit: &Hit) -> bool {
        let own = &self.own;
        match hit.cue.side {
            Side::Before if hit.range.end <= own.start && !self.is_label(hit) => {
                let passed = self.passed(hit.range.end..own.start, words::is_between);
                passed.is_some_and(|passed| passed == 0 || self.ends_list() || self.is_subject(hit))
            }
            Side::After | Side::Noun if own.end <= hit.range.start => {
                let passed = self.passed(own.end..hit.range.start, words::is_behind);
                let is_object = |passed| passed == 0 || self.begins_list();
                passed.is_some_and(is_object) && (hit.cue.side == Side::After || self.ends_phrase(hit.range.end))
            }
            Side::Before | Side::After | Side::Noun => false,
        }
    }

    /// True if the number is that of a family, some members of which may hold requirements: "ISO 9000 series".
    fn is_family(&self) -> bool {
        let (before, behind) = (&self.lower[..self.list_start()], &self.lower[self.own.end..]);
        let near: Vec<&str> = split(before).collect();
        near.iter().rev().take(2).any(|word| words::is_family(word)) || split(behind).next().is_some_and(words::is_many)
    }

    /// True for "Certificates:", below which those of persons may stand as well.
    fn is_label(&self, hit: &Hit) -> bool {
        let is_certificate = hit.cue.of == Subject::Certification && hit.cue.is_noun();
        is_certificate && self.lower[hit.range.end..].trim_start().starts_with(':')
    }

    /// How many other members of a list stand in a gap, be they citations or names such as GDPR; nothing if the gap holds
    /// anything that is not of the list.
    fn passed(&self, gap: Range<usize>, allows: fn(&str) -> bool) -> Option<usize> {
        let (mut passed, mut joined, mut at) = (0, true, gap.start);
        while at < gap.end {
            if let Some(range) = self.cited.iter().find(|range| range.contains(&at)) {
                (at, passed, joined) = (range.end, passed + 1, false);
                continue;
            }
            let one = self.lower[at..].chars().next()?;
            if !one.is_alphanumeric() {
                if !is_sign_of_list(one, passed > 0) {
                    return None;
                }
                joined |= matches!(one, '&' | '+');
                at += one.len_utf8();
                continue;
            }
            let word = self.word(at..gap.end, allows);
            let text = &self.lower[word.clone()];
            joined = (passed > 0 && words::is_joiner(text)) || (joined && allows(text));
            if !joined && !is_name(&self.written[word.clone()]) {
                return None;
            }
            passed += usize::from(!joined);
            at = word.end;
        }
        Some(passed)
    }

    /// The word that a stretch begins with; in a script without spaces the longest one that is known.
    fn word(&self, stretch: Range<usize>, allows: fn(&str) -> bool) -> Range<usize> {
        let text = &self.lower[stretch.clone()];
        let is_joined = text.starts_with(is_joined_script);
        let goes_on = |one: char| one.is_alphanumeric() && is_joined_script(one) == is_joined;
        let end = text.find(|one| !goes_on(one)).unwrap_or(text.len());
        let known = |end: &usize| allows(&text[..*end]) || words::is_joiner(&text[..*end]);
        let longest = text[..end].char_indices().map(|(at, one)| at + one.len_utf8()).rev().find(known);
        stretch.start..stretch.start + longest.filter(|_| is_joined).unwrap_or(end)
    }

    /// True if the citation may be the last or a middle one of a list: behind "A and B" no verb follows.
    fn ends_list(&self) -> bool {
        self.ends_before(self.own.end, |word| words::is_between(word) || words::is_plural(word))
    }

    /// True if no word follows a place, or one that begins something else: a preposition, a joining word, or another one that
    /// is allowed.
    fn ends_before(&self, end: usize, allows: fn(&str) -> bool) -> bool {
        let rest = self.lower[end..].trim_start();
        let Some(first) = rest.chars().next().filter(|one| one.is_alphanumeric()) else { return true };
        let word = rest.split(|one: char| !one.is_alphanumeric()).next().unwrap_or_default();
        is_joined_script(first) || is_preposition(word) || words::is_joiner(word) || allows(word)
    }

    /// True if the claim is a noun that begins the sentence, so that the verb behind the list is its own: "compliance with
    /// A and B is required".
    fn is_subject(&self, hit: &Hit) -> bool {
        let before = split(&self.lower[..hit.range.start]).count();
        hit.cue.is_noun() && before < 2 && self.ends_phrase(self.own.end)
    }

    /// True if no noun follows a place.
    fn ends_phrase(&self, end: usize) -> bool {
        self.ends_before(end, |word| is_link(word) || words::is_verb(word))
    }

    /// True if the list that the citation belongs to begins a phrase: "an A and B certified firm", not "follow A and B".
    fn begins_list(&self) -> bool {
        let mut words = self.lower[..self.list_start()].rsplit(|one: char| !one.is_alphanumeric());
        let word = words.find(|word| !word.is_empty()).unwrap_or_default();
        word.is_empty() || words::is_between(word) || is_link(word)
    }

    /// Where the list that the citation belongs to begins.
    fn list_start(&self) -> usize {
        let mut start = self.own.start;
        for range in self.cited.iter().rev().filter(|range| range.end <= self.own.start) {
            let gap = &self.lower[range.end..start];
            let is_joint =
                gap.split(|one: char| !one.is_alphanumeric()).all(|word| word.is_empty() || words::is_joiner(word));
            if !is_joint || gap.contains(['(', ')', ':', '|']) {
                break;
            }
            start = range.start;
        }
        start
    }

    /// True if the claim is denied, before it or right behind it and the citation.
    fn is_denied(&self, hit: &Hit) -> bool {
        let denies = |words: Vec<&str>| {
            let is_only = |at: usize| words.get(at + 1).is_some_and(|next| ALONE.contains(next));
            words.iter().enumerate().any(|(at, word)| words::has(words::denials(), word) && !is_only(at))
        };
        denies(self.before(hit)) || denies(self.behind(hit, TAIL))
    }

    /// True if the certificate is that of a person.
    fn is_personal(&self, hit: &Hit) -> bool {
        let names = |words: &[&str]| words.iter().any(|word| words::has(words::persons(), word));
        let joined = || {
            words::persons().iter().any(|one| one.words.starts_with(is_joined_script) && self.lower.contains(one.words))
        };
        // "The officer ensures that we are certified" speaks of us.
        let before = self.before(hit);
        let start = before.iter().rposition(|word| words::is_complement(word)).map_or(0, |at| at + 1);
        hit.cue.of == Subject::Certification
            && (names(&before[start..]) || names(&self.behind(hit, BEHIND)) || joined())
    }

    /// The last words of the clause before the claim and the citation, in the order of the text.
    fn before(&self, hit: &Hit) -> Vec<&str> {
        let end = hit.range.start.min(self.list_start());
        let start = self.cited.iter().map(|range| range.end).filter(|at| *at <= end).max().unwrap_or(0);
        let start = self.lower[start..end].rfind(parts_clauses).map_or(start, |at| start + at);
        let mut words: Vec<&str> = split(&self.lower[start..end]).collect();
        let own = words.iter().rposition(|word| words::is_break(word)).map_or(0, |at| at + 1);
        words.drain(..own.max(words.len().saturating_sub(BEFORE)));
        words
    }

    /// The next `count` words of the clause behind the claim and the citation.
    fn behind(&self, hit: &Hit, count: usize) -> Vec<&str> {
        let start = hit.range.end.max(self.own.end);
        let end =
            self.cited.iter().map(|range| range.start).filter(|at| *at >= start).min().unwrap_or(self.lower.len());
        let end = self.lower[start..end].find(parts_clauses).map_or(end, |at| start + at);
        split(&self.lower[start..end]).take(count).take_while(|word| !words::is_break(word)).collect()
    }
}

/// True for a sign that may stand in a list, before or behind its first member.
fn is_sign_of_list(one: char, is_begun: bool) -> bool {
    let is_quiet = one.is_whitespace() || "-\"'’‘„“”«»".contains(one);
    is_quiet || if is_begun { ",/&+、，".contains(one) } else { "(:".contains(one) }
}

/// True for a sign that parts clauses.
fn parts_clauses(one: char) -> bool {
    matches!(one, ',' | ';' | ':' | '(' | ')' | '|' | '，' | '、')
}

/// The words of a text, each without the article that an apostrophe ties to it, but with "n't".
fn split(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|one: char| !one.is_alphanumeric() && !matches!(one, '\'' | '’'));
    words.map(|word| word.trim_matches(['\'', '’'])).filter(|word| !word.is_empty()).map(|word| {
        let tied = word.rsplit_once(['\'', '’']).filter(|(_, last)| last.len() > 1);
        tied.map_or(word, |(_, last)| last)
    })
}

/// True for a word that names something by its capitals or digits: GDPR, SOC, 27001.
fn is_name(word: &str) -> bool {
    let capitals = word.chars().filter(|one| one.is_uppercase()).count();
    word.len() > 1 && word.is_ascii() && (capitals == word.len() || word.bytes().any(|byte| byte.is_ascii_digit()))
}

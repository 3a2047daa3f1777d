//! Where a line of a paragraph begins something new: an entry with a number or a sign before it, or a line that its writer ended
//! on purpose.

use std::ops::Range;

use super::super::citation::Citation;
use super::super::grammar::is_edition_word;
use super::cue::Hit;
use super::lexicon::OURS;
use super::sentence::{Sentence, floor};
use super::word::{is_document, is_filler, is_link, is_preposition, is_small_word, languages, relates, verb};

/// Signs that stand before the entries of a list and nowhere else.
const SIGNS: &[char] =
    &['•', '‣', '◦', '▪', '▫', '■', '□', '●', '○', '✓', '✔', '✗', '✘', '✅', '❌', '☐', '☑', '☒', '➢', '►', '▶'];

/// Signs that stand before entries, or else go on with a sentence.
const DASHES: &[char] = &['-', '–', '—'];

/// Codes of languages in which a state needs no verb: "регламент устарел".
const WITHOUT_BEING: &[&str] = &["ru", "uk"];

/// True if the line behind the line end at `at` begins an entry: "[3] ISO 9001", "• ISO 9001".
pub(super) fn begins_entry(prose: &str, at: usize) -> bool {
    let line = prose[at + 1..].trim_start();
    if let Some(number) = line.strip_prefix('[') {
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        return digits > 0 && number[digits..].starts_with(']');
    }
    // Most lines begin with a letter.
    if line.starts_with(|one: char| one.is_ascii() && one != '-') {
        return false;
    }
    // What leads to entries is said of each of them: "Withdrawn: ⏎ • ISO 9001:2008".
    let is_listed = |signs| begins_with_sign(line, signs) && begins_with_sign(prose.trim_start(), signs);
    is_listed(SIGNS) || (is_listed(DASHES) && is_behind_dash(&prose[..at]))
}

/// True if a text begins with one of some signs and a blank.
fn begins_with_sign(text: &str, signs: &[char]) -> bool {
    let rest = text.strip_prefix(signs);
    rest.is_some_and(|rest| rest.trim_start_matches('\u{FE0F}').starts_with([' ', '\t']))
}

/// True if the last line of a text begins with a dash as well, or leads to entries.
fn is_behind_dash(text: &str) -> bool {
    let near = floor(text, text.len().saturating_sub(LINE));
    let line = &text[near..];
    let begun = line.rfind('\n').map(|at| &line[at + 1..]).or_else(|| (near == 0).then_some(line));
    begun.is_some_and(|line| begins_with_sign(line.trim_start(), DASHES)) || line.trim_end().ends_with(':')
}

/// How far before its end the line before an entry is looked at, in bytes.
const LINE: usize = 400;

impl Sentence<'_> {
    /// The same for what stands between two stretches.
    pub(super) fn is_broken_between(&self, one: &Range<usize>, other: &Range<usize>) -> bool {
        let gap = one.end.min(other.end)..one.start.max(other.start);
        gap.start < gap.end && self.is_broken(&gap)
    }

    /// True if a cue is the end of a line that tells of something else than the citation: "the old policy is withdrawn<br>".
    pub(super) fn is_said_in_other_line(&self, hit: &Hit, own: &Range<usize>) -> bool {
        hit.range.end <= own.start
            && self.is_broken(&(hit.range.end..own.start))
            && self.words(self.start..hit.range.start).any(|word| !is_small_word(word))
    }

    /// True if a cue before a comma is the verb of its clause, or stands for one, as in languages that need no "is".
    pub(super) fn ends_clause(&self, hit: &Hit) -> bool {
        let last = self.words(self.start..hit.range.start).last();
        let is_verb = WITHOUT_BEING.contains(&hit.cue.language.code());
        last.is_some_and(|word| is_link(word) || (is_verb && !is_small_word(word)))
    }

    /// True if a verb of some language stands in a stretch.
    fn has_verb(&self, range: Range<usize>) -> bool {
        self.words(range).any(|word| languages().any(|language| verb(language, word).is_some()))
    }

    /// True if the clause that ends with a cue is about a document or something of those who speak: "our policy is outdated, ISO
    /// 9001:2008 applies".
    pub(super) fn is_clause_of_other(&self, hit: &Hit) -> bool {
        let words = || self.words(self.start..hit.range.start);
        let is_other = |word: &str| is_document(word) || OURS.contains(word);
        // "This document is superseded, ISO 9001:2008" names it.
        let behind = |one: &&Citation| self.words(one.reference.range.end..self.end()).next();
        let is_told = || self.citations.iter().filter_map(behind).any(|word| !is_edition_word(word));
        words().any(is_other) && is_told() && !self.names_standard(hit.range.start) && !words().any(relates)
    }

    /// True if the writer ended a line in a stretch, as `<br>` does, and what stands before is no part of what follows. Where a
    /// line ends because it is full, the line end stands for itself.
    pub(super) fn is_broken(&self, gap: &Range<usize>) -> bool {
        let Some(prose) = self.whole else { return false };
        let text = &self.prose[gap.clone()];
        let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| gap.start + at);
        ends.into_iter().any(|at| {
            let span = prose.source_span(at, at + 1);
            span.end > span.start + 1 && self.begins_anew(at)
        })
    }

    /// True if what stands before a line end does not lead to what stands behind it, and either tells something: not so in "until 2019
    /// under⏎ISO 9001:2008", nor in "2016⏎We were certified to".
    fn begins_anew(&self, at: usize) -> bool {
        let head = self.prose[self.start..at].trim_end();
        let last = self.words(self.start..at).last().unwrap_or_default();
        let leads = head.ends_with([',', ':', '(', '-']) || is_preposition(last) || is_filler(last);
        let rest = self.prose[at..self.end()].trim_start();
        let start = self.end() - rest.len();
        let end = rest.find('\n').map_or(self.end(), |end| start + end);
        !leads
            && rest.starts_with(|one: char| one.is_uppercase() || one.is_numeric())
            && self.has_verb(self.start..at)
            && self.has_verb(start..end)
    }
}

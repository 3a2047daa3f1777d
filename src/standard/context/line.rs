//! History by the form of a line: a label before a colon, a state behind a title, an entry of a change log without blank
//! lines.

use std::ops::Range;

use super::cue::Scope;
use super::date;
use super::gain::is_certificate;
use super::heading::{begins_entry, is_sentence};
use super::judge::{BlockCitations, Judge};
use super::label::{self, LABEL, Label};
use super::lexicon::{ALL_OF_THEM, COMINGS, DECLARATIONS, TODAYS, YEARS};
use super::phrase;
use super::sentence::{Sentence, floor};
use super::word;
use crate::document::{Block, Kind};

/// How many lines of a paragraph are looked at for the heading of a change log.
const LINES: usize = 40;

/// How far before a citation its line may begin, in bytes.
const LINE: usize = 400;

/// Longest entry of a list of standards, in bytes.
const ENTRY: usize = 400;

/// The longest word for a year, in bytes.
const YEAR: usize = 8;

/// How many words behind a day tell whether something is declared.
const WORDS: usize = 8;

/// How many words may lead to the verb: "Astivik se certifica".
const NAMED: usize = 4;

impl Judge<'_> {
    /// Why the citation at `index` is history by the line of its paragraph, list entry or cell.
    pub(super) fn by_line(&self, block: &Block, citations: BlockCitations<'_>, index: usize) -> Option<String> {
        if !matches!(block.kind, Kind::Text | Kind::Item | Kind::Cell(_)) {
            return None;
        }
        let text = block.prose.text();
        let own = &citations[index].reference.range;
        if let Some(because) = (index == 0).then(|| self.by_status(text, citations)).flatten() {
            return Some(because);
        }
        let is_alone = citations.len() == 1 && block.kind == Kind::Text;
        if let Some(because) = is_alone.then(|| self.by_record(text, own)).flatten() {
            return Some(because);
        }
        // A line that begins far away is none of those looked for, and a text may be one line.
        let near = floor(text, own.start.saturating_sub(LINE));
        let start = text[near..own.start].rfind('\n').map_or(near, |at| near + at + 1);
        if start == near && near > 0 {
            return None;
        }
        self.by_label(&text[start..own.start]).or_else(|| self.by_log_lines(text, &(start..own.start)))
    }

    /// A label that stands before the citation: "Previous version: …".
    fn by_label(&self, head: &str) -> Option<String> {
        let colon = head.find(':').filter(|colon| *colon <= LABEL)?;
        let label = Label::of(&head[..colon])?;
        let scopes = [Scope::Column, Scope::State, Scope::Before];
        let cue = scopes.iter().find_map(|scope| label.cue(*scope, self.without))?;
        // "From: …" begins a letter too.
        let several = head[..colon].split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count() > 1;
        (several && label.is_of_standards(cue)).then(|| format!("its line begins with \"{}\"", head[..colon].trim()))
    }

    /// An entry that is a designation with its title and ends with a state: "…, Cloud services (withdrawn)".
    fn by_status(&self, text: &str, citations: BlockCitations<'_>) -> Option<String> {
        let own = &citations[0].reference.range;
        if text.len() > ENTRY || text[..own.start].contains(char::is_alphabetic) {
            return None;
        }
        let text = text.trim_end();
        let inside = text.strip_suffix([')', ']']);
        let rest = text.get(own.end..inside.map_or(text.len(), str::len))?;
        let at = if inside.is_some() { rest.rfind(['(', '['])? + 1 } else { behind_sign(rest)? };
        let state = Sentence::only_state(&rest[at..], self.without).filter(|_| !is_sentence(text))?;
        // "ISO 22301:2012 (valid), ISO 9001:2008 (expired)".
        if inside.is_some() && is_listed(text, citations) && !names_all(state) {
            return None;
        }
        Some(format!("its entry ends with \"{state}\""))
    }

    /// A line that begins with a version, below a line that is the heading of a change log.
    fn by_log_lines(&self, text: &str, line: &Range<usize>) -> Option<String> {
        if line.start == 0 || !begins_entry(&text[line.clone()]) {
            return None;
        }
        let above = text[..line.start - 1].rsplit('\n').take(LINES).map(without_number);
        let mut heads = above.filter(|one| !begins_entry(one)).take(2);
        heads.find_map(|one| {
            let label = Label::of(one)?;
            let cue = [Scope::Heading, Scope::Entries].iter().find_map(|scope| label.cue(*scope, self.without))?;
            Some(format!("it stands under \"{}\"", label::shown(one, cue)))
        })
    }

    /// A line that begins with a day or a year that has passed, as those of a chronicle do: "2015: certified to …", "May
    /// 2015: …".
    pub(super) fn by_entry(&self, block: &Block, citations: BlockCitations<'_>) -> Option<String> {
        let value = block.entry().map(|(_, value)| value);
        let is_line = matches!(block.kind, Kind::Text | Kind::Item) || value.is_some();
        let is_heading = matches!(block.kind, Kind::Heading(_));
        let text = behind_year_word(value.unwrap_or_else(|| block.prose.text()));
        let head = &text[..floor(text, date::LONGEST)];
        if !(is_line || is_heading) || !begins_date(head) {
            return None;
        }
        let passed = |head: &&str| date::has_passed(head, self.on);
        if is_heading {
            let day = year_before_deed(text, true).or_else(|| year_of_deed(text)).filter(passed);
            let day = day.filter(|_| self.is_only_named(block, citations))?;
            return Some(format!("its line begins with \"{day}\""));
        }
        // The colon of a designation ends no day: "2013 ISO 27001:2013 controls apply".
        let offset = block.prose.text().len() - text.len();
        let is_inside = |end: &usize| citations.iter().any(|one| one.reference.range.contains(&(offset + end)));
        let signs =
            head.match_indices([':', '–', '—']).chain(head.match_indices(" - ")).chain(head.match_indices("--"));
        let ends = signs.map(|(at, _)| at).chain(end_of_day(head)).filter(|end| !is_inside(end)).min();
        let of_day = ends.map(|end| text[..end].trim()).filter(passed);
        let of_day = of_day.filter(|_| offset == 0 || value.is_some() || self.is_only_named(block, citations));
        let is_deed = |_: &&str| self.is_only_named(block, citations);
        let day = of_day.or_else(|| year_before_deed(text, false).filter(passed).filter(is_deed))?;
        let behind = text.find(day).map_or("", |at| &text[at + day.len()..]);
        if self.goes_on(behind)
            || self.declares(day, behind)
            || Sentence::of(&text[..floor(text, ENTRY)]).is_limited(day.len(), self.on)
        {
            return None;
        }
        Some(format!("its line begins with \"{day}\""))
    }

    /// True if a day is followed by another with which a period ends that is still to come, or by today: "01.05.2024 – 30.04.2027:".
    fn goes_on(&self, behind: &str) -> bool {
        let rest = behind.trim_start();
        let Some(rest) = rest.strip_prefix(['-', '–', '—']).map(str::trim_start) else { return false };
        let end = &rest[..floor(rest, date::LONGEST)];
        let end = &end[..end.find([':', '–', '—', '(', '|']).unwrap_or(end.len())].trim_end();
        let first = word::words(end).next().unwrap_or_default().to_lowercase();
        TODAYS.contains(first.as_str()) || (begins_date(end) && date::is_to_come(end, self.on))
    }

    /// True if those who speak declare something behind a day of this year or the last: "12 May 2026 - We hereby confirm".
    fn declares(&self, day: &str, behind: &str) -> bool {
        let lower = behind[..floor(behind, LINE)].to_lowercase();
        let words: Vec<&str> = word::words(&lower).take(WORDS).collect();
        phrase::has(DECLARATIONS, &words)
            && words.iter().any(|word| word::is_speaker(word))
            && (self.on.year() - 1..=self.on.year()).any(|year| day.contains(&year.to_string()))
    }

    /// True if the block ends with its only citation, and at most a few words lead to it: "2008 Certified to ISO 9001:2008".
    fn is_only_named(&self, block: &Block, citations: BlockCitations<'_>) -> bool {
        let text = block.prose.text();
        let [own] = citations else { return false };
        let lead = &text[..own.reference.range.start];
        let is_word = |word: &&str| word.chars().any(char::is_alphabetic);
        let ends = !text[own.reference.range.end..].contains(char::is_alphanumeric);
        let leads = |word: &str| word::is_preposition(word) || is_certificate(word);
        let last = word::words(lead).last().is_some_and(|word| leads(&word.to_lowercase()));
        ends && last && lead.split_whitespace().filter(is_word).count() <= LEAD
    }
}

/// True if other editions follow the first citation in a list, each with nothing but a bracket of its own.
fn is_listed(text: &str, citations: BlockCitations<'_>) -> bool {
    let [own, next, ..] = citations else { return false };
    let Some(gap) = text.get(own.reference.range.end..next.reference.range.start) else { return false };
    let gap = gap.trim_start();
    let gap = gap.strip_prefix('(').and_then(|aside| aside.split_once(')')).map_or(gap, |(_, rest)| rest);
    let is_joined = gap.trim_start().starts_with([',', ';', '/', '&']) || word::words(gap).next().is_some();
    let is_same = own.standard.is_some() && own.standard.map(|one| one.id) == next.standard.map(|one| one.id);
    is_joined && word::words(gap).all(|word| word::joins_clauses(&word.to_lowercase())) && !is_same
}

/// True if a state says that it is one of several.
fn names_all(state: &str) -> bool {
    word::words(state).any(|word| ALL_OF_THEM.contains(word.to_lowercase().as_str()))
}

/// Where the last sign ends that parts a title from what is said of it.
fn behind_sign(text: &str) -> Option<usize> {
    const SIGNS: [&str; 4] = [" - ", " – ", " — ", ": "];
    // Each of them has one of these bytes, behind its blank if it begins with one.
    memchr::memrchr3_iter(b'-', b':', "–".as_bytes()[0], text.as_bytes()).find_map(|at| {
        SIGNS.iter().find_map(|sign| {
            let start = at.checked_sub(usize::from(sign.starts_with(' ')))?;
            text.as_bytes()[start..].starts_with(sign.as_bytes()).then_some(start + sign.len())
        })
    })
}

/// How many words may lead from a year to the citation: "Certified to", "adopted as".
const LEAD: usize = 3;

/// A text without the word for a year that it begins with: "Año 2008", "Jahr 2008".
fn behind_year_word(text: &str) -> &str {
    let trimmed = text.trim_start();
    let word = &trimmed[..trimmed.find(' ').unwrap_or(0)];
    let rest = trimmed[word.len()..].trim_start();
    let is_word = || !word.is_empty() && word.len() <= YEAR && YEARS.contains(word.to_lowercase().as_str());
    if rest.starts_with(['1', '2']) && is_word() { rest } else { text }
}

/// The year that a line begins with without a sign but an arrow, if what was reached or came then follows: "2008 Certified to",
/// "2000 → adopted as". If it is parted, it must be an arrow.
fn year_before_deed(text: &str, is_parted: bool) -> Option<&str> {
    let (year, rest) = text.trim_start().split_once(' ')?;
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let rest = rest.trim_start();
    let told = ["→", "->", "=>", "➜", "⇒"].iter().find_map(|arrow| rest.strip_prefix(arrow));
    let rest = told.unwrap_or(rest);
    let sentence = Sentence::of(&rest[..floor(rest, ENTRY)]);
    let mut words = sentence.words(0..sentence.end());
    let is_told = match told {
        Some(_) => words.any(|word| COMINGS.contains(word) || word::is_feat(word)) && !sentence.is_now(),
        None if is_parted => false,
        None => {
            rest.starts_with(char::is_uppercase) && (sentence.is_attestation(0) || words.take(NAMED).any(word::is_feat))
        }
    };
    is_told.then_some(year)
}

/// The year that a line begins with before a colon, if a deed is named behind it: "2015: first certification to".
fn year_of_deed(text: &str) -> Option<&str> {
    let (year, rest) = text.trim_start().split_once(": ")?;
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    (is_year && Sentence::of(&rest[..floor(rest, ENTRY)]).is_deed(0)).then_some(year)
}

/// Where a day ends that a comma of Chinese or Japanese follows: "2016年3月18日，".
fn end_of_day(head: &str) -> Option<usize> {
    head.find(['，', '、']).filter(|end| head[..*end].ends_with(['月', '日']))
}

/// True if a text begins with a number or the name of a month.
fn begins_date(text: &str) -> bool {
    let text = text.trim_start();
    let word = &text[..text.find(|one: char| !one.is_alphabetic()).unwrap_or(text.len())];
    text.starts_with(|one: char| one.is_ascii_digit())
        || (!word.is_empty() && word::may_be_month(word) && word::month(&word.to_lowercase()).is_some())
}

/// A heading without the number of its chapter: "5. Revision history".
fn without_number(line: &str) -> &str {
    let rest = line.trim_start().trim_start_matches(|one: char| one.is_ascii_digit());
    let rest = rest.strip_prefix(['.', ')']).unwrap_or(rest);
    let digits = line.trim().len() - rest.trim().len();
    let is_number =
        (1..=3).contains(&digits) && rest.starts_with(' ') && rest.trim_start().starts_with(char::is_alphabetic);
    if is_number { rest.trim_start() } else { line }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_last_sign_is_that_which_ends_last(text in "[-–—‘ :a]{0,12}") {
            let ends = [" - ", " – ", " — ", ": "].iter().filter_map(|sign| Some(text.rfind(sign)? + sign.len()));
            prop_assert_eq!(behind_sign(&text), ends.max());
        }
    }

    #[test]
    fn no_word_for_a_year_is_longer_than_what_is_looked_at() {
        assert!(YEARS.iter().all(|word| word.len() <= YEAR), "{YEARS:?}");
    }
}

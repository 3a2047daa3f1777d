//! Entries of a chronicle whose day stands apart: under a heading that is a year, behind one in a line of its own, in another
//! field of an object.

use super::cue::Scope;
use super::date::{self, is_valid};
use super::judge::{BlockCitations, Judge};
use super::label::Label;
use super::lexicon::{ATTESTED, CHRONICLES, HEADLINES, HELD, HISTORIES, HOLDING, NARRATIVES};
use super::sentence::Sentence;
use super::tense::is_number;
use super::word::{
    Verb, is_current, is_deed, is_feat, is_since_somewhere, is_small_word, is_speaker, may_be_month, month, verb, words,
};
use crate::document::{Block, Kind};
use crate::list::List;

/// Longest field that may say so, in bytes.
const FIELD: usize = 120;

/// How many words may stand before a deed: "Hospital awarded".
const AHEAD: usize = 2;

/// Longest line that is a day, in bytes.
const DAY: usize = 32;

impl Judge<'_> {
    /// Why the citation at `index` of the block's citations is history: it is told as done, and the day of that has passed.
    pub(super) fn by_chronicle_entry(
        &self,
        block_at: usize,
        citations: BlockCitations<'_>,
        index: usize,
    ) -> Option<String> {
        let own = &citations[index];
        let of_row = self.day_of_row(block_at).filter(|_| !self.is_below(block_at, HELD));
        let is_listed = of_row.is_some() && self.is_below(block_at, CHRONICLES);
        let of_history = of_row.is_some() && self.is_below_history(block_at);
        let day = of_row.or_else(|| self.day_above(block_at))?;
        let sentence = self.sentence(block_at, citations, own);
        let block = &self.document().blocks[block_at];
        let key = block.prose.text().len() - block.value().len();
        let is_name = || block.entry().is_some_and(|(key, _)| HEADLINES.contains(key.to_lowercase().as_str()));
        // What goes on may say that it holds.
        let ends = || {
            let mut behind = words(&block.prose.text()[own.reference.range.end..]);
            behind.all(|word| ATTESTED.contains(word.to_lowercase().as_str()))
        };
        let is_told = sentence.is_deed(key)
            || is_listed && !sentence.is_now()
            || of_history && !sentence.is_now() && !sentence.words_apart(key).any(is_speaker)
            || sentence.is_attestation(key) && ends() && !sentence.is_now() && !is_name();
        (is_told && !sentence.lasts(&own.reference.range, self.on)).then(|| format!("it is told of \"{day}\""))
    }

    /// The day in a row or object of which another field tells what happened, and none that it still holds.
    fn day_of_row(&self, block_at: usize) -> Option<String> {
        let Kind::Cell(own) = self.document().blocks[block_at].kind else { return None };
        let cells = self.outline().cells(self.document(), block_at, own);
        let head = |block: &'_ Block, column: usize| match block.entry() {
            Some((key, _)) => Some(key.to_lowercase()),
            None => {
                let head = cells.iter().find(|(_, at)| at.row == 0 && at.column == column);
                head.map(|(one, _)| one.prose.text().to_lowercase())
            }
        };
        let is_told = |text: String| NARRATIVES.contains(text.trim());
        if own.row == 0 || !head(&self.document().blocks[block_at], own.column).is_some_and(is_told) {
            return None;
        }
        let others: Vec<_> = cells.iter().filter(|(_, at)| at.row == own.row && at.column != own.column).collect();
        if others.iter().any(|(block, _)| self.says_valid(block.value())) {
            return None;
        }
        let is_day =
            |text: String| Label::of(&text).is_some_and(|label| label.cue(Scope::Changes, self.without).is_some());
        let mut days = others.iter().filter(|(block, at)| head(block, at.column).is_some_and(is_day));
        let passed = |text: &str| date::has_passed(text, self.on);
        days.find(|(block, _)| passed(block.value())).map(|(block, _)| block.value().to_owned())
    }

    /// True if a text says that what is told holds to this day: "valid", "active", a year to come.
    fn says_valid(&self, text: &str) -> bool {
        let is_coming =
            |word: &str| word.len() == 4 && word.parse().is_ok_and(|year: i16| (self.on.year()..2100).contains(&year));
        let is_held = |word: &str| is_valid(word) || is_current(word) || HOLDING.contains(word);
        text.len() <= FIELD && words(text).any(|word| is_coming(word) || is_held(&word.to_lowercase()))
    }

    /// True if the key or heading right above a block has one of some words.
    fn is_below(&self, block_at: usize, words: List) -> bool {
        let heading = self.outline().headings(block_at).next().map(|at| &self.document().blocks[at]);
        heading.is_some_and(|block| {
            let text = block.prose.text().to_lowercase();
            words.iter().any(|word| text.contains(word))
        })
    }

    /// True if the key right above a block ends like `company_history`.
    fn is_below_history(&self, block_at: usize) -> bool {
        let heading = self.outline().headings(block_at).next().map(|at| &self.document().blocks[at]);
        heading.is_some_and(|block| {
            let text = block.prose.text().to_lowercase();
            HISTORIES.iter().any(|word| text.ends_with(word))
        })
    }

    /// The day that is all of the nearest heading, or of the line right above.
    fn day_above(&self, block_at: usize) -> Option<String> {
        let blocks = &self.document().blocks;
        if !matches!(blocks[block_at].kind, Kind::Text | Kind::Item) {
            return None;
        }
        let is_day = |block: &&Block| {
            let is_line = matches!(block.kind, Kind::Text | Kind::Item | Kind::Heading(_));
            is_line && is_bare_day(block.prose.text()) && date::has_passed(block.prose.text(), self.on)
        };
        let heading = self.outline().headings(block_at).next().map(|at| &blocks[at]).filter(is_day);
        let before = || blocks[..block_at].last().filter(is_day);
        heading.or_else(before).map(|block| block.prose.text().trim().to_owned())
    }
}

/// True if a line is a day, a month or a year and nothing else.
fn is_bare_day(text: &str) -> bool {
    let is_part = |word: &str| is_number(word) || may_be_month(word) && month(&word.to_lowercase()).is_some();
    text.len() <= DAY && text.contains(|one: char| one.is_ascii_digit()) && words(text).all(is_part)
}

impl Sentence<'_> {
    /// True if it tells behind its key what was reached, by a verb near its head, "Awarded …", or by nouns alone, "… certification",
    /// and of nothing that is so now.
    pub(super) fn is_deed(&self, key: usize) -> bool {
        let from = self.start.max(key.min(self.end()));
        let all = || self.words_apart(from);
        let words = || all().filter(|word| !is_small_word(word) && !is_number(word));
        let is_named = || words().all(is_deed) && all().any(is_deed);
        (words().take(AHEAD + 1).any(is_feat) || is_named()) && !self.is_now()
    }

    /// True if what it tells behind its key begins with a participle for who was found to meet a standard: "Certified to …", "…
    /// certified".
    pub(super) fn is_attestation(&self, key: usize) -> bool {
        let from = self.start.max(key.min(self.end()));
        let mut words = self.words_apart(from).filter(|word| !is_number(word));
        let first = words.next().is_some_and(|word| ATTESTED.contains(word));
        // "Certified since" holds to this day.
        first && !self.words_apart(from).any(is_since_somewhere)
    }

    /// The words from a place on without citations; a word may touch one: "ISO 22301:2012の認証取得".
    fn words_apart(&self, from: usize) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(from).chain(self.citations.iter().map(|one| one.reference.range.end));
        let ends = self.citations.iter().map(|one| one.reference.range.start).chain([self.end()]);
        starts.zip(ends).filter(|(start, end)| start < end).flat_map(|(start, end)| self.words(start..end))
    }

    /// True if a verb tells what is so now.
    pub(super) fn is_now(&self) -> bool {
        let language = self.language();
        let is_present = |word: &str| language.is_some_and(|language| verb(language, word) == Some(Verb::Present));
        self.words(self.start..self.end()).any(is_present)
    }
}

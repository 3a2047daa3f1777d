//! Entries of a chronicle whose day stands apart: under a heading that is a year, behind one in a line of its own, in another
//! field of an object.

use super::cue::Scope;
use super::date;
use super::judge::{BlockCitations, Judge};
use super::label::Label;
use super::sentence::Sentence;
use super::word::{Verb, is_deed, is_told_somewhere, month, verb};
use crate::document::{Block, Kind};

/// Heads of columns and keys under which it is told what happened, in small letters.
const NARRATIVES: &[&str] = &[
    "achievement", "body", "content", "desc", "description", "detail", "details", "headline", "info", "items", "label",
    "news", "story", "summary", "text", "title", "beschreibung", "inhalt", "descripción", "descrição", "descrizione",
    "内容", "描述", "내용", "説明",
];

/// What stands in the keys of lists that tell of the past, in small letters.
const CHRONICLES: &[&str] = &["timeline", "milestone", "history", "journey", "chronic", "chronolog"];

/// How many blocks either side of an entry are looked at for another day.
const NEAR: usize = 8;

impl Judge<'_> {
    /// Why the citation at `index` of the block's citations is history: it is told as done, and the day of that has passed.
    pub(super) fn by_chronicle_entry(
        &self,
        block_at: usize,
        citations: BlockCitations<'_>,
        index: usize,
    ) -> Option<String> {
        let own = &citations[index];
        let of_row = self.day_of_row(block_at);
        let is_listed = of_row.is_some() && self.is_of_chronicle(block_at);
        let day = of_row.or_else(|| self.day_above(block_at))?;
        let sentence = self.sentence(block_at, citations, own);
        let is_told = sentence.is_deed() || is_listed && !sentence.is_now();
        (is_told && !sentence.lasts(&own.reference.range, self.on)).then(|| format!("it is told of \"{day}\""))
    }

    /// The day in a row or object of which another field tells what happened.
    fn day_of_row(&self, block_at: usize) -> Option<String> {
        let Kind::Cell(own) = self.document().blocks[block_at].kind else { return None };
        let cells = self.outline().cells(self.document(), block_at, own);
        let head = |block: &'_ Block, column: usize| match block.entry() {
            Some((key, _)) => Some(key.to_lowercase()),
            None => cells
                .iter()
                .find(|(_, at)| at.row == 0 && at.column == column)
                .map(|(one, _)| one.prose.text().to_lowercase()),
        };
        let is_told = |text: String| NARRATIVES.contains(&text.trim());
        if own.row == 0 || !head(&self.document().blocks[block_at], own.column).is_some_and(is_told) {
            return None;
        }
        let is_day =
            |text: String| Label::of(&text).is_some_and(|label| label.cue(Scope::Changes, self.without).is_some());
        let others = cells.iter().filter(|(_, at)| at.row == own.row && at.column != own.column);
        let mut days =
            others.filter(|(block, at)| head(block, at.column).is_some_and(is_day)).map(|(block, _)| value(block));
        days.find(|day| date::has_passed(day, self.on)).map(str::to_owned)
    }

    /// True if the key of a list says that it tells of the past: "timeline".
    fn is_of_chronicle(&self, block_at: usize) -> bool {
        let heading = self.outline().headings(block_at).next().map(|at| &self.document().blocks[at]);
        heading.is_some_and(|block| {
            let text = block.prose.text().to_lowercase();
            CHRONICLES.iter().any(|word| text.contains(word))
        })
    }

    /// The day that is all of the nearest heading, or of the line before one of several such entries.
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
        let before = || {
            let at = block_at.checked_sub(1)?;
            let near =
                blocks[at.saturating_sub(NEAR)..at].iter().chain(&blocks[block_at..blocks.len().min(block_at + NEAR)]);
            Some(&blocks[at]).filter(is_day).filter(|_| near.into_iter().any(|one| is_day(&one)))
        };
        heading.or_else(before).map(|block| block.prose.text().trim().to_owned())
    }
}

/// True if a line is a day, a month or a year and nothing else.
fn is_bare_day(text: &str) -> bool {
    let is_part =
        |word: &str| word.starts_with(|one: char| one.is_ascii_digit()) || month(&word.to_lowercase()).is_some();
    let words = || text.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty());
    text.len() <= DAY && text.contains(|one: char| one.is_ascii_digit()) && words().all(is_part)
}

/// Longest line that is a day, in bytes.
const DAY: usize = 32;

/// The text of a cell, of an entry its value.
fn value(block: &Block) -> &str {
    block.entry().map_or_else(|| block.prose.text(), |(_, value)| value)
}

impl Sentence<'_> {
    /// True if it tells of something done, by a verb in the past or a noun at its end, and of nothing that is so now.
    fn is_deed(&self) -> bool {
        let all = || self.words(self.start..self.end());
        (all().any(is_told_somewhere) || all().last().is_some_and(is_deed)) && !self.is_now()
    }

    /// True if a verb tells what is so now.
    fn is_now(&self) -> bool {
        let language = self.language();
        let is_present = |word: &str| language.is_some_and(|language| verb(language, word) == Some(Verb::Present));
        self.words(self.start..self.end()).any(is_present)
    }
}

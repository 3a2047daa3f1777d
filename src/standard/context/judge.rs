//! The judge of one document: asks heading, table, title and sentence in turn.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use jiff::civil::Date;

use super::super::citation::Citation;
use super::super::grammar::Reference;
use super::super::model::Edition;
use super::super::status;
use super::outline::Outline;
use super::sentence::{Sentence, bounds};
use crate::document::{Block, Document, Role};

/// How far behind a designation its title may name another, in bytes.
const TITLE: usize = 300;

/// Names of files, without ending and in small letters, in which everything is history.
const CHANGE_LOGS: &[&str] =
    &["changelog", "change-log", "change_log", "changes", "history", "release-notes", "release_notes"];

/// Decides about the citations of one document.
#[derive(Debug)]
pub struct Judge<'a> {
    pub(super) document: &'a Document,
    pub(super) on: Date,
    pub(super) without: Option<usize>,
    is_change_log: bool,
    outline: OnceCell<Outline>,
    /// The sentence that was asked for last.
    sentence: Cell<Asked>,
}

/// A block, a range of it and the sentence around that; for a block that is none before one was asked for.
#[derive(Clone, Copy, Debug)]
struct Asked {
    block: usize,
    own: (usize, usize),
    bounds: (usize, usize),
}

impl Asked {
    const NONE: Self = Self { block: usize::MAX, own: (0, 0), bounds: (0, 0) };
}

/// A block's citations, in the order of their places.
pub type BlockCitations<'a> = &'a [Citation];

impl<'a> Judge<'a> {
    /// Prepares to judge the citations of a document with this path on this day.
    #[must_use]
    pub fn new(document: &'a Document, path: &str, on: Date) -> Self {
        let name = &path[memchr::memrchr(b'/', path.as_bytes()).map_or(0, |at| at + 1)..];
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        Self {
            document,
            is_change_log: CHANGE_LOGS.iter().any(|one| one.eq_ignore_ascii_case(stem)),
            on,
            without: None,
            outline: OnceCell::new(),
            sentence: Cell::new(Asked::NONE),
        }
    }

    /// The document.
    #[must_use]
    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// The day on which is judged.
    #[must_use]
    pub fn day(&self) -> Date {
        self.on
    }

    /// The sentence around a range of a block. Several look at that of one citation in turn, so the last is remembered.
    #[must_use]
    pub fn bounds(&self, block_at: usize, own: &Range<usize>) -> Range<usize> {
        let mut asked = self.sentence.get();
        if asked.block != block_at || asked.own != (own.start, own.end) {
            let found = bounds(self.document.blocks[block_at].prose.text(), own);
            asked = Asked { block: block_at, own: (own.start, own.end), bounds: (found.start, found.end) };
            self.sentence.set(asked);
        }
        asked.bounds.0..asked.bounds.1
    }

    /// The sentence around a citation of a block.
    pub(super) fn sentence<'c>(
        &'c self,
        block_at: usize,
        citations: BlockCitations<'c>,
        own: &Citation,
    ) -> Sentence<'c> {
        let range = self.bounds(block_at, &own.reference.range);
        let prose = &self.document.blocks[block_at].prose;
        let mut sentence = Sentence::within(prose.text(), citations, range, self.without);
        sentence.whole = Some(prose);
        sentence
    }

    pub(super) fn outline(&self) -> &Outline {
        self.outline.get_or_init(|| Outline::of(self.document))
    }

    /// Leaves the cue of this index out, for the test that every cue is needed.
    #[must_use]
    pub fn without(mut self, cue: Option<usize>) -> Self {
        self.without = cue;
        self
    }

    /// Why the citation at `index` of the block's citations is history; nothing if it is used.
    #[must_use]
    pub fn history(&self, block_at: usize, citations: BlockCitations<'_>, index: usize) -> Option<String> {
        if self.is_change_log {
            return Some("the document is a change log".into());
        }
        let block = &self.document.blocks[block_at];
        let own = &citations[index];
        if block.has_role(&own.reference.range, Role::Struck) {
            return Some("it is struck out".into());
        }
        self.by_heading(block_at, own)
            .filter(|_| !self.sentence(block_at, citations, own).is_rule(own))
            .or_else(|| self.by_entry(block, citations))
            .or_else(|| self.by_table(block_at, own))
            .or_else(|| self.by_object(block_at, own).or_else(|| self.by_heir_key(block_at, own)))
            .or_else(|| self.by_timeline(block_at, own))
            .or_else(|| self.by_series(block_at, citations, index))
            .or_else(|| by_title(block, citations, index))
            .or_else(|| self.by_line(block, citations, index))
            .or_else(|| self.by_sentence(block_at, citations, own))
            .or_else(|| self.by_answer(block_at, citations, own))
            .or_else(|| self.by_contrast(block_at, citations, index))
            .or_else(|| self.by_chronicle_entry(block_at, citations, index))
            .or_else(|| self.by_company_history(block_at, citations, index))
            .or_else(|| self.by_work(block_at, citations, index))
            .or_else(|| self.by_tale(block_at, citations, index))
    }

    /// Why the citation at `index` of the block's citations is history by the words of its sentence alone.
    #[must_use]
    pub fn by_words(&self, block_at: usize, citations: BlockCitations<'_>, index: usize) -> Option<String> {
        self.by_sentence(block_at, citations, &citations[index])
    }

    /// Why the citation at `index` of the block's citations is history because its sentence forbids to name it, or says that the
    /// mention of it is taken away.
    #[must_use]
    pub fn by_mention(&self, block_at: usize, citations: BlockCitations<'_>, index: usize) -> Option<String> {
        let own = &citations[index];
        self.sentence(block_at, citations, own).by_mention(&own.reference.range)
    }

    fn by_sentence(&self, block_at: usize, citations: BlockCitations<'_>, own: &Citation) -> Option<String> {
        let sentence = self.sentence(block_at, citations, own);
        let history = sentence.history(own, self.on, |other| self.is_newer(other, own));
        history.or_else(|| self.by_dated_finding(block_at, &sentence, own))
    }

    /// True if `other` is a newer edition of the standard that `own` cites, or what took its place.
    pub(super) fn is_newer(&self, other: &Citation, own: &Citation) -> bool {
        match (other.standard, own.standard, other.edition, own.edition) {
            (Some(a), Some(b), Some(newer), Some(older)) if std::ptr::eq(a, b) => newer.year > older.year,
            (Some(a), Some(b), ..) if !std::ptr::eq(a, b) => {
                let newest = |one: &Citation| -> Option<&'static Edition> {
                    one.edition.or_else(|| one.standard.and_then(|standard| standard.editions.last()))
                };
                let (Some(newer), Some(older)) = (newest(other), newest(own)) else { return false };
                status::successors(older, self.on, false).iter().any(|next| std::ptr::eq(*next, newer))
            }
            _ => false,
        }
    }
}

/// An old edition inside the title of another standard: "ISO/IEC TR 20000-7, integration of ... and ISO/IEC 27001:2013".
fn by_title(block: &Block, citations: BlockCitations<'_>, index: usize) -> Option<String> {
    let own: &Reference = &citations[index].reference;
    let year = own.year?;
    let named = || {
        let number = if own.part.is_empty() { own.number.to_string() } else { format!("{}-{}", own.number, own.part) };
        format!("{number}:{}", year.value)
    };
    let near = |other: &&Citation| own.range.start.saturating_sub(other.reference.range.end) < TITLE;
    citations[..index].iter().rev().take_while(near).find_map(|other| {
        let standard = other.standard?;
        let titles = std::iter::once(standard.title).chain(standard.editions.iter().filter_map(|one| one.title));
        // Few titles name an edition.
        let mut titles = titles.filter(|title| title.contains(':')).peekable();
        titles.peek()?;
        let between = &block.prose.text()[other.reference.range.end..own.range.start];
        let in_title = between.split_whitespace().nth(2).is_some();
        let mut is_titled = |named: String| {
            titles.any(|title| title.contains(&named) && (is_set_off(between) || shares(title, between)))
        };
        (in_title && is_titled(named())).then(|| format!("it stands in the title of {}", other.designation()))
    })
}

/// True if a sign sets what follows a designation off from it, as it does a title.
fn is_set_off(behind: &str) -> bool {
    behind.trim_start().starts_with([':', ',', '-', '–', '—', '(', '|', '"', '“', '„', '«', '*', '《'])
}

/// True if a text has words of a title in it.
fn shares(title: &str, text: &str) -> bool {
    let (title, text) = (title.to_lowercase(), text.to_lowercase());
    let is_long = |word: &&str| word.chars().count() > 4;
    let words = |text: &'_ str| -> Vec<String> {
        text.split(|one: char| !one.is_alphabetic()).filter(is_long).map(str::to_owned).collect()
    };
    let known = words(&title);
    words(&text).iter().filter(|word| known.contains(word)).count() > 1
}

//! Finds the comments of a document that speak to sms-lint.

use std::collections::BTreeSet;
use std::ops::Range;

use super::model::{Comment, Verb};
use super::reach::Lines;
use super::read::{Words, read};
use super::style::styles;
use crate::document::directive::MARK;
use crate::document::{Block, Format, Remark, html, latex, markdown, mdx};
use crate::finding::Label;
use crate::source::{Locator, SourceFile, Span};

/// What is found in a document, or in one window of a large one.
#[derive(Debug, Default)]
pub struct Found {
    /// The comments, in the order of their places.
    pub comments: Vec<Comment>,
    /// The first line of the text, in bytes of the file: a comment at the end of the window before speaks of it.
    pub first: Option<Range<u64>>,
}

/// True if the bytes may hold a comment that speaks to sms-lint.
#[must_use]
pub fn may_hold(bytes: &[u8], format: Format) -> bool {
    may_be_written(format) && memchr::memmem::find(bytes, MARK.as_bytes()).is_some()
}

/// True if comments that speak to sms-lint can be written in a format.
#[must_use]
pub fn may_be_written(format: Format) -> bool {
    !styles(format).is_empty()
}

/// Finds the comments of a text that was read as these blocks, without any left out.
#[must_use]
pub fn find(source: &SourceFile, blocks: &[Block], remarks: &[Remark], format: Format) -> Found {
    let mut lines = Lines::of(blocks);
    let text: &str = &source.text;
    let mut raws: Vec<Raw> = Vec::new();
    let mut tags = Tags { format, comments: None };
    let mut past = 0;
    for at in memchr::memmem::find_iter(text.as_bytes(), MARK.as_bytes()) {
        if at < past || lines.is_text(at) {
            continue;
        }
        let comment = styles(format).iter().find_map(|style| style.comment(text, at));
        if let Some((comment, end)) = comment.filter(|(comment, _)| tags.are_apart(text, comment)) {
            past = comment.end;
            let words = at..at + text[at..end].trim_end().len();
            raws.push(Raw::new(&text[at + MARK.len()..end], words, &comment, text, &mut lines));
        }
    }
    for remark in remarks {
        if let Some(words) = remark.text.trim_start().strip_prefix(MARK) {
            let tied = remark.span.start..remark.span.end;
            raws.push(Raw::new(words, tied.clone(), &tied, text, &mut lines));
        }
    }
    raws.sort_by_key(|raw| (raw.place.start, raw.place.end));
    let first = lines.first();
    let positions = Positions::of(source, &raws, first);
    let mut locator = source.locator();
    let comments = raws.into_iter().map(|raw| raw.comment(source, &mut locator, &positions)).collect();
    Found { comments, first: first.map(|first| positions.bytes(first)) }
}

/// Tells comments of HTML and MDX from what looks like one in a tag or a script, once it is asked.
struct Tags {
    format: Format,
    comments: Option<Vec<usize>>,
}

impl Tags {
    /// True if the stretch is no part of a tag.
    fn are_apart(&mut self, text: &str, comment: &Range<usize>) -> bool {
        let starts: fn(&str) -> Vec<usize> = match self.format {
            Format::Html => |text| html::comments(text).into_iter().map(|range| range.start).collect(),
            Format::Markdown if text[comment.start..].starts_with('<') => markdown::comments,
            Format::Mdx if text[comment.start..].starts_with(['<', '{']) => mdx::comments,
            Format::Latex => return !latex::is_literal(text, comment.start),
            Format::Markdown | Format::Mdx | Format::AsciiDoc | Format::Rst | Format::Org => return true,
            Format::Yaml | Format::Json | Format::JsonLines | Format::Toml => return true,
            Format::Plain | Format::Csv | Format::Tsv | Format::Container(_) => return true,
        };
        self.comments.get_or_insert_with(|| starts(text)).binary_search(&comment.start).is_ok()
    }
}

/// A comment whose places are offsets of the text.
struct Raw {
    words: Words,
    place: Range<usize>,
    reach: Option<Span>,
}

impl Raw {
    fn new(text: &str, place: Range<usize>, comment: &Range<usize>, whole: &str, lines: &mut Lines<'_>) -> Self {
        let words = read(text);
        let reach = match words.verb {
            Verb::NextLine => lines.behind(comment, whole),
            Verb::Line => lines.beside(comment, whole),
            Verb::Start | Verb::End | Verb::File | Verb::Historical | Verb::Unknown => None,
        };
        Self { words, place, reach }
    }

    fn comment(self, source: &SourceFile, locator: &mut Locator<'_>, positions: &Positions) -> Comment {
        let Words { verb, selectors, until, reason, stray } = self.words;
        let span = Span::new(self.place.start, self.place.end);
        let label = Label::of(source, span, locator.place(span));
        let reach = self.reach.map(|reach| positions.bytes(reach));
        Comment { label, verb, selectors, until, reason, stray, reach }
    }
}

/// Where the ends of what comments speak of are in the file, found in one pass over the text.
struct Positions(Vec<(usize, u64)>);

impl Positions {
    fn of(source: &SourceFile, raws: &[Raw], first: Option<Span>) -> Self {
        let reaches = raws.iter().filter_map(|raw| raw.reach).chain(first);
        let offsets: BTreeSet<usize> = reaches.flat_map(|span| [span.start, span.end]).collect();
        let mut locator = source.locator();
        Self(offsets.into_iter().map(|at| (at, locator.position(at).byte)).collect())
    }

    fn at(&self, offset: usize) -> u64 {
        let at = self.0.binary_search_by_key(&offset, |(at, _)| *at).expect("every offset has been looked up");
        self.0[at].1
    }

    fn bytes(&self, span: Span) -> Range<u64> {
        self.at(span.start)..self.at(span.end)
    }
}

//! The survey: what each document tells of the set it belongs to, for checks that look at the whole set.

mod absence;
mod evidence;
pub(crate) mod link;
mod name;
mod other;
mod part;
mod record;
mod run_in;
mod said;
mod signed;
mod void;

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::declaration::declared;
use super::denial;
use super::language::Tongue;
use super::life;
use super::plan::{
    ARTICLE, ASIDE, EXPLAINED, INITIALS, LISTING, OTHER_INITIALS, Of, PROGRAM, Plan, STRANGERS, SUBJECT, SYSTEM, plan,
};
use super::seen::{Seen, seen_in};
use super::substance::{lost_words, words_of_blocks};
use super::title::{self, Promise, levels, promises};
use crate::document::{Block, Format};
use crate::finding::Label;
use crate::rule::facts::{DocumentFacts, Evidence, Form, Standing};
use crate::rule::lexicon::folded;
use crate::source::{Locator, SourceFile, Span};

/// How many places of a phrase are tried: where so many say that a thing is not so, none says that it is.
pub(super) const TRIES: usize = 64;

/// Words of the name of a document that means only one.
const NAME: usize = 3;

/// A document while it is surveyed.
struct Surveyor<'a> {
    source: &'a SourceFile<'a>,
    format: Format,
    levels: Vec<Option<u8>>,
    blocks: &'a [Block],
    locator: Locator<'a>,
    /// List, block and place in its prose of every phrase, in the order of the text.
    seen: Vec<Seen>,
    /// Words in sentences, by block.
    words: Vec<usize>,
    /// Those of them that stand in sentences on what is absent.
    lost: Vec<usize>,
    tongue: Tongue<'a>,
    language: Option<&'static str>,
    /// The languages whose phrases it may have, if that is sure.
    languages: Option<Vec<&'static str>>,
    /// The year in which it is looked at, if that matters.
    on: Option<i16>,
    day: Option<Date>,
    voided: OnceCell<void::Voided>,
}

/// Surveys the text of a file on a day; without one no year is known to be over or to come.
#[must_use]
pub fn survey(source: &SourceFile, format: Format, on: Option<Date>) -> DocumentFacts {
    survey_blocks(source, &format.read(&source.text, None).blocks, format, on)
}

/// Surveys the blocks of a file.
#[must_use]
pub fn survey_blocks(source: &SourceFile, blocks: &[Block], format: Format, on: Option<Date>) -> DocumentFacts {
    let mut seen = Vec::new();
    let tongue = Tongue::of(blocks);
    let languages = tongue.read_in();
    for (at, block) in blocks.iter().enumerate() {
        let first = seen.len();
        let text = folded(block.prose.text());
        plan().lexicon.each_in(&text, languages.as_deref(), |list, range| seen.push((list, at, range)));
        seen[first..].sort_by_key(|(_, _, range): &Seen| range.start);
    }
    let levels = levels(&source.text, blocks);
    let words = words_of_blocks(&source.text, blocks, format, &|at| levels[at].is_some());
    let lost = blocks.iter().enumerate().map(|(at, block)| lost_words(block, at, words[at], &seen)).collect();
    let (locator, language) = (source.locator(), tongue.language());
    let (on, day, voided) = (on.map(Date::year), on, OnceCell::new());
    let mut surveyor = Surveyor {
        source,
        format,
        levels,
        blocks,
        locator,
        seen,
        words,
        lost,
        tongue,
        language,
        languages,
        on,
        day,
        voided,
    };
    surveyor.facts()
}

impl Surveyor<'_> {
    fn facts(&mut self) -> DocumentFacts {
        let mut promises = promises(self.source.own_path(), self.blocks, &self.levels, self.format.is_data());
        self.name_by_text(&mut promises);
        let titles: Vec<&Promise> = promises.iter().filter(|one| one.form != Form::Section).collect();
        let declared = declared(self.blocks);
        let objection = self.objection(&promises);
        let is_dead = matches!(objection, Some(Standing::Template | Standing::Retired | Standing::Draft));
        let mut evidence = self.declared_evidence(&declared);
        evidence.extend(self.evidence(&promises));
        if let Some(standing) = objection {
            let counts =
                |one: &&mut Evidence| one.standing == Standing::Kept && (is_dead || one.form != Form::Declaration);
            evidence.iter_mut().map(|(one, _)| one).filter(counts).for_each(|one| one.standing = standing);
        }
        let title = titles.iter().find_map(|one| one.block);
        // A heading below the title may be that of the scope of anything.
        let is_first = |one: &Promise| one.form == Form::Name || one.block == title;
        let is_kept = |at: &usize| !is_dead && self.is_kept(&promises, *at);
        let kept = (0..plan().kept.len()).filter(is_kept).collect();
        let language = self.language;
        let topics = (0..plan().topics.len()).filter(|at| objection.is_none() && self.is_on_topic(&titles, *at));
        let (addressed, silent) = topics.partition(|at| self.addresses(*at, language));
        let holds = |one: &(Evidence, Range<usize>)| one.0.standing == Standing::Kept;
        let is_holder = evidence.iter().any(holds);
        let joins = (0..plan().elements.len())
            .filter(|at| titles.iter().any(|one| one.lists.contains(&Plan::list(*at, Of::Joins))));
        let is_foreign = self.tongue.is_foreign();
        DocumentFacts {
            links: if is_holder { link::targets(&self.source.path, &self.source.text) } else { Vec::new() },
            names: if is_holder { self.names() } else { Vec::new() },
            joins: joins.collect(),
            path: self.source.path.clone(),
            title: self.label(title),
            words: self.words.iter().sum(),
            is_system: self.is_system(&titles),
            is_scope: plan()
                .scope()
                .is_some_and(|list| titles.iter().any(|one| is_first(one) && one.lists.contains(&list))),
            is_listing: titles.iter().any(|one| one.lists.contains(&LISTING)),
            language: language.filter(|_| !evidence.is_empty()),
            is_unread: is_foreign && !self.tongue.is_titled(),
            is_foreign: is_foreign && !evidence.is_empty(),
            parts: if is_dead { Vec::new() } else { self.parts(&evidence, &titles) },
            silent,
            addressed,
            kept,
            evidence: evidence.into_iter().map(|(one, _)| one).collect(),
            declarations: self.declarations(declared),
        }
    }

    /// Why the document is no evidence whatever it is called; asked for only where it matters.
    fn objection(&self, promises: &[Promise]) -> Option<Standing> {
        let is_promise = |list: &usize| Plan::is_promise(*list) || Plan::is_of_kind(*list);
        let is_row = |list: &usize| Plan::is_row(*list);
        let matters = promises.iter().any(|one| one.lists.iter().any(is_promise));
        if !matters && !self.seen.iter().any(|(list, ..)| is_row(list)) {
            return None;
        }
        life::objection((self.source, self.format, self.day), self.blocks, promises, &self.seen)
    }

    /// True if the document is titled as a service management system's; "SMS" also means text messages, and a program may be
    /// called a system.
    fn is_system(&self, titles: &[&Promise]) -> bool {
        let has = |list| titles.iter().any(|one| one.lists.contains(&list));
        let says = |list| self.speaks_of(&(0..self.blocks.len()), list);
        let is_titled = has(SYSTEM) && !says(PROGRAM);
        let is_initialled = || has(INITIALS) && says(SUBJECT) && !says(OTHER_INITIALS);
        (is_titled || is_initialled())
            && ![EXPLAINED, ASIDE, STRANGERS].into_iter().any(has)
            && !says(ARTICLE)
            && !life::is_aside(self.source.own_path())
    }

    fn lists_in(&self, blocks: &Range<usize>) -> impl Iterator<Item = usize> {
        seen_in(&self.seen, blocks).iter().map(|(list, ..)| *list)
    }

    fn speaks_of(&self, blocks: &Range<usize>, list: usize) -> bool {
        self.lists_in(blocks).any(|one| one == list)
    }

    fn words_of(&self, blocks: &Range<usize>) -> usize {
        self.words[blocks.clone()].iter().sum()
    }

    fn is_kept(&self, promises: &[Promise], kept: usize) -> bool {
        let list = plan().first_kept + kept;
        let unless = list + plan().kept.len();
        let is_meant = |one: &&Promise| one.lists.contains(&list) && !one.lists.contains(&unless);
        promises.iter().filter(is_meant).any(|one| self.substance(one.form, &one.extent) == Standing::Kept)
    }

    /// True if the document is of the topic's kind.
    fn is_on_topic(&self, titles: &[&Promise], topic: usize) -> bool {
        let (first, spec) = (plan().first_topic[topic], plan().topics[topic]);
        let whole = 0..self.blocks.len();
        titles.iter().any(|one| one.lists.contains(&first))
            && !titles.iter().any(|one| one.lists.contains(&(first + 1)))
            && self.substance(Form::Title, &whole) == Standing::Kept
            && (spec.when.is_empty() || self.speaks_of(&whole, first + 2))
    }

    /// True if the document speaks of the topic.
    fn addresses(&self, topic: usize, language: Option<&str>) -> bool {
        let (first, spec) = (plan().first_topic[topic], plan().topics[topic]);
        (0..spec.needs.len()).all(|group| self.affirms((first + 4 + group, first + 3), spec.affirmed, language))
    }

    /// What the text calls documents that may be a part of an element; a word or two may mean many.
    fn names(&self) -> Vec<Arc<str>> {
        let is_joint = |list: usize| (0..plan().elements.len()).any(|at| Plan::list(at, Of::Joins) == list);
        let own = self.seen.iter().filter(|(list, ..)| is_joint(*list));
        let names = own.map(|(_, block, range)| title::plain(&self.blocks[*block].prose.text()[range.clone()]));
        let names: BTreeSet<String> = names.filter(|name| name.split(' ').count() >= NAME).collect();
        names.into_iter().map(Arc::from).collect()
    }

    /// True if the document has a phrase of the list that does not stand in one of `never`, nor in an address; with `affirmed` one
    /// that its clause does not deny.
    fn affirms(&self, (list, never): (usize, usize), affirmed: bool, language: Option<&str>) -> bool {
        let is_other = |block: usize, range: &Range<usize>| {
            let mut own = seen_in(&self.seen, &(block..block + 1)).iter();
            own.any(|(one, _, other)| *one == never && other.start < range.end && range.start < other.end)
                || self.blocks[block].prose.text()[range.end..].starts_with('@')
        };
        let is_denied = |block: usize, range| denial::denies(self.blocks[block].prose.text(), range, language);
        let mut all = self.seen.iter().filter(|(one, ..)| *one == list).take(TRIES);
        all.any(|(_, block, range)| (!affirmed || !is_denied(*block, range)) && !is_other(*block, range))
    }

    /// The label of a block, or of the start of the document.
    fn label(&mut self, block: Option<usize>) -> Label {
        let at = block.or_else(|| self.blocks.iter().position(|block| !block.prose.text().trim().is_empty()));
        let span = at.map_or(Span::new(0, 0), |at| {
            let prose = &self.blocks[at].prose;
            let line = prose.text().trim_end();
            let start = line.len() - line.trim_start().len();
            let end = line[start..].find('\n').map_or(line.len(), |end| start + end);
            prose.source_span(start, end)
        });
        self.label_at(span)
    }

    /// The label of some words of a block.
    fn label_of(&mut self, block: usize, range: &Range<usize>) -> Label {
        let span = self.blocks[block].prose.source_span(range.start, range.end);
        self.label_at(span)
    }

    fn label_at(&mut self, span: Span) -> Label {
        Label::of(self.source, span, self.locator.place(span))
    }
}

#[cfg(test)]
mod tests;

//! The survey: what each document tells of the set it belongs to, for checks that look at the whole set.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::declaration::{Declared, declared};
use crate::document::{Block, Format, Kind};
use crate::finding::Label;
use crate::rule::element::{Element, Kept, Parts, Topic};
use crate::rule::facts::{Declaration, DocumentFacts, Evidence, Form, Standing};
use crate::rule::lexicon::{Lexicon, folded, is_joined};
use crate::rule::words::{EXPLANATIONS, SYSTEM_TITLES, UNWRITTEN};
use crate::rule::{Check, set};
use crate::source::{Locator, Place, SourceFile, Span};

/// Words in sentences that a document of substance has at least: three short sentences.
const DOCUMENT: usize = 20;

/// The same for a section, whose heading alone promises less.
const SECTION: usize = 30;

/// Up to here a text that says that it is unwritten is believed.
const SHORT: usize = 120;

/// Words that make a block a sentence rather than a name in a list.
const SENTENCE: usize = 6;

/// How many blocks at the start of a document may be its title.
const HEAD: usize = 12;

/// Keys of front matter, in small letters, whose value is a title.
const TITLE_KEYS: &[&str] = &[
    "title", "name", "document", "documenttitle", "document title", "doc title", "subject", "titel", "titre", "título",
];

/// Stems of file names that say nothing: the folder's name speaks instead.
const INDEXES: &[&str] = &["index", "readme", "_index", "main", "overview"];

/// What the rules look for in every document, with the number of each list of phrases.
#[derive(Debug)]
pub struct Plan {
    lexicon: Lexicon,
    /// Elements, in the order of the rules.
    pub elements: Vec<&'static Element>,
    /// For each element what a complete one speaks of.
    pub parts: Vec<Option<&'static Parts>>,
    /// Topics, in the order of the rules.
    pub topics: Vec<&'static Topic>,
    /// Documents to be kept.
    pub kept: &'static [Kept],
    first_part: Vec<usize>,
    first_topic: Vec<usize>,
    first_kept: usize,
}

/// Lists of an element, in their order in the lexicon behind the lists of general words.
const TITLES: usize = 0;
const WEAK: usize = 1;
const NEEDS: usize = 2;
const UNLESS: usize = 3;
const REFUSES: usize = 4;
const PER_ELEMENT: usize = 5;

const SYSTEM: usize = 0;
const STUB: usize = 1;
const EXPLAINED: usize = 2;
const FIRST: usize = 3;

static PLAN: LazyLock<Plan> = LazyLock::new(Plan::of_rules);

/// What the rules look for.
#[must_use]
pub fn plan() -> &'static Plan {
    &PLAN
}

impl Plan {
    fn of_rules() -> Self {
        let checks = || set::rules().iter().map(|rule| rule.check);
        let element = |check| if let Check::MissingElement(one) = check { Some(one) } else { None };
        let topic = |check| if let Check::UnaddressedTopic(one) = check { Some(one) } else { None };
        let kept = |check| if let Check::MissingDocuments(all) = check { Some(all) } else { None };
        let elements: Vec<&Element> = checks().filter_map(element).collect();
        let parts = elements.iter().map(|element| {
            checks().find_map(|check| match check {
                Check::IncompleteElement(parts) if parts.element == element.id => Some(parts),
                _ => None,
            })
        });
        let mut plan = Self {
            lexicon: Lexicon::new(&[]),
            parts: parts.collect(),
            topics: checks().filter_map(topic).collect(),
            kept: checks().find_map(kept).unwrap_or_default(),
            elements,
            first_part: Vec::new(),
            first_topic: Vec::new(),
            first_kept: 0,
        };
        plan.number();
        plan
    }

    /// Gives every list its number and makes the lexicon.
    fn number(&mut self) {
        let mut lists: Vec<&[&str]> = vec![SYSTEM_TITLES, UNWRITTEN, EXPLANATIONS];
        for one in &self.elements {
            lists.extend([one.titles, one.weak, one.needs, one.unless, one.refuses]);
        }
        for parts in &self.parts {
            self.first_part.push(lists.len());
            lists.extend(parts.iter().flat_map(|one| one.parts).map(|part| part.words));
        }
        for topic in &self.topics {
            self.first_topic.push(lists.len());
            lists.extend([topic.titles, topic.unless, topic.when]);
            lists.extend(topic.needs);
        }
        self.first_kept = lists.len();
        lists.extend(self.kept.iter().map(|one| one.titles));
        self.lexicon = Lexicon::new(&lists);
    }

    fn list(element: usize, which: usize) -> usize {
        FIRST + element * PER_ELEMENT + which
    }
}

/// What a title, a name or a heading promises.
struct Promise {
    form: Form,
    /// Lists of which a phrase stands in it.
    lists: HashSet<usize>,
    /// The block it stands in; nothing for the name of the file.
    block: Option<usize>,
    /// The blocks that it speaks for.
    extent: Range<usize>,
}

/// A document while it is surveyed.
struct Surveyor<'a> {
    source: &'a SourceFile,
    blocks: &'a [Block],
    locator: Locator<'a>,
    /// List, block and place in its prose of every phrase.
    seen: Vec<(usize, usize, Range<usize>)>,
    /// Words in sentences, by block.
    words: Vec<usize>,
}

/// Surveys the text of a file.
#[must_use]
pub fn survey(source: &SourceFile, format: Format) -> DocumentFacts {
    survey_blocks(source, &format.read(&source.text, None).blocks, format)
}

/// Surveys the blocks of a file.
#[must_use]
pub fn survey_blocks(source: &SourceFile, blocks: &[Block], format: Format) -> DocumentFacts {
    let mut seen = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        plan().lexicon.each(&folded(block.prose.text()), |list, range| seen.push((list, at, range)));
    }
    let words = blocks.iter().map(|block| sentence_words(block, format)).collect();
    let mut surveyor = Surveyor { source, blocks, locator: source.locator(), seen, words };
    surveyor.facts()
}

impl Surveyor<'_> {
    fn facts(&mut self) -> DocumentFacts {
        let promises = self.promises();
        let titles: Vec<&Promise> = promises.iter().filter(|one| one.form != Form::Section).collect();
        let declared = declared(self.blocks);
        let mut evidence = self.declared_evidence(&declared);
        evidence.extend(self.evidence(&promises));
        let title = titles.iter().find_map(|one| one.block);
        let kept = (0..plan().kept.len()).filter(|at| self.is_kept(&promises, plan().first_kept + at)).collect();
        DocumentFacts {
            path: self.source.path.clone(),
            title: self.label(title),
            words: self.words.iter().sum(),
            is_system: titles.iter().any(|one| one.lists.contains(&SYSTEM)),
            parts: self.parts(&evidence),
            silent: (0..plan().topics.len()).filter(|at| self.is_silent(&titles, *at)).collect(),
            kept,
            evidence,
            declarations: declared.into_iter().map(|one| self.declaration(one)).collect(),
        }
    }

    /// Titles, the name of the file, and every heading with what stands under it.
    fn promises(&self) -> Vec<Promise> {
        let whole = 0..self.blocks.len();
        let title = |block: usize| Promise {
            form: Form::Title,
            lists: lists_of(self.blocks[block].prose.text()),
            block: Some(block),
            extent: whole.clone(),
        };
        let titles = self.title_blocks();
        let mut promises: Vec<Promise> = titles.iter().map(|block| title(*block)).collect();
        let lists = lists_of(&name_words(&self.source.path));
        promises.push(Promise { form: Form::Name, lists, block: None, extent: whole.clone() });
        for (at, block) in self.blocks.iter().enumerate().filter(|(at, _)| !titles.contains(at)) {
            let (Kind::Heading(level) | Kind::Key(level)) = block.kind else { continue };
            let ends = |block: &Block| match block.kind {
                Kind::Heading(other) => other <= level || matches!(self.blocks[at].kind, Kind::Key(_)),
                Kind::Key(other) => other <= level,
                _ => false,
            };
            let behind = &self.blocks[at + 1..];
            let end = at + 1 + behind.iter().position(ends).unwrap_or(behind.len());
            let lists = lists_of(block.prose.text());
            promises.push(Promise { form: Form::Section, lists, block: Some(at), extent: at + 1..end });
        }
        promises
    }

    /// The title in the front matter, the first heading, and one directly below it; else a short first line.
    fn title_blocks(&self) -> Vec<usize> {
        let head = self.blocks.iter().enumerate().take(HEAD);
        let mut found: Vec<usize> = head.filter(|(_, block)| is_title_entry(block)).map(|(at, _)| at).collect();
        let is_heading = |at: &usize| matches!(self.blocks[*at].kind, Kind::Heading(_));
        let first = (0..self.blocks.len()).find(is_heading);
        match first {
            Some(first) => {
                found.push(first);
                found.extend(Some(first + 1).filter(|at| *at < self.blocks.len()).filter(is_heading));
            }
            None => {
                let is_text = |block: &Block| matches!(block.kind, Kind::Text) && !block.prose.text().trim().is_empty();
                let line = self.blocks.iter().position(is_text);
                found.extend(line.filter(|at| self.blocks[*at].prose.text().len() <= 120));
            }
        }
        found
    }

    fn lists_in(&self, blocks: Range<usize>) -> impl Iterator<Item = usize> {
        let from = self.seen.partition_point(|(_, block, _)| *block < blocks.start);
        self.seen[from..].iter().take_while(move |(_, block, _)| *block < blocks.end).map(|(list, ..)| *list)
    }

    fn speaks_of(&self, blocks: &Range<usize>, list: usize) -> bool {
        self.lists_in(blocks.clone()).any(|one| one == list)
    }

    fn words_of(&self, blocks: &Range<usize>) -> usize {
        self.words[blocks.clone()].iter().sum()
    }

    fn evidence(&mut self, promises: &[Promise]) -> Vec<Evidence> {
        let mut found = Vec::new();
        for element in 0..plan().elements.len() {
            for promise in promises {
                if let Some(standing) = self.standing(element, promise) {
                    let label = self.label(promise.block);
                    found.push(Evidence {
                        element,
                        form: promise.form,
                        standing,
                        label,
                        words: self.words_of(&promise.extent),
                    });
                }
            }
        }
        found
    }

    /// What declarations promise: the whole document stands behind them.
    fn declared_evidence(&mut self, declared: &[Declared]) -> Vec<Evidence> {
        let whole = 0..self.blocks.len();
        let (standing, words) = (self.substance(Form::Declaration, &whole), self.words_of(&whole));
        let mut found = Vec::new();
        for (element, spec) in plan().elements.iter().enumerate() {
            if let Some(one) = declared.iter().find(|one| one.covers(spec.clause)) {
                let label = self.label_of(one.at.0, &one.at.1);
                found.push(Evidence { element, form: Form::Declaration, standing, label, words });
            }
        }
        found
    }

    fn declaration(&mut self, one: Declared) -> Declaration {
        let label = self.label_of(one.at.0, &one.at.1);
        let is_empty = self.substance(Form::Declaration, &(0..self.blocks.len())) != Standing::Kept;
        Declaration { standard: one.standard, clause: one.clause, label, fault: one.fault, is_empty }
    }

    /// How a promise of an element stands; nothing if none is made.
    fn standing(&self, element: usize, promise: &Promise) -> Option<Standing> {
        let has = |which| promise.lists.contains(&Plan::list(element, which));
        let text = |which| self.speaks_of(&promise.extent, Plan::list(element, which));
        let weak = !has(TITLES);
        if (weak && !has(WEAK)) || has(UNLESS) || promise.lists.contains(&EXPLAINED) {
            return None;
        }
        if weak && text(REFUSES) {
            return Some(Standing::Other);
        }
        if weak && !text(NEEDS) {
            return Some(Standing::Unrelated);
        }
        Some(self.substance(promise.form, &promise.extent))
    }

    fn substance(&self, form: Form, extent: &Range<usize>) -> Standing {
        let least = if form == Form::Section { SECTION } else { DOCUMENT };
        let words = self.words_of(extent);
        if words < SHORT && self.speaks_of(extent, STUB) {
            return Standing::Unwritten;
        }
        if words < least { Standing::Thin } else { Standing::Kept }
    }

    fn is_kept(&self, promises: &[Promise], list: usize) -> bool {
        promises.iter().any(|one| one.lists.contains(&list) && self.substance(one.form, &one.extent) == Standing::Kept)
    }

    /// True if the document is of the topic's kind and leaves the topic out.
    fn is_silent(&self, titles: &[&Promise], topic: usize) -> bool {
        let (first, spec) = (plan().first_topic[topic], plan().topics[topic]);
        let named = titles.iter().any(|one| one.lists.contains(&first))
            && !titles.iter().any(|one| one.lists.contains(&(first + 1)));
        let whole = 0..self.blocks.len();
        named
            && self.substance(Form::Title, &whole) == Standing::Kept
            && (spec.when.is_empty() || self.speaks_of(&whole, first + 2))
            && !(0..spec.needs.len()).all(|group| self.speaks_of(&whole, first + 3 + group))
    }

    /// The first place of each part of the elements that the document holds.
    fn parts(&mut self, evidence: &[Evidence]) -> Vec<(usize, usize, Place)> {
        let mut found = Vec::new();
        for (element, parts) in plan().parts.iter().enumerate() {
            let matters = |parts: &&Parts| parts.anywhere || evidence.iter().any(|one| one.element == element);
            let Some(parts) = parts.filter(matters) else { continue };
            for part in 0..parts.parts.len() {
                let list = plan().first_part[element] + part;
                if let Some((_, block, range)) = self.seen.iter().find(|(one, ..)| *one == list) {
                    let span = self.blocks[*block].prose.source_span(range.start, range.end);
                    found.push((element, part, self.locator.place(span)));
                }
            }
        }
        found
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
        let place = self.locator.place(span);
        let excerpt = self.source.excerpt(span, place.start.line);
        Label { text: self.source.text[span.start..span.end].to_owned(), excerpt, place }
    }
}

/// Lists of which a phrase stands in a title, whatever signs part its words.
fn lists_of(title: &str) -> HashSet<usize> {
    let words = folded(title).replace([':', '&', '|', '.', '+', '\u{2014}', '#', '*'], " ");
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut lists = HashSet::new();
    plan().lexicon.each(&words.join(" "), |list, _| {
        lists.insert(list);
    });
    lists
}

/// True for an entry of front matter that is a title.
fn is_title_entry(block: &Block) -> bool {
    let key = block.prose.text().split([':', '=']).next().unwrap_or_default().trim().to_lowercase();
    block.kind == Kind::Metadata && TITLE_KEYS.contains(&key.replace(['_', '-'], " ").as_str())
}

/// The words of a path that may be a title: the name of the file, of its folder if that says nothing.
fn name_words(path: &str) -> String {
    let mut parts = path.rsplit('/');
    let name = parts.next().unwrap_or(path);
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    let spoken = if INDEXES.contains(&stem.to_lowercase().as_str()) { parts.next().unwrap_or_default() } else { stem };
    let mut out = String::with_capacity(spoken.len() + 8);
    let mut last_small = false;
    for one in spoken.chars() {
        if one.is_uppercase() && last_small {
            out.push(' ');
        }
        last_small = one.is_lowercase();
        out.push(if matches!(one, '+' | '%' | '.') { ' ' } else { one });
    }
    out
}

/// Words of a block that is a sentence; a name in a list counts nothing.
fn sentence_words(block: &Block, format: Format) -> usize {
    let is_text = match block.kind {
        Kind::Text | Kind::Note | Kind::Item | Kind::Cell(_) => true,
        Kind::Metadata => format != Format::Markdown && format.container().is_none(),
        Kind::Heading(_) | Kind::Key(_) | Kind::Code => false,
    };
    let words = if is_text { count_words(block.prose.text()) } else { 0 };
    if words < SENTENCE { 0 } else { words }
}

/// Words; in scripts without spaces every two characters count as one.
fn count_words(text: &str) -> usize {
    let joined = text.chars().filter(|one| is_joined(*one)).count();
    let spaced = text.split(|one: char| one.is_whitespace() || is_joined(one));
    joined / 2 + spaced.filter(|word| word.chars().any(char::is_alphabetic)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_split_into_words() {
        assert_eq!(name_words("docs/InformationSecurityPolicy.md"), "Information Security Policy");
        assert_eq!(name_words("a/incident-response/README.md"), "incident-response");
        assert_eq!(name_words("README.md"), "");
    }

    #[test]
    fn words_are_counted_in_every_script() {
        assert_eq!(count_words("one two, 3 four"), 3);
        assert_eq!(count_words("情報セキュリティ方針 is here"), 7);
    }
}

//! The survey: what each document tells of the set it belongs to, for checks that look at the whole set.

use std::ops::Range;

use super::declaration::{Declared, covers, declared};
use super::denial::{self, Entry};
use super::language::language;
use super::life;
use super::plan::{
    ASIDE, EXPLAINED, GUIDING, INITIALS, LACKING, LISTING, OTHER_INITIALS, OWN, Of, POINTING, PROGRAM, Plan, SECURITY,
    STUB, SUBJECT, SYSTEM, plan,
};
use super::speech::Speech;
use super::substance::{lost_words, sentence_around, words_of_blocks};
use super::title::{self, Promise, levels, promises};
use super::told;
use crate::document::{Block, Cell, Format, Kind};
use crate::finding::Label;
use crate::rule::element::Parts;
use crate::rule::facts::{Declaration, DocumentFacts, Evidence, Form, Standing};
use crate::rule::lexicon::folded;
use crate::source::{Locator, Place, SourceFile, Span};

/// Words in sentences that a document of substance has at least: three short sentences.
const DOCUMENT: usize = 20;

/// The same where every part is spoken of.
const WHOLE: usize = 10;

/// The same for a section, whose heading alone promises less.
const SECTION: usize = 30;

/// Words up to which a section is about one thing.
const DENSE: usize = 200;

/// Up to here a text that says where to look holds nothing else.
const POINTER: usize = 60;

/// How many places of a phrase are tried: where so many say that a thing is not so, none says that it is.
pub(super) const TRIES: usize = 64;

/// How many rows make a table an element.
const ROWS: usize = 2;

/// How many short sections are an element together.
const GATHERED: usize = 3;

/// How often a section names what its heading leaves open.
const NAMED: usize = 3;

/// Up to here a text that says that it is unwritten is believed.
const SHORT: usize = 120;

/// A document while it is surveyed.
struct Surveyor<'a> {
    source: &'a SourceFile,
    format: Format,
    levels: Vec<Option<u8>>,
    blocks: &'a [Block],
    locator: Locator<'a>,
    /// List, block and place in its prose of every phrase.
    seen: Vec<(usize, usize, Range<usize>)>,
    /// Words in sentences, by block.
    words: Vec<usize>,
    /// Those of them that stand in sentences on what is absent.
    lost: Vec<usize>,
    language: Option<&'static str>,
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
    let levels = levels(&source.text, blocks);
    let words = words_of_blocks(&source.text, blocks, format, &|at| levels[at].is_some());
    let lost = blocks.iter().enumerate().map(|(at, block)| lost_words(block, at, words[at], &seen)).collect();
    let (locator, language) = (source.locator(), language(blocks));
    let mut surveyor = Surveyor { source, format, levels, blocks, locator, seen, words, lost, language };
    surveyor.facts()
}

impl Surveyor<'_> {
    fn facts(&mut self) -> DocumentFacts {
        let promises = promises(&self.source.path, self.blocks, &self.levels, self.format.is_data());
        let titles: Vec<&Promise> = promises.iter().filter(|one| one.form != Form::Section).collect();
        let declared = declared(self.blocks);
        let objection = self.objection(&promises);
        let is_dead = matches!(objection, Some(Standing::Template | Standing::Retired));
        let mut evidence = self.declared_evidence(&declared);
        evidence.extend(self.evidence(&promises));
        if let Some(standing) = objection {
            let counts =
                |one: &&mut Evidence| one.standing == Standing::Kept && (is_dead || one.form != Form::Declaration);
            evidence.iter_mut().filter(counts).for_each(|one| one.standing = standing);
        }
        let title = titles.iter().find_map(|one| one.block);
        let is_kept = |at: &usize| !is_dead && self.is_kept(&promises, plan().first_kept + at);
        let kept = (0..plan().kept.len()).filter(is_kept).collect();
        let language = self.language;
        let is_silent = |at: &usize| objection.is_none() && self.is_silent(&titles, *at, language);
        let silent = (0..plan().topics.len()).filter(is_silent).collect();
        DocumentFacts {
            path: self.source.path.clone(),
            title: self.label(title),
            words: self.words.iter().sum(),
            is_system: self.is_system(&titles),
            is_listing: titles.iter().any(|one| one.lists.contains(&LISTING)),
            language: language.filter(|_| !evidence.is_empty()),
            parts: if is_dead { Vec::new() } else { self.parts(&evidence, &titles, language) },
            silent,
            kept,
            evidence,
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
        life::objection((self.source, self.format), self.blocks, promises, &self.seen)
    }

    /// True if the document is titled as a service management system's; "SMS" also means text messages, and a program may be
    /// called a system.
    fn is_system(&self, titles: &[&Promise]) -> bool {
        let has = |list| titles.iter().any(|one| one.lists.contains(&list));
        let says = |list| self.speaks_of(&(0..self.blocks.len()), list);
        let is_titled = has(SYSTEM) && !says(PROGRAM);
        let is_initialled = || has(INITIALS) && says(SUBJECT) && !says(OTHER_INITIALS);
        (is_titled || is_initialled()) && !has(EXPLAINED) && !has(ASIDE) && !life::is_aside(&self.source.path)
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
        let whole = 0..self.blocks.len();
        let is_dated = promises.iter().any(|one| one.form != Form::Section && one.is_dated);
        let is_guide = self.speaks_of(&whole, GUIDING) && !self.speaks_of(&whole, OWN);
        let mut found = Vec::new();
        let counts = |element: &usize| !(is_dated && plan().elements[*element].undated);
        for element in (0..plan().elements.len()).filter(counts) {
            let unless = Plan::list(element, Of::Unless);
            let is_other = promises.iter().any(|one| one.form == Form::Title && one.lists.contains(&unless));
            for promise in promises.iter().filter(|one| !(is_other && one.form == Form::Name)) {
                if let Some(standing) = self.standing(element, promise, promises) {
                    let standing = if is_guide { Standing::Explaining } else { standing };
                    let (form, label) = (promise.form, self.label(promise.block));
                    found.push(Evidence { element, form, standing, label, words: self.words_of(&promise.extent) });
                }
            }
            let is_kept = |one: &Evidence| one.element == element && one.standing == Standing::Kept;
            if !is_guide && !found.iter().any(is_kept) {
                found.extend(self.gathered(element, promises));
                found.extend(self.spoken(element, promises));
                found.extend(self.tabled(element));
            }
        }
        found
    }

    /// Sections that are an element by what they say, though no heading promises it: they name it, and speak of each of its
    /// parts in a few sentences. Of sections inside one another the smallest counts.
    fn spoken(&mut self, element: usize, promises: &[Promise]) -> Vec<Evidence> {
        let mut sections: Vec<&Promise> =
            promises.iter().filter(|one| self.is_section(one) && self.is_spoken(element, &one.extent)).collect();
        let inside = |a: &Range<usize>, b: &Range<usize>| a != b && b.start <= a.start && a.end <= b.end;
        let all: Vec<Range<usize>> = sections.iter().map(|one| one.extent.clone()).collect();
        sections.retain(|one| !all.iter().any(|other| inside(other, &one.extent)));
        let evidence = |one: &Promise| {
            let (words, label) = (self.words_of(&one.extent), self.label(one.block));
            Evidence { element, form: Form::Text, standing: Standing::Kept, label, words }
        };
        sections.into_iter().map(evidence).collect()
    }

    /// A table that is an element by its rows, whatever it is called: each begins with the number of a control.
    fn tabled(&mut self, element: usize) -> Option<Evidence> {
        let list = Plan::list(element, Of::Rows);
        let begins = |(one, at, range): &&(usize, usize, Range<usize>)| {
            *one == list && range.start == 0 && matches!(self.blocks[*at].kind, Kind::Cell(_))
        };
        let mut rows: Vec<(Cell, usize)> = Vec::new();
        for (_, at, _) in self.seen.iter().filter(begins) {
            let Kind::Cell(cell) = self.blocks[*at].kind else { continue };
            if rows.last().is_none_or(|(last, _)| (last.table, last.row) != (cell.table, cell.row)) {
                rows.push((cell, *at));
            }
        }
        let table = rows.chunk_by(|a, b| a.0.table == b.0.table).find(|rows| rows.len() >= ROWS)?;
        let (number, first) = (table[0].0.table, table[0].1);
        let is_cell = |block: &Block| matches!(block.kind, Kind::Cell(cell) if cell.table == number);
        let cells = (0..self.blocks.len()).filter(|at| is_cell(&self.blocks[*at]));
        let words: usize = cells.map(|at| self.words[at]).sum();
        let form = Form::Text;
        (words >= DOCUMENT).then(|| Evidence {
            element,
            form,
            standing: Standing::Kept,
            label: self.label(Some(first)),
            words,
        })
    }

    /// True for a section with a heading, of text rather than lists.
    fn is_section(&self, promise: &Promise) -> bool {
        let is_heading = promise.block.is_some_and(|at| matches!(self.blocks[at].kind, Kind::Heading(_)));
        let texts = promise.extent.clone().filter(|at| self.blocks[*at].kind == Kind::Text);
        promise.form == Form::Section && is_heading && texts.map(|at| self.words[at]).sum::<usize>() >= SECTION
    }

    fn is_spoken(&self, element: usize, extent: &Range<usize>) -> bool {
        let Some(parts) = plan().parts[element] else { return false };
        let count = |which| self.lists_in(extent.clone()).filter(|one| *one == Plan::list(element, which)).count();
        let is_named = count(Of::Titles) > 0 || count(Of::Weak) + count(Of::Broad) >= NAMED && count(Of::Needs) > 0;
        let is_there = |part: usize| self.speaks_of(extent, plan().first_part[element] + part);
        is_named
            && self.words_of(extent) <= DENSE
            && self.substance(Form::Section, extent) == Standing::Kept
            && (0..parts.parts.len()).all(is_there)
    }

    /// What declarations promise: the whole document stands behind them.
    fn declared_evidence(&mut self, declared: &[Declared]) -> Vec<Evidence> {
        let whole = 0..self.blocks.len();
        let (standing, words) = (self.substance(Form::Declaration, &whole), self.words_of(&whole));
        let mut found = Vec::new();
        for (element, spec) in plan().elements.iter().enumerate() {
            let own = declared.iter().find(|one| one.covers(spec.clause));
            let is_told =
                || told::declarations(&self.source.path).any(|one| covers(&one.standard, &one.clause, spec.clause));
            let label = match own {
                Some(one) => self.label_of(one.at.0, &one.at.1),
                None if is_told() => self.label(None),
                None => continue,
            };
            found.push(Evidence { element, form: Form::Declaration, standing, label, words });
        }
        found
    }

    /// What the document declares, and what the configuration declares of it.
    fn declarations(&mut self, declared: Vec<Declared>) -> Vec<Declaration> {
        let is_empty = self.substance(Form::Declaration, &(0..self.blocks.len())) != Standing::Kept;
        let own = declared.into_iter().map(|one| {
            let label = self.label_of(one.at.0, &one.at.1);
            Declaration { standard: one.standard, clause: one.clause, label, fault: one.fault, is_empty }
        });
        let mut all: Vec<Declaration> = own.collect();
        all.extend(told::declarations(&self.source.path).map(|one| Declaration { is_empty, ..one.clone() }));
        all
    }

    /// How a promise of an element stands; nothing if none is made.
    fn standing(&self, element: usize, promise: &Promise, all: &[Promise]) -> Option<Standing> {
        let has = |which| promise.lists.contains(&Plan::list(element, which));
        let is_open = !has(Of::Titles);
        if is_open && ![Of::Weak, Of::Broad, Of::Bare].into_iter().any(has) || has(Of::Unless) {
            return None;
        }
        if promise.lists.contains(&EXPLAINED) {
            return Some(Standing::Explaining);
        }
        if is_open && self.speaks_of(&promise.extent, Plan::list(element, Of::Refuses)) {
            return Some(Standing::Other);
        }
        let is_void = !has(Of::Weak) && self.words_of(&promise.extent) == 0;
        if is_open && !is_void && !self.is_meant(element, promise, all) {
            return Some(Standing::Unrelated(plan().elements[element].lacks));
        }
        Some(match self.substance(promise.form, &promise.extent) {
            Standing::Thin if self.is_whole(element, &promise.extent) => Standing::Kept,
            standing => standing,
        })
    }

    /// True if the text below a title that leaves open what it is about speaks of the element.
    fn is_meant(&self, element: usize, promise: &Promise, all: &[Promise]) -> bool {
        let has = |which| promise.lists.contains(&Plan::list(element, which));
        let speech = self.speech();
        let matter = || speech.of(&promise.extent, Plan::list(element, Of::Matter)).places;
        let is_plain = || !speech.is_technical(&promise.extent);
        let is_weak = || has(Of::Kinds) || self.is_proven(element, promise, all);
        if has(Of::Weak) && !has(Of::Broad) {
            return is_weak() || has(Of::Bare) && matter() > 0;
        }
        has(Of::Bare) && matter() > 0 || has(Of::Broad) && matter() > 1 && (is_plain() || is_weak())
    }

    /// True if the text under a weak title has what such a title needs.
    fn is_proven(&self, element: usize, promise: &Promise, all: &[Promise]) -> bool {
        let spec = plan().elements[element];
        let (needs, proves) = (Plan::list(element, Of::Needs), Plan::list(element, Of::Proves));
        if spec.proves.is_empty() {
            return self.speaks_of(&promise.extent, needs);
        }
        if promise.lists.contains(&proves) || self.speech().of(&promise.extent, proves).sentences > 0 {
            return true;
        }
        let spoken = self.speech().of(&promise.extent, needs);
        let times = if spec.apart { spoken.sentences } else { spoken.places };
        let is_about = || self.speech().of(&promise.extent, Plan::list(element, Of::Matter)).places > 1;
        let is_plain = || !self.speech().is_technical(&promise.extent);
        times > 0 && ((times > 1 || is_about()) && is_plain() || self.is_in_security(promise, all))
    }

    /// True if the folder, or the title above a section, says that everything there is about security.
    fn is_in_security(&self, promise: &Promise, all: &[Promise]) -> bool {
        let is_security = |one: &Promise| {
            one.form == Form::Title && one.lists.iter().any(|list| *list == SECURITY || Plan::is_title(*list))
        };
        let is_folder = |folder: &str| title::lists_of(folder).contains(&SECURITY);
        promise.form == Form::Section && all.iter().any(is_security)
            || self.source.path.rsplit('/').skip(1).any(is_folder)
    }

    fn speech(&self) -> Speech<'_> {
        Speech { blocks: self.blocks, words: &self.words, seen: &self.seen, language: self.language }
    }

    /// Short sections of one document that promise an element each, and are it together.
    fn gathered(&mut self, element: usize, promises: &[Promise]) -> Option<Evidence> {
        let spec = plan().elements[element];
        let has = |one: &Promise, which| one.lists.contains(&Plan::list(element, which));
        let is_one = |one: &Promise| {
            let is_named = [Of::Titles, Of::Weak, Of::Broad, Of::Bare].into_iter().any(|which| has(one, which));
            is_named && !has(one, Of::Unless) && !one.lists.contains(&EXPLAINED)
        };
        let is_section = |one: &&Promise| one.form == Form::Section && is_one(one) && self.says(&one.extent);
        let mut sections: Vec<&Promise> = Vec::new();
        for one in promises.iter().filter(|_| spec.gathers).filter(is_section) {
            if sections.last().is_none_or(|last| last.extent.end <= one.extent.start) {
                sections.push(one);
            }
        }
        let (first, last) = (sections.first()?, sections.last()?);
        let words: usize = sections.iter().map(|one| self.words_of(&one.extent)).sum();
        let extent = first.extent.start..last.extent.end;
        let is_refused = self.speaks_of(&extent, Plan::list(element, Of::Refuses));
        let counts = sections.len() >= GATHERED && words >= SECTION && !is_refused;
        let is_ours = || {
            self.is_in_security(first, promises) && !self.speech().is_technical(&extent)
                || self.is_proven(element, &Promise { extent, ..(*first).clone() }, promises)
        };
        if !counts || !is_ours() {
            return None;
        }
        let (block, form) = (first.block, Form::Section);
        Some(Evidence { element, form, standing: Standing::Kept, label: self.label(block), words })
    }

    /// True if some words of a section are not about what is absent or stands elsewhere.
    fn says(&self, extent: &Range<usize>) -> bool {
        let standing = self.substance(Form::Section, extent);
        matches!(standing, Standing::Thin | Standing::Kept) && self.words_of(extent) > 0
    }

    /// True if few words speak of every part of an element.
    fn is_whole(&self, element: usize, extent: &Range<usize>) -> bool {
        let is_there = |part: usize| self.speaks_of(extent, plan().first_part[element] + part);
        let parts = plan().parts[element].filter(|all| !all.anywhere);
        self.words_of(extent) >= WHOLE && parts.is_some_and(|all| (0..all.parts.len()).all(is_there))
    }

    fn substance(&self, form: Form, extent: &Range<usize>) -> Standing {
        // An object of data that has a title is a document of its own.
        let before = || extent.start.checked_sub(1).map(|before| &self.blocks[before]);
        let is_object = || self.format.is_data() && before().is_some_and(title::is_object_title);
        let least = if form == Form::Section && !is_object() { SECTION } else { DOCUMENT };
        let words = self.words_of(extent);
        let lost: usize = self.lost[extent.clone()].iter().sum();
        if words < SHORT && self.speaks_of(extent, STUB)
            || words.saturating_sub(lost) < least && self.speaks_of(extent, LACKING)
        {
            return Standing::Unwritten;
        }
        if form != Form::Declaration && words < POINTER && life::points_away(self.blocks, extent, &self.seen, POINTING)
        {
            return Standing::Pointing;
        }
        if words < least { Standing::Thin } else { Standing::Kept }
    }

    fn is_kept(&self, promises: &[Promise], list: usize) -> bool {
        promises.iter().any(|one| one.lists.contains(&list) && self.substance(one.form, &one.extent) == Standing::Kept)
    }

    /// True if the document is of the topic's kind and leaves the topic out.
    fn is_silent(&self, titles: &[&Promise], topic: usize, language: Option<&str>) -> bool {
        let (first, spec) = (plan().first_topic[topic], plan().topics[topic]);
        let named = titles.iter().any(|one| one.lists.contains(&first))
            && !titles.iter().any(|one| one.lists.contains(&(first + 1)));
        let whole = 0..self.blocks.len();
        named
            && self.substance(Form::Title, &whole) == Standing::Kept
            && (spec.when.is_empty() || self.speaks_of(&whole, first + 2))
            && !(0..spec.needs.len()).all(|group| self.affirms(first + 3 + group, spec.affirmed, language))
    }

    /// True if the document has a phrase of the list; with `affirmed` one that its clause does not deny.
    fn affirms(&self, list: usize, affirmed: bool, language: Option<&str>) -> bool {
        let is_denied = |block: usize, range| denial::denies(self.blocks[block].prose.text(), range, language);
        let mut all = self.seen.iter().filter(|(one, ..)| *one == list).take(TRIES);
        all.any(|(_, block, range)| !affirmed || !is_denied(*block, range))
    }

    /// The first place of each part of the elements that the document holds; its head if only its name speaks of it.
    fn parts(
        &mut self,
        evidence: &[Evidence],
        titles: &[&Promise],
        language: Option<&str>,
    ) -> Vec<(usize, usize, Place)> {
        let mut found = Vec::new();
        for (element, parts) in plan().parts.iter().enumerate() {
            let matters = |parts: &&Parts| parts.anywhere || evidence.iter().any(|one| one.element == element);
            let Some(parts) = parts.filter(matters) else { continue };
            for part in 0..parts.parts.len() {
                let list = plan().first_part[element] + part;
                let unless = plan().first_unless[element] + part;
                let mut places = self.seen.iter().filter(|(one, ..)| *one == list).take(TRIES);
                if let Some((_, block, range)) =
                    places.find(|(_, block, range)| self.is_said(*block, range, unless, language))
                {
                    let span = self.blocks[*block].prose.source_span(range.start, range.end);
                    found.push((element, part, self.locator.place(span)));
                } else if titles.iter().any(|one| one.lists.contains(&list)) || self.is_named(titles, element, part) {
                    found.push((element, part, self.label(None).place));
                }
            }
        }
        found
    }

    /// True if a phrase says that a thing is so: the clause does not deny it, the sentence does not speak of something else,
    /// and nobody has left a blank behind it.
    fn is_said(&self, block: usize, range: &Range<usize>, unless: usize, language: Option<&str>) -> bool {
        let text = self.blocks[block].prose.text();
        if denial::denies(text, range, language) || self.is_blank(block, range.end) {
            return false;
        }
        let sentence = sentence_around(text, range);
        let from = self.seen.partition_point(|(_, other, _)| *other < block);
        let mut own = self.seen[from..].iter().take_while(|(_, other, _)| *other == block);
        !own.any(|(list, _, one)| *list == unless && sentence.start <= one.start && one.end <= sentence.end)
    }

    /// True if what ends at `end` is the label of a blank: "Approved by: ____", or a cell beside an empty one.
    fn is_blank(&self, block: usize, end: usize) -> bool {
        let own = &self.blocks[block];
        match denial::entry_behind(own.prose.text(), end) {
            Entry::None | Entry::Filled => false,
            Entry::Blank => true,
            Entry::Open => match own.kind {
                Kind::Metadata => own.entry().is_some_and(|(_, value)| value.trim().is_empty()),
                Kind::Cell(cell) => (cell.row == 0 || cell.column == 0) && self.is_beside_blank(cell),
                Kind::Text | Kind::Note | Kind::Item => {
                    let next = self.blocks.get(block + 1);
                    own.prose.text().trim_end().ends_with([':', '：'])
                        && next.is_none_or(|one| {
                            matches!(one.kind, Kind::Heading(_)) || denial::is_blank(one.prose.text())
                        })
                }
                Kind::Heading(_) | Kind::Key(_) | Kind::Code => false,
            },
        }
    }

    /// True if a cell stands at the head of nothing: the cell beside it is blank, and in the first row the one below it too.
    fn is_beside_blank(&self, cell: Cell) -> bool {
        let at = |row: usize, column: usize| {
            let is_it = |one: &&Block| matches!(one.kind, Kind::Cell(other) if (other.table, other.row, other.column) == (cell.table, row, column));
            self.blocks.iter().find(is_it).map(|one| one.prose.text())
        };
        let is_wide = self.blocks.iter().any(
            |one| matches!(one.kind, Kind::Cell(other) if other.table == cell.table && other.column > cell.column),
        );
        let beside = is_wide && at(cell.row, cell.column + 1).is_none_or(denial::is_blank);
        let below = at(cell.row + 1, cell.column).is_none_or(denial::is_blank);
        if cell.row == 0 { below && (beside || !is_wide) } else { beside }
    }

    /// True if a title names a part, and the text shows that this is what it means.
    fn is_named(&self, titles: &[&Promise], element: usize, part: usize) -> bool {
        let Some(spec) = plan().parts[element].and_then(|all| all.parts.get(part)) else { return false };
        let (list, whole) = (plan().named_parts[element][part], 0..self.blocks.len());
        titles.iter().any(|one| one.lists.contains(&list))
            && (1..=spec.beside.len()).all(|group| self.speaks_of(&whole, list + group))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_say_that_they_are_not_written_keep_nothing() {
        let stubs = [
            "# Access control policy\n\nWe do not have an access control policy at the moment. The auditor wrote that down in May, and the \
             head of operations was asked to find somebody who writes one until the end of the year.\n",
            "# Security incident response plan\n\nNobody has written this plan so far. Whoever wants to may speak to the head of \
             operations, who has brought a template from somewhere else and is glad of help.\n",
            "# Leitlinie zur Informationssicherheit\n\nSie wird derzeit von der Leitung erarbeitet und liegt wohl im Herbst vor. Bis \
             dahin wenden sich alle Mitarbeitenden mit ihren Fragen an das Büro oder an den Betriebsrat.\n",
            "# Política de seguridad de la información\n\nEste documento todavía no se ha escrito. La dirección pidió un borrador para \
             el otoño; hasta entonces todo el personal puede preguntar en la oficina de la empresa.\n",
            "# 信息安全方针\n\n本文件还没有写。总经理要求行政部在秋季之前提交初稿，并征求各部门员工和供应商的意见。在此之前请联系行政部。\n",
        ];
        for text in stubs {
            let evidence = survey(&SourceFile::from_text("a.md", text), Format::Markdown).evidence;
            let standings: Vec<&Standing> = evidence.iter().map(|one| &one.standing).collect();
            assert!(
                !standings.is_empty() && standings.iter().all(|one| **one == Standing::Unwritten),
                "{text}{standings:?}"
            );
        }
    }
}

//! What a document shows of each element: what its titles promise, what stands behind them, and what needs no title.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::declaration::{Declared, covers};
use super::super::language::is_unread;
use super::super::plan::{
    COMMANDING, DEFINING, EXPLAINED, GUIDING, LACKING, LESSON, OWN, Of, POINTING, POLICY, Plan, SECURITY, SETTING_UP,
    STUB, plan,
};
use super::super::seen::{Seen, seen_in};
use super::super::speech::Speech;
use super::super::substance::{count_words, sentence_around};
use super::super::title::{self, Promise};
use super::super::{life, told};
use super::said::PartOf;
use super::{Surveyor, TRIES};
use crate::document::{Block, Cell, Kind};
use crate::rule::facts::{Declaration, Evidence, Form, Standing};

/// Words in sentences that a document of substance has at least: three short sentences.
const DOCUMENT: usize = Form::Title.least();

/// The same where every part is spoken of.
const WHOLE: usize = 10;

/// How many parts of an element make three short sentences below a heading enough.
const SAID: usize = 2;

/// The same for a section, whose heading alone promises less.
pub(super) const SECTION: usize = Form::Section.least();

/// Words up to which a section is about one thing.
const DENSE: usize = 200;

/// Up to here a text that says where to look holds nothing else.
const POINTER: usize = 60;

/// How many rows make a table an element.
const ROWS: usize = 2;

/// How many short sections are an element together.
pub(super) const GATHERED: usize = 3;

/// How often a section names what its heading leaves open.
const NAMED: usize = 3;

/// How often a text under a broad title speaks of what the element is about.
const MATTERS: usize = 2;

/// How many words of teaching make a text a lesson.
const LESSONS: usize = 3;

/// How many phrases of guidance make a text one that guides, though it names the policy it is about.
const GUIDED: usize = 5;

/// In how many blocks they stand.
const SPREAD: usize = 3;

/// How many phrases that say what a thing is in general make a text one that explains.
const DEFINED: usize = 2;

/// What is said of a text whose words are on no list.
const UNREAD: &str = "it is in a language of which hardly any word is known here";

/// Up to here a text that says that it is unwritten is believed.
pub(super) const SHORT: usize = 120;

/// What shows an element, and the blocks that speak for it.
pub(super) type Found = (Evidence, Range<usize>);

impl Surveyor<'_> {
    pub(super) fn evidence(&mut self, promises: &[Promise]) -> Vec<Found> {
        let is_dated = promises.iter().any(|one| one.form != Form::Section && one.is_dated);
        let is_guide = self.is_guide(promises);
        let mut found = Vec::new();
        let counts = |element: &usize| !(is_dated && plan().elements[*element].undated);
        for element in (0..plan().elements.len()).filter(counts) {
            let unless = Plan::list(element, Of::Unless);
            let is_other = promises.iter().any(|one| one.form == Form::Title && one.lists.contains(&unless));
            let has = |one: &Promise, which| one.lists.contains(&Plan::list(element, which));
            let is_story = |one: &Promise| {
                plan().elements[element].undated
                    && (has(one, Of::Titles) || has(one, Of::Weak))
                    && self.is_story(one, promises)
            };
            let is_meant = |one: &&Promise| !(is_other && one.form == Form::Name || is_story(one));
            for promise in promises.iter().filter(is_meant).collect::<Vec<_>>() {
                if let Some(standing) = self.standing(element, promise, promises) {
                    let standing = if is_guide { Standing::Explaining } else { standing };
                    let (form, label) = (promise.form, self.label(promise.block));
                    let words = self.words_of(&promise.extent);
                    found.push((Evidence { element, form, standing, label, words }, promise.extent.clone()));
                }
            }
            let is_kept = |(one, _): &Found| one.element == element && one.standing == Standing::Kept;
            if !is_guide && !found.iter().any(is_kept) {
                found.extend(self.gathered(element, promises));
                found.extend(self.spoken(element, promises));
                found.extend(self.tabled(element));
                found.extend(self.listed(element));
            }
        }
        if !is_guide {
            self.add_run_in(&mut found, promises, is_dated);
        }
        found
    }

    /// True for a text that tells its readers how to write such a document, or teaches it, and says nothing of itself as a rule.
    /// Where nobody is told to do anything, what says of a thing what it is in general teaches it. Many phrases of guidance outweigh
    /// one by which a text may speak of the policy that it is about. One word of teaching says that staff are taught;
    /// a text that teaches has it in a title, or has several.
    fn is_guide(&self, promises: &[Promise]) -> bool {
        let whole = 0..self.blocks.len();
        let is_lesson = || {
            let is_title = |one: &Promise| one.form != Form::Section && one.lists.contains(&LESSON);
            let count = self.lists_in(&whole).filter(|list| *list == LESSON).take(LESSONS).count();
            promises.iter().any(is_title) || count == LESSONS
        };
        let count = |list: usize| self.lists_in(&whole).filter(|one| *one == list).take(TRIES).count();
        let guiding = count(GUIDING);
        let is_general = || count(DEFINING) >= DEFINED && !self.speaks_of(&whole, COMMANDING);
        if guiding == 0 && !is_lesson() && !is_general() {
            return false;
        }
        let own = count(OWN);
        let guides = || self.seen.iter().filter(|(list, ..)| *list == GUIDING).map(|(_, at, _)| *at).take(TRIES);
        let blocks: BTreeSet<usize> = if own > 0 { guides().collect() } else { BTreeSet::new() };
        own == 0 || guiding >= GUIDED && guiding > own && blocks.len() >= SPREAD
    }

    /// True if a title that names the element is a question: the text is about it. Who asks what to do in an incident tells it, and a
    /// title with a question behind it ("Remote access: who may use it?") is that of the rules.
    fn asks(&self, element: usize, all: &[Promise]) -> bool {
        let is_question = |at: usize| {
            let text = title::without_key(self.blocks[at].prose.text()).trim_end();
            let is_whole = !text.contains([':', '：', '–', '—', '(', ',', ';', '.']) && !text.contains(" - ");
            is_whole && text.ends_with(['?', '？'])
        };
        let names = |one: &Promise| {
            let has = |which| one.lists.contains(&Plan::list(element, which));
            [Of::Titles, Of::Weak].into_iter().any(has) && one.block.is_some_and(is_question)
        };
        !plan().elements[element].undated && all.iter().any(|one| one.form == Form::Title && names(one))
    }

    /// Sections that are an element by what they say, though no heading promises it: they name it, and speak of each of its
    /// parts in a few sentences. Of sections inside one another the smallest counts.
    fn spoken(&mut self, element: usize, promises: &[Promise]) -> Vec<Found> {
        let mut sections: Vec<&Promise> =
            promises.iter().filter(|one| self.is_section(one) && self.is_spoken(element, &one.extent)).collect();
        let inside = |a: &Range<usize>, b: &Range<usize>| a != b && b.start <= a.start && a.end <= b.end;
        let all: Vec<Range<usize>> = sections.iter().map(|one| one.extent.clone()).collect();
        sections.retain(|one| !all.iter().any(|other| inside(other, &one.extent)));
        let evidence = |one: &Promise| {
            let (words, label) = (self.words_of(&one.extent), self.label(one.block));
            (Evidence { element, form: Form::Text, standing: Standing::Kept, label, words }, one.extent.clone())
        };
        sections.into_iter().map(evidence).collect()
    }

    /// A table that is an element by its rows, whatever it is called: each begins with the number of a control.
    fn tabled(&mut self, element: usize) -> Option<Found> {
        let list = Plan::list(element, Of::Rows);
        let begins = |(one, at, range): &&Seen| {
            let is_cell = matches!(self.blocks[*at].kind, Kind::Cell(_));
            *one == list && range.start == 0 && is_cell && self.is_numbered(*at, range.end)
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
        let cells: Vec<usize> = (0..self.blocks.len()).filter(|at| is_cell(&self.blocks[*at])).collect();
        let words: usize = cells.iter().map(|at| self.words[*at]).sum();
        let (form, standing) = (Form::Text, Standing::Kept);
        let extent = first..cells.last().map_or(first, |last| last + 1);
        (words >= DOCUMENT)
            .then(|| (Evidence { element, form, standing, label: self.label(Some(first)), words }, extent))
    }

    /// A list that is an element by its entries: some begin with the number of a control, or have it in their label.
    fn listed(&mut self, element: usize) -> Option<Found> {
        let list = Plan::list(element, Of::Rows);
        let is_label = |at: usize, range: &Range<usize>| {
            let label = || {
                self.run_in_label(at)
                    .and_then(|label| self.blocks[at].prose.text().find(label).map(|start| start + label.len()))
            };
            range.start == 0 || label().is_some_and(|end| range.end <= end)
        };
        let is_entry = |(one, at, range): &&Seen| {
            let is_item = self.blocks[*at].kind == Kind::Item;
            *one == list && is_item && self.is_numbered(*at, range.end) && is_label(*at, range)
        };
        let mut entries: Vec<usize> = self.seen.iter().filter(is_entry).map(|(_, at, _)| *at).collect();
        entries.dedup();
        let goes_on = |a: &usize, b: &usize| (*a..*b).all(|at| self.blocks[at].kind == Kind::Item);
        let extent =
            entries.chunk_by(goes_on).filter(|run| run.len() >= GATHERED).map(|run| run[0]..run[run.len() - 1] + 1);
        let extent = extent.into_iter().find(|extent| self.words_of(extent) >= DOCUMENT)?;
        let (form, standing, words) = (Form::Text, Standing::Kept, self.words_of(&extent));
        Some((Evidence { element, form, standing, label: self.label(Some(extent.start)), words }, extent))
    }

    /// True if the number of a theme of controls, which ends there, is that of one of them: a second one follows.
    fn is_numbered(&self, at: usize, end: usize) -> bool {
        let rest = &self.blocks[at].prose.text().as_bytes()[end..];
        rest.first() == Some(&b'.') && rest.get(1).is_some_and(u8::is_ascii_digit)
    }

    /// True for a section with a heading, of text rather than lists.
    fn is_section(&self, promise: &Promise) -> bool {
        let is_heading = promise.block.is_some_and(|at| matches!(self.blocks[at].kind, Kind::Heading(_)));
        let texts = promise.extent.clone().filter(|at| self.blocks[*at].kind == Kind::Text);
        promise.form == Form::Section && is_heading && texts.map(|at| self.words[at]).sum::<usize>() >= SECTION
    }

    pub(super) fn is_spoken(&self, element: usize, extent: &Range<usize>) -> bool {
        let Some(parts) = plan().parts[element] else { return false };
        let count = |which| self.lists_in(extent).filter(|one| *one == Plan::list(element, which)).count();
        let is_named = count(Of::Titles) > 0 || count(Of::Weak) + count(Of::Broad) >= NAMED && count(Of::Needs) > 0;
        let is_there = |part: usize| self.is_said_in(PartOf { element, part }, extent);
        is_named
            && self.words_of(extent) <= DENSE
            && self.substance(Form::Section, extent) == Standing::Kept
            && !self.says_absent(element, extent)
            && (0..parts.parts.len()).all(is_there)
    }

    /// What declarations promise: the whole document stands behind them.
    pub(super) fn declared_evidence(&mut self, declared: &[Declared]) -> Vec<Found> {
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
            found.push((Evidence { element, form: Form::Declaration, standing, label, words }, whole.clone()));
        }
        found
    }

    /// What the document declares, and what the configuration declares of it.
    pub(super) fn declarations(&mut self, declared: Vec<Declared>) -> Vec<Declaration> {
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
    pub(super) fn standing(&self, element: usize, promise: &Promise, all: &[Promise]) -> Option<Standing> {
        let has = |which| promise.lists.contains(&Plan::list(element, which));
        let is_open = !has(Of::Titles);
        if is_open && ![Of::Weak, Of::Broad, Of::Bare].into_iter().any(has) || has(Of::Unless) {
            return None;
        }
        if promise.lists.contains(&EXPLAINED) || self.asks(element, all) {
            return Some(Standing::Explaining);
        }
        let is_set_up = |one: &Promise| one.form == Form::Title && one.lists.contains(&SETTING_UP);
        if is_open && promise.form == Form::Section && title::of_whole(all).any(is_set_up) {
            return Some(Standing::Explaining);
        }
        if let Some(other) = self.other_matter(element, promise, all) {
            return Some(other);
        }
        if is_open && self.speaks_of(&promise.extent, Plan::list(element, Of::Refuses)) {
            return Some(Standing::Other(plan().elements[element].refusal));
        }
        let is_void = !has(Of::Weak) && self.words_of(&promise.extent) == 0;
        let substance = if self.says_absent(element, &promise.extent) {
            Standing::Unwritten
        } else {
            self.substance(promise.form, &promise.extent)
        };
        let is_written = substance != Standing::Unwritten;
        if is_open && !is_void && is_written && !self.is_meant(element, promise, all) {
            return Some(Standing::Unrelated(self.lacking(element, promise)));
        }
        Some(match substance {
            Standing::Thin | Standing::Pointing if self.is_dense(element, &promise.extent) => Standing::Kept,
            standing => standing,
        })
    }

    /// What a text lacks under a title that leaves open what it is about, in words that follow "but".
    fn lacking(&self, element: usize, promise: &Promise) -> &'static str {
        let spec = plan().elements[element];
        let has = |which| promise.lists.contains(&Plan::list(element, which));
        let matter = || self.speech().of(&promise.extent, Plan::list(element, Of::Matter)).places;
        let needs_matter = has(Of::Bare) && !has(Of::Weak) && !has(Of::Broad) && !spec.matters.is_empty();
        if is_unread(&self.blocks[promise.extent.clone()]) {
            UNREAD
        } else if has(Of::Broad) && matter() < MATTERS || needs_matter && matter() == 0 {
            self.without_matter(spec, &promise.extent)
        } else {
            spec.lacks
        }
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
        let matter = matter();
        let is_broad = || matter >= MATTERS && (is_plain() || is_weak());
        let is_named = || has(Of::Kinds) && self.is_proven(element, promise, all);
        matter > 0 && (has(Of::Bare) || has(Of::Broad) && (is_broad() || is_named()))
    }

    /// True if the text under a weak title has what such a title needs.
    fn is_proven(&self, element: usize, promise: &Promise, all: &[Promise]) -> bool {
        let spec = plan().elements[element];
        let (needs, proves) = (Plan::list(element, Of::Needs), Plan::list(element, Of::Proves));
        if spec.proves.is_empty() {
            return match promise.form {
                // One sentence under a heading may mention it by the way.
                Form::Section => self.is_about(element, promise) || self.is_in_security(promise, all),
                _ => self.speaks_of(&promise.extent, needs),
            };
        }
        if promise.lists.contains(&proves) || self.speech().of(&promise.extent, proves).sentences > 0 {
            return true;
        }
        if spec.apart && self.has_part_on(proves, &promise.extent) {
            return true;
        }
        let spoken = self.speech().of(&promise.extent, needs);
        let times = if spec.apart { spoken.sentences } else { spoken.places };
        let is_about = || self.speech().of(&promise.extent, Plan::list(element, Of::Matter)).places > 1;
        let is_plain = || !self.speech().is_technical(&promise.extent);
        times > 0 && ((times > 1 || is_about()) && is_plain() || self.is_in_security(promise, all))
    }

    /// True if two sentences below a heading say what a weak title needs, or one speaks of the element itself.
    fn is_about(&self, element: usize, promise: &Promise) -> bool {
        let spoken = |which| self.speech().of(&promise.extent, Plan::list(element, which));
        spoken(Of::Needs).sentences > 1
            || spoken(Of::Matter).places > 0 && self.speaks_of(&promise.extent, Plan::list(element, Of::Needs))
    }

    /// True if the heading of a part has a phrase of the list, and the part says something and does not deny it.
    fn has_part_on(&self, list: usize, extent: &Range<usize>) -> bool {
        let own = seen_in(&self.seen, extent).iter();
        let is_heading = |at: usize| matches!(self.blocks[at].kind, Kind::Heading(_));
        own.filter(|(one, at, _)| *one == list && is_heading(*at)).take(TRIES).any(|(_, at, _)| {
            let end = (at + 1..extent.end).find(|other| self.levels[*other].is_some()).unwrap_or(extent.end);
            let part = at + 1..end;
            self.says(&part) && self.speech().of(&part, list).denied == 0
        })
    }

    /// True if the folder, or the title above a section, says that everything there is about security.
    fn is_in_security(&self, promise: &Promise, all: &[Promise]) -> bool {
        let is_security = |one: &Promise| {
            one.form == Form::Title && one.lists.iter().any(|list| *list == SECURITY || Plan::is_title(*list))
        };
        let is_folder = |folder: &str| title::lists_of(folder).contains(&SECURITY);
        promise.form == Form::Section && title::of_whole(all).any(is_security)
            || self.source.own_path().rsplit('/').skip(1).any(is_folder)
    }

    fn speech(&self) -> Speech<'_> {
        Speech { blocks: self.blocks, words: &self.words, seen: &self.seen, language: self.language }
    }

    /// Short sections of one document that promise an element each, and are it together.
    fn gathered(&mut self, element: usize, promises: &[Promise]) -> Option<Found> {
        let spec = plan().elements[element];
        let has = |one: &Promise, which| one.lists.contains(&Plan::list(element, which));
        let is_policy = is_titled_policy(promises);
        let is_one = |one: &Promise| {
            let is_named = [Of::Titles, Of::Weak, Of::Broad, Of::Bare].into_iter().any(|which| has(one, which));
            let is_topic = is_policy && has(one, Of::Topics);
            (is_named || is_topic) && !has(one, Of::Unless) && !one.lists.contains(&EXPLAINED)
        };
        let says = |one: &Promise| self.says(&one.extent) && !self.says_absent(element, &one.extent);
        let is_section = |one: &&Promise| one.form == Form::Section && is_one(one) && says(one);
        let mut sections: Vec<&Promise> = Vec::new();
        for one in promises.iter().filter(|_| spec.gathers).filter(is_section) {
            if sections.last().is_none_or(|last| last.extent.end <= one.extent.start) {
                sections.push(one);
            }
        }
        let (first, last) = (sections.first()?, sections.last()?);
        let words: usize = sections.iter().map(|one| self.words_of(&one.extent)).sum();
        let extent = first.extent.start..last.extent.end;
        let counts = sections.len() >= GATHERED && words >= SECTION;
        if !counts || !self.is_ours(element, &Promise { extent: extent.clone(), ..(*first).clone() }, promises) {
            return None;
        }
        let (label, form) = (self.label(first.block), Form::Section);
        Some((Evidence { element, form, standing: Standing::Kept, label, words }, extent))
    }

    /// True if sections together are rules of the house, not those of a program.
    pub(super) fn is_ours(&self, element: usize, sections: &Promise, all: &[Promise]) -> bool {
        let is_of_security = self.is_in_security(sections, all) || is_titled_policy(all);
        !self.speaks_of(&sections.extent, Plan::list(element, Of::Refuses))
            && (is_of_security && !self.speech().is_technical(&sections.extent)
                || self.is_proven(element, sections, all))
    }

    /// True if some words of a section are not about what is absent or stands elsewhere.
    pub(super) fn says(&self, extent: &Range<usize>) -> bool {
        let standing = self.substance(Form::Section, extent);
        matches!(standing, Standing::Thin | Standing::Kept) && self.words_of(extent) > 0
    }

    /// True if few words speak of every part of an element, or some more of several.
    fn is_dense(&self, element: usize, extent: &Range<usize>) -> bool {
        let is_there = |part: &usize| self.is_said_in(PartOf { element, part: *part }, extent);
        let Some(parts) = plan().parts[element].filter(|all| !all.anywhere) else { return false };
        let (words, parts) = (self.words_of(extent), 0..parts.parts.len());
        words >= WHOLE && parts.clone().all(|part| is_there(&part))
            || words >= DOCUMENT && parts.filter(is_there).nth(SAID - 1).is_some()
    }

    pub(super) fn substance(&self, form: Form, extent: &Range<usize>) -> Standing {
        // An object of data that has a title is a document of its own.
        let before = || extent.start.checked_sub(1).map(|before| &self.blocks[before]);
        let is_object = || self.format.is_data() && before().is_some_and(title::is_object_title);
        let least = if is_object() { DOCUMENT } else { form.least() };
        let words = self.words_of(extent);
        let lost: usize = self.lost[extent.clone()].iter().sum();
        if words < SHORT && self.is_stub(extent, least)
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

    /// True if a text says that it is unwritten itself. What stands behind some sentences of substance is a remark on another
    /// document, unless it names this one.
    fn is_stub(&self, extent: &Range<usize>, least: usize) -> bool {
        let seen = |list: usize| seen_in(&self.seen, extent).iter().filter(move |(one, ..)| *one == list).take(TRIES);
        seen(STUB).any(|(_, at, range)| {
            let text = self.blocks[*at].prose.text();
            let sentence = sentence_around(text, range);
            let is_within = |one: &Range<usize>| sentence.start <= one.start && one.end <= sentence.end;
            let before = self.words_of(&(extent.start..*at)) + count_words(&text[..sentence.start]);
            let is_remark = || {
                let others = self.words_of(extent).saturating_sub(self.words[*at]);
                self.is_entry_on_other(*at, range) && others >= least
            };
            before < least && !is_remark() || seen(OWN).any(|(_, other, one)| other == at && is_within(one))
        })
    }
}

/// True for a document whose title may be that of a policy on the security of information.
fn is_titled_policy(promises: &[Promise]) -> bool {
    let policy = plan().elements.iter().position(|one| one.id == POLICY);
    let is_named = |one: &Promise, policy: usize| {
        [Of::Titles, Of::Weak].into_iter().any(|which| one.lists.contains(&Plan::list(policy, which)))
    };
    policy.is_some_and(|policy| promises.iter().any(|one| one.form == Form::Title && is_named(one, policy)))
}

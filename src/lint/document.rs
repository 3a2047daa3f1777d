//! The map: one document, or one window of a large one, to findings.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use super::amendments::{Other, Unamended, named_near};
use super::citations::citations;
use super::claimant::{self, Claim};
use super::cost::{Clock, Cost};
use super::editions::{Dated, First};
use super::facts::Facts;
use super::inventory::{Context, Listed};
use super::mendable::{Stretch, Written};
use super::sentence::{sentence, within};
use super::settings::{Purpose, Settings};
use super::statement;
use super::system::{self, Sign};
use super::transition::{self, Worklist};
use super::window::Above;
use crate::comment::{self, Comment, Verb};
use crate::document::{Block, Document, Fault, Format, Kind, has_anchor};
use crate::finding::{Acknowledged, Cited, Finding, Label, Note};
use crate::rule::check::{Hit, amendment, editions, guidance};
use crate::rule::{Check, set};
use crate::source::{Locator, Place, SourceFile, Span};
use crate::standard::context::Judge;
use crate::standard::grammar::anchor;
use crate::standard::{Citation, Verdict, claim, clause};

/// What one document gives.
#[derive(Debug, Default)]
pub struct Examined {
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// What is history.
    pub acknowledged: Vec<Acknowledged>,
    /// What the checks of the whole set look at.
    pub facts: Facts,
    /// Every citation, if the purpose is the inventory; the others are empty then.
    pub listed: Vec<Listed>,
    /// What must be changed, if the purpose is the transition; the others are empty then.
    pub worklist: Worklist,
    /// What people should know of how it was read.
    pub notes: Vec<Note>,
    /// The first claim of conformity to the requirements for a service management system.
    pub sign: Option<Sign>,
    /// What comments say to sms-lint.
    pub comments: Vec<Comment>,
    /// What reading and judging it cost, if that is measured.
    pub cost: Cost,
    /// What the last comment of the window before speaks of, in bytes of the file.
    pub awaited: Option<Range<u64>>,
}

impl Examined {
    /// Takes what comments say; one at the end of a window speaks of what the next one begins with.
    fn take_comments(&mut self, found: comment::Found, above: &mut Above) {
        if above.is_awaited {
            self.awaited = found.first;
            above.is_awaited = self.awaited.is_none();
        }
        let awaits = |one: &Comment| one.verb == Verb::NextLine && one.reach.is_none();
        above.is_awaited |= found.comments.last().is_some_and(awaits);
        self.comments = found.comments;
    }
}

/// Examines the text of a file.
#[must_use]
pub fn examine(source: &SourceFile, format: Format, settings: Settings) -> Examined {
    examine_below(source, format, settings, &mut Above::whole())
}

/// Examines a window of a file below what stands above it; `above` is made ready for the next one.
#[must_use]
pub fn examine_below(source: &SourceFile, format: Format, settings: Settings, above: &mut Above) -> Examined {
    let blocks = above.blocks();
    let first = blocks.len();
    let numbered = above.numbered.take().unwrap_or_else(|| clause::shape::concerns(&source.text, &source.path));
    let commented = above.commented.take().unwrap_or_else(|| comment::may_hold(source.text.as_bytes(), format));
    let commented = (commented || above.is_awaited) && settings.purpose == Purpose::Findings;
    let found = above.anchors.take();
    let is_whole = settings.reads_all() || commented || !(format.is_nearly_plain() || format.is_data());
    let anchors = if is_whole { None } else { anchors(&source.text, found, numbered) };
    let mut clock = Clock::start(settings.is_measured);
    let mut document = format.read_on(&source.text, anchors.as_deref(), &mut above.kept);
    let reading = clock.lap();
    above.note(&source.text, format, &document.blocks);
    document.blocks.splice(..0, blocks);
    let passed = |block: &Block| {
        let whole = || block.prose.source_span(0, block.prose.text().len());
        format.is_nearly_plain() && anchors.as_ref().is_some_and(|all| !has_anchor(all, whole()))
    };
    let found = commented.then(|| comment::find(source, &document.blocks[first..], &document.remarks, format));
    let scope = Scope { format, first, numbered, passed: &passed, commented };
    let mut examined = examine_blocks(source, &document, settings, scope);
    if let Some(found) = found {
        examined.take_comments(found, above);
    }
    examined.cost = Cost { read: source.text.len() as u64, reading, judging: clock.lap(), ..Cost::default() };
    examined
}

/// Examines the blocks of a file that is no text.
#[must_use]
pub fn examine_read(source: &SourceFile, document: &Document, format: Format, settings: Settings) -> Examined {
    let numbered = clause::shape::concerns(&source.text, &source.path);
    let commented = !document.remarks.is_empty() && settings.purpose == Purpose::Findings;
    let scope = Scope { format, first: 0, numbered, passed: &|_| false, commented };
    let mut clock = Clock::start(settings.is_measured);
    let mut examined = examine_blocks(source, document, settings, scope);
    if commented {
        examined.comments = comment::find(source, &document.blocks, &document.remarks, format).comments;
    }
    examined.cost = Cost { read: source.text.len() as u64, judging: clock.lap(), ..Cost::default() };
    examined
}

/// What of a document is examined.
struct Scope<'a> {
    /// The format of all of it.
    format: Format,
    /// The first block; those above it stand in another window.
    first: usize,
    /// Whether numbers of clauses and controls may be at fault.
    numbered: bool,
    /// True for a block that surely holds nothing.
    passed: &'a dyn Fn(&Block) -> bool,
    /// Whether comments speak to sms-lint, so that some of its places may be suppressed and others not.
    commented: bool,
}

fn examine_blocks(source: &SourceFile, document: &Document, settings: Settings, scope: Scope<'_>) -> Examined {
    let Scope { format, first, numbered, passed, commented } = scope;
    let judge = Judge::new(document, &source.path, settings.as_of).without(settings.without_cue);
    let (out, clauses) = (Examined::default(), Vec::new());
    let (locator, written) = (source.locator(), Written::new(source, format));
    let mut examiner = Examiner { source, written, document, locator, judge, settings, out, clauses, commented };
    if settings.purpose == Purpose::Transition {
        transition::list(document, first, &mut examiner);
        return examiner.out;
    }
    for (at, block) in document.blocks.iter().enumerate().skip(first) {
        if !passed(block) {
            examiner.block(at, block);
        }
    }
    if numbered && !settings.lists_all() {
        super::clause::find_faults(document, first, &mut examiner);
    }
    if settings.purpose == Purpose::Findings {
        super::own::find(document, first, &mut examiner);
    }
    let mut out = examiner.out;
    out.notes.extend(document.fault.map(|fault| note(source, fault)));
    out
}

/// What is said of a document that breaks the rules of its format.
fn note(source: &SourceFile, fault: Fault) -> Note {
    Note {
        path: source.path.to_string(),
        at: source.locator().position(fault.at),
        reason: format!("not valid {} here; it is read as far as it can be made out", fault.format),
    }
}

/// Offsets of what a reader must not pass by, ascending; nothing if they cannot be looked for. Those of citations may have
/// been found already.
fn anchors(text: &str, found: Option<Vec<usize>>, numbered: bool) -> Option<Vec<usize>> {
    let mut all = found.or_else(|| anchor::all(text))?;
    if numbered {
        all.extend(clause::shape::places(text));
        all.extend(clause::shape::years_at_head(text));
        all.sort_unstable();
    }
    Some(all)
}

/// How many citations either side may make the mention of an edition news of that edition.
const NEAR: usize = 4;

/// One document while it is examined.
pub(super) struct Examiner<'a> {
    pub(super) source: &'a SourceFile<'a>,
    pub(super) written: Written<'a>,
    document: &'a Document,
    pub(super) locator: Locator<'a>,
    pub(super) judge: Judge<'a>,
    pub(super) settings: Settings,
    pub(super) out: Examined,
    /// What stands beside each citation of the block, if one of them is reported or listed.
    clauses: Vec<Option<String>>,
    /// Whether every place must be able to stand for itself.
    commented: bool,
}

/// A citation where it stands, with what is found out about it only once.
struct Mention<'a> {
    /// Number of its block in the document.
    at: usize,
    block: &'a Block,
    /// The citations of the block.
    citations: &'a [Citation],
    index: usize,
    place: OnceCell<Place>,
    label: OnceCell<Arc<Label>>,
    history: OnceCell<Option<String>>,
}

impl<'a> Mention<'a> {
    fn new(at: usize, block: &'a Block, citations: &'a [Citation], index: usize) -> Self {
        let (place, label, history) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { at, block, citations, index, place, label, history }
    }

    fn citation(&self) -> &'a Citation {
        &self.citations[self.index]
    }

    fn span(&self) -> Span {
        let range = &self.citation().reference.range;
        self.block.prose.source_span(range.start, range.end)
    }

    fn place(&self, locator: &mut Locator<'_>) -> Place {
        self.place.get_or_init(|| locator.place(self.span())).clone()
    }

    fn label(&self, source: &SourceFile, locator: &mut Locator<'_>) -> Arc<Label> {
        let made = self.label.get_or_init(|| {
            let place = self.place(locator);
            Arc::new(Label::of(source, self.span(), place))
        });
        Arc::clone(made)
    }
}

impl Examiner<'_> {
    fn block(&mut self, at: usize, block: &Block) {
        let citations = self.judge.dated(at, citations(block, self.settings.as_of));
        let is_wanted = |one: &Citation| self.settings.lists_all() || one.status.verdict().is_some();
        if citations.iter().any(is_wanted) {
            self.clauses = super::clause::beside(block, &citations);
        }
        for index in 0..citations.len() {
            let mention = Mention::new(at, block, &citations, index);
            if self.settings.lists_all() {
                self.list(&mention);
                continue;
            }
            let verdict = mention.citation().status.verdict();
            if let Some(verdict) = verdict {
                self.fault(verdict, &mention);
            }
            if block.kind != Kind::Code {
                if verdict.is_none() {
                    self.amendments(&mention);
                }
                self.edition(&mention);
                self.guidance(&mention);
                self.claim(&mention);
            }
        }
    }

    fn list(&mut self, mention: &Mention<'_>) {
        let citation = mention.citation();
        let context = match self.history(mention) {
            Some(because) => Context::Historical(because.to_owned()),
            None if mention.block.is_code(&citation.reference.range) => Context::Code,
            None => Context::Plain,
        };
        let span = mention.span();
        self.out.listed.push(Listed {
            place: mention.place(&mut self.locator),
            text: self.source.text[span.start..span.end].to_owned(),
            normal: citation.normal(),
            cited: Cited { clause: self.clauses[mention.index].take(), ..statement::cited(citation, &Hit::default()) },
            context,
        });
    }

    fn fault(&mut self, verdict: Verdict, mention: &Mention<'_>) {
        let Some(rule) = set::rule_for(Check::CitationStatus(verdict)) else { return };
        let (severity, said) =
            statement::of_citation(rule, mention.citation(), self.clauses[mention.index].take(), self.settings.as_of);
        let sentence = self.sentence(mention);
        let primary = mention.label(self.source, &mut self.locator);
        let own = Stretch { block: mention.block, range: &mention.citation().reference.range };
        let is_mended = !self.settings.is_shown_only;
        let fix = is_mended.then(|| self.mend_citation(verdict, mention.citation(), own)).flatten();
        let finding = Finding { rule: rule.id, severity, said, primary, related: Vec::new(), fix, sentence };
        match self.history(mention) {
            Some(because) => self.out.acknowledged.push(Acknowledged { finding, because: because.to_owned() }),
            None => self.out.findings.push(finding),
        }
    }

    /// What a finding is known again by, if somebody asks for it.
    fn sentence(&self, mention: &Mention<'_>) -> Option<u64> {
        let hash = || {
            sentence(&self.judge, mention.at, &mention.citation().reference.range, |stretch| {
                let all = within(mention.citations, |one| &one.reference.range, stretch);
                all.iter().map(|one| one.reference.range.clone()).collect()
            })
        };
        (!self.settings.is_shown_only).then(hash)
    }

    fn amendments(&mut self, mention: &Mention<'_>) {
        let missing = amendment::missing(mention.citation(), self.settings.as_of);
        if missing.is_empty() || self.history(mention).is_some() || self.is_news(mention) {
            return;
        }
        let cited = &mention.citation().reference;
        let end = self.judge.bounds(mention.at, &cited.range).end;
        for supplement in missing {
            if named_near(self.document, (mention.at, end), cited, supplement) {
                continue;
            }
            let known = self.out.facts.unamended.iter().position(|one| std::ptr::eq(one.supplement, supplement));
            if let Some(known) = known {
                let place = mention.place(&mut self.locator);
                let label = self.commented.then(|| mention.label(self.source, &mut self.locator));
                self.out.facts.unamended[known].others.push(Other { place, label });
            } else {
                let first = mention.label(self.source, &mut self.locator);
                let cited = statement::cited(mention.citation(), &Hit::default());
                self.out.facts.unamended.push(Unamended { supplement, cited, first, others: Vec::new() });
            }
        }
    }

    pub(super) fn label(&mut self, span: Span) -> Label {
        Label::of(self.source, span, self.locator.place(span))
    }

    /// True if an edition is mentioned as news of itself: "27001:2022 replaces 27001:2013".
    fn is_news(&self, mention: &Mention<'_>) -> bool {
        let Mention { citations, index, .. } = *mention;
        let own = mention.citation().standard;
        let near = index.saturating_sub(NEAR)..(index + NEAR + 1).min(citations.len());
        near.into_iter().any(|other| {
            citations[other].status.verdict() == Some(Verdict::Superseded)
                && citations[other].standard.is_some_and(|one| own.is_some_and(|own| std::ptr::eq(one, own)))
                && self.judge.history(mention.at, citations, other).is_some()
        })
    }

    /// Finds certification or conformity that is claimed to guidance; headings are too short to tell.
    fn guidance(&mut self, mention: &Mention<'_>) {
        let citation = mention.citation();
        if !guidance::is_guidance(citation) || matches!(mention.block.kind, Kind::Heading(_)) {
            return;
        }
        let Some(claim) = self.claimed(mention) else { return };
        let Some(rule) = set::rule_for(Check::GuidanceAsRequirement) else { return };
        if self.history(mention).is_some() {
            return;
        }
        let hit = guidance::hit(citation, &claim, self.settings.as_of);
        let cited = statement::cited(citation, &Hit::default());
        let found = statement::finding(rule, &hit, Some(cited), mention.label(self.source, &mut self.locator));
        self.out.findings.push(Finding { sentence: self.sentence(mention), ..found });
    }

    /// What the sentence claims of the citation.
    fn claimed(&self, mention: &Mention<'_>) -> Option<claim::Claim> {
        let bounds = self.judge.bounds(mention.at, &mention.citation().reference.range);
        claim::claim(mention.block.prose.text(), bounds, mention.citations, mention.index)
    }

    /// Notes a claim of conformity to the requirements for a service management system.
    fn claim(&mut self, mention: &Mention<'_>) {
        let is_sentence = matches!(mention.block.kind, Kind::Text | Kind::Item | Kind::Metadata);
        if self.out.sign.is_some() || !is_sentence || !system::names_requirements(mention.citation()) {
            return;
        }
        let text = mention.block.prose.text();
        let range = &mention.citation().reference.range;
        let claimed = self.claimed(mention).is_some() || claimant::states(text, range);
        let bounds = self.judge.bounds(mention.at, range);
        let sentence = &text[bounds.clone()];
        let (path, above) = (self.source.own_path(), &self.document.blocks[..mention.at]);
        let claim = || Claim { path, above, text, sentence: bounds.clone(), standard: range };
        let is_ours = || {
            !system::speaks_of_others(sentence)
                && !system::is_intended(sentence, range.start - bounds.start)
                && !claim().is_of_others()
        };
        if claimed && self.history(mention).is_none() && is_ours() {
            let label = Label::clone(&mention.label(self.source, &mut self.locator));
            self.out.sign = Some(Sign { is_claim: true, label });
        }
    }

    /// Notes the edition of a dated citation that is in use.
    fn edition(&mut self, mention: &Mention<'_>) {
        let citation = mention.citation();
        let (Some(standard), Some(edition)) = (citation.standard, citation.edition) else { return };
        if !editions::counts(citation) || self.history(mention).is_some() {
            return;
        }
        let reported = editions::is_reported(citation);
        let dated = Dated { standard, edition, reported, place: mention.place(&mut self.locator), shown: None };
        self.out.facts.editions.add(dated, self.commented, || First {
            label: mention.label(self.source, &mut self.locator),
            status: citation.status,
            adoption: citation.adoption.as_ref().map(|adopted| adopted.designation.clone()),
        });
    }

    /// Why a citation is history, if it is.
    fn history<'m>(&self, mention: &'m Mention<'_>) -> Option<&'m str> {
        let judged = || self.judge.history(mention.at, mention.citations, mention.index);
        mention.history.get_or_init(judged).as_deref()
    }
}

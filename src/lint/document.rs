//! The map: one document, or one window of a large one, to findings.

use std::ops::Range;

use jiff::civil::Date;

use super::inventory::{Context, Listed};
use super::statement;
use crate::document::{Block, Document, Format, Kind, Role};
use crate::finding::{Acknowledged, Cited, Finding, Label};
use crate::rule::check::{Hit, amendment};
use crate::rule::{Check, set};
use crate::source::{Locator, Place, SourceFile, Span};
use crate::standard::context::Judge;
use crate::standard::grammar::{self, anchor, is_ideographic};
use crate::standard::{Citation, Supplement, Verdict, cite};

/// What a run is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The day on which statuses are judged.
    pub as_of: Date,
    /// What the documents are read for.
    pub purpose: Purpose,
    /// Index of a cue of history to leave out, for the test that each one is needed.
    pub without_cue: Option<usize>,
}

impl Settings {
    /// Settings for a day.
    #[must_use]
    pub fn on(as_of: Date) -> Self {
        Self { as_of, purpose: Purpose::Findings, without_cue: None }
    }

    /// True if every citation is listed, so that nothing may be passed by because it is surely in order.
    #[must_use]
    pub fn lists_all(self) -> bool {
        match self.purpose {
            Purpose::Findings => false,
            Purpose::Inventory => true,
        }
    }
}

/// What documents are read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// What is wrong in them.
    Findings,
    /// Every citation, whether in order or not.
    Inventory,
}

/// What one document gives.
#[derive(Debug, Default)]
pub struct Examined {
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// What is history.
    pub acknowledged: Vec<Acknowledged>,
    /// Dated citations that leave out an amendment.
    pub unamended: Vec<Unamended>,
    /// Every citation, if the purpose is the inventory; the others are empty then.
    pub listed: Vec<Listed>,
}

/// Dated citations in one document that leave out an amendment.
#[derive(Debug)]
pub struct Unamended {
    /// The amendment.
    pub supplement: &'static Supplement,
    /// What the first citation denotes.
    pub cited: Cited,
    /// The first citation.
    pub first: Label,
    /// The further ones.
    pub others: Vec<Place>,
}

/// Examines the text of a file.
#[must_use]
pub fn examine(source: &SourceFile, format: Format, settings: Settings) -> Examined {
    examine_below(source, format, settings, Vec::new())
}

/// Examines a window of a file that stands under `headings`.
#[must_use]
pub fn examine_below(source: &SourceFile, format: Format, settings: Settings, headings: Vec<Block>) -> Examined {
    let above = headings.len();
    let mut document = Document { blocks: headings };
    let anchors = if settings.lists_all() { None } else { anchor::all(&source.text) };
    document.blocks.extend(format.read(&source.text, anchors.as_deref()).blocks);
    let judge = Judge::new(&document, &source.path, settings.as_of).without(settings.without_cue);
    let mut examiner = Examiner { locator: source.locator(), source, judge, settings, out: Examined::default() };
    for (at, block) in document.blocks.iter().enumerate().skip(above) {
        examiner.block(at, block);
    }
    examiner.out
}

/// How many citations either side may make the mention of an edition news of that edition.
const NEAR: usize = 4;

/// How far around a citation the word it stands in is looked at, in bytes.
const WORD: usize = 256;

/// The citations of a block that count as such: not in addresses or names of files, in code only in full form.
#[must_use]
pub fn citations(block: &Block, on: Date) -> Vec<Citation> {
    let text = block.prose.text();
    let found = grammar::find(text);
    let ranges: Vec<Range<usize>> = found.iter().map(|reference| reference.range.clone()).collect();
    found
        .into_iter()
        .filter(|reference| !block.is_named(&reference.range))
        .filter(|reference| !is_address(block, &reference.range, &ranges) && !is_identifier(block, reference))
        .map(|reference| cite(reference, on))
        .collect()
}

/// True if the range lies in an address or a name of a file, as marked by the reader or as the word itself shows.
/// `ranges` are those of all references of the block, which explain slashes that are none of a path.
fn is_address(block: &Block, range: &Range<usize>, ranges: &[Range<usize>]) -> bool {
    if block.has_role(range, Role::Address) {
        return true;
    }
    let text = block.prose.text();
    let start = text[..range.start]
        .char_indices()
        .rev()
        .take_while(|(at, one)| !ends_word(*one) && range.start - at < WORD)
        .last()
        .map_or(range.start, |(at, _)| at);
    let end = text[range.end..]
        .char_indices()
        .find(|(at, one)| ends_word(*one) || *at >= WORD)
        .map_or(text.len(), |(at, _)| range.end + at);
    let word = &text[start..end];
    let head = &text[start..range.start];
    word.contains("://")
        || word.starts_with("www.")
        || word.starts_with("urn:")
        || word.contains('@')
        || head.ends_with(['#', '\\']) && !head.ends_with("\\n")
        || is_path(text, start..end, range, ranges)
        || has_file_ending(&text[range.end..end])
        || has_file_ending(word)
}

/// True for a character that no address has in it, or that parts it from the text around it.
fn ends_word(one: char) -> bool {
    one.is_whitespace() || "<>\"()[]{}|`,;。、；，".contains(one) || is_ideographic(one)
}

/// True if the word around a reference is a path: it begins like one, or what stands beside the references in it is in
/// small letters. A designation with a colon or a blank is no name of a folder.
fn is_path(text: &str, word: Range<usize>, range: &Range<usize>, ranges: &[Range<usize>]) -> bool {
    let whole = &text[word.clone()];
    let written = &text[range.clone()];
    if whole.starts_with(['/', '.', '~'])
        || whole.contains('\\') && !["\\n", "\\t", "\\r", "\\/"].iter().any(|escape| whole.contains(escape))
    {
        return true;
    }
    if written.contains([':', ' ', '\n']) || !whole.contains('/') {
        return false;
    }
    let explained = |at: usize| {
        let after = ranges.partition_point(|one| one.start <= at);
        ranges[after.saturating_sub(2)..after].iter().any(|one| one.contains(&at))
    };
    let rest: String =
        text[word.clone()].char_indices().filter(|(at, _)| !explained(word.start + at)).map(|(_, one)| one).collect();
    rest.split('/').any(|piece| piece.starts_with(|one: char| one.is_ascii_lowercase()) && piece.len() > 1)
}

/// True if a word ends like a name of a file.
fn has_file_ending(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "md", "mdx", "txt", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "csv", "json", "yaml",
        "yml", "xml", "html", "htm", "png", "jpg", "jpeg", "svg", "gif", "webp", "zip", "py", "ts", "js", "go", "rs",
        "adoc", "rst", "toml", "tsv", "drawio",
    ];
    let word = word.trim_end_matches(['.', ',', ';', ':', ')', '\'', '*', '!', '?']);
    word.rsplit_once('.').is_some_and(|(stem, ending)| {
        !stem.ends_with('.') && ENDINGS.iter().any(|one| one.eq_ignore_ascii_case(ending))
    })
}

/// True for a name in a program rather than a designation: a slug in small letters, or a short form in code.
fn is_identifier(block: &Block, reference: &grammar::Reference) -> bool {
    let text = block.prose.text();
    let written = &text[reference.range.clone()];
    let joined = |one: Option<char>| one.is_some_and(|one| one == '_' || one == '-');
    let slug = !written.contains([' ', '\n', ':', '/']);
    let in_name =
        joined(text[..reference.range.start].chars().next_back()) || text[reference.range.end..].starts_with('_');
    let lower_slug = reference.lower && slug && (written.contains(['-', '_']) || in_name);
    let underscored =
        slug && (written.contains('_') || in_name) && (reference.lower || block.is_code(&reference.range));
    let in_code = block.is_code(&reference.range) && (slug || reference.lower || reference.bare);
    lower_slug || underscored || in_code
}

struct Examiner<'a> {
    source: &'a SourceFile,
    locator: Locator<'a>,
    judge: Judge<'a>,
    settings: Settings,
    out: Examined,
}

impl Examiner<'_> {
    fn block(&mut self, at: usize, block: &Block) {
        let citations = citations(block, self.settings.as_of);
        for (index, citation) in citations.iter().enumerate() {
            if self.settings.lists_all() {
                self.list(at, block, &citations, index);
            } else if let Some(verdict) = citation.status.verdict() {
                self.fault(verdict, at, block, &citations, index);
            } else if block.kind != Kind::Code {
                self.amendments(at, block, &citations, index);
            }
        }
    }

    fn list(&mut self, at: usize, block: &Block, citations: &[Citation], index: usize) {
        let citation = &citations[index];
        let context = match self.judge.history(at, citations, index) {
            Some(because) => Context::Historical(because),
            None if block.is_code(&citation.reference.range) => Context::Code,
            None => Context::Plain,
        };
        let span = span(block, citation);
        self.out.listed.push(Listed {
            place: self.locator.place(span),
            text: self.source.text[span.start..span.end].to_owned(),
            normal: citation.reference.to_string().trim_start().to_owned(),
            cited: statement::cited(citation, &Hit::default()),
            context,
        });
    }

    fn fault(&mut self, verdict: Verdict, at: usize, block: &Block, citations: &[Citation], index: usize) {
        let citation = &citations[index];
        let Some(rule) = set::rule_for(Check::CitationStatus(verdict)) else { return };
        let (severity, said) = statement::of_citation(rule, verdict, citation, self.settings.as_of);
        let primary = self.label(block, citation);
        let finding = Finding { rule: rule.id, severity, said, primary, related: Vec::new() };
        match self.judge.history(at, citations, index) {
            Some(because) => self.out.acknowledged.push(Acknowledged { finding, because }),
            None => self.out.findings.push(finding),
        }
    }

    fn amendments(&mut self, at: usize, block: &Block, citations: &[Citation], index: usize) {
        let citation = &citations[index];
        let missing = amendment::missing(citation, self.settings.as_of);
        // "27001:2022 replaces 27001:2013" speaks of the edition itself.
        let is_news = |other: usize| {
            citations[other].status.verdict() == Some(Verdict::Superseded)
                && citations[other]
                    .standard
                    .is_some_and(|one| citation.standard.is_some_and(|own| std::ptr::eq(one, own)))
                && self.judge.history(at, citations, other).is_some()
        };
        let near = index.saturating_sub(NEAR)..(index + NEAR + 1).min(citations.len());
        if missing.is_empty() || self.judge.history(at, citations, index).is_some() || near.into_iter().any(is_news) {
            return;
        }
        for supplement in missing {
            let known = self.out.unamended.iter().position(|one| std::ptr::eq(one.supplement, supplement));
            if let Some(known) = known {
                let place = self.locator.place(span(block, citation));
                self.out.unamended[known].others.push(place);
            } else {
                let first = self.label(block, citation);
                let cited = statement::cited(citation, &Hit::default());
                self.out.unamended.push(Unamended { supplement, cited, first, others: Vec::new() });
            }
        }
    }

    fn label(&mut self, block: &Block, citation: &Citation) -> Label {
        let span = span(block, citation);
        let place = self.locator.place(span);
        let excerpt = self.source.excerpt(span, place.start.line);
        Label { text: self.source.text[span.start..span.end].to_owned(), excerpt, place }
    }
}

fn span(block: &Block, citation: &Citation) -> Span {
    block.prose.source_span(citation.reference.range.start, citation.reference.range.end)
}

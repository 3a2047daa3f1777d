//! Is a citation used, or only remembered?
//!
//! A change log, "cancels and replaces", a column of old editions: such a mention is history, no fault. The words that
//! say so are data in `rules/history/`; this file knows only where they must stand.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::citation::Citation;
use super::grammar::Reference;
use super::status;
use crate::document::{Block, Document, Kind};
use jiff::civil::Date;

/// Words that make a citation a memory, or that show that it is used after all.
#[derive(Debug)]
pub struct Cue {
    /// Code of the language.
    pub language: &'static str,
    /// The words as the file has them.
    pub words: &'static str,
    /// The words in small letters, parted where a gap is allowed.
    pub parts: &'static [&'static str],
    /// True if the last word may go on.
    pub open_end: bool,
    /// Where the words must stand.
    pub scope: Scope,
    /// A sentence in which the cue decides.
    pub example: &'static str,
}

/// Where a cue stands, seen from the citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Before it in the sentence, near.
    Before,
    /// Behind it in the sentence, near.
    After,
    /// Anywhere in a sentence that names an older and a newer edition of the same standard.
    Transition,
    /// The heading above is made of these words.
    Heading,
    /// The header of the table's column, or of its row, is made of these words.
    Column,
    /// The words show real use and overrule those before and behind.
    Use,
    /// The words stand between a cue and the citation and part the two: "replaces the old one and is based on".
    Break,
}

include!(concat!(env!("OUT_DIR"), "/history.rs"));

/// Every cue, sorted by language.
#[must_use]
pub fn cues() -> &'static [Cue] {
    CUES
}

/// Names of files, without ending and in small letters, in which everything is history.
const CHANGE_LOGS: &[&str] =
    &["changelog", "change-log", "change_log", "changes", "history", "release-notes", "release_notes"];

/// Longest text between a cue and the citation, in characters: other citations and brackets in it do not count.
const REACH: usize = 40;

/// Longest gap inside a cue of several parts, in bytes.
const GAP: usize = 60;

/// Longest heading, cell or label that is compared with cues, in bytes.
const LABEL: usize = 80;

/// Decides about the citations of one document.
#[derive(Debug)]
pub struct Judge<'a> {
    document: &'a Document,
    is_change_log: bool,
    on: Date,
    without: Option<usize>,
}

/// A block's citations, in the order of their places.
pub type BlockCitations<'a> = &'a [Citation];

impl<'a> Judge<'a> {
    /// Prepares to judge the citations of a document with this path on this day.
    #[must_use]
    pub fn new(document: &'a Document, path: &str, on: Date) -> Self {
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
        Self { document, is_change_log: CHANGE_LOGS.contains(&stem.as_str()), on, without: None }
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
        self.by_heading(block_at)
            .or_else(|| self.by_table(block_at, block, citations, index))
            .or_else(|| by_title(block, citations, index))
            .or_else(|| self.by_sentence(block, citations, index))
    }

    /// The cue of a scope that a heading or cell is made of.
    fn label_cue(&self, text: &str, scope: Scope) -> Option<&'static Cue> {
        let label = label(text)?;
        let is_label = |cue: &Cue| match cue.parts {
            [words] => label == *words || (cue.open_end && label.starts_with(words)),
            _ => false,
        };
        let labels = LABEL_CUES.iter().filter(|at| CUES[**at].scope == scope && Some(**at) != self.without);
        labels.map(|at| &CUES[*at]).find(|cue| is_label(cue))
    }

    /// The headings above a block, from the nearest up, and the paragraph that serves as one.
    fn by_heading(&self, block_at: usize) -> Option<String> {
        let mut level = match self.document.blocks[block_at].kind {
            Kind::Heading(own) => own,
            _ => u8::MAX,
        };
        for block in self.document.blocks[..block_at].iter().rev() {
            let own = match block.kind {
                Kind::Heading(own) => own,
                // A short line of its own, often in bold, above a list or a table.
                Kind::Text if level == u8::MAX => u8::MAX - 1,
                _ => continue,
            };
            if own >= level || (own == u8::MAX - 1 && block.prose.text().len() > LABEL) {
                continue;
            }
            if let Some(cue) = self.label_cue(block.prose.text(), Scope::Heading) {
                return Some(format!("it stands under \"{}\"", shown(block.prose.text(), cue)));
            }
            if own < u8::MAX - 1 {
                level = own;
            }
        }
        None
    }

    fn by_table(&self, block_at: usize, block: &Block, citations: BlockCitations<'_>, index: usize) -> Option<String> {
        let Kind::Cell(cell) = block.kind else { return None };
        let mut cells = self.table(block_at, cell.table);
        let header = cells.clone().find(|(_, other)| other.row == 0 && other.column == cell.column);
        let row_label = cells.clone().find(|(_, other)| other.row == cell.row && other.column == 0 && cell.column > 0);
        for (other, _) in [header, row_label].into_iter().flatten() {
            let same = std::ptr::eq(other, block);
            if let Some(cue) = self.label_cue(other.prose.text(), Scope::Column).filter(|_| !same) {
                return Some(format!("its table says \"{}\"", shown(other.prose.text(), cue)));
            }
        }
        // Two editions side by side, in one row or in the header: a correspondence table.
        let own = &citations[index];
        let newer = |other: &Block| {
            super::grammar::find(other.prose.text())
                .into_iter()
                .any(|one| self.is_newer(&super::cite(one, self.on), own))
        };
        cells
            .any(|(other, at)| at.row == cell.row && at.column != cell.column && newer(other))
            .then(|| "a newer edition stands beside it in the table".into())
    }

    /// The cells of a table, in order.
    fn table(&self, block_at: usize, table: usize) -> impl Iterator<Item = (&'a Block, crate::document::Cell)> + Clone {
        let of_table = move |block: &&Block| matches!(block.kind, Kind::Cell(cell) if cell.table == table);
        let before = self.document.blocks[..block_at].iter().rev().take_while(of_table).count();
        self.document.blocks[block_at - before..].iter().take_while(of_table).filter_map(|block| match block.kind {
            Kind::Cell(cell) => Some((block, cell)),
            _ => None,
        })
    }

    /// True if `other` is a newer edition of the standard that `own` cites.
    fn is_newer(&self, other: &Citation, own: &Citation) -> bool {
        match (other.standard, own.standard, other.edition, own.edition) {
            (Some(a), Some(b), Some(newer), Some(older)) => std::ptr::eq(a, b) && newer.year > older.year,
            (_, _, Some(newer), Some(older)) => {
                status::successors(older, self.on, false).iter().any(|next| std::ptr::eq(*next, newer))
            }
            _ => false,
        }
    }

    fn by_sentence(&self, block: &Block, citations: BlockCitations<'_>, index: usize) -> Option<String> {
        let prose = block.prose.text();
        let own = citations[index].reference.range.clone();
        let sentence = sentence(prose, &own);
        let lower = lowered(&prose[sentence.clone()]);
        let hits = self.hits(&lower, sentence.start);
        let within: Vec<&Citation> = citations
            .iter()
            .filter(|one| sentence.start <= one.reference.range.start && one.reference.range.end <= sentence.end)
            .collect();
        if within.iter().any(|other| self.is_newer(other, &citations[index]))
            && let Some(hit) = hits.iter().find(|hit| hit.cue.scope == Scope::Transition)
        {
            return Some(format!("\"{}\" stands in the sentence, with a newer edition", &prose[hit.range.clone()]));
        }
        if hits.iter().any(|hit| hit.cue.scope == Scope::Use) {
            return None;
        }
        let broken = |gap: &Range<usize>| {
            hits.iter()
                .any(|hit| hit.cue.scope == Scope::Break && gap.start <= hit.range.start && hit.range.end <= gap.end)
        };
        let near = |gap: Range<usize>| !broken(&gap) && gap_length(prose, gap, &within) <= REACH;
        let before = hits
            .iter()
            .filter(|hit| hit.cue.scope == Scope::Before && hit.range.end <= own.start)
            .find(|hit| near(hit.range.end..own.start));
        if let Some(hit) = before {
            return Some(format!("\"{}\" stands before it", &prose[hit.range.clone()]));
        }
        let after = hits
            .iter()
            .filter(|hit| hit.cue.scope == Scope::After && hit.range.start >= own.end)
            .find(|hit| near(own.end..hit.range.start));
        after.map(|hit| format!("\"{}\" stands behind it", &prose[hit.range.clone()]))
    }

    /// Every cue of the sentence, with its bytes in the prose.
    fn hits(&self, lower: &str, offset: usize) -> Vec<Hit> {
        let found: Vec<(usize, Range<usize>)> = CUE_PARTS
            .automaton
            .find_overlapping_iter(lower)
            .map(|one| (one.pattern().as_usize(), one.range()))
            .collect();
        let mut hits = Vec::new();
        for (pattern, range) in &found {
            for (cue_at, part) in &CUE_PARTS.owners[*pattern] {
                let cue = &CUES[*cue_at];
                if *part != 0
                    || Some(*cue_at) == self.without
                    || !bounded(lower, range, cue.open_end && cue.parts.len() == 1)
                {
                    continue;
                }
                if let Some(end) = rest_of(cue, lower, range.end) {
                    hits.push(Hit { cue, range: range.start + offset..end + offset });
                }
            }
        }
        hits
    }
}

/// The cues that are compared with whole headings and cells.
static LABEL_CUES: LazyLock<Vec<usize>> =
    LazyLock::new(|| (0..CUES.len()).filter(|at| matches!(CUES[*at].scope, Scope::Heading | Scope::Column)).collect());

/// A cue and where it stands in the prose.
struct Hit {
    cue: &'static Cue,
    range: Range<usize>,
}

/// The parts of all cues in one automaton, so that a sentence is read once.
struct CueParts {
    automaton: AhoCorasick,
    /// For each pattern the cues that have it, with the number of the part.
    owners: Vec<Vec<(usize, usize)>>,
}

static CUE_PARTS: LazyLock<CueParts> = LazyLock::new(|| {
    let mut patterns: Vec<&str> = Vec::new();
    let mut owners: Vec<Vec<(usize, usize)>> = Vec::new();
    for (cue_at, cue) in CUES.iter().enumerate() {
        for (part, words) in cue.parts.iter().enumerate() {
            let at = patterns.iter().position(|known| known == words).unwrap_or_else(|| {
                patterns.push(words);
                owners.push(Vec::new());
                patterns.len() - 1
            });
            owners[at].push((cue_at, part));
        }
    }
    let automaton = AhoCorasick::new(&patterns).expect("the build script refuses empty cues, and they are few");
    CueParts { automaton, owners }
});

/// The end of a cue whose first part ends at `end`, if its other parts follow.
fn rest_of(cue: &Cue, lower: &str, end: usize) -> Option<usize> {
    let mut end = end;
    for (at, part) in cue.parts.iter().enumerate().skip(1) {
        let open = cue.open_end && at + 1 == cue.parts.len();
        let found = lower[end..].match_indices(part).find(|(from, _)| {
            let range = end + from..end + from + part.len();
            bounded(lower, &range, open)
        })?;
        if found.0 > GAP {
            return None;
        }
        end += found.0 + part.len();
    }
    if cue.open_end {
        end += lower[end..].find(|one: char| !one.is_alphanumeric()).unwrap_or(lower.len() - end);
    }
    Some(end)
}

/// True if no letter touches the words from outside; scripts without spaces have no such bounds.
fn bounded(text: &str, range: &Range<usize>, open_end: bool) -> bool {
    let spaced = |one: char| one.is_alphabetic() && !is_joined_script(one);
    let words = &text[range.clone()];
    let left = !text[..range.start].ends_with(spaced) || !words.starts_with(spaced);
    let right = open_end || !text[range.end..].starts_with(spaced) || !words.ends_with(spaced);
    left && right
}

fn is_joined_script(one: char) -> bool {
    matches!(one, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Small letters with the same bytes: a character whose small letter has another length stays as it is.
fn lowered(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for one in text.chars() {
        let mut lower = one.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(small), None) if small.len_utf8() == one.len_utf8() => {
                out.push(if small == '\n' { ' ' } else { small })
            }
            _ => out.push(one),
        }
    }
    out
}

/// The sentence around a range.
fn sentence(prose: &str, own: &Range<usize>) -> Range<usize> {
    let before = &prose[..own.start];
    let start = before
        .char_indices()
        .rev()
        .find(|(at, one)| ends_sentence(prose, *at, *one))
        .map_or(0, |(at, one)| at + one.len_utf8());
    let end = prose[own.end..]
        .char_indices()
        .map(|(at, one)| (own.end + at, one))
        .find(|(at, one)| ends_sentence(prose, *at, *one))
        .map_or(prose.len(), |(at, _)| at);
    start..end
}

fn ends_sentence(prose: &str, at: usize, one: char) -> bool {
    match one {
        '。' | '！' | '？' | ';' => true,
        '.' | '!' | '?' => {
            let behind = &prose[at + 1..];
            let blank = behind.is_empty() || behind.starts_with([' ', '\n', ')', '"', '\'', '*']);
            blank && !is_abbreviation(&prose[..at])
        }
        _ => false,
    }
}

/// True if a full stop behind `text` ends an abbreviation or a single letter.
fn is_abbreviation(text: &str) -> bool {
    const SHORT: &[&str] = &[
        "cf", "e.g", "i.e", "ed", "vgl", "bzw", "ca", "no", "nr", "vs", "incl", "inkl", "resp", "art", "z.b", "approx",
    ];
    let word = text.rsplit([' ', '\n', '(']).next().unwrap_or_default().to_lowercase();
    SHORT.contains(&word.as_str()) || (word.chars().count() == 1 && word.chars().all(char::is_alphabetic))
}

/// Characters of the gap that are neither citations nor brackets, blanks and joining signs.
fn gap_length(prose: &str, gap: Range<usize>, citations: &[&Citation]) -> usize {
    let inside = |at: usize| citations.iter().any(|one| one.reference.range.contains(&at));
    prose[gap.clone()]
        .char_indices()
        .filter(|(at, one)| {
            !inside(gap.start + at) && !matches!(one, '(' | ')' | '[' | ']' | ' ' | '\n' | ',' | '"' | '/')
        })
        .count()
}

/// An old edition inside the title of another standard: "ISO/IEC TR 20000-7, integration of ... and ISO/IEC 27001:2013".
fn by_title(block: &Block, citations: BlockCitations<'_>, index: usize) -> Option<String> {
    let own: &Reference = &citations[index].reference;
    let year = own.year?;
    let number = if own.part.is_empty() { own.number.to_string() } else { format!("{}-{}", own.number, own.part) };
    let named = format!("{number}:{}", year.value);
    citations[..index].iter().rev().find_map(|other| {
        let near = own.range.start.saturating_sub(other.reference.range.end) < 300;
        let standard = other.standard.filter(|_| near)?;
        let titles = std::iter::once(standard.title).chain(standard.editions.iter().filter_map(|one| one.title));
        let between = &block.prose.text()[other.reference.range.end..own.range.start];
        let in_title = between.split_whitespace().count() >= 3;
        (in_title && titles.into_iter().any(|title| title.contains(&named)))
            .then(|| format!("it stands in the title of {}", other.designation()))
    })
}

/// A heading or cell without its number, signs and closing colon, in small letters; nothing if it is a long text.
fn label(text: &str) -> Option<String> {
    let trimmed = text.trim_matches(|one: char| !one.is_alphabetic());
    (!trimmed.is_empty() && trimmed.len() <= LABEL).then(|| lowered(trimmed))
}

/// The words of a label as a reason quotes them.
fn shown<'a>(text: &'a str, cue: &'a Cue) -> &'a str {
    let trimmed = text.trim_matches(|one: char| !one.is_alphabetic());
    if trimmed.contains('\n') { cue.words } else { trimmed }
}

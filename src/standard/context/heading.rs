//! History by the headings above: a change log, a list of withdrawn standards.

use std::cell::RefCell;
use std::ops::Range;

use super::super::citation::Citation;
use super::super::grammar;
use super::bucket;
use super::cue::{self, Cue, Scope};
use super::date;
use super::duty;
use super::judge::Judge;
use super::label::{self, LABEL};
use super::lexicon::{HEADING_JOINTS, SUCCESSION};
use super::sentence::Sentence;
use super::word::{self, Verb};
use crate::document::{Block, Kind};
use crate::year;

impl Judge<'_> {
    /// The headings above a block, from the nearest up, its own key and the paragraph that serves as one.
    pub(super) fn by_heading(&self, block_at: usize, cited: &Citation) -> Option<String> {
        let blocks = &self.document.blocks;
        let own = &blocks[block_at];
        if own.kind == Kind::Note {
            return None;
        }
        let key = own.entry().map(|(key, _)| (key, true));
        let inner = self.label_within(block_at);
        let label = inner.or_else(|| self.label_above(block_at)).map(|text| (text, false));
        let label = label.filter(|(text, _)| !names_others(text, cited));
        // A label inside of a list takes the place of the line above that.
        let above_list = self.outline().run(block_at).checked_sub(1).filter(|_| inner.is_some());
        let headings = self.outline().headings(block_at).filter(|at| Some(*at) != above_list).map(|at| &blocks[at]);
        let headings = headings.map(|block| (block.prose.text(), matches!(block.kind, Kind::Key(_))));
        let title = self.title().filter(|title| !std::ptr::eq(*title, own)).and_then(Block::entry);
        let above = label.into_iter().chain(headings).chain(title.map(|(_, title)| (title, false)));
        key.into_iter().chain(above).find_map(|(text, is_key)| {
            let told = Told::of(text, self.without);
            let entries = || told.entries.filter(|_| self.is_entry(block_at));
            let introduced = || told.introduces && own.kind == Kind::Item && !is_sentence(own.prose.text());
            let listed = || told.listing.filter(|_| self.is_entry(block_at) || !is_sentence(own.prose.text()));
            let cue = told.heading.or_else(entries).or_else(listed).or_else(|| is_key.then(|| self.key_cue(text))?);
            let is_of = || told.history_of == Some(cited.reference.number);
            let is_whole = || told.is_whole || is_of() && !duty::speaks_of_owners(own.prose.text());
            let whole = || is_whole() && !self.is_ruled(block_at, &cited.reference.range);
            let whole = || introduced() || whole();
            let words = cue.map(|cue| label::shown(text, cue)).or_else(|| whole().then(|| text.trim()));
            words.map(|words| format!("it stands under \"{words}\""))
        })
    }

    /// True if a sentence in the present names the citation at its end in brackets, as that by which it is so: "obsolete
    /// copies are destroyed (ISO 9001:2015, 7.5.3)".
    fn is_ruled(&self, block_at: usize, own: &Range<usize>) -> bool {
        let text = self.document.blocks[block_at].prose.text();
        let range = self.bounds(block_at, own);
        let head = &text[range.start..own.start];
        let Some(head) = head.strip_suffix('(').filter(|head| !head.contains('(')) else { return false };
        let closed = text[own.end..range.end].trim_end().ends_with(')');
        let lower = cue::folded(head);
        let words = || lower.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty());
        let now = |language| words().any(|one| word::verb(language, one) == Some(Verb::Present));
        closed && !begins_entry(text) && word::language_of(words()).is_some_and(now)
    }

    /// True if a block reads like an entry of a change log: a version or a date at its head, or in another cell of its row.
    fn is_entry(&self, block_at: usize) -> bool {
        let own = &self.document.blocks[block_at];
        let Kind::Cell(cell) = own.kind else { return begins_entry(own.prose.text()) };
        let others = self.outline().cells(self.document, block_at, cell);
        others.iter().filter(|(_, at)| at.row == cell.row && at.column != cell.column).any(|(block, _)| {
            let text = block.value();
            begins_entry(text) || date::has_passed(text, self.on)
        })
    }

    /// A key may be all that is said of its values: `supersedes`, `withdrawn`, `previous_edition`; but `replaced_by` is
    /// said of something else.
    fn key_cue(&self, key: &str) -> Option<&'static Cue> {
        if key.split_whitespace().next_back().is_some_and(|last| word::is_preposition(&last.to_lowercase())) {
            return None;
        }
        let label = label::Label::of(key).filter(|_| !ATTRIBUTES.contains(&key))?;
        [Scope::Column, Scope::State, Scope::Before].iter().find_map(|scope| label.cue(*scope, self.without))
    }

    /// The title that the front matter gives the document: the heading above all others.
    fn title(&self) -> Option<&Block> {
        let is_front = |block: &&Block| matches!(block.kind, Kind::Metadata | Kind::Key(_) | Kind::Note);
        let is_title = |block: &Block| block.entry().is_some_and(|(key, _)| key.eq_ignore_ascii_case("title"));
        let head = self.document.blocks.iter().take(HEAD).take_while(is_front);
        // The title of an object inside of data is that of this object.
        let of_all = |at: &usize| self.outline().headings(*at).next().is_none();
        let mut titles = head.enumerate().filter(|(_, block)| is_title(block));
        titles.find(|(at, _)| of_all(at)).map(|(_, title)| title)
    }

    /// The short line of its own, often in bold, directly above the list, table or paragraph of a block.
    fn label_above(&self, block_at: usize) -> Option<&str> {
        let blocks = &self.document.blocks;
        let own = blocks[block_at].kind;
        let above = blocks.get(self.outline().run(block_at).checked_sub(1)?)?;
        let text = above.prose.text();
        // A sentence about editions says nothing of the paragraph behind it.
        let tells = || own == Kind::Text && text.trim_end().ends_with('.') && !grammar::find(text).is_empty();
        let is_label = above.kind == Kind::Text && text.len() <= LABEL && !tells();
        (is_label && !matches!(own, Kind::Heading(_))).then_some(text)
    }

    /// The label of the list of an item, if it is read as the last line of another item, which cites too: nothing but such items
    /// is sure to be read.
    fn label_within(&self, block_at: usize) -> Option<&str> {
        let blocks = &self.document.blocks;
        let between = blocks[self.outline().run(block_at)..block_at].iter().rev();
        let near = between.take(if blocks[block_at].kind == Kind::Item { RUN } else { 0 });
        let mut ended =
            near.map(|block| block.prose.text().trim_end()).filter(|text| text.ends_with(':') && text.contains('\n'));
        let (_, label) = ended.find(|text| !grammar::find(text).is_empty())?.rsplit_once('\n')?;
        (label.len() <= LABEL).then_some(label)
    }
}

/// How many entries of its list before an item are looked at for one that ends with a label.
const RUN: usize = 64;

/// How many entries of the front matter are looked at for the title of the document.
const HEAD: usize = 16;

/// Keys of data that a language has as a word for something old: what is said of an image.
pub(super) const ATTRIBUTES: &[&str] = &["alt"];

/// What the words of a heading tell of that which stands under it.
#[derive(Clone, Copy)]
struct Told {
    heading: Option<&'static Cue>,
    /// A cue that counts for what reads like an entry of a change log.
    entries: Option<&'static Cue>,
    /// A cue that counts for what is no sentence.
    listing: Option<&'static Cue>,
    /// It introduces what is out of force.
    introduces: bool,
    /// The heading is a state or a release, and nothing else.
    is_whole: bool,
    /// Number of the standard of which the heading says that its editions are told of.
    history_of: Option<u32>,
}

/// How many headings are remembered at most, a power of two, and the longest, in bytes.
const REMEMBERED: usize = 4096;
const LONGEST: usize = 2 * LABEL;

/// A heading that is remembered.
type Known = (Box<str>, Told);

thread_local! {
    /// The same headings stand in document after document, and each above many citations. Each has one place where it may be
    /// remembered, so that no heading is looked for among others, whatever they are.
    static TOLD: RefCell<Vec<Option<Box<Known>>>> = const { RefCell::new(Vec::new()) };
}

/// The place of a heading among those that are remembered.
fn place(text: &str) -> usize {
    let mix =
        |mixed: u64, part: &[u8]| (mixed.rotate_left(29) ^ bucket::head(part)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = text.as_bytes().chunks(bucket::HEAD).fold(text.len() as u64, mix);
    (mixed >> (u64::BITS - REMEMBERED.trailing_zeros())) as usize
}

impl Told {
    fn of(text: &str, without: Option<usize>) -> Self {
        if without.is_some() || text.len() > LONGEST {
            return Self::new(text, without);
        }
        TOLD.with_borrow_mut(|all| {
            if all.is_empty() {
                *all = vec![None; REMEMBERED];
            }
            let place = &mut all[place(text)];
            if let Some(known) = place.as_ref().filter(|known| *known.0 == *text) {
                return known.1;
            }
            let told = Self::new(text, None);
            *place = Some(Box::new((text.into(), told)));
            told
        })
    }

    fn new(text: &str, without: Option<usize>) -> Self {
        let label = label::Label::of(text);
        let cue = |scope| label.as_ref().and_then(|label| label.cue(scope, without));
        let is_whole = || Sentence::only_state(text, without).is_some() || is_release(text);
        let beginning = || label.as_ref().and_then(|label| label.beginning(without));
        Self {
            heading: cue(Scope::Heading),
            entries: cue(Scope::Entries),
            listing: cue(Scope::Listing).or_else(beginning),
            introduces: Sentence::is_introduction(text),
            is_whole: is_whole(),
            history_of: history_of(text),
        }
    }
}

/// The number of the standard of which a heading says that its editions are told of: "History of ISO/IEC 27001".
fn history_of(heading: &str) -> Option<u32> {
    let is_told = |word: &str| SUCCESSION.iter().any(|told| word.eq_ignore_ascii_case(told));
    let mut words = heading.split(|one: char| !one.is_alphabetic());
    if heading.len() > LABEL || !words.any(is_told) {
        return None;
    }
    let named = grammar::find(heading);
    let [only] = named.as_slice() else { return None };
    let before = cue::folded(&heading[..only.range.start]);
    let mut words = before.split(|one: char| !one.is_alphabetic()).filter(|word| !word.is_empty()).rev();
    // "Document history and ISO 9001" is about two things.
    let is_between =
        |word: &str| (word::is_filler(word) || word::is_preposition(word)) && !HEADING_JOINTS.contains(word);
    let last = words.by_ref().find(|word| !is_between(word));
    let is_all = !heading[only.range.end..].contains(char::is_alphanumeric);
    (is_all && last.is_some_and(is_told) && words.all(word::is_filler)).then_some(only.number)
}

/// True if a label names standards, but not that of the citation: "ISO 9001:2008 (superseded)".
fn names_others(label: &str, cited: &Citation) -> bool {
    let named = if label.contains(|one: char| one.is_ascii_digit()) { grammar::find(label) } else { Vec::new() };
    !named.is_empty() && named.iter().all(|one| one.number != cited.reference.number)
}

/// True if a text ends with a full stop or has a verb: it says something of its own.
pub(super) fn is_sentence(text: &str) -> bool {
    let lower = cue::folded(text);
    let words = || lower.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_verb = |language| words().any(|one| matches!(word::verb(language, one), Some(Verb::Past | Verb::Present)));
    text.trim_end().ends_with(['.', '!', '?', '。']) || word::language_of(words()).is_some_and(is_verb)
}

/// True if a text begins with a version or a date in figures.
pub(super) fn begins_entry(text: &str) -> bool {
    let text = text.trim_start_matches(|one: char| !one.is_alphanumeric());
    let version = text.strip_prefix(['v', 'V', 'r', 'R']).unwrap_or(text);
    version.starts_with(|one: char| one.is_ascii_digit())
}

/// True for a heading that is a version with its date and nothing else: "1.4.0 (2021-02-03)", "v2.0, March 2019".
fn is_release(text: &str) -> bool {
    if text.len() > LABEL || !text.contains('.') {
        return false;
    }
    let lower = cue::folded(text);
    let mut words = lower.split([' ', ',']).filter(|word| word.contains(char::is_alphanumeric)).peekable();
    let named = |word: &&str| label::Label::of(word).is_some_and(|label| label.cue(Scope::Versions, None).is_some());
    words.next_if(named);
    let version = words.next().unwrap_or_default().trim_matches(['[', ']', 'v', ':']);
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let mut dated = false;
    let only_date = words.all(|word| {
        let mut parts = word.split(|one: char| !one.is_alphanumeric()).filter(|part| !part.is_empty());
        parts.all(|part| {
            dated |= year::is_plausible(part);
            digits(part) || word::month(part).is_some()
        })
    });
    version.contains('.') && digits(version) && only_date && dated
}

//! Whether a text only tells of a thing what is planned, over, wished for or refused: its sentence is set in such a frame, its
//! heading or the line above its list says so, or its row does.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::substance::{count_words, row_of, sentence_around};
use super::Surveyor;
use crate::document::{Cell, Format, Kind};
use crate::rule::element::ByLanguage;
use crate::rule::lexicon::{Lexicon, folded};
use crate::rule::words::{
    LATER_HEADS, NAMING_HEADS, NOES, OPEN_STATUSES, ORDERS, STATUS_HEADS, VERBS, VOID_ADVERBS, VOID_HEADS, VOID_LEADS,
    VOID_PHRASES, YEAR_PARTS, YEARS_AHEAD, YEARS_PAST,
};
use crate::standard::context::word::month;
use crate::year;

/// The longest heading or value of a row that is looked at, in bytes.
const LINE: usize = 60;

/// How far above an entry the line may stand that leads to its list, and the head of its table, in blocks.
const FAR: usize = 512;

/// How far into a sentence a year may stand that all of it is about, in bytes.
const EARLY: usize = 36;

/// Most words of a heading that only names something.
const NAME: usize = 4;

const LEAD: usize = 0;
const WITHIN: usize = 1;
const ADVERB: usize = 2;

static FRAMES: LazyLock<Lexicon> = LazyLock::new(|| {
    let of = |list: usize, all: ByLanguage| all.iter().map(move |(code, words)| (list, Some(*code), *words));
    Lexicon::of(of(LEAD, VOID_LEADS).chain(of(WITHIN, VOID_PHRASES)).chain(of(ADVERB, VOID_ADVERBS)))
});

static STATUSES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[OPEN_STATUSES]));

/// Blocks below headings that void what they say; true where it may be the steps of a procedure.
pub(super) type Voided = Vec<(Range<usize>, bool)>;

impl Surveyor<'_> {
    /// True if a phrase of a block is no evidence that anything is done; `is_done` tells that steps are none.
    pub(super) fn is_void(&self, block: usize, range: &Range<usize>, is_done: bool) -> bool {
        self.is_framed(block, range)
            || self.is_below_void(block, is_done)
            // In a procedure a status is that of an incident.
            || is_done && self.is_row_open(block)
            || self.is_struck(block, range)
    }

    /// True if the sentence of a phrase says that it is planned, over, wished for or not so.
    fn is_framed(&self, block: usize, range: &Range<usize>) -> bool {
        let text = self.blocks[block].prose.text();
        let sentence = sentence_around(text, range);
        // Commas stand only in what is written.
        let raw = &text[sentence.clone()];
        let words = folded(raw);
        let start = words.find(char::is_alphanumeric).unwrap_or_default();
        let own = range.start - sentence.start..range.end - sentence.start;
        // Behind a sign that parts clauses something else is told.
        let goes_on = |place: &Range<usize>| {
            let gap = place.end.min(own.end)..place.start.max(own.start);
            !raw.get(gap).is_some_and(|gap| gap.contains([';', ',', '(', ':', '|']))
        };
        let mut is_void = false;
        FRAMES.each_in(&words, self.languages.as_deref(), |list, place| {
            is_void |= match list {
                WITHIN => goes_on(&place),
                ADVERB => place.start == start && raw.get(place.end..).is_some_and(|rest| rest.starts_with(',')),
                _ => place.start == start,
            };
        });
        is_void || self.is_of_other_year((raw, &words), &own)
    }

    /// True if a sentence sets what it says in a year to come or in one that is over, before a comma or a colon of its own: "From 2028
    /// on, …", "Until 2019, …". A year anywhere else may be that of something else.
    fn is_of_other_year(&self, (raw, words): (&str, &str), own: &Range<usize>) -> bool {
        let Some(on) = self.on else { return false };
        let is_early = |at: usize| words[..at].trim().len() <= EARLY && at < own.start;
        let is_set_off = |at: usize| {
            let Some(gap) = raw.get(at + year::DIGITS..own.start) else { return false };
            let Some((lead, rest)) = gap.split_once([',', ':']) else { return false };
            count_words(lead) <= 2
                && !lead.contains([';', '.'])
                && !rest.contains([',', ';'])
                && years(rest).next().is_none()
        };
        years(words).any(|(at, year)| {
            let (leads, is_other) = if year > on { (YEARS_AHEAD, true) } else { (YEARS_PAST, year < on) };
            is_other && is_early(at) && is_set_off(at) && ends_with_lead(&words[..at], leads)
        })
    }

    /// True for an entry or a cell below such a heading; sentences there may be about something else.
    fn is_below_void(&self, block: usize, is_done: bool) -> bool {
        matches!(self.blocks[block].kind, Kind::Item | Kind::Cell(_))
            && self.voided().iter().any(|(one, is_later)| one.contains(&block) && (is_done || !is_later))
    }

    /// The blocks below headings such as "Gaps" and "Definitions"; asked for only where something is said.
    fn voided(&self) -> &Voided {
        self.voided.get_or_init(|| {
            let head = |at: usize| match self.blocks[at].kind {
                Kind::Heading(_) => heading_name(self.blocks[at].prose.text()),
                _ => None,
            };
            let mut found = Vec::new();
            for (at, level) in self.levels.iter().enumerate() {
                let (Some(level), Some(name)) = (level, head(at)) else { continue };
                let (is_naming, is_later) = (NAMING_HEADS.contains(&name), LATER_HEADS.contains(&name));
                if is_naming || is_later || VOID_HEADS.contains(&name) {
                    let ends = |other: &usize| self.levels[*other].is_some_and(|one| is_naming || one <= *level);
                    let end = (at + 1..self.blocks.len()).find(ends).unwrap_or(self.blocks.len());
                    found.push((at..end, is_later));
                }
            }
            found
        })
    }

    /// True for a row that says in a column for it that what it names is not done yet: "planned", "❌".
    fn is_row_open(&self, block: usize) -> bool {
        let Kind::Cell(own) = self.blocks[block].kind else { return false };
        let row = row_of(&self.blocks[block]);
        let is_row = |at: &usize| row_of(&self.blocks[*at]) == row;
        let before = (block.saturating_sub(FAR)..block).rev().take_while(is_row);
        let behind = (block + 1..self.blocks.len()).take(FAR).take_while(is_row);
        own.row > 0 && before.chain(behind).any(|at| self.is_open_status(at))
    }

    fn is_open_status(&self, at: usize) -> bool {
        let Kind::Cell(cell) = self.blocks[at].kind else { return false };
        let value = self.blocks[at].prose.text().trim();
        if value.is_empty() || value.len() > LINE {
            return false;
        }
        let value = folded(value);
        let value = value.trim_end_matches(['.', '!']);
        let mut is_open = NOES.contains(value);
        STATUSES.each(value, |_, place| is_open |= place.start == 0);
        is_open && self.head_of(at, cell).is_some_and(|head| STATUS_HEADS.contains(folded(head).trim()))
    }

    /// The head of the column of a cell.
    fn head_of(&self, at: usize, cell: Cell) -> Option<&str> {
        let table = self.blocks[at.saturating_sub(FAR)..at].iter().rev();
        let mut cells = table.map_while(|one| if let Kind::Cell(cell) = one.kind { Some((cell, one)) } else { None });
        let is_head = |(one, _): &(Cell, _)| (one.table, one.row, one.column) == (cell.table, 0, cell.column);
        cells.find(is_head).map(|(_, one)| one.prose.text())
    }

    /// True for words that are struck through.
    fn is_struck(&self, block: usize, range: &Range<usize>) -> bool {
        let prose = &self.blocks[block].prose;
        let own = prose.source_span(range.start, range.end);
        let start = prose.source_span(0, prose.text().len()).start;
        let text = &*self.source.text;
        let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let (Some(before), Some(behind)) = (text.get(from..own.start), text.get(own.end..)) else { return false };
        let line = behind.split('\n').next().unwrap_or_default();
        let is_open = |open: &str, close: &str| before.rfind(open) > before.rfind(close) && line.contains(close);
        let is_marked = self.format == Format::Markdown
            && before.matches("~~").count() % 2 == 1
            && line.contains("~~")
            && !before.contains('`');
        is_marked || before.contains('<') && (is_open("<del>", "</del>") || is_open("<s>", "</s>"))
    }
}

/// The words of a heading without its number and a year behind them.
fn heading_name(text: &str) -> Option<String> {
    let is_other = |one: char| !one.is_alphabetic();
    let name = folded(text.get(..LINE).map_or(text, |_| "").trim());
    let name = name.trim_matches(is_other);
    (!name.is_empty()).then(|| name.to_owned())
}

/// True for a heading of a few words that names something and says nothing of it.
pub(super) fn only_names(text: &str) -> bool {
    let words = folded(text);
    let says = |word: &str| VERBS.contains(word) || word.contains(|one: char| one.is_ascii_digit());
    let mut own = words.split(|one: char| !one.is_alphanumeric() && one != '\'').filter(|word| !word.is_empty());
    let mut own = own.by_ref().skip_while(|word| word.starts_with(|one: char| one.is_ascii_digit()));
    let first = own.next().unwrap_or_default();
    let rest: Vec<&str> = own.collect();
    // "Escalate to the director" tells what to do, "Review of incidents" names it.
    let is_order = ORDERS.contains(first) && rest.first().is_some_and(|next| !JOINING.contains(next));
    let is_brief = count_words(text) <= NAME && !text.contains([':', '：']);
    is_brief && !is_order && !says(first) && !rest.into_iter().any(says)
}

/// Words behind which an order is the name of what is done.
const JOINING: [&str; 4] = ["of", "and", "for", "process"];

/// The years of a text and where they stand.
fn years(text: &str) -> impl Iterator<Item = (usize, i16)> {
    let starts = text.match_indices("20").filter(|(at, _)| !text[..*at].ends_with(|one: char| one.is_alphanumeric()));
    starts.filter_map(|(at, _)| {
        let digits = text.get(at..at + year::DIGITS).filter(|_| year::leads(&text[at..]))?;
        digits.parse().ok().map(|year| (at, year))
    })
}

/// True if a text ends with one of the words, and at most a day and a month behind it.
fn ends_with_lead(before: &str, leads: crate::list::List) -> bool {
    let is_day = |word: &str| {
        let word = word.trim_matches(|one: char| !one.is_alphanumeric());
        !word.is_empty() && (word.bytes().all(|one| one.is_ascii_digit()) || month(word).is_some() || word == "1st")
    };
    let mut before = before.trim_end();
    while let Some(last) = before.split_whitespace().next_back().filter(|last| is_day(last)) {
        before = before[..before.len() - last.len()].trim_end();
    }
    if let Some(part) = YEAR_PARTS.iter().find(|part| before.ends_with(part)) {
        before = before[..before.len() - part.len()].trim_end();
    }
    let is_word = |rest: &str| rest.is_empty() || rest.ends_with(|one: char| !one.is_alphanumeric());
    leads.iter().any(|lead| before.strip_suffix(lead).is_some_and(is_word))
}

//! The edition of a citation that stands beside it: in another cell of its row under "Version", or as another value of the
//! object that names the standard.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::catalogue;
use super::super::citation::{Citation, cite};
use super::super::clause::{STANDARD_HEADS, words_of_key};
use super::super::grammar::{self, Year, YearForm};
use super::judge::Judge;
use super::lexicon::{
    DESIGNATIONS, EDITION_FILLERS, EDITIONS_JOINED, LIST_TITLES, ORDINAL_ENDS, OTHER_DOCUMENTS, YEARS,
};
use super::word::month;
use crate::document::{Block, Cell, Kind};
use crate::list::List;

/// How many values of its object either side are looked at.
const VALUES: usize = 8;

/// How many cells either side are looked at in a list of standards.
const NEAR: usize = 48;

impl Judge<'_> {
    /// The citations of a block, the only one of it with the year that stands beside it, if it has none of its own and that
    /// is the year of one of its editions.
    #[must_use]
    pub fn dated(&self, block_at: usize, citations: Vec<Citation>) -> Vec<Citation> {
        let [own] = citations.as_slice() else { return citations };
        let written = &own.reference;
        let is_undated = written.year.is_none() && written.supplements.is_empty() && written.stage.is_none();
        let block = &self.document.blocks[block_at];
        if !is_undated || written.bare || !begins(block, own) {
            return citations;
        }
        let year = match block.kind {
            Kind::Cell(cell) => self.year_of_row(block_at, cell),
            Kind::Metadata => self.year_of_object(block_at),
            Kind::Text | Kind::Note | Kind::Item | Kind::Heading(_) | Kind::Code | Kind::Key(_) => None,
        };
        let Some(value) = year else { return citations };
        let mut reference = written.clone();
        reference.year = Some(Year { value, form: YearForm::Words });
        let dated = cite(reference, self.on);
        if dated.edition.is_some() { vec![dated] } else { citations }
    }

    /// The year in the only cell of the row that stands under a word for an edition.
    fn year_of_row(&self, block_at: usize, own: Cell) -> Option<u16> {
        let cells = self.outline().cells(self.document, block_at, own);
        let is_head = |column: usize| {
            cells.iter().any(|(block, at)| at.row == 0 && at.column == column && names_edition(block.prose.text()))
        };
        let others = || cells.iter().filter(|(_, at)| at.row == own.row && at.row > 0 && at.column != own.column);
        let stated = only(others().filter_map(|(block, at)| match block.entry() {
            Some((key, value)) => names_edition(key).then(|| year(value))?,
            None => is_head(at.column).then(|| self.year_under_head(block_at, (own, *at), block.prose.text()))?,
        }));
        stated.or_else(|| self.year_of_list(block_at, &cells, own))
    }

    /// The year under a word for an edition. With more than a year it may be the version of a document of one's own, unless it
    /// stands right beside the standard and that stands alone.
    fn year_under_head(&self, block_at: usize, (own, other): (Cell, Cell), text: &str) -> Option<u16> {
        let is_beside = own.column.abs_diff(other.column) == 1;
        let named = self.document.blocks[block_at].prose.text();
        let is_alone =
            || grammar::find(named).iter().all(|one| !named[one.range.end..].contains(char::is_alphanumeric));
        if is_beside && is_alone() { year(text) } else { plain_year(text) }
    }

    /// The year under a word for years in a list of standards: it stands behind them, with nothing but titles in other columns,
    /// and the years of the rows around are all those of editions.
    fn year_of_list(&self, block_at: usize, cells: &[(&Block, Cell)], own: Cell) -> Option<u16> {
        let is_one = |block: &Block, of: List| {
            let text = block.prose.text().trim();
            text.len() <= LABEL && of.contains(text.to_lowercase().as_str())
        };
        let heads = || cells.iter().filter(|(_, at)| at.row == 0);
        let mut of_own = heads().filter(|(_, at)| at.column == own.column);
        if !of_own.next().is_some_and(|(block, _)| is_one(block, STANDARD_HEADS) || is_one(block, DESIGNATIONS)) {
            return None;
        }
        let column = only(heads().filter(|(block, _)| is_one(block, YEARS)).map(|(_, at)| at.column))?;
        let mut others = heads().filter(|(_, at)| at.column != own.column && at.column != column).peekable();
        if column < own.column || others.peek().is_none() || !others.all(|(block, _)| is_one(block, LIST_TITLES)) {
            return None;
        }
        let blocks = &self.document.blocks;
        let near = &blocks[block_at.saturating_sub(NEAR)..blocks.len().min(block_at + NEAR)];
        let in_column = |column: usize| {
            near.iter().filter_map(move |block| match block.kind {
                Kind::Cell(at) if at.table == own.table && at.row > 0 && at.column == column => Some((at.row, block)),
                _ => None,
            })
        };
        let years: BTreeMap<usize, u16> =
            in_column(column).filter_map(|(row, block)| Some((row, year(block.prose.text())?))).collect();
        let mut rows = 0;
        let all =
            in_column(own.column).filter_map(|(row, block)| Some((block, years.get(&row)?))).all(|(block, year)| {
                let cited = grammar::find(block.prose.text());
                rows += usize::from(!cited.is_empty());
                cited.iter().all(|one| catalogue::knows_year(one, *year))
            });
        if all && rows > 1 { years.get(&own.row).copied() } else { None }
    }

    /// The year in the only value beside that has a word for an edition as its key.
    fn year_of_object(&self, block_at: usize) -> Option<u16> {
        let blocks = &self.document.blocks;
        let key = blocks[block_at].entry()?.0;
        // The edition is that of what the object describes.
        let lower = key.to_lowercase();
        if OTHER_DOCUMENTS.iter().any(|word| lower.contains(word)) {
            return None;
        }
        let is_value =
            |block: &&Block| block.kind == Kind::Metadata && block.entry().is_some_and(|(one, _)| one != key);
        let before = blocks[..block_at].iter().rev().take(VALUES).take_while(is_value);
        let behind = blocks[block_at + 1..].iter().take(VALUES).take_while(is_value);
        let named = before.chain(behind).filter_map(Block::entry).filter(|(key, _)| names_edition(key));
        only(named.filter_map(|(_, value)| year(value)))
    }
}

/// The only one of several: two years are an old one and a new one.
fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

/// True if a cell or value begins with the citation, so that what stands beside it is said of that; a title must be nothing
/// else, because a document has versions of its own.
fn begins(block: &Block, own: &Citation) -> bool {
    let range = &own.reference.range;
    let (key, value) = block.entry().unwrap_or(("", block.prose.text()));
    let text = block.prose.text();
    let is_bare = |text: &str| !text.contains(char::is_alphanumeric);
    let starts = text.len() - value.len() <= range.start && is_bare(&text[text.len() - value.len()..range.start]);
    starts && (!key.eq_ignore_ascii_case("title") || is_bare(&text[range.end..]))
}

/// True for a header or key that says that an edition stands under it: "Version", "Ausgabe", "frameworkVersion".
fn names_edition(label: &str) -> bool {
    let label = label.trim();
    if EDITIONS_JOINED.contains(label) {
        return true;
    }
    if label.len() > LABEL {
        return false;
    }
    let is_edition = |word: &str| grammar::is_edition_word(word);
    let words: Vec<String> = words_of_key(label);
    words.iter().any(|word| is_edition(word))
        && words.iter().all(|word| is_edition(word) || EDITION_FILLERS.contains(word.as_str()))
}

/// The longest header or key that says what stands under it, in bytes: of a longer one no row reads the words again.
const LABEL: usize = 200;

/// The year that a cell or value is, with nothing beside it but words for an edition, its number or an aside: `2013`, `v2013`,
/// `2013 edition`, `2nd edition, 2013`, `2013 (under review)`, `2017-06`.
fn year(text: &str) -> Option<u16> {
    if text.len() > LONGEST {
        return None;
    }
    plain_year(&if text.len() == 4 { Cow::from(text) } else { without_asides(text).into() })
}

/// The same with nothing beside it but words for editions.
fn plain_year(text: &str) -> Option<u16> {
    if text.len() > LONGEST {
        return None;
    }
    let mut years = text.split(|one: char| !one.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let value: u16 = years.next().filter(|digits| digits.len() == 4)?.parse().ok()?;
    let is_word = |word: &str| word.is_empty() || word == "v" || grammar::is_edition_word(word);
    let is_plain = text
        .split(|one: char| !one.is_alphabetic())
        .all(|word| is_word(&word.to_lowercase()) || EDITIONS_JOINED.contains(word));
    (years.next().is_none() && is_plain && !text.contains(['-', '/', '<', '>', '~'])).then_some(value)
}

/// The longest text that is a year with a word or two, in bytes.
const LONGEST: usize = 48;

/// A text without what says nothing of the year of an edition: asides in brackets that name no other year, the number of the
/// edition, the month.
fn without_asides(text: &str) -> String {
    let mut rest = text.to_owned();
    while let Some(open) = rest.find('(')
        && let Some(close) = rest[open..].find(')').map(|at| open + at)
        && !rest.as_bytes()[open..close].windows(3).any(|three| three.iter().all(u8::is_ascii_digit))
    {
        rest.replace_range(open..=close, " ");
    }
    let is_ordinal = |word: &str| {
        let end = word.strip_prefix(|one: char| one.is_ascii_digit());
        end.is_some_and(|end| ORDINAL_ENDS.contains(end))
    };
    let is_aside = |word: &&str| is_ordinal(word) || month(&word.trim_end_matches(['.', ',']).to_lowercase()).is_some();
    let words: Vec<&str> = rest.split_whitespace().filter(|word| !is_aside(word)).map(without_month).collect();
    words.join(" ")
}

/// The year of `2017-06`, the month of an edition left out.
fn without_month(word: &str) -> &str {
    let is_month = |digits: &str| digits.len() == 2 && matches!(digits.parse(), Ok(1..=12));
    word.split_once('-').filter(|(year, digits)| year.len() == 4 && is_month(digits)).map_or(word, |(year, _)| year)
}

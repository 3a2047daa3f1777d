//! The edition of a citation that stands beside it: in another cell of its row under "Version", or as another value of the
//! object that names the standard.

use super::super::citation::{Citation, cite};
use super::super::grammar::{self, Year, YearForm};
use super::judge::Judge;
use crate::document::{Block, Cell, Kind};

/// What may stand beside the word for an edition in the header of a column or in a key.
const FILLERS: &[&str] = &[
    "applied", "applicable", "current", "framework", "iso", "no", "number", "of", "standard", "used", "year", "der",
    "jahr", "norm", "année", "norme", "año", "norma", "ano", "anno",
];

/// The same in scripts without spaces, whole.
const JOINED: &[&str] = &["版", "版本", "版次", "年版", "バージョン", "标准版本", "規格の版", "버전", "개정판"];

/// What stands in a key whose value is another document than the one that an object describes.
const OTHERS: &[&str] = &["supersed", "replac", "success", "predecess", "previous", "related", "see", "mapping"];

/// How many values of its object either side are looked at.
const VALUES: usize = 8;

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
        let others = cells.iter().filter(|(_, at)| at.row == own.row && at.row > 0 && at.column != own.column);
        only(others.filter_map(|(block, at)| match block.entry() {
            Some((key, value)) => year(value).filter(|_| names_edition(key)),
            None => year(block.prose.text()).filter(|_| is_head(at.column)),
        }))
    }

    /// The year in the only value beside that has a word for an edition as its key.
    fn year_of_object(&self, block_at: usize) -> Option<u16> {
        let blocks = &self.document.blocks;
        let key = blocks[block_at].entry()?.0;
        // The edition is that of what the object describes.
        let lower = key.to_lowercase();
        if OTHERS.iter().any(|word| lower.contains(word)) {
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

/// The only year of several cells; two are an old one and a new one.
fn only(mut years: impl Iterator<Item = u16>) -> Option<u16> {
    let first = years.next()?;
    years.next().is_none().then_some(first)
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
    if JOINED.contains(&label) {
        return true;
    }
    let is_edition = |word: &str| grammar::is_edition_word(word);
    let words: Vec<String> = words(label);
    words.iter().any(|word| is_edition(word))
        && words.iter().all(|word| is_edition(word) || FILLERS.contains(&word.as_str()))
}

/// The words of a label in small letters, those that are joined by a large letter too.
fn words(label: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for one in label.chars() {
        if !one.is_alphabetic() || (was_small && one.is_uppercase()) {
            words.push(String::new());
        }
        was_small = one.is_lowercase();
        if let Some(last) = words.last_mut().filter(|_| one.is_alphabetic()) {
            last.extend(one.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The year that a cell or value is, with nothing beside it but words for an edition: `2013`, `v2013`, `2013 edition`.
fn year(text: &str) -> Option<u16> {
    if text.len() > LONGEST {
        return None;
    }
    let mut years = text.split(|one: char| !one.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let value: u16 = years.next().filter(|digits| digits.len() == 4)?.parse().ok()?;
    let is_word = |word: &str| word.is_empty() || word == "v" || grammar::is_edition_word(word);
    let is_plain = text
        .split(|one: char| !one.is_alphabetic())
        .all(|word| is_word(&word.to_lowercase()) || JOINED.contains(&word));
    (years.next().is_none() && is_plain && !text.contains(['-', '/', '<', '>', '~'])).then_some(value)
}

/// The longest text that is a year with a word or two, in bytes.
const LONGEST: usize = 32;

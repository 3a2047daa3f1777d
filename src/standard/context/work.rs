//! A citation in the title of a book, a thesis or an article: the title stays what it is, whatever became of the edition.

use std::ops::Range;

use jiff::civil::Date;

use super::date;
use super::judge::{BlockCitations, Judge};
use super::sentence::floor;

/// How far before a citation its entry may begin, in bytes.
const ENTRY: usize = 400;

/// Words that a title has beside a citation, at least: the title of the standard itself has none before it.
const LEAST: usize = 2;

/// Most words of the names of authors.
const AUTHORS: usize = 24;

/// Pairs of quotation marks about titles.
const QUOTES: &[(&str, &str)] = &[("“", "”"), ("``", "''"), ("„", "“"), ("«", "»"), ("\"", "\"")];

/// Who is no author of a work about a standard but publishes it.
const PUBLISHERS: &[&str] = &["iso", "iec", "bsi", "din", "cen", "ansi", "nist", "international", "british", "aenor"];

impl Judge<'_> {
    /// Why the citation at `index` of the block's citations is named only in the title of another work.
    pub(super) fn by_work(&self, block_at: usize, citations: BlockCitations<'_>, index: usize) -> Option<String> {
        let block = &self.document().blocks[block_at];
        let text = block.prose.text();
        let own = &citations[index].reference.range;
        let key = block.entry().map_or(0, |(_, value)| text.len() - value.len());
        let near = floor(text, own.start.saturating_sub(ENTRY)).max(key.min(own.start));
        let start = text[near..own.start].rfind('\n').map_or(near, |at| near + at + 1);
        let is_titled = is_dated_work(&text[start..own.start], self.on) || is_quoted_work(text, start, own, self.on);
        is_titled.then(|| "it stands in the title of another work".into())
    }
}

/// True if an entry begins with authors and a year in brackets, and words of the title lead to the citation: "Toro, R. (2019).
/// Estructura de la Norma".
fn is_dated_work(head: &str, on: Date) -> bool {
    let Some((authors, rest)) = head.split_once('(') else { return false };
    let Some((year, title)) = rest.split_once(')') else { return false };
    let title = title.trim_start_matches(['*', '_']);
    let is_surname = || title.starts_with('.') && words(authors).count() == 1 && names_authors(authors);
    let Some(title) = title.strip_prefix(['.', ':', ',']) else { return false };
    (is_surname() || has_initial(authors) && names_authors(authors))
        && date::has_passed(year.trim_end_matches(|one: char| one.is_ascii_lowercase()), on)
        && words(title).count() >= LEAST
        && !title.contains(". ")
}

/// True if a citation stands in the title that an entry has in quotation marks, between its authors and a year.
fn is_quoted_work(text: &str, start: usize, own: &Range<usize>, on: Date) -> bool {
    let head = &text[start..own.start];
    let line = text[own.end..].split('\n').next().unwrap_or_default();
    QUOTES.iter().any(|(open, close)| {
        let Some((authors, before)) = head.rsplit_once(open) else { return false };
        let Some((behind, rest)) = line.split_once(close) else { return false };
        let is_title =
            !before.contains(close) && words(before).chain(words(behind)).count() > LEAST && words(before).count() > 0;
        let has_year = || rest.split([',', '.', ';', '(', ')']).any(|part| date::has_passed(part.trim(), on));
        is_title && has_initial(authors) && names_authors(authors) && has_year()
    })
}

/// True if a text names people: "A. Calder,", "[3] S. Fenz et al.", "Toro, R.", but no publisher of standards.
fn names_authors(text: &str) -> bool {
    let text = text.trim_start();
    let text = text.strip_prefix('[').and_then(|rest| rest.split_once(']')).map_or(text, |(_, rest)| rest);
    let mut names = words(text).peekable();
    let is_joint = |word: &str| ["and", "und", "et", "y", "e", "al", "de", "van", "von", "der", "la"].contains(&word);
    let is_name = |word: &str| word.starts_with(char::is_uppercase) || is_joint(word);
    names.peek().is_some()
        && words(text).count() <= AUTHORS
        && names.all(|word| is_name(word) && !PUBLISHERS.contains(&word.to_lowercase().as_str()))
}

/// True if a name has an initial: "Toro, R."
fn has_initial(text: &str) -> bool {
    let is_initial = |part: &str| {
        part.ends_with(char::is_uppercase) && words(part).last().is_some_and(|word| word.chars().count() == 1)
    };
    text.contains("et al") || text.match_indices('.').any(|(at, _)| is_initial(&text[..at]))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|one: char| !one.is_alphabetic()).filter(|word| !word.is_empty())
}

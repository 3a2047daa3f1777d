//! A citation in the title of a book, a thesis or an article: the title stays what it is, whatever became of the edition.

use jiff::civil::Date;

use super::date;
use super::judge::{BlockCitations, Judge};
use super::lexicon::{AUTHOR_JOINTS, BOOKS, OWN_TITLES, PUBLISHERS};
use super::sentence::floor;
use super::word::{is_speaker, words};
use crate::year;

/// How far before a citation its entry may begin, in bytes.
const ENTRY: usize = 400;

/// Words that a title has beside a citation, at least: the title of the standard itself has none before it.
const LEAST: usize = 2;

/// Most words of the names of authors.
const AUTHORS: usize = 24;

/// How quotation marks about titles open and close.
const QUOTES: &[(char, &str)] = &[('“', "”"), ('`', "''"), ('„', "“"), ('«', "»"), ('"', "\"")];

impl Judge<'_> {
    /// Why the citation at `index` of the block's citations is named only in the title of another work.
    pub(super) fn by_work(&self, block_at: usize, citations: BlockCitations<'_>, index: usize) -> Option<String> {
        let block = &self.document().blocks[block_at];
        let text = block.prose.text();
        let own = &citations[index].reference.range;
        let key = text.len() - block.value().len();
        let near = floor(text, own.start.saturating_sub(ENTRY)).max(key.min(own.start));
        let start = text[near..own.start].rfind('\n').map_or(near, |at| near + at + 1);
        let head = &text[start..own.start];
        if is_book(head, &text[own.end..own.end + floor(&text[own.end..], ENTRY)]) {
            return Some("it stands in the title of another work".into());
        }
        let end = end_of_authors(head)?;
        let (authors, rest) = head.split_at(end);
        let behind = &text[own.end..own.end + floor(&text[own.end..], ENTRY)];
        let is_titled = is_dated_work(authors, rest, behind, self.on) || is_quoted_work(authors, rest, behind, self.on);
        // "Meier, K. (2024). We are certified to": that is no title.
        let is_said = || {
            let sentence = self.sentence(block_at, citations, &citations[index]);
            let behind = behind.split(['.', ',', '"', '”', '\n']).next().unwrap_or_default();
            let mut all = words(rest).chain(words(behind)).map(str::to_lowercase);
            sentence.is_now() || all.any(|word| is_speaker(&word) || OWN_TITLES.contains(word.as_str()))
        };
        (is_titled && !is_said()).then(|| "it stands in the title of another work".into())
    }
}

/// True if authors are followed by a year in brackets, and words of the title lead to the citation: "Toro, R. (2019). Estructura
/// de la norma".
fn is_dated_work(authors: &str, rest: &str, behind: &str, on: Date) -> bool {
    let Some((year, title)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) else { return false };
    let title = title.trim_start_matches(['*', '_']);
    let is_surname = || title.starts_with('.') && words(authors).count() == 1;
    let Some(title) = title.strip_prefix(['.', ':', ',']) else { return false };
    (is_surname() || has_initial(authors))
        && year::is_written(year.trim_end_matches(|one: char| one.is_ascii_lowercase()))
        && date::has_passed(&year[..year::DIGITS], on)
        && (words(title).count() >= LEAST || names_book(behind))
        && !title.contains(". ")
}

/// True if a citation begins the title of a book whose author is named behind that: "ISO/IEC 27001:2013: A Pocket Guide by Alan
/// Calder".
fn is_book(head: &str, behind: &str) -> bool {
    if !behind.starts_with(':') {
        return false;
    }
    let line = behind.split(['\n', '.', ';']).next().unwrap_or_default();
    let Some((title, author)) = line.split_once(" by ") else { return false };
    let mut names = author.split_whitespace().take(2);
    let is_name = |name: &str| name.starts_with(char::is_uppercase) && name.chars().any(char::is_lowercase);
    // "Scope: ISO/IEC 27001:2013: …", and "The Handbook, approved by …" name no book.
    let begins = !head.contains(char::is_alphabetic);
    begins
        && !title.contains([',', '('])
        && names_book(title)
        && names.by_ref().filter(|name| is_name(name)).count() == 2
}

/// True if a text begins with a colon and the rest of the title of a book, in capitals but for its small words.
fn names_book(behind: &str) -> bool {
    let Some(title) = behind.strip_prefix(':') else { return false };
    let title = title.split(['.', ',', '(', '\n', '*', '"', '”']).next().unwrap_or_default();
    let is_small = |word: &str| word.chars().count() < 4 && word != "by";
    words(title).all(|word| word.starts_with(char::is_uppercase) || is_small(word))
        && words(title).last().is_some_and(|last| BOOKS.contains(last.to_lowercase().as_str()))
}

/// True if authors are followed by a title in quotation marks in which the citation stands, and that by a year.
fn is_quoted_work(authors: &str, rest: &str, behind: &str, on: Date) -> bool {
    let line = behind.split('\n').next().unwrap_or_default();
    QUOTES.iter().any(|(open, close)| {
        let Some(before) = rest.strip_prefix(*open) else { return false };
        let Some((title, rest)) = line.split_once(close) else { return false };
        let has_year = || rest.split([',', '.', ';', '(', ')']).any(|part| date::has_passed(part.trim(), on));
        !before.contains(close)
            && words(before).next().is_some()
            && words(before).chain(words(title)).count() > LEAST
            && has_initial(authors)
            && has_year()
    })
}

/// Where the names of people end with which an entry begins, at the first bracket or quotation mark: "A. Calder, ", "[3] S. Fenz et
/// al. ", "Toro, R. ". Most text says something else with its first words, and a publisher of standards is no author.
fn end_of_authors(head: &str) -> Option<usize> {
    let is_mark = |one: char| one == '(' || QUOTES.iter().any(|(open, _)| *open == one);
    let is_joint = |word: &str| AUTHOR_JOINTS.contains(word);
    let label = head.trim_start().strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let mut rest = label.map_or(head, |(_, rest)| rest);
    for count in 0..=AUTHORS {
        rest = &rest[rest.find(|one: char| one.is_alphabetic() || is_mark(one))?..];
        if rest.starts_with(is_mark) {
            return (count > 0).then_some(head.len() - rest.len());
        }
        let word = &rest[..rest.find(|one: char| !one.is_alphabetic()).unwrap_or(rest.len())];
        let is_name = word.starts_with(char::is_uppercase) || is_joint(word);
        // "Approved: Meier, K."
        let is_label = rest[word.len()..].starts_with(':');
        if !is_name || is_label || PUBLISHERS.contains(word.to_lowercase().as_str()) {
            return None;
        }
        rest = &rest[word.len()..];
    }
    None
}

/// True if a name has an initial: "Toro, R."
fn has_initial(text: &str) -> bool {
    let is_initial = |part: &str| {
        let mut letters = part.chars().rev();
        letters.next().is_some_and(char::is_uppercase) && !letters.next().is_some_and(char::is_alphabetic)
    };
    text.contains("et al") || text.match_indices('.').any(|(at, _)| is_initial(&text[..at]))
}

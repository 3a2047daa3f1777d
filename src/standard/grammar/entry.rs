//! The year of an entry in a list of literature, which stands apart from the designation: with the publisher before it, or at the
//! end, behind the title of the standard.

use super::super::context::word::{month, words};
use super::cursor::{Cursor, plausible_year};
use super::lexicon::ENTRY_MARKS;
use super::model::Reference;
use crate::standard::catalogue;

/// The year of an entry in a list of literature that begins with its publisher, "International Organization for
/// Standardization. (2013). ISO/IEC 27001", which belongs to the designation behind it.
pub(super) fn before(text: &str, start: usize) -> Option<(u16, usize)> {
    let head = text[..start].trim_end_matches([' ', '\n', '*', '_', '"', '“', '„', '«']);
    let head = head.strip_suffix('.').or_else(|| head.strip_suffix(',')).unwrap_or(head).strip_suffix(')')?;
    let (before, year) = head.rsplit_once('(')?;
    let year =
        plausible_year(year.trim_end_matches(|one: char| one.is_ascii_lowercase())).filter(|_| year.len() < 6)?;
    let name = before.trim_end_matches([' ', '\n', '.', ',', ')']);
    let line = name.rsplit('\n').next().unwrap_or(name).trim_start_matches(|one: char| !one.is_alphabetic());
    let is_publisher = ["ISO", "ISO/IEC", "IEC"].contains(&line)
        || (line.starts_with("International ") && PUBLISHERS.iter().any(|end| name.ends_with(end)));
    is_publisher.then_some((year, start))
}

/// How the names of ISO and IEC end.
const PUBLISHERS: &[&str] = &[
    "for Standardization", "for Standardisation", "Commission", "for Standardization (ISO", "Commission (IEC",
    "ISO/IEC",
];

/// How far behind the designation the year stands at most, in bytes.
const REACH: usize = 320;

/// How many signs may stand between the designation and the title.
const SIGNS: usize = 6;

/// Words of the title that stand there at least, small ones left out.
const LEAST: usize = 2;

/// The year at the end of an entry, behind the title of the standard: "ISO/IEC 27001, Information technology – Security
/// techniques – Information security management systems – Requirements, Geneva, 2013". Nothing else stands between them but
/// who published it.
pub(super) fn behind(text: &str, end: usize, found: &Reference) -> Option<u16> {
    // A title begins with a large letter near the designation, which most sentences do not go on with.
    let first = text[end..].char_indices().take(SIGNS).find(|(_, one)| one.is_alphanumeric());
    if !first.is_some_and(|(_, one)| one.is_uppercase() || one.is_ascii_digit()) {
        return None;
    }
    let mut cursor = Cursor::new(text, end);
    let (mut title, mut is_published) = (Vec::new(), false);
    while cursor.at < end + REACH {
        while let Some(one) = cursor.peek_char().filter(|one| !one.is_alphanumeric()) {
            // A blank line ends the entry.
            if cursor.rest().starts_with("\n\n") {
                return None;
            }
            cursor.at += one.len_utf8();
        }
        let from = cursor.at;
        let digits = cursor.digits();
        if digits.len() > 2 {
            let value = plausible_year(digits).filter(|_| is_last(cursor))?;
            let is_told = title.len() >= LEAST
                && (is_published || is_set_off(text, from) || is_whole(&title, found) || is_entry(text, found));
            return (is_told && catalogue::knows_year(found, value)).then_some(value);
        }
        let word = cursor.word();
        if word.is_empty() && digits.is_empty() {
            return None;
        }
        is_published |= word.eq_ignore_ascii_case("published");
        let is_one = |own: &str| own.eq_ignore_ascii_case(word);
        if titles(found).any(|one| words(one).any(is_one)) {
            title.extend((word.len() > 3).then_some(word));
        } else if !(word.is_empty() || is_beside(word) || month(&word.to_lowercase()).is_some()) {
            return None;
        }
    }
    None
}

/// The titles of a standard, in all its parts and editions.
fn titles(found: &Reference) -> impl Iterator<Item = &'static str> {
    let own = catalogue::parts(found.series, found.number).iter();
    let own = own.filter(|one| found.part.is_empty() || found.part == one.part);
    own.flat_map(|one| one.editions.iter().filter_map(|edition| edition.title).chain([one.title]))
}

/// True if the end of a title was written, so that this is no name for a management system: "… – Requirements".
fn is_whole(written: &[&str], found: &Reference) -> bool {
    let is_written = |word: &str| written.iter().any(|one| one.eq_ignore_ascii_case(word));
    titles(found).filter_map(|title| title.rsplit(" - ").next()).any(|end| {
        let mut end = words(end).filter(|word| word.len() > 3 && !is_beside(word)).peekable();
        end.peek().is_some() && end.all(is_written)
    })
}

/// True for a word that says who published an entry, where and as what.
fn is_beside(word: &str) -> bool {
    ENTRY_MARKS.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// True if a year stands in brackets or is the value of a key.
fn is_set_off(text: &str, at: usize) -> bool {
    text[..at].ends_with(['(', '{'])
}

/// True if nothing goes on behind a year: no span, no date, no sentence.
fn is_last(cursor: Cursor<'_>) -> bool {
    let rest = cursor.rest();
    let next = rest.trim_start_matches([' ', '\n']);
    let is_joined =
        rest.starts_with(|one: char| one.is_alphanumeric() || matches!(one, '-' | '–' | '/' | ':' | '%' | '_'));
    !is_joined
        && (next.len() == rest.len() || !next.starts_with(|one: char| one.is_lowercase() || matches!(one, '-' | '–')))
}

/// True if the designation begins an entry: behind a label in brackets, its publisher, or with its title in quotation marks.
fn is_entry(text: &str, found: &Reference) -> bool {
    let head = &text[..found.range.start];
    let line = head.rsplit('\n').next().unwrap_or(head).trim();
    let is_quoted =
        || text[found.range.end..].trim_start_matches([',', ':', '.', ' ']).starts_with(['"', '“', '«', '„', '\'']);
    let is_named = || !line.is_empty() && words(line).all(is_beside);
    (line.starts_with('[') && line.ends_with(']')) || is_quoted() || is_named()
}

#[cfg(test)]
mod tests {
    use super::super::find;

    fn years(text: &str) -> Vec<Option<u16>> {
        find(text).into_iter().map(|one| one.year.map(|year| year.value)).collect()
    }

    #[test]
    fn the_year_of_an_entry_stands_behind_the_title() {
        for entry in [
            "[3] ISO/IEC 27001, \"Information technology – Security techniques – Information security management systems,\" 2013.",
            "ISO/IEC 27001. Information technology. Information security management systems. Requirements. ISO, Geneva, 2013",
            "ISO, ISO/IEC 27001: Information security management, 2013. [Online]. Available: https://www.iso.org",
            "ISO/IEC 27001 Information security management. Published October 2013.",
            "title={ISO/IEC 27001: Information security management}, year={2013}",
        ] {
            assert_eq!(years(entry), [Some(2013)], "{entry}");
        }
        assert_eq!(
            years("ISO/IEC 20000 Part 1: Service management system requirements, 2nd ed., April 2011"),
            [Some(2011)]
        );
    }

    #[test]
    fn other_years_behind_a_title_are_none_of_an_edition() {
        for other in [
            "ISO 9001 quality management systems – requirements, 2008–2015",
            "ISO 9001 quality management systems – requirements, 2008 to today",
            "ISO 9001 quality management systems – requirements, 2010",
            "ISO 9001 quality management system, 2008",
            "ISO 9001 requirements, our quality management systems and we, 2008",
            "ISO 9001 quality management systems – requirements\n\n2008",
        ] {
            assert_eq!(years(other), [None], "{other}");
        }
    }
}

//! Parts of a document's own that look like those of a standard: its annexes, its numbered chapters, the clauses of a
//! contract.

use std::collections::BTreeSet;

use super::lexicon::{ANNEX_TITLES, APPENDICES, APPLICABILITY, CONTRACTS, OVERVIEWS, OWN_TEXTS};
use super::model::{Form, Number};
use super::scan;
use super::words::{self, Word};
use crate::document::{Block, Kind};

/// What a heading says of an annex A.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Annex {
    /// It is no heading of an annex, or says that the controls stand in it.
    None,
    /// Its name stands alone: "Annex A".
    Bare,
    /// It is one of the document's own: "Annex A: Forms", "Appendix A".
    Own,
}

/// True if a title speaks of the applicability of controls.
fn is_statement(title: &str) -> bool {
    let lower = title.to_lowercase();
    let is_word = |word: &str| lower.split(|one: char| !one.is_alphanumeric()).any(|own| own == word);
    APPLICABILITY.iter().any(|word| if word.is_ascii() { is_word(word) } else { lower.contains(word) })
}

/// True if the first heading of a document calls it a statement of applicability.
pub(super) fn is_of_applicability(blocks: &[Block]) -> bool {
    let mut headings = blocks.iter().filter(|one| matches!(one.kind, Kind::Heading(_)));
    headings.next().is_some_and(|one| is_statement(one.prose.text()))
}

/// True for a word for an annex that standards do not call theirs.
pub(super) fn is_appendix(word: &str) -> bool {
    APPENDICES.contains(word.to_lowercase().as_str())
}

/// What a heading, or a line that stands for one, says of an annex A.
pub(super) fn annex(text: &str) -> Annex {
    let Some((word, rest)) = annex_of(text, is_letter_a) else { return Annex::None };
    let is_appendix = is_appendix(word);
    let mut title = rest.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    if title.peek().is_none() {
        return if is_appendix { Annex::Own } else { Annex::Bare };
    }
    let speaks_of_controls = |word: &str| {
        let class = words::class(word).or_else(|| words::joined(word).map(|(class, _)| class));
        class == Some(Word::Part(Form::Control)) || ANNEX_TITLES.contains(word.to_lowercase().as_str())
    };
    // "Annex A overview" speaks of that of the standard, "Annex A: Overview" may be one of the document's own.
    let is_set_off = rest.trim_start().starts_with([':', '-', '–', '—', '.', ',']);
    let of_whole = |word: &str| !is_set_off && OVERVIEWS.contains(word.to_lowercase().as_str());
    if is_statement(rest) || title.any(|word| speaks_of_controls(word) || of_whole(word)) {
        Annex::None
    } else {
        Annex::Own
    }
}

/// True if a document has an annex of another letter, so that its annexes are its own.
pub(super) fn has_others(blocks: &[Block]) -> bool {
    let is_other = |letter: char| ('B'..='H').contains(&letter);
    blocks.iter().filter(|one| may_be_heading(one)).any(|one| annex_of(one.prose.text(), is_other).is_some())
}

/// The longest line, in bytes, that stands for a heading.
const LINE: usize = 60;

/// True for a heading, and for a short line of text, which stands for one where there is no markup.
pub(super) fn may_be_heading(block: &Block) -> bool {
    match block.kind {
        Kind::Heading(_) => true,
        Kind::Text => block.prose.text().len() <= LINE && !block.prose.text().ends_with(['.', ';', ',']),
        Kind::Item | Kind::Note | Kind::Cell(_) | Kind::Code | Kind::Metadata | Kind::Key(_) => false,
    }
}

fn is_letter_a(letter: char) -> bool {
    matches!(letter, 'A' | 'А')
}

/// The word for an annex that a text begins with, before such a letter, and what follows the letter.
fn annex_of(text: &str, is_letter: fn(char) -> bool) -> Option<(&str, &str)> {
    let text = text.trim_start_matches(|one: char| !one.is_alphabetic());
    let end = text.find(|one: char| !one.is_alphabetic() || is_letter(one)).unwrap_or(text.len());
    let joined = words::joined(&text[..end]).filter(|(_, length)| *length == end).map(|(class, _)| class);
    // In scripts without spaces the letter touches the word.
    let end = if joined.is_some() { end } else { text.find(|one: char| !one.is_alphabetic()).unwrap_or(text.len()) };
    let (word, rest) = text.split_at(end);
    let is_annex = words::class(word).or(joined) == Some(Word::Annex) || is_appendix(word);
    let rest = rest.trim_start();
    let letter = rest.chars().next().filter(|one| is_annex && is_letter(*one))?;
    let behind = &rest[letter.len_utf8()..];
    // "Annex A.9" is a part of one, "Annexes Against" is none.
    let is_part = behind.trim_start_matches(['.', '-', ' ']).starts_with(|one: char| one.is_ascii_digit());
    (!is_part && !behind.starts_with(char::is_alphanumeric)).then_some((word, behind))
}

/// The numbers of the chapters of a document, if wanted with those that their headings call clauses.
pub(super) fn chapters(blocks: &[Block], with_clauses: bool) -> BTreeSet<Number> {
    blocks.iter().filter_map(chapter).filter(|(_, is_clause)| with_clauses || !is_clause).map(|(one, _)| one).collect()
}

/// The number that a heading begins with, or a numbered paragraph: "11.4 Fees are due"; and whether it is called a clause.
fn chapter(block: &Block) -> Option<(Number, bool)> {
    let text = block.prose.text();
    let is_heading = match block.kind {
        Kind::Heading(_) => true,
        Kind::Text | Kind::Item => false,
        Kind::Note | Kind::Cell(_) | Kind::Code | Kind::Metadata | Kind::Key(_) => return None,
    };
    let start = text.find(|one: char| one.is_ascii_digit())?;
    let word = text[..start].trim_matches(|one: char| !one.is_alphabetic());
    let is_named = || is_heading && matches!(words::class(word), Some(Word::Part(_)));
    if start > LEAD || !(word.is_empty() || is_named()) {
        return None;
    }
    let end = text[start..].find(|one: char| !one.is_ascii_digit() && one != '.').map_or(text.len(), |end| start + end);
    let number = scan::number(text[start..end].trim_end_matches('.'))?;
    let behind = text[end..].trim_start();
    let next = &behind[..behind.find(|one: char| !one.is_alphabetic()).unwrap_or(behind.len())];
    let is_titled = behind.starts_with(char::is_alphabetic) && !words::is_of(next);
    let is_clause = words::class(word) == Some(Word::Part(Form::Clause)) || words::is_norm_part(word);
    (is_heading || (number.depth() > 1 && is_titled)).then_some((number, is_clause))
}

/// The longest beginning of a heading, in bytes, before its number.
const LEAD: usize = 16;

/// True if a number is that of a chapter, or stands in one. A chapter of one level counts where no clause is so high, and
/// for a mere sign such as §, which texts name their own parts by.
pub(super) fn is_chapter(number: Number, is_sign: bool, chapters: &BTreeSet<Number>) -> bool {
    let wide = is_sign || number.first() > LAST_CLAUSE;
    let parent = number.ancestor(2);
    let has = || chapters.range(parent..).next().is_some_and(|one| one.ancestor(2) == parent);
    (wide && chapters.contains(&number.ancestor(1))) || (number.depth() > 1 && has())
}

/// The last chapter of a standard for management systems.
pub(super) const LAST_CLAUSE: u8 = 10;

/// True if a title is that of a contract.
pub(super) fn names_contract(title: &str) -> bool {
    let title = title.to_lowercase();
    let is_one = |word: &str| CONTRACTS.iter().any(|one| word == one || (one.len() > 6 && word.ends_with(one)));
    title.split(|one: char| !one.is_alphabetic()).any(is_one)
}

/// True for a word for a contract.
pub(super) fn is_contract_word(word: &str) -> bool {
    CONTRACTS.contains(word.to_lowercase().as_str())
}

/// True for a word that says whose parts a column lists: "Manual section".
pub(super) fn is_own_text(word: &str) -> bool {
    names_contract(word) || OWN_TEXTS.contains(word.to_lowercase().as_str())
}

/// How many blocks at the start of a document may be its title.
const HEAD: usize = 12;

/// True if a document calls itself a contract.
pub(super) fn is_contract(blocks: &[Block]) -> bool {
    let is_title = |block: &&Block| match block.kind {
        Kind::Heading(level) => level == 1,
        Kind::Metadata => block.entry().is_some_and(|(key, _)| key.to_lowercase().ends_with("title")),
        Kind::Text | Kind::Note | Kind::Item | Kind::Cell(_) | Kind::Code | Kind::Key(_) => false,
    };
    blocks.iter().take(HEAD).filter(is_title).any(|block| names_contract(block.prose.text()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annexes_of_the_document_are_told_from_that_of_the_standard() {
        for text in
            ["Appendix A", "Annex A Forms", "Annex A: Forms", "10. Annex A – Lists", "ANHANG A Formulare", "Schedule A"]
        {
            assert_eq!(annex(text), Annex::Own, "{text}");
        }
        for text in ["Annex A", "Anhang A:", "Anexo A"] {
            assert_eq!(annex(text), Annex::Bare, "{text}");
        }
        for text in [
            "Annex A controls",
            "Annex A: Statement of applicability",
            "附录A 控制措施",
            "Annex A.9 Access",
            "Annex A 9.2.1",
            "Annexes",
            "Annex B Forms",
            "Appendix A: control mapping",
            "A plan",
        ] {
            assert_eq!(annex(text), Annex::None, "{text}");
        }
    }

    #[test]
    fn chapters_hold_their_own_numbers() {
        let number = |text: &str| scan::number(text).expect("it is a number");
        let own: BTreeSet<Number> = ["9.7", "12", "4"].map(number).into();
        for (text, is_sign) in [("9.7.3", false), ("9.7", false), ("12.1", false), ("4.9", true)] {
            assert!(is_chapter(number(text), is_sign, &own), "{text}");
        }
        for text in ["4.9", "9.8.1", "11.4"] {
            assert!(!is_chapter(number(text), false, &own), "{text}");
        }
    }
}

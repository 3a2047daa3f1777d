//! The year of an edition behind the title of the standard in the writer's words: "ISO 9001 Sistema de Gestión de Calidad
//! versión 2008".

use super::cursor::Cursor;
use super::lexicon::{TITLE_EDITIONS, TITLE_WORDS};
use super::model::{Reference, Year, YearForm};
use super::words;
use crate::standard::catalogue;

/// Most words of such a title.
const MOST: usize = 9;

/// What such words are put together with.
const MANAGEMENT: &str = "management";

/// Reads the year where the title and the word for an edition stand between it and the number, and the phrase ends behind
/// it. Without the word for a management system the title may be that of a document of the writer's.
pub(super) fn read<'a>(mut cursor: Cursor<'a>, found: &Reference) -> Option<(Year, Cursor<'a>)> {
    let mut title: usize = 0;
    for at in 0..=MOST {
        if !cursor.spaces() && at > 0 && !["'", "’"].iter().any(|sign| cursor.rest().starts_with(sign)) {
            return None;
        }
        if let Some(sign) = ["'", "’"].iter().find(|sign| cursor.rest().starts_with(**sign)) {
            cursor.at += sign.len();
        }
        let word = cursor.word();
        let lower = word.to_lowercase();
        if TITLE_EDITIONS.contains(&lower.as_str()) && title > 1 {
            break;
        }
        let is_title = TITLE_WORDS.contains(&lower.as_str());
        // A title begins with a large letter.
        if word.is_empty() || !(is_title || words::is_small(word)) || (at == 0 && !word.starts_with(char::is_uppercase))
        {
            return None;
        }
        // "Qualitätsmanagementsystem" says in one word what others say in three.
        let is_compound = lower.len() > MANAGEMENT.len() && lower.contains(MANAGEMENT);
        title += usize::from(is_title) + usize::from(is_compound);
    }
    cursor.spaces();
    let value = cursor.year().filter(|year| catalogue::knows_year(found, *year))?;
    let ends = cursor.peek_char().is_none_or(|one| matches!(one, '.' | ',' | ';' | ')')) && !cursor.goes_deeper();
    let ends = ends || cursor.rest().trim().is_empty();
    ends.then_some((Year { value, form: YearForm::Words }, cursor))
}

#[cfg(test)]
mod tests {
    use super::super::find;

    #[test]
    fn the_year_of_the_edition_stands_behind_a_title_in_the_words_of_the_writer() {
        let year = |text: &str| find(text)[0].year.map(|year| year.value);
        for text in [
            "ISO-9001 Sistema de Gestión de Calidad versión 2008.",
            "ISO 9001 Système de management de la qualité version 2008",
            "ISO 9001 Qualitätsmanagementsystem Version 2008, gültig bis 2027",
        ] {
            assert_eq!(year(text), Some(2008), "{text}");
        }
        for text in [
            "ISO 9001 Handbuch Version 2008.",
            "ISO 9001 Manual de Calidad versión 2008.",
            "ISO 9001 sistema de gestión de calidad, versión 2008 del manual",
            "ISO 9001 Sistema de Gestión de Calidad versión 2010.",
            "ISO 9001 Sistema de Gestión de Calidad versión 2008 del manual",
            "ISO 9001 Calidad versión 2008.",
        ] {
            assert_eq!(year(text), None, "{text}");
        }
    }
}

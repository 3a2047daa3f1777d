//! The words that stand beside numbers of clauses and controls, in the languages of policies.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::grammar::is_ideographic;
use super::lexicon::{
    ANNEXES, CLAUSES, CLAUSES_BEHIND, CONTROLS, COUNTED, JOINERS, LINKS, OFS, OTHER_PARTS, PREDICATES, RANGES,
    SECTIONS, SMALL_WORDS, UNITS,
};
use super::model::Form;

/// What a word before a number says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A clause or a control follows.
    Part(Form),
    /// An annex follows, whose letter comes next.
    Annex,
    /// A part of something else follows.
    Own,
}

/// Words and signs in scripts without spaces, as they end before a number.
const JOINED: &[(&str, Word)] = &[
    ("§", Word::Part(Form::Section)),
    ("条款", Word::Part(Form::Clause)),
    ("條款", Word::Part(Form::Clause)),
    ("箇条", Word::Part(Form::Clause)),
    ("조항", Word::Part(Form::Clause)),
    ("第", Word::Part(Form::Section)),
    ("章节", Word::Part(Form::Section)),
    ("章", Word::Part(Form::Section)),
    ("节", Word::Part(Form::Section)),
    ("節", Word::Part(Form::Section)),
    ("要求", Word::Part(Form::Section)),
    ("控制措施", Word::Part(Form::Control)),
    ("控制项", Word::Part(Form::Control)),
    ("控制域", Word::Part(Form::Control)),
    ("控制", Word::Part(Form::Control)),
    ("管理策", Word::Part(Form::Control)),
    ("통제", Word::Part(Form::Control)),
    ("合同附录", Word::Own),
    ("合同附件", Word::Own),
    ("別紙", Word::Own),
    ("別表", Word::Own),
    ("付属書", Word::Own),
    ("付録", Word::Own),
    ("附录", Word::Annex),
    ("附錄", Word::Annex),
    ("附件", Word::Annex),
    ("附属書", Word::Annex),
    ("부속서", Word::Annex),
    ("图", Word::Own),
    ("表", Word::Own),
    ("図", Word::Own),
];

/// Every word with what it says, those for an annex before those for parts of something else.
static CLASSES: LazyLock<HashMap<&str, Word>> = LazyLock::new(|| {
    let lists = [
        (OTHER_PARTS, Word::Own),
        (ANNEXES, Word::Annex),
        (SECTIONS, Word::Part(Form::Section)),
        (CONTROLS, Word::Part(Form::Control)),
        (CLAUSES, Word::Part(Form::Clause)),
    ];
    lists.into_iter().flat_map(|(words, class)| words.iter().map(move |word| (word, class))).collect()
});

/// What a word says of the number behind it.
pub(super) fn class(word: &str) -> Option<Word> {
    CLASSES.get(word).or_else(|| CLASSES.get(word.to_lowercase().as_str())).copied()
}

/// What the word or sign says that a text ends with, where no blank parts it from the number; and its length.
pub(super) fn joined(text: &str) -> Option<(Word, usize)> {
    // None of them ends with a character of ASCII, as most texts do.
    if text.as_bytes().last().is_none_or(u8::is_ascii) {
        return None;
    }
    JOINED.iter().find(|(word, _)| text.ends_with(word)).map(|(word, class)| (*class, word.len()))
}

/// True for a word for an annex that also names parts of other texts.
pub(super) fn is_own(word: &str) -> bool {
    OTHER_PARTS.contains(word.to_lowercase().as_str())
}

/// True if the number before a text measures something: " hours", " %".
pub(super) fn measures(behind: &str) -> bool {
    let rest = behind.trim_start_matches([' ', '\n', '\u{a0}']);
    let word = first_word(rest);
    // "6.1.2 h)" is a paragraph.
    let is_hour = word == "h" && !rest[word.len()..].starts_with(')');
    rest.starts_with(['%', '€', '$', '°', '£', '‰']) || is_hour || UNITS.contains(word.to_lowercase().as_str())
}

/// True if a lone number before a text counts what it names: " controls", " sub-controls", " days", "项". Nothing is counted by
/// a number that the sentence goes on about: "and 15 apply".
pub(super) fn counts(behind: &str) -> bool {
    let rest = behind.trim_start_matches([' ', '\n', '\u{a0}']);
    if rest.starts_with(['项', '項', '个', '個', '条', '件', '개']) {
        return true;
    }
    let rest = rest.strip_prefix("sub-").unwrap_or(rest);
    let word = first_word(rest).to_lowercase();
    let is_known =
        || is_small(&word) || is_predicate(&word) || joins(&format!(" {word} ")) || LINKS.contains(word.as_str());
    rest.len() < behind.len() && !word.is_empty() && (COUNTED.contains(word.as_str()) || !is_known())
}

/// The beginning of a text that is asked again and again, up to `most` bytes.
pub(super) fn beginning(text: &str, most: usize) -> &str {
    let most = most.min(text.len());
    &text[..(0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()]
}

/// The word that a text begins with.
pub(super) fn first_word(text: &str) -> &str {
    &text[..text.find(|one: char| !one.is_alphabetic()).unwrap_or(text.len())]
}

/// True if a text begins with a word for a clause, as it follows a number in Chinese and Japanese.
pub(super) fn clause_follows(text: &str) -> bool {
    CLAUSES_BEHIND.iter().any(|word| text.starts_with(word))
}

/// True for a small word between a designation and a number.
pub(super) fn is_small(word: &str) -> bool {
    let lower = word.to_lowercase();
    SMALL_WORDS.contains(lower.as_str()) || lower.chars().all(is_ideographic) && lower.chars().count() <= 3
}

/// True for a word by which a number belongs to what follows.
pub(super) fn is_of(word: &str) -> bool {
    OFS.contains(word.to_lowercase().as_str())
}

/// True for a word that standards use of their clauses, and other texts of their own parts: in a heading below the name of a
/// standard it means a clause.
pub(super) fn is_norm_part(word: &str) -> bool {
    word.eq_ignore_ascii_case("abschnitt")
}

/// True for a word that says something of the numbers before it.
pub(super) fn is_predicate(word: &str) -> bool {
    PREDICATES.contains(word.to_lowercase().as_str())
}

/// The longest aside, in bytes, that is passed over in a list.
pub(super) const ASIDE: usize = 60;

/// Length of the aside that a text begins with: words in brackets, without a number.
pub(super) fn aside(text: &str) -> Option<usize> {
    let close = if text.starts_with('(') { ')' } else { text.strip_prefix('[').map(|_| ']')? };
    let end = text.find(close).filter(|end| *end <= ASIDE)?;
    let is_words = !text[1..end].contains(|one: char| one.is_ascii_digit() || "([;:".contains(one));
    is_words.then_some(end + 1)
}

/// A gap without the aside that says something of the number before it: "9.2 (audits), 9.7".
pub(super) fn without_aside(gap: &str) -> &str {
    let text = gap.trim_start();
    aside(text).map_or(gap, |length| &text[length..])
}

/// True if a gap joins two items of a list.
#[must_use]
pub fn joins(gap: &str) -> bool {
    let marked = gap.trim_matches([' ', '\n', ',', ';', '/', '&', '+', '、', '"', '\'', '|', '(', ')']);
    gap.len() <= 24 && !gap.is_empty() && (marked.is_empty() || JOINERS.contains(marked.to_lowercase().as_str()))
}

/// True if a gap makes its two sides the ends of a range.
pub(super) fn spans(gap: &str) -> bool {
    let marked = gap.trim_matches([' ', '\n', '"', '\'', '*']);
    let is_sign = || matches!(marked, "-" | "—" | "~" | "〜" | ".." | "..." | "…");
    gap.len() <= 16 && (is_sign() || RANGES.contains(marked.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(beginning("Clause", 9), "Clause");
        let long = format!("a{}", "ä".repeat(9));
        assert_eq!(beginning(&long, 9), &long[..9]);
        assert_eq!(beginning(&long, 8), &long[..7]);
    }
}

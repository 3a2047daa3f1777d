//! Words of a sentence between a designation and a clause of it: "ISO/IEC 20000-1 requires in clause 8.7.3", and the title
//! of a clause: "clause 8.7.3, Safe lamps, of ISO/IEC 20000-1".

use std::ops::Range;

use super::appendix;
use super::gap::{self, Gap};
use super::lexicon::{CLAUSE_LEADS, PARTICULARS, REQUIREMENTS};
use super::words;

/// The longest words, in bytes, between a designation and a clause.
const LONGEST: usize = 96;

/// True if the words of a gap say what a standard does in the clause behind them.
pub(super) fn leads(prose: &str, gap: Range<usize>) -> bool {
    let Some(text) = prose.get(gap).filter(|text| text.len() <= LONGEST && !ends(text)) else { return false };
    let lower = text.to_lowercase();
    let mut words = lower.split(|one: char| !one.is_alphabetic()).filter(|word| !word.is_empty());
    // What a standard asks for may be a policy.
    let is_own = |word: &str| word != "policy" && appendix::is_own_text(word);
    if lower.split(|one: char| !one.is_alphabetic()).any(is_own) || text.contains(is_digit) {
        return false;
    }
    let rest = lower.trim_start_matches([',', ' ', '\n']);
    let is_particular = || rest.len() < lower.len() && PARTICULARS.iter().any(|one| rest.starts_with(one));
    is_particular() || (words.next().is_some_and(is_verb) && words.any(|word| CLAUSE_LEADS.contains(word)))
}

/// True for a verb for what a standard does.
pub(super) fn is_verb(word: &str) -> bool {
    REQUIREMENTS.contains(word.to_lowercase().as_str())
}

fn is_digit(one: char) -> bool {
    one.is_ascii_digit()
}

/// True if a sentence ends in a text, or a part of it.
fn ends(text: &str) -> bool {
    text.contains([';', '!', '?', '|', ':']) || text.contains(". ") || text.contains(".\n")
}

/// The gap behind the title of a clause, up to the designation that the clause is of.
pub(super) fn behind_title(prose: &str, gap: Range<usize>, passed: &[Range<usize>]) -> Option<Gap> {
    let text = prose.get(gap.clone())?;
    let start = text.trim_start();
    let offset = gap.start + text.len() - start.len();
    let (title, rest) = quoted(start).or_else(|| parted(start)).or_else(|| led(start))?;
    let is_title = title.len() <= LONGEST
        && !title.contains(is_digit)
        && !ends(title)
        && !title.to_lowercase().contains("certif")
        && !title.split(|one: char| !one.is_alphabetic()).any(appendix::is_own_text);
    let found = gap::between(prose, offset + rest..gap.end, passed)?;
    (is_title && found.has_of && !found.passes && !found.has_semicolon).then_some(found)
}

/// A title in quotes, and where it ends.
fn quoted(text: &str) -> Option<(&str, usize)> {
    let open = text.chars().next().filter(|one| matches!(one, '"' | '“' | '„' | '«'))?;
    let rest = &text[open.len_utf8()..];
    let length = rest.find(['"', '”', '“', '»'])?;
    let close = rest[length..].chars().next()?;
    Some((&rest[..length], open.len_utf8() + length + close.len_utf8()))
}

/// A title between commas, and where it ends.
fn parted(text: &str) -> Option<(&str, usize)> {
    let rest = text.strip_prefix(',')?.trim_start();
    let length = rest.find(',').filter(|_| rest.starts_with(char::is_uppercase))?;
    Some((&rest[..length], text.len() - rest.len() + length + 1))
}

/// What a clause is on, and where the word begins by which it belongs to what follows.
fn led(text: &str) -> Option<(&str, usize)> {
    let rest = ["on", "zu", "zur", "über", "sur", "sobre"].iter().find_map(|word| text.strip_prefix(word))?;
    let rest = Some(rest.trim_start()).filter(|trimmed| trimmed.len() < rest.len())?;
    let start = text.len() - rest.len();
    let mut at = start;
    let of = rest.split_inclusive([' ', '\n']).find_map(|word| {
        let here = at;
        at += word.len();
        (here > start && words::is_of(word.trim_end())).then_some(here)
    })?;
    Some((&text[start..of], of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_lead_to_their_clauses() {
        let is_led = |text: &str| leads(text, 0..text.len());
        for text in [
            " requires in ", " asks in its ", ", in particular ", " verlangt in ", " specifies a policy in ",
            " exige à l'",
        ] {
            assert!(is_led(text), "{text}");
        }
        for text in
            [" and ", " requires a contract, see ", " requires it. See ", " is named in ", " requires 4 lamps in "]
        {
            assert!(!is_led(text), "{text}");
        }
    }

    #[test]
    fn titles_stand_between_a_clause_and_its_standard() {
        let is_behind = |text: &str| behind_title(text, 0..text.len(), &[]).is_some();
        for text in [" \"Safe lamps\" of ", ", Safe lamps, of ", " on lamps of "] {
            assert!(is_behind(text), "{text}");
        }
        for text in [" on fees", ", lamps, of ", " \"Lamps of the contract\" of ", " on the certificate of "] {
            assert!(!is_behind(text), "{text}");
        }
    }
}

//! The title of a standard between its designation and a number: "ISO/IEC 20000-1:2018, Running things — Part 1, clause 8.2".

use std::ops::Range;

use super::appendix;
use super::gap::{self, Gap};

/// The longest title, in bytes.
const LONGEST: usize = 240;

/// Dashes between the parts of a title.
const DASHES: &[&str] = &[" — ", " – ", " - ", "—", "――"];

/// Signs behind a title.
const ENDS: &[char] = &[',', '、', '，', '(', '（', '"', '”', '»', '“', '」', '』'];

/// Pairs of quotes around a title.
const QUOTES: &[(char, &[char])] =
    &[('"', &['"']), ('“', &['”', '“']), ('„', &['“', '”']), ('«', &['»']), ('「', &['」']), ('『', &['』'])];

/// What stands behind the title in a gap, if it begins with one.
pub(super) fn behind(prose: &str, gap: Range<usize>, passed: &[Range<usize>]) -> Option<Gap> {
    let text = prose.get(gap.clone())?;
    let title = text.trim_start_matches([',', ':', ' ', '\n', '、', '，']);
    let start = gap.start + text.len() - title.len();
    let reach = title.char_indices().take_while(|(at, _)| *at <= LONGEST);
    let ends = reach.filter(|(_, one)| ENDS.contains(one)).map(|(at, _)| at).skip_while(|at| *at == 0);
    ends.map_while(|at| {
        let end = start + at;
        // A number in it ends the title at the latest.
        (!passed.iter().skip(passed.partition_point(|one| one.end <= start)).take(1).any(|one| one.start < end))
            .then_some((&prose[start..end], end))
    })
    .filter(|(title, _)| is_title(title))
    .find_map(|(_, end)| gap::between(prose, end..gap.end, passed))
}

/// True for words in quotes, or parted by dashes, that name no text of the writer's own and end no sentence.
fn is_title(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next().unwrap_or_default();
    let close = QUOTES.iter().find(|(open, _)| *open == first).map(|(_, close)| *close);
    let is_quoted = close.is_some_and(|close| !letters.as_str().contains(close));
    let is_parted = close.is_none()
        && (first.is_uppercase() || first.is_alphabetic() && !first.is_lowercase())
        && DASHES.iter().any(|dash| text.contains(dash));
    let ends_sentence = text.contains([';', '!', '?', '|', '。']) || text.contains(". ");
    // "Part 1" has a digit, a day or an amount more.
    let is_counting = text.split(|one: char| !one.is_ascii_digit()).any(|digits| digits.len() > 2);
    let mut words = text.split(|one: char| !one.is_alphabetic()).filter(|word| !word.is_empty());
    (is_quoted || is_parted) && !ends_sentence && !is_counting && !words.any(appendix::is_own_text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_told_from_other_words() {
        let is_behind = |text: &str| {
            let start = text.find("9.7.3").expect("the number is there");
            let number = start..start + 5;
            behind(text, 0..start, std::slice::from_ref(&number)).is_some()
        };
        for text in [
            ", Running things — Caring for them — Part 1, clause 9.7.3",
            " “Running things”, clause 9.7.3",
            ", Lamps, rooms and halls – Rules (clause 9.7.3",
            "、「灯の手入れ」箇条9.7.3",
        ] {
            assert!(is_behind(text), "{text}");
        }
        for text in [
            " and the lamps of the hall, clause 9.7.3",
            ", Supply contract — Lamps, clause 9.7.3",
            ", Lamps — Rules. The hall has a clause, clause 9.7.3",
            ", Lamps — since 2018, clause 9.7.3",
        ] {
            assert!(!is_behind(text), "{text}");
        }
    }
}

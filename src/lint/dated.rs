//! Whether a title tells of a day: then it heads what happened on it, not what is done each time.

use crate::rule::words::{DAY_TIES, PROCEDURES};
use crate::standard::context::word::month;
use crate::year;

/// True for a date in figures, `2024-03-11`, `11.03.2024`, and for one in words on which something was: "of 3 May". That of a
/// plan or a procedure is the day on which it was approved.
pub(super) fn is_dated(title: &str) -> bool {
    if is_of_procedure(title) {
        return false;
    }
    let parts: Vec<&str> = title.split(|one: char| !one.is_ascii_digit()).collect();
    let is_date = |three: &[&str]| {
        let lengths: Vec<usize> = three.iter().map(|part| part.len()).collect();
        matches!(lengths.as_slice(), [4, 2, 1..=2] | [1..=2, 1..=2, 4])
    };
    parts.windows(3).any(is_date)
        || parts.iter().any(|part| part.len() == 8 && part.starts_with("20"))
        || has_quarter(title)
        || has_day(title)
}

/// True for a quarter of a year: "Q3/2026", "Q3 2026".
fn has_quarter(title: &str) -> bool {
    let words: Vec<&str> = title.split(|one: char| !one.is_alphanumeric()).filter(|one| !one.is_empty()).collect();
    let is_quarter =
        |word: &str| word.strip_prefix(['Q', 'q']).is_some_and(|rest| matches!(rest.as_bytes(), [b'1'..=b'4']));
    words.windows(2).any(|two| is_quarter(two[0]) && is_year(two[1]) || is_quarter(two[1]) && is_year(two[0]))
}

/// True for a year from 2000 to 2099.
fn is_year(word: &str) -> bool {
    word.starts_with("20") && year::is_written(word)
}

/// True if a year stands in a title.
pub(super) fn has_year(title: &str) -> bool {
    title.split(|one: char| !one.is_alphanumeric()).any(is_year)
}

/// True for a text that begins with the number of a case, which has its year: "INC-2026-014".
pub(super) fn begins_numbered(text: &str) -> bool {
    let number = text.split_whitespace().next().unwrap_or_default().trim_end_matches([':', ',', '.', ')']);
    let mut parts = number.split(['-', '_', '/']);
    let letters = parts.next().unwrap_or_default();
    let is_serial = |part: &str| !part.is_empty() && part.bytes().all(|one| one.is_ascii_digit());
    (2..=6).contains(&letters.len())
        && letters.bytes().all(|one| one.is_ascii_uppercase())
        && parts.next().is_some_and(is_year)
        && parts.next().is_some_and(is_serial)
}

/// True for the title of what says what is done each time.
pub(super) fn is_of_procedure(title: &str) -> bool {
    let lower = title.to_lowercase();
    let mut words = lower.split(|one: char| !one.is_alphanumeric());
    words.any(|word| PROCEDURES.iter().any(|one| word.ends_with(one)))
}

/// True for a text that begins with a day: "2024-03-11", "11.3.2024", "11 March", "March 11".
pub(super) fn begins_dated(text: &str) -> bool {
    let lower = text.trim_start().chars().take(DAY).collect::<String>().to_lowercase();
    let words: Vec<&str> =
        lower.split(|one: char| !one.is_alphanumeric()).filter(|one| !one.is_empty()).take(3).collect();
    let lengths: Vec<usize> =
        words.iter().filter(|one| one.bytes().all(|byte| byte.is_ascii_digit())).map(|one| one.len()).collect();
    let in_words = match words.as_slice() {
        [first, second, ..] => is_day(first) && month(second).is_some() || is_day(second) && month(first).is_some(),
        _ => false,
    };
    in_words || matches!(lengths.as_slice(), [4, 1..=2, 1..=2] | [1..=2, 1..=2, 4])
}

/// True for the day of a month: "3", "3.", "3rd".
fn is_day(word: &str) -> bool {
    let figures = word.trim_end_matches(['.', 's', 't', 'n', 'd', 'r', 'h']);
    figures.len() <= 2 && figures.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

/// True for a day in words behind a word that ties something to it.
fn has_day(title: &str) -> bool {
    let title = title.to_lowercase();
    let words: Vec<&str> = title.split([' ', '_', '-', ',', ':', '(', ')']).filter(|one| !one.is_empty()).collect();
    let is_month = |word: &str| month(word.trim_end_matches('.')).is_some();
    words.windows(3).enumerate().any(|(at, three)| {
        let month = if DAY_TIES.contains(three[2]) { words.get(at + 3) } else { words.get(at + 2) };
        let is_first = is_day(three[1]) && month.is_some_and(|month| is_month(month));
        DAY_TIES.contains(three[0]) && (is_first || is_month(three[1]) && is_day(three[2]))
    })
}

/// The longest day in words with what may stand around it, in characters.
const DAY: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_that_begin_with_a_day_are_told_from_others() {
        for dated in [
            "2024-03-11 outage", "11.03.2024: outage", "3 March: outage", "March 3rd, a phone", "3. Mai",
            "12 mars 2024",
        ] {
            assert!(begins_dated(dated), "{dated}");
        }
        for other in ["3 times a year", "The outage of 3 March", "1.2.3 Scope", "March", "24 hours", "2024 plan"] {
            assert!(!begins_dated(other), "{other}");
        }
    }

    #[test]
    fn titles_of_one_day_are_told_from_others() {
        for dated in [
            "Incident 2024-03-11: outage",
            "20240311 outage",
            "Störung 11.3.2024",
            "Security incident of 3 May",
            "Security incident of 3 Oct 2024",
            "Security incident of 3 Sept. 2024",
            "Beveiligingsincident van 3 juni, gemeld op 4 juni",
            "Sicherheitsvorfall vom 3. April",
            "What happened on May 3rd, 2024",
            "Sicherheitsvorfall vom 3. Mai",
            "Incident du 12 mars 2024",
            "Incidente del 3 de mayo",
            "Information security incident report Q3/2026",
            "Security incidents 2026 Q1",
        ] {
            assert!(is_dated(dated), "{dated}");
        }
        for other in [
            "Security incidents",
            "Incident response plan 2024",
            "3 May",
            "Plan of 3 parts",
            "On 24 hours of duty",
            "Policy v2.3",
            "Incident response plan Q3/2026",
            "Security incidents, reviewed each Q4",
            "ISO 27001:2022",
            "Security incident procedure - approved 20/01/2026",
            "incident-response-plan_v2_20260120.md",
            "Notfallplan vom 3. Mai",
            "Procédure de gestion des incidents, approuvée 20/01/2026",
            "インシデント対応手順 2026-01-20",
        ] {
            assert!(!is_dated(other), "{other}");
        }
    }
}

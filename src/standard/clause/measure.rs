//! Numbers that are days, times of day, amounts or scores: "ISO 9001, 12.6. bis 14.6.", "9.30–12.00 Uhr", "€ 9.70".

use std::ops::Range;

use super::lexicon::{DAY_LEADS, MONEY};
use super::model::Number;
use super::scan;
use super::words;
use crate::year;

/// True if a number without a word for a clause is none, by what touches it.
pub(super) fn is_one(prose: &str, own: &Range<usize>, number: Number) -> bool {
    if number.depth() != 2 {
        return false;
    }
    let before = prose[..own.start].trim_end_matches([' ', '\u{a0}']);
    let behind = &prose[own.end..];
    before.len() < own.start && MONEY.iter().any(|one| before.ends_with(one))
        || is_score(behind)
        || words::measures(past_range(behind))
        || is_day(prose, own)
}

/// True if a number with a full stop behind it is a day of a month, as a year, a word between two days or one before it says:
/// "12.6.–14.6.2025", "9.7. bis 11.7.", "(am 9.7.)". Clauses are written with the full stop as well: "9.7., 9.8."
fn is_day(prose: &str, own: &Range<usize>) -> bool {
    let Some(rest) = prose[own.end..].strip_prefix('.').filter(|_| is_of_month(&prose[own.clone()])) else {
        return false;
    };
    let next = rest.trim_start_matches(' ');
    let digit = next.find(|one: char| one.is_ascii_digit()).filter(|at| *at <= SPAN);
    if let Some((gap, last)) =
        digit.map(|at| next.split_at(at)).filter(|(gap, _)| gap.trim() == "–" || words::spans(gap))
    {
        return has_year(last) || (gap.contains(char::is_alphabetic) && is_day_written(last)) || is_led(prose, own);
    }
    let is_closed = rest.starts_with([',', ';', ')']) || next.starts_with('(');
    year::leads(next) || (is_closed && is_led(prose, own))
}

/// True if the two levels of a number may be a day and a month.
fn is_of_month(written: &str) -> bool {
    let is_level = |text: &str, most: u8| text.parse::<u8>().is_ok_and(|level| (1..=most).contains(&level));
    written.split_once('.').is_some_and(|(day, month)| is_level(day, 31) && is_level(month, 12))
}

/// True if a text begins with a day of a month with its full stop: "14.6."
fn is_day_written(text: &str) -> bool {
    let end = text.find(|one: char| !one.is_ascii_digit() && one != '.').unwrap_or(text.len());
    text[..end].strip_suffix('.').is_some_and(is_of_month)
}

/// True if a text begins with a day of a month and a year: "14.6.2025", "14.6. 2025".
fn has_year(text: &str) -> bool {
    let mut levels = text.splitn(3, '.');
    let (day, month, year) = (levels.next(), levels.next(), levels.next());
    let is_date = day.zip(month).is_some_and(|(day, month)| is_of_month(&format!("{day}.{month}")));
    is_date && year.is_some_and(|year| year::leads(year.trim_start_matches(' ')))
}

/// True if a word that leads to a day stands right before a number.
fn is_led(prose: &str, own: &Range<usize>) -> bool {
    let head = prose[..own.start].trim_end_matches([' ', '\u{a0}']);
    let (word, start) = scan::last_word(head);
    // "9.7. bis 9.9."
    let is_range = || head[..start].trim_end().ends_with(|one: char| one.is_ascii_digit() || one == '.');
    head.len() < own.start && DAY_LEADS.contains(word.to_lowercase().as_str()) && !(word == "bis" && is_range())
}

/// The longest words between two days, in bytes.
const SPAN: usize = 12;

/// True if a text begins with the most that a score may be: "/10".
fn is_score(behind: &str) -> bool {
    let Some(rest) = behind.strip_prefix('/') else { return false };
    let digits = rest.len() - rest.trim_start_matches(|one: char| one.is_ascii_digit()).len();
    let goes_on =
        rest[digits..].strip_prefix('.').is_some_and(|next| next.starts_with(|one: char| one.is_ascii_digit()));
    matches!(&rest[..digits], "5" | "10" | "100") && !goes_on
}

/// What stands behind the end of a range: "–12.00 Uhr".
fn past_range(behind: &str) -> &str {
    let rest = behind.trim_start_matches(' ').strip_prefix(['-', '–', '—']);
    let Some(rest) = rest.map(|rest| rest.trim_start_matches(' ')) else { return behind };
    let end = rest.find(|one: char| !one.is_ascii_digit() && !matches!(one, '.' | ',' | ':')).unwrap_or(rest.len());
    if end > 0 { &rest[end..] } else { behind }
}

#[cfg(test)]
mod tests {
    use super::super::scan;

    fn is_one(text: &str) -> bool {
        let start = text.find("9.7").expect("the number is there");
        let number = scan::number("9.7").expect("it is one");
        super::is_one(text, &(start..start + "9.7".len()), number)
    }

    #[test]
    fn days_times_and_amounts_are_no_clauses() {
        for text in [
            "9.7. bis 11.7.", "(9.7.-11.7.2025)", "(9.7.–11.7.2025)", "9.7. – 11.7. 2025", "9.7. 2025", "(am 9.7.)",
            "vom 9.7. – 11.7.", "ab 9.7. (Linz)", "9.7–12.00 Uhr", "9.7 h", "9.7 %", "€ 9.7", "EUR 9.7", "9.7/10",
            "9.7 days",
        ] {
            assert!(is_one(text), "{text}");
        }
        for text in [
            "9.7", "9.7.", "9.7. The team", "9.7, 9.8", "9.7/10.1", "9.7 – 9.8", "9.7 (lamps)", "9.7 h)", "9.7-9.8",
            "9.7., 9.8.", "9.7. (Lamps)", "(9.7.)", "9.7. – 9.9.", "9.7. bis 9.98", "9.7.; 8.2", "9.7. 2 lamps",
        ] {
            assert!(!is_one(text), "{text}");
        }
    }
}

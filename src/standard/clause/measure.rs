//! Numbers that are days, times of day, amounts or scores: "ISO 9001, 12.6. bis 14.6.", "9.30–12.00 Uhr", "€ 9.70".

use std::ops::Range;

use super::model::Number;
use super::words;

/// Signs of money that may stand before an amount.
const MONEY: &[&str] = &["€", "$", "£", "¥", "EUR", "USD", "CHF", "GBP"];

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
        || is_day(&prose[own.clone()], behind)
}

/// True if a number is a day of a month with a full stop behind it where no sentence ends: "12.6.–14.6.", "9.7. (Graz)".
fn is_day(written: &str, behind: &str) -> bool {
    let level = |text: &str| text.parse::<u8>().unwrap_or_default();
    let is_date = written.split_once('.').is_some_and(|(day, month)| level(day) <= 31 && level(month) <= 12);
    let Some(rest) = behind.strip_prefix('.').filter(|_| is_date) else { return false };
    let next = rest.trim_start_matches(' ');
    let digit = next.find(|one: char| one.is_ascii_digit()).filter(|at| *at <= SPAN);
    rest.starts_with([',', ';', ')']) || next.starts_with('(') || digit.is_some_and(|at| words::spans(&next[..at]))
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
            "9.7. bis 11.7.", "(9.7.-11.7.2025)", "9.7., 10.7.", "9.7. (Linz)", "9.7–12.00 Uhr", "9.7 h", "9.7 %",
            "€ 9.7", "EUR 9.7", "9.7/10", "9.7 days",
        ] {
            assert!(is_one(text), "{text}");
        }
        for text in
            ["9.7", "9.7.", "9.7. The team", "9.7, 9.8", "9.7/10.1", "9.7 – 9.8", "9.7 (lamps)", "9.7 h)", "9.7-9.8"]
        {
            assert!(!is_one(text), "{text}");
        }
    }
}

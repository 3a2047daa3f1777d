//! Days as spreadsheets count them.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Days up to the first of March 1900, before which Excel counts a day that never was.
const LEAP: i64 = 60;

/// The day of a number, and the minute of the day.
pub(super) fn of(number: f64, from_1904: bool) -> Option<(Date, u32)> {
    if !(0.0..3_000_000.0).contains(&number) {
        return None;
    }
    // Rounded to the minute, so that the last minute of a day may be the first of the next.
    let minutes = (number * 1440.0).round();
    let days = (minutes / 1440.0).floor();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "both lie between 0 and 3 million days"
    )]
    let (days, minute) = (days as i64, (minutes - days * 1440.0) as u32);
    let first = if from_1904 { date(1904, 1, 1) } else { date(1899, 12, 30) };
    let missing = i64::from(!from_1904 && days < LEAP);
    Some((first.checked_add((days + missing).days()).ok()?, minute))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_excel_counts_them() {
        assert_eq!(of(1.0, false), Some((date(1900, 1, 1), 0)));
        assert_eq!(of(45_292.0, false), Some((date(2024, 1, 1), 0)));
        assert_eq!(of(43_830.75, true), Some((date(2024, 1, 1), 18 * 60)));
        assert_eq!(of(-1.0, false), None);
        assert_eq!(of(f64::NAN, false), None);
    }
}

//! Formats of numbers, as far as they matter to a text: decimals, days, and words around a number.

use super::date;

/// Most decimals that are shown.
const DECIMALS: usize = 30;

/// How a number is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    /// As it is.
    #[default]
    General,
    /// As a day, a time or both.
    Date {
        /// Whether the day is shown.
        day: bool,
        /// Whether the time is shown.
        time: bool,
    },
    /// With so many digits, and words around it.
    Digits {
        /// What stands before it.
        before: String,
        /// Least number of digits before the point.
        least: usize,
        /// Digits behind the point.
        decimals: usize,
        /// Whether it is shown in hundredths.
        percent: bool,
        /// What stands behind it.
        behind: String,
    },
}

impl Format {
    /// The format of a number that every program knows.
    pub fn built_in(id: u32) -> Self {
        match id {
            1 | 3 | 37 | 38 => Self::of("0"),
            2 | 4 | 39 | 40 => Self::of("0.00"),
            9 => Self::of("0%"),
            10 => Self::of("0.00%"),
            14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => Self::Date { day: true, time: false },
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => Self::Date { day: false, time: true },
            22 => Self::Date { day: true, time: true },
            _ => Self::General,
        }
    }

    /// The format that a code describes; of its sections the first.
    pub fn of(code: &str) -> Self {
        let (mut before, mut behind) = (String::new(), String::new());
        let (mut least, mut decimals, mut seen) = (0, None::<usize>, false);
        let (mut percent, mut day, mut time) = (false, false, false);
        let mut letters = code.chars();
        while let Some(one) = letters.next() {
            let words = if seen { &mut behind } else { &mut before };
            match one {
                ';' => break,
                '"' => words.extend(letters.by_ref().take_while(|one| *one != '"')),
                '\\' => words.extend(letters.next()),
                '_' | '*' => drop(letters.next()),
                '[' => {
                    let inner: String = letters.by_ref().take_while(|one| *one != ']').collect();
                    time |= matches!(inner.to_ascii_lowercase().as_str(), "h" | "hh" | "m" | "mm" | "s" | "ss");
                    words.extend(inner.strip_prefix('$').map(|sign| sign.split('-').next().unwrap_or_default()));
                }
                '0' | '#' | '?' => {
                    seen = true;
                    match &mut decimals {
                        Some(count) => *count = (*count + 1).min(DECIMALS),
                        None => least += usize::from(one == '0'),
                    }
                }
                '.' if seen || !(day || time) => (seen, decimals) = (true, decimals.or(Some(0))),
                '%' => percent = true,
                'y' | 'Y' | 'd' | 'D' | 'e' | 'g' => day = true,
                'h' | 'H' | 's' | 'S' => time = true,
                'E' | '/' if seen => return Self::General,
                'G' => return Self::General,
                '@' => return Self::General,
                ' ' | '-' | '(' | ')' | '+' | ':' | '$' if !(day || time) => words.push(one),
                _ => {}
            }
        }
        if day || time {
            return Self::Date { day, time };
        }
        if !seen {
            return Self::General;
        }
        Self::Digits { before, least, decimals: decimals.unwrap_or(0), percent, behind }
    }

    /// The number as it is shown.
    pub fn shown(&self, number: f64, from_1904: bool) -> String {
        match self {
            Self::General => number.to_string(),
            Self::Date { day, time } => match date::of(number, from_1904) {
                Some((date, minute)) => {
                    let clock = format!("{:02}:{:02}", minute / 60, minute % 60);
                    match (day, time) {
                        (true, true) => format!("{date} {clock}"),
                        (true, false) => date.to_string(),
                        (false, _) => clock,
                    }
                }
                None => number.to_string(),
            },
            Self::Digits { before, least, decimals, percent, behind } => {
                let (number, sign) = if *percent { (number * 100.0, "%") } else { (number, "") };
                let digits = format!("{:.*}", *decimals, number.abs());
                let whole = digits.find('.').unwrap_or(digits.len());
                let zeros = "0".repeat(least.saturating_sub(whole).min(DECIMALS));
                let minus = if number < 0.0 { "-" } else { "" };
                format!("{before}{minus}{zeros}{digits}{sign}{behind}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_their_formats_say() {
        let shown = |code: &str, number: f64| Format::of(code).shown(number, false);
        assert_eq!(shown("General", 5.1), "5.1");
        assert_eq!(shown("0.00", 8.1), "8.10");
        assert_eq!(shown("\"A.\"0.0", 5.1), "A.5.1");
        assert_eq!(shown("\\A\\.0", 5.0), "A.5");
        assert_eq!(shown("000", 7.0), "007");
        assert_eq!(shown("#,##0.00_);[Red](#,##0.00)", -3.5), "-3.50");
        assert_eq!(shown("0%", 0.25), "25%");
        assert_eq!(shown("[$€-407] 0", 5.0), "€ 5");
        assert_eq!(shown("yyyy\\-mm\\-dd", 45_292.0), "2024-01-01");
        assert_eq!(shown("[$-409]d/m/yy h:mm AM/PM;@", 45_292.5), "2024-01-01 12:00");
        assert_eq!(shown("[h]:mm", 0.5), "12:00");
        assert_eq!(shown("0.00E+00", 1500.0), "1500");
        assert_eq!(shown("@", 27001.0), "27001");
    }
}

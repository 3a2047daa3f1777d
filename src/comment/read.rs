//! The words of a comment: `ignore-next-line RULE, RULE until=2027-01-31 -- reason`.

use super::model::{Until, Verb};

/// What stands between the rules and the reason; word processors turn two hyphens into a dash.
const BEFORE_REASON: &[&str] = &["--", "\u{2014}", "\u{2013}"];

/// What the words say.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Words {
    pub verb: Verb,
    pub selectors: Vec<String>,
    pub until: Option<Until>,
    pub reason: Option<String>,
    pub stray: Option<String>,
}

/// Reads what stands behind `sms-lint:`.
pub(super) fn read(text: &str) -> Words {
    let mut words = text.split_whitespace();
    let mut head: Vec<&str> = words.by_ref().take_while(|word| !BEFORE_REASON.contains(word)).collect();
    let reason = words.collect::<Vec<&str>>().join(" ");
    let first = if head.is_empty() { "" } else { head.remove(0) };
    let verb = Verb::ALL.iter().find(|(name, _)| *name == first).map(|(_, verb)| *verb);
    let mut read = Words {
        verb: verb.unwrap_or(Verb::Unknown),
        selectors: Vec::new(),
        until: None,
        reason: Some(reason).filter(|reason| reason.chars().any(char::is_alphanumeric)),
        stray: verb.is_none().then(|| first.to_owned()),
    };
    for word in head.iter().flat_map(|word| word.split(',')).filter(|word| !word.is_empty()) {
        match word.split_once('=') {
            None => read.selectors.push(word.to_owned()),
            Some(("until", day)) if read.until.is_none() => read.until = Some(until(day)),
            Some(_) => read.stray = read.stray.or_else(|| Some(word.to_owned())),
        }
    }
    read
}

/// A day as it must be written: with four, two and two digits.
fn until(day: &str) -> Until {
    let is_written = day.len() == 10 && day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let day = day.parse().ok().filter(|_| is_written).map(Until::Day).ok_or(day);
    day.unwrap_or_else(|day| Until::Malformed(day.to_owned()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn rules_day_and_reason_are_told_apart() {
        let words = read(" ignore-next-line a-b,c-d, 8.7.3 until=2027-01-31 -- named in -- the contract ");
        assert_eq!(words.verb, Verb::NextLine);
        assert_eq!(words.selectors, ["a-b", "c-d", "8.7.3"]);
        assert_eq!(words.until, Some(Until::Day(date(2027, 1, 31))));
        assert_eq!(words.reason.as_deref(), Some("named in -- the contract"));
        assert_eq!(words.stray, None);
        assert_eq!(read("historical — minutes of 2015").reason.as_deref(), Some("minutes of 2015"));
    }

    #[test]
    fn what_means_nothing_is_kept() {
        assert_eq!(read("ignore-lines a-b").stray.as_deref(), Some("ignore-lines"));
        assert_eq!(read("ignore-line untill=2027-01-31").stray.as_deref(), Some("untill=2027-01-31"));
        assert_eq!(read("ignore-line until=2027-01-31 until=2099-01-01").stray.as_deref(), Some("until=2099-01-01"));
        for day in ["2027-02-30", "27-1-31", "tomorrow", "", "2027-01-31T00:00", "20270131"] {
            let words = read(&format!("ignore-line until={day}"));
            assert_eq!(words.until, Some(Until::Malformed(day.into())));
        }
        assert_eq!((read("").verb, read("ignore-line a -- ").reason), (Verb::Unknown, None));
    }
}

//! What the catalogue says of an edition on a day.

use jiff::ToSpan;
use jiff::civil::Date;
use smallvec::{SmallVec, smallvec};

use super::catalogue;
use super::model::{Edition, EditionRef, Standard};

/// What reports for programs call an edition that had not yet appeared.
pub const NOT_YET: &str = "not-yet-published";

/// How long a successor counts as recent, in months: certificates are in transition.
pub const TRANSITION_MONTHS: i32 = 36;

/// Status of what is cited, on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The cited edition is in force.
    InForce,
    /// No edition is named, and one is in force.
    Undated,
    /// The cited edition had not yet appeared on the day: never judged.
    NotYetPublished,
    /// A draft: never judged.
    Draft,
    /// Not in the catalogue, or a year that the catalogue cannot judge.
    Unlisted,
    /// Another edition, or other documents, took the place of the cited one.
    Superseded {
        /// The successor is younger than `TRANSITION_MONTHS`.
        recent: bool,
    },
    /// No edition is in force.
    Withdrawn,
    /// No document of this number was ever published.
    NeverPublished,
    /// The standard exists, but no edition of this year.
    UnknownEdition,
}

/// What is wrong with a citation; exactly one for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No document of this number was ever published.
    NeverPublished,
    /// No edition of this year exists.
    UnknownEdition,
    /// No edition is in force.
    Withdrawn,
    /// A newer edition took its place.
    Superseded,
}

impl Status {
    /// The fault it means, if any.
    #[must_use]
    pub fn verdict(self) -> Option<Verdict> {
        match self {
            Self::NeverPublished => Some(Verdict::NeverPublished),
            Self::UnknownEdition => Some(Verdict::UnknownEdition),
            Self::Withdrawn => Some(Verdict::Withdrawn),
            Self::Superseded { .. } => Some(Verdict::Superseded),
            Self::InForce | Self::Undated | Self::NotYetPublished | Self::Draft | Self::Unlisted => None,
        }
    }

    /// The word for it in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::Undated => "undated",
            Self::NotYetPublished => NOT_YET,
            Self::Draft => "draft",
            Self::Unlisted => "unlisted",
            Self::Superseded { .. } => "superseded",
            Self::Withdrawn => "withdrawn",
            Self::NeverPublished => "never-published",
            Self::UnknownEdition => "unknown-edition",
        }
    }
}

/// True if the edition counts as in force on the day: ISO lists it, or what took its place had not yet appeared.
#[must_use]
pub fn in_force(edition: &Edition, on: Date) -> bool {
    !edition.withdrawn || ended(edition).is_some_and(|end| end > on)
}

/// The day from which an edition counts as gone: its successor's publication, else the withdrawal on record, else the
/// publication of what covers its subject. Nothing means always.
fn ended(edition: &Edition) -> Option<Date> {
    let first = |next: &[EditionRef]| next.iter().map(|at| catalogue::edition(*at).published.latest).min();
    first(edition.successors).or(edition.withdrawn_on).or_else(|| first(edition.covered_by))
}

/// True if what took the edition's place appeared less than `TRANSITION_MONTHS` before the day.
#[must_use]
pub fn recently_ended(edition: &Edition, on: Date) -> bool {
    let limit = ended(edition).and_then(|end| end.checked_add(TRANSITION_MONTHS.months()).ok());
    limit.is_some_and(|limit| limit > on)
}

/// True if the edition had surely appeared by the day.
#[must_use]
pub fn has_appeared(edition: &Edition, on: Date) -> bool {
    edition.published.latest <= on
}

/// The newest edition in force that had appeared by the day.
#[must_use]
pub fn current(standard: &'static Standard, on: Date) -> Option<&'static Edition> {
    standard.editions.iter().rev().find(|one| in_force(one, on) && has_appeared(one, on))
}

/// True if an edition counts as in force on the day, and be it one that was still to appear.
#[must_use]
pub fn is_alive(standard: &Standard, on: Date) -> bool {
    standard.editions.iter().any(|one| in_force(one, on) || !has_appeared(one, on))
}

/// The editions in force that had taken the place of `edition` by the day, by formal succession however long; empty if it ends in
/// nothing. With `by_subject`, also documents that only cover its subject.
#[must_use]
pub fn successors(edition: &'static Edition, on: Date, by_subject: bool) -> Vec<&'static Edition> {
    let mut found: Vec<&'static Edition> = Vec::new();
    let mut frontier: SmallVec<[&'static Edition; 4]> = smallvec![edition];
    let mut seen = 0;
    while let Some(one) = frontier.pop() {
        seen += 1;
        let next = one.successors.iter().chain(if by_subject { one.covered_by } else { &[] });
        for at in next {
            let next = catalogue::edition(*at);
            if !has_appeared(next, on) {
                continue;
            }
            if in_force(next, on) {
                if !found.iter().any(|known| std::ptr::eq(*known, next)) {
                    found.push(next);
                }
            } else if seen < 50 {
                frontier.push(next);
            }
        }
    }
    found.sort_by_key(|one| one.designation);
    found
}

#[cfg(test)]
mod tests {
    use super::super::citation::status_of;
    use super::*;
    use crate::standard::model::Series;
    use jiff::civil::date;

    fn edition(number: u32, part: &str, year: u16) -> &'static Edition {
        let standard = catalogue::standard(Series::International, number, part).expect("in the catalogue");
        standard.editions.iter().find(|one| one.year == year).expect("in the catalogue")
    }

    #[test]
    fn an_edition_is_in_force_until_its_successor_appears() {
        let old = edition(27001, "", 2013);
        assert!(in_force(old, date(2022, 10, 24)) && !in_force(old, date(2022, 10, 25)));
        assert!(recently_ended(old, date(2025, 10, 24)) && !recently_ended(old, date(2025, 10, 25)));
        assert!(!in_force(edition(20000, "7", 2019), date(2020, 1, 1)), "no date is known, so it is always withdrawn");
    }

    #[test]
    fn what_has_not_yet_appeared_is_not_gone() {
        let standard = catalogue::standard(Series::International, 20000, "9").expect("in the catalogue");
        assert!(is_alive(standard, date(2011, 1, 1)) && !is_alive(standard, date(2026, 1, 1)));
        let status = |year, on| status_of(standard, edition(20000, "9", year), on);
        assert_eq!(status(2015, date(2011, 1, 1)), Status::NotYetPublished);
        assert_eq!(status(2015, date(2026, 1, 1)), Status::Withdrawn);
    }

    #[test]
    fn succession_is_followed_to_what_is_in_force() {
        let today = date(2026, 11, 22);
        let names = |edition, by_subject| -> Vec<&str> {
            successors(edition, today, by_subject).iter().map(|one| one.designation).collect()
        };
        assert_eq!(names(edition(17799, "", 2000), false), ["ISO/IEC 27002:2022"]);
        assert_eq!(names(edition(20000, "4", 2010), true), ["ISO/IEC TS 33054:2020", "ISO/IEC TS 33074:2020"]);
        assert!(names(edition(20000, "4", 2010), false).is_empty());
    }
}

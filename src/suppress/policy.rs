//! What is asked of a suppression for it to count.

use jiff::Span;
use jiff::civil::Date;

use crate::config::Config;
use crate::rule::check::suppression::Expiry;

/// What the configuration asks of suppressions, on a day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Policy {
    pub as_of: Date,
    needs_reason: bool,
    horizon: Option<u32>,
    /// Whether no configuration is read, so that the rules in it are not known.
    pub is_isolated: bool,
}

/// Whether a suppression counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It does.
    Counts,
    /// Its day has passed, or it has none that counts.
    Expired,
    /// It gives no reason.
    Unreasoned,
    /// What it says means nothing.
    Meaningless,
}

/// The last day of a suppression, as written.
#[derive(Clone, Copy, Debug)]
pub(super) enum End<'a> {
    Never,
    Day(Date),
    Malformed(&'a str),
}

impl Policy {
    pub fn of(config: &Config, as_of: Date, is_isolated: bool) -> Self {
        let asked = &config.keys.suppressions;
        Self {
            as_of,
            is_isolated,
            needs_reason: asked.require_reason.is_none_or(|one| one.value),
            horizon: asked.max_horizon.map(|one| one.value),
        }
    }

    /// Whether a suppression with this end, with a reason or without, counts.
    pub fn standing(&self, has_reason: bool, end: End<'_>) -> Standing {
        if self.needs_reason && !has_reason {
            Standing::Unreasoned
        } else if self.expiry(end).is_some() {
            Standing::Expired
        } else {
            Standing::Counts
        }
    }

    /// Why a suppression with this end does not count any more; nothing if it does.
    pub fn expiry<'a>(&self, end: End<'a>) -> Option<Expiry<'a>> {
        let latest = |days: u32| later(self.as_of, days);
        match (end, self.horizon) {
            (End::Malformed(written), _) => Some(Expiry::Malformed(written)),
            (End::Day(day), _) if day < self.as_of => Some(Expiry::Passed(day)),
            (End::Day(day), Some(days)) if day > latest(days) => Some(Expiry::TooFar(days, latest(days))),
            (End::Never, Some(days)) => Some(Expiry::Endless(days, latest(days))),
            (End::Day(_) | End::Never, _) => None,
        }
    }
}

/// The day so many days after another, or the last that there is.
pub(super) fn later(day: Date, days: u32) -> Date {
    let span = Span::new().try_days(days);
    span.and_then(|span| day.checked_add(span)).unwrap_or(Date::MAX)
}

//! What documents cost, by format and by phase, for those who ask for it.

use std::collections::BTreeMap;
use std::ops::AddAssign;
use std::time::{Duration, Instant};

use crate::document::Format;

/// A clock that stands still unless somebody wants to know.
#[derive(Clone, Copy, Debug)]
pub struct Clock(Option<Instant>);

impl Clock {
    /// Starts it, if it is wanted.
    #[must_use]
    pub fn start(is_wanted: bool) -> Self {
        Self(is_wanted.then(Instant::now))
    }

    /// What has passed since it was asked last; nothing if it stands still.
    pub fn lap(&mut self) -> Duration {
        self.0.as_mut().map_or(Duration::ZERO, |last| {
            let now = Instant::now();
            now.duration_since(std::mem::replace(last, now))
        })
    }
}

/// What the documents of one format cost. Times are those of all threads together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Documents.
    pub documents: u64,
    /// Their size, in bytes.
    pub size: u64,
    /// Documents that surely hold nothing, so that no reader was asked.
    pub passed: u64,
    /// What readers were given, in bytes of text; for a file that is no text, what they made of it.
    pub read: u64,
    /// Opening files and fetching their bytes; for files that are no text this is part of reading.
    pub fetching: Duration,
    /// Finding out what readers need not be given.
    pub sifting: Duration,
    /// Reading the format.
    pub reading: Duration,
    /// Finding citations and judging them.
    pub judging: Duration,
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        self.documents += other.documents;
        self.size += other.size;
        self.passed += other.passed;
        self.read += other.read;
        self.fetching += other.fetching;
        self.sifting += other.sifting;
        self.reading += other.reading;
        self.judging += other.judging;
    }
}

/// What a run cost.
#[derive(Debug, Default)]
pub struct Costs {
    /// By name of the format.
    pub of_format: BTreeMap<&'static str, Cost>,
    /// What the document that is examined has cost so far.
    open: Cost,
}

impl Costs {
    /// Adds what a stretch of a document cost.
    pub fn add(&mut self, cost: Cost) {
        self.open += cost;
    }

    /// Ends a document of a format, of so many bytes, which took `whole` in all.
    pub fn end(&mut self, format: Format, size: u64, whole: Duration) {
        let mut own = std::mem::take(&mut self.open);
        let (documents, passed) = (1, u64::from(own.read == 0));
        own.sifting = whole.saturating_sub(own.fetching + own.reading + own.judging);
        let name = format.row().name;
        *self.of_format.entry(name).or_default() += Cost { documents, size, passed, ..own };
    }

    /// Adds what other documents cost.
    pub fn merge(&mut self, other: Self) {
        for (name, cost) in other.of_format {
            *self.of_format.entry(name).or_default() += cost;
        }
    }

    /// All formats together.
    #[must_use]
    pub fn whole(&self) -> Cost {
        self.of_format.values().fold(Cost::default(), |mut all, one| {
            all += *one;
            all
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_phase_took_was_sifting() {
        let second = Duration::from_secs;
        let mut costs = Costs::default();
        costs.add(Cost { read: 10, fetching: second(1), reading: second(2), ..Cost::default() });
        costs.add(Cost { read: 5, judging: second(3), ..Cost::default() });
        costs.end(Format::Markdown, 20, second(10));
        let mut other = Costs::default();
        other.end(Format::Markdown, 7, second(1));
        costs.merge(other);
        let wanted = Cost {
            documents: 2,
            size: 27,
            passed: 1,
            read: 15,
            fetching: second(1),
            sifting: second(5),
            reading: second(2),
            judging: second(3),
        };
        assert_eq!((costs.of_format["Markdown"], costs.whole()), (wanted, wanted));
    }

    #[test]
    fn a_clock_that_nobody_wants_stands_still() {
        let mut clock = Clock::start(false);
        assert_eq!(clock.lap(), Duration::ZERO);
    }
}

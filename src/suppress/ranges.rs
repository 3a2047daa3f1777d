//! Stretches of a file, asked which of them hold a byte.

use std::ops::Range;

/// Numbers of the ranges that begin and that end before a byte, by which bytes that the same ranges hold are known.
pub(super) type Part = (usize, usize);

/// Ranges with a number each, sorted by their start.
#[derive(Debug, Default)]
pub(super) struct Ranges {
    all: Vec<(Range<u64>, usize)>,
    /// How far any range up to here reaches.
    reach: Vec<u64>,
    /// Where ranges end, ascending.
    ends: Vec<u64>,
}

impl Ranges {
    pub fn new(mut all: Vec<(Range<u64>, usize)>) -> Self {
        all.sort_by_key(|(range, number)| (range.start, range.end, *number));
        let mut reached = 0;
        let reach = all.iter().map(|(range, _)| {
            reached = range.end.max(reached);
            reached
        });
        let reach = reach.collect();
        let mut ends: Vec<u64> = all.iter().map(|(range, _)| range.end).collect();
        ends.sort_unstable();
        Self { all, reach, ends }
    }

    /// What two bytes have in common only if they are in the same ranges.
    pub fn part(&self, byte: u64) -> Part {
        (self.all.partition_point(|(range, _)| range.start <= byte), self.ends.partition_point(|end| *end <= byte))
    }

    /// The numbers of the ranges that hold the byte; costs little where few ranges overlap.
    pub fn at(&self, byte: u64) -> impl Iterator<Item = usize> {
        let after = self.all.partition_point(|(range, _)| range.start <= byte);
        let reaching = (0..after).rev().take_while(move |at| self.reach[*at] > byte);
        reaching.map(|at| &self.all[at]).filter(move |(range, _)| range.end > byte).map(|(_, number)| *number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_is_in_every_range_around_it() {
        let ranges = Ranges::new(vec![(5..8, 1), (0..20, 0), (8..9, 2)]);
        let at = |byte| ranges.at(byte).collect::<Vec<usize>>();
        assert_eq!((at(4), at(7), at(8), at(20)), (vec![0], vec![1, 0], vec![2, 0], vec![]));
        assert_eq!([ranges.part(5), ranges.part(6)], [ranges.part(7); 2]);
        assert!([4, 8, 9, 20].iter().all(|byte| ranges.part(*byte) != ranges.part(7)));
    }
}

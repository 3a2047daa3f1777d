//! The level lines of a page, some of which strike words out.

/// Most lines of a page that are kept.
pub(super) const MOST: usize = 100_000;

/// Most lines at the height of some words that are looked at.
const AT_HEIGHT: usize = 2000;

/// The level lines of a page.
#[derive(Debug, Default)]
pub(super) struct Rules {
    /// Where each begins and ends, and how high it is; the lowest first.
    by_height: Vec<[f64; 3]>,
}

/// The lines that may go through some words, by where they begin.
#[derive(Debug, Default)]
pub(super) struct Across {
    /// Where each begins, and how far it or one before it reaches.
    reach: Vec<(f64, f64)>,
}

impl Rules {
    /// Lines in any order: where each begins and ends, and how high it is.
    pub(super) fn of(mut lines: Vec<[f64; 3]>) -> Self {
        lines.retain(|line| line.iter().all(|one| one.is_finite()));
        lines.sort_by(|a, b| a[2].total_cmp(&b[2]));
        Self { by_height: lines }
    }

    /// The lines at a height that lie over a part of what stands between two places.
    pub(super) fn across(&self, height: std::ops::Range<f64>, from: f64, to: f64) -> Across {
        let start = self.by_height.partition_point(|line| line[2] < height.start);
        let at_height = self.by_height[start..].iter().take(AT_HEIGHT).take_while(|line| line[2] < height.end);
        let mut reach: Vec<(f64, f64)> =
            at_height.filter(|line| line[0] < to && from < line[1]).map(|line| (line[0], line[1])).collect();
        reach.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut furthest = f64::NEG_INFINITY;
        for (_, end) in &mut reach {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Across { reach }
    }
}

impl Across {
    /// True if there is none.
    pub(super) const fn is_empty(&self) -> bool {
        self.reach.is_empty()
    }

    /// True if one line reaches over all that stands between two places.
    pub(super) fn covers(&self, from: f64, to: f64) -> bool {
        let before = self.reach.partition_point(|(start, _)| *start <= from);
        before.checked_sub(1).is_some_and(|last| self.reach[last].1 >= to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_must_reach_over_all_at_the_height() {
        let rules = Rules::of(vec![[0.0, 10.0, 5.0], [8.0, 30.0, 5.0], [0.0, 90.0, 9.0], [2.0, 4.0, 5.1]]);
        let across = |from, to| rules.across(4.0..6.0, 0.0, 40.0).covers(from, to);
        assert!(across(1.0, 9.0) && across(9.0, 29.0) && across(2.5, 9.5));
        assert!(!across(7.0, 12.0), "two lines that meet are none through both");
        assert!(!across(20.0, 40.0));
        assert!(rules.across(6.0..8.0, 0.0, 40.0).is_empty() && rules.across(4.0..6.0, 31.0, 40.0).is_empty());
    }
}

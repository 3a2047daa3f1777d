//! The order in which the lines of a page are read.
//!
//! Programs draw text in the order in which it is read, with few exceptions: heads and feet of pages, what was added later. So the
//! order of drawing stands, but what lies above something is read before it.

use super::budget::Budget;
use super::line::Line;

/// Most blocks of a page that are put in order.
const BLOCKS: usize = 4000;

/// Lines that follow one another downwards.
struct Block {
    lines: Vec<Line>,
    from: f64,
    to: f64,
    top: f64,
    bottom: f64,
}

/// Puts the lines of a page in order; those that do not run from left to right come last.
pub(super) fn in_order(lines: Vec<Line>, budget: &mut Budget) -> Vec<Line> {
    let (level, turned): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| line.angle == 0);
    let mut placed: Vec<Block> = Vec::new();
    for block in blocks(level) {
        let may_compare = placed.len() < BLOCKS && budget.comparisons >= placed.len();
        let at = if may_compare { place(&placed, &block) } else { placed.len() };
        budget.comparisons = budget.comparisons.saturating_sub(placed.len().min(BLOCKS));
        placed.insert(at, block);
    }
    placed.into_iter().flat_map(|block| block.lines).chain(turned).collect()
}

/// Where a block belongs: before what it stands above, and behind all that stands above it.
fn place(placed: &[Block], block: &Block) -> usize {
    let Some(before) = placed.iter().position(|other| block.is_above(other)) else { return placed.len() };
    let behind = placed[before..].iter().rposition(|other| other.is_above(block));
    behind.map_or(before, |at| before + at + 1)
}

fn blocks(lines: Vec<Line>) -> Vec<Block> {
    /// Most that lines of a block are apart, in parts of the size.
    const APART: f64 = 2.2;
    let mut blocks: Vec<Block> = Vec::new();
    for line in lines {
        let goes_on = |last: &Block| {
            let by = last.bottom - line.y;
            by >= 0.0 && by <= APART * line.size && last.from < line.to && line.from < last.to
        };
        match blocks.last_mut().filter(|last| goes_on(last)) {
            Some(last) => {
                (last.from, last.to) = (last.from.min(line.from), last.to.max(line.to));
                last.bottom = line.y;
                last.lines.push(line);
            }
            None => blocks.push(Block {
                from: line.from,
                to: line.to,
                top: line.y + 0.7 * line.size,
                bottom: line.y,
                lines: vec![line],
            }),
        }
    }
    blocks
}

impl Block {
    /// True if all of this stands above all of the other, and over some of it.
    fn is_above(&self, other: &Self) -> bool {
        self.bottom >= other.top - 0.1 && self.from < other.to && other.from < self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(from: f64, to: f64, y: f64) -> Line {
        Line { pieces: Vec::new(), from, to, y, size: 10.0, angle: 0 }
    }

    #[test]
    fn feet_and_heads_that_were_drawn_first_or_last_come_where_they_stand() {
        let drawn = [
            (50.0, 500.0, 30.0),
            (50.0, 240.0, 700.0),
            (50.0, 240.0, 688.0),
            (260.0, 500.0, 700.0),
            (50.0, 500.0, 760.0),
        ];
        let read_with = |mut budget: Budget| -> Vec<(f64, f64)> {
            let lines = drawn.iter().map(|(from, to, y)| line(*from, *to, *y)).collect();
            in_order(lines, &mut budget).iter().map(|one| (one.from, one.y)).collect()
        };
        assert_eq!(read_with(Budget { comparisons: 0, ..Budget::default() }), drawn.map(|(from, _, y)| (from, y)));
        let read = read_with(Budget::default());
        assert_eq!(read, [(50.0, 760.0), (50.0, 700.0), (50.0, 688.0), (260.0, 700.0), (50.0, 30.0)]);
    }

    #[test]
    fn a_foot_in_the_middle_moves_nothing_before_what_stands_above_it() {
        let drawn = [line(200.0, 260.0, 20.0), line(40.0, 190.0, 430.0), line(40.0, 210.0, 300.0)];
        let read: Vec<f64> = in_order(drawn.to_vec(), &mut Budget::default()).iter().map(|one| one.y).collect();
        assert_eq!(read, [20.0, 430.0, 300.0]);
    }
}

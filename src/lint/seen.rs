//! The phrases that were seen in a text.

use std::ops::Range;

/// List, block and place in its prose of a phrase.
pub(super) type Seen = (usize, usize, Range<usize>);

/// Those in some blocks, found without looking at the others; `seen` is in the order of the text.
pub(super) fn seen_in<'s>(seen: &'s [Seen], blocks: &Range<usize>) -> &'s [Seen] {
    let own = &seen[seen.partition_point(|(_, block, _)| *block < blocks.start)..];
    &own[..own.partition_point(|(_, block, _)| *block < blocks.end)]
}

/// Those that begin within a range of the prose of a block.
pub(super) fn seen_within<'s>(seen: &'s [Seen], block: usize, range: &Range<usize>) -> &'s [Seen] {
    let begins_before = |end: usize| seen.partition_point(|(_, other, place)| (*other, place.start) < (block, end));
    let start = begins_before(range.start);
    &seen[start..begins_before(range.end).max(start)]
}

//! An old edition that is named only to say whose an old number was: "A.12.6.1 of ISO/IEC 27001:2013 is now A.8.8".

use super::super::citation::{self, Citation};
use super::super::clause::{self, table};
use super::judge::{BlockCitations, Judge};

impl Judge<'_> {
    /// Why the citation at `index` of the block's citations is history: its sentence only tells what became of numbers of it.
    pub(super) fn by_tale(&self, block_at: usize, citations: BlockCitations<'_>, index: usize) -> Option<String> {
        let own = &citations[index];
        let standard = own.standard?.id;
        let moves = if table::is_of_controls(standard) { Some(table::controls()) } else { table::moves(standard) };
        let moves = moves.filter(|moves| own.edition.is_some_and(|edition| edition.year == moves.from))?;
        let bounds = self.bounds(block_at, &own.reference.range);
        let sentence = self.document().blocks[block_at].prose.text().get(bounds.clone())?;
        if !clause::may_be_told(sentence) {
            return None;
        }
        // Another standard in it is told of as well.
        let place = |one: &Citation| {
            let range = &one.reference.range;
            one.standard.filter(|one| one.id == standard).map(|_| range.start - bounds.start..range.end - bounds.start)
        };
        let places: Option<Vec<_>> = citation::within(citations, &bounds).iter().map(place).collect();
        clause::told(sentence, &places?, moves)
    }
}

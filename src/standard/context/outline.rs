//! Which heading stands above each block and where its list or table begins, found in one pass over the document.

use std::collections::{BTreeMap, HashMap};

use smallvec::SmallVec;

use crate::document::{Block, Cell, Document, Kind};

/// The structure of a document, by the number of the block.
#[derive(Debug)]
pub(super) struct Outline {
    places: Vec<Place>,
    /// By table and row, the cells that reach there from further up, with the columns in which they stand.
    reaching: HashMap<(usize, usize), Vec<(usize, Cell)>>,
}

/// Where a block stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// The nearest heading of a higher level.
    above: Option<usize>,
    /// The first block of the list or table that the block belongs to, or the block itself.
    run: usize,
}

/// The headings, with their levels, under which a block stands.
type Open = SmallVec<[(u8, usize); 8]>;

impl Outline {
    pub(super) fn of(document: &Document) -> Self {
        let many = document.blocks.len();
        let mut places: Vec<Place> = Vec::with_capacity(many);
        let mut open = Open::new();
        for (at, block) in document.blocks.iter().enumerate() {
            let level = match block.kind {
                Kind::Heading(level) | Kind::Key(level) => Some(level),
                Kind::Text | Kind::Note | Kind::Item | Kind::Cell(_) | Kind::Code | Kind::Metadata => None,
            };
            if let Some(level) = level {
                open.retain(|(one, _)| *one < level);
            }
            let above = open.last().map(|(_, heading)| *heading);
            if let Some(level) = level {
                open.push((level, at));
            }
            let goes_on = at > 0 && is_same_run(document.blocks[at - 1].kind, block.kind);
            let run = places.last().filter(|_| goes_on).map_or(at, |before| before.run);
            places.push(Place { above, run });
        }
        Self { places, reaching: reaching(document) }
    }

    /// The headings above a block, the nearest first.
    pub(super) fn headings(&self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.places[at].above, |heading| self.places[*heading].above)
    }

    /// The first block of the list or table that a block belongs to.
    pub(super) fn run(&self, at: usize) -> usize {
        self.places[at].run
    }

    /// The cells of the header of the table that the cell at `at` belongs to, and those of its row, in order; of wide ones
    /// those that begin them and those near the cell, so that a row costs what it is long. Cells that reach into the row
    /// from further up come last, as if they stood in it.
    pub(super) fn cells<'a>(&self, document: &'a Document, at: usize, own: Cell) -> Vec<(&'a Block, Cell)> {
        let of_row = |block: &'a Block, row: usize| match block.kind {
            Kind::Cell(cell) if cell.table == own.table && cell.row == row => Some((block, cell)),
            _ => None,
        };
        let blocks = &document.blocks;
        let first = self.run(at);
        let mut cells: Vec<_> = blocks[first..].iter().map_while(|block| of_row(block, 0)).take(WIDE).collect();
        if cells.len() == WIDE && !cells.iter().any(|(_, head)| head.column == own.column) {
            let near = first + own.column.saturating_sub(WIDE)..blocks.len().min(first + own.column + WIDE);
            let heads = blocks[near].iter().filter_map(|block| of_row(block, 0));
            cells.extend(heads.filter(|(_, head)| head.column == own.column));
        }
        if own.row > 0 {
            let before = blocks[..at].iter().rev().map_while(|block| of_row(block, own.row)).take(WIDE).count();
            let label = at.checked_sub(own.column).filter(|_| before == WIDE).map(|label| &blocks[label]);
            cells.extend(label.and_then(|label| of_row(label, own.row)).filter(|(_, label)| label.column == 0));
            let row = blocks[at - before..].iter().map_while(|block| of_row(block, own.row));
            cells.extend(row.take(before + WIDE));
            let reaching = self.reaching.get(&(own.table, own.row)).into_iter().flatten().take(WIDE);
            cells.extend(reaching.map(|(block, cell)| (&blocks[*block], *cell)));
        }
        cells
    }
}

/// The cells that reach into further rows, by table and row.
fn reaching(document: &Document) -> HashMap<(usize, usize), Vec<(usize, Cell)>> {
    let mut all: HashMap<_, Vec<(usize, Cell)>> = HashMap::new();
    if document.covered.is_empty() {
        return all;
    }
    let mut columns: BTreeMap<(usize, usize, usize), usize> = BTreeMap::new();
    for (at, block) in document.blocks.iter().enumerate() {
        if let Kind::Cell(cell) = block.kind {
            columns.insert((cell.table, cell.column, cell.row), at);
        }
    }
    for cell in &document.covered {
        let above = columns.range((cell.table, cell.column, 0)..(cell.table, cell.column, cell.row)).next_back();
        if let Some((_, block)) = above {
            all.entry((cell.table, cell.row)).or_default().push((*block, *cell));
        }
    }
    all
}

/// How many cells are looked at in each direction.
const WIDE: usize = 64;

/// True if two neighbours belong to the same list or table.
fn is_same_run(one: Kind, next: Kind) -> bool {
    match (one, next) {
        (Kind::Cell(one), Kind::Cell(next)) => one.table == next.table,
        (Kind::Item, Kind::Item) => true,
        _ => false,
    }
}

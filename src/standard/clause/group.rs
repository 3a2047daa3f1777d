//! What the numbers of a document say together: an appendix of its own, the annex of another standard, the numbering of
//! another edition.

use std::collections::HashMap;
use std::ops::Range;

use super::model::{Bound, Tie};
use super::table::{self, Known};
use crate::document::{Document, Kind};

/// Counts of the controls that one binder has.
#[derive(Default)]
struct Count {
    all: usize,
    /// Numbers of neither edition.
    strange: usize,
    /// Numbers with which annexes of a document's own begin.
    own: usize,
}

/// Block and bytes of a binder; nothing for the path.
type Key = Option<(usize, Range<usize>)>;

/// The numbers that go together with their binder. Where too many of them are none of its standard, it binds none.
pub(super) fn consistent(mut found: Vec<Bound>, document: &Document) -> Vec<Bound> {
    let mut counts: HashMap<Key, Count> = HashMap::new();
    let mut loose = Count::default();
    for one in found.iter().filter(|one| one.is_control && one.binder.tie != Tie::Beside) {
        for count in [counts.entry(one.binder.place.clone()).or_default(), &mut loose] {
            count.all += 1;
            count.strange += usize::from(is_strange(one));
            count.own += usize::from(is_own(one) && one.binder.tie >= Tie::Section);
        }
    }
    found.retain(|one| {
        let count = counts.get(&one.binder.place).filter(|_| one.is_control);
        count.is_none_or(|count| fits(one.binder.tie, count, &loose))
    });
    forget_doubtful_years(&mut found);
    tell_groups(&mut found, document);
    found
}

fn is_strange(one: &Bound) -> bool {
    table::known(one.locality.number) == Known::Neither
}

/// True for a number before the first of Annex A.
fn is_own(one: &Bound) -> bool {
    one.locality.number.first() < 5
}

fn fits(tie: Tie, count: &Count, loose: &Count) -> bool {
    match tie {
        Tie::Beside => true,
        Tie::Column | Tie::Block | Tie::Row => count.strange * 2 <= count.all,
        Tie::Section => count.own == 0 && count.strange * 4 <= count.all,
        Tie::Document | Tie::Anywhere => loose.own == 0 && count.strange * 4 <= count.all,
    }
}

/// Where the older edition is named but the numbers are those of the newer one, the year says nothing of them.
fn forget_doubtful_years(found: &mut [Bound]) {
    let older = table::controls().from;
    let is_newer =
        |one: &Bound| one.is_control && one.year == Some(older) && table::known(one.locality.number) == Known::Newer;
    if found.iter().any(is_newer) {
        let doubtful = |one: &&mut Bound| one.is_control && table::known(one.locality.number) == Known::Both;
        found.iter_mut().filter(doubtful).for_each(|one| one.year = None);
    }
}

/// A group that both editions have, with two of its own controls of the older edition right below it, is that of the older one:
/// "A.6.2 Mobile devices", "A.6.2.1 Mobile device policy", "A.6.2.2 Teleworking". Nothing is told where numbers of the newer edition
/// stand too.
fn tell_groups(found: &mut [Bound], document: &Document) {
    let is = |one: &Bound, known| one.is_control && table::known(one.locality.number) == known;
    if found.iter().any(|one| is(one, Known::Newer)) {
        return;
    }
    let row = |one: &Bound| match document.blocks[one.block].kind {
        Kind::Cell(cell) => (cell.table, cell.row + 1),
        _ => (one.block, 0),
    };
    for at in 2..found.len() {
        let (own, below) = (&found[at - 2], &found[at - 1..=at]);
        let group = own.locality.number;
        let is_group = is(own, Known::Both) && own.year.is_none() && group.depth() == 2 && own.locality.last.is_none();
        let is_below = |one: &Bound| {
            let number = one.locality.number;
            number.depth() == 3 && number.is_within(group) && is(one, Known::Older) && row(one) != row(own)
        };
        if is_group && below.iter().all(is_below) && row(&below[0]) != row(&below[1]) {
            found[at - 2].year = Some(table::controls().from);
        }
    }
}

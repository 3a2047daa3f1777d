//! Binds the numbers of a document to standards by what a reader sees: a designation beside them, the head of their
//! column, what stands above.

use super::super::catalogue;
use super::group;
use super::mention::{Mention, Mentions, Named, Role};
use super::model::{Binder, Bound, Locality, Tie};
use super::table::{self, Known};
use super::walk::Walk;
use crate::document::Document;
use crate::standard::{Citation, Standard};

/// Every number of a document that something binds to a standard of which clauses or controls are on record. `named` has
/// what stands in each block, `of_path` the designations in the `path` of the document.
#[must_use]
pub fn bind(document: &Document, path: &str, of_path: &[Citation], named: &[Named]) -> Vec<Bound> {
    let mentions = Mentions::of(named);
    let of_path = of_path.iter().map(|one| Mention::of(0, one)).rev().find(|one| one.role != Role::Other);
    let mut found = Walk::new(document, named, &mentions, of_path).run();
    let names = |year| mentions.all.iter().any(|one| one.role == Role::Controls && one.year == Some(year));
    let is_mixed = names(table::controls().from) && names(table::controls().to);
    found.iter_mut().filter(|one| is_mixed || is_beside_newer(document, path, one)).for_each(forget_far_year);
    group::consistent(found)
}

/// True if what binds a control from afar also speaks of the newer edition: "from ISO/IEC 27001:2013 to 2022".
fn is_beside_newer(document: &Document, path: &str, one: &Bound) -> bool {
    let near = one.binder.place.as_ref().map_or(path, |(block, _)| document.blocks[*block].prose.text());
    one.year == Some(table::controls().from) && near.contains(&table::controls().to.to_string())
}

/// A year from afar says nothing of a number that both editions have, where both are named.
fn forget_far_year(one: &mut Bound) {
    if one.is_control && one.binder.tie > Tie::Row && table::known(one.locality.number) == Known::Both {
        one.year = None;
    }
}

/// A number with what binds it; taken for a control until something else is known.
pub(super) fn bound(block: usize, own: &Locality, tie: Tie, mention: &Mention) -> Bound {
    Bound {
        block,
        locality: own.clone(),
        binder: Binder { tie, place: Some((mention.block, mention.range.clone())) },
        standard: home(),
        year: mention.year,
        is_control: true,
    }
}

/// A control that the path of its document binds.
pub(super) fn bound_by_path(block: usize, own: &Locality, path: &Mention) -> Bound {
    Bound { binder: Binder { tie: Tie::Document, place: None }, ..bound(block, own, Tie::Document, path) }
}

/// The standard that has the controls in its annex.
fn home() -> &'static Standard {
    let id = table::controls().standard;
    catalogue::standards().iter().find(|one| one.id == id).expect("a test finds every standard of the tables")
}

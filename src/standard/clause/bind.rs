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
    // A block that binds many numbers is read once.
    let mut last: Option<(usize, bool)> = None;
    for one in found.iter_mut().filter(|one| is_doubtful(one)) {
        let mut is_newer = || match &one.binder.place {
            None => is_of_newer(path),
            Some((block, _)) => match last.filter(|(known, _)| known == block) {
                Some((_, is_newer)) => is_newer,
                None => last.insert((*block, is_of_newer(document.blocks[*block].prose.text()))).1,
            },
        };
        let is_newer = is_mixed || (one.year == Some(table::controls().from) && is_newer());
        if is_newer {
            one.year = None;
        }
    }
    group::consistent(found, document)
}

/// True if what binds a control from afar also speaks of the newer edition: "from ISO/IEC 27001:2013 to 2022".
fn is_of_newer(text: &str) -> bool {
    text.contains(&table::controls().to.to_string())
}

/// True for a number that both editions have and that is bound from afar: where both are named the year says nothing of it.
fn is_doubtful(one: &Bound) -> bool {
    one.is_control && one.binder.tie > Tie::Row && table::known(one.locality.number) == Known::Both
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

//! Check kind `missing-amendment`: an edition in force is cited with its year but without an amendment to it.

use jiff::civil::Date;

use crate::standard::{Citation, Status, Supplement};

/// The amendments in force on the day that the citation leaves out, the oldest first.
#[must_use]
pub fn missing(citation: &Citation, on: Date) -> Vec<&'static Supplement> {
    let Some(edition) = citation.edition.filter(|_| citation.status == Status::InForce && citation.adoption.is_none())
    else {
        return Vec::new();
    };
    let named = |supplement: &Supplement| {
        citation.reference.supplements.iter().any(|written| {
            let number = supplement.label.split([' ', ':']).nth(1).unwrap_or_default();
            written.kind == "Amd" && written.number == number
        })
    };
    edition
        .supplements
        .iter()
        .filter(|one| one.amendment && !one.withdrawn && one.published.latest <= on && !named(one))
        .collect()
}

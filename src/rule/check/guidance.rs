//! Check kind `guidance-as-requirement`: certification or conformity is claimed to a document that holds no requirements.

use jiff::civil::Date;

use super::Hit;
use super::status::with_amendments;
use crate::rule::message;
use crate::standard::citation::standard_name;
use crate::standard::claim::{Claim, Subject};
use crate::standard::{Citation, Standard, Status, catalogue, status};

/// True if the catalogue says of what is cited that it holds no requirements.
#[must_use]
pub fn is_guidance(citation: &Citation) -> bool {
    let Some(standard) = citation.standard else { return false };
    let requirements = citation.edition.map_or(standard.requirements, |edition| edition.requirements);
    let is_known = citation.edition.is_some() || citation.reference.year.is_none();
    requirements == Some(false) && is_known && citation.status != Status::Draft && !citation.reference.all_parts
}

/// What there is to say of a claim to guidance.
#[must_use]
pub fn hit(citation: &Citation, claim: &Claim, on: Date) -> Hit {
    let mut hit = Hit::default();
    let mut set = |name, value: String| hit.values.push((name, value));
    let of = match claim.of {
        Subject::Certification => "certified",
        Subject::Conformity => "conforming",
    };
    // Undated it is the edition of the day.
    let newest = citation.standard.filter(|_| citation.edition.is_none()).and_then(|one| status::current(one, on));
    set(of, newest.map_or_else(|| citation.designation(), |one| one.designation.to_owned()));
    set("claim", claim.words.clone());
    let holders: Vec<String> = citation.standard.map(|one| holders(one, on)).unwrap_or_default();
    let holders: Vec<&str> = holders.iter().map(String::as_str).collect();
    set(if holders.is_empty() { "alone" } else { "guide" }, standard_name(citation));
    match holders.as_slice() {
        [] => {}
        [one] => set("holder", (*one).to_owned()),
        several => set("holders", message::one_of(several, "or")),
    }
    let newest = citation.standard.and_then(|standard| standard.editions.last());
    hit.page = citation.edition.or(newest).and_then(|edition| edition.page);
    hit
}

/// The editions in force of the standards that hold the requirements which a standard helps to meet.
fn holders(standard: &Standard, on: Date) -> Vec<String> {
    let held = standard.requirements_in.iter().filter_map(|id| catalogue::by_id(id));
    held.filter_map(|one| status::current(one, on)).map(|edition| with_amendments(edition, on)).collect()
}

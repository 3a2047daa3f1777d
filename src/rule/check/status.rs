//! Check kind `citation-status`: a citation that the catalogue finds at fault.

use jiff::civil::Date;

use super::Hit;
use crate::rule::message;
use crate::standard::citation::standard_name;
use crate::standard::model::{Adoption, Edition, See, Standard};
use crate::standard::{Citation, Status, catalogue, status};

/// What there is to say of a citation at fault.
#[must_use]
pub fn hit(citation: &Citation, on: Date) -> Hit {
    let mut hit = Hit::default();
    let mut set = |name, value: String| hit.values.push((name, value));
    set("citation", citation.designation());
    set("written", citation.reference.to_string());
    set("standard", standard_name(citation));
    let (successors, formal) = citation.successors(on);
    let names: Vec<&str> = successors.iter().map(|one| one.designation).collect();
    match (names.as_slice(), formal) {
        ([], _) => set("nothing-replaces", citation.designation()),
        (names, true) => {
            set("successor", message::one_of(names, "or"));
            set(if names.len() == 1 { "one-successor" } else { "several-successors" }, message::one_of(names, "and"));
        }
        (names, false) => set(if names.len() == 1 { "covers" } else { "cover" }, message::one_of(names, "or")),
    }
    if let [next] = successors.as_slice() {
        set("successor-date", next.published.text.to_owned());
    }
    if let Some(standard) = citation.standard {
        describe(&mut hit, citation, standard, on);
    }
    hit.successors = names.into_iter().map(str::to_owned).collect();
    hit.page = citation.edition.or_else(|| citation.standard?.editions.last()).and_then(|edition| edition.page);
    if citation.status == (Status::Superseded { recent: true }) {
        hit.circumstances.push("recent");
        // Nobody is certified to a document without requirements.
        if citation.standard.is_some_and(|standard| standard.requirements) {
            hit.values.push(("certified", citation.designation()));
        }
    }
    hit
}

fn describe(hit: &mut Hit, citation: &Citation, standard: &'static Standard, on: Date) {
    let mut set = |name, value: String| hit.values.push((name, value));
    if let Some(never) = &standard.never_published {
        set("why", never.why.to_owned());
        if let Some(reported) = never.reported {
            set("reported-elsewhere", reported.to_owned());
        }
        if !never.instead.is_empty() {
            set("instead", message::one_of(never.instead, "or"));
        }
    }
    let there = |see: &&See| catalogue::by_designation(see.standard).is_some_and(|one| one.published.latest <= on);
    let all: Vec<String> =
        standard.see.iter().filter(there).map(|see| format!("{} for {}", see.standard, see.purpose)).collect();
    if !all.is_empty() {
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        set("see-all", message::one_of(&all, "and"));
    }
    if citation.status == Status::UnknownEdition {
        describe_editions(hit, citation, standard, on);
    }
    let newer = describe_adoption(hit, citation, on);
    if let (Some((_, next)), false) = (hit.values.iter().find(|(name, _)| *name == "one-successor").cloned(), newer) {
        hit.values.push(("plain-successor", next));
    }
}

/// For a year that no edition has: the editions there are, and what may have been meant.
fn describe_editions(hit: &mut Hit, citation: &Citation, standard: &'static Standard, on: Date) {
    let mut set = |name, value: String| hit.values.push((name, value));
    let years: Vec<String> = standard.editions.iter().map(|one| one.year.to_string()).collect();
    let years: Vec<&str> = years.iter().map(String::as_str).collect();
    set("years", message::one_of(&years, "and"));
    let year = citation.reference.year.map_or(0, |year| year.value);
    set("year", year.to_string());
    let european = catalogue::adoptions_of(&citation.reference).find(|row| row.year == year && row.prefix == "EN");
    let adoption = european.or_else(|| catalogue::adoptions_of(&citation.reference).find(|row| row.year == year));
    let other = standard.mistaken_for.and_then(|id| catalogue::standards().iter().find(|one| one.id == id));
    if let Some(row) = adoption {
        let edition = catalogue::edition(row.edition);
        set("meant-adoption", row.designation.to_owned());
        set("meant-edition", edition.designation.to_owned());
        let name = if status::in_force(edition, on) { "meant-in-force" } else { "meant-gone" };
        set(name, edition.designation.to_owned());
    } else if let Some(other) = other {
        set("meant-other", other.id.to_owned());
        if let Some(current) = status::current(other, on) {
            set("other-current", current.designation.to_owned());
        }
    }
    if let Some(current) = status::current(standard, on) {
        set("current", current.designation.to_owned());
    }
}

/// For an adoption: what it adopts, and which adoption to cite instead; tells if there is one.
fn describe_adoption(hit: &mut Hit, citation: &Citation, on: Date) -> bool {
    let (Some(adopted), Some(edition)) = (&citation.adoption, citation.edition) else { return false };
    let mut set = |name, value: String| hit.values.push((name, value));
    set("adoption", adopted.designation.clone());
    let confirmed = adopted.row.is_none_or(|row| row.confirmed);
    set("adopts", if confirmed { "adopts" } else { "is reported to adopt" }.to_owned());
    let newer = newer_adoption(citation, edition, on);
    let known_gone = adopted.row.is_some_and(|row| row.superseded_by.is_some()) || newer.is_some();
    if let Some(newer) = newer {
        set("newer-adoption", newer.designation.to_owned());
    }
    if !known_gone {
        hit.circumstances.push("adoption-in-force");
        hit.values.push(("adoption-in-force", adopted.designation.clone()));
    }
    newer.is_some()
}

/// The adoption, by the same bodies, of the edition that is in force.
fn newer_adoption(citation: &Citation, edition: &'static Edition, on: Date) -> Option<&'static Adoption> {
    let (successors, _) = citation.successors(on);
    let is_current = |row: &&Adoption| {
        let adopted = catalogue::edition(row.edition);
        !std::ptr::eq(adopted, edition) && successors.iter().any(|next| std::ptr::eq(*next, adopted))
    };
    let plain = catalogue::without_european;
    let prefix = &citation.reference.prefix;
    let rows = || catalogue::adoptions().iter().filter(is_current).filter(|row| row.includes.is_empty());
    rows()
        .find(|row| row.prefix == prefix)
        .or_else(|| rows().find(|row| plain(row.prefix) == plain(prefix) && row.prefix != "EN"))
}

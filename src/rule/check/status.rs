//! Check kind `citation-status`: a citation that the catalogue finds at fault.

use jiff::civil::Date;

use super::Hit;
use crate::rule::message;
use crate::standard::citation::standard_name;
use crate::standard::model::{Adoption, Edition, See, Standard, Supplement};
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
    if let ([next], true) = (successors.as_slice(), formal) {
        set("successor-date", next.published.text.to_owned());
        set("cure", with_amendments(next, on));
    }
    if let Some(standard) = citation.standard {
        describe(&mut hit, citation, standard, on);
    }
    hit.successors = names.iter().map(|name| (*name).to_owned()).collect();
    hit.page = citation.edition.or_else(|| citation.standard?.editions.last()).and_then(|edition| edition.page);
    if citation.status == (Status::Superseded { recent: true }) {
        hit.circumstances.push("recent");
        let verb = if names.len() == 1 { "is" } else { "are" };
        hit.values.push(("recent", format!("{} {verb}", message::one_of(&names, "and"))));
    }
    hit
}

/// The designation of an edition with its amendments in force on the day, as it should be cited.
#[must_use]
pub fn with_amendments(edition: &Edition, on: Date) -> String {
    let there = |one: &&Supplement| one.amendment && !one.withdrawn && one.published.latest <= on;
    let mut out = edition.designation.to_owned();
    for supplement in edition.supplements.iter().filter(there) {
        out.push('/');
        out.push_str(supplement.label);
    }
    out
}

/// True if what a designation names had been published by the day.
fn is_there(designation: &str, on: Date) -> bool {
    catalogue::by_designation(designation).is_some_and(|one| status::has_appeared(one, on))
}

fn see_name(see: &See, on: Date) -> String {
    catalogue::by_designation(see.standard).map_or_else(|| see.standard.to_owned(), |one| with_amendments(one, on))
}

fn describe(hit: &mut Hit, citation: &Citation, standard: &'static Standard, on: Date) {
    let mut set = |name, value: String| hit.values.push((name, value));
    if let Some(never) = &standard.never_published {
        set("why", never.why.to_owned());
        if let Some(reported) = never.reported {
            set("reported-elsewhere", reported.to_owned());
        }
        let instead: Vec<&str> = never.instead.iter().copied().filter(|one| is_there(one, on)).collect();
        if !instead.is_empty() {
            set("instead", message::one_of(&instead, "or"));
        }
    }
    let there = |see: &&See| is_there(see.standard, on);
    let all: Vec<String> =
        standard.see.iter().filter(there).map(|see| format!("{} for {}", see_name(see, on), see.purpose)).collect();
    if !all.is_empty() {
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        set("see-all", message::one_of(&all, "and"));
    }
    if citation.status == Status::UnknownEdition {
        describe_editions(hit, citation, standard, on);
    }
    let newer = describe_adoption(hit, citation, on);
    if let (Some((_, next)), false) = (hit.values.iter().find(|(name, _)| *name == "cure").cloned(), newer) {
        let same =
            citation.successors(on).0.iter().any(|one| standard.editions.iter().any(|own| std::ptr::eq(own, *one)));
        hit.values.push((if same { "plain-successor" } else { "other-successor" }, next));
    }
}

/// For a year that no edition has: the editions there are, and what may have been meant.
fn describe_editions(hit: &mut Hit, citation: &Citation, standard: &'static Standard, on: Date) {
    let mut set = |name, value: String| hit.values.push((name, value));
    let there = standard.editions.iter().filter(|one| status::has_appeared(one, on)).count();
    let there = &standard.editions[..if there == 0 { standard.editions.len() } else { there }];
    let years: Vec<String> = there.iter().map(|one| one.year.to_string()).collect();
    let years: Vec<&str> = years.iter().map(String::as_str).collect();
    set(if years.len() == 1 { "one-year" } else { "years" }, message::one_of(&years, "and"));
    let year = citation.reference.year.map_or(0, |year| year.value);
    set("year", year.to_string());
    let of_year =
        |row: &&'static Adoption| row.year == year && status::has_appeared(catalogue::edition(row.edition), on);
    let european = catalogue::adoptions_of(&citation.reference).find(|row| of_year(row) && row.prefix == "EN");
    let adoption = european.or_else(|| catalogue::adoptions_of(&citation.reference).find(of_year));
    let other = standard.mistaken_for.and_then(|id| catalogue::standards().iter().find(|one| one.id == id));
    if let Some(row) = adoption {
        let edition = catalogue::edition(row.edition);
        set("meant-adoption", row.designation.to_owned());
        set("meant-edition", edition.designation.to_owned());
        let current = status::current(standard, on).map(|current| current.designation.to_owned());
        let name = match current {
            _ if status::in_force(edition, on) => "meant-in-force",
            Some(current) => {
                set("instead-of-gone", current);
                "meant-gone"
            }
            None => "meant-over",
        };
        set(name, edition.designation.to_owned());
        return;
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
    let newest = || citation.standard.and_then(|standard| standard.editions.last());
    let edition = citation.edition.or_else(|| newest().filter(|_| citation.status == Status::Withdrawn));
    let (Some(adopted), Some(edition)) = (&citation.adoption, edition) else { return false };
    let mut set = |name, value: String| hit.values.push((name, value));
    // Without a row nobody knows that the adoption exists; its year says which edition is meant, no more.
    if let Some(row) = adopted.row {
        set("adoption", adopted.designation.clone());
        set("adopts", if row.confirmed { "adopts" } else { "is reported to adopt" }.to_owned());
    }
    let newer = newer_adoption(citation, edition, on);
    let known_gone = newer.is_some() || has_later_adoption(citation, edition);
    if let Some(newer) = newer {
        set("newer-adoption", newer.designation.to_owned());
    }
    if !known_gone {
        hit.circumstances.push("adoption-in-force");
        hit.values.push(("adoption-in-force", adopted.designation.clone()));
    }
    newer.is_some()
}

/// True if the publisher, or the European body that it follows, is on record with an adoption of a later edition.
fn has_later_adoption(citation: &Citation, edition: &'static Edition) -> bool {
    let reference = &citation.reference;
    let european = reference.prefix.split(' ').any(|body| body == "EN");
    let own = catalogue::without_european(&reference.prefix);
    let superseded =
        citation.adoption.as_ref().and_then(|adopted| adopted.row).is_some_and(|row| row.superseded_by.is_some());
    superseded
        || catalogue::adoptions_of_standard(edition).any(|row| {
            let by_same = catalogue::without_european(row.prefix) == own || (european && row.prefix == "EN");
            by_same && catalogue::edition(row.edition).year > edition.year
        })
}

/// The newest adoption, by the same bodies, of the edition that is in force; none that appeared after the day.
fn newer_adoption(citation: &Citation, edition: &'static Edition, on: Date) -> Option<&'static Adoption> {
    let (successors, _) = citation.successors(on);
    let is_current = |row: &&Adoption| {
        let adopted = catalogue::edition(row.edition);
        // On what day of its year it appeared is not on record.
        let there = i32::from(row.year) < i32::from(on.year());
        there && !std::ptr::eq(adopted, edition) && successors.iter().any(|next| std::ptr::eq(*next, adopted))
    };
    // Of the same year, the one without an amendment in its name.
    let order = |row: &&Adoption| (row.year, std::cmp::Reverse(row.designation.len()));
    let prefix = &citation.reference.prefix;
    let by_same = catalogue::adoptions().iter().filter(|row| row.prefix == prefix).filter(is_current);
    // Of "SS" only "SS EN" is on record: whose what has no row is, nobody knows here.
    let is_known = prefix != "SS" || citation.adoption.as_ref().is_some_and(|adopted| adopted.row.is_some());
    by_same.max_by_key(order).or_else(|| {
        if !is_known {
            return None;
        }
        let plain = catalogue::without_european(prefix);
        let by_kin = |row: &&Adoption| row.prefix != "EN" && catalogue::without_european(row.prefix) == plain;
        catalogue::adoptions().iter().filter(is_current).filter(by_kin).max_by_key(order)
    })
}

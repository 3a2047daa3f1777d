//! Looks things up in the catalogue, which the build script wrote from `rules/standards/`.

use jiff::civil::{Date, date};

use super::grammar::Reference;
use super::model::{
    Adoption, Edition, EditionRef, Family, NeverPublished, Project, See, Series, Stamp, Standard, Supplement,
};

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// The day up to which the catalogue is known to be complete.
#[must_use]
pub fn as_of() -> Date {
    AS_OF
}

/// Every standard, sorted by series, number and part.
#[must_use]
pub fn standards() -> &'static [Standard] {
    STANDARDS
}

/// Every adoption, sorted by number and year.
#[must_use]
pub fn adoptions() -> &'static [Adoption] {
    ADOPTIONS
}

/// The edition that a reference points to.
#[must_use]
pub fn edition(at: EditionRef) -> &'static Edition {
    &STANDARDS[usize::from(at.standard)].editions[usize::from(at.edition)]
}

/// The edition of a full designation.
#[must_use]
pub fn by_designation(designation: &str) -> Option<&'static Edition> {
    STANDARDS.iter().flat_map(|one| one.editions).find(|one| one.designation == designation)
}

/// The edition that has a page on iso.org, by the number of that, with its standard.
#[must_use]
pub fn by_page(page: u32) -> Option<(&'static Standard, &'static Edition)> {
    let editions = standards().iter().flat_map(|one| one.editions.iter().map(move |edition| (one, edition)));
    editions.into_iter().find(|(_, edition)| edition.page == Some(page))
}

/// The standard of an id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Standard> {
    STANDARDS.iter().find(|one| one.id == id)
}

/// The standard that a reference points to.
#[must_use]
pub fn standard_of(at: EditionRef) -> &'static Standard {
    &STANDARDS[usize::from(at.standard)]
}

/// The standard of a number and part.
#[must_use]
pub fn standard(series: Series, number: u32, part: &str) -> Option<&'static Standard> {
    parts(series, number).iter().find(|one| one.part == part)
}

/// Series and number as one number, which ascends through the catalogue.
const fn key(series: Series, number: u32) -> u64 {
    (series as u64) << 32 | number as u64
}

/// The key of each standard. Side by side they lie in little memory, so that a search finds it near.
static KEYS: [u64; STANDARDS.len()] = {
    let mut keys = [0; STANDARDS.len()];
    let mut at = 0;
    while at < keys.len() {
        keys[at] = key(STANDARDS[at].series, STANDARDS[at].number);
        at += 1;
    }
    keys
};

/// Every standard of a number, in all its parts.
#[must_use]
pub fn parts(series: Series, number: u32) -> &'static [Standard] {
    let own = key(series, number);
    let from = KEYS.partition_point(|key| *key < own);
    let count = KEYS[from..].iter().take_while(|key| **key == own).count();
    &STANDARDS[from..from + count]
}

/// What is known of a number whose parts are cited together.
#[must_use]
pub fn family(series: Series, number: u32) -> Option<&'static Family> {
    FAMILIES.iter().find(|one| one.series == series && one.number == number)
}

/// True if ISO's numbering has the number, in any part.
#[must_use]
pub fn knows_number(number: u32) -> bool {
    KEYS.binary_search(&key(Series::International, number)).is_ok()
}

/// True if the number has the part, in ISO's numbering or in that of an adoption.
#[must_use]
pub fn knows_part(number: u32, part: &str) -> bool {
    !part.is_empty()
        && (standard(Series::International, number, part).is_some()
            || standard(Series::British, number, part).is_some()
            || ADOPTIONS.iter().any(|one| one.main == (number, part) && !knows_number(number)))
}

/// True if the reference, with `year`, is an edition or an adoption in the catalogue.
#[must_use]
pub fn knows_year(reference: &Reference, year: u16) -> bool {
    let main = family(reference.series, reference.number).map_or("", |one| one.main_part);
    let part = if reference.part.is_empty() { main } else { &reference.part };
    let has = |part: &str| {
        standard(reference.series, reference.number, part)
            .is_some_and(|one| one.editions.iter().any(|one| one.year == year))
    };
    has(&reference.part) || has(part) || adoption(reference, year).is_some()
}

/// True if a body's own number, such as `GB/T 22080` or `BS 15000`, is in the catalogue.
#[must_use]
pub fn knows_own_number(reference: &Reference) -> bool {
    match (reference.series, reference.prefix.as_str()) {
        (Series::British, _) => !parts(Series::British, reference.number).is_empty(),
        (_, "GB/T") => ADOPTIONS.iter().any(|one| one.prefix == "GB/T" && one.main.0 == reference.number),
        _ => knows_number(reference.number),
    }
}

/// The adoption of a reference in a year: of the same bodies, of the same country's, or of the European body.
#[must_use]
pub fn adoption(reference: &Reference, year: u16) -> Option<&'static Adoption> {
    if reference.prefix.is_empty() {
        return None;
    }
    let rows = || adoptions_of(reference).filter(move |one| one.year == year);
    let plain = without_european;
    let european = reference.prefix.split(' ').any(|body| body == "EN");
    rows()
        .find(|one| one.prefix == reference.prefix)
        .or_else(|| rows().find(|one| plain(one.prefix) == plain(&reference.prefix) && one.prefix != "EN"))
        .or_else(|| rows().find(|one| european && one.prefix == "EN"))
}

/// The bodies of a prefix without the European one: `BS` of `BS EN`.
#[must_use]
pub fn without_european(prefix: &str) -> String {
    prefix.split(' ').filter(|body| *body != "EN").collect::<Vec<_>>().join(" ")
}

/// Every adoption of a reference's number and part, whatever the body.
pub fn adoptions_of(reference: &Reference) -> impl Iterator<Item = &'static Adoption> + '_ {
    let main = (reference.number, reference.part.as_str());
    let from = ADOPTIONS.partition_point(|one| one.main < main);
    ADOPTIONS[from..].iter().take_while(move |one| one.main == main)
}

/// Every adoption of any edition of the standard that `edition` belongs to.
pub fn adoptions_of_standard(edition: &'static Edition) -> impl Iterator<Item = &'static Adoption> {
    ADOPTIONS.iter().filter(move |row| standard_of(row.edition).editions.iter().any(|one| std::ptr::eq(one, edition)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_collection_holds_together() {
        for standard in STANDARDS {
            for edition in standard.editions {
                assert!(!edition.sources.is_empty(), "{} has no source", edition.designation);
                for next in edition.successors.iter().chain(edition.covered_by) {
                    let next = super::edition(*next);
                    assert!(
                        next.published.latest >= edition.published.latest,
                        "{} follows {} but is older",
                        next.designation,
                        edition.designation
                    );
                }
            }
            assert!(standard.never_published.is_none() || standard.editions.is_empty(), "{}", standard.id);
            let in_force = standard.editions.iter().filter(|one| !one.withdrawn).count();
            assert!(in_force <= 1, "{} has {in_force} editions in force", standard.id);
        }
        assert!(STANDARDS.len() >= 170 && ADOPTIONS.len() >= 90);
    }

    #[test]
    fn succession_has_no_circle() {
        for standard in STANDARDS {
            for edition in standard.editions {
                let mut frontier: Vec<EditionRef> =
                    edition.successors.iter().chain(edition.covered_by).copied().collect();
                for step in 0.. {
                    assert!(step < 20, "{} leads back to itself", edition.designation);
                    frontier = frontier
                        .into_iter()
                        .flat_map(|at| {
                            super::edition(at).successors.iter().chain(super::edition(at).covered_by).copied()
                        })
                        .collect();
                    if frontier.is_empty() {
                        break;
                    }
                }
            }
        }
    }

    #[test]
    fn look_ups_find_what_the_files_hold() {
        let is_found =
            |one: &Standard| standard(one.series, one.number, one.part).is_some_and(|found| std::ptr::eq(found, one));
        assert!(STANDARDS.iter().all(is_found));
        assert!(standard(Series::International, 20000, "9").is_some());
        assert!(standard(Series::British, 15000, "1").is_some());
        assert!(!knows_number(15000) && knows_number(27001) && !knows_number(22080));
        assert!(knows_part(20000, "12") && knows_part(24405, "1") && !knows_part(20000, "99"));
    }
}

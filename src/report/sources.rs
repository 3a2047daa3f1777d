//! Where the facts behind a finding come from, as the catalogue names them.

use std::collections::BTreeMap;

use crate::finding::{Cited, Finding};
use crate::standard::catalogue;
use crate::standard::model::Standard;

/// The sources of what a finding says of a standard, in the order of the catalogue; none if it is about no standard, or
/// one that the catalogue does not hold.
#[must_use]
pub fn of(cited: Option<&Cited>) -> Vec<&'static str> {
    let Some(cited) = cited else { return Vec::new() };
    let mut sources = Vec::new();
    if let Some(standard) = catalogue::by_id(&cited.standard) {
        sources.extend(of_standard(standard, cited.edition.as_deref()));
    }
    let is_cited = |designation: &str| cited.adoption.as_deref() == Some(designation);
    for row in catalogue::adoptions().iter().filter(|row| is_cited(row.designation)) {
        sources.extend(row.sources);
    }
    let mut seen = Vec::with_capacity(sources.len());
    sources.retain(|source| !seen.contains(source) && (seen.push(*source), true).1);
    sources
}

/// The sources behind each citation that findings are about, by its normal form, sorted.
#[must_use]
pub fn by_standard(findings: &[Finding]) -> BTreeMap<String, Vec<&'static str>> {
    let mut all = BTreeMap::new();
    for cited in findings.iter().filter_map(|one| one.said.cited.as_ref()) {
        let plain = Cited { clause: None, ..cited.clone() };
        all.entry(plain.normal()).or_insert_with(|| of(Some(cited)));
    }
    all
}

/// Sources of an edition; without one, or for a year of none, those of all editions, which show that it is none.
fn of_standard(standard: &'static Standard, year: Option<&str>) -> Vec<&'static str> {
    if let Some(never) = &standard.never_published {
        return never.sources.to_vec();
    }
    let is_cited = |own: u16| year.is_some_and(|year| own.to_string() == year);
    match standard.editions.iter().find(|edition| is_cited(edition.year)) {
        Some(edition) => edition.sources.to_vec(),
        None => standard.editions.iter().flat_map(|edition| edition.sources).copied().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited(standard: &str, edition: Option<&str>, adoption: Option<&str>) -> Cited {
        Cited {
            standard: standard.into(),
            edition: edition.map(Into::into),
            clause: None,
            status: "withdrawn",
            adoption: adoption.map(Into::into),
            successors: Vec::new(),
        }
    }

    #[test]
    fn each_fact_is_traced_once() {
        let edition = of(Some(&cited("ISO/IEC 20000-9", Some("2015"), None)));
        assert!(!edition.is_empty());
        let mut sorted = edition.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), edition.len());
        assert!(!of(Some(&cited("ISO/IEC 20000-8", None, None))).is_empty(), "never published");
        assert!(!of(Some(&cited("ISO/IEC 27001", Some("1999"), None))).is_empty(), "no edition of that year");
        assert!(of(Some(&cited("ISO 1", None, None))).is_empty() && of(None).is_empty());
    }
}

//! Check kind `mixed-editions`: the same standard is cited in different editions by different documents.

use jiff::civil::Date;

use super::Hit;
use super::status::with_amendments;
use crate::rule::message;
use crate::standard::{Citation, Edition, Standard, Status, status};

/// How many documents cite an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Year of the edition.
    pub year: u16,
    /// How many documents.
    pub documents: usize,
}

/// True if a citation names an edition beside which others exist. The year of an adoption counts only where it is on
/// record or reported, or one of ISO's own.
#[must_use]
pub fn counts(citation: &Citation) -> bool {
    let (Some(standard), Some(_)) = (citation.standard, citation.edition) else { return false };
    standard.editions.len() > 1 && citation.status != Status::Draft
}

/// True if it is only reported which edition the adoption is that a citation names.
#[must_use]
pub fn is_reported(citation: &Citation) -> bool {
    let row = citation.adoption.as_ref().and_then(|adopted| adopted.row);
    row.is_some_and(|row| !row.confirmed && citation.edition.is_some_and(|edition| edition.year != row.year))
}

/// An adoption by which an edition is cited.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// Its designation.
    pub adoption: &'a str,
    /// True if it is only reported to be that edition.
    pub reported: bool,
}

/// The edition at a place, with the adoption by which it is cited there.
pub type Shown<'a> = (&'static Edition, Option<Named<'a>>);

/// What there is to say of a standard whose editions are mixed; `counts` ascend by year, and `shown` is the edition
/// at the place that is shown, with the adoption by which it is cited there.
#[must_use]
pub fn hit(standard: &'static Standard, counts: &[Count], shown: Shown<'_>, on: Date) -> Hit {
    let mut hit = Hit::default();
    let mut set = |name, value: String| hit.values.push((name, value));
    let of_count = |one: &Count| {
        let noun = if one.documents == 1 { "document" } else { "documents" };
        format!("{} in {} {noun}", one.year, one.documents)
    };
    let (edition, adoption) = shown;
    let all: Vec<String> = counts.iter().map(of_count).collect();
    let others = counts.iter().filter(|one| one.year != edition.year);
    let others: Vec<String> = others.map(|one| one.year.to_string()).collect();
    set("standard", standard.id.to_owned());
    set("editions", joined(&all));
    set("year", edition.year.to_string());
    set("elsewhere", joined(&others));
    if let Some(Named { adoption, reported }) = adoption {
        set(if reported { "reported-adoption" } else { "adoption" }, adoption.to_owned());
    }
    let current = status::current(standard, on);
    match current {
        Some(current) => set("current", with_amendments(current, on)),
        None => set("gone", standard.id.to_owned()),
    }
    hit.page = current.unwrap_or(edition).page;
    hit
}

fn joined(texts: &[String]) -> String {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    message::one_of(&texts, "and")
}

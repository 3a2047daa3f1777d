//! What the catalogue knows of a standard on a day, put together for a page: the shape of the JSON form.

use jiff::civil::Date;
use serde::Serialize;

use crate::standard::catalogue;
use crate::standard::citation::status_of;
use crate::standard::model::{Adoption, Edition, EditionRef, NeverPublished, Project, See, Standard, Supplement};
use crate::standard::status::{self, NOT_YET};

/// A standard.
#[derive(Debug, Serialize)]
pub struct Entry {
    /// Designation without type and year.
    pub id: &'static str,
    /// Title of the newest edition; empty if nothing was published.
    pub title: &'static str,
    /// `in-force`, `withdrawn`, `never-published` or `not-yet-published`.
    pub status: &'static str,
    /// Designation of the edition in force.
    pub in_force: Option<&'static str>,
    /// True if it holds requirements that one can conform to; nothing where its title and type do not tell.
    pub requirements: Option<bool>,
    /// Set if nothing was published under the number.
    pub never_published: Option<Never>,
    /// Where to look although nothing replaces it.
    pub see: Vec<Pointer>,
    /// Editions, the oldest first.
    pub editions: Vec<Issue>,
    /// Drafts, running and cancelled.
    pub drafts: Vec<Draft>,
    /// National and regional adoptions, in the order of the catalogue.
    pub adoptions: Vec<Adopted>,
}

/// Why nothing was published under a number.
#[derive(Debug, Serialize)]
pub struct Never {
    /// Why, as part of a sentence.
    pub why: &'static str,
    /// What is said elsewhere but not on ISO's record.
    pub reported: Option<&'static str>,
    /// What may have been meant.
    pub instead: &'static [&'static str],
    /// Where the fact comes from.
    pub sources: &'static [&'static str],
}

/// A pointer to another document.
#[derive(Debug, Serialize)]
pub struct Pointer {
    /// Designation.
    pub standard: &'static str,
    /// What to look up there.
    #[serde(rename = "for")]
    pub purpose: &'static str,
}

/// An edition.
#[derive(Debug, Serialize)]
pub struct Issue {
    /// Full designation.
    pub designation: &'static str,
    /// Title where it differs from the standard's.
    pub title: Option<&'static str>,
    /// Status on the day.
    pub status: &'static str,
    /// When it was published, to the day, month or year.
    pub published: &'static str,
    /// Day of the withdrawal, where it is on record.
    pub withdrawn: Option<String>,
    /// What is said of its status elsewhere but not on ISO's record.
    pub reported: Option<&'static str>,
    /// Formal successors.
    pub successors: Vec<&'static str>,
    /// Documents that cover its subject without a formal link.
    pub covered_by: Vec<&'static str>,
    /// What is in force on the day at the end of its succession, formal or by subject.
    pub now: Vec<&'static str>,
    /// Its page on iso.org.
    pub page: Option<String>,
    /// What a reader should know.
    pub note: Option<&'static str>,
    /// Where the facts come from.
    pub sources: &'static [&'static str],
    /// Amendments and corrigenda, the oldest first.
    pub supplements: Vec<Extra>,
}

/// An amendment or a corrigendum.
#[derive(Debug, Serialize)]
pub struct Extra {
    /// Full designation.
    pub designation: &'static str,
    /// `amendment` or `corrigendum`.
    pub kind: &'static str,
    /// `in-force`, `withdrawn` or `not-yet-published`.
    pub status: &'static str,
    /// When it was published.
    pub published: &'static str,
    /// Its page on iso.org.
    pub page: Option<String>,
    /// Where the facts come from.
    pub sources: &'static [&'static str],
}

/// A draft.
#[derive(Debug, Serialize)]
pub struct Draft {
    /// Designation as ISO lists it.
    pub designation: &'static str,
    /// `in-development` or `cancelled`.
    pub status: &'static str,
    /// Where the fact comes from.
    pub sources: &'static [&'static str],
}

/// An adoption.
#[derive(Debug, Serialize)]
pub struct Adopted {
    /// Designation.
    pub designation: &'static str,
    /// Year of the adoption.
    pub year: u16,
    /// Where it is in force.
    pub region: &'static str,
    /// The edition it adopts.
    pub adopts: &'static str,
    /// Designations of supplements it contains.
    pub includes: &'static [&'static str],
    /// The adoption that replaced it, where known.
    pub superseded_by: Option<&'static str>,
    /// False if the only source is general knowledge.
    pub confirmed: bool,
    /// Where the fact comes from.
    pub sources: &'static [&'static str],
}

impl Entry {
    /// What is known of a standard on a day.
    #[must_use]
    pub fn of(standard: &'static Standard, on: Date) -> Self {
        let issues: Vec<Issue> = standard.editions.iter().map(|one| issue(standard, one, on)).collect();
        let in_force = issues.iter().rev().find(|one| one.status == "in-force").map(|one| one.designation);
        let adopts_own = |row: &&Adoption| std::ptr::eq(catalogue::standard_of(row.edition), standard);
        let there = |see: &&See| catalogue::by_designation(see.standard).is_some_and(|one| one.published.latest <= on);
        let status = match (&standard.never_published, in_force) {
            (Some(_), _) => "never-published",
            (None, Some(_)) => "in-force",
            (None, None) if issues.iter().all(|one| one.status == NOT_YET) => NOT_YET,
            (None, None) => "withdrawn",
        };
        Self {
            id: standard.id,
            title: standard.title,
            status,
            in_force,
            requirements: standard.requirements,
            never_published: standard.never_published.as_ref().map(Never::from),
            see: standard.see.iter().filter(there).map(Pointer::from).collect(),
            editions: issues,
            drafts: standard.projects.iter().map(Draft::from).collect(),
            adoptions: catalogue::adoptions().iter().filter(adopts_own).map(Adopted::from).collect(),
        }
    }
}

fn issue(standard: &'static Standard, edition: &'static Edition, on: Date) -> Issue {
    let names = |next: &[EditionRef]| next.iter().map(|at| catalogue::edition(*at).designation).collect();
    let now = |by_subject| status::successors(edition, on, by_subject);
    let now = if now(false).is_empty() { now(true) } else { now(false) };
    Issue {
        designation: edition.designation,
        title: edition.title,
        status: status_of(standard, edition, on).name(),
        published: edition.published.text,
        withdrawn: edition.withdrawn_on.map(|day| day.to_string()),
        reported: edition.reported,
        successors: names(edition.successors),
        covered_by: names(edition.covered_by),
        now: now.into_iter().filter(|one| one.published.latest <= on).map(|one| one.designation).collect(),
        page: edition.page.map(address),
        note: edition.note,
        sources: edition.sources,
        supplements: edition.supplements.iter().map(|one| extra(one, on)).collect(),
    }
}

fn extra(one: &'static Supplement, on: Date) -> Extra {
    Extra {
        designation: one.designation,
        kind: if one.amendment { "amendment" } else { "corrigendum" },
        status: match (one.published.latest <= on, one.withdrawn) {
            (false, _) => NOT_YET,
            (true, true) => "withdrawn",
            (true, false) => "in-force",
        },
        published: one.published.text,
        page: one.page.map(address),
        sources: one.sources,
    }
}

fn address(page: u32) -> String {
    format!("https://www.iso.org/standard/{page}.html")
}

impl From<&NeverPublished> for Never {
    fn from(never: &NeverPublished) -> Self {
        Self { why: never.why, reported: never.reported, instead: never.instead, sources: never.sources }
    }
}

impl From<&See> for Pointer {
    fn from(see: &See) -> Self {
        Self { standard: see.standard, purpose: see.purpose }
    }
}

impl From<&Project> for Draft {
    fn from(one: &Project) -> Self {
        let status = if one.cancelled { "cancelled" } else { "in-development" };
        Self { designation: one.designation, status, sources: one.sources }
    }
}

impl From<&Adoption> for Adopted {
    fn from(row: &Adoption) -> Self {
        Self {
            designation: row.designation,
            year: row.year,
            region: row.region,
            adopts: catalogue::edition(row.edition).designation,
            includes: row.includes,
            superseded_by: row.superseded_by,
            confirmed: row.confirmed,
            sources: row.sources,
        }
    }
}

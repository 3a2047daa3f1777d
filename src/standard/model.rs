//! The nouns of the catalogue: standards, their editions, amendments and adoptions.
//!
//! Every value is written by the build script from `rules/standards/` as a table of constants: nothing is parsed at
//! start-up. Facts carry the sources that the files name.

use jiff::civil::Date;

/// Which numbering a number belongs to: `ISO Guide 73` is not `ISO 73`, `BS 15000` is not `ISO 15000`. The order is
/// that of the names, in which the build script sorts the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Series {
    /// British Standards with a number of their own.
    British,
    /// The directives by which ISO and IEC work, and their supplements.
    Directives,
    /// Guides of ISO and IEC.
    Guide,
    /// Documents of ISO and IEC.
    International,
    /// International workshop agreements.
    Workshop,
}

/// A standard, in all its editions.
#[derive(Debug)]
pub struct Standard {
    /// Designation without type and year: `ISO/IEC 20000-9`.
    pub id: &'static str,
    /// Which numbering the number belongs to.
    pub series: Series,
    /// Number: 20000.
    pub number: u32,
    /// Part as written, or empty.
    pub part: &'static str,
    /// Title of the newest edition.
    pub title: &'static str,
    /// True if its newest edition holds requirements that one can conform to, false if title and type say that it holds
    /// none; nothing where they do not tell.
    pub requirements: Option<bool>,
    /// Ids of the standards that hold the requirements which it helps to meet.
    pub requirements_in: &'static [&'static str],
    /// True if `editions` is known to list every edition.
    pub complete: bool,
    /// Where to look although nothing replaces it.
    pub see: &'static [See],
    /// The standard that is meant when a year of that other standard is cited under this number.
    pub mistaken_for: Option<&'static str>,
    /// Set if no document of this number was ever published.
    pub never_published: Option<NeverPublished>,
    /// Editions, the oldest first.
    pub editions: &'static [Edition],
    /// Drafts, running and cancelled.
    pub projects: &'static [Project],
}

/// A pointer to another document with what it is good for.
#[derive(Debug)]
pub struct See {
    /// Designation.
    pub standard: &'static str,
    /// What to look up there.
    pub purpose: &'static str,
}

/// What is known of a number under which nothing was published.
#[derive(Debug)]
pub struct NeverPublished {
    /// Why, as part of a sentence.
    pub why: &'static str,
    /// What is said elsewhere but not on ISO's record.
    pub reported: Option<&'static str>,
    /// Designations that may have been meant.
    pub instead: &'static [&'static str],
    /// Where the fact comes from.
    pub sources: &'static [&'static str],
}

/// One edition of a standard.
#[derive(Debug)]
pub struct Edition {
    /// Full designation: `ISO/IEC TR 20000-9:2015`.
    pub designation: &'static str,
    /// Title where it differs from the standard's.
    pub title: Option<&'static str>,
    /// Whether it holds requirements, as its standard does unless its own title and type say otherwise.
    pub requirements: Option<bool>,
    /// Year of publication as in the designation.
    pub year: u16,
    /// When it was published.
    pub published: Stamp,
    /// True if ISO lists it as withdrawn.
    pub withdrawn: bool,
    /// Day of the withdrawal, where it is on record.
    pub withdrawn_on: Option<Date>,
    /// What is said of its status elsewhere but not on ISO's record.
    pub reported: Option<&'static str>,
    /// Formal successors.
    pub successors: &'static [EditionRef],
    /// Documents that cover its subject without a formal link.
    pub covered_by: &'static [EditionRef],
    /// Number of its page on iso.org.
    pub page: Option<u32>,
    /// What a reader should know.
    pub note: Option<&'static str>,
    /// Where the facts come from.
    pub sources: &'static [&'static str],
    /// Amendments and corrigenda, the oldest first.
    pub supplements: &'static [Supplement],
}

/// Points to an edition in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EditionRef {
    /// Index of the standard.
    pub standard: u16,
    /// Index in its editions.
    pub edition: u16,
}

/// A date as the record has it, to the day, the month or the year.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    /// As written: `2015-02-16`, `2013-10` or `2022`.
    pub text: &'static str,
    /// The last day it can mean, so that nothing counts as published before it surely is.
    pub latest: Date,
}

/// An amendment or a corrigendum.
#[derive(Debug)]
pub struct Supplement {
    /// Full designation: `ISO/IEC 20000-1:2018/Amd 1:2024`.
    pub designation: &'static str,
    /// What follows the edition: `Amd 1:2024`.
    pub label: &'static str,
    /// True for an amendment, false for a corrigendum.
    pub amendment: bool,
    /// When it was published.
    pub published: Stamp,
    /// True if it is withdrawn with its edition.
    pub withdrawn: bool,
    /// Number of its page on iso.org.
    pub page: Option<u32>,
    /// Where the facts come from.
    pub sources: &'static [&'static str],
}

/// A draft or a cancelled project.
#[derive(Debug)]
pub struct Project {
    /// Designation as ISO lists it.
    pub designation: &'static str,
    /// True if the project was cancelled.
    pub cancelled: bool,
    /// Where the fact comes from.
    pub sources: &'static [&'static str],
}

/// A national or regional adoption whose number or year differs from the edition it adopts.
#[derive(Debug)]
pub struct Adoption {
    /// Designation: `BS EN ISO/IEC 27001:2017`.
    pub designation: &'static str,
    /// Bodies before the number, one space between them: `BS EN`.
    pub prefix: &'static str,
    /// Number with part as written in the adoption: `24405.1`.
    pub number: &'static str,
    /// The same as a number and a part, as references have them.
    pub main: (u32, &'static str),
    /// Year of the adoption.
    pub year: u16,
    /// The ISO edition it adopts.
    pub edition: EditionRef,
    /// Designations of supplements it contains.
    pub includes: &'static [&'static str],
    /// Where it is in force.
    pub region: &'static str,
    /// The adoption that replaced it, where known.
    pub superseded_by: Option<&'static str>,
    /// False if the only source is general knowledge: messages say "reported to adopt".
    pub confirmed: bool,
    /// Where the fact comes from.
    pub sources: &'static [&'static str],
}

/// A number whose citation without a part needs knowledge of its own.
#[derive(Debug)]
pub struct Family {
    /// Designation: `ISO/IEC 20000`.
    pub id: &'static str,
    /// Which numbering the number belongs to.
    pub series: Series,
    /// Number.
    pub number: u32,
    /// Part that a year without a part means, or empty.
    pub main_part: &'static str,
    /// True if every part that ever existed is in the catalogue.
    pub all_parts_known: bool,
}

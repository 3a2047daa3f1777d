//! A citation: a reference in a document with what the catalogue says of it on a day.

use std::ops::Range;

use jiff::civil::Date;

use super::catalogue;
use super::grammar::{Reference, YearForm};
use super::model::{Adoption, Edition, Series, Standard};
use super::national;
use super::status::{self, Status};

/// A reference and what it denotes.
#[derive(Clone, Debug)]
pub struct Citation {
    /// What is written, and where in the prose of its block.
    pub reference: Reference,
    /// The standard, if the catalogue has it.
    pub standard: Option<&'static Standard>,
    /// The ISO edition that is cited, for an adoption the one it adopts.
    pub edition: Option<&'static Edition>,
    /// The adoption, if it is cited by a national or regional designation.
    pub adoption: Option<Adopted>,
    /// Status on the day.
    pub status: Status,
}

/// A national or regional adoption as cited.
#[derive(Clone, Debug)]
pub struct Adopted {
    /// Designation in the form of its body.
    pub designation: String,
    /// The row of the catalogue that says what it adopts, if it took one.
    pub row: Option<&'static Adoption>,
}

/// Finds out what `reference` denotes and how it stands on the day.
#[must_use]
pub fn cite(reference: Reference, on: Date) -> Citation {
    let adoption = (!reference.prefix.is_empty()).then(|| Adopted { designation: String::new(), row: None });
    let mut citation = Citation { reference, standard: None, edition: None, adoption, status: Status::Unlisted };
    citation.locate();
    // That of a row on record need not be made up.
    if let Some(adopted) = citation.adoption.as_mut().filter(|one| one.designation.is_empty()) {
        adopted.designation = national::designation(&citation.reference);
    }
    citation.status = citation.judge(on);
    citation
}

/// Those of citations, in the order of their places in a text, that stand whole in a stretch of it.
pub(super) fn within<'a>(citations: &'a [Citation], stretch: &Range<usize>) -> &'a [Citation] {
    let from = citations.partition_point(|one| one.reference.range.start < stretch.start);
    let length = citations[from..].iter().take_while(|one| one.reference.range.end <= stretch.end).count();
    &citations[from..from + length]
}

impl Citation {
    /// Finds the standard and the edition.
    fn locate(&mut self) {
        let reference = &self.reference;
        self.standard = catalogue::standard(reference.series, reference.number, &reference.part);
        let own_number = reference.prefix == "GB/T" && reference.publishers.is_empty();
        if own_number {
            self.standard = catalogue::adoptions_of(reference).next().map(|row| catalogue::standard_of(row.edition));
        }
        let Some(year) = reference.year else { return };
        if let Some(row) = catalogue::adoption(reference, year.value) {
            self.standard = Some(catalogue::standard_of(row.edition));
            self.edition = Some(catalogue::edition(row.edition));
            if let Some(adopted) = &mut self.adoption {
                if row.prefix == reference.prefix && reference.supplements.is_empty() && row.includes.is_empty() {
                    row.designation.clone_into(&mut adopted.designation);
                }
                adopted.row = Some(row);
            }
            return;
        }
        let is_joint = || self.standard.is_some_and(|one| one.id.starts_with("ISO/IEC"));
        let lags = reference.prefix.split(' ').next().is_some_and(|body| LAGGING.contains(&body)) && is_joint();
        if own_number || lags {
            return;
        }
        let family = catalogue::family(reference.series, reference.number);
        if let Some(family) = family.filter(|one| reference.part.is_empty() && !one.main_part.is_empty()) {
            let main = catalogue::standard(reference.series, reference.number, family.main_part);
            // A year of another part does not mean the main one, unless that edition is gone too.
            let has_year = |one: &Standard| one.editions.iter().any(|edition| edition.year == year.value);
            let lasts =
                |one: &Standard| one.editions.iter().any(|edition| edition.year == year.value && !edition.withdrawn);
            let of_other = catalogue::parts(reference.series, reference.number).iter().any(lasts);
            self.standard = main.filter(|main| has_year(main) || !of_other);
        }
        self.edition = self.standard.and_then(|standard| standard.editions.iter().find(|one| one.year == year.value));
    }

    fn judge(&self, on: Date) -> Status {
        let reference = &self.reference;
        if reference.stage.is_some() {
            return Status::Draft;
        }
        let Some(standard) = self.standard else { return judge_family(reference, on) };
        if standard.never_published.is_some() {
            return Status::NeverPublished;
        }
        let Some(edition) = self.edition else { return self.judge_without_edition(standard, on) };
        status_of(standard, edition, on)
    }

    /// A citation without a year, or with one that no edition has.
    fn judge_without_edition(&self, standard: &'static Standard, on: Date) -> Status {
        let Some(year) = self.reference.year else {
            let alive = status::is_alive(standard, on) || has_part_in_force(standard, on);
            return if alive { Status::Undated } else { Status::Withdrawn };
        };
        // An adoption's year is never guessed, and a year that is tied loosely may be that of an audit.
        let firm = year.form == YearForm::Colon
            || (year.form == YearForm::Hyphen && !self.reference.lower && self.reference.publishers.contains('/'));
        let own = self.adoption.is_none() && !self.reference.foreign && !self.reference.bare;
        if standard.complete && own && firm {
            return Status::UnknownEdition;
        }
        if !status::is_alive(standard, on) && !has_part_in_force(standard, on) {
            return Status::Withdrawn;
        }
        // "ISO 27001 2024 audit": the year belongs to something else.
        if matches!(year.form, YearForm::Loose | YearForm::Words) { Status::Undated } else { Status::Unlisted }
    }

    /// The designation of the cited edition, for an undated citation that of the newest edition.
    #[must_use]
    pub fn designation(&self) -> String {
        let newest = self.standard.and_then(|standard| standard.editions.last());
        match self.edition.or(newest) {
            Some(edition) if self.edition.is_some() || self.reference.year.is_none() => edition.designation.to_owned(),
            // A year that no edition is on record for is not repeated as if it were one.
            _ => standard_name(self),
        }
    }

    /// The normal form under the name that ISO gives the document: publishers and type as the catalogue has them, for an
    /// adoption the edition that it adopts. A year that the catalogue cannot place is never put behind ISO's name.
    #[must_use]
    pub fn normal(&self) -> String {
        let written = &self.reference;
        // A French name stays French, and a draft has the type of its own stage.
        let is_own = written.french || written.guide_first || written.all_parts || written.stage.is_some();
        if let Some(edition) = self.edition.filter(|_| !is_own) {
            return format!("{}{}", edition.designation, written.behind_year());
        }
        let own_number = |one: &&Standard| written.year.is_none() && one.number != written.number;
        if let Some(standard) = self.standard.filter(own_number) {
            return format!("{}{}", standard.id, written.behind_year());
        }
        let mut named = written.clone();
        let family = || catalogue::parts(written.series, written.number).first();
        let known = self.standard.or_else(family);
        if let Some(standard) = known.filter(|one| one.series == Series::International && !is_own) {
            named.publishers = standard.id.split(' ').next().unwrap_or_default().into();
        }
        let keeps_year = KEEPS_YEAR.contains(&written.prefix.as_str()) && self.standard.is_none();
        if written.year.is_none() || keeps_year {
            named.prefix.clear();
        } else if !written.prefix.is_empty() {
            named.publishers = written.publishers.clone();
        }
        if named.prefix.is_empty() { named.to_string().trim_start().to_owned() } else { national::designation(&named) }
    }

    /// The editions in force that took its place, formally or, if there are none, by subject; the flag tells which.
    #[must_use]
    pub fn successors(&self, on: Date) -> (Vec<&'static Edition>, bool) {
        let Some(standard) = self.standard else { return (self.successors_of_parts(on), true) };
        let Some(edition) = self.edition.or_else(|| standard.editions.last()) else { return (Vec::new(), true) };
        match (self.edition, successors_of(standard, edition, on)) {
            // Of a year that is none of an edition, what is in force.
            (None, (found, _)) if found.is_empty() => (status::current(standard, on).into_iter().collect(), true),
            (_, found) => found,
        }
    }

    /// For a number that exists only in parts: what took the place of each.
    fn successors_of_parts(&self, on: Date) -> Vec<&'static Edition> {
        let parts = catalogue::parts(self.reference.series, self.reference.number);
        let newest = parts.iter().filter_map(|part| part.editions.last());
        let mut found: Vec<&'static Edition> =
            newest.flat_map(|edition| status::successors(edition, on, false)).collect();
        found.sort_by_key(|edition| edition.designation);
        found.dedup_by_key(|edition| edition.designation);
        found
    }
}

/// How an edition of a standard stands on the day.
#[must_use]
pub fn status_of(standard: &'static Standard, edition: &'static Edition, on: Date) -> Status {
    if !status::has_appeared(edition, on) {
        return Status::NotYetPublished;
    }
    if status::in_force(edition, on) {
        return Status::InForce;
    }
    let is_newer = |one: &Edition| one.year > edition.year;
    let is_divided = || has_part_in_force(standard, on) && !successors_of(standard, edition, on).0.is_empty();
    if status::current(standard, on).is_some_and(is_newer) || is_divided() {
        return Status::Superseded { recent: status::recently_ended(edition, on) };
    }
    Status::Withdrawn
}

/// The editions in force that took the place of one of a standard, formally or by subject; the flag tells which.
pub(crate) fn successors_of(
    standard: &'static Standard,
    edition: &'static Edition,
    on: Date,
) -> (Vec<&'static Edition>, bool) {
    let formal = status::successors(edition, on, false);
    if !formal.is_empty() {
        return (formal, true);
    }
    let by_subject = status::successors(edition, on, true);
    if !by_subject.is_empty() {
        return (by_subject, false);
    }
    // An edition whose succession ISO does not record: what took the place of the newest one.
    let newest = standard.editions.iter().rfind(|one| status::has_appeared(one, on) && one.year > edition.year);
    let found = match status::current(standard, on).filter(|one| one.year > edition.year) {
        Some(current) => vec![current],
        None => newest.map(|newest| status::successors(newest, on, false)).unwrap_or_default(),
    };
    (found, true)
}

/// Bodies whose adoptions of what ISO and IEC publish together have years of their own, as nearly all of those on record do
/// (`rules/standards/`): such a year that is not on record is not taken for one of ISO's.
const LAGGING: [&str; 4] = ["GOST", "JIS", "KS", "GB/T"];

/// Bodies that adopt a document under the year that ISO gave it.
const KEEPS_YEAR: [&str; 2] = ["BS", "PD"];

/// True if the standard has no part itself and a part of its number is in force.
fn has_part_in_force(standard: &Standard, on: Date) -> bool {
    let mut parts = catalogue::parts(standard.series, standard.number).iter().filter(|one| !one.part.is_empty());
    standard.part.is_empty() && parts.any(|one| status::is_alive(one, on))
}

/// A number that the catalogue has only in parts, cited without one.
fn judge_family(reference: &Reference, on: Date) -> Status {
    let parts = catalogue::parts(reference.series, reference.number);
    if !reference.part.is_empty() || parts.is_empty() {
        return Status::Unlisted;
    }
    if parts.iter().any(|one| status::is_alive(one, on)) {
        return if reference.year.is_none() { Status::Undated } else { Status::Unlisted };
    }
    let known = catalogue::family(reference.series, reference.number).is_some_and(|one| one.all_parts_known);
    if known { Status::Withdrawn } else { Status::Unlisted }
}

/// The designation of a reference without type and year, as the catalogue writes it where it knows it.
#[must_use]
pub fn standard_name(citation: &Citation) -> String {
    match (citation.standard, catalogue::family(citation.reference.series, citation.reference.number)) {
        (Some(standard), _) if standard.never_published.is_none() => standard.id.to_owned(),
        (None, Some(family)) if citation.reference.part.is_empty() => family.id.to_owned(),
        (_, _) => {
            let mut plain = citation.reference.clone();
            plain.prefix.clear();
            if plain.publishers.is_empty() && plain.series == Series::International {
                plain.publishers = "ISO".into();
            }
            plain.undated()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard::grammar;
    use jiff::civil::date;

    fn read(text: &str) -> Vec<(String, &'static str)> {
        grammar::find(text)
            .into_iter()
            .map(|reference| cite(reference, date(2026, 11, 22)))
            .map(|one| (format!("{}|{}", &text[one.reference.range.clone()], one.designation()), one.status.name()))
            .collect()
    }

    #[track_caller]
    fn check(text: &str, wanted: &[(&str, &str)]) {
        let found = read(text);
        let found: Vec<(&str, &str)> = found.iter().map(|(words, status)| (words.as_str(), *status)).collect();
        assert_eq!(found, wanted, "in {text:?}");
    }

    #[test]
    fn plain_forms() {
        check("per ISO/IEC 27001:2013.", &[("ISO/IEC 27001:2013|ISO/IEC 27001:2013", "superseded")]);
        check("ISO27001-2013", &[("ISO27001-2013|ISO/IEC 27001:2013", "superseded")]);
        check("ISO 27001 (2013) ok", &[("ISO 27001 (2013)|ISO/IEC 27001:2013", "superseded")]);
        check(
            "the 2013 edition of ISO/IEC 27001",
            &[("2013 edition of ISO/IEC 27001|ISO/IEC 27001:2013", "superseded")],
        );
        check("ISO/IEC TR 20000-9", &[("ISO/IEC TR 20000-9|ISO/IEC TR 20000-9:2015", "withdrawn")]);
        check(
            "ISO/IEC 20000-1:2018/Amd 1:2024",
            &[("ISO/IEC 20000-1:2018/Amd 1:2024|ISO/IEC 20000-1:2018", "in-force")],
        );
        check("ISO 33704", &[("ISO 33704|ISO 33704", "never-published")]);
        for (text, firm) in [("ISO/IEC 27001:2103", true), ("ISO/IEC 27001:2030", true), ("ISO/IEC 27001:9213", false)]
        {
            let wanted = (format!("{text}|ISO/IEC 27001"), "unknown-edition");
            assert_eq!(read(text) == [wanted], firm, "{text}");
        }
        for text in ["iso27001:2103", "ISO/IEC 27001: 2103", "BS ISO/IEC 27001:2103"] {
            assert!(read(text).iter().all(|(_, status)| *status != "unknown-edition"), "{text}");
        }
        check("ISO 20000:2011", &[("ISO 20000:2011|ISO/IEC 20000-1:2011", "superseded")]);
        check("ISO/IEC 27001:2023", &[("ISO/IEC 27001:2023|ISO/IEC 27001", "unknown-edition")]);
        check("the 20000-7 standard", &[("20000-7|ISO/IEC TR 20000-7:2019", "withdrawn")]);
        check("Annex ISO/IEC 27035 applies", &[("ISO/IEC 27035|ISO/IEC 27035:2011", "undated")]);
        check("BS 15000 audit", &[("BS 15000|BS 15000", "withdrawn")]);
    }

    #[test]
    fn a_number_of_a_body_of_its_own_is_not_put_behind_the_name_of_iso() {
        for (text, wanted) in [
            ("GB/T 24405-1", "ISO/IEC 20000-1"),
            ("GB/T 22080", "ISO/IEC 27001"),
            ("GB/T 24405-1:2012", "GB/T 24405.1-2012"),
            ("GOST R ISO/IEC 27001:2020", "GOST R ISO/IEC 27001-2020"),
            ("GOST R ISO/IEC 27001-2021", "ISO/IEC 27001:2013"),
        ] {
            let found = grammar::find(text).into_iter().next().expect("it is a designation");
            assert_eq!(cite(found, date(2026, 11, 22)).normal(), wanted, "{text}");
        }
    }

    #[test]
    fn what_takes_the_place_of_an_edition_is_newer_and_has_appeared() {
        for year in (1986..2027).step_by(2) {
            let on = date(year, 7, 1);
            for edition in catalogue::standards().iter().flat_map(|one| one.editions) {
                let found = grammar::find(edition.designation).into_iter().next().expect("it is a designation");
                let cited = cite(found, on);
                let (successors, _) = cited.successors(on);
                let is_later = |one: &&Edition| one.published.latest >= edition.published.latest;
                let has_appeared = |one: &&Edition| one.published.latest <= on && is_later(one);
                let is_judged = cited.status.verdict().is_some();
                assert!(!is_judged || successors.iter().all(has_appeared), "{} on {on}", edition.designation);
                let is_superseded = matches!(cited.status, Status::Superseded { .. });
                let of_same = cited.standard.and_then(|one| status::current(one, on));
                let has_newer = of_same.is_some_and(|one| one.year > edition.year);
                assert!(!(cited.status == Status::Withdrawn && has_newer), "{} on {on}", edition.designation);
                assert!(!(is_superseded && successors.is_empty()), "{} on {on}", edition.designation);
            }
        }
    }

    #[test]
    fn lists() {
        check(
            "ISO/IEC 20000-1, -2 and -9",
            &[
                ("ISO/IEC 20000-1|ISO/IEC 20000-1:2018", "undated"),
                ("-2|ISO/IEC 20000-2:2019", "undated"),
                ("-9|ISO/IEC TR 20000-9:2015", "withdrawn"),
            ],
        );
        check(
            "Parts 4, 7 and 9 of ISO/IEC 20000",
            &[
                ("Parts 4|ISO/IEC TR 20000-4:2010", "withdrawn"),
                ("7|ISO/IEC TR 20000-7:2019", "withdrawn"),
                ("9 of ISO/IEC 20000|ISO/IEC TR 20000-9:2015", "withdrawn"),
            ],
        );
        check(
            "ISO/IEC 27001/27002:2013",
            &[("ISO/IEC 27001|ISO/IEC 27001:2022", "undated"), ("27002:2013|ISO/IEC 27002:2013", "superseded")],
        );
        check(
            "ISO 27001:2013/2022",
            &[("ISO 27001:2013|ISO/IEC 27001:2013", "superseded"), ("2022|ISO/IEC 27001:2022", "in-force")],
        );
        check(
            "ISO/IEC 20000-1/-9",
            &[("ISO/IEC 20000-1|ISO/IEC 20000-1:2018", "undated"), ("-9|ISO/IEC TR 20000-9:2015", "withdrawn")],
        );
    }

    #[test]
    fn adoptions() {
        check("BS EN ISO/IEC 27001:2017", &[("BS EN ISO/IEC 27001:2017|ISO/IEC 27001:2013", "superseded")]);
        check("JIS Q 20000-1:2020", &[("JIS Q 20000-1:2020|ISO/IEC 20000-1:2018", "in-force")]);
        check("GB/T 22080-2016", &[("GB/T 22080-2016|ISO/IEC 27001:2013", "superseded")]);
        check("SNI ISO/IEC 20000-9:2016", &[("SNI ISO/IEC 20000-9:2016|ISO/IEC TR 20000-9:2015", "withdrawn")]);
        check("NEN-EN-ISO/IEC 27001:2023", &[("NEN-EN-ISO/IEC 27001:2023|ISO/IEC 27001:2022", "in-force")]);
        check("NF EN ISO/IEC 27001:2019", &[("NF EN ISO/IEC 27001:2019|ISO/IEC 27001", "unlisted")]);
        check("GOST R ISO/IEC 27000-2012", &[("GOST R ISO/IEC 27000-2012|ISO/IEC 27000", "unlisted")]);
        check("UAE.S ISO 9001:2021", &[("ISO 9001:2021|ISO 9001", "unlisted")]);
        check("Gost R ISO/IEC 27001-2021", &[("ISO/IEC 27001-2021|ISO/IEC 27001", "unlisted")]);
        check("A. ISO 9001:2021", &[("ISO 9001:2021|ISO 9001", "unknown-edition")]);
        check("See prEN ISO 9001:2014", &[("prEN ISO 9001:2014|ISO 9001", "draft")]);
    }

    #[test]
    fn look_alikes() {
        check("ISO/TC 176 and ISO/IEC JTC 1/SC 40", &[]);
        check("port 27017, range 20000-40000, code 20000-700, ISO,2026-03-01", &[]);
        check("ISO 9001: 4.1-4.2", &[("ISO 9001|ISO 9001:2026", "undated")]);
        check("ISO 9001 - 8.2.1", &[("ISO 9001|ISO 9001:2026", "undated")]);
        check("isolate 27001", &[]);
    }
}

//! An inquiry: which standards somebody means who types a designation.

use jiff::civil::Date;

use super::catalogue;
use super::citation::{Citation, cite};
use super::grammar::{self, Reference};
use super::model::{Adoption, Series, Standard};
use crate::document::Format;

/// What is asked for, and the standards that it names.
#[derive(Debug)]
pub struct Inquiry {
    /// What is typed, as if it stood in a document.
    pub citation: Citation,
    /// The standards, sorted by part: several if only a number is given that exists in parts.
    pub standards: Vec<&'static Standard>,
}

/// Why an inquiry has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Miss {
    /// The text is no designation, or more than one.
    NoDesignation,
    /// The catalogue does not hold it; with its normal form and the ids and adoptions that share its number.
    Unlisted(String, Vec<&'static str>),
}

/// Finds what `text` names, on the day.
///
/// # Errors
/// `Miss` if it names nothing in the catalogue.
pub fn ask(text: &str, on: Date) -> Result<Inquiry, Miss> {
    // No-break spaces and Unicode hyphens come with what is copied from a document.
    let document = Format::Plain.read(text, None);
    let [block] = document.blocks.as_slice() else { return Err(Miss::NoDesignation) };
    let text = block.prose.text().trim();
    if let Some(row) = catalogue::adoptions().iter().find(|row| row.designation.eq_ignore_ascii_case(text)) {
        return Ok(of_adoption(row, on));
    }
    let reference = grammar::urn::read(text).or_else(|| read(text)).or_else(|| read_number(text));
    let citation = cite(reference.ok_or(Miss::NoDesignation)?, on);
    let standards = named(&citation);
    if standards.is_empty() {
        return Err(Miss::Unlisted(citation.normal(), near(citation.reference.number)));
    }
    Ok(Inquiry { citation, standards })
}

/// Where a number may be found, in the order in which it is looked for.
const ALL_SERIES: [Series; 3] = [Series::International, Series::British, Series::Guide];

/// Reads the whole text as one designation, as it is typed or in capitals.
fn read(text: &str) -> Option<Reference> {
    let named = |one: &Reference| !one.publishers.is_empty() || !one.prefix.is_empty();
    [text.to_owned(), text.to_uppercase()].iter().find_map(|text| read_whole(text).filter(named))
}

fn read_whole(text: &str) -> Option<Reference> {
    let mut found = grammar::find(text);
    found.pop().filter(|one| found.is_empty() && one.range == (0..text.len()))
}

/// Reads a number without a publisher, and gives it that under which the catalogue has it.
fn read_number(text: &str) -> Option<Reference> {
    let mut reference = read_whole(&format!("ISO {text}"))?;
    let known = ALL_SERIES.into_iter().find_map(|series| catalogue::parts(series, reference.number).first());
    let adoption = catalogue::adoptions_of(&reference).next();
    if let Some(standard) = known {
        reference.series = standard.series;
        reference.publishers = standard.id.split(' ').next().unwrap_or_default().into();
    } else if let Some(row) = adoption {
        row.prefix.clone_into(&mut reference.prefix);
        reference.publishers = "".into();
    }
    Some(reference)
}

/// The inquiry for an adoption that is typed just as the catalogue has it.
fn of_adoption(row: &'static Adoption, on: Date) -> Inquiry {
    let standard = catalogue::standard_of(row.edition);
    let adopted = catalogue::edition(row.edition).designation;
    let reference = read(row.designation).or_else(|| read(adopted));
    let reference = reference.expect("a test reads every edition of the catalogue");
    Inquiry { citation: cite(reference, on), standards: vec![standard] }
}

/// The standards that a citation names.
fn named(citation: &Citation) -> Vec<&'static Standard> {
    let reference = &citation.reference;
    let parts = catalogue::parts(reference.series, reference.number);
    match citation.standard {
        // A year of the main part is meant, if the part is left out.
        Some(one) if !reference.part.is_empty() || reference.year.is_some() || parts.len() < 2 => vec![one],
        Some(_) | None if reference.part.is_empty() => by_part(parts.iter().collect()),
        Some(_) | None => Vec::new(),
    }
}

/// Standards of one number, part 2 before part 10.
fn by_part(mut standards: Vec<&'static Standard>) -> Vec<&'static Standard> {
    standards.sort_by_key(|one| (one.part.parse().unwrap_or(0_u32), one.part));
    standards
}

/// What shares the number: its parts in every series, and adoptions with a number of their own.
fn near(number: u32) -> Vec<&'static str> {
    let parts = ALL_SERIES.into_iter().flat_map(|series| by_part(catalogue::parts(series, number).iter().collect()));
    let own = |row: &&Adoption| row.number.split(['-', '.']).next().is_some_and(|own| own == number.to_string());
    let mut near: Vec<&'static str> = parts.map(|one| one.id).collect();
    if near.is_empty() {
        near.extend(catalogue::adoptions().iter().filter(own).map(|row| row.designation));
    }
    near
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn answer(text: &str) -> Result<Vec<&'static str>, Miss> {
        ask(text, date(2026, 11, 22)).map(|found| found.standards.iter().map(|one| one.id).collect())
    }

    #[test]
    fn designations_are_understood_as_people_type_them() {
        for (text, id) in [
            ("ISO/IEC TR 20000-7", "ISO/IEC 20000-7"),
            ("20000-9", "ISO/IEC 20000-9"),
            (" 27001 ", "ISO/IEC 27001"),
            ("27001:2013", "ISO/IEC 27001"),
            ("iso/iec 27001", "ISO/IEC 27001"),
            ("iso9001", "ISO 9001"),
            ("ISO\u{a0}/\u{a0}IEC 20000\u{2011}9", "ISO/IEC 20000-9"),
            ("ISO/IEC 20000:2018", "ISO/IEC 20000-1"),
            ("ISO/IEC 20000-1:2018/Amd 1:2024", "ISO/IEC 20000-1"),
            ("GB/T 22080", "ISO/IEC 27001"),
            ("gb/t 22080-2016", "ISO/IEC 27001"),
            ("22080", "ISO/IEC 27001"),
            ("BS EN ISO/IEC 27001:2017", "ISO/IEC 27001"),
            ("CSA ISO/IEC TR 20000-5:15 (R2019)", "ISO/IEC 20000-5"),
            ("15000-1", "BS 15000-1"),
            ("bs 15000-1:2002", "BS 15000-1"),
            ("ISO Guide 73", "ISO Guide 73"),
            ("20000-8", "ISO/IEC 20000-8"),
        ] {
            assert_eq!(answer(text), Ok(vec![id]), "{text}");
        }
        let parts = answer("20000").expect("it has parts");
        assert_eq!((parts.len(), parts[0], parts[1]), (17, "ISO/IEC 20000-1", "ISO/IEC 20000-2"));
        assert_eq!(answer("ISO/IEC 20000 (all parts)"), Ok(parts));
    }

    #[test]
    fn what_is_not_there_is_told() {
        let near = answer("ISO/IEC 20000-99").expect_err("there is no such part");
        assert!(matches!(near, Miss::Unlisted(_, near) if near.contains(&"ISO/IEC 20000-9")));
        assert_eq!(answer("ISO 12345"), Err(Miss::Unlisted("ISO 12345".to_owned(), Vec::new())));
        let own = Miss::Unlisted("ISO 15000-1".to_owned(), vec!["BS 15000-1", "BS 15000-2"]);
        assert_eq!(answer("ISO 15000-1"), Err(own), "ISO has its own");
        for text in ["", "nonsense", "ISO 27001 and ISO 27002", "ISO 27001 applies", "20000-1, -2 and -9"] {
            assert_eq!(answer(text), Err(Miss::NoDesignation), "{text}");
        }
    }

    #[test]
    fn every_designation_of_the_catalogue_is_understood() {
        for standard in catalogue::standards() {
            let parts = catalogue::parts(standard.series, standard.number).len();
            let wanted = if standard.part.is_empty() && parts > 1 { parts } else { 1 };
            assert_eq!(answer(standard.id).map(|found| found.len()), Ok(wanted), "{}", standard.id);
            for edition in standard.editions {
                assert_eq!(answer(edition.designation), Ok(vec![standard.id]), "{}", edition.designation);
            }
        }
        for row in catalogue::adoptions() {
            let standard = catalogue::standard_of(row.edition);
            assert_eq!(answer(row.designation), Ok(vec![standard.id]), "{}", row.designation);
        }
    }
}

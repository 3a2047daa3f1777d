//! The form that a national or regional body gives the designation of its adoption: `GB/T 24405.1-2009`,
//! `EVS-EN ISO/IEC 27001:2017`, `CSA ISO/IEC 20000-1:20`. It is taken from the designations of that body on record.

use std::sync::LazyLock;

use super::catalogue;
use super::grammar::Reference;
use super::model::Adoption;

/// How a body writes its designations.
struct Form {
    /// Its names with what ties them to what follows: `UNE-`, `DS/EN `.
    lead: &'static str,
    /// True if it ties publishers by hyphens: `NTC-ISO-IEC 27001:2022`.
    hyphens: bool,
    /// What stands before a part.
    part: char,
    /// What stands before the year.
    year: char,
    /// True if the year has two digits.
    short: bool,
}

/// The designation of an adoption as its body writes it; as references are written if none of the body is on record.
pub(super) fn designation(reference: &Reference) -> String {
    let Some(form) = Form::of(reference).filter(|_| reference.stage.is_none()) else { return reference.to_string() };
    let behind = reference.behind_year();
    let mut name = Reference { prefix: String::new(), part: String::new(), year: None, ..reference.clone() };
    (name.supplements, name.twin, name.languages, name.all_parts) = (Vec::new(), String::new(), String::new(), false);
    let name = if form.hyphens { name.to_string().replacen('/', "-", 1) } else { name.to_string() };
    let mut out = format!("{}{}", form.lead, name.trim_start());
    if !reference.part.is_empty() {
        out.push(form.part);
        out += &reference.part;
    }
    if let Some(year) = reference.year {
        let digits = if form.short { format!("{:02}", year.value % 100) } else { year.value.to_string() };
        out += &format!("{}{digits}", form.year);
    }
    out + &behind
}

/// The form of every body, by its prefix; nothing for one whose first adoption shows none.
static FORMS: LazyLock<Vec<(&str, Option<Form>)>> = LazyLock::new(|| {
    let mut forms: Vec<(&str, Option<Form>)> = Vec::new();
    for row in catalogue::adoptions() {
        if forms.iter().all(|(prefix, _)| *prefix != row.prefix) {
            forms.push((row.prefix, Form::new(row)));
        }
    }
    forms
});

impl Form {
    /// The form of the bodies before a reference.
    fn of(reference: &Reference) -> Option<&'static Self> {
        let (_, form) = FORMS.iter().find(|(prefix, _)| *prefix == reference.prefix)?;
        let form = form.as_ref()?;
        // `UNE-` is tied to a publisher; a number alone is not written so.
        (!(reference.publishers.is_empty() && form.lead.ends_with('-'))).then_some(form)
    }

    /// The form that the first adoption of its bodies shows.
    fn new(row: &'static Adoption) -> Option<Self> {
        let mut rows = catalogue::adoptions().iter().filter(|other| other.prefix == row.prefix);
        let at = row.designation.find(row.number)?;
        let (head, behind) = (&row.designation[..at], &row.designation[at + row.number.len()..]);
        let publisher = head.find("ISO").unwrap_or(head.len());
        let dotted = rows.any(|row: &Adoption| row.number.contains('.'));
        let digits = behind.bytes().skip(1).take_while(u8::is_ascii_digit).count();
        Some(Self {
            lead: &head[..publisher],
            hyphens: head[publisher..].starts_with("ISO-"),
            part: if dotted { '.' } else { '-' },
            year: behind.chars().next().unwrap_or(':'),
            short: digits == 2,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::grammar;
    use super::*;

    #[test]
    fn each_body_writes_its_own_form() {
        for (text, wanted) in [
            ("GB/T 22080:2016", "GB/T 22080-2016"),
            ("GB/T 24405-1", "GB/T 24405.1"),
            ("GB/T 24405.1:2009", "GB/T 24405.1-2009"),
            ("GOST R ISO/IEC 27001:2021", "GOST R ISO/IEC 27001-2021"),
            ("ГОСТ Р ИСО/МЭК 27001:2021", "GOST R ISO/IEC 27001-2021"),
            ("CSA ISO/IEC 20000-1:2020", "CSA ISO/IEC 20000-1:20"),
            ("CAN/CSA ISO 9001:2016", "CAN/CSA-ISO 9001:16"),
            ("EVS EN ISO/IEC 27001:2017", "EVS-EN ISO/IEC 27001:2017"),
            ("DS EN ISO/IEC 27001:2017", "DS/EN ISO/IEC 27001:2017"),
            ("NTC ISO/IEC 20000-1:2012", "NTC-ISO-IEC 20000-1:2012"),
            ("NEN EN ISO 22301:2012", "NEN-EN-ISO 22301:2012"),
            ("BS EN ISO/IEC 27001:2017", "BS EN ISO/IEC 27001:2017"),
            ("JIS Q 20000-1:2012", "JIS Q 20000-1:2012"),
            ("NBN EN ISO 9001:2015", "NBN EN ISO 9001:2015"),
        ] {
            let found = grammar::find(text);
            let [reference] = found.as_slice() else { panic!("{text} is one designation: {found:?}") };
            assert_eq!(designation(reference), wanted, "{text}");
        }
    }
}

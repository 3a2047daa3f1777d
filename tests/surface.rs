//! Tests every form in which people write a designation in every place of a document where it may stand: what is
//! found, what is listed, and the exact bytes of both.

use std::ops::Range;
use std::path::Path;

use sms_lint::document::Format;
use sms_lint::finding::Finding;
use sms_lint::lint::{Examined, Purpose, Settings, examine};
use sms_lint::source::{Place, SourceFile};

#[path = "common/settings.rs"]
mod settings;
use settings::settings;

/// A place of a document where a designation may stand.
struct Setting {
    name: &'static str,
    path: &'static str,
    /// The document, with `@` where the designation stands.
    document: &'static str,
    /// What stands at the head of a further line; nothing if the text there cannot be wrapped.
    further: Option<&'static str>,
}

const SETTINGS: &[Setting] = &[
    Setting { name: "prose", path: "a.md", document: "The rules name @.\n", further: Some("") },
    Setting { name: "heading", path: "a.md", document: "# Aim\n\n## Rules of @\n\nNone.\n", further: None },
    Setting {
        name: "table cell",
        path: "a.md",
        document: "| Topic | Basis |\n|---|---|\n| Plans | @ |\n",
        further: None,
    },
    Setting { name: "list item", path: "a.md", document: "- First.\n- The rules name @.\n", further: Some("  ") },
    Setting { name: "block quote", path: "a.md", document: "> The rules name @.\n", further: Some("> ") },
    Setting {
        name: "footnote",
        path: "a.md",
        document: "The rules.[^1]\n\n[^1]: They name @.\n",
        further: Some("    "),
    },
    Setting {
        name: "front matter",
        path: "a.md",
        document: "---\ntitle: 'Rules of @'\nowner: CISO\n---\n\nNone.\n",
        further: None,
    },
    Setting {
        name: "link text",
        path: "a.md",
        document: "The rules name [@](https://example.org/rules).\n",
        further: Some(""),
    },
    Setting { name: "emphasis", path: "a.md", document: "The rules name *@* here.\n", further: Some("") },
    Setting { name: "strong emphasis", path: "a.md", document: "The rules name **@** here.\n", further: Some("") },
    Setting {
        name: "cell of an HTML table",
        path: "a.md",
        document: "<table><tr><td>Plans</td><td>@</td></tr></table>\n",
        further: None,
    },
    Setting { name: "plain text", path: "a.txt", document: "The rules name @.\n", further: Some("") },
    Setting { name: "list in plain text", path: "a.txt", document: "- The rules name @.\n", further: Some("  ") },
    Setting { name: "label", path: "a.md", document: "- @: met\n- Others: met\n", further: Some("  ") },
    Setting { name: "YAML value", path: "a.yaml", document: "topic: plans\nbasis: 'Rules of @'\n", further: None },
    Setting { name: "YAML key", path: "a.yaml", document: "plans:\n  'Rules of @': met\n", further: None },
    Setting { name: "YAML item", path: "a.yaml", document: "rules:\n  - 'First'\n  - 'Rules of @'\n", further: None },
    Setting { name: "YAML block", path: "a.yaml", document: "rules: |\n  They name @.\n", further: Some("  ") },
    Setting { name: "CSV cell", path: "a.csv", document: "Topic;Basis\nPlans;\"Rules of @\"\n", further: None },
    Setting { name: "TOML value", path: "a.toml", document: "basis = 'Rules of @'\n", further: None },
    Setting { name: "HTML paragraph", path: "a.html", document: "<p>The rules name @.</p>\n", further: Some("") },
    Setting { name: "AsciiDoc", path: "a.adoc", document: "= Aim\n\nThe rules name @.\n", further: Some("") },
    Setting { name: "reStructuredText", path: "a.rst", document: "Aim\n===\n\nThe rules name @.\n", further: Some("") },
    Setting { name: "Org", path: "a.org", document: "* Aim\n\nThe rules name @ here.\n", further: Some("") },
];

/// Forms that mean something else in a setting: there a backslash only takes the letter behind it as it is.
const OTHERWISE: &[(&str, &str)] = &[("escaped line feed", "reStructuredText")];

/// A way to write designations.
struct Form {
    name: &'static str,
    text: &'static str,
    /// Each citation: the text to be underlined, its normal form, and the rule that finds it or nothing.
    cites: &'static [(&'static str, &'static str, &'static str)],
}

const fn form(
    name: &'static str,
    text: &'static str,
    cites: &'static [(&'static str, &'static str, &'static str)],
) -> Form {
    Form { name, text, cites }
}

const OLD: &str = "superseded-edition";
const GONE: &str = "withdrawn-standard";
/// In force, or without a year.
const FINE: &str = "";

const FORMS: &[Form] = &[
    form("ISO N", "ISO 22301", &[("ISO 22301", "ISO 22301", FINE)]),
    form("ISO/IEC N:Y", "ISO/IEC 27001:2013", &[("ISO/IEC 27001:2013", "ISO/IEC 27001:2013", OLD)]),
    form("ISON", "ISO27001", &[("ISO27001", "ISO/IEC 27001", FINE)]),
    form("ISO/IEC N", "ISO/IEC 27002", &[("ISO/IEC 27002", "ISO/IEC 27002", FINE)]),
    form("ISO N:Y", "ISO 22301:2012", &[("ISO 22301:2012", "ISO 22301:2012", OLD)]),
    form("ISON:Y", "ISO27001:2013", &[("ISO27001:2013", "ISO/IEC 27001:2013", OLD)]),
    form("iso-N, a name in an address", "iso-27001", &[]),
    form("iso-N:Y", "iso-27001:2013", &[("iso-27001:2013", "ISO/IEC 27001:2013", OLD)]),
    form("ISO/IEC N-p", "ISO/IEC 20000-9", &[("ISO/IEC 20000-9", "ISO/IEC 20000-9", GONE)]),
    form("ISO_N-Y", "ISO_22301-2012", &[("ISO_22301-2012", "ISO 22301:2012", OLD)]),
    form("ISO N: Y", "ISO 22301: 2012", &[("ISO 22301: 2012", "ISO 22301:2012", OLD)]),
    form("ISO / IEC N", "ISO / IEC 20000-4", &[("ISO / IEC 20000-4", "ISO/IEC 20000-4", GONE)]),
    form("ISO/ IEC N:Y", "ISO/ IEC 27002:2013", &[("ISO/ IEC 27002:2013", "ISO/IEC 27002:2013", OLD)]),
    form("ISO N Y", "ISO 27001 2013", &[("ISO 27001 2013", "ISO/IEC 27001:2013", OLD)]),
    form("ISO-IEC N", "ISO-IEC 20000-7", &[("ISO-IEC 20000-7", "ISO/IEC 20000-7", GONE)]),
    form("ISO/IEC-N-Y", "ISO/IEC-27001-2013", &[("ISO/IEC-27001-2013", "ISO/IEC 27001:2013", OLD)]),
    form("ISON-Y", "ISO27001-2013", &[("ISO27001-2013", "ISO/IEC 27001:2013", OLD)]),
    form("ISON_Y", "ISO27001_2013", &[("ISO27001_2013", "ISO/IEC 27001:2013", OLD)]),
    form("IEC N:Y", "IEC 27001:2013", &[("IEC 27001:2013", "ISO/IEC 27001:2013", OLD)]),
    form("IEC/ISO N", "IEC/ISO 20000-9", &[("IEC/ISO 20000-9", "ISO/IEC 20000-9", GONE)]),
    form("ISOIEC N", "ISOIEC 20000-9", &[("ISOIEC 20000-9", "ISO/IEC 20000-9", GONE)]),
    form(
        "UNE - ISO/IEC N:Y",
        "UNE - ISO/IEC 20000-1:2011",
        &[("UNE - ISO/IEC 20000-1:2011", "ISO/IEC 20000-1:2011", OLD)],
    ),
    form("NEN-EN-ISO/IEC N", "NEN-EN-ISO/IEC 27001", &[("NEN-EN-ISO/IEC 27001", "ISO/IEC 27001", FINE)]),
    form("NTC-ISO-IEC N", "NTC-ISO-IEC 27001", &[("NTC-ISO-IEC 27001", "ISO/IEC 27001", FINE)]),
    form("ISO/CEI N", "ISO/CEI 20000-9", &[("ISO/CEI 20000-9", "ISO/CEI 20000-9", GONE)]),
    form("ISO N (Y)", "ISO 22301 (2012)", &[("ISO 22301 (2012)", "ISO 22301:2012", OLD)]),
    form("ISO N/Y", "ISO 27001/2013", &[("ISO 27001/2013", "ISO/IEC 27001:2013", OLD)]),
    form("ISO N-p-Y", "ISO 20000-1-2011", &[("ISO 20000-1-2011", "ISO/IEC 20000-1:2011", OLD)]),
    form("ISO N.p-Y", "ISO 20000.1-2011", &[("ISO 20000.1-2011", "ISO/IEC 20000-1:2011", OLD)]),
    form("ISO N -p:Y", "ISO 20000 -1:2011", &[("ISO 20000 -1:2011", "ISO/IEC 20000-1:2011", OLD)]),
    form(
        "N-p bare in a list",
        "the standards 20000-7, 20000-9",
        &[("20000-7", "ISO/IEC 20000-7", GONE), ("20000-9", "ISO/IEC 20000-9", GONE)],
    ),
    form(
        "N-p bare in a list, behind a publisher",
        "ISO/IEC 20000-1, 20000-9 and -12",
        &[
            ("ISO/IEC 20000-1", "ISO/IEC 20000-1", FINE),
            ("20000-9", "ISO/IEC 20000-9", GONE),
            ("-12", "ISO/IEC 20000-12", GONE),
        ],
    ),
    form(
        "N:Y/Y",
        "ISO 27001:2013/2022",
        &[("ISO 27001:2013", "ISO/IEC 27001:2013", OLD), ("2022", "ISO/IEC 27001:2022", FINE)],
    ),
    form(
        "N:Y and Y",
        "ISO 27001:2005 and 2013",
        &[("ISO 27001:2005", "ISO/IEC 27001:2005", OLD), ("2013", "ISO/IEC 27001:2013", OLD)],
    ),
    form(
        "N (Y, Y)",
        "ISO 27001 (2013, 2022)",
        &[("ISO 27001 (2013", "ISO/IEC 27001:2013", OLD), ("2022", "ISO/IEC 27001:2022", FINE)],
    ),
    form(
        "N (Y and what an edition has)",
        "ISO 27002 (2013 numbering)",
        &[("ISO 27002 (2013", "ISO/IEC 27002:2013", OLD)],
    ),
    form("N (vY)", "ISO 27002 (v2013)", &[("ISO 27002 (v2013", "ISO/IEC 27002:2013", OLD)]),
    form(
        "year that a word touches",
        "ISO 22301:2012Plans and ISO 27018:2014ISO 9001:2008",
        &[
            ("ISO 22301:2012", "ISO 22301:2012", OLD),
            ("ISO 27018:2014", "ISO/IEC 27018:2014", OLD),
            ("ISO 9001:2008", "ISO 9001:2008", OLD),
        ],
    ),
    form("N vY before a colon", "ISO 27001 v2013: met", &[("ISO 27001 v2013", "ISO/IEC 27001:2013", OLD)]),
    form("N, Y certified", "ISO 9001, 2015 certified", &[("ISO 9001, 2015", "ISO 9001:2015", OLD)]),
    form("between slashes", "/ISO 22301:2012/", &[("ISO 22301:2012", "ISO 22301:2012", OLD)]),
    form("N Part p", "ISO/IEC 20000 Part 9", &[("ISO/IEC 20000 Part 9", "ISO/IEC 20000-9", GONE)]),
    form("N-1/2", "ISO/IEC 20000-1/2", &[("ISO/IEC 20000-1", "ISO/IEC 20000-1", FINE), ("2", "ISO/IEC 20000-2", FINE)]),
    form("N-7/9", "ISO/IEC 20000-7/9", &[("ISO/IEC 20000-7", "ISO/IEC 20000-7", GONE), ("9", "ISO/IEC 20000-9", GONE)]),
    form("full-width colon", "ISO/IEC 27001：2013", &[("ISO/IEC 27001：2013", "ISO/IEC 27001:2013", OLD)]),
    form("no-break space", "ISO\u{a0}22301:2012", &[("ISO\u{a0}22301:2012", "ISO 22301:2012", OLD)]),
    form("narrow no-break space", "ISO\u{202f}22301:2012", &[("ISO\u{202f}22301:2012", "ISO 22301:2012", OLD)]),
    form("no-break hyphen", "ISO/IEC 20000\u{2011}9", &[("ISO/IEC 20000\u{2011}9", "ISO/IEC 20000-9", GONE)]),
    form("break after the hyphen", "ISO/IEC 20000-\n9", &[("ISO/IEC 20000-\n9", "ISO/IEC 20000-9", GONE)]),
    form("break after the publisher", "ISO/IEC\n27001:2013", &[("ISO/IEC\n27001:2013", "ISO/IEC 27001:2013", OLD)]),
    form("family with a year", "ISO 20000:2011", &[("ISO 20000:2011", "ISO/IEC 20000-1:2011", OLD)]),
    form(
        "corrigendum",
        "ISO/IEC 27001:2013/Cor 1:2014",
        &[("ISO/IEC 27001:2013/Cor 1:2014", "ISO/IEC 27001:2013/Cor 1:2014", OLD)],
    ),
    form(
        "amendment behind a plus",
        "ISO/IEC 27001:2022 + Amd 1:2024",
        &[("ISO/IEC 27001:2022 + Amd 1:2024", "ISO/IEC 27001:2022 + Amd 1:2024", FINE)],
    ),
    form("+A1", "EN ISO/IEC 27001:2017+A11", &[("EN ISO/IEC 27001:2017+A11", "ISO/IEC 27001:2013", OLD)]),
    form(
        "footnote digits behind the year",
        "ISO/IEC 27001:201340",
        &[("ISO/IEC 27001:2013", "ISO/IEC 27001:2013", OLD)],
    ),
    form(
        "footnote digits behind the publisher",
        "ISO/IEC22 27001:2013",
        &[("ISO/IEC22 27001:2013", "ISO/IEC 27001:2013", OLD)],
    ),
    form("escaped line feed", r"\nISO 22301:2012", &[("ISO 22301:2012", "ISO 22301:2012", OLD)]),
    form("escaped underscore", r"ISO\_22301:2012", &[(r"ISO\_22301:2012", "ISO 22301:2012", OLD)]),
    form("A.n.n.n", "A.12.6.1", &[]),
    form("An.n.n", "A12.6.1", &[]),
    form("A n.n.n", "A 9.2.5", &[]),
    form("Annex A.n", "Annex A.17", &[]),
    form("ISO-A.n.n.n", "ISO-A.12.6.1", &[]),
    form("edition with a control", "ISO27001:2013-A.6", &[("ISO27001:2013", "ISO/IEC 27001:2013", OLD)]),
    form("number with a control", "27001: A.18.2.1", &[]),
];

/// A form in a setting: the document and the range of each citation.
struct Case {
    source: SourceFile<'static>,
    format: Format,
    ranges: Vec<Range<usize>>,
}

/// Writes a form into a setting; nothing if its line end cannot stand there.
fn case(form: &Form, setting: &Setting) -> Option<Case> {
    let broken = |text: &str| match (text.contains('\n'), setting.further) {
        (true, None) => None,
        (_, further) => Some(text.replace('\n', &format!("\n{}", further.unwrap_or_default()))),
    };
    let text = broken(form.text)?;
    let (before, _) = setting.document.split_once('@').expect("each document has a place for the form");
    let mut from = 0;
    let mut ranges = Vec::new();
    for (cited, ..) in form.cites {
        let cited = broken(cited)?;
        let at = from + text[from..].find(&cited).expect("the form holds what is to be underlined");
        from = at + cited.len();
        ranges.push(before.len() + at..before.len() + from);
    }
    let text = setting.document.replace('@', &text);
    let source = SourceFile::from_text(setting.path, &text).into_owned();
    let format = Format::of(Path::new(setting.path)).expect("the ending is read");
    Some(Case { source, format, ranges })
}

fn examined(case: &Case, purpose: Purpose) -> Examined {
    examine(&case.source, case.format, Settings { purpose, ..settings() })
}

fn range(place: &Place) -> Range<usize> {
    let byte = |at| usize::try_from(at).expect("the documents are short");
    byte(place.start.byte)..byte(place.end.byte)
}

/// What is wrong with a form in a setting.
fn complaints(form: &Form, setting: &Setting) -> Vec<String> {
    let Some(case) = case(form, setting) else { return Vec::new() };
    let text = case.source.text.to_string();
    let shown = |ranges: &[(Range<usize>, String)]| {
        let each = ranges.iter().map(|(range, what)| format!("{range:?} {:?} {what}", &text[range.clone()]));
        each.collect::<Vec<_>>().join(", ")
    };
    let wanted = |what: fn(&(&str, &'static str, &'static str)) -> Option<String>| {
        let each = form.cites.iter().zip(&case.ranges);
        each.filter_map(|(cited, range)| Some((range.clone(), what(cited)?))).collect::<Vec<_>>()
    };
    let listed: Vec<(Range<usize>, String)> =
        examined(&case, Purpose::Inventory).listed.iter().map(|one| (range(&one.place), one.normal.clone())).collect();
    let is_status = |one: &&Finding| !one.rule.starts_with("missing-") && !one.rule.ends_with("-control");
    let found: Vec<(Range<usize>, String)> = examined(&case, Purpose::Findings)
        .findings
        .iter()
        .filter(is_status)
        .map(|one| (range(&one.primary.place), one.rule.to_owned()))
        .collect();
    let pairs = [
        ("lists", listed, wanted(|cited| Some(cited.1.to_owned()))),
        ("finds", found, wanted(|cited| (!cited.2.is_empty()).then(|| cited.2.to_owned()))),
    ];
    let differs = pairs.into_iter().filter(|(_, has, wanted)| has != wanted);
    differs
        .map(|(verb, has, wanted)| {
            let (form, place) = (form.name, setting.name);
            format!("{form:?} as {place}: {verb} {}\n    instead of {}", shown(&has), shown(&wanted))
        })
        .collect()
}

#[test]
fn every_form_is_read_in_every_setting() {
    let pairs = FORMS.iter().flat_map(|form| SETTINGS.iter().map(move |setting| (form, setting)));
    let pairs = pairs.filter(|(form, setting)| !OTHERWISE.contains(&(form.name, setting.name)));
    let all: Vec<String> = pairs.flat_map(|(form, setting)| complaints(form, setting)).collect();
    assert!(all.is_empty(), "{} of {} are wrong:\n{}", all.len(), FORMS.len() * SETTINGS.len(), all.join("\n"));
}

#[test]
fn forms_and_settings_are_told_apart() {
    for (at, form) in FORMS.iter().enumerate() {
        assert!(!FORMS[..at].iter().any(|other| other.name == form.name), "{:?} is there twice", form.name);
    }
    for (at, setting) in SETTINGS.iter().enumerate() {
        assert!(!SETTINGS[..at].iter().any(|other| other.name == setting.name), "{:?} is there twice", setting.name);
    }
}

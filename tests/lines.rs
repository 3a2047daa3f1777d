//! Tests that what is told of a time ends where its writer ended the line, in each format, and goes on where the line was only full.

#[path = "common/examined.rs"]
mod examined;
use examined::examined;

/// How many old editions and standards a text uses, and how many it remembers.
fn told(path: &str, text: &str) -> (usize, usize) {
    let report = examined(path, text);
    let is_old = |rule: &str| ["superseded-edition", "withdrawn-standard"].contains(&rule);
    (report.findings.iter().filter(|one| is_old(one.rule)).count(), report.acknowledged.len())
}

/// Texts by the format that they are written in.
type Texts = &'static [(&'static str, &'static str)];

/// A line of its own says that the standard is used.
const USED: Texts = &[
    ("a.md", "• ISO/IEC 27001 - Published 15th Oct 2005\n• ISO 9001:2000 Quality Management Systems – Requirements"),
    ("a.md", "• Bis 2019 galt die alte Richtlinie\n• ISO 27001:2013 gilt für alle Standorte"),
    ("a.md", "✓ Bis 2019 galt die alte Richtlinie\n✓ ISO 27001:2013 gilt für alle Standorte"),
    ("a.md", "✅ Bis 2019 galt die alte Richtlinie\n✅ ISO 27001:2013 gilt für alle Standorte"),
    ("a.md", "– Bis 2019 galt die alte Richtlinie\n– ISO 27001:2013 gilt für alle Standorte"),
    ("a.html", "<p>Bis 2019 galt die alte Richtlinie<br>ISO 27001:2013 gilt für alle Standorte</p>"),
    ("a.html", "<p>ISO 27001:2013<br>Die Richtlinie wurde 2019 erlassen.</p>"),
    ("a.md", "Bis 2019 galt die alte Richtlinie<br>ISO 27001:2013 gilt für alle Standorte"),
    ("a.md", "Bis 2019 galt die alte Richtlinie  \nISO 27001:2013 gilt für alle Standorte"),
    ("a.md", "Bis 2019 galt die alte Richtlinie\\\nISO 27001:2013 gilt für alle Standorte"),
    (
        "a.md",
        "| a | b |\n|---|---|\n| x | Bis 2019 galt die alte Richtlinie<br>ISO 27001:2013 gilt für alle Standorte |",
    ),
    ("a.rst", "| Bis 2019 galt die alte Richtlinie\n| ISO 27001:2013 gilt für alle Standorte"),
    ("a.adoc", "Bis 2019 galt die alte Richtlinie +\nISO 27001:2013 gilt für alle Standorte"),
    ("a.tex", "Bis 2019 galt die alte Richtlinie\\\\\nISO 27001:2013 gilt für alle Standorte"),
    ("a.org", "• Bis 2019 galt die alte Richtlinie\n• ISO 27001:2013 gilt für alle Standorte"),
    ("a.json", "{\"scope\": \"Bis 2019 galt die alte Richtlinie\\nISO 27001:2013 gilt für alle Standorte\"}"),
    ("a.yaml", "scope: \"Bis 2019 galt die alte Richtlinie\\nISO 27001:2013 gilt für alle Standorte\""),
    ("a.md", "In 2019 the plant was built.<br>ISO 27001:2013 applies."),
    ("a.md", "In 2019 wurde das Werk gebaut<br>ISO 27001:2013 gilt"),
    ("a.md", "● Bis 2019 galt die alte Richtlinie\n● ISO 27001:2013 gilt"),
    ("a.html", "<ul><li>Bis 2019 galt die alte Richtlinie<br/>ISO 27001:2013 gilt</li></ul>"),
    ("a.md", "> Bis 2019 galt die alte Richtlinie<br>\n> ISO 27001:2013 gilt für alle"),
    ("a.html", "<p>Bis 2019 galt die alte Richtlinie<br>\n   ISO 27001:2013 gilt für alle</p>"),
    ("a.html", "<p>Bis 2019 galt die alte Richtlinie\n   <br>\n   ISO 27001:2013 gilt für alle</p>"),
    ("a.org", "Bis 2019 galt die alte Richtlinie\\\\\nISO 27001:2013 gilt"),
    ("a.toml", "scope = \"Bis 2019 galt die alte Richtlinie\\nISO 27001:2013 gilt\""),
    ("a.md", "* • Bis 2019 galt die alte Richtlinie\n  • ISO 27001:2013 gilt"),
    ("a.txt", "✓ Bis 2019 galt die alte Richtlinie\n✓ ISO 27001:2013 gilt"),
    ("a.adoc", "✓ Bis 2019 galt die alte Richtlinie\n✓ ISO 27001:2013 gilt"),
    ("a.rst", "✓ Bis 2019 galt die alte Richtlinie\n✓ ISO 27001:2013 gilt"),
    ("a.html", "<p>• Bis 2019 galt die alte Richtlinie<br>• ISO 27001:2013 gilt</p>"),
];

/// The line goes on.
const TOLD: Texts = &[
    ("a.md", "Bis 2019 galt für alle Standorte die Norm\nISO 27001:2013 und die alte Richtlinie"),
    ("a.txt", "Bis 2019 galt für alle Standorte die Norm\nISO 27001:2013 und die alte Richtlinie"),
    ("a.md", "ISO 27001:2013<br>(withdrawn)"),
    ("a.md", "Until 2019 our policy was based on<br>ISO 27001:2013."),
    ("a.html", "<p>Bis 2019 galt für alle Standorte die<br>ISO 27001:2013.</p>"),
    ("a.md", "ISO 27001:2013<br>(withdrawn in 2022)"),
    ("a.html", "<td>ISO 27001:2013<br>withdrawn 2022</td>"),
    ("a.html", "<p>Until 2019 our company was certified to\n      ISO 27001:2013.</p>"),
    ("a.html", "<p>\n   Until 2019 our\n   company applied\n   ISO 27001:2013.\n</p>"),
    ("a.adoc", "Until 2019 our company applied\nISO 27001:2013 in all sites."),
    ("a.rst", "Until 2019 our company applied\nISO 27001:2013 in all sites."),
    ("a.json", "{\"a\":\"Until 2019 our company applied ISO 27001:2013.\"}"),
    ("a.md", "In 2019 we were certified to\nISO 27001:2013."),
    ("a.md", "• ISO 27001:2013 wurde 2022 zurückgezogen\n• Neue Norm gilt"),
    ("a.md", "• Until 2019 we followed\nISO 27001:2013"),
    ("a.html", "<p>Bis 2019 galt für alle Standorte die\nISO 27001:2013.</p>"),
    ("a.tex", "Bis 2019 galt für alle Standorte\ndie ISO 27001:2013."),
];

#[test]
fn a_time_ends_with_the_line_that_its_writer_ended() {
    for (path, text) in USED {
        let (found, remembered) = told(path, text);
        assert!(found > 0 && remembered == 0, "is history in {path}: {text}");
    }
}

#[test]
fn a_time_goes_on_in_the_next_line() {
    for (path, text) in TOLD {
        let (found, remembered) = told(path, text);
        assert!(found == 0 && remembered > 0, "is no history in {path}: {text}");
    }
}

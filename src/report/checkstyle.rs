//! Checkstyle, the XML that many viewers of code reviews read.

use std::borrow::Cow;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesDecl, BytesStart, BytesText, Event};
use quick_xml::name::QName;

use super::Dossier;
use super::dossier::VERSION;
use super::escape::xml;
use crate::finding::{Finding, Severity};

/// What XML is written with.
type Xml<'a> = Writer<&'a mut dyn Write>;

/// Writes a `file` for each document at fault, below a comment on what the report rests on.
///
/// # Errors
/// What writing to `out` gives.
pub fn write(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    let mut to: Xml<'_> = Writer::new_with_indent(out, b' ', 2);
    to.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    to.write_event(Event::Comment(BytesText::from_escaped(about(dossier))))?;
    within(element("checkstyle", &[("version", &format!("sms-lint {VERSION}"))]), &mut to, |to| {
        let mut documents = dossier.report.findings.chunk_by(|a, b| a.primary.place.path == b.primary.place.path);
        documents.try_for_each(|findings| {
            within(element("file", &[("name", &findings[0].primary.place.path)]), to, |to| {
                findings.iter().try_for_each(|one| error(one, to))
            })
        })
    })?;
    writeln!(to.get_mut())
}

/// What the report rests on, a line for each thing.
fn about(dossier: &Dossier) -> String {
    let about = dossier.about().into_iter().map(|(name, value)| (name.to_owned(), value));
    let nothing = dossier.nothing_checked().map(|words| ("error".to_owned(), words));
    let all = nothing.into_iter().chain(about).chain(dossier.sources());
    // Two hyphens would end the comment.
    let lines = all.map(|(name, value)| format!("  {}\n", xml(&format!("{name}: {value}")).replace("--", "- -")));
    format!("\n{}", lines.collect::<String>())
}

fn error(finding: &Finding, to: &mut Xml<'_>) -> io::Result<()> {
    let place = &finding.primary.place;
    let (location, line, column) = match &place.location {
        Some(location) => (format!("{location}: "), 1, 1),
        None => (String::new(), place.start.line, place.start.column),
    };
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "info",
    };
    to.write_event(Event::Empty(element(
        "error",
        &[
            ("line", &line.to_string()),
            ("column", &column.to_string()),
            ("severity", severity),
            ("message", &format!("{location}{}. {}", finding.said.message, finding.said.help)),
            ("source", &format!("sms-lint.{}", finding.rule)),
        ],
    )))
}

/// An element with attributes.
fn element(name: &'static str, attributes: &[(&str, &str)]) -> BytesStart<'static> {
    let mut element = BytesStart::new(name);
    for (key, value) in attributes {
        // The crate escapes what XML obeys; runners that read along obey more.
        element.push_attribute(Attribute { key: QName(key), value: Cow::Owned(xml(value)) });
    }
    element
}

/// Writes an element with what is in it.
fn within<'a>(
    element: BytesStart<'static>,
    to: &mut Xml<'a>,
    inside: impl FnOnce(&mut Xml<'a>) -> io::Result<()>,
) -> io::Result<()> {
    let end = element.to_end().into_owned();
    to.write_event(Event::Start(element))?;
    inside(to)?;
    to.write_event(Event::End(end))
}

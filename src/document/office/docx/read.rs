//! Which parts of a document of Word are read, and in which order.

use std::collections::HashMap;

use super::super::super::container::Input;
use super::super::super::directive;
use super::super::super::readable::{Readable, Writer};
use super::super::drawing::{Drawings, Use};
use super::super::package::Package;
use super::super::part::Part;
use super::super::style::Styles;
use super::super::xml::{Item, Xml};
use super::super::{properties, relation};
use super::body::{Notes, Reader};
use super::style;
use crate::source::Landmark;

/// The part with the text.
const BODY: &str = "word/document.xml";

/// The part with the comments.
const COMMENTS: &str = "word/comments.xml";

/// Reads a document: what it says of itself, its text, notes, headers, footers and comments. A comment that speaks to
/// sms-lint is none of its text.
///
/// # Errors
/// Why it cannot be read.
pub fn read(input: &mut dyn Input) -> Result<Readable, String> {
    let mut package = Package::open(input)?;
    let body = package.needed(BODY)?;
    let mut writer = Writer::default();
    properties::write_office(&mut package, &mut writer)?;
    let styles = match package.part("word/styles.xml")? {
        Some(text) => style::read(&text)?,
        None => Styles::default(),
    };
    let mut reader = Reader::new(&mut writer, &styles);
    reader.read(BODY, &body, Part::Body)?;
    let notes = std::mem::take(&mut reader.notes);
    read_drawings(&mut package, &mut writer)?;
    let mut reader = Reader::new(&mut writer, &styles);
    for (what, name, ids) in
        [("footnote", "word/footnotes.xml", &notes.footnotes), ("endnote", "word/endnotes.xml", &notes.endnotes)]
    {
        read_notes(&mut package, (what, name, ids), &mut reader)?;
    }
    for (what, begin) in [("header", "word/header"), ("footer", "word/footer")] {
        for name in package.names(begin) {
            let text = package.needed(&name)?;
            reader.read(&name, &text, Part::Named(what))?;
        }
    }
    let remarks = read_comments(&mut package, (&notes, &styles), &mut reader)?;
    for ((from, to), words) in remarks {
        writer.remark(from, to, words);
    }
    writer.finish()
}

/// Reads the charts and diagrams.
fn read_drawings(package: &mut Package<'_>, writer: &mut Writer) -> Result<(), String> {
    let mut drawings = Drawings::new(writer);
    for related in relation::of(package, BODY)? {
        let Some(what) = relation::drawn(&related.kind) else { continue };
        if let Some(text) = package.part(&related.target)? {
            drawings.writer().end_sections();
            drawings.read(&related.target, &text, &Landmark::Named(what), Use::Shown)?;
        }
    }
    Ok(())
}

/// Reads the notes of a part in the order in which the text refers to them.
fn read_notes(
    package: &mut Package<'_>,
    (what, name, ids): (&'static str, &str, &[String]),
    reader: &mut Reader<'_>,
) -> Result<(), String> {
    let Some(text) = package.part(name)? else { return Ok(()) };
    let order: HashMap<&str, usize> = ids.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect();
    let mut all: Vec<(usize, &str)> =
        texts(name, &text, what)?.into_iter().filter_map(|(id, text)| Some((*order.get(id.as_str())?, text))).collect();
    all.sort_unstable();
    for (at, text) in all {
        reader.read(name, text, Part::Numbered(what, number(at)))?;
    }
    Ok(())
}

/// A comment that speaks to sms-lint: where the words begin and end that it is tied to, and its own words.
type Remark = ((usize, usize), String);

/// Reads the comments but for those that speak to sms-lint, which it gives back.
fn read_comments(
    package: &mut Package<'_>,
    (notes, styles): (&Notes, &Styles),
    reader: &mut Reader<'_>,
) -> Result<Vec<Remark>, String> {
    let mut remarks = Vec::new();
    let Some(text) = package.part(COMMENTS)? else { return Ok(remarks) };
    for (at, (id, text)) in texts(COMMENTS, &text, "comment")?.into_iter().enumerate() {
        let words = words(text, styles)?;
        let speaks = words.trim_start().starts_with(directive::MARK);
        match notes.comments.get(&id).filter(|_| speaks) {
            Some(tied) => remarks.push((*tied, words)),
            None => reader.read(COMMENTS, text, Part::Numbered("comment", number(at)))?,
        }
    }
    Ok(remarks)
}

/// The words of a comment alone.
fn words(text: &str, styles: &Styles) -> Result<String, String> {
    let mut writer = Writer::default();
    Reader::new(&mut writer, styles).read(COMMENTS, text, Part::Numbered("comment", 1))?;
    Ok(writer.finish()?.text)
}

fn number(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

/// The notes or comments of a part: the id of each and what stands in it.
fn texts<'a>(name: &'a str, text: &'a str, element: &str) -> Result<Vec<(String, &'a str)>, String> {
    let mut xml = Xml::new(name, text);
    let mut found = Vec::new();
    while let Some(item) = xml.item()? {
        let Item::Start(tag) = item else { continue };
        if tag.name() == element {
            let id = tag.attribute("id").unwrap_or_default();
            // Lines that part notes from the text are kept as notes of a type.
            let is_line = tag.attribute("type").is_some_and(|kind| kind != "normal");
            let inner = xml.skip()?;
            if !is_line {
                found.push((id, inner));
            }
        }
    }
    Ok(found)
}

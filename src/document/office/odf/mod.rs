//! The readers of OpenDocument: texts, presentations and spreadsheets.

mod ends;
mod part;
mod sheet;
mod style;
mod text;

use self::part::Part;
use self::text::Reader;
use super::super::container::Input;
use super::super::readable::{Readable, Writer};
use super::package::{PROTECTED, Package};
use super::properties;
use super::style::Styles;
use super::xml::{Item, Xml};

/// The part with the text, and that with what stands on every page.
const CONTENT: &str = "content.xml";
const PAGES: &str = "styles.xml";

/// What a document is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Text.
    Text,
    /// Slides.
    Slides,
    /// Sheets.
    Sheets,
}

/// Reads a document: what it says of itself, its text, headers and footers.
///
/// # Errors
/// Why it cannot be read.
pub fn read(input: &mut dyn Input, purpose: Purpose) -> Result<Readable, String> {
    let mut package = Package::open(input)?;
    if package.part("META-INF/manifest.xml")?.is_some_and(|text| text.contains("encryption-data")) {
        return Err(PROTECTED.into());
    }
    let content = package.needed(CONTENT)?;
    let pages = package.part(PAGES)?.unwrap_or_default();
    let mut styles = Styles::default();
    style::read(PAGES, &pages, &mut styles)?;
    style::read(CONTENT, &content, &mut styles)?;
    let mut writer = Writer::default();
    if let Some(text) = package.part("meta.xml")? {
        properties::write("meta.xml", &text, &mut writer)?;
    }
    let mut reader = Reader::new(&mut writer, &styles, purpose);
    reader.read(CONTENT, &content, Part::Body)?;
    // On slides the pages hold what somebody is to write.
    if purpose == Purpose::Text {
        for (what, text) in on_pages(&pages)? {
            reader.read(PAGES, text, Part::Named(what))?;
        }
    }
    writer.finish()
}

/// Headers and footers of the pages.
fn on_pages(text: &str) -> Result<Vec<(&'static str, &str)>, String> {
    let mut xml = Xml::new(PAGES, text);
    let mut found = Vec::new();
    while let Some(item) = xml.item()? {
        let Item::Start(tag) = item else { continue };
        let what = match tag.name() {
            "header" | "header-left" | "header-first" => "header",
            "footer" | "footer-left" | "footer-first" => "footer",
            _ => continue,
        };
        let is_off = tag.attribute("display").is_some_and(|value| value == "false");
        let inner = xml.skip()?;
        if !is_off {
            found.push((what, inner));
        }
    }
    Ok(found)
}

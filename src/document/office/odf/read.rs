//! Which parts of a package of OpenDocument are read, and in which order.

use std::collections::HashSet;

use super::super::super::container::Input;
use super::super::super::readable::{Readable, Writer};
use super::super::package::{PROTECTED, Package};
use super::super::part::Part;
use super::super::properties;
use super::super::style::Styles;
use super::super::xml::{Item, Xml};
use super::style;
use super::text::Reader;

/// The part with the text, and that with what stands on every page.
const CONTENT: &str = "content.xml";
const PAGES: &str = "styles.xml";

/// How the name of the part ends that a chart stands in, and the element with the values that it shows.
const CHART: &str = "/content.xml";
const CELLS: &str = "table";

/// How what stands behind slides is called.
pub(super) const BEHIND: &str = "master page";

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
    let repeated = if purpose == Purpose::Slides { behind(&content, &pages)? } else { on_pages(&pages)? };
    // No table there is a sheet.
    let mut reader = Reader::new(&mut writer, &styles, Purpose::Text);
    for (what, text) in repeated {
        reader.read(PAGES, text, Part::Named(what))?;
    }
    for name in package.names("object ").into_iter().filter(|name| name.ends_with(CHART)) {
        let text = package.needed(&name)?;
        // What a chart in a spreadsheet shows stands in its cells.
        let of_cells = if purpose == Purpose::Sheets { CELLS } else { "" };
        reader.without(of_cells).read(&name, &text, Part::Named("chart"))?;
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
        if !is_off && !found.contains(&(what, inner)) {
            found.push((what, inner));
        }
    }
    Ok(found)
}

/// What stands behind the slides: the pages that they name.
fn behind<'a>(content: &str, pages: &'a str) -> Result<Vec<(&'static str, &'a str)>, String> {
    let mut used = HashSet::new();
    let mut xml = Xml::new(CONTENT, content);
    while let Some(item) = xml.item()? {
        if let Item::Start(tag) = item
            && tag.name() == "page"
        {
            used.extend(tag.attribute("master-page-name"));
        }
    }
    let (mut xml, mut found) = (Xml::new(PAGES, pages), Vec::new());
    while let Some(item) = xml.item()? {
        let Item::Start(tag) = item else { continue };
        if tag.name() == "master-page" {
            let is_used = tag.attribute("name").is_some_and(|name| used.contains(&name));
            let inner = xml.skip()?;
            found.extend(is_used.then_some((BEHIND, inner)));
        }
    }
    Ok(found)
}

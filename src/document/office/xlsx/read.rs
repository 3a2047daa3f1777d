//! Which parts of a workbook are read, and in which order.

use super::super::super::container::Input;
use super::super::super::readable::{Readable, Writer};
use super::super::drawing::{Drawings, Use};
use super::super::package::Package;
use super::super::relation::Relation;
use super::super::sheet::Before;
use super::super::xml::{Item, Xml};
use super::super::{properties, relation};
use super::sheet;
use super::string::Strings;
use super::style::Styles;
use crate::source::Landmark;

/// The part that lists the sheets.
const LIST: &str = "xl/workbook.xml";

/// What the sheets of a workbook share.
pub(super) struct Book {
    pub strings: Strings,
    pub styles: Styles,
}

/// Reads a workbook: what it says of itself, and sheet by sheet its cells, comments and text boxes. Hidden sheets are read.
///
/// # Errors
/// Why it cannot be read.
pub fn read(input: &mut dyn Input) -> Result<Readable, String> {
    let mut package = Package::open(input)?;
    if package.has("xl/workbook.bin") {
        return Err("in the binary format of Excel; save it as .xlsx".into());
    }
    let list = package.needed(LIST)?;
    let relations = relation::of(&mut package, LIST)?;
    let named = |kind: &str| relations.iter().find(|one| one.kind == kind).map(|one| one.target.clone());
    let mut writer = Writer::default();
    properties::write_office(&mut package, &mut writer)?;
    let (sheets, from_1904) = sheets(&list)?;
    let mut book = Book { strings: Strings::default(), styles: Styles::default() };
    book.styles.from_1904 = from_1904;
    if let Some(text) = package.part(&named("styles").unwrap_or_else(|| "xl/styles.xml".into()))? {
        book.styles.read(&text)?;
    }
    if let Some(text) = package.part(&named("sharedStrings").unwrap_or_else(|| "xl/sharedStrings.xml".into()))? {
        book.strings.read(&text)?;
    }
    let mut before = Before::default();
    for (name, id) in sheets {
        if let Some(sheet) = relations.iter().find(|one| one.id == id) {
            before = read_sheet(&mut package, &book, (&name, sheet, before), &mut writer)?;
        }
    }
    writer.finish()
}

/// Names and ids of the sheets in their order, and whether days are counted from 1904.
fn sheets(list: &str) -> Result<(Vec<(String, String)>, bool), String> {
    let mut xml = Xml::new(LIST, list);
    let (mut found, mut from_1904) = (Vec::new(), false);
    while let Some(item) = xml.item()? {
        let Item::Start(tag) = item else { continue };
        if tag.name() == "sheet" {
            found.extend(tag.relation().map(|id| (tag.attribute("name").unwrap_or_default(), id)));
        } else if tag.name() == "workbookPr" {
            from_1904 = tag.attribute("date1904").is_some_and(|value| matches!(value.as_str(), "1" | "true"));
        }
    }
    Ok((found, from_1904))
}

/// Reads a sheet by its name, its part and what stands before it; gives what stands before the next.
fn read_sheet(
    package: &mut Package<'_>,
    book: &Book,
    (name, part, before): (&str, &Relation, Before),
    writer: &mut Writer,
) -> Result<Before, String> {
    let text = package.part(&part.target)?.unwrap_or_default();
    let related = relation::of(package, &part.target)?;
    let mut heads = Vec::new();
    for table in related.iter().filter(|one| one.kind == "table") {
        if let Some(text) = package.part(&table.target)? {
            heads.extend(sheet::table_head(&table.target, &text)?);
        }
    }
    let mut sheet = sheet::read(&part.target, &text, (name, heads, before), book, writer)?;
    for one in &related {
        let is_comments = matches!(one.kind.as_str(), "comments" | "threadedComment");
        if !is_comments && one.kind != "drawing" {
            continue;
        }
        let Some(text) = package.part(&one.target)? else { continue };
        if is_comments {
            sheet::read_comments(&one.target, &text, &mut sheet, writer)?;
        } else {
            let landmark = sheet.landmark().with("drawing", 0);
            Drawings::new(writer).read(&one.target, &text, &landmark, Use::Shown)?;
            read_charts(package, &one.target, &sheet.landmark(), writer)?;
        }
    }
    Ok(sheet.after())
}

/// Reads the charts and diagrams in a drawing on a sheet.
fn read_charts(package: &mut Package<'_>, drawing: &str, sheet: &Landmark, writer: &mut Writer) -> Result<(), String> {
    for related in relation::of(package, drawing)? {
        let Some(what) = relation::drawn(&related.kind) else { continue };
        if let Some(text) = package.part(&related.target)? {
            Drawings::new(writer).read(&related.target, &text, &sheet.clone().with(what, 0), Use::OfCells)?;
        }
    }
    Ok(())
}

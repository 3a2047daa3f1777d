//! What an office file says of itself: title, subject, keywords and the like.

use super::super::mark::Role;
use super::super::model::Kind;
use super::super::readable::Writer;
use super::package::Package;
use super::xml::{Item, Xml};
use crate::source::Landmark;

/// Elements that are read, by their local names, with the key that people know.
const KEYS: &[(&str, &str)] = &[
    ("title", "title"),
    ("subject", "subject"),
    ("description", "description"),
    ("keywords", "keywords"),
    ("keyword", "keywords"),
    ("category", "category"),
    ("contentstatus", "status"),
];

/// Writes the properties of an Office file.
///
/// # Errors
/// Why they cannot be read.
pub fn write_office(package: &mut Package<'_>, writer: &mut Writer) -> Result<(), String> {
    for name in ["docProps/core.xml", "docProps/custom.xml"] {
        if let Some(text) = package.part(name)? {
            write(name, &text, writer)?;
        }
    }
    Ok(())
}

/// Writes the properties that stand in a part: those that everybody knows, and texts that somebody has named.
///
/// # Errors
/// Why they cannot be read.
pub fn write(name: &str, text: &str, writer: &mut Writer) -> Result<(), String> {
    let mut xml = Xml::new(name, text);
    while let Some(item) = xml.item()? {
        let Item::Start(tag) = item else { continue };
        let known = KEYS.iter().find(|(own, _)| tag.name().eq_ignore_ascii_case(own));
        let named = || tag.attribute("name").filter(|_| matches!(tag.name(), "property" | "user-defined"));
        let key = match known {
            Some((_, key)) => (*key).to_owned(),
            None => match named() {
                Some(name) => name,
                None => continue,
            },
        };
        let value = xml.text()?;
        if !value.trim().is_empty() && !key.trim().is_empty() {
            writer.begin(Role::Key);
            writer.push(key.trim());
            writer.end();
            writer.push(": ");
            writer.push(value.trim());
            writer.end_block(Kind::Metadata, || Landmark::Named("properties"));
        }
    }
    Ok(())
}

//! The styles of an OpenDocument file.

use super::super::style::{DEEPEST, Look, Styles};
use super::super::xml::{Item, Tag, Xml};

/// Adds the styles that a part defines.
///
/// # Errors
/// A reason if it is no XML.
pub(super) fn read(part: &str, text: &str, styles: &mut Styles) -> Result<(), String> {
    let mut xml = Xml::new(part, text);
    while let Some(item) = xml.item()? {
        let Item::Start(tag) = item else { continue };
        if tag.name() == "body" {
            xml.skip()?;
        } else if tag.name() == "style"
            && let Some(family) = tag.attribute("family")
            && let Some(name) = tag.attribute("name")
        {
            let mut look = Look::default();
            look.note_name(&shown(&tag.attribute("display-name").unwrap_or_else(|| name.clone())));
            let base = tag.attribute("parent-style-name").map(|base| key(&family, &base));
            let depth = xml.depth();
            while let Some(item) = xml.within(depth)? {
                if let Item::Start(tag) = item {
                    note(&mut look, &tag);
                }
            }
            styles.add(key(&family, &name), look, base);
        }
    }
    Ok(())
}

/// The id of a style: those of paragraphs and of words may have the same name.
pub(super) fn key(family: &str, name: &str) -> String {
    format!("{family} {name}")
}

/// The name of a style as people see it.
fn shown(name: &str) -> String {
    name.replace("_20_", " ").replace('_', " ")
}

fn note(look: &mut Look, tag: &Tag<'_>) {
    if tag.name() != "text-properties" {
        return;
    }
    let is_set = |value: &String| value != "none";
    let through = ["text-line-through-style", "text-line-through-type"].iter().find_map(|name| tag.attribute(name));
    look.struck = through.as_ref().map(is_set).or(look.struck);
    // What is shown under a condition is shown.
    look.hidden = tag.attribute("display").map(|value| value == "none").or(look.hidden);
}

/// The level of a heading, as its tag has it.
pub(super) fn level(tag: &Tag<'_>) -> u8 {
    tag.number("outline-level").unwrap_or(1).clamp(1, DEEPEST)
}

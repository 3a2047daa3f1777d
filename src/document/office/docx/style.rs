//! The styles of a document of Word.

use super::super::style::{DEEPEST, Look, Styles};
use super::super::xml::{Item, Tag, Xml};

/// Reads the part that defines the styles.
///
/// # Errors
/// A reason if it is no XML.
pub(super) fn read(text: &str) -> Result<Styles, String> {
    let mut xml = Xml::new("word/styles.xml", text);
    let mut styles = Styles::default();
    while let Some(item) = xml.item()? {
        let Item::Start(tag) = item else { continue };
        let Some(id) = tag.attribute("styleId").filter(|_| tag.name() == "style") else { continue };
        let (mut look, mut base) = (Look::default(), None);
        let depth = xml.depth();
        while let Some(item) = xml.within(depth)? {
            let Item::Start(tag) = item else { continue };
            match tag.name() {
                "name" if xml.depth() == depth + 1 => look.note_name(&tag.attribute("val").unwrap_or_default()),
                "basedOn" => base = tag.attribute("val"),
                _ => note(&mut look, &tag),
            }
        }
        styles.add(id, look, base);
    }
    Ok(styles)
}

/// Takes in what an element of the properties of a paragraph or run says.
pub(super) fn note(look: &mut Look, tag: &Tag<'_>) {
    match tag.name() {
        "outlineLvl" => {
            let level: Option<u8> = tag.number("val");
            look.heading = level.map(|level| if level < DEEPEST { level + 1 } else { 0 });
        }
        // The list of number 0 is none.
        "numId" => look.item = Some(tag.attribute("val").is_none_or(|id| id != "0")),
        "strike" | "dstrike" => look.struck = Some(tag.is_on() || (look.struck == Some(true))),
        "vanish" => look.hidden = Some(tag.is_on()),
        _ => {}
    }
}

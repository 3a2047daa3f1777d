//! The reader of presentations of PowerPoint.

use super::super::container::Input;
use super::super::readable::{Readable, Writer};
use super::background::Slide;
use super::drawing::{Drawings, Use};
use super::package::Package;
use super::xml::{Item, Xml};
use super::{background, properties, relation};
use crate::source::Landmark;

/// The part that lists the slides.
const LIST: &str = "ppt/presentation.xml";

/// Reads a presentation: what it says of itself, and slide by slide its text, notes and comments.
///
/// # Errors
/// Why it cannot be read.
pub fn read(input: &mut dyn Input) -> Result<Readable, String> {
    let mut package = Package::open(input)?;
    let list = package.needed(LIST)?;
    let relations = relation::of(&mut package, LIST)?;
    let mut writer = Writer::default();
    properties::write_office(&mut package, &mut writer)?;
    let mut drawings = Drawings::new(&mut writer);
    let mut number = 0;
    for id in slides(&list)? {
        let Some(slide) = relations.iter().find(|one| one.id == id) else { continue };
        number += 1;
        read_slide(&mut package, &slide.target, number, &mut drawings)?;
    }
    writer.finish()
}

/// The ids of the slides in their order.
fn slides(list: &str) -> Result<Vec<String>, String> {
    let mut xml = Xml::new(LIST, list);
    let mut found = Vec::new();
    while let Some(item) = xml.item()? {
        if let Item::Start(tag) = item
            && tag.name() == "sldId"
        {
            found.extend(tag.relation());
        }
    }
    Ok(found)
}

fn read_slide(package: &mut Package<'_>, name: &str, number: u32, drawings: &mut Drawings<'_>) -> Result<(), String> {
    let text = package.needed(name)?;
    let slide = Landmark::counted("slide", number);
    let related = relation::of(package, name)?;
    drawings.writer().end_sections();
    background::read(package, &Slide { number, text: &text, related: &related }, drawings)?;
    drawings.writer().end_sections();
    drawings.read(name, &text, &slide, Use::Shown)?;
    let mut comments = 0;
    for related in related {
        let (landmark, used) = match related.kind.as_str() {
            "notesSlide" => (slide.clone().with("notes", 0), Use::Notes),
            "comments" => {
                comments += 1;
                (slide.clone().with("comment", comments), Use::Comment)
            }
            kind => match relation::drawn(kind) {
                Some(what) => (slide.clone().with(what, 0), Use::Shown),
                None => continue,
            },
        };
        if let Some(text) = package.part(&related.target)? {
            drawings.read(&related.target, &text, &landmark, used)?;
        }
    }
    Ok(())
}

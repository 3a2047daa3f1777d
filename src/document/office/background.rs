//! What stands behind slides of PowerPoint: the texts of their layout and of its master that are no places to write in.

use super::drawing::{Drawings, Use, is_true};
use super::package::Package;
use super::relation::{self, Relation};
use super::xml::{Item, Xml};
use crate::source::Landmark;

/// A slide: its text, and the parts that it refers to.
pub(super) struct Slide<'a> {
    pub number: u32,
    pub text: &'a str,
    pub related: &'a [Relation],
}

/// Reads what stands behind a slide, as far as it has not been read with one before.
pub(super) fn read(package: &mut Package<'_>, slide: &Slide<'_>, drawings: &mut Drawings<'_>) -> Result<(), String> {
    let Some(layout) = named(slide.related, "slideLayout").filter(|_| shows_more(slide.text)) else { return Ok(()) };
    let Some(text) = package.part(layout)? else { return Ok(()) };
    let landmark = |what| Landmark::counted("slide", slide.number).with(what, 0);
    let related = relation::of(package, layout)?;
    if let Some(master) = named(&related, "slideMaster").filter(|_| shows_more(&text))
        && let Some(text) = package.part(master)?
    {
        drawings.read(master, &text, &landmark("master"), Use::Behind)?;
    }
    drawings.read(layout, &text, &landmark("layout"), Use::Behind)
}

fn named<'a>(related: &'a [Relation], kind: &str) -> Option<&'a str> {
    related.iter().find(|one| one.kind == kind).map(|one| one.target.as_str())
}

/// True unless a slide or layout says that it hides what stands behind it.
fn shows_more(text: &str) -> bool {
    let first = Xml::new("", text).item();
    let Ok(Some(Item::Start(tag))) = first else { return true };
    tag.attribute("showMasterSp").is_none_or(|value| is_true(&value))
}

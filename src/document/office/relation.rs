//! Which parts of an Office file belong to which.

use super::package::Package;
use super::xml::{Item, Xml};

/// A part that another refers to.
#[derive(Clone, Debug)]
pub struct Relation {
    /// The id by which it is referred to.
    pub id: String,
    /// What it is: the last word of the address that tells it.
    pub kind: String,
    /// Name of the part.
    pub target: String,
}

/// The parts that a part refers to, in the order in which they are listed.
///
/// # Errors
/// Why they cannot be read.
pub fn of(package: &mut Package<'_>, part: &str) -> Result<Vec<Relation>, String> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = format!("{folder}/_rels/{file}.rels");
    let Some(text) = package.part(name.trim_start_matches('/'))? else { return Ok(Vec::new()) };
    let mut xml = Xml::new(&name, &text);
    let mut found = Vec::new();
    while let Some(item) = xml.item()? {
        let Item::Start(tag) = item else { continue };
        let is_inside = tag.attribute("TargetMode").is_none_or(|mode| mode != "External");
        if let (Some(id), Some(kind), Some(target)) =
            (tag.attribute("Id"), tag.attribute("Type"), tag.attribute("Target"))
            && is_inside
        {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            found.push(Relation { id, kind, target: below(folder, &target) });
        }
    }
    Ok(found)
}

/// What people call a drawing that a part refers to; nothing if it is none.
#[must_use]
pub fn drawn(kind: &str) -> Option<&'static str> {
    match kind {
        "chart" | "chartEx" => Some("chart"),
        "diagramData" => Some("diagram"),
        _ => None,
    }
}

/// The name of a part that stands in an address seen from a folder.
fn below(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_seen_from_their_folder() {
        assert_eq!(below("ppt/slides", "../notesSlides/a.xml"), "ppt/notesSlides/a.xml");
        assert_eq!(below("xl", "/xl/worksheets/a.xml"), "xl/worksheets/a.xml");
        assert_eq!(below("", "a.xml"), "a.xml");
    }
}

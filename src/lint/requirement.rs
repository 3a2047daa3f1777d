//! Declarations in the forms that control data has: components of OpenControl, and component definitions and system
//! security plans of OSCAL.

use std::ops::Range;

use super::declaration::{Declared, names_system};
use crate::document::{Block, Kind};

/// The key of OpenControl under which requirements are named.
const CONTROL: &str = "control key";

/// The key beside it, with the standard.
const STANDARD: &str = "standard key";

/// The key of OSCAL that names a requirement.
const REQUIREMENT: &str = "control id";

/// How many entries behind its name a property has its value, and a resource its title.
const NEAR: usize = 6;

/// Every clause of the requirements for a service management system that control data says to satisfy.
pub(super) fn declared(blocks: &[Block]) -> Vec<Declared> {
    let mut all = of_components(blocks);
    all.extend(of_implementations(blocks));
    all.extend(of_properties(blocks));
    all
}

/// True if the key at `at` has what OpenControl puts below it.
pub(super) fn is_component(blocks: &[Block], at: usize) -> bool {
    let first = blocks[at + 1..].iter().take(NEAR).map_while(Block::entry);
    first.into_iter().any(|(key, _)| [CONTROL, STANDARD].contains(&key))
}

/// A value: its block, its bytes in the prose, and the text.
type Value<'a> = (usize, Range<usize>, &'a str);

fn value(blocks: &[Block], at: usize) -> Option<(&str, Value<'_>)> {
    let (key, text) = blocks[at].entry()?;
    let text = text.trim();
    let start = blocks[at].prose.text().rfind(text)?;
    Some((key, (at, start..start + text.len(), text)))
}

fn of_components(blocks: &[Block]) -> Vec<Declared> {
    let mut all = Vec::new();
    let (mut control, mut standard) = (None, None);
    for at in 0..blocks.len() {
        match value(blocks, at) {
            Some((CONTROL, found)) => control = Some(found),
            Some((STANDARD, found)) => standard = Some(found),
            _ => continue,
        }
        if let (Some(clause), Some(name)) = (&control, &standard) {
            // Other catalogues of controls have names of their own, which say nothing here.
            if names_system(name.2) {
                all.push(Declared::of((name.0, name.1.clone()), name.2, (clause.0, clause.1.clone()), clause.2));
            }
            (control, standard) = (None, None);
        }
    }
    all
}

/// What is implemented of the source that stands above: an address or a resource that names the standard.
fn of_implementations(blocks: &[Block]) -> Vec<Declared> {
    let mut all = Vec::new();
    let mut source: Option<(usize, Range<usize>, String)> = None;
    let mut in_import = false;
    for at in 0..blocks.len() {
        if matches!(blocks[at].kind, Kind::Key(_)) {
            in_import = blocks[at].prose.text() == "import profile";
            continue;
        }
        match value(blocks, at) {
            Some(("source", found)) => source = named(blocks, &found),
            Some(("href", found)) if in_import => source = named(blocks, &found),
            Some((REQUIREMENT, (at, range, id))) => {
                let (Some((key, place, name)), Some(number)) = (&source, number_of(id)) else { continue };
                let range = range.end - number.len()..range.end;
                all.push(Declared::of((*key, place.clone()), name, (at, range), number));
            }
            _ => {}
        }
    }
    all
}

/// A property by the name of "satisfies", with the standard and the clause as its value.
fn of_properties(blocks: &[Block]) -> Vec<Declared> {
    let mut all = Vec::new();
    for at in 0..blocks.len() {
        let is_property = blocks[at].entry() == Some(("name", "satisfies"));
        let near = (at + 1..blocks.len()).take(if is_property { NEAR } else { 0 });
        let found = near.filter_map(|at| value(blocks, at)).find(|(key, _)| *key == "value");
        let Some((_, (at, range, text))) = found else { continue };
        all.push(match text.rsplit_once([' ', ',']) {
            Some((standard, clause)) => {
                let standard = standard.trim_end_matches([',', ' ']);
                let start = range.end - clause.len();
                let key = (at, range.start..range.start + standard.len());
                Declared::of(key, standard, (at, start..range.end), clause)
            }
            None => Declared::wrong((at, range), text),
        });
    }
    all
}

/// The standard that a source names, if it is the one for service management systems.
fn named(blocks: &[Block], (at, range, text): &Value<'_>) -> Option<(usize, Range<usize>, String)> {
    let title = text.strip_prefix('#').and_then(|id| title_of(blocks, id));
    let name = [title, Some(text), None].into_iter().flatten().map(in_address).find(|name| names_system(name))?;
    Some((*at, range.clone(), name))
}

/// The title of the resource with an identifier.
fn title_of<'a>(blocks: &'a [Block], id: &str) -> Option<&'a str> {
    let at = blocks.iter().position(|block| block.entry() == Some(("uuid", id)))?;
    let near = blocks[at + 1..].iter().take(NEAR).filter_map(Block::entry);
    near.into_iter().find(|(key, _)| *key == "title").map(|(_, title)| title)
}

/// The designation in the last part of an address, `…/iso-iec-20000-1-2018.json`, else the text as it is.
fn in_address(text: &str) -> String {
    let last = text.trim().rsplit('/').next().unwrap_or(text).to_lowercase();
    let words: Vec<&str> =
        last.split(|one: char| !one.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let Some(at) = words.iter().position(|word| *word == "20000" || *word == "iso20000") else {
        return text.to_owned();
    };
    match (words.get(at + 1), words.get(at + 2)) {
        (Some(&"1"), Some(year)) if year.len() == 4 && year.parse::<u16>().is_ok() => format!("ISO/IEC 20000-1:{year}"),
        (Some(&"1"), _) => "ISO/IEC 20000-1".to_owned(),
        _ => text.to_owned(),
    }
}

/// The number at the end of an identifier, which may not begin with a digit in OSCAL: `cl-8.7.3.1`.
fn number_of(id: &str) -> Option<&str> {
    let rest = id.trim_end_matches(|one: char| one.is_ascii_digit() || one == '.');
    let number = id[rest.len()..].trim_start_matches('.');
    (!number.is_empty()).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;

    fn clauses(format: Format, text: &str) -> Vec<String> {
        declared(&format.read(text, None).blocks).into_iter().map(|one| one.clause).collect()
    }

    #[test]
    fn components_of_open_control_name_clauses() {
        let text = "name: Rules\nsatisfies:\n- control_key: 8.7.3.1\n  standard_key: ISO/IEC 20000-1:2018\n  \
                    narrative:\n  - text: The director has approved them.\n- control_key: AC-1\n  standard_key: NIST-800-53\n";
        assert_eq!(clauses(Format::Yaml, text), ["8.7.3.1"]);
    }

    #[test]
    fn implementations_of_oscal_name_clauses_of_their_source() {
        let one = |source: &str, id: &str| {
            format!(
                r#"{{"component-definition": {{"components": [{{"uuid": "b", "control-implementations": [{{
                "uuid": "c", "source": "{source}", "implemented-requirements": [{{"uuid": "d", "control-id": "{id}"}}]}}]}}],
                "back-matter": {{"resources": [{{"uuid": "r", "title": "ISO/IEC 20000-1:2018"}}]}}}}}}"#
            )
        };
        for source in ["https://example.org/iso-iec-20000-1-2018.json", "#r", "urn:iso:std:iso-iec:20000:-1:ed-3"] {
            assert_eq!(clauses(Format::Json, &one(source, "cl-8.7.3.3")), ["8.7.3.3"], "{source}");
        }
        assert!(clauses(Format::Json, &one("#nist", "ac-2")).is_empty());
        assert!(clauses(Format::Json, &one("#r", "ac")).is_empty());
    }

    #[test]
    fn a_profile_that_is_imported_is_a_source_and_a_property_names_its_own() {
        let plan = "system-security-plan:\n  import-profile:\n    href: iso20000-1-2018.yaml\n  control-implementation:\n    \
                    implemented-requirements:\n    - uuid: d\n      control-id: s8.7.3.2\n";
        assert_eq!(clauses(Format::Yaml, plan), ["8.7.3.2"]);
        let property = r#"{"props": [{"name": "satisfies", "value": "ISO/IEC 20000-1:2018, 8.7.3.1"}]}"#;
        assert_eq!(clauses(Format::Json, property), ["8.7.3.1"]);
    }
}

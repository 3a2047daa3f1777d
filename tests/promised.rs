//! What the crate promises to other programs: every item that is reachable from its root and not hidden is listed in
//! `schemas/library.txt`, with its fields, variants, functions, constants and traits.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "common/expected.rs"]
mod expected;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).expect("it is part of the project")
}

/// The files of a room, sorted: `src/report.rs` or those below `src/report`.
fn room(name: &str) -> Vec<PathBuf> {
    fn below(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { below(&path, found) } else { found.push(path) }
        }
    }
    let mut found = vec![root().join("src").join(format!("{name}.rs"))];
    found.retain(|file| file.is_file());
    below(&root().join("src").join(name), &mut found);
    found.sort();
    assert!(!found.is_empty(), "there is no room {name}");
    found
}

/// Names that are exported, and the rooms that those come from which the facade exports again.
fn exported(lib: &str, facade: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = lib.lines().collect();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.starts_with("pub mod ")) {
        assert_eq!(lines[at - 1], "#[doc(hidden)]", "{line}");
    }
    let public: Vec<&&str> = lines.iter().filter(|line| line.starts_with("pub ")).collect();
    let others = public.iter().filter(|line| !line.starts_with("pub mod ")).count();
    assert_eq!(others, 1, "nothing is exported beside one list of the facade");
    let (_, names) = lib.split_once("pub use facade::{").expect("the facade is what is exported");
    let names = names.split_once("};").expect("the list ends").0;
    let again = |name: &str| {
        let end = format!("::{name};");
        let line = facade.lines().find(|line| line.starts_with("pub use ") && line.ends_with(&end))?;
        let room = line.trim_start_matches("pub use crate::").split("::").next()?;
        Some(room.to_owned())
    };
    let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| (name.to_owned(), again(name).unwrap_or_else(|| "facade".into()))).collect()
}

/// The lines of a block that begins at a line, up to the brace that ends it; formatted code has it at the line's start.
fn block<'a>(lines: &[&'a str], at: usize) -> Vec<&'a str> {
    if !lines[at].ends_with('{') {
        return Vec::new();
    }
    lines[at + 1..].iter().take_while(|line| **line != "}").copied().collect()
}

/// The head of an item, which may go on over several lines, without what stands behind it.
fn head(lines: &[&str]) -> String {
    let mut text = String::new();
    for line in lines {
        text = (text + " " + line.trim()).trim().to_owned();
        if line.ends_with(['{', '}', ';', ','])
            && !text.ends_with("(,")
            && text.matches('(').count() == text.matches(')').count()
        {
            break;
        }
    }
    text.split(" = ").next().unwrap_or_default().trim_end_matches([' ', '{', '}', ',', ';']).to_owned()
}

/// What a file says of an item: attributes and head, fields or variants, functions and constants, traits.
fn items(text: &str, name: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for at in 0..lines.len() {
        let line = lines[at];
        let is_definition = ["pub struct ", "pub enum ", "pub fn "].iter().any(|kind| {
            let rest = line.strip_prefix(kind).and_then(|rest| rest.strip_prefix(name));
            rest.is_some_and(|rest| !rest.starts_with(|one: char| one.is_alphanumeric() || one == '_'))
        });
        if is_definition {
            let above = lines[..at].iter().rev().take_while(|line| !line.is_empty() && !line.starts_with("///"));
            let attributes: Vec<&str> = above.copied().collect::<Vec<_>>().into_iter().rev().map(str::trim).collect();
            found.extend(
                attributes
                    .join(" ")
                    .split(" #[")
                    .map(|one| one.trim_start_matches("#[").trim_end_matches(']').to_owned()),
            );
            found.push(head(&lines[at..]));
        }
        let is_enum = is_definition && line.starts_with("pub enum ");
        let is_own = line.starts_with("impl ") && line.trim_end_matches('}').ends_with(&format!(" {name} {{"));
        if is_own && line.contains(" for ") {
            found.push(head(&lines[at..]));
        } else if is_own || is_definition && !line.starts_with("pub fn ") {
            let body = block(&lines, at);
            let is_public = |line: &str| {
                let own = line.strip_prefix("    ").filter(|own| !own.starts_with(' ')).unwrap_or_default();
                own.starts_with("pub ") || is_enum && own.starts_with(char::is_uppercase)
            };
            found.extend((0..body.len()).filter(|at| is_public(body[*at])).map(|at| head(&body[at..])));
        }
    }
    found.retain(|line| !line.is_empty() && !line.starts_with("must_use"));
    found
}

/// Names of types from outside of the crate that its promises may speak of.
const OTHERS: &[&str] =
    &["AsRef", "Into", "Option", "P", "Path", "PathBuf", "Result", "Self", "String", "Write", "Error", "ALL"];

#[test]
fn what_others_may_use_is_listed() {
    let (lib, facade) = (read(&root().join("src/lib.rs")), read(&root().join("src/facade.rs")));
    let exported = exported(&lib, &facade);
    let mut listed = String::new();
    for (name, room_of) in &exported {
        listed += &format!("sms_lint::{name}\n");
        let found: Vec<String> = room(room_of).iter().flat_map(|file| items(&read(file), name)).collect();
        assert!(!found.is_empty(), "{name} is not found in {room_of}");
        for line in &found {
            listed += &format!("    {line}\n");
            let words = line.split(|one: char| !one.is_alphanumeric() && one != '_');
            let types = words.filter(|word| line.starts_with("pub ") && word.starts_with(char::is_uppercase));
            for word in types {
                let is_known = OTHERS.contains(&word) || exported.iter().any(|(name, _)| name == word);
                assert!(is_known, "{name} promises something of {word}, which nobody outside knows: {line}");
            }
        }
    }
    let wrong = expected::difference(&root().join("schemas/library.txt"), listed.as_bytes());
    assert_eq!(wrong, None, "what others use changed: say so in the changelog");
}

#[test]
fn every_kind_of_item_is_seen() {
    let text = "/// A.\n#[derive(\n    Clone, Copy,\n)]\n#[non_exhaustive]\npub enum A {\n    /// B.\n    B,\n    C(u8),\n}\n\n\
                impl A {\n    pub const ALL: [Self; 2] = [Self::B, Self::C(1)];\n\n    #[must_use]\n    pub fn long(\n        \
                self,\n        one: u8,\n    ) -> u8 {\n        1\n    }\n\n    fn own() {}\n    pub(crate) fn inner() {}\n}\n\n\
                impl From<u8> for A {\n    fn from(_: u8) -> Self {\n        Self::B\n    }\n}\n\nimpl Error for A {}\n\npub struct Ab {\n    pub d: u8,\n}\n";
    let found = items(text, "A");
    let wanted = [
        "derive( Clone, Copy, )",
        "non_exhaustive",
        "pub enum A",
        "B",
        "C(u8)",
        "pub const ALL: [Self; 2]",
        "pub fn long( self, one: u8, ) -> u8",
        "impl From<u8> for A",
        "impl Error for A",
    ];
    assert_eq!(found, wanted);
    let kinds: BTreeSet<String> = items("pub struct Ab {\n    pub d: u8,\n    e: u8,\n}\n", "Ab").into_iter().collect();
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["pub d: u8", "pub struct Ab"]);
}

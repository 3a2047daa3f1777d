//! `rules/words/` and the folders in it as constants: one list of phrases a file, named after it.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::element::fault;
use crate::emit;
use crate::file::{self, Fault};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    about: String,
    /// True if the phrases count only with the capitals that they are written with.
    #[serde(default)]
    capitals: bool,
    words: BTreeMap<String, Vec<String>>,
}

/// Reads the folder and writes the lists.
pub fn table(folder: &Path) -> Result<String, Fault> {
    let mut out = String::from("// Written by the build script from rules/words.\n");
    for (path, list) in file::read_all::<List>(folder)? {
        let written = |phrase: &String| if list.capitals { phrase.clone() } else { phrase.to_lowercase() };
        let mut all: Vec<String> = list.words.values().flatten().map(written).collect();
        all.sort();
        all.dedup();
        if let Some(why) = all.iter().find_map(|phrase| fault(phrase)) {
            return Err(Fault::new(&path, &why));
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy().to_uppercase().replace('-', "_");
        out += &format!("/// {}\npub static {name}: &[&str] = {};\n", list.about.trim(), emit::texts(&all));
    }
    Ok(out)
}

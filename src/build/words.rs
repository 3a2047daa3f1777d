//! `rules/words/` and the folders in it as constants: one list of phrases a file, named after it.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::code::Code;
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
    /// True if a list is kept for each language, with its code.
    #[serde(default, rename = "by-language")]
    by_language: bool,
    words: BTreeMap<Code, Vec<String>>,
}

impl List {
    /// Phrases as they are looked for, sorted, each once.
    fn phrases<'a>(&self, phrases: impl Iterator<Item = &'a String>) -> Vec<String> {
        let written = |phrase: &String| if self.capitals { phrase.clone() } else { phrase.to_lowercase() };
        let mut all: Vec<String> = phrases.map(written).collect();
        all.sort();
        all.dedup();
        all
    }
}

/// Reads the folder and writes the lists.
pub fn table(folder: &Path) -> Result<String, Fault> {
    let mut out = String::from("// Written by the build script from rules/words.\n");
    for (path, list) in file::read_all::<List>(folder)? {
        let all = list.phrases(list.words.values().flatten());
        if let Some(why) = all.iter().find_map(|phrase| fault(phrase)) {
            return Err(Fault::new(&path, &why));
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy().to_uppercase().replace('-', "_");
        let about = list.about.trim();
        out += &if list.by_language {
            let one = |(Code(code), own): (&Code, &Vec<String>)| {
                format!("({code:?}, {})", emit::texts(&list.phrases(own.iter())))
            };
            let each: Vec<String> = list.words.iter().map(one).collect();
            format!("/// {about}\npub static {name}: &[(&str, &[&str])] = &[{}];\n", each.join(", "))
        } else {
            format!("/// {about}\npub static {name}: &[&str] = {};\n", emit::texts(&all))
        };
    }
    Ok(out)
}

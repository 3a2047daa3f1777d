//! `rules/history/` as a table of constants: the words that make a citation a memory.

use std::path::Path;

use serde::Deserialize;

use crate::emit;
use crate::file::{self, Fault};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    language: String,
    cues: Vec<Cue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cue {
    words: String,
    #[serde(rename = "where")]
    scope: Scope,
    example: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Scope {
    Before,
    After,
    Transition,
    Heading,
    Column,
    Use,
    Break,
}

/// Reads the folder and writes the table.
pub fn table(folder: &Path) -> Result<String, Fault> {
    let mut out = String::from("// Written by the build script from rules/history.\nstatic CUES: &[Cue] = &[\n");
    for (path, language) in file::read_all::<Language>(folder)? {
        for cue in &language.cues {
            // Prose has no full-width brackets: see `document/map.rs`.
            let words = cue.words.trim().to_lowercase().replace('（', "(").replace('）', ")");
            let open = words.ends_with('*');
            let parts: Vec<String> =
                words.trim_end_matches('*').split("...").map(|part| part.trim().to_owned()).collect();
            if parts.iter().any(String::is_empty) {
                return Err(Fault::new(&path, &format!("the cue {:?} has an empty part", cue.words)));
            }
            out += &format!(
                "Cue {{ language: {:?}, words: {:?}, parts: {}, open_end: {open}, scope: Scope::{:?}, example: {:?} }},\n",
                language.language,
                cue.words,
                emit::texts(&parts),
                cue.scope,
                cue.example
            );
        }
    }
    out += "];\n";
    Ok(out)
}

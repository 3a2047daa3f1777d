//! `rules/words/` and the folders in it as constants: one list of phrases a file, named after it. A list may take in others.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::code::Code;
use crate::element::fault;
use crate::emit;
use crate::file::{self, Fault};

/// The folder of lists that are written only as far as others take them in.
const SHARED: &str = "shared";

/// Most lists that take in one another.
const DEEPEST: usize = 8;

/// Phrases by the code of their language.
type Words = BTreeMap<Code, Vec<String>>;

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
    /// Lists whose phrases it has as well, by name, those of other folders as `folder/name`.
    #[serde(default)]
    with: Vec<String>,
    #[serde(default)]
    words: Words,
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

    /// The constant that holds all phrases.
    fn show(&self, name: &str, words: &Words) -> String {
        let about = self.about.trim();
        if !self.by_language {
            let all = self.phrases(words.values().flatten());
            return format!("/// {about}\npub static {name}: List = {};\n", emit::phrases(&all));
        }
        let one = |(Code(code), own): (&Code, &Vec<String>)| {
            format!("({code:?}, {})", emit::phrases(&self.phrases(own.iter())))
        };
        let each: Vec<String> = words.iter().map(one).collect();
        format!("/// {about}\npub static {name}: &[(&str, List)] = &[{}];\n", each.join(", "))
    }
}

/// The lists of all folders.
pub struct Lists {
    root: PathBuf,
    /// Each by its path without ending, `numbers/articles`, and where it was read.
    all: BTreeMap<String, (PathBuf, List)>,
}

impl Lists {
    /// Reads a folder and those in it.
    pub fn read(root: &Path) -> Result<Self, Fault> {
        let entries = std::fs::read_dir(root).map_err(|error| Fault::new(root, &error))?;
        let folders = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir());
        let mut lists = Self { root: root.to_owned(), all: BTreeMap::new() };
        for folder in folders.chain([root.to_owned()]) {
            for (path, list) in file::read_all::<List>(&folder)? {
                lists.all.insert(lists.name(&path), (path, list));
            }
        }
        Ok(lists)
    }

    /// The path of a list from the root, without its ending.
    fn name(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).with_extension("").to_string_lossy().replace('\\', "/")
    }

    /// The lists of a folder, "" for the root, as constants.
    pub fn table(&self, folder: &str) -> Result<String, Fault> {
        let mut out = String::from("// Written by the build script from rules/words.\n");
        for (name, (path, list)) in &self.all {
            let (of, stem) = name.rsplit_once('/').unwrap_or(("", name));
            if of != folder {
                continue;
            }
            let words = self.words(name, DEEPEST).map_err(|why| Fault::new(path, &why))?;
            if let Some(why) = words.values().flatten().find_map(|phrase| fault(phrase)) {
                return Err(Fault::new(path, &why));
            }
            out += &list.show(&stem.to_uppercase().replace('-', "_"), &words);
        }
        Ok(out)
    }

    /// The phrases of a list and of those that it takes in, `depth` of which may stand inside one another. A phrase that it would
    /// have twice is a mistake.
    fn words(&self, name: &str, depth: usize) -> Result<Words, String> {
        let (_, list) = self.all.get(name).ok_or_else(|| format!("there is no list {name:?}"))?;
        let depth = depth.checked_sub(1).ok_or_else(|| format!("{name:?} takes in itself"))?;
        let mut all = list.words.clone();
        for other in &list.with {
            let beside = name.rsplit_once('/').map_or(other.clone(), |(folder, _)| format!("{folder}/{other}"));
            let other = if self.all.contains_key(&beside) { &beside } else { other };
            for (code, words) in self.words(other, depth)? {
                let own = all.entry(code).or_default();
                if let Some(word) = words.iter().find(|word| own.contains(word)) {
                    return Err(format!("{word:?} stands in {other:?} as well"));
                }
                own.extend(words);
            }
        }
        Ok(all)
    }

    /// Shared lists that no other takes in, which say nothing.
    pub fn unused(&self) -> Option<Fault> {
        let is_used = |name: &str| self.all.values().any(|(_, list)| list.with.iter().any(|other| other == name));
        let mut shared = self.all.iter().filter(|(name, _)| name.split('/').next() == Some(SHARED));
        shared.find(|(name, _)| !is_used(name)).map(|(_, (path, _))| Fault::new(path, &"no list takes it in"))
    }
}

//! pattern: patterns for paths, as in `.gitignore`: one without a slash is looked for in every folder, one with a slash counts from
//! the folder of the configuration, and a folder stands for all that is in it.

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserializer, Error};
use serde::{Deserialize, Serialize, Serializer};

use crate::yaml::Text;

/// How a pattern is written.
pub const HELP: &str = "A pattern is a path in which * stands for a name, ** for folders, [ab] and {a,b} for a choice.";

/// Longest pattern, in bytes: longer than paths are.
const LONGEST: usize = 4096;

/// What makes a pattern more than a path.
const SIGNS: [char; 5] = ['*', '?', '[', '{', '\\'];

/// A pattern for paths.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// As written.
    pub text: String,
    /// What it stands for: a file or folder, and all that is in it.
    globs: [Glob; 2],
    /// Whether it stands for folders only, as a slash at its end says.
    pub is_folder: bool,
    set: OnceLock<Option<GlobSet>>,
}

impl Pattern {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// Why it is none.
    pub fn new(text: &str) -> Result<Self, String> {
        let here = text.strip_prefix("./");
        let body = here.unwrap_or(text).trim_end_matches('/');
        if body.is_empty() && text != "." {
            return Err("it is empty".into());
        }
        if body.starts_with('!') {
            return Err("it begins with an exclamation mark, and no pattern takes back what another one says".into());
        }
        if text.len() > LONGEST {
            return Err(format!("it is longer than {LONGEST} bytes"));
        }
        let is_anchored = here.is_some() || body.contains('/');
        let body = body.trim_start_matches('/');
        let stem = match (is_anchored, body) {
            (_, "." | "") => "**".to_owned(),
            (true, body) => body.to_owned(),
            (false, body) => format!("**/{body}"),
        };
        let glob = |glob: &str| {
            let built = GlobBuilder::new(glob).literal_separator(true).build();
            built.map_err(|error| error.kind().to_string())
        };
        let globs = [glob(&stem)?, glob(&format!("{stem}/**"))?];
        // What is compiled when it is first asked must be known to compile; plain paths do.
        if body.contains(SIGNS) {
            compiled(&globs).map_err(|error| error.kind().to_string())?;
        }
        Ok(Self { text: text.to_owned(), globs, is_folder: text.ends_with('/'), set: OnceLock::new() })
    }

    /// How much it adds to what many patterns may take together: nothing if it is a plain path.
    #[must_use]
    pub fn weight(&self) -> usize {
        if self.text.contains(SIGNS) { self.text.len() } else { 0 }
    }

    /// True for a path below the folder of the configuration, written with forward slashes.
    #[must_use]
    pub fn matches(&self, path: &str) -> bool {
        self.set.get_or_init(|| compiled(self.of_files()).ok()).as_ref().is_some_and(|set| set.is_match(path))
    }

    /// What it stands for among files: a folder is known by what is in it.
    fn of_files(&self) -> [&Glob; 2] {
        let [own, inside] = &self.globs;
        [if self.is_folder { inside } else { own }, inside]
    }
}

fn compiled<'a>(globs: impl IntoIterator<Item = &'a Glob>) -> Result<GlobSet, globset::Error> {
    let mut set = GlobSetBuilder::new();
    for glob in globs {
        set.add(glob.clone());
    }
    set.build()
}

/// Many patterns, of which a path is told at once which of them it fits.
#[derive(Debug)]
pub struct Patterns {
    /// Sets, and the number of the first pattern of each.
    sets: Vec<(usize, GlobSet)>,
}

/// How many patterns are compiled together at most.
const TOGETHER: usize = 500;

impl Patterns {
    /// Compiles patterns, which are numbered in their order.
    #[must_use]
    pub fn new(all: &[&Pattern]) -> Self {
        let mut sets = Vec::new();
        for (at, some) in all.chunks(TOGETHER).enumerate() {
            compile(at * TOGETHER, some, &mut sets);
        }
        Self { sets }
    }

    /// The numbers of the patterns that a path fits, ascending.
    #[must_use]
    pub fn fitting(&self, path: &str) -> Vec<usize> {
        let path = globset::Candidate::new(path);
        let mut found = Vec::new();
        for (first, set) in &self.sets {
            // Each pattern has two globs.
            found.extend(set.matches_candidate(&path).into_iter().map(|glob| first + glob / 2));
        }
        found.dedup();
        found
    }
}

/// Compiles patterns together, or in halves if they are too large for that: what a regular expression may take is limited.
fn compile(first: usize, some: &[&Pattern], sets: &mut Vec<(usize, GlobSet)>) {
    match compiled(some.iter().flat_map(|one| one.of_files())) {
        Ok(set) => sets.push((first, set)),
        Err(_) if some.len() > 1 => {
            let (head, tail) = some.split_at(some.len() / 2);
            compile(first, head, sets);
            compile(first + head.len(), tail, sets);
        }
        // Each has been compiled by itself.
        Err(_) => {}
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Pattern {}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let Text(text) = Text::deserialize(from)?;
        Self::new(&text).map_err(|why| D::Error::custom(format!("{text:?} is no pattern for paths: {why}\n{HELP}")))
    }
}

impl Serialize for Pattern {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.text)
    }
}

impl JsonSchema for Pattern {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Pattern".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "description": "A pattern for paths, as in .gitignore" })
    }
}

/// The whole path, without steps that lead back.
#[must_use]
pub fn absolute(path: &Path) -> PathBuf {
    straight(&std::env::current_dir().map_or_else(|_| path.to_owned(), |here| here.join(path)))
}

/// The path without steps that lead back or nowhere.
#[must_use]
pub fn straight(path: &Path) -> PathBuf {
    let mut straight = PathBuf::new();
    for step in path.components() {
        match step {
            Component::ParentDir => {
                straight.pop();
            }
            Component::CurDir => {}
            other => straight.push(other),
        }
    }
    straight
}

/// A path as patterns see it that count from `folder`: with forward slashes; nothing if it lies outside.
#[must_use]
pub fn inside(folder: &Path, path: &Path) -> Option<String> {
    let whole = absolute(path);
    let inside = whole.strip_prefix(folder).ok()?;
    let steps: Vec<_> = inside.components().map(|step| step.as_os_str().to_string_lossy()).collect();
    Some(steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_those_of_ignore_files() {
        let matches = |pattern: &str, path: &str| Pattern::new(pattern).expect("it is one").matches(path);
        assert!(matches("*.md", "a/b/c.md") && matches("*.md", "c.md") && !matches("*.md", "c.txt"));
        assert!(matches("drafts/", "a/drafts/b/c.md") && !matches("drafts", "draftsman.md"));
        assert!(matches("docs/*.md", "docs/a.md") && !matches("docs/*.md", "docs/a/b.md"));
        assert!(!matches("docs/*.md", "other/docs/a.md") && !matches("/a.md", "b/a.md") && matches("/a.md", "a.md"));
        assert!(matches("docs/**/a.md", "docs/x/y/a.md") && matches("./docs", "docs/a.md") && matches(".", "x/y"));
        assert!(matches("./a.md", "a.md") && !matches("./a.md", "b/a.md") && Pattern::new("!a.md").is_err());
        assert!(
            !matches("a.md/", "a.md") && matches("a.md/", "b/a.md/c") && !matches("*/", "a") && matches("*/", "a/b")
        );
        let all: Vec<Pattern> =
            ["a.md", "docs/", "docs/*.md", "b?.md"].iter().map(|one| Pattern::new(one).expect("it is one")).collect();
        let together = Patterns::new(&all.iter().cycle().take(1200).collect::<Vec<_>>());
        for path in ["docs/a.md", "b1.md", "x/a.md/y", "none"] {
            let alone: Vec<usize> = (0..1200).filter(|at| all[at % 4].matches(path)).collect();
            assert_eq!(together.fitting(path), alone, "{path}");
        }
        assert!(Pattern::new("a[").is_err() && Pattern::new("").is_err() && Pattern::new(&"a".repeat(5000)).is_err());
    }

    #[test]
    fn patterns_that_are_too_large_together_are_compiled_apart() {
        let all: Vec<Pattern> =
            (0..64).map(|at| Pattern::new(&format!("{at}{}", "?".repeat(4000))).expect("it is one")).collect();
        let together = Patterns::new(&all.iter().collect::<Vec<_>>());
        assert!(together.sets.len() > 1, "they are few enough");
        for at in [0, 31, 32, 63] {
            assert_eq!(together.fitting(&format!("x/{at}{}", "a".repeat(4000))), [at]);
        }
    }
}

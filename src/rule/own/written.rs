//! The checks of own rules as they are written.

use serde::Deserialize;

use crate::pattern::Pattern;
use crate::yaml::{At, Many};

/// A map with exactly one key, the kind.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// Words or patterns in the text.
    Phrase(Phrase),
    /// What a document says of itself.
    Metadata(Metadata),
    /// Several names for one thing.
    Consistent(Consistent),
    /// Citations of standards.
    Citation(Citation),
    /// A document that must be there.
    Element(Element),
}

/// The documents that a rule is about; without either, all.
#[derive(Debug, Default)]
pub struct About {
    /// By path.
    pub files: Vec<Pattern>,
    /// By words of the title.
    pub titles: Vec<At<String>>,
}

/// Words or patterns in the text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
pub struct Phrase {
    /// Words, whole ones, in small letters or capitals.
    #[serde(default)]
    pub words: Many<At<String>>,
    /// Regular expressions.
    #[serde(default)]
    pub patterns: Many<At<String>>,
    /// Words in whose paragraph nothing is found.
    #[serde(default)]
    pub unless: Many<At<String>>,
    /// True if letters must be small or capital as they are written.
    #[serde(default)]
    pub exact_case: bool,
    /// True if it is looked for in code too.
    #[serde(default)]
    pub code: bool,
    /// Documents by path.
    #[serde(default)]
    pub files: Many<Pattern>,
    /// Documents by words of their title.
    #[serde(default)]
    pub titles: Many<At<String>>,
}

/// What a document says of itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
pub struct Metadata {
    /// The keys that are looked at.
    pub keys: Many<Key>,
    /// Documents by path.
    #[serde(default)]
    pub files: Many<Pattern>,
    /// Documents by words of their title.
    #[serde(default)]
    pub titles: Many<At<String>>,
}

/// A key of the metadata.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
pub struct Key {
    /// Its names; the first is used to speak of it.
    pub key: Many<At<String>>,
    /// True if it may be left out.
    #[serde(default)]
    pub optional: bool,
    /// What the day must be that is its value.
    #[serde(default)]
    pub date: Option<When>,
    /// A regular expression that its value must fit.
    #[serde(default)]
    pub matches: Option<At<String>>,
    /// The values that it may have.
    #[serde(default)]
    pub one_of: Many<At<String>>,
}

/// What a day must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// Any day.
    Any,
    /// Today or later.
    NotPast,
    /// Today or before.
    NotFuture,
}

/// Several names for one thing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
pub struct Consistent {
    /// For each thing its names.
    pub terms: Vec<Many<At<String>>>,
    /// True if the first name is the one to use; otherwise it is the one that is used most.
    #[serde(default)]
    pub first: bool,
    /// Documents by path.
    #[serde(default)]
    pub files: Many<Pattern>,
    /// Documents by words of their title.
    #[serde(default)]
    pub titles: Many<At<String>>,
}

/// Citations of standards.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
pub struct Citation {
    /// Designations; one without a year stands for every edition.
    pub of: Many<At<String>>,
    /// True for citations with a year only, false for those without.
    #[serde(default)]
    pub dated: Option<bool>,
    /// Documents by path.
    #[serde(default)]
    pub files: Many<Pattern>,
    /// Documents by words of their title.
    #[serde(default)]
    pub titles: Many<At<String>>,
}

/// A document that must be there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "keys with values")]
pub struct Element {
    /// What it is, with its article.
    pub name: At<String>,
    /// Words of which its title, or a heading in another document, has one.
    pub titles: Many<At<String>>,
    /// Documents among which it is looked for, by path.
    #[serde(default)]
    pub files: Many<Pattern>,
}

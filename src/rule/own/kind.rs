//! The checks of own rules, ready to be looked for.

use regex::Regex;

use super::written::When;
use crate::pattern::Pattern;
use crate::standard::Citation as Cited;

/// The check of an own rule; two are the same if they are of the same rule.
#[derive(Clone, Copy, Debug)]
pub struct Own(pub &'static Kind);

impl PartialEq for Own {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Own {}

/// A check with the documents that it is about.
#[derive(Debug)]
pub struct Kind {
    /// Documents by path; without any, all.
    pub files: Vec<Pattern>,
    /// Documents by words of their title; without any, all.
    pub titles: Vec<Regex>,
    /// What is looked for.
    pub looks: Looks,
}

/// What is looked for.
#[derive(Debug)]
pub enum Looks {
    /// Words in the text.
    Phrase(Phrase),
    /// Keys of the metadata.
    Metadata(Vec<Key>),
    /// For each thing its names.
    Consistent(Vec<Term>),
    /// Citations of standards.
    Citation(Citation),
    /// A document that must be there.
    Element(Element),
}

/// Words in the text.
#[derive(Debug)]
pub struct Phrase {
    /// Any of these.
    pub any: Vec<Regex>,
    /// Unless one of these stands in the paragraph.
    pub unless: Vec<Regex>,
    /// True if code is looked at too.
    pub code: bool,
}

/// A key of the metadata.
#[derive(Debug)]
pub struct Key {
    /// Its names, folded.
    pub names: Vec<String>,
    /// The name to speak of it.
    pub name: String,
    /// True if it may be left out.
    pub optional: bool,
    /// What the day must be.
    pub date: Option<When>,
    /// What the value must fit.
    pub matches: Option<Regex>,
    /// The values that there may be; any if it is empty.
    pub one_of: Vec<String>,
}

/// A thing with several names.
#[derive(Debug)]
pub struct Term {
    /// Names with what finds them.
    pub names: Vec<(String, Regex)>,
    /// True if the first name is the one to use.
    pub first: bool,
}

/// Citations of standards.
#[derive(Debug)]
pub struct Citation {
    /// What is meant.
    pub of: Vec<Cited>,
    /// Only with or only without a year.
    pub dated: Option<bool>,
}

/// A document that must be there.
#[derive(Debug)]
pub struct Element {
    /// What it is, with its article.
    pub name: String,
    /// Words of its title.
    pub titles: Vec<Regex>,
}

impl Kind {
    /// The holes that it fills in wordings.
    #[must_use]
    pub fn holes(&self) -> &'static [&'static str] {
        match self.looks {
            Looks::Phrase(_) => &["match"],
            Looks::Metadata(_) => &["key", "value", "missing", "past", "future", "no-date", "unexpected"],
            Looks::Consistent(_) => &["found", "wanted", "count"],
            Looks::Citation(_) => &["citation", "status"],
            Looks::Element(_) => &["name", "documents"],
        }
    }

    /// True if it finds fault with a citation, which may be allowed.
    #[must_use]
    pub fn is_of_citation(&self) -> bool {
        match self.looks {
            Looks::Citation(_) => true,
            Looks::Phrase(_) | Looks::Metadata(_) | Looks::Consistent(_) | Looks::Element(_) => false,
        }
    }

    /// True if only the whole set shows it.
    #[must_use]
    pub fn is_of_set(&self) -> bool {
        match self.looks {
            Looks::Element(_) => true,
            Looks::Phrase(_) | Looks::Metadata(_) | Looks::Consistent(_) | Looks::Citation(_) => false,
        }
    }
}

//! What one document tells of the set it belongs to: small, and without its text.

use std::sync::Arc;

use crate::finding::Label;
use crate::source::Place;

/// What a document tells of the set it belongs to.
#[derive(Clone, Debug)]
pub struct DocumentFacts {
    /// Path as reports show it.
    pub path: Arc<str>,
    /// The title, the first heading or the first line.
    pub title: Label,
    /// Words in sentences.
    pub words: usize,
    /// True if the title is that of a service management system.
    pub is_system: bool,
    /// True if the title is that of the scope of the system, which a section may have of any other thing.
    pub is_scope: bool,
    /// True if the title is that of a list of documents.
    pub is_listing: bool,
    /// The code of the language it is in, if that can be told and matters: where it promises an element.
    pub language: Option<&'static str>,
    /// True if what it holds cannot be told: it is in a language in which no element has a title, nor hardly any word is known.
    pub is_unread: bool,
    /// True if hardly any word of its language is known, where it promises an element.
    pub is_foreign: bool,
    /// What promises an element, and whether it keeps the promise.
    pub evidence: Vec<Evidence>,
    /// The first place of each part of an element that the text speaks of: number of the element and of the part.
    pub parts: Vec<(usize, usize, Place)>,
    /// Paths that it links to, where it holds an element.
    pub links: Vec<Arc<str>>,
    /// What it calls documents that may be a part of an element, in small letters, where it holds one.
    pub names: Vec<Arc<str>>,
    /// Numbers of the elements of which its title may be a part: it counts where a document that holds one links to it.
    pub joins: Vec<usize>,
    /// Numbers of the topics that the document should speak of and does not.
    pub silent: Vec<usize>,
    /// Numbers of those that it should speak of and does.
    pub addressed: Vec<usize>,
    /// Numbers of the documents to be kept that this one is.
    pub kept: Vec<usize>,
    /// What the document says that it satisfies.
    pub declarations: Vec<Declaration>,
}

/// A title, heading or name that promises an element.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Number of the element.
    pub element: usize,
    /// Where the promise is made.
    pub form: Form,
    /// Whether it is kept.
    pub standing: Standing,
    /// The title or heading, or the start of a document that only its name speaks for.
    pub label: Label,
    /// Words in the sentences of the document or section.
    pub words: usize,
}

/// Where a promise is made, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// A declaration of the document itself.
    Declaration,
    /// The title or the first heading.
    Title,
    /// The name of the file.
    Name,
    /// A heading inside the document.
    Section,
    /// What a text says, under a title or heading that leaves open what it is about.
    Text,
}

impl Form {
    /// Words in sentences that keep such a promise at least: three short sentences, or more below a heading, which alone
    /// promises less.
    #[must_use]
    pub const fn least(self) -> usize {
        if matches!(self, Self::Section) { 30 } else { 20 }
    }

    /// The word for it in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Declaration => "declaration",
            Self::Title => "title",
            Self::Name => "file-name",
            Self::Section => "section",
            Self::Text => "text",
        }
    }
}

/// Whether a promise is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// There is substance behind it.
    Kept,
    /// It says that it is a draft, which nobody has put in force.
    Draft,
    /// Too little text.
    Thin,
    /// The text says that it is still to be written.
    Unwritten,
    /// It is a form with blanks that others fill in.
    Template,
    /// It says, or its folder does, that it is no longer in force.
    Retired,
    /// The text only says where the matter stands.
    Pointing,
    /// It is a contract or a tender, or was written by somebody else.
    Foreign,
    /// The text lacks what the title leaves open; with what that is, in words that follow "but".
    Unrelated(&'static str),
    /// The text is about something else of the same name; with what it is, in words that follow "but".
    Other(&'static str),
    /// The text tells how such a thing is written or learned.
    Explaining,
    /// The text tells what happened, what is planned or what somebody thinks.
    Aside,
}

/// "This document satisfies clause 8.7.3.1 of ISO/IEC 20000-1:2018."
#[derive(Clone, Debug)]
pub struct Declaration {
    /// The standard as written; empty if none is named.
    pub standard: String,
    /// The clause as written.
    pub clause: String,
    /// Where it stands.
    pub label: Label,
    /// What is wrong with it.
    pub fault: Option<Misdeclared>,
    /// True if the document behind it has no substance.
    pub is_empty: bool,
}

/// What is wrong with a declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misdeclared {
    /// The key has a value of another shape.
    Shape,
    /// The standard is none that is known.
    Standard,
    /// The edition has no such clause.
    Clause,
}

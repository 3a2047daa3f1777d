//! The nouns of checks that look for what a set of documents must hold, as the build script writes them.
//!
//! Phrases are in small letters; "..." in one stands for a few words between, "*" at the end of a word for any ending.

use crate::list::List;

/// Phrases with the code of their language, which count in texts that may be in it.
pub type ByLanguage = &'static [(&'static str, List)];

/// An element of a management system that a document or a section of one satisfies.
#[derive(Debug, PartialEq, Eq)]
pub struct Element {
    /// Short name, as configurations and tables have it.
    pub id: &'static str,
    /// The clause of ISO/IEC 20000-1:2018 that demands it.
    pub clause: &'static str,
    /// What it is, with its article.
    pub name: &'static str,
    /// Phrases of a title, heading or file name that promise it.
    pub titles: List,
    /// Phrases of a title that promise it if the text has one of `needs`.
    pub weak: List,
    /// Phrases of the same title that make a weak one count.
    pub kinds: List,
    /// Phrases of the text that make a weak title count.
    pub needs: List,
    /// True if two of them must stand in sentences apart: words that a text may use for something else.
    pub apart: bool,
    /// Phrases of which one is enough, where it stands in a sentence of the text or in the title; without any, one of `needs`
    /// is, wherever it stands.
    pub proves: List,
    /// Phrases of a title that promise it if the text speaks of its matter, `matter`, twice.
    pub broad: List,
    /// The same for phrases that are all of a title, and once.
    pub bare: List,
    /// Phrases of the text by which such a title is known to mean it.
    pub matter: List,
    /// True if several short sections of one document, each of which promises it, are one together.
    pub gathers: bool,
    /// Phrases of labels inside a policy, each of which is about one of its topics.
    pub topics: List,
    /// Phrases of the title of a document that belongs to it where a document that satisfies it links there.
    pub joins: List,
    /// What a text under a weak title lacks that has none of `needs`, in words that follow "but".
    pub lacks: &'static str,
    /// What a text under a broad title lacks that does not speak of its matter, in words that follow "but".
    pub matters: &'static str,
    /// Phrases of a title that make it the title of something else.
    pub unless: List,
    /// True if a date in the title shows that it is the report of one case.
    pub undated: bool,
    /// Phrases of the text that show that it is something else.
    pub refuses: List,
    /// What such a text is, in words that follow "but".
    pub refusal: &'static str,
    /// Phrases with which cells begin that make a table the element, whatever it is called.
    pub rows: List,
}

/// What a complete element speaks of.
#[derive(Debug, PartialEq, Eq)]
pub struct Parts {
    /// Id of the element.
    pub element: &'static str,
    /// True if the parts may stand in any document of the set, not only in those that satisfy the element.
    pub anywhere: bool,
    /// The parts, in the order of the standard.
    pub parts: &'static [Part],
}

/// One thing that an element speaks of.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub name: &'static str,
    /// Phrases of which the text has one.
    pub words: ByLanguage,
    /// Phrases that count only where one of `with` stands beside them: words of every day.
    pub weak: ByLanguage,
    /// Phrases of the same sentence, or of what stands above an entry of a list, that make a weak one count.
    pub with: ByLanguage,
    /// True if these may stand anywhere below the same heading.
    pub wide: bool,
    /// Fixed phrases in which such words mean something else: "where applicable", "code review".
    pub never: List,
    /// Phrases of the same sentence that show that something else is meant.
    pub unless: List,
    /// Phrases of a title that stand for it where the text has one of each group of `beside`: abbreviations, mostly.
    pub titles: List,
    /// Groups of phrases that show what such a title means.
    pub beside: &'static [List],
}

/// A topic that documents of a kind must not leave out.
#[derive(Debug, PartialEq, Eq)]
pub struct Topic {
    /// Phrases of the titles of such documents.
    pub titles: List,
    /// Phrases of a title that make it the title of something else.
    pub unless: List,
    /// Phrases of which the text must have one for the topic to matter; without any it always does.
    pub when: List,
    /// True if a phrase that its clause denies does not count.
    pub affirmed: bool,
    /// Fixed phrases in which such words mean something else, or leave it open: "climate control".
    pub never: List,
    /// Groups of phrases: the topic is there if the text has one of each group.
    pub needs: &'static [List],
}

/// A document that a management system keeps.
#[derive(Debug, PartialEq, Eq)]
pub struct Kept {
    /// What it is.
    pub name: &'static str,
    /// Phrases of its title.
    pub titles: List,
    /// Phrases of a title that make it the title of something else.
    pub unless: List,
}

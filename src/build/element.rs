//! The shapes of checks that look for elements, and their constants.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::code::Code;
use crate::emit;

/// Phrases by the code of their language.
type Words = BTreeMap<Code, Vec<String>>;

/// An element of a management system and what satisfies it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Element {
    element: String,
    clause: String,
    name: String,
    titles: Words,
    #[serde(default)]
    weak: Words,
    #[serde(default)]
    kinds: Words,
    #[serde(default)]
    needs: Words,
    #[serde(default)]
    apart: bool,
    #[serde(default)]
    proves: Words,
    #[serde(default)]
    broad: Words,
    #[serde(default)]
    bare: Words,
    #[serde(default)]
    matter: Words,
    #[serde(default)]
    gathers: bool,
    #[serde(default)]
    topics: Words,
    #[serde(default)]
    joins: Words,
    lacks: String,
    #[serde(default)]
    matters: String,
    #[serde(default)]
    undated: bool,
    #[serde(default)]
    unless: Words,
    #[serde(default)]
    refuses: Words,
    #[serde(default)]
    refusal: String,
    #[serde(default)]
    rows: Words,
}

/// What a complete element speaks of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parts {
    element: String,
    #[serde(default)]
    anywhere: bool,
    /// Phrases that make the weak ones of every part count.
    #[serde(default)]
    with: Words,
    parts: Vec<Part>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    name: String,
    words: Words,
    #[serde(default)]
    weak: Words,
    #[serde(default)]
    with: Words,
    /// True if only its own phrases make the weak ones count, not those of every part.
    #[serde(default)]
    alone: bool,
    /// True if they may stand anywhere below the same heading.
    #[serde(default)]
    wide: bool,
    #[serde(default)]
    never: Words,
    #[serde(default)]
    unless: Words,
    #[serde(default)]
    titles: Words,
    #[serde(default)]
    beside: Vec<Words>,
}

/// A topic that documents of a kind must not leave out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    titles: Words,
    #[serde(default)]
    unless: Words,
    #[serde(default)]
    when: Words,
    #[serde(default)]
    affirmed: bool,
    #[serde(default)]
    never: Words,
    needs: Vec<Words>,
}

/// A document that a management system keeps.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    name: String,
    titles: Words,
    #[serde(default)]
    unless: Words,
}

impl Element {
    pub fn show(&self) -> String {
        format!(
            "&Element {{ id: {:?}, clause: {:?}, name: {:?}, titles: {}, weak: {}, kinds: {}, needs: {}, apart: {}, proves: {}, broad: {}, bare: {}, matter: {}, gathers: {}, topics: {}, joins: {}, lacks: {:?}, matters: {:?}, undated: {}, unless: {}, refuses: {}, refusal: {:?}, rows: {} }}",
            self.element,
            self.clause,
            self.name,
            phrases(&self.titles),
            phrases(&self.weak),
            phrases(&self.kinds),
            phrases(&self.needs),
            self.apart,
            phrases(&self.proves),
            phrases(&self.broad),
            phrases(&self.bare),
            phrases(&self.matter),
            self.gathers,
            phrases(&self.topics),
            phrases(&self.joins),
            self.lacks,
            self.matters,
            self.undated,
            phrases(&self.unless),
            phrases(&self.refuses),
            self.refusal,
            phrases(&self.rows)
        )
    }
}

impl Part {
    fn lists(&self) -> impl Iterator<Item = &Words> {
        let own = [&self.words, &self.weak, &self.with, &self.never, &self.unless, &self.titles];
        own.into_iter().chain(&self.beside)
    }
}

impl Parts {
    /// What makes the weak phrases of a part count: its own and, unless it stands alone, those of all parts.
    fn with_of(&self, part: &Part) -> Words {
        let mut all = if part.alone { Words::new() } else { self.with.clone() };
        part.with.iter().for_each(|(code, own)| all.entry(code.clone()).or_default().extend_from_slice(own));
        all
    }

    pub fn show(&self) -> String {
        let part = |one: &Part| {
            format!(
                "Part {{ name: {:?}, words: {}, weak: {}, with: {}, wide: {}, never: {}, unless: {}, titles: {}, beside: {} }}",
                one.name,
                by_language(&one.words),
                by_language(&one.weak),
                by_language(&self.with_of(one)),
                one.wide,
                phrases(&one.never),
                phrases(&one.unless),
                phrases(&one.titles),
                emit::list(&one.beside, phrases)
            )
        };
        let parts = emit::list(&self.parts, part);
        format!("&Parts {{ element: {:?}, anywhere: {}, parts: {parts} }}", self.element, self.anywhere)
    }
}

impl Topic {
    pub fn show(&self) -> String {
        format!(
            "&Topic {{ titles: {}, unless: {}, when: {}, affirmed: {}, never: {}, needs: {} }}",
            phrases(&self.titles),
            phrases(&self.unless),
            phrases(&self.when),
            self.affirmed,
            phrases(&self.never),
            emit::list(&self.needs, phrases)
        )
    }
}

pub fn show_kept(kept: &[Kept]) -> String {
    let show = |one: &Kept| {
        let (titles, unless) = (phrases(&one.titles), phrases(&one.unless));
        format!("Kept {{ name: {:?}, titles: {titles}, unless: {unless} }}", one.name)
    };
    emit::list(kept, show)
}

/// The phrases of each language, where those of others would say something else.
fn by_language(words: &Words) -> String {
    let one = |(code, own): (&Code, &Vec<String>)| {
        format!("({:?}, {})", code.0, phrases(&Words::from([(code.clone(), own.clone())])))
    };
    emit::list(&words.iter().map(one).collect::<Vec<_>>(), Clone::clone)
}

/// The phrases of all languages; nobody asks which language a document is in.
fn phrases(words: &Words) -> String {
    let mut all: Vec<String> = words.values().flatten().map(|phrase| phrase.to_lowercase()).collect();
    all.sort();
    all.dedup();
    emit::phrases(&all)
}

/// Why a phrase cannot be looked for.
pub fn fault(phrase: &str) -> Option<String> {
    let is_empty = |part: &str| part.trim_matches(['*', ' ']).is_empty();
    let inside = phrase.trim_end_matches('*').split('*').skip(1);
    if phrase.split("...").any(is_empty) {
        return Some(format!("the phrase {phrase:?} has an empty part"));
    }
    inside.into_iter().any(|behind| !behind.starts_with(' ')).then(|| format!("in {phrase:?} a * stands inside a word"))
}

/// Every phrase of a check, to be tested.
pub trait Phrases {
    fn all(&self) -> Vec<&String>;
}

impl Phrases for Element {
    fn all(&self) -> Vec<&String> {
        let titles = [&self.titles, &self.weak, &self.broad, &self.bare, &self.kinds, &self.unless, &self.joins];
        let texts = [&self.needs, &self.proves, &self.matter, &self.refuses, &self.rows, &self.topics];
        titles.into_iter().chain(texts).flat_map(BTreeMap::values).flatten().collect()
    }
}

impl Phrases for Parts {
    fn all(&self) -> Vec<&String> {
        let words = self.parts.iter().flat_map(Part::lists).chain([&self.with]);
        words.flat_map(BTreeMap::values).flatten().collect()
    }
}

impl Phrases for Topic {
    fn all(&self) -> Vec<&String> {
        let single = [&self.titles, &self.unless, &self.when, &self.never];
        single.into_iter().chain(&self.needs).flat_map(BTreeMap::values).flatten().collect()
    }
}

impl Phrases for Vec<Kept> {
    fn all(&self) -> Vec<&String> {
        self.iter().flat_map(|one| one.titles.values().chain(one.unless.values())).flatten().collect()
    }
}

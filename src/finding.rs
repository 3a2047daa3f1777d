//! finding: what sms-lint says of a document, and in which order.

use std::hash::Hasher;
use std::sync::Arc;

use siphasher::sip::SipHasher24;
use smallvec::SmallVec;

use crate::source::{Excerpt, Place, Position, SourceFile, Span};

/// How grave a finding is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Advice,
    /// Should be mended.
    Warning,
    /// Must be mended.
    Error,
}

impl Severity {
    /// All of them, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Advice];

    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A place with its text and the lines around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// The text at the place, as written.
    pub text: String,
    /// The lines around it.
    pub excerpt: Excerpt,
}

impl Label {
    /// The label of a stretch of a text, which stands at `place`.
    #[must_use]
    pub fn of(source: &SourceFile<'_>, span: Span, place: Place) -> Self {
        let excerpt = source.excerpt(span, place.start.line);
        Self { text: source.text[span.start..span.end].to_owned(), excerpt, place }
    }
}

/// What a citation in a finding denotes; the contract of the JSON report.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Cited {
    /// Designation without type and year: `ISO/IEC 20000-9`.
    pub standard: String,
    /// Year of the ISO edition, for an adoption of the one it adopts; for an unknown edition as written.
    pub edition: Option<String>,
    /// Clause or control, if one is named.
    pub clause: Option<String>,
    /// Status on the day of the report.
    pub status: &'static str,
    /// The national or regional adoption by which it is cited.
    pub adoption: Option<String>,
    /// Designations of what took its place.
    pub successors: Vec<String>,
}

/// How another place belongs to a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same is wrong there.
    Again,
    /// What stands there binds a number to its standard.
    Binder,
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// How it belongs to it.
    pub relation: Relation,
    /// Where.
    pub place: Place,
    /// What is said of it; places of which the same is said share it.
    pub words: Arc<str>,
}

/// What a rule says; findings that say the same share it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What is wrong.
    pub message: String,
    /// Why, in the words under the marked text.
    pub label: String,
    /// What to do.
    pub help: String,
    /// A page that says more.
    pub url: String,
    /// What is cited, if it is about a citation.
    pub cited: Option<Cited>,
}

/// How sure it is that a fix keeps the meaning of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Safety {
    /// The text was mistaken and says what was meant afterwards.
    Safe,
    /// The text says something else afterwards; somebody must read it.
    Unsafe,
}

/// A change of one stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; nothing is if it is empty.
    pub place: Place,
    /// What stands there now; where it does not, nothing is changed.
    pub was: String,
    /// What stands there afterwards.
    pub text: String,
}

/// Changes that mend a finding, made together or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whether it keeps the meaning.
    pub safety: Safety,
    /// What it does, in the imperative.
    pub words: String,
    /// The changes, sorted by place; none overlaps another.
    pub edits: Vec<Edit>,
}

/// One thing that is wrong, at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Id of the rule.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What the rule says.
    pub said: Arc<Statement>,
    /// The place it is about; findings and facts that are about the same share it.
    pub primary: Arc<Label>,
    /// Other places, in this document or others, sorted.
    pub related: Vec<Related>,
    /// How it can be mended without a person, if it can.
    pub fix: Option<Fix>,
    /// Hash of the sentence around the place, blanks and markup apart; it survives moved lines. Nothing if the finding
    /// is about the whole set and its place only the first of many.
    pub sentence: Option<u64>,
}

/// By what a finding is suppressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Suppressor {
    /// A comment in the document.
    Comment,
    /// An entry of `allow` in the configuration.
    Allow,
    /// An entry of `per-path` in the configuration.
    PerPath,
}

/// A finding that somebody has suppressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppressed {
    /// What is suppressed.
    pub finding: Finding,
    /// By what.
    pub by: Suppressor,
    /// Why, in the words of whoever did it; empty if no reason is given.
    pub because: String,
    /// The last day on which it counts.
    pub until: Option<jiff::civil::Date>,
    /// Where that is said.
    pub at: Place,
}

/// A mention of an old standard that is history, with the reason why it is taken as such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledged {
    /// What would have been found.
    pub finding: Finding,
    /// Why it is history.
    pub because: String,
}

/// How long most sentences are at most, in bytes.
const SENTENCE: usize = 256;

/// A hash of words that is the same in every version of the program and on every machine; blanks do not count.
#[must_use]
pub fn hash(text: &str) -> u64 {
    let text = text.trim_ascii().as_bytes();
    let next = text.get(1..).unwrap_or_default();
    // Without an early end the loops are vectorised. In most sentences one sign alone parts two words.
    let is_doubled = |one: &u8, next: &u8| one.is_ascii_whitespace() & next.is_ascii_whitespace();
    let mut words: SmallVec<[u8; SENTENCE]> = SmallVec::with_capacity(text.len() + 1);
    if text.iter().zip(next).fold(false, |any, (one, next)| any | is_doubled(one, next)) {
        for word in text.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()) {
            words.extend_from_slice(word);
            words.push(b' ');
        }
    } else if !text.is_empty() {
        words.extend_from_slice(text);
        words.iter_mut().for_each(|byte| *byte = if byte.is_ascii_whitespace() { b' ' } else { *byte });
        words.push(b' ');
    }
    let mut hasher = SipHasher24::new();
    hasher.write(&words);
    hasher.finish()
}

impl Cited {
    /// The normal form, which does not change when a standard gets a successor: `ISO/IEC 27001:2013, A.12.6.1`.
    #[must_use]
    pub fn normal(&self) -> String {
        let mut normal = self.standard.clone();
        for (sign, part) in [(":", &self.edition), (", ", &self.clause), (" as ", &self.adoption)] {
            if let Some(part) = part {
                normal += sign;
                normal += part;
            }
        }
        normal
    }
}

impl Finding {
    /// By what the finding is known again in later runs, in 16 hexadecimal digits: its rule, the normal form of its
    /// citation and the hash of its sentence. Neither lines nor paths count, so findings that are alike share it.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let cited = self.said.cited.as_ref().map(Cited::normal).unwrap_or_default();
        let sentence = self.sentence.map(|hash| format!("{hash:016x}")).unwrap_or_default();
        format!("{:016x}", hash(&format!("{}\n{cited}\n{sentence}", self.rule)))
    }

    /// By what reports are sorted: path, then place, then rule. Findings are large: sort them by keys that are kept.
    #[must_use]
    pub fn key(&self) -> ([u128; 2], Place, &'static str) {
        (self.primary.place.head(), self.primary.place.clone(), self.rule)
    }
}

/// A file or folder that was not read, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// Path as reports show it.
    pub path: String,
    /// Why.
    pub reason: String,
    /// True if that is an error of sms-lint and no property of the file.
    pub is_ours: bool,
}

impl Skipped {
    /// A file or folder that gives a reason not to read it.
    #[must_use]
    pub fn new(path: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { path: path.into(), reason: reason.into(), is_ours: false }
    }
}

/// What people should know of a document that was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// Path as reports show it.
    pub path: String,
    /// Where in the document.
    pub at: Position,
    /// What there is to know.
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_hash_is_that_of_the_words_one_by_one(text in "[ab.\u{1}é\u{a0}]{0,3}([ \n\t\r\u{b}\u{c}]{0,2}[ab.\u{1}é\u{a0}]{0,9}){0,9}") {
            let words: String = text.split_ascii_whitespace().flat_map(|word| [word, " "]).collect();
            let mut hasher = SipHasher24::new();
            hasher.write(words.as_bytes());
            prop_assert_eq!(hash(&text), hasher.finish());
        }
    }

    #[test]
    fn hashes_stay_as_they_are_written_in_files() {
        assert_eq!(hash("Controls follow\n  ISO/IEC 27001:2013."), hash("Controls follow ISO/IEC 27001:2013."));
        assert_ne!(hash("a b"), hash("ab"));
        assert_eq!(hash("Controls follow ISO/IEC 27001:2013."), 9_500_161_800_635_123_458);
        for (text, same) in [(" a b ", "a\tb"), ("a b", "a  b"), ("a b", "\na\r\nb\x0C"), ("", " \n")] {
            assert_eq!(hash(text), hash(same), "{text:?}");
        }
        assert_ne!(hash(""), hash("a"));
    }
}

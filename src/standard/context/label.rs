//! Headings and cells that are made of a cue as a whole.

use super::cue::{Cue, LABELS_BY_FIRST, LABELS_BY_LAST, Scope, bounded, cues, folded};
use super::lexicon::AGENTS;
use super::word::{is_document, is_preposition, is_small_word};

/// Longest heading, cell or label that is compared with cues, in bytes.
pub(super) const LABEL: usize = 80;

/// Most words of a heading that only begins or ends with a cue.
const LABEL_WORDS: usize = 5;

/// A cue of one part that is compared with whole labels.
pub(super) struct LabelCue {
    /// The byte that a label which is made of it has at the same end.
    pub byte: u8,
    /// The length of its words, in bytes.
    pub length: u8,
    /// The cue is of several words, so that it may be a part of a label without saying something else.
    pub several: bool,
    /// Its place among all cues.
    pub at: u16,
}

impl LabelCue {
    fn cue(&self) -> &'static Cue {
        &cues()[usize::from(self.at)]
    }
}

/// Cues by their scope and then by a byte at one end.
pub(super) struct ByEnd {
    /// For each scope a bit for each byte that one of its cues has there.
    pub bytes: &'static [[u64; 4]],
    /// Where the cues of each scope begin, and where the last end.
    pub starts: &'static [u16],
    /// The cues, sorted by both, those of one byte in the order of the data.
    pub cues: &'static [LabelCue],
}

impl ByEnd {
    /// Those of a scope that have a byte at this end.
    fn with_byte(&self, scope: Scope, byte: u8) -> &'static [LabelCue] {
        let (own, bit) = (scope as usize, usize::from(byte));
        if self.bytes.get(own).is_none_or(|bits| bits[bit / 64] >> (bit % 64) & 1 == 0) {
            return &[];
        }
        let cues = &self.cues[usize::from(self.starts[own])..usize::from(self.starts[own + 1])];
        let from = &cues[cues.partition_point(|one| one.byte < byte)..];
        &from[..from.iter().take_while(|one| one.byte == byte).count()]
    }
}

/// A heading or cell without its number, signs and closing colon, in small letters.
pub(super) struct Label(String);

impl Label {
    /// The label that a text is; nothing if it is a long text.
    pub(super) fn of(text: &str) -> Option<Self> {
        let trimmed = trimmed(text);
        (!trimmed.is_empty() && trimmed.len() <= LABEL).then(|| Self(folded(trimmed)))
    }

    /// The cue of a scope that the label is, or else is made of, the first in the order of the data.
    pub(super) fn cue(&self, scope: Scope, without: Option<usize>) -> Option<&'static Cue> {
        let is_short = scope == Scope::Heading && self.0.split_whitespace().count() <= LABEL_WORDS;
        let whole = self.first((scope, false), without, |one| self.0 == one.cue().first());
        whole.or_else(|| self.first((scope, is_short), without, |cue| self.is_made_of(cue, is_short)))
    }

    /// The cue of a heading that the label begins with and that goes on with "of", "for" and such: it may be about
    /// something else than the document, "change history of configuration items".
    pub(super) fn beginning(&self, without: Option<usize>) -> Option<&'static Cue> {
        let begins = |one: &LabelCue| one.several && going_on(&self.0, one.cue().first()).is_some();
        self.first((Scope::Heading, false), without, begins)
    }

    /// True if the words behind a cue with an open end name nothing but standards, their parts or certificates.
    pub(super) fn is_of_standards(&self, cue: &Cue) -> bool {
        let rest = self.0.strip_prefix(cue.first()).unwrap_or_default();
        let rest = rest.trim_start_matches(char::is_alphabetic);
        // "Ersatt av" leads to what took the place.
        let last = rest.split_whitespace().next_back().unwrap_or_default();
        if AGENTS.contains(last) || (cue.scope == Scope::State && is_preposition(last)) {
            return false;
        }
        rest.split(|one: char| !one.is_alphanumeric())
            .all(|word| word.is_empty() || is_small_word(word) || is_document(word))
    }

    /// The first cue of a scope that fits, of those that the label begins with, or also of those that it ends with.
    fn first(
        &self,
        (scope, or_ends): (Scope, bool),
        without: Option<usize>,
        fits: impl Fn(&LabelCue) -> bool,
    ) -> Option<&'static Cue> {
        let (first, last) = (self.0.bytes().next()?, self.0.bytes().next_back()?);
        let is_long = |one: &LabelCue| usize::from(one.length) > self.0.len();
        let fits = |one: &&LabelCue| !is_long(one) && Some(usize::from(one.at)) != without && fits(one);
        let found = |all: &ByEnd, byte| all.with_byte(scope, byte).iter().find(fits);
        let begun = found(&LABELS_BY_FIRST, first);
        let ended = if or_ends { found(&LABELS_BY_LAST, last) } else { None };
        begun.into_iter().chain(ended).min_by_key(|one| one.at).map(LabelCue::cue)
    }

    fn is_made_of(&self, cue: &LabelCue, is_short: bool) -> bool {
        let (label, words) = (&self.0, cue.cue().first());
        label == words
            || (cue.cue().open_end && label.starts_with(words))
            || (is_short && cue.several && ends_label(label, words))
    }
}

/// True if a heading ends with words of their own, or begins with them and goes on with "of", "for" and such and the
/// name of the document.
fn ends_label(label: &str, words: &str) -> bool {
    let last = label.strip_suffix(words).is_some_and(|head| bounded(label, &(head.len()..label.len()), false));
    last || going_on(label, words).is_some_and(names_document)
}

/// What stands behind the words that a label begins with, if that is a preposition with its noun.
fn going_on<'a>(label: &'a str, words: &str) -> Option<&'a str> {
    let rest = label.strip_prefix(words)?;
    rest.split_whitespace().next().is_some_and(is_preposition).then_some(rest)
}

/// True if a heading names the document that it stands in, or a standard by its number.
fn names_document(text: &str) -> bool {
    let mut words = text.split(|one: char| !one.is_alphanumeric());
    text.contains(|one: char| one.is_ascii_digit()) || words.any(is_document)
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|one: char| !one.is_alphabetic())
}

/// The words of a label as a reason quotes them.
pub(super) fn shown<'a>(text: &'a str, cue: &'a Cue) -> &'a str {
    let trimmed = trimmed(text);
    if trimmed.contains('\n') { cue.words() } else { trimmed }
}

//! Headings and cells that are made of a cue as a whole.

use std::sync::OnceLock;

use super::cue::{Cue, Scope, bounded, cues, folded, is_joined_script};
use super::lexicon::AGENTS;
use super::word::{is_document, is_preposition, is_small_word};

/// Longest heading, cell or label that is compared with cues, in bytes.
pub(super) const LABEL: usize = 80;

/// Most words of a heading that only begins or ends with a cue.
const LABEL_WORDS: usize = 5;

/// A cue of one part that is compared with whole labels.
struct LabelCue {
    at: usize,
    words: &'static str,
    /// The cue is of several words, so that it may be a part of a label without saying something else.
    several: bool,
}

/// The cues of one scope, each by a byte that a label which is made of it has at the same end.
struct ByByte {
    /// Sorted by the byte, those of one byte in the order of the data.
    cues: Vec<LabelCue>,
    /// Where those of each byte begin, and where the last end.
    from: [u16; 257],
}

impl ByByte {
    fn new(cues: &[(usize, &'static str)], byte: impl Fn(&str) -> u8) -> Self {
        let mut sorted = cues.to_vec();
        sorted.sort_by_key(|(_, words)| byte(words));
        let before = |end: usize| sorted.partition_point(|(_, words)| usize::from(byte(words)) < end);
        let from = std::array::from_fn(|end| before(end) as u16);
        let several =
            |words: &str| words.contains(' ') || words.chars().filter(|one| is_joined_script(*one)).count() > 3;
        let cue = |(at, words)| LabelCue { at, words, several: several(words) };
        Self { from, cues: sorted.into_iter().map(cue).collect() }
    }

    fn of(&self, byte: u8) -> &[LabelCue] {
        let byte = usize::from(byte);
        &self.cues[usize::from(self.from[byte])..usize::from(self.from[byte + 1])]
    }
}

/// The cues of one scope by their first and by their last byte: a label that a cue is made of begins or ends with it.
struct LabelCues {
    by_first: ByByte,
    by_last: ByByte,
}

/// How many scopes there are.
const SCOPES: usize = Scope::UseOf as usize + 1;

/// The cues of one part by their scope, each put together when it is first asked for: most documents need few.
static LABEL_CUES: [OnceLock<Option<LabelCues>>; SCOPES] = [const { OnceLock::new() }; SCOPES];

/// The cues of one part of a scope; nothing if it has none.
fn label_cues(scope: Scope) -> Option<&'static LabelCues> {
    let sorted = || {
        let of_scope = cues().iter().enumerate().filter(|(_, cue)| cue.scope == scope && scope.is_of_labels());
        let cues: Vec<(usize, &'static str)> =
            of_scope.filter(|&(_at, cue)| cue.is_single()).map(|(at, cue)| (at, cue.first())).collect();
        let by_first = || ByByte::new(&cues, |words| words.as_bytes()[0]);
        let by_last = || ByByte::new(&cues, |words| words.as_bytes()[words.len() - 1]);
        (!cues.is_empty()).then(|| LabelCues { by_first: by_first(), by_last: by_last() })
    };
    LABEL_CUES[scope as usize].get_or_init(sorted).as_ref()
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
        let whole = self.first((scope, false), without, |cue| self.0 == cue.words);
        whole.or_else(|| self.first((scope, is_short), without, |cue| self.is_made_of(cue, is_short)))
    }

    /// The cue of a heading that the label begins with and that goes on with "of", "for" and such: it may be about
    /// something else than the document, "change history of configuration items".
    pub(super) fn beginning(&self, without: Option<usize>) -> Option<&'static Cue> {
        let begins = |cue: &LabelCue| cue.several && going_on(&self.0, cue.words).is_some();
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
        let own = label_cues(scope)?;
        let (first, last) = (self.0.bytes().next()?, self.0.bytes().next_back()?);
        let found = |list: &[LabelCue]| list.iter().find(|one| Some(one.at) != without && fits(one)).map(|one| one.at);
        let begun = found(own.by_first.of(first));
        let ended = if or_ends { found(own.by_last.of(last)) } else { None };
        begun.into_iter().chain(ended).min().map(|at| &cues()[at])
    }

    fn is_made_of(&self, cue: &LabelCue, is_short: bool) -> bool {
        let (label, words) = (&self.0, cue.words);
        label == words
            || (cues()[cue.at].open_end && label.starts_with(words))
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

//! Whether a text begins by saying that the document that its heading names is not there.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::plan::{OWN, plan};
use super::super::seen::seen_in;
use super::super::substance::{count_words, is_of_document, sentence_around};
use super::super::told;
use super::Surveyor;
use super::evidence::SHORT;
use crate::document::Kind;
use crate::list::List;
use crate::rule::element::Element;
use crate::rule::lexicon::{Lexicon, folded, is_joined};
use crate::rule::words::{DOCUMENT_NAMES, NOT_THERE, NOT_YET_THERE, PROCEDURES, THERE_FILLERS, THERE_IS, THERE_IS_NOT};

/// The longest sentence that says nothing but that a document is not there, in bytes.
const LONG: usize = 240;

/// What stands for a few words in a name.
const GAP: &str = "...";

/// The shortest piece of a name that may stand beside such words, in bytes.
const PIECE: usize = 8;

const ABSENT: usize = 0;
const TO_COME: usize = 1;
const IS: usize = 2;
const NOT: usize = 3;
const DOCUMENT: usize = 4;
const LISTS: usize = 6;

static WORDS: LazyLock<Lexicon> = LazyLock::new(|| {
    let documents = List::keep(DOCUMENT_NAMES.iter().chain(PROCEDURES));
    Lexicon::new(&[NOT_THERE, NOT_YET_THERE, THERE_IS, THERE_IS_NOT, documents, THERE_FILLERS])
});

/// The list of the names that leave nothing open; the others may be those of a matter.
const TITLES: usize = 0;

/// Names of the documents of each element, in pieces where anything may stand between them.
static NAMES: LazyLock<Vec<Lexicon>> = LazyLock::new(|| {
    let names = |one: &&Element| {
        let is_whole = |name: &&'static str| !name.contains(GAP);
        let pieces = |name: &&'static str| {
            let is_whole = is_whole(name);
            let all: Vec<&'static str> = name.split(GAP).map(str::trim).collect();
            all.into_iter().filter(move |piece| is_whole || piece.len() >= PIECE)
        };
        let titles = List::keep(told::titles(one).iter().filter(is_whole));
        let all: Vec<&str> = [told::titles(one), one.weak, one.broad, one.bare].into_iter().flatten().collect();
        Lexicon::new(&[titles, List::keep(all.iter().flat_map(pieces))])
    };
    plan().elements.iter().map(names).collect()
});

/// The words of a sentence by which it says that something is not there, and which of its bytes they take.
struct Words {
    text: String,
    is_covered: Vec<bool>,
    has: [bool; LISTS],
    /// Where words for documents stand.
    documents: Vec<Range<usize>>,
}

impl Words {
    fn of(sentence: &str) -> Self {
        let text = folded(sentence);
        let (mut is_covered, mut has) = (vec![false; text.len()], [false; LISTS]);
        let mut documents: Vec<Range<usize>> = Vec::new();
        WORDS.each(&text, |list, range| {
            has[list] = true;
            is_covered[range.clone()].fill(true);
            if list == DOCUMENT {
                match documents.last_mut().filter(|last| range.start < last.end) {
                    Some(last) => last.end = last.end.max(range.end),
                    None => documents.push(range),
                }
            }
        });
        Self { text, is_covered, has, documents }
    }

    /// True if they deny that something is there, or say that it is to come and are believed.
    fn deny(&self, is_short: bool) -> bool {
        self.has[ABSENT] || self.has[NOT] && self.has[IS] || self.has[TO_COME] && is_short
    }

    /// True if nothing else is said but that the document of an element is not there; `is_in_head` tells what its heading names.
    fn say_only(mut self, element: usize, is_in_head: &dyn Fn(&str) -> bool) -> bool {
        let (mut is_named, mut is_titled, mut is_whole) = (false, false, false);
        NAMES[element].each(&self.text, |list, range| {
            is_named = true;
            is_titled |= list == TITLES;
            is_whole |= self.documents.first().is_some_and(|one| range.start < one.end && one.start < range.end);
            let end = end_of_word(&self.text, range.end);
            self.is_covered[range.start..end].fill(true);
        });
        // "There is no manual for this policy" speaks of another document, "no security without rules" of none.
        let is_meant = match self.documents.as_slice() {
            [] => !is_named || is_titled && !plan().elements[element].undated,
            [one] => is_whole || is_named && plan().elements[element].undated || is_in_head(&self.text[one.clone()]),
            _ => false,
        };
        is_meant && self.text.char_indices().all(|(at, one)| !one.is_alphabetic() || self.is_covered[at])
    }
}

/// A sentence up to what begins another thought: in scripts without spaces a comma does, for lists have a sign of their own.
fn first_clause(sentence: &str) -> &str {
    let ends = |at: usize, one: char| match one {
        ';' | '；' | '，' => true,
        ',' => sentence[..at].ends_with(is_joined),
        _ => false,
    };
    let end = sentence.char_indices().find(|(at, one)| ends(*at, *one));
    end.map_or(sentence, |(at, _)| &sentence[..at])
}

fn end_of_word(text: &str, from: usize) -> usize {
    let is_open = text[..from].ends_with(|one: char| one.is_ascii_alphabetic());
    let rest = text[from..].find(|one: char| !one.is_alphabetic());
    if is_open { rest.map_or(text.len(), |end| from + end) } else { from }
}

impl Surveyor<'_> {
    /// True if the first sentence below a heading or of a document says, and nothing else, that the document of the element is
    /// not there: "There is no information security policy at present."
    pub(super) fn says_absent(&self, element: usize, extent: &Range<usize>) -> bool {
        let Some(at) = self.first_text(element, extent) else { return false };
        let text = self.blocks[at].prose.text();
        let sentence = first_clause(&text[sentence_around(text, &(0..0))]);
        if sentence.len() > LONG {
            return false;
        }
        let words = Words::of(sentence);
        let heads = || (extent.start.saturating_sub(1)..at).map(|above| folded(self.blocks[above].prose.text()));
        let is_in_head = |word: &str| heads().any(|head| head.contains(word));
        words.deny(self.words_of(extent) < SHORT) && words.say_only(element, &is_in_head)
    }

    /// True for an entry that says of something with a name, and not of the document, that it is still to come: "Phone of the deputy:
    /// to be completed".
    pub(super) fn is_entry_on_other(&self, at: usize, phrase: &Range<usize>) -> bool {
        let block = &self.blocks[at];
        let label = block.prose.text()[..phrase.start].trim_end().strip_suffix([':', '：']);
        label.is_some_and(|label| {
            let is_long = count_words(label) > 1 || matches!(block.kind, Kind::Item | Kind::Cell(_));
            is_long
                && !is_of_document(label)
                && !seen_in(&self.seen, &(at..at + 1)).iter().any(|(list, ..)| *list == OWN)
        })
    }

    /// The block of the first text of some blocks that is no entry which tells which document it is. What stands below a heading
    /// of its own speaks of what that names, so the heading must be the title or name the element.
    fn first_text(&self, element: usize, extent: &Range<usize>) -> Option<usize> {
        let is_entry = |text: &str| text.split_once([':', '：']).is_some_and(|(label, _)| is_of_document(label));
        let mut texts = extent.clone().filter(|at| {
            matches!(self.blocks[*at].kind, Kind::Text | Kind::Note | Kind::Item) && self.levels[*at].is_none()
        });
        let first = texts.find(|at| {
            let text = self.blocks[*at].prose.text();
            !text.trim().is_empty() && !is_entry(text)
        })?;
        // The heading of a section stands before its blocks, the title of a document among them.
        let mut heads = (extent.start..first).filter(|at| self.levels[*at].is_some());
        let last = heads.next_back();
        let is_title = extent.start == 0 && heads.next().is_none();
        let names = |at: usize| {
            let mut is_named = false;
            NAMES[element].each(&folded(self.blocks[at].prose.text()), |_, _| is_named = true);
            is_named
        };
        last.is_none_or(|last| is_title || names(last)).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::judgement::{CONTROLS, INCIDENTS, POLICY, holds, reason};

    /// What stands below the first sentence: enough to be a document.
    const REST: &str = "Every team looks after its own files and laptops as it thinks best. The board has been asked twice to decide on \
                        rules for the whole house, and the auditors have written a remark on it in their last report.";

    #[test]
    fn a_document_that_begins_by_saying_that_it_is_not_there_is_none() {
        for (element, title, sentence) in [
            (POLICY, "Information security policy", "There is no information security policy."),
            (POLICY, "Information security policy", "At present we do not have an information security policy."),
            (POLICY, "Information security policy", "No information security policy is in place."),
            (POLICY, "Information security policy", "An information security policy does not exist yet."),
            (POLICY, "Information security policy", "It does not exist at present."),
            (POLICY, "Information security policy", "The information security policy is planned."),
            (POLICY, "Information security policy", "This policy is under development."),
            (POLICY, "Information security policy", "Status: missing."),
            (POLICY, "Information security policy", "TBD."),
            (CONTROLS, "Statement of applicability", "No statement of applicability has been written so far."),
            (INCIDENTS, "Security incidents", "There is no procedure for security incidents; nobody has one."),
            (
                POLICY,
                "Informationssicherheitsleitlinie",
                "Eine Informationssicherheitsleitlinie besteht derzeit nicht.",
            ),
            (
                POLICY,
                "Politique de sécurité de l'information",
                "La société ne dispose pas de politique de sécurité de l'information.",
            ),
            (POLICY, "Politique de sécurité de l'information", "Néant."),
            (
                POLICY,
                "Política de seguridad de la información",
                "Actualmente no existe una política de seguridad de la información.",
            ),
            (
                POLICY,
                "Política de segurança da informação",
                "A empresa ainda não tem uma política de segurança da informação.",
            ),
            (
                POLICY,
                "Politica di sicurezza delle informazioni",
                "Non esiste ancora una politica di sicurezza delle informazioni.",
            ),
            (POLICY, "Informatiebeveiligingsbeleid", "Er is op dit moment geen informatiebeveiligingsbeleid."),
            (POLICY, "情報セキュリティ方針", "情報セキュリティ方針はまだ策定されていません。"),
            (POLICY, "信息安全方针", "公司目前没有信息安全方针，各部门自己决定。"),
        ] {
            let text = format!("# Where we stand\n\n## {title}\n\n{sentence} {REST}\n");
            assert!(!holds(element, &text), "{text}");
            assert_eq!(reason(element, &text), "it says itself that it is still to be written", "{text}");
        }
    }

    #[test]
    fn a_sentence_that_says_anything_else_denies_nothing() {
        for (element, title, sentence) in [
            (POLICY, "Information security policy", "Until 2021 there was no information security policy."),
            (POLICY, "Information security policy", "There is no information security policy that fits every case."),
            (
                POLICY,
                "Information security policy",
                "There is no separate information security policy for the branches.",
            ),
            (POLICY, "Information security policy", "There is no password policy beside this one."),
            (POLICY, "Information security policy", "There is no information security without this policy."),
            (POLICY, "Information security policy", "No information security policy is perfect."),
            (POLICY, "Information security policy", "This policy has not been approved yet."),
            (
                POLICY,
                "Information security policy",
                "The information security policy is planned, kept and improved by the board.",
            ),
            (POLICY, "Information security policy", "We do not have exceptions to this policy."),
            (POLICY, "Information security policy", "If there is no policy, nobody knows what to do."),
            (POLICY, "Information security policy", "This policy is not available to suppliers."),
            (INCIDENTS, "Security incidents", "There are no security incidents."),
            (POLICY, "Informationssicherheitsleitlinie", "Diese Leitlinie besteht nicht aus Worten."),
            (POLICY, "Politique de sécurité de l'information", "Il n'y a pas d'exception à cette politique."),
            (POLICY, "信息安全方针", "没有例外情况可以不执行信息安全方针。"),
        ] {
            let text = format!("# Where we stand\n\n## {title}\n\n{sentence} {REST}\n");
            assert!(holds(element, &text), "{text}");
        }
    }

    #[test]
    fn a_long_text_below_the_word_that_it_is_to_come_is_there() {
        let text = |times: usize| {
            format!("# Information security policy\n\nThis policy is under development. {}\n", REST.repeat(times))
        };
        assert!(!holds(POLICY, &text(1)) && holds(POLICY, &text(4)));
    }
}

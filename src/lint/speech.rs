//! What a text says of a thing in sentences of its own: a label, a reference, a name in a list and a denial say nothing.

use std::collections::BTreeSet;
use std::ops::Range;

use super::denial;
use super::plan::{HANDED, POINTING};
use super::seen::{Seen, seen_in, seen_within};
use super::substance::{count_words, is_particular, row_of, sentence_around};
use super::survey::TRIES;
use crate::document::{Block, Kind, Role};

/// Words that a sentence has at least, and a row of a table.
const LEAST: usize = 4;

/// How many cells on either side of one are looked at.
const NEAR: usize = 6;

/// A pointing word up to this length, in bytes, points only where a sentence begins with it: "See …".
const SHORT: usize = 6;

/// Signs behind which a sentence goes on about something else.
const PARTING: [char; 6] = [',', ';', ':', '，', '、', '；'];

/// A text, with what was seen in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Speech<'a> {
    pub blocks: &'a [Block],
    /// Words in sentences, by block.
    pub words: &'a [usize],
    /// List, block and place in its prose of every phrase.
    pub seen: &'a [Seen],
    pub language: Option<&'static str>,
}

/// How often a text speaks of something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spoken {
    /// In how many sentences.
    pub sentences: usize,
    /// In how many places.
    pub places: usize,
    /// How many sentences deny it.
    pub denied: usize,
}

/// What tells one sentence from another: its block and where it begins, or the row of a table.
type Sentence = (usize, usize);

impl Speech<'_> {
    /// How often the blocks speak of what is on a list. A sentence that denies it once does not speak of it.
    pub(super) fn of(&self, extent: &Range<usize>, list: usize) -> Spoken {
        let own = seen_in(self.seen, extent).iter();
        let (mut denied, mut said) = (BTreeSet::new(), BTreeSet::new());
        for (_, at, range) in own.filter(|(one, ..)| *one == list).take(TRIES) {
            let Some(sentence) = self.sentence(*at, range) else { continue };
            let text = self.blocks[*at].prose.text();
            if denial::denies(text, range, self.language) || self.is_handed(*at, range) {
                denied.insert(sentence);
            } else {
                said.insert((sentence, range.end));
            }
        }
        said.retain(|(sentence, _)| !denied.contains(sentence));
        let sentences: BTreeSet<Sentence> = said.iter().map(|(sentence, _)| *sentence).collect();
        Spoken { sentences: sentences.len(), places: said.len(), denied: denied.len() }
    }

    /// True if a phrase is the subject of what its sentence leaves to others, and nothing else is spoken of between.
    fn is_handed(&self, at: usize, phrase: &Range<usize>) -> bool {
        let text = self.blocks[at].prose.text();
        let sentence = sentence_around(text, phrase);
        seen_within(self.seen, at, &(phrase.end..sentence.end.max(phrase.end))).iter().any(|(list, _, handed)| {
            *list == HANDED && text.get(phrase.end..handed.start).is_some_and(|gap| !gap.contains(PARTING))
        })
    }

    /// The sentence of the text that a phrase stands in; nothing for a phrase that is only named.
    fn sentence(&self, at: usize, range: &Range<usize>) -> Option<Sentence> {
        let block = &self.blocks[at];
        if block.is_code(range) {
            return None;
        }
        match block.kind {
            Kind::Heading(_) | Kind::Key(_) | Kind::Code => None,
            Kind::Cell(cell) if self.words[at] == 0 => {
                (cell.row > 0 && self.row_words(at) >= LEAST).then_some((usize::MAX - cell.table, cell.row))
            }
            Kind::Text | Kind::Note | Kind::Item | Kind::Metadata | Kind::Cell(_) => {
                let text = block.prose.text();
                let sentence = sentence_around(text, range);
                // A short sentence of a paragraph says something: "The CISO leads."
                let least = LEAST - usize::from(sentence.len() < text.trim().len());
                let is_long = block.kind != Kind::Text || count_words(&text[sentence.clone()]) >= least;
                let says = self.words[at] > 0 && is_long && !self.points(at, &sentence);
                (says && !is_label(&text[sentence.clone()])).then_some((at, sentence.start))
            }
        }
    }

    fn row_words(&self, at: usize) -> usize {
        let near = at.saturating_sub(NEAR)..(at + NEAR).min(self.blocks.len());
        let own = self.blocks[near].iter().filter(|one| row_of(one) == row_of(&self.blocks[at]));
        own.map(|one| count_words(one.prose.text())).sum()
    }

    /// True for a sentence that only says where to look.
    fn points(&self, at: usize, sentence: &Range<usize>) -> bool {
        let own = seen_in(self.seen, &(at..at + 1)).iter();
        own.filter(|(list, ..)| *list == POINTING).take(TRIES).any(|(_, _, range)| {
            range.start == sentence.start
                || range.len() > SHORT && sentence.start < range.start && range.end <= sentence.end
        })
    }

    /// True if a part of the blocks is code, or tells what to type.
    pub(super) fn is_technical(&self, extent: &Range<usize>) -> bool {
        self.blocks[extent.clone()].iter().any(|one| one.kind == Kind::Code || !one.marks.of(Role::Code).is_empty())
    }
}

/// True for "Approved by: the security officer".
fn is_label(sentence: &str) -> bool {
    sentence.split_once([':', '：']).is_some_and(|(label, _)| is_particular(label))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::lint::plan::{Of, Plan, plan};
    use crate::rule::lexicon::folded;

    /// How many sentences of a text speak of incidents of information security.
    fn proven(text: &str) -> usize {
        let blocks = Format::Markdown.read(text, None).blocks;
        let words: Vec<usize> = blocks.iter().map(|one| count_words(one.prose.text())).collect();
        let mut seen = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            plan().lexicon.each(&folded(block.prose.text()), |list, range| seen.push((list, at, range)));
        }
        let element = plan().elements.iter().position(|one| one.id == "information-security-incidents");
        let list = Plan::list(element.expect("the rules have it"), Of::Proves);
        let speech = Speech { blocks: &blocks, words: &words, seen: &seen, language: Some("en") };
        speech.of(&(0..blocks.len()), list).sentences
    }

    #[test]
    fn sentences_speak_and_mentions_do_not() {
        assert_eq!(
            proven("If it is a security incident, the officer leads. Phishing and malware are reported at once.\n"),
            2
        );
        for silent in [
            "# Security incidents\n",
            "Security incidents are out of scope of this procedure.\n",
            "This process does not cover security incidents, for which there is no procedure.\n",
            "See the plan for security incidents of the group.\n",
            "Owner: the team for security incidents\n",
            "The flag `--security incident--` is set by the desk.\n",
        ] {
            assert_eq!(proven(silent), 0, "{silent}");
        }
    }
}

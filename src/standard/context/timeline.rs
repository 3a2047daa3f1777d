//! Lists of the editions of a standard under a heading such as "Timeline": each entry begins with an edition and tells of it
//! as one.

use super::super::citation::Citation;
use super::super::grammar::{self, is_edition_word};
use super::cue::{Scope, folded};
use super::date::says_coming_year;
use super::judge::Judge;
use super::label::{LABEL, Label};
use super::lexicon::WHICH_EDITION;
use super::sentence::{Sentence, floor};
use super::word::{is_speaker, words};
use crate::document::Kind;

/// Words for how an edition came, in small letters.
const COMINGS: &[&str] = &["published", "publication", "released", "reissued"];

/// How many words behind a designation may come before one of these.
const NEAR: usize = 4;

/// Longest entry, in bytes.
const ENTRY: usize = 400;

impl Judge<'_> {
    /// Why the citation with which an entry begins is history: the heading above says that the entries tell of the past, and
    /// this one tells of an edition as one.
    pub(super) fn by_timeline(&self, block_at: usize, own: &Citation) -> Option<String> {
        let block = &self.document.blocks[block_at];
        let text = block.prose.text();
        let range = &own.reference.range;
        if block.kind != Kind::Item || own.reference.year.is_none() || text.len() > ENTRY {
            return None;
        }
        if text[..range.start].contains(char::is_alphanumeric) {
            return None;
        }
        let behind = text[range.end..].trim_start_matches(['*', '_', ' ']);
        let is_set_off = behind.starts_with(['–', '—', '-', ':', '(']);
        let lower = folded(&behind[..floor(behind, ENTRY)]);
        let near: Vec<&str> = words(&lower).take(NEAR).collect();
        // "First revision of the policy" tells of something else.
        let of = |at: usize| near.get(at).is_some_and(|word| *word == "of");
        let is_which = |at: usize| {
            WHICH_EDITION.contains(near[at]) && near.get(at + 1).is_some_and(|one| is_edition_word(one)) && !of(at + 2)
        };
        let comes = (0..near.len()).any(|at| is_which(at) || COMINGS.contains(&near[at]));
        if !is_set_off || !comes {
            return None;
        }
        let heading = self.outline().headings(block_at).next().map(|at| self.document.blocks[at].prose.text())?;
        let is_past =
            !says_coming_year(text, self.on) && !words(&lower).any(is_speaker) && !Sentence::of(text).is_now();
        (is_past && self.is_timeline(heading)).then(|| format!("it stands under \"{}\"", heading.trim()))
    }

    /// True if a heading is made of a word for how things came, and the designation of a standard.
    fn is_timeline(&self, heading: &str) -> bool {
        if heading.len() > LABEL {
            return false;
        }
        let mut rest = heading.to_owned();
        if heading.contains(|one: char| one.is_ascii_digit()) {
            for one in grammar::find(heading).iter().rev() {
                rest.replace_range(one.range.clone(), "");
            }
        }
        Label::of(&rest).is_some_and(|label| label.cue(Scope::Succession, self.without).is_some())
    }
}

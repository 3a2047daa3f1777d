//! Controls under the name of the publisher alone: `"iso_control": "A.12.4.1"`, beside `"nist_control": "SI-4"`.
//!
//! The name says little, so the number must be one that only the older Annex A has, and no other standard may be named
//! whose it could be. It is also that of a drawing, of an image or of an officer, so the label must have a word for a control or
//! stand beside that of another collection.

use std::ops::Range;

use super::super::catalogue;
use super::bind::bound;
use super::lexicon::{CONTROL_KEYS, REFERENCES};
use super::mention::{self, LAST_SHARED, Mention, Near, Role};
use super::model::{Bound, Form, Locality, Tie};
use super::others;
use super::proof::words_of_key;
use super::table::{self, Known};
use super::walk::Walk;
use super::words::{self, Word};
use crate::document::Role as Mark;

/// What a document says of the controls that stand under the name of the publisher alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Naming {
    /// It names another standard, whose they may be.
    Others,
    /// It names the standard of the controls, or has numbers that no other annex has and none that is not of the older one.
    Older,
    /// It says nothing.
    Silent,
}

impl Naming {
    pub(super) fn of(walk: &Walk<'_>) -> Self {
        let roles: Vec<Role> = walk.mentions.all.iter().map(|one| one.role).collect();
        if roles.iter().any(|role| matches!(role, Role::Rival | Role::Other)) {
            return Self::Others;
        }
        let lettered = || walk.named.iter().flat_map(|one| &one.localities).filter(|one| one.form.is_lettered());
        let is_strange = |one: &Locality| table::known(one.number) == Known::Neither;
        let is_told = lettered().any(is_only_here) && !lettered().any(is_strange);
        if is_told || roles.contains(&Role::Controls) { Self::Older } else { Self::Silent }
    }
}

/// True for a control that only the older Annex A has.
fn is_only_here(own: &Locality) -> bool {
    mention::goes_with_publisher(own) && own.number.first() > LAST_SHARED
}

/// A first level below which the annexes of other standards, such as ISO/IEC 42001, have two levels and no third.
const SHALLOW: u8 = 9;

impl Walk<'_> {
    /// Binds a control under a key or the head of a column that names the publisher alone.
    pub(super) fn of_publisher(&self, block: usize, own: &Locality) -> Option<Bound> {
        if !mention::goes_with_publisher(own) || !self.text(block)[own.range.clone()].starts_with('A') {
            return None;
        }
        let (place, range) = self.publisher_of(block)?;
        let is_meant = match self.whole().naming {
            Naming::Others => false,
            Naming::Older => true,
            Naming::Silent => is_only_here(own) || (own.number.first() == SHALLOW && self.is_called_control(block)),
        };
        let id = table::controls().standard;
        let standard = catalogue::standards().iter().find(|one| one.id == id);
        let mention = Mention { block: place, range, standard, year: None, role: Role::Controls };
        is_meant.then(|| bound(block, own, Tie::Column, &mention))
    }

    /// True if the label of a number has a word for a control: `isoReferences`.
    fn is_called_control(&self, block: usize) -> bool {
        self.labelled_by(block).is_some_and(|(_, label)| is_of_controls(label))
    }

    /// The label that names the publisher of a number: its block and the bytes of the name.
    fn publisher_of(&self, block: usize) -> Option<(usize, Range<usize>)> {
        let (at, label) = self.labelled_by(block)?;
        let range = publisher(label)?;
        let key = self.document.blocks[at].marks.of(Mark::Key).first().map_or(0, |mark| mark.range.start);
        (is_of_controls(label) || self.is_beside_collection(block)).then_some((at, key + range.start..key + range.end))
    }

    /// True if the label beside that of a number names another collection.
    fn is_beside_collection(&self, block: usize) -> bool {
        let is_other = |label: &str| others::in_label(label, true) != Near::Nobody;
        let in_heads = || {
            let own = self.cell(block)?;
            Some(self.heads(own).any(|(_, head)| is_other(self.label_of(head))))
        };
        in_heads().unwrap_or_default() || self.keys_around(block).any(is_other)
    }
}

/// The name of the publisher.
const NAME: &str = "iso";

/// True if a label has a word for a control beside the name.
fn is_of_controls(label: &str) -> bool {
    let is_one = |word: &str| {
        REFERENCES.contains(word)
            || matches!(words::class(word), Some(Word::Annex | Word::Part(Form::Control | Form::Clause)))
    };
    words_of_key(label).iter().any(|word| is_one(word))
}

/// Where a label names the publisher and neither a number nor another collection: "ISO", `iso_control`, `isoReferences`.
fn publisher(label: &str) -> Option<Range<usize>> {
    let range = names(label).next()?;
    let is_name = |word: &str| word == NAME || word == "iec" || CONTROL_KEYS.contains(word);
    let is_alone =
        !label.contains(|one: char| one.is_ascii_digit()) && words_of_key(label).iter().all(|word| is_name(word));
    (is_alone && others::in_label(label, true) == Near::Nobody).then_some(range)
}

/// Where the name stands as a word of its own, be it the first of some that are written in one.
fn names(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'i', b'I', bytes).map(|at| at..at + NAME.len()).filter(move |range| {
        let Some(name) = bytes.get(range.clone()).filter(|name| name.eq_ignore_ascii_case(NAME.as_bytes())) else {
            return false;
        };
        let begins = !text[..range.start].ends_with(char::is_alphanumeric);
        let goes_on = text[range.end..].starts_with(char::is_alphanumeric);
        let is_joined = !name.ends_with(b"O") && text[range.end..].starts_with(|one: char| one.is_ascii_uppercase());
        begins && (!goes_on || is_joined)
    })
}

/// True if a label of a text may be the name of the publisher alone.
pub(super) fn may_label(text: &str) -> bool {
    names(text).any(|range| {
        !text[range.end..].trim_start_matches([' ', '-', '/']).starts_with(|one: char| one.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_name_the_publisher_alone() {
        for label in
            ["ISO", "iso", "iso_control", "ISO_Control", "isoControl", "isoReferences", "ISO Maddesi", "iso-controls"]
        {
            assert!(publisher(label).is_some(), "{label}");
        }
        for label in [
            "ISO 9001", "iso_room", "ISO drawing", "iso_image", "iso_42001", "iso8601", "isolation", "ISOLATION",
            "NIST / ISO", "misoControl", "control",
        ] {
            assert!(publisher(label).is_none(), "{label}");
        }
    }
}

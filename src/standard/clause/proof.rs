//! What more must hold before a designation from afar binds a number: a label that may be the document's own needs more
//! than a passing word, and so does a number in a document that names the standard once.

use std::collections::BTreeSet;

use super::appendix;
use super::lexicon::{
    BYWAYS, CERTIFICATES, CONTROL_KEYS, DOCUMENT_HEADS, MANUALS, OPENINGS, OTHER_RECORDS, OWN_HEADINGS, SERIAL_HEADS,
    SOURCE_KEYS, STANDARD_HEADS, UNDERTAKINGS,
};
use super::mention::{self, FIRST, LAST_SHARED, Mention, Near, Role};
use super::model::{Form, Locality, Tie};
use super::others;
use super::publisher::Naming;
use super::row::LABEL;
use super::said;
use super::scan::last_word;
use super::state::Heading;
use super::table::{self, Known};
use super::walk::Walk;
use super::words::{self, Word, beginning};
use crate::document::{Block, Kind, Role as Mark};
use crate::list::List;

/// What the numbers and the designations of a document say together.
pub(super) struct Whole {
    /// True if the numbers are so many and so far apart that they are those of the older Annex A.
    pub is_catalogue: bool,
    /// True if several blocks name the standard of the controls.
    is_repeated: bool,
    /// What it says of controls under the name of the publisher alone.
    pub naming: Naming,
    /// For each block where it stands.
    places: Vec<Place>,
}

/// Where a block stands.
#[derive(Clone, Copy)]
struct Place {
    /// How many headings the document has up to it.
    section: usize,
    /// True if it opens the document: before its second heading, or in a chapter on its purpose or references.
    opens: bool,
}

/// How many chapters of Annex A make a catalogue.
const CHAPTERS: usize = 3;

impl Whole {
    pub(super) fn of(walk: &Walk<'_>) -> Self {
        let blocks = &walk.document.blocks;
        let lettered = || walk.named.iter().flat_map(|one| &one.localities).filter(|one| one.form.is_lettered());
        let is_full = |one: &&Locality| one.number.depth() == 3 && table::known(one.number) == Known::Older;
        let chapters: BTreeSet<u8> = lettered().filter(is_full).map(|one| one.number.first()).collect();
        let has_own = lettered().any(|one| one.number.first() < FIRST);
        let naming: BTreeSet<usize> =
            walk.mentions.all.iter().filter(|one| one.role == Role::Controls).map(|one| one.block).collect();
        Self {
            is_catalogue: chapters.len() >= CHAPTERS && !has_own,
            is_repeated: naming.len() > 1,
            naming: Naming::of(walk),
            places: places(blocks),
        }
    }
}

/// Where the blocks of a document stand.
fn places(blocks: &[Block]) -> Vec<Place> {
    let (mut section, mut is_told) = (0, false);
    let place = |block: &Block| {
        if let Kind::Heading(_) = block.kind {
            section += 1;
            is_told = has_word(block.prose.text(), OPENINGS);
        }
        Place { section, opens: section < 2 || is_told }
    };
    blocks.iter().map(place).collect()
}

impl Walk<'_> {
    /// True if a number that stands where a document has its own may be one of those: at the start of a heading, a line, an
    /// item, a row that calls it no control.
    pub(super) fn is_label(&self, block: usize, own: &Locality) -> bool {
        let may_be = match self.kind(block) {
            Kind::Heading(_) | Kind::Text | Kind::Item | Kind::Note | Kind::Key(_) => true,
            Kind::Cell(cell) => {
                let is_serial = || self.is_labelled(block, SERIAL_HEADS);
                cell.row > 0 && (cell.column == 0 || is_serial()) && !self.is_called(block)
            }
            Kind::Metadata => self.is_serial(block) || self.is_key(block, own),
            Kind::Code => false,
        };
        may_be && self.is_first(block, own) && !self.is_told_of(block, own)
    }

    /// True if a verb behind a number says something of it: "A.12.4.1 is implemented". What a document numbers begins with a
    /// capital.
    fn is_told_of(&self, block: usize, own: &Locality) -> bool {
        let behind = self.text(block)[own.range.end..].strip_prefix(' ').unwrap_or_default();
        let word = words::first_word(behind);
        mention::goes_with_publisher(own) && word.starts_with(char::is_lowercase) && words::is_predicate(word)
    }

    /// True if nothing stands before a number in its block, and no other one in a list with it.
    fn is_first(&self, block: usize, own: &Locality) -> bool {
        let first = self.named[block].localities.first();
        first.is_some_and(|one| one.range.start == own.range.start) && self.leads(block, own) && !self.is_listed(block)
    }

    /// True if a number is the key of an entry, or stands in one that has none.
    fn is_key(&self, block: usize, own: &Locality) -> bool {
        let key = self.document.blocks[block].marks.of(Mark::Key).first();
        key.is_none_or(|key| own.range.end <= key.range.end)
    }

    /// True if its label says that it is a control.
    fn is_called(&self, block: usize) -> bool {
        let is_control = |word: &str| matches!(words::class(word), Some(Word::Annex | Word::Part(Form::Control)));
        self.is_home(block)
            || self.label(block).is_some_and(|label| {
                let joined = words::joined(label.trim()).is_some_and(|(class, _)| class == Word::Part(Form::Control));
                joined || label.split(|one: char| !one.is_alphabetic()).any(is_control)
            })
    }

    /// True if its label says that it is a number or a part of the document's own.
    fn is_serial(&self, block: usize) -> bool {
        let is_serial = |word: &str| {
            let lower = word.to_lowercase();
            SERIAL_HEADS.contains(lower.as_str())
                || matches!(words::class(&lower), Some(Word::Own | Word::Part(Form::Section)))
        };
        self.label(block).is_some_and(|label| label.split(|one: char| !one.is_alphabetic()).any(is_serial))
    }

    /// True if what binds a number from there is enough.
    pub(super) fn is_proven(&self, block: usize, own: &Locality, tie: Tie, at: usize) -> bool {
        let mention = &self.mentions.all[at];
        let is_label = self.is_label(block, own);
        match tie {
            Tie::Beside | Tie::Column => true,
            Tie::Block => {
                let is_led = is_label && mention.range.start > own.range.start;
                let is_doubtful = || is_led || matches!(self.above(block), Near::Other { wholly: true });
                !(self.is_weak(mention) && is_doubtful())
            }
            Tie::Row => (!is_label && !self.is_page(mention)) || self.binds_row(block, own, mention),
            Tie::Section => !is_label || self.binds_section(block, mention),
            Tie::Document => !(is_label && self.has_own_number(mention)),
            Tie::Anywhere => self.binds_anywhere(block, own, is_label, mention),
        }
    }

    /// True if a cell or entry binds the label of its row: it names the standard and no number of it, and says nothing of a
    /// certificate.
    fn binds_row(&self, block: usize, own: &Locality, mention: &Mention) -> bool {
        if self.repeats(block, own, mention) {
            return true;
        }
        let is_record = || self.is_alone(block, own) && self.is_value(mention);
        if self.is_page(mention) {
            return is_record();
        }
        let is_named = || self.is_named_whole(mention) || is_record();
        let is_own = self.is_weak(mention) || self.has_own_number(mention) || self.is_of_documents(block);
        !is_own && (!self.is_serial(block) || is_named())
    }

    /// True if the same number stands right behind a designation: `foreign_id: A.18.1` beside "ISO 27001:2013: A.18.1 Laws".
    /// A chapter of the document's own may have the number of the control that it maps to.
    fn repeats(&self, block: usize, own: &Locality, mention: &Mention) -> bool {
        let of_section = |word: &str| words::class(word) == Some(Word::Part(Form::Section));
        let is_told =
            self.label(block).is_some_and(|label| all_words(label, |word| is_control_key(word) && !of_section(word)));
        if !is_told {
            return false;
        }
        let all = &self.named[mention.block].localities;
        let behind = all.get(all.partition_point(|one| one.range.start < mention.range.end));
        behind.is_some_and(|one| one.number == own.number && one.form.is_lettered()) && self.has_own_number(mention)
    }

    /// True if the address of a page names the edition.
    fn is_page(&self, mention: &Mention) -> bool {
        self.text(mention.block)[mention.range.clone()].starts_with("http")
    }

    /// True if nothing but a control that few other annexes have is the value of an entry of a record of it: `id: A.12.4.1`.
    fn is_alone(&self, block: usize, own: &Locality) -> bool {
        let entry = self.document.blocks[block].entry();
        let is_whole = |value: &str| value.trim_matches(QUOTES).len() == own.range.len();
        entry.is_some_and(|(key, value)| is_whole(value) && all_words(key, is_control_key))
            && mention::goes_with_publisher(own)
            && !self.keys_around(block).any(|key| any_word(key, |word| OTHER_RECORDS.contains(word)))
    }

    /// The keys of the entries around one.
    pub(super) fn keys_around(&self, block: usize) -> impl Iterator<Item = &str> {
        let blocks = &self.document.blocks;
        let before = blocks[..block].iter().rev().take(RECORD).map_while(key_of);
        before.chain(blocks[block + 1..].iter().take(RECORD).map_while(key_of))
    }

    /// True if a designation is all of the value of an entry that says where a record comes from.
    fn is_value(&self, mention: &Mention) -> bool {
        let entry = self.document.blocks[mention.block].entry();
        let is_whole = |value: &str| value.trim_matches(QUOTES).len() == mention.range.len();
        entry.is_some_and(|(key, value)| is_whole(value) && is_source_key(key))
    }

    /// True if what stands above binds a label.
    fn binds_section(&self, block: usize, mention: &Mention) -> bool {
        let is_own = self.own_heading().is_some_and(|heading| mention.block < heading);
        let of_chapter = matches!(self.kind(mention.block), Kind::Heading(_))
            && (self.is_lettered_heading(mention.block) || self.is_of_manual(block, mention));
        let is_enough = || !self.is_weak(mention) || self.is_certified_by(mention);
        !is_own && !of_chapter && (self.whole().is_catalogue || is_enough())
    }

    /// True if a document that names the standard elsewhere binds a number by that.
    fn binds_anywhere(&self, block: usize, own: &Locality, is_label: bool, mention: &Mention) -> bool {
        let whole = self.whole();
        if is_label && (!self.binds_section(block, mention) || self.has_own_number(mention)) {
            return false;
        }
        let is_item = |at: usize| self.kind(at) == Kind::Item;
        let is_same =
            || whole.places.get(block).map(|one| one.section) == whole.places.get(mention.block).map(|one| one.section);
        let is_sibling = is_label && is_item(mention.block) && is_item(block) && is_same();
        let opens = self.opens(mention.block) && !is_sibling;
        let is_told = || {
            let head = self.text(block)[..own.range.start].trim_end();
            let class = words::joined(head).map(|(class, _)| class).or_else(|| words::class(last_word(head).0));
            matches!(class, Some(Word::Annex | Word::Part(Form::Control)))
        };
        whole.is_catalogue || opens || (!is_label && (whole.is_repeated || is_told())) || self.is_called(block)
    }

    /// True if a block opens the document: it stands before its chapters, or in one on its purpose or its references.
    fn opens(&self, block: usize) -> bool {
        let may_open = match self.kind(block) {
            Kind::Cell(_) | Kind::Code | Kind::Key(_) => false,
            // A heading that has ended is none of the document but of another chapter.
            Kind::Heading(level) => level == 1 && block == 0,
            Kind::Text | Kind::Note | Kind::Item | Kind::Metadata => true,
        };
        if !may_open {
            return false;
        }
        self.whole().places.get(block).is_some_and(|place| place.opens)
    }

    /// True if a designation is named for a certificate or a project, which says nothing of the numbers around it.
    pub(super) fn is_weak(&self, mention: &Mention) -> bool {
        let of_column = || {
            let head = self.cell(mention.block).and_then(|cell| self.head(cell));
            head.is_some_and(|head| is_certificate(self.label_of(head)))
        };
        is_passing(self.text(mention.block), mention) || of_column()
    }

    /// True if a designation is what the object of a list of controls certifies: `certificationName: ISO 27001` beside
    /// `certificationControls`.
    fn is_certified_by(&self, mention: &Mention) -> bool {
        let blocks = &self.document.blocks;
        let Some((key, value)) = blocks[mention.block].entry() else { return false };
        let Some(list) = self.headings().last().map(|one| one.block).filter(|list| *list > mention.block) else {
            return false;
        };
        let is_name = beginning(key, LABEL).to_lowercase().starts_with("certification")
            && value.trim().len() == mention.range.len();
        let is_same = |block: &Block| block.entry().is_some_and(|(other, _)| other == key);
        is_name
            && self.label_of(list).to_lowercase().contains("control")
            && list - mention.block <= NEAR
            && !blocks[mention.block + 1..list].iter().any(is_same)
    }

    /// True if a designation stands there with a number of its own behind it.
    fn has_own_number(&self, mention: &Mention) -> bool {
        let all = &self.named[mention.block].localities;
        let behind = all.get(all.partition_point(|one| one.range.start < mention.range.end));
        behind.is_some_and(|one| {
            let gap = &self.text(mention.block)[mention.range.end..one.range.start];
            gap.len() <= GAP && !gap.contains(['\n', ';'])
        })
    }

    /// True if a row is one of a table of documents: its number is called that of one, or another head is the word for one.
    fn is_of_documents(&self, block: usize) -> bool {
        let is_one = |word: &str| DOCUMENT_HEADS.contains(word.to_lowercase().as_str());
        let is_head = |head: usize| is_one(self.label_of(head).trim());
        self.is_labelled(block, DOCUMENT_HEADS)
            || self.cell(block).is_some_and(|cell| self.heads(cell).any(|(_, head)| is_head(head)))
    }

    /// True if a designation is all that its cell or entry holds.
    fn is_named_whole(&self, mention: &Mention) -> bool {
        self.text(mention.block).trim().len() <= mention.range.len() + SIGNS
            || self.is_labelled(mention.block, STANDARD_HEADS)
    }

    /// True if a heading begins with a number of its own: "A.6.1 ISO 27001".
    fn is_lettered_heading(&self, block: usize) -> bool {
        self.named[block].localities.first().is_some_and(|one| {
            one.form.is_lettered() && !self.text(block)[..one.range.start].contains(char::is_alphanumeric)
        })
    }

    /// True if the heading that names the standard is that of a list of questions, or of a manual, whose chapters a heading may
    /// count.
    fn is_of_manual(&self, block: usize, mention: &Mention) -> bool {
        let is_heading = matches!(self.kind(block), Kind::Heading(_));
        let title = self.label_of(mention.block);
        !self.whole().is_catalogue && has_word(title, OWN_HEADINGS) && (is_heading || !has_word(title, MANUALS))
    }

    /// The block of the nearest heading above that says that the numbers below it are not those of the controls.
    fn own_heading(&self) -> Option<usize> {
        let is_own = |one: &&Heading| *one.is_own.get_or_init(|| self.is_own_heading(one.block));
        let mut below = self.headings().iter().rev().take_while(|one| !one.names_controls);
        below.find(is_own).map(|one| one.block)
    }

    /// True if a block names the standard of the controls.
    pub(super) fn names_controls(&self, block: usize) -> bool {
        self.mentions.of_block(block).any(|at| self.mentions.all[at].role == Role::Controls)
    }

    /// True if a heading says that the numbers below it are another standard's or the writer's.
    fn is_own_heading(&self, block: usize) -> bool {
        let text = self.text(block);
        let own = self.mentions.of_block(block);
        if self.names_controls(block) || self.is_lettered_heading(block) {
            return false;
        }
        let is_other = || others::is_sole(text);
        let is_titled = || appendix::names_contract(text) || is_other() || has_word(text, OWN_HEADINGS);
        !own.is_empty() || (matches!(self.kind(block), Kind::Heading(_)) && is_titled())
    }

    /// True if another standard is what the sentence of a designation speaks of: "ISO/IEC 42001 is modelled on ISO/IEC 27001,
    /// and its control A.6.2.4".
    pub(super) fn is_by_the_way(&self, own: &Locality, at: usize) -> bool {
        let mention = &self.mentions.all[at];
        let all = self.mentions.of_block(mention.block);
        let text = self.text(mention.block);
        let next = text[mention.range.end..].split_whitespace().next().unwrap_or_default();
        let is_subject = said::is_verb(next);
        let is_shared = !is_subject && own.number.first() <= LAST_SHARED && own.range.start > mention.range.start;
        let is_near = |one: &usize| self.mentions.all[*one].range.end + SENTENCE >= mention.range.start;
        let mut before = (all.start..at).rev().take_while(is_near);
        let Some(rival) = before.find(|one| self.mentions.all[*one].role == Role::Rival) else { return false };
        let gap = self.mentions.all[rival].range.end..mention.range.start;
        let localities = &self.named[mention.block].localities;
        let first = localities.partition_point(|one| one.range.start < gap.start);
        let is_told = localities.get(first).is_some_and(|one| one.range.start < gap.end);
        is_shared && !is_told && text.get(gap).is_some_and(|gap| end_of_sentence(gap).is_none())
    }

    /// True if a bracket closes between a designation and the number behind it.
    pub(super) fn is_in_bracket(&self, own: &Locality, at: usize) -> bool {
        let mention = &self.mentions.all[at];
        let gap = self.text(mention.block).get(mention.range.end..own.range.start);
        gap.is_some_and(|gap| gap.starts_with([')', ']']))
    }

    /// True if words before a designation say that it is named by the way.
    pub(super) fn is_aside(&self, at: usize) -> bool {
        let mention = &self.mentions.all[at];
        let text = self.text(mention.block);
        let head = text[..mention.range.start].trim_end();
        let lower = tail(head, BYWAY).to_lowercase().replace('\n', " ");
        BYWAYS.iter().any(|one| lower.ends_with(one))
    }
}

/// How many blocks may stand between a name and the list of its controls.
const NEAR: usize = 16;

/// The longest way, in bytes, from a designation to a number of its own.
const GAP: usize = 12;

/// The longest stretch, in bytes, between two designations of a sentence.
const SENTENCE: usize = 240;

/// The longest words, in bytes, that say that a designation is named by the way.
const BYWAY: usize = 24;

/// How many bytes of signs may stand around a designation that is alone.
const SIGNS: usize = 2;

/// Signs around the value of an entry.
const QUOTES: [char; 6] = ['"', '\'', '`', ' ', '[', ']'];

/// The key of an entry.
fn key_of(block: &Block) -> Option<&str> {
    block.entry().map(|(key, _)| key)
}

/// How many entries of a record are looked at before and behind one.
const RECORD: usize = 12;

/// True if the key of an entry says where a record comes from.
pub fn is_source_key(key: &str) -> bool {
    all_words(key, |word| SOURCE_KEYS.contains(word))
}

/// True for a word of keys for the number of a control.
fn is_control_key(word: &str) -> bool {
    CONTROL_KEYS.contains(word)
}

/// The words of a key or a label in small letters, those that are joined by a large letter too.
pub(in crate::standard) fn words_of_key(key: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for one in key.chars() {
        if !one.is_alphabetic() || (was_small && one.is_uppercase()) {
            words.push(String::new());
        }
        was_small = one.is_lowercase();
        if let Some(last) = words.last_mut().filter(|_| one.is_alphabetic()) {
            last.extend(one.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// True if a key has words and all of them are such, and no digits: `id_2013` is what something was called.
fn all_words(key: &str, is_such: impl Fn(&str) -> bool) -> bool {
    let words = words_of_key(key);
    let is_plain = !words.is_empty() && !key.contains(|one: char| one.is_ascii_digit());
    is_plain && words.iter().all(|word| is_such(word))
}

/// True if one of the words of a key is such.
fn any_word(key: &str, is_such: impl Fn(&str) -> bool) -> bool {
    words_of_key(key).iter().any(|word| is_such(word))
}

/// True if a text has one of some words or phrases, which are in small letters.
pub(super) fn has_word(text: &str, wanted: List) -> bool {
    let lower = text.to_lowercase();
    wanted.iter().any(|one| {
        lower.match_indices(one).any(|(at, _)| {
            let touches = |letter: char| letter.is_alphanumeric() && one.is_ascii();
            !lower[..at].ends_with(touches) && !lower[at + one.len()..].starts_with(touches)
        })
    })
}

/// The last `most` bytes of a text, or a few less.
fn tail(text: &str, most: usize) -> &str {
    let mut from = text.len().saturating_sub(most);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}

/// Where the last sentence ends that ends inside a text.
fn end_of_sentence(text: &str) -> Option<usize> {
    text.rmatch_indices('.').map(|(at, _)| at).find(|at| text[at + 1..].starts_with([' ', '\n']))
}

/// True if a text speaks of a certificate.
fn is_certificate(text: &str) -> bool {
    let lower = text.to_lowercase();
    CERTIFICATES.iter().any(|one| lower.contains(one))
}

/// How far before a designation a word for a certificate is looked for, in bytes.
const BEFORE: usize = 48;

/// How many words behind a designation say what it is an attribute of.
const BEHIND: usize = 2;

/// True if a designation is named for a certificate, or as the attribute of an undertaking.
fn is_passing(text: &str, mention: &Mention) -> bool {
    let head = tail(&text[..mention.range.start], BEFORE);
    let sentence = &head[end_of_sentence(head).map_or(0, |at| at + 1)..];
    let rest = beginning(&text[mention.range.end..], LABEL);
    let rest = &rest[..rest.find(['.', ',', ';', ':', '(', ')', '|']).unwrap_or(rest.len())];
    let mut behind = rest.split([' ', '\n', '-']).filter(|word| !word.is_empty()).take(BEHIND).map(str::to_lowercase);
    is_certificate(sentence)
        || behind
            .any(|word| UNDERTAKINGS.contains(word.as_str()) || CERTIFICATES.iter().any(|one| word.starts_with(one)))
}

//! Records of a certificate or a standard: lines with labels, an object that names what took its place, a
//! column that asks whether it is in force.

use std::ops::Range;

use super::super::citation::Citation;
use super::super::grammar::{self, Reference};
use super::cue::folded;
use super::judge::Judge;
use super::lexicon::{HEIRS, NOES, OTHER_DOCUMENTS, RECORD_LABELS, STATES, UNUSED_COLUMNS, YESES};
use super::sentence::Sentence;
use crate::document::{Cell, Kind};
use crate::list::List;

/// How many lines a record has at most, and how many values of an object either side are looked at.
const VALUES: usize = 8;

/// The longest line, in bytes.
const LINE: usize = 120;

/// The longest label or key, in bytes.
const LABEL: usize = 32;

impl Judge<'_> {
    /// Why the only citation of a paragraph is history: each of its lines has a label, of a certificate or standard alone, and one
    /// says that it is out of force.
    pub(super) fn by_record(&self, text: &str, own: &Range<usize>) -> Option<String> {
        if text.len() > VALUES * LINE || !text.contains('\n') {
            return None;
        }
        let lines: Vec<(String, &str)> = text.lines().map(labelled).collect::<Option<_>>()?;
        let line = text[..own.start].matches('\n').count();
        self.state_of(&lines, line)
    }

    /// Why the citation of a value is history: another value of its object names a newer edition as what took its place.
    pub(super) fn by_heir_key(&self, block_at: usize, own: &Citation) -> Option<String> {
        let blocks = &self.document().blocks;
        let key = blocks[block_at].entry().filter(|_| blocks[block_at].kind == Kind::Metadata)?.0;
        let year = own.reference.year?.value;
        let own_key = key;
        if is_heir(key) || OTHER_DOCUMENTS.iter().any(|word| folded(key).contains(word)) {
            return None;
        }
        let above = |at: usize| self.outline().headings(at).next();
        let near = block_at.saturating_sub(VALUES)..blocks.len().min(block_at + 1 + VALUES);
        near.filter(|at| above(*at) == above(block_at)).find_map(|at| {
            let (key, value) = blocks[at].entry().filter(|_| blocks[at].kind == Kind::Metadata)?;
            if !(is_heir(key) || is_goal(own_key, key) && self.is_of_change(block_at, own) && is_designation(value)) {
                return None;
            }
            let is_newer = |one: &Reference| {
                let is_same = one.number == own.reference.number && one.part == own.reference.part;
                is_same && one.year.is_some_and(|newer| newer.value > year)
            };
            grammar::find(value).iter().any(is_newer).then(|| format!("its object says \"{key}\""))
        })
    }

    /// True if a value is a designation alone and stands under no key, or one of a change: "mapping", but not "audit".
    fn is_of_change(&self, block_at: usize, own: &Citation) -> bool {
        const CHANGES: &[&str] = &["change", "changes", "mapping", "mappings", "migration", "transition", "upgrade"];
        let blocks = &self.document().blocks;
        let mut above = self.outline().headings(block_at).map(|at| folded(blocks[at].prose.text().trim()));
        let is_change = |key: String| key.is_empty() || CHANGES.contains(&key.as_str());
        let is_alone = |(_, value): (&str, &str)| value.trim().len() <= own.reference.range.len();
        blocks[block_at].entry().is_some_and(is_alone) && above.all(is_change)
    }

    /// What one of the entries of a record says of the one at `own`, if all of them are of a standard or certificate.
    fn state_of(&self, entries: &[(String, &str)], own: usize) -> Option<String> {
        let of_record = |(label, _): &(String, &str)| RECORD_LABELS.contains(label.as_str());
        let label = entries.get(own).map(|(label, _)| label)?;
        if entries.len() > VALUES || STATES.contains(label.as_str()) || !entries.iter().all(of_record) {
            return None;
        }
        let says = |(label, value): &(String, &str)| {
            let state = STATES.contains(label.as_str()).then(|| Sentence::only_state(value, self.without)).flatten();
            state.map(str::to_owned)
        };
        entries.iter().find_map(says).map(|state| format!("its record says \"{state}\""))
    }

    /// The header of a column that asks whether the standard at the head of a row is in force, and that is denied there; or the
    /// header that is a state, and is affirmed.
    pub(super) fn by_column_of_use(&self, cells: &[(&str, Cell)], cell: Cell, own: &Citation) -> Option<String> {
        let named = cells.iter().find(|(_, at)| *at == cell)?.0;
        let is_alone = named.len() <= LINE && named.trim().len() <= own.reference.range.len();
        if !is_alone {
            return None;
        }
        let is = |text: &str, of: List| text.len() <= LABEL && of.contains(folded(text.trim()).as_str());
        let head =
            |column: usize| cells.iter().find(|(_, at)| at.row == 0 && at.column == column).map(|(text, _)| *text);
        // An object is what its name says, whatever number it has: "id: a1, name: ISO 9001:2008".
        let is_second = || {
            let is = |column: usize, key: &str| head(column).is_some_and(|text| text.eq_ignore_ascii_case(key));
            cell.column == 1 && is(0, "id") && is(1, "name")
        };
        let is_named = cell.column == 0 || is_second();
        let answers =
            cells.iter().filter(|(_, at)| is_named && at.row == cell.row && at.row > 0 && at.column != cell.column);
        answers.filter(|(text, _)| is(text, NOES) || is(text, YESES)).find_map(|(text, at)| {
            let head = head(at.column)?;
            let is_denied = is(text, NOES) && is(head, UNUSED_COLUMNS);
            let is_over = || is(text, YESES) && Sentence::only_state(head, self.without).is_some();
            (is_denied || is_over()).then(|| format!("its row says \"{}: {}\"", head.trim(), text.trim()))
        })
    }
}

/// True for a key that names what took the place of something: `superseded_by`, `replacedBy`.
fn is_heir(key: &str) -> bool {
    key.len() <= LABEL && HEIRS.contains(folded(key).replace(['_', '-'], " ").as_str())
}

/// True for a value that is a designation and nothing else.
fn is_designation(value: &str) -> bool {
    grammar::find(value).first().is_some_and(|one| value.trim().len() <= one.range.len())
}

/// True for a key that names where a change leads whose beginning another names: `from` and `to`.
fn is_goal(own: &str, key: &str) -> bool {
    const CHANGES: [(&str, &str); 3] = [("from", "to"), ("before", "after"), ("source framework", "target framework")];
    let named = |key: &str| folded(key).replace(['_', '-'], " ");
    key.len() <= LABEL && own.len() <= LABEL && CHANGES.contains(&(named(own).as_str(), named(key).as_str()))
}

/// The label and the value of a line.
fn labelled(line: &str) -> Option<(String, &str)> {
    let (label, value) = line.split_once(':')?;
    (line.len() <= LINE && label.len() <= LABEL).then(|| (folded(label.trim()), value))
}

//! Binds a number without the letter: a clause, or a control of the standard that explains the controls.

use super::bind::bound;
use super::mention::{self, Mention, Short};
use super::model::{Bound, Form, Locality, Tie};
use super::table::{self, Known};
use super::walk::{Walk, only};
use super::words::{self, Word};
use crate::document::Cell;
use crate::standard::Standard;

impl Walk<'_> {
    /// Binds a number without the letter: a clause, or a control of the standard that explains the controls.
    pub(super) fn part(&self, block: usize, own: &Locality, beside: Option<usize>) -> Option<Bound> {
        if let Some(at) = beside {
            return self.part_of(block, own, Tie::Beside, &self.mentions.all[at]);
        }
        let prose = self.document.blocks[block].prose.text();
        if own.form == Form::Bare
            && let Some((mention, Short::Number)) = mention::short(prose, own, block)
        {
            return self.part_of(block, own, Tie::Beside, &mention);
        }
        let fits = own.form != Form::Bare || self.leads(block, own);
        let (tie, at) = match (self.cell(block), own.form) {
            (Some(cell), Form::Bare | Form::Clause | Form::Control) if fits && cell.row > 0 => {
                let in_head = self.head(cell).and_then(|head| self.in_part_head(head));
                in_head.map_or_else(|| Some((Tie::Row, self.in_label(block, cell)?)), |at| Some((Tie::Column, at)))?
            }
            (_, Form::Clause) if self.named[block].citations.is_empty() && !names_owner(prose, own.range.end) => {
                (Tie::Section, self.only_above(false)?)
            }
            _ => return None,
        };
        self.part_of(block, own, tie, &self.mentions.all[at])
    }

    /// True if nothing but other numbers stands before a number in its cell.
    fn leads(&self, block: usize, own: &Locality) -> bool {
        let prose = self.document.blocks[block].prose.text();
        let mut before = &prose[..own.range.start];
        for other in self.named[block].localities.iter().rev().filter(|one| one.range.end <= own.range.start) {
            let gap = before.get(other.range.end..).unwrap_or_default();
            if !words::joins(gap) {
                return false;
            }
            before = &prose[..other.range.start];
        }
        before.trim_start_matches(['*', '"', '§', ' ']).is_empty()
    }

    /// The only mention in the first cell of a row, if that is a standard whose numbers need no letter.
    fn in_label(&self, block: usize, own: Cell) -> Option<usize> {
        let first = self.label(block, own)?;
        let is_guidance =
            |at: &usize| self.mentions.all[*at].standard.is_some_and(|one| one.id == table::controls().guidance);
        only(self.mentions.of_block(first)).filter(is_guidance)
    }

    /// The only mention in the head of a column; if the head merely says "clause", the one that the table stands under.
    fn in_part_head(&self, head: usize) -> Option<usize> {
        let own = self.mentions.of_block(head);
        if !own.is_empty() {
            return only(own);
        }
        let text = self.document.blocks[head].prose.text().trim();
        let first = text.split(|one: char| !one.is_alphabetic()).next().unwrap_or_default();
        let is_clause = words::class(first) == Some(Word::Part(Form::Clause));
        is_clause.then(|| self.only_above(true)).flatten()
    }

    fn part_of(&self, block: usize, own: &Locality, tie: Tie, mention: &Mention) -> Option<Bound> {
        let standard = mention.standard.filter(|one| table::knows(one.id))?;
        let mut bound = bound(block, own, tie, mention);
        bound.standard = standard;
        bound.is_control = is_control(own, standard) || (tie == Tie::Column && self.is_under_controls(block, standard));
        Some(bound)
    }

    /// True if the head of the column says that controls stand in it: "ISO 27001 control".
    fn is_under_controls(&self, block: usize, standard: &Standard) -> bool {
        let head =
            self.cell(block).and_then(|cell| self.head(cell)).map(|head| self.document.blocks[head].prose.text());
        let names = |text: &str| {
            let mut words = text.split(|one: char| !one.is_alphabetic()).map(words::class);
            words.any(|class| matches!(class, Some(Word::Annex | Word::Part(Form::Control))))
        };
        standard.id == table::controls().standard && head.is_some_and(names)
    }
}

/// True if a number without the letter is a control of the standard: in the one that explains them every number from
/// its fifth chapter on; in the other what is called so, and an older control that no clause has the number of.
fn is_control(own: &Locality, standard: &Standard) -> bool {
    if standard.id == table::controls().guidance {
        return own.number.first() > 4;
    }
    let is_no_clause = || {
        let deep = own.number.depth() > 2 || own.form == Form::Bare;
        let mut lists = table::lists().iter().filter(|list| list.standard == standard.id);
        own.number.first() > LAST_CLAUSE || (deep && lists.all(|list| list.lacks(own.number)))
    };
    // Alone it may be a control whose letter was left out.
    let known = table::known(own.number);
    let may_be = known == Known::Older || (known == Known::Newer && own.form == Form::Bare);
    standard.id == table::controls().standard && (own.form == Form::Control || (may_be && is_no_clause()))
}

/// The last chapter of the standard that has the controls in its annex.
const LAST_CLAUSE: u8 = 10;

/// True if a word behind a number says whose it is: "clause 9.7 of the contract".
fn names_owner(prose: &str, end: usize) -> bool {
    let behind = prose[end..].trim_start_matches([' ', '\n']);
    words::is_of(&behind[..behind.find(|one: char| !one.is_alphabetic()).unwrap_or(behind.len())])
}

//! Why the number of a clause or control is only remembered: what binds it, its sentence, its row and its label say so.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::super::renumbering;
use super::super::sentence::within;
use super::beside::is_pair;
use super::{Numbers, Row};
use crate::document::{Cell, Document, Kind};
use crate::rule::words::{LABEL_DENIALS, LABEL_FILLERS};
use crate::standard::clause::table::{self, Known};
use crate::standard::clause::{self, Bound, Fault, Form, Locality, Named, Number, Tie};
use crate::standard::context::{Judge, is_value_of_numbers, key};
use crate::standard::grammar::{Reference, Year, YearForm};
use crate::standard::{Citation, Status};

/// How far around a number others may say something of it, in bytes: more than a sentence that is judged may hold.
const NEAR: usize = 2048;

/// How many others on either side of a number in a list are asked whether they are history.
const JOINED: usize = 4;

/// The stretch of a block in which something may be said of what stands at a place.
fn near(own: &Range<usize>) -> Range<usize> {
    own.start.saturating_sub(NEAR)..own.end + NEAR
}

/// The designations of a block near a number.
fn citations_near<'a>(named: &'a Named, own: &Locality) -> &'a [Citation] {
    within(&named.citations, |one| &one.reference.range, &near(&own.range))
}

impl Numbers {
    /// Why the number at `index` is history or stands in a table of correspondence; nothing if it is used.
    #[must_use]
    pub fn history(&self, judge: &Judge<'_>, document: &Document, index: usize) -> Option<String> {
        self.own_history(judge, document, index).or_else(|| self.joined_history(judge, document, index))
    }

    /// True for a number of both editions in a sentence that only remembers an older one whose place it took: A.8.3 in "A.9.4.1 of
    /// ISO/IEC 27001:2013 became A.8.3".
    pub(super) fn is_heir(&self, judge: &Judge<'_>, document: &Document, index: usize) -> bool {
        let own = &self.bound[index];
        let number = own.locality.number;
        if !own.is_control || own.binder.tie == Tie::Beside || table::known(number) != Known::Both {
            return false;
        }
        let sentence = judge.bounds(own.block, &own.locality.range);
        let is_old = |at: &usize| {
            let one = &self.bound[*at];
            let is_near = one.block == own.block && sentence.contains(&one.locality.range.start);
            is_near && table::known(one.locality.number) == Known::Older && successors(one).contains(&number)
        };
        let mut near = index.saturating_sub(JOINED)..(index + 1 + JOINED).min(self.bound.len());
        near.any(|at| is_old(&at) && self.own_history(judge, document, at).is_some())
    }

    /// It stands in a list with one that is history, and the number that took the place of that one in the sentence took its too:
    /// "A.5.15 (was A.9.1.1 and A.9.1.2)".
    fn joined_history(&self, judge: &Judge<'_>, document: &Document, index: usize) -> Option<String> {
        let own = &self.bound[index];
        let localities = &self.named[own.block].localities;
        let in_reach = within(localities, |one| &one.range, &near(&own.locality.range));
        let mut common = successors(own);
        common.retain(|one| in_reach.iter().any(|other| other.number == *one));
        if common.is_empty() {
            return None;
        }
        let sentence = judge.bounds(own.block, &own.locality.range);
        let is_inside = |one: &Locality| sentence.start <= one.range.start && one.range.end <= sentence.end;
        common.retain(|one| in_reach.iter().any(|other| other.number == *one && is_inside(other)));
        let text = document.blocks[own.block].prose.text();
        let is_joined = |first: usize, second: usize| {
            let (first, second) = (&self.bound[first], &self.bound[second]);
            let gap = text.get(first.locality.range.end..second.locality.range.start);
            first.block == second.block && gap.is_some_and(|gap| !gap.contains(['(', ')', ';']) && clause::joins(gap))
        };
        let shares = |at: usize| successors(&self.bound[at]).iter().any(|one| common.contains(one));
        let before = (1..=index).rev().take_while(|at| is_joined(at - 1, *at)).map(|at| at - 1);
        let behind = (index + 1..self.bound.len()).take_while(|at| is_joined(at - 1, *at));
        let before = before.take_while(|at| shares(*at)).take(JOINED);
        let mut all = before.chain(behind.take_while(|at| shares(*at)).take(JOINED));
        all.find_map(|at| self.own_history(judge, document, at))
    }

    /// Why the number at `index` is history or stands in a table of correspondence, by what is said of it alone.
    fn own_history(&self, judge: &Judge<'_>, document: &Document, index: usize) -> Option<String> {
        let own = &self.bound[index];
        self.binder_history(judge, own)
            .or_else(|| self.mention_history(judge, own))
            .or_else(|| self.beside_new(document, index))
            .or_else(|| self.told_as_moved(document, index))
            .or_else(|| self.in_correspondence(document, index))
            .or_else(|| self.labelled_older(document, index))
            .or_else(|| self.keyed_by_edition(document, index))
            .or_else(|| self.headed_by_edition(document, index))
            .or_else(|| self.below_new(document, index))
    }

    /// The binder in the same block is an old edition that is history, and so is what it binds.
    fn binder_history(&self, judge: &Judge<'_>, own: &Bound) -> Option<String> {
        let is_near = matches!(own.binder.tie, Tie::Beside | Tie::Block);
        let (block, range) = own.binder.place.as_ref().filter(|(block, _)| is_near && *block == own.block)?;
        let citations = &self.named[*block].citations;
        let at = citations.binary_search_by_key(&range.start, |one| one.reference.range.start).ok()?;
        // Of a standard that is in force something else is said to be over.
        citations[at].status.verdict()?;
        judge.history(*block, citations, at)
    }

    /// The number is spoken of as a memory, as an old edition would be.
    fn mention_history(&self, judge: &Judge<'_>, own: &Bound) -> Option<String> {
        // Without an edition: a newer one in the sentence says when the number was, not that it is none today.
        let mut own_citation = as_citation(own, own, None);
        if matches!(clause::judge(own, judge.day()), Some(Fault::UnknownClause | Fault::UnknownControl)) {
            own_citation.status = Status::UnknownEdition;
        }
        let apart = |one: &&Citation| is_apart(one, &own_citation);
        let mut all: Vec<Citation> =
            citations_near(&self.named[own.block], &own.locality).iter().filter(apart).cloned().collect();
        all.push(own_citation);
        all.sort_by_key(|one| one.reference.range.start);
        let at = all.iter().position(|one| one.reference.range == own.locality.range)?;
        let history = judge.history(own.block, &all, at).or_else(|| self.pair_history(judge, own));
        history.or_else(|| self.forbidden_history(judge, own, all))
    }

    /// The number stands in a list of numbers that are forbidden: "do not use the numbering of 2013 (A.9.x, A.12.x)". The
    /// others are no words between the prohibition and it.
    fn forbidden_history(&self, judge: &Judge<'_>, own: &Bound, mut all: Vec<Citation>) -> Option<String> {
        let localities = &self.named[own.block].localities;
        let text = judge.document().blocks[own.block].prose.text();
        for one in within(localities, |one| &one.range, &near(&own.locality.range)) {
            let range = one.range.start..one.range.end + family_sign(&text[one.range.end..]);
            let other =
                Citation { reference: Reference::plain(range, "", own.standard.number), ..as_citation(own, own, None) };
            if all.iter().all(|one| is_apart(one, &other)) {
                all.push(other);
            }
        }
        all.sort_by_key(|one| one.reference.range.start);
        let at = all.iter().position(|one| one.reference.range == own.locality.range)?;
        judge.by_mention(own.block, &all, at)
    }

    /// The sentence sets the number beside one that took its place: "A.12.6.1 became A.8.8".
    fn pair_history(&self, judge: &Judge<'_>, own: &Bound) -> Option<String> {
        let (from, to) = years(own)?;
        let successors = successors(own);
        let stretch = near(&own.locality.range);
        let begins = |one: &Bound| (one.block, one.locality.range.start);
        let first = self.bound.partition_point(|one| begins(one) < (own.block, stretch.start));
        let in_block = self.bound[first..].iter().take_while(|one| begins(one) < (own.block, stretch.end));
        // A number of the line above in which this one is listed is that of the group.
        let text = judge.document().blocks[own.block].prose.text();
        let is_group = |one: &Bound| {
            own.locality.number.is_within(one.locality.number)
                && text.get(one.locality.range.end..own.locality.range.start).is_some_and(|gap| gap.contains('\n'))
        };
        let next = in_block.filter(|one| successors.contains(&one.locality.number) && !is_group(one));
        let mut all: Vec<Citation> = next.map(|one| as_citation(one, own, Some(to))).collect();
        if all.is_empty() {
            return None;
        }
        all.push(as_citation(own, own, Some(from)));
        // The designations of the sentence are no words between the two, and no editions to compare with.
        let apart = |one: &&Citation| all.iter().all(|other| is_apart(one, other));
        let others: Vec<Citation> =
            citations_near(&self.named[own.block], &own.locality).iter().filter(apart).cloned().collect();
        all.extend(others.into_iter().map(|one| Citation { standard: None, edition: None, ..one }));
        all.sort_by_key(|one| one.reference.range.start);
        let at = all.iter().position(|one| one.reference.range == own.locality.range)?;
        judge.by_words(own.block, &all, at)
    }

    /// A number that took its place stands right beside it, with a sign between: "A.8.8 (A.12.6.1)", or in a listing
    /// under another key.
    fn beside_new(&self, document: &Document, index: usize) -> Option<String> {
        let own = &self.bound[index];
        let successors = successors(own);
        let neighbours = [index.checked_sub(1), Some(index + 1)];
        let found = neighbours
            .into_iter()
            .flatten()
            .filter_map(|at| self.bound.get(at))
            .find(|other| successors.contains(&other.locality.number) && is_pair(document, own, other))?;
        Some(format!("{}, which took its place, stands beside it", found.locality.number))
    }

    /// Its sentence says that it is gone, or sets a number that took its place beside it with words of the change.
    fn told_as_moved(&self, document: &Document, index: usize) -> Option<String> {
        let own = &self.bound[index];
        let text = document.blocks[own.block].prose.text();
        let (successors, older) = (successors(own), years(own)?.0);
        let localities = &self.named[own.block].localities;
        let in_reach = within(localities, |one| &one.range, &near(&own.locality.range));
        let newer: Vec<_> =
            in_reach.iter().filter(|one| successors.contains(&one.number)).map(|one| one.range.clone()).collect();
        let told = renumbering::told(text, &own.locality.range, &newer, older);
        told.or_else(|| renumbering::called_former(text, &own.locality.range, &newer)).or_else(|| {
            // "A.5.19 (2013: A.15.1 and A.15.2)": all in the brackets is of the older edition.
            let is_newer = |one: &&Locality| own.is_control && table::known(one.number) == Known::Newer;
            let newer = || in_reach.iter().filter(is_newer).map(|one| one.range.clone());
            let own = &own.locality.range;
            renumbering::in_brackets(text, own, newer(), older)
                .or_else(|| renumbering::behind_year(text, own, newer(), older))
        })
    }

    /// The label of its row or item names the older edition, and a number that took its place stands in another row or item
    /// near: "Control: A.5.26" above "2013 mapping: A.16.1.5".
    fn labelled_older(&self, document: &Document, index: usize) -> Option<String> {
        let own = &self.bound[index];
        let (from, to) = years(own)?;
        let block = &document.blocks[own.block];
        let text = block.prose.text();
        let label = match block.kind {
            Kind::Cell(cell) => {
                let row =
                    document.blocks[..own.block].iter().rev().take(NEAREST).take_while(|one| is_of_row(one.kind, cell));
                row.last()?.prose.text()
            }
            Kind::Item | Kind::Metadata | Kind::Text => {
                let written = || Some(text[..own.locality.range.start].split_once(':')?.0);
                key(block).or_else(written)?
            }
            Kind::Note | Kind::Heading(_) | Kind::Code | Kind::Key(_) => return None,
        };
        if label.len() > LABEL || !label.contains(&from.to_string()) || label.contains(&to.to_string()) {
            return None;
        }
        if is_forbidding(label, from) {
            return Some(format!("\"{}\" stands before it", label.trim()));
        }
        let successors = successors(own);
        let near = own.block.saturating_sub(NEIGHBOURS)..(own.block + NEIGHBOURS).min(self.named.len());
        let others = self.named[near].iter().flat_map(|one| one.localities.iter().take(NEIGHBOURS));
        let found = others.into_iter().find(|one| successors.contains(&one.number))?;
        Some(format!("\"{}\" stands before it, and {}, which took its place, near it", label.trim(), found.number))
    }

    /// The key of its value is that of another value beside it, with the year of the older edition in place of the newer, and both
    /// have nothing but numbers.
    fn keyed_by_edition(&self, document: &Document, index: usize) -> Option<String> {
        let own = &self.bound[index];
        let (from, to) = years(own)?;
        let blocks = &document.blocks;
        let of_binder = || key(&blocks[own.binder.place.as_ref()?.0]);
        // European bodies adopted the edition of 2013 in 2017.
        let adopted = if from == ADOPTED.0 { ADOPTED.1 } else { from };
        let years = [from.to_string(), adopted.to_string()];
        let named = |key: &&str| years.iter().any(|year| key.contains(year));
        let label = key(&blocks[own.block]).into_iter().chain(of_binder()).find(named)?;
        let year = years.iter().find(|year| label.contains(*year))?;
        let twin = label.replace(year, &to.to_string());
        let mut near = own.block.saturating_sub(NEIGHBOURS)..(own.block + NEIGHBOURS).min(blocks.len());
        let is_of_numbers = |at: usize| is_value_of_numbers(blocks, at) || is_titled_number(blocks[at].value());
        let has_twin = near.any(|at| key(&blocks[at]) == Some(&*twin) && is_of_numbers(at));
        (is_of_numbers(own.block) && has_twin).then(|| format!("\"{twin}\" stands beside its key"))
    }

    /// The head of its column, or its key in a list of objects, names the older edition alone, and a control that took its place
    /// stands in another cell of its row: "A.8.24" below "id", "A.10.1.1" below "iso_27001_2013".
    fn headed_by_edition(&self, document: &Document, index: usize) -> Option<String> {
        let own = &self.bound[index];
        let Kind::Cell(cell) = document.blocks[own.block].kind else { return None };
        let (from, to) = years(own)?;
        let is_head =
            |block: &&usize| matches!(document.blocks[**block].kind, Kind::Cell(one) if one.column == cell.column);
        let head = || self.heads.get(&cell.table)?.iter().find(is_head).map(|head| document.blocks[*head].prose.text());
        let label = key(&document.blocks[own.block]).or_else(head)?;
        if label.len() > LABEL || label.contains(&to.to_string()) || !names_only(label, from) {
            return None;
        }
        let successors = successors(own);
        let is_new = |one: &&Locality| one.form.is_lettered() && successors.contains(&one.number);
        let in_row = |at: &usize| is_of_row(document.blocks[*at].kind, cell);
        let before = (0..own.block).rev().take(NEAREST).take_while(in_row);
        let behind = (own.block + 1..document.blocks.len()).take(NEAREST).take_while(in_row);
        let found =
            before.chain(behind).find_map(|at| self.named[at].localities.iter().take(NEIGHBOURS).find(is_new))?;
        Some(format!("\"{}\" stands above it, and {}, which took its place, beside it", label.trim(), found.number))
    }

    /// Its row, or the heads of its table, set both editions side by side.
    fn in_correspondence(&self, document: &Document, index: usize) -> Option<String> {
        let own = &self.bound[index];
        let Kind::Cell(cell) = document.blocks[own.block].kind else { return None };
        let row = self.rows(document).get(&(cell.table, cell.row));
        // Below "ISO Clause" 5.1 is a clause and not what A.5.1.1 became.
        let at = |one: &Number, is_clause| row.and_then(|row| row.get(&(*one, is_clause)));
        let is_elsewhere = |at: &Option<usize>| *at != Some(cell.column);
        let is_other = |one: &Number| {
            at(one, false).is_some_and(is_elsewhere) || !own.is_control && at(one, true).is_some_and(is_elsewhere)
        };
        if successors(own).iter().any(is_other) {
            return Some("a number that took its place stands beside it in the table".into());
        }
        let (from, to) = years(own)?;
        let columns = |year| self.columns_of(document, cell.table, year);
        let is_own = |column: &usize| *column == cell.column;
        let is_set_beside = || columns(from).iter().any(is_own) && !columns(to).iter().all(is_own);
        (cell.row > 0 && is_set_beside()).then(|| "its table sets both editions side by side".into())
    }

    /// The columns of a table whose heads name an edition of a year, ascending.
    fn columns_of(&self, document: &Document, table: usize, year: u16) -> Rc<[usize]> {
        if let Some(known) = self.of_year.borrow().get(&(table, year)) {
            return Rc::clone(known);
        }
        let (written, heads) = (year.to_string(), self.heads.get(&table).map(Vec::as_slice).unwrap_or_default());
        let names = |block: &usize| {
            let Kind::Cell(head) = document.blocks[*block].kind else { return None };
            let cites = |one: &Citation| one.edition.is_some_and(|one| one.year == year);
            let is_named = || self.named[*block].citations.iter().any(cites);
            (document.blocks[*block].prose.text().contains(&written) || is_named()).then_some(head.column)
        };
        let columns: Rc<[usize]> = heads.iter().filter_map(names).collect();
        self.of_year.borrow_mut().insert((table, year), Rc::clone(&columns));
        columns
    }

    /// The heading of its section is a number that took its place, and the older edition is named for nothing but that.
    fn below_new(&self, document: &Document, index: usize) -> Option<String> {
        let own = &self.bound[index];
        let older = years(own)?.0;
        let (binder, designation) = own.binder.place.as_ref().filter(|_| own.year == Some(older))?;
        let block = &document.blocks[*binder];
        let is_row = own.binder.tie == Tie::Row;
        if block.prose.text().len() > NEAR {
            return None;
        }
        let rest = without(block.prose.text(), designation, &self.named[*binder].localities);
        let is_sole = !rest.contains(char::is_alphanumeric) && (is_row || *binder == own.block);
        let is_heading = |at: &usize| matches!(document.blocks[*at].kind, Kind::Heading(_));
        let heading = (0..own.block).rev().take(BLOCKS).find(is_heading).filter(|_| is_sole)?;
        let successors = successors(own);
        let found = self.named[heading].localities.iter().take(BLOCKS).find(|one| successors.contains(&one.number))?;
        Some(format!("{}, which took its place, heads its section", found.number))
    }

    /// The numbers of the rows of every table.
    fn rows(&self, document: &Document) -> &HashMap<(usize, usize), Row> {
        self.rows.get_or_init(|| {
            let mut rows: HashMap<(usize, usize), Row> = HashMap::new();
            for one in &self.bound {
                if let Kind::Cell(cell) = document.blocks[one.block].kind {
                    let row = rows.entry((cell.table, cell.row)).or_default();
                    let is_clause = !one.is_control && one.locality.form == Form::Clause;
                    let column = row.entry((one.locality.number, is_clause)).or_insert(Some(cell.column));
                    *column = column.filter(|column| *column == cell.column);
                }
            }
            rows
        })
    }
}

/// How many cells before a number the label of its row is looked for.
const NEAREST: usize = 32;

/// The longest label of a row or an item, in bytes.
const LABEL: usize = 60;

/// How many blocks either side a number that took its place is looked for, and how many numbers in each.
const NEIGHBOURS: usize = 12;

/// True for a block that is a cell of the same row as another.
fn is_of_row(kind: Kind, own: Cell) -> bool {
    matches!(kind, Kind::Cell(cell) if (cell.table, cell.row) == (own.table, own.row))
}

/// How many blocks above a number its heading is looked for, and how many numbers in that.
const BLOCKS: usize = 64;

/// What is left of a text without a designation and the numbers in it.
fn without(text: &str, designation: &Range<usize>, localities: &[Locality]) -> String {
    let numbers = localities.iter().map(|one| &one.range);
    let mut left = String::new();
    let mut at = 0;
    let mut all: Vec<&Range<usize>> = numbers.chain([designation]).collect();
    all.sort_by_key(|range| range.start);
    for range in all {
        left.push_str(text.get(at..range.start).unwrap_or_default());
        at = at.max(range.end);
    }
    left.push_str(text.get(at..).unwrap_or_default());
    left
}

/// True if two citations do not overlap.
fn is_apart(one: &Citation, other: &Citation) -> bool {
    let (one, other) = (&one.reference.range, &other.reference.range);
    one.end <= other.start || one.start >= other.end
}

/// True if a label holds nothing but the name of the standard and the year of an edition: "iso_27001_2013", "ISO/IEC 27001:2013".
fn names_only(label: &str, year: u16) -> bool {
    let mut words = label.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_named = |word: &str| {
        let rest = word.trim_start_matches(|one: char| one.is_ascii_alphabetic());
        ["iso", "iec", ""].contains(&word[..word.len() - rest.len()].to_ascii_lowercase().as_str())
            && rest.bytes().all(|byte| byte.is_ascii_digit())
    };
    label.contains(&year.to_string()) && words.all(is_named)
}

/// True if a value is the number of a control with its title in brackets: "A.9.4.2 (Secure log-on)".
fn is_titled_number(value: &str) -> bool {
    let value = value.trim_matches(['"', '\'', ' ']);
    let title = value.find(" (").filter(|_| value.ends_with(')'));
    title.is_some_and(|at| {
        let number = value[..at].trim_start_matches(['A', 'a', '.']);
        // "(planned)" is no title.
        value[at + 2..].starts_with(char::is_uppercase)
            && number.contains('.')
            && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    })
}

/// The years of the older and the newer edition that a number may be of.
pub(super) fn years(own: &Bound) -> Option<(u16, u16)> {
    let moves = if own.is_control { Some(table::controls()) } else { table::moves(own.standard.id) };
    moves.map(|moves| (moves.from, moves.to))
}

/// The year of an edition, and that in which European bodies adopted it.
const ADOPTED: (u16, u16) = (2013, 2017);

/// What took the place of a number, or of those of a range.
fn successors(own: &Bound) -> Vec<Number> {
    let moves = if own.is_control { Some(table::controls()) } else { table::moves(own.standard.id) };
    moves.map_or_else(Vec::new, |moves| match own.locality.last {
        Some(last) => moves.between(own.locality.number, last),
        None => moves.successors(own.locality.number),
    })
}

/// The length of the sign by which a number stands for all that begin with it: "A.9.x", "A.12.*".
fn family_sign(behind: &str) -> usize {
    let signs = [".x", ".X", ".*", ".n"];
    let ends = |sign: &&str| !behind[sign.len()..].starts_with(char::is_alphanumeric);
    signs.iter().filter(|sign| behind.starts_with(**sign)).find(|sign| ends(sign)).map_or(0, |sign| sign.len())
}

/// True if a label says that what stands behind it is not to be used, in words that say nothing else but the year of the older
/// edition: "Avoid (2013)", "❌ 2013".
fn is_forbidding(label: &str, older: u16) -> bool {
    let lower = label.to_lowercase();
    let older = older.to_string();
    let forbids = |word: &str| LABEL_DENIALS.contains(word);
    let words =
        || lower.split(|one: char| one.is_whitespace() || "(){}[],:*_`".contains(one)).filter(|one| !one.is_empty());
    words().any(forbids) && words().all(|word| forbids(word) || word == older || LABEL_FILLERS.contains(word))
}

/// A number as if an edition of the standard of `of` stood in its place, so that it is judged by the same words.
fn as_citation(own: &Bound, of: &Bound, year: Option<u16>) -> Citation {
    let mut reference = Reference::plain(own.locality.range.clone(), "", of.standard.number);
    reference.year = year.map(|value| Year { value, form: YearForm::Colon });
    let edition = of.standard.editions.iter().find(|one| Some(one.year) == year);
    Citation { reference, standard: Some(of.standard), edition, adoption: None, status: Status::Undated }
}

//! The worklist of a change of edition: every number of an older edition that documents still use, and the new numbers
//! that none names.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::clause::{binder, numbers};
use super::document::Examiner;
use super::repository::append;
use crate::document::Document;
use crate::finding::{Related, Skipped};
use crate::rule::check::clause::{named, written};
use crate::source::Place;
use crate::standard::clause::table::{self, Known, Moves};
use crate::standard::clause::{Bound, Fault, Number, judge};

/// Everything there is to do.
#[derive(Debug)]
pub struct Transition {
    /// The day as of which numbers were judged.
    pub as_of: Date,
    /// How many documents were read.
    pub documents: usize,
    /// Numbers to change, sorted by place.
    pub due: Vec<Due>,
    /// New numbers that no document names, of the standards whose numbers are named, sorted.
    pub unnamed: Vec<Unnamed>,
    /// How many older numbers are only remembered.
    pub history: usize,
    /// What was not read, sorted by path.
    pub skipped: Vec<Skipped>,
}

/// An older number in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Where it stands.
    pub place: Place,
    /// The text at the place, as written.
    pub text: String,
    /// Designation of the standard without year.
    pub standard: &'static str,
    /// The number as it should be written.
    pub number: String,
    /// The numbers of the newer edition.
    pub new: Vec<String>,
    /// What kind of change it is.
    pub change: Change,
    /// Other older numbers that the new one takes in.
    pub with: Vec<String>,
    /// What binds it to the standard, if its place is known.
    pub binder: Option<Related>,
}

/// What becomes of an older number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// One number for one, or a group of which all went to one.
    One,
    /// The new number takes in others as well: somebody must make one of what is said of each.
    Merged,
    /// It went to several: somebody must decide which is meant.
    Split,
    /// It stands for a group or a range that went to several: somebody must name those that are meant.
    Group,
    /// Both editions have the number, for something else: somebody must look which is meant.
    Either,
}

impl Change {
    /// The word for it in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Merged => "merged",
            Self::Split => "split",
            Self::Group => "group",
            Self::Either => "either",
        }
    }

    /// True if a person must decide.
    #[must_use]
    pub fn needs_decision(self) -> bool {
        match self {
            Self::One => false,
            Self::Merged | Self::Split | Self::Group | Self::Either => true,
        }
    }
}

/// A number of a newer edition that no document names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unnamed {
    /// Designation of the standard without year.
    pub standard: &'static str,
    /// Year of the newer edition.
    pub year: u16,
    /// True if the number has the letter of the annex.
    pub is_control: bool,
    /// The number.
    pub number: Number,
    /// What it is about.
    pub about: &'static str,
}

/// What one document gives for the worklist.
#[derive(Debug, Default)]
pub struct Worklist {
    /// Older numbers that are used.
    pub due: Vec<Due>,
    /// How many are only remembered.
    pub history: usize,
    /// The numbers that are named, by the index of the table of moves they belong to; without a number, that the table
    /// matters at all.
    pub named: BTreeSet<(usize, Option<Number>)>,
}

impl Worklist {
    /// True if there is nothing on it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { due, history, named } = self;
        due.is_empty() && *history == 0 && named.is_empty()
    }

    /// Adds what another document gave.
    pub fn merge(&mut self, other: Self) {
        append(&mut self.due, other.due);
        self.history += other.history;
        self.named.extend(other.named);
    }

    /// Puts everything in order and finds the new numbers that nobody names.
    #[must_use]
    pub fn finish(mut self, as_of: Date, documents: usize, skipped: Vec<Skipped>) -> Transition {
        self.due.sort_by(|a, b| (&a.place, &a.number).cmp(&(&b.place, &b.number)));
        let unnamed = table::all_moves().iter().enumerate().flat_map(|(at, moves)| unnamed(at, moves, &self.named));
        Transition { as_of, documents, unnamed: unnamed.collect(), due: self.due, history: self.history, skipped }
    }
}

/// The new numbers of a table of which none is named, provided that any number of it is.
fn unnamed(at: usize, moves: &'static Moves, named: &BTreeSet<(usize, Option<Number>)>) -> Vec<Unnamed> {
    if !named.contains(&(at, None)) {
        return Vec::new();
    }
    let own = || named.iter().filter(|(of, _)| *of == at).filter_map(|(_, number)| *number);
    let is_unnamed = |one: &&table::New| !own().any(|number| number.is_within(one.number));
    let is_control = !moves.guidance.is_empty();
    let show = |one: &table::New| Unnamed {
        standard: moves.standard,
        year: moves.to,
        is_control,
        number: one.number,
        about: one.about,
    };
    moves.new.iter().filter(is_unnamed).map(show).collect()
}

/// Lists what there is to do in a document; of the blocks before `above` no place is known.
pub(super) fn list(document: &Document, above: usize, examiner: &mut Examiner<'_>) {
    let on = examiner.settings.as_of;
    let numbers = numbers(document, examiner.source, on);
    let mut locator = examiner.source.locator();
    let is_old = numbers.bound.iter().any(|one| judge(one, on) == Some(Fault::RenumberedControl));
    for (index, bound) in numbers.bound.iter().enumerate().filter(|(_, bound)| bound.block >= above) {
        let Some(at) = table_of(bound) else { continue };
        note(bound, at, &mut examiner.out.worklist.named);
        let Some(change) = change(bound, on, is_old) else { continue };
        if numbers.history(&examiner.judge, document, index).is_some() {
            examiner.out.worklist.history += 1;
            continue;
        }
        let moves = &table::all_moves()[at];
        let new = successors(bound, moves);
        let range = &bound.locality.range;
        let label = examiner.label(document.blocks[bound.block].prose.source_span(range.start, range.end));
        let with = match (change, new.as_slice()) {
            (Change::Merged, [one]) => others(bound, moves, *one).map(|one| named(bound, one)).collect(),
            _ => Vec::new(),
        };
        examiner.out.worklist.due.push(Due {
            place: label.place,
            text: label.text,
            standard: bound.standard.id,
            number: written(bound),
            new: new.iter().map(|one| named(bound, *one)).collect(),
            change,
            with,
            binder: binder(document, above, bound, &mut locator),
        });
    }
}

/// Notes what a bound number names of the newer edition, of a range each new number in it.
fn note(bound: &Bound, at: usize, out: &mut BTreeSet<(usize, Option<Number>)>) {
    let (own, moves) = (&bound.locality, &table::all_moves()[at]);
    out.insert((at, None));
    if bound.year == Some(moves.from) {
        return;
    }
    let inside = |one: &&table::New| (own.number..=own.last.unwrap_or(own.number)).contains(&one.number);
    out.extend(moves.new.iter().filter(inside).map(|one| (at, Some(one.number))));
    out.insert((at, Some(own.number)));
}

/// Index of the table that says where the number went.
fn table_of(bound: &Bound) -> Option<usize> {
    table::all_moves().iter().position(|moves| match bound.is_control {
        true => !moves.guidance.is_empty(),
        false => moves.guidance.is_empty() && moves.standard == bound.standard.id,
    })
}

/// What kind of change an older number needs; nothing if it is none. A number that both editions have is doubtful in a
/// document that uses older ones.
fn change(bound: &Bound, on: Date, is_old: bool) -> Option<Change> {
    let own = &bound.locality;
    match judge(bound, on) {
        Some(Fault::RenumberedControl | Fault::RenumberedClause) => {}
        Some(Fault::UnknownClause | Fault::UnknownControl) => return None,
        None if bound.is_control => {
            let both = table::known(own.number) == Known::Both && own.last.is_none();
            let stays = table::controls().successors(own.number) == [own.number];
            let is_doubtful = both && !stays && is_old && bound.year.is_none() && own.number.depth() > 1;
            return is_doubtful.then_some(Change::Either);
        }
        None => {
            let moves = table::moves(bound.standard.id)?;
            let stated = bound.year == Some(moves.from) && table::list(bound.standard.id, moves.from).is_some();
            if !stated || moves.successors(own.number).is_empty() {
                return None;
            }
        }
    }
    let moves = &table::all_moves()[table_of(bound)?];
    Some(kind(bound, moves))
}

fn kind(bound: &Bound, moves: &Moves) -> Change {
    let own = &bound.locality;
    let is_single = own.last.is_none() && moves.links.iter().any(|link| link.from == own.number);
    match (successors(bound, moves).as_slice(), is_single) {
        ([one], _) if others(bound, moves, *one).next().is_none() => Change::One,
        ([_], _) => Change::Merged,
        (_, true) => Change::Split,
        (_, false) => Change::Group,
    }
}

/// The older numbers that a new one takes in beside those that are written.
fn others(bound: &Bound, moves: &Moves, new: Number) -> impl Iterator<Item = Number> {
    let (first, last) = (bound.locality.number, bound.locality.last);
    let is_written = move |one: Number| match last {
        Some(last) => (one >= first && one <= last) || one.is_within(first) || one.is_within(last),
        None => one.is_within(first),
    };
    moves.predecessors(new).into_iter().filter(move |one| !is_written(*one))
}

fn successors(bound: &Bound, moves: &Moves) -> Vec<Number> {
    match bound.locality.last {
        Some(last) => moves.between(bound.locality.number, last),
        None => moves.successors(bound.locality.number),
    }
}

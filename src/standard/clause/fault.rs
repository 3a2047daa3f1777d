//! What is wrong with a number that is bound to a standard.

use jiff::civil::Date;

use super::super::status;
use super::model::{Bound, Form, Number, Tie};
use super::table::{self, Known};

/// What is wrong with the number of a clause or control; at most one for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// No such clause in the edition, nor an older one that became something in it.
    UnknownClause,
    /// A clause of an older edition where the document speaks of the newer one.
    RenumberedClause,
    /// A control of neither edition.
    UnknownControl,
    /// A control of the older edition.
    RenumberedControl,
}

/// What is wrong with a number on the day, if anything.
#[must_use]
pub fn judge(bound: &Bound, on: Date) -> Option<Fault> {
    if bound.is_control { judge_control(bound, on) } else { judge_clause(bound, on) }
}

fn judge_control(bound: &Bound, on: Date) -> Option<Fault> {
    let controls = table::controls();
    let newer = bound.standard.editions.iter().find(|one| one.year == controls.to)?;
    let stated = bound.year.is_none_or(|year| year == controls.from || year == controls.to);
    // Before the newer edition appeared the older numbers were right; of still older ones nothing is on record.
    if newer.published.latest > on || !stated {
        return None;
    }
    match known(bound) {
        Known::Older => is_firm(bound).then_some(Fault::RenumberedControl),
        Known::Both => {
            let is_close = bound.binder.tie <= Tie::Document && is_firm(bound);
            let is_older = is_close && bound.year == Some(controls.from) && !stays(bound);
            is_older.then_some(Fault::RenumberedControl)
        }
        Known::Newer => None,
        Known::Neither => is_surely_unknown(bound).then_some(Fault::UnknownControl),
    }
}

/// In which edition the number is, and of a range both ends: one that only the older edition has decides.
fn known(bound: &Bound) -> Known {
    let (first, last) = (table::known(bound.locality.number), bound.locality.last.map(table::known));
    match (first, last) {
        (Known::Both, Some(Known::Older)) | (Known::Older, Some(Known::Both)) => Known::Older,
        (one, None) => one,
        (one, Some(other)) if one == other => one,
        _ => Known::Newer,
    }
}

/// True if all of a group went to the control that has its number today.
fn stays(bound: &Bound) -> bool {
    let number = bound.locality.number;
    bound.locality.last.is_none() && table::controls().successors(number) == [number]
}

/// True if the tie is close enough for the number: a lone level and a group need a closer one than a control.
fn is_firm(bound: &Bound) -> bool {
    let tie = bound.binder.tie;
    match bound.locality.number.depth() {
        // "14 controls of ISO 27001" counts them.
        1 => {
            let is_older = tie == Tie::Document && bound.year == Some(table::controls().from);
            (tie <= Tie::Section || is_older) && bound.locality.form.is_lettered() && !is_before_binder(bound)
        }
        2 => tie <= Tie::Document,
        _ => true,
    }
}

/// True if the binder is no more than named further on in the text: "Gate A.9, ISO 27001".
fn is_before_binder(bound: &Bound) -> bool {
    let binder = bound.binder.place.as_ref().filter(|_| bound.binder.tie == Tie::Block);
    binder.is_some_and(|(_, range)| range.start > bound.locality.range.start)
}

/// The last first level, second and third level that the controls of editions before the older one may have had. They
/// are not on record, so that such a number is called unknown only where the edition is stated, or where a group on
/// record would hold it.
const EARLIER: (u8, u8) = (15, 10);

fn is_surely_unknown(bound: &Bound) -> bool {
    let number = bound.locality.number;
    let (first, other) = EARLIER;
    let is_in_group = number.depth() > 2 && table::known(number.ancestor(2)) != Known::Neither;
    let earlier =
        !is_in_group && (6..=first).contains(&number.first()) && number.level(1) <= other && number.level(2) <= other;
    let is_close = match bound.locality.form {
        Form::Bare => is_of_guidance(bound),
        Form::Lettered | Form::Spaced | Form::Control | Form::Clause | Form::Section => bound.binder.tie <= Tie::Row,
    };
    is_close && number.depth() > 1 && (!earlier || bound.year.is_some())
}

/// True if the number stands right behind a stated edition of the standard whose chapters of controls it may be in:
/// "ISO/IEC 27002:2022 (8.8, 5.39)".
fn is_of_guidance(bound: &Bound) -> bool {
    let number = bound.locality.number;
    let is_of_theme = number.depth() == 2 && (5..=8).contains(&number.first());
    let is_stated = bound.year.is_some() && bound.standard.id == table::controls().guidance;
    is_of_theme && is_stated && bound.binder.tie == Tie::Beside
}

fn judge_clause(bound: &Bound, on: Date) -> Option<Fault> {
    let number = bound.locality.number;
    let current = || status::current(bound.standard, on).map(|edition| edition.year);
    let list = table::list(bound.standard.id, bound.year.or_else(current)?)?;
    // What is called a control is no clause.
    if bound.locality.form == Form::Control || !list.lacks(number) {
        return None;
    }
    Some(if moved_to(bound, list.year).is_some() { Fault::RenumberedClause } else { Fault::UnknownClause })
}

/// True if a number means the same once the year of the edition that binds it is the newer one, or is seen to be at fault and
/// has one number to go to: else a reader would take it for something that its writer did not mean, or for something that
/// is not there.
#[must_use]
pub fn bears_newer_year(bound: &Bound, newer: u16) -> bool {
    let own = &bound.locality;
    if own.is_annex() {
        return true;
    }
    let moves = if bound.is_control { Some(table::controls()) } else { table::moves(bound.standard.id) };
    let Some(moves) = moves.filter(|moves| Some(moves.from) == bound.year && moves.to == newer) else { return false };
    let is_told = |number: Number| match bound.is_control {
        true => table::known(number) == Known::Older,
        false => table::list(bound.standard.id, newer).is_some_and(|list| list.lacks(number)),
    };
    let is_same = || own.last.is_none() && moves.successors(own.number) == [own.number];
    let is_one_for_one =
        || matches!(moves.successors(own.number)[..], [new] if moves.predecessors(new) == [own.number]);
    is_same() || own.last.is_none() && is_told(own.number) && is_one_for_one()
}

/// The numbers that a clause of an older edition became in the edition of a year.
#[must_use]
pub fn moved_to(bound: &Bound, year: u16) -> Option<Vec<Number>> {
    let moves = table::moves(bound.standard.id).filter(|moves| moves.to == year)?;
    let older = table::list(bound.standard.id, moves.from)?;
    let successors = moves.successors(bound.locality.number);
    (older.clauses.contains(&bound.locality.number) && !successors.is_empty()).then_some(successors)
}

//! Lists and ranges of numbers: "A.12.4.1, .2 and .3", "A.9.2.1 to A.9.2.6".

use super::model::{Form, Locality, Number};
use super::scan::Token;
use super::words;

/// Adds a number, or makes it the end of the range that the last one begins.
pub(super) fn add(prose: &str, own: Locality, found: &mut Vec<Locality>) {
    if let Some(last) = found.last_mut()
        && last.form.is_lettered() == own.form.is_lettered()
        && goes_to(prose, last, own.range.start, own.number)
    {
        last.last = Some(own.number);
        last.range.end = own.range.end;
        return;
    }
    found.push(own);
}

/// Adds a number without letter or word: what the last one is, if it goes on with its list or range; else it is bare,
/// and then a lone level says nothing.
pub(super) fn add_bare(prose: &str, mut own: Locality, found: &mut Vec<Locality>) {
    let depth = own.number.depth();
    if let Some(last) = found.last_mut() {
        let gap = &prose[last.range.end..own.range.start];
        let same_depth = last.number.depth() == depth;
        if same_depth && goes_to(prose, last, own.range.start, own.number) {
            last.last = Some(own.number);
            last.range.end = own.range.end;
            return;
        }
        let alike = same_depth || (!last.form.is_lettered() && last.form != Form::Bare);
        if words::joins(gap) && alike {
            own.form = if last.form == Form::Spaced { Form::Lettered } else { last.form };
            own.is_foreign = last.is_foreign;
        }
    }
    if depth > 1 || own.form != Form::Bare {
        found.push(own);
    }
}

/// Adds a number of which only the last level is written: `.2` behind `A.12.4.1`, `2` behind `A.12.4.1/`, and the end of
/// a range, `-3`; tells if it is one.
pub(super) fn shortened(prose: &str, token: &Token, found: &mut Vec<Locality>) -> bool {
    let Some(last) = found.last_mut().filter(|last| last.number.depth() > 2 && token.number.depth() == 1) else {
        return false;
    };
    let dotted = prose[..token.range.start].ends_with('.');
    let start = token.range.start - usize::from(dotted);
    if start < last.range.end {
        return false;
    }
    let gap = &prose[last.range.end..start];
    let number = last.last.unwrap_or(last.number).with_last(token.number.first());
    if matches!(gap, "-") && last.last.is_none() && number > last.number {
        last.last = Some(number);
        last.range.end = token.range.end;
        return true;
    }
    let joined = if dotted { words::joins(gap) } else { gap == "/" };
    if joined {
        let form = if last.form == Form::Spaced { Form::Lettered } else { last.form };
        let next = Locality { range: start..token.range.end, number, last: None, form, is_foreign: last.is_foreign };
        found.push(next);
    }
    joined
}

/// True if `number` at `start` ends a range that `last` begins.
fn goes_to(prose: &str, last: &Locality, start: usize, number: Number) -> bool {
    start > last.range.end
        && last.last.is_none()
        && last.number.depth() == number.depth()
        && last.number < number
        && words::spans(&prose[last.range.end..start])
}

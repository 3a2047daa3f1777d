//! History by the table: a column of old editions, a state in the row, a change log without a heading.

use super::super::citation::{Citation, cite};
use super::super::grammar;
use super::contrast;
use super::cue::{Cue, Scope};
use super::date;
use super::heading::ATTRIBUTES;
use super::judge::Judge;
use super::label;
use super::lexicon::{AIMS, FINISHED};
use super::sentence::Sentence;
use super::word::{is_current, words};
use crate::document::{Block, Cell, Kind};

impl Judge<'_> {
    pub(super) fn by_table(&self, block_at: usize, own: &Citation) -> Option<String> {
        let Kind::Cell(cell) = self.document.blocks[block_at].kind else { return None };
        let cells = cells(&self.outline().cells(self.document, block_at, cell));
        self.by_header(&cells, block_at, cell)
            .or_else(|| self.by_field(&cells, block_at, own))
            .or_else(|| self.by_row(&cells, block_at, own))
            .or_else(|| self.by_column_of_use(&cells, cell, own))
            .or_else(|| self.by_expiry(&cells, cell))
            .or_else(|| self.by_log(&cells, cell))
            .or_else(|| self.by_editions(&cells, block_at, own))
            .or_else(|| self.by_figures(&cells, block_at, own))
    }

    /// The header of the column, or the first cell of the row.
    fn by_header(&self, cells: &[(&str, Cell)], block_at: usize, cell: Cell) -> Option<String> {
        let is_header = |at: &Cell| at.row == 0 && at.column == cell.column && cell.row > 0;
        let is_label = |at: &Cell| at.row == cell.row && at.column == 0 && cell.column > 0;
        cells.iter().filter(|(_, at)| is_header(at) || is_label(at)).find_map(|(text, at)| {
            let is_data = self.document.blocks[block_at].entry().is_some();
            // "Replaces (`replaces`)": behind the label stands what else it is called.
            let named = text.split(" (").next().unwrap_or_default();
            let label = label::Label::of(named).filter(|_| !(is_data && ATTRIBUTES.contains(text)))?;
            // "Old software" tells nothing of the rest of its row, "old certificate" does.
            let told = |cue: &&Cue| (cue.scope == Scope::Column && is_header(at)) || label.is_of_standards(cue);
            let cue =
                [Scope::Column, Scope::State].iter().find_map(|one| label.cue(*one, self.without)).filter(told)?;
            Some(format!("its table says \"{}\"", label::shown(named, cue)))
        })
    }

    /// The field whose value the citation is: "Former edition".
    fn by_field(&self, cells: &[(&str, Cell)], block_at: usize, own: &Citation) -> Option<String> {
        let block = &self.document.blocks[block_at];
        let Kind::Cell(cell) = block.kind else { return None };
        let is_value =
            cell.column == 1 && !block.prose.text()[..own.reference.range.start].contains(char::is_alphabetic);
        let (field, _) = cells.iter().find(|(_, at)| at.row == cell.row && at.column == 0).filter(|_| is_value)?;
        Some(format!("its table says \"{}\"", Sentence::only_past(field, self.without)?))
    }

    /// Another cell of the row names a newer edition or a state.
    fn by_row(&self, cells: &[(&str, Cell)], block_at: usize, own: &Citation) -> Option<String> {
        let block = &self.document.blocks[block_at];
        let Kind::Cell(cell) = block.kind else { return None };
        let others = cells.iter().filter(|(_, at)| at.row == cell.row && at.column != cell.column);
        let newer = |other: &str| grammar::find(other).into_iter().any(|one| self.is_newer(&cite(one, self.on), own));
        let text = block.prose.text();
        let rest = [&text[..own.reference.range.start], &text[own.reference.range.end..]];
        let is_alone = || !rest.iter().any(|part| part.contains(char::is_alphanumeric));
        // "Completed", or a day that has passed: what was aimed at is reached.
        let is_reached = || {
            let is_end = |word: &str| FINISHED.contains(word.to_lowercase().as_str());
            let dated = |text: &str| date::has_passed(text, self.on) || date::names_past_year(text, self.on);
            let is_plain = |text: &str| grammar::find(text).is_empty();
            others.clone().any(|(text, _)| is_plain(text) && (words(text).any(is_end) || dated(text)))
        };
        let is_aim = |at: &Cell| is_alone() && are_today_and_aim(cells, cell.column, at.column) && !is_reached();
        if others.clone().any(|(other, at)| newer(other) && !is_aim(at)) {
            return Some("a newer edition stands beside it in the table".into());
        }
        // "Mail | retired | ISO 9001": behind a name, a state before the citation is said of that. Data have no such order.
        let first = cells.iter().find(|(_, at)| at.row == cell.row && at.column == 0).map_or("", |(text, _)| *text);
        // A cell without letters may be long, so that it is read only where it is a name.
        let is_named = || {
            block.entry().is_none()
                && first.contains(char::is_alphabetic)
                && !first.contains(|one: char| one.is_ascii_digit())
        };
        let of_name = |at: &Cell| 0 < at.column && at.column < cell.column && is_named();
        let state =
            others.filter(|(_, at)| !of_name(at)).find_map(|(other, _)| Sentence::first_state(other, self.without))?;
        Some(format!("its row says \"{state}\""))
    }

    /// A list of editions with the years in which they came: the year of the citation stands beside it as a date, and a newer
    /// edition in another row of its column.
    fn by_editions(&self, cells: &[(&str, Cell)], block_at: usize, own: &Citation) -> Option<String> {
        let blocks = &self.document.blocks;
        let Kind::Cell(cell) = blocks[block_at].kind else { return None };
        let year = own.reference.year?.value.to_string();
        let mut others = cells.iter().filter(|(_, at)| at.row == cell.row && at.row > 0 && at.column != cell.column);
        if !others.any(|(text, _)| text.contains(&year) && date::has_passed(text, self.on)) {
            return None;
        }
        self.has_newer_beside(block_at, cell, own).then(|| "its table lists editions with their years".into())
    }

    /// A row that begins with an edition, under a word for versions, and tells how much stands in that, as another does of a
    /// newer one: "27001:2005 | 11 domains | 133 controls".
    fn by_figures(&self, cells: &[(&str, Cell)], block_at: usize, own: &Citation) -> Option<String> {
        let block = &self.document.blocks[block_at];
        let Kind::Cell(cell) = block.kind else { return None };
        let text = block.prose.text();
        let range = &own.reference.range;
        let is_bare = |text: &str| !text.contains(char::is_alphanumeric);
        if cell.column > 0 || cell.row == 0 || own.reference.year.is_none() || block.entry().is_some() {
            return None;
        }
        let (head, _) = cells.iter().find(|(_, at)| at.row == 0 && at.column == 0)?;
        let is_version = || label::Label::of(head).is_some_and(|one| one.cue(Scope::Versions, self.without).is_some());
        if !(is_bare(&text[..range.start]) && is_bare(&text[range.end..]) && is_version()) {
            return None;
        }
        let others = || cells.iter().filter(|(_, at)| at.row == cell.row && at.column > 0).map(|(text, _)| *text);
        if !others().any(contrast::is_count) || !others().all(|text| text.trim().is_empty() || contrast::is_count(text))
        {
            return None;
        }
        let beside = || self.has_newer_beside(block_at, cell, own);
        beside().then(|| "its table tells what stands in each edition".into())
    }

    /// True if another row of the column of a cell names a newer edition.
    fn has_newer_beside(&self, block_at: usize, cell: Cell, own: &Citation) -> bool {
        let blocks = &self.document.blocks;
        let is_beside = |block: &&Block| match block.kind {
            Kind::Cell(at) => at.table == cell.table && at.column == cell.column && at.row != cell.row,
            Kind::Text | Kind::Note | Kind::Item | Kind::Heading(_) | Kind::Code | Kind::Metadata | Kind::Key(_) => {
                false
            }
        };
        let near = &blocks[block_at.saturating_sub(NEAR)..blocks.len().min(block_at + NEAR)];
        let texts = near.iter().filter(is_beside).map(|block| block.prose.text()).filter(|text| text.len() <= LONGEST);
        let newer = |text: &str| grammar::find(text).into_iter().any(|one| self.is_newer(&cite(one, self.on), own));
        texts.into_iter().any(newer)
    }

    /// A column of days after which the rest of the row is over, with one that has passed in the row.
    fn by_expiry(&self, cells: &[(&str, Cell)], cell: Cell) -> Option<String> {
        let is_expiry =
            |text: &str| label::Label::of(text).is_some_and(|label| label.cue(Scope::Expiry, self.without).is_some());
        let period = cells.iter().find(|(text, at)| {
            at.row == cell.row && at.row > 0 && at.column != cell.column && date::is_past_span(text, self.on)
        });
        if let Some((period, _)) = period {
            return Some(format!("its row says \"{}\"", period.trim()));
        }
        let is_validity =
            |text: &str| label::Label::of(text).is_some_and(|label| label.cue(Scope::Validity, self.without).is_some());
        let mut periods = cells.iter().filter(|(text, at)| {
            at.row == cell.row && at.row > 0 && at.column != cell.column && date::is_past_period(text, self.on)
        });
        let is_headed = |(_, period): &&(&str, Cell)| {
            cells.iter().any(|(text, at)| at.row == 0 && at.column == period.column && is_validity(text))
        };
        if let Some((period, _)) = periods.find(is_headed) {
            return Some(format!("its row says \"{}\"", period.trim()));
        }
        let headers = cells.iter().filter(|(text, at)| at.row == 0 && at.column != cell.column && is_expiry(text));
        headers.filter(|_| cell.row > 0).find_map(|(head, header)| {
            let ends = |at: &Cell| at.row == cell.row && at.column == header.column;
            let (day, _) = cells.iter().find(|(text, at)| ends(at) && date::has_passed(text, self.on))?;
            Some(format!("its row says \"{} {}\"", head.trim(), day.trim()))
        })
    }

    /// A column of versions and one of changes or dates, one of the two in front; or one of events and one of dates.
    fn by_log(&self, cells: &[(&str, Cell)], cell: Cell) -> Option<String> {
        if cell.row == 0 {
            return None;
        }
        let headers = || cells.iter().filter(|(_, at)| at.row == 0);
        let is = |text: &str, scopes: &[Scope]| {
            let is_one = |label: label::Label| scopes.iter().any(|scope| label.cue(*scope, self.without).is_some());
            label::Label::of(text).is_some_and(is_one)
        };
        let has = |scope| headers().any(|(one, _)| is(one, &[scope]));
        let first = headers().find(|(_, at)| at.column == 0)?.0;
        let leads = is(first, &[Scope::Versions, Scope::Changes, Scope::Events]);
        let follows = cell.column > 0 && leads && has(Scope::Changes);
        if follows && has(Scope::Versions) {
            return Some("its table is a change log".into());
        }
        let of_event = headers().any(|(text, at)| at.column == cell.column && is(text, &[Scope::Events]));
        let others = cells.iter().filter(|(_, at)| at.row == cell.row && at.column != cell.column);
        let is_chronicle = (follows && has(Scope::Events)) || (of_event && has(Scope::Changes));
        let dated = || others.into_iter().any(|(text, _)| date::names_past_year(text, self.on));
        (is_chronicle && dated()).then(|| "its table is a chronicle".into())
    }
}

/// True if the heads of two columns are the same but that one says of today what the other says of what is to come: "Current
/// edition", "Target edition".
fn are_today_and_aim(cells: &[(&str, Cell)], today: usize, aim: usize) -> bool {
    let head = |column: usize| {
        let (text, _) = cells.iter().find(|(_, at)| at.row == 0 && at.column == column)?;
        let lower = text.to_lowercase();
        let (first, rest) = lower.split_once([' ', '_', '-'])?;
        Some((first.to_owned(), rest.to_owned()))
    };
    let (Some((today, own)), Some((aim, other))) = (head(today), head(aim)) else { return false };
    is_current(&today) && AIMS.contains(aim.as_str()) && own == other
}

/// How many cells before and behind one are looked at for another edition, and how long these may be, in bytes.
const NEAR: usize = 48;
const LONGEST: usize = 200;

/// The longest cell that says something of its row or column, in bytes: a longer one is prose, and would be read again for
/// each citation beside it.
const PROSE: usize = 1 << 10;

/// The texts of cells, without those that are prose. The key in a cell of data is the header of its column.
fn cells<'a>(blocks: &[(&'a Block, Cell)]) -> Vec<(&'a str, Cell)> {
    let mut cells = Vec::with_capacity(2 * blocks.len());
    for (block, at) in blocks {
        match block.entry() {
            Some((key, value)) => cells.extend([(key, Cell { row: 0, ..*at }), (value, *at)]),
            None => cells.push((block.prose.text(), *at)),
        }
    }
    cells.retain(|(text, _)| text.len() <= PROSE);
    cells
}

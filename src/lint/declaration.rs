//! Declarations: what a document says of itself, in its front matter or data, that it satisfies.

use std::ops::Range;

use jiff::civil::Date;

use super::requirement;
use crate::document::{Block, Kind};
use crate::rule::facts::Misdeclared;
use crate::standard::clause::{Number, table};
use crate::standard::inquiry;

/// The key under which declarations stand.
const KEY: &str = "satisfies";

/// The standard whose clauses elements answer to.
const SYSTEM: &str = "ISO/IEC 20000-1";

/// The edition of it.
const EDITION: i16 = 2018;

/// A clause that a document declares, or a text where one should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// The standard as written; empty if none is named.
    pub standard: String,
    /// The clause as written.
    pub clause: String,
    /// The block and the bytes of its prose that are at fault, or that name the clause.
    pub at: (usize, Range<usize>),
    /// What is wrong.
    pub fault: Option<Misdeclared>,
}

/// Every clause that is declared in the blocks, in their order.
#[must_use]
pub fn declared(blocks: &[Block]) -> Vec<Declared> {
    let mut all = requirement::declared(blocks);
    for (at, block) in blocks.iter().enumerate() {
        let text = block.prose.text();
        match block.kind {
            Kind::Key(level) if is_key(text) && !requirement::is_component(blocks, at) => {
                under(blocks, at, level, &mut all)
            }
            Kind::Metadata if text.split_once(':').is_some_and(|(key, _)| is_key(key)) => {
                all.push(Declared::wrong((at, 0..text.trim_end().len()), text));
            }
            _ => {}
        }
    }
    all
}

fn is_key(text: &str) -> bool {
    text.trim() == KEY
}

/// A value without the comment that is read with it; no clause and no name of a standard holds its sign.
fn without_comment(text: &str) -> &str {
    text.split_once(" #").map_or(text, |(value, _)| value)
}

/// What stands under the key at `at`.
fn under(blocks: &[Block], at: usize, level: u8, all: &mut Vec<Declared>) {
    let mut standard: Option<(usize, String)> = None;
    for (at, block) in blocks.iter().enumerate().skip(at + 1) {
        let text = without_comment(block.prose.text()).trim();
        let start = block.prose.text().len() - block.prose.text().trim_start().len();
        let whole = start..start + text.len();
        match block.kind {
            Kind::Key(other) if other <= level => return,
            Kind::Key(_) => standard = Some((at, text.to_owned())),
            Kind::Metadata if block.entry().is_some() => {
                let (key, clause) = block.entry().unwrap_or_default();
                let (key, clause) = (key.trim(), without_comment(clause).trim());
                let from = start + text.len() - clause.len();
                all.push(Declared::of((at, start..start + key.len()), key, (at, from..whole.end), clause));
            }
            // A comment.
            Kind::Note | Kind::Text => {}
            Kind::Item | Kind::Cell(_) | Kind::Metadata => match &standard {
                Some((key, name)) => {
                    let key = (*key, 0..blocks[*key].prose.text().trim_end().len());
                    all.push(Declared::of(key, name, (at, whole), text));
                }
                None => all.push(Declared::wrong((at, whole), text)),
            },
            Kind::Heading(_) | Kind::Code => return,
        }
    }
}

impl Declared {
    pub(super) fn wrong(at: (usize, Range<usize>), text: &str) -> Self {
        let clause = text.trim().to_owned();
        Self { standard: String::new(), clause, at, fault: Some(Misdeclared::Shape) }
    }

    pub(super) fn of(key: (usize, Range<usize>), standard: &str, at: (usize, Range<usize>), clause: &str) -> Self {
        let fault = fault(standard, clause);
        let at = if fault == Some(Misdeclared::Standard) { key } else { at };
        Self { standard: standard.to_owned(), clause: clause.to_owned(), at, fault }
    }

    /// True if the declaration is about a clause of the edition, or one above it.
    #[must_use]
    pub fn covers(&self, clause: &str) -> bool {
        self.fault.is_none() && covers(&self.standard, &self.clause, clause)
    }
}

/// True if a clause of a standard that is declared is the clause of the edition, or one above it.
pub(super) fn covers(standard: &str, declared: &str, clause: &str) -> bool {
    let below = clause.strip_prefix(declared);
    below.is_some_and(|rest| rest.is_empty() || rest.starts_with('.')) && names_system(standard)
}

/// True if the text names the requirements for a service management system, in the edition in force.
pub(super) fn names_system(standard: &str) -> bool {
    inquiry::ask(standard, Date::MAX).is_ok_and(|found| {
        let is_edition = found.citation.edition.is_none_or(|edition| i64::from(edition.year) == i64::from(EDITION));
        is_edition && matches!(found.standards.as_slice(), [one] if one.id == SYSTEM)
    })
}

/// What is wrong with a clause that is declared of a standard.
pub(super) fn fault(standard: &str, clause: &str) -> Option<Misdeclared> {
    let Ok(found) = inquiry::ask(standard, Date::MAX) else { return Some(Misdeclared::Standard) };
    let [one] = found.standards.as_slice() else { return None };
    let year = found.citation.edition.map(|edition| edition.year);
    let lists: Vec<_> = table::lists().iter().filter(|list| list.standard == one.id).collect();
    let is_meant = |list: &&table::List| year.is_none_or(|year| list.year == year);
    let mut meant = lists.iter().copied().filter(is_meant).peekable();
    meant.peek()?;
    // Of controls and annexes other tables tell.
    if table::is_of_controls(one.id) && clause.starts_with(|first: char| first.is_alphabetic()) {
        return None;
    }
    let Some(number) = Number::parse(clause) else { return Some(Misdeclared::Clause) };
    meant.all(|list| list.lacks(number)).then_some(Misdeclared::Clause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_say_nothing_of_a_declaration() {
        let clauses = "satisfies: # by this\n  # a note\n  ISO/IEC 20000-1:2018: # requirements\n    # another\n    - \"8.7.3.1\" # policy\n    - 8.7.3.2 # controls\n";
        let found = |text: &str, format: crate::document::Format| {
            let declared = declared(&format.read(text, None).blocks);
            declared.into_iter().map(|one| (one.clause, one.fault)).collect::<Vec<_>>()
        };
        let wanted = [("8.7.3.1".to_owned(), None), ("8.7.3.2".to_owned(), None)];
        assert_eq!(found(&format!("---\n{clauses}---\n# Policy\n"), crate::document::Format::Markdown), wanted);
        assert_eq!(found(clauses, crate::document::Format::Yaml), wanted);
        let row = "satisfies:\n  ISO/IEC 20000-1:2018: 8.7.3.1 # policy\n";
        assert_eq!(found(row, crate::document::Format::Yaml), wanted[..1]);
    }

    #[test]
    fn clauses_are_judged_by_the_edition_that_is_named() {
        for (standard, clause, wrong) in [
            ("ISO/IEC 20000-1:2018", "8.7.3.1", None),
            ("ISO/IEC 20000-1:2018", "9.7.3", Some(Misdeclared::Clause)),
            ("ISO/IEC 20000-1:2018", "6.6", Some(Misdeclared::Clause)),
            ("ISO/IEC 20000-1:2011", "6.6", None),
            ("ISO/IEC 20000-1", "6.6", None),
            ("ISO/IEC 20000-1", "9.7.3", Some(Misdeclared::Clause)),
            ("ISO/IEC 20000-1:2018", "the policy", Some(Misdeclared::Clause)),
            ("ISO/IEC 27001:2022", "A.5.24", None),
            ("ISO/IEC 27001:2022", "11.4", Some(Misdeclared::Clause)),
            ("House rules", "1.1", Some(Misdeclared::Standard)),
        ] {
            assert_eq!(fault(standard, clause), wrong, "{standard} {clause}");
        }
    }
}

//! Looks numbers up in the tables that the build script wrote from `rules/standards/clauses/`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::model::Number;

/// The clauses of an edition. Below the second level the list need not be complete.
#[derive(Debug)]
pub struct List {
    /// Designation of the standard without year.
    pub standard: &'static str,
    /// Year of the edition.
    pub year: u16,
    /// Every clause on record, ascending.
    pub clauses: &'static [Number],
    /// Clauses of which every child is listed.
    pub complete_below: &'static [Number],
}

/// Where the numbers of an older edition went.
#[derive(Debug)]
pub struct Moves {
    /// Designation of the standard without year.
    pub standard: &'static str,
    /// For controls, the standard that has the same numbers without the letter; else empty.
    pub guidance: &'static str,
    /// Year of the older edition.
    pub from: u16,
    /// Year of the newer edition.
    pub to: u16,
    /// One for each older number, ascending.
    pub links: &'static [Link],
    /// Numbers of the newer edition that take nothing over, ascending.
    pub new: &'static [New],
}

/// A number that takes nothing over.
#[derive(Debug)]
pub struct New {
    /// The number.
    pub number: Number,
    /// What it is about, in a few words that are not the standard's.
    pub about: &'static str,
}

/// Where one number went.
#[derive(Debug)]
pub struct Link {
    /// The older number.
    pub from: Number,
    /// The newer ones.
    pub to: &'static [Number],
}

/// A number that no edition has, and what is meant by it.
#[derive(Debug)]
struct Meant {
    standard: &'static str,
    number: Number,
    means: Number,
}

include!(concat!(env!("OUT_DIR"), "/clauses.rs"));

/// In which of the two editions a control, or a group of controls, has a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Only in the older one.
    Older,
    /// Only in the newer one.
    Newer,
    /// In both, for something else.
    Both,
    /// In neither.
    Neither,
}

/// Every list of clauses.
#[must_use]
pub fn lists() -> &'static [List] {
    LISTS
}

/// The clauses of an edition, if they are on record.
#[must_use]
pub fn list(standard: &str, year: u16) -> Option<&'static List> {
    LISTS.iter().find(|one| one.standard == standard && one.year == year)
}

/// True if clauses or controls of the standard are on record.
#[must_use]
pub fn knows(standard: &str) -> bool {
    LISTS.iter().any(|one| one.standard == standard) || is_of_controls(standard)
}

/// Where the numbers of every older edition went.
#[must_use]
pub fn all_moves() -> &'static [Moves] {
    MOVES
}

/// Where the clauses of an older edition of a standard went.
#[must_use]
pub fn moves(standard: &str) -> Option<&'static Moves> {
    MOVES.iter().find(|one| one.standard == standard && one.guidance.is_empty())
}

/// Where the controls of Annex A of ISO/IEC 27001 went.
#[must_use]
pub fn controls() -> &'static Moves {
    MOVES.iter().find(|one| !one.guidance.is_empty()).expect("the build script writes the controls first")
}

/// True for the standard that has the controls in its Annex A, and for the one that explains them.
#[must_use]
pub fn is_of_controls(standard: &str) -> bool {
    standard == controls().standard || standard == controls().guidance
}

/// True for a number of a clause in an edition of the standard that has the controls in its annex.
pub(super) fn is_clause_of_home(number: Number) -> bool {
    LISTS.iter().any(|list| list.standard == controls().standard && list.clauses.contains(&number))
}

/// True for a standard with an annex or chapters of the same shape, whose numbers mean something else.
#[must_use]
pub fn is_rival(standard: &str) -> bool {
    RIVALS.contains(&standard)
}

/// True for a standard that adds to the controls under the same numbers.
#[must_use]
pub fn is_branch(standard: &str) -> bool {
    BRANCHES.contains(&standard)
}

/// What is meant by a number that no edition of the standard has, or that stands below such a number.
#[must_use]
pub fn meant(standard: &str, number: Number) -> Option<Number> {
    let one = MEANT.iter().find(|one| one.standard == standard && number.is_within(one.number))?;
    let meant = number.rebased(one.number, one.means);
    let is_listed = || LISTS.iter().any(|list| list.standard == standard && list.clauses.contains(&meant));
    (meant == one.means || is_listed()).then_some(meant)
}

/// In which edition a control has this number; a group of controls, such as `A.12` or `A.12.4`, counts like one.
#[must_use]
pub fn known(number: Number) -> Known {
    static NUMBERS: LazyLock<(BTreeSet<Number>, BTreeSet<Number>)> = LazyLock::new(|| {
        let with_groups = |all: &mut dyn Iterator<Item = Number>| {
            all.flat_map(|one| (1..=one.depth()).map(move |depth| one.ancestor(depth))).collect()
        };
        let new = controls().new.iter().map(|one| one.number);
        let newer = controls().links.iter().flat_map(|link| link.to).copied().chain(new);
        (with_groups(&mut controls().links.iter().map(|link| link.from)), with_groups(&mut newer.into_iter()))
    });
    let (older, newer) = &*NUMBERS;
    match (older.contains(&number), newer.contains(&number)) {
        (true, false) => Known::Older,
        (false, true) => Known::Newer,
        (true, true) => Known::Both,
        (false, false) => Known::Neither,
    }
}

impl List {
    /// True if the edition surely has no such clause: its second level is not listed, or a parent's children are all
    /// listed and it is none of them. Nothing is said of clauses 1 to 3, nor of a first level alone.
    #[must_use]
    pub fn lacks(&self, number: Number) -> bool {
        if number.first() < 4 || number.depth() < 2 {
            return false;
        }
        let has = |one: Number| self.clauses.binary_search(&one).is_ok();
        let complete = |parent: &Number| {
            number.is_within(*parent) && number.depth() > parent.depth() && !has(number.ancestor(parent.depth() + 1))
        };
        !has(number.ancestor(2)) || self.complete_below.iter().any(complete)
    }
}

impl Moves {
    /// The newer numbers of an older one; of a group without a link of its own those of all in it. Ascending.
    #[must_use]
    pub fn successors(&self, number: Number) -> Vec<Number> {
        match self.links.iter().find(|link| link.from == number) {
            Some(link) => link.to.to_vec(),
            None => self.between(number, number),
        }
    }

    /// The newer numbers of a range of older ones. Ascending, without repetition.
    #[must_use]
    pub fn between(&self, first: Number, last: Number) -> Vec<Number> {
        let inside = |link: &&Link| {
            (link.from >= first && link.from <= last) || link.from.is_within(first) || link.from.is_within(last)
        };
        let all: BTreeSet<Number> = self.links.iter().filter(inside).flat_map(|link| link.to).copied().collect();
        all.into_iter().collect()
    }

    /// The older numbers that became this one, ascending.
    #[must_use]
    pub fn predecessors(&self, number: Number) -> Vec<Number> {
        self.links.iter().filter(|link| link.to.contains(&number)).map(|link| link.from).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::of(&text.split('.').map(|level| level.parse().expect("it is a number")).collect::<Vec<u8>>())
    }

    #[test]
    fn controls_are_counted_as_on_record() {
        let moves = controls();
        let links: usize = moves.links.iter().map(|link| link.to.len()).sum();
        let mut newer: BTreeSet<Number> = moves.links.iter().flat_map(|link| link.to).copied().collect();
        newer.extend(moves.new.iter().map(|one| one.number));
        assert_eq!((moves.links.len(), newer.len(), links, moves.new.len()), (114, 93, 115, 11));
        let themes = [5, 6, 7, 8].map(|theme| newer.iter().filter(|one| one.first() == theme).count());
        assert_eq!(themes, [37, 8, 14, 34]);
        for theme in 5..=8 {
            let last = newer.iter().rfind(|one| one.first() == theme).map(|one| one.level(1));
            assert_eq!(last.map(usize::from), Some(themes[usize::from(theme) - 5]), "A.{theme} has no gap");
        }
    }

    #[test]
    fn numbers_are_known_by_edition() {
        let cases = [
            ("12.6.1", Known::Older),
            ("12.6", Known::Older),
            ("9", Known::Older),
            ("8.8", Known::Newer),
            ("5.7", Known::Newer),
            ("8.1", Known::Both),
            ("6", Known::Both),
            ("5.10.1", Known::Neither),
            ("10.2", Known::Neither),
            ("8.35", Known::Neither),
            ("4.1", Known::Neither),
        ];
        for (text, known_in) in cases {
            assert_eq!(known(number(text)), known_in, "{text}");
        }
    }

    #[test]
    fn moves_lead_both_ways() {
        let show = |all: Vec<Number>| all.iter().map(Number::to_string).collect::<Vec<_>>().join(" ");
        assert_eq!(show(controls().successors(number("18.2.3"))), "5.36 8.8");
        assert_eq!(show(controls().successors(number("10"))), "8.24");
        assert_eq!(show(controls().between(number("9.2.1"), number("9.2.3"))), "5.16 5.18 8.2");
        assert_eq!(show(controls().predecessors(number("7.10"))), "8.3.1 8.3.2 8.3.3 11.2.5");
        let clauses = moves("ISO/IEC 20000-1").expect("they are on record");
        assert_eq!(show(clauses.successors(number("6.6"))), "8.7.3");
        assert_eq!(show(clauses.successors(number("6.3"))), "8.7.1 8.7.2");
    }

    #[test]
    fn an_edition_lacks_only_what_it_surely_lacks() {
        let list = list("ISO/IEC 20000-1", 2018).expect("it is on record");
        for text in ["9.7.3", "9.7", "11.4", "6.6", "6.6.1", "8.7.3.4"] {
            assert!(list.lacks(number(text)), "{text}");
        }
        for text in ["8.7.3", "8.7.3.1", "8.7.9", "8.5.1.4", "11", "1.7", "3.9", "10.2.1"] {
            assert!(!list.lacks(number(text)), "{text}");
        }
        assert_eq!(meant("ISO/IEC 20000-1", number("9.7.3")), Some(number("8.7.3")));
    }
}

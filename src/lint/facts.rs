//! What documents give to the checks that look at all of them together: small, without the text of the documents.
//!
//! A check of the whole set has its facts and its reduce in a file of its own; here they are only held together.

use jiff::civil::Date;

use super::amendments::{self, Unamended};
use super::editions::{self, Editions};
use super::own::Told;
use super::repository::append;
use crate::finding::{Cited, Finding};
use crate::rule::Selection;
use crate::source::Place;

/// Facts about one document, or about several; order does not matter until they are reduced.
#[derive(Debug, Default)]
pub struct Facts {
    /// Dated citations that leave out an amendment.
    pub unamended: Vec<Unamended>,
    /// Dated citations in use.
    pub editions: Editions,
    /// What own rules look at.
    pub own: Told,
}

/// A citation, as far as those ask for it who suppress findings.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// Designation without type and year.
    pub standard: &'a str,
    /// Year of the edition.
    pub edition: Option<u16>,
    /// The adoption by which it is cited, if that is known.
    pub adoption: Option<&'a str>,
}

impl<'a> From<&'a Cited> for Subject<'a> {
    fn from(cited: &'a Cited) -> Self {
        let edition = cited.edition.as_ref().and_then(|year| year.parse().ok());
        Self { standard: &cited.standard, edition, adoption: cited.adoption.as_deref() }
    }
}

/// Tells whether a citation at a place does not count for a rule because somebody has suppressed it there.
pub type IsExcused<'a> = dyn FnMut(&'static str, &Place, Subject<'_>) -> bool + 'a;

/// What only the whole set shows.
#[derive(Debug, Default)]
pub struct OfSet {
    /// What is found in the citations that count.
    pub findings: Vec<Finding>,
    /// What would be found if the others counted too.
    pub excused: Vec<Finding>,
}

impl Facts {
    /// True if there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { unamended, editions, own } = self;
        unamended.is_empty() && editions.is_empty() && own.is_empty()
    }

    /// Adds what other documents gave.
    pub fn merge(&mut self, other: Self) {
        append(&mut self.unamended, other.unamended);
        self.editions.merge(other.editions);
        self.own.merge(other.own);
    }

    /// What only the whole set shows.
    pub(super) fn of_set(
        self,
        on: Date,
        (selection, is_set): (Selection, bool),
        is_excused: &mut IsExcused<'_>,
    ) -> OfSet {
        let mut of_set = OfSet::default();
        amendments::find(&self.unamended, is_excused, &mut of_set);
        editions::find(&self.editions, on, is_excused, &mut of_set);
        of_set.findings.extend(self.own.findings(selection, is_set));
        of_set
    }
}

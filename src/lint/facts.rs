//! What documents give to the checks that look at all of them together: small, without the text of the documents.
//!
//! A check of the whole set has its facts and its reduce in a file of its own; here they are only held together.

use jiff::civil::Date;

use super::amendments::{self, Unamended};
use super::editions::{self, Editions};
use crate::finding::Finding;

/// Facts about one document, or about several; order does not matter until they are reduced.
#[derive(Debug, Default)]
pub struct Facts {
    /// Dated citations that leave out an amendment.
    pub unamended: Vec<Unamended>,
    /// Dated citations in use.
    pub editions: Editions,
}

impl Facts {
    /// Adds what other documents gave.
    pub fn merge(&mut self, other: Self) {
        self.unamended.extend(other.unamended);
        self.editions.merge(other.editions);
    }

    /// What only the whole set shows.
    pub(super) fn findings(self, on: Date) -> Vec<Finding> {
        let mut findings = amendments::findings(self.unamended);
        findings.extend(editions::findings(self.editions, on));
        findings
    }
}

//! What a run is asked for.

use jiff::civil::Date;

use crate::rule::Selection;

/// What a run is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The day on which statuses are judged.
    pub as_of: Date,
    /// What the documents are read for.
    pub purpose: Purpose,
    /// The rules that are followed.
    pub selection: Selection,
    /// Whether findings are no more than shown: then nobody looks for how they can be mended, nor for what they are known
    /// again by.
    pub is_shown_only: bool,
    /// Whether it is measured what documents cost.
    pub is_measured: bool,
    /// How many bytes of each path stand above the documents that are walked.
    pub above: usize,
    /// Index of a cue of history to leave out, for the test that each one is needed.
    pub without_cue: Option<usize>,
}

impl Settings {
    /// Settings for a day.
    #[must_use]
    pub fn on(as_of: Date) -> Self {
        let (is_shown_only, is_measured) = (false, false);
        let (purpose, selection) = (Purpose::Findings, Selection::ALL);
        Self { as_of, purpose, selection, is_shown_only, is_measured, above: 0, without_cue: None }
    }

    /// True if a document may matter though no citation in it does.
    #[must_use]
    pub fn reads_all(self) -> bool {
        self.lists_all() || self.selection.own().next().is_some()
    }

    /// True if what is in order is listed as well, so that nothing may be passed by because it surely is.
    #[must_use]
    pub fn lists_all(self) -> bool {
        match self.purpose {
            Purpose::Findings => false,
            Purpose::Inventory | Purpose::Survey | Purpose::Transition => true,
        }
    }
}

/// What documents are read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// What is wrong in them.
    Findings,
    /// Every citation, whether in order or not.
    Inventory,
    /// What each tells of the set it belongs to.
    Survey,
    /// Numbers of older editions that must be changed.
    Transition,
}

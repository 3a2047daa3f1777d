//! What a walk over a document knows at a block: headings, heads of columns, what was named last.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::mention::Near;

/// A heading with what it names.
pub(super) struct Heading {
    pub level: u8,
    /// Where it stands.
    pub block: usize,
    /// Who is named for controls.
    pub near: Near,
    /// Whom the comment right above a key of data names: another collection.
    pub note: Near,
    /// True if it names any standard.
    pub is_naming: bool,
    /// The only mention.
    pub only: Option<usize>,
    /// True if it names the standard of the controls.
    pub names_controls: bool,
    /// True if it says that the numbers below it are the writer's own; asked once.
    pub is_own: OnceCell<bool>,
    /// The block, if it is a key of data.
    pub key: Option<usize>,
}

/// What the numbers of one block ask for again and again.
#[derive(Default)]
pub(super) struct Seen {
    /// How many of its numbers have nothing but numbers before them.
    pub leading: OnceCell<usize>,
    /// The mention of its only standard.
    pub alone: OnceCell<Option<usize>>,
    /// True if it speaks of a contract.
    pub contract: OnceCell<bool>,
    /// True if it speaks of another management system.
    pub system: OnceCell<bool>,
    /// Who is named in its row or its object for a control.
    pub row: OnceCell<Near>,
    /// The standard of its row or its object.
    pub standard: OnceCell<Near>,
}

/// What is known of the document up to a block; mentions by their indices.
#[derive(Default)]
pub(super) struct State {
    pub headings: Vec<Heading>,
    /// Who was named last in running text since the heading.
    pub section: Near,
    /// Who is named by the item right above.
    pub item: Near,
    /// The last mention of any standard in running text since the heading.
    pub spoken: Option<usize>,
    /// The last mention anywhere.
    pub last: Option<usize>,
    /// Who was named last in front matter.
    pub front: Near,
    /// What the entries of front matter that name the document's subject mention.
    pub titles: Vec<usize>,
    /// True once something else than front matter has been seen.
    pub is_begun: bool,
    /// The keys of the object that is being read, and its first block.
    pub object: (HashSet<String>, usize),
    /// The block of the head of each column, by table and column.
    pub columns: HashMap<(usize, usize), usize>,
    /// Who was named last below the head of each column.
    pub in_column: HashMap<(usize, usize), Near>,
    /// The only mention of the paragraph above a table.
    pub caption: Option<usize>,
    /// Whom the comment right above a key names.
    pub note: Near,
    /// The first of the items right above.
    pub list: usize,
    /// What has been asked of the block itself.
    pub seen: Seen,
}

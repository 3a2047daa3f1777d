//! What an object of data says of its standard in another field: `status: superseded`.

use super::super::citation::Citation;
use super::super::grammar;
use super::judge::Judge;
use super::lexicon::{OTHER_DOCUMENTS, YESES};
use super::sentence::Sentence;
use crate::document::{Block, Kind};

/// Keys under which it is said how what an object describes stands, in small letters.
const STATES: &[&str] = &["state", "status"];

/// The same where it is the standard that is spoken of, as another is named beside the word.
const NOTES: &[&str] = &["note", "notes"];

/// Keys whose value is what an object describes.
const NAMES: &[&str] = &["designation", "id", "name", "title"];

/// The same outside of all objects, where a title and such is that of the document.
const NAMES_OF_ALL: &[&str] = &["name"];

/// How many blocks either side are looked at.
const VALUES: usize = 8;

impl Judge<'_> {
    /// Why the citations of a block are history: it is a value of an object with a key of its own, and another value of that
    /// says that it is out of force.
    pub(super) fn by_object(&self, block_at: usize, cited: &Citation) -> Option<String> {
        let blocks = &self.document.blocks;
        let own = &blocks[block_at];
        let named = |at: usize| {
            let all = self.outline().headings(at).filter(|at| !blocks[*at].prose.text().is_empty());
            all.take_while(|at| matches!(blocks[*at].kind, Kind::Key(_)))
        };
        let mut above = named(block_at);
        let (object, key) = match own.kind {
            Kind::Metadata => {
                let key = own.entry()?.0;
                let object = above.next();
                let is_whole = || object.is_some() || self.is_only_name(block_at, cited);
                is_whole().then_some((object, key))?
            }
            // The list is a value of the object.
            Kind::Item => {
                let list = above.next()?;
                (Some(above.next()?), blocks[list].prose.text())
            }
            Kind::Text | Kind::Note | Kind::Heading(_) | Kind::Cell(_) | Kind::Code | Kind::Key(_) => return None,
        };
        let key = key.to_lowercase();
        if OTHER_DOCUMENTS.iter().any(|word| key.contains(word)) {
            return None;
        }
        let named_own = NAMES.contains(&key.trim());
        let says = |at: usize| {
            let (key, value) = blocks[at].entry().filter(|_| blocks[at].kind == Kind::Metadata)?;
            let has = |keys: &[&str]| keys.iter().any(|one| key.eq_ignore_ascii_case(one));
            // "Replaced by POL-2" is said of a policy.
            let is_bare = || object.is_some() || Sentence::only_state(value, self.without).is_some();
            let is_state = has(STATES) && named_own && is_bare() || has(NOTES) && !grammar::find(value).is_empty();
            let state = if is_state && at != block_at { Sentence::first_state(value, self.without) } else { None };
            let is_affirmed = || named_own && YESES.contains(value.trim().to_lowercase().as_str());
            let state = state.or_else(|| if is_affirmed() { Sentence::only_state(key, self.without) } else { None });
            state.filter(|_| named(at).next() == object)
        };
        let mut near = block_at.saturating_sub(VALUES)..blocks.len().min(block_at + 1 + VALUES);
        near.find_map(says).map(|state| format!("its object says \"{state}\""))
    }

    /// True if a value outside of all objects is the name of what the document describes, and no more than a designation, and
    /// the only one with its key.
    fn is_only_name(&self, block_at: usize, cited: &Citation) -> bool {
        let blocks = &self.document.blocks;
        let Some((key, value)) = blocks[block_at].entry() else { return false };
        let is_same = |block: &&Block| {
            block.kind == Kind::Metadata && block.entry().is_some_and(|(other, _)| other.eq_ignore_ascii_case(key))
        };
        let near = block_at.saturating_sub(VALUES)..blocks.len().min(block_at + 1 + VALUES);
        NAMES_OF_ALL.contains(&key.trim().to_lowercase().as_str())
            && value.trim().len() <= cited.reference.range.len()
            && blocks[near].iter().filter(is_same).count() == 1
    }
}

//! What an object of data says of its standard in another field: `status: superseded`.

use super::super::grammar;
use super::judge::Judge;
use super::lexicon::OTHER_DOCUMENTS;
use super::sentence::Sentence;
use crate::document::Kind;

/// Keys under which it is said how what an object describes stands, in small letters.
const STATES: &[&str] = &["state", "status"];

/// The same where it is the standard that is spoken of, as another is named beside the word.
const NOTES: &[&str] = &["note", "notes"];

/// Keys whose value is what an object describes.
const NAMES: &[&str] = &["designation", "id", "name", "title"];

/// How many blocks either side are looked at.
const VALUES: usize = 8;

impl Judge<'_> {
    /// Why the citations of a block are history: it is a value of an object with a key of its own, and another value of that
    /// says that it is out of force.
    pub(super) fn by_object(&self, block_at: usize) -> Option<String> {
        let blocks = &self.document.blocks;
        let own = &blocks[block_at];
        let named = |at: usize| {
            let all = self.outline().headings(at).filter(|at| !blocks[*at].prose.text().is_empty());
            all.take_while(|at| matches!(blocks[*at].kind, Kind::Key(_)))
        };
        let mut above = named(block_at);
        let (object, key) = match own.kind {
            Kind::Metadata => (above.next()?, own.entry()?.0),
            // The list is a value of the object.
            Kind::Item => {
                let list = above.next()?;
                (above.next()?, blocks[list].prose.text())
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
            let is_state = has(STATES) && named_own || has(NOTES) && !grammar::find(value).is_empty();
            let state = if is_state && at != block_at { Sentence::first_state(value, self.without) } else { None };
            state.filter(|_| named(at).next() == Some(object))
        };
        let mut near = block_at.saturating_sub(VALUES)..blocks.len().min(block_at + 1 + VALUES);
        near.find_map(says).map(|state| format!("its object says \"{state}\""))
    }
}

//! History by the headings above: a change log, a list of withdrawn standards.

use super::cue::{self, Cue, LABEL, Scope};
use super::judge::Judge;
use crate::document::{Block, Kind};

impl Judge<'_> {
    /// The headings above a block, from the nearest up, and the paragraph that serves as one.
    pub(super) fn by_heading(&self, block_at: usize) -> Option<String> {
        let blocks = &self.document.blocks;
        let own = &blocks[block_at];
        let label = self.label_above(block_at);
        let headings = self.outline().headings(block_at).map(|at| &blocks[at]);
        label.into_iter().chain(headings).find_map(|block| {
            let text = block.prose.text();
            self.heading_cue(text, own).map(|cue| format!("it stands under \"{}\"", cue::shown(text, cue)))
        })
    }

    fn heading_cue(&self, text: &str, own: &Block) -> Option<&'static Cue> {
        let label = cue::Label::of(text)?;
        label
            .cue(Scope::Heading, self.without)
            .or_else(|| label.cue(Scope::Entries, self.without).filter(|_| is_entry(own.prose.text(), own.kind)))
    }

    /// The short line of its own, often in bold, directly above the list, table or paragraph of a block.
    fn label_above(&self, block_at: usize) -> Option<&Block> {
        let own = self.document.blocks[block_at].kind;
        let above = self.document.blocks.get(self.outline().run(block_at).checked_sub(1)?)?;
        let is_label = above.kind == Kind::Text && above.prose.text().len() <= LABEL;
        (is_label && !matches!(own, Kind::Heading(_))).then_some(above)
    }
}

/// True if a text reads like an entry of a change log: a version or a date at its head, or a cell of a table.
fn is_entry(text: &str, kind: Kind) -> bool {
    let text = text.trim_start_matches(|one: char| !one.is_alphanumeric());
    let version = text.strip_prefix(['v', 'V', 'r', 'R']).unwrap_or(text);
    matches!(kind, Kind::Cell(_)) || version.starts_with(|one: char| one.is_ascii_digit())
}

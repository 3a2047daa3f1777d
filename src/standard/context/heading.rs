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
            let cue = self.heading_cue(text, own).map(|cue| cue::shown(text, cue));
            let words = cue.or_else(|| is_release(text).then(|| text.trim()));
            words.map(|words| format!("it stands under \"{words}\""))
        })
    }

    fn heading_cue(&self, text: &str, own: &Block) -> Option<&'static Cue> {
        cue::label_cue(text, Scope::Heading, self.without).or_else(|| {
            cue::label_cue(text, Scope::Entries, self.without).filter(|_| is_entry(own.prose.text(), own.kind))
        })
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

/// True for a heading that is a version with its date and nothing else: "1.4.0 (2021-02-03)", "v2.0, March 2019".
fn is_release(text: &str) -> bool {
    let lower = cue::lowered(text);
    let mut words = lower.split([' ', ',']).filter(|word| word.contains(char::is_alphanumeric)).peekable();
    let named = |word: &&str| cue::label_cue(word, Scope::Versions, None).is_some();
    words.next_if(named);
    let version = words.next().unwrap_or_default().trim_matches(['[', ']', 'v', ':']);
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let is_year = |part: &str| part.len() == 4 && part.starts_with(['1', '2']) && digits(part);
    let mut dated = false;
    let only_date = words.all(|word| {
        let mut parts = word.split(|one: char| !one.is_alphanumeric()).filter(|part| !part.is_empty());
        parts.all(|part| {
            dated |= is_year(part);
            digits(part) || cue::month(part).is_some()
        })
    });
    text.len() <= LABEL && version.contains('.') && digits(version) && only_date && dated
}
